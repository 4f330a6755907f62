//! Many threads share a program, each with a machine of its own.

use std::thread;

use aluvm::vm::Stop;
use aluvm::{Lib, Program, Vm};
use aluvm_core::asm;

/// Doubles `a64[2]` as often as `a64[3]` says, which is at least once.
const DOUBLE: &str = "
        put     a64[0], 0;
        put     a64[2], 1;
    next:
        routine double;
        inc     a64[0];
        lt.u    a64[0], a64[3];
        jif     next;
        ret;
    double:
        add.uw  a64[2], a64[2];
        ret;
";

fn power_of_two(program: &Program, exponent: u64) -> Option<u64> {
    let mut vm = Vm::new();
    vm.registers_mut().set_a64(3, exponent).expect("a register");
    assert_eq!(vm.run(program).stop, Stop::Finished);
    vm.registers().a64(2)
}

#[test]
fn machines_on_many_threads_share_a_program() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    let program =
        Program::new(Lib::assemble(&asm::parse(DOUBLE).expect("a program")).expect("a library"))
            .expect("it calls no other");
    is_shared(&program);
    is_shared(&Vm::new());
    thread::scope(|scope| {
        for first in 1..=8 {
            let program = &program;
            scope.spawn(move || {
                for exponent in (first..64).chain(1..first) {
                    assert_eq!(power_of_two(program, exponent), Some(1 << exponent));
                }
            });
        }
    });
}
