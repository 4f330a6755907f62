//! The command `alu` with the instructions of a host, which are those of `examples/extension.rs`. Each run of a
//! program gets the host's state as its `Default` gives it.
//!
//! `cargo run -p aluvm-cli --example host -- test aluvm-cli/examples/host/vault.aluasm`

use std::process::ExitCode;

#[allow(dead_code, unreachable_pub)]
#[path = "../../../examples/extension.rs"]
mod extension;

fn main() -> ExitCode {
    aluvm_cli::main::<extension::StateInstr>()
}
