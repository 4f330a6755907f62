//! Choosing the row that an instruction statement means: by the kinds, families and sizes of its
//! operands, and then by its flags. The check of the instruction table guarantees that at most one
//! row fits.

use super::error::{Accepted, AsmErrorKind, Extension, Usage};
use super::mnemonic::{Candidates, Row};
use super::operand::{Operand, OperandKind, size_from_name};
use super::stmt::{Assembler, Head};
use super::token::Span;
use crate::isa::{FieldKind, Form, IndexOf, OperandForm, RegisterSize, SizeOf};

/// A row that the operands fit.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) row: Row,
    /// Whether the immediate is written before the register.
    pub(super) is_swapped: bool,
    /// How many operands fit only because nothing is known of them.
    unknown: usize,
}

impl Choice {
    /// The number, as written, of the operand that has this number in the row.
    pub(super) fn written(&self, number: usize) -> usize {
        if self.is_swapped { 1 - number } else { number }
    }
}

/// Why an operand does not fit a row.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Misfit {
    /// The number of the operand as it is written.
    operand: usize,
    reason: Reason,
}

/// The reasons, the more right the operand the later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// Not this kind of operand, or not this family or size of registers.
    Kind,
    /// Not this size.
    Size,
    /// Only the register with this index.
    Index(RegisterSize, u8),
    /// Not the size of an operand before it.
    Differs(RegisterSize),
}

impl<'t, S: Span> Assembler<'t, S> {
    /// The row that the operands fit. Reports an error if there is none.
    pub(super) fn choose(&mut self, head: Head<'t>, operands: &[Operand<'t>]) -> Option<Choice> {
        let candidates = self.mnemonics.find(head.mnemonic);
        let mut best: Option<Choice> = None;
        let mut fitting = 0;
        for row in candidates.iter() {
            let Ok(choice) = fit(row, operands) else { continue };
            let has_flags = |choice: &Choice| choice.row.syntax.flags.is_some();
            if has_flags(&choice) == head.flags.is_some() && choice.unknown == 0 {
                return Some(choice);
            }
            fitting += 1;
            let is_better = best.is_none_or(|best| {
                let flags = (has_flags(&choice), has_flags(&best));
                match flags.0 == flags.1 {
                    true => choice.unknown < best.unknown,
                    false => flags.0 == head.flags.is_some(),
                }
            });
            if is_better {
                best = Some(choice);
            }
        }
        let Some(choice) = best else {
            let (first, last, error) = self.misfit(head, candidates, operands)?;
            self.error_between(first, last, error);
            return None;
        };
        let has_wrong = operands.iter().any(|operand| matches!(operand.kind, OperandKind::Wrong));
        self.report_unknown_registers(&choice, operands);
        if has_wrong && fitting > 1 { None } else { Some(choice) }
    }

    /// Reports names that stand for registers and are no aliases.
    fn report_unknown_registers(&mut self, choice: &Choice, operands: &[Operand<'t>]) {
        for (number, form) in choice.row.syntax.operands.iter().enumerate() {
            let Some(operand) = operands.get(choice.written(number)) else { continue };
            let OperandForm::Register { .. } = form else { continue };
            let OperandKind::Name { name, .. } = operand.kind else { continue };
            self.is_wrong = true;
            match size_from_name(name) {
                Some(size) => self.error(operand.first, AsmErrorKind::MissingIndex { size }),
                None => self.unknown_name(operand.first, name),
            }
        }
    }

    /// Why no row fits, and between which tokens.
    fn misfit(
        &self,
        head: Head<'t>,
        candidates: Candidates<'_>,
        operands: &[Operand<'t>],
    ) -> Option<(usize, usize, AsmErrorKind)> {
        let usage = self.usage(head, candidates)?;
        let counts = || candidates.iter().map(|row| row.syntax.operands.len());
        let found = operands.len();
        if !counts().any(|count| count == found) {
            if !self.is_count_certain {
                return None;
            }
            // What stands behind the dot was meant as an operand, such as a label `.next`.
            if let Some((flags, token)) = head.flags.filter(|_| found == 0 && !usage.has_flags()) {
                let error = AsmErrorKind::NeedlessFlags { found: flags.into(), usage };
                return Some((token, token, error));
            }
            let (least, most) = (counts().min()?, counts().max()?);
            let error = AsmErrorKind::OperandCount { usage, family: None, found, least, most };
            return match operands.get(most) {
                Some(superfluous) if found > most => {
                    Some((superfluous.first, operands.last()?.end(), error))
                }
                _ => Some((head.at, head.at, error)),
            };
        }
        let misfits =
            || candidates.iter().filter_map(|row| Some((row, fit(row, operands).err()??)));
        let (_, worst) = misfits().max_by_key(|(_, misfit)| (misfit.operand, misfit.reason))?;
        let operand = operands.get(worst.operand)?;
        let is_register = matches!(operand.kind, OperandKind::Register { .. });
        let size = match operand.kind {
            OperandKind::Register { size, .. } => size,
            _ => RegisterSize::S16,
        };
        // A first register that fits only rows with another number of operands decides on the row.
        if is_register && worst == (Misfit { operand: 0, reason: Reason::Kind }) {
            let fitting = || candidates.iter().filter(|row| fits_first(*row, operands));
            let counts = || fitting().map(|row| row.syntax.operands.len());
            if let (Some(least), Some(most)) = (counts().min(), counts().max()) {
                let family = Some(size.family());
                let error = AsmErrorKind::OperandCount { usage, family, found, least, most };
                return Some(match operands.get(most) {
                    Some(superfluous) => (superfluous.first, operands.last()?.end(), error),
                    None => (head.at, head.at, error),
                });
            }
        }
        Some(match worst.reason {
            Reason::Differs(first) => {
                let error = AsmErrorKind::SizesDiffer { usage, first, second: size };
                (operand.first, operand.first, error)
            }
            Reason::Index(size, index) => {
                let token = (operand.first + 2).min(operand.last);
                (token, token, AsmErrorKind::FixedIndex { usage, size, index })
            }
            Reason::Kind | Reason::Size => {
                let mut accepted = Accepted::default();
                for (row, misfit) in misfits().filter(|(_, found)| found.operand == worst.operand) {
                    accept(&mut accepted, row, operands, misfit.operand);
                }
                if is_register && accepted.has_family(size.family()) && operand.library.is_none() {
                    let allowed = accepted.sizes_of(size.family());
                    let error = AsmErrorKind::SizeNotAllowed { usage, found: size, allowed };
                    (operand.first, operand.first, error)
                } else if accepted.has_status() && self.tokens.ident(operand.first) == Some("ST0") {
                    let (found, expected) = ("ST0".into(), "st0".into());
                    (operand.first, operand.first, AsmErrorKind::UpperCase { found, expected })
                } else {
                    let found = self.describe_operand(operand);
                    let error = AsmErrorKind::OperandKind { usage, accepted, found };
                    (operand.first, operand.end(), error)
                }
            }
        })
    }

    /// The accepted forms of a mnemonic, for messages.
    pub(super) fn usage(&self, head: Head<'t>, candidates: Candidates<'_>) -> Option<Usage> {
        let mnemonic = candidates.iter().next()?.syntax.mnemonic;
        let flags = head.flags.map(|(flags, _)| flags.into());
        Some(Usage { mnemonic, flags, extension: Extension(self.extension) })
    }
}

impl Operand<'_> {
    /// Its last token, the library behind `@` included.
    pub(super) fn end(&self) -> usize {
        self.library.map_or(self.last, |library| library.last)
    }

    fn is_value(&self) -> bool {
        !matches!(
            self.kind,
            OperandKind::Register { .. } | OperandKind::Status | OperandKind::Wrong
        )
    }
}

/// Whether operands fit a row; no misfit means that their number is wrong.
fn fit(row: Row, operands: &[Operand<'_>]) -> Result<Choice, Option<Misfit>> {
    let forms = row.syntax.operands;
    if forms.len() != operands.len() {
        return Err(None);
    }
    let mut choice = Choice { row, is_swapped: is_swapped(forms, operands), unknown: 0 };
    let mut number = 0;
    while number < forms.len() {
        let written = choice.written(number);
        match fit_operand(&choice, operands, number) {
            Ok(is_unknown) => choice.unknown += usize::from(is_unknown),
            Err(reason) => return Err(Some(Misfit { operand: written, reason })),
        }
        number += 1;
    }
    Ok(choice)
}

/// Whether the first operand fits a row, whatever else the row wants.
fn fits_first(row: Row, operands: &[Operand<'_>]) -> bool {
    let choice = Choice { row, is_swapped: false, unknown: 0 };
    !row.syntax.operands.is_empty() && fit_operand(&choice, operands, 0).is_ok()
}

/// Whether the immediate of `put` or of a step stands first, as older sources have it.
fn is_swapped(forms: &[OperandForm], operands: &[Operand<'_>]) -> bool {
    use OperandForm::{Register, RegisterData, Step, StringData};
    match (forms, operands) {
        ([Register { .. }, RegisterData(_) | StringData(_) | Step { .. }], [first, second]) => {
            let may_be_value = first.is_value() || matches!(first.kind, OperandKind::Wrong);
            may_be_value && matches!(second.kind, OperandKind::Register { .. })
        }
        _ => false,
    }
}

/// Whether the operand with this number in the row fits, and if so, whether only because nothing is
/// known of it.
fn fit_operand(choice: &Choice, operands: &[Operand<'_>], number: usize) -> Result<bool, Reason> {
    let operand = &operands[choice.written(number)];
    if matches!(operand.kind, OperandKind::Wrong) {
        return Ok(true);
    }
    let fits = match choice.row.syntax.operands[number] {
        OperandForm::Register { size, index } => {
            return fit_register(choice, operands, number, (size, index));
        }
        OperandForm::Site { .. } => {
            return match operand.library.is_some() || matches!(operand.kind, OperandKind::Constant)
            {
                true => Ok(false),
                false => Err(Reason::Kind),
            };
        }
        OperandForm::Status => matches!(operand.kind, OperandKind::Status),
        // A label may have the name of an alias.
        OperandForm::Target(_) => operand.is_value() || operand.first == operand.last,
        _ => operand.is_value(),
    };
    if fits && operand.library.is_none() { Ok(false) } else { Err(Reason::Kind) }
}

fn fit_register(
    choice: &Choice,
    operands: &[Operand<'_>],
    number: usize,
    (size, index): (SizeOf, IndexOf),
) -> Result<bool, Reason> {
    let operand = &operands[choice.written(number)];
    let (found, found_index) = match operand.kind {
        _ if operand.library.is_some() => return Err(Reason::Kind),
        OperandKind::Register { size, index } => (size, index),
        OperandKind::Name { negative: false, .. } => return Ok(true),
        _ => return Err(Reason::Kind),
    };
    match size {
        SizeOf::Fixed(size) if size == found => {}
        SizeOf::Fixed(size) if size.family() == found.family() => return Err(Reason::Size),
        SizeOf::Fixed(_) => return Err(Reason::Kind),
        SizeOf::Field(field) => {
            let sizes = sizes(choice.row.form, field);
            if let Some(first) = shared_size(choice, operands, number, field) {
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
    operands: &[Operand<'_>],
    number: usize,
    field: usize,
) -> Option<RegisterSize> {
    let mut earlier = 0;
    while earlier < number {
        if let OperandForm::Register { size: SizeOf::Field(other), .. } =
            choice.row.syntax.operands[earlier]
            && other == field
            && let OperandKind::Register { size, .. } = operands[choice.written(earlier)].kind
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
fn accept(accepted: &mut Accepted, row: Row, operands: &[Operand<'_>], written: usize) {
    let choice = Choice { row, is_swapped: is_swapped(row.syntax.operands, operands), unknown: 0 };
    match row.syntax.operands.get(choice.written(written)) {
        Some(OperandForm::Register { size: SizeOf::Fixed(size), .. }) => accepted.add_size(*size),
        Some(OperandForm::Register { size: SizeOf::Field(field), .. }) => {
            match shared_size(&choice, operands, choice.written(written), *field) {
                Some(size) => accepted.add_size(size),
                None => sizes(row.form, *field).iter().for_each(|size| accepted.add_size(*size)),
            }
        }
        Some(form) => accepted.add_form(form),
        None => {}
    }
}
