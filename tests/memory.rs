//! How much memory a machine takes. Alone in its process, because the allocator counts for all threads.

use std::alloc::System;

use aluvm::{Lib, Program, Vm};
use aluvm_core::asm;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn program(text: &str) -> Program {
    Program::new(Lib::assemble(&asm::parse(text).expect("a program")).expect("a library"))
        .expect("all there")
}

/// Bytes that the machine allocates in a run, and what it is itself.
fn footprint(program: &Program) -> usize {
    let region = Region::new(ALLOCATOR);
    let mut vm = Vm::new();
    assert!(vm.run(program).is_success());
    size_of::<Vm>() + region.change().bytes_allocated
}

#[test]
fn a_machine_takes_little_memory_and_a_reset_none() {
    let few = program("put a64[0], 2; put a64[1], 3; add.uc a64[0], a64[1]; ret;");
    let bytes = footprint(&few);
    assert!(bytes <= 8 << 10, "{bytes} bytes for a program of three instructions");

    // Every family, the last register of each size: what no program exceeds but with strings.
    let sizes = |family: &str, sizes: &[&str]| -> String {
        sizes.iter().map(|size| format!("put {family}{size}[31], 1;")).collect()
    };
    let integers = ["8", "16", "32", "64", "128", "256", "512", "1024"];
    let floats = ["16b", "16", "32", "64", "80", "128", "256", "512"];
    let general = ["128", "160", "256", "512", "1024", "2048", "4096", "8192"];
    let all = [sizes("a", &integers), sizes("f", &floats), sizes("r", &general)].concat() + "ret;";
    let bytes = footprint(&program(&all));
    assert!(bytes <= 96 << 10, "{bytes} bytes with registers of all sizes");

    let program = program(&all);
    let mut vm = Vm::new();
    assert!(vm.run(&program).is_success());
    let region = Region::new(ALLOCATOR);
    for _ in 0..1000 {
        vm.reset();
        assert!(vm.run(&program).is_success());
    }
    assert_eq!(region.change().allocations, 0, "a machine that ran before allocates nothing");
}
