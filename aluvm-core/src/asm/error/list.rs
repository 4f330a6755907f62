//! Lists of errors, for assembly and for what is built on it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Display;

use super::kind::{AsmError, AsmErrorKind};

/// An error of a source. Its [`Display`] says what is wrong in one line.
pub trait Located: Display {
    /// A place in the source.
    type Span: Copy;

    /// Where it stands.
    fn span(&self) -> Self::Span;

    /// Why a second place belongs to it, and where that is.
    fn note(&self) -> Option<(&dyn Display, Self::Span)>;

    /// How to mend it, one hint an entry.
    fn hints(&self) -> Vec<String>;

    /// A text that can stand in place of what the span covers.
    fn replacement(&self) -> Option<String>;

    /// What stands for this error and those behind it, of which there are so many.
    fn replace(&mut self, count: usize);
}

/// Implements [`Located`] for an error that is a kind, a span and a note.
macro_rules! located {
    ($Error:ident) => {
        impl<S: Copy> Located for $Error<S> {
            type Span = S;

            fn span(&self) -> S {
                self.span
            }

            fn note(&self) -> Option<(&dyn Display, S)> {
                self.note.as_ref().map(|(note, place)| (note as &dyn Display, *place))
            }

            fn hints(&self) -> Vec<String> {
                self.help()
            }

            fn replacement(&self) -> Option<String> {
                self.kind.replacement()
            }

            fn replace(&mut self, count: usize) {
                (self.kind, self.note) = (AsmErrorKind::MoreErrors { count }.into(), None);
            }
        }
    };
}

pub(crate) use located;

located!(AsmError);

/// How many errors of a source are listed. Nobody mends more at once, and a megabyte of text can have a
/// million.
const ERRORS_MAX: usize = 100;

/// Cuts a list of errors, and says at the first that is left out how many there are.
pub(crate) fn cut<E: Located>(errors: &mut Vec<E>) {
    let count = errors.len().saturating_sub(ERRORS_MAX);
    if let Some(first) = errors.get_mut(ERRORS_MAX) {
        first.replace(count);
        errors.truncate(ERRORS_MAX + 1);
    }
}
