//! Names that are used, and what each means: what an editor follows.

use alloc::vec::Vec;

use crate::asm::parse::{Operand, OperandKind, StatementKind};
use crate::asm::token::Span;
use crate::contract::body;
use crate::contract::item::{Inside, ItemKind};
use crate::contract::layout::Layout;
use crate::contract::library::Library;
use crate::contract::names::Meaning;

/// What a name that is used means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mention {
    /// A constant of the library.
    Constant,
    /// An error: the item of its enum.
    Error {
        /// The number of the item.
        item: usize,
    },
    /// A routine of the library.
    Routine,
    /// A library, and in the third token behind it a routine of it.
    Call,
}

/// All mentions, with the tokens of the names.
pub(in crate::contract) fn mentions<S: Span>(
    library: Library<'_, '_, S>,
    inside: &Inside<'_>,
    layout: &Layout<'_, S>,
) -> Vec<(usize, Mention)> {
    let mut all = Vec::new();
    for routine in &layout.routines {
        let item = inside.items.get(routine.item).map(|item| &item.kind);
        let Some(ItemKind::Routine(source)) = item else { continue };
        let statements = body::source(library, routine.item, source);
        for operand in statements.all_operands() {
            all.extend(mention(library, operand).map(|mention| (operand.first, mention)));
        }
        for statement in &statements.list {
            if let Some(token) = refusal(&statement.kind)
                && let Some(name) = library.tokens.ident(token)
                && let Some(Meaning::Variant { item, .. }) = library.names.get(name)
            {
                all.push((token, Mention::Error { item }));
            }
        }
    }
    all
}

/// The token of the error that a statement names.
fn refusal(statement: &StatementKind<'_>) -> Option<usize> {
    use crate::asm::parse::Refusal;
    match statement {
        StatementKind::Refuse { error } => *error,
        StatementKind::Put { error } => Some(*error),
        StatementKind::Require(requirement) => match requirement.refusal {
            Refusal::Error(token) => Some(token),
            Refusal::Plain | Refusal::Wrong => None,
        },
        _ => None,
    }
}

fn mention<S: Span>(library: Library<'_, '_, S>, operand: &Operand<'_>) -> Option<Mention> {
    match operand.kind {
        OperandKind::Name { negative: false, name } => match library.names.get(name)? {
            Meaning::Constant => Some(Mention::Constant),
            Meaning::Routine { .. } => Some(Mention::Routine),
            _ => None,
        },
        OperandKind::Constant if library.imports.is_path_of(operand, library.tokens) => {
            // What else a library has, Rust finds itself.
            let routine = library.tokens.ident(operand.last)?;
            (!routine.starts_with(char::is_uppercase)).then_some(Mention::Call)
        }
        _ => None,
    }
}
