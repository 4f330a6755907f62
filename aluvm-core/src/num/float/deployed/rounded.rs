//! Rounding to a format, and what is lost by it.

use alloc::vec::Vec;

use super::{fraction_bits, infinity, with_sign};
use crate::num::float::format::FloatFormat;
use crate::num::float::natural::Natural;
use crate::num::float::rounding::Rounding;

/// An exact value: `significand * 2^exponent`, and a little more if it is sticky.
pub(super) struct Exact {
    pub(super) negative: bool,
    pub(super) significand: Natural,
    pub(super) exponent: i64,
    pub(super) is_sticky: bool,
}

/// A value rounded to the precision of a format.
pub(super) struct Rounded {
    negative: bool,
    significand: Natural,
    exponent: i64,
    is_inexact: bool,
    /// Whether the value, before it was rounded, was above what the format has.
    overflows: bool,
}

impl Exact {
    /// Rounds to the precision and the least exponent of a format.
    pub(super) fn round(self, format: FloatFormat, rounding: Rounding) -> Rounded {
        let Exact { negative, significand, exponent, is_sticky } = self;
        let leading = exponent + significand.bit_length() as i64 - 1;
        let lowest = leading.max(format.min_exponent().into()) - fraction_bits(format) as i64;
        let overflows = !significand.is_zero() && leading > format.max_exponent().into();
        let Ok(dropped) = usize::try_from(lowest - exponent) else {
            let significand = significand.shl(exponent.abs_diff(lowest) as usize);
            let is_inexact = is_sticky;
            return Rounded { negative, significand, exponent: lowest, is_inexact, overflows };
        };
        let mut kept = significand.shr(dropped);
        // The dropped part as a fraction of 64 bits whose lowest is sticky.
        let is_half = dropped > 0 && significand.bit(dropped - 1);
        let is_more = is_sticky || !significand.low_bits(dropped.saturating_sub(1)).is_zero();
        let fraction = u64::from(is_half) << 63 | u64::from(is_more);
        if rounding.rounds_up(negative, kept.is_odd(), fraction) {
            kept = kept.add(&Natural::from(1));
        }
        let mut exponent = lowest;
        if kept.bit_length() > format.precision() as usize {
            kept = kept.shr(1);
            exponent += 1;
        }
        let is_inexact = fraction != 0;
        Rounded { negative, significand: kept, exponent, is_inexact, overflows }
    }
}

impl Rounded {
    /// The result of an operation; none if it is subnormal and inexact, or becomes infinite.
    pub(super) fn checked(self, format: FloatFormat, rounding: Rounding) -> Option<Vec<u8>> {
        if self.overflows {
            return match rounding {
                Rounding::TowardZero => Some(self.largest(format)),
                Rounding::Floor if !self.negative => Some(self.largest(format)),
                Rounding::Ceil if self.negative => Some(self.largest(format)),
                _ => None,
            };
        }
        let is_subnormal = self.significand.bit_length() < format.precision() as usize;
        if self.is_infinite(format) || self.is_inexact && is_subnormal {
            return None;
        }
        Some(self.bytes(format))
    }

    /// The value, which becomes infinite where it is too great.
    pub(super) fn bytes(&self, format: FloatFormat) -> Vec<u8> {
        if self.is_infinite(format) {
            return infinity(format, self.negative);
        }
        let lowest = i64::from(format.min_exponent()) - fraction_bits(format) as i64;
        let leading = Natural::power_of_two(fraction_bits(format));
        let has_leading_bit = self.significand.bit_length() == format.precision() as usize;
        let field = match has_leading_bit {
            true => (self.exponent - lowest + 1) as u64,
            false => 0,
        };
        // The x87 format has its leading bit below the field, the others have none.
        let number = match format {
            FloatFormat::F80 => self.significand.add(&Natural::from(field).shl(64)),
            _ if has_leading_bit => {
                let fraction = self.significand.sub(&leading);
                fraction.add(&Natural::from(field).shl(fraction_bits(format)))
            }
            _ => self.significand.clone(),
        };
        with_sign(number.to_bytes(format.bytes()), self.negative)
    }

    /// The value itself, for rounding it again.
    pub(super) fn again(self) -> Exact {
        let Rounded { negative, significand, exponent, .. } = self;
        Exact { negative, significand, exponent, is_sticky: false }
    }

    pub(super) fn is_infinite(&self, format: FloatFormat) -> bool {
        let leading = self.exponent + self.significand.bit_length() as i64 - 1;
        !self.significand.is_zero() && leading > format.max_exponent().into()
    }

    fn largest(&self, format: FloatFormat) -> Vec<u8> {
        let precision = format.precision() as usize;
        Rounded {
            negative: self.negative,
            significand: Natural::power_of_two(precision).sub(&Natural::from(1)),
            exponent: i64::from(format.max_exponent()) - fraction_bits(format) as i64,
            is_inexact: true,
            overflows: false,
        }
        .bytes(format)
    }
}
