//! One instruction: its mnemonic, its row, its flags and its operands.

use alloc::vec::Vec;

use super::argument::Argument;
use super::block::Resolved;
use super::call::Call;
use super::fill::Filling;
use super::labels::Jump;
use super::nearest::nearest;
use super::scope::Scope;
use crate::asm::error::{AsmErrorKind, Fault, counterpart};
use crate::asm::parse::{Instruction, Mnemonics, Reading};
use crate::asm::token::{Errors, Span};

/// The instruction that a statement means, the one with this number. Reports what is wrong with it.
pub(super) fn resolve<'t, S: Span>(
    instruction: &Instruction<'t>,
    arguments: &[Argument<'t>],
    scope: &Scope<'_, 't>,
    number: usize,
    jumps: &mut Vec<Jump<'t>>,
    errors: &mut Errors<'t, S>,
) -> Option<Resolved<S>> {
    if instruction.rows.is_empty() {
        errors.push(unknown(instruction, scope.mnemonics()));
    }
    if instruction.reading == Reading::Broken {
        return None;
    }
    let call = Call { instruction, arguments, scope };
    let choice = match call.choose() {
        Ok(choice) => choice,
        Err(fault) => {
            fault.into_iter().for_each(|fault| errors.push(fault));
            return None;
        }
    };
    let unknown = call.unknown_registers(&choice);
    let mut is_right = instruction.reading == Reading::Right && unknown.is_empty();
    unknown.into_iter().for_each(|fault| errors.push(fault));
    if choice.is_guess {
        return None;
    }
    let spans = errors.spans();
    let row = choice.row;
    if !row.is_extension && !scope.profile().has(row.form) {
        let (mnemonic, profile) = (row.syntax.mnemonic, *scope.profile());
        errors.push(Fault::at(instruction.at, AsmErrorKind::NotInProfile { mnemonic, profile }));
        is_right = false;
    }
    let mnemonic = spans.span(instruction.at, instruction.at)?;
    let mut resolved = Resolved::of(row.form, row.is_extension, mnemonic);
    if let Some((field, value)) = row.syntax.condition {
        resolved.set(field, value as u64);
    }
    if let Err(fault) = call.fill_flags(&choice, &mut resolved) {
        errors.push(fault);
        is_right = false;
    }
    let mut filling = Filling { call, choice, resolved: &mut resolved, number, jumps, spans };
    let mut operand = 0;
    while operand < row.syntax.operands.len() {
        is_right &= filling.fill(operand).unwrap_or_else(|fault| report(fault, errors));
        if filling.has_library(operand) {
            is_right &= filling.fill_library(operand).unwrap_or_else(|fault| report(fault, errors));
        }
        operand += 1;
    }
    if is_right { Some(resolved) } else { None }
}

/// Reports why something is not right.
fn report<S: Span>(fault: Fault, errors: &mut Errors<'_, S>) -> bool {
    errors.push(fault);
    false
}

/// Why there is no instruction of this name.
fn unknown(instruction: &Instruction<'_>, mnemonics: &Mnemonics) -> Fault {
    let Instruction { mnemonic, at, .. } = *instruction;
    let name = mnemonic.into();
    let kind = match mnemonics.in_lower_case(mnemonic) {
        Some(lower) => AsmErrorKind::UpperCase { found: name, expected: lower.into() },
        None => {
            let nearest = match counterpart(mnemonic) {
                Some(_) => None,
                None => nearest(mnemonic, mnemonics.all()),
            };
            AsmErrorKind::UnknownMnemonic { name, nearest }
        }
    };
    Fault::at(at, kind)
}
