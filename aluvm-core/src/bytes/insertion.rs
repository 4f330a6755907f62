//! Joining strings and inserting one into another.
//!
//! What `ins` gives when the offset is past the end of the destination or the result too long.
//!
//! | flag | past the end | too long | both |
//! |---|---|---|---|
//! | `l o f` | none | none | none |
//! | `e` | zeros up to the offset | none | none |
//! | `a` | append | none | append, or none if too long |
//! | `x` | zeros up to the offset | none | zeros up to the offset, cut |
//! | `c` | append | cut | append, cut |
//! | `s` | append | insert what there is room for | append what there is room for |
//!
//! *Cut* is the first 65535 bytes of the result. The outcome is a failure in all these cases.

use super::{ByteString, Outcome};
use crate::isa::InsertFlag;
use crate::limits::BYTES_MAX;

/// The first string followed by the second (`join`); `None` and a failure if that is longer than
/// 65535 bytes.
#[must_use]
pub fn join(first: &ByteString, second: &ByteString) -> Outcome<Option<ByteString>> {
    let value = ByteString::concat(&[first, second]);
    let success = value.is_some();
    Outcome { value, success }
}

/// Inserts a string into another one at an offset (`ins`).
///
/// If the offset is within the destination or at its end, and the result has at most 65535 bytes,
/// the outcome is a success; else [`InsertFlag`] decides.
#[must_use]
pub fn insert(
    source: &ByteString,
    destination: &ByteString,
    offset: u16,
    flag: InsertFlag,
) -> Outcome<Option<ByteString>> {
    match destination.split_at_checked(usize::from(offset)) {
        Some((before, after)) => {
            if let Some(plain) = ByteString::concat(&[before, source, after]) {
                return Outcome::success(Some(plain));
            }
            Outcome::failure(insert_overlong(source, before, after, flag))
        }
        None if usize::from(offset) + source.len() <= BYTES_MAX => Outcome::failure(match flag {
            InsertFlag::L | InsertFlag::O | InsertFlag::F => None,
            InsertFlag::E | InsertFlag::X => Some(append_at(destination, source, offset)),
            InsertFlag::A | InsertFlag::C | InsertFlag::S => {
                ByteString::concat(&[destination, source])
            }
        }),
        None => Outcome::failure(match flag {
            InsertFlag::L | InsertFlag::O | InsertFlag::F | InsertFlag::E => None,
            InsertFlag::X => Some(append_at(destination, source, offset)),
            InsertFlag::A => ByteString::concat(&[destination, source]),
            // At the end of the destination, to cut the result is to shorten the source.
            InsertFlag::C | InsertFlag::S => Some(ByteString::concat_cut(&[destination, source])),
        }),
    }
}

/// The insertion between `before` and `after` when the result would be too long.
fn insert_overlong(
    source: &[u8],
    before: &[u8],
    after: &[u8],
    flag: InsertFlag,
) -> Option<ByteString> {
    match flag {
        InsertFlag::C => Some(ByteString::concat_cut(&[before, source, after])),
        InsertFlag::S => {
            let room = BYTES_MAX - before.len() - after.len();
            let source = source.get(..room).unwrap_or(source);
            ByteString::concat(&[before, source, after])
        }
        InsertFlag::L
        | InsertFlag::O
        | InsertFlag::F
        | InsertFlag::E
        | InsertFlag::A
        | InsertFlag::X => None,
    }
}

/// The destination extended with zeros up to the offset, then the source, cut.
fn append_at(destination: &ByteString, source: &[u8], offset: u16) -> ByteString {
    let room = BYTES_MAX - usize::from(offset);
    let source = source.get(..room).unwrap_or(source);
    let end = usize::from(offset) + source.len();
    let mut result = destination.clone().zero_extended(end);
    if let Some(place) = result.as_mut_bytes().get_mut(usize::from(offset)..end) {
        place.copy_from_slice(source);
    }
    result
}
