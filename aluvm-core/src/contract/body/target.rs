//! Where jumps and calls lead: to places of the same library, or to routines of an imported one, each by
//! mnemonics of its own.

use super::{Library, Reader};
use crate::asm::parse::{Instruction, Operand, OperandKind, Reading, is_constant_name};
use crate::asm::token::Span;
use crate::contract::error::SourceErrorKind;
use crate::contract::names::Meaning;

impl<'t, S: Span> Reader<'_, '_, 't, S> {
    /// Whether an operand is the name of a routine. Reports it if not.
    pub(super) fn names_routine(&mut self, target: &Operand<'t>) -> bool {
        let names = self.library.names;
        let error = match target.kind {
            OperandKind::Wrong => return true,
            OperandKind::Name { negative: false, name } if target.library.is_none() => {
                match names.get(name) {
                    Some(Meaning::Routine { .. }) => return true,
                    None if !names.is_whole() => return false,
                    _ => {
                        let is_routine = |meaning| matches!(meaning, Meaning::Routine { .. });
                        let nearest = names.nearest(name, is_routine, self.faults);
                        let is_label = self.is_label(name);
                        SourceErrorKind::UnknownRoutine { name: name.into(), nearest, is_label }
                    }
                }
            }
            OperandKind::Constant
                if self.library.imports.is_path_of(target, self.library.tokens) =>
            {
                SourceErrorKind::RoutineOfLibrary
            }
            _ => {
                let found = self.library.tokens.describe(target.first);
                SourceErrorKind::RoutineName { found }
            }
        };
        self.faults.between(target.first, target.last, error);
        false
    }

    /// Whether the operand of a call of another library names what this one has. Reports it then.
    pub(super) fn names_own(&mut self, target: &Operand<'t>) -> bool {
        let OperandKind::Name { negative: false, name } = target.kind else { return false };
        let error = match self.library.names.get(name) {
            _ if target.library.is_some() => return false,
            Some(Meaning::Routine { .. }) => SourceErrorKind::OwnRoutine { name: name.into() },
            Some(Meaning::Import { .. }) => SourceErrorKind::NoCallee { library: name.into() },
            _ => return false,
        };
        self.faults.between(target.first, target.last, error);
        true
    }

    /// Whether the routine has a label of this name, perhaps further on.
    fn is_label(&self, name: &str) -> bool {
        self.code.labels.iter().any(|(label, ..)| label == name)
    }

    /// Whether an operand names a place that is known now. Reports it if not.
    pub(super) fn is_place(&mut self, target: &Operand<'t>) -> bool {
        let is_constant = match target.kind {
            OperandKind::Constant => true,
            OperandKind::Name { negative: false, name } => {
                matches!(self.library.names.get(name), Some(Meaning::Constant))
            }
            _ => false,
        };
        if is_constant && target.library.is_none() {
            let error = match self.library.imports.is_path_of(target, self.library.tokens) {
                true => SourceErrorKind::RoutineOfLibrary,
                false => SourceErrorKind::JumpToConstant,
            };
            self.faults.between(target.first, target.last, error);
        }
        !is_constant
    }

    /// Whether an operand of `call` or `exec` leads to another library. Reports it if not.
    pub(super) fn is_elsewhere(
        &mut self,
        instruction: &Instruction<'t>,
        target: &Operand<'t>,
    ) -> bool {
        let Library { names, tokens, .. } = self.library;
        let is_exec = instruction.mnemonic == "exec";
        let error = match target.kind {
            _ if target.library.is_some() || instruction.reading != Reading::Right => return true,
            OperandKind::Name { negative: false, name } => match names.get(name) {
                Some(Meaning::Constant) => return true,
                None if !names.is_whole() => return false,
                _ if is_constant_name(name) => return true,
                _ => SourceErrorKind::CallTarget { found: tokens.describe(target.first), is_exec },
            },
            OperandKind::Constant | OperandKind::Wrong | OperandKind::Indexed { .. } => {
                return true;
            }
            _ => SourceErrorKind::CallTarget { found: tokens.describe(target.first), is_exec },
        };
        self.faults.between(target.first, target.last, error);
        false
    }
}
