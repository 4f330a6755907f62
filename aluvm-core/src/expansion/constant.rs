//! Rust constants as operands. Traits do not run in constants, so [`Const`] has its methods by type.

use super::float;
use crate::isa::Given;
use crate::library::{LibId, LibSite};

/// A Rust constant in an instruction.
#[derive(Clone, Copy, Debug)]
pub struct Constant {
    /// The number of the instruction in its block.
    pub instr: usize,
    /// What the constant is there.
    pub value: ConstantValue,
}

/// What a Rust constant is in an instruction.
#[derive(Clone, Copy, Debug)]
pub enum ConstantValue {
    /// Bits of the instruction word.
    Bits(u128),
    /// Bytes of the data segment.
    Data(&'static [u8]),
    /// A library.
    Library(LibId),
    /// An offset, which begins at this bit of the instruction word, in a library.
    Site(LibSite, u32),
}

impl ConstantValue {
    /// Adds the constant to the word and operand of an instruction.
    pub(super) const fn apply(self, word: u128, given: Given) -> (u128, Given) {
        match self {
            ConstantValue::Bits(bits) => (word | bits, given),
            ConstantValue::Data(data) => (word, Given::Data(data)),
            ConstantValue::Library(id) => (word, Given::Library(id)),
            ConstantValue::Site(site, shift) => {
                (word | (site.offset as u128) << shift, Given::Library(site.lib))
            }
        }
    }
}

/// An integer constant: its bits, sign-extended, and whether it is negative.
#[derive(Clone, Copy, Debug)]
pub struct Integer {
    bits: u128,
    is_negative: bool,
}

/// A Rust constant of a type that an operand can take.
#[derive(Clone, Copy, Debug)]
pub struct Const<T>(pub T);

macro_rules! integers {
    ($($Type:ty)*) => {$(
        impl Const<$Type> {
            /// The constant as an integer.
            pub const fn integer(self) -> Integer {
                #[allow(unused_comparisons)]
                Integer { bits: self.0 as u128, is_negative: self.0 < 0 }
            }

            /// The bytes of an integer register.
            #[track_caller]
            pub const fn integer_register<const BYTES: usize>(self, message: &str) -> [u8; BYTES] {
                let Integer { bits, is_negative } = self.integer();
                if !is_negative {
                    return register(bits, 0, message);
                }
                let sign_is_kept = BYTES >= 16 || bits >> (8 * BYTES as u32 - 1) == u128::MAX >> (8 * BYTES as u32 - 1);
                if !sign_is_kept {
                    panic!("{}", message)
                }
                let width = if BYTES >= 16 { 128 } else { 8 * BYTES as u32 };
                register(bits & (u128::MAX >> (128 - width)), 0xFF, message)
            }

            /// The bytes of a general register.
            #[track_caller]
            pub const fn general_register<const BYTES: usize>(self, message: &str) -> [u8; BYTES] {
                let Integer { bits, is_negative } = self.integer();
                if is_negative {
                    panic!("{}", message)
                }
                register(bits, 0, message)
            }
        }
    )*};
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// The little-endian bytes of a number, which must fit; bytes above 16 are `extension`.
#[track_caller]
const fn register<const BYTES: usize>(bits: u128, extension: u8, message: &str) -> [u8; BYTES] {
    let number = bits.to_le_bytes();
    let mut bytes = [extension; BYTES];
    let mut i = 0;
    while i < 16 {
        if i < BYTES {
            bytes[i] = number[i];
        } else if number[i] != 0 {
            panic!("{}", message)
        }
        i += 1;
    }
    bytes
}

macro_rules! byte_blocks {
    ($([$($generic:tt)*] $Type:ty, $value:ident => $slice:expr;)*) => {$(
        impl<$($generic)*> Const<$Type> {
            /// The bytes of an integer register.
            #[track_caller]
            pub const fn integer_register<const BYTES: usize>(self, message: &str) -> [u8; BYTES] {
                let $value = self.0;
                exactly($slice, message)
            }

            /// The bytes of a general register.
            #[track_caller]
            pub const fn general_register<const BYTES: usize>(self, message: &str) -> [u8; BYTES] {
                let $value = self.0;
                exactly($slice, message)
            }
        }
    )*};
}

byte_blocks! {
    [const N: usize] [u8; N], bytes => &bytes;
    [const N: usize] &[u8; N], bytes => bytes;
    [] &[u8], bytes => bytes;
}

#[track_caller]
const fn exactly<const BYTES: usize>(bytes: &[u8], message: &str) -> [u8; BYTES] {
    match bytes.split_first_chunk::<BYTES>() {
        Some((bytes, [])) => *bytes,
        _ => panic!("{}", message),
    }
}

macro_rules! floats {
    ($($Type:ty)*) => {$(
        impl Const<$Type> {
            /// The bytes of a float register of this format; every value must be exact there.
            #[track_caller]
            pub const fn float_register<const BYTES: usize>(
                self,
                format: usize,
                message: &str,
            ) -> [u8; BYTES] {
                match float::exact(self.0 as f64, format) {
                    Some(bytes) => bytes,
                    None => panic!("{}", message),
                }
            }
        }
    )*};
}

floats! { f32 f64 }

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

/// An unsigned number of so many bits, from bit `shift` of the instruction word.
#[track_caller]
pub const fn bits(number: Integer, shift: u32, bits: u32, message: &str) -> ConstantValue {
    if number.is_negative || number.bits >> bits != 0 {
        panic!("{}", message)
    }
    ConstantValue::Bits(number.bits << shift)
}

/// A step of eight bits from bit `shift` of the instruction word, or its negative.
#[track_caller]
pub const fn step(number: Integer, shift: u32, is_negated: bool, message: &str) -> ConstantValue {
    let bits = if is_negated { number.bits.wrapping_neg() } else { number.bits };
    let is_small = !number.is_negative && number.bits <= 128
        || number.is_negative && number.bits.wrapping_neg() <= 128;
    if !is_small || bits as i8 as i128 as u128 != bits {
        panic!("{}", message)
    }
    ConstantValue::Bits((bits & 0xFF) << shift)
}

/// A bit of the instruction word.
pub const fn switch(is_on: bool, shift: u32) -> ConstantValue {
    ConstantValue::Bits((is_on as u128) << shift)
}
