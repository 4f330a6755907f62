//! The tokens that are read, and what all items are read with.

use crate::asm::error::AsmErrorKind;
use crate::asm::token::{Span, Tokens};
use crate::contract::error::{Faults, SourceErrorKind};
use crate::contract::item::Name;

/// The tokens and the current one.
pub(super) struct Reader<'r, 't, S> {
    pub(super) tokens: Tokens<'t, S>,
    pub(super) at: usize,
    pub(super) faults: &'r mut Faults,
    /// Whether all names of items and errors could be read.
    pub(super) is_whole: bool,
}

impl<'t, S: Span> Reader<'_, 't, S> {
    /// Reads a name.
    pub(super) fn name(&mut self, expected: &'static str) -> Option<Name<'t>> {
        let text = self.tokens.ident(self.at).filter(|_| !self.begins_item(self.at));
        let Some(text) = text else {
            self.expected(self.at, expected);
            return None;
        };
        let name = Name { text, token: self.at };
        self.at += 1;
        Some(name)
    }

    /// Reads one punctuation character.
    pub(super) fn punct(&mut self, punct: char, expected: &'static str) -> bool {
        let is_there = self.tokens.is_punct(self.at, punct);
        match is_there {
            true => self.at += 1,
            false => self.expected(self.at, expected),
        }
        is_there
    }

    /// Reads with only the tokens before `end`.
    pub(super) fn within(&mut self, end: usize, read: impl FnOnce(&mut Self)) {
        let all = self.tokens;
        self.tokens = all.until(end);
        read(self);
        self.tokens = all;
    }

    pub(super) fn error(&mut self, token: usize, kind: impl Into<SourceErrorKind>) {
        self.faults.at(token, kind);
    }

    /// Reports that something else should stand at a token.
    pub(super) fn expected(&mut self, at: usize, expected: &'static str) {
        let found = self.tokens.describe(at);
        self.error(at, AsmErrorKind::Expected { expected, found });
    }
}
