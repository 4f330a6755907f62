//! The extension of a host that has none.

use core::fmt;
use core::ops::RangeInclusive;
use std::collections::BTreeSet;

use super::{Bytecode, BytecodeError, ExecStep, InstructionSet, opcodes};
use crate::library::{CodeEofError, IsaSeg, LibSite, Read, Write};
use crate::reg::{CoreRegs, Reg};

/// An opcode that no extension has. It fails.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ReservedOp(u8);

impl fmt::Display for ReservedOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, ".byte   {:#04x}", self.0)
    }
}

impl Bytecode for ReservedOp {
    fn instr_range() -> RangeInclusive<u8> {
        opcodes::INSTR_ISAE_FROM..=opcodes::INSTR_ISAE_TO
    }

    fn instr_byte(&self) -> u8 {
        self.0
    }

    fn encode_args<W>(&self, _: &mut W) -> Result<(), BytecodeError>
    where
        W: Write,
    {
        Ok(())
    }

    fn decode<R>(reader: &mut R) -> Result<ReservedOp, CodeEofError>
    where
        R: Read,
    {
        reader.read_u8().map(ReservedOp)
    }
}

impl InstructionSet for ReservedOp {
    type Context<'ctx> = ();

    fn isa_ids() -> IsaSeg {
        IsaSeg::default()
    }

    fn src_regs(&self) -> BTreeSet<Reg> {
        BTreeSet::new()
    }

    fn dst_regs(&self) -> BTreeSet<Reg> {
        BTreeSet::new()
    }

    fn complexity(&self) -> u64 {
        u64::MAX
    }

    fn exec(&self, _: &mut CoreRegs, _: LibSite, (): &()) -> ExecStep {
        ExecStep::Fail
    }
}
