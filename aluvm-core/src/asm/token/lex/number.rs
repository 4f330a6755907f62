//! How far a number reaches.

use super::ident_length;

/// The length of the number that the text begins with, suffix included.
pub(super) fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    if text.starts_with("0x") {
        return hexadecimal_length(text);
    }
    if text.starts_with("0o") || text.starts_with("0b") {
        return ident_length(text);
    }
    let mut at = digits(bytes, 0);
    if bytes.get(at) == Some(&b'.') && has_fraction(&text[at + 1..]) {
        at = digits(bytes, at + 1);
    }
    at = exponent(bytes, at, b"eE");
    at + ident_length(&text[at..])
}

/// The length of an integer, or of a float such as `0x1.8p3`.
fn hexadecimal_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 2;
    let is_digit = |at: usize| bytes.get(at).is_some_and(|b| *b == b'_' || b.is_ascii_hexdigit());
    while is_digit(at) {
        at += 1;
    }
    if bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_hexdigit) {
        at += 1;
        while is_digit(at) {
            at += 1;
        }
    }
    at = exponent(bytes, at, b"pP");
    at + ident_length(&text[at..])
}

fn digits(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| *byte == b'_' || byte.is_ascii_digit()) {
        at += 1;
    }
    at
}

/// Whether a point belongs to a number: not where a range or a name follows.
fn has_fraction(behind: &str) -> bool {
    let next = behind.chars().next();
    next.is_none_or(|next| next != '.' && next != '_' && !next.is_alphabetic())
}

/// The end of an exponent that begins at `at`, or `at` if none does.
fn exponent(bytes: &[u8], at: usize, letters: &[u8]) -> usize {
    if !bytes.get(at).is_some_and(|letter| letters.contains(letter)) {
        return at;
    }
    let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
    let start = at + 1 + sign;
    let end = digits(bytes, start);
    if bytes[start..end].iter().any(u8::is_ascii_digit) { end } else { at }
}
