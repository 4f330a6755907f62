//! What is said of a name behind its colon: a type, a register, or both.

use core::ops::Range;

use super::Parser;
use crate::asm::parse::size_from_name;
use crate::asm::resolve::nearest;
use crate::asm::token::{Delimiter, Numeral, Span, Tokens, numeral, small};
use crate::contract::error::Faults;
use crate::contract::error::LanguageErrorKind;
use crate::contract::item::Name;
use crate::contract::language::syntax::Declared;
use crate::contract::types::{Type, is_typed};
use crate::isa::RegisterSize;

/// What a variable is declared with.
const TYPE: &str = "a type, as in `u64`, or a register, as in `a64[0]`";

impl<'t, S: Span> Parser<'_, 't, S> {
    /// Reads `name: T`, `name: a64[0]`, `name: T in a64[0]`.
    pub(super) fn declared(&mut self) -> Option<Declared<'t>> {
        if self.reader.tokens.ident(self.reader.at) == Some("mut") {
            self.error(self.reader.at, LanguageErrorKind::Mutable);
            self.reader.at += 1;
        }
        let Some(text) = self.reader.tokens.ident(self.reader.at) else {
            return self.expected("the name of a variable");
        };
        let name = Name { text, token: self.reader.at };
        self.reader.at += 1;
        self.punct(':', "`:` and a type, as in `x: u64`")?;
        let at = self.reader.at;
        let tokens = self.reader.tokens;
        let Some(word) = tokens.ident(at) else { return self.expected(TYPE) };
        if let Some((register, behind)) = register_at(tokens, at) {
            self.reader.at = behind;
            let ty = Type::of(register.0);
            return Some(Declared { name, ty, register: Some(register), at });
        }
        let Some(ty) = Type::from_name(word) else {
            self.faults.at(at, unknown(word));
            return None;
        };
        self.reader.at += 1;
        let mut register = None;
        if tokens.ident(at + 1) == Some("in") {
            let Some((named, behind)) = register_at(tokens, at + 2) else {
                self.reader.at = at + 2;
                return self.expected("a register, as in `u64 in a64[0]`");
            };
            self.reader.at = behind;
            register = Some(named);
            check(ty, named, at + 2, self.faults)?;
        }
        Some(Declared { name, ty, register, at })
    }

    /// Reads the name of a type.
    pub(super) fn ty(&mut self) -> Option<Type> {
        let at = self.reader.at;
        let Some(word) = self.reader.tokens.ident(at) else {
            return self.expected("a type, as in `u64`");
        };
        self.reader.at += 1;
        let ty = Type::from_name(word);
        if ty.is_none() {
            self.error(at, unknown(word));
        }
        ty
    }
}

/// What an input or output is declared with, if that is a type: the type, and the register if it is named too.
pub(in crate::contract::language) fn declared_in<S: Span>(
    tokens: Tokens<'_, S>,
    range: &Range<usize>,
    is_name: &dyn Fn(&str) -> bool,
    faults: &mut Faults,
) -> Option<(Type, Option<(RegisterSize, u8)>)> {
    let tokens = tokens.until(range.end);
    let first = range.start;
    if !is_typed(tokens, range, is_name) {
        return None;
    }
    let ty = Type::from_name(tokens.ident(first)?)?;
    let mut register = None;
    let mut behind = first + 1;
    if tokens.ident(behind) == Some("in") {
        let Some(named) = register_at(tokens, behind + 1) else {
            let expected = "a register, as in `u64 in a64[0]`";
            let found = tokens.describe(behind + 1);
            let error = crate::asm::AsmErrorKind::Expected { expected, found };
            faults.at((behind + 1).min(range.end), error);
            return Some((ty, None));
        };
        register = check(ty, named.0, behind + 1, faults).map(|()| named.0);
        behind = named.1;
    }
    if behind < range.end {
        let found = tokens.describe(behind);
        let expected = "`,` or `)`";
        faults.at(behind, crate::asm::AsmErrorKind::Expected { expected, found });
    }
    Some((ty, register))
}

/// Reports a register that holds no values of a type.
fn check(
    ty: Type,
    (size, index): (RegisterSize, u8),
    at: usize,
    faults: &mut Faults,
) -> Option<()> {
    if size == ty.size() {
        return Some(());
    }
    faults.at(at, LanguageErrorKind::OtherRegister { ty, register: size.register(index) });
    None
}

/// The register at a token, and the token behind it.
pub(in crate::contract) fn register_at<S: Span>(
    tokens: Tokens<'_, S>,
    at: usize,
) -> Option<((RegisterSize, u8), usize)> {
    let size = size_from_name(tokens.ident(at)?)?;
    if !tokens.is_open(at + 1, Delimiter::Bracket) || !tokens.is_close(at + 3, Delimiter::Bracket) {
        return None;
    }
    let Ok(Numeral::Integer { radix, digits }) = numeral(tokens.literal(at + 2)?) else {
        return None;
    };
    let index = u8::try_from(small(radix, digits)?).ok().filter(|index| *index < size.count())?;
    Some(((size, index), at + 4))
}

fn unknown(word: &str) -> LanguageErrorKind {
    let nearest = nearest(word, Type::names());
    LanguageErrorKind::UnknownType { name: word.into(), nearest, size: size_from_name(word) }
}
