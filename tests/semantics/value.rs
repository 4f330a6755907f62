//! Values as the rows write them: integers with the names of edges, exact floats, strings.

use aluvm_core::isa::{Family, RegisterSize};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// The bytes of a value for a register; `bits` is what `BITS` stands for.
pub fn bytes(text: &str, size: RegisterSize, bits: u32) -> Vec<u8> {
    let width = size.bytes();
    if let Some(hex) = text.strip_prefix("hex:") {
        return (0..hex.len() / 2)
            .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).expect("hex digits"))
            .collect();
    }
    match size.family() {
        Family::A | Family::R => le_bytes(&integer(text, 8 * width as u32, bits), width),
        Family::F if text.starts_with("0x") => {
            le_bytes(&integer(text, 8 * width as u32, bits), width)
        }
        Family::F => le_bytes(&float(text.parse().expect("a float"), size), width),
        Family::S => string(text),
    }
}

/// A sum of terms: numbers, `2^k`, `BITS`, and the edges of a width: `MAX` is the greatest unsigned
/// number, `MIN` the least signed one, `SMAX` the greatest.
pub fn integer(text: &str, width: u32, bits: u32) -> BigInt {
    let mut sum = BigInt::zero();
    let mut rest = text;
    while !rest.is_empty() {
        let (negative, term) = match rest.strip_prefix('-') {
            Some(term) => (true, term),
            None => (false, rest.strip_prefix('+').unwrap_or(rest)),
        };
        let end = term.find(['+', '-']).unwrap_or(term.len());
        let value = match &term[..end] {
            "MAX" => (BigInt::one() << width) - 1,
            "MIN" => BigInt::one() << (width - 1),
            "SMAX" => (BigInt::one() << (width - 1)) - 1,
            "BITS" => BigInt::from(bits),
            "BYTES" => BigInt::from(bits / 8),
            term => match term.split_once('^') {
                Some(("2", exponent)) => {
                    let exponent = match exponent {
                        "BITS" => bits,
                        exponent => exponent.parse().expect("an exponent"),
                    };
                    BigInt::one() << exponent
                }
                _ => number(term),
            },
        };
        sum += if negative { -value } else { value };
        rest = &term[end..];
    }
    sum
}

fn number(term: &str) -> BigInt {
    let parsed = match term.strip_prefix("0x") {
        Some(digits) => BigInt::parse_bytes(digits.as_bytes(), 16),
        None => BigInt::parse_bytes(term.as_bytes(), 10),
    };
    parsed.unwrap_or_else(|| panic!("`{term}` is no number"))
}

/// The two's complement of a number in a width.
fn le_bytes(number: &BigInt, width: usize) -> Vec<u8> {
    let modulus: BigInt = BigInt::one() << (8 * width);
    let least = -(BigInt::one() << (8 * width - 1));
    assert!(*number < modulus && *number >= least, "{number} in {width} bytes");
    let number = if number.is_negative() { number + modulus } else { number.clone() };
    let mut bytes = number.to_bytes_le().1;
    bytes.resize(width, 0);
    bytes
}

/// The pattern of a number of a format that has it exactly.
fn float(number: f64, size: RegisterSize) -> BigInt {
    let (exponent_bits, fraction_bits): (u32, u32) = match size {
        RegisterSize::F16b => (8, 7),
        RegisterSize::F16 => (5, 10),
        RegisterSize::F32 => (8, 23),
        RegisterSize::F64 => (11, 52),
        RegisterSize::F80 => (15, 63),
        RegisterSize::F128 => (15, 112),
        RegisterSize::F256 => (19, 236),
        _ => return posit(number),
    };
    let bits = number.to_bits();
    let sign = BigInt::from(bits >> 63);
    let fraction = BigInt::from(bits & ((1 << 52) - 1));
    let greatest: i64 = (1 << exponent_bits) - 1;
    let exponent = match (bits >> 52) as i64 & 0x7FF {
        0 if fraction.is_zero() => 0,
        0x7FF => greatest,
        biased => biased - 1023 + greatest / 2,
    };
    assert!((0..=greatest).contains(&exponent), "{number} is not exact in {size}");
    let scaled = (fraction << fraction_bits) >> 52;
    assert_eq!(&scaled << 52 >> fraction_bits, BigInt::from(bits & ((1 << 52) - 1)), "{number}");
    // x87 has the leading bit of the significand in its pattern.
    let (leading, room) = match size {
        RegisterSize::F80 => (BigInt::from(u8::from(exponent != 0)) << 63, 64),
        _ => (BigInt::zero(), fraction_bits),
    };
    (((sign << exponent_bits) + exponent) << room) + leading + scaled
}

/// A posit of 512 bits with two exponent bits: sign, run of regime bits, exponent, fraction; negative
/// numbers are the two's complement.
fn posit(number: f64) -> BigInt {
    if number == 0.0 {
        return BigInt::zero();
    }
    let magnitude = number.abs().to_bits();
    let exponent = (magnitude >> 52) as i64 - 1023;
    let regime = exponent.div_euclid(4);
    let (run, run_bits) = if regime >= 0 {
        ((BigInt::one() << (regime + 2)) - 2, regime + 2)
    } else {
        (BigInt::one(), 1 - regime)
    };
    let tail = (BigInt::from(exponent.rem_euclid(4)) << 52) + (magnitude & ((1 << 52) - 1));
    let pattern = (run << (511 - run_bits)) + (tail << (511 - run_bits - 54));
    if number < 0.0 { (BigInt::one() << 512) - pattern } else { pattern }
}

/// Pieces joined by `+`, each a string in quotes with escapes, perhaps repeated: `"ab"*3+"\x00"`.
fn string(text: &str) -> Vec<u8> {
    let pieces = text.split('+').map(|piece| {
        let (quoted, count) = match piece.split_once("\"*") {
            Some((quoted, count)) => (quoted, count.parse().expect("a count")),
            None => (piece.strip_suffix('"').expect("a quote"), 1),
        };
        unescape(quoted.strip_prefix('"').expect("a quote")).repeat(count)
    });
    pieces.collect::<Vec<_>>().concat()
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        assert_eq!(rest.next(), Some(b'x'), "{text}");
        let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
        let digits = std::str::from_utf8(&digits).expect("ASCII");
        bytes.push(u8::from_str_radix(digits, 16).expect("hex digits"));
    }
    bytes
}
