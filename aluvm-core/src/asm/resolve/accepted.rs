//! What an instruction takes as an operand beside those before it, for who is still writing it.

use alloc::vec::Vec;

use super::argument::{Argument, ArgumentKind};
use super::fit::{accept, fits_before};
use super::scope::Scope;
use crate::asm::error::Accepted;
use crate::asm::parse::{Instruction, Operand, Row};
use crate::isa::FieldKind;

/// What can stand as the operand with this number. What stands there or behind it does not count.
pub(crate) fn accepted<'t>(
    instruction: &Instruction<'t>,
    operands: &[Operand<'t>],
    scope: &Scope<'_, 't>,
    number: usize,
) -> Accepted {
    let of = |operand| Argument::of(operand, scope, &mut None);
    let mut arguments: Vec<Argument<'t>> = operands.iter().map(of).collect();
    for argument in arguments.iter_mut().skip(number) {
        argument.kind = ArgumentKind::Wrong;
    }
    let mut accepted = Accepted::default();
    let flags = instruction.flags.map(|(flags, _)| flags).filter(|flags| !flags.is_empty());
    for row in instruction.rows.iter() {
        if flags.is_none_or(|flags| has_flags(row, flags)) && fits_before(row, &arguments, number) {
            accept(&mut accepted, row, &arguments, number);
        }
    }
    accepted
}

fn has_flags(row: Row, written: &str) -> bool {
    let field = row.syntax.flags.and_then(|field| row.form.fields.get(field));
    match field.map(|field| field.kind) {
        Some(FieldKind::Flags(flags)) => flags.iter().any(|flag| flag.text == written),
        _ => false,
    }
}
