//! What a text is made of for its layout: tokens as they are written, and comments, which the lexer leaves out.

use aluvm_core::asm::{TextSpan, Token, TokenKind};

/// What a piece is. Brackets are punctuation here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PieceKind {
    /// `// …`
    LineComment,
    /// `/* … */`
    BlockComment,
    /// A name or a word of the language.
    Word,
    /// A number, string or character.
    Literal,
    /// A character of punctuation.
    Punct,
}

/// A token or a comment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    pub(super) kind: PieceKind,
    /// It as it is written, without the space behind a comment.
    pub(super) text: &'t str,
    /// How many lines end between what stands before it and it.
    pub(super) breaks: u32,
    /// Whether there is anything between what stands before it and it.
    pub(super) is_spaced: bool,
}

impl Piece<'_> {
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub(super) fn is_comment(&self) -> bool {
        matches!(self.kind, PieceKind::LineComment | PieceKind::BlockComment)
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == PieceKind::Word
    }

    /// Whether an operand can end with it.
    pub(super) fn ends_operand(&self) -> bool {
        matches!(self.kind, PieceKind::Word | PieceKind::Literal)
            || matches!(self.text, "]" | ")" | "}" | "?")
    }
}

/// The pieces of a text with these tokens.
pub(super) fn pieces<'t>(text: &'t str, tokens: &[Token<'_, TextSpan>]) -> Vec<Piece<'t>> {
    let mut pieces = Vec::with_capacity(tokens.len());
    let mut at = 0;
    for Token { kind, span } in tokens {
        let (start, end) = (span.start as usize, span.end as usize);
        let (breaks, is_spaced) = comments(slice(text, at, start), &mut pieces);
        let kind = match kind {
            TokenKind::Ident(_) => PieceKind::Word,
            TokenKind::Literal(_) => PieceKind::Literal,
            _ => PieceKind::Punct,
        };
        pieces.push(Piece { kind, text: slice(text, start, end), breaks, is_spaced });
        at = end;
    }
    comments(slice(text, at, text.len()), &mut pieces);
    pieces
}

fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// Adds the comments between two tokens, and tells what stands between the last of them and what follows.
fn comments<'t>(mut gap: &'t str, pieces: &mut Vec<Piece<'t>>) -> (u32, bool) {
    loop {
        let start = gap.bytes().position(|byte| byte == b'/').unwrap_or(gap.len());
        let (space, rest) = gap.split_at(start);
        let breaks = space.bytes().filter(|byte| *byte == b'\n').count() as u32;
        let is_spaced = !space.is_empty();
        let (kind, length) = match rest.starts_with("//") {
            _ if rest.is_empty() => return (breaks, is_spaced || !gap.is_empty()),
            true => (PieceKind::LineComment, rest.find('\n').unwrap_or(rest.len())),
            false => (PieceKind::BlockComment, block_length(rest)),
        };
        let (comment, behind) = rest.split_at(length);
        pieces.push(Piece { kind, text: comment.trim_end(), breaks, is_spaced });
        gap = behind;
    }
}

/// The length of a comment, which may hold others. The lexer has seen its end.
fn block_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0usize, 0);
    while let Some(rest) = bytes.get(at..)
        && !rest.is_empty()
    {
        match rest {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth.saturating_sub(1), at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}
