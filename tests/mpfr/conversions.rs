//! Conversions between the IEEE formats, and from and to integers of all widths.

use aluvm_core::num::float::{F16, F16b, F32, F64, F80, F128, F256, Float, Rounding};
use aluvm_mpfr_tests::{computed, decode};
use rug::float::Round;
use rug::{Float as Mpfr, Integer};

use crate::cases;
use crate::operation::bytes;
use crate::oracle;
use aluvm_judge::Random;
use aluvm_judge::float::operands;

fn check_floats<A: Float, B: Float>() {
    let directed = operands::directed(A::FORMAT);
    let mut random = Random::new(0xc0 + A::FORMAT as u64 * 8 + B::FORMAT as u64);
    let drawn: Vec<_> =
        (0..cases(600)).map(|_| operands::any(&mut random, A::FORMAT, &directed)).collect();
    for source in directed.iter().chain(&drawn) {
        let value = decode(A::FORMAT, source).unwrap();
        let expected = computed(B::FORMAT, Rounding::NearestEven, |precision, mode| {
            Mpfr::with_val_round(precision, &value, mode)
        });
        let (from, to) = (A::FORMAT, B::FORMAT);
        let actual = B::from_float(A::from_le_bytes(source).unwrap()).map(bytes);
        assert_eq!(actual, expected, "{value} from {from:?} to {to:?}");
        let exact = oracle::convert(to, &oracle::decode(from, source).unwrap());
        assert_eq!(exact, expected, "the oracle: {value} from {from:?} to {to:?}");
    }
}

fn check_integers<F: Float>() {
    let mut random = Random::new(200 + F::FORMAT as u64);
    let directed = operands::directed(F::FORMAT);
    for width in [1, 2, 4, 8, 16, 32, 64, 128_usize] {
        let bits = 8 * width as u32;
        for _ in 0..cases(500) {
            let length = random.below(u64::from(bits)) as u32;
            let magnitude = oracle::bytes(&random.integer(length), width);
            let magnitude = Integer::from_digits(&magnitude, rug::integer::Order::Lsf);
            let number = if random.below(2) == 0 { magnitude } else { -magnitude };
            let expected = computed(F::FORMAT, Rounding::NearestEven, |precision, mode| {
                Mpfr::with_val_round(precision, &number, mode)
            });
            let pattern = aluvm_mpfr_tests::bytes(&number.clone().keep_bits(bits), width);
            let actual = F::from_integer(&pattern).map(bytes);
            assert_eq!(actual, expected, "{number} to {:?}", F::FORMAT);
        }
        let drawn = (0..cases(500)).map(|_| operands::any(&mut random, F::FORMAT, &directed));
        for source in drawn.collect::<Vec<_>>().iter().chain(&directed) {
            check_to_integer::<F>(source, width);
        }
    }
}

fn check_to_integer<F: Float>(source: &[u8], width: usize) {
    let bits = 8 * width as u32;
    let value = decode(F::FORMAT, source).unwrap();
    let expected = value
        .to_integer_round(Round::Zero)
        .map(|(number, _)| number)
        .filter(|number| number.clone().keep_signed_bits(bits) == *number);
    let mut target = vec![0xa5; width];
    let fits = F::from_le_bytes(source).unwrap().to_integer(&mut target);
    let expected_bytes = match &expected {
        Some(number) => aluvm_mpfr_tests::bytes(&number.clone().keep_bits(bits), width),
        None => vec![0xa5; width],
    };
    assert_eq!((fits, target), (expected.is_some(), expected_bytes), "{value} to a{bits}");
}

macro_rules! from_all {
    ($($name:ident $format:ty;)*) => {$(
        #[test]
        fn $name() {
            check_floats::<$format, F16b>();
            check_floats::<$format, F16>();
            check_floats::<$format, F32>();
            check_floats::<$format, F64>();
            check_floats::<$format, F80>();
            check_floats::<$format, F128>();
            check_floats::<$format, F256>();
            check_integers::<$format>();
        }
    )*};
}

from_all! {
    f16b F16b;
    f16 F16;
    f32 F32;
    f64 F64;
    f80 F80;
    f128 F128;
    f256 F256;
}
