//! Decimal literals of the IEEE formats, read by MPFR's own reader.

use aluvm_core::num::float::{FloatFormat, FloatLiteralError, Rounding};
use aluvm_mpfr_tests::computed;
use rug::Float as Mpfr;

use crate::{cases, ieee, oracle};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

#[track_caller]
fn check(format: FloatFormat, text: &str) {
    let expected = computed(format, Rounding::NearestEven, |precision, mode| {
        Mpfr::with_val_round(precision, Mpfr::parse(text).unwrap(), mode)
    });
    let expected = expected.ok_or(FloatLiteralError::Overflow(format));
    assert_eq!(format.parse(text), expected, "{format:?} {text}");
}

#[test]
fn random_decimals() {
    let mut random = Random::new(41);
    for format in ieee() {
        let limit = (oracle::shape(format).max_exponent * 302 / 1000 + 30).min(6000);
        for _ in 0..cases(2000) {
            let length = random.below(90) + 1;
            let digits: String =
                (0..length).map(|_| char::from(b'0' + random.below(10) as u8)).collect();
            let (whole, fraction) = digits.split_at(1 + random.below(length) as usize);
            let point = if fraction.is_empty() { "" } else { "." };
            let sign = random.pick(&["", "-"]);
            let exponent = match random.below(3) {
                0 => random.between(-5, 5),
                _ => random.between(-limit, limit),
            };
            check(format, &format!("{sign}{whole}{point}{fraction}e{exponent}"));
        }
    }
}

#[test]
fn the_ends_of_f256() {
    for text in ["1.5e78912", "1.7e78913", "-2.5e-78912", "3e-78984", "1e-78985", "123.456e70000"] {
        check(FloatFormat::F256, text);
    }
}

/// What the formats print, MPFR reads as the same value.
#[test]
fn printed_values() {
    let mut random = Random::new(42);
    for format in ieee() {
        let directed = operands::directed(format);
        for _ in 0..cases(500) {
            let bytes = operands::any(&mut random, format, &directed);
            check(format, &format.print(&bytes).unwrap());
        }
    }
}
