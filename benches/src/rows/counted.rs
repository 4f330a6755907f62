//! What `callgrind/check` counts the instructions of, beside the three works of `aluvm-counted`: our column of
//! the rows, and the ways of control flow that have no row.

use aluvm_core::isa::RegisterSize;
use aluvm_core::library::Lib;
use aluvm_core::vm::Vm;
use aluvm_counted::{Counted, Run};

use super::{assembly, call, digest, float, start, u64_loop, u256_loop, validator, wide};
use crate::Guest;
use crate::guest::{program, repeat};

/// All that need more than the machine, or other programs.
pub const ALL: &[Counted] = &[
    ("u64_loop_checked", || guest(u64_loop::guest("uc", 1000)), 6000),
    ("u256_loop", || guest(u256_loop::guest(u256_loop::WIDE.short(1000))), 6000),
    ("u1024_mul", || guest(wide::multiplication_guest(1024)), 1024),
    ("u1024_div", || guest(wide::division_guest(1024)), 1024),
    ("f64_add", || guest(float::addition_guest(RegisterSize::F64, 1024)), 1024),
    ("f128_add", || guest(float::addition_guest(RegisterSize::F128, 1024)), 1024),
    ("f256_add", || guest(float::addition_guest(RegisterSize::F256, 1024)), 1024),
    ("dup_r4096", || guest(plain("put r4096[0], 7;", "dup r4096[0], r4096[1];")), 1024),
    ("sha2", || guest(digest::guest(1024)), 1024),
    ("start", reused_start, 1),
    ("fresh_start", fresh_start, 1),
    ("small_library", validator::small, 1),
    ("run_at_first", || call::at(true), 1),
    ("run_at_second", || call::at(false), 1),
    ("call_by_hand", call::by_hand, 1),
    ("call_typed", call::typed, 1),
    ("assemble", assemble, 1015),
    ("disassemble", disassemble, 1015),
];

fn guest(guest: Guest) -> Run {
    let mut ours = guest.ours();
    Box::new(move || ours.run())
}

fn plain(setup: &str, body: &str) -> Guest {
    let setup = format!("put a64[0], 1; {setup}");
    Guest::new(&repeat(&setup, body, 1024), RegisterSize::A64, 0)
}

fn reused_start() -> Run {
    let (program, mut vm) = (program(start::guest().lib()), Vm::new());
    Box::new(move || {
        vm.reset();
        vm.run(&program).is_success().into()
    })
}

fn fresh_start() -> Run {
    let program = program(start::guest().lib());
    Box::new(move || Vm::new().run(&program).is_success().into())
}

fn assemble() -> Run {
    let instrs = assembly::instrs();
    Box::new(move || Lib::assemble(&instrs).expect("it fits").code().len() as u64)
}

fn disassemble() -> Run {
    let lib = crate::guest::assemble(&assembly::text());
    Box::new(move || lib.disassemble::<aluvm_core::isa::NoExtension>().len() as u64)
}
