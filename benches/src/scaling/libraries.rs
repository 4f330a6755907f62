//! One to 1,024 libraries, each of which calls the next in the middle of its work.

use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::Vm;

use super::executed::BODY;
use super::{Table, duration, least, whole};
use crate::guest::assemble;

/// Instructions of a library besides calls.
const BLOCK: usize = 32;
/// Calls in a run, about.
const CALLS: usize = 61_440;

/// Measures.
///
/// # Panics
///
/// If the libraries do not make a program.
pub fn table() -> Table {
    let mut table = Table::new(
        "Libraries",
        &["libraries", "passes through them", "instructions", "a run", "an instruction"],
    );
    for exponent in 0..=10 {
        let libraries = 1 << exponent;
        let passes = CALLS / libraries;
        let count = passes * (libraries * BLOCK + 2 * (libraries - 1) + 3) + 6;
        let program = program(libraries, passes);
        let mut vm = Vm::new();
        let time = least(20, || {
            vm.reset();
            let _ = vm.run(&program);
        });
        let time = time.as_nanos() as f64;
        table.row([
            whole(libraries as u64),
            whole(passes as u64),
            whole(count as u64),
            duration(time),
            format!("{:.2} ns", time / count as f64),
        ]);
    }
    table
}

/// A chain of libraries that is passed through some times.
fn program(libraries: usize, passes: usize) -> Program {
    let half = BODY.repeat(BLOCK / BODY.len() / 2).join("\n");
    let mut libs: Vec<Lib> = Vec::new();
    for number in (0..libraries).rev() {
        let call = libs.last().map(|lib| format!("call 0 @ \"{}\";", lib.id()));
        let work = format!("{half} {} {half}", call.unwrap_or_default());
        libs.push(assemble(&match number {
            0 => format!(
                "   put     a64[1], 1;
                    put     a64[2], 2;
                    put     a64[3], 3;
                    put     a64[4], {passes};
                    put     a64[0], 0;
                next:
                    {work}
                    inc     a64[0];
                    lt.u    a64[0], a64[4];
                    jif     next;
                    ret;"
            ),
            _ => format!("{work} ret;"),
        }));
    }
    let entry = libs.pop().expect("at least one");
    Program::with_libs(entry, libs).expect("all are there")
}
