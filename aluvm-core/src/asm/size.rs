//! The limits of a block: code and constants that one library can hold.

use alloc::collections::BTreeSet;

use super::error::AsmErrorKind;
use super::stmt::Assembler;
use super::token::Span;
use crate::isa::Form;
use crate::limits::{CODE_MAX, DATA_MAX};

impl<'t, S: Span> Assembler<'t, S> {
    /// Reports a block that no library can hold, at the instruction that passes the limit.
    pub(super) fn check_size(&mut self) {
        if self.offset > CODE_MAX {
            let length = self.offset;
            let mut end = 0;
            let first = self.instrs.iter().position(|resolved| {
                let verbatim = resolved.as_ref().and_then(|resolved| resolved.verbatim);
                let form = resolved.as_ref().and_then(|resolved| resolved.form);
                end += form.map_or(0, Form::length) + verbatim.map_or(0, |v| v.bytes().len());
                end > CODE_MAX
            });
            self.error_at_instr(first, AsmErrorKind::CodeTooLong { length });
        }
        let (mut plain, mut distinct) = (0, 0);
        for resolved in self.instrs.iter().flatten() {
            plain += resolved.data.as_ref().map_or(0, |data| data.len());
        }
        if plain <= DATA_MAX {
            return;
        }
        let mut seen = BTreeSet::new();
        let mut first = None;
        for (number, resolved) in self.instrs.iter().enumerate() {
            let Some(data) = resolved.as_ref().and_then(|resolved| resolved.data.as_deref()) else {
                continue;
            };
            if seen.insert(data) {
                distinct += data.len();
                if distinct > DATA_MAX && first.is_none() {
                    first = Some(number);
                }
            }
        }
        if distinct > DATA_MAX {
            self.error_at_instr(first, AsmErrorKind::DataTooLong { length: distinct });
        }
    }

    fn error_at_instr(&mut self, instr: Option<usize>, kind: AsmErrorKind) {
        let resolved = instr.and_then(|instr| self.instrs.get(instr)).and_then(Option::as_ref);
        if let Some(resolved) = resolved {
            let span = resolved.mnemonic;
            self.error_at(span, kind);
        }
    }
}
