//! Division and remainder.

use super::{Sign, U256, U512, U1024, Word};

/// The operations of `div` and `rem`.
///
/// For a divisor of zero the checked quotients are `None`; the wrapping ones are zero, and `None`
/// only for 0 / 0.
pub trait Division: Sized {
    /// `self / other`, unsigned, rounded down; `None` for a divisor of zero.
    fn div_uc(self, other: Self) -> Option<Self>;

    /// `self / other` in two's complement, rounded toward zero; `None` for a divisor of zero, and
    /// for the least number by -1, which is out of range.
    fn div_sc(self, other: Self) -> Option<Self>;

    /// `self / other`, unsigned, rounded down; x / 0 is 0 for x other than 0, and 0 / 0 `None`.
    fn div_uw(self, other: Self) -> Option<Self>;

    /// `self / other` in two's complement by Euclid's rule: the remainder is not negative. The
    /// least number by -1 is itself; x / 0 is 0 for x other than 0, and 0 / 0 `None`.
    fn div_sw(self, other: Self) -> Option<Self>;

    /// `self` modulo `other`, unsigned; `None` for a divisor of zero.
    fn rem_u(self, other: Self) -> Option<Self>;
}

/// `dividend` modulo `divisor`, both unsigned and of any width, in the width of the divisor; `None`
/// for a divisor of zero.
#[inline]
pub fn remainder<A: Word + Division, B: Word + Division>(dividend: A, divisor: B) -> Option<B> {
    // The remainder is below both numbers, so it survives the way back into the narrower width.
    if A::BITS <= B::BITS {
        dividend.resize::<B>().0.rem_u(divisor)
    } else {
        let remainder = dividend.rem_u(divisor.resize::<A>().0)?;
        Some(remainder.resize::<B>().0)
    }
}

macro_rules! native_division {
    ($($ty:ty, $signed:ty;)+) => {$(
        impl Division for $ty {
            #[inline]
            fn div_uc(self, other: Self) -> Option<Self> {
                self.checked_div(other)
            }

            #[inline]
            fn div_sc(self, other: Self) -> Option<Self> {
                self.cast_signed().checked_div(other.cast_signed()).map(<$signed>::cast_unsigned)
            }

            #[inline]
            fn div_uw(self, other: Self) -> Option<Self> {
                if other == 0 {
                    return (self != 0).then_some(0);
                }
                Some(self / other)
            }

            #[inline]
            fn div_sw(self, other: Self) -> Option<Self> {
                if other == 0 {
                    return (self != 0).then_some(0);
                }
                let quotient = self.cast_signed().wrapping_div_euclid(other.cast_signed());
                Some(quotient.cast_unsigned())
            }

            #[inline]
            fn rem_u(self, other: Self) -> Option<Self> {
                self.checked_rem(other)
            }
        }
    )+};
}

native_division!(u8, i8; u16, i16; u32, i32; u64, i64; u128, i128;);

macro_rules! wide_division {
    ($($ty:ty)+) => {$(
        impl Division for $ty {
            #[inline]
            fn div_uc(self, other: Self) -> Option<Self> {
                self.checked_div(other)
            }

            #[inline]
            fn div_sc(self, other: Self) -> Option<Self> {
                let quotient = self.magnitude().checked_div(other.magnitude())?;
                if self.top_bit() != other.top_bit() {
                    return Some(quotient.wrapping_negate());
                }
                // A quotient of 2^(bits - 1) with a positive sign: the least number by -1.
                (!quotient.top_bit()).then_some(quotient)
            }

            #[inline]
            fn div_uw(self, other: Self) -> Option<Self> {
                if other.is_zero() {
                    return (!self.is_zero()).then_some(<$ty>::ZERO);
                }
                Some(self.wrapping_div(other))
            }

            #[inline]
            fn div_sw(self, other: Self) -> Option<Self> {
                if other.is_zero() {
                    return (!self.is_zero()).then_some(<$ty>::ZERO);
                }
                let (mut quotient, remainder) = self.magnitude().div_rem(other.magnitude());
                // -a = -(q * b + r) = -(q + 1) * b + (b - r), and the remainder is b - r, not -r.
                if self.top_bit() && !remainder.is_zero() {
                    quotient = quotient.wrapping_add(<$ty>::ONE);
                }
                let negative = self.top_bit() != other.top_bit();
                Some(if negative { quotient.wrapping_negate() } else { quotient })
            }

            #[inline]
            fn rem_u(self, other: Self) -> Option<Self> {
                self.checked_rem(other)
            }
        }
    )+};
}

wide_division!(U256 U512 U1024);
