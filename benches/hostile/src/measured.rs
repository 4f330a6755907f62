//! What is measured in time and counted in instructions of the processor, in functions that callgrind finds by
//! their names.

use std::hint::black_box;

use aluvm_core::library::Program;
use aluvm_core::vm::{Outcome, Vm};

use crate::case::Case;

/// One run of a program.
pub fn measured_run(vm: &mut Vm, program: &Program) -> Outcome {
    let outcome = begin_run(vm, program);
    end();
    outcome
}

/// One reading of some input.
pub fn measured_input(read: fn(&[u8]) -> bool, input: &[u8]) -> bool {
    let is_good = begin_reading(read, input);
    end();
    is_good
}

/// From here to [`end`] callgrind counts.
#[inline(never)]
fn begin_run(vm: &mut Vm, program: &Program) -> Outcome {
    black_box(vm.run(program))
}

/// The same for input.
#[inline(never)]
fn begin_reading(read: fn(&[u8]) -> bool, input: &[u8]) -> bool {
    black_box(read(input))
}

/// Callgrind writes down here what it has counted.
#[inline(never)]
fn end() {
    black_box(());
}

/// Calls something for each pattern of operands of an instruction, in both ways to run, with and
/// without the instruction; if it `is_quick`, for the first pattern in the fast loop.
pub fn each_run(case: &Case, is_quick: bool, mut call: impl FnMut(usize, bool, [&Program; 2])) {
    let programs = case.programs();
    let [with, without] = &programs;
    let patterns = case.patterns();
    for pattern in patterns.into_iter().take(if is_quick { 1 } else { usize::MAX }) {
        call(pattern, false, [with, without]);
        // What steps add does not depend on the operands.
        if pattern == 0 && !is_quick {
            call(pattern, true, [with, without]);
        }
    }
}
