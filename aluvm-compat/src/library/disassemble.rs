//! Instructions from libraries.

use std::io;

use super::{CodeEofError, Lib, Reader};
use crate::isa::{Instr, InstructionSet};

impl Lib {
    /// The instructions of the code, one behind the other from its start.
    ///
    /// # Errors
    ///
    /// If the code ends within an instruction.
    pub fn disassemble<Isa>(&self) -> Result<Vec<Isa>, CodeEofError>
    where
        Isa: InstructionSet,
    {
        let mut reader = Reader::new(self);
        let mut code = Vec::new();
        while !reader.is_eof() {
            code.push(next(&mut reader)?);
        }
        Ok(code)
    }

    /// Prints the instructions of the code, which may be of an extension, with their offsets.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn print_disassemble<Extension>(&self, mut writer: impl io::Write) -> io::Result<()>
    where
        Extension: InstructionSet,
    {
        let mut reader = Reader::new(self);
        while !reader.is_eof() {
            let offset = reader.pos();
            write!(writer, "@x{offset:06X}: ")?;
            match next::<Instr<Extension>>(&mut reader) {
                Ok(instr) => writeln!(writer, "{instr}")?,
                Err(CodeEofError) => {
                    let rest = self.code_segment().get(usize::from(offset)..);
                    writeln!(writer, "{:02x?}", rest.unwrap_or_default())?;
                }
            }
        }
        Ok(())
    }
}

/// The next instruction. A host that does not consume an opcode that it does not have is not asked again.
fn next<Isa: InstructionSet>(reader: &mut Reader<'_>) -> Result<Isa, CodeEofError> {
    let before = reader.position();
    let instr = Isa::decode(reader)?;
    if reader.position() == before {
        reader.skip(1);
    }
    Ok(instr)
}
