//! Programs of ten bytes to 64 MiB: the time to build them.

use aluvm_core::library::{Lib, Libs, Program};
use aluvm_core::limits::CODE_MAX;

use super::{Table, duration, whole};
use crate::guest::assemble;
use crate::measure::now;
use crate::table::number;

/// Instructions of all kinds that go on behind themselves, 3.3 bytes each.
pub(crate) const BODY: &str = "
    put     a64[1], 0x0123456789ABCDEF;
    clr     r1024[5];
    dup     a256[1], a256[7];
    cpy     a64[1], a256[7];
    gt.u    a8[5], a8[9];
    eq.n    a64[3], a64[4];
    ifz     r2048[17];
    add.uc  a32[12], a32[13];
    mul.sw  a64[12], a64[13];
    inc     a16[3];
    neg     a64[9];
    and     r256[1], r256[2], r256[3];
    shl     a16[3], a256[5];
    fill.e  s16[3], a16[1], a16[30], a8[9];
    extr    s16[3], r256[14], a16[2];
    sha2    s16[8], r256[15];
    test;
";

/// Libraries, and bytes of code in each.
pub(super) const SHAPES: [(usize, usize); 11] = [
    (1, 10),
    (1, 100),
    (1, 1_000),
    (1, 10_000),
    (1, CODE_MAX),
    (4, CODE_MAX),
    (16, CODE_MAX),
    (64, CODE_MAX),
    (256, CODE_MAX),
    (512, CODE_MAX),
    (1_024, CODE_MAX),
];

/// Measures.
///
/// # Panics
///
/// If the libraries do not make a program.
pub fn table() -> Table {
    let mut table = Table::new(
        "Building a program",
        &["libraries", "bytes of code", "building", "a byte", "and decoding all", "a byte"],
    );
    for (libraries, size) in SHAPES {
        let libs = chain(libraries, size);
        let bytes: usize = libs.iter().map(|lib| lib.code().len()).sum();
        let copies = (1_000_000 / bytes).max(1);
        let rounds = if bytes > 4_000_000 { 3 } else { 20 };
        let fastest = |finish: fn(&Program)| {
            let times = (0..rounds).map(|_| nanoseconds(&libs, copies, finish));
            let time = times.fold(f64::INFINITY, f64::min);
            [duration(time), format!("{} ns", number(time / bytes as f64))]
        };
        let [building, for_a_byte] = fastest(|_| ());
        let [decoding, of_all] = fastest(Program::decode_all);
        let (libraries, bytes) = (whole(libraries as u64), whole(bytes as u64));
        table.row([libraries, bytes, building, for_a_byte, decoding, of_all]);
    }
    table
}

/// The time to build a program, without that to copy the libraries, which it takes as they are, and to
/// drop it.
fn nanoseconds(libs: &[Lib], copies: usize, finish: fn(&Program)) -> f64 {
    let given: Vec<Vec<Lib>> = (0..copies).map(|_| libs.to_vec()).collect();
    let mut programs = Vec::with_capacity(copies);
    let start = now();
    programs.extend(given.into_iter().map(build).inspect(finish));
    now().saturating_sub(start).as_nanos() as f64 / copies as f64
}

/// Libraries each of which calls the next, the last first.
pub(super) fn chain(libraries: usize, size: usize) -> Vec<Lib> {
    let block = assemble(BODY);
    let mut libs: Vec<Lib> = Vec::new();
    for _ in 0..libraries {
        // call 0 @ the only library of the segment
        let call: &[u8] = if libs.is_empty() { &[] } else { &[0x05, 0, 0, 0] };
        let body = block.code().iter().copied().cycle();
        let mut code: Vec<u8> = call.iter().copied().chain(body).take(size - 1).collect();
        code.push(0x07);
        let callee = Libs::new(libs.last().map(Lib::id)).expect("one at most");
        let data = block.data().to_vec();
        libs.push(Lib::new(block.isae().clone(), code, data, callee).expect("it fits"));
    }
    libs
}

pub(super) fn build(mut libs: Vec<Lib>) -> Program {
    let entry = libs.pop().expect("at least one");
    Program::with_libs(entry, libs).expect("all are there")
}
