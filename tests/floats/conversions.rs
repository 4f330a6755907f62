//! Conversions between all formats, from and to integers of all widths, and the types of Rust.

use aluvm_core::num::float::{
    F16, F16b, F32, F64, F80, F128, F256, F512, Float, FloatFormat, NotAValue,
};
use num_bigint::BigInt;

use crate::cases;
use crate::operation::bytes;
use crate::oracle::{self, low_bits, power_of_two};
use aluvm_judge::Random;
use aluvm_judge::float::Rational;
use aluvm_judge::float::operands;

/// Bytes of all integer registers.
pub const WIDTHS: [usize; 8] = [1, 2, 4, 8, 16, 32, 64, 128];

fn check_floats<A: Float, B: Float>() {
    let directed = operands::directed(A::FORMAT);
    let mut random = Random::new(A::FORMAT as u64 * 8 + B::FORMAT as u64);
    let targets = operands::directed(B::FORMAT);
    let drawn: Vec<_> = (0..cases(600))
        .map(|_| match random.below(2) {
            0 => operands::any(&mut random, A::FORMAT, &directed),
            _ => near_a_value_of::<A, B>(&mut random, &targets),
        })
        .collect();
    for source in directed.iter().chain(&drawn) {
        let value = oracle::decode(A::FORMAT, source).unwrap();
        let actual = B::from_float(A::from_le_bytes(source).unwrap()).map(bytes);
        let (from, to) = (A::FORMAT, B::FORMAT);
        assert_eq!(actual, oracle::convert(to, &value), "{value:?} from {from:?} to {to:?}");
    }
}

/// A source value that is a value of the target, or half way between two, give or take an ulp.
fn near_a_value_of<A: Float, B: Float>(random: &mut Random, targets: &[Vec<u8>]) -> Vec<u8> {
    let target = operands::any(random, B::FORMAT, targets);
    let Some(value) = oracle::decode(B::FORMAT, &target).and_then(|value| value.rational()) else {
        return vec![0; A::BYTES];
    };
    let half_ulp = value.clone().scaled(-i64::from(oracle::shape(B::FORMAT).precision));
    let factor = Rational::new(random.between(-1, 1), 1).scaled(-40);
    let exact = &(&value + &half_ulp) + &(&half_ulp * &factor);
    oracle::nearest(A::FORMAT, &exact).unwrap_or(vec![0; A::BYTES])
}

fn check_integers<F: Float>() {
    let mut random = Random::new(100 + F::FORMAT as u64);
    let directed = operands::directed(F::FORMAT);
    for width in WIDTHS {
        let bits = 8 * width as u32;
        for case in 0..cases(500) {
            let number = integer(&mut random, bits, case);
            let pattern = oracle::bytes(&low_bits(&number, bits), width);
            let expected = oracle::nearest(F::FORMAT, &Rational::from(number.clone()));
            let actual = F::from_integer(&pattern).map(bytes);
            assert_eq!(actual, expected, "{number} to {:?}", F::FORMAT);
        }
        for case in 0..cases(500) + directed.len() {
            let source = match directed.get(case) {
                Some(source) => source.clone(),
                None if random.below(2) == 0 => operands::any(&mut random, F::FORMAT, &directed),
                None => {
                    let number = Rational::from(integer(&mut random, bits, case));
                    let fraction = Rational::new(random.between(-4, 4), 4);
                    let value = oracle::nearest(F::FORMAT, &(&number + &fraction));
                    value.unwrap_or(vec![0; F::BYTES])
                }
            };
            check_to_integer::<F>(&source, width);
        }
    }
}

/// Integers of all lengths, and those around the limits.
fn integer(random: &mut Random, bits: u32, case: usize) -> BigInt {
    let limit = power_of_two(bits - 1);
    match case {
        0..5 => BigInt::from(case) - 2,
        5..8 => -limit + (case as u32 - 5),
        8..10 => limit - (case as u32 - 7),
        _ => {
            let length = random.below(u64::from(bits)) as u32;
            let mut number = random.integer(length);
            // Ties and their neighbours: few ones, or a one far below the leading bit.
            if random.below(2) == 0 && length > 0 {
                let cut = random.below(u64::from(length)) as u32;
                number = ((number >> cut) << cut) + random.between(-1, 1);
                number = low_bits(&number, length);
            }
            if random.below(2) == 0 { number } else { -number }
        }
    }
}

pub fn check_to_integer<F: Float>(source: &[u8], width: usize) {
    let value = oracle::decode(F::FORMAT, source).unwrap();
    let limit = power_of_two(8 * width as u32 - 1);
    let expected = value.rational().map(|number| number.truncate());
    let expected = expected.filter(|number| *number < limit && *number >= -&limit);
    let mut target = vec![0xa5; width];
    let fits = F::from_le_bytes(source).unwrap().to_integer(&mut target);
    let expected_bytes = match &expected {
        Some(number) => oracle::bytes(&low_bits(number, 8 * width as u32), width),
        None => vec![0xa5; width],
    };
    assert_eq!((fits, target), (expected.is_some(), expected_bytes), "{value:?} to a{}", 8 * width);
}

macro_rules! from_all {
    ($($name:ident: $format:ty;)*) => {$(
        mod $name {
            use super::*;

            #[test]
            fn to_floats() {
                check_floats::<$format, F16b>();
                check_floats::<$format, F16>();
                check_floats::<$format, F32>();
                check_floats::<$format, F64>();
                check_floats::<$format, F80>();
                check_floats::<$format, F128>();
                check_floats::<$format, F256>();
                check_floats::<$format, F512>();
            }

            #[test]
            fn integers() {
                check_integers::<$format>();
            }
        }
    )*};
}

from_all! {
    f16b: F16b;
    f16: F16;
    f32: F32;
    f64: F64;
    f80: F80;
    f128: F128;
    f256: F256;
    f512: F512;
}

#[test]
fn native_types_keep_their_bits() {
    for pattern in 0..=u16::MAX {
        let half = half::f16::from_bits(pattern);
        let brain = half::bf16::from_bits(pattern);
        match F16::try_from(half) {
            Ok(value) => {
                assert_eq!(half::f16::from(value).to_bits(), pattern);
                assert_eq!(F64::from_float(value).map(f64::from), Some(half.to_f64()));
            }
            Err(error) => {
                assert_eq!((error, half.is_nan()), (NotAValue(FloatFormat::F16), true));
                assert_eq!(error.to_string(), "the pattern is not a value of f16");
            }
        }
        match F16b::try_from(brain) {
            Ok(value) => {
                assert_eq!(half::bf16::from(value).to_bits(), pattern);
                assert_eq!(F64::from_float(value).map(f64::from), Some(brain.to_f64()));
            }
            Err(error) => assert_eq!((error, brain.is_nan()), (NotAValue(FloatFormat::F16b), true)),
        }
    }
    let mut random = Random::new(9);
    for _ in 0..cases(10_000) {
        let single = f32::from_bits(random.next_number() as u32);
        let double = f64::from_bits(random.next_number());
        if let Ok(value) = F32::try_from(single) {
            assert_eq!(f32::from(value).to_bits(), single.to_bits());
            assert_eq!(F64::from_float(value).map(f64::from), Some(f64::from(single)));
        } else {
            assert!(single.is_nan());
        }
        if let Ok(value) = F64::try_from(double) {
            assert_eq!(f64::from(value).to_bits(), double.to_bits());
            let narrow = F32::from_float(value).map(f32::from);
            let expected = Some(double as f32).filter(|f| f.is_finite() || double.is_infinite());
            assert_eq!(narrow, expected);
        } else {
            assert!(double.is_nan());
        }
    }
}

/// NaN, NaR and non-canonical patterns are refused on every way in.
fn check_patterns<F, const N: usize>()
where
    F: Float + TryFrom<[u8; N], Error = NotAValue> + Into<[u8; N]>,
{
    let mut random = Random::new(10);
    assert_eq!(F::BYTES, N);
    for _ in 0..cases(5000) {
        let mut pattern = [0; N];
        pattern.iter_mut().for_each(|byte| *byte = random.next_number() as u8);
        if random.below(2) == 0 {
            pattern[N - 1] |= 0x7f;
            pattern[N - 2] |= *random.pick(&[0, 0x80, 0xf0, 0xfc, 0xff]);
        }
        if random.below(4) == 0 {
            pattern[..N - 2].fill(0);
        }
        match F::try_from(pattern) {
            Ok(value) => {
                assert!(oracle::decode(F::FORMAT, &pattern).is_some());
                assert_eq!(value.into(), pattern);
            }
            Err(error) => {
                assert_eq!(error, NotAValue(F::FORMAT));
                assert!(oracle::decode(F::FORMAT, &pattern).is_none());
            }
        }
        assert_eq!(F::from_le_bytes(&pattern).is_some(), F::FORMAT.is_value(&pattern));
        assert!(F::from_le_bytes(&pattern[1..]).is_none());
    }
}

#[test]
fn patterns_that_are_no_values_are_refused() {
    check_patterns::<F16b, 2>();
    check_patterns::<F16, 2>();
    check_patterns::<F32, 4>();
    check_patterns::<F64, 8>();
    check_patterns::<F80, 10>();
    check_patterns::<F128, 16>();
    check_patterns::<F256, 32>();
    check_patterns::<F512, 64>();
}

#[test]
fn text_of_the_types() {
    assert_eq!("0.1".parse::<F16>().unwrap().to_string(), "0.1");
    assert_eq!(format!("{:?}", "-0".parse::<F80>().unwrap()), "F80(-0.0)");
    assert_eq!("0x1.8p3".parse::<F512>().unwrap().to_string(), "12.0");
    assert!("nan".parse::<F64>().is_err());
    assert_eq!("inf".parse::<F32>().map(f32::from), Ok(f32::INFINITY));
}
