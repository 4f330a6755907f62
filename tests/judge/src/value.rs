//! Values as the rows write them: integers with the names of edges, exact floats, strings.

use aluvm_core::isa::{Family, RegisterSize};
use aluvm_core::num::float::FloatFormat;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::float;

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
        Family::F => float(text.parse().expect("a float"), size),
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
fn float(number: f64, size: RegisterSize) -> Vec<u8> {
    let value = float::decode(FloatFormat::F64, &number.to_le_bytes()).expect("a number");
    let pattern = float::convert(float::format(size), &value);
    let pattern = pattern.unwrap_or_else(|| panic!("{number} overflows {size}"));
    let found = float::decode(float::format(size), &pattern);
    assert_eq!(found, Some(value), "{number} is not exact in {size}");
    pattern
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
