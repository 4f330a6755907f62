//! Significands as arrays of 64-bit limbs, the lowest first. Lengths are constants, so that every
//! loop here is unrolled for its format; nothing allocates.

use core::array::from_fn;
use core::cmp::Ordering;

use super::{addition, division};

/// The operations that float arithmetic needs of an array `[u64; N]`.
pub trait Limbs: Copy + Eq {
    /// 64 N.
    const BITS: u32;
    /// All bits zero.
    const ZERO: Self;

    /// The limbs, lowest first.
    fn limbs(&self) -> &[u64];

    /// The most significant limb.
    fn top(&self) -> u64;

    /// The least significant limb.
    fn low(&self) -> u64;

    /// The same number with another most significant limb.
    fn with_top(self, top: u64) -> Self;

    /// The same number with another least significant limb.
    fn with_low(self, low: u64) -> Self;

    /// The number of zero bits above the highest one; `BITS` for zero.
    fn leading_zeros(&self) -> u32;

    /// Numeric order.
    fn order(&self, other: &Self) -> Ordering;

    /// Sum with a carry in, and the carry out.
    fn add(self, other: Self, carry: bool) -> (Self, bool);

    /// Difference with a borrow in, and the borrow out.
    fn sub(self, other: Self, borrow: bool) -> (Self, bool);

    /// Shift to the left by any number of bits; `tail` is the limb below, whose bits move in.
    fn shl(self, tail: u64, count: u32) -> Self;

    /// Shift to the right by any number of bits, together with the limb `tail` below. The lowest bit
    /// of the tail is set if a one was shifted out of it.
    fn shr(self, tail: u64, count: u32) -> (Self, u64);

    /// The high half of the product, and the upper limb of the low half, its lowest bit set if
    /// anything below is not zero.
    fn mul(self, other: Self) -> (Self, u64);

    /// `self * 2^BITS / divisor`, and the limb of the fraction below, whose lowest bit is set if the
    /// division is not exact. The top bit of the divisor is set and `self < divisor`; the bits of
    /// `tail` are those below `self` in the dividend.
    fn div(self, tail: u64, divisor: Self) -> (Self, u64);

    /// The number that agrees at the top: cut to fewer limbs or extended by zeros below. The second
    /// value is the limb under the cut, its lowest bit set for anything below that.
    fn resize<L: Limbs>(self, tail: u64) -> (L, u64);

    /// From the limbs at the top, the lowest first, at most N of them; zeros below.
    fn from_top(limbs: &[u64]) -> Self;

    /// From limbs, the lowest first; zeros above, and those that do not fit are dropped.
    fn from_low(limbs: &[u64]) -> Self;
}

impl<const N: usize> Limbs for [u64; N] {
    const BITS: u32 = 64 * N as u32;
    const ZERO: Self = [0; N];

    #[inline]
    fn limbs(&self) -> &[u64] {
        self
    }

    #[inline]
    fn top(&self) -> u64 {
        self[N - 1]
    }

    #[inline]
    fn low(&self) -> u64 {
        self[0]
    }

    #[inline]
    fn with_top(mut self, top: u64) -> Self {
        self[N - 1] = top;
        self
    }

    #[inline]
    fn with_low(mut self, low: u64) -> Self {
        self[0] = low;
        self
    }

    #[inline(always)]
    fn leading_zeros(&self) -> u32 {
        let mut count = 0;
        for limb in self.iter().rev() {
            count += limb.leading_zeros();
            if *limb != 0 {
                break;
            }
        }
        count
    }

    #[inline(always)]
    fn order(&self, other: &Self) -> Ordering {
        for index in (0..N).rev() {
            if self[index] != other[index] {
                return self[index].cmp(&other[index]);
            }
        }
        Ordering::Equal
    }

    #[inline(always)]
    fn add(self, other: Self, carry: bool) -> (Self, bool) {
        addition::add(self, other, carry)
    }

    #[inline(always)]
    fn sub(self, other: Self, borrow: bool) -> (Self, bool) {
        addition::sub(self, other, borrow)
    }

    #[inline(always)]
    fn shl(self, tail: u64, count: u32) -> Self {
        if count >= 64 {
            return shl_limbs(self, tail, (count / 64) as usize, count % 64);
        }
        from_fn(|index| {
            let below = if index == 0 { tail } else { self[index - 1] };
            ((pair(self[index], below) << count) >> 64) as u64
        })
    }

    #[inline(always)]
    fn shr(self, tail: u64, count: u32) -> (Self, u64) {
        if count >= 64 {
            return shr_limbs(self, tail, (count / 64) as usize, count % 64);
        }
        let lost = tail << 1 << (63 - count);
        let tail = (pair(self[0], tail) >> count) as u64;
        let shifted = from_fn(|index| {
            let above = if index + 1 < N { self[index + 1] } else { 0 };
            (pair(above, self[index]) >> count) as u64
        });
        (shifted, tail | u64::from(lost != 0))
    }

    #[inline]
    fn mul(self, other: Self) -> (Self, u64) {
        let mut low = [0; N];
        let mut high = [0; N];
        for (index, &factor) in self.iter().enumerate() {
            let mut carry = 0;
            for (place, &limb) in other.iter().enumerate() {
                let target = match (index + place).checked_sub(N) {
                    Some(above) => &mut high[above],
                    None => &mut low[index + place],
                };
                let wide =
                    u128::from(factor) * u128::from(limb) + u128::from(*target) + u128::from(carry);
                *target = wide as u64;
                carry = (wide >> 64) as u64;
            }
            high[index] = carry;
        }
        let below = low[..N - 1].iter().fold(0, |any, limb| any | limb);
        (high, low[N - 1] | u64::from(below != 0))
    }

    #[inline]
    fn div(self, tail: u64, divisor: Self) -> (Self, u64) {
        let (quotient, remainder) = division::divide(self, tail, divisor);
        // Twice the remainder against the divisor says on which side of a half the fraction is.
        let (doubled, carry) = remainder.add(remainder, false);
        let order = if carry { Ordering::Greater } else { doubled.order(&divisor) };
        let half = u64::from(order != Ordering::Less) << 63;
        let inexact = remainder != Self::ZERO && order != Ordering::Equal;
        (quotient, half | u64::from(inexact))
    }

    #[inline]
    fn resize<L: Limbs>(self, tail: u64) -> (L, u64) {
        let kept = (L::BITS / 64) as usize;
        if kept > N {
            let mut limbs = [0; 9];
            limbs[0] = tail;
            limbs[1..=N].copy_from_slice(&self);
            return (L::from_top(&limbs[..=N]), 0);
        }
        let (below, limbs) = self.split_at(N - kept);
        let Some((upper, rest)) = below.split_last() else {
            return (L::from_top(limbs), tail);
        };
        let lost = rest.iter().fold(tail, |any, limb| any | limb);
        (L::from_top(limbs), upper | u64::from(lost != 0))
    }

    #[inline]
    fn from_top(limbs: &[u64]) -> Self {
        let mut array = [0; N];
        array[N - limbs.len()..].copy_from_slice(limbs);
        array
    }

    #[inline]
    fn from_low(limbs: &[u64]) -> Self {
        from_fn(|index| limbs.get(index).copied().unwrap_or(0))
    }
}

/// [`Limbs::shl`] by `whole` limbs, at least one, and some bits.
fn shl_limbs<const N: usize>(limbs: [u64; N], tail: u64, whole: usize, bits: u32) -> [u64; N] {
    let below = |index: usize| match index.checked_sub(whole) {
        Some(place) => limbs[place],
        None if index + 1 == whole => tail,
        None => 0,
    };
    let moved: [u64; N] = from_fn(below);
    moved.shl(0, bits)
}

/// [`Limbs::shr`] by `whole` limbs, at least one, and some bits.
fn shr_limbs<const N: usize>(
    limbs: [u64; N],
    tail: u64,
    whole: usize,
    bits: u32,
) -> ([u64; N], u64) {
    let limb = |index: usize| limbs.get(index).copied().unwrap_or(0);
    let lost = limbs.iter().take(whole - 1).fold(tail, |any, limb| any | limb);
    let moved: [u64; N] = from_fn(|index| limb(index + whole));
    let (shifted, tail) = moved.shr(limb(whole - 1), bits);
    (shifted, tail | u64::from(lost != 0))
}

#[inline]
fn pair(high: u64, low: u64) -> u128 {
    u128::from(high) << 64 | u128::from(low)
}
