//! The operand types that rows of the instruction table name: for each its width in bits, what
//! kind of operand it is, and the way between its bits and its value.

use super::data::{Beside, Data, Given, LibraryRef};
use super::field::FieldKind;

/// An operand type of an instruction row.
///
/// The way to and from bits is inherent on each type (`BITS`, `from_bits`, `to_bits`), because it
/// must run in constants, where traits do not.
pub trait Operand {
    /// What the assembler, printer and manual know of the operand.
    const KIND: FieldKind;

    /// The constant from the data segment, if the operand is one.
    #[inline]
    fn data(&self) -> Option<&Data> {
        None
    }

    /// The same, to be replaced.
    #[inline]
    fn data_mut(&mut self) -> Option<&mut Data> {
        None
    }

    /// The library, if the operand is one.
    #[inline]
    fn library(&self) -> Option<&LibraryRef> {
        None
    }

    /// The same, to be replaced.
    #[inline]
    fn library_mut(&mut self) -> Option<&mut LibraryRef> {
        None
    }
}

macro_rules! indexes {
    ($($(#[$doc:meta])* $Index:ident : $width:literal)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $Index(u8);

        impl $Index {
            /// The width of the field in bits.
            pub const BITS: u32 = $width;

            /// The first register.
            pub const FIRST: $Index = $Index(0);

            /// The index, if it is small enough for the field.
            pub const fn new(index: u8) -> Option<$Index> {
                if index < 1 << $width { Some($Index(index)) } else { None }
            }

            /// The index with these bits.
            #[inline]
            pub const fn from_bits(bits: u64, _: Given) -> $Index {
                $Index(bits as u8 & ((1 << $width) - 1))
            }

            /// The index with these bits.
            pub const fn from_part(part: u8, _: &Beside) -> $Index {
                $Index(part & ((1 << $width) - 1))
            }

            /// The bits of the index.
            #[inline]
            pub const fn to_bits(&self) -> u64 {
                self.0 as u64
            }

            /// The index as a number.
            #[inline]
            pub const fn get(self) -> usize {
                self.0 as usize
            }

            /// The index as the registers of a machine take it.
            #[inline]
            pub const fn byte(self) -> u8 {
                self.0
            }
        }

        impl Operand for $Index {
            const KIND: FieldKind = FieldKind::Index;
        }
    )*};
}

indexes! {
    /// The index of one of 32 registers.
    Idx32: 5
    /// The index of one of the first 16 registers.
    Idx16: 4
    /// The index of one of the first 8 registers.
    Idx8: 3
}

impl From<Idx16> for Idx32 {
    fn from(index: Idx16) -> Idx32 {
        Idx32(index.0)
    }
}

impl From<Idx8> for Idx32 {
    fn from(index: Idx8) -> Idx32 {
        Idx32(index.0)
    }
}

impl From<Idx8> for Idx16 {
    fn from(index: Idx8) -> Idx16 {
        Idx16(index.0)
    }
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $Number:ident($Value:ty as $Bits:ty) : $width:literal $kind:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $Number(pub $Value);

        impl $Number {
            /// The width of the field in bits.
            pub const BITS: u32 = $width;

            /// The number with these bits.
            #[inline]
            pub const fn from_bits(bits: u64, _: Given) -> $Number {
                $Number(bits as $Value)
            }

            /// The number with these bits.
            pub const fn from_part(part: u8, beside: &Beside) -> $Number {
                let bits = if $width > 8 { beside.number } else { part as u32 };
                $Number(bits as $Value)
            }

            /// The bits of the number.
            #[inline]
            pub const fn to_bits(&self) -> u64 {
                self.0 as $Bits as u64
            }
        }

        impl Operand for $Number {
            const KIND: FieldKind = $kind;
        }
    )*};
}

numbers! {
    /// A byte offset in the code segment.
    Offset(u16 as u16): 16 FieldKind::Offset;
    /// A signed step of `inc`, `dec`, `add` and `sub`.
    Step(i8 as u8): 8 FieldKind::Step;
    /// An unsigned number of 8 bits, for extensions.
    Unsigned8(u8 as u8): 8 FieldKind::Unsigned;
    /// An unsigned number of 16 bits, for extensions.
    Unsigned16(u16 as u16): 16 FieldKind::Unsigned;
    /// An unsigned number of 32 bits, for extensions.
    Unsigned32(u32 as u32): 32 FieldKind::Unsigned;
}

/// An operand that is `true` or `false`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Switch(pub bool);

impl Switch {
    /// The width of the field in bits.
    pub const BITS: u32 = 1;

    /// The switch with this bit.
    #[inline]
    pub const fn from_bits(bits: u64, _: Given) -> Switch {
        Switch(bits != 0)
    }

    /// The switch with this bit.
    pub const fn from_part(part: u8, _: &Beside) -> Switch {
        Switch(part != 0)
    }

    /// The bit of the switch.
    #[inline]
    pub const fn to_bits(&self) -> u64 {
        self.0 as u64
    }
}

impl Operand for Switch {
    const KIND: FieldKind = FieldKind::Switch;
}

/// A constant of a register's width: an offset into the data segment.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct RegisterData(pub Data);

impl RegisterData {
    /// The width of the field in bits.
    pub const BITS: u32 = 16;

    /// The constant: the given bytes, or else the place with these bits.
    #[inline]
    pub const fn from_bits(bits: u64, given: Given) -> RegisterData {
        RegisterData(match given {
            Given::Data(bytes) => Data::Static(bytes),
            _ => Data::At { offset: bits as u16, length: 0 },
        })
    }

    /// The constant that stands beside the word, or else the place.
    pub const fn from_part(_: u8, beside: &Beside) -> RegisterData {
        RegisterData::from_bits(beside.number as u64, beside.given)
    }

    /// The bits of the place; zero for bytes, which have no place before they are laid out.
    #[inline]
    pub const fn to_bits(&self) -> u64 {
        match self.0 {
            Data::At { offset, .. } => offset as u64,
            _ => 0,
        }
    }
}

/// A byte string: an offset into the data segment and a length.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct StringData(pub Data);

impl StringData {
    /// The width of the field in bits.
    pub const BITS: u32 = 32;

    /// The byte string: the given bytes, or else the place with these bits.
    #[inline]
    pub const fn from_bits(bits: u64, given: Given) -> StringData {
        StringData(match given {
            Given::Data(bytes) => Data::Static(bytes),
            _ => Data::At { offset: bits as u16, length: (bits >> 16) as u16 },
        })
    }

    /// The byte string that stands beside the word, or else the place.
    pub const fn from_part(_: u8, beside: &Beside) -> StringData {
        StringData::from_bits(beside.number as u64, beside.given)
    }

    /// The bits of the place; zero for bytes, which have no place before they are laid out.
    #[inline]
    pub const fn to_bits(&self) -> u64 {
        match self.0 {
            Data::At { offset, length } => offset as u64 | (length as u64) << 16,
            _ => 0,
        }
    }
}

macro_rules! data_operand {
    ($Data:ident, $kind:expr) => {
        impl Operand for $Data {
            const KIND: FieldKind = $kind;

            #[inline]
            fn data(&self) -> Option<&Data> {
                Some(&self.0)
            }

            #[inline]
            fn data_mut(&mut self) -> Option<&mut Data> {
                Some(&mut self.0)
            }
        }
    };
}

data_operand!(RegisterData, FieldKind::RegisterData);
data_operand!(StringData, FieldKind::StringData);

/// A library: an index into the libs segment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LibraryIndex(pub LibraryRef);

impl LibraryIndex {
    /// The width of the field in bits.
    pub const BITS: u32 = 8;

    /// The library: the given id, or else the index with these bits.
    #[inline]
    pub const fn from_bits(bits: u64, given: Given) -> LibraryIndex {
        LibraryIndex(match given {
            Given::Library(id) => LibraryRef::Id(id),
            _ => LibraryRef::Index(bits as u8),
        })
    }

    /// The library that stands beside the word, or else the index with these bits.
    pub const fn from_part(part: u8, beside: &Beside) -> LibraryIndex {
        LibraryIndex::from_bits(part as u64, beside.given)
    }

    /// The bits of the index; zero for an id, which has no index before the segment is laid out.
    #[inline]
    pub const fn to_bits(&self) -> u64 {
        match self.0 {
            LibraryRef::Index(index) => index as u64,
            LibraryRef::Id(_) => 0,
        }
    }
}

impl Operand for LibraryIndex {
    const KIND: FieldKind = FieldKind::Library;

    #[inline]
    fn library(&self) -> Option<&LibraryRef> {
        Some(&self.0)
    }

    #[inline]
    fn library_mut(&mut self) -> Option<&mut LibraryRef> {
        Some(&mut self.0)
    }
}
