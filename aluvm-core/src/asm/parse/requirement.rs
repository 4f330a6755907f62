//! What a routine can require and refuse: `require not instruction => Error;`, `refuse Error;`.

use super::data::{Condition, Refusal, Requirement, StatementKind, Statements};
use super::instruction::instruction;
use super::reader::{Grammar, Mode, Reader};
use crate::asm::error::{AsmErrorKind, Fault};
use crate::asm::token::{Span, TokenKind};

/// What can be required, for messages.
const CONDITION: &str = "an instruction that sets `st0`, or `st0`";

/// Reads a requirement, with the current token at `require`.
pub(super) fn requirement<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Requirement<'t> {
    reader.at += 1;
    let mut not = None;
    while reader.tokens.ident(reader.at) == Some("not") {
        if not.is_some() {
            reader.expected(reader.at, CONDITION);
        }
        not = Some(reader.at);
        reader.at += 1;
    }
    let Some(Arrow { first, behind }) = arrow(reader) else {
        let condition = condition(reader, statements);
        return Requirement { condition, not, refusal: Refusal::Plain };
    };
    let condition = before_arrow(reader, statements, first);
    if behind != first + 2 || !reader.tokens.is_punct(first, '=') {
        reader.expected(first, "`=>` before the name of an error");
    }
    reader.at = behind;
    let refusal = error(reader).map_or(Refusal::Wrong, Refusal::Error);
    Requirement { condition, not, refusal }
}

/// Reads the error behind `refuse`, with the current token at `refuse`.
pub(super) fn refusal<S: Span>(reader: &mut Reader<'_, '_, S>) -> Option<usize> {
    reader.at += 1;
    error(reader)
}

/// Reads the name of an error, up to and with the `;`.
fn error<S: Span>(reader: &mut Reader<'_, '_, S>) -> Option<usize> {
    let at = reader.at;
    if reader.tokens.ident(at).is_none() || reader.begins_statement(at) {
        reader.expected(at, "the name of an error");
        reader.skip_to_statement();
        return None;
    }
    if reader.tokens.is_path_separator(at + 1) && reader.tokens.ident(at + 3).is_some() {
        // `Refusal::TooEarly`
        let expected = "the name of an error without that of its `enum`";
        let kind = AsmErrorKind::Expected { expected, found: reader.tokens.describe(at) };
        reader.fault(Fault::between(at, at + 3, kind));
        reader.skip_statement();
        return None;
    }
    reader.at += 1;
    reader.end_statement("`;`");
    Some(at)
}

/// `=>`, or what stands in its place.
struct Arrow {
    first: usize,
    behind: usize,
}

/// The arrow of the statement in which the reader stands. `->` and a `=` before a name that ends the statement
/// are meant for one.
fn arrow<S: Span>(reader: &Reader<'_, '_, S>) -> Option<Arrow> {
    let mut at = reader.at;
    while let Some(kind) = reader.tokens.kind(at) {
        let is = |at: usize, punct: char| reader.tokens.is_punct(at, punct);
        if matches!(kind, TokenKind::Punct('=' | '-')) && is(at + 1, '>') {
            return Some(Arrow { first: at, behind: at + 2 });
        }
        if is(at, '=') && reader.tokens.ident(at + 1).is_some() && is(at + 2, ';') {
            return Some(Arrow { first: at, behind: at + 1 });
        }
        if *kind == TokenKind::Punct(';') || at > reader.at && reader.begins_statement(at) {
            return None;
        }
        at = match kind {
            TokenKind::Open(_) => reader.tokens.behind_group(at)?,
            _ => at + 1,
        };
    }
    None
}

/// Reads a condition that ends at the arrow.
fn before_arrow<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
    arrow: usize,
) -> Condition<'t> {
    if reader.at == arrow {
        reader.expected(arrow, CONDITION);
        return Condition::Wrong;
    }
    let (tokens, grammar) = (reader.tokens, reader.grammar);
    reader.tokens = tokens.until(arrow);
    // No semicolon is missing there.
    reader.grammar = Grammar { mode: Mode::Instruction, ..grammar };
    let condition = condition(reader, statements);
    (reader.tokens, reader.grammar) = (tokens, grammar);
    condition
}

/// Reads `st0` or an instruction, up to the end of its statement.
fn condition<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Condition<'t> {
    let at = reader.at;
    match reader.tokens.ident(at) {
        Some("st0") => {
            reader.at += 1;
            match reader.end_statement("`=>` or `;`") {
                true => Condition::Status,
                false => Condition::Wrong,
            }
        }
        Some("require" | "refuse" | "let" | "st1") | None => {
            reader.expected(at, CONDITION);
            reader.skip_to_statement();
            Condition::Wrong
        }
        Some(name) => match instruction(reader, statements, name) {
            StatementKind::Instruction(instruction) => Condition::Instruction(instruction),
            _ => Condition::Wrong,
        },
    }
}
