//! Literals are printed right: parsing gives the same value back, no shorter literal would, and the
//! standard library prints the same digits.

use aluvm_core::num::float::{FloatFormat, FloatLiteralError};

use crate::literals::exact;
use crate::{cases, oracle};
use aluvm_judge::Random;
use aluvm_judge::float::Rational;
use aluvm_judge::float::operands;

#[test]
fn every_16_bit_value_prints_and_parses() {
    for format in [FloatFormat::F16, FloatFormat::F16b] {
        for pattern in 0..=u16::MAX {
            let bytes = pattern.to_le_bytes();
            match format.print(&bytes) {
                Some(text) => assert_eq!(format.parse(&text), Ok(bytes.to_vec()), "{text}"),
                None => assert!(oracle::decode(format, &bytes).is_none()),
            }
        }
    }
}

#[test]
fn printing_and_parsing_are_inverse() {
    let mut random = Random::new(1);
    for format in FloatFormat::ALL {
        let directed = operands::directed(format);
        let drawn: Vec<_> =
            (0..cases(2000)).map(|_| operands::any(&mut random, format, &directed)).collect();
        for bytes in directed.iter().chain(&drawn) {
            let text = format.print(bytes).unwrap();
            assert_eq!(format.parse(&text).as_ref(), Ok(bytes), "{format:?} {text}");
        }
    }
}

/// No decimal with one digit less rounds to the value, and none with as many digits is nearer.
#[test]
fn printing_is_shortest() {
    let mut random = Random::new(2);
    for format in FloatFormat::ALL {
        let directed = operands::directed(format);
        for _ in 0..cases(300) {
            let bytes = operands::any(&mut random, format, &directed);
            let value = oracle::decode(format, &bytes).unwrap();
            let zero_infinite_or_slow =
                value.exponent().is_none_or(|exponent| exponent.abs() > 8000);
            if zero_infinite_or_slow {
                continue;
            }
            let text = format.print(&bytes).unwrap();
            let mantissa: String = text.split('e').next().unwrap().replace(['-', '.'], "");
            let digits = mantissa.trim_matches('0').len() as i64;
            let value = value.abs().rational().unwrap();
            let magnitude = oracle::nearest(format, &value).unwrap();
            let printed = exact(text.trim_start_matches('-'));
            let place = decimal_exponent(&printed) + 1 - digits;
            let distance = (&printed - &value).abs();
            for other in neighbours(&value, place) {
                assert!(
                    (&other - &value).abs() >= distance
                        || oracle::nearest(format, &other).as_ref() != Some(&magnitude),
                    "{format:?} {text}"
                );
            }
            for other in neighbours(&value, place + 1) {
                let beyond = format.is_posit() && other > Rational::new(1, 1).scaled(2040);
                assert!(
                    other.is_zero()
                        || beyond
                        || oracle::nearest(format, &other).as_ref() != Some(&magnitude),
                    "{format:?} {text}"
                );
            }
        }
    }
}

/// The place of the first decimal digit of a positive number: 0 for 7, -1 for 0.7.
fn decimal_exponent(number: &Rational) -> i64 {
    // A guess, since 10^1233 is a bit above 2^4096.
    let mut place = number.binary_exponent().unwrap() * 1233 / 4096;
    while *number >= Rational::power(10, place + 1) {
        place += 1;
    }
    while *number < Rational::power(10, place) {
        place -= 1;
    }
    place
}

/// The multiples of a power of ten below and above a positive number.
fn neighbours(number: &Rational, place: i64) -> [Rational; 2] {
    let unit = Rational::power(10, place);
    let (below, _) = (number / &unit).floor(0);
    [below.clone(), below + 1].map(|multiple| &Rational::from(multiple) * &unit)
}

#[test]
fn f32_and_f64_agree_with_the_standard_library() {
    let mut random = Random::new(3);
    for _ in 0..cases(20_000) {
        let single = f32::from_bits(random.next_number() as u32);
        let double = f64::from_bits(random.next_number());
        if single.is_finite() {
            let text = FloatFormat::F32.print(&single.to_le_bytes()).unwrap();
            assert_eq!(text.parse(), Ok(single));
            assert_eq!(scientific(&text), format!("{single:e}"));
        }
        if double.is_finite() {
            let text = FloatFormat::F64.print(&double.to_le_bytes()).unwrap();
            assert_eq!(text.parse(), Ok(double));
            assert_eq!(scientific(&text), format!("{double:e}"));
        }
        let digits = random.next_number() >> random.below(60);
        let text = format!("{digits}e{}", random.between(-345, 310));
        let parsed = FloatFormat::F64.parse(&text);
        let standard: f64 = text.parse().unwrap();
        match parsed {
            Ok(bytes) => assert_eq!(bytes, standard.to_le_bytes(), "{text}"),
            Err(error) => {
                assert_eq!(error, FloatLiteralError::Overflow(FloatFormat::F64));
                assert!(standard.is_infinite(), "{text}");
            }
        }
    }
}

/// A literal in the form of Rust's `{:e}`.
fn scientific(text: &str) -> String {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let lead = digits.find(|digit| digit != '0');
    let Some(lead) = lead else { return format!("{sign}0e0") };
    let exponent = exponent.parse::<i32>().unwrap() + whole.len() as i32 - 1 - lead as i32;
    let digits = digits.trim_matches('0');
    let point = if digits.len() > 1 { "." } else { "" };
    format!("{sign}{}{point}{}e{exponent}", &digits[..1], &digits[1..])
}

#[test]
fn canonical_forms() {
    let f64_forms = [
        (7.0, "7.0"),
        (-0.0, "-0.0"),
        (0.0, "0.0"),
        (2.13, "2.13"),
        (0.005, "0.005"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (1.5e-7, "1.5e-7"),
        (1e20, "100000000000000000000.0"),
        (1e21, "1e21"),
        (123456.789, "123456.789"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e308"),
    ];
    for (value, text) in f64_forms {
        assert_eq!(FloatFormat::F64.print(&value.to_le_bytes()).as_deref(), Some(text));
    }
    assert_eq!(FloatFormat::F512.print(&[0; 64]).as_deref(), Some("0.0"));
}
