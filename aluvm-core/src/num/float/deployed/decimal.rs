//! Conversion between formats, which goes through decimal text of so many digits as the format that is
//! converted needs at most.

use alloc::format;
use alloc::vec::Vec;

use super::rounded::{Exact, Rounded};
use super::{Magnitude, Operand, Refused, infinity, read};
use crate::num::float::format::FloatFormat;
use crate::num::float::natural::Natural;
use crate::num::float::rounding::Rounding;

/// A positive number `digits * 10^exponent`.
struct Decimal {
    digits: Natural,
    exponent: i64,
}

/// Converts a value that was read.
pub(crate) fn convert(
    from: FloatFormat,
    to: FloatFormat,
    bytes: &[u8],
) -> Result<Option<Vec<u8>>, Refused> {
    let Operand { negative, magnitude } = Operand::new(from, bytes);
    let decimal = match magnitude {
        Magnitude::Zero => return Ok(Some(alloc::vec![0; to.bytes()])),
        // Only the text of bfloat16 is one that the others read, and only that one reads theirs.
        Magnitude::Infinite if from == FloatFormat::F16b || to == FloatFormat::F16b => {
            return Ok(read(to, &infinity(to, negative)));
        }
        Magnitude::Infinite => return Err(Refused),
        Magnitude::Finite { significand, .. } if significand.is_zero() => return Err(Refused),
        Magnitude::Finite { .. } if from == FloatFormat::F16b => shortest(bytes)?,
        Magnitude::Finite { significand, exponent } => written(from, significand, exponent),
    };
    let value = match to {
        FloatFormat::F16b => {
            let single = decimal.nearest(negative, FloatFormat::F32);
            if single.is_infinite(FloatFormat::F32) {
                return Ok(Some(infinity(to, negative)));
            }
            single.again().round(to, Rounding::NearestEven)
        }
        _ => decimal.nearest(negative, to),
    };
    Ok(read(to, &value.bytes(to)))
}

/// The shortest text that gives the binary32 again, whose upper half a bfloat16 is.
fn shortest(bytes: &[u8]) -> Result<Decimal, Refused> {
    let [low, high] = *bytes else { return Err(Refused) };
    let text = format!("{}", f32::from_le_bytes([0, 0, low, high & 0x7F]));
    let mut decimal = Decimal { digits: Natural::from(0), exponent: 0 };
    let mut is_behind_point = false;
    for byte in text.bytes() {
        match byte {
            b'.' => is_behind_point = true,
            _ => {
                decimal.digits = times_ten(&decimal.digits, byte.wrapping_sub(b'0').into());
                decimal.exponent -= i64::from(is_behind_point);
            }
        }
    }
    Ok(decimal)
}

fn times_ten(number: &Natural, digit: u64) -> Natural {
    let mut number = number.clone();
    if number.is_zero() {
        return Natural::from(digit);
    }
    number.scale(10, digit);
    number
}

/// The text of a value: first all digits but those that the precision surely does not reach, then as many
/// as it has, the last rounded half up.
fn written(format: FloatFormat, significand: Natural, exponent: i64) -> Decimal {
    let precision = format.precision() as usize;
    let count = 2 + precision * 59 / 196;
    let trailing = (0..significand.bit_length()).find(|at| significand.bit(*at)).unwrap_or(0);
    let (odd, exponent) = (significand.shr(trailing), exponent + trailing as i64);
    let (mut number, mut tens) = match u32::try_from(-exponent) {
        Ok(below) => (odd.mul(&Natural::power_of_five(below)), exponent),
        Err(_) => (odd.shl(exponent as usize), 0),
    };
    let enough = (count * 196).div_ceil(59);
    let surplus = number.bit_length().saturating_sub(enough) * 59 / 196;
    number = without_digits(&number, surplus).0;
    tens += surplus as i64;
    let length = decimal_length(&number);
    if let Some(dropped) = length.checked_sub(count) {
        let (kept, last) = without_digits(&number, dropped);
        number = if last >= 5 { kept.add(&Natural::from(1)) } else { kept };
        tens += dropped as i64;
    }
    Decimal { digits: number, exponent: tens }
}

/// The number without its last digits, and the highest digit of those.
fn without_digits(number: &Natural, count: usize) -> (Natural, u64) {
    let Some(others) = count.checked_sub(1) else { return (number.clone(), 0) };
    let (number, _) = number.div_rem(&power_of_ten(others));
    let (kept, last) = number.div_rem(&Natural::from(10));
    (kept, last.to_bytes(1).first().copied().unwrap_or(0).into())
}

fn power_of_ten(exponent: usize) -> Natural {
    Natural::power_of_five(exponent as u32).shl(exponent)
}

fn decimal_length(number: &Natural) -> usize {
    // 59/196 is a little less than the logarithm of two.
    let mut length = number.bit_length().saturating_sub(1) * 59 / 196;
    while *number >= power_of_ten(length) {
        length += 1;
    }
    length
}

impl Decimal {
    /// The nearest value of a format.
    fn nearest(&self, negative: bool, format: FloatFormat) -> Rounded {
        let power = power_of_ten(self.exponent.unsigned_abs() as usize);
        let exact = if self.exponent >= 0 {
            Exact { negative, significand: self.digits.mul(&power), exponent: 0, is_sticky: false }
        } else {
            let shift = (2 * format.precision() as usize + 64 + power.bit_length())
                .saturating_sub(self.digits.bit_length());
            let (significand, rest) = self.digits.shl(shift).div_rem(&power);
            let is_sticky = !rest.is_zero();
            Exact { negative, significand, exponent: -(shift as i64), is_sticky }
        };
        exact.round(format, Rounding::NearestEven)
    }
}
