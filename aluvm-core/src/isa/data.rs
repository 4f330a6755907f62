//! Operands whose value does not fit into the instruction: constants that lie in the data segment,
//! and libraries that lie in the libs segment.

use alloc::boxed::Box;
use core::hash::{Hash, Hasher};

use crate::library::id::LibId;

/// A constant operand: its bytes, or the place in the data segment that an instruction names
/// without following the assembler's own placement.
#[derive(Clone, Debug)]
pub enum Data {
    /// The bytes, known to the compiler.
    Static(&'static [u8]),
    /// Few bytes, made at run time; see [`Data::new`].
    Short(ShortBytes),
    /// The bytes, made at run time.
    Owned(Box<[u8]>),
    /// A place in the data segment. The disassembler gives it where the data is missing or does not
    /// lie where the assembler would have put it, so that two programs never print the same.
    At {
        /// The first byte.
        offset: u16,
        /// How many bytes, for byte strings; zero for registers, whose width says it.
        length: u16,
    },
}

/// At most 22 bytes in the room that a [`Data`] has anyway.
#[derive(Clone, Copy, Debug)]
pub struct ShortBytes {
    length: u8,
    bytes: [u8; ShortBytes::MAX],
}

impl ShortBytes {
    const MAX: usize = 22;

    fn new(bytes: &[u8]) -> Option<ShortBytes> {
        let mut all = [0; ShortBytes::MAX];
        all.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(ShortBytes { length: bytes.len() as u8, bytes: all })
    }
}

impl Data {
    /// A constant with these bytes, made at run time. Those of most registers take no memory of their
    /// own.
    pub fn new(bytes: impl AsRef<[u8]> + Into<Box<[u8]>>) -> Data {
        match ShortBytes::new(bytes.as_ref()) {
            Some(short) => Data::Short(short),
            None => Data::Owned(bytes.into()),
        }
    }

    /// The bytes, unless this is only a place.
    pub const fn bytes(&self) -> Option<&[u8]> {
        match self {
            Data::Static(bytes) => Some(bytes),
            Data::Short(short) => Some(short.bytes.split_at(short.length as usize).0),
            Data::Owned(bytes) => Some(bytes),
            Data::At { .. } => None,
        }
    }
}

impl PartialEq for Data {
    fn eq(&self, other: &Data) -> bool {
        match (self, other) {
            (Data::At { offset: o, length: l }, Data::At { offset, length }) => {
                o == offset && l == length
            }
            _ => self.bytes().is_some() && self.bytes() == other.bytes(),
        }
    }
}

impl Eq for Data {}

impl Hash for Data {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Data::At { offset, length } => (1u8, offset, length).hash(state),
            _ => (0u8, self.bytes()).hash(state),
        }
    }
}

/// The library that `call` and `exec` name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LibraryRef {
    /// By id.
    Id(LibId),
    /// By index into the libs segment: what the bytes say before they are looked up, and what
    /// stays where the segment has no such entry.
    Index(u8),
}

/// What stands beside the instruction word when an instruction is made: the operand that lives in
/// another segment.
#[derive(Clone, Copy, Debug)]
pub enum Given {
    /// Nothing: places and indexes are kept as the word has them.
    Nothing,
    /// The bytes of a constant.
    Data(&'static [u8]),
    /// The id of a library.
    Library(LibId),
}

/// What `aluasm!` hands on for an instruction beside the bytes of its small fields.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The bits of its one field that is wider than a byte.
    pub number: u32,
    /// Its operand from another segment.
    pub given: Given,
}
