//! Works whose instructions of the processor `callgrind/check` counts. The three here need nothing but the
//! machine, so that CI counts them without compiling other virtual machines; `aluvm-benches` has the rest.

use std::hint::black_box;
use std::process::ExitCode;

use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Stop, Vm};

/// A run of the work.
pub type Run = Box<dyn FnMut() -> u64>;

/// Name, work, and how many operations a run does.
pub type Counted = (&'static str, fn() -> Run, u64);

/// The three.
pub const WORKS: [Counted; 3] = [
    ("u64_loop", || run(&u64_loop("uw", 1000)), 6000),
    ("routine_and_ret", || run(ROUTINE), 2048),
    ("build_and_run", build_and_run, 1000),
];

/// A loop of 64-bit arithmetic, with additions of the given flag. Its result is in `a64[3]`.
pub fn u64_loop(flag: &str, iterations: u64) -> String {
    format!(
        "   put     a64[0], 0;              // counter
            put     a64[1], 0;              // sum of the counters
            put     a64[2], 0;              // exclusive or of the sums
            put     a64[3], 0;              // sum of those
            put     a64[4], {iterations};
        next:
            add.{flag}  a64[0], a64[1];
            xor     a64[1], a64[2], a64[2];
            add.{flag}  a64[2], a64[3];
            inc     a64[0];
            lt.u    a64[0], a64[4];
            jif     next;
            ret;"
    )
}

/// Calls a routine that does nothing.
const ROUTINE: &str = "
        put     a64[0], 0;
        put     a64[1], 1024;
    next:
        routine nothing;
        inc     a64[0];
        lt.u    a64[0], a64[1];
        jif     next;
        ret;
    nothing:
        ret;";

fn lib(text: &str) -> Lib {
    match text.parse() {
        Ok(lib) => lib,
        Err(errors) => panic!("{errors}"),
    }
}

fn run(text: &str) -> Run {
    let program = Program::new(lib(text)).expect("the library is all there is");
    let mut vm = Vm::new();
    Box::new(move || {
        vm.reset();
        assert_eq!(vm.run(&program).stop, Stop::Finished);
        vm.registers().ca0()
    })
}

/// The id of a library, its program, and a run that decodes all of it.
fn build_and_run() -> Run {
    let lib = lib(&format!("{}ret;", "add.uc a64[0], a64[1];".repeat(1000)));
    let mut vm = Vm::new();
    Box::new(move || {
        let program = Program::new(lib.clone()).expect("the library is all there is");
        vm.reset();
        assert_eq!(vm.run(&program).stop, Stop::Finished);
        vm.registers().ca0()
    })
}

/// The command: lists works, or does one a number of times.
pub fn count(works: &[Counted]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list"] => {
            for (name, _, operations) in works {
                println!("{name} {operations}");
            }
            ExitCode::SUCCESS
        }
        [name, times] => {
            let work = works.iter().find(|(known, ..)| *known == name);
            let (Some((_, prepare, _)), Ok(times)) = (work, times.parse()) else {
                return usage();
            };
            let mut run = prepare();
            for _ in 0..times {
                black_box(run());
            }
            ExitCode::SUCCESS
        }
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: count list | count <work> <times>");
    ExitCode::FAILURE
}
