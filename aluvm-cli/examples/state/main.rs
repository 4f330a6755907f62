//! The command `alu` with the instructions of a host and its state: what is in the vault is read from a file, and
//! each run of a program begins with that.
//!
//! `VAULT=aluvm-cli/examples/state/vault.txt cargo run -p aluvm-cli --example state -- run
//! aluvm-cli/examples/host/vault.aluasm amount=700 maturity=6`

use std::process::ExitCode;

#[allow(dead_code, unreachable_pub)]
#[path = "../../../examples/extension.rs"]
mod extension;

use extension::{StateInstr, Store};

fn main() -> ExitCode {
    let file = std::env::var_os("VAULT").unwrap_or_default();
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("VAULT names a file with a height, and lines of a key and a value: {error}");
            return ExitCode::FAILURE;
        }
    };
    aluvm_cli::main_with::<StateInstr>(|| Box::new(store(&text)))
}

/// The state at a height, and entries of six blocks before.
fn store(text: &str) -> Store {
    let mut lines = text.lines();
    let height: u32 = lines.next().and_then(|line| line.parse().ok()).unwrap_or_default();
    let entries = lines.filter_map(|line| line.split_once(' '));
    let entries = entries.filter_map(|(key, value)| Some((key, value.parse().ok()?)));
    Store::new(height, height.saturating_sub(6), entries)
}
