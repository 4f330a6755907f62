//! Many threads share a program, each with a machine of its own.

use std::sync::Barrier;
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

/// Goes to one of many blocks, each of which calls a routine of its own, which adds the number of the block to it.
fn blocks(count: u64) -> String {
    let tests = (0..count)
        .map(|block| format!("put a64[1], {block}; eq.e a64[0], a64[1]; jif block{block};"));
    let blocks = (0..count).map(|block| {
        format!("block{block}: routine twice{block}; test; ret; twice{block}: add.uc a64[1], a64[0]; ret;")
    });
    tests.chain(["fail;".to_owned()]).chain(blocks).collect()
}

#[test]
fn threads_decode_a_program_while_they_run_it() {
    let count = 300;
    let text = blocks(count);
    for _ in 0..10 {
        let program = Program::new(text.parse().expect("valid")).expect("complete");
        let start = Barrier::new(8);
        thread::scope(|scope| {
            for first in 0..8 {
                let (program, start) = (&program, &start);
                scope.spawn(move || {
                    start.wait();
                    let mut vm = Vm::new();
                    for block in (0..count).map(|step| (first * 37 + step * 7) % count) {
                        vm.registers_mut().set_a64(0, block).expect("a register");
                        let outcome = vm.run(program);
                        assert!(outcome.is_success(), "block {block}: {outcome:?}");
                        assert_eq!(vm.registers().a64(0), Some(2 * block));
                    }
                });
            }
        });
    }
}
