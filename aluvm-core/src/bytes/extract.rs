//! Numbers read out of byte strings and written into them.

use super::{ByteString, Outcome};
use crate::{limits::BYTES_MAX, num::integer::Word};

/// The number whose little-endian bytes stand at an offset (`extr`).
///
/// Bytes past the end of the string read as zero, which makes the outcome a failure.
#[inline]
#[must_use]
pub fn extract<T: Word>(string: &ByteString, offset: u16) -> Outcome<T> {
    let bytes = string.get(usize::from(offset)..).unwrap_or_default();
    Outcome { value: T::read_le(bytes), success: bytes.len() >= T::BYTES }
}

/// The string with the little-endian bytes of a number written at an offset (`inj`).
///
/// A string that ends before them is extended, with zeros up to the offset. `None` and a failure if
/// it would be longer than 65535 bytes.
#[inline]
#[must_use]
pub fn inject<T: Word>(string: ByteString, value: T, offset: u16) -> Outcome<Option<ByteString>> {
    let start = usize::from(offset);
    let end = start + T::BYTES;
    if end > BYTES_MAX {
        return Outcome::failure(None);
    }
    let mut string = string.zero_extended(end);
    if let Some(range) = string.as_mut_bytes().get_mut(start..end) {
        value.write_le(range);
    }
    Outcome::success(Some(string))
}
