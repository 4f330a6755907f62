//! What the worst input costs, counted in instructions of the processor by callgrind and measured in
//! time: each instruction at its largest operands, in the fast loop and step by step, and the reading
//! of hostile files and texts. docs/hostile-input.md has the results.

#[allow(dead_code)]
#[path = "../../../tests/semantics/machine.rs"]
mod machine;

pub mod case;
pub mod input;
pub mod operands;
pub mod report;

use aluvm_core::library::Program;
use aluvm_core::vm::{Outcome, Vm};

/// One run of a program: what is counted. Callgrind finds it by its name.
#[inline(never)]
pub fn measured_run(vm: &mut Vm, program: &Program) -> Outcome {
    vm.run(program)
}

/// One reading of some input: what is counted.
#[inline(never)]
pub fn measured_input(read: fn(&[u8]) -> bool, input: &[u8]) -> bool {
    read(input)
}
