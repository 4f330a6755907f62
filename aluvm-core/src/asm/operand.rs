//! Reading operands: what stands there, before it is known what the instruction wants.

mod register;

pub(super) use register::size_from_name;

use super::alias::Alias;
use super::error::AsmErrorKind;
use super::literal::{Numeral, numeral, small};
use super::stmt::Assembler;
use super::token::{Delimiter, Span, TokenKind};
use crate::isa::RegisterSize;

/// An operand as it is written, with the indexes of its first and last token.
#[derive(Clone, Copy)]
pub(super) struct Operand<'t> {
    pub(super) kind: OperandKind<'t>,
    pub(super) first: usize,
    pub(super) last: usize,
    /// What stands behind `@`.
    pub(super) library: Option<Library>,
}

#[derive(Clone, Copy)]
pub(super) enum OperandKind<'t> {
    /// A register, by itself or by an alias.
    Register { size: RegisterSize, index: u8 },
    /// `st0`.
    Status,
    /// A lower-case name that is no alias: a label, `true`, `inf`, or a mistake.
    Name { negative: bool, name: &'t str },
    /// A numeric or byte literal.
    Number { negative: bool, text: &'t str },
    /// A string or byte string literal.
    Text(&'t str),
    /// A Rust constant.
    Constant,
    /// A place in the data segment, `@0x0010` or `@0x0010[5]`.
    Place { offset: u16, length: Option<u16> },
    /// A mistake that has been reported.
    Wrong,
}

/// The library operand behind `@`.
#[derive(Clone, Copy)]
pub(super) struct Library {
    pub(super) kind: LibraryKind,
    pub(super) first: usize,
    pub(super) last: usize,
}

#[derive(Clone, Copy)]
pub(super) enum LibraryKind {
    /// A library id in quotes.
    Id,
    /// An index into the libs segment.
    Index(u8),
    /// A Rust constant.
    Constant,
    /// A mistake that has been reported.
    Wrong,
}

impl<'t, S: Span> Assembler<'t, S> {
    /// Reads the operand at the current token, the library behind `@` included.
    pub(super) fn operand(&mut self) -> Operand<'t> {
        let first = self.at;
        let kind = self.operand_kind();
        let last = self.at.saturating_sub(1).max(first);
        let mut operand = Operand { kind, first, last, library: None };
        if self.tokens.is_punct(self.at, '@') {
            self.at += 1;
            operand.library = Some(self.library());
        }
        operand
    }

    fn operand_kind(&mut self) -> OperandKind<'t> {
        let at = self.at;
        match self.tokens.kind(at) {
            Some(TokenKind::Ident(name)) => self.named(name),
            Some(TokenKind::Literal(text)) => {
                self.at += 1;
                self.literal(at, text, false)
            }
            Some(TokenKind::Expression) => {
                self.at += 1;
                OperandKind::Constant
            }
            Some(TokenKind::Open(Delimiter::Brace)) => self.braces(),
            Some(TokenKind::Punct('-')) => self.negative(),
            Some(TokenKind::Punct('@')) => self.place(),
            Some(TokenKind::Punct(':')) if self.tokens.is_path_separator(at) => {
                self.path(at);
                OperandKind::Constant
            }
            Some(TokenKind::Open(Delimiter::Parenthesis)) => {
                self.error(at, AsmErrorKind::NeedsBraces);
                self.at = self.tokens.behind_group(at).unwrap_or(self.tokens.len());
                OperandKind::Wrong
            }
            _ => {
                self.expected(at, "an operand");
                self.is_count_certain = false;
                self.skip_operand();
                OperandKind::Wrong
            }
        }
    }

    fn named(&mut self, name: &'t str) -> OperandKind<'t> {
        let at = self.at;
        if self.tokens.is_open(at + 1, Delimiter::Bracket) {
            return self.register(name);
        }
        self.at += 1;
        if self.tokens.is_path_separator(self.at) {
            self.path(self.at);
            return OperandKind::Constant;
        }
        if let Some(size) = size_from_name(name)
            && (self.tokens.literal(self.at).is_some()
                || self.tokens.is_open(self.at, Delimiter::Parenthesis))
        {
            // `a16 0` or `a16(0)`.
            self.error(at, AsmErrorKind::MissingIndex { size });
            self.skip_operand();
            return OperandKind::Wrong;
        }
        if name == "st0" {
            return OperandKind::Status;
        }
        match self.aliases.get(name) {
            Some(Alias { register: Some((size, index)), .. }) => {
                OperandKind::Register { size: *size, index: *index }
            }
            Some(Alias { register: None, .. }) => OperandKind::Wrong,
            None if is_constant_name(name) => OperandKind::Constant,
            None => OperandKind::Name { negative: false, name },
        }
    }

    /// The value of an unsigned integer literal, as far as it goes; reports what is none.
    fn small_number(&mut self, at: usize, text: &str, expected: &'static str) -> Option<u128> {
        if let &[digit @ b'0'..=b'9'] = text.as_bytes() {
            return Some(u128::from(digit - b'0'));
        }
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            match numeral(text) {
                Ok(Numeral::Integer { radix, digits }) => {
                    return Some(small(radix, digits).unwrap_or(u128::MAX));
                }
                Ok(_) => {}
                Err(error) => {
                    self.error(at, AsmErrorKind::Literal(error));
                    return None;
                }
            }
        }
        self.expected(at, expected);
        None
    }

    fn literal(&mut self, at: usize, text: &'t str, negative: bool) -> OperandKind<'t> {
        match text.as_bytes() {
            [b'0'..=b'9', ..] | [b'b', b'\'', ..] => OperandKind::Number { negative, text },
            [b'-', b'0'..=b'9', ..] if !negative => {
                OperandKind::Number { negative: true, text: &text[1..] }
            }
            [b'"', ..] | [b'b', b'"' | b'r', ..] | [b'r', ..] if !negative => {
                OperandKind::Text(text)
            }
            [b'\'', ..] if !negative => {
                self.error(at, AsmErrorKind::CharLiteral { text: text.into() });
                OperandKind::Wrong
            }
            _ => {
                self.expected(at, if negative { "a number" } else { "an operand" });
                OperandKind::Wrong
            }
        }
    }

    fn negative(&mut self) -> OperandKind<'t> {
        let at = self.at + 1;
        self.at += 1;
        match self.tokens.kind(at) {
            Some(TokenKind::Literal(text)) => {
                self.at += 1;
                self.literal(at, text, true)
            }
            Some(TokenKind::Ident(name))
                if !is_constant_name(name) && !self.tokens.is_path_separator(at + 1) =>
            {
                self.at += 1;
                OperandKind::Name { negative: true, name }
            }
            Some(TokenKind::Ident(_) | TokenKind::Open(_) | TokenKind::Expression) => {
                self.error(at - 1, AsmErrorKind::NeedsBraces);
                self.skip_operand();
                OperandKind::Wrong
            }
            _ => {
                self.expected(at, "a number");
                self.skip_operand();
                OperandKind::Wrong
            }
        }
    }

    /// Reads `@0x0010` or `@0x0010[5]`.
    fn place(&mut self) -> OperandKind<'t> {
        self.at += 1;
        let Some(offset) = self.place_number("an offset in the data segment, 0..=65535") else {
            return OperandKind::Wrong;
        };
        if !self.tokens.is_open(self.at, Delimiter::Bracket) {
            return OperandKind::Place { offset, length: None };
        }
        self.at += 1;
        let Some(length) = self.place_number("a length, 0..=65535") else {
            return OperandKind::Wrong;
        };
        if !self.tokens.is_close(self.at, Delimiter::Bracket) {
            self.expected(self.at, "`]`");
            self.skip_operand();
            return OperandKind::Wrong;
        }
        self.at += 1;
        OperandKind::Place { offset, length: Some(length) }
    }

    fn place_number(&mut self, expected: &'static str) -> Option<u16> {
        let at = self.at;
        let number = match self.tokens.literal(at) {
            Some(text) => {
                self.at += 1;
                self.small_number(at, text, expected)?
            }
            None => u128::MAX,
        };
        let number = u16::try_from(number).ok();
        if number.is_none() {
            self.expected(at, expected);
            self.skip_operand();
        }
        number
    }

    /// Reads what stands behind `@`.
    fn library(&mut self) -> Library {
        let first = self.at;
        let kind = match self.tokens.kind(first) {
            Some(TokenKind::Literal(text)) if text.starts_with(['"', 'r']) => {
                self.at += 1;
                LibraryKind::Id
            }
            Some(TokenKind::Literal(text)) => {
                self.at += 1;
                let number = self.small_number(first, text, LIBRARY);
                let index = number.and_then(|number| u8::try_from(number).ok());
                if number.is_some() && index.is_none() {
                    self.error(first, AsmErrorKind::LibraryIndex { found: text.as_str().into() });
                }
                index.map_or(LibraryKind::Wrong, LibraryKind::Index)
            }
            Some(TokenKind::Ident(_) | TokenKind::Open(_) | TokenKind::Expression)
            | Some(TokenKind::Punct(':')) => match self.operand_kind() {
                OperandKind::Constant => LibraryKind::Constant,
                OperandKind::Wrong => LibraryKind::Wrong,
                _ => {
                    self.expected(first, LIBRARY);
                    LibraryKind::Wrong
                }
            },
            _ => {
                self.expected(first, LIBRARY);
                LibraryKind::Wrong
            }
        };
        if matches!(kind, LibraryKind::Wrong) {
            self.skip_operand();
        }
        Library { kind, first, last: self.at.saturating_sub(1).max(first) }
    }

    /// Moves past `::name::name`, of which the first part begins at `at`.
    fn path(&mut self, at: usize) {
        self.at = at;
        while self.tokens.is_path_separator(self.at) {
            self.at += 2;
            if self.tokens.ident(self.at).is_none() {
                self.expected(self.at, "a name");
                self.is_wrong = true;
                self.skip_operand();
                return;
            }
            self.at += 1;
        }
    }

    fn braces(&mut self) -> OperandKind<'t> {
        let at = self.at;
        match self.tokens.behind_group(at) {
            Some(behind) if behind == at + 2 => {
                self.at = behind;
                self.expected(at + 1, "a constant expression");
                OperandKind::Wrong
            }
            Some(behind) => {
                self.at = behind;
                OperandKind::Constant
            }
            None => {
                self.at = self.tokens.len();
                self.expected(self.at, "`}`");
                OperandKind::Wrong
            }
        }
    }

    /// Moves to the end of an operand that makes no sense.
    pub(super) fn skip_operand(&mut self) {
        while let Some(kind) = self.tokens.kind(self.at) {
            if matches!(kind, TokenKind::Punct(',' | ';')) || self.begins_statement(self.at) {
                return;
            }
            self.at = match kind {
                TokenKind::Open(_) => self.tokens.behind_group(self.at).unwrap_or(self.at + 1),
                _ => self.at + 1,
            };
        }
    }
}

const LIBRARY: &str = "a library: its id in quotes, a `LibId` constant, or its index";

/// Whether a bare name is a Rust constant by its first letter.
pub(super) fn is_constant_name(name: &str) -> bool {
    match name.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase() || *first == b'$',
        _ => name.chars().next().is_some_and(char::is_uppercase),
    }
}
