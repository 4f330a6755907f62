//! Instructions: a mnemonic, its flags, its operands.

use super::data::{Instruction, Reading, StatementKind, Statements};
use super::mnemonic::Candidates;
use super::operand::operand;
use super::reader::{Mode, Reader};
use super::register::size_from_name;
use crate::asm::error::{
    AsmErrorKind, CALL_END, CONDITION_END, Fault, OPERAND_END, begins_rust_item, counterpart,
};
use crate::asm::token::{Delimiter, Span, TokenKind};
use crate::isa::FieldKind;

/// Reads an instruction, with the current token at its first word.
pub(super) fn instruction<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
    mnemonic: &'t str,
) -> StatementKind<'t> {
    let at = reader.at;
    let start = statements.operands.len();
    reader.at += 1;
    let mut reading = Reading::Right;
    let flags = flags(reader, &mut reading);
    let rows = reader.grammar.mnemonics.find(mnemonic);
    if rows.is_empty() {
        let kind = unknown(reader, statements, mnemonic, at, flags);
        statements.operands.truncate(start);
        return kind;
    }
    let is_call = matches!(mnemonic, "routine" | "call" | "exec" | "jmp" | "jif");
    let end = match reader.grammar.mode {
        _ if is_call && reader.tokens.is_open(reader.at + 1, Delimiter::Parenthesis) => CALL_END,
        Mode::Requirement => CONDITION_END,
        _ => OPERAND_END,
    };
    reading.lower_to(operands(reader, statements, rows.take_operands(), end));
    let operands = start..statements.operands.len();
    StatementKind::Instruction(Instruction { mnemonic, at, rows, flags, operands, reading })
}

/// Whether flags stand behind a colon, `gt:u a8[0], a8[1]`, rather than a label before a statement.
pub(super) fn has_flags_behind_colon<S: Span>(reader: &Reader<'_, '_, S>, at: usize) -> bool {
    let mnemonics = reader.grammar.mnemonics;
    if !reader.tokens.is_label(at) {
        return false;
    }
    let Some(mnemonic) = reader.tokens.ident(at) else { return false };
    let Some(flags) = reader.tokens.ident(at + 2) else { return false };
    let rows = mnemonics.find(mnemonic);
    if rows.is_empty() || mnemonics.has(flags) || reader.tokens.is_label(at + 2) {
        return false;
    }
    rows.iter().any(|row| {
        let known = row.syntax.flags.map(|field| row.form.fields[field].kind);
        matches!(known, Some(FieldKind::Flags(known)) if known.iter().any(|flag| flag.text == flags))
    })
}

/// Reads `.flags`. Flags that have been reported as wrong are empty.
fn flags<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    reading: &mut Reading,
) -> Option<(&'t str, usize)> {
    if has_flags_behind_colon(reader, reader.at - 1) {
        let at = reader.at + 1;
        let name = |token| reader.tokens.ident(token).unwrap_or_default();
        let expected = alloc::format!("{}.{}", name(at - 2), name(at)).into();
        reader.fault(Fault::between(at - 2, at, AsmErrorKind::FlagsBehindColon { expected }));
        *reading = Reading::Mended;
        reader.at = at + 1;
        return Some(("", at));
    }
    if !reader.tokens.is_punct(reader.at, '.') {
        return None;
    }
    let at = reader.at + 1;
    let is_register = reader.tokens.is_open(at + 1, Delimiter::Bracket);
    let Some(flags) = reader.tokens.ident(at).filter(|_| !is_register) else {
        reader.expected(at, "flags behind the dot");
        *reading = Reading::Miscounted;
        reader.at = at;
        return Some(("", at));
    };
    reader.at = at + 1;
    if !reader.tokens.is_punct(reader.at, '.') || reader.tokens.ident(reader.at + 1).is_none() {
        return Some((flags, at));
    }
    reader.error(reader.at, AsmErrorKind::FlagsApart);
    *reading = Reading::Mended;
    while reader.tokens.is_punct(reader.at, '.') && reader.tokens.ident(reader.at + 1).is_some() {
        // What has an index is the first operand.
        let is_register = reader.tokens.is_open(reader.at + 2, Delimiter::Bracket);
        reader.at += if is_register { 1 } else { 2 };
    }
    Some(("", at))
}

/// Reads operands up to and with the `;`.
fn operands<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
    take_operands: bool,
    expected: &'static str,
) -> Reading {
    // A label may have the name of a mnemonic: `jmp test;`.
    let is_next = match take_operands {
        true => reader.begins_statement(reader.at),
        false => reader.begins_any_statement(reader.at),
    };
    if reader.is_statement_end() || is_next {
        return end(reader, Reading::Right, "an operand or `;`");
    }
    if !take_operands && !begins_operand(reader) {
        return end(reader, Reading::Right, "`;`");
    }
    let mut reading = Reading::Right;
    loop {
        let operand = operand(reader);
        reading.lower_to(operand.reading);
        statements.operands.push(operand);
        if reader.tokens.ident(reader.at) == Some("as") {
            // `LIMIT as u8`, of which the type is no operand.
            reader.expected(reader.at, expected);
            reading.lower_to(Reading::Mended);
            reader.skip_operand();
        }
        if reader.tokens.is_punct(reader.at, ',') {
            reader.at += 1;
            if reader.is_statement_end() || reader.begins_statement(reader.at) {
                reader.expected(reader.at, "an operand");
                if reader.tokens.is_punct(reader.at, ';') {
                    reader.at += 1;
                }
                return Reading::Broken;
            }
        } else if begins_operand(reader) {
            reader.expected(reader.at, expected);
            reading.lower_to(Reading::Miscounted);
        } else {
            return end(reader, reading, expected);
        }
    }
}

/// The end of a statement that has been read so far.
fn end<S: Span>(
    reader: &mut Reader<'_, '_, S>,
    reading: Reading,
    expected: &'static str,
) -> Reading {
    if reader.end_statement(expected) { reading } else { Reading::Broken }
}

/// Whether an operand begins here, where its comma is missing.
fn begins_operand<S: Span>(reader: &Reader<'_, '_, S>) -> bool {
    match reader.tokens.kind(reader.at) {
        Some(TokenKind::Ident(_)) => !reader.begins_any_statement(reader.at),
        Some(TokenKind::Literal(_) | TokenKind::Expression) => true,
        _ => false,
    }
}

/// An instruction with an unknown mnemonic, or a label without its colon.
fn unknown<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
    mnemonic: &'t str,
    at: usize,
    flags: Option<(&'t str, usize)>,
) -> StatementKind<'t> {
    let is_upper = reader.grammar.mnemonics.in_lower_case(mnemonic).is_some();
    let is_item = begins_rust_item(mnemonic);
    let is_label = flags.is_none() && !is_upper && reader.begins_any_statement(reader.at);
    let is_foreign = counterpart(mnemonic).is_some();
    if !is_item && !is_foreign && is_label && !reader.tokens.is_punct(reader.at, '.') {
        reader.error(at, AsmErrorKind::MissingColon { label: mnemonic.into() });
        return StatementKind::Label { name: mnemonic };
    }
    let mut kind = StatementKind::Instruction(Instruction {
        mnemonic,
        at,
        rows: Candidates::NONE,
        flags,
        operands: 0..0,
        reading: Reading::Broken,
    });
    if !is_upper && flags.is_none() && is_assignment(reader, at) {
        reader.expected(at, "a mnemonic");
        kind = StatementKind::Wrong;
    }
    if is_item {
        reader.skip_rust_item();
        return kind;
    }
    if is_foreign && is_label {
        return kind;
    }
    // Without the instruction there is no telling what its operands should be.
    let before = reader.errors.len();
    operands(reader, statements, true, OPERAND_END);
    let last = reader.at.saturating_sub(1);
    let is_behind_braces = reader.tokens.is_close(last, Delimiter::Brace);
    reader.errors.retain_behind(before, |kind| {
        matches!(kind, AsmErrorKind::MissingSemicolon { .. }) && !is_behind_braces
    });
    kind
}

/// Whether a statement assigns to a register as Rust does: `a16[0] = 5`.
fn is_assignment<S: Span>(reader: &Reader<'_, '_, S>, at: usize) -> bool {
    let tokens = reader.tokens;
    if !tokens.is_open(at + 1, Delimiter::Bracket) {
        return tokens.is_punct(at + 1, '=');
    }
    let is_register = tokens.ident(at).is_some_and(|name| size_from_name(name).is_some());
    let behind = tokens.behind_group(at + 1);
    is_register || behind.is_some_and(|behind| tokens.is_punct(behind, '='))
}
