//! What a routine requires and refuses, by the table of what each form stands for.

use super::{Library, Reader, require};
use crate::asm::parse::{
    Condition, Instruction, Operand, OperandKind, Reading, Refusal, Requirement, Statement,
};
use crate::asm::token::{Span, Tokens};
use crate::contract::error::{Note, SourceErrorKind};
use crate::contract::names::Meaning;
use crate::isa::{Register, RegisterSize};

/// An error that a statement refuses with.
#[derive(Clone, Copy)]
pub(super) struct Known<'t> {
    token: usize,
    register: (RegisterSize, u8),
    /// Its number as it is written.
    number: &'t str,
    pub(super) position: (usize, usize),
}

impl<'t, S: Span> Reader<'_, '_, 't, S> {
    /// Appends `put R, E; I; inv st0; test;` as far as the requirement has it.
    pub(super) fn require(
        &mut self,
        requirement: &Requirement<'t>,
        operands: &[Operand<'t>],
        statement: &Statement<'t>,
    ) -> Option<(usize, usize)> {
        let known = match requirement.refusal {
            Refusal::Error(token) => self.error(token),
            Refusal::Plain | Refusal::Wrong => None,
        };
        if let Some(known) = known {
            self.put(known);
        }
        if let Condition::Instruction(instruction) = &requirement.condition {
            self.condition(instruction, operands, known.map(|known| known.register));
        }
        if let Some(not) = requirement.not {
            let status = OperandKind::Name { negative: false, name: "st0" };
            self.plain("inv", not, &[Operand::at(not, status)]);
        }
        self.plain("test", statement.first, &[]);
        known.map(|known| known.position)
    }

    /// Appends the instruction of a requirement, if it can be one.
    fn condition(
        &mut self,
        instruction: &Instruction<'t>,
        operands: &[Operand<'t>],
        register: Option<(RegisterSize, u8)>,
    ) {
        if let Some(error) = require::excluded(instruction) {
            self.faults.at(instruction.at, error);
            return self.code.wrong();
        }
        if self.has_error_operand(instruction, operands, true) {
            return self.code.wrong();
        }
        self.plain_instruction(instruction, operands);
        self.causes.resize(self.code.instrs.len(), instruction.at as u32);
        let resolved = self.code.instrs.last().and_then(Option::as_ref);
        let register = register.map(|(size, index)| size.register(index));
        let error = resolved.and_then(|resolved| require::misfit(resolved, instruction, register));
        if let Some((error, register)) = error {
            let token = register.and_then(|register| self.operand(operands, register));
            if token.is_some_and(|(first, last)| self.is_name(first, last)) {
                // That the register has a name is said where it gets it.
                return;
            }
            let (first, last) = token.unwrap_or((instruction.at, instruction.at));
            self.faults.between(first, last, error);
        }
    }

    /// Whether an operand is a name of a register.
    fn is_name(&self, first: usize, last: usize) -> bool {
        first == last && self.library.tokens.ident(first).is_some()
    }

    /// The tokens of the operand that names a register.
    fn operand(&self, operands: &[Operand<'t>], register: Register) -> Option<(usize, usize)> {
        let found = operands.iter().find(|operand| {
            let named = match operand.kind {
                OperandKind::Register { size, index } => Some((size, index)),
                OperandKind::Name { negative: false, name } => self.scope.register(name),
                _ => None,
            };
            named.map(|(size, index)| size.register(index)) == Some(register)
        });
        found.map(|operand| (operand.first, operand.last))
    }

    /// The error that a token names. Reports it if there is none.
    pub(super) fn error(&mut self, token: usize) -> Option<Known<'t>> {
        let Library { tokens, names, .. } = self.library;
        let name = tokens.ident(token)?;
        let Some(Meaning::Variant { item, variant }) = names.get(name) else {
            if !names.is_whole() {
                return None;
            }
            let is_error = |meaning| matches!(meaning, Meaning::Variant { .. });
            let nearest = names.nearest(name, is_error, self.faults);
            self.faults.at(token, SourceErrorKind::UnknownError { name: name.into(), nearest });
            return None;
        };
        let first = path_start(tokens, token);
        if first < token {
            self.faults.between(first, token, SourceErrorKind::ErrorPath { name: name.into() });
        }
        let position = self.library.enums.iter().position(|one| one.item == item)?;
        let one = self.library.enums.get(position)?;
        (*one.numbers.get(variant)?)?;
        let register = one.register?;
        let number = self.library.tokens.literal((*one.tokens.get(variant)?)?)?;
        if !self.refusals.iter().any(|(other, _)| *other == register) {
            self.refusals.push((register, token));
        }
        Some(Known { token, register, number, position: (position, variant) })
    }

    /// Whether errors are among operands. Reports them, unless the instruction cannot be read anyway.
    pub(super) fn has_error_operand(
        &mut self,
        instruction: &Instruction<'t>,
        operands: &[Operand<'t>],
        is_required: bool,
    ) -> bool {
        let mut has = false;
        if !self.library.names.has_errors() {
            return false;
        }
        for operand in operands {
            if let OperandKind::Name { negative: false, name } = operand.kind
                && let Some(Meaning::Variant { .. }) = self.library.names.get(name)
            {
                has = true;
                if instruction.reading == Reading::Right {
                    let error = SourceErrorKind::ErrorOperand { name: name.into(), is_required };
                    self.faults.at(operand.first, error);
                }
            }
        }
        has
    }

    /// Appends `put R, E;`.
    pub(super) fn put(&mut self, known: Known<'t>) {
        let (size, index) = known.register;
        let number = OperandKind::Number { negative: false, text: known.number };
        let operands = [OperandKind::Register { size, index }, number];
        self.plain("put", known.token, &operands.map(|kind| Operand::at(known.token, kind)));
    }

    /// Reports names of the registers that the routine leaves errors in.
    pub(super) fn check_error_registers(&mut self) {
        for (register, token) in core::mem::take(&mut self.refusals) {
            for (name, at) in self.scope.names_of(register) {
                let error = SourceErrorKind::ErrorRegisterNamed {
                    name: name.into(),
                    register: register.0.register(register.1),
                };
                // An alias of all routines is wrong once.
                self.faults.noted_once(at, error, (Note::Refusal, token));
            }
        }
    }
}

/// The first token of the path that ends at a token.
fn path_start<S: Span>(tokens: Tokens<'_, S>, last: usize) -> usize {
    let mut first = last;
    while first >= 3 && tokens.is_path_separator(first - 2) && tokens.ident(first - 3).is_some() {
        first -= 3;
    }
    first
}
