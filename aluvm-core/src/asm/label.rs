//! Labels: where they stand, and the jumps to them.

use alloc::collections::{BTreeMap, BTreeSet};

use super::block::{ConstantUse, Wanted};
use super::error::{AsmErrorKind, Note};
use super::nearest::{SUGGESTIONS_MAX, nearest};
use super::stmt::Assembler;
use super::token::Span;
use alloc::vec::Vec;

/// The labels of a block.
#[derive(Default)]
pub(super) struct Labels<'t> {
    defined: BTreeMap<&'t str, Label>,
    uses: Vec<LabelUse<'t>>,
}

struct Label {
    offset: usize,
    token: usize,
}

/// A jump to a name that may be defined further on.
pub(super) struct LabelUse<'t> {
    pub(super) name: &'t str,
    pub(super) token: usize,
    /// The instruction, and where the target begins in its word.
    pub(super) instr: usize,
    pub(super) shift: u32,
    /// Whether the name is a Rust constant if there is no such label.
    pub(super) may_be_constant: bool,
}

impl<'t, S: Span> Assembler<'t, S> {
    /// Defines a label at the current offset.
    pub(super) fn define_label(&mut self, name: &'t str, token: usize) {
        if let Some(first) = self.labels.defined.get(name) {
            let note = (first.token, Note::FirstDefinition);
            self.error_with_note(token, AsmErrorKind::DuplicateLabel { name: name.into() }, note);
        } else {
            self.labels.defined.insert(name, Label { offset: self.offset, token });
        }
    }

    pub(super) fn use_label(&mut self, label: LabelUse<'t>) {
        self.labels.uses.push(label);
    }

    /// Puts the offsets of labels into the instruction words.
    pub(super) fn resolve_labels(&mut self) {
        let Labels { defined, uses } = core::mem::take(&mut self.labels);
        let mut undefined = BTreeSet::new();
        for LabelUse { name, token, instr, shift, may_be_constant } in uses {
            let resolved = self.instrs.get_mut(instr).and_then(Option::as_mut);
            if let Some(label) = defined.get(name) {
                if let Some(resolved) = resolved {
                    resolved.word |= u128::from(label.offset as u16) << shift;
                }
            } else if may_be_constant {
                if let (Some(resolved), Some(span)) = (resolved, self.tokens.span(token, token)) {
                    let wanted = Wanted::Unsigned { shift, bits: 16 };
                    let constant = ConstantUse { tokens: token..token + 1, span, wanted };
                    resolved.constants.insert(0, constant);
                }
            } else if undefined.insert(name) {
                let nearest = if undefined.len() <= SUGGESTIONS_MAX {
                    nearest(name, defined.keys().copied())
                } else {
                    None
                };
                let (name, nearest) = (name.into(), nearest.map(Into::into));
                self.error(token, AsmErrorKind::UndefinedLabel { name, nearest });
            }
        }
    }
}
