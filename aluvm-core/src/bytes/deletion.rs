//! Deleting a range.
//!
//! What `del` gives when the range reaches past the end of the string.
//!
//! | flag | range starts past the end | range only ends past the end |
//! |---|---|---|
//! | `n` | none  | none |
//! | `z` | empty | empty |
//! | `c` | empty | the bytes before the range |
//! | `e` | empty | the bytes before the range, and as many zeros as the range has bytes past the end |

use super::{ByteString, Outcome};
use crate::isa::DeleteFlag;

/// Deletes the bytes between two offsets, in either order (`del`).
///
/// The greater offset is exclusive. If it is at most the length, the outcome is a success; else
/// [`DeleteFlag`] decides, and the outcome is a failure if `fail_start` is set and the range starts
/// past the end, or `fail_end` is set and it only ends there.
#[must_use]
pub fn delete(
    string: &ByteString,
    first: u16,
    second: u16,
    flag: DeleteFlag,
    fail_start: bool,
    fail_end: bool,
) -> Outcome<Option<ByteString>> {
    let (start, end) = (first.min(second), first.max(second));
    let Some((before, rest)) = string.split_at_checked(usize::from(start)) else {
        let value = (flag != DeleteFlag::N).then(ByteString::new);
        return Outcome { value, success: !fail_start };
    };
    if let Some(after) = rest.get(usize::from(end - start)..) {
        return Outcome::success(Some(ByteString::concat_cut(&[before, after])));
    }
    let value = match flag {
        DeleteFlag::N => None,
        DeleteFlag::Z => Some(ByteString::new()),
        DeleteFlag::C => Some(ByteString::concat_cut(&[before])),
        DeleteFlag::E => {
            let excess = usize::from(end) - string.len();
            Some(ByteString::concat_cut(&[before]).zero_extended(before.len() + excess))
        }
    };
    Outcome { value, success: !fail_end }
}
