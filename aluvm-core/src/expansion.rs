//! The half of `aluasm!` that runs in the crate of its user, in constant evaluation.
//!
//! The macro expands to one call of [`block`] over byte-string literals, the cheapest shape for the
//! compiler by far, and to one [`Value`] for each Rust constant among the operands. Constant
//! evaluation interprets each step of what is here, for each instruction, unoptimised: a call costs
//! half a microsecond, an instruction that moves two, and a function of the standard library up to
//! twenty. Hence the records of one size, taken apart by patterns. And an incremental build hashes, for
//! each reference in the result, all of the literal that it points into: hence the short pieces.
//! Nothing here is meant to be called by hand.

mod constant;
mod fit;
mod float;
#[cfg(feature = "vm")]
pub mod host;
pub mod library;
pub mod mnemonic;
mod value;

use core::mem;

pub use constant::Const;
pub use fit::{
    Leads, LeadsToType, Nowhere, Unfit, for_bytes, for_float, for_general, for_integer,
    for_library, for_site, for_step, for_switch, for_unsigned, nothing,
};
pub use value::{Number, Value, byte_string, float, general, group, integer, step, unsigned};

use crate::isa::{Beside, ExtensionInstr, Form, Given, Instr, Verbatim};
use crate::library::LibId;

/// The size of an instruction's record: its kind, its row, a byte for each field that is not fixed, and
/// in the last bytes what the kind says.
pub const RECORD: usize = 16;
/// Where the bytes of the fields begin in a record.
pub const PARTS: usize = 2;
/// How many records are in one piece. The last piece is filled up with zeros.
pub const PIECE: usize = 16;

/// Kind of an instruction that is all in its fields.
pub const PLAIN: u8 = 0;
/// Kind of an instruction whose wide field is the last two bytes of the record.
pub const NUMBER: u8 = 1;
/// Kind of an instruction with a constant, which is the last byte of the record.
pub const DATA_1: u8 = 2;
/// The same for two bytes.
pub const DATA_2: u8 = 3;
/// The same for four bytes.
pub const DATA_4: u8 = 4;
/// The same for eight bytes.
pub const DATA_8: u8 = 5;
/// Kind of an instruction with a longer constant, an entry of the block's data.
pub const DATA: u8 = 6;
/// Kind of plain bytes, an entry of the block's data.
pub const VERBATIM: u8 = 7;
/// Kind of all others; the sum with flags. The last four bytes of the record are the wide field, the
/// one before them is the number of the Rust constants that belong to the instruction.
pub const SPECIAL: u8 = 128;
/// Where a special record has the number of its constants.
pub const CONSTANTS: usize = 11;
/// Flag of a special instruction with the id of a library, an entry of 32 bytes of the block's data.
pub const WITH_LIBRARY: u8 = 2;
/// Flag of one of the extension, whose word is an entry of 16 bytes of the block's data.
pub const EXTENSION: u8 = 4;

/// The size of a place: what a Rust constant is in its instruction, which is the number of a field or
/// one of the following, and the number of the constant in two bytes.
pub const PLACE: usize = 3;
/// The constant is the wide field.
pub const AT_NUMBER: u8 = 64;
/// The constant lies in the data segment.
pub const AT_DATA: u8 = 65;
/// The constant is an entry of the block's strings and lies in the data segment.
pub const AT_STRING: u8 = 66;
/// The constant is a library.
pub const AT_LIBRARY: u8 = 67;
/// The constant is an offset in a library.
pub const AT_SITE: u8 = 68;
/// The sum with the bit of an extension's instruction word at which the constant begins.
pub const AT_BIT: u8 = 128;

/// What the macro makes of a block.
#[derive(Clone, Copy, Debug)]
pub struct Source<'v> {
    /// [`RECORD`] bytes for each instruction, in pieces of [`PIECE`] records.
    pub records: &'v [&'static [u8; RECORD * PIECE]],
    /// What belongs to the records, in their order.
    pub data: &'v [&'static [u8]],
    /// [`PLACE`] bytes for each use of a constant, in the order of the records.
    pub places: &'v [u8],
    /// The Rust constants, a few in a [`group`].
    pub groups: &'v [&'static [u8]],
    /// The length of each in two bytes.
    pub lengths: &'v [u8],
    /// The Rust constants for string registers.
    pub strings: &'v [&'static [u8]],
    /// The forms of the extension.
    pub extension: &'static [Form],
}

/// The instructions of a block with so many constants.
///
/// # Panics
///
/// In constant evaluation, where the macro and this function disagree.
pub const fn block<const N: usize, const CONSTANTS: usize>(source: Source<'_>) -> [Instr; N] {
    let mut instrs = [const { Instr::Fail }; N];
    let values = values::<CONSTANTS>(source.groups, source.lengths);
    let mut reader = Reader::new(source, &values);
    let (pieces, rest) = instrs.as_chunks_mut::<PIECE>();
    let mut at = 0;
    while at < pieces.len() {
        let piece = reader.piece(source.records[at]);
        // `Instr` has drop glue, which does not run in constants: what was there is forgotten.
        mem::forget(mem::replace(&mut pieces[at], piece));
        at += 1;
    }
    if !rest.is_empty() {
        let (records, _) = source.records[at].as_chunks();
        let mut at = 0;
        while at < rest.len() {
            mem::forget(mem::replace(&mut rest[at], reader.instr(&records[at])));
            at += 1;
        }
    }
    instrs
}

/// The bytes of each constant.
const fn values<const CONSTANTS: usize>(
    groups: &[&'static [u8]],
    lengths: &[u8],
) -> [&'static [u8]; CONSTANTS] {
    let mut values: [&'static [u8]; CONSTANTS] = [&[]; CONSTANTS];
    let mut rest: &[u8] = &[];
    let (mut group, mut number) = (0, 0);
    while number < CONSTANTS {
        if rest.is_empty() {
            rest = groups[group];
            group += 1;
        }
        let length = lengths[2 * number] as usize | (lengths[2 * number + 1] as usize) << 8;
        (values[number], rest) = rest.split_at(length);
        number += 1;
    }
    values
}

struct Reader<'v> {
    source: Source<'v>,
    /// The number of the next entry of the data.
    data: usize,
    places: &'v [[u8; PLACE]],
    /// The number of the next place.
    place: usize,
    values: &'v [&'static [u8]],
}

const NOTHING: &Beside = &Beside { number: 0, given: Given::Nothing };

impl<'v> Reader<'v> {
    const fn new(source: Source<'v>, values: &'v [&'static [u8]]) -> Reader<'v> {
        let (places, _) = source.places.as_chunks();
        Reader { source, data: 0, places, place: 0, values }
    }

    const fn piece(&mut self, records: &'static [u8; RECORD * PIECE]) -> [Instr; PIECE] {
        let ([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p], _) = records.as_chunks() else {
            panic!("a piece of another length")
        };
        [
            self.instr(a),
            self.instr(b),
            self.instr(c),
            self.instr(d),
            self.instr(e),
            self.instr(f),
            self.instr(g),
            self.instr(h),
            self.instr(i),
            self.instr(j),
            self.instr(k),
            self.instr(l),
            self.instr(m),
            self.instr(n),
            self.instr(o),
            self.instr(p),
        ]
    }

    const fn instr(&mut self, record: &'static [u8; RECORD]) -> Instr {
        let [kind, row, parts @ ..] = record;
        let data: &[u8] = match *kind {
            PLAIN => return Instr::from_parts(*row, parts, NOTHING),
            NUMBER => {
                let [.., low, high] = *record;
                let number = low as u32 | (high as u32) << 8;
                let beside = Beside { number, given: Given::Nothing };
                return Instr::from_parts(*row, parts, &beside);
            }
            DATA_1 => {
                let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, data @ ..] = record;
                data
            }
            DATA_2 => {
                let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, data @ ..] = record;
                data
            }
            DATA_4 => {
                let [_, _, _, _, _, _, _, _, _, _, _, _, data @ ..] = record;
                data
            }
            DATA_8 => {
                let [_, _, _, _, _, _, _, _, data @ ..] = record;
                data
            }
            DATA => self.take(),
            VERBATIM => {
                return Instr::Verbatim(Verbatim::new(self.take()).expect("bytes of no length"));
            }
            flags => return self.special(flags, *row, record),
        };
        Instr::from_parts(*row, parts, &Beside { number: 0, given: Given::Data(data) })
    }

    /// An instruction with Rust constants, with the id of a library, or of an extension.
    const fn special(&mut self, flags: u8, row: u8, record: &[u8; RECORD]) -> Instr {
        let [_, _, mut parts @ ..] = *record;
        let [.., mut constants, a, b, c, d] = parts;
        let mut beside = Beside { number: u32::from_le_bytes([a, b, c, d]), given: Given::Nothing };
        let mut word = 0;
        if flags & WITH_LIBRARY != 0 {
            beside.given = Given::Library(LibId::from_bytes(chunk(self.take())));
        }
        if flags & EXTENSION != 0 {
            word = u128::from_le_bytes(chunk(self.take()));
        }
        while constants > 0 {
            let [place, low, high] = self.places[self.place];
            let constant = low as usize | (high as usize) << 8;
            self.place += 1;
            constants -= 1;
            if place == AT_STRING {
                beside.given = Given::Data(self.source.strings[constant]);
                continue;
            }
            let value = self.values[constant];
            match place {
                AT_DATA => beside.given = Given::Data(value),
                AT_LIBRARY => beside.given = Given::Library(LibId::from_bytes(chunk(value))),
                AT_SITE => {
                    let (offset, id) = value.split_at(2);
                    beside.number = u16::from_le_bytes(chunk(offset)) as u32;
                    beside.given = Given::Library(LibId::from_bytes(chunk(id)));
                }
                AT_NUMBER => beside.number = number(value),
                AT_BIT.. => word |= (number(value) as u128) << (place - AT_BIT),
                field => parts[field as usize] = value[0],
            }
        }
        if flags & EXTENSION == 0 {
            return Instr::from_parts(row, &parts, &beside);
        }
        let form = &self.source.extension[row as usize];
        Instr::Extension(ExtensionInstr::new(form, word).expect("a word of another form"))
    }

    /// The next entry of the data.
    const fn take(&mut self) -> &'static [u8] {
        let data = self.source.data[self.data];
        self.data += 1;
        data
    }
}

const fn chunk<const N: usize>(bytes: &[u8]) -> [u8; N] {
    match bytes.first_chunk() {
        Some(chunk) => *chunk,
        None => panic!("an operand is too short"),
    }
}

const fn number(bytes: &[u8]) -> u32 {
    match bytes {
        [byte] => *byte as u32,
        _ => u32::from_le_bytes(chunk(bytes)),
    }
}

/// What stands in the place of a block with errors: as many instructions, so that nothing else goes
/// wrong from it.
pub const fn fallback<const N: usize>() -> [Instr; N] {
    [const { Instr::Fail }; N]
}

/// An instruction of an extension where nothing runs, to say what its type is.
pub fn instr<E>() -> E {
    panic!("an instruction that only the compiler looks at")
}
