//! Constants for registers: literals to the register's own bytes.

use alloc::vec::Vec;

use super::block::{Resolved, Wanted};
use super::error::{AsmErrorKind, IntegerRange};
use super::float::float_literal;
use super::literal::{Numeral, Text, integer_bytes, numeral, text};
use super::operand::{Operand, OperandKind};
use super::stmt::Assembler;
use super::token::Span;
use crate::isa::{Family, RegisterSize};
use crate::limits::BYTES_MAX;

impl<'t, S: Span> Assembler<'t, S> {
    /// Fills in the constant for a register of this size.
    pub(super) fn fill_data(
        &mut self,
        operand: &Operand<'t>,
        size: RegisterSize,
        field: usize,
        resolved: &mut Resolved<S>,
    ) {
        if size.family() == Family::F
            && let Some(error) = self.misspelt_float(operand)
        {
            self.is_wrong = true;
            return self.error_between(operand.first, operand.last, error);
        }
        match operand.kind {
            OperandKind::Constant if size == RegisterSize::S16 => {
                self.fill_constant(operand, Wanted::Bytes, resolved);
            }
            OperandKind::Constant => self.fill_constant(operand, Wanted::Value(size), resolved),
            OperandKind::Place { offset, length } => {
                if length.is_some() != (size == RegisterSize::S16) {
                    return self.wrong(operand, place_form(size));
                }
                resolved.is_placed = true;
                let length = u64::from(length.unwrap_or_default());
                resolved.set(field, u64::from(offset) | length << 16);
            }
            OperandKind::Number { negative, text } => {
                resolved.data = self.number(operand, size, negative, text);
            }
            OperandKind::Text(literal) => resolved.data = self.text(operand, size, literal),
            OperandKind::Name { negative, name: "inf" } if size.family() == Family::F => {
                resolved.data = self.float(operand, size, negative, "inf");
            }
            _ => self.wrong(operand, wanted(size)),
        }
    }

    /// NaN, and infinity as others spell it. No Rust constant is written like one of these.
    fn misspelt_float(&self, operand: &Operand<'t>) -> Option<AsmErrorKind> {
        match self.tokens.ident(operand.last)? {
            _ if !matches!(operand.kind, OperandKind::Name { .. } | OperandKind::Constant) => None,
            _ if self.tokens.is_path_separator(operand.first + 1) => None,
            "nan" | "NaN" => Some(AsmErrorKind::NotANumber),
            "infinity" | "Infinity" | "Inf" => {
                let found = self.tokens.describe(operand.last);
                Some(AsmErrorKind::Expected { expected: "`inf`", found })
            }
            _ => None,
        }
    }

    fn number(
        &mut self,
        operand: &Operand<'t>,
        size: RegisterSize,
        negative: bool,
        literal: &'t str,
    ) -> Option<Vec<u8>> {
        let (width, family) = (size.bytes(), size.family());
        let range = IntegerRange::of_register(size);
        let bytes = match numeral(literal) {
            Err(error) => {
                self.is_wrong = true;
                self.error(operand.last, AsmErrorKind::Literal(error));
                return None;
            }
            Ok(Numeral::Integer { .. } | Numeral::Float) if family == Family::F => {
                return self.float(operand, size, negative, literal);
            }
            Ok(Numeral::Integer { radix, digits }) if family != Family::S => {
                integer_bytes(radix, digits, negative, width)
                    .filter(|bytes| family == Family::A || !negative || is_zero(bytes))
            }
            Ok(Numeral::Byte(byte)) if matches!(family, Family::A | Family::R) && !negative => {
                let mut bytes = alloc::vec![0; width];
                bytes[0] = byte;
                Some(bytes)
            }
            Ok(Numeral::Float) if family != Family::S => {
                self.is_wrong = true;
                let found = self.describe_operand(operand);
                let error = AsmErrorKind::NotInteger { found, range };
                self.error_between(operand.first, operand.last, error);
                return None;
            }
            Ok(_) => {
                self.wrong(operand, wanted(size));
                return None;
            }
        };
        if bytes.is_none() {
            self.out_of_range(operand, range, Some(size));
        }
        bytes
    }

    fn float(
        &mut self,
        operand: &Operand<'t>,
        size: RegisterSize,
        negative: bool,
        literal: &str,
    ) -> Option<Vec<u8>> {
        match float_literal(size, negative, literal) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                self.is_wrong = true;
                let found = self.describe_operand(operand);
                let error = AsmErrorKind::Float { size, found, error };
                self.error_between(operand.first, operand.last, error);
                None
            }
        }
    }

    fn text(
        &mut self,
        operand: &Operand<'t>,
        size: RegisterSize,
        literal: &str,
    ) -> Option<Vec<u8>> {
        let error = match text(literal) {
            Ok(Text::String(bytes) | Text::Bytes(bytes)) if size == RegisterSize::S16 => {
                match bytes.len() {
                    0..=BYTES_MAX => return Some(bytes),
                    found => AsmErrorKind::StringTooLong { found },
                }
            }
            Ok(Text::Bytes(bytes)) if bytes.len() == size.bytes() => return Some(bytes),
            Ok(Text::Bytes(bytes)) => AsmErrorKind::ByteWidth { size, found: bytes.len() },
            Ok(Text::String(_)) => {
                self.wrong(operand, wanted(size));
                return None;
            }
            Err(error) => AsmErrorKind::Literal(error),
        };
        self.is_wrong = true;
        self.error(operand.first, error);
        None
    }
}

fn is_zero(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte == 0)
}

/// What can be put into a register, for messages.
fn wanted(size: RegisterSize) -> &'static str {
    match size.family() {
        Family::A | Family::R => "an integer, a byte string `b\"…\"` or a constant",
        Family::F => "a float, `inf` or a constant",
        Family::S => "a string in quotes, a byte string `b\"…\"` or a constant",
    }
}

fn place_form(size: RegisterSize) -> &'static str {
    match size.family() {
        Family::S => "a place with a length, `@0x0010[5]`",
        _ => "a place without a length, `@0x0010`",
    }
}
