//! Reading registers: `a16[3]`.

use super::OperandKind;
use crate::asm::error::AsmErrorKind;
use crate::asm::stmt::Assembler;
use crate::asm::token::{Delimiter, Span};
use crate::isa::RegisterSize;

impl<'t, S: Span> Assembler<'t, S> {
    /// Reads `a16[3]`.
    pub(super) fn register(&mut self, name: &'t str) -> OperandKind<'t> {
        let at = self.at;
        let size = self.register_size(at, name);
        self.at += 2;
        let index = self.register_index(size);
        if self.tokens.is_close(self.at, Delimiter::Bracket) {
            self.at += 1;
        } else {
            if index.is_some() {
                self.expected(self.at, "`]`");
            }
            self.at = self.tokens.behind_group(at + 1).unwrap_or(self.at);
            return OperandKind::Wrong;
        }
        match (size, index) {
            (Some(size), Some(index)) => OperandKind::Register { size, index },
            _ => OperandKind::Wrong,
        }
    }

    fn register_size(&mut self, at: usize, name: &str) -> Option<RegisterSize> {
        if let Some(size) = size_from_name(name) {
            return Some(size);
        }
        if let Some(alias) = self.aliases.get(name) {
            if let Some((size, index)) = alias.register {
                self.error(at + 1, AsmErrorKind::IndexedAlias { name: name.into(), size, index });
            }
        } else if let Some(size) = size_from_name(&name.to_ascii_lowercase()) {
            let expected = size.name().into();
            self.error(at, AsmErrorKind::UpperCase { found: name.into(), expected });
            self.is_wrong = true;
            return Some(size);
        } else {
            self.error(at, AsmErrorKind::UnknownRegister { name: name.into() });
        }
        None
    }

    /// Reads the number between brackets. Where the size has no such register, register 0 stands in
    /// for it, so that the operand is still checked.
    fn register_index(&mut self, size: Option<RegisterSize>) -> Option<u8> {
        let Some(text) = self.tokens.literal(self.at) else {
            self.expected(self.at, "the index of a register, a number");
            return None;
        };
        let index = self.small_number(self.at, text, "the index of a register, a number");
        let found = self.at;
        self.at += 1;
        let index = index?;
        let Some(size) = size else { return Some(0) };
        let count = size.count();
        match u8::try_from(index) {
            Ok(index) if index < count => Some(index),
            _ => {
                let index = text.into();
                self.error(found, AsmErrorKind::IndexTooLarge { size, index, count });
                self.is_wrong = true;
                Some(0)
            }
        }
    }
}

/// The register size of this name, without searching all names.
pub(in crate::asm) fn size_from_name(name: &str) -> Option<RegisterSize> {
    use RegisterSize::*;
    let size = match name.as_bytes() {
        b"a8" => A8,
        b"a16" => A16,
        b"a32" => A32,
        b"a64" => A64,
        b"s16" => S16,
        b"r256" => R256,
        [b'a' | b'f' | b'r', b'1'..=b'8', ..] => return RegisterSize::from_name(name),
        _ => return None,
    };
    Some(size)
}
