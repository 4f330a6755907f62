//! Arithmetic of the x87 format. Its values have no leading bit there, so that significands are not
//! normalised, for which the algorithms were not made: they lose more than they say, and some fail.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Magnitude, Operand, Operation, Refused, infinity, with_sign};
use crate::num::float::format::FloatFormat;
use crate::num::float::rounding::Rounding;

const PRECISION: i64 = 64;
const MAX_EXPONENT: i64 = FloatFormat::F80.max_exponent() as i64;
const MIN_EXPONENT: i64 = FloatFormat::F80.min_exponent() as i64;

/// `significand * 2^(exponent - 63)`.
struct Value {
    negative: bool,
    exponent: i64,
    significand: u128,
}

/// The part that was lost below a significand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loss {
    Nothing,
    LessThanHalf,
    Half,
    MoreThanHalf,
}

/// What an operation makes of two values that are neither zero nor infinite.
pub(super) fn compute(
    operation: Operation,
    a: &Operand,
    b: &Operand,
    rounding: Rounding,
) -> Result<Option<Vec<u8>>, Refused> {
    let (Some(a), Some(b)) = (Value::new(a), Value::new(b)) else { return Err(Refused) };
    let is_sum = matches!(operation, Operation::Add | Operation::Sub);
    let (value, loss) = match operation {
        Operation::Add | Operation::Sub => a.add(b)?,
        Operation::Mul => (a.mul(b), Loss::Nothing),
        Operation::Div => a.div(b)?,
    };
    value.rounded(loss, rounding, is_sum)
}

/// Shifts right, for any count.
fn shift_right(number: u128, count: i64) -> (u128, Loss) {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let Some(below) = count.checked_sub(1) else { return (number, Loss::Nothing) };
    let is_half = number.unbounded_shr(below) & 1 == 1;
    let is_more = number & 1u128.unbounded_shl(below).wrapping_sub(1) != 0;
    let loss = match (is_half, is_more) {
        (false, false) => Loss::Nothing,
        (false, true) => Loss::LessThanHalf,
        (true, false) => Loss::Half,
        (true, true) => Loss::MoreThanHalf,
    };
    (number.unbounded_shr(count), loss)
}

fn length(number: u128) -> i64 {
    128 - i64::from(number.leading_zeros())
}

impl Loss {
    /// The loss of bits above those that were lost before.
    fn above(self, before: Loss) -> Loss {
        match (self, before) {
            (_, Loss::Nothing) => self,
            (Loss::Nothing, _) => Loss::LessThanHalf,
            (Loss::Half, _) => Loss::MoreThanHalf,
            _ => self,
        }
    }

    /// What is lost where the number that lost it was subtracted.
    fn subtracted(self) -> Loss {
        match self {
            Loss::LessThanHalf => Loss::MoreThanHalf,
            Loss::MoreThanHalf => Loss::LessThanHalf,
            _ => self,
        }
    }

    fn fraction(self) -> u64 {
        match self {
            Loss::Nothing => 0,
            Loss::LessThanHalf => 1,
            Loss::Half => 1 << 63,
            Loss::MoreThanHalf => 1 << 63 | 1,
        }
    }
}

impl Value {
    fn new(operand: &Operand) -> Option<Value> {
        let Magnitude::Finite { significand, exponent } = &operand.magnitude else { return None };
        let bytes: [u8; 8] = significand.to_bytes(8).try_into().ok()?;
        Some(Value {
            negative: operand.negative,
            exponent: exponent + PRECISION - 1,
            significand: u64::from_le_bytes(bytes).into(),
        })
    }

    fn add(mut self, b: Value) -> Result<(Value, Loss), Refused> {
        let distance = self.exponent - b.exponent;
        if self.negative == b.negative {
            let loss;
            let mut addend = b.significand;
            if distance > 0 {
                (addend, loss) = shift_right(addend, distance);
            } else {
                (self.significand, loss) = shift_right(self.significand, -distance);
                self.exponent = b.exponent;
            }
            self.significand += addend;
            return Ok((self, loss));
        }
        if distance < 0 || distance == 0 && self.significand < b.significand {
            return b.subtract(self);
        }
        self.subtract(b)
    }

    /// The difference of the significands, with the sign of this number, which is not the smaller one as far as the
    /// exponents tell.
    fn subtract(mut self, b: Value) -> Result<(Value, Loss), Refused> {
        let (minuend, (subtrahend, loss)) = match self.exponent - b.exponent {
            0 => (self.significand, (b.significand, Loss::Nothing)),
            distance => {
                self.exponent -= 1;
                (self.significand << 1, shift_right(b.significand, distance - 1))
            }
        };
        let borrow = u128::from(loss != Loss::Nothing);
        let difference = minuend.checked_sub(subtrahend).and_then(|rest| rest.checked_sub(borrow));
        self.significand = difference.ok_or(Refused)?;
        Ok((self, loss.subtracted()))
    }

    fn mul(self, b: Value) -> Value {
        let significand = self.significand * b.significand;
        let exponent = self.exponent + b.exponent + 1 - PRECISION;
        Value { negative: self.negative != b.negative, exponent, significand }
    }

    fn div(self, b: Value) -> Result<(Value, Loss), Refused> {
        let negative = self.negative != b.negative;
        let (up, b_up) = (PRECISION - length(self.significand), PRECISION - length(b.significand));
        let mut exponent = self.exponent - b.exponent + b_up - up;
        let mut dividend = self.significand << up;
        let divisor = b.significand << b_up;
        if divisor == 1 << (PRECISION - 1) {
            return Ok((Value { negative, exponent, significand: dividend }, Loss::Nothing));
        }
        if divisor == 0 {
            // Each bit of the quotient is set, and of the rest.
            let significand = u64::MAX.into();
            return Ok((Value { negative, exponent, significand }, Loss::MoreThanHalf));
        }
        if dividend == 0 {
            return Err(Refused);
        }
        if dividend < divisor {
            dividend <<= 1;
            exponent -= 1;
        }
        let dividend = dividend << (PRECISION - 1);
        let (significand, rest) = (dividend / divisor, dividend % divisor);
        let loss = match (rest << 1).cmp(&divisor) {
            _ if rest == 0 => Loss::Nothing,
            Ordering::Less => Loss::LessThanHalf,
            Ordering::Equal => Loss::Half,
            Ordering::Greater => Loss::MoreThanHalf,
        };
        Ok((Value { negative, exponent, significand }, loss))
    }

    /// Normalises and rounds; none where the result is subnormal and inexact, or infinite.
    fn rounded(
        mut self,
        before: Loss,
        rounding: Rounding,
        is_sum: bool,
    ) -> Result<Option<Vec<u8>>, Refused> {
        let mut loss = before;
        if self.significand != 0 {
            let wanted = self.exponent + length(self.significand) - PRECISION;
            if wanted > MAX_EXPONENT {
                return Ok(self.overflowed(rounding));
            }
            let wanted = wanted.max(MIN_EXPONENT);
            if wanted < self.exponent {
                if loss != Loss::Nothing {
                    return Err(Refused);
                }
                self.significand <<= self.exponent - wanted;
                self.exponent = wanted;
                return Ok(Some(self.bytes()));
            }
            if wanted > self.exponent {
                let (significand, lost) = shift_right(self.significand, wanted - self.exponent);
                loss = lost.above(loss);
                (self.significand, self.exponent) = (significand, wanted);
            }
        }
        if loss == Loss::Nothing {
            return Ok(Some(self.bytes()));
        }
        let is_odd = self.significand & 1 == 1;
        if rounding.rounds_up(self.negative, is_odd, loss.fraction()) {
            if self.significand == 0 {
                self.exponent = MIN_EXPONENT;
            }
            self.significand += 1;
            if length(self.significand) > PRECISION {
                if self.exponent == MAX_EXPONENT {
                    return Ok(None);
                }
                // All bits of half the number are zero but the leading one, which is not kept.
                self.exponent += 1;
                return Ok(Some(self.bytes()));
            }
        }
        if length(self.significand) == PRECISION {
            return Ok(Some(self.bytes()));
        }
        // A sum that has lost something cannot be zero, it is claimed.
        if is_sum && self.significand == 0 && before != Loss::Nothing {
            return Err(Refused);
        }
        Ok(None)
    }

    /// Too great a number: the greatest, where it is rounded toward zero.
    fn overflowed(&self, rounding: Rounding) -> Option<Vec<u8>> {
        let is_cut = match rounding {
            Rounding::TowardZero => true,
            Rounding::NearestEven => false,
            Rounding::Floor => !self.negative,
            Rounding::Ceil => self.negative,
        };
        let greatest =
            Value { negative: self.negative, exponent: MAX_EXPONENT, significand: u64::MAX.into() };
        is_cut.then(|| greatest.bytes())
    }

    fn bytes(&self) -> Vec<u8> {
        if self.significand == 0 {
            return alloc::vec![0; FloatFormat::F80.bytes()];
        }
        // Subnormal numbers get the field of the least normal ones, which is read as theirs.
        let field = self.exponent + MAX_EXPONENT;
        if field > 2 * MAX_EXPONENT {
            return infinity(FloatFormat::F80, self.negative);
        }
        let mut bytes = (self.significand as u64).to_le_bytes().to_vec();
        bytes.extend((field as u16).to_le_bytes());
        with_sign(bytes, self.negative)
    }
}
