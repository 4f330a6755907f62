//! What is known of the constants of a library before anything is expanded: the type of those that have one, and how
//! those are written that take theirs from where they stand.

use alloc::collections::BTreeMap;

use super::syntax::Literal;
use crate::asm::token::Span;
use crate::contract::error::Faults;
use crate::contract::error::LanguageErrorKind;
use crate::contract::item::{Constant, Inside, ItemKind};
use crate::contract::library::Library;
use crate::contract::types::Type;
use crate::isa::{Family, RegisterSize};

/// What is known of a constant.
#[derive(Clone, Copy, Debug)]
pub(super) enum KnownConstant<'t> {
    /// It has a type.
    Typed(Type),
    /// It is a number, which takes the type of where it stands.
    Number(Literal<'t>),
    /// The bits of an integer of this size, without a sign.
    Bits(RegisterSize),
    /// What its value is, the instruction says that takes it.
    Other,
}

/// The constants, by their names.
pub(super) type Constants<'t> = BTreeMap<&'t str, KnownConstant<'t>>;

/// The constants of the library. Reports values that are not in the type of theirs.
pub(super) fn constants<'t, S: Span>(
    library: Library<'_, 't, S>,
    inside: &Inside<'t>,
    faults: &mut Faults,
) -> Constants<'t> {
    let mut constants = Constants::new();
    for item in &inside.items {
        let (ItemKind::Constant(constant), Some(name)) = (&item.kind, item.name) else { continue };
        let Some(size) = constant.size else { continue };
        let value = value(library, constant, &constants);
        let known = match (constant.ty, value) {
            (Some(ty), value) => {
                if let Some(error) = value.and_then(|value| unlike(value, ty)) {
                    let (first, last) = (constant.value.start, constant.value.end - 1);
                    faults.between(first, last, error);
                }
                KnownConstant::Typed(ty)
            }
            _ if size.family() != Family::A => KnownConstant::Other,
            (None, Some(KnownConstant::Number(literal))) if !literal.negative => {
                KnownConstant::Number(literal)
            }
            // The bytes of a negative number are those of one size.
            (None, Some(KnownConstant::Number(_))) => KnownConstant::Typed(Type::signed(size)),
            (None, _) => KnownConstant::Bits(size),
        };
        constants.entry(name.text).or_insert(known);
    }
    constants
}

/// What the value of a constant is written as: a number, or an earlier constant.
fn value<'t, S: Span>(
    library: Library<'_, 't, S>,
    constant: &Constant,
    earlier: &Constants<'t>,
) -> Option<KnownConstant<'t>> {
    let (tokens, start) = (library.tokens, constant.value.start);
    let negative = tokens.is_punct(start, '-');
    let at = start + usize::from(negative);
    if constant.value.end != at + 1 {
        return None;
    }
    match tokens.literal(at) {
        Some(text) => Some(KnownConstant::Number(Literal { negative, text })),
        None if negative => None,
        None => earlier.get(tokens.ident(at)?).copied(),
    }
}

/// Why a constant of a type cannot have a value.
fn unlike(value: KnownConstant<'_>, ty: Type) -> Option<LanguageErrorKind> {
    match value {
        KnownConstant::Typed(found) if found != ty => {
            Some(LanguageErrorKind::TypesDiffer { expected: ty, found })
        }
        KnownConstant::Number(literal) => literal.out_of(ty),
        KnownConstant::Bits(size) if ty != Type::of(size) => {
            Some(LanguageErrorKind::TypesDiffer { expected: ty, found: Type::of(size) })
        }
        KnownConstant::Typed(_) | KnownConstant::Bits(_) | KnownConstant::Other => None,
    }
}

impl KnownConstant<'_> {
    /// The type that it has by itself.
    pub(super) fn ty(self) -> Option<Type> {
        match self {
            KnownConstant::Typed(ty) => Some(ty),
            _ => None,
        }
    }

    /// Why it cannot stand where a value of a type is wanted.
    pub(super) fn unfit(self, ty: Type) -> Option<LanguageErrorKind> {
        match self {
            // Without a sign it is the same number in each size.
            KnownConstant::Bits(size) => {
                let found = Type::of(size);
                ty.is_signed().then_some(LanguageErrorKind::TypesDiffer { expected: ty, found })
            }
            known => unlike(known, ty),
        }
    }
}
