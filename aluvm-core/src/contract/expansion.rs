//! What a routine with statements of the language stands for: the statements of a contract without it, and where each of
//! them comes from.

use alloc::vec::Vec;
use core::ops::Range;

use super::item::Name;
use super::twin::{NoTwin, Twin};
use crate::asm::parse::Statements;
use crate::isa::{Register, RegisterSize};

/// What a routine stands for.
pub(super) struct Expansion<'t> {
    /// The statements of a contract without this language.
    pub(super) statements: Statements<'t>,
    /// For each of them the number of the statement of the source.
    pub(super) origins: Vec<u32>,
    /// The statements of the source.
    pub(super) sources: Vec<Source>,
    /// The registers of inputs and outputs, by the tokens of their names.
    pub(super) parameters: Vec<(usize, (RegisterSize, u8))>,
    /// The variables, with the registers that they have, one behind the other.
    pub(super) variables: Vec<(Name<'t>, (RegisterSize, u8))>,
    /// What its twin does, or why it has none and the token that shows it.
    pub(super) twin: Result<Twin, (usize, NoTwin)>,
}

impl Expansion<'_> {
    /// Whether the routine has a statement of this language, so that it begins with `st0` true.
    pub(super) fn begins_true(&self) -> bool {
        self.sources.iter().any(|source| !source.is_plain)
    }

    /// The register of the input or output whose name is a token.
    pub(super) fn parameter(&self, name: usize) -> Option<(RegisterSize, u8)> {
        let mut all = self.parameters.iter();
        all.find(|(token, _)| *token == name).map(|(_, register)| *register)
    }

    /// The name of the variable in a register, if no other is ever there.
    pub(super) fn name(&self, register: Register) -> Option<&str> {
        let is_there = |(_, (size, index)): &&(Name<'_>, (RegisterSize, u8))| {
            size.register(*index) == register
        };
        let mut all = self.variables.iter().filter(is_there).map(|(name, _)| name.text);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// The statement of the source that another comes from, by the number of that.
    pub(super) fn source(&self, statement: usize) -> Option<(usize, &Source)> {
        let number = *self.origins.get(statement)? as usize;
        Some((number, self.sources.get(number)?))
    }
}

/// A statement of the source.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Its first token, attributes left out.
    pub(super) first: usize,
    /// The token behind what shows it.
    pub(super) end: usize,
    /// The attributes before it.
    pub(super) attributes: Range<usize>,
    /// Whether it stands in a contract without this language too.
    pub(super) is_plain: bool,
}
