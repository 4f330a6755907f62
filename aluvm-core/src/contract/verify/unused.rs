//! Names that nothing uses.

use alloc::collections::BTreeSet;
use core::ops::Range;

use crate::asm::parse::StatementKind;
use crate::asm::token::{Span, TokenKind, Tokens};
use crate::contract::body;
use crate::contract::error::{Faults, SourceErrorKind, Unused};
use crate::contract::item::{Inside, ItemKind, Name};
use crate::contract::language::is_made;
use crate::contract::layout::Layout;
use crate::contract::library::Library;
use crate::contract::names::{Attributes, allowed};

/// Reports them, but for those that begin with `_` or are permitted.
pub(in crate::contract) fn report_unused<'t, S: Span>(
    library: Library<'_, 't, S>,
    (inside, range): (&Inside<'t>, &Range<usize>),
    layout: &Layout<'t, S>,
    attributes: &Attributes<'t>,
    faults: &mut Faults,
) {
    let refusals: BTreeSet<(usize, usize)> = layout
        .routines
        .iter()
        .flat_map(|routine| &routine.body.written)
        .filter_map(|written| written.refusal)
        .map(|(one, variant)| (one as usize, variant as usize))
        .collect();
    let mut position = 0;
    for (number, item) in inside.items.iter().enumerate() {
        let one = |what: Unused, name: Name<'_>, faults: &mut Faults| {
            if !attributes.allows(number, what.name()) && !name.text.starts_with('_') {
                let error = SourceErrorKind::Unused { what, name: name.text.into() };
                faults.at(name.token, error);
            }
        };
        match (&item.kind, item.name) {
            (ItemKind::Constant(_), Some(name)) => {
                let is_used = item.is_public()
                    || layout.constants.contains(&number)
                    || is_named_elsewhere(name, library.tokens, range);
                if !is_used {
                    one(Unused::Constant, name, faults);
                }
            }
            (ItemKind::Alias(_), Some(name)) => {
                let mut aliases = layout.aliases.iter();
                let is_unused = aliases.any(|alias| alias.token == name.token && !alias.is_used);
                let mut bodies = (number + 1..inside.items.len())
                    .filter_map(|item| body_of_statements(library, item, inside));
                if is_unused && !bodies.any(|body| is_named_elsewhere(name, library.tokens, body)) {
                    one(Unused::Alias, name, faults);
                }
            }
            (ItemKind::Errors(errors), _) => {
                for (variant, error) in errors.variants.iter().enumerate() {
                    let is_used = refusals.contains(&(position, variant))
                        || allowed(&error.attributes, faults).contains(Unused::Error.name());
                    if !is_used {
                        one(Unused::Error, error.name, faults);
                    }
                }
                position += 1;
            }
            _ => {}
        }
    }
    for routine in &layout.routines {
        let mut one = |what: Unused, name: &str, token: usize, statement: Option<usize>| {
            let is_allowed = attributes.allows(routine.item, what.name())
                || statement.is_some_and(|number| routine.body.allows(number, what.name()));
            if !is_allowed && !name.starts_with('_') {
                faults.at(token, SourceErrorKind::Unused { what, name: name.into() });
            }
        };
        let is_in_statements = |name: Name<'_>| {
            body_of_statements(library, routine.item, inside)
                .is_some_and(|body| is_named_elsewhere(name, library.tokens, body))
        };
        let aliases = routine.aliases.iter().filter(|alias| {
            !alias.is_used && !is_in_statements(Name { text: alias.name, token: alias.token })
        });
        let aliases = aliases.map(|alias| (Unused::Alias, alias.name, alias.token));
        let labels = routine.body.code.labels.iter().filter(|(_, _, is_used)| !is_used);
        let labels = labels.filter(|(name, ..)| !is_made(name));
        let labels = labels.map(|(name, token, _)| (Unused::Label, name, token));
        let expansion = library.expansion(routine.item);
        for variable in expansion.map_or(&[][..], |expansion| &expansion.variables) {
            if !variable.is_alias && !variable.is_read {
                // Behind its statement it is known.
                let statement = variable.known.start.checked_sub(1);
                one(Unused::Variable, variable.name.text, variable.name.token, statement);
            }
        }
        let mut unused = aliases.chain(labels).peekable();
        let Some(ItemKind::Routine(source)) = inside.items.get(routine.item).map(|one| &one.kind)
        else {
            continue;
        };
        if unused.peek().is_none() {
            continue;
        }
        let statements = body::source(library, routine.item, source);
        let statement_of = |token: usize| {
            statements.list.iter().position(|statement| match statement.kind {
                StatementKind::Alias { token: name, .. } => name == token,
                StatementKind::Label { .. } => statement.first == token,
                _ => false,
            })
        };
        for (what, name, token) in unused {
            one(what, name, token, statement_of(token));
        }
    }
}

/// The body of a routine that has structured statements, whose names are no part of the instructions.
fn body_of_statements<'l, S: Span>(
    library: Library<'_, '_, S>,
    item: usize,
    inside: &'l Inside<'_>,
) -> Option<&'l Range<usize>> {
    library.expansion(item)?;
    match &inside.items.get(item)?.kind {
        ItemKind::Routine(routine) => routine.body.as_ref(),
        _ => None,
    }
}

/// Whether a name stands anywhere but where it is defined, such as in an expression of Rust.
fn is_named_elsewhere<S: Span>(
    name: Name<'_>,
    tokens: Tokens<'_, S>,
    range: &Range<usize>,
) -> bool {
    range.clone().any(|at| match tokens.kind(at) {
        Some(TokenKind::Ident(word)) => at != name.token && word == name.text,
        // What a user's macro hands on as one piece may name everything.
        Some(TokenKind::Expression) => true,
        _ => false,
    })
}
