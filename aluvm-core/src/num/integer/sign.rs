//! A number read as two's complement: its sign, its order, its negation and its magnitude.

use super::{U256, U512, U1024, Word};

/// The operations of `gt.s`, `lt.s`, `neg` and `abs`.
pub trait Sign: Word {
    /// The least number in two's complement: the top bit alone.
    const MIN_SIGNED: Self;

    /// Negation in two's complement, where the least number gives itself.
    fn wrapping_negate(self) -> Self;

    /// The limb of 64 bits at `index` of the number extended with its sign without end.
    fn signed_limb(&self, index: usize) -> u64;

    /// Whether the number is less than the other one, both read as two's complement.
    fn less_signed(&self, other: &Self) -> bool;

    /// The negated number; `None` for the least one, whose negation does not fit.
    #[inline]
    fn negate(self) -> Option<Self> {
        (self != Self::MIN_SIGNED).then(|| self.wrapping_negate())
    }

    /// The number without its sign; `None` for the least one, whose magnitude does not fit.
    #[inline]
    fn absolute(self) -> Option<Self> {
        (self != Self::MIN_SIGNED).then(|| self.magnitude())
    }

    /// The magnitude as an unsigned number, which fits for all numbers.
    #[inline]
    fn magnitude(self) -> Self {
        if self.top_bit() { self.wrapping_negate() } else { self }
    }
}

macro_rules! native_sign {
    ($($ty:ty, $signed:ty;)+) => {$(
        impl Sign for $ty {
            const MIN_SIGNED: Self = <$signed>::MIN.cast_unsigned();

            #[inline]
            fn wrapping_negate(self) -> Self {
                self.wrapping_neg()
            }

            #[inline]
            fn signed_limb(&self, index: usize) -> u64 {
                let shift = u32::try_from(index).unwrap_or(u32::MAX).saturating_mul(64);
                self.cast_signed().unbounded_shr(shift) as u64
            }

            #[inline]
            fn less_signed(&self, other: &Self) -> bool {
                self.cast_signed() < other.cast_signed()
            }
        }
    )+};
}

native_sign!(u8, i8; u16, i16; u32, i32; u64, i64; u128, i128;);

macro_rules! wide_sign {
    ($($ty:ty)+) => {$(
        impl Sign for $ty {
            const MIN_SIGNED: Self = {
                let mut limbs = [0; Self::LIMBS];
                limbs[Self::LIMBS - 1] = 1 << 63;
                Self::from_limbs(limbs)
            };

            #[inline]
            fn wrapping_negate(self) -> Self {
                self.wrapping_neg()
            }

            #[inline]
            fn signed_limb(&self, index: usize) -> u64 {
                let fill = if self.top_bit() { u64::MAX } else { 0 };
                self.as_limbs().get(index).copied().unwrap_or(fill)
            }

            #[inline]
            fn less_signed(&self, other: &Self) -> bool {
                // Numbers of one sign have the same order signed and unsigned.
                if self.top_bit() == other.top_bit() { self < other } else { self.top_bit() }
            }
        }
    )+};
}

wide_sign!(U256 U512 U1024);
