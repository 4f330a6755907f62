//! What a routine with statements of the language stands for: the statements of a contract without it, and where each of
//! them comes from.

use alloc::vec::Vec;
use core::ops::Range;

use super::item::Name;
use super::twin::{NoTwin, Twin};
use super::types::Type;
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
    /// The variables, inputs, outputs and aliases included.
    pub(super) variables: Vec<Variable<'t>>,
    /// The types that constants of Rust have to have, by the first token of each.
    pub(super) constants: Vec<(usize, Type)>,
    /// What its twin does, or why it has none and the token that shows it.
    pub(super) twin: Result<Twin, (usize, NoTwin)>,
}

/// A variable, and where it is known.
#[derive(Clone, Debug)]
pub(super) struct Variable<'t> {
    pub(super) name: Name<'t>,
    pub(super) ty: Type,
    /// Its register.
    pub(super) index: u8,
    /// The statements, by their numbers, during which it is known.
    pub(super) known: Range<usize>,
    /// Whether the assembler knows the name too, as that of an alias, an input or an output.
    pub(super) is_alias: bool,
    /// Whether anything reads it.
    pub(super) is_read: bool,
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
        let is_there = |one: &&Variable<'_>| one.register() == register;
        let mut all = self.variables.iter().filter(is_there).map(|one| one.name.text);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// The statements, by their numbers, that come from the same one of the source as this, or stand in its blocks. This
    /// is the first of them.
    pub(super) fn extent(&self, statement: usize) -> Range<usize> {
        let Some((own, _)) = self.source(statement) else { return statement..statement + 1 };
        let is_inside = |statement: &usize| {
            let mut source = self.source(*statement).map(|(number, _)| number);
            while let Some(number) = source.filter(|number| *number > own) {
                source = self.sources.get(number).and_then(|one| one.outer).map(|one| one as usize);
            }
            source == Some(own)
        };
        let length = (statement..self.origins.len()).take_while(is_inside).count();
        statement..statement + length
    }

    /// The statement of the source that another comes from, by the number of that.
    pub(super) fn source(&self, statement: usize) -> Option<(usize, &Source)> {
        let number = *self.origins.get(statement)? as usize;
        Some((number, self.sources.get(number)?))
    }
}

impl Variable<'_> {
    /// Its register.
    pub(super) fn register(&self) -> Register {
        self.ty.size().register(self.index)
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
    /// The number of the statement in whose block it stands.
    pub(super) outer: Option<u32>,
    /// Whether it stands in a contract without this language too.
    pub(super) is_plain: bool,
}
