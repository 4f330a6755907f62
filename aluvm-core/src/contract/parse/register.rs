//! Registers that items name: those of inputs and outputs, of errors, of aliases.

use core::ops::Range;

use crate::asm::error::AsmErrorKind;
use crate::asm::parse::{Grammar, REGISTER, first_operand};
use crate::asm::resolve::{Scope, aliased};
use crate::asm::token::{Errors, Span, TokenKind, Tokens};
use crate::contract::error::{Faults, SourceErrorKind};
use crate::isa::RegisterSize;

/// The register that is all there is in a range of tokens, in front of `end`. Where the range is empty, that
/// has been reported.
pub(in crate::contract) fn register_in<'t, S: Span>(
    range: &Range<usize>,
    (tokens, grammar): (Tokens<'t, S>, Grammar<'t>),
    scope: &Scope<'_, 't>,
    end: &'static str,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Option<(RegisterSize, u8)> {
    let first = range.start;
    if range.is_empty() {
        return None;
    }
    if let Some(name) = tokens.ident(first)
        && scope.register(name).is_none()
        && let Some(size) = size_of_type(name)
    {
        faults.at(first, SourceErrorKind::RustTypeOfRegister { name: name.into(), size });
        return None;
    }
    if matches!(tokens.kind(first), Some(TokenKind::Punct(_))) {
        let found = tokens.describe(first);
        faults.at(first, AsmErrorKind::Expected { expected: REGISTER, found });
        return None;
    }
    let operand = first_operand(tokens, range.clone(), grammar, errors);
    let register = aliased(&operand, scope, errors)?;
    let behind = operand.last + 1;
    if behind < range.end {
        let found = tokens.describe(behind);
        faults.at(behind, AsmErrorKind::Expected { expected: end, found });
    }
    Some(register)
}

/// The register size that holds what a type of Rust does.
pub(in crate::contract) fn size_of_type(name: &str) -> Option<&'static str> {
    Some(match name {
        "u8" | "i8" | "bool" => "a8",
        "u16" | "i16" => "a16",
        "u32" | "i32" => "a32",
        "u64" | "i64" => "a64",
        "u128" | "i128" => "a128",
        "usize" | "isize" => "a64",
        "str" | "String" => "s16",
        _ => return None,
    })
}
