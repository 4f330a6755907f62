//! Whether operands fit a row of the instruction table, and why not.

use super::argument::{Argument, ArgumentKind};
use crate::asm::error::Accepted;
use crate::asm::parse::Row;
use crate::isa::{FieldKind, Form, IndexOf, OperandForm, RegisterSize, SizeOf};

/// A row that the operands fit.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) row: Row,
    /// Whether the immediate is written before the register.
    pub(super) is_swapped: bool,
    /// Whether mistakes leave other rows that may have been meant.
    pub(super) is_guess: bool,
    /// How many operands fit only because nothing is known of them.
    pub(super) unknown: usize,
}

impl Choice {
    fn new(row: Row, is_swapped: bool) -> Choice {
        Choice { row, is_swapped, is_guess: false, unknown: 0 }
    }

    /// The number, as written, of the operand that has this number in the row.
    pub(super) fn written(&self, number: usize) -> usize {
        if self.is_swapped { 1 - number } else { number }
    }
}

/// Why an operand does not fit a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Misfit {
    /// The number of the operand as it is written.
    pub(super) operand: usize,
    pub(super) reason: Reason,
}

/// The reasons, the more right the operand the later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Not this kind of operand, or not this family or size of registers.
    Kind,
    /// Not this size.
    Size,
    /// Only the register with this index.
    Index(RegisterSize, u8),
    /// Not the size of an operand before it.
    Differs(RegisterSize),
}

/// Whether operands fit a row; no misfit means that their number is wrong.
pub(super) fn fit(row: Row, arguments: &[Argument<'_>]) -> Result<Choice, Option<Misfit>> {
    let forms = row.syntax.operands;
    if forms.len() != arguments.len() {
        return Err(None);
    }
    let mut choice = Choice::new(row, is_swapped(forms, arguments));
    let mut number = 0;
    while number < forms.len() {
        let written = choice.written(number);
        match fit_operand(&choice, arguments, number) {
            Ok(is_unknown) => choice.unknown += usize::from(is_unknown),
            Err(reason) => return Err(Some(Misfit { operand: written, reason })),
        }
        number += 1;
    }
    Ok(choice)
}

/// Whether the first operand fits a row, whatever else the row wants.
pub(super) fn fits_first(row: Row, arguments: &[Argument<'_>]) -> bool {
    let choice = Choice::new(row, false);
    !row.syntax.operands.is_empty() && fit_operand(&choice, arguments, 0).is_ok()
}

/// Whether the operands before one fit a row, whatever else the row wants.
pub(super) fn fits_before(row: Row, arguments: &[Argument<'_>], number: usize) -> bool {
    let choice = Choice::new(row, false);
    let before = 0..number.min(arguments.len());
    number < row.syntax.operands.len()
        && before.into_iter().all(|earlier| fit_operand(&choice, arguments, earlier).is_ok())
}

/// Whether the immediate of `put` or of a step stands first, as older sources have it.
fn is_swapped(forms: &[OperandForm], arguments: &[Argument<'_>]) -> bool {
    use OperandForm::{Register, RegisterData, Step, StringData};
    match (forms, arguments) {
        ([Register { .. }, RegisterData(_) | StringData(_) | Step { .. }], [first, second]) => {
            let may_be_value = first.is_value() || matches!(first.kind, ArgumentKind::Wrong);
            may_be_value && matches!(second.kind, ArgumentKind::Register { .. })
        }
        _ => false,
    }
}

/// Whether the operand with this number in the row fits, and if so, whether only because nothing is
/// known of it.
fn fit_operand(choice: &Choice, arguments: &[Argument<'_>], number: usize) -> Result<bool, Reason> {
    let argument = &arguments[choice.written(number)];
    if matches!(argument.kind, ArgumentKind::Wrong) {
        return Ok(true);
    }
    let fits = match choice.row.syntax.operands[number] {
        OperandForm::Register { size, index } => {
            return fit_register(choice, arguments, number, (size, index));
        }
        OperandForm::Site { .. } => {
            return match argument.library.is_some()
                || matches!(argument.kind, ArgumentKind::Constant)
            {
                true => Ok(false),
                false => Err(Reason::Kind),
            };
        }
        OperandForm::Status => matches!(argument.kind, ArgumentKind::Status),
        // A label may have the name of an alias.
        OperandForm::Target(_) => argument.is_value() || argument.first == argument.last,
        _ => argument.is_value(),
    };
    if fits && argument.library.is_none() { Ok(false) } else { Err(Reason::Kind) }
}

fn fit_register(
    choice: &Choice,
    arguments: &[Argument<'_>],
    number: usize,
    (size, index): (SizeOf, IndexOf),
) -> Result<bool, Reason> {
    let argument = &arguments[choice.written(number)];
    let (found, found_index) = match argument.kind {
        _ if argument.library.is_some() => return Err(Reason::Kind),
        ArgumentKind::Register { size, index } => (size, index),
        ArgumentKind::Name { negative: false, .. } => return Ok(true),
        _ => return Err(Reason::Kind),
    };
    match size {
        SizeOf::Fixed(size) if size == found => {}
        SizeOf::Fixed(size) if size.family() == found.family() => return Err(Reason::Size),
        SizeOf::Fixed(_) => return Err(Reason::Kind),
        SizeOf::Field(field) => {
            let sizes = sizes(choice.row.form, field);
            if let Some(first) = shared_size(choice, arguments, number, field) {
                if first != found {
                    return Err(Reason::Differs(first));
                }
            } else if !sizes.contains(&found) {
                let has_family = sizes.iter().any(|size| size.family() == found.family());
                return Err(if has_family { Reason::Size } else { Reason::Kind });
            }
        }
    }
    match index {
        IndexOf::Fixed(index) if index != found_index => Err(Reason::Index(found, index)),
        _ => Ok(false),
    }
}

/// The size of an earlier operand that this one must share.
fn shared_size(
    choice: &Choice,
    arguments: &[Argument<'_>],
    number: usize,
    field: usize,
) -> Option<RegisterSize> {
    let mut earlier = 0;
    while earlier < number {
        if let OperandForm::Register { size: SizeOf::Field(other), .. } =
            choice.row.syntax.operands[earlier]
            && other == field
            && let ArgumentKind::Register { size, .. } = arguments[choice.written(earlier)].kind
        {
            return Some(size);
        }
        earlier += 1;
    }
    None
}

/// The sizes that a size field can hold.
pub(super) fn sizes(form: &Form, field: usize) -> &'static [RegisterSize] {
    match form.fields.get(field).map(|field| field.kind) {
        Some(FieldKind::Size(sizes)) => sizes,
        _ => &[],
    }
}

/// Adds what a row accepts as the operand with this number, as written.
pub(super) fn accept(
    accepted: &mut Accepted,
    row: Row,
    arguments: &[Argument<'_>],
    written: usize,
) {
    let choice = Choice::new(row, is_swapped(row.syntax.operands, arguments));
    match row.syntax.operands.get(choice.written(written)) {
        Some(OperandForm::Register { size: SizeOf::Fixed(size), .. }) => accepted.add_size(*size),
        Some(OperandForm::Register { size: SizeOf::Field(field), .. }) => {
            match shared_size(&choice, arguments, choice.written(written), *field) {
                Some(size) => accepted.add_size(size),
                None => sizes(row.form, *field).iter().for_each(|size| accepted.add_size(*size)),
            }
        }
        Some(form) => accepted.add_form(form),
        None => {}
    }
}
