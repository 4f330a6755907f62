//! Instructions of the base set in `aluasm_isa!`: the statement, which the assembler of `aluvm-core` has read while compiling,
//! and an operand that is known at run time.

use aluvm_core::isa::{self, Data, LibraryIndex, LibraryRef, Offset, Register};

use super::{Instr, InstructionSet};
use crate::data::{ByteStr, MaybeNumber};
use crate::library::LibId;

#[doc(hidden)]
impl<Extension: InstructionSet> Instr<Extension> {
    /// The one instruction of a block.
    pub fn base([instr]: [isa::Instr; 1]) -> Instr<Extension> {
        Instr::Base(instr)
    }

    /// `jmp` to an offset.
    pub fn jmp(offset: u16) -> Instr<Extension> {
        Instr::Base(isa::Instr::Jmp { target: Offset(offset) })
    }

    /// `jif` to an offset.
    pub fn jif(offset: u16) -> Instr<Extension> {
        Instr::Base(isa::Instr::Jif { target: Offset(offset) })
    }

    /// `routine` at an offset.
    pub fn routine(offset: u16) -> Instr<Extension> {
        Instr::Base(isa::Instr::Routine { target: Offset(offset) })
    }

    /// `call` of an offset in a library.
    pub fn call(offset: u16, library: LibId) -> Instr<Extension> {
        let library = LibraryIndex(LibraryRef::Id(library.core()));
        Instr::Base(isa::Instr::Call { target: Offset(offset), library })
    }

    /// `exec` of an offset in a library.
    pub fn exec_at_site(offset: u16, library: LibId) -> Instr<Extension> {
        let library = LibraryIndex(LibraryRef::Id(library.core()));
        Instr::Base(isa::Instr::Exec { target: Offset(offset), library })
    }

    /// `put` or `putif` with another number, of which the register takes as many bits as it has.
    pub fn with_number(instrs: [isa::Instr; 1], number: MaybeNumber) -> Instr<Extension> {
        let [mut instr] = instrs;
        let written = instr.writes().next();
        if let Some(Register::Value { size, .. }) = written
            && let Some(data) = instr.data_mut()
        {
            let mut bytes = vec![0; size.bytes()];
            if let Some(number) = *number {
                bytes.copy_from_slice(number.low_bytes(size.bytes()));
            }
            *data = Data::new(bytes);
        }
        Instr::Base(instr)
    }

    /// `put` of another byte string.
    ///
    /// # Panics
    ///
    /// If it has more than 65535 bytes.
    #[track_caller]
    pub fn with_string(instrs: [isa::Instr; 1], bytes: impl AsRef<[u8]>) -> Instr<Extension> {
        let [mut instr] = instrs;
        let string = ByteStr::from_slice(bytes.as_ref());
        let string = string.unwrap_or_else(|error| panic!("{error}"));
        if let Some(data) = instr.data_mut() {
            *data = Data::new(string.to_vec());
        }
        Instr::Base(instr)
    }
}
