//! What a trace shows of each step.

use alloc::vec::Vec;

use super::registers::{Registers, Value};
use crate::isa::{Instr, Register};
use crate::library::LibSite;

/// One executed instruction.
#[derive(Debug)]
pub struct Step<'a> {
    /// Where it stands.
    pub site: LibSite,
    /// The instruction, with its constants and libraries looked up where they exist. Past the end of
    /// the code it is `fail`.
    pub instr: &'a Instr,
    /// The registers whose value it changed.
    pub changes: &'a [Change],
    /// All registers, after it.
    pub registers: &'a Registers,
}

/// A register that an instruction changed. An undefined register has no value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Change {
    /// The register.
    pub register: Register,
    /// Its value before.
    pub before: Option<Value>,
    /// Its value after.
    pub after: Option<Value>,
}

/// The registers that an instruction can change, as they were before it.
pub(super) struct Before(Vec<(Register, Option<Value>)>);

impl Before {
    /// `more` are registers that it is known to change otherwise.
    pub(super) fn new(
        instr: &Instr,
        more: impl IntoIterator<Item = Register>,
        registers: &Registers,
    ) -> Before {
        let mut before: Vec<_> = Vec::new();
        // Whatever stops the program also makes `st0` false, and the deployed machine clears operands that
        // it only reads.
        let registers_named = instr.writes().chain(instr.reads());
        for register in registers_named.chain(more).chain([Register::Status]) {
            if before.iter().all(|(known, _)| *known != register) {
                before.push((register, registers.get(register)));
            }
        }
        Before(before)
    }

    /// Those that it has changed.
    pub(super) fn changes(self, registers: &Registers) -> Vec<Change> {
        let changes = self.0.into_iter().filter_map(|(register, before)| {
            let after = registers.get(register);
            (before != after).then_some(Change { register, before, after })
        });
        changes.collect()
    }
}
