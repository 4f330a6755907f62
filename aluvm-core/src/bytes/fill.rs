//! Filling a range with one byte value.

use super::{ByteString, Outcome};
use crate::isa::FillFlag;

/// Sets the bytes between two offsets, in either order, to `value` (`fill`).
///
/// The greater offset is exclusive. If it exceeds the length of the string, the outcome is a failure
/// and the flag says what becomes of the string. An undefined string counts as the empty one.
#[must_use]
pub fn fill(
    mut string: ByteString,
    first: u16,
    second: u16,
    value: u8,
    flag: FillFlag,
) -> Outcome<Option<ByteString>> {
    let (start, end) = (first.min(second), first.max(second));
    let success = end <= string.length();
    if !success {
        match flag {
            FillFlag::Extend => string = string.zero_extended(usize::from(end)),
            FillFlag::Fail => return Outcome::failure(None),
        }
    }
    if let Some(range) = string.as_mut_bytes().get_mut(usize::from(start)..usize::from(end)) {
        range.fill(value);
    }
    Outcome { value: Some(string), success }
}
