//! The errors of a library: the register that each is left in, and its number.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::asm::error::{AsmErrorKind, quoted};
use crate::asm::parse::Grammar;
use crate::asm::resolve::Scope;
use crate::asm::token::{Errors, Numeral, Span, Tokens, numeral, small};
use crate::contract::error::{Faults, NUMBER, Note, SourceErrorKind};
use crate::contract::item::{Errors as Enum, Inside, ItemKind};
use crate::contract::parse::register_in;
use crate::isa::{Family, Register, RegisterSize};

/// The enum that an item is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorEnum {
    /// Which item.
    pub item: usize,
    /// The register; none if there is a mistake in it.
    pub register: Option<(RegisterSize, u8)>,
    /// The number of each variant; none where there is a mistake in it.
    pub numbers: Vec<Option<u64>>,
    /// The token of the number of each variant.
    pub(in crate::contract) tokens: Vec<Option<usize>>,
}

/// The errors of all items, and what is wrong with them.
pub(in crate::contract) fn enums<'t, S: Span>(
    inside: &Inside<'t>,
    tokens: Tokens<'t, S>,
    grammar: Grammar<'t>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Vec<ErrorEnum> {
    let mut enums = Vec::new();
    let mut taken: BTreeMap<(Register, u64), usize> = BTreeMap::new();
    for (item, kind) in inside.items.iter().map(|item| &item.kind).enumerate() {
        let ItemKind::Errors(source) = kind else { continue };
        let register = register(source, tokens, grammar, errors, faults);
        let numbers = source.variants.iter().map(|variant| {
            let token = variant.number?;
            let (size, index) = register?;
            let number = number(tokens.literal(token)?, size);
            let number = number.map_err(|error| faults.at(token, error)).ok()?;
            let register = size.register(index);
            match taken.get(&(register, number)) {
                Some(first) => {
                    let error = SourceErrorKind::SameNumber { number, register };
                    faults.noted(token, error, (Note::First, *first));
                }
                None => {
                    taken.insert((register, number), token);
                }
            }
            Some(number)
        });
        let numbers = numbers.collect();
        let tokens = source.variants.iter().map(|variant| variant.number).collect();
        enums.push(ErrorEnum { item, register, numbers, tokens });
    }
    enums
}

fn register<'t, S: Span>(
    source: &Enum<'t>,
    tokens: Tokens<'t, S>,
    grammar: Grammar<'t>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Option<(RegisterSize, u8)> {
    let (scope, end) = (Scope::new(grammar.mnemonics), "`{` and the errors");
    let (size, index) =
        register_in(&source.register, (tokens, grammar), &scope, end, errors, faults)?;
    if size.family() != Family::A || size.bytes() > 8 {
        let error = SourceErrorKind::ErrorRegister { register: size.register(index) };
        faults.between(source.register.start, source.register.end - 1, error);
        return None;
    }
    Some((size, index))
}

/// The number of an error in a register of this size.
fn number(literal: &str, size: RegisterSize) -> Result<u64, SourceErrorKind> {
    let found = || -> Box<str> { quoted(literal).into() };
    let is_number = literal.starts_with(|c: char| c.is_ascii_digit()) || literal.starts_with("b'");
    let value = match is_number.then(|| numeral(literal)) {
        Some(Ok(Numeral::Integer { radix, digits })) => small(radix, digits),
        Some(Ok(Numeral::Byte(byte))) => Some(byte.into()),
        Some(Err(error)) => return Err(AsmErrorKind::Literal(error).into()),
        Some(Ok(Numeral::Float)) | None => {
            return Err(AsmErrorKind::Expected { expected: NUMBER, found: found() }.into());
        }
    };
    let most = u64::MAX >> (64 - 8 * size.bytes());
    let value = value.and_then(|value| u64::try_from(value).ok()).filter(|value| *value <= most);
    value.ok_or_else(|| SourceErrorKind::ErrorNumber { found: found(), size })
}
