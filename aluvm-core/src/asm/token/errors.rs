//! The one list that the stages push their errors to.

use alloc::vec::Vec;

use super::{Span, Spans};
use crate::asm::error::{AsmError, AsmErrorKind, Fault};

/// The errors of a text, in the order in which they are found.
pub(crate) struct Errors<'t, S> {
    spans: Spans<'t, S>,
    /// With the token that each points at.
    list: Vec<(usize, AsmError<S>)>,
}

impl<'t, S: Span> Errors<'t, S> {
    /// No errors so far. Faults are looked up among these places.
    pub(crate) fn new(spans: Spans<'t, S>) -> Errors<'t, S> {
        Errors { spans, list: Vec::new() }
    }

    /// Where the tokens stand.
    pub(crate) fn spans(&self) -> Spans<'t, S> {
        self.spans
    }

    /// Adds an error.
    pub(crate) fn push(&mut self, fault: Fault) {
        let first = fault.first;
        if let Some(error) = self.spans.locate(fault) {
            self.list.push((first, error));
        }
    }

    /// Adds an error of the whole, behind those of its parts.
    pub(crate) fn push_last(&mut self, span: S, kind: AsmErrorKind) {
        self.list.push((self.spans.len(), AsmError { kind, span, note: None }));
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Of the errors behind the first so many, keeps those of a kind.
    pub(crate) fn retain_behind(&mut self, count: usize, keep: impl Fn(&AsmErrorKind) -> bool) {
        let mut behind = self.list.split_off(count);
        behind.retain(|(_, error)| keep(&error.kind));
        self.list.append(&mut behind);
    }

    /// Adds errors with the tokens that they point at.
    pub(crate) fn extend(&mut self, errors: Vec<(usize, AsmError<S>)>) {
        self.list.extend(errors);
    }

    /// All errors with the tokens that they point at, in the order in which they were found.
    pub(crate) fn into_list(self) -> Vec<(usize, AsmError<S>)> {
        self.list
    }

    /// All errors, in the order of the source: what is missing behind a token stands behind what is
    /// wrong with it.
    pub(crate) fn into_sorted(mut self) -> Vec<AsmError<S>> {
        self.list.sort_by_key(|(token, error)| {
            (*token, matches!(error.kind, AsmErrorKind::MissingSemicolon { .. }))
        });
        self.list.into_iter().map(|(_, error)| error).collect()
    }
}
