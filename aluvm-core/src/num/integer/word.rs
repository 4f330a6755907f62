//! The representation of register values: widths, constants, limbs and little-endian bytes.

use core::{fmt::Debug, hash::Hash};

use ruint::Uint;

use super::{Bitwise, Shift};

/// A value of an A or R register as an unsigned number; `Ord` compares it as such.
///
/// The width is whole bytes, but not always whole 64-bit limbs: `r160` has two and a half.
pub trait Word:
    Bitwise + Shift + Copy + Ord + Hash + Debug + Default + Send + Sync + 'static
{
    /// Width in bits.
    const BITS: u32;
    /// Width in bytes.
    const BYTES: usize;
    /// The number 0.
    const ZERO: Self;
    /// The number 1.
    const ONE: Self;
    /// The number with all bits set.
    const MAX: Self;

    /// Makes a number from its limbs of 64 bits, least significant first; `limb` is asked for
    /// those from 0 up that the width needs, and bits of them above the width are dropped.
    fn from_limbs_with(limb: impl FnMut(usize) -> u64) -> Self;

    /// The limb of 64 bits at `index`, counted from the least significant; 0 above the width.
    fn limb(&self, index: usize) -> u64;

    /// Reads a number from little-endian bytes. Fewer than [`BYTES`](Self::BYTES) are extended
    /// with zeros, and those after them are ignored.
    fn read_le(bytes: &[u8]) -> Self;

    /// Writes the number as little-endian bytes. A buffer shorter than [`BYTES`](Self::BYTES) gets
    /// the low bytes, a longer one is filled up with zeros.
    fn write_le(&self, buffer: &mut [u8]);

    /// Whether the number is 0.
    fn is_zero(&self) -> bool;

    /// The most significant bit, which is the sign in two's complement.
    fn top_bit(&self) -> bool;

    /// The least significant bit.
    #[inline]
    fn bottom_bit(&self) -> bool {
        self.limb(0) & 1 == 1
    }

    /// The number of bits without leading zeros; 0 for 0.
    fn bit_length(&self) -> u32;

    /// The same number in another width, and whether it fits; high bits are dropped if not.
    #[inline]
    fn resize<T: Word>(&self) -> (T, bool) {
        let value = T::from_limbs_with(|index| self.limb(index));
        (value, T::BITS >= Self::BITS || self.bit_length() <= T::BITS)
    }
}

macro_rules! native_word {
    ($($ty:ty)+) => {$(
        impl Word for $ty {
            const BITS: u32 = <$ty>::BITS;
            const BYTES: usize = size_of::<$ty>();
            const ZERO: Self = 0;
            const ONE: Self = 1;
            const MAX: Self = <$ty>::MAX;

            #[inline]
            #[allow(clippy::cast_possible_truncation, trivial_numeric_casts)]
            fn from_limbs_with(mut limb: impl FnMut(usize) -> u64) -> Self {
                let low = limb(0) as $ty;
                if Self::BITS > 64 { low | (limb(1) as $ty).unbounded_shl(64) } else { low }
            }

            #[inline]
            fn limb(&self, index: usize) -> u64 {
                match index {
                    0 => *self as u64,
                    1 => self.unbounded_shr(64) as u64,
                    _ => 0,
                }
            }

            #[inline]
            fn read_le(bytes: &[u8]) -> Self {
                if let Some(whole) = bytes.first_chunk() {
                    return Self::from_le_bytes(*whole);
                }
                let mut whole = [0; Self::BYTES];
                for (to, from) in whole.iter_mut().zip(bytes) {
                    *to = *from;
                }
                Self::from_le_bytes(whole)
            }

            #[inline]
            fn write_le(&self, buffer: &mut [u8]) {
                let bytes = self.to_le_bytes();
                if let Some((whole, rest)) = buffer.split_first_chunk_mut() {
                    *whole = bytes;
                    rest.fill(0);
                    return;
                }
                for (to, from) in buffer.iter_mut().zip(bytes) {
                    *to = from;
                }
            }

            #[inline]
            fn is_zero(&self) -> bool {
                *self == 0
            }

            #[inline]
            fn top_bit(&self) -> bool {
                self.leading_zeros() == 0
            }

            #[inline]
            fn bit_length(&self) -> u32 {
                Self::BITS - self.leading_zeros()
            }
        }
    )+};
}

native_word!(u8 u16 u32 u64 u128);

impl<const BITS: usize, const LIMBS: usize> Word for Uint<BITS, LIMBS> {
    const BITS: u32 = BITS as u32;
    const BYTES: usize = Self::BYTES;
    const ZERO: Self = Self::ZERO;
    const ONE: Self = Self::ONE;
    const MAX: Self = Self::MAX;

    #[inline]
    fn from_limbs_with(mut limb: impl FnMut(usize) -> u64) -> Self {
        let mut limbs = [0; LIMBS];
        for (index, value) in limbs.iter_mut().enumerate() {
            *value = limb(index);
        }
        if let Some(top) = limbs.last_mut() {
            *top &= Self::MASK;
        }
        Self::from_limbs(limbs)
    }

    #[inline]
    fn limb(&self, index: usize) -> u64 {
        self.as_limbs().get(index).copied().unwrap_or(0)
    }

    #[inline]
    fn read_le(bytes: &[u8]) -> Self {
        let bytes = bytes.get(..Self::BYTES).unwrap_or(bytes);
        let mut limbs = [0; LIMBS];
        for (limb, chunk) in limbs.iter_mut().zip(bytes.chunks(8)) {
            *limb = <u64 as Word>::read_le(chunk);
        }
        Self::from_limbs(limbs)
    }

    #[inline]
    fn write_le(&self, buffer: &mut [u8]) {
        let mut chunks = buffer.chunks_mut(8);
        for (limb, chunk) in self.as_limbs().iter().zip(&mut chunks) {
            limb.write_le(chunk);
        }
        for chunk in chunks {
            chunk.fill(0);
        }
    }

    #[inline]
    fn is_zero(&self) -> bool {
        Self::is_zero(self)
    }

    #[inline]
    fn top_bit(&self) -> bool {
        self.bit(BITS - 1)
    }

    #[inline]
    fn bit_length(&self) -> u32 {
        self.bit_len() as u32
    }
}
