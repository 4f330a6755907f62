//! What a host's extension does when its instructions run.

use core::ops::ControlFlow;

use super::registers::Registers;
use crate::isa::{Both, InstructionSet, NoExtension};

/// A host's own instructions, which run with a context of the host. `isa_extension!` of the crate
/// `aluvm`, which defines the instructions, shows a whole extension.
pub trait Extension: InstructionSet {
    /// What the instructions can reach besides registers, such as the state of a contract. It can borrow,
    /// for `'c`, and one type of instructions serves many contexts as `dyn Trait + 'c`.
    type Context<'c>: ?Sized;

    /// Executes an instruction. It keeps to the rules of the base set if it changes only the
    /// registers that its description names as written, depends on nothing but those it names as
    /// read and the context, and makes the destination of what is impossible undefined.
    ///
    /// `Break` stops the program as `fail` does.
    fn execute(
        &self,
        registers: &mut Registers,
        context: &mut Self::Context<'_>,
    ) -> ControlFlow<()>;
}

/// Each instruction runs with the context of its own extension.
impl<A: Extension, B: Extension> Extension for Both<A, B>
where
    for<'c> A::Context<'c>: 'c,
    for<'c> B::Context<'c>: 'c,
{
    type Context<'c> = (&'c mut A::Context<'c>, &'c mut B::Context<'c>);

    fn execute(
        &self,
        registers: &mut Registers,
        (first, second): &mut Self::Context<'_>,
    ) -> ControlFlow<()> {
        match self {
            Both::First(instr) => instr.execute(registers, first),
            Both::Second(instr) => instr.execute(registers, second),
        }
    }
}

impl Extension for NoExtension {
    type Context<'c> = ();

    fn execute(&self, _: &mut Registers, (): &mut ()) -> ControlFlow<()> {
        match *self {}
    }
}
