//! What programs are made into: the random ones have every operation there is, so that the comparisons with
//! the judge leave none out; and the stack of the machine that runs the program stays small in every build,
//! whatever the compiler makes of calls in tail position.

use std::collections::BTreeMap;
use std::thread;

use aluvm_core::library::{Lib, LibSite, Libs, Program};
use aluvm_core::limits::CODE_MAX;
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Stop, Vm, all_operations, operations};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::link;
use crate::programs::{Libraries, libraries, structured};

#[test]
fn random_programs_have_every_operation() {
    let mut met: BTreeMap<_, u32> = all_operations().map(|name| (name, 0)).collect();
    let mut runner = TestRunner::deterministic();
    let mut count = |strategy: &mut dyn FnMut(&mut TestRunner) -> Libraries, times| {
        for _ in 0..times {
            for name in operations(&link(&strategy(&mut runner))) {
                *met.get_mut(&name).expect("one of all") += 1;
            }
        }
    };
    count(&mut |runner| libraries().new_tree(runner).expect("a value").current(), 6_000);
    count(&mut |runner| structured(true).new_tree(runner).expect("a value").current(), 2_000);
    // What takes long code, or a profile.
    let elsewhere = ["pause", "varied", "code_ended"];
    met.retain(|(name, _), times| *times == 0 && !elsewhere.contains(name));
    assert_eq!(met, BTreeMap::new(), "in no program");
}

#[test]
fn long_code_has_pauses_and_profiles_their_operations() {
    let names = |profile| {
        let lib: Lib =
            format!("{}add.sw a8[0], a8[1];", "inv st0;".repeat(300)).parse().expect("valid");
        let entry = LibSite::start(lib.id());
        let program: Program =
            Program::link_with_profile([entry], [lib], profile).expect("complete");
        operations(&program)
    };
    assert!(names(Profile::SPEC).contains(&("pause", None)));
    for name in ["varied", "code_ended"] {
        assert!(names(Profile::RGB_0_11).contains(&(name, None)), "{name}");
    }
}

/// Runs a program on a thread with a small stack.
fn run(program: Program) -> (Stop, u64) {
    let run = move || {
        let mut vm = Vm::new();
        let outcome = vm.run(&program);
        (outcome.stop, vm.registers().ca0())
    };
    let thread = thread::Builder::new().stack_size(512 << 10).spawn(run).expect("a thread");
    thread.join().expect("the stack is enough")
}

fn program(code: Vec<u8>) -> Program {
    let lib = Lib::new("ALU".parse().expect("valid"), code, [], Libs::default()).expect("fits");
    Program::new(lib).expect("complete")
}

/// As many of an instruction as code can have, and `ret`.
fn straight(instr: &str) -> (Program, u64) {
    let one: Lib = instr.parse().expect("valid");
    let count = (CODE_MAX - 1) / one.code().len();
    let code = [one.code().repeat(count), vec![0x07]].concat();
    (program(code), count as u64)
}

#[test]
fn the_longest_straight_code_takes_little_stack() {
    let (nothing, count) = straight("inv st0;");
    assert_eq!(run(nothing), (Stop::Finished, count + 2));
    for instr in
        ["add.uc a1024[0], a1024[1];", "dup r8192[0], r8192[1];", "div.n f512[0], f512[1];"]
    {
        assert_eq!(run(straight(instr).0).0, Stop::Finished, "{instr}");
    }
}

#[test]
fn the_deepest_recursion_takes_little_stack() {
    let lib: Lib = "
            put     a16[0], 65534;
        deeper:
            dec     a16[0];
            ifz     a16[0];
            jif     back;
            routine deeper;
        back:
            ret;"
        .parse()
        .expect("valid");
    let program = Program::new(lib).expect("complete");
    assert_eq!(run(program).0, Stop::Finished);
}

#[test]
fn jumps_and_seams_without_end_take_little_stack() {
    assert_eq!(
        run(program("next: jmp next;".parse::<Lib>().expect("valid").code().to_vec())).0,
        Stop::JumpLimit
    );
    // Each block is decoded before what stands in front of it: the first jump goes to the last.
    let count = 6_000;
    let jumps = (0..count).rev().map(|block| format!("jif block{block};"));
    let blocks = (0..count).map(|block| format!("block{block}: nop;"));
    let text: String = ["jmp jumps;".to_owned()]
        .into_iter()
        .chain(blocks)
        .chain(["ret; jumps: inv st0;".to_owned()])
        .chain(jumps)
        .chain(["inv st0; jmp block0;".to_owned()])
        .collect();
    let program = Program::new(text.parse().expect("valid")).expect("complete");
    program.decode_all();
    assert!(operations(&program).contains(&("seam", None)));
    assert_eq!(run(program).0, Stop::Finished);
}
