//! The operands whose results `tests/platforms` holds against digests: here the results are compared with
//! exact numbers, so that the digests are those of right results.

#[path = "../platforms/formats/operands.rs"]
mod operands;

use aluvm_core::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512, Float};

use aluvm_judge::float::Rational;

use crate::arithmetic::check_pair;
use crate::conversions::{WIDTHS, check_to_integer};
use crate::operation::bytes;
use crate::oracle;

/// As many as there are digests for.
const PAIRS: u32 = 5000;

fn check_conversion<A: Float, B: Float>(source: &[u8]) {
    let value = oracle::decode(A::FORMAT, source).expect("a value");
    let found = B::from_float(A::from_le_bytes(source).expect("a value")).map(bytes);
    assert_eq!(found, oracle::convert(B::FORMAT, &value), "{value:?} to {:?}", B::FORMAT);
}

fn check<F: Float>() {
    for (number, (first, second)) in operands::pairs(F::FORMAT, PAIRS).enumerate() {
        check_pair::<F>(&first, &second);
        check_conversion::<F, F16b>(&first);
        check_conversion::<F, F16>(&first);
        check_conversion::<F, F32>(&first);
        check_conversion::<F, F64>(&first);
        check_conversion::<F, F80>(&first);
        check_conversion::<F, F128>(&first);
        check_conversion::<F, F256>(&first);
        check_conversion::<F, F512>(&first);
        check_to_integer::<F>(&first, WIDTHS[number % WIDTHS.len()]);
    }
    for width in WIDTHS {
        for integer in operands::integers(F::FORMAT, width, PAIRS / 10) {
            let found = F::from_integer(&integer).map(bytes);
            let number = oracle::signed(&oracle::integer(&integer), 8 * width as u32);
            let expected = oracle::nearest(F::FORMAT, &Rational::from(number));
            assert_eq!(found, expected, "{integer:02x?}");
        }
    }
}

macro_rules! formats {
    ($($name:ident: $format:ty;)*) => {$(
        #[test]
        fn $name() {
            check::<$format>();
        }
    )*};
}

formats! {
    f16b: F16b;
    f16: F16;
    f32: F32;
    f64: F64;
    f80: F80;
    f128: F128;
    f256: F256;
    f512: F512;
}
