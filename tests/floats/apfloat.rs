//! A second oracle that shares neither encodings nor arithmetic with the first: `rustc_apfloat`.

use aluvm_core::num::float::{F16, F16b, F32, F64, F80, F128, Float, Rounding};
use rustc_apfloat::{Round, Status, StatusAnd, ieee};

use crate::cases;
use crate::operation::{Operation, apply, bytes};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

fn word(bytes: &[u8]) -> u128 {
    bytes.iter().rev().fold(0, |word, &byte| word << 8 | u128::from(byte))
}

fn mode(rounding: Rounding) -> Round {
    match rounding {
        Rounding::TowardZero => Round::TowardZero,
        Rounding::NearestEven => Round::NearestTiesToEven,
        Rounding::Floor => Round::TowardNegative,
        Rounding::Ceil => Round::TowardPositive,
    }
}

fn check<F: Float, A: rustc_apfloat::Float>() {
    let directed = operands::directed(F::FORMAT);
    let mut random = Random::new(0xa9f ^ F::FORMAT as u64);
    for _ in 0..cases(3000) {
        let (first, second) = operands::pair(&mut random, F::FORMAT, &directed);
        let a = F::from_le_bytes(&first).unwrap();
        let b = F::from_le_bytes(&second).unwrap();
        let (x, y) = (A::from_bits(word(&first)), A::from_bits(word(&second)));
        for operation in Operation::ALL {
            for rounding in Rounding::ALL {
                let mode = mode(rounding);
                let StatusAnd { status, value } = match operation {
                    Operation::Add => x.add_r(y, mode),
                    Operation::Sub => x.sub_r(y, mode),
                    Operation::Mul => x.mul_r(y, mode),
                    Operation::Div => x.div_r(y, mode),
                };
                let undefined = value.is_nan() || status.contains(Status::OVERFLOW);
                let expected = (!undefined).then(|| value.to_bits());
                let actual = apply(operation, a, b, rounding).map(|value| word(&bytes(value)));
                // It does not report an overflow that the mode rounds to the largest value, so here
                // both are possible, and the exact numbers decide elsewhere.
                let largest = value.abs() == A::largest() && status == Status::INEXACT;
                if largest && actual.is_none() {
                    continue;
                }
                assert_eq!(actual, expected, "{operation:?} {rounding:?} of {a:?} and {b:?}");
            }
        }
    }
}

#[test]
fn f16b() {
    check::<F16b, ieee::BFloat>();
}

#[test]
fn f16() {
    check::<F16, ieee::Half>();
}

#[test]
fn f32() {
    check::<F32, ieee::Single>();
}

#[test]
fn f64() {
    check::<F64, ieee::Double>();
}

#[test]
fn f80() {
    check::<F80, ieee::X87DoubleExtended>();
}

#[test]
fn f128() {
    check::<F128, ieee::Quad>();
}
