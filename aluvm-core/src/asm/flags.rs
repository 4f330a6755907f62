//! Filling in flags, and what is wrong with them.

use super::block::Resolved;
use super::choose::Choice;
use super::error::{AsmErrorKind, FlagUsage};
use super::operand::{Operand, OperandKind};
use super::stmt::{Assembler, Head};
use super::token::Span;
use crate::isa::{FieldKind, Flag};

impl<'t, S: Span> Assembler<'t, S> {
    pub(super) fn fill_flags(
        &mut self,
        head: Head<'t>,
        choice: &Choice,
        operands: &[Operand<'t>],
        resolved: &mut Resolved<S>,
    ) {
        let form = choice.row.form;
        let flags = choice.row.syntax.flags.map(|field| (field, form.fields[field].kind));
        let (token, error) = match (flags, head.flags) {
            (None, None) => return,
            (Some((field, FieldKind::Flags(flags))), Some((text, token))) => {
                if let Some(flag) = flags.iter().find(|flag| flag.text == text) {
                    return resolved.set(field, flag.bits.into());
                }
                if text.is_empty() {
                    return;
                }
                let usage = self.flag_usage(choice, operands, flags);
                (token, wrong_flags(text, usage))
            }
            (Some((_, FieldKind::Flags(flags))), None) => {
                (head.at, AsmErrorKind::MissingFlags(self.flag_usage(choice, operands, flags)))
            }
            (_, Some((text, token))) if !text.is_empty() => {
                let candidates = self.mnemonics.find(head.mnemonic);
                let Some(mut usage) = self.usage(head, candidates) else { return };
                usage.flags = None;
                (token, AsmErrorKind::NeedlessFlags { usage, found: text.into() })
            }
            _ => return,
        };
        self.is_wrong = true;
        self.error(token, error);
    }

    /// The flags that a row takes. Where the mnemonic has other rows, the registers decide on them.
    fn flag_usage(
        &self,
        choice: &Choice,
        operands: &[Operand<'t>],
        flags: &'static [Flag],
    ) -> FlagUsage {
        let mnemonic = choice.row.syntax.mnemonic;
        let has_other_rows = self.mnemonics.find(mnemonic).iter().count() > 1;
        let family = operands.iter().rev().find_map(|operand| match operand.kind {
            OperandKind::Register { size, .. } => Some(size.family()),
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
