//! The cursor that reads.

use aluvm_core::codec::{Decoded, decode_at_bit};
use aluvm_core::isa;
use amplify::num::{u3, u4, u5};

use super::sealed::Sealed;
use super::{CodeEofError, Read};
use crate::isa::PROFILE;
use crate::library::Lib;

/// A cursor that reads the code of a library.
#[derive(Clone, Debug)]
pub struct Reader<'lib> {
    lib: &'lib Lib,
    code: &'lib [u8],
    byte: usize,
    /// How many bits behind the byte it stands, zero to seven.
    bit: u32,
    /// Whether instructions of the base set are given with their constants, and not with places.
    with_constants: bool,
}

impl<'lib> Reader<'lib> {
    /// A cursor at the beginning of the code, for one who wants to see instructions.
    pub fn new(lib: &'lib Lib) -> Reader<'lib> {
        Reader { lib, code: lib.code.as_slice(), byte: 0, bit: 0, with_constants: true }
    }

    /// The same for one who executes them with the data segment at hand.
    pub(crate) fn for_execution(lib: &'lib Lib) -> Reader<'lib> {
        Reader { with_constants: cfg!(feature = "log"), ..Reader::new(lib) }
    }

    /// The byte that it stands at or within.
    pub fn pos(&self) -> u16 {
        u16::try_from(self.byte).unwrap_or(u16::MAX)
    }

    /// Where it stands: a byte, and how many bits behind it.
    pub(crate) fn position(&self) -> (usize, u32) {
        (self.byte, self.bit)
    }

    /// Whether the code has no byte at this place.
    #[inline]
    pub fn is_eof(&self) -> bool {
        self.byte >= self.code.len()
    }

    /// Goes to another byte. How many bits behind it the cursor stands does not change.
    ///
    /// # Errors
    ///
    /// If the code does not have it.
    pub fn seek(&mut self, byte: u16) -> Result<(), CodeEofError> {
        if usize::from(byte) >= self.code.len() {
            return Err(CodeEofError);
        }
        self.byte = byte.into();
        Ok(())
    }

    /// Goes on so many bytes, but not behind the end of the code.
    pub(crate) fn skip(&mut self, bytes: usize) {
        self.byte = (self.byte + bytes).min(self.code.len());
    }

    /// Reads up to sixteen bits. If there are not so many it goes to the end.
    fn read(&mut self, bits: u32) -> Result<u16, CodeEofError> {
        let rest = self.code.get(self.byte..).unwrap_or_default();
        let end = self.bit + bits;
        if rest.len() < end.div_ceil(8) as usize {
            self.byte = self.code.len();
            return Err(CodeEofError);
        }
        let bytes = rest.iter().take(3).rev();
        let word = bytes.fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        self.byte += end as usize / 8;
        self.bit = end % 8;
        // As many bits as were asked for.
        Ok((word >> (end - bits) & ((1 << bits) - 1)) as u16)
    }
}

impl Sealed for Reader<'_> {}

impl Read for Reader<'_> {
    #[inline]
    fn peek_u8(&self) -> Result<u8, CodeEofError> {
        self.code.get(self.byte).copied().ok_or(CodeEofError)
    }

    fn read_u3(&mut self) -> Result<u3, CodeEofError> {
        self.read(3).map(|bits| u3::with(bits as u8))
    }

    fn read_u4(&mut self) -> Result<u4, CodeEofError> {
        self.read(4).map(|bits| u4::with(bits as u8))
    }

    fn read_u5(&mut self) -> Result<u5, CodeEofError> {
        self.read(5).map(|bits| u5::with(bits as u8))
    }

    fn read_u8(&mut self) -> Result<u8, CodeEofError> {
        self.read(8).map(|bits| bits as u8)
    }

    fn read_u16(&mut self) -> Result<u16, CodeEofError> {
        self.read(16)
    }

    #[inline]
    fn read_base(&mut self) -> Result<isa::Instr, CodeEofError> {
        let Some(decoded) = decode_at_bit(&PROFILE, self.code, self.byte, self.bit) else {
            self.byte = self.code.len();
            return Err(CodeEofError);
        };
        let Decoded { mut instr, length } = decoded;
        self.skip(length);
        self.lib.resolve_library(&mut instr);
        if self.with_constants {
            self.lib.resolve(&mut instr);
        }
        Ok(instr)
    }
}
