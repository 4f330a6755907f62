//! Run-time text to tokens, by the lexical rules of Rust 2024, so that what is written in a file can be
//! written in `aluasm!` as well. Only hexadecimal floats, which rustc refuses, are more.

mod balance;
mod name;
mod number;
mod string;

use alloc::vec::Vec;

use self::string::Quoted;
use super::{Delimiter, Span, Token, TokenKind};
use crate::asm::error::{AsmError, AsmErrorKind, TokenError, Unclosed};

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
pub fn lex(text: &str) -> Result<Vec<Token<'_, TextSpan>>, Vec<AsmError<TextSpan>>> {
    lex_as(text, false)
}

/// The same, where doc comments become attributes, `#[doc = "…"]`, as rustc makes them.
pub(crate) fn lex_documented(
    text: &str,
) -> Result<Vec<Token<'_, TextSpan>>, Vec<AsmError<TextSpan>>> {
    lex_as(text, true)
}

/// The tokens of a text that somebody is writing, with doc comments as attributes. What is no token is left
/// out, and what is not closed ends where it was probably meant to, so that the rest can be read.
pub fn lex_unfinished(text: &str) -> Vec<Token<'_, TextSpan>> {
    let mut lexer = Lexer::new(text, true);
    lexer.is_unfinished = true;
    while lexer.at < text.len() {
        lexer.token();
    }
    balance::balanced(lexer.tokens)
}

fn lex_as(
    text: &str,
    keeps_docs: bool,
) -> Result<Vec<Token<'_, TextSpan>>, Vec<AsmError<TextSpan>>> {
    let mut lexer = Lexer::new(text, keeps_docs);
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

/// What some editors write before a text.
pub(in crate::asm) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The punctuation of Rust but for quotes and brackets.
fn is_punctuation(character: char) -> bool {
    matches!(
        character,
        ';' | ','
            | '.'
            | '@'
            | '#'
            | '~'
            | '?'
            | ':'
            | '$'
            | '='
            | '!'
            | '<'
            | '>'
            | '-'
            | '&'
            | '|'
            | '+'
            | '*'
            | '/'
            | '^'
            | '%'
    )
}

struct Lexer<'x> {
    text: &'x str,
    /// The byte at which the next token begins.
    at: usize,
    line: u32,
    column: u32,
    tokens: Vec<Token<'x, TextSpan>>,
    errors: Vec<AsmError<TextSpan>>,
    /// The brackets that are not closed yet.
    open: Vec<(char, TextSpan)>,
    /// Whether doc comments are more than comments.
    keeps_docs: bool,
    /// Whether brackets may be left open, and strings reach no further than their line then.
    is_unfinished: bool,
}

impl<'x> Lexer<'x> {
    fn new(text: &'x str, keeps_docs: bool) -> Lexer<'x> {
        Lexer {
            text,
            // A byte order mark is no part of the text.
            at: if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 },
            line: 1,
            column: 1,
            tokens: Vec::with_capacity(text.len() / 3),
            errors: Vec::new(),
            open: Vec::new(),
            keeps_docs,
            is_unfinished: false,
        }
    }

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
        for byte in self.text.as_bytes().get(self.at..end).unwrap_or_default() {
            match byte {
                b'\n' => (self.line, self.column) = (self.line.saturating_add(1), 1),
                // The bytes of a character behind its first.
                0x80..0xC0 => {}
                _ => self.column = self.column.saturating_add(1),
            }
        }
        self.at = end;
        span
    }

    fn push(&mut self, kind: TokenKind<'x>, length: usize) {
        let span = self.advance(length);
        self.tokens.push(Token { kind, span });
    }

    /// Moves past `length` bytes of ASCII in one line, of which most texts are made, and gives their place.
    #[inline]
    fn advance_plain(&mut self, length: usize) -> TextSpan {
        let (line, column, end) = (self.line, self.column, self.at + length);
        let span = TextSpan { line, column, start: saturated(self.at), end: saturated(end) };
        self.column = column.saturating_add(saturated(length));
        self.at = end;
        span
    }

    #[inline]
    fn push_plain(&mut self, kind: TokenKind<'x>, length: usize) {
        let span = self.advance_plain(length);
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

    /// Moves past the next token, or what stands between two.
    fn token(&mut self) {
        let Some((first, behind)) =
            self.text.as_bytes().get(self.at..).and_then(|bytes| bytes.split_first())
        else {
            return;
        };
        match first {
            b' ' => {
                let more = behind.iter().position(|byte| *byte != b' ').unwrap_or(behind.len());
                self.advance_plain(1 + more);
            }
            b'\n' => {
                self.advance(1);
            }
            b';' | b',' | b'.' | b'=' | b':' => {
                self.push_plain(TokenKind::Punct(char::from(*first)), 1);
            }
            b'[' | b'(' | b'{' => self.opening(char::from(*first)),
            b']' | b')' | b'}' => self.closing(char::from(*first)),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'0'..=b'9' => {
                match name::plain_length(*first, behind) {
                    Some(length) => {
                        let text = self.rest().get(..length).unwrap_or_default().into();
                        let is_number = first.is_ascii_digit();
                        let kind = if is_number {
                            TokenKind::Literal(text)
                        } else {
                            TokenKind::Ident(text)
                        };
                        self.push_plain(kind, length);
                    }
                    None => self.other(),
                }
            }
            _ => self.other(),
        }
    }

    /// The same for what is rare.
    fn other(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        match first {
            _ if name::is_white_space(first) => {
                self.advance(name::white_space_length(rest));
            }
            '/' if rest.starts_with("//") => self.line_comment(rest),
            '/' if rest.starts_with("/*") => self.block_comment(),
            '0'..='9' => self.literal(number::length(rest)),
            '"' | '\'' | 'b' | 'c' | 'r' => match string::quoted(rest) {
                Some(quoted) => self.quoted(quoted),
                None => self.name(rest),
            },
            _ if name::is_start(first) => self.name(rest),
            '#' if rest[1..].starts_with(['#', '"']) => {
                let found = if rest[1..].starts_with('#') { "##" } else { "#\"" };
                self.wrong(TokenError::Reserved { found }, 1);
            }
            _ if is_punctuation(first) => self.push(TokenKind::Punct(first), 1),
            _ => {
                self.error(AsmErrorKind::StrayCharacter { character: first }, first.len_utf8());
            }
        }
    }

    /// Moves past a comment, or makes the attribute of a doc comment.
    fn line_comment(&mut self, rest: &str) {
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = &rest[..length];
        let span = self.advance(length);
        let (is_inner, text) = match (line.strip_prefix("//!"), line.strip_prefix("///")) {
            _ if !self.keeps_docs => return,
            (Some(text), _) => (true, text),
            (_, Some(text)) if !text.starts_with('/') => (false, text),
            _ => return,
        };
        let bang = is_inner.then_some(TokenKind::Punct('!'));
        let attribute = [
            TokenKind::Open(Delimiter::Bracket),
            TokenKind::Ident("doc".into()),
            TokenKind::Punct('='),
            TokenKind::Literal(alloc::format!("{:?}", text.trim_end_matches('\r')).into()),
            TokenKind::Close(Delimiter::Bracket),
        ];
        let kinds = core::iter::once(TokenKind::Punct('#')).chain(bang).chain(attribute);
        self.tokens.extend(kinds.map(|kind| Token { kind, span }));
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

    fn wrong(&mut self, error: TokenError, length: usize) {
        self.error(AsmErrorKind::Token(error), length);
    }

    /// Reads a string, byte string, byte, character or lifetime.
    fn quoted(&mut self, quoted: Quoted) {
        let rest = self.rest();
        match quoted {
            Quoted::Literal(length) => self.literal(length),
            Quoted::Lifetime(length) => {
                self.push(TokenKind::Punct('\''), 1);
                self.name_of(&rest[1..][..length]);
            }
            Quoted::Unclosed(what, length) => {
                self.error(AsmErrorKind::Unclosed(what), length);
                let behind = &rest[length..];
                let line = behind.find('\n').filter(|_| self.is_unfinished);
                self.advance(line.unwrap_or(behind.len()));
            }
            Quoted::Wrong(error, length) => self.wrong(error, length),
        }
    }

    /// Reads a name that stands alone.
    fn name(&mut self, rest: &'x str) {
        if let Some(raw) = rest.strip_prefix("r#")
            && name::begins(raw)
        {
            return self.name_of(&rest[..2 + name::length(raw)]);
        }
        let length = name::length(rest);
        let name = &rest[..length];
        match rest[length..].starts_with(['#', '"', '\'']) {
            true => self.wrong(TokenError::UnknownPrefix { prefix: name.into() }, length),
            false => self.name_of(name),
        }
    }

    /// Reads this name.
    fn name_of(&mut self, text: &'x str) {
        let raw = text.strip_prefix("r#");
        let name = name::normalised(raw.unwrap_or(text));
        if raw.is_some() && !name::can_be_raw(&name) {
            let name = (*name).into();
            return self.wrong(TokenError::RawName { name }, text.len());
        }
        self.push(TokenKind::Ident(name), text.len());
    }

    fn opening(&mut self, bracket: char) {
        let span = self.advance_plain(1);
        self.open.push((bracket, span));
        self.tokens.push(Token { kind: TokenKind::Open(delimiter(bracket)), span });
    }

    fn closing(&mut self, bracket: char) {
        let span = self.advance_plain(1);
        let delimiter = delimiter(bracket);
        if self.is_unfinished {
            return self.tokens.push(Token { kind: TokenKind::Close(delimiter), span });
        }
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
