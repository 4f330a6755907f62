//! Natural numbers of any size, for literals only: an `f256` spans more than 157,000 decimal places,
//! and a literal must be rounded from its exact value. The arithmetic of the machine never comes
//! here, and this file must stay cheap to compile, because the macro crate contains it.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A natural number: limbs in little-endian order, the last one not zero.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Natural(Vec<u64>);

impl Natural {
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let limbs = bytes.chunks(8).map(|chunk| {
            chunk.iter().rev().fold(0, |limb: u64, &byte| limb << 8 | u64::from(byte))
        });
        Self(limbs.collect()).trimmed()
    }

    /// The lowest `count` bytes, little-endian; zeros above the number.
    pub(crate) fn to_bytes(&self, count: usize) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.0.iter().flat_map(|limb| limb.to_le_bytes()).collect();
        bytes.resize(count, 0);
        bytes
    }

    pub(crate) fn power_of_two(exponent: usize) -> Self {
        let mut limbs = vec![0; exponent / 64];
        limbs.push(1 << (exponent % 64));
        Self(limbs)
    }

    pub(in crate::num::float) fn power_of_five(exponent: u32) -> Self {
        let mut power = Self(vec![1]);
        let mut square = Self(vec![5]);
        let mut rest = exponent;
        while rest > 0 {
            if rest & 1 == 1 {
                power = power.mul(&square);
            }
            rest >>= 1;
            if rest > 0 {
                square = square.mul(&square);
            }
        }
        power
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub(in crate::num::float) fn is_odd(&self) -> bool {
        self.bit(0)
    }

    pub(in crate::num::float) fn bit(&self, index: usize) -> bool {
        self.0.get(index / 64).is_some_and(|limb| limb >> (index % 64) & 1 == 1)
    }

    pub(crate) fn bit_length(&self) -> usize {
        self.0.last().map_or(0, |top| self.0.len() * 64 - top.leading_zeros() as usize)
    }

    /// Multiplies by `factor` and adds `term`, in place.
    pub(crate) fn scale(&mut self, factor: u64, term: u64) {
        let mut carry = term;
        for limb in &mut self.0 {
            let wide = u128::from(*limb) * u128::from(factor) + u128::from(carry);
            *limb = wide as u64;
            carry = (wide >> 64) as u64;
        }
        if carry != 0 {
            self.0.push(carry);
        }
    }

    pub(in crate::num::float) fn mul(&self, other: &Self) -> Self {
        let mut product = vec![0; self.0.len() + other.0.len()];
        for (index, &factor) in self.0.iter().enumerate() {
            let mut carry = 0;
            for (place, &limb) in product[index..].iter_mut().zip(&other.0) {
                let wide =
                    u128::from(factor) * u128::from(limb) + u128::from(*place) + u128::from(carry);
                *place = wide as u64;
                carry = (wide >> 64) as u64;
            }
            product[index + other.0.len()] = carry;
        }
        Self(product).trimmed()
    }

    pub(crate) fn add(&self, other: &Self) -> Self {
        let mut sum = Vec::with_capacity(self.0.len().max(other.0.len()) + 1);
        let mut carry = 0;
        for index in 0..self.0.len().max(other.0.len()) {
            let wide = carry + u128::from(self.limb(index)) + u128::from(other.limb(index));
            sum.push(wide as u64);
            carry = wide >> 64;
        }
        sum.push(carry as u64);
        Self(sum).trimmed()
    }

    /// The difference, which must not be negative.
    pub(crate) fn sub(&self, other: &Self) -> Self {
        let mut difference = self.0.clone();
        subtract(&mut difference, &other.0, 1);
        Self(difference).trimmed()
    }

    fn limb(&self, index: usize) -> u64 {
        self.0.get(index).copied().unwrap_or(0)
    }

    pub(in crate::num::float) fn shl(&self, count: usize) -> Self {
        let mut limbs = vec![0; count / 64];
        let mut carry = 0;
        for &limb in &self.0 {
            let wide = u128::from(limb) << (count % 64);
            limbs.push(wide as u64 | carry);
            carry = (wide >> 64) as u64;
        }
        limbs.push(carry);
        Self(limbs).trimmed()
    }

    pub(in crate::num::float) fn shr(&self, count: usize) -> Self {
        let kept = self.0.get(count / 64..).unwrap_or(&[]);
        let limbs = (0..kept.len()).map(|index| {
            let above = kept.get(index + 1).copied().unwrap_or(0);
            ((u128::from(above) << 64 | u128::from(kept[index])) >> (count % 64)) as u64
        });
        Self(limbs.collect()).trimmed()
    }

    /// The lowest `count` bits.
    pub(in crate::num::float) fn low_bits(&self, count: usize) -> Self {
        let mut limbs = self.0.clone();
        limbs.truncate(count.div_ceil(64));
        if let Some(top) = limbs.get_mut(count / 64) {
            *top &= (1 << (count % 64)) - 1;
        }
        Self(limbs).trimmed()
    }

    /// The number divided by 2^`count`, rounded to nearest even; `inexact` says that it stands for a
    /// value greater than itself by less than one.
    pub(super) fn round_bits(&self, count: usize, inexact: bool) -> Self {
        let mut rounded = self.shr(count);
        let half = count > 0 && self.bit(count - 1);
        if half && (inexact || rounded.is_odd() || !self.low_bits(count - 1).is_zero()) {
            rounded.scale(1, 1);
        }
        rounded
    }

    /// Quotient and remainder, by the schoolbook method on limbs (Knuth, volume 2, 4.3.1, D). The
    /// divisor must not be zero.
    pub(in crate::num::float) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
        if *self < *divisor {
            return (Self(Vec::new()), self.clone());
        }
        let shift = divisor.limb(divisor.0.len() - 1).leading_zeros() as usize;
        let divisor = divisor.shl(shift).0;
        let mut rest = self.shl(shift).0;
        rest.push(0);
        let top = u128::from(divisor[divisor.len() - 1]);
        let mut quotient = vec![0; rest.len() - divisor.len()];
        for index in (0..quotient.len()).rev() {
            let window = &mut rest[index..=index + divisor.len()];
            let high = u128::from(window[divisor.len()]) << 64;
            // Too large by at most two, because the top bit of the divisor is set.
            let estimate = (high | u128::from(window[divisor.len() - 1])) / top;
            let mut digit = u64::try_from(estimate).unwrap_or(u64::MAX);
            let mut negative = subtract(window, &divisor, digit);
            while negative {
                digit -= 1;
                negative = !add_back(window, &divisor);
            }
            quotient[index] = digit;
        }
        (Self(quotient).trimmed(), Self(rest).trimmed().shr(shift))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let by_length = self.0.len().cmp(&other.0.len());
        Some(by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())))
    }
}

impl From<u64> for Natural {
    fn from(number: u64) -> Self {
        Self(vec![number]).trimmed()
    }
}

/// Subtracts `factor * term` in place; true if the result went below zero and wrapped.
fn subtract(limbs: &mut [u64], term: &[u64], factor: u64) -> bool {
    let mut borrow = 0;
    for (index, limb) in limbs.iter_mut().enumerate() {
        if index >= term.len() && borrow == 0 {
            break;
        }
        let part = term.get(index).copied().unwrap_or(0);
        let wide = u128::from(part) * u128::from(factor) + u128::from(borrow);
        let (difference, wrapped) = limb.overflowing_sub(wide as u64);
        *limb = difference;
        borrow = (wide >> 64) as u64 + u64::from(wrapped);
    }
    borrow != 0
}

/// Adds in place; true if a carry left the top, that is if the number is no longer below zero.
fn add_back(limbs: &mut [u64], term: &[u64]) -> bool {
    let mut carry = false;
    for (index, limb) in limbs.iter_mut().enumerate() {
        let part = term.get(index).copied().unwrap_or(0);
        let wide = u128::from(*limb) + u128::from(part) + u128::from(carry);
        *limb = wide as u64;
        carry = wide >> 64 != 0;
    }
    carry
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_and_remainders_are_those_of_native_numbers() {
        let natural = |number: u128| Natural::from_bytes(&number.to_le_bytes());
        let ends = [1, 2, 3, 10, u64::MAX.into(), 1 << 64, u128::MAX - 1, u128::MAX];
        let near = ends.iter().flat_map(|end| [end - 1, *end, end.saturating_add(1), end / 3]);
        let near: Vec<u128> = near.collect();
        for (a, b) in near.iter().flat_map(|a| near.iter().map(move |b| (*a, *b))) {
            if b != 0 {
                let (quotient, rest) = natural(a).div_rem(&natural(b));
                assert_eq!(quotient.to_bytes(16), (a / b).to_le_bytes(), "{a} / {b}");
                assert_eq!(rest.to_bytes(16), (a % b).to_le_bytes(), "{a} % {b}");
            }
        }
    }
}
