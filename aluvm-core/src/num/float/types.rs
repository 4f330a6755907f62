//! The eight types, and how they meet the types of Rust: native floats, byte arrays, text.

use core::fmt;
use core::str::FromStr;

use super::arithmetic::Float;
use super::extended::F80;
use super::format::FloatFormat;
use super::interchange::Interchange;
use super::parse::FloatLiteralError;
use super::pattern::Pattern;
use super::posit::F512;

/// The pattern is no value that a float register can hold: NaN, NaR, or a non-canonical x87 encoding.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct NotAValue(pub FloatFormat);

impl fmt::Display for NotAValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the pattern is not a value of {}", self.0.name())
    }
}

impl core::error::Error for NotAValue {}

/// A type for each interchange format, around the integer type of its pattern.
macro_rules! interchange {
    ($(#[$doc:meta] $name:ident($pattern:ty), $limbs:literal, $from:expr, $into:expr;)*) => {$(
        #[$doc]
        #[derive(Copy, Clone, PartialEq, Eq, Hash)]
        pub struct $name(pub(super) $pattern);

        impl Interchange for $name {
            type Limbs = [u64; $limbs];

            const FORMAT: FloatFormat = FloatFormat::$name;

            #[inline]
            fn pattern(self) -> Self::Limbs {
                let into: fn($pattern) -> Self::Limbs = $into;
                into(self.0)
            }

            #[inline]
            fn from_pattern(pattern: Self::Limbs) -> Self {
                let from: fn(Self::Limbs) -> $pattern = $from;
                Self(from(pattern))
            }
        }
    )*};
}

interchange! {
    /// A value of `f16b`, bfloat16: the upper half of a binary32.
    F16b(u16), 1, |[low]| low as u16, |bits| [u64::from(bits)];
    /// A value of `f16`, IEEE 754 binary16.
    F16(u16), 1, |[low]| low as u16, |bits| [u64::from(bits)];
    /// A value of `f32`, IEEE 754 binary32.
    F32(u32), 1, |[low]| low as u32, |bits| [u64::from(bits)];
    /// A value of `f64`, IEEE 754 binary64.
    F64(u64), 1, |[low]| low, |bits| [bits];
    /// A value of `f128`, IEEE 754 binary128.
    F128(u128), 2,
        |[low, high]| u128::from(high) << 64 | u128::from(low),
        |bits| [bits as u64, (bits >> 64) as u64];
    /// A value of `f256`, IEEE 754 binary256.
    F256([u64; 4]), 4, |limbs| limbs, |limbs| limbs;
}

/// What all eight types have: bytes, text, and the trait where nothing of it is special.
macro_rules! surface {
    ($($name:ident, $bytes:literal;)*) => {$(
        impl TryFrom<[u8; $bytes]> for $name {
            type Error = NotAValue;

            /// From little-endian bytes.
            fn try_from(bytes: [u8; $bytes]) -> Result<Self, NotAValue> {
                Self::from_le_bytes(&bytes).ok_or(NotAValue(FloatFormat::$name))
            }
        }

        impl From<$name> for [u8; $bytes] {
            /// To little-endian bytes.
            fn from(value: $name) -> Self {
                let mut bytes = [0; $bytes];
                value.write_le_bytes(&mut bytes);
                bytes
            }
        }

        impl FromStr for $name {
            type Err = FloatLiteralError;

            /// Reads a literal as [`FloatFormat::parse`] does.
            fn from_str(text: &str) -> Result<Self, FloatLiteralError> {
                let bytes = FloatFormat::$name.parse(text)?;
                Self::from_le_bytes(&bytes).ok_or(FloatLiteralError::NotANumber)
            }
        }

        impl fmt::Display for $name {
            /// Writes the shortest decimal literal that reads back as the same value.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let bytes = <[u8; $bytes]>::from(*self);
                match Pattern::from_bytes(FloatFormat::$name, &bytes) {
                    Some(pattern) => pattern.fmt(f),
                    None => Err(fmt::Error),
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    )*};
}

surface! {
    F16b, 2;
    F16, 2;
    F32, 4;
    F64, 8;
    F80, 10;
    F128, 16;
    F256, 32;
    F512, 64;
}

impl Float for F16b {}
impl Float for F16 {}
impl Float for F80 {}
impl Float for F128 {}
impl Float for F256 {}
impl Float for F512 {}

/// Conversions to and from a native type of the same pattern.
macro_rules! native {
    ($($name:ident, $native:ty;)*) => {$(
        impl TryFrom<$native> for $name {
            type Error = NotAValue;

            /// The same value; an error for NaN.
            #[inline]
            fn try_from(value: $native) -> Result<Self, NotAValue> {
                if value.is_nan() {
                    return Err(NotAValue(FloatFormat::$name));
                }
                Ok(Self(value.to_bits()))
            }
        }

        impl From<$name> for $native {
            /// The same value.
            #[inline]
            fn from(value: $name) -> Self {
                Self::from_bits(value.0)
            }
        }
    )*};
}

native! {
    F16b, half::bf16;
    F16, half::f16;
    F32, f32;
    F64, f64;
}
