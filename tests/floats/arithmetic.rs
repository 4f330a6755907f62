//! Sums, differences, products and quotients of every format in every rounding mode.

use std::cmp::Ordering;

use aluvm_core::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512, Float, Rounding};

use crate::cases;
use crate::operation::{Operation, apply, bytes};
use crate::oracle::{self, Value};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

/// Checks one pair in all operations and modes.
pub fn check_pair<F: Float>(first: &[u8], second: &[u8]) {
    let a = F::from_le_bytes(first).unwrap();
    let b = F::from_le_bytes(second).unwrap();
    let x = oracle::decode(F::FORMAT, first).unwrap();
    let y = oracle::decode(F::FORMAT, second).unwrap();
    for operation in Operation::ALL {
        for rounding in Rounding::ALL {
            let expected = operation.expected(F::FORMAT, &x, &y, rounding);
            let actual = apply(operation, a, b, rounding).map(bytes);
            assert_eq!(
                actual,
                expected,
                "{:?} {operation:?} {rounding:?} of {a} and {b}, {first:02x?} and {second:02x?}",
                F::FORMAT
            );
        }
    }
    check_order(a, b, &x, &y);
}

/// Checks the comparisons of one pair, and sign operations.
fn check_order<F: Float>(a: F, b: F, x: &Value, y: &Value) {
    assert_eq!(a.compare(b), x.cmp(y), "{a} {b}");
    let [low, high] = [a, b].map(|value| {
        let mut pattern = bytes(value);
        pattern[0] &= !1;
        pattern
    });
    assert_eq!(a.compare_rough(b), rough_order::<F>(&low, &high), "{a} {b}");
    assert_eq!(oracle::decode(F::FORMAT, &bytes(a.neg())).unwrap(), -x.clone());
    assert_eq!(oracle::decode(F::FORMAT, &bytes(a.abs())).unwrap(), x.clone().abs());
    if !F::FORMAT.is_posit() {
        assert_ne!(a.neg(), a);
        assert!(!oracle::decode(F::FORMAT, &bytes(a.abs())).unwrap().is_sign_negative());
    }
}

/// Patterns whose lowest bit was cleared; below -maxpos that gives NaR, the least posit of all.
fn rough_order<F: Float>(first: &[u8], second: &[u8]) -> Ordering {
    match (oracle::decode(F::FORMAT, first), oracle::decode(F::FORMAT, second)) {
        (Some(x), Some(y)) => x.cmp(&y),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
    }
}

fn check_format<F: Float>(directed_pairs: usize, random_pairs: usize) {
    let directed = operands::directed(F::FORMAT);
    let mut random = Random::new(0x5eed ^ F::FORMAT as u64);
    let all = directed.len() * directed.len();
    // All pairs of edges, or as many of them as the ordinary run has time for.
    let step = (all / directed_pairs.max(cases(directed_pairs))).max(1);
    let offset = random.below(step as u64) as usize;
    for index in (offset..all).step_by(step) {
        check_pair::<F>(&directed[index / directed.len()], &directed[index % directed.len()]);
    }
    for _ in 0..cases(random_pairs) {
        let (first, second) = operands::pair(&mut random, F::FORMAT, &directed);
        check_pair::<F>(&first, &second);
    }
}

macro_rules! formats {
    ($($name:ident: $format:ty, $directed:literal, $random:literal;)*) => {$(
        #[test]
        fn $name() {
            check_format::<$format>($directed, $random);
        }
    )*};
}

formats! {
    f16b: F16b, 6000, 5000;
    f16: F16, 6000, 5000;
    f32: F32, 6000, 5000;
    f64: F64, 6000, 5000;
    f80: F80, 6000, 5000;
    f128: F128, 6000, 5000;
    f256: F256, 6000, 5000;
    f512: F512, 1000, 1500;
}
