//! What stands before a statement: attributes, of which conditions are decided here, and doc comments.

use alloc::vec::Vec;
use core::mem;
use core::ops::Range;

use super::data::{Attribute, Statements};
use super::reader::{Conditions, Reader, is_condition};
use crate::asm::error::{AsmErrorKind, Fault};
use crate::asm::token::{Delimiter, Span, Token, TokenKind, Tokens};

/// What stands before a statement.
pub(super) struct Prefix {
    /// The attributes but for conditions, of all in [`Statements`].
    pub(super) attributes: Range<usize>,
    /// The first token of the first condition.
    pub(super) condition: Option<usize>,
    /// The first doc comment.
    pub(super) doc: Option<usize>,
}

/// Reads attributes and doc comments, up to a statement or to what is neither.
pub(super) fn prefix<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Prefix {
    let start = statements.attributes.len();
    let mut doc = None;
    let mut condition = None;
    loop {
        match reader.tokens.kind(reader.at) {
            Some(TokenKind::DocComment) => {
                doc.get_or_insert(reader.at);
                reader.at += 1;
            }
            Some(TokenKind::Punct('#')) => {
                let is_inner = reader.tokens.is_punct(reader.at + 1, '!');
                let bracket = reader.at + 1 + usize::from(is_inner);
                if !reader.tokens.is_open(bracket, Delimiter::Bracket) {
                    break;
                }
                let attribute = attribute(reader, bracket);
                if is_inner {
                    reader.fault(misplaced(&attribute, is_inner));
                } else if attribute.name.is_some_and(is_condition) {
                    condition.get_or_insert(attribute.first);
                } else {
                    statements.attributes.push(attribute);
                }
            }
            _ => break,
        }
    }
    Prefix { attributes: start..statements.attributes.len(), condition, doc }
}

/// Whether a statement is there whose first condition begins at a token.
pub(super) fn is_enabled<S: Span>(reader: &mut Reader<'_, '_, S>, condition: usize) -> bool {
    match reader.grammar.conditions {
        Conditions::Without(disabled) => !disabled.contains(&condition),
        Conditions::Unknown => {
            reader.error(condition, AsmErrorKind::Condition);
            true
        }
    }
}

/// The conditions of a block: for each statement that has any, the tokens of each of its attributes
/// `#[cfg(…)]` and `#[cfg_attr(…)]`.
///
/// Whoever knows which of them hold tells it to [`assemble_with`](crate::asm::assemble_with).
pub fn conditions<S: Span>(tokens: &[Token<'_, S>]) -> Vec<Vec<Range<usize>>> {
    let tokens = Tokens::new(tokens);
    let mut all = Vec::new();
    let mut run = Vec::new();
    let mut at = 0;
    while let Some(kind) = tokens.kind(at) {
        let bracket = at + 1 + usize::from(tokens.is_punct(at + 1, '!'));
        let behind = match kind {
            TokenKind::DocComment => at + 1,
            TokenKind::Punct('#') if tokens.is_open(bracket, Delimiter::Bracket) => {
                let behind = tokens.behind_group(bracket).unwrap_or(tokens.len());
                if bracket == at + 1 && tokens.ident(bracket + 1).is_some_and(is_condition) {
                    run.push(at..behind);
                }
                behind
            }
            _ => {
                if !run.is_empty() {
                    all.push(mem::take(&mut run));
                }
                match kind {
                    TokenKind::Open(_) => tokens.behind_group(at).unwrap_or(tokens.len()),
                    _ => at + 1,
                }
            }
        };
        at = behind;
    }
    all
}

/// Reads an attribute whose bracket stands at a token.
fn attribute<'t, S: Span>(reader: &mut Reader<'_, 't, S>, bracket: usize) -> Attribute<'t> {
    let first = reader.at;
    let behind = reader.tokens.behind_group(bracket);
    reader.at = behind.unwrap_or(reader.tokens.len());
    let name = reader.tokens.ident(bracket + 1);
    Attribute { first, name, tokens: bracket + 1..behind.map_or(reader.at, |behind| behind - 1) }
}

/// That an attribute can have no meaning where it stands.
pub(crate) fn misplaced(attribute: &Attribute<'_>, is_inner: bool) -> Fault {
    let is_isa = is_inner && attribute.name == Some("isa");
    Fault::at(attribute.first, AsmErrorKind::Attribute { is_isa })
}
