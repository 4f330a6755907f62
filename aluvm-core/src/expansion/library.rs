//! The half of `alulib!` that runs in the crate of its user, in constant evaluation: the segments of a library
//! in whose code Rust constants or ids stand that only the compiler knows, and the small constants of its
//! items. Where the macro knows all bytes, it lays them out itself.
//!
//! Each step is interpreted, unoptimised; calls and whatever can overflow cost most. So loops take slices apart
//! by patterns and do not call `len`.

mod data;
mod libs;
mod pin;

use crate::library::LibId;
use data::data;
pub use libs::is_same_id;
use libs::libs;

/// The size of an entry of [`Draft::data`].
pub const PIECE_OF_DATA: usize = 7;
/// Kind of a piece that is one of the literals.
pub const LITERAL: u8 = 0;
/// Kind of a piece that is a Rust constant.
pub const CONSTANT: u8 = 1;
/// Kind of a piece that is a Rust constant for a string register.
pub const STRING: u8 = 2;
/// The size of a place in the code: its byte in two bytes, and the bit in it.
pub const PLACE: usize = 3;
/// The sum with the bit of a place of data behind which its length stands.
pub const HAS_LENGTH: u8 = 8;
/// The size of an entry of [`Draft::patches`].
pub const PATCH: usize = PLACE + 2;
/// The size of an entry of [`Draft::calls`].
pub const CALL: usize = 5;
/// Kind of a call of a library that is known.
pub const KNOWN: u8 = 0;
/// Kind of a call of a library that is a Rust constant.
pub const BY_ID: u8 = 1;
/// Kind of a call of a site that is a Rust constant.
pub const BY_SITE: u8 = 2;

/// The segments of a library before its constants are known.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'v> {
    /// The code; what is not known yet is zero.
    pub code: &'v [u8],
    /// Numbers in the code: a place, and the constant in two bytes.
    pub patches: &'v [u8],
    /// The pieces of data in the order in which they are first used: a kind, and in two bytes each its
    /// number, how many places name it, and of a literal where the pair of bytes stands in it by which it is
    /// to be searched for. What can be empty is a piece for each place, because nothing lies behind what is
    /// used so far.
    pub data: &'v [u8],
    /// Where in the code the places of data stand, in the order of the pieces.
    pub places: &'v [u8],
    /// The literals among the data.
    pub literals: &'v [&'v [u8]],
    /// The libraries that are known.
    pub libs: &'v [LibId],
    /// Calls: the byte of the code that is the index of a library in two bytes; one byte that says whether
    /// the library is known, a constant, or the end of a site; its number in two bytes.
    pub calls: &'v [u8],
    /// The Rust constants, a few in a group.
    pub groups: &'v [&'static [u8]],
    /// The length of each in two bytes.
    pub lengths: &'v [u8],
    /// The Rust constants for string registers.
    pub strings: &'v [&'static [u8]],
}

/// The segments of a library.
#[derive(Clone, Copy, Debug)]
pub struct LaidOut<const CODE: usize, const DATA: usize, const LIBS: usize> {
    code: [u8; CODE],
    data: [u8; DATA],
    data_length: usize,
    libs: [LibId; LIBS],
    libs_length: usize,
}

impl<const CODE: usize, const DATA: usize, const LIBS: usize> LaidOut<CODE, DATA, LIBS> {
    /// The code segment.
    pub const fn code(&self) -> &[u8] {
        &self.code
    }

    /// The data segment.
    pub const fn data(&self) -> &[u8] {
        self.data.split_at(self.data_length).0
    }

    /// The ids of the libs segment.
    pub const fn libs(&self) -> &[LibId] {
        self.libs.split_at(self.libs_length).0
    }
}

/// Lays a library out.
///
/// # Panics
///
/// In constant evaluation, if a segment passes its limit, or where the macro and this function disagree.
#[track_caller]
pub const fn lay_out<
    const CODE: usize,
    const DATA: usize,
    const LIBS: usize,
    const VALUES: usize,
>(
    draft: Draft<'_>,
) -> LaidOut<CODE, DATA, LIBS> {
    let values = super::values::<VALUES>(draft.groups, draft.lengths);
    let mut code = [0; CODE];
    code.copy_from_slice(draft.code);
    let (mut patches, _) = draft.patches.as_chunks::<PATCH>();
    while let [[low, high, bit, number_low, number_high], later @ ..] = patches {
        let value = values[u16::from_le_bytes([*number_low, *number_high]) as usize];
        let number = match value {
            [byte] => *byte as u64,
            [a, b, c, d] => u32::from_le_bytes([*a, *b, *c, *d]) as u64,
            [low, high, ..] => u16::from_le_bytes([*low, *high]) as u64,
            [] => 0,
        };
        write(&mut code, *low, *high, *bit, number);
        patches = later;
    }
    let (data, data_length) = data::<DATA>(&draft, &values, &mut code);
    let (libs, libs_length) = libs::<LIBS, VALUES>(&draft, &values, &mut code);
    LaidOut { code, data, data_length, libs, libs_length }
}

/// Adds the bits of a number, no more than 32, to a place in the code.
const fn write(code: &mut [u8], low: u8, high: u8, bit: u8, number: u64) {
    let mut byte = low as usize | (high as usize) << 8u32;
    let mut rest = number << bit;
    while rest != 0 {
        code[byte] |= rest as u8;
        rest >>= 8u32;
        byte += 1;
    }
}

/// Compares the id of a library with the one that it is pinned to.
///
/// # Panics
///
/// In constant evaluation, if it is another; the message shows it.
#[track_caller]
pub const fn check_id(id: LibId, pinned: LibId) {
    if is_same_id(id, pinned) {
        return;
    }
    let text = pin::message(&id.to_bytes());
    match core::str::from_utf8(&text) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("the library has another id than the pinned one"),
    }
}

/// The length of all these byte strings.
pub const fn total_length(strings: &[&[u8]]) -> usize {
    let mut length = 0;
    let mut i = 0;
    while i < strings.len() {
        length += strings[i].len();
        i += 1;
    }
    length
}
