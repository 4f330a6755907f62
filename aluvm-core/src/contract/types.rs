//! The types of values: which register a value stands in, and how its bits are read.

use core::fmt::{self, Display, Formatter};
use core::ops::Range;

use crate::asm::token::{Delimiter, Span, Tokens};
use crate::isa::{Family, Register, RegisterSize};

/// The type of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Type {
    size: RegisterSize,
    is_signed: bool,
}

/// The families of types, each of which has its own instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `u8 … u1024`
    Unsigned,
    /// `i8 … i1024`
    Signed,
    /// `f16b … f512`
    Float,
    /// `r128 … r8192`
    General,
    /// `bytes`
    Bytes,
}

/// The integer types, the unsigned and the signed one of each size.
const INTEGERS: [(RegisterSize, &str, &str); 8] = [
    (RegisterSize::A8, "u8", "i8"),
    (RegisterSize::A16, "u16", "i16"),
    (RegisterSize::A32, "u32", "i32"),
    (RegisterSize::A64, "u64", "i64"),
    (RegisterSize::A128, "u128", "i128"),
    (RegisterSize::A256, "u256", "i256"),
    (RegisterSize::A512, "u512", "i512"),
    (RegisterSize::A1024, "u1024", "i1024"),
];

impl Type {
    /// The type of a shift amount that is written as a number.
    pub(super) const U16: Type = Type::of(RegisterSize::A16);

    /// How a register of this size is read where no type says it: integers have no sign.
    pub const fn of(size: RegisterSize) -> Type {
        Type { size, is_signed: false }
    }

    /// The type of integers with a sign that registers of this size hold.
    pub const fn signed(size: RegisterSize) -> Type {
        Type { size, is_signed: true }
    }

    /// The type with this name.
    pub fn from_name(name: &str) -> Option<Type> {
        for (size, unsigned, signed) in INTEGERS {
            if name == unsigned || name == signed {
                return Some(Type { size, is_signed: name == signed });
            }
        }
        if name == "bytes" {
            return Some(Type::of(RegisterSize::S16));
        }
        let size = RegisterSize::from_name(name)?;
        matches!(size.family(), Family::F | Family::R).then_some(Type::of(size))
    }

    /// All names of types.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let integers = INTEGERS.iter().flat_map(|(_, unsigned, signed)| [*unsigned, *signed]);
        let others =
            RegisterSize::ALL.iter().filter(|size| matches!(size.family(), Family::F | Family::R));
        integers.chain(others.map(|size| size.name())).chain(["bytes"])
    }

    /// The size of the registers that hold it.
    pub const fn size(self) -> RegisterSize {
        self.size
    }

    /// Whether its integers have a sign.
    pub const fn is_signed(self) -> bool {
        self.is_signed
    }

    pub(super) fn kind(self) -> Kind {
        match self.size.family() {
            Family::A if self.is_signed => Kind::Signed,
            Family::A => Kind::Unsigned,
            Family::F => Kind::Float,
            Family::R => Kind::General,
            Family::S => Kind::Bytes,
        }
    }

    /// Whether another type has fewer bits than this one.
    pub(super) fn is_wider(self, other: Type) -> bool {
        self.size.bytes() > other.size.bytes()
    }
}

/// The type of an integer that has a sign and stands in a register.
pub(super) fn signed_type(register: Register, is_signed: bool) -> Option<Type> {
    match register {
        Register::Value { size, .. } if is_signed => Some(Type::signed(size)),
        _ => None,
    }
}

/// Whether an input or output is declared with a type. A word that `is_name` says to be an alias, an input or an output is
/// that.
pub(super) fn is_typed<S: Span>(
    tokens: Tokens<'_, S>,
    range: &Range<usize>,
    is_name: &dyn Fn(&str) -> bool,
) -> bool {
    let tokens = tokens.until(range.end);
    let Some(word) = tokens.ident(range.start) else { return false };
    Type::from_name(word).is_some()
        && !is_name(word)
        && !tokens.is_open(range.start + 1, Delimiter::Bracket)
}

/// Whether an input or output is declared with a type of integers with a sign.
pub(super) fn is_signed<S: Span>(tokens: Tokens<'_, S>, range: &Range<usize>) -> bool {
    tokens.ident(range.start).and_then(Type::from_name).is_some_and(Type::is_signed)
}

impl Display for Type {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = match INTEGERS.iter().find(|(size, ..)| *size == self.size) {
            Some((_, _, signed)) if self.is_signed => signed,
            Some((_, unsigned, _)) => unsigned,
            None if self.size == RegisterSize::S16 => "bytes",
            None => self.size.name(),
        };
        f.write_str(name)
    }
}
