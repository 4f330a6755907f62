//! How far a quoted literal reaches. What its escapes mean is found when its value is needed.

use super::name;
use crate::asm::error::{TokenError, Unclosed};

/// What begins at a quote or at the prefix before one.
pub(super) enum Quoted {
    /// A literal of this length, suffix included.
    Literal(usize),
    /// A lifetime, with the length of its name.
    Lifetime(usize),
    /// Something that the text ends within, with the length of its opening quote.
    Unclosed(Unclosed, usize),
    /// No token, with its length.
    Wrong(TokenError, usize),
}

/// The most `#` that a raw string begins with.
const HASHES_MAX: usize = 255;

/// What the text begins with, if that is a quote or the prefix of a literal: `b"`, `b'`, `r"`, `r#"`,
/// `br"`, `c"` and so on.
pub(super) fn quoted(text: &str) -> Option<Quoted> {
    let letters = ["br", "cr", "b", "c", "r"].into_iter().find(|p| text.starts_with(p));
    let letters = letters.unwrap_or_default();
    let rest = &text[letters.len()..];
    let is_raw = letters.ends_with('r');
    match rest.as_bytes().first()? {
        b'"' if !is_raw => Some(literal(text, letters.len(), cooked_end(rest), Unclosed::String)),
        b'\'' if letters.is_empty() => Some(character(text)),
        b'\'' if letters == "b" => {
            Some(literal(text, letters.len(), single_end(rest), Unclosed::Character))
        }
        b'#' if letters == "r" && name::begins(&rest[1..]) => None,
        b'"' | b'#' if is_raw => Some(raw(text, letters.len())),
        _ => None,
    }
}

/// A literal whose quoted part begins at `start` and ends there in what follows, if it does.
fn literal(text: &str, start: usize, end: Option<usize>, what: Unclosed) -> Quoted {
    match end {
        Some(end) => Quoted::Literal(start + end + name::length(&text[start + end..])),
        None => Quoted::Unclosed(what, start + 1),
    }
}

/// A character literal or a lifetime.
fn character(text: &str) -> Quoted {
    let behind = &text[1..];
    let mut chars = behind.chars();
    let first = chars.next();
    let is_digit = first.is_some_and(|first| first.is_ascii_digit());
    if chars.next() == Some('\'') || !is_digit && !name::begins(behind) {
        return literal(text, 0, single_end(text), Unclosed::Character);
    }
    if let Some(raw) = behind.strip_prefix("r#")
        && name::begins(raw)
    {
        let length = 2 + name::length(raw);
        return match behind[length..].starts_with('\'') {
            true => literal(text, 0, Some(1 + length + 1), Unclosed::Character),
            false => Quoted::Lifetime(length),
        };
    }
    let length = name::rest_length(behind);
    match behind[length..].chars().next() {
        Some('\'') => literal(text, 0, Some(1 + length + 1), Unclosed::Character),
        Some('#') if !is_digit => {
            let prefix = text[..1 + length].into();
            Quoted::Wrong(TokenError::UnknownPrefix { prefix }, 1 + length)
        }
        _ if is_digit => Quoted::Wrong(TokenError::NumberBehindQuote, 1 + length),
        _ => Quoted::Lifetime(length),
    }
}

/// A raw string, whose hashes or quote stand at `start`.
fn raw(text: &str, start: usize) -> Quoted {
    let rest = &text[start..];
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let open = start + hashes + 1;
    if !rest[hashes..].starts_with('"') {
        return Quoted::Wrong(TokenError::RawString, start + hashes);
    }
    let mut at = open;
    while let Some(found) = text[at..].find('"') {
        at += found + 1;
        // Looks no further than to the first other byte, so that many quotes do not cost their square.
        let behind = text.as_bytes()[at..].iter().take(hashes);
        if behind.take_while(|byte| **byte == b'#').count() == hashes {
            let length = at + hashes + name::length(&text[at + hashes..]);
            return match hashes {
                0..=HASHES_MAX => Quoted::Literal(length),
                _ => Quoted::Wrong(TokenError::TooManyHashes { most: HASHES_MAX }, length),
            };
        }
    }
    Quoted::Unclosed(Unclosed::String, open)
}

/// Where a string with escapes ends, which begins with its opening quote.
fn cooked_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// Where a character or byte literal ends. It does not reach over a line or into a comment.
fn single_end(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().skip(1);
    let (_, first) = chars.next()?;
    let (second_at, second) = chars.next().unwrap_or((text.len(), ' '));
    if second == '\'' && first != '\\' {
        return Some(second_at + 1);
    }
    let mut chars = text.char_indices().skip(1);
    while let Some((at, character)) = chars.next() {
        match character {
            '\'' => return Some(at + 1),
            '/' => return None,
            '\n' if !text[at + 1..].starts_with('\'') => return None,
            '\\' => {
                chars.next();
            }
            _ => {}
        }
    }
    None
}
