//! `alu lsp`: what editors ask for, over standard input and output.

use aluvm_core::isa::InstructionSet;
use aluvm_core::profile::Profile;

use super::check::LevelArguments;
use crate::failure::Failure;
use crate::lsp::{Settings, serve};

/// Answers editors in the Language Server Protocol.
///
/// It reads questions from standard input, and writes answers to standard output. What the editor's settings
/// say of the profile and of findings stands for what is said here.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// For editors that say how they speak; it is the only way.
    #[arg(long)]
    stdio: bool,
    #[command(flatten)]
    levels: LevelArguments,
}

pub(crate) fn run<E: InstructionSet>(
    arguments: Arguments,
    profile: Profile,
) -> Result<(), Failure> {
    let LevelArguments { allow, deny } = arguments.levels;
    serve::<E>(Settings { profile, allowed: allow, denied: deny })
}
