//! Multiplication. The wrapping product computes its low half only, and the checked one learns of
//! an overflow without the high half.

use super::{Sign, U256, U512, U1024, Word};

/// The operation of `mul`.
pub trait Multiplication: Sized {
    /// `self * other`, unsigned; `None` when it is 2^bits or more.
    fn mul_uc(self, other: Self) -> Option<Self>;

    /// `self * other` in two's complement; `None` when it is out of range.
    fn mul_sc(self, other: Self) -> Option<Self>;

    /// `self * other` modulo 2^bits.
    fn mul_uw(self, other: Self) -> Option<Self>;

    /// `self * other` modulo 2^bits, which does not depend on the sign.
    #[inline]
    fn mul_sw(self, other: Self) -> Option<Self> {
        self.mul_uw(other)
    }
}

macro_rules! native_multiplication {
    ($($ty:ty, $signed:ty;)+) => {$(
        impl Multiplication for $ty {
            #[inline]
            fn mul_uc(self, other: Self) -> Option<Self> {
                self.checked_mul(other)
            }

            #[inline]
            fn mul_sc(self, other: Self) -> Option<Self> {
                self.cast_signed().checked_mul(other.cast_signed()).map(<$signed>::cast_unsigned)
            }

            #[inline]
            fn mul_uw(self, other: Self) -> Option<Self> {
                Some(self.wrapping_mul(other))
            }
        }
    )+};
}

native_multiplication!(u8, i8; u16, i16; u32, i32; u64, i64; u128, i128;);

macro_rules! wide_multiplication {
    ($($ty:ty)+) => {$(
        impl Multiplication for $ty {
            #[inline]
            fn mul_uc(self, other: Self) -> Option<Self> {
                self.checked_mul(other)
            }

            #[inline]
            fn mul_sc(self, other: Self) -> Option<Self> {
                let magnitude = self.magnitude().checked_mul(other.magnitude())?;
                let negative = self.top_bit() != other.top_bit();
                let product = if negative { magnitude.wrapping_negate() } else { magnitude };
                // Out of range, the sign comes out wrong; zero has none to get wrong.
                (product.top_bit() == negative || magnitude.is_zero()).then_some(product)
            }

            #[inline]
            fn mul_uw(self, other: Self) -> Option<Self> {
                Some(self.wrapping_mul(other))
            }
        }
    )+};
}

wide_multiplication!(U256 U512 U1024);
