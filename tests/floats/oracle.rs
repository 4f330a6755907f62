//! What the formats mean, by their standards' formulas, on MPFR numbers and exact rationals.

use std::cmp::Ordering;

use aluvm_core::num::float::{FloatFormat, Rounding};
use rug::float::{Round, Special};
use rug::integer::Order;
use rug::{Float, Integer, Rational};

/// Width in bits, exponent field, significand precision (IEEE 754-2019 table 3.5 and its formulas;
/// Intel SDM volume 1, 4.2.2, for the x87 format).
pub struct Shape {
    pub bits: u32,
    pub precision: u32,
    pub max_exponent: i32,
}

/// The posit has its own functions; its entry only says how many bits its significands take.
pub fn shape(format: FloatFormat) -> Shape {
    let (bits, precision, exponent_bits) = match format {
        FloatFormat::F16b => (16, 8, 8),
        FloatFormat::F16 => (16, 11, 5),
        FloatFormat::F32 => (32, 24, 8),
        FloatFormat::F64 => (64, 53, 11),
        FloatFormat::F80 => (80, 64, 15),
        FloatFormat::F128 => (128, 113, 15),
        FloatFormat::F256 => (256, 237, 19),
        FloatFormat::F512 => return Shape { bits: 512, precision: 508, max_exponent: 2040 },
    };
    Shape { bits, precision, max_exponent: (1 << (exponent_bits - 1)) - 1 }
}

pub fn integer(bytes: &[u8]) -> Integer {
    Integer::from_digits(bytes, Order::Lsf)
}

pub fn bytes(number: &Integer, count: usize) -> Vec<u8> {
    let mut bytes = number.to_digits(Order::Lsf);
    assert!(bytes.len() <= count);
    bytes.resize(count, 0);
    bytes
}

fn ones(count: u32) -> Integer {
    (Integer::from(1) << count) - 1
}

/// The value of a register's bytes, exact; `None` for NaN, NaR and non-canonical patterns.
pub fn decode(format: FloatFormat, pattern: &[u8]) -> Option<Float> {
    let shape = shape(format);
    if format == FloatFormat::F512 {
        let value = posit_value(&integer(pattern), 512)?;
        return Some(Float::with_val(shape.precision, value));
    }
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
pub fn encode(format: FloatFormat, value: &Float) -> Vec<u8> {
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
    let exponent = value.get_exp().unwrap() - 1;
    let biased = (exponent + shape.max_exponent).max(0);
    let lowest = exponent.max(1 - shape.max_exponent) - (shape.precision as i32 - 1);
    let significand = Float::with_val(shape.precision, value.abs_ref()) >> lowest;
    assert!(significand.is_integer(), "{value} is not a value of {format:?}");
    let significand = significand.to_integer().unwrap();
    let field = significand & ones(stored);
    bytes(&(sign | (Integer::from(biased) << stored) | field), width)
}

pub fn mpfr_mode(rounding: Rounding) -> Round {
    match rounding {
        Rounding::TowardZero => Round::Zero,
        Rounding::NearestEven => Round::Nearest,
        Rounding::Floor => Round::Down,
        Rounding::Ceil => Round::Up,
    }
}

/// Bytes of an operation's result, which MPFR computed to the format's precision with an exponent of
/// its own range: NaN and overflow are `None`, small values become subnormal.
pub fn finish(
    format: FloatFormat,
    (mut value, rounded): (Float, Ordering),
    rounding: Rounding,
) -> Option<Vec<u8>> {
    let shape = shape(format);
    assert_eq!(value.prec(), shape.precision);
    if value.is_nan() || value.get_exp().is_some_and(|exponent| exponent > shape.max_exponent + 1) {
        return None;
    }
    value.subnormalize_round(2 - shape.max_exponent, rounded, mpfr_mode(rounding));
    Some(encode(format, &value))
}

/// The value of a `width`-bit posit by the formula of the Posit Standard (2022), section 4.3:
/// ((1 - 3s) + f) * 2^((1 - 2s) * (4r + e + s)). `None` for NaR.
pub fn posit_value(pattern: &Integer, width: u32) -> Option<Rational> {
    if *pattern == 0 {
        return Some(Rational::new());
    }
    let sign = i32::from(pattern.get_bit(width - 1));
    let rest = pattern.clone() & ones(width - 1);
    if rest == 0 {
        return None;
    }
    let first = rest.get_bit(width - 2);
    let run = (0..width - 1).rev().take_while(|&bit| rest.get_bit(bit) == first).count() as i32;
    let regime = if first { run - 1 } else { -run };
    // Two exponent bits, then the fraction, each reading zeros below the end of the pattern.
    let below = width as i32 - 1 - run - 1;
    let exponent_bit = |place: i32| below >= place && rest.get_bit((below - place) as u32);
    let exponent = 2 * i32::from(exponent_bit(1)) + i32::from(exponent_bit(2));
    let fraction_bits = (below - 2).max(0) as u32;
    let fraction = Rational::from((rest & ones(fraction_bits), Integer::from(1) << fraction_bits));
    let scale = (1 - 2 * sign) * (4 * regime + exponent + sign);
    Some((fraction + (1 - 3 * sign)) << scale)
}

/// The pattern of posit<512, 2> for a value, by the definition of rounding in section 4.1 of the
/// standard, or toward the direction of the mode; beyond the largest value the largest.
pub fn posit_round(value: &Rational, rounding: Rounding) -> Vec<u8> {
    let negative = *value < 0;
    let magnitude = Rational::from(value.abs_ref());
    let largest = ones(511);
    let below = posit_floor(&magnitude);
    let exact = posit_value(&below, 512).unwrap() == magnitude;
    let up = match rounding {
        _ if exact || below == largest => false,
        Rounding::TowardZero => false,
        Rounding::Floor => negative,
        Rounding::Ceil => !negative,
        Rounding::NearestEven => {
            // The midpoint is the posit of one more bit between the two neighbours.
            let middle = posit_value(&((below.clone() << 1) + 1u32), 513).unwrap();
            match magnitude.cmp(&middle) {
                Ordering::Less => below == 0,
                Ordering::Equal => below == 0 || below.is_odd(),
                Ordering::Greater => true,
            }
        }
    };
    let rounded = if up { below + 1 } else { below };
    let pattern =
        if negative && rounded != 0 { (Integer::from(1) << 512) - rounded } else { rounded };
    bytes(&pattern, 64)
}

/// The largest posit that is not above a value: a guess, proven by its neighbours.
fn posit_floor(magnitude: &Rational) -> Integer {
    if *magnitude == 0 {
        return Integer::new();
    }
    let (value, _) = Float::with_val_round(700, magnitude, Round::Down);
    let exponent = value.get_exp().unwrap() - 1;
    let guess = if exponent >= 2040 {
        ones(511)
    } else if exponent < -2040 {
        Integer::new()
    } else {
        let (regime, low) = (exponent.div_euclid(4), exponent.rem_euclid(4));
        let prefix = if regime >= 0 { ones(regime as u32 + 1) << 1 } else { Integer::from(1) };
        let used = if regime >= 0 { regime + 2 } else { 1 - regime };
        // 700 bits of the value, of which the leading one gives way to the exponent bits.
        let significand = (value << (699 - exponent)).to_integer().unwrap();
        let tail = significand.keep_bits(699) + (Integer::from(low) << 699);
        ((prefix << 701u32) + tail) >> (used + 701 - 511) as u32
    };
    assert!(posit_value(&guess, 512).unwrap() <= *magnitude);
    if guess < ones(511) {
        assert!(posit_value(&(guess.clone() + 1), 512).unwrap() > *magnitude);
    }
    guess
}

/// The nearest value of any format to a rational number, as bytes; `None` if it overflows.
pub fn nearest(format: FloatFormat, value: &Rational) -> Option<Vec<u8>> {
    if format == FloatFormat::F512 {
        return Some(posit_round(value, Rounding::NearestEven));
    }
    let rounded = Float::with_val_round(shape(format).precision, value, Round::Nearest);
    finish(format, rounded, Rounding::NearestEven)
}

/// The nearest value to one of Rust's floats, with the sign of a zero; `None` if it overflows, and for
/// infinity if the format has none.
pub fn nearest_float(format: FloatFormat, value: f64) -> Option<Vec<u8>> {
    if value.is_finite() && value != 0.0 || format == FloatFormat::F512 {
        return nearest(format, &Rational::from_f64(value)?);
    }
    Some(encode(format, &Float::with_val(shape(format).precision, value)))
}

/// The exact value of a finite number.
pub fn rational(value: &Float) -> Rational {
    value.to_rational().unwrap()
}
