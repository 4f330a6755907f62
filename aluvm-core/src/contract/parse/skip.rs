//! Where items end, also where a `;` is missing, and how to get to the next one.

use super::reader::Reader;
use crate::asm::token::{Delimiter, Span, TokenKind};
use crate::contract::error::SourceErrorKind;

impl<'t, S: Span> Reader<'_, 't, S> {
    /// The index behind what begins at a token: a group, or the token.
    pub(super) fn behind(&self, at: usize) -> usize {
        match self.tokens.kind(at) {
            Some(TokenKind::Open(_)) => self.tokens.behind_group(at).unwrap_or(at + 1),
            _ => at + 1,
        }
    }

    /// Whether the current item ends here, at its `;` or where another begins.
    pub(super) fn is_item_end(&self) -> bool {
        self.at >= self.tokens.len()
            || self.tokens.is_punct(self.at, ';')
            || self.begins_item(self.at)
    }

    /// Whether an item begins here and nothing that an expression may have.
    pub(super) fn begins_item(&self, at: usize) -> bool {
        let is_name = self.tokens.ident(at + 1).is_some();
        match self.tokens.kind(at) {
            Some(TokenKind::Punct('#')) => self.tokens.is_open(at + 1, Delimiter::Bracket),
            Some(TokenKind::Ident(word)) => match &**word {
                "pub" => true,
                "const" => is_name && self.tokens.is_punct(at + 2, ':'),
                "let" => {
                    let before = at.checked_sub(1).and_then(|at| self.tokens.ident(at));
                    is_name
                        && self.tokens.is_punct(at + 2, '=')
                        && !matches!(before, Some("if" | "while"))
                }
                "enum" | "fn" => is_name,
                "use" => is_name || self.tokens.literal(at + 1).is_some(),
                _ => false,
            },
            _ => false,
        }
    }

    /// Moves behind the `;` of an item, or says that it is missing.
    pub(super) fn semicolon(&mut self) {
        if self.tokens.is_punct(self.at, ';') {
            self.at += 1;
        } else if self.is_item_end() {
            let found = self.tokens.describe(self.at);
            self.error(self.at.saturating_sub(1), SourceErrorKind::NoSemicolon { found });
        } else {
            self.expected(self.at, "`;`");
            self.skip_item();
        }
    }

    /// Moves to the next item, which may begin here.
    pub(super) fn skip_item(&mut self) {
        while let Some(kind) = self.tokens.kind(self.at) {
            if self.begins_item(self.at) {
                return;
            }
            self.at = self.behind(self.at);
            if matches!(kind, TokenKind::Punct(';') | TokenKind::Open(Delimiter::Brace)) {
                return;
            }
        }
    }

    /// Moves to the next `,`.
    pub(super) fn skip_to_comma(&mut self) {
        while self.at < self.tokens.len() && !self.tokens.is_punct(self.at, ',') {
            self.at = self.behind(self.at);
        }
    }
}
