//! What a routine can require and refuse: `require not instruction => Error;`, `refuse Error;`.

use core::ops::Range;

use super::data::{Condition, Refusal, Requirement, StatementKind, Statements};
use super::instruction::instruction;
use super::reader::{Grammar, Mode, Reader};
use crate::asm::error::{AsmErrorKind, CONDITION, ERROR, ERROR_END, Fault};
use crate::asm::token::{Delimiter, Span, TokenKind};

/// Reads a requirement, with the current token at `require`.
pub(super) fn requirement<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Requirement<'t> {
    reader.at += 1;
    let mut not = None;
    loop {
        let is_operator = reader.tokens.is_punct(reader.at, '!');
        if !is_operator && reader.tokens.ident(reader.at) != Some("not") {
            break;
        }
        if is_operator || not.is_some() {
            reader.expected(reader.at, CONDITION);
        }
        not.get_or_insert(reader.at);
        reader.at += 1;
    }
    let grammar = reader.grammar;
    let Some(arrow) = arrow(reader) else {
        reader.grammar = Grammar { mode: Mode::Requirement, ..grammar };
        let condition = condition(reader, statements);
        reader.grammar = grammar;
        return Requirement { condition, not, refusal: Refusal::Plain };
    };
    let condition = before_arrow(reader, statements, arrow.start);
    if !is_arrow(reader, arrow.start) {
        let found = if arrow.len() == 1 { "`=`" } else { "`->`" }.into();
        let error = AsmErrorKind::Expected { expected: "`=>` before the name of an error", found };
        reader.fault(Fault::between(arrow.start, arrow.end - 1, error));
    }
    reader.at = arrow.end;
    let refusal = error(reader).map_or(Refusal::Wrong, Refusal::Error);
    Requirement { condition, not, refusal }
}

/// Reads the error behind `refuse`, with the current token at `refuse`.
pub(super) fn refusal<S: Span>(reader: &mut Reader<'_, '_, S>) -> Option<usize> {
    reader.at += 1;
    error(reader)
}

/// Reads the name of an error, up to and with the `;`. Of a path it is the last name.
fn error<S: Span>(reader: &mut Reader<'_, '_, S>) -> Option<usize> {
    let at = reader.at;
    if reader.tokens.ident(at).is_none() || reader.begins_statement(at) {
        reader.expected(at, ERROR);
        reader.skip_to_statement();
        return None;
    }
    reader.at += 1;
    while reader.tokens.is_path_separator(reader.at) && reader.tokens.ident(reader.at + 2).is_some()
    {
        reader.at += 3;
    }
    let last = reader.at - 1;
    let has_values = [Delimiter::Parenthesis, Delimiter::Brace]
        .iter()
        .any(|delimiter| reader.tokens.is_open(reader.at, *delimiter));
    reader.end_statement(if has_values { ERROR_END } else { "`;`" });
    Some(last)
}

fn is_arrow<S: Span>(reader: &Reader<'_, '_, S>, at: usize) -> bool {
    reader.tokens.is_punct(at, '=') && reader.tokens.is_punct(at + 1, '>')
}

/// The `=>` of the statement in which the reader stands, or what stands in its place: `->`, or a `=`
/// before a name that ends the statement.
fn arrow<S: Span>(reader: &Reader<'_, '_, S>) -> Option<Range<usize>> {
    let mut at = reader.at;
    while let Some(kind) = reader.tokens.kind(at) {
        let is_like_arrow = |first, second| {
            reader.tokens.is_punct(at, first) && reader.tokens.is_punct(at + 1, second)
        };
        if is_arrow(reader, at) || is_like_arrow('-', '>') {
            return Some(at..at + 2);
        }
        let ends_with_name =
            reader.tokens.ident(at + 1).is_some() && reader.tokens.is_punct(at + 2, ';');
        let is_comparison = matches!(
            reader.tokens.kind(at.wrapping_sub(1)),
            Some(TokenKind::Punct('=' | '!' | '<' | '>'))
        );
        if reader.tokens.is_punct(at, '=') && ends_with_name && !is_comparison {
            return Some(at..at + 1);
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
        Some(name)
            if !matches!(name, "require" | "refuse" | "let") && !is_value(reader, at, name) =>
        {
            match instruction(reader, statements, name) {
                StatementKind::Instruction(instruction) => Condition::Instruction(instruction),
                _ => Condition::Wrong,
            }
        }
        _ => {
            reader.expected(at, CONDITION);
            reader.skip_to_statement();
            Condition::Wrong
        }
    }
}

/// Whether a name that is no mnemonic stands alone or before an operator, as a value does in Rust.
fn is_value<S: Span>(reader: &Reader<'_, '_, S>, at: usize, name: &str) -> bool {
    let is_followed = match reader.tokens.kind(at + 1) {
        None => false,
        Some(TokenKind::Punct(punct)) => matches!(punct, '.' | '-'),
        Some(_) => true,
    };
    !is_followed && !reader.grammar.mnemonics.has(name)
}
