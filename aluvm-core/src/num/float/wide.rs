//! Conversions. Every value of every format, and what matters of an integer, fits eight limbs, so a
//! conversion goes through these instead of having code for each pair.

use super::encoding::{Encoding, read_limbs, write_limbs};
use super::limbs::Limbs;
use super::number::{Number, Unpacked};
use super::rounding::Rounding;

/// A value of any format, or an integer.
pub(super) struct Wide(Unpacked<[u64; 8]>);

/// The widest integer register has 16 limbs.
type Integer = [u64; 16];

impl Wide {
    #[inline]
    pub(super) fn from_float<F: Encoding>(value: F) -> Self {
        Self(match value.unpack() {
            Unpacked::Zero(negative) => Unpacked::Zero(negative),
            Unpacked::Infinite(negative) => Unpacked::Infinite(negative),
            Unpacked::Finite(number) => Unpacked::Finite(resize(number)),
        })
    }

    #[inline]
    pub(super) fn to_float<F: Encoding>(&self) -> Option<F> {
        match self.0 {
            Unpacked::Zero(negative) => Some(F::zero(negative)),
            Unpacked::Infinite(negative) => F::infinity(negative),
            Unpacked::Finite(number) => F::round(resize(number), Rounding::NearestEven),
        }
    }

    /// From little-endian two's complement of at most 128 bytes.
    pub(super) fn from_integer(bytes: &[u8]) -> Self {
        let negative = bytes.last().is_some_and(|byte| byte >> 7 == 1);
        let limbs: Integer = read_limbs(bytes);
        let mut magnitude = limbs;
        if negative {
            // Extends the sign above the bytes, then negates.
            let extended =
                Integer::ZERO.sub([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], false).0;
            let mask = extended.shl(0, 8 * bytes.len() as u32);
            magnitude = Integer::ZERO.sub(limbs.add(mask, false).0, false).0;
        }
        let number = Number::normalised(negative, Integer::BITS as i32 - 1, magnitude, 0);
        Self(number.map_or(Unpacked::Zero(false), |number| Unpacked::Finite(resize(number))))
    }

    /// To little-endian two's complement; false if it does not fit.
    pub(super) fn to_integer(&self, bytes: &mut [u8]) -> bool {
        let number = match self.0 {
            Unpacked::Zero(_) => {
                bytes.fill(0);
                return true;
            }
            Unpacked::Infinite(_) => return false,
            Unpacked::Finite(number) => number,
        };
        let bits = 8 * bytes.len() as i32;
        let magnitude = if number.exponent < 0 {
            Integer::ZERO
        } else if number.exponent < bits {
            let (aligned, _) = number.significand.resize::<Integer>(0);
            aligned.shr(0, Integer::BITS - 1 - number.exponent as u32).0
        } else {
            return false;
        };
        // A set top bit is out of range, but for the least integer.
        if number.exponent == bits - 1 {
            let least = Integer::ZERO.with_low(1).shl(0, bits as u32 - 1);
            if !number.negative || magnitude != least {
                return false;
            }
        }
        let limbs = if number.negative { Integer::ZERO.sub(magnitude, false).0 } else { magnitude };
        write_limbs(&limbs, bytes);
        true
    }
}

#[inline]
fn resize<L: Limbs, K: Limbs>(number: Number<L>) -> Number<K> {
    let (significand, tail) = number.significand.resize(number.tail);
    Number { negative: number.negative, exponent: number.exponent, significand, tail }
}
