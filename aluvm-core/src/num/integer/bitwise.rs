//! Bit operations that look at each bit alone, and the reversal of the bit order.

use ruint::Uint;

/// The operations of `and`, `or`, `xor`, `not` and `rev`.
pub trait Bitwise: Sized {
    /// The bits set in both numbers.
    fn bit_and(self, other: Self) -> Self;

    /// The bits set in either number.
    fn bit_or(self, other: Self) -> Self;

    /// The bits set in exactly one of the numbers.
    fn bit_xor(self, other: Self) -> Self;

    /// The bits not set.
    fn bit_not(self) -> Self;

    /// The bits in the opposite order: the lowest becomes the highest of the width.
    fn bit_reverse(self) -> Self;
}

macro_rules! bitwise {
    (impl [$($generics:tt)*] for $ty:ty) => {
        impl<$($generics)*> Bitwise for $ty {
            #[inline]
            fn bit_and(self, other: Self) -> Self {
                self & other
            }

            #[inline]
            fn bit_or(self, other: Self) -> Self {
                self | other
            }

            #[inline]
            fn bit_xor(self, other: Self) -> Self {
                self ^ other
            }

            #[inline]
            fn bit_not(self) -> Self {
                !self
            }

            #[inline]
            fn bit_reverse(self) -> Self {
                self.reverse_bits()
            }
        }
    };
}

bitwise!(impl [] for u8);
bitwise!(impl [] for u16);
bitwise!(impl [] for u32);
bitwise!(impl [] for u64);
bitwise!(impl [] for u128);
bitwise!(impl [const BITS: usize, const LIMBS: usize] for Uint<BITS, LIMBS>);
