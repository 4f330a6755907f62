//! Splitting a string in two.
//!
//! What `splt` gives when the offset is at an end of the string or past it.
//!
//! | flag | offset 0 | offset = length > 0 | offset > length |
//! |---|---|---|---|
//! | `n`  | none, none          | none, none    | none, none           |
//! | `nn` | none, string or none | none, none   | none, none           |
//! | `nz` | none, string        | none, none    | none, none           |
//! | `ee` | empty, string       | none, none    | none, none           |
//! | `cn` | empty, string       | string, none  | string, none         |
//! | `cz` | empty, string       | string, empty | string, empty        |
//! | `zn` | empty, string       | string, none  | extended, none       |
//! | `zz` | empty, string       | string, empty | extended, empty      |
//!
//! *Extended* is the string with zeros up to the offset. `nn` gives the string unless it is empty.
//! The outcome is a failure whenever a part is `none`, and for all offsets greater than the length.

use super::{ByteString, Outcome};
use crate::isa::SplitFlag;

/// Splits a string at an offset into the bytes before it and those from it on (`splt`).
///
/// If there are bytes on both sides, the outcome is a success; else [`SplitFlag`] decides.
#[must_use]
pub fn split(
    string: &ByteString,
    offset: u16,
    flag: SplitFlag,
) -> Outcome<(Option<ByteString>, Option<ByteString>)> {
    let length = string.length();
    match string.split_at_checked(usize::from(offset)) {
        _ if offset == 0 => split_at_start(string, flag),
        Some((first, second)) if offset < length => Outcome::success((
            Some(ByteString::concat_cut(&[first])),
            Some(ByteString::concat_cut(&[second])),
        )),
        _ => split_from_end(string, offset, flag),
    }
}

fn split_at_start(
    string: &ByteString,
    flag: SplitFlag,
) -> Outcome<(Option<ByteString>, Option<ByteString>)> {
    match flag {
        SplitFlag::N => Outcome::failure((None, None)),
        SplitFlag::Nn => Outcome::failure((None, (!string.is_empty()).then(|| string.clone()))),
        SplitFlag::Nz => Outcome::failure((None, Some(string.clone()))),
        SplitFlag::Ee | SplitFlag::Cn | SplitFlag::Cz | SplitFlag::Zn | SplitFlag::Zz => {
            Outcome::success((Some(ByteString::new()), Some(string.clone())))
        }
    }
}

fn split_from_end(
    string: &ByteString,
    offset: u16,
    flag: SplitFlag,
) -> Outcome<(Option<ByteString>, Option<ByteString>)> {
    let first = match flag {
        SplitFlag::N | SplitFlag::Nn | SplitFlag::Nz | SplitFlag::Ee => None,
        SplitFlag::Cn | SplitFlag::Cz => Some(string.clone()),
        SplitFlag::Zn | SplitFlag::Zz => Some(string.clone().zero_extended(usize::from(offset))),
    };
    let second = matches!(flag, SplitFlag::Cz | SplitFlag::Zz).then(ByteString::new);
    let success = offset == string.length() && second.is_some();
    Outcome { value: (first, second), success }
}
