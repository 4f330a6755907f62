//! Brackets of a text that somebody is writing: each gets its partner, where it was probably meant, so that
//! an open one does not swallow what stands behind it.

use alloc::vec::Vec;

use super::TextSpan;
use crate::asm::token::{Delimiter, Token, TokenKind};

/// The same tokens, in which each bracket has its partner: closing ones that have none are left out, and
/// those that are missing are put in.
pub(super) fn balanced(tokens: Vec<Token<'_, TextSpan>>) -> Vec<Token<'_, TextSpan>> {
    let mut balance = Balance { made: Vec::with_capacity(tokens.len()), open: Vec::new() };
    let mut behind_attributes = 0;
    for (at, token) in tokens.iter().enumerate() {
        let begins_line =
            at.checked_sub(1).is_none_or(|before| tokens[before].span.line < token.span.line);
        if begins_line && !balance.open.is_empty() && at >= behind_attributes {
            behind_attributes = self::behind_attributes(&tokens, at);
            if begins_item(&tokens, behind_attributes) {
                balance.close(0);
            }
        }
        balance.push(token.clone());
    }
    balance.close(0);
    balance.made
}

struct Balance<'x> {
    made: Vec<Token<'x, TextSpan>>,
    open: Vec<Delimiter>,
}

impl<'x> Balance<'x> {
    fn push(&mut self, token: Token<'x, TextSpan>) {
        match token.kind {
            TokenKind::Open(delimiter) => {
                if delimiter == Delimiter::Brace {
                    self.end_small();
                }
                self.open.push(delimiter);
            }
            TokenKind::Close(delimiter) => {
                let Some(partner) = self.open.iter().rposition(|open| *open == delimiter) else {
                    return;
                };
                self.close(partner + 1);
                self.open.pop();
            }
            TokenKind::Punct(';') => self.end_small(),
            // An index has no comma.
            TokenKind::Punct(',') if self.open.last() == Some(&Delimiter::Bracket) => {
                self.close(self.open.len() - 1);
            }
            _ => {}
        }
        self.made.push(token);
    }

    /// Closes the brackets that neither a statement nor a body can stand in.
    fn end_small(&mut self) {
        let large = self.open.iter().rposition(|open| *open == Delimiter::Brace);
        self.close(large.map_or(0, |large| large + 1));
    }

    /// Closes the last brackets until so many are left.
    fn close(&mut self, left: usize) {
        while self.open.len() > left
            && let Some(delimiter) = self.open.pop()
        {
            let last = self.made.last().map(|token| token.span);
            let span = last.map(|last| TextSpan { start: last.end, ..last });
            let kind = TokenKind::Close(delimiter);
            self.made.extend(span.map(|span| Token { kind, span }));
        }
    }
}

/// The longest attribute that is looked behind, in tokens.
const ATTRIBUTE_MAX: usize = 256;

/// Whether an item of a library begins here, none of which stands in brackets.
fn begins_item(tokens: &[Token<'_, TextSpan>], at: usize) -> bool {
    let is_word = |at: usize| match tokens.get(at).map(|token| &token.kind) {
        Some(TokenKind::Ident(word)) => Some(&**word),
        _ => None,
    };
    match is_word(at) {
        Some("pub") => true,
        Some("fn" | "enum" | "const") => is_word(at + 1).is_some(),
        Some("use") => {
            let behind = tokens.get(at + 1).map(|token| &token.kind);
            matches!(behind, Some(TokenKind::Ident(_) | TokenKind::Literal(_)))
        }
        _ => false,
    }
}

/// The index behind the attributes that begin here, if any do.
fn behind_attributes(tokens: &[Token<'_, TextSpan>], mut at: usize) -> usize {
    let is =
        |at: usize, kind: TokenKind<'_>| tokens.get(at).is_some_and(|token| token.kind == kind);
    while is(at, TokenKind::Punct('#')) && is(at + 1, TokenKind::Open(Delimiter::Bracket)) {
        let rest = tokens.get(at..).unwrap_or_default().iter().take(ATTRIBUTE_MAX);
        let Some(end) = rest
            .map(|token| &token.kind)
            .position(|kind| *kind == TokenKind::Close(Delimiter::Bracket))
        else {
            return at;
        };
        at += end + 1;
    }
    at
}
