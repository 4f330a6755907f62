//! The values of literals, from their source text. Both rustc's tokens and those of the run-time
//! lexer come through here, so all that can be wrong inside a literal is found here.

mod float;
mod integer;
mod text;

pub(crate) use float::float_literal;
pub(crate) use integer::{integer_bytes, small};
pub(crate) use text::{Text, text};

use crate::asm::error::LiteralError;

/// A numeric or byte literal.
#[derive(Clone, Copy)]
pub(crate) enum Numeral<'t> {
    /// An integer; its digits may have underscores.
    Integer { radix: u32, digits: &'t str },
    /// A byte, `b'x'`.
    Byte(u8),
    /// A number with a fraction or an exponent.
    Float,
}

/// Reads a literal that begins with a digit or with `b'`.
pub(crate) fn numeral(text: &str) -> Result<Numeral<'_>, LiteralError> {
    let bytes = text.as_bytes();
    let (radix, digits) = match bytes {
        [b'b', ..] => return text::byte(text).map(Numeral::Byte),
        [b'0', b'x', ..] => (16, &text[2..]),
        [b'0', b'o', ..] => (8, &text[2..]),
        [b'0', b'b', ..] => (2, &text[2..]),
        _ => (10, text),
    };
    let end = skip_digits(digits.as_bytes(), 0, radix);
    let float_end = if radix == 10 { float_end(bytes, end)? } else { end };
    if float_end > end {
        return match text.get(float_end..) {
            Some("") => Ok(Numeral::Float),
            suffix => Err(LiteralError::Suffix { suffix: suffix.unwrap_or_default().into() }),
        };
    }
    let rest = digits.get(end..).unwrap_or_default();
    match rest.as_bytes() {
        // Only run-time text has them: rustc accepts no hexadecimal floats.
        [b'.' | b'p' | b'P', ..] if radix == 16 => return Ok(Numeral::Float),
        [digit @ b'0'..=b'9', ..] => {
            return Err(LiteralError::Digit { digit: char::from(*digit), radix });
        }
        [b'.' | b'e' | b'E', ..] => return Err(LiteralError::FloatBase),
        [prefix @ (b'B' | b'O' | b'X'), digit, ..] if digits == text && &text[..end] == "0" => {
            let lower = prefix.to_ascii_lowercase();
            if digit.is_ascii_hexdigit() {
                let expected = alloc::format!("0{}{}", char::from(lower), &rest[1..]).into();
                return Err(LiteralError::UpperPrefix { expected });
            }
        }
        _ => {}
    }
    if digits.bytes().take(end).all(|byte| byte == b'_') {
        return Err(LiteralError::NoDigits);
    }
    if rest.is_empty() {
        Ok(Numeral::Integer { radix, digits })
    } else {
        Err(LiteralError::Suffix { suffix: rest.into() })
    }
}

fn skip_digits(bytes: &[u8], mut at: usize, radix: u32) -> usize {
    while at < bytes.len() && (bytes[at] == b'_' || char::from(bytes[at]).is_digit(radix)) {
        at += 1;
    }
    at
}

/// Where a decimal number ends whose whole part ends at `at`.
fn float_end(bytes: &[u8], mut at: usize) -> Result<usize, LiteralError> {
    if bytes.get(at) == Some(&b'.') {
        at = skip_digits(bytes, at + 1, 10);
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let digits = at + 1 + sign;
        let end = skip_digits(bytes, digits, 10);
        if !bytes[digits..end].iter().any(u8::is_ascii_digit) {
            return Err(LiteralError::NoExponent);
        }
        at = end;
    }
    Ok(at)
}
