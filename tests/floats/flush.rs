//! The processor told to flush subnormal results to zero and to take subnormal operands for zero, as
//! code in other languages leaves it now and then: results must not change.

use std::arch::asm;
use std::hint::black_box;

use aluvm_core::num::float::{F32, F64, Float, Rounding};
use rustc_apfloat::ieee;

use crate::cases;
use crate::operation::{Operation, apply, bytes};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

const FLUSH_TO_ZERO: u32 = 1 << 15;
const DENORMALS_ARE_ZEROS: u32 = 1 << 6;

/// Computes under the flags.
fn flushed<T>(compute: impl FnOnce() -> T) -> T {
    let mut before = 0u32;
    unsafe { asm!("stmxcsr [{}]", in(reg) &mut before) };
    let changed = before | FLUSH_TO_ZERO | DENORMALS_ARE_ZEROS;
    unsafe { asm!("ldmxcsr [{}]", in(reg) &changed) };
    let result = black_box(compute());
    unsafe { asm!("ldmxcsr [{}]", in(reg) &before) };
    result
}

fn check<F: Float, A: rustc_apfloat::Float>() {
    let directed = operands::directed(F::FORMAT);
    let mut random = Random::new(0xf1054 + F::FORMAT as u64);
    for _ in 0..cases(20_000) {
        let (first, second) = operands::pair(&mut random, F::FORMAT, &directed);
        let value = |bytes| F::from_le_bytes(bytes).unwrap();
        let soft = |bytes: &[u8]| {
            A::from_bits(bytes.iter().rev().fold(0, |bits, byte| bits << 8 | u128::from(*byte)))
        };
        for operation in Operation::ALL {
            let (a, b) = black_box((value(&first), value(&second)));
            let actual = flushed(|| apply(operation, a, b, Rounding::NearestEven));
            let (x, y) = (soft(&first), soft(&second));
            let expected = match operation {
                Operation::Add => x + y,
                Operation::Sub => x - y,
                Operation::Mul => x * y,
                Operation::Div => x / y,
            };
            let is_defined = !expected.value.is_nan()
                && !expected.status.contains(rustc_apfloat::Status::OVERFLOW);
            let expected = expected.value.to_bits().to_le_bytes()[..F::BYTES].to_vec();
            let expected = is_defined.then_some(expected);
            assert_eq!(actual.map(bytes), expected, "{operation:?} of {a:?} and {b:?}");
        }
    }
}

#[test]
fn results_do_not_depend_on_the_flags_of_the_processor() {
    let smallest = black_box(f64::from_bits(1));
    assert_eq!(flushed(|| black_box(smallest) * black_box(2.0)), 0.0, "the flags work");
    check::<F32, ieee::Single>();
    check::<F64, ieee::Double>();
}
