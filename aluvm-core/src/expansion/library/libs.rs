//! The libs segment in constant evaluation: the ids that code calls, in order and each once, as
//! [`Libs`](crate::library::Libs) has them, and their indexes in the code.

use super::{BY_SITE, CALL, Draft, KNOWN};
use crate::library::LibId;
use crate::limits::LIBS_MAX;

/// The libraries in order, each once, and their indexes in the code.
#[track_caller]
pub(super) const fn libs<const LIBS: usize, const VALUES: usize>(
    draft: &Draft<'_>,
    values: &[&'static [u8]; VALUES],
    code: &mut [u8],
) -> ([LibId; LIBS], usize) {
    let mut libs = [LibId::from_bytes([0; 32]); LIBS];
    let mut length = 0;
    let (calls, _) = draft.calls.as_chunks::<CALL>();
    let mut i = 0;
    while i < calls.len() {
        let id = library(draft, values, &calls[i]);
        let at = position(&libs, length, id);
        if at == length || !is_same_id(libs[at], id) {
            assert!(length < LIBS_MAX, "a library can use at most 255 others");
            let mut k = length;
            while k > at {
                libs[k] = libs[k - 1];
                k -= 1;
            }
            libs[at] = id;
            length += 1;
        }
        i += 1;
    }
    let mut i = 0;
    while i < calls.len() {
        let [low, high, ..] = calls[i];
        let id = library(draft, values, &calls[i]);
        code[u16::from_le_bytes([low, high]) as usize] = position(&libs, length, id) as u8;
        i += 1;
    }
    (libs, length)
}

/// The library of a call.
const fn library(draft: &Draft<'_>, values: &[&'static [u8]], call: &[u8; CALL]) -> LibId {
    let [.., kind, low, high] = *call;
    let number = u16::from_le_bytes([low, high]) as usize;
    if kind == KNOWN {
        return draft.libs[number];
    }
    let bytes = if kind == BY_SITE { values[number].split_at(2).1 } else { values[number] };
    match bytes.first_chunk() {
        Some(bytes) => LibId::from_bytes(*bytes),
        None => panic!("the id of a library is too short"),
    }
}

/// The first place at which an id stands that is not before another.
const fn position(libs: &[LibId], length: usize, id: LibId) -> usize {
    let mut at = 0;
    while at < length && is_before(libs[at], id) {
        at += 1;
    }
    at
}

const fn is_before(a: LibId, b: LibId) -> bool {
    let (a, b) = (a.to_bytes(), b.to_bytes());
    let mut i = 0;
    while i < 32 {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    false
}

/// Whether two ids are the same.
pub const fn is_same_id(a: LibId, b: LibId) -> bool {
    !is_before(a, b) && !is_before(b, a)
}
