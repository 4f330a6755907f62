//! What registers hold, whatever their family.

use crate::num::float::{Encoding, F16, F16b, F32, F64, F80, F128, F256, F512, Float};
use crate::num::integer::Word;

/// What a register can hold: a number, or a float that is a value of its format.
pub(crate) trait Content: Copy + PartialEq {
    /// What fills the array of a size; not the value of any register.
    fn filler() -> Self;

    /// The value with these little-endian bytes, as many as the register has; none if there is none.
    fn from_bytes(bytes: &[u8]) -> Option<Self>;

    /// Writes the little-endian bytes, as many as the register has.
    fn write_bytes(self, bytes: &mut [u8]);
}

impl<T: Word> Content for T {
    #[inline]
    fn filler() -> T {
        T::ZERO
    }

    #[inline]
    fn from_bytes(bytes: &[u8]) -> Option<T> {
        Some(T::read_le(bytes))
    }

    #[inline]
    fn write_bytes(self, bytes: &mut [u8]) {
        self.write_le(bytes);
    }
}

macro_rules! float_content {
    ($($Float:ty)+) => {$(
        impl Content for $Float {
            #[inline]
            fn filler() -> $Float {
                Encoding::zero(false)
            }

            #[inline]
            fn from_bytes(bytes: &[u8]) -> Option<$Float> {
                Float::from_le_bytes(bytes)
            }

            #[inline]
            fn write_bytes(self, bytes: &mut [u8]) {
                self.write_le_bytes(bytes);
            }
        }
    )+};
}

float_content!(F16b F16 F32 F64 F80 F128 F256 F512);
