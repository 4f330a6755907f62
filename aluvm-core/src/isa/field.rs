//! The fields of an instruction as data: their widths, and what their bits mean.

use super::register::RegisterSize;

/// One argument in the encoding.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The name in the row; empty for fixed bits.
    pub name: &'static str,
    /// The width in bits.
    pub bits: u32,
    /// What the bits mean.
    pub kind: FieldKind,
}

/// What the bits of a field mean.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// Always this value.
    Fixed(u64),
    /// The size of registers; the bits index the list.
    Size(&'static [RegisterSize]),
    /// The index of a register.
    Index,
    /// Flags behind the mnemonic; the list is in the order of the bits.
    Flags(&'static [Flag]),
    /// `true` or `false`.
    Switch,
    /// An offset in the code segment.
    Offset,
    /// A library, by index into the libs segment.
    Library,
    /// A signed step.
    Step,
    /// A constant of a register's width, by offset into the data segment.
    RegisterData,
    /// A byte string, by offset and length in the data segment.
    StringData,
    /// An unsigned number.
    Unsigned,
}

/// One value of a flag: its letters, its bits, and what it means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Flag {
    /// The letters behind the dot.
    pub text: &'static str,
    /// The value in the encoding.
    pub bits: u8,
    /// What it does, in a few words.
    pub meaning: &'static str,
}
