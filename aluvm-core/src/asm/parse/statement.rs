//! Statements one behind the other.

use core::ops::Range;

use super::alias::alias;
use super::attribute::{Prefix, is_enabled, misplaced, prefix};
use super::data::{Operand, Statement, StatementKind, Statements};
use super::directive::directive;
use super::instruction::{has_flags_behind_colon, instruction};
use super::operand::operand;
use super::reader::{Grammar, Mode, Reader};
use super::requirement::{refusal, requirement};
use crate::asm::error::{AsmErrorKind, STATEMENT};
use crate::asm::token::{Errors, Span, TokenKind, Tokens};

/// What stands before a statement, and whether the statement is there.
pub(crate) struct Before {
    /// The attributes but for conditions, of all in [`Statements`].
    pub(crate) attributes: Range<usize>,
    /// The first token of the statement.
    pub(crate) first: usize,
    is_enabled: bool,
}

impl Before {
    /// Whether the conditions hold that stand there.
    pub(crate) fn is_enabled(&self) -> bool {
        self.is_enabled
    }
}

/// Reads the statements in a range of tokens, which cuts no group in two.
pub(crate) fn statements<'t, S: Span>(
    tokens: Tokens<'t, S>,
    range: Range<usize>,
    grammar: Grammar<'t>,
    errors: &mut Errors<'t, S>,
) -> Statements<'t> {
    let tokens = tokens.until(range.end);
    let mut statements = Statements::with_capacity(range.len() / 8);
    let mut reader = Reader { tokens, at: range.start, grammar, errors };
    while reader.at < reader.tokens.len() {
        let before = before(&mut reader, &mut statements);
        behind(&mut reader, &mut statements, before);
    }
    statements
}

/// Reads what stands before a statement.
pub(crate) fn before<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Before {
    let Prefix { attributes, condition, doc } = prefix(reader, statements);
    let first = reader.at;
    if let Some(doc) = doc
        && !reader.tokens.is_label(first)
    {
        reader.error(doc, AsmErrorKind::DocComment);
    }
    let is_enabled = match condition {
        None => true,
        Some(condition) if first < reader.tokens.len() => is_enabled(reader, condition),
        Some(nothing_behind) => {
            reader.error(nothing_behind, AsmErrorKind::LonelyAttribute);
            true
        }
    };
    Before { attributes, first, is_enabled }
}

/// Reads the statement itself.
pub(crate) fn behind<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
    before: Before,
) {
    let Before { attributes, first, is_enabled } = before;
    match statement(reader, statements) {
        Some(_) if !is_enabled => {}
        Some(kind) => statements.list.push(Statement { kind, first, attributes }),
        None => {
            let is_end = first >= reader.tokens.len();
            for attribute in statements.attributes.drain(attributes) {
                match is_end {
                    true => reader.error(attribute.first, AsmErrorKind::LonelyAttribute),
                    false => reader.fault(misplaced(&attribute, false)),
                }
            }
        }
    }
}

/// Reads a statement; none where there is nothing that could be one.
fn statement<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Option<StatementKind<'t>> {
    let at = reader.at;
    match reader.tokens.kind(at)? {
        TokenKind::Ident(name)
            if reader.tokens.is_label(at) && !has_flags_behind_colon(reader, at) =>
        {
            reader.at += 2;
            Some(StatementKind::Label { name })
        }
        TokenKind::Ident(name) if name == "let" => alias(reader, statements),
        TokenKind::Ident(name) if name == "require" && reader.grammar.mode == Mode::Routine => {
            Some(StatementKind::Require(requirement(reader, statements)))
        }
        TokenKind::Ident(name) if name == "refuse" && reader.grammar.mode == Mode::Routine => {
            Some(StatementKind::Refuse { error: refusal(reader) })
        }
        TokenKind::Ident(name) => Some(instruction(reader, statements, name)),
        TokenKind::Punct('.') => directive(reader),
        _ => {
            reader.expected(at, STATEMENT);
            reader.skip_statement();
            None
        }
    }
}

/// Reads the operand at the beginning of a range of tokens, such as the register of an input.
pub(crate) fn first_operand<'t, S: Span>(
    tokens: Tokens<'t, S>,
    range: Range<usize>,
    grammar: Grammar<'t>,
    errors: &mut Errors<'t, S>,
) -> Operand<'t> {
    let grammar = Grammar { mode: Mode::Instruction, ..grammar };
    operand(&mut Reader { tokens: tokens.until(range.end), at: range.start, grammar, errors })
}
