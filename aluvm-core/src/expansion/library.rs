//! The half of `alulib!` that runs in the crate of its user, in constant evaluation: the segments of a library
//! in whose code Rust constants or ids stand that only the compiler knows, and the small constants of its
//! items. Where the macro knows all bytes, it lays them out itself.
//!
//! Constants lie in the data segment where [`codec::encode`](crate::codec::encode) would put them: each at its
//! first match in the data so far, else behind it. Places with the same pair of bytes are linked, so that a
//! search costs little even where each step is interpreted.

mod pin;

use crate::library::LibId;
use crate::limits::{DATA_MAX, LIBS_MAX};

/// The size of an entry of [`Draft::data`].
pub const PIECE_OF_DATA: usize = 5;
/// Kind of a piece that is one of the literals.
pub const LITERAL: u8 = 0;
/// Kind of a piece that is a Rust constant.
pub const CONSTANT: u8 = 1;
/// Kind of a piece that is a Rust constant for a string register.
pub const STRING: u8 = 2;
/// The size of an entry of [`Draft::patches`].
pub const PATCH: usize = 6;
/// The size of an entry of [`Draft::calls`].
pub const CALL: usize = 7;

/// The segments of a library before its constants are known.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'v> {
    /// The code; what is not known yet is zero.
    pub code: &'v [u8],
    /// Numbers in the code: the bit at which one begins in four bytes, the constant in two.
    pub patches: &'v [u8],
    /// The pieces of data in the order in which they are first used: a kind, its number in two bytes, and
    /// how many places name it in two bytes. What can be empty is a piece for each place, because nothing
    /// lies behind what is used so far.
    pub data: &'v [u8],
    /// The bits at which places of data begin in the code, in four bytes each, and a byte that says whether
    /// a length stands behind the place, in the order of the pieces.
    pub places: &'v [u8],
    /// The literals among the data.
    pub literals: &'v [&'v [u8]],
    /// The libraries that are known.
    pub libs: &'v [LibId],
    /// Calls: the byte of the code that is the index of a library in four bytes; one byte that says whether
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
    let (patches, _) = draft.patches.as_chunks::<PATCH>();
    let mut i = 0;
    while i < patches.len() {
        let [a, b, c, d, low, high] = patches[i];
        let value = values[u16::from_le_bytes([low, high]) as usize];
        let number = match value {
            [byte] => *byte as u64,
            [a, b, c, d] => u32::from_le_bytes([*a, *b, *c, *d]) as u64,
            [low, high, ..] => u16::from_le_bytes([*low, *high]) as u64,
            [] => 0,
        };
        write(&mut code, u32::from_le_bytes([a, b, c, d]), number);
        i += 1;
    }
    let (data, data_length) = data::<DATA, VALUES>(&draft, &values, &mut code);
    let (libs, libs_length) = libs::<LIBS, VALUES>(&draft, &values, &mut code);
    LaidOut { code, data, data_length, libs, libs_length }
}

/// Adds the bits of a number to the code from a bit on.
const fn write(code: &mut [u8], bit: u32, number: u64) {
    let mut byte = (bit / 8) as usize;
    let mut rest = (number as u128) << (bit % 8);
    while rest != 0 {
        code[byte] |= rest as u8;
        rest >>= 8;
        byte += 1;
    }
}

/// What stands for no place in the links.
const END: u16 = u16::MAX;

/// Places the pieces of data, and writes the places into the code.
#[track_caller]
const fn data<const DATA: usize, const VALUES: usize>(
    draft: &Draft<'_>,
    values: &[&'static [u8]; VALUES],
    code: &mut [u8],
) -> ([u8; DATA], usize) {
    let mut data = [0; DATA];
    let mut length = 0;
    let mut links = Links::<DATA>::new();
    let (pieces, _) = draft.data.as_chunks::<PIECE_OF_DATA>();
    let (places, _) = draft.places.as_chunks::<5>();
    let (mut i, mut place) = (0, 0);
    while i < pieces.len() {
        let [kind, low, high, uses_low, uses_high] = pieces[i];
        let number = u16::from_le_bytes([low, high]) as usize;
        let bytes: &[u8] = match kind {
            LITERAL => draft.literals[number],
            CONSTANT => values[number],
            _ => draft.strings[number],
        };
        let mut at = match links.find(&data, length, bytes) {
            END => length,
            offset => offset as usize,
        };
        let mut is_new = at == length && !bytes.is_empty();
        if is_new {
            let behind = length + bytes.len();
            assert!(behind <= DATA_MAX, "the data segment has more than 65535 bytes");
            links.append(&mut data, length, bytes);
            length = behind;
        }
        let mut uses = u16::from_le_bytes([uses_low, uses_high]);
        while uses > 0 {
            let [a, b, c, d, has_length] = places[place];
            let behind = if has_length == 1 { (bytes.len() as u64) << 16 } else { 0 };
            write(code, u32::from_le_bytes([a, b, c, d]), at as u64 | behind);
            place += 1;
            uses -= 1;
            if is_new && uses > 0 {
                // Later uses find it like any other, which can be earlier: the end of what stood there
                // before and its own beginning may be the same bytes.
                at = links.find(&data, length, bytes) as usize;
                is_new = false;
            }
        }
        i += 1;
    }
    (data, length)
}

/// Pairs of bytes share this many chains of places: a long chain costs a search most.
const CHAINS: usize = 4096;

/// The data so far by the pairs of bytes in it.
struct Links<const DATA: usize> {
    /// Where each byte stands first.
    bytes: [u16; 256],
    /// How many pairs a chain has, where the first stands, and the last.
    count: [u16; CHAINS],
    first: [u16; CHAINS],
    last: [u16; CHAINS],
    /// For each place the next one in its chain.
    next: [u16; DATA],
}

impl<const DATA: usize> Links<DATA> {
    const fn new() -> Self {
        Links {
            bytes: [END; 256],
            count: [0; CHAINS],
            first: [END; CHAINS],
            last: [END; CHAINS],
            next: [END; DATA],
        }
    }

    /// Writes bytes behind all others.
    const fn append(&mut self, data: &mut [u8], length: usize, bytes: &[u8]) {
        let mut k = 0;
        while k < bytes.len() {
            let (byte, place) = (bytes[k], length + k);
            data[place] = byte;
            if self.bytes[byte as usize] == END {
                self.bytes[byte as usize] = place as u16;
            }
            if place > 0 {
                let pair = (data[place - 1] as usize) << 4 ^ byte as usize;
                let place = place as u16 - 1;
                match self.last[pair] {
                    END => self.first[pair] = place,
                    before => self.next[before as usize] = place,
                }
                self.last[pair] = place;
                self.count[pair] += 1;
            }
            k += 1;
        }
    }

    /// The first place where bytes stand; [`END`] if there is none.
    const fn find(&self, data: &[u8], length: usize, bytes: &[u8]) -> u16 {
        match bytes {
            [] => return END,
            [byte] => return self.bytes[*byte as usize],
            _ => {}
        }
        // Looks where the pair of them stands that is the rarest.
        let (mut rarest, mut chain, mut least) = (0, 0, u16::MAX);
        let mut i = 1;
        while i < bytes.len() {
            let pair = (bytes[i - 1] as usize) << 4 ^ bytes[i] as usize;
            if self.count[pair] < least {
                (rarest, chain, least) = (i - 1, pair, self.count[pair]);
            }
            i += 1;
        }
        let behind = bytes.len() - 1;
        let last = bytes[behind];
        let mut place = self.first[chain];
        while place != END {
            let at = place as usize;
            if at >= rarest && at - rarest + behind < length {
                let start = at - rarest;
                // Before the call, which costs more than all else here.
                if data[start + behind] == last && stands_at(data, start, bytes) {
                    return start as u16;
                }
            }
            place = self.next[at];
        }
        END
    }
}

/// Whether bytes stand at a place. Text often differs at its end only.
const fn stands_at(data: &[u8], at: usize, bytes: &[u8]) -> bool {
    let mut i = bytes.len();
    while i > 0 {
        i -= 1;
        if data[at + i] != bytes[i] {
            return false;
        }
    }
    true
}

/// Kind of a call of a library that is known.
pub const KNOWN: u8 = 0;
/// Kind of a call of a library that is a Rust constant.
pub const BY_ID: u8 = 1;
/// Kind of a call of a site that is a Rust constant.
pub const BY_SITE: u8 = 2;

/// The libraries in order, each once, and their indexes in the code.
#[track_caller]
const fn libs<const LIBS: usize, const VALUES: usize>(
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
        let [a, b, c, d, ..] = calls[i];
        let id = library(draft, values, &calls[i]);
        code[u32::from_le_bytes([a, b, c, d]) as usize] = position(&libs, length, id) as u8;
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
