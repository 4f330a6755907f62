//! What stands before a statement: attributes and doc comments.

use core::ops::Range;

use super::data::{Attribute, Statements};
use super::reader::Reader;
use crate::asm::error::{AsmErrorKind, Fault};
use crate::asm::token::{Delimiter, Span, TokenKind};

/// What stands before a statement.
pub(super) struct Prefix {
    /// The attributes, of all in [`Statements`].
    pub(super) attributes: Range<usize>,
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
                match is_inner {
                    true => reader.fault(misplaced(&attribute, is_inner)),
                    false => statements.attributes.push(attribute),
                }
            }
            _ => break,
        }
    }
    Prefix { attributes: start..statements.attributes.len(), doc }
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
