//! The part of `put` that reads a byte string from the data segment.

use super::{ByteString, Outcome};

/// The `length` bytes of `data` from `offset` on (`put`).
///
/// Where the data ends before that, the value is the part that exists, perhaps none of it, and the
/// outcome a failure.
#[must_use]
pub fn load(data: &[u8], offset: u16, length: u16) -> Outcome<ByteString> {
    let rest = data.get(usize::from(offset)..).unwrap_or_default();
    match rest.get(..usize::from(length)) {
        Some(bytes) => Outcome::success(ByteString::concat_cut(&[bytes])),
        None => Outcome::failure(ByteString::concat_cut(&[rest])),
    }
}
