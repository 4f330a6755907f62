//! The base set united with a host's extension.

use core::fmt;
use core::ops::RangeInclusive;
use std::collections::BTreeSet;

use aluvm_core::isa::{self, LibraryRef};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Next, execute_for};

use super::{Bytecode, BytecodeError, ExecStep, InstructionSet, Place, ReservedOp, opcodes};
use crate::library::{CodeEofError, IsaSeg, LibId, LibSite, Read, Write};
use crate::reg::{CoreRegs, Reg};

/// What the network's machine does.
pub(crate) const PROFILE: Profile = Profile::RGB_0_11;

/// An instruction of the base set, or one of a host's extension.
///
/// The base set is that of `aluvm-core` under `Profile::RGB_0_11`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Instr<Extension = ReservedOp>
where
    Extension: InstructionSet,
{
    /// Of the base set, or bytes that are no instruction.
    Base(isa::Instr),
    /// Of the extension.
    ExtensionCodes(Extension),
}

impl<Extension: InstructionSet> fmt::Display for Instr<Extension> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Instr::Base(instr) => fmt::Display::fmt(instr, f),
            Instr::ExtensionCodes(instr) => fmt::Display::fmt(instr, f),
        }
    }
}

impl<Extension: InstructionSet> Bytecode for Instr<Extension> {
    fn instr_range() -> RangeInclusive<u8> {
        0x00..=0xFF
    }

    fn instr_byte(&self) -> u8 {
        match self {
            Instr::Base(isa::Instr::Verbatim(bytes)) => bytes.bytes().first().copied().unwrap_or(0),
            Instr::Base(instr) => instr.form().map_or(0, |form| form.opcode),
            Instr::ExtensionCodes(instr) => instr.instr_byte(),
        }
    }

    fn call_site(&self) -> Option<LibSite> {
        match self {
            Instr::Base(
                isa::Instr::Call { target, library } | isa::Instr::Exec { target, library },
            ) => Some(site(target.0, library.0)),
            Instr::Base(_) => None,
            Instr::ExtensionCodes(instr) => instr.call_site(),
        }
    }

    fn encode<W>(&self, writer: &mut W) -> Result<(), BytecodeError>
    where
        W: Write,
    {
        match self {
            Instr::Base(instr) => Ok(writer.write_base(instr)?),
            Instr::ExtensionCodes(instr) => instr.encode(writer),
        }
    }

    fn encode_args<W>(&self, writer: &mut W) -> Result<(), BytecodeError>
    where
        W: Write,
    {
        match self {
            Instr::Base(instr) => Ok(writer.write_base_args(instr)?),
            Instr::ExtensionCodes(instr) => instr.encode_args(writer),
        }
    }

    fn decode<R>(reader: &mut R) -> Result<Instr<Extension>, CodeEofError>
    where
        R: Read,
    {
        match reader.peek_u8()? {
            opcodes::INSTR_ISAE_FROM..=opcodes::INSTR_ISAE_TO => {
                Extension::decode(reader).map(Instr::ExtensionCodes)
            }
            _ => reader.read_base().map(Instr::Base),
        }
    }
}

impl<Extension: InstructionSet> InstructionSet for Instr<Extension> {
    type Context<'ctx> = Extension::Context<'ctx>;

    /// Those of the base set, whether a library uses them or not, and those of the extension.
    fn isa_ids() -> IsaSeg {
        let base = PROFILE.isae().unwrap_or_default();
        Extension::isa_ids().and(base.iter().filter_map(|name| name.parse().ok()))
    }

    fn src_regs(&self) -> BTreeSet<Reg> {
        match self {
            Instr::Base(instr) => instr.reads().filter_map(Reg::from_register).collect(),
            Instr::ExtensionCodes(instr) => instr.src_regs(),
        }
    }

    fn dst_regs(&self) -> BTreeSet<Reg> {
        match self {
            Instr::Base(instr) => instr.writes().filter_map(Reg::from_register).collect(),
            Instr::ExtensionCodes(instr) => instr.dst_regs(),
        }
    }

    fn complexity(&self) -> u64 {
        match self {
            Instr::Base(isa::Instr::Verbatim(_)) => u64::MAX,
            Instr::Base(instr) => instr.cost(),
            Instr::ExtensionCodes(instr) => instr.complexity(),
        }
    }

    fn exec(&self, regs: &mut CoreRegs, site: LibSite, context: &Self::Context<'_>) -> ExecStep {
        match self {
            Instr::Base(instr) => exec_base(instr, regs, &[]),
            Instr::ExtensionCodes(instr) => instr.exec(regs, site, context),
        }
    }

    #[inline]
    fn exec_at(
        &self,
        regs: &mut CoreRegs,
        place: &Place<'_>,
        context: &Self::Context<'_>,
    ) -> ExecStep {
        match self {
            Instr::Base(instr) => exec_base(instr, regs, place.data()),
            Instr::ExtensionCodes(instr) => instr.exec_at(regs, place, context),
        }
    }
}

/// Executes an instruction of the base set. A subroutine is a jump in this profile, whose `ret` never comes back.
fn exec_base(instr: &isa::Instr, regs: &mut CoreRegs, data: &[u8]) -> ExecStep {
    let target = match execute_for(&PROFILE, instr, regs.machine_mut(), data) {
        Next::Following => return ExecStep::Next,
        Next::Return => return ExecStep::Stop,
        Next::Fail(_) => return ExecStep::Fail,
        Next::Jump(offset) | Next::Routine(offset) => ExecStep::Jump(offset),
        Next::Call(offset, library) | Next::Exec(offset, library) => {
            ExecStep::Call(site(offset, library))
        }
    };
    if regs.count_jump() { target } else { ExecStep::Fail }
}

/// The place that a call names. An index that the library does not have stands for the id of zeros.
fn site(offset: u16, library: LibraryRef) -> LibSite {
    match library {
        LibraryRef::Id(id) => LibSite::with(offset, LibId::from(id)),
        LibraryRef::Index(_) => LibSite::with(offset, LibId::default()),
    }
}
