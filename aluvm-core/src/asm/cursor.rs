//! Looking at tokens by their index in the block.

use alloc::boxed::Box;
use alloc::string::String;
use core::ops::Range;

use super::token::{Delimiter, Span, Token, TokenKind};

/// The tokens of a block. All indexes may be past the end, where there is nothing.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'t, S> {
    all: &'t [Token<S>],
}

/// The longest piece of source that a message repeats.
const SHOWN_MAX: usize = 40;

impl<'t, S: Span> Tokens<'t, S> {
    pub(super) fn new(all: &'t [Token<S>]) -> Tokens<'t, S> {
        Tokens { all }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn kind(&self, at: usize) -> Option<&'t TokenKind> {
        match self.all.get(at) {
            Some(token) => Some(&token.kind),
            None => None,
        }
    }

    pub(super) fn ident(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(TokenKind::Ident(name)) => Some(name),
            _ => None,
        }
    }

    pub(super) fn literal(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(TokenKind::Literal(text)) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_punct(&self, at: usize, punct: char) -> bool {
        matches!(self.kind(at), Some(TokenKind::Punct(found)) if *found == punct)
    }

    pub(super) fn is_open(&self, at: usize, delimiter: Delimiter) -> bool {
        matches!(self.kind(at), Some(TokenKind::Open(found)) if *found == delimiter)
    }

    pub(super) fn is_close(&self, at: usize, delimiter: Delimiter) -> bool {
        matches!(self.kind(at), Some(TokenKind::Close(found)) if *found == delimiter)
    }

    /// Whether `::` stands here.
    pub(super) fn is_path_separator(&self, at: usize) -> bool {
        self.is_punct(at, ':') && self.is_punct(at + 1, ':')
    }

    /// Whether a label stands here: `name:`, but not `name::`.
    pub(super) fn is_label(&self, at: usize) -> bool {
        self.is_punct(at + 1, ':') && !self.is_punct(at + 2, ':') && self.ident(at).is_some()
    }

    /// The index behind the bracket that closes the one at `at`.
    pub(super) fn behind_group(&self, at: usize) -> Option<usize> {
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

    /// The place from one token to another; the last token's where the index is past the end.
    pub(super) fn span(&self, first: usize, last: usize) -> Option<S> {
        let first = self.all.get(first).or(self.all.last())?.span;
        match self.all.get(last) {
            Some(last) => Some(first.to(last.span)),
            None => Some(first),
        }
    }

    /// The source of a constant, for a message.
    pub(super) fn describe_range(&self, range: Range<usize>) -> Box<str> {
        let mut text = String::new();
        for at in range {
            if text.len() > 4 * SHOWN_MAX {
                break;
            }
            match self.kind(at) {
                Some(TokenKind::Punct(':')) => text.push(':'),
                Some(TokenKind::Ident(name)) => text.push_str(name),
                _ => return "this".into(),
            }
        }
        quoted(&text).into()
    }

    /// What stands here, for a message.
    pub(super) fn describe(&self, at: usize) -> Box<str> {
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

/// Source text in backquotes, cut if it is long.
pub(super) fn quoted(text: &str) -> String {
    alloc::format!("`{}`", shortened(text))
}

/// Source text, cut if it is long.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= SHOWN_MAX {
        return text.into();
    }
    let mut short: String = text.chars().take(SHOWN_MAX - 1).collect();
    short.push('…');
    short
}
