//! Does some of the three works a number of times, for `check --quick` to count the instructions.

use std::process::ExitCode;

fn main() -> ExitCode {
    aluvm_counted::count(&aluvm_counted::WORKS)
}
