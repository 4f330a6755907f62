//! What the worst input costs in time: each instruction at its largest operands, in the fast loop and step by step, and the reading
//! of hostile files and texts. docs/hostile-input.md has the results.

pub mod case;
pub mod dearest;
pub mod input;
pub mod operands;

use aluvm_core::library::Program;
use aluvm_core::vm::{Outcome, Vm};

/// One run of a program: what is measured.
#[inline(never)]
pub fn measured_run(vm: &mut Vm, program: &Program) -> Outcome {
    vm.run(program)
}

/// One reading of some input: what is measured.
#[inline(never)]
pub fn measured_input(read: fn(&[u8]) -> bool, input: &[u8]) -> bool {
    read(input)
}
