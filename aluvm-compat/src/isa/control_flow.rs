//! The instruction that hosts execute in place of one that they do not have.

use core::fmt;
use core::ops::RangeInclusive;
use std::collections::BTreeSet;

use super::{Bytecode, BytecodeError, ExecStep, InstructionSet};
use crate::library::{CodeEofError, IsaSeg, LibSite, Read, Write};
use crate::reg::{CoreRegs, Reg};

/// Control flow, as far as hosts name it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ControlFlowOp {
    /// Stops the program, and makes `st0` false.
    Fail,
}

impl fmt::Display for ControlFlowOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fail")
    }
}

impl Bytecode for ControlFlowOp {
    fn instr_range() -> RangeInclusive<u8> {
        0x00..=0x00
    }

    fn instr_byte(&self) -> u8 {
        0x00
    }

    fn encode_args<W>(&self, _: &mut W) -> Result<(), BytecodeError>
    where
        W: Write,
    {
        Ok(())
    }

    /// Any opcode is read as `fail`.
    fn decode<R>(reader: &mut R) -> Result<ControlFlowOp, CodeEofError>
    where
        R: Read,
    {
        reader.read_u8().map(|_| ControlFlowOp::Fail)
    }
}

impl InstructionSet for ControlFlowOp {
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
        2
    }

    fn exec(&self, _: &mut CoreRegs, _: LibSite, (): &()) -> ExecStep {
        ExecStep::Fail
    }
}
