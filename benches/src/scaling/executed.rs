//! Ten to a billion instructions executed. A run has at most 65,535 jumps, so that the long runs are
//! loops of long blocks.

use aluvm_core::vm::Vm;

use super::{Table, duration, least, whole};
use crate::guest::{assemble, program};

/// Instructions in the body of the loop, and how often it runs.
const SHAPES: [(u64, u64); 9] = [
    (4, 1),
    (88, 1),
    (88, 11),
    (97, 100),
    (97, 1000),
    (97, 10_000),
    (197, 50_000),
    (1_997, 50_000),
    (19_997, 50_000),
];

/// What the body repeats; each line is an instruction.
pub const BODY: [&str; 4] = [
    "add.uw  a64[1], a64[2];",
    "xor     a64[2], a64[1], a64[3];",
    "add.uw  a64[3], a64[1];",
    "xor     a64[1], a64[2], a64[3];",
];

/// Measures.
///
/// # Panics
///
/// If a program does not execute as many instructions as it should.
pub fn table() -> Table {
    let mut table = Table::new(
        "Instructions executed",
        &["instructions", "body of the loop", "a run", "an instruction", "without the start"],
    );
    let start = nanoseconds("ret;", 1);
    for (body, rounds) in SHAPES {
        let count = 5 + rounds * (body + 3) + 1;
        let text = text(body, rounds);
        let time = nanoseconds(&text, count);
        let each = |time: f64| format!("{:.2} ns", time / count as f64);
        table.row([whole(count), whole(body), duration(time), each(time), each(time - start)]);
    }
    table
}

fn text(body: u64, rounds: u64) -> String {
    let body: Vec<&str> = BODY.into_iter().cycle().take(body as usize).collect();
    format!(
        "   put     a64[1], 1;
            put     a64[2], 2;
            put     a64[3], 3;
            put     a64[4], {rounds};
            put     a64[0], 0;
        next:
            {}
            inc     a64[0];
            lt.u    a64[0], a64[4];
            jif     next;
            ret;",
        body.join("\n")
    )
}

/// The time of a run on a machine that ran before.
fn nanoseconds(text: &str, count: u64) -> f64 {
    let program = program(&assemble(text));
    let mut vm = Vm::new();
    let runs = (2_000_000 / count).clamp(1, 20_000);
    let rounds = if count > 10_000_000 { 3 } else { 40 };
    let time = least(rounds, || {
        for _ in 0..runs {
            vm.reset();
            let _ = vm.run(&program);
        }
    });
    time.as_nanos() as f64 / runs as f64
}
