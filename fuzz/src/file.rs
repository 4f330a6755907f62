//! Any bytes are the file of one library, or of none.

#![no_main]

use aluvm::{Lib, Program, Vm};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    let Ok(lib) = Lib::from_bytes(file) else { return };
    assert_eq!(lib.to_bytes(), file);
    let Ok(program) = Program::new(lib) else { return };
    let mut vm = Vm::new();
    vm.registers_mut().set_cl0(10_000);
    let _ = vm.run(&program);
});
