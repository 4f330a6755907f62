//! The cursor that writes.

use aluvm_core::codec::DataSegment;
use aluvm_core::isa::{self, Data, LibraryRef};
use aluvm_core::limits::CODE_MAX;
use amplify::num::{u3, u4, u5};

use super::sealed::Sealed;
use super::{Write, WriteError};
use crate::library::{LibId, LibSeg};

/// A cursor that writes the code and the data of a library.
pub struct Writer<'libs> {
    code: Vec<u8>,
    /// How many bits of the last byte are written; none means all.
    bit: u32,
    data: DataSegment,
    libs: &'libs LibSeg,
}

impl<'libs> Writer<'libs> {
    /// A cursor at the beginning of the code of a library that names these others.
    pub fn new(libs: &'libs LibSeg) -> Writer<'libs> {
        Writer { code: Vec::new(), bit: 0, data: DataSegment::over(&[]), libs }
    }

    /// The code and the data. A last byte that is not full is dropped, as the deployed assembler does.
    pub fn into_segments(mut self) -> (Vec<u8>, Vec<u8>) {
        if self.bit != 0 {
            self.code.pop();
        }
        (self.code, self.data.into_bytes())
    }

    /// Writes the low bits of a number.
    fn write(&mut self, mut value: u128, mut bits: u32) -> Result<(), WriteError> {
        while bits > 0 {
            if self.bit == 0 {
                if self.code.len() == CODE_MAX {
                    return Err(WriteError::CodeNotFittingSegment);
                }
                self.code.push(0);
            }
            let count = bits.min(8 - self.bit);
            let low = value as u8 & (0xFF >> (8 - count));
            if let Some(byte) = self.code.last_mut() {
                *byte |= low << self.bit;
            }
            value >>= count;
            bits -= count;
            self.bit = (self.bit + count) % 8;
        }
        Ok(())
    }

    /// The word of an instruction, with its constant placed and its library looked up, and its length in bits.
    fn place(&mut self, instr: &isa::Instr) -> Result<(u128, u32), WriteError> {
        if let isa::Instr::Verbatim(verbatim) = instr {
            let bytes = verbatim.bytes().iter().rev();
            let word = bytes.fold(0, |word, byte| word << 8 | u128::from(*byte));
            return Ok((word, 8 * verbatim.bytes().len() as u32));
        }
        let mut instr = instr.clone();
        if let Some(data) = instr.data_mut()
            && let Some(bytes) = data.bytes()
        {
            let length = u16::try_from(bytes.len()).ok().filter(|length| *length < u16::MAX);
            let length = length.ok_or(WriteError::DataExceedsLimit(bytes.len()))?;
            let offset = self.data.place(bytes).map_err(|_| WriteError::DataNotFittingSegment)?;
            *data = Data::At { offset, length };
        }
        if let Some(library) = instr.library_mut()
            && let LibraryRef::Id(id) = *library
        {
            let id = LibId::from(id);
            *library = LibraryRef::Index(self.libs.index(id).ok_or(WriteError::LibAbsent(id))?);
        }
        let (word, length) = instr.to_word().unwrap_or_default();
        Ok((word, 8 * length as u32))
    }
}

impl Sealed for Writer<'_> {}

impl Write for Writer<'_> {
    fn write_u3(&mut self, value: impl Into<u3>) -> Result<(), WriteError> {
        self.write(value.into().to_u8().into(), 3)
    }

    fn write_u4(&mut self, value: impl Into<u4>) -> Result<(), WriteError> {
        self.write(value.into().to_u8().into(), 4)
    }

    fn write_u5(&mut self, value: impl Into<u5>) -> Result<(), WriteError> {
        self.write(value.into().to_u8().into(), 5)
    }

    fn write_u8(&mut self, value: impl Into<u8>) -> Result<(), WriteError> {
        self.write(value.into().into(), 8)
    }

    fn write_u16(&mut self, value: impl Into<u16>) -> Result<(), WriteError> {
        self.write(value.into().into(), 16)
    }

    fn write_base(&mut self, instr: &isa::Instr) -> Result<(), WriteError> {
        let (word, bits) = self.place(instr)?;
        self.write(word, bits)
    }

    fn write_base_args(&mut self, instr: &isa::Instr) -> Result<(), WriteError> {
        let (word, bits) = self.place(instr)?;
        self.write(word >> 8, bits.saturating_sub(8))
    }
}
