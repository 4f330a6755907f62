//! What instructions are to a machine.

use core::fmt::{Debug, Display};
use std::collections::BTreeSet;

use super::{Bytecode, Place};
use crate::library::{IsaName, IsaSeg, LibSite};
use crate::reg::{CoreRegs, Reg};

/// Where a program goes on behind an instruction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ExecStep {
    /// Nowhere; `st0` stays.
    Stop,
    /// Nowhere; `st0` becomes false.
    Fail,
    /// At the instruction behind.
    Next,
    /// At an offset of this library.
    Jump(u16),
    /// At a place of another library.
    Call(LibSite),
}

/// Instructions that a machine executes. A host implements it for its own, and [`Instr`](super::Instr) unites
/// them with the base set.
pub trait InstructionSet: Bytecode + Display + Debug {
    /// What instructions can reach besides registers.
    type Context<'ctx>;

    /// The names under which libraries list the set.
    fn isa_ids() -> IsaSeg;

    /// The names, with a space between.
    fn isa_string() -> String {
        Self::isa_ids().to_string()
    }

    /// The names as bytes.
    fn isa_id() -> Box<[u8]> {
        Self::isa_string().into_bytes().into()
    }

    /// Whether a name is one of the set.
    fn is_supported(id: &IsaName) -> bool {
        Self::isa_ids().names().any(|name| name == id)
    }

    /// The registers that the instruction names.
    fn regs(&self) -> BTreeSet<Reg> {
        let mut regs = self.src_regs();
        regs.extend(self.dst_regs());
        regs
    }

    /// The registers that the instruction reads.
    fn src_regs(&self) -> BTreeSet<Reg>;

    /// The registers that the instruction may change.
    fn dst_regs(&self) -> BTreeSet<Reg>;

    /// What the instruction adds to the complexity of the run.
    fn complexity(&self) -> u64;

    /// Executes the instruction, which stands at a site. What it does to registers stays, whatever it answers.
    fn exec(&self, regs: &mut CoreRegs, site: LibSite, context: &Self::Context<'_>) -> ExecStep;

    /// Executes the instruction at a place, whose site is computed if it is asked for.
    #[doc(hidden)]
    fn exec_at(
        &self,
        regs: &mut CoreRegs,
        place: &Place<'_>,
        context: &Self::Context<'_>,
    ) -> ExecStep {
        self.exec(regs, place.site(), context)
    }
}
