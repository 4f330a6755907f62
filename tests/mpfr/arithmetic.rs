//! Sums, differences, products, quotients and order of the IEEE formats, in every rounding mode.

use aluvm_core::num::float::{F16, F16b, F32, F64, F80, F128, F256, Float, Rounding};
use aluvm_mpfr_tests::{computed, decode};
use rug::Float as Mpfr;
use rug::ops::AssignRound;

use crate::cases;
use crate::operation::{Operation, apply, bytes};
use crate::oracle;
use aluvm_judge::Random;
use aluvm_judge::float::operands;

/// Checks one pair in all operations and modes.
fn check_pair<F: Float>(first: &[u8], second: &[u8]) {
    let (a, b) = (F::from_le_bytes(first).unwrap(), F::from_le_bytes(second).unwrap());
    let [x, y] = [first, second].map(|bytes| decode(F::FORMAT, bytes).unwrap());
    let [exact_x, exact_y] = [first, second].map(|bytes| oracle::decode(F::FORMAT, bytes).unwrap());
    for operation in Operation::ALL {
        for rounding in Rounding::ALL {
            let expected = computed(F::FORMAT, rounding, |precision, mode| {
                let mut result = Mpfr::new(precision);
                let rounded = match operation {
                    Operation::Add => result.assign_round(&x + &y, mode),
                    Operation::Sub => result.assign_round(&x - &y, mode),
                    Operation::Mul => result.assign_round(&x * &y, mode),
                    Operation::Div => result.assign_round(&x / &y, mode),
                };
                (result, rounded)
            });
            let name = (operation, rounding);
            assert_eq!(
                apply(operation, a, b, rounding).map(bytes),
                expected,
                "{name:?} of {a} and {b}"
            );
            let exact = operation.expected(F::FORMAT, &exact_x, &exact_y, rounding);
            assert_eq!(exact, expected, "the oracle: {name:?} of {a} and {b}");
        }
    }
    assert_eq!(Some(a.compare(b)), x.partial_cmp(&y), "{a} {b}");
    assert_eq!(exact_x.partial_cmp(&exact_y), x.partial_cmp(&y), "{a} {b}");
}

fn check_format<F: Float>() {
    let directed = operands::directed(F::FORMAT);
    let mut random = Random::new(0x5eed_0002 ^ F::FORMAT as u64);
    let all = directed.len() * directed.len();
    // All pairs of edges, or as many of them as the ordinary run has time for.
    let step = (all / cases(6000)).max(1);
    let offset = random.below(step as u64) as usize;
    for index in (offset..all).step_by(step) {
        check_pair::<F>(&directed[index / directed.len()], &directed[index % directed.len()]);
    }
    for _ in 0..cases(5000) {
        let (first, second) = operands::pair(&mut random, F::FORMAT, &directed);
        check_pair::<F>(&first, &second);
    }
}

macro_rules! formats {
    ($($name:ident $format:ty;)*) => {$(
        #[test]
        fn $name() {
            check_format::<$format>();
        }
    )*};
}

formats! {
    f16b F16b;
    f16 F16;
    f32 F32;
    f64 F64;
    f80 F80;
    f128 F128;
    f256 F256;
}
