//! How far a number reaches. Whether it is one is found when its value is needed.

use super::name;

/// The length of the number that the text begins with, suffix included.
pub(super) fn length(text: &str) -> usize {
    let at = match text.as_bytes() {
        [b'0', b'x', ..] => return hexadecimal_length(text),
        [b'0', b'b' | b'o', ..] => digits(text, 2),
        _ => digits(text, 0),
    };
    let mut at = match has_fraction(text, at) {
        // Without a digit behind the point there is no exponent either.
        true if !is_digit(text, at + 1) => at + 1,
        true => exponent(text, digits(text, at + 1), b"eE"),
        false => exponent(text, at, b"eE"),
    };
    at += name::length(&text[at..]);
    at
}

/// The length of an integer, or of a float such as `0x1.8p3`, which Rust does not have.
fn hexadecimal_length(text: &str) -> usize {
    let is_digit = |at: &usize| {
        text.as_bytes().get(*at).is_some_and(|byte| *byte == b'_' || byte.is_ascii_hexdigit())
    };
    let end = |start: usize| (start..).find(|at| !is_digit(at)).unwrap_or(start);
    let mut at = end(2);
    let is_float = text[at..].starts_with('.')
        && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_hexdigit);
    if is_float {
        at = end(at + 1);
    } else if has_fraction(text, at) {
        at += 1;
    }
    at = exponent(text, at, b"pP");
    at + name::length(&text[at..])
}

fn is_digit(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// The end of the digits that begin at `start`.
fn digits(text: &str, start: usize) -> usize {
    let all = text.as_bytes()[start..].iter();
    start + all.take_while(|byte| **byte == b'_' || byte.is_ascii_digit()).count()
}

/// Whether the point of a number stands here: not that of a range or before a name.
fn has_fraction(text: &str, at: usize) -> bool {
    let Some(behind) = text[at..].strip_prefix('.') else { return false };
    !behind.starts_with('.') && !name::begins(behind)
}

/// The end of an exponent that begins at `at`, or `at` if none does.
fn exponent(text: &str, at: usize, letters: &[u8]) -> usize {
    let bytes = text.as_bytes();
    if !bytes.get(at).is_some_and(|letter| letters.contains(letter)) {
        return at;
    }
    let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
    digits(text, at + 1 + sign)
}
