//! Rust constants as operands. Traits do not run in constants, so [`Const`] has its methods by type.

use super::float;
use crate::library::{LibId, LibSite};

/// A Rust constant of a type that an operand can take.
#[derive(Clone, Copy, Debug)]
pub struct Const<T>(pub T);

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

macro_rules! integers {
    ($($Type:ty)*) => {$(
        impl Const<$Type> {
            /// The value of an integer register of so many bytes.
            #[track_caller]
            pub const fn integer(&self, bytes: usize, message: &str) -> Value<'_> {
                #[allow(unused_comparisons)]
                Integer { bits: self.0 as u128, is_negative: self.0 < 0 }.integer(bytes, message)
            }

            /// The value of a general register of so many bytes.
            #[track_caller]
            pub const fn general(&self, bytes: usize, message: &str) -> Value<'_> {
                #[allow(unused_comparisons)]
                Integer { bits: self.0 as u128, is_negative: self.0 < 0 }.unsigned(bytes, 8 * bytes, message)
            }

            /// An unsigned number of so many bits.
            #[track_caller]
            pub const fn unsigned(&self, bits: usize, message: &str) -> Value<'_> {
                #[allow(unused_comparisons)]
                Integer { bits: self.0 as u128, is_negative: self.0 < 0 }.unsigned(4, bits, message)
            }

            /// A step, or its negative.
            #[track_caller]
            pub const fn step(&self, is_negated: bool, message: &str) -> Value<'_> {
                #[allow(unused_comparisons)]
                Integer { bits: self.0 as u128, is_negative: self.0 < 0 }.step(is_negated, message)
            }
        }
    )*};
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// An integer constant: its bits, sign-extended, and whether it is negative.
struct Integer {
    bits: u128,
    is_negative: bool,
}

impl Integer {
    #[track_caller]
    const fn integer(self, bytes: usize, message: &str) -> Value<'static> {
        if !self.is_negative {
            return self.unsigned(bytes, 8 * bytes, message);
        }
        let sign = 8 * bytes - 1;
        if sign < 128 && self.bits >> sign != u128::MAX >> sign {
            panic!("{}", message)
        }
        Value::Number(self.bits.to_le_bytes(), 0xFF, bytes)
    }

    #[track_caller]
    const fn unsigned(self, bytes: usize, bits: usize, message: &str) -> Value<'static> {
        if self.is_negative || bits < 128 && self.bits >> bits != 0 {
            panic!("{}", message)
        }
        Value::Number(self.bits.to_le_bytes(), 0, bytes)
    }

    #[track_caller]
    const fn step(self, is_negated: bool, message: &str) -> Value<'static> {
        let bits = if is_negated { self.bits.wrapping_neg() } else { self.bits };
        let is_small = !self.is_negative && self.bits <= 128
            || self.is_negative && self.bits.wrapping_neg() <= 128;
        if !is_small || bits as i8 as i128 as u128 != bits {
            panic!("{}", message)
        }
        Value::Number(bits.to_le_bytes(), 0, 1)
    }
}

macro_rules! byte_blocks {
    ($([$($generic:tt)*] $Type:ty, $value:ident => $slice:expr;)*) => {$(
        impl<$($generic)*> Const<$Type> {
            /// The value of an integer register of so many bytes.
            #[track_caller]
            pub const fn integer(&self, bytes: usize, message: &str) -> Value<'_> {
                self.general(bytes, message)
            }

            /// The value of a general register of so many bytes.
            #[track_caller]
            pub const fn general(&self, bytes: usize, message: &str) -> Value<'_> {
                let $value = &self.0;
                let value: &[u8] = $slice;
                if value.len() != bytes {
                    panic!("{}", message)
                }
                Value::Bytes(value)
            }
        }
    )*};
}

byte_blocks! {
    [const N: usize] [u8; N], bytes => bytes;
    [const N: usize] &[u8; N], bytes => *bytes;
    [] &[u8], bytes => bytes;
}

macro_rules! floats {
    ($($Type:ty)*) => {$(
        impl Const<$Type> {
            /// The value of a float register of this format and so many bytes; it must be exact.
            #[track_caller]
            pub const fn float<const BYTES: usize>(
                &self,
                format: usize,
                message: &str,
            ) -> Value<'_> {
                let Some(bytes) = float::exact::<BYTES>(self.0 as f64, format) else {
                    panic!("{}", message)
                };
                let mut value = [0; 64];
                copy(&mut value, 0, &bytes, BYTES);
                Value::Float(value, BYTES)
            }
        }
    )*};
}

floats! { f32 f64 }

impl Const<bool> {
    /// A bit.
    pub const fn switch(&self) -> Value<'_> {
        Value::Number([self.0 as u8; 16], 0, 1)
    }
}

impl Const<LibId> {
    /// A library.
    pub const fn library(&self) -> Value<'_> {
        Value::Library(self.0)
    }
}

impl Const<LibSite> {
    /// A place in a library.
    pub const fn site(&self) -> Value<'_> {
        Value::Site(self.0)
    }
}

macro_rules! byte_strings {
    ($([$($generic:tt)*] $Type:ty, $value:ident => $slice:expr;)*) => {$(
        impl<$($generic)*> Const<&'static $Type> {
            /// The bytes of a string register.
            #[track_caller]
            pub const fn byte_string(self, message: &str) -> &'static [u8] {
                let $value = self.0;
                let bytes: &'static [u8] = $slice;
                if bytes.len() > crate::limits::BYTES_MAX {
                    panic!("{}", message)
                }
                bytes
            }
        }
    )*};
}

byte_strings! {
    [const N: usize] [u8; N], bytes => bytes;
    [const N: usize] &'static [u8; N], bytes => *bytes;
    [] &'static [u8], bytes => bytes;
    [] &'static str, text => text.as_bytes();
}
