//! `alu completions`: what a shell completes a command line with.

use clap_complete::Shell;

use crate::failure::Failure;
use crate::output;

/// Prints what a shell needs to complete command lines of `alu`.
///
/// For bash: alu completions bash > ~/.local/share/bash-completion/completions/alu
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The shell.
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut crate::interface(), "alu", &mut script);
    output::print(&script)
}
