//! Run-time text to tokens, by Rust's lexical rules, so that what is written in a file can be
//! written in `aluasm!` as well. Only hexadecimal floats, which rustc refuses, are more.

mod number;
mod string;

use alloc::vec::Vec;

use super::{Delimiter, Span, Token, TokenKind};
use crate::asm::error::{AsmError, AsmErrorKind, Unclosed};

/// A place in text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextSpan {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl Span for TextSpan {
    fn to(self, last: TextSpan) -> TextSpan {
        TextSpan { end: last.end.max(self.end), ..self }
    }
}

/// The tokens of a text.
///
/// # Errors
///
/// All characters that begin no token, and what is not closed.
pub fn lex(text: &str) -> Result<Vec<Token<TextSpan>>, Vec<AsmError<TextSpan>>> {
    let mut lexer = Lexer {
        text,
        at: 0,
        line: 1,
        column: 1,
        tokens: Vec::with_capacity(text.len() / 3),
        errors: Vec::new(),
        open: Vec::new(),
    };
    while lexer.at < text.len() {
        lexer.token();
    }
    for (bracket, span) in core::mem::take(&mut lexer.open) {
        let kind = AsmErrorKind::Unclosed(Unclosed::Bracket(bracket));
        lexer.errors.push(AsmError { kind, span, note: None });
    }
    if lexer.errors.is_empty() {
        return Ok(lexer.tokens);
    }
    lexer.errors.sort_by_key(|error| error.span.start);
    Err(lexer.errors)
}

struct Lexer<'x> {
    text: &'x str,
    /// The byte at which the next token begins.
    at: usize,
    line: u32,
    column: u32,
    tokens: Vec<Token<TextSpan>>,
    errors: Vec<AsmError<TextSpan>>,
    /// The brackets that are not closed yet.
    open: Vec<(char, TextSpan)>,
}

impl<'x> Lexer<'x> {
    fn rest(&self) -> &'x str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Moves past `length` bytes and gives their place.
    fn advance(&mut self, length: usize) -> TextSpan {
        let end = self.at + length;
        let span = TextSpan {
            line: self.line,
            column: self.column,
            start: saturated(self.at),
            end: saturated(end),
        };
        for character in self.rest().get(..length).unwrap_or_default().chars() {
            match character {
                '\n' => (self.line, self.column) = (self.line.saturating_add(1), 1),
                _ => self.column = self.column.saturating_add(1),
            }
        }
        self.at = end;
        span
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let span = self.advance(length);
        self.tokens.push(Token { kind, span });
    }

    fn literal(&mut self, length: usize) {
        let text = self.rest().get(..length).unwrap_or_default().into();
        self.push(TokenKind::Literal(text), length);
    }

    fn error(&mut self, kind: AsmErrorKind, length: usize) {
        let span = self.advance(length);
        self.errors.push(AsmError { kind, span, note: None });
    }

    fn token(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        match first {
            _ if first.is_whitespace() => {
                self.advance(first.len_utf8());
            }
            '/' if rest.starts_with("//") => {
                self.advance(rest.find('\n').unwrap_or(rest.len()));
            }
            '/' if rest.starts_with("/*") => self.block_comment(),
            '0'..='9' => self.literal(number::length(rest)),
            '"' | '\'' => self.quoted(),
            'b' | 'c' | 'r' if string::has_prefix(rest) => self.quoted(),
            _ if first == '_' || first.is_alphabetic() => self.ident(rest),
            '(' | '[' | '{' => self.opening(first),
            ')' | ']' | '}' => self.closing(first),
            _ if first.is_ascii_punctuation() => self.push(TokenKind::Punct(first), 1),
            _ => {
                self.error(AsmErrorKind::StrayCharacter { character: first }, first.len_utf8());
            }
        }
    }

    /// Moves past a comment, which may hold others.
    fn block_comment(&mut self) {
        let bytes = self.rest().as_bytes();
        let (mut depth, mut length) = (0usize, 0);
        while length < bytes.len() {
            match &bytes[length..bytes.len().min(length + 2)] {
                b"/*" => (depth, length) = (depth + 1, length + 2),
                b"*/" => (depth, length) = (depth - 1, length + 2),
                _ => length += 1,
            }
            if depth == 0 {
                self.advance(length);
                return;
            }
        }
        self.error(AsmErrorKind::Unclosed(Unclosed::Comment), 2);
        self.advance(length - 2);
    }

    /// Reads a string, byte string, byte, character or lifetime.
    fn quoted(&mut self) {
        let rest = self.rest();
        match string::length(rest) {
            string::Quoted::Literal(length) => self.literal(length),
            string::Quoted::Lifetime => self.push(TokenKind::Punct('\''), 1),
            string::Quoted::Unclosed(what, length) => {
                self.error(AsmErrorKind::Unclosed(what), length);
                self.advance(rest.len() - length);
            }
        }
    }

    fn ident(&mut self, rest: &str) {
        let raw = rest.strip_prefix("r#").map_or(0, ident_length);
        let start = if raw > 0 { 2 } else { 0 };
        let length = start + ident_length(&rest[start..]);
        self.push(TokenKind::Ident(rest[start..length].into()), length);
    }

    fn opening(&mut self, bracket: char) {
        let span = self.advance(1);
        self.open.push((bracket, span));
        self.tokens.push(Token { kind: TokenKind::Open(delimiter(bracket)), span });
    }

    fn closing(&mut self, bracket: char) {
        let span = self.advance(1);
        let delimiter = delimiter(bracket);
        match self.open.pop() {
            Some((open, _)) if self::delimiter(open) == delimiter => {
                self.tokens.push(Token { kind: TokenKind::Close(delimiter), span });
            }
            Some((open, place)) => {
                // The closing bracket may belong to one further out.
                let kind = AsmErrorKind::Unclosed(Unclosed::Bracket(open));
                self.errors.push(AsmError { kind, span: place, note: None });
                while let Some((open, _)) = self.open.pop() {
                    if self::delimiter(open) == delimiter {
                        break;
                    }
                }
            }
            None => {
                let kind = AsmErrorKind::Unopened { bracket };
                self.errors.push(AsmError { kind, span, note: None });
            }
        }
    }
}

/// The place of a byte; that of all bytes behind 4 GiB is one.
fn saturated(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn delimiter(bracket: char) -> Delimiter {
    match bracket {
        '(' | ')' => Delimiter::Parenthesis,
        '[' | ']' => Delimiter::Bracket,
        _ => Delimiter::Brace,
    }
}

/// The length of the identifier that the text begins with.
fn ident_length(text: &str) -> usize {
    let is_part = |c: char| c == '_' || c.is_alphanumeric();
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}
