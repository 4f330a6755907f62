//! The values of operands: literals to the register's own bytes, and numbers in the instruction.

use alloc::vec::Vec;

use super::argument::{Argument, ArgumentKind};
use super::block::Wanted;
use super::scope::Scope;
use crate::asm::error::{AsmErrorKind, Fault, IntegerRange, quoted};
use crate::asm::token::{Numeral, Text, float_literal, integer_bytes, numeral, small, text};
use crate::isa::{Family, RegisterSize};
use crate::limits::BYTES_MAX;

/// A value for a register.
pub(super) enum Value {
    Bytes(Vec<u8>),
    /// A place in the data segment.
    Place {
        offset: u16,
        length: u16,
    },
    /// A Rust constant, which gives this.
    Constant(Wanted),
}

/// The value of an operand for a register of this size.
pub(super) fn of<'t>(
    argument: &Argument<'t>,
    size: RegisterSize,
    scope: &Scope<'_, 't>,
) -> Result<Value, Fault> {
    let family = size.family();
    if family == Family::F
        && let Some(error) = misspelt_float(argument)
    {
        return Err(argument.fault(error));
    }
    let bytes = match argument.kind {
        ArgumentKind::Constant if family == Family::S => {
            return Ok(Value::Constant(Wanted::Bytes));
        }
        ArgumentKind::Constant => return Ok(Value::Constant(Wanted::Value(size))),
        ArgumentKind::Place { offset, length } => {
            if length.is_some() != (family == Family::S) {
                return Err(argument.wrong(place_form(size), scope));
            }
            return Ok(Value::Place { offset, length: length.unwrap_or_default() });
        }
        ArgumentKind::Number { negative, text } => number(argument, size, negative, text)?,
        ArgumentKind::Float { size: own, negative, text } if family == Family::F => {
            Some(float_constant(argument, (own, negative, text), size)?)
        }
        ArgumentKind::Text(literal) => string(argument, size, literal)?,
        ArgumentKind::Name { negative, name: "inf" } if family == Family::F => {
            Some(float(argument, size, negative, "inf")?)
        }
        _ => None,
    };
    bytes.map(Value::Bytes).ok_or_else(|| argument.wrong(wanted(size), scope))
}

/// NaN, and infinity as others spell it. No Rust constant is written like one of these.
fn misspelt_float(argument: &Argument<'_>) -> Option<AsmErrorKind> {
    let name = match argument.kind {
        ArgumentKind::Name { name, .. } => name,
        ArgumentKind::Constant => argument.name?,
        _ => return None,
    };
    match name {
        "nan" | "NaN" => Some(AsmErrorKind::NotANumber),
        "infinity" | "Infinity" | "Inf" => {
            let found = quoted(name).into();
            Some(AsmErrorKind::Expected { expected: "`inf`", found })
        }
        _ => None,
    }
}

/// The bytes of a number; none if a register of this size takes no such number.
fn number(
    argument: &Argument<'_>,
    size: RegisterSize,
    negative: bool,
    literal: &str,
) -> Result<Option<Vec<u8>>, Fault> {
    let (width, family) = (size.bytes(), size.family());
    let range = IntegerRange::of_register(size);
    let bytes = match numeral(literal) {
        Err(error) => return Err(Fault::at(argument.last, AsmErrorKind::Literal(error))),
        Ok(Numeral::Integer { .. } | Numeral::Float) if family == Family::F => {
            Some(float(argument, size, negative, literal)?)
        }
        Ok(Numeral::Integer { radix, digits }) if family != Family::S => {
            integer_bytes(radix, digits, negative, width)
                .filter(|bytes| family == Family::A || !negative || is_zero(bytes))
        }
        Ok(Numeral::Byte(byte)) if matches!(family, Family::A | Family::R) && !negative => {
            let mut bytes = alloc::vec![0; width];
            bytes[0] = byte;
            Some(bytes)
        }
        Ok(Numeral::Float) if family != Family::S => {
            let found = argument.describe();
            return Err(argument.fault(AsmErrorKind::NotInteger { found, range }));
        }
        Ok(_) => return Ok(None),
    };
    match bytes {
        Some(bytes) => Ok(Some(bytes)),
        None => Err(out_of_range(argument, range, Some(size))),
    }
}

fn float(
    argument: &Argument<'_>,
    size: RegisterSize,
    negative: bool,
    literal: &str,
) -> Result<Vec<u8>, Fault> {
    float_literal(size, negative, literal).map_err(|error| {
        let found = argument.describe();
        argument.fault(AsmErrorKind::Float { size, found, error })
    })
}

/// The bytes of a constant of one float size in a register of another.
fn float_constant(
    argument: &Argument<'_>,
    (own, negative, literal): (RegisterSize, bool, &str),
    size: RegisterSize,
) -> Result<Vec<u8>, Fault> {
    let bytes = float(argument, own, negative, literal)?;
    let formats = own.float_format().zip(size.float_format()).filter(|_| own != size);
    let Some((from, to)) = formats else { return Ok(bytes) };
    from.convert(&bytes, to).ok_or_else(|| {
        let found = argument.name.unwrap_or(literal).into();
        argument.fault(AsmErrorKind::InexactFloat { found, own, size })
    })
}

/// The bytes of a string; none if a register of this size takes no such string.
fn string(
    argument: &Argument<'_>,
    size: RegisterSize,
    literal: &str,
) -> Result<Option<Vec<u8>>, Fault> {
    let error = match text(literal) {
        Ok(Text::String(bytes) | Text::Bytes(bytes)) if size == RegisterSize::S16 => {
            match bytes.len() {
                0..=BYTES_MAX => return Ok(Some(bytes)),
                found => AsmErrorKind::StringTooLong { found },
            }
        }
        Ok(Text::Bytes(bytes)) if bytes.len() == size.bytes() => return Ok(Some(bytes)),
        Ok(Text::Bytes(bytes)) => AsmErrorKind::ByteWidth { size, found: bytes.len() },
        Ok(Text::String(_)) => return Ok(None),
        Err(error) => AsmErrorKind::Literal(error),
    };
    Err(Fault::at(argument.first, error))
}

/// A step as the instruction holds it, which is negated for `sub`.
pub(super) fn step(
    argument: &Argument<'_>,
    negative: bool,
    text: &str,
    negated: bool,
) -> Result<i128, Fault> {
    let range = if negated { -127..=128 } else { -128..=127 };
    let bounds = IntegerRange::Bounds { least: *range.start(), most: *range.end() };
    let value = i128::try_from(small_integer(argument, text, &bounds)?).unwrap_or(i128::MAX);
    let value = if negative { -value } else { value };
    if !range.contains(&value) {
        return Err(out_of_range(argument, bounds, None));
    }
    Ok(if negated { -value } else { value })
}

/// The magnitude of an integer or byte literal.
pub(super) fn small_integer(
    argument: &Argument<'_>,
    text: &str,
    range: &IntegerRange,
) -> Result<u128, Fault> {
    match numeral(text) {
        Ok(Numeral::Integer { radix, digits }) => Ok(small(radix, digits).unwrap_or(u128::MAX)),
        Ok(Numeral::Byte(byte)) => Ok(byte.into()),
        Ok(Numeral::Float) => {
            let (found, range) = (argument.describe(), range.clone());
            Err(argument.fault(AsmErrorKind::NotInteger { found, range }))
        }
        Err(error) => Err(Fault::at(argument.last, AsmErrorKind::Literal(error))),
    }
}

pub(super) fn out_of_range(
    argument: &Argument<'_>,
    range: IntegerRange,
    size: Option<RegisterSize>,
) -> Fault {
    let found = argument.describe();
    argument.fault(AsmErrorKind::IntegerRange { found, range, size })
}

fn is_zero(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte == 0)
}

/// What can be put into a register, for messages.
fn wanted(size: RegisterSize) -> &'static str {
    match size.family() {
        Family::A | Family::R => "an integer, a byte string `b\"…\"` or a constant",
        Family::F => "a float, `inf` or a constant",
        Family::S => "a string in quotes, a byte string `b\"…\"` or a constant",
    }
}

fn place_form(size: RegisterSize) -> &'static str {
    match size.family() {
        Family::S => "a place with a length, `@0x0010[5]`",
        _ => "a place without a length, `@0x0010`",
    }
}
