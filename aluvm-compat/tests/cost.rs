//! What a run costs on both sides, with `--release -- --ignored --nocapture`: a short script in a fresh machine, as validators
//! run it, and a long loop.

use std::hint::black_box;
use std::time::Instant;

/// Nanoseconds of a call.
fn nanoseconds(times: u32, mut call: impl FnMut() -> bool) -> u64 {
    assert!(call());
    let begin = Instant::now();
    for _ in 0..times {
        assert!(black_box(call()));
    }
    (begin.elapsed() / times).as_nanos() as u64
}

macro_rules! side {
    ($vm:ident, $runs:expr) => {{
        use $vm::Vm;
        use $vm::isa::{Instr, ReservedOp};
        use $vm::library::{Lib, LibSite};

        let short = $vm::aluasm_isa! { ReservedOp =>
            put     a8[0], 1;
            put     a64[0], 70000;
            put     a64[1], 69999;
            inc     a64[1];
            eq.n    a64[0], a64[1];
            test;
            ret;
        };
        let long = $vm::aluasm_isa! { ReservedOp =>
            put     a64[0], 0;
            put     a64[1], 60000;
            inc     a64[0];
            lt.u    a64[0], a64[1];
            jif     8;
            inv     st0;
            ret;
        };
        let run = |code: &[Instr<ReservedOp>]| {
            let lib = Lib::assemble(code).expect("short");
            let site = LibSite::with(0, lib.id());
            move || Vm::<Instr<ReservedOp>>::new().exec(site, |_| Some(&lib), &())
        };
        (nanoseconds($runs, run(&short)), nanoseconds(3, run(&long)))
    }};
}

#[test]
#[ignore = "measures"]
fn of_runs() {
    let (short_there, long_there) = side!(aluvm, 200);
    let (short_here, long_here) = side!(compat, 20_000);
    println!("7 instructions: {short_there} ns there, {short_here} ns here");
    println!("180,000 instructions: {long_there} ns there, {long_here} ns here");
    assert!(short_here < short_there && long_here < long_there);
}
