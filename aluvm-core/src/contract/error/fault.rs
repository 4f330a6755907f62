//! Errors before their places are looked up: what the stages push to one list.

use alloc::vec::Vec;
use core::cell::Cell;

use super::{Note, SourceError, SourceErrorKind};
use crate::asm::AsmError;
use crate::asm::resolve::SUGGESTIONS_MAX;
use crate::asm::token::{Errors, Span, Spans};

/// An error before its place is looked up.
#[derive(Debug)]
struct Fault {
    first: usize,
    last: usize,
    kind: SourceErrorKind,
    note: Option<(Note, usize)>,
}

/// The errors of a contract, in the order in which they are found.
#[derive(Default, Debug)]
pub(crate) struct Faults {
    list: Vec<Fault>,
    suggestions: Cell<usize>,
}

impl Faults {
    /// Something is wrong with one token.
    pub(in crate::contract) fn at(&mut self, token: usize, kind: impl Into<SourceErrorKind>) {
        self.between(token, token, kind);
    }

    /// Something is wrong with all tokens from one to another.
    pub(in crate::contract) fn between(
        &mut self,
        first: usize,
        last: usize,
        kind: impl Into<SourceErrorKind>,
    ) {
        self.list.push(Fault { first, last, kind: kind.into(), note: None });
    }

    /// Something is wrong with a token because of another.
    pub(in crate::contract) fn noted(
        &mut self,
        token: usize,
        kind: impl Into<SourceErrorKind>,
        note: (Note, usize),
    ) {
        self.list.push(Fault { first: token, last: token, kind: kind.into(), note: Some(note) });
    }

    /// The same, if nothing like it is said of the token.
    pub(in crate::contract) fn noted_once(
        &mut self,
        token: usize,
        kind: SourceErrorKind,
        note: (Note, usize),
    ) {
        if !self.list.iter().any(|fault| fault.first == token && fault.kind == kind) {
            self.noted(token, kind, note);
        }
    }

    /// Whether one more unknown name is compared with all known ones. Counts those that are.
    pub(in crate::contract) fn suggests(&self) -> bool {
        let before = self.suggestions.get();
        self.suggestions.set(before + 1);
        before < SUGGESTIONS_MAX
    }

    /// How many there are.
    pub(in crate::contract) fn len(&self) -> usize {
        self.list.len()
    }

    /// All errors and those of statements, in the order of the source.
    pub(in crate::contract) fn into_sorted<S: Span>(
        self,
        statements: Errors<'_, S>,
    ) -> Vec<SourceError<S>> {
        let spans = statements.spans();
        let mut all: Vec<(usize, SourceError<S>)> = Vec::new();
        for (token, AsmError { kind, span, note }) in statements.into_list() {
            let note = note.map(|(_, place)| (Note::First, place));
            all.push((token, SourceError { kind: SourceErrorKind::Asm(kind), span, note }));
        }
        all.extend(self.list.into_iter().filter_map(|fault| locate(fault, spans)));
        all.sort_by_key(|(token, _)| *token);
        all.into_iter().map(|(_, error)| error).collect()
    }
}

fn locate<S: Span>(fault: Fault, spans: Spans<'_, S>) -> Option<(usize, SourceError<S>)> {
    let Fault { first, last, kind, note } = fault;
    let span = spans.span(first, last)?;
    let note = match note {
        Some((note, token)) => Some((note, spans.span(token, token)?)),
        None => None,
    };
    Some((first, SourceError { kind, span, note }))
}
