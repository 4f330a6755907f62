//! Bytes of a float register taken apart and put together, for any format chosen at run time: which
//! patterns are values, the exact value of a pattern, and the nearest pattern to an exact value.

use alloc::vec::Vec;

use super::format::FloatFormat;
use super::natural::Natural;

/// A pattern that is a value: its sign and the rest of it, which orders magnitudes. For the posit
/// that is the pattern of the absolute value; for the x87 format the explicit leading bit is left out.
#[derive(PartialEq)]
pub(super) struct Pattern {
    pub(super) format: FloatFormat,
    pub(super) negative: bool,
    pub(super) magnitude: Natural,
}

/// A positive number `significand * 2^exponent`.
pub(super) struct Binary {
    pub(super) significand: Natural,
    pub(super) exponent: i64,
}

impl Binary {
    /// Whether it is the same number.
    fn is_same(&self, other: &Binary) -> bool {
        let lowest = self.exponent.min(other.exponent);
        let aligned = |number: &Binary| number.significand.shl((number.exponent - lowest) as usize);
        self.leading_exponent() == other.leading_exponent() && aligned(self) == aligned(other)
    }

    /// The exponent of the leading bit.
    pub(super) fn leading_exponent(&self) -> i64 {
        self.exponent + self.significand.bit_length() as i64 - 1
    }
}

impl FloatFormat {
    /// Whether the bytes, as many as the format has, are a value that a register can hold: not NaN,
    /// not NaR and, in the x87 format, canonical.
    pub fn is_value(self, bytes: &[u8]) -> bool {
        Pattern::from_bytes(self, bytes).is_some()
    }

    /// The same value in another format; none if that has no such value, or the bytes are no value of this
    /// one.
    pub(crate) fn convert(self, bytes: &[u8], to: FloatFormat) -> Option<Vec<u8>> {
        let pattern = Pattern::from_bytes(self, bytes)?;
        let negative = pattern.negative;
        if pattern.is_infinite() {
            return Pattern::infinite(to, negative).map(|pattern| pattern.to_bytes());
        }
        if pattern.magnitude.is_zero() {
            return Some(Pattern::zero(to, negative).to_bytes());
        }
        let value = pattern.value();
        let nearest = Pattern::nearest(to, negative, &value, false)?;
        let is_exact = !nearest.magnitude.is_zero() && nearest.value().is_same(&value);
        is_exact.then(|| nearest.to_bytes())
    }

    /// The bits of a pattern below its exponent field.
    const fn fraction_bits(self) -> usize {
        self.precision() as usize - 1
    }

    /// The magnitude of infinity, which all finite magnitudes are below.
    fn infinity(self) -> Natural {
        let exponent = 2 * self.max_exponent() as u64 + 1;
        Natural::from(exponent).shl(self.fraction_bits())
    }

    /// The bits of bounds between which a literal is nearly always decided: those that
    /// the significand has and its shortest literal shifts out, and some more.
    pub(super) const fn literal_bits(self) -> usize {
        2 * self.precision() as usize + 128
    }

    /// The digits after which no further decimal digit tells on which side of a midpoint between two
    /// values a number lies: a midpoint `m * 2^-t` has at most `log10(m * 5^t)` of them.
    pub(super) const fn decisive_digits(self) -> usize {
        let places = (1 - self.min_exponent()) as usize + self.precision() as usize;
        places * 7 / 10 + self.precision() as usize / 3 + 10
    }
}

impl Pattern {
    /// `None` if the length is wrong, or the pattern is not a value.
    pub(super) fn from_bytes(format: FloatFormat, bytes: &[u8]) -> Option<Self> {
        if bytes.len() != format.bytes() {
            return None;
        }
        let number = Natural::from_bytes(bytes);
        let sign_bit = format.bits() as usize - 1;
        let negative = number.bit(sign_bit);
        let mut magnitude = number.low_bits(sign_bit);
        match format {
            FloatFormat::F512 if negative => {
                if magnitude.is_zero() {
                    return None;
                }
                magnitude = Natural::power_of_two(sign_bit).sub(&magnitude);
            }
            FloatFormat::F512 => {}
            FloatFormat::F80 => {
                let exponent = magnitude.shr(64);
                if magnitude.bit(63) == exponent.is_zero() {
                    return None;
                }
                magnitude = exponent.shl(63).add(&magnitude.low_bits(63));
            }
            _ => {}
        }
        let is_nan = !format.is_posit() && magnitude > format.infinity();
        (!is_nan).then_some(Self { format, negative, magnitude })
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let sign_bit = self.format.bits() as usize - 1;
        let sign = Natural::power_of_two(sign_bit);
        let number = match self.format {
            FloatFormat::F512 if self.negative && !self.magnitude.is_zero() => {
                return sign.shl(1).sub(&self.magnitude).to_bytes(self.format.bytes());
            }
            FloatFormat::F512 => return self.magnitude.to_bytes(self.format.bytes()),
            FloatFormat::F80 => {
                let exponent = self.magnitude.shr(63);
                let leading = Natural::from(u64::from(!exponent.is_zero())).shl(63);
                exponent.shl(64).add(&leading).add(&self.magnitude.low_bits(63))
            }
            _ => self.magnitude.clone(),
        };
        let number = if self.negative { number.add(&sign) } else { number };
        number.to_bytes(self.format.bytes())
    }

    pub(super) fn zero(format: FloatFormat, negative: bool) -> Self {
        Self { format, negative, magnitude: Natural::from(0) }
    }

    /// `None` for the posit.
    pub(super) fn infinite(format: FloatFormat, negative: bool) -> Option<Self> {
        (!format.is_posit()).then(|| Self { format, negative, magnitude: format.infinity() })
    }

    pub(super) fn is_infinite(&self) -> bool {
        !self.format.is_posit() && self.magnitude == self.format.infinity()
    }

    /// The value to nearest even; `None` if it overflows. `inexact` says that the magnitude is above
    /// `value`, by less than its lowest bit, which is then far below the precision. A posit overflows
    /// above its largest value, and is never rounded to zero.
    pub(super) fn nearest(
        format: FloatFormat,
        negative: bool,
        value: &Binary,
        inexact: bool,
    ) -> Option<Self> {
        let magnitude = if format.is_posit() {
            posit_magnitude(format, value, inexact)?
        } else {
            ieee_magnitude(format, value, inexact)?
        };
        Some(Self { format, negative, magnitude })
    }

    /// The absolute value, finite and not zero.
    pub(super) fn value(&self) -> Binary {
        self.magnitude_value(&self.magnitude, 0)
    }

    /// The number half way to the next larger magnitude: what the pattern with one more bit, set,
    /// stands for. That holds for posits by their standard's rule of rounding.
    pub(super) fn midpoint_above(&self) -> Binary {
        let mut longer = self.magnitude.clone();
        longer.scale(2, 1);
        self.magnitude_value(&longer, 1)
    }

    /// The number half way to the next smaller magnitude. Not for zero.
    pub(super) fn midpoint_below(&self) -> Binary {
        let longer = self.magnitude.shl(1).sub(&Natural::from(1));
        self.magnitude_value(&longer, 1)
    }

    /// The value of a magnitude with `extra` further bits below it.
    fn magnitude_value(&self, magnitude: &Natural, extra: usize) -> Binary {
        if self.format.is_posit() {
            return posit_value(magnitude, self.format.bits() as usize - 1 + extra);
        }
        let fraction_bits = self.format.fraction_bits() + extra;
        let field = magnitude.shr(fraction_bits).to_bytes(8);
        let field = field.iter().rev().fold(0, |number, &byte| number << 8 | i64::from(byte));
        let lowest = i64::from(self.format.min_exponent()) - fraction_bits as i64;
        let fraction = magnitude.low_bits(fraction_bits);
        if field == 0 {
            return Binary { significand: fraction, exponent: lowest };
        }
        let significand = fraction.add(&Natural::power_of_two(fraction_bits));
        Binary { significand, exponent: lowest + field - 1 }
    }
}

/// A significand with its leading bit, added to the exponent field less one: a carry out of the
/// significand then makes the next exponent, and out of the last exponent infinity.
fn ieee_magnitude(format: FloatFormat, value: &Binary, inexact: bool) -> Option<Natural> {
    let min_exponent = i64::from(format.min_exponent());
    let above_min = (value.leading_exponent() - min_exponent).max(0);
    let lowest = above_min + min_exponent - format.fraction_bits() as i64;
    let significand = match usize::try_from(lowest - value.exponent) {
        Ok(dropped) => value.significand.round_bits(dropped, inexact),
        Err(_) => value.significand.shl(value.exponent.abs_diff(lowest) as usize),
    };
    let field = Natural::from(above_min as u64).shl(format.fraction_bits());
    let magnitude = field.add(&significand);
    (magnitude < format.infinity()).then_some(magnitude)
}

/// The unbounded pattern (regime, two exponent bits, fraction), rounded where the format ends.
fn posit_magnitude(format: FloatFormat, value: &Binary, inexact: bool) -> Option<Natural> {
    let width = format.bits() as usize - 1;
    let exponent = value.leading_exponent();
    let fraction_bits = value.significand.bit_length() - 1;
    let fraction = value.significand.low_bits(fraction_bits);
    let largest = i64::from(format.max_exponent());
    if exponent > largest || exponent == largest && (inexact || !fraction.is_zero()) {
        return None;
    }
    if exponent < -largest {
        return Some(Natural::from(1));
    }
    let regime = exponent.div_euclid(4);
    let run = regime.unsigned_abs() as usize;
    let (regime_bits, regime_length) = if regime >= 0 {
        (Natural::power_of_two(run + 2).sub(&Natural::from(2)), run + 2)
    } else {
        (Natural::from(1), run + 1)
    };
    let mut pattern = regime_bits;
    pattern.scale(4, exponent.rem_euclid(4) as u64);
    pattern = pattern.shl(fraction_bits).add(&fraction);
    let length = regime_length + 2 + fraction_bits;
    let rounded = match length.checked_sub(width) {
        Some(dropped) => pattern.round_bits(dropped, inexact),
        None => pattern.shl(width - length),
    };
    if rounded.is_zero() {
        return Some(Natural::from(1));
    }
    let largest = Natural::power_of_two(width).sub(&Natural::from(1));
    Some(if rounded > largest { largest } else { rounded })
}

/// The value of a posit's pattern of `width` bits, sign excluded; bits cut off at its end are zero.
fn posit_value(magnitude: &Natural, width: usize) -> Binary {
    let kind = magnitude.bit(width - 1);
    let run = (0..width).rev().take_while(|&index| magnitude.bit(index) == kind).count();
    let regime = if kind { run as i64 - 1 } else { -(run as i64) };
    let rest = width.saturating_sub(run + 1);
    let fraction_bits = rest.saturating_sub(2);
    let exponent = [1, 2].map(|place| rest >= place && magnitude.bit(rest - place));
    let exponent = 2 * i64::from(exponent[0]) + i64::from(exponent[1]);
    let significand = magnitude.low_bits(fraction_bits).add(&Natural::power_of_two(fraction_bits));
    Binary { significand, exponent: 4 * regime + exponent - fraction_bits as i64 }
}
