//! Labels: where they stand, and the jumps to them, which are resolved when it is known where all code
//! lies.

use alloc::collections::{BTreeMap, BTreeSet};
use core::cell::Cell;

use super::nearest::{SUGGESTIONS_MAX, nearest};
use crate::asm::error::{AsmErrorKind, Fault, Note};

/// Names for places in code.
#[derive(Default)]
pub(crate) struct Labels<'t> {
    defined: BTreeMap<&'t str, Label>,
    /// Labels of pieces of code that are laid out beside each other, each of which has its own.
    of_pieces: BTreeSet<&'t str>,
}

struct Label {
    offset: usize,
    token: usize,
    is_used: Cell<bool>,
}

/// A jump to a name that may be defined further on.
pub(super) struct Jump<'t> {
    pub(super) name: &'t str,
    pub(super) token: usize,
    /// The instruction, and where the target begins in its word.
    pub(super) instr: usize,
    pub(super) shift: u32,
    /// Whether the name is a Rust constant if there is no such label.
    pub(super) may_be_constant: bool,
}

impl<'t> Labels<'t> {
    /// Names an offset.
    ///
    /// # Errors
    ///
    /// If there is a label of this name.
    pub(crate) fn define(
        &mut self,
        name: &'t str,
        token: usize,
        offset: usize,
    ) -> Result<(), Fault> {
        if let Some(first) = self.defined.get(name) {
            let fault = Fault::at(token, AsmErrorKind::DuplicateLabel { name: name.into() });
            return Err(fault.with_note(Note::FirstDefinition, first.token));
        }
        self.defined.insert(name, Label { offset, token, is_used: Cell::new(false) });
        Ok(())
    }

    /// Says that a piece of code has these labels, which are no places in the others.
    pub(crate) fn set_of_piece(&mut self, labels: &Labels<'t>) {
        self.of_pieces.extend(labels.names());
    }

    /// The offset of a label, which counts as used.
    pub(crate) fn offset(&self, name: &str) -> Option<usize> {
        let label = self.defined.get(name)?;
        label.is_used.set(true);
        Some(label.offset)
    }

    /// All labels with their tokens, and whether they are used.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'t str, usize, bool)> {
        self.defined.iter().map(|(name, label)| (*name, label.token, label.is_used.get()))
    }

    /// All labels with the offsets that they name.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&'t str, usize)> {
        self.defined.iter().map(|(name, label)| (*name, label.offset))
    }

    fn names(&self) -> impl Iterator<Item = &'t str> {
        self.defined.keys().copied()
    }
}

/// The names that jumps have been found to lack.
#[derive(Default)]
pub(super) struct Undefined<'t> {
    names: BTreeSet<&'t str>,
}

impl<'t> Undefined<'t> {
    /// Why a jump leads nowhere, the first time that its name is asked for.
    pub(super) fn fault(
        &mut self,
        jump: &Jump<'t>,
        labels: &Labels<'t>,
        outer: Option<&Labels<'t>>,
    ) -> Option<Fault> {
        if !self.names.insert(jump.name) {
            return None;
        }
        if outer.is_some_and(|outer| outer.of_pieces.contains(jump.name)) {
            let error = AsmErrorKind::LabelElsewhere { name: jump.name.into() };
            return Some(Fault::at(jump.token, error));
        }
        let nearest = match self.names.len() {
            ..=SUGGESTIONS_MAX => {
                let all = labels.names().chain(outer.into_iter().flat_map(Labels::names));
                nearest(jump.name, all).map(Into::into)
            }
            _ => None,
        };
        let name = jump.name.into();
        Some(Fault::at(jump.token, AsmErrorKind::UndefinedLabel { name, nearest }))
    }
}
