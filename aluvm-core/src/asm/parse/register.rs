//! Reading registers: `a16[3]`.

use super::data::{OperandKind, Reading};
use super::number::small_number;
use super::reader::Reader;
use crate::asm::error::AsmErrorKind;
use crate::asm::token::{Delimiter, Span};
use crate::isa::RegisterSize;

/// Reads `a16[3]`, and what is written like it.
pub(super) fn register<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    name: &'t str,
    reading: &mut Reading,
) -> OperandKind<'t> {
    let at = reader.at;
    let size = register_size(reader, name, reading);
    reader.at += 2;
    let index = register_index(reader, size, reading);
    if reader.tokens.is_close(reader.at, Delimiter::Bracket) {
        reader.at += 1;
    } else {
        if index.is_some() {
            reader.expected(reader.at, "`]`");
        }
        reader.at = reader.tokens.behind_group(at + 1).unwrap_or(reader.at);
        reading.lower_to(Reading::Mended);
        // That the name is none of a register is still worth saying.
        return if size.is_some() { OperandKind::Wrong } else { OperandKind::Indexed { name } };
    }
    match (size, index) {
        (Some(size), Some(index)) => OperandKind::Register { size, index },
        (None, _) => OperandKind::Indexed { name },
        (Some(_), None) => OperandKind::Wrong,
    }
}

/// The size that a name says; none if it says none.
fn register_size<S: Span>(
    reader: &mut Reader<'_, '_, S>,
    name: &str,
    reading: &mut Reading,
) -> Option<RegisterSize> {
    if let Some(size) = size_from_name(name) {
        return Some(size);
    }
    let size = size_from_name(&name.to_ascii_lowercase())?;
    let expected = size.name().into();
    reader.error(reader.at, AsmErrorKind::UpperCase { found: name.into(), expected });
    reading.lower_to(Reading::Mended);
    Some(size)
}

/// Reads the number between brackets. Where the size has no such register, register 0 stands in for
/// it, so that the operand is still checked.
fn register_index<S: Span>(
    reader: &mut Reader<'_, '_, S>,
    size: Option<RegisterSize>,
    reading: &mut Reading,
) -> Option<u8> {
    let expected = "the index of a register, a number";
    let Some(text) = reader.tokens.literal(reader.at) else {
        reader.expected(reader.at, expected);
        return None;
    };
    let index = small_number(reader, reader.at, text, expected);
    let found = reader.at;
    reader.at += 1;
    let index = index?;
    let Some(size) = size else { return Some(0) };
    let count = size.count();
    match u8::try_from(index) {
        Ok(index) if index < count => Some(index),
        _ => {
            let index = text.into();
            reader.error(found, AsmErrorKind::IndexTooLarge { size, index, count });
            reading.lower_to(Reading::Mended);
            Some(0)
        }
    }
}

/// The register size of this name, without searching all names.
pub(crate) fn size_from_name(name: &str) -> Option<RegisterSize> {
    use RegisterSize::*;
    let size = match name.as_bytes() {
        b"a8" => A8,
        b"a16" => A16,
        b"a32" => A32,
        b"a64" => A64,
        b"s16" => S16,
        b"r256" => R256,
        [b'a' | b'f' | b'r', b'1'..=b'8', ..] => return RegisterSize::from_name(name),
        _ => return None,
    };
    Some(size)
}
