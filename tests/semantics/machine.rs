//! Running short programs given as text.

use aluvm_core::asm::parse;
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Outcome, Vm};

/// Assembles and runs a program on a new machine.
pub fn run(text: &str) -> (Vm, Outcome) {
    let mut vm = Vm::new();
    let outcome = run_on(&mut vm, text);
    (vm, outcome)
}

/// Assembles and runs a program on a machine.
pub fn run_on(vm: &mut Vm, text: &str) -> Outcome {
    let code = parse(text).unwrap_or_else(|errors| panic!("{errors}"));
    let program = Program::new(Lib::assemble(&code).expect("short")).expect("complete");
    vm.run(&program)
}
