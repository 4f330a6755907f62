//! What a host's instructions did to the registers, so that a run can be repeated without the host.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::op::Host;
use super::registers::{Registers, Value};
use crate::isa::{ExtensionInstr, Register};

/// One execution of a host's instruction: what it takes to repeat it without knowing the instruction.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Effect {
    /// The length of the instruction in bytes.
    pub length: u8,
    /// Its complexity.
    pub cost: u64,
    /// The registers whose value it changed, `st0` among them, and what they became; none is undefined.
    pub changes: Vec<(Register, Option<Value>)>,
    /// The complexity limit that it set, or took away with none.
    pub limit: Option<Option<u64>>,
    /// Whether it stopped the program.
    pub stops: bool,
}

impl Effect {
    /// Executes an instruction of a host, and tells what it changed.
    pub(super) fn observe(
        instr: ExtensionInstr,
        registers: &mut Registers,
        host: Host<'_>,
    ) -> Effect {
        let before = registers.clone();
        let stops = host(instr, registers).is_break();
        let undefined = before.defined().filter(|(register, _)| registers.get(*register).is_none());
        let undefined: Vec<_> = undefined.map(|(register, _)| (register, None)).collect();
        let status = (Register::Status, Value::Status(registers.st0));
        let changes = registers.defined().chain([status]);
        let changes =
            changes.filter(|(register, value)| before.get(*register).as_ref() != Some(value));
        Effect {
            length: instr.form().length() as u8,
            cost: instr.form().cost,
            changes: undefined
                .into_iter()
                .chain(changes.map(|(at, value)| (at, Some(value))))
                .collect(),
            limit: (registers.cl0 != before.cl0).then_some(registers.cl0),
            stops,
        }
    }

    /// Does to registers what the instruction did.
    pub(super) fn repeat(&self, registers: &mut Registers) -> ControlFlow<()> {
        for (register, value) in &self.changes {
            // What a register had it can have again.
            let is_set = registers.set(*register, value.clone());
            debug_assert_eq!(is_set, Ok(()));
        }
        if let Some(limit) = self.limit {
            registers.cl0 = limit;
        }
        self.flow()
    }

    /// Whether the program goes on behind the instruction.
    pub(super) fn flow(&self) -> ControlFlow<()> {
        if self.stops { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
