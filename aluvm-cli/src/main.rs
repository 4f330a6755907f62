//! The command `alu`: tools for contracts. Each subcommand is a file in `command/`.

mod command;
mod lcov;

use std::process::ExitCode;

use clap::Parser;

use crate::command::Command;

/// Tools for AluVM contracts.
#[derive(Parser)]
#[command(name = "alu", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("alu: {error}");
            ExitCode::FAILURE
        }
    }
}
