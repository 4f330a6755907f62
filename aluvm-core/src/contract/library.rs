//! What all of a contract knows while its routines are read, and nothing that reads them.

use super::expansion::Expansion;
use super::names::{ErrorEnum, Imports, Names};
use crate::asm::parse::Grammar;
use crate::asm::token::Tokens;

/// What a routine is read with.
#[derive(Clone, Copy)]
pub(super) struct Library<'l, 't, S> {
    pub(super) tokens: Tokens<'t, S>,
    pub(super) grammar: Grammar<'t>,
    pub(super) names: &'l Names<'t>,
    pub(super) enums: &'l [ErrorEnum],
    pub(super) imports: &'l Imports<'l, 't>,
    /// What stands for the statements of the language, by items. Empty where no routine has any.
    pub(super) expansions: &'l [Option<Expansion<'t>>],
}

impl<'l, 't, S> Library<'l, 't, S> {
    /// What a routine with statements of the language stands for.
    pub(super) fn expansion(&self, item: usize) -> Option<&'l Expansion<'t>> {
        self.expansions.get(item)?.as_ref()
    }
}
