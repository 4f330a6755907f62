//! String and byte literals, with Rust's escapes.

use alloc::string::String;
use alloc::vec::Vec;

use crate::asm::error::LiteralError;

/// The value of a string literal.
pub(crate) enum Text {
    /// `"text"`, as UTF-8.
    String(Vec<u8>),
    /// `b"bytes"`.
    Bytes(Vec<u8>),
}

/// Reads a string or byte string literal, raw or not.
pub(crate) fn text(literal: &str) -> Result<Text, LiteralError> {
    let (is_bytes, rest) = match literal.strip_prefix('b') {
        Some(rest) => (true, rest),
        None => (false, literal),
    };
    let bytes = match rest.strip_prefix('r') {
        Some(rest) => raw(rest, is_bytes)?,
        None => {
            let body = rest.strip_prefix('"').ok_or(LiteralError::Kind)?;
            cooked(body, '"', is_bytes)?
        }
    };
    Ok(if is_bytes { Text::Bytes(bytes) } else { Text::String(bytes) })
}

/// Reads a byte literal, `b'x'`.
pub(super) fn byte(literal: &str) -> Result<u8, LiteralError> {
    let body = literal.strip_prefix("b'").ok_or(LiteralError::Kind)?;
    let unescaped = match body {
        "''" => Some('\''),
        _ => body.chars().find(|character| matches!(character, '\n' | '\t')),
    };
    if let Some(character) = unescaped {
        return Err(LiteralError::Unescaped { character });
    }
    match cooked(body, '\'', true)?.as_slice() {
        [byte] => Ok(*byte),
        _ => Err(LiteralError::NotOneByte),
    }
}

/// Reads what follows the `r` of a raw string.
fn raw(rest: &str, is_bytes: bool) -> Result<Vec<u8>, LiteralError> {
    let body = rest.trim_start_matches('#');
    let hashes = &rest[..rest.len() - body.len()];
    let body = body.strip_prefix('"').ok_or(LiteralError::Kind)?;
    let closing = String::from("\"") + hashes;
    let end = body.find(&closing).ok_or(LiteralError::Kind)?;
    let suffix = &body[end + closing.len()..];
    if !suffix.is_empty() {
        return Err(LiteralError::Suffix { suffix: suffix.into() });
    }
    let body = body[..end].replace("\r\n", "\n");
    if let Some(character) = body.chars().find(|c| is_bytes && !c.is_ascii()) {
        return Err(LiteralError::NotAscii { character });
    }
    if body.contains('\r') {
        return Err(LiteralError::CarriageReturn);
    }
    Ok(body.into_bytes())
}

/// Reads what follows the opening quote, up to and with the closing one.
fn cooked(body: &str, quote: char, is_bytes: bool) -> Result<Vec<u8>, LiteralError> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut chars = body.chars();
    while let Some(character) = chars.next() {
        match character {
            '\\' => escape(&mut chars, &mut bytes, is_bytes)?,
            '\r' if chars.as_str().starts_with('\n') => {}
            '\r' => return Err(LiteralError::CarriageReturn),
            _ if character == quote => {
                return match chars.as_str() {
                    "" => Ok(bytes),
                    suffix => Err(LiteralError::Suffix { suffix: suffix.into() }),
                };
            }
            _ if is_bytes && !character.is_ascii() => {
                return Err(LiteralError::NotAscii { character });
            }
            _ => push(&mut bytes, character),
        }
    }
    Err(LiteralError::Kind)
}

/// Reads an escape whose backslash has been read.
fn escape(
    chars: &mut core::str::Chars<'_>,
    bytes: &mut Vec<u8>,
    is_bytes: bool,
) -> Result<(), LiteralError> {
    let rest = chars.as_str();
    let byte = match chars.next() {
        Some('n') => b'\n',
        Some('r') => b'\r',
        Some('t') => b'\t',
        Some('0') => 0,
        Some(same @ ('\\' | '\'' | '"')) => same as u8,
        Some('\n' | '\r') if !rest.starts_with('\r') || rest.starts_with("\r\n") => {
            *chars = rest.trim_start_matches([' ', '\t', '\n', '\r']).chars();
            return Ok(());
        }
        Some('x') => {
            let digits = rest.get(1..3).filter(|digits| digits.bytes().all(is_hex));
            let value = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            let value = value.ok_or_else(|| unknown_escape(rest, 3))?;
            *chars = rest[3..].chars();
            if !is_bytes && !value.is_ascii() {
                return Err(LiteralError::ByteEscape);
            }
            value
        }
        Some('u') if !is_bytes => {
            let (character, behind) = unicode(rest).ok_or_else(|| unknown_escape(rest, 1))?;
            *chars = behind.chars();
            push(bytes, character);
            return Ok(());
        }
        _ => return Err(unknown_escape(rest, 1)),
    };
    bytes.push(byte);
    Ok(())
}

/// Reads `u{1F600}`, and gives what stands behind it.
fn unicode(rest: &str) -> Option<(char, &str)> {
    let (digits, behind) = rest.strip_prefix("u{")?.split_once('}')?;
    if digits.starts_with('_') {
        return None;
    }
    let digits: String = digits.chars().filter(|c| *c != '_').collect();
    if digits.len() > 6 || !digits.bytes().all(is_hex) {
        return None;
    }
    let character = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)?;
    Some((character, behind))
}

fn is_hex(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
}

fn unknown_escape(rest: &str, length: usize) -> LiteralError {
    let found: String = rest.chars().take(length).collect();
    LiteralError::Escape { found: found.into() }
}

fn push(bytes: &mut Vec<u8>, character: char) {
    bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}
