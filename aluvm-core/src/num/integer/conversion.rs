//! Conversions between widths: `cpy`, `cnv` and `spy`.

use super::{Sign, Word};

/// The unsigned number in another width, and whether nothing was lost (`cpy`).
///
/// A wider value gets zeros, a narrower one loses the high bits.
#[inline]
pub fn zero_extend<S: Word, T: Word>(source: S) -> (T, bool) {
    source.resize()
}

/// The number in two's complement in another width, and whether nothing was lost (`cnv`).
///
/// A wider value gets copies of the sign; a narrower one keeps the sign in its top bit and the low
/// bits below it.
#[inline]
pub fn sign_extend<S: Word + Sign, T: Word + Sign>(source: S) -> (T, bool) {
    let value = T::from_limbs_with(|index| source.signed_limb(index));
    if T::BITS >= S::BITS {
        return (value, true);
    }
    let value = if source.top_bit() {
        value.bit_or(T::MIN_SIGNED)
    } else {
        value.bit_and(T::MIN_SIGNED.bit_not())
    };
    let kept = (0..S::BITS.div_ceil(64) as usize)
        .all(|index| value.signed_limb(index) == source.signed_limb(index));
    (value, kept)
}

/// Two values in each other's width, and whether nothing was lost of either (`spy`).
///
/// Both are unsigned: extended with zeros, or cut.
#[inline]
pub fn swap<A: Word, R: Word>(first: A, second: R) -> (A, R, bool) {
    let (to_first, fits_first) = second.resize();
    let (to_second, fits_second) = first.resize();
    (to_first, to_second, fits_first && fits_second)
}
