//! What a format is to the arithmetic: a way to take a value apart and to round one together again.

use core::cmp::Ordering;

use super::format::FloatFormat;
use super::limbs::Limbs;
use super::number::{Number, Unpacked};
use super::rounding::Rounding;

/// A format's own encoding. Implementors hold values only: never NaN, NaR or a non-canonical pattern.
pub trait Encoding: Copy {
    /// The limbs of a significand.
    type Limbs: Limbs;

    /// The format as data.
    const ENCODED: FloatFormat;

    /// Zero; of the given sign if the format has two.
    fn zero(negative: bool) -> Self;

    /// Infinity; `None` for the posit.
    fn infinity(negative: bool) -> Option<Self>;

    /// Takes a value apart.
    fn unpack(self) -> Unpacked<Self::Limbs>;

    /// The value of the format nearest to the number in the direction of the mode; `None` if that is
    /// an overflow.
    fn round(number: Number<Self::Limbs>, rounding: Rounding) -> Option<Self>;

    /// The value with the opposite sign.
    fn negated(self) -> Self;

    /// The value with a positive sign.
    fn absolute(self) -> Self;

    /// Numeric order; the two zeros are equal.
    fn order(self, other: Self) -> Ordering;

    /// Numeric order of the two patterns with their lowest bits cleared.
    fn order_rough(self, other: Self) -> Ordering;

    /// From little-endian bytes, as many as the format has; `None` if they are not a value.
    fn decode(bytes: &[u8]) -> Option<Self>;

    /// The pattern of little-endian bytes, also where it is none of the format's values.
    fn from_raw(bytes: &[u8]) -> Self;

    /// To little-endian bytes, as many as the format has.
    fn encode(self, bytes: &mut [u8]);
}

/// Little-endian bytes as limbs. Bytes beyond the limbs are dropped, missing ones are zero.
#[inline]
pub(super) fn read_limbs<const N: usize>(bytes: &[u8]) -> [u64; N] {
    let mut limbs = [0; N];
    for (limb, chunk) in limbs.iter_mut().zip(bytes.chunks(8)) {
        let mut whole = [0; 8];
        whole[..chunk.len()].copy_from_slice(chunk);
        *limb = u64::from_le_bytes(whole);
    }
    limbs
}

/// The lowest bytes of the limbs, as many as there is room for.
#[inline]
pub(super) fn write_limbs(limbs: &[u64], bytes: &mut [u8]) {
    for (chunk, limb) in bytes.chunks_mut(8).zip(limbs) {
        chunk.copy_from_slice(&limb.to_le_bytes()[..chunk.len()]);
    }
}
