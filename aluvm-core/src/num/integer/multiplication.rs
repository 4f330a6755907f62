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
    ($($ty:ty, $low:expr;)+) => {$(
        impl Multiplication for $ty {
            #[inline]
            fn mul_uc(self, other: Self) -> Option<Self> {
                // Numbers of m and n bits have a product of m + n or m + n - 1 bits.
                match self.bit_length() + other.bit_length() {
                    ..=<Self as Word>::BITS => Some($low(self, other)),
                    length if length == <Self as Word>::BITS + 1 => self.checked_mul(other),
                    _ => None,
                }
            }

            #[inline]
            fn mul_sc(self, other: Self) -> Option<Self> {
                let magnitude = self.magnitude().mul_uc(other.magnitude())?;
                let negative = self.top_bit() != other.top_bit();
                let product = if negative { magnitude.wrapping_negate() } else { magnitude };
                // Out of range, the sign comes out wrong; zero has none to get wrong.
                (product.top_bit() == negative || magnitude.is_zero()).then_some(product)
            }

            #[inline]
            fn mul_uw(self, other: Self) -> Option<Self> {
                Some($low(self, other))
            }
        }
    )+};
}

wide_multiplication! {
    U256, U256::wrapping_mul;
    U512, U512::wrapping_mul;
    U1024, low_product;
}

/// The product modulo 2^1024, from products of halves, which take a third less time than one loop over
/// all limbs: (a + 2^512 b)(c + 2^512 d) = ac + 2^512 (ad + bc).
fn low_product(first: U1024, second: U1024) -> U1024 {
    let ((a, b), (c, d)) = (halves(first), halves(second));
    let low: U1024 = a.widening_mul(c);
    let high = a.wrapping_mul(d).wrapping_add(b.wrapping_mul(c));
    let (low_low, low_high) = halves(low);
    let mut limbs = [0; U1024::LIMBS];
    let (below, above) = limbs.split_at_mut(U512::LIMBS);
    below.copy_from_slice(low_low.as_limbs());
    above.copy_from_slice(low_high.wrapping_add(high).as_limbs());
    U1024::from_limbs(limbs)
}

/// The low and the high half.
fn halves(value: U1024) -> (U512, U512) {
    let (low, high) = value.as_limbs().split_at(U512::LIMBS);
    (U512::from_limbs_slice(low), U512::from_limbs_slice(high))
}
