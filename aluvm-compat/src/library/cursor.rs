//! Cursors over code, by which instructions are read and written bit by bit: from the lowest bit of a byte up,
//! numbers with their lowest byte first, and without alignment.
//!
//! A cursor stands some bits behind a byte. What comes behind an instruction of a host that does not fill its last
//! byte begins there, in the rest of its library.

mod read;
mod write;

use core::error::Error;
use core::fmt;

use aluvm_core::isa;
use amplify::num::{u3, u4, u5};

pub use self::read::Reader;
pub use self::write::Writer;
use super::LibId;

mod sealed {
    /// Cursors are those of this crate.
    pub trait Sealed {}
}

/// Reading of instructions.
pub trait Read: sealed::Sealed {
    /// The byte that the cursor stands at or within, from its lowest bit, without moving.
    ///
    /// # Errors
    ///
    /// At the end of the code.
    fn peek_u8(&self) -> Result<u8, CodeEofError>;

    /// Reads three bits.
    ///
    /// # Errors
    ///
    /// If the code ends before, as with all of these.
    fn read_u3(&mut self) -> Result<u3, CodeEofError>;

    /// Reads four bits.
    fn read_u4(&mut self) -> Result<u4, CodeEofError>;

    /// Reads five bits.
    fn read_u5(&mut self) -> Result<u5, CodeEofError>;

    /// Reads eight bits.
    fn read_u8(&mut self) -> Result<u8, CodeEofError>;

    /// Reads sixteen bits.
    fn read_u16(&mut self) -> Result<u16, CodeEofError>;

    /// Reads an instruction of the base set.
    #[doc(hidden)]
    fn read_base(&mut self) -> Result<isa::Instr, CodeEofError>;
}

/// Writing of instructions.
pub trait Write: sealed::Sealed {
    /// Writes three bits.
    ///
    /// # Errors
    ///
    /// If the code passes its limit, as with all of these.
    fn write_u3(&mut self, value: impl Into<u3>) -> Result<(), WriteError>;

    /// Writes four bits.
    fn write_u4(&mut self, value: impl Into<u4>) -> Result<(), WriteError>;

    /// Writes five bits.
    fn write_u5(&mut self, value: impl Into<u5>) -> Result<(), WriteError>;

    /// Writes eight bits.
    fn write_u8(&mut self, value: impl Into<u8>) -> Result<(), WriteError>;

    /// Writes sixteen bits.
    fn write_u16(&mut self, value: impl Into<u16>) -> Result<(), WriteError>;

    /// Writes an instruction of the base set.
    #[doc(hidden)]
    fn write_base(&mut self, instr: &isa::Instr) -> Result<(), WriteError>;

    /// Writes what is behind the opcode of an instruction of the base set.
    #[doc(hidden)]
    fn write_base_args(&mut self, instr: &isa::Instr) -> Result<(), WriteError>;
}

/// The code ends within an instruction, or a place lies behind its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CodeEofError;

impl fmt::Display for CodeEofError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the code ends here")
    }
}

impl Error for CodeEofError {}

/// Why an instruction cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteError {
    /// The code passes 65535 bytes.
    CodeNotFittingSegment,
    /// A constant has so many bytes, which is 65535 or more.
    DataExceedsLimit(usize),
    /// The data passes 65535 bytes.
    DataNotFittingSegment,
    /// The library is not among those that its library names.
    LibAbsent(LibId),
}

impl From<CodeEofError> for WriteError {
    fn from(_: CodeEofError) -> WriteError {
        WriteError::CodeNotFittingSegment
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::CodeNotFittingSegment => {
                f.write_str("the code passes the 65535 bytes that a library holds")
            }
            WriteError::DataExceedsLimit(length) => {
                write!(f, "the constant has {length} bytes; it can have at most 65534")
            }
            WriteError::DataNotFittingSegment => {
                f.write_str("the data passes the 65535 bytes that a library holds")
            }
            WriteError::LibAbsent(id) => {
                write!(f, "the library {id} is not among those that this library names")
            }
        }
    }
}

impl Error for WriteError {}
