//! What can be wrong with a contract, as data. [`message`](self) puts it into words.

mod fault;
mod help;
mod kind;
mod language;
mod message;
mod replacement;

pub(crate) use fault::Faults;
pub use kind::SourceErrorKind;
pub(super) use language::OPEN_STATUS;
pub use language::{LanguageErrorKind, Wanted};

use crate::flow::{Problem, names};
use crate::isa::Register;

/// What stands behind the `=` of an error.
pub(super) const NUMBER: &str = "the number of the error";

/// What can stand in a library.
pub(super) const ITEM: &str = "an item: `const`, `let`, `enum`, `fn` or `use`";

/// An error in a contract and the place of the smallest token that is wrong.
///
/// [`Display`](core::fmt::Display) says what is wrong in one line, [`help`](SourceError::help) how to
/// mend it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceError<S> {
    /// What is wrong.
    pub kind: SourceErrorKind,
    /// Where it stands.
    pub span: S,
    /// A second place that belongs to it.
    pub note: Option<(Note, S)>,
}

/// Why a second place is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The name, register or number is first used there.
    First,
    /// An error is left in the register there.
    Refusal,
}

/// What a name that nothing uses stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unused {
    /// A place in a routine.
    Label,
    /// A register.
    Alias,
    /// A value of structured statements.
    Variable,
    /// A value.
    Constant,
    /// An error.
    Error,
}

impl Unused {
    names! {
        Unused::Label => "unused_label",
        Unused::Alias => "unused_alias",
        Unused::Variable => "unused_variable",
        Unused::Constant => "unused_const",
        Unused::Error => "unused_error",
    }
}

/// The register that a finding is about.
pub(super) fn register_of(problem: &Problem) -> Option<Register> {
    match *problem {
        Problem::UndefinedRead { register }
        | Problem::UndefinedOutput { register }
        | Problem::UndefinedInput { register }
        | Problem::UnsetOutput { register }
        | Problem::UnusedInput { register }
        | Problem::NegatedUndefined { register }
        | Problem::Clobbered { register } => Some(register),
        _ => None,
    }
}
