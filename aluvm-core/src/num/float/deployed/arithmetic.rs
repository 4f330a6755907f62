//! Addition, subtraction, multiplication and division.

use alloc::vec::Vec;

use super::rounded::Exact;
use super::{Magnitude, Operand, Operation, Refused, SIGN, extended, infinity, read};
use crate::num::float::format::FloatFormat;
use crate::num::float::natural::Natural;
use crate::num::float::rounding::Rounding;

/// What an operation makes of values that were read; none if it is nothing.
pub(crate) fn compute(
    format: FloatFormat,
    operation: Operation,
    a: &[u8],
    b: &[u8],
    rounding: Rounding,
) -> Result<Option<Vec<u8>>, Refused> {
    let (first, second) = (a, b);
    let (a, mut b) = (Operand::new(format, a), Operand::new(format, b));
    b.negative = b.negative != (operation == Operation::Sub);
    let is_sum = matches!(operation, Operation::Add | Operation::Sub);
    let exact = match operation {
        // A term stays as it is where the other is zero.
        _ if is_sum && matches!(b.magnitude, Magnitude::Zero) => return Ok(Some(first.to_vec())),
        _ if is_sum && matches!(a.magnitude, Magnitude::Zero) => {
            let mut bytes = second.to_vec();
            if let Some(top) = bytes.last_mut() {
                *top = *top & !SIGN | if b.negative { SIGN } else { 0 };
            }
            return Ok(read(format, &bytes));
        }
        _ if format == FloatFormat::F80 && a.is_finite() && b.is_finite() => {
            let bytes = extended::compute(operation, &a, &b, rounding)?;
            return Ok(bytes.and_then(|bytes| read(format, &bytes)));
        }
        Operation::Add | Operation::Sub => add(format, a, b),
        Operation::Mul => mul(a, b),
        Operation::Div => div(format, a, b),
    };
    let bytes = match exact {
        Outcome::Nothing => return Ok(None),
        Outcome::Infinite { negative } => infinity(format, negative),
        Outcome::Zero => alloc::vec![0; format.bytes()],
        Outcome::Exact(exact) => match round(format, exact, rounding) {
            Some(bytes) => bytes,
            None => return Ok(None),
        },
    };
    Ok(read(format, &bytes))
}

/// An exact result.
enum Outcome {
    Nothing,
    Zero,
    Infinite { negative: bool },
    Exact(Exact),
}

/// Those of bfloat16 are computed as binary32 and rounded again, without looking at what is lost.
fn round(format: FloatFormat, exact: Exact, rounding: Rounding) -> Option<Vec<u8>> {
    if format != FloatFormat::F16b {
        return exact.round(format, rounding).checked(format, rounding);
    }
    let negative = exact.negative;
    let single = exact.round(FloatFormat::F32, Rounding::NearestEven);
    if single.is_infinite(FloatFormat::F32) {
        return Some(infinity(format, negative));
    }
    Some(single.again().round(format, Rounding::NearestEven).bytes(format))
}

fn add(format: FloatFormat, a: Operand, b: Operand) -> Outcome {
    use Magnitude::{Finite, Infinite, Zero};
    match (a.magnitude, b.magnitude) {
        (Infinite, Infinite) if a.negative != b.negative => Outcome::Nothing,
        (Infinite, _) => Outcome::Infinite { negative: a.negative },
        (_, Infinite) => Outcome::Infinite { negative: b.negative },
        (Zero, _) | (_, Zero) => Outcome::Zero,
        (Finite { significand: x, exponent: ex }, Finite { significand: y, exponent: ey }) => {
            let (large, small) = match leading(&x, ex) >= leading(&y, ey) {
                true => ((a.negative, x, ex), (b.negative, y, ey)),
                false => ((b.negative, y, ey), (a.negative, x, ex)),
            };
            sum(format, large, small)
        }
    }
}

fn whole(negative: bool, significand: Natural, exponent: i64) -> Outcome {
    Outcome::Exact(Exact { negative, significand, exponent, is_sticky: false })
}

/// The place above the leading bit of a number.
fn leading(significand: &Natural, exponent: i64) -> i64 {
    exponent + significand.bit_length() as i64
}

type Signed = (bool, Natural, i64);

/// The sum of a number and one that is not longer. Of one that is far below only that it is there counts.
fn sum(format: FloatFormat, large: Signed, small: Signed) -> Outcome {
    let (negative, x, ex) = large;
    let (small_negative, y, ey) = small;
    let far = 2 * i64::from(format.precision()) + 8;
    let gap = leading(&x, ex) - leading(&y, ey);
    if gap > far {
        let mut significand = x.shl(far as usize);
        if small_negative != negative {
            significand = significand.sub(&Natural::from(1));
        }
        return Outcome::Exact(Exact {
            negative,
            significand,
            exponent: ex - far,
            is_sticky: true,
        });
    }
    let exponent = ex.min(ey);
    let (x, y) = (x.shl((ex - exponent) as usize), y.shl((ey - exponent) as usize));
    if negative == small_negative {
        return whole(negative, x.add(&y), exponent);
    }
    let (negative, difference) =
        if x >= y { (negative, x.sub(&y)) } else { (small_negative, y.sub(&x)) };
    if difference.is_zero() { Outcome::Zero } else { whole(negative, difference, exponent) }
}

fn mul(a: Operand, b: Operand) -> Outcome {
    use Magnitude::{Finite, Infinite, Zero};
    let negative = a.negative != b.negative;
    match (a.magnitude, b.magnitude) {
        (Zero, Infinite) | (Infinite, Zero) => Outcome::Nothing,
        (Infinite, _) | (_, Infinite) => Outcome::Infinite { negative },
        (Zero, _) | (_, Zero) => Outcome::Zero,
        (Finite { significand: x, exponent: ex }, Finite { significand: y, exponent: ey }) => {
            whole(negative, x.mul(&y), ex + ey)
        }
    }
}

fn div(format: FloatFormat, a: Operand, b: Operand) -> Outcome {
    use Magnitude::{Finite, Infinite, Zero};
    let negative = a.negative != b.negative;
    match (a.magnitude, b.magnitude) {
        (Infinite, Infinite) | (Zero, Zero) => Outcome::Nothing,
        (Infinite, _) => Outcome::Infinite { negative },
        (Zero, _) | (_, Infinite) => Outcome::Zero,
        (_, Zero) if format == FloatFormat::F16b => Outcome::Infinite { negative },
        (_, Zero) => Outcome::Nothing,
        (Finite { significand: x, exponent: ex }, Finite { significand: y, exponent: ey }) => {
            let shift = (2 * format.precision() as usize + 64 + y.bit_length())
                .saturating_sub(x.bit_length());
            let (significand, rest) = x.shl(shift).div_rem(&y);
            let exponent = ex - ey - shift as i64;
            Outcome::Exact(Exact { negative, significand, exponent, is_sticky: !rest.is_zero() })
        }
    }
}
