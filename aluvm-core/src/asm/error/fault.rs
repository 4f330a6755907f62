//! An error before its place is looked up: what the stages return.

use alloc::boxed::Box;

use super::kind::{AsmErrorKind, Note};

/// What is wrong, and with which tokens.
#[derive(Debug)]
pub(crate) struct Fault {
    /// The first and the last of the tokens that are wrong.
    pub(in crate::asm) first: usize,
    pub(in crate::asm) last: usize,
    /// In a box, so that results that hold a fault are small.
    pub(in crate::asm) kind: Box<AsmErrorKind>,
    /// Why a second token is shown, and which.
    pub(in crate::asm) note: Option<(Note, usize)>,
}

impl Fault {
    /// Something is wrong with one token.
    pub(crate) fn at(token: usize, kind: AsmErrorKind) -> Fault {
        Fault::between(token, token, kind)
    }

    /// Something is wrong with all tokens from one to another.
    pub(crate) fn between(first: usize, last: usize, kind: AsmErrorKind) -> Fault {
        Fault { first, last, kind: Box::new(kind), note: None }
    }

    /// The same, with a second place that belongs to it.
    pub(crate) fn with_note(mut self, note: Note, token: usize) -> Fault {
        self.note = Some((note, token));
        self
    }
}
