//! `alu lsp`: what editors ask for, over standard input and output.

use aluvm_core::isa::InstructionSet;

use crate::failure::Failure;
use crate::lsp::serve;

/// Answers editors in the Language Server Protocol.
///
/// It reads questions from standard input, and writes answers to standard output.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// For editors that say how they speak; it is the only way.
    #[arg(long)]
    stdio: bool,
}

pub(crate) fn run<E: InstructionSet>(_: &Arguments) -> Result<(), Failure> {
    serve::<E>()
}
