//! Reading operands: what stands there, before it is known what the instruction wants.

use super::data::{Library, LibraryKind, Operand, OperandKind, Reading};
use super::number::small_number;
use super::reader::Reader;
use super::register::{register, size_from_name};
use crate::asm::error::AsmErrorKind;
use crate::asm::token::{Delimiter, Span, TokenKind};

/// Reads the operand at the current token, the library behind `@` included.
pub(super) fn operand<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Operand<'t> {
    let first = reader.at;
    let mut reading = Reading::Right;
    let kind = kind(reader, &mut reading);
    let last = reader.at.saturating_sub(1).max(first);
    let mut library = None;
    if reader.tokens.is_punct(reader.at, '@') {
        reader.at += 1;
        library = Some(self::library(reader, &mut reading));
    }
    Operand { kind, first, last, library, reading }
}

fn kind<'t, S: Span>(reader: &mut Reader<'_, 't, S>, reading: &mut Reading) -> OperandKind<'t> {
    let at = reader.at;
    match reader.tokens.kind(at) {
        Some(TokenKind::Ident(name)) => named(reader, name, reading),
        Some(TokenKind::Literal(text)) => {
            reader.at += 1;
            literal(reader, at, text, false)
        }
        Some(TokenKind::Expression) => {
            reader.at += 1;
            OperandKind::Constant
        }
        Some(TokenKind::Open(Delimiter::Brace)) => braces(reader),
        Some(TokenKind::Punct('-')) => negative(reader),
        Some(TokenKind::Punct('@')) => place(reader),
        Some(TokenKind::Punct(':')) if reader.tokens.is_path_separator(at) => {
            path(reader, at, reading)
        }
        Some(TokenKind::Open(Delimiter::Parenthesis)) => {
            reader.error(at, AsmErrorKind::NeedsBraces);
            reader.at = reader.tokens.behind_group(at).unwrap_or(reader.tokens.len());
            OperandKind::Wrong
        }
        _ => {
            reader.expected(at, "an operand");
            reading.lower_to(Reading::Miscounted);
            reader.skip_operand();
            OperandKind::Wrong
        }
    }
}

fn named<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    name: &'t str,
    reading: &mut Reading,
) -> OperandKind<'t> {
    let at = reader.at;
    if reader.tokens.is_open(at + 1, Delimiter::Bracket) {
        return register(reader, name, reading);
    }
    reader.at += 1;
    if reader.tokens.is_path_separator(reader.at) {
        return path(reader, at, reading);
    }
    if let Some(size) = size_from_name(name)
        && (reader.tokens.literal(reader.at).is_some()
            || reader.tokens.is_open(reader.at, Delimiter::Parenthesis))
    {
        // `a16 0` or `a16(0)`.
        reader.error(at, AsmErrorKind::MissingIndex { size });
        reader.skip_operand();
        return OperandKind::Wrong;
    }
    OperandKind::Name { negative: false, name }
}

fn literal<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    at: usize,
    text: &'t str,
    negative: bool,
) -> OperandKind<'t> {
    match text.as_bytes() {
        [b'0'..=b'9', ..] | [b'b', b'\'', ..] => OperandKind::Number { negative, text },
        [b'-', b'0'..=b'9', ..] if !negative => {
            OperandKind::Number { negative: true, text: &text[1..] }
        }
        [b'"', ..] | [b'b', b'"' | b'r', ..] | [b'r', ..] if !negative => OperandKind::Text(text),
        [b'\'', ..] if !negative => {
            reader.error(at, AsmErrorKind::CharLiteral { text: text.into() });
            OperandKind::Wrong
        }
        _ => {
            reader.expected(at, if negative { "a number" } else { "an operand" });
            OperandKind::Wrong
        }
    }
}

fn negative<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> OperandKind<'t> {
    let at = reader.at + 1;
    reader.at += 1;
    match reader.tokens.kind(at) {
        Some(TokenKind::Literal(text)) => {
            reader.at += 1;
            return literal(reader, at, text, true);
        }
        Some(TokenKind::Ident(name))
            if !is_constant_name(name) && !reader.tokens.is_path_separator(at + 1) =>
        {
            reader.at += 1;
            return OperandKind::Name { negative: true, name };
        }
        Some(TokenKind::Ident(_) | TokenKind::Open(_) | TokenKind::Expression) => {
            reader.error(at - 1, AsmErrorKind::NeedsBraces);
        }
        _ => reader.expected(at, "a number"),
    }
    reader.skip_operand();
    OperandKind::Wrong
}

/// Reads `@0x0010` or `@0x0010[5]`.
fn place<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> OperandKind<'t> {
    reader.at += 1;
    let Some(offset) = place_number(reader, "an offset in the data segment, 0..=65535") else {
        return OperandKind::Wrong;
    };
    if !reader.tokens.is_open(reader.at, Delimiter::Bracket) {
        return OperandKind::Place { offset, length: None };
    }
    reader.at += 1;
    let Some(length) = place_number(reader, "a length, 0..=65535") else {
        return OperandKind::Wrong;
    };
    if !reader.tokens.is_close(reader.at, Delimiter::Bracket) {
        reader.expected(reader.at, "`]`");
        reader.skip_operand();
        return OperandKind::Wrong;
    }
    reader.at += 1;
    OperandKind::Place { offset, length: Some(length) }
}

fn place_number<S: Span>(reader: &mut Reader<'_, '_, S>, expected: &'static str) -> Option<u16> {
    let at = reader.at;
    let number = match reader.tokens.literal(at) {
        Some(text) => {
            reader.at += 1;
            small_number(reader, at, text, expected)?
        }
        None => u128::MAX,
    };
    let number = u16::try_from(number).ok();
    if number.is_none() {
        reader.expected(at, expected);
        reader.skip_operand();
    }
    number
}

/// Reads what stands behind `@`.
fn library<'t, S: Span>(reader: &mut Reader<'_, 't, S>, reading: &mut Reading) -> Library<'t> {
    let first = reader.at;
    let kind = match reader.tokens.kind(first) {
        Some(TokenKind::Literal(text)) if text.starts_with(['"', 'r']) => {
            reader.at += 1;
            LibraryKind::Id(text)
        }
        Some(TokenKind::Literal(text)) => {
            reader.at += 1;
            let number = small_number(reader, first, text, LIBRARY);
            let index = number.and_then(|number| u8::try_from(number).ok());
            if number.is_some() && index.is_none() {
                reader.error(first, AsmErrorKind::LibraryIndex { found: (**text).into() });
            }
            index.map_or(LibraryKind::Wrong, LibraryKind::Index)
        }
        Some(TokenKind::Ident(_) | TokenKind::Open(_) | TokenKind::Expression)
        | Some(TokenKind::Punct(':')) => match self::kind(reader, reading) {
            OperandKind::Constant => LibraryKind::Constant,
            OperandKind::Name { name, .. } if is_constant_name(name) => LibraryKind::Name(name),
            OperandKind::Wrong => LibraryKind::Wrong,
            _ => {
                reader.expected(first, LIBRARY);
                LibraryKind::Wrong
            }
        },
        _ => {
            reader.expected(first, LIBRARY);
            LibraryKind::Wrong
        }
    };
    if matches!(kind, LibraryKind::Wrong) {
        reader.skip_operand();
    }
    Library { kind, first, last: reader.at.saturating_sub(1).max(first) }
}

/// What stands behind `@`.
pub(in crate::asm) const LIBRARY: &str =
    "a library: its id in quotes, a `LibId` constant, or its index";

/// Reads the rest of a path that begins at `first`, `::name::name`.
fn path<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    first: usize,
    reading: &mut Reading,
) -> OperandKind<'t> {
    while reader.tokens.is_path_separator(reader.at) {
        reader.at += 2;
        if reader.tokens.is_punct(reader.at, '<') {
            reader.error(first, AsmErrorKind::NeedsBraces);
            skip_generic_arguments(reader);
            reader.skip_operand();
            return OperandKind::Wrong;
        }
        if reader.tokens.ident(reader.at).is_none() {
            reader.expected(reader.at, "a name");
            reading.lower_to(Reading::Mended);
            reader.skip_operand();
            break;
        }
        reader.at += 1;
    }
    OperandKind::Constant
}

/// Moves behind `<u8, u16>`, whose commas separate no operands.
fn skip_generic_arguments<S: Span>(reader: &mut Reader<'_, '_, S>) {
    let mut depth = 0usize;
    while !reader.is_statement_end() {
        match reader.tokens.kind(reader.at) {
            Some(TokenKind::Punct('<')) => depth += 1,
            Some(TokenKind::Punct('>')) => depth -= 1,
            _ => {}
        }
        reader.at += 1;
        if depth == 0 {
            return;
        }
    }
}

fn braces<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> OperandKind<'t> {
    let at = reader.at;
    match reader.tokens.behind_group(at) {
        Some(behind) if behind == at + 2 => {
            reader.at = behind;
            reader.expected(at + 1, "a constant expression");
            OperandKind::Wrong
        }
        Some(behind) => {
            reader.at = behind;
            OperandKind::Constant
        }
        None => {
            reader.at = reader.tokens.len();
            reader.expected(reader.at, "`}`");
            OperandKind::Wrong
        }
    }
}

/// Whether a bare name is a Rust constant by its first letter.
pub(crate) fn is_constant_name(name: &str) -> bool {
    match name.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase() || *first == b'$',
        _ => name.chars().next().is_some_and(char::is_uppercase),
    }
}
