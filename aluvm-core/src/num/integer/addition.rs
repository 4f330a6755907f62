//! Addition, subtraction and steps by a small constant.

use super::{U256, U512, U1024, Word};

/// The operations of `add`, `sub`, `inc` and `dec`.
pub trait Addition: Sized {
    /// `self + other`, unsigned; `None` when it is 2^bits or more.
    fn add_uc(self, other: Self) -> Option<Self>;

    /// `self + other` in two's complement; `None` when it is out of range.
    fn add_sc(self, other: Self) -> Option<Self>;

    /// `self + other` modulo 2^bits.
    fn add_uw(self, other: Self) -> Option<Self>;

    /// `self + other` modulo 2^bits, which does not depend on the sign.
    #[inline]
    fn add_sw(self, other: Self) -> Option<Self> {
        self.add_uw(other)
    }

    /// `self - other`, unsigned; `None` when it is negative.
    fn sub_uc(self, other: Self) -> Option<Self>;

    /// `self - other` in two's complement; `None` when it is out of range.
    fn sub_sc(self, other: Self) -> Option<Self>;

    /// `self - other` modulo 2^bits.
    fn sub_uw(self, other: Self) -> Option<Self>;

    /// `self - other` modulo 2^bits, which does not depend on the sign.
    #[inline]
    fn sub_sw(self, other: Self) -> Option<Self> {
        self.sub_uw(other)
    }

    /// `self + step`, unsigned; `None` when it is negative, or 2^bits or more.
    fn step(self, step: i8) -> Option<Self>;
}

macro_rules! native_addition {
    ($($ty:ty, $signed:ty;)+) => {$(
        impl Addition for $ty {
            #[inline]
            fn add_uc(self, other: Self) -> Option<Self> {
                self.checked_add(other)
            }

            #[inline]
            fn add_sc(self, other: Self) -> Option<Self> {
                self.cast_signed().checked_add(other.cast_signed()).map(<$signed>::cast_unsigned)
            }

            #[inline]
            fn add_uw(self, other: Self) -> Option<Self> {
                Some(self.wrapping_add(other))
            }

            #[inline]
            fn sub_uc(self, other: Self) -> Option<Self> {
                self.checked_sub(other)
            }

            #[inline]
            fn sub_sc(self, other: Self) -> Option<Self> {
                self.cast_signed().checked_sub(other.cast_signed()).map(<$signed>::cast_unsigned)
            }

            #[inline]
            fn sub_uw(self, other: Self) -> Option<Self> {
                Some(self.wrapping_sub(other))
            }

            #[inline]
            fn step(self, step: i8) -> Option<Self> {
                self.checked_add_signed(<$signed>::from(step))
            }
        }
    )+};
}

native_addition!(u8, i8; u16, i16; u32, i32; u64, i64; u128, i128;);

macro_rules! wide_addition {
    ($($ty:ty)+) => {$(
        impl Addition for $ty {
            #[inline]
            fn add_uc(self, other: Self) -> Option<Self> {
                self.checked_add(other)
            }

            #[inline]
            fn add_sc(self, other: Self) -> Option<Self> {
                let sum = self.wrapping_add(other);
                // Only numbers of one sign can overflow, and then the sum has the other sign.
                let overflow = self.top_bit() == other.top_bit() && sum.top_bit() != self.top_bit();
                (!overflow).then_some(sum)
            }

            #[inline]
            fn add_uw(self, other: Self) -> Option<Self> {
                Some(self.wrapping_add(other))
            }

            #[inline]
            fn sub_uc(self, other: Self) -> Option<Self> {
                self.checked_sub(other)
            }

            #[inline]
            fn sub_sc(self, other: Self) -> Option<Self> {
                let difference = self.wrapping_sub(other);
                // Only numbers of different signs can overflow; the sign of the first is right.
                let overflow =
                    self.top_bit() != other.top_bit() && difference.top_bit() != self.top_bit();
                (!overflow).then_some(difference)
            }

            #[inline]
            fn sub_uw(self, other: Self) -> Option<Self> {
                Some(self.wrapping_sub(other))
            }

            #[inline]
            fn step(self, step: i8) -> Option<Self> {
                let magnitude = <$ty>::from_limbs_with(|index| match index {
                    0 => u64::from(step.unsigned_abs()),
                    _ => 0,
                });
                if step < 0 { self.checked_sub(magnitude) } else { self.checked_add(magnitude) }
            }
        }
    )+};
}

wide_addition!(U256 U512 U1024);
