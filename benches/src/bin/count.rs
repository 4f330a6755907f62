//! Does some work a number of times, for `callgrind/check` to count the instructions.

use std::process::ExitCode;

fn main() -> ExitCode {
    let works: Vec<_> =
        aluvm_counted::WORKS.iter().chain(aluvm_benches::rows::counted::ALL).copied().collect();
    aluvm_counted::count(&works)
}
