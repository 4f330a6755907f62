//! Names for registers: `let counter = a16[0];`.

use super::error::{AsmErrorKind, Note};
use super::operand::{Operand, OperandKind, size_from_name};
use super::stmt::Assembler;
use super::token::Span;
use crate::isa::RegisterSize;

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) struct Alias {
    /// The register; none if its definition has an error, which has been reported.
    pub(super) register: Option<(RegisterSize, u8)>,
    /// The token of the name in the definition.
    token: usize,
}

impl<'t, S: Span> Assembler<'t, S> {
    /// Reads `let name = register;`, with the current token at `let`.
    pub(super) fn alias(&mut self) {
        self.at += 1;
        let token = self.at;
        let Some(name) = self.tokens.ident(token) else {
            self.expected(token, "a name for a register");
            return self.skip_statement();
        };
        self.at += 1;
        let register = self.alias_register();
        if let Some(reserved) = self.reserved(name) {
            let name = name.into();
            return self.error(token, AsmErrorKind::ReservedAlias { name, reserved });
        }
        if let Some(first) = self.aliases.get(name) {
            let note = (first.token, Note::FirstDefinition);
            self.error_with_note(token, AsmErrorKind::DuplicateAlias { name: name.into() }, note);
        } else {
            self.aliases.insert(name, Alias { register, token });
        }
    }

    /// Reads `= register;`.
    fn alias_register(&mut self) -> Option<(RegisterSize, u8)> {
        if !self.tokens.is_punct(self.at, '=') {
            self.expected(self.at, "`=` and a register");
            self.skip_statement();
            return None;
        }
        self.at += 1;
        if self.is_statement_end() {
            self.expected(self.at, "a register, as in `a16[0]`");
            self.skip_statement();
            return None;
        }
        self.is_wrong = false;
        let Operand { kind, first, library, .. } = self.operand();
        let register = match kind {
            OperandKind::Register { size, index } if library.is_none() => Some((size, index)),
            OperandKind::Wrong => None,
            _ => {
                self.expected(first, "a register, as in `a16[0]`");
                None
            }
        };
        let is_wrong = self.is_wrong;
        self.end_statement("`;`");
        if is_wrong { None } else { register }
    }

    /// What a name means already, so that it cannot be an alias.
    fn reserved(&self, name: &str) -> Option<&'static str> {
        match name {
            "st0" => Some("the status flag"),
            "true" | "false" => Some("a switch"),
            "inf" => Some("infinity"),
            _ if size_from_name(name).is_some() => Some("a register size"),
            _ if self.mnemonics.has(name) => Some("a mnemonic"),
            _ => None,
        }
    }
}
