//! Statements that begin with a dot: plain bytes, and the segments of a library's text.

use alloc::vec::Vec;

use super::data::StatementKind;
use super::reader::{Mode, Reader};
use crate::asm::error::{AsmErrorKind, Fault, IntegerRange, STATEMENT};
use crate::asm::token::{Numeral, Span, TokenKind, numeral, small};
use crate::isa::{INSTR_MAX, Verbatim};

/// Reads a directive, with the current token at its dot.
pub(super) fn directive<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Option<StatementKind<'t>> {
    let at = reader.at;
    let Some(name) = reader.tokens.ident(at + 1) else {
        reader.expected(at, STATEMENT);
        reader.skip_statement();
        return None;
    };
    reader.at += 2;
    let error = match name {
        "byte" => return Some(bytes(reader, at)),
        "isae" | "lib" | "data" if reader.grammar.mode == Mode::Library => {
            return library_directive(reader, name);
        }
        "isae" | "lib" | "data" => AsmErrorKind::LibraryDirective { name: name.into() },
        _ => {
            let lower = name.to_ascii_lowercase();
            let nearest = ["byte", "isae", "lib", "data"].into_iter().find(|known| *known == lower);
            AsmErrorKind::UnknownDirective { name: name.into(), nearest }
        }
    };
    reader.fault(Fault::between(at, at + 1, error));
    reader.skip_statement();
    None
}

/// Reads the numbers of `.byte 0x47, 0x01;`.
fn bytes<'t, S: Span>(reader: &mut Reader<'_, 't, S>, at: usize) -> StatementKind<'t> {
    let mut bytes = Vec::new();
    let mut is_right = true;
    loop {
        match byte(reader) {
            Some(byte) => {
                is_right &= byte.is_some();
                bytes.push(byte.unwrap_or_default());
            }
            None => {
                reader.skip_statement();
                return StatementKind::Wrong;
            }
        }
        if !reader.tokens.is_punct(reader.at, ',') {
            break;
        }
        reader.at += 1;
    }
    if !reader.end_statement("`,` or `;`") || !is_right {
        return StatementKind::Wrong;
    }
    let verbatim = Verbatim::new(&bytes);
    if verbatim.is_none() {
        let error = AsmErrorKind::TooManyBytes { found: bytes.len(), limit: INSTR_MAX };
        reader.fault(Fault::between(at, at + 1, error));
    }
    StatementKind::Bytes { verbatim, length: bytes.len() }
}

/// Reads one number of `.byte`; none where there is no number, or the number is out of range, which is
/// reported.
fn byte<S: Span>(reader: &mut Reader<'_, '_, S>) -> Option<Option<u8>> {
    let at = reader.at;
    let expected = "a byte, 0..=255";
    let Some(literal) = reader.tokens.literal(at).filter(|text| is_numeral(text)) else {
        reader.expected(at, expected);
        return None;
    };
    reader.at += 1;
    match numeral(literal) {
        Ok(Numeral::Byte(byte)) => return Some(Some(byte)),
        Ok(Numeral::Integer { radix, digits }) => {
            if let Some(byte) = small(radix, digits).and_then(|value| value.try_into().ok()) {
                return Some(Some(byte));
            }
            let range = IntegerRange::unsigned(8);
            let found = reader.tokens.describe(at);
            reader.error(at, AsmErrorKind::IntegerRange { found, range, size: None });
        }
        Ok(Numeral::Float) => reader.expected(at, expected),
        Err(error) => reader.error(at, AsmErrorKind::Literal(error)),
    }
    Some(None)
}

fn library_directive<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    name: &'t str,
) -> Option<StatementKind<'t>> {
    let token = reader.at;
    let Some(TokenKind::Literal(literal)) = reader.tokens.kind(token).filter(|kind| is_text(kind))
    else {
        reader.expected(token, directive_value(name));
        reader.skip_statement();
        return None;
    };
    reader.at += 1;
    reader.end_statement("`;`");
    Some(StatementKind::Directive { name, literal, token })
}

/// What stands behind the directive of a library's text with this name.
pub(in crate::asm) fn directive_value(name: &str) -> &'static str {
    match name {
        "data" => "a byte string, `b\"…\"`",
        "lib" => "the id of a library in quotes",
        _ => "the ids of ISA extensions in quotes, `\"ALU BPDIGEST\"`",
    }
}

fn is_numeral(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'9', ..] | [b'b', b'\'', ..])
}

fn is_text(kind: &TokenKind<'_>) -> bool {
    let TokenKind::Literal(text) = kind else { return false };
    matches!(text.as_bytes(), [b'"' | b'r', ..] | [b'b', b'"' | b'r', ..])
}
