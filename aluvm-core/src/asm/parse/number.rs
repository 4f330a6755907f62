//! Reading small numbers: indexes of registers and libraries, offsets, lengths.

use super::reader::Reader;
use crate::asm::error::AsmErrorKind;
use crate::asm::token::{Numeral, Span, numeral, small};

/// The value of an unsigned integer literal, as far as it goes; reports what is none.
pub(super) fn small_number<S: Span>(
    reader: &mut Reader<'_, '_, S>,
    at: usize,
    text: &str,
    expected: &'static str,
) -> Option<u128> {
    if let &[digit @ b'0'..=b'9'] = text.as_bytes() {
        return Some(u128::from(digit - b'0'));
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        match numeral(text) {
            Ok(Numeral::Integer { radix, digits }) => {
                return Some(small(radix, digits).unwrap_or(u128::MAX));
            }
            Ok(_) => {}
            Err(error) => {
                reader.error(at, AsmErrorKind::Literal(error));
                return None;
            }
        }
    }
    reader.expected(at, expected);
    None
}
