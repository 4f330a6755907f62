//! posit<512, 2>, the format of `f512` (Standard for Posit Arithmetic, 2022): sign, a regime of
//! variable length that counts in steps of 2^4, two exponent bits, and the rest fraction.

use core::cmp::Ordering;

use super::encoding::{Encoding, read_limbs, write_limbs};
use super::format::FloatFormat;
use super::limbs::Limbs;
use super::number::{Number, Unpacked};
use super::rounding::Rounding;

type Pattern = [u64; 8];

const TOP: u64 = 1 << 63;
const ONE: Pattern = [1, 0, 0, 0, 0, 0, 0, 0];
/// The largest posit, 2^2040; its negation is the least.
const LARGEST: Pattern = [!0, !0, !0, !0, !0, !0, !0, !TOP];
const MAX_EXPONENT: i32 = FloatFormat::F512.max_exponent();

/// A value of `f512`: a 512-bit posit other than NaR. Its bits order as signed integers.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct F512(Pattern);

fn negate(pattern: Pattern) -> Pattern {
    Pattern::ZERO.sub(pattern, false).0
}

impl F512 {
    #[inline]
    fn is_negative(self) -> bool {
        self.0.top() & TOP != 0
    }

    #[inline]
    fn with_sign(magnitude: Pattern, negative: bool) -> Self {
        Self(if negative { negate(magnitude) } else { magnitude })
    }
}

impl Encoding for F512 {
    type Limbs = Pattern;

    const ENCODED: FloatFormat = FloatFormat::F512;

    #[inline]
    fn zero(_: bool) -> Self {
        Self(Pattern::ZERO)
    }

    #[inline]
    fn infinity(_: bool) -> Option<Self> {
        None
    }

    #[inline]
    fn unpack(self) -> Unpacked<Pattern> {
        if self.0 == Pattern::ZERO {
            return Unpacked::Zero(false);
        }
        let negative = self.is_negative();
        let body = self.absolute().0.shl(0, 1);
        let ones = body.top() & TOP != 0;
        let run = if ones { body.map(|limb| !limb).leading_zeros() } else { body.leading_zeros() };
        let regime = if ones { run as i32 - 1 } else { -(run as i32) };
        let rest = body.shl(0, run + 1);
        let exponent = 4 * regime + (rest.top() >> 62) as i32;
        // The upper exponent bit leaves at the top, the lower one gives its place to the leading bit.
        let significand = rest.shl(0, 1);
        let significand = significand.with_top(significand.top() | TOP);
        Unpacked::Finite(Number { negative, exponent, significand, tail: 0 })
    }

    /// Rounds where the unbounded pattern is cut off, as the standard defines for nearest even: what
    /// is dropped may be exponent bits. Beyond the largest magnitude is the largest; a number other
    /// than zero does not become zero but toward a mode's own direction.
    #[inline]
    fn round(number: Number<Pattern>, rounding: Rounding) -> Option<Self> {
        let Number { negative, exponent, significand, tail } = number;
        if exponent >= MAX_EXPONENT {
            return Some(Self::with_sign(LARGEST, negative));
        }
        if exponent < -MAX_EXPONENT {
            let up = rounding == Rounding::NearestEven || rounding.rounds_up(negative, false, 1);
            return Some(Self::with_sign(if up { ONE } else { Pattern::ZERO }, negative));
        }
        let regime = exponent >> 2;
        let fraction = significand.with_top(significand.top() & !TOP);
        let (rest, tail) = fraction.shr(tail, 1);
        let rest = rest.with_top(rest.top() | ((exponent & 3) as u64) << 62);
        // The regime: a run of ones and a zero, or of zeros and a one; the sign is above it.
        let (length, mark) = if regime >= 0 {
            let length = regime as u32 + 2;
            (length, LARGEST.sub(LARGEST.shr(0, length - 1).0, false).0)
        } else {
            let length = regime.unsigned_abs() + 1;
            (length, [0, 0, 0, 0, 0, 0, 0, TOP].shr(0, length).0)
        };
        let (rest, tail) = rest.shr(tail, length + 1);
        let up = rounding.rounds_up(negative, (rest.low() | mark.low()) & 1 == 1, tail);
        let (magnitude, _) = mark.add(rest, up);
        Some(Self::with_sign(magnitude, negative))
    }

    #[inline]
    fn negated(self) -> Self {
        Self(negate(self.0))
    }

    #[inline]
    fn absolute(self) -> Self {
        Self::with_sign(self.0, self.is_negative())
    }

    #[inline]
    fn order(self, other: Self) -> Ordering {
        let key = |value: Self| value.0.with_top(value.0.top() ^ TOP);
        key(self).order(&key(other))
    }

    #[inline]
    fn order_rough(self, other: Self) -> Ordering {
        let cleared = |value: Self| Self(value.0.with_low(value.0.low() & !1));
        cleared(self).order(cleared(other))
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let pattern: Pattern = read_limbs(bytes);
        let is_value = bytes.len() == 64 && pattern != Pattern::ZERO.with_top(TOP);
        is_value.then_some(Self(pattern))
    }

    #[inline]
    fn from_raw(bytes: &[u8]) -> Self {
        Self(read_limbs(bytes))
    }

    #[inline]
    fn encode(self, bytes: &mut [u8]) {
        write_limbs(&self.0, bytes);
    }
}
