//! Looking at tokens by their index in the block.

use alloc::boxed::Box;

use super::{Delimiter, Span, Token, TokenKind};
use crate::asm::error::{AsmError, Fault, quoted};

/// The tokens of a block. All indexes may be past the end, where there is nothing.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'t, S> {
    all: &'t [Token<'t, S>],
}

/// The places of tokens: what is left of them for the stages behind the parser.
#[derive(Clone, Copy)]
pub(crate) struct Spans<'t, S> {
    all: &'t [Token<'t, S>],
}

impl<'t, S: Span> Spans<'t, S> {
    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The place from one token to another; the last token's where the index is past the end.
    pub(crate) fn span(&self, first: usize, last: usize) -> Option<S> {
        let first = self.all.get(first).or(self.all.last())?.span;
        match self.all.get(last) {
            Some(last) => Some(first.to(last.span)),
            None => Some(first),
        }
    }

    /// The error that a fault is; none where there are no tokens to point at.
    pub(super) fn locate(&self, fault: Fault) -> Option<AsmError<S>> {
        let Fault { first, last, kind, note } = fault;
        let span = self.span(first, last)?;
        let note = match note {
            Some((note, token)) => Some((note, self.span(token, token)?)),
            None => None,
        };
        Some(AsmError { kind: *kind, span, note })
    }
}

impl<'t, S: Span> Tokens<'t, S> {
    pub(crate) fn new(all: &'t [Token<'t, S>]) -> Tokens<'t, S> {
        Tokens { all }
    }

    /// The tokens before this one, with the same indexes.
    pub(crate) fn until(&self, end: usize) -> Tokens<'t, S> {
        Tokens { all: self.all.get(..end).unwrap_or(self.all) }
    }

    pub(crate) fn spans(&self) -> Spans<'t, S> {
        Spans { all: self.all }
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn kind(&self, at: usize) -> Option<&'t TokenKind<'t>> {
        match self.all.get(at) {
            Some(token) => Some(&token.kind),
            None => None,
        }
    }

    pub(crate) fn ident(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(TokenKind::Ident(name)) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn literal(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(TokenKind::Literal(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn is_punct(&self, at: usize, punct: char) -> bool {
        matches!(self.kind(at), Some(TokenKind::Punct(found)) if *found == punct)
    }

    pub(crate) fn is_open(&self, at: usize, delimiter: Delimiter) -> bool {
        matches!(self.kind(at), Some(TokenKind::Open(found)) if *found == delimiter)
    }

    pub(crate) fn is_close(&self, at: usize, delimiter: Delimiter) -> bool {
        matches!(self.kind(at), Some(TokenKind::Close(found)) if *found == delimiter)
    }

    /// Whether `::` stands here.
    pub(crate) fn is_path_separator(&self, at: usize) -> bool {
        self.is_punct(at, ':') && self.is_punct(at + 1, ':')
    }

    /// Whether a label stands here: `name:`, but not `name::`.
    pub(crate) fn is_label(&self, at: usize) -> bool {
        self.is_punct(at + 1, ':') && !self.is_punct(at + 2, ':') && self.ident(at).is_some()
    }

    /// The index behind the bracket that closes the one at `at`.
    pub(crate) fn behind_group(&self, at: usize) -> Option<usize> {
        let mut depth = 0usize;
        let mut i = at;
        loop {
            match self.kind(i)? {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            i += 1;
            if depth == 0 {
                return Some(i);
            }
        }
    }

    /// What stands here, for a message.
    pub(crate) fn describe(&self, at: usize) -> Box<str> {
        let text = match self.kind(at) {
            Some(TokenKind::Ident(text) | TokenKind::Literal(text)) => quoted(text),
            Some(TokenKind::Punct(punct)) => alloc::format!("`{punct}`"),
            Some(TokenKind::Open(delimiter)) => alloc::format!("`{}`", brackets(*delimiter).0),
            Some(TokenKind::Close(delimiter)) => alloc::format!("`{}`", brackets(*delimiter).1),
            Some(TokenKind::Expression) => "a Rust expression".into(),
            Some(TokenKind::DocComment) => "a doc comment".into(),
            None => "the end".into(),
        };
        text.into()
    }
}

fn brackets(delimiter: Delimiter) -> (char, char) {
    match delimiter {
        Delimiter::Parenthesis => ('(', ')'),
        Delimiter::Bracket => ('[', ']'),
        Delimiter::Brace => ('{', '}'),
    }
}
