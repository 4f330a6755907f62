//! The limits of a block: code and constants that one library can hold.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::block::Resolved;
use crate::asm::error::AsmErrorKind;
use crate::asm::token::{Errors, Span};
use crate::codec::DataSegment;
use crate::isa::Form;
use crate::limits::{CODE_MAX, DATA_MAX};

/// Reports code of this length that no library can hold, at the instruction that passes the limit.
pub(crate) fn check_size<'i, S: Span + 'i>(
    instrs: impl Iterator<Item = &'i Resolved<S>> + Clone,
    length: usize,
    errors: &mut Errors<'_, S>,
) {
    if length > CODE_MAX {
        let mut end = 0;
        let first = instrs.clone().find(|resolved| {
            end += resolved.length();
            end > CODE_MAX
        });
        if let Some(first) = first {
            errors.push_last(first.mnemonic, AsmErrorKind::CodeTooLong { length });
        }
    }
    if constants(instrs.clone()).map(|(_, data)| data.len()).sum::<usize>() <= DATA_MAX {
        return;
    }
    if let Some((instr, length)) = first_unplaced(instrs) {
        errors.push_last(instr.mnemonic, AsmErrorKind::DataTooLong { length });
    }
}

impl<S> Resolved<S> {
    /// The length of the instruction in the code.
    pub fn length(&self) -> usize {
        let verbatim = self.verbatim.map_or(0, |verbatim| verbatim.bytes().len());
        self.form.map_or(verbatim, Form::length)
    }
}

/// The literal constants, with their instructions.
fn constants<'i, S: 'i>(
    instrs: impl Iterator<Item = &'i Resolved<S>>,
) -> impl Iterator<Item = (&'i Resolved<S>, &'i [u8])> {
    instrs.filter_map(|resolved| Some((resolved, resolved.data.as_deref()?)))
}

/// The first instruction whose constant finds no place in the data segment, and the length that the
/// segment would need for it. Placing costs a search through all the data for each constant, so that it
/// is done only where the plain sum of their lengths says that it may matter.
fn first_unplaced<'i, S: 'i>(
    instrs: impl Iterator<Item = &'i Resolved<S>>,
) -> Option<(&'i Resolved<S>, usize)> {
    let mut seen = BTreeSet::new();
    let distinct = constants(instrs).filter(|(_, data)| seen.insert(*data));
    let distinct: Vec<(&Resolved<S>, &[u8])> = distinct.collect();
    if distinct.iter().map(|(_, data)| data.len()).sum::<usize>() <= DATA_MAX {
        return None;
    }
    let mut segment = DataSegment::over(&[]);
    distinct.into_iter().find_map(|(instr, data)| Some((instr, segment.place(data).err()?)))
}
