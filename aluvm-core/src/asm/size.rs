//! The limits of a block: code and constants that one library can hold.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::error::AsmErrorKind;
use super::stmt::Assembler;
use super::token::Span;
use crate::codec::DataSegment;
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
        if self.constants().map(|(_, data)| data.len()).sum::<usize>() <= DATA_MAX {
            return;
        }
        if let Some((instr, length)) = self.first_unplaced() {
            self.error_at_instr(Some(instr), AsmErrorKind::DataTooLong { length });
        }
    }

    /// The literal constants of the block, with the numbers of their instructions.
    fn constants(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let instrs = self.instrs.iter().enumerate();
        instrs.filter_map(|(number, resolved)| Some((number, resolved.as_ref()?.data.as_deref()?)))
    }

    /// The first instruction whose constant finds no place in the data segment, and the length that
    /// the segment would need for it. Placing costs a search through all the data for each constant,
    /// so that it is done only where the plain sum of their lengths says that it may matter.
    fn first_unplaced(&self) -> Option<(usize, usize)> {
        let mut seen = BTreeSet::new();
        let distinct = self.constants().filter(|(_, data)| seen.insert(*data));
        let distinct: Vec<(usize, &[u8])> = distinct.collect();
        if distinct.iter().map(|(_, data)| data.len()).sum::<usize>() <= DATA_MAX {
            return None;
        }
        let mut segment = DataSegment::over(&[]);
        distinct.into_iter().find_map(|(number, data)| Some((number, segment.place(data).err()?)))
    }

    fn error_at_instr(&mut self, instr: Option<usize>, kind: AsmErrorKind) {
        let resolved = instr.and_then(|instr| self.instrs.get(instr)).and_then(Option::as_ref);
        if let Some(resolved) = resolved {
            let span = resolved.mnemonic;
            self.error_at(span, kind);
        }
    }
}
