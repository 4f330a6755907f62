//! Statements that begin with a dot: plain bytes, and the segments of a library's text.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::str::from_utf8;

use super::block::Resolved;
use super::error::{AsmErrorKind, IntegerRange};
use super::literal::{Numeral, Text, numeral, small, text};
use super::stmt::{Assembler, Mode, STATEMENT};
use super::token::{Span, TokenKind};
use crate::isa::{INSTR_MAX, Verbatim};
use crate::library::{Isae, LibId};

/// What directives say of a library besides its code.
#[derive(Default)]
pub(super) struct Directives {
    pub(super) isae: Option<Isae>,
    pub(super) libs: BTreeSet<LibId>,
    pub(super) data: Vec<u8>,
}

impl<'t, S: Span> Assembler<'t, S> {
    /// Reads a directive, with the current token at its dot.
    pub(super) fn directive(&mut self) {
        let at = self.at;
        let Some(name) = self.tokens.ident(at + 1) else {
            self.expected(at, STATEMENT);
            return self.skip_statement();
        };
        self.at += 2;
        self.is_wrong = false;
        match name {
            "byte" => self.bytes(at),
            "isae" | "lib" | "data" if self.mode() != Mode::Library => {
                self.error_between(
                    at,
                    at + 1,
                    AsmErrorKind::LibraryDirective { name: name.into() },
                );
                self.skip_statement();
            }
            "isae" | "lib" | "data" => self.library_directive(name),
            _ => {
                self.error_between(
                    at,
                    at + 1,
                    AsmErrorKind::UnknownDirective { name: name.into() },
                );
                self.skip_statement();
            }
        }
    }

    /// Reads the numbers of `.byte 0x47, 0x01;`.
    fn bytes(&mut self, at: usize) {
        let mut bytes = Vec::new();
        loop {
            match self.byte() {
                Some(byte) => bytes.push(byte),
                None => {
                    self.skip_statement();
                    return self.instrs.push(None);
                }
            }
            if !self.tokens.is_punct(self.at, ',') {
                break;
            }
            self.at += 1;
        }
        if !self.end_statement("`,` or `;`") || self.is_wrong {
            return self.instrs.push(None);
        }
        let verbatim = Verbatim::new(&bytes);
        if verbatim.is_none() {
            let error = AsmErrorKind::TooManyBytes { found: bytes.len(), limit: INSTR_MAX };
            self.error_between(at, at + 1, error);
        }
        self.offset += bytes.len();
        let resolved = self.tokens.span(at, at + 1).filter(|_| verbatim.is_some());
        self.instrs.push(resolved.map(|mnemonic| Resolved {
            form: None,
            is_extension: false,
            word: 0,
            verbatim,
            data: None,
            library: None,
            is_placed: false,
            constants: Vec::new(),
            mnemonic,
        }));
    }

    /// Reads one number of `.byte`; none where there is no number. One out of range is reported and
    /// leaves the statement wrong.
    fn byte(&mut self) -> Option<u8> {
        let at = self.at;
        let expected = "a byte, 0..=255";
        let Some(literal) = self.tokens.literal(at).filter(|text| is_numeral(text)) else {
            self.expected(at, expected);
            return None;
        };
        self.at += 1;
        match numeral(literal) {
            Ok(Numeral::Byte(byte)) => return Some(byte),
            Ok(Numeral::Integer { radix, digits }) => {
                if let Some(byte) = small(radix, digits).and_then(|value| value.try_into().ok()) {
                    return Some(byte);
                }
                let range = IntegerRange::unsigned(8);
                let found = self.tokens.describe(at);
                self.error(at, AsmErrorKind::IntegerRange { found, range, size: None });
            }
            Ok(Numeral::Float) => self.expected(at, expected),
            Err(error) => self.error(at, AsmErrorKind::Literal(error)),
        }
        self.is_wrong = true;
        Some(0)
    }

    fn library_directive(&mut self, name: &'t str) {
        let (at, expected) = (
            self.at,
            match name {
                "data" => "a byte string, `b\"…\"`",
                "lib" => "the id of a library in quotes",
                _ => "the ids of ISA extensions in quotes, `\"ALU BPDIGEST\"`",
            },
        );
        let value = match self.tokens.kind(at) {
            Some(TokenKind::Literal(literal)) if is_text(literal) => text(literal),
            _ => {
                self.expected(at, expected);
                return self.skip_statement();
            }
        };
        self.at += 1;
        match (name, value) {
            (_, Err(error)) => self.error(at, AsmErrorKind::Literal(error)),
            ("data", Ok(Text::Bytes(bytes))) => self.directives.data.extend(bytes),
            ("lib", Ok(Text::String(_))) => {
                if let Some(id) = self.library_id(at) {
                    self.directives.libs.insert(id);
                }
            }
            ("isae", Ok(Text::String(_))) if self.directives.isae.is_some() => {
                self.error(at, AsmErrorKind::SecondIsae);
            }
            ("isae", Ok(Text::String(ids))) => match from_utf8(&ids).unwrap_or_default().parse() {
                Ok(isae) => self.directives.isae = Some(isae),
                Err(error) => self.error(at, AsmErrorKind::Isae(error)),
            },
            _ => self.expected(at, expected),
        }
        self.end_statement("`;`");
    }
}

fn is_numeral(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'9', ..] | [b'b', b'\'', ..])
}

fn is_text(text: &str) -> bool {
    matches!(text.as_bytes(), [b'"' | b'r', ..] | [b'b', b'"' | b'r', ..])
}
