//! The subcommands.

mod coverage;

use std::error::Error;

use clap::Subcommand;

/// What `alu` can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Coverage(coverage::Arguments),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Box<dyn Error>> {
        match self {
            Command::Coverage(arguments) => Ok(coverage::run(&arguments)?),
        }
    }
}
