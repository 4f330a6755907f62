//! The checks of Rust constants: what fits its operand becomes a [`Value`], what does not stops constant
//! evaluation with an error at the constant. A block keeps its values in groups of bytes.

use super::float::exact;
use crate::library::{LibId, LibSite};
use crate::limits::BYTES_MAX;

/// What can be the value of an integer or a general register.
#[derive(Clone, Copy, Debug)]
pub enum Number<'v> {
    /// An integer: its bits, sign-extended, and whether it is negative.
    Integer(u128, bool),
    /// The bytes of the register.
    Bytes(&'v [u8]),
}

/// A Rust constant that fits its operand.
#[derive(Clone, Copy, Debug)]
pub enum Value<'v> {
    /// The low bytes of a number, and what all bytes above them are.
    Number([u8; 16], u8, usize),
    /// The bytes of a float, and how many they are.
    Float([u8; 64], usize),
    /// Bytes of just the right length.
    Bytes(&'v [u8]),
    /// A library.
    Library(LibId),
    /// A place in a library.
    Site(LibSite),
}

/// The value of an integer register of so many bytes.
///
/// # Panics
///
/// In constant evaluation, as all of these checks do, if the constant does not fit.
#[track_caller]
pub const fn integer<'v>(number: Number<'v>, bytes: usize, message: &str) -> Value<'v> {
    if let Number::Integer(bits, true) = number {
        let sign = 8 * bytes - 1;
        if sign < 128 && bits >> sign != u128::MAX >> sign {
            panic!("{}", message)
        }
        return Value::Number(bits.to_le_bytes(), 0xFF, bytes);
    }
    general(number, bytes, message)
}

/// The value of a general register of so many bytes.
///
/// # Panics
///
/// See [`integer`].
#[track_caller]
pub const fn general<'v>(number: Number<'v>, bytes: usize, message: &str) -> Value<'v> {
    match number {
        Number::Integer(..) => fixed(number, bytes, 8 * bytes, message),
        Number::Bytes(value) if value.len() == bytes => Value::Bytes(value),
        Number::Bytes(_) => panic!("{}", message),
    }
}

/// An unsigned number of so many bits.
///
/// # Panics
///
/// See [`integer`].
#[track_caller]
pub const fn unsigned<'v>(number: Number<'v>, bits: usize, message: &str) -> Value<'v> {
    fixed(number, 4, bits, message)
}

#[track_caller]
const fn fixed<'v>(number: Number<'v>, bytes: usize, bits: usize, message: &str) -> Value<'v> {
    match number {
        Number::Integer(value, false) if bits >= 128 || value >> bits == 0 => {
            Value::Number(value.to_le_bytes(), 0, bytes)
        }
        _ => panic!("{}", message),
    }
}

/// A step, or its negative.
///
/// # Panics
///
/// See [`integer`].
#[track_caller]
pub const fn step<'v>(number: Number<'v>, is_negated: bool, message: &str) -> Value<'v> {
    if let Number::Integer(bits, is_negative) = number {
        let step = if is_negated { bits.wrapping_neg() } else { bits };
        let size = if is_negative { bits.wrapping_neg() } else { bits };
        if size <= 128 && step as i8 as i128 as u128 == step {
            return Value::Number(step.to_le_bytes(), 0, 1);
        }
    }
    panic!("{}", message)
}

/// The value of a float register of this format and so many bytes; it must be exact.
///
/// # Panics
///
/// See [`integer`].
#[track_caller]
pub const fn float<'v, const BYTES: usize>(value: f64, format: usize, message: &str) -> Value<'v> {
    let Some(bytes) = exact::<BYTES>(value, format) else { panic!("{}", message) };
    let mut value = [0; 64];
    copy(&mut value, 0, &bytes, BYTES);
    Value::Float(value, BYTES)
}

/// The bytes of a string register.
///
/// # Panics
///
/// See [`integer`].
#[track_caller]
pub const fn byte_string(bytes: &'static [u8], message: &str) -> &'static [u8] {
    if bytes.len() > BYTES_MAX {
        panic!("{}", message)
    }
    bytes
}

/// Joins constants: of each the bytes, one behind the other.
///
/// # Panics
///
/// In constant evaluation, if they are not `BYTES` long.
pub const fn group<const BYTES: usize>(values: &[Value<'_>]) -> [u8; BYTES] {
    let mut group = [0; BYTES];
    let mut at = 0;
    let mut i = 0;
    while i < values.len() {
        at = match &values[i] {
            Value::Number(bytes, rest, width) => number(&mut group, at, bytes, *rest, *width),
            Value::Float(bytes, width) => copy(&mut group, at, bytes, *width),
            Value::Bytes(bytes) => copy(&mut group, at, bytes, bytes.len()),
            Value::Library(id) => copy(&mut group, at, &id.to_bytes(), 32),
            Value::Site(site) => {
                let at = copy(&mut group, at, &site.offset.to_le_bytes(), 2);
                copy(&mut group, at, &site.lib.to_bytes(), 32)
            }
        };
        i += 1;
    }
    assert!(at == BYTES, "constants of another length");
    group
}

const fn copy(group: &mut [u8], at: usize, bytes: &[u8], width: usize) -> usize {
    let mut i = 0;
    while i < width {
        group[at + i] = bytes[i];
        i += 1;
    }
    at + width
}

const fn number(group: &mut [u8], at: usize, bytes: &[u8; 16], rest: u8, width: usize) -> usize {
    if width <= 16 {
        return copy(group, at, bytes, width);
    }
    copy(group, at, bytes, 16);
    let mut i = 16;
    while i < width && rest != 0 {
        group[at + i] = rest;
        i += 1;
    }
    at + width
}
