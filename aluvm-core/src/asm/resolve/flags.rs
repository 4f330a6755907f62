//! Filling in flags, and what is wrong with them.

use super::argument::ArgumentKind;
use super::block::Resolved;
use super::call::Call;
use super::fit::Choice;
use crate::asm::error::{AsmErrorKind, Fault, FlagUsage};
use crate::isa::{FieldKind, Flag};

impl Call<'_, '_> {
    pub(super) fn fill_flags<S>(
        &self,
        choice: &Choice,
        resolved: &mut Resolved<S>,
    ) -> Result<(), Fault> {
        let form = choice.row.form;
        let flags = choice.row.syntax.flags.map(|field| (field, form.fields[field].kind));
        let (token, error) = match (flags, self.flags()) {
            (None, None) => return Ok(()),
            (Some((field, FieldKind::Flags(flags))), Some((text, token))) => {
                if let Some(flag) = flags.iter().find(|flag| flag.text == text) {
                    resolved.set(field, flag.bits.into());
                    return Ok(());
                }
                if text.is_empty() {
                    return Ok(());
                }
                (token, wrong_flags(text, self.flag_usage(choice, flags)))
            }
            (Some((_, FieldKind::Flags(flags))), None) => {
                let usage = self.flag_usage(choice, flags);
                (self.instruction.at, AsmErrorKind::MissingFlags(usage))
            }
            (_, Some((text, token))) if !text.is_empty() => {
                let Some(mut usage) = self.usage() else { return Ok(()) };
                usage.flags = None;
                (token, AsmErrorKind::NeedlessFlags { usage, found: text.into() })
            }
            _ => return Ok(()),
        };
        Err(Fault::at(token, error))
    }

    /// The flags that a row takes. Where the mnemonic has other rows, the registers decide on them.
    fn flag_usage(&self, choice: &Choice, flags: &'static [Flag]) -> FlagUsage {
        let mnemonic = choice.row.syntax.mnemonic;
        let has_other_rows = self.instruction.rows.iter().count() > 1;
        let family = self.arguments.iter().rev().find_map(|argument| match argument.kind {
            ArgumentKind::Register { size, .. } => Some(size.family()),
            _ => None,
        });
        FlagUsage { mnemonic, family: family.filter(|_| has_other_rows), flags }
    }
}

/// What is wrong with flags that are none of those that the row takes.
fn wrong_flags(found: &str, usage: FlagUsage) -> AsmErrorKind {
    let lower = found.to_ascii_lowercase();
    if lower != found && usage.flags.iter().any(|flag| flag.text == lower) {
        return AsmErrorKind::UpperCase { found: found.into(), expected: lower.into() };
    }
    let is_used = |letter: char| usage.flags.iter().any(|flag| flag.text.contains(letter));
    let together = |a: char, b: char| {
        usage.flags.iter().any(|flag| flag.text.contains(a) && flag.text.contains(b))
    };
    if found.chars().all(is_used) {
        for (i, first) in found.char_indices() {
            for second in found[i..].chars().skip(1) {
                if first != second && !together(first, second) {
                    let found = found.into();
                    return AsmErrorKind::ContradictoryFlags { found, first, second, usage };
                }
            }
        }
    }
    AsmErrorKind::UnknownFlags { found: found.into(), usage }
}
