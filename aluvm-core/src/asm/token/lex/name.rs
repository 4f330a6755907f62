//! What belongs to a name, and what to white space, by the tables of Unicode that rustc uses.

use alloc::string::String;

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

use crate::asm::token::TokenText;

/// Whether a name can begin with this character.
pub(super) fn is_start(character: char) -> bool {
    character == '_' || is_xid_start(character)
}

/// Whether the text begins with a name.
pub(super) fn begins(text: &str) -> bool {
    text.chars().next().is_some_and(is_start)
}

/// The length of what can go on a name at the beginning of the text.
pub(super) fn rest_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let plain = bytes.iter().position(|byte| !is_plain(byte)).unwrap_or(bytes.len());
    if bytes.get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.find(|character| !is_xid_continue(character)).unwrap_or(text.len())
}

/// The length of a name or number of ASCII with this first letter, before these bytes; none if what follows may belong
/// to it: to the name, to a string, to a float.
#[inline]
pub(super) fn plain_length(first: u8, behind: &[u8]) -> Option<usize> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let more = behind.iter().position(|byte| !is_plain(byte)).unwrap_or(behind.len());
    match behind.get(more) {
        Some(b'#' | b'"' | b'\'' | 0x80..) => None,
        Some(b'.' | b'+' | b'-') if first.is_ascii_digit() => None,
        _ => Some(1 + more),
    }
}

/// The length of the white space that the text begins with.
pub(super) fn white_space_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = bytes.iter().position(|byte| !matches!(byte, b'\t'..=b'\r' | b' '));
    let plain = plain.unwrap_or(bytes.len());
    if bytes.get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.find(|character| !is_white_space(character)).unwrap_or(text.len())
}

/// The length of the name that the text begins with, if it does.
pub(super) fn length(text: &str) -> usize {
    if begins(text) { rest_length(text) } else { 0 }
}

/// The name that is meant: names that look the same are the same.
pub(super) fn normalised(name: &str) -> TokenText<'_> {
    if name.is_ascii() { name.into() } else { name.nfc().collect::<String>().into() }
}

/// Whether a name can be written with `r#`.
pub(super) fn can_be_raw(name: &str) -> bool {
    !matches!(name, "_" | "self" | "Self" | "super" | "crate")
}

/// Pattern_White_Space.
pub(super) fn is_white_space(character: char) -> bool {
    matches!(
        character,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}
