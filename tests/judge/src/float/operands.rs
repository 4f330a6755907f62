//! Operands that find mistakes: the edges of each format, and random values with random shapes.

use aluvm_core::num::float::{FloatFormat, Rounding};
use num_bigint::BigInt;
use num_traits::Signed;

use super::{Rational, bytes, decode, integer, low_bits, power_of_two, round, shape};
use crate::random::Random;

/// The number of random cases: `ALUVM_CASES`, or a few for the ordinary test run.
pub fn cases(ordinary: usize) -> usize {
    std::env::var("ALUVM_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(ordinary)
}

/// The values of a format at which something changes, with their neighbours, of both signs.
pub fn directed(format: FloatFormat) -> Vec<Vec<u8>> {
    let shape = shape(format);
    let fraction_bits = shape.precision - 1;
    let bias = shape.max_exponent;
    let mut magnitudes = vec![BigInt::ZERO];
    if format == FloatFormat::F512 {
        for bit in (0..511).step_by(17).chain([1, 2, 505, 506, 507, 508, 509, 510]) {
            magnitudes.push(power_of_two(bit));
            magnitudes.push(power_of_two(511) - power_of_two(bit));
        }
    } else {
        let exponents = [1, 2, bias - 1, bias, bias + 1, bias + 2, 2 * bias, 2 * bias + 1];
        // Of 2^precision one is half an ulp; so is the second of the largest value.
        let far = [-1, 0, 1].map(|step| bias + step + fraction_bits as i32);
        let half_ulps = [-1, 0, 1].map(|step| 2 * bias + step - shape.precision as i32);
        for exponent in exponents.into_iter().chain(far).chain(half_ulps) {
            magnitudes.push(BigInt::from(exponent) << fraction_bits);
        }
        let one = BigInt::from(bias) << fraction_bits;
        magnitudes.push(&one + power_of_two(fraction_bits / 2));
        magnitudes.push(&one + (BigInt::from(3) << (fraction_bits - 2)));
    }
    let mut values: Vec<Vec<u8>> = Vec::new();
    for magnitude in magnitudes {
        for step in -3..=3 {
            for negative in [false, true] {
                let candidate = counted(format, &magnitude + step, negative);
                values.extend(candidate.filter(|bytes| decode(format, bytes).is_some()));
            }
        }
    }
    values.sort();
    values.dedup();
    values
}

/// Bytes of the magnitude, which counts up from zero through all positive values of the format.
fn counted(format: FloatFormat, magnitude: BigInt, negative: bool) -> Option<Vec<u8>> {
    if magnitude.is_negative() || magnitude >= power_of_two(shape(format).bits - 1) {
        return None;
    }
    Some(match format {
        FloatFormat::F512 if negative => bytes(&low_bits(&-magnitude, 512), 64),
        FloatFormat::F512 => bytes(&magnitude, 64),
        FloatFormat::F80 if magnitude.bits() > 78 => return None,
        _ => super::pattern(format, &magnitude, negative),
    })
}

/// Bits with the shapes that make sums, products and quotients land on ties and just beside them.
fn significand(random: &mut Random, precision: u32) -> BigInt {
    let top = power_of_two(precision - 1);
    let uniform = random.integer(precision - 1);
    let cut = random.below(u64::from(precision)) as u32;
    match random.below(8) {
        0..=2 => top + uniform,
        3 => top,
        4 => top + ((uniform >> cut) << cut),
        5 => top + power_of_two(cut.min(precision - 2)),
        6 => (top << 1_u32) - power_of_two(cut.min(precision - 2)),
        _ => top + low_bits(&uniform, cut.min(8)),
    }
}

/// A value with about the given exponent, or a subnormal if that is below the normal ones.
fn value(random: &mut Random, format: FloatFormat, exponent: i32) -> Vec<u8> {
    let shape = shape(format);
    let lowest = if format == FloatFormat::F512 {
        -shape.max_exponent
    } else {
        2 - shape.max_exponent - shape.precision as i32
    };
    let exponent = exponent.clamp(lowest, shape.max_exponent);
    let number = Rational::from(significand(random, shape.precision));
    let number = number.scaled(i64::from(exponent - (shape.precision as i32 - 1)));
    let number = if random.next_number() & 1 == 0 { number } else { -number };
    let rounding = if format.is_posit() { Rounding::NearestEven } else { Rounding::TowardZero };
    round(format, &number, rounding).unwrap()
}

/// Any value of a format.
pub fn any(random: &mut Random, format: FloatFormat, directed: &[Vec<u8>]) -> Vec<u8> {
    let shape = shape(format);
    match random.below(8) {
        0 => random.pick(directed).clone(),
        1 => {
            let number = random.integer(shape.bits);
            let bytes = bytes(&number, format.bytes());
            if decode(format, &bytes).is_some() { bytes } else { vec![0; format.bytes()] }
        }
        2 => {
            let lowest = -shape.max_exponent - shape.precision as i32;
            let exponent = random.between(lowest, shape.max_exponent);
            value(random, format, exponent)
        }
        3 => {
            let edge = *random.pick(&[-shape.max_exponent, shape.max_exponent]);
            let spread = shape.precision as i32;
            let exponent = random.between(edge - spread, edge + spread);
            value(random, format, exponent)
        }
        _ => {
            let exponent = random.between(-12, 12);
            value(random, format, exponent)
        }
    }
}

/// Two values that have something to do with each other.
pub fn pair(random: &mut Random, format: FloatFormat, directed: &[Vec<u8>]) -> (Vec<u8>, Vec<u8>) {
    let shape = shape(format);
    let precision = shape.precision as i32;
    let first = any(random, format, directed);
    let exponent = decode(format, &first).and_then(|value| value.exponent()).unwrap_or(0);
    let (max, min) = (shape.max_exponent, -shape.max_exponent);
    let second = match random.below(8) {
        0 => any(random, format, directed),
        1 => {
            let near = integer(&first) + random.between(-3, 3);
            let near = low_bits(&near, shape.bits);
            let flip = random.below(2) == 1;
            let flipped = if flip { near ^ power_of_two(shape.bits - 1) } else { near };
            let bytes = bytes(&flipped, format.bytes());
            if decode(format, &bytes).is_some() { bytes } else { first.clone() }
        }
        2 => value(random, format, exponent),
        3 => {
            let distance = random.between(-precision - 3, precision + 3);
            value(random, format, exponent + distance)
        }
        4 => {
            let spread = random.between(-2, 2);
            value(random, format, max - exponent + spread)
        }
        5 => {
            let spread = random.between(-precision - 2, 3);
            value(random, format, min - exponent + spread)
        }
        6 => {
            let spread = random.between(-2, 2);
            value(random, format, exponent - max + spread)
        }
        _ => {
            let spread = random.between(-3, precision + 2);
            value(random, format, exponent - min + spread)
        }
    };
    if random.next_number() & 1 == 0 { (first, second) } else { (second, first) }
}
