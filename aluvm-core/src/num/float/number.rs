//! Arithmetic on numbers that are not yet rounded: a normalised significand and, below it, one limb
//! that decides how the format will round. Every format shares it.

use core::cmp::Ordering;

use super::limbs::Limbs;
use super::rounding::Rounding;

/// A number other than zero, `0.significand tail * 2^(exponent + 1)`: the top bit of the significand
/// is one and weighs `2^exponent`. The lowest bit of the tail is sticky, it stands for itself or for
/// anything below it that is not zero.
#[derive(Copy, Clone)]
pub struct Number<L> {
    pub(super) negative: bool,
    pub(super) exponent: i32,
    pub(super) significand: L,
    pub(super) tail: u64,
}

/// A value of a format, taken apart.
#[derive(Copy, Clone)]
pub enum Unpacked<L> {
    /// Zero, and whether it is negative.
    Zero(bool),
    /// Infinity, and whether it is negative.
    Infinite(bool),
    /// Any other value; its tail is zero.
    Finite(Number<L>),
}

impl<L: Limbs> Number<L> {
    /// The number with its significand shifted until the top bit is one. `exponent` is the weight of
    /// the present top bit. `None` for zero.
    #[inline(always)]
    pub(super) fn normalised(
        negative: bool,
        exponent: i32,
        significand: L,
        tail: u64,
    ) -> Option<Self> {
        let mut shift = significand.leading_zeros();
        if shift == L::BITS {
            if tail == 0 {
                return None;
            }
            shift += tail.leading_zeros();
        }
        let exponent = exponent - shift as i32;
        let tail_left = if shift < 64 { tail << shift } else { 0 };
        Some(Self {
            negative,
            exponent,
            significand: significand.shl(tail, shift),
            tail: tail_left,
        })
    }

    /// The sum of two numbers that were just unpacked; `None` if it is zero.
    #[inline(always)]
    pub(super) fn add(self, other: Self) -> Option<Self> {
        let order = self.exponent.cmp(&other.exponent);
        let order = order.then_with(|| self.significand.order(&other.significand));
        let (large, small) = if order == Ordering::Less { (other, self) } else { (self, other) };
        let distance = (large.exponent - small.exponent) as u32;
        let (addend, tail) = small.significand.shr(0, distance);
        let Self { negative, exponent, .. } = large;
        if large.negative != small.negative {
            let (tail, borrow) = 0u64.overflowing_sub(tail);
            let (difference, _) = large.significand.sub(addend, borrow);
            return Self::normalised(negative, exponent, difference, tail);
        }
        let (sum, carry) = large.significand.add(addend, false);
        if !carry {
            return Some(Self { negative, exponent, significand: sum, tail });
        }
        let (shifted, tail) = sum.shr(tail, 1);
        let significand = shifted.with_top(shifted.top() | 1 << 63);
        Some(Self { negative, exponent: exponent + 1, significand, tail })
    }

    /// The product of two numbers that were just unpacked.
    #[inline(always)]
    pub(super) fn mul(self, other: Self) -> Self {
        let negative = self.negative != other.negative;
        let exponent = self.exponent + other.exponent;
        let (significand, tail) = self.significand.mul(other.significand);
        if significand.top() >> 63 == 1 {
            return Self { negative, exponent: exponent + 1, significand, tail };
        }
        // The sticky bit stays below every bit that counts.
        Self { negative, exponent, significand: significand.shl(tail, 1), tail: tail << 1 }
    }

    /// The quotient of two numbers that were just unpacked.
    #[inline(always)]
    pub(super) fn div(self, other: Self) -> Self {
        let negative = self.negative != other.negative;
        let exponent = self.exponent - other.exponent;
        let divisor = other.significand;
        // The dividend must be less than the divisor for the quotient to fit.
        if self.significand.order(&divisor) == Ordering::Less {
            let (significand, tail) = self.significand.div(0, divisor);
            return Self { negative, exponent: exponent - 1, significand, tail };
        }
        let (halved, below) = self.significand.shr(0, 1);
        let (significand, tail) = halved.div(below, divisor);
        Self { negative, exponent, significand, tail }
    }
}

impl Rounding {
    /// Whether a magnitude is rounded up, given the fraction that is to be dropped, in units of 2^-64
    /// with a sticky lowest bit, and the lowest bit that is kept.
    #[inline]
    pub(in crate::num::float) fn rounds_up(self, negative: bool, odd: bool, fraction: u64) -> bool {
        const HALF: u64 = 1 << 63;
        match self {
            Self::NearestEven => fraction > HALF || fraction == HALF && odd,
            Self::TowardZero => false,
            Self::Floor => negative && fraction != 0,
            Self::Ceil => !negative && fraction != 0,
        }
    }
}
