//! Source text from tokens: statements as they are written, in one line, and documentation.

use alloc::string::String;
use core::ops::Range;

use crate::asm::token::{Delimiter, Span, Text, TokenKind, Tokens, text};
use crate::contract::item::{Attribute, Meaning};

/// Appends the source of tokens, with single spaces where Rust has them.
pub(in crate::contract) fn push_source<S: Span>(
    text: &mut String,
    tokens: Tokens<'_, S>,
    range: Range<usize>,
) {
    let mut before: Option<&TokenKind<'_>> = None;
    for kind in range.filter_map(|at| tokens.kind(at)) {
        if before.is_some_and(|before| is_apart(before, kind)) {
            text.push(' ');
        }
        match kind {
            TokenKind::Ident(word) | TokenKind::Literal(word) => text.push_str(word),
            TokenKind::Punct(punct) => text.push(*punct),
            TokenKind::Open(delimiter) => text.push(brackets(*delimiter).0),
            TokenKind::Close(delimiter) => text.push(brackets(*delimiter).1),
            TokenKind::Expression => text.push('…'),
            TokenKind::DocComment => {}
        }
        before = Some(kind);
    }
}

/// Whether a space stands between two tokens.
fn is_apart(before: &TokenKind<'_>, behind: &TokenKind<'_>) -> bool {
    use TokenKind::{Close, Ident, Literal, Open, Punct};
    match (before, behind) {
        (
            _,
            Punct(',' | ';' | ':' | '?' | '.') | Close(Delimiter::Bracket | Delimiter::Parenthesis),
        ) => false,
        (
            Punct('.' | ':' | '-' | '#' | '!') | Open(Delimiter::Bracket | Delimiter::Parenthesis),
            _,
        ) => false,
        (Ident(_), Open(Delimiter::Bracket | Delimiter::Parenthesis)) => false,
        (Punct('='), Punct('>')) | (Punct('&'), Punct('&')) | (Punct('|'), Punct('|')) => false,
        (Literal(_), Punct('@')) => true,
        _ => true,
    }
}

fn brackets(delimiter: Delimiter) -> (char, char) {
    match delimiter {
        Delimiter::Parenthesis => ('(', ')'),
        Delimiter::Bracket => ('[', ']'),
        Delimiter::Brace => ('{', '}'),
    }
}

/// The documentation in attributes, a line each, without the space that comments begin with.
pub(in crate::contract) fn documentation<S: Span>(
    attributes: &[Attribute<'_>],
    tokens: Tokens<'_, S>,
) -> String {
    let mut all = String::new();
    for attribute in attributes {
        let Meaning::Documentation = attribute.meaning else { continue };
        let mut literals = attribute.tokens.clone().filter_map(|at| tokens.literal(at));
        let Some(Ok(Text::String(line))) = literals.next().map(text) else { continue };
        let Ok(line) = core::str::from_utf8(&line) else { continue };
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(line.strip_prefix(' ').unwrap_or(line));
    }
    all
}
