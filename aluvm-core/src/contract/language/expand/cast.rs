//! The rows of casts. A value that does not fit is refused; one that always fits is not tested.

use super::Expander;
use super::emit::register;
use crate::asm::parse::{Operand, OperandKind};
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::places::Place;
use crate::contract::language::syntax::Expression;
use crate::contract::types::{Kind, Type};

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// `a as T`
    pub(super) fn cast(&mut self, value: &Expression<'t>, into: Place, at: usize) -> Option<()> {
        use Kind::{Float, General, Signed, Unsigned};
        let Some(from) = self.type_of(value) else { return self.untyped(value) };
        let to = into.ty;
        match (from.kind(), to.kind()) {
            (Unsigned, Signed) if !to.is_wider(from) => {
                self.converted("cpy", value, (from, into), at)?;
                self.not_negative(into, at)
            }
            (Unsigned, Unsigned | Signed) | (General, General) => {
                self.converted("cpy", value, (from, into), at)
            }
            (Signed, Signed) | (Float | Signed, Float) | (Float, Signed) => {
                self.converted("cnv", value, (from, into), at)
            }
            (Signed, Unsigned) => {
                let held = self.operand(value, from)?;
                self.not_negative(held.place, at)?;
                self.on("cpy", None, &[held.place, into], at)?;
                self.done(held);
                self.note_conversion("zero_extend", to.size());
                self.test_or_always(from.is_wider(to), at)
            }
            (Unsigned, General) => self.exchanged(value, (from, into), true, at),
            (General, Unsigned) => self.exchanged(value, (from, into), false, at),
            _ => {
                let way = way(from, to);
                self.error(at, LanguageErrorKind::NoCast { from, to, way })
            }
        }
    }

    /// `cpy P(a), d;` or `cnv`, and a `test;` where the value may not fit.
    fn converted(
        &mut self,
        mnemonic: &'t str,
        value: &Expression<'t>,
        (from, into): (Type, Place),
        at: usize,
    ) -> Option<()> {
        let has_float = [from, into.ty].iter().any(|ty| ty.kind() == Kind::Float);
        let held = self.operand(value, from)?;
        self.on(mnemonic, None, &[held.place, into], at)?;
        self.done(held);
        let function = match (mnemonic, from.kind(), into.ty.kind()) {
            ("cpy", ..) => "zero_extend",
            (_, Kind::Float, Kind::Float) => "float_from_float",
            (_, Kind::Float, _) => "integer_from_float",
            (_, _, Kind::Float) => "float_from_integer",
            _ => "sign_extend",
        };
        self.note_conversion(function, into.ty.size());
        self.test_or_always(has_float || from.is_wider(into.ty), at)
    }

    /// `test;` where there may be no value.
    pub(super) fn test_or_always(&mut self, is_tested: bool, at: usize) -> Option<()> {
        match is_tested {
            true => self.test(at),
            false => {
                self.note_function("always", 1);
                Some(())
            }
        }
    }

    /// `put t, 0; lt.s d, t; inv st0; test;`
    fn not_negative(&mut self, place: Place, at: usize) -> Option<()> {
        let zero = self.temporary(place.ty, at)?;
        let number = OperandKind::Number { negative: false, text: "0" };
        self.emit("put", None, &[register(at, zero), Operand::at(at, number)], at)?;
        self.on("lt", Some("s"), &[place, zero], at)?;
        self.release(zero);
        self.invert(at)?;
        self.note_function("not_negative", 1);
        self.test(at)
    }

    /// `E(a, t); clr d; spy t, d; test;`, the integer first.
    fn exchanged(
        &mut self,
        value: &Expression<'t>,
        (from, into): (Type, Place),
        is_integer: bool,
        at: usize,
    ) -> Option<()> {
        let source = self.temporary(from, at)?;
        self.value(value, source)?;
        self.on("clr", None, &[into], at)?;
        let both = if is_integer { [source, into] } else { [into, source] };
        self.on("spy", None, &both, at)?;
        self.release(source);
        self.note_conversion("zero_extend", into.ty.size());
        self.test(at)
    }

    /// `a.truncate()`
    pub(super) fn truncate(
        &mut self,
        value: &Expression<'t>,
        into: Place,
        at: usize,
    ) -> Option<()> {
        let Some(from) = self.type_of(value) else { return self.untyped(value) };
        let has_truncate = matches!(from.kind(), Kind::Unsigned | Kind::Signed | Kind::General);
        if !has_truncate {
            return self.error(at, LanguageErrorKind::NoMethod { name: "truncate", ty: from });
        }
        if into.ty.kind() != from.kind() || into.ty.is_wider(from) {
            return self.error(at, LanguageErrorKind::Truncation { from, to: into.ty });
        }
        let held = self.operand(value, from)?;
        self.on("cpy", None, &[held.place, into], at)?;
        self.done(held);
        self.on("eq", Some("n"), &[into, into], at)?;
        self.note_conversion("truncate", into.ty.size());
        Some(())
    }
}

/// A type over which there is a cast.
fn way(from: Type, to: Type) -> Option<Type> {
    let integer = |ty: Type, is_signed| {
        let letter = if is_signed { "i" } else { "u" };
        Type::from_name(&alloc::format!("{letter}{}", 8 * ty.size().bytes()))
    };
    match (from.kind(), to.kind()) {
        (Kind::Unsigned, Kind::Float) => {
            let twice = alloc::format!("i{}", 16 * from.size().bytes());
            Type::from_name(&twice).or_else(|| integer(from, true))
        }
        (Kind::Float, Kind::Unsigned) => integer(to, true),
        (Kind::Signed, Kind::General) => integer(from, false),
        (Kind::General, Kind::Signed) => integer(to, false),
        _ => None,
    }
}
