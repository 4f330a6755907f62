//! Literals are parsed right, by exact numbers.

use aluvm_core::num::float::{FloatFormat, FloatLiteralError};
use num_bigint::BigInt;

use crate::cases;
use crate::oracle::{self, power_of_two};
use aluvm_judge::Random;
use aluvm_judge::float::Rational;

/// The rational number that a literal denotes, read by other means than the implementation's.
pub fn exact(text: &str) -> Rational {
    let text = text.replace('_', "");
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (radix, base, letter, text) = match text.strip_prefix("0x") {
        Some(rest) => (16, 2, 'p', rest),
        None => (10, 10, 'e', text),
    };
    let (digits, exponent) = text.split_once(letter).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number = format!("{whole}{fraction}");
    let number = BigInt::parse_bytes(number.as_bytes(), radix).unwrap();
    let places = Rational::power(radix, -(fraction.len() as i64));
    let power = Rational::power(base, exponent.parse().unwrap());
    let value = &(&Rational::from(number) * &places) * &power;
    if negative { -value } else { value }
}

/// The nearest value, with the sign of a zero and with a posit's overflow refused.
pub fn expected(format: FloatFormat, text: &str) -> Result<Vec<u8>, FloatLiteralError> {
    let value = exact(text);
    let overflow = FloatLiteralError::Overflow(format);
    if format.is_posit() && value.abs() > Rational::new(1, 1).scaled(2040) {
        return Err(overflow);
    }
    let mut bytes = oracle::nearest(format, &value).ok_or(overflow)?;
    if text.starts_with('-') && bytes.iter().all(|&byte| byte == 0) && !format.is_posit() {
        *bytes.last_mut().unwrap() = 0x80;
    }
    Ok(bytes)
}

#[track_caller]
fn check(format: FloatFormat, text: &str) {
    assert_eq!(format.parse(text), expected(format, text), "{format:?} {text}");
}

#[test]
fn known_values() {
    let hex = |format: FloatFormat, text: &str| -> String {
        format.parse(text).unwrap().iter().rev().map(|byte| format!("{byte:02x}")).collect()
    };
    // Largest, smallest normal and smallest subnormal values of IEEE 754 binary16 and bfloat16.
    assert_eq!(hex(FloatFormat::F16, "65504"), "7bff");
    assert_eq!(hex(FloatFormat::F16, "6.103515625e-5"), "0400");
    assert_eq!(hex(FloatFormat::F16, "5.9604644775390625e-8"), "0001");
    assert_eq!(hex(FloatFormat::F16b, "3.14159"), "4049");
    assert_eq!(hex(FloatFormat::F32, "-0.1"), "bdcccccd");
    assert_eq!(hex(FloatFormat::F64, "0.1"), "3fb999999999999a");
    assert_eq!(hex(FloatFormat::F64, "0x1.8p3"), "4028000000000000");
    assert_eq!(hex(FloatFormat::F80, "1"), "3fff8000000000000000");
    assert_eq!(hex(FloatFormat::F80, "-inf"), "ffff8000000000000000");
    assert_eq!(hex(FloatFormat::F128, "0.1"), "3ffb999999999999999999999999999a");
    assert_eq!(&hex(FloatFormat::F256, "-2")[..10], "c000000000");
    assert_eq!(&hex(FloatFormat::F512, "1")[..10], "4000000000");
    assert_eq!(&hex(FloatFormat::F512, "-1")[..10], "c000000000");
    assert_eq!(&hex(FloatFormat::F512, "0.5")[..10], "3800000000");
    assert_eq!(&hex(FloatFormat::F512, "16")[..10], "6000000000");
}

#[test]
fn random_decimals_are_rounded_right() {
    let mut random = Random::new(4);
    for format in FloatFormat::ALL {
        let limit = oracle::shape(format).max_exponent * 302 / 1000 + 30;
        let limit = limit.min(6000);
        for _ in 0..cases(2000) {
            let length = random.below(90) as usize + 1;
            let mut text: String =
                (0..length).map(|_| char::from(b'0' + random.below(10) as u8)).collect();
            if random.below(2) == 0 {
                let point = random.below(length as u64) as usize + 1;
                text.insert(point, '.');
                if point == length {
                    text.push('0');
                }
            }
            if random.below(2) == 0 {
                text.insert(0, '-');
            }
            let exponent = match random.below(3) {
                0 => random.between(-5, 5),
                _ => random.between(-limit, limit),
            };
            check(format, &format!("{text}e{exponent}"));
        }
    }
}

#[test]
fn random_hexadecimals_are_rounded_right() {
    let mut random = Random::new(5);
    for format in FloatFormat::ALL {
        let limit = oracle::shape(format).max_exponent + 300;
        for _ in 0..cases(2000) {
            let mut text = String::from(*random.pick(&["0x", "-0x"]));
            for _ in 0..=random.below(140) {
                text.push(char::from_digit(random.below(16) as u32, 16).unwrap());
            }
            if random.below(2) == 0 {
                text.push('.');
                for _ in 0..=random.below(20) {
                    text.push(*random.pick(&['0', '0', '8', 'F', 'a', '1']));
                }
            }
            check(format, &format!("{text}p{}", random.between(-limit, limit)));
        }
    }
}

/// The decimal expansion of a number divided by a power of two, complete.
fn expansion(number: &BigInt, places: u32) -> String {
    let digits = number * BigInt::from(5).pow(places);
    format!("{digits}e-{places}")
}

#[test]
fn midpoints_are_ties_and_a_last_digit_decides() {
    let mut random = Random::new(6);
    for format in FloatFormat::ALL {
        let shape = oracle::shape(format);
        for _ in 0..cases(200) {
            let precision = shape.precision - u32::from(format == FloatFormat::F512);
            let odd = power_of_two(precision)
                + (BigInt::from(random.next_number()) << precision.saturating_sub(66))
                + 1;
            let odd = oracle::low_bits(&odd, precision + 1) | BigInt::from(1);
            let reach = shape.max_exponent.min(3000);
            let shift = random.between(-reach, 3) - precision as i32;
            let tie = expansion(&odd, shift.unsigned_abs());
            check(format, &tie);
            let (digits, exponent) = tie.split_once('e').unwrap();
            let longer = format!("{digits}.{}1e{exponent}", "0".repeat(300));
            check(format, &longer);
            let less = digits.parse::<BigInt>().unwrap() - 1;
            check(format, &format!("{less}.{}e{exponent}", "9".repeat(300)));
        }
    }
}

#[test]
fn thresholds_of_overflow_and_underflow() {
    for format in FloatFormat::ALL.into_iter().filter(|format| !format.is_posit()) {
        let shape = oracle::shape(format);
        let (precision, max) = (shape.precision as i32, shape.max_exponent);
        let p = |exponent: i32| format!("p{exponent}");
        // Half an ulp above the largest value is the first that overflows.
        let ones = format!("0x1{}", "0".repeat(precision as usize));
        for text in [
            format!("{ones}{}", p(max - 4 * precision)),
            format!("{ones}{}", p(max + 1 - 4 * precision)),
            format!("0x1{}", p(-max + 2 - precision)),
            format!("0x1{}", p(-max + 1 - precision)),
            format!("0x1.0000000000000000000000000001{}", p(-max + 1 - precision)),
            format!("0x3{}", p(-max - precision)),
            format!("0x1{}", p(-max - precision)),
        ] {
            check(format, &text);
        }
        let most = oracle::ones(precision as u32 + 1);
        for step in -1..=1 {
            let digits = &most * 16 + step;
            check(format, &format!("0x{digits:x}p{}", max - precision - 4));
        }
    }
    for text in ["0x1p2040", "0x1.00000001p2040", "0x1p2041", "0x1p-2040", "0x1p-2045", "1e-900"] {
        check(FloatFormat::F512, text);
    }
}

#[test]
fn the_ends_of_f256() {
    let format = FloatFormat::F256;
    for text in ["1.5e78912", "1.7e78913", "-2.5e-78912", "3e-78984", "1e-78985", "123.456e70000"] {
        check(format, text);
    }
}

/// Exponents whose powers of ten would fill the memory are decided before they are computed.
#[test]
fn absurd_exponents_are_cheap() {
    for format in FloatFormat::ALL {
        let zero = vec![0; format.bytes()];
        let mut smallest = zero.clone();
        smallest[0] = u8::from(format.is_posit());
        let overflow = Err(FloatLiteralError::Overflow(format));
        for big in ["1e999999999", "1e99999999999999999999999999", "0x1p999999999999999999"] {
            assert_eq!(format.parse(big), overflow);
        }
        for small in ["1e-999999999", "1e-99999999999999999999999999", "0x1p-99999999999999999999"]
        {
            assert_eq!(format.parse(small).as_ref(), Ok(&smallest));
        }
        assert_eq!(format.parse("0e99999999999999999999999999").as_ref(), Ok(&zero));
        let zeros = "0".repeat(1_000_000);
        assert_eq!(format.parse(&format!("1{zeros}e-1000000")), format.parse("1"));
        assert_eq!(format.parse(&format!("0.{zeros}1e1000001")), format.parse("1"));
        assert_eq!(format.parse(&format!("0x1{zeros}p-4000000")), format.parse("1"));
    }
}

#[test]
fn spellings() {
    let format = FloatFormat::F64;
    for (text, value) in [
        ("1_000.5", 1000.5_f64),
        ("1_0__0_.2_5", 100.25),
        ("5E-3", 0.005),
        ("5e+3", 5000.0),
        ("1e1_0", 1e10),
        ("007", 7.0),
        ("1.", 1.0),
        ("0xfF", 255.0),
        ("-0x0.8P+1", -1.0),
        ("-0", -0.0),
        ("-0x0", -0.0),
    ] {
        assert_eq!(format.parse(text), Ok(value.to_le_bytes().to_vec()), "{text}");
    }
}

#[test]
fn malformed_literals() {
    let unexpected = |position, found| Err(FloatLiteralError::Unexpected { position, found });
    let incomplete = Err(FloatLiteralError::Incomplete);
    for (text, error) in [
        ("", incomplete.clone()),
        ("-", incomplete.clone()),
        ("1e", incomplete.clone()),
        ("1e-", incomplete.clone()),
        ("0x", incomplete.clone()),
        ("0x1p", incomplete.clone()),
        ("in", incomplete.clone()),
        (".5", unexpected(0, '.')),
        ("+1", unexpected(0, '+')),
        ("--1", unexpected(1, '-')),
        ("_1", unexpected(0, '_')),
        ("1._5", unexpected(2, '_')),
        ("1.e5", unexpected(2, 'e')),
        ("1.5f32", unexpected(3, 'f')),
        ("1 ", unexpected(1, ' ')),
        ("1,5", unexpected(1, ',')),
        ("0b1", unexpected(1, 'b')),
        ("0x.8", unexpected(2, '.')),
        ("0x1.8g", unexpected(5, 'g')),
        ("infinity", unexpected(3, 'i')),
        ("Inf", unexpected(0, 'I')),
        ("nano", unexpected(0, 'n')),
        ("1.5é", unexpected(3, 'é')),
        ("é", unexpected(0, 'é')),
        ("-é", unexpected(1, 'é')),
        ("nan", Err(FloatLiteralError::NotANumber)),
        ("-NaN", Err(FloatLiteralError::NotANumber)),
        ("NaR", Err(FloatLiteralError::NotANumber)),
    ] {
        for format in FloatFormat::ALL {
            assert_eq!(format.parse(text), error, "{text}");
        }
    }
    assert_eq!(FloatFormat::F512.parse("-inf"), Err(FloatLiteralError::NoInfinity));
    assert_eq!(FloatFormat::F512.parse("inf"), Err(FloatLiteralError::NoInfinity));
}

/// rustc reads underscores before the first digit of an exponent as well.
#[test]
fn exponents_may_begin_with_an_underscore() {
    for format in FloatFormat::ALL {
        assert_eq!(format.parse("1e_5"), format.parse("1e5"));
        assert_eq!(format.parse("1e-_5"), format.parse("1e-5"));
    }
}

#[test]
fn messages_name_the_limit() {
    assert_eq!(
        FloatFormat::F16.parse("65520").unwrap_err().to_string(),
        "the literal is too large for f16, whose largest value is about 6.55e4"
    );
}

/// NaN, NaR, non-canonical x87 patterns and wrong lengths are no values.
#[test]
fn patterns_that_are_no_values() {
    let mut random = Random::new(7);
    for format in FloatFormat::ALL {
        let width = format.bytes();
        for _ in 0..cases(5000) {
            let mut bytes: Vec<u8> = (0..width).map(|_| random.next_number() as u8).collect();
            if random.below(2) == 0 {
                bytes[width - 1] |= 0x7f;
                bytes[width - 2] |= *random.pick(&[0, 0x80, 0xf0, 0xfc, 0xff]);
            }
            assert_eq!(format.is_value(&bytes), oracle::decode(format, &bytes).is_some());
            assert_eq!(format.print(&bytes).is_some(), format.is_value(&bytes));
        }
        assert!(!format.is_value(&vec![0; width - 1]));
        assert!(!format.is_value(&vec![0; width + 1]));
    }
    let mut not_a_real = [0; 64];
    not_a_real[63] = 0x80;
    assert!(!FloatFormat::F512.is_value(&not_a_real));
    // Pseudo-denormal, unnormal, pseudo-infinity, pseudo-NaN (Intel SDM volume 1, table 8-3).
    for pattern in ["00008000000000000000", "3fff4000000000000000", "7fff0000000000000000"] {
        let number = BigInt::parse_bytes(pattern.as_bytes(), 16).unwrap();
        assert!(!FloatFormat::F80.is_value(&oracle::bytes(&number, 10)), "{pattern}");
    }
}
