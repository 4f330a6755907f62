//! How instructions are written to code and read from it.

use core::error::Error;
use core::fmt;
use core::ops::RangeInclusive;

use crate::library::{CodeEofError, LibSite, Read, Write, WriteError};

/// Instructions that are written to code and read from it.
pub trait Bytecode {
    /// The opcodes of the set. Nothing here asks for them.
    fn instr_range() -> RangeInclusive<u8>;

    /// The opcode.
    fn instr_byte(&self) -> u8;

    /// The place that the instruction calls in another library, which the assembler adds to those that its
    /// library names.
    fn call_site(&self) -> Option<LibSite> {
        None
    }

    /// Writes the opcode and what is behind it.
    ///
    /// # Errors
    ///
    /// If a segment passes its limit.
    fn encode<W>(&self, writer: &mut W) -> Result<(), BytecodeError>
    where
        W: Write,
    {
        writer.write_u8(self.instr_byte())?;
        self.encode_args(writer)
    }

    /// Writes what is behind the opcode.
    ///
    /// # Errors
    ///
    /// If a segment passes its limit.
    fn encode_args<W>(&self, writer: &mut W) -> Result<(), BytecodeError>
    where
        W: Write;

    /// Reads an instruction. The cursor stands on the opcode.
    ///
    /// # Errors
    ///
    /// If the code ends within the instruction. A program that is running stops there, with `st0` as it is.
    fn decode<R>(reader: &mut R) -> Result<Self, CodeEofError>
    where
        Self: Sized,
        R: Read;
}

/// Why an instruction cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BytecodeError {
    /// What the cursor says.
    Write(WriteError),
}

impl From<WriteError> for BytecodeError {
    fn from(error: WriteError) -> BytecodeError {
        BytecodeError::Write(error)
    }
}

impl fmt::Display for BytecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BytecodeError::Write(error) => error.fmt(f),
        }
    }
}

impl Error for BytecodeError {}
