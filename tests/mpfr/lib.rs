//! Floats of the formats as numbers of MPFR: bytes to numbers and back, and the formats' own ends of the
//! range, which MPFR's exponents pass. It shares nothing with the exact numbers of the judge.

use std::cmp::Ordering;

use aluvm_core::num::float::{FloatFormat, Rounding};
use rug::float::{Round, Special};
use rug::integer::Order;
use rug::{Float, Integer};

/// Width in bits, significand precision and largest exponent (IEEE 754-2019 table 3.5 and its formulas;
/// Intel SDM volume 1, 4.2.2, for the x87 format).
struct Shape {
    bits: u32,
    precision: u32,
    max_exponent: i32,
}

fn shape(format: FloatFormat) -> Shape {
    let (bits, precision, max_exponent) = match format {
        FloatFormat::F16b => (16, 8, 127),
        FloatFormat::F16 => (16, 11, 15),
        FloatFormat::F32 => (32, 24, 127),
        FloatFormat::F64 => (64, 53, 1023),
        FloatFormat::F80 => (80, 64, 16383),
        FloatFormat::F128 => (128, 113, 16383),
        FloatFormat::F256 => (256, 237, 262_143),
        FloatFormat::F512 => panic!("the posit has no fixed precision"),
    };
    Shape { bits, precision, max_exponent }
}

fn integer(bytes: &[u8]) -> Integer {
    Integer::from_digits(bytes, Order::Lsf)
}

/// Little-endian bytes of a number that is not negative.
pub fn bytes(number: &Integer, count: usize) -> Vec<u8> {
    let mut bytes = number.to_digits(Order::Lsf);
    assert!(bytes.len() <= count);
    bytes.resize(count, 0);
    bytes
}

fn ones(count: u32) -> Integer {
    (Integer::from(1) << count) - 1
}

/// The value of a register's bytes in an IEEE format, exact; `None` for NaN and non-canonical patterns.
pub fn decode(format: FloatFormat, pattern: &[u8]) -> Option<Float> {
    let shape = shape(format);
    let number = integer(pattern);
    let negative = number.get_bit(shape.bits - 1);
    let explicit = u32::from(format == FloatFormat::F80);
    let stored = shape.precision - 1 + explicit;
    let exponent = Integer::from(&number >> stored) & ones(shape.bits - 1 - stored);
    let exponent = exponent.to_i32()?;
    let field = number & ones(stored);
    let fraction = field.clone() & ones(shape.precision - 1);
    if explicit == 1 && field.get_bit(63) != (exponent != 0) {
        return None;
    }
    let magnitude = if exponent == 2 * shape.max_exponent + 1 {
        if fraction != 0 {
            return None;
        }
        Float::with_val(shape.precision, Special::Infinity)
    } else {
        let leading = Integer::from(exponent != 0) << (shape.precision - 1);
        let value = Float::with_val(shape.precision, fraction + leading);
        value << (exponent.max(1) - shape.max_exponent - (shape.precision as i32 - 1))
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// The bytes of a value that the IEEE format has.
fn encode(format: FloatFormat, value: &Float) -> Vec<u8> {
    let shape = shape(format);
    let explicit = u32::from(format == FloatFormat::F80);
    let stored = shape.precision - 1 + explicit;
    let width = (shape.bits / 8) as usize;
    let sign = Integer::from(value.is_sign_negative()) << (shape.bits - 1);
    if value.is_zero() {
        return bytes(&sign, width);
    }
    if value.is_infinite() {
        let top = Integer::from(2 * shape.max_exponent + 1) << stored;
        let leading = Integer::from(explicit) << 63;
        return bytes(&(sign | top | leading), width);
    }
    let exponent = value.get_exp().expect("a finite number") - 1;
    let biased = (exponent + shape.max_exponent).max(0);
    let lowest = exponent.max(1 - shape.max_exponent) - (shape.precision as i32 - 1);
    let significand = Float::with_val(shape.precision, value.abs_ref()) >> lowest;
    assert!(significand.is_integer(), "{value} is not a value of {format:?}");
    let field = significand.to_integer().expect("an integer") & ones(stored);
    bytes(&(sign | (Integer::from(biased) << stored) | field), width)
}

/// The rounding mode's name in MPFR.
pub fn mode(rounding: Rounding) -> Round {
    match rounding {
        Rounding::TowardZero => Round::Zero,
        Rounding::NearestEven => Round::Nearest,
        Rounding::Floor => Round::Down,
        Rounding::Ceil => Round::Up,
    }
}

/// The bytes in an IEEE format of what MPFR computes: the computation is given the format's precision,
/// and says how it rounded. NaN and overflow are `None`; small values become subnormal.
pub fn computed(
    format: FloatFormat,
    rounding: Rounding,
    compute: impl FnOnce(u32, Round) -> (Float, Ordering),
) -> Option<Vec<u8>> {
    let shape = shape(format);
    let (mut value, rounded) = compute(shape.precision, mode(rounding));
    if value.is_nan() || value.get_exp().is_some_and(|exponent| exponent > shape.max_exponent + 1) {
        return None;
    }
    value.subnormalize_round(2 - shape.max_exponent, rounded, mode(rounding));
    Some(encode(format, &value))
}
