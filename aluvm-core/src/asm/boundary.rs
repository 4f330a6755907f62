//! Where statements begin and end, also where a `;` is missing, and how to get to the next one.

use super::error::AsmErrorKind;
use super::stmt::{Assembler, Mode};
use super::token::{Delimiter, Span, TokenKind};

impl<'t, S: Span> Assembler<'t, S> {
    /// Whether nothing more belongs to the statement.
    pub(super) fn is_statement_end(&self) -> bool {
        self.at >= self.tokens.len() || self.tokens.is_punct(self.at, ';')
    }

    /// Whether a statement begins here rather than an operand.
    pub(super) fn begins_statement(&self, at: usize) -> bool {
        let Some(name) = self.tokens.ident(at) else {
            return self.tokens.is_punct(at, '.')
                && matches!(self.tokens.ident(at + 1), Some("byte" | "isae" | "lib" | "data"));
        };
        if name == "let" || self.tokens.is_label(at) {
            return true;
        }
        match self.tokens.kind(at + 1) {
            Some(TokenKind::Ident(_) | TokenKind::Literal(_) | TokenKind::Expression)
            | Some(TokenKind::Punct('.') | TokenKind::Open(Delimiter::Brace)) => {
                self.mnemonics.has(name)
            }
            _ => false,
        }
    }

    /// The same where no operand can stand, so that a mnemonic alone is a statement.
    pub(super) fn begins_any_statement(&self, at: usize) -> bool {
        let is_alone = self.tokens.is_punct(at + 1, ';') || at + 1 == self.tokens.len();
        self.begins_statement(at)
            || is_alone && self.tokens.ident(at).is_some_and(|name| self.mnemonics.has(name))
    }

    /// Moves past the `;`, or reports that it is missing. Returns whether the statement can be made
    /// sense of.
    pub(super) fn end_statement(&mut self, expected: &'static str) -> bool {
        if self.tokens.is_punct(self.at, ';') {
            self.at += 1;
            return true;
        }
        if self.at >= self.tokens.len() && self.mode() == Mode::Instruction {
            return true;
        }
        if self.at >= self.tokens.len() || self.begins_any_statement(self.at) {
            let found = self.tokens.describe(self.at);
            self.error(self.at.saturating_sub(1), AsmErrorKind::MissingSemicolon { found });
            return true;
        }
        self.expected(self.at, expected);
        self.skip_statement();
        false
    }

    /// Moves to the next statement.
    pub(super) fn skip_statement(&mut self) {
        let start = self.at;
        while let Some(kind) = self.tokens.kind(self.at) {
            if self.at > start && self.begins_statement(self.at) {
                return;
            }
            self.at = match kind {
                TokenKind::Open(_) => self.tokens.behind_group(self.at).unwrap_or(self.at + 1),
                _ => self.at + 1,
            };
            if *kind == TokenKind::Punct(';') {
                return;
            }
        }
    }

    /// Moves behind an item of Rust, in which names before a colon are no labels.
    pub(super) fn skip_rust_item(&mut self) {
        while let Some(kind) = self.tokens.kind(self.at) {
            let is_block = *kind == TokenKind::Open(Delimiter::Brace);
            self.at = match kind {
                TokenKind::Open(_) => self.tokens.behind_group(self.at).unwrap_or(self.at + 1),
                _ => self.at + 1,
            };
            if is_block || *kind == TokenKind::Punct(';') {
                return;
            }
        }
    }
}
