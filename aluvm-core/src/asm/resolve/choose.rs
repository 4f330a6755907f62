//! Choosing the row that an instruction statement means: by the kinds, families and sizes of its
//! operands, and then by its flags. The check of the instruction table guarantees that at most one
//! row fits.

use alloc::vec::Vec;

use super::argument::ArgumentKind;
use super::call::Call;
use super::fit::{Choice, Misfit, Reason, accept, fit, fits_first};
use crate::asm::error::{Accepted, AsmErrorKind, Fault};
use crate::asm::parse::{Reading, Row, size_from_name};
use crate::isa::{Family, OperandForm};

impl Call<'_, '_> {
    /// The row that the operands fit, or why there is none; nothing more is to be said if too little is
    /// known of the operands.
    pub(super) fn choose(&self) -> Result<Choice, Option<Fault>> {
        let mut best: Option<Choice> = None;
        let mut fitting = 0;
        let with_flags = self.flags().is_some();
        for row in self.instruction.rows.iter() {
            let Ok(choice) = fit(row, self.arguments) else { continue };
            let has_flags = |choice: &Choice| choice.row.syntax.flags.is_some();
            if has_flags(&choice) == with_flags && choice.unknown == 0 {
                return Ok(choice);
            }
            fitting += 1;
            let is_better = best.is_none_or(|best| match has_flags(&choice) == has_flags(&best) {
                true => choice.unknown < best.unknown,
                false => has_flags(&choice) == with_flags,
            });
            if is_better {
                best = Some(choice);
            }
        }
        let mut choice = best.ok_or_else(|| self.misfit())?;
        let has_wrong = self.arguments.iter().any(|a| matches!(a.kind, ArgumentKind::Wrong));
        choice.is_guess = has_wrong && fitting > 1;
        Ok(choice)
    }

    /// Names that stand for registers and are no aliases.
    pub(super) fn unknown_registers(&self, choice: &Choice) -> Vec<Fault> {
        let mut faults = Vec::new();
        if choice.unknown == 0 {
            return faults;
        }
        for (number, form) in choice.row.syntax.operands.iter().enumerate() {
            let Some(argument) = self.arguments.get(choice.written(number)) else { continue };
            let OperandForm::Register { .. } = form else { continue };
            let ArgumentKind::Name { name, .. } = argument.kind else { continue };
            faults.push(match size_from_name(name) {
                Some(size) => Fault::at(argument.first, AsmErrorKind::MissingIndex { size }),
                None => argument.unknown_name(name, self.scope.nearest_alias(name)),
            });
        }
        faults
    }

    /// Why no row fits.
    fn misfit(&self) -> Option<Fault> {
        let rows = self.instruction.rows;
        if !rows.iter().any(|row| row.syntax.operands.len() == self.arguments.len()) {
            return self.miscounted();
        }
        let (worst, accepted) = self.worst()?;
        let usage = self.usage()?;
        let argument = self.arguments.get(worst.operand)?;
        let size = match argument.kind {
            ArgumentKind::Register { size, .. } => Some(size),
            _ => None,
        };
        // A first register that fits only rows with another number of operands decides on the row.
        if let Some(size) = size
            && worst == (Misfit { operand: 0, reason: Reason::Kind })
            && let Some(fault) = self.miscounted_for(size.family())
        {
            return Some(fault);
        }
        Some(match (worst.reason, size) {
            (Reason::Differs(first), Some(second)) => {
                Fault::at(argument.first, AsmErrorKind::SizesDiffer { usage, first, second })
            }
            (Reason::Index(size, index), _) => {
                Fault::at(argument.index, AsmErrorKind::FixedIndex { usage, size, index })
            }
            (_, Some(found))
                if accepted.has_family(found.family()) && argument.library.is_none() =>
            {
                let allowed = accepted.sizes_of(found.family());
                Fault::at(argument.first, AsmErrorKind::SizeNotAllowed { usage, found, allowed })
            }
            _ if accepted.has_status() && argument.name == Some("ST0") => {
                let (found, expected) = ("ST0".into(), "st0".into());
                Fault::at(argument.first, AsmErrorKind::UpperCase { found, expected })
            }
            _ => {
                let found = argument.describe();
                let error = AsmErrorKind::OperandKind { usage, accepted, found };
                Fault::between(argument.first, argument.end(), error)
            }
        })
    }

    /// Of the operands that fit no row the one that is nearest to it, and what could stand there.
    fn worst(&self) -> Option<(Misfit, Accepted)> {
        let misfits = || {
            let rows = self.instruction.rows.iter();
            rows.filter_map(|row| Some((row, fit(row, self.arguments).err()??)))
        };
        let (_, worst) = misfits().max_by_key(|(_, misfit)| (misfit.operand, misfit.reason))?;
        let mut accepted = Accepted::default();
        for (row, misfit) in misfits().filter(|(_, found)| found.operand == worst.operand) {
            accept(&mut accepted, row, self.arguments, misfit.operand);
        }
        Some((worst, accepted))
    }

    /// That no row has so many operands.
    fn miscounted(&self) -> Option<Fault> {
        if self.instruction.reading >= Reading::Miscounted {
            return None;
        }
        let usage = self.usage()?;
        let found = self.arguments.len();
        // What stands behind the dot was meant as an operand, such as a label `.next`.
        if let Some((flags, token)) = self.flags().filter(|_| found == 0 && !usage.has_flags()) {
            let error = AsmErrorKind::NeedlessFlags { found: flags.into(), usage };
            return Some(Fault::at(token, error));
        }
        self.count_fault(self.instruction.rows.iter(), None)
    }

    /// That no row has so many operands whose first is of this family.
    fn miscounted_for(&self, family: Family) -> Option<Fault> {
        let rows = self.instruction.rows.iter().filter(|row| fits_first(*row, self.arguments));
        self.count_fault(rows, Some(family))
    }

    fn count_fault(
        &self,
        rows: impl Iterator<Item = Row>,
        family: Option<Family>,
    ) -> Option<Fault> {
        let counts: Vec<usize> = rows.map(|row| row.syntax.operands.len()).collect();
        let (least, most) = (*counts.iter().min()?, *counts.iter().max()?);
        let (usage, found) = (self.usage()?, self.arguments.len());
        let error = AsmErrorKind::OperandCount { usage, family, found, least, most };
        Some(match self.arguments.get(most) {
            Some(superfluous) => {
                Fault::between(superfluous.first, self.arguments.last()?.end(), error)
            }
            None => Fault::at(self.instruction.at, error),
        })
    }
}
