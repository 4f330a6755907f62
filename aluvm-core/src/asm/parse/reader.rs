//! Where the parser stands among the tokens; where statements begin and end, also where a `;` is
//! missing, and how to get to the next one.

use alloc::collections::BTreeSet;

use super::mnemonic::Mnemonics;
use crate::asm::error::{AsmErrorKind, Fault};
use crate::asm::token::{Delimiter, Errors, Span, TokenKind, Tokens};

/// The language that is read.
#[derive(Clone, Copy)]
pub(crate) struct Grammar<'t> {
    /// The words that instructions begin with.
    pub(crate) mnemonics: &'t Mnemonics,
    /// Which statements there are.
    pub(crate) mode: Mode,
    /// What is known of `#[cfg(…)]`.
    pub(crate) conditions: Conditions<'t>,
}

/// Which statements are there, of those that have a condition.
#[derive(Clone, Copy)]
pub(crate) enum Conditions<'t> {
    /// Nobody can tell: conditions are errors.
    Unknown,
    /// All but those whose first condition begins at one of these tokens.
    Without(&'t BTreeSet<usize>),
}

/// What statements a text has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Instructions: each statement ends with `;`.
    Block,
    /// The text of one instruction, whose `;` may be missing.
    Instruction,
    /// The text of a library, whose other segments directives give.
    Library,
    /// The statements of a routine, which can require and refuse.
    Routine,
    /// What a routine requires without an error.
    Requirement,
}

/// Whether an attribute of this name says that something is there or not.
pub(super) fn is_condition(name: &str) -> bool {
    matches!(name, "cfg" | "cfg_attr")
}

/// The tokens and the current one.
pub(crate) struct Reader<'r, 't, S> {
    pub(crate) tokens: Tokens<'t, S>,
    /// The current token.
    pub(crate) at: usize,
    pub(crate) grammar: Grammar<'t>,
    pub(crate) errors: &'r mut Errors<'t, S>,
}

impl<'t, S: Span> Reader<'_, 't, S> {
    pub(super) fn fault(&mut self, fault: Fault) {
        self.errors.push(fault);
    }

    /// Reports an error at a token, or at the last one where there is none.
    pub(crate) fn error(&mut self, token: usize, kind: AsmErrorKind) {
        self.fault(Fault::at(token, kind));
    }

    /// Reports that something else should stand at a token.
    pub(crate) fn expected(&mut self, at: usize, expected: &'static str) {
        let found = self.tokens.describe(at);
        self.error(at, AsmErrorKind::Expected { expected, found });
    }

    /// Whether nothing more belongs to the statement.
    pub(crate) fn is_statement_end(&self) -> bool {
        self.at >= self.tokens.len() || self.tokens.is_punct(self.at, ';')
    }

    /// Whether a statement begins here rather than an operand.
    pub(super) fn begins_statement(&self, at: usize) -> bool {
        let Some(name) = self.tokens.ident(at) else {
            let directives = ["byte", "isae", "lib", "data"];
            return match self.tokens.kind(at) {
                Some(TokenKind::Punct('.')) => {
                    self.tokens.ident(at + 1).is_some_and(|name| directives.contains(&name))
                }
                Some(TokenKind::Punct('#')) => {
                    self.tokens.is_open(at + 1, Delimiter::Bracket)
                        && self.tokens.ident(at + 2).is_some_and(is_condition)
                }
                _ => false,
            };
        };
        if name == "let" || self.tokens.is_label(at) || self.begins_requirement(name, at) {
            return true;
        }
        match self.tokens.kind(at + 1) {
            Some(TokenKind::Ident(_) | TokenKind::Literal(_) | TokenKind::Expression)
            | Some(TokenKind::Punct('.') | TokenKind::Open(Delimiter::Brace)) => {
                self.grammar.mnemonics.has(name)
            }
            _ => false,
        }
    }

    /// Whether `require` or `refuse` stands here.
    fn begins_requirement(&self, name: &str, at: usize) -> bool {
        matches!(self.grammar.mode, Mode::Routine | Mode::Requirement)
            && matches!(name, "require" | "refuse")
            && self.tokens.ident(at + 1).is_some()
    }

    /// The same where no operand can stand, so that a mnemonic alone is a statement.
    pub(super) fn begins_any_statement(&self, at: usize) -> bool {
        let is_alone = self.tokens.is_punct(at + 1, ';') || at + 1 == self.tokens.len();
        self.begins_statement(at)
            || is_alone
                && self.tokens.ident(at).is_some_and(|name| self.grammar.mnemonics.has(name))
    }

    /// Moves past the `;`, or reports that it is missing. Returns whether the statement can be made
    /// sense of.
    pub(crate) fn end_statement(&mut self, expected: &'static str) -> bool {
        if self.tokens.is_punct(self.at, ';') {
            self.at += 1;
            return true;
        }
        let is_end = self.at >= self.tokens.len();
        if is_end && self.grammar.mode == Mode::Instruction {
            return true;
        }
        if is_end || self.begins_any_statement(self.at) {
            let found = self.tokens.describe(self.at);
            self.error(self.at.saturating_sub(1), AsmErrorKind::MissingSemicolon { found });
            return true;
        }
        self.expected(self.at, expected);
        self.skip_statement();
        false
    }

    /// The index behind what begins here: a group, or one token.
    fn behind(&self, kind: &TokenKind<'_>) -> usize {
        match kind {
            TokenKind::Open(_) => self.tokens.behind_group(self.at).unwrap_or(self.at + 1),
            _ => self.at + 1,
        }
    }

    /// Moves to the next statement.
    pub(super) fn skip_statement(&mut self) {
        let start = self.at;
        while let Some(kind) = self.tokens.kind(self.at) {
            if self.at > start && self.begins_statement(self.at) {
                return;
            }
            self.at = self.behind(kind);
            if *kind == TokenKind::Punct(';') {
                return;
            }
        }
    }

    /// Moves to the next statement, which may begin here.
    pub(super) fn skip_to_statement(&mut self) {
        if !self.begins_any_statement(self.at) {
            self.skip_statement();
        }
    }

    /// Moves behind an item of Rust, in which names before a colon are no labels.
    pub(super) fn skip_rust_item(&mut self) {
        while let Some(kind) = self.tokens.kind(self.at) {
            self.at = self.behind(kind);
            if matches!(kind, TokenKind::Open(Delimiter::Brace) | TokenKind::Punct(';')) {
                return;
            }
        }
    }

    /// Moves to the end of an operand that makes no sense.
    pub(super) fn skip_operand(&mut self) {
        while let Some(kind) = self.tokens.kind(self.at) {
            if matches!(kind, TokenKind::Punct(',' | ';')) || self.begins_statement(self.at) {
                return;
            }
            self.at = self.behind(kind);
        }
    }
}
