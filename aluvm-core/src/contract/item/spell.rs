//! Source text from tokens: statements as they are written, in one line, and documentation.

use alloc::string::String;
use core::ops::Range;

use crate::asm::token::{Delimiter, Span, Text, TokenKind, Tokens, text};
use crate::contract::item::{Attribute, Meaning};

/// Appends the source of tokens, with single spaces where they stand in Rust.
pub(in crate::contract) fn push_source<S: Span>(
    text: &mut String,
    tokens: Tokens<'_, S>,
    range: Range<usize>,
) {
    let mut before = [None, None];
    for (number, kind) in range.filter_map(|at| tokens.kind(at)).enumerate() {
        if let [earlier, Some(last)] = before
            && is_apart(earlier.filter(|_| number != 2 || !is_minus(last)), last, kind)
        {
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
        before = [before[1], Some(kind)];
    }
}

/// Words behind which a parenthesis is no list of arguments, and a `-` is no operator between two values.
const WORDS: [&str; 7] = ["as", "if", "in", "let", "require", "return", "while"];

fn is_word(kind: &TokenKind<'_>) -> bool {
    matches!(kind, TokenKind::Ident(word) if WORDS.contains(&&**word))
}

fn is_minus(kind: &TokenKind<'_>) -> bool {
    matches!(kind, TokenKind::Punct('-'))
}

/// Whether a space stands between two tokens. `earlier` is the one before them; none if a `-` that follows has no value
/// before it, as behind a mnemonic.
fn is_apart(
    earlier: Option<&TokenKind<'_>>,
    before: &TokenKind<'_>,
    behind: &TokenKind<'_>,
) -> bool {
    use Delimiter::{Bracket, Parenthesis};
    use TokenKind::{Close, Ident, Literal, Open, Punct};
    match (before, behind) {
        (Punct(':'), Punct(':')) => false,
        (Punct(':'), _) => !matches!(earlier, Some(Punct(':'))),
        (_, Punct(',' | ';' | ':' | '?' | '.') | Close(Bracket | Parenthesis)) => false,
        (
            Punct('=' | '!' | '<' | '>' | '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^'),
            Punct('='),
        ) => false,
        (Punct('='), Punct('>')) | (Punct('&'), Punct('&')) | (Punct('|'), Punct('|')) => false,
        (Punct('<'), Punct('<')) | (Punct('>'), Punct('>')) => false,
        (Punct('-'), _) => match earlier {
            Some(Literal(_) | Close(_)) => true,
            Some(word @ Ident(_)) => !is_word(word),
            _ => false,
        },
        (Punct('.' | '#' | '!') | Open(Bracket | Parenthesis), _) => false,
        (word @ Ident(_), Open(Bracket | Parenthesis)) => is_word(word),
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
