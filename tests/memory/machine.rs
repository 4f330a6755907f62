//! The memory of a machine: of one that does little, of one that uses everything, and of one that ran
//! before.

use aluvm::vm::Session;
use aluvm::{Lib, Program, Registers, Vm};
use aluvm_core::asm;

use crate::{allocated, kept, turn};

fn program(text: &str) -> Program {
    Program::new(Lib::assemble(&asm::parse(text).expect("a program")).expect("a library"))
        .expect("all there")
}

/// Bytes that the machine holds after a run, itself included.
fn footprint(program: &Program) -> usize {
    let (stats, vm) = allocated(|| {
        let mut vm = Vm::new();
        assert!(vm.run(program).is_success());
        vm
    });
    drop(vm);
    size_of::<Vm>() + kept(&stats)
}

const INTEGERS: [&str; 8] = ["8", "16", "32", "64", "128", "256", "512", "1024"];
const FLOATS: [&str; 8] = ["16b", "16", "32", "64", "80", "128", "256", "512"];
const GENERAL: [&str; 8] = ["128", "160", "256", "512", "1024", "2048", "4096", "8192"];

/// A constant in one register of each size of a family.
fn puts(family: &str, sizes: &[&str], index: usize) -> String {
    sizes.iter().map(|size| format!("put {family}{size}[{index}], 1;")).collect()
}

fn all_sizes(index: usize) -> String {
    [puts("a", &INTEGERS, index), puts("f", &FLOATS, index), puts("r", &GENERAL, index)].concat()
}

#[test]
fn a_machine_takes_little_memory_and_a_reset_none() {
    let _turn = turn();
    let few = program("put a64[0], 2; put a64[1], 3; add.uc a64[0], a64[1]; ret;");
    let bytes = footprint(&few);
    assert!(bytes <= 8 << 10, "{bytes} bytes for a program of three instructions");

    // Every family, the last register of each size: what no program exceeds but with strings.
    let all = all_sizes(31) + "ret;";
    let bytes = footprint(&program(&all));
    assert!(bytes <= 96 << 10, "{bytes} bytes with registers of all sizes");

    let program = program(&all);
    let mut vm = Vm::new();
    assert!(vm.run(&program).is_success());
    // What starts the tests may allocate meanwhile, but not each time.
    let least = (0..10).map(|_| {
        let (stats, ()) = allocated(|| {
            for _ in 0..100 {
                vm.reset();
                assert!(vm.run(&program).is_success());
            }
        });
        stats.allocations
    });
    assert_eq!(least.min(), Some(0), "a machine that ran before allocates nothing");
}

/// Every register of every size, every string of the greatest length, and the deepest call stack.
#[test]
fn a_full_machine_takes_a_bounded_amount() {
    let _turn = turn();
    let registers: String = (0..32).map(all_sizes).collect();
    // 32,768 bytes; twice as many are one too many, and cut.
    let half = "put s16[0], \"a\";".to_string() + &"join s16[0], s16[0], s16[0];".repeat(15);
    let full: String = (1..16)
        .map(|index| {
            let twice = format!("ins.c s16[0], s16[{index}], a16[0];").repeat(2);
            format!("put s16[{index}], \"\"; {twice}")
        })
        .collect();
    let text = format!(
        "{registers} put a16[0], 0; {half} {full} ins.c s16[0], s16[0], a16[0]; \
         put a32[0], 32766; routine deeper; ret; \
         deeper: dec a32[0]; jif further; ret; further: routine deeper; ret;"
    );
    let program = program(&text);
    let (stats, vm) = allocated(|| {
        let mut vm = Vm::new();
        assert!(!vm.run(&program).is_success());
        vm
    });
    for index in 0..16 {
        assert_eq!(
            vm.registers().s16(index).map(|string| string.len()),
            Some(65_535),
            "s16[{index}]"
        );
    }
    assert!(vm.registers().r8192(31).is_some() && vm.registers().f512(31).is_some());
    let bytes = size_of::<Vm>() + kept(&stats);
    // 76 KiB of registers, 16 strings, and 4 bytes for each of up to 2^16 calls.
    assert!(bytes <= (80 << 10) + 16 * 65_535 + (256 << 10), "{bytes} bytes with everything full");
    assert!(bytes >= (76 << 10) + 16 * 65_535 + (128 << 10), "{bytes} bytes");
}

/// A session that can go back to each step of a long run keeps no more than one of a short run does.
#[test]
fn a_session_of_a_long_run_takes_little_memory() {
    let _turn = turn();
    let program =
        program("put a64[0], 0; next: inc a64[0]; routine nothing; jmp next; nothing: ret;");
    let (stats, mut session) = allocated(|| {
        let mut session = Session::new(&program, program.entry(), Registers::new());
        session.run_until(|session| session.steps() == 4000);
        session
    });
    let short = kept(&stats);
    let (stats, ()) = allocated(|| assert!(session.run_until(|_| false).is_some()));
    assert!(session.steps() > 100_000, "{}", session.steps());
    let more = kept(&stats);
    assert!(more <= short / 4, "{more} bytes more than {short}");

    let (stats, ()) = allocated(|| session.restart());
    let (freed, all) = (stats.bytes_deallocated - stats.bytes_allocated, short + more);
    assert!(freed >= all / 2, "{freed} bytes of {all} are free");
}
