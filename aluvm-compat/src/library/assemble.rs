//! Libraries from instructions.

use core::error::Error;
use core::fmt;

use amplify::confinement::{self, Confined};

use super::{Lib, LibSeg, WriteError, Writer};
use crate::isa::{BytecodeError, InstructionSet};

impl Lib {
    /// Lays instructions out as a library. It names what the set says, whether it uses it or not.
    ///
    /// # Errors
    ///
    /// If a segment passes its limit.
    pub fn assemble<Isa>(code: &[Isa]) -> Result<Lib, AssemblerError>
    where
        Isa: InstructionSet,
    {
        let sites = code.iter().filter_map(Isa::call_site);
        let libs = LibSeg::try_from_iter(sites.map(|site| site.lib))?;
        let mut writer = Writer::new(&libs);
        for instr in code {
            instr.encode(&mut writer)?;
        }
        let (code, data) = writer.into_segments();
        let (code, data) = (Confined::try_from(code)?, Confined::try_from(data)?);
        Ok(Lib { isae: Isa::isa_ids(), code, data, libs })
    }
}

/// Why instructions cannot be laid out as a library.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AssemblerError {
    /// An instruction cannot be written.
    Bytecode(BytecodeError),
    /// The code names more than 255 libraries.
    LibSegOverflow(confinement::Error),
}

impl From<BytecodeError> for AssemblerError {
    fn from(error: BytecodeError) -> AssemblerError {
        AssemblerError::Bytecode(error)
    }
}

impl From<WriteError> for AssemblerError {
    fn from(error: WriteError) -> AssemblerError {
        AssemblerError::Bytecode(error.into())
    }
}

impl From<confinement::Error> for AssemblerError {
    fn from(error: confinement::Error) -> AssemblerError {
        AssemblerError::LibSegOverflow(error)
    }
}

impl fmt::Display for AssemblerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AssemblerError::Bytecode(error) => error.fmt(f),
            AssemblerError::LibSegOverflow(error) => {
                write!(f, "a library names at most 255 others: {error}")
            }
        }
    }
}

impl Error for AssemblerError {}
