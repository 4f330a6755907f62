//! The command `alu` for the instructions of the base set.

use std::process::ExitCode;

use aluvm_core::isa::NoExtension;

fn main() -> ExitCode {
    aluvm_cli::main::<NoExtension>()
}
