//! Shifts and rotations by the amount that an `a8` or `a16` register holds.

use ruint::Uint;

/// The operations of `shl`, `shr`, `scl` and `scr`.
pub trait Shift: Sized {
    /// Shifts to the left; zero when the amount is the width or more.
    fn shift_left(self, amount: u16) -> Self;

    /// Shifts to the right; zero when the amount is the width or more.
    fn shift_right(self, amount: u16) -> Self;

    /// Shifts to the right and fills with copies of the top bit, with nothing else when the amount
    /// is the width or more.
    fn shift_right_signed(self, amount: u16) -> Self;

    /// Moves the bits to the left, those that leave entering at the bottom; the amount counts
    /// modulo the width.
    fn rotate_left(self, amount: u16) -> Self;

    /// Moves the bits to the right, those that leave entering at the top; the amount counts modulo
    /// the width.
    fn rotate_right(self, amount: u16) -> Self;
}

macro_rules! native_shift {
    ($($ty:ty, $signed:ty;)+) => {$(
        impl Shift for $ty {
            #[inline]
            fn shift_left(self, amount: u16) -> Self {
                self.unbounded_shl(u32::from(amount))
            }

            #[inline]
            fn shift_right(self, amount: u16) -> Self {
                self.unbounded_shr(u32::from(amount))
            }

            #[inline]
            fn shift_right_signed(self, amount: u16) -> Self {
                self.cast_signed().unbounded_shr(u32::from(amount)).cast_unsigned()
            }

            #[inline]
            fn rotate_left(self, amount: u16) -> Self {
                // The native rotation takes its amount modulo the width.
                <$ty>::rotate_left(self, u32::from(amount))
            }

            #[inline]
            fn rotate_right(self, amount: u16) -> Self {
                <$ty>::rotate_right(self, u32::from(amount))
            }
        }
    )+};
}

native_shift!(u8, i8; u16, i16; u32, i32; u64, i64; u128, i128;);

impl<const BITS: usize, const LIMBS: usize> Shift for Uint<BITS, LIMBS> {
    #[inline]
    fn shift_left(self, amount: u16) -> Self {
        self.wrapping_shl(usize::from(amount))
    }

    #[inline]
    fn shift_right(self, amount: u16) -> Self {
        self.wrapping_shr(usize::from(amount))
    }

    #[inline]
    fn shift_right_signed(self, amount: u16) -> Self {
        self.arithmetic_shr(usize::from(amount))
    }

    #[inline]
    fn rotate_left(self, amount: u16) -> Self {
        Self::rotate_left(self, usize::from(amount))
    }

    #[inline]
    fn rotate_right(self, amount: u16) -> Self {
        Self::rotate_right(self, usize::from(amount))
    }
}
