//! An instruction with what its operands stand for: what the row is chosen by.

use super::argument::Argument;
use super::scope::Scope;
use crate::asm::error::{Extension, Usage};
use crate::asm::parse::Instruction;

/// An instruction as it is written, in a scope.
#[derive(Clone, Copy)]
pub(super) struct Call<'c, 't> {
    pub(super) instruction: &'c Instruction<'t>,
    pub(super) arguments: &'c [Argument<'t>],
    pub(super) scope: &'c Scope<'c, 't>,
}

impl<'t> Call<'_, 't> {
    /// The flags behind the dot, and their token.
    pub(super) fn flags(&self) -> Option<(&'t str, usize)> {
        self.instruction.flags
    }

    /// The accepted forms of the mnemonic, for messages.
    pub(super) fn usage(&self) -> Option<Usage> {
        let mnemonic = self.instruction.rows.iter().next()?.syntax.mnemonic;
        let flags = self.flags().map(|(flags, _)| flags.into());
        let extension = Extension(self.scope.mnemonics().extension());
        Some(Usage { mnemonic, flags, extension })
    }
}
