//! What a call answers that has no outputs to give.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};

use super::{Case, Source};
use crate::contract::description::{ContractError, Description};
use crate::library::{LibId, LibSite, ProgramError};
use crate::vm::{Failure, Outcome, RegisterError, Registers, Stop};

/// Why a routine gave no outputs.
///
/// `Display`, and `Debug`, which a failed `unwrap` shows, tell all that can be known of it: where and
/// why the contract stopped, and what it did before.
pub struct CallError(Box<Inner>);

pub(super) enum Inner {
    /// It was not started.
    NotStarted { sources: Vec<Source>, entry: LibSite, error: NotStarted },
    /// It ended with `st0` false.
    Failed(Case),
    /// It ended with `st0` true, but this output is undefined.
    Undefined { case: Case, output: String },
}

/// Why a call was not started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NotStarted {
    Input(InputError),
    Program(ProgramError),
}

impl From<InputError> for NotStarted {
    fn from(error: InputError) -> NotStarted {
        NotStarted::Input(error)
    }
}

impl From<ProgramError> for NotStarted {
    fn from(error: ProgramError) -> NotStarted {
        NotStarted::Program(error)
    }
}

/// An input that no register can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InputError {
    /// The name of the input.
    pub name: &'static str,
    /// What is wrong with it.
    pub error: RegisterError,
}

/// Why a routine gave no outputs, for programs to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CallErrorKind {
    /// The contract refused, with an error of its own.
    Refused(Refused),
    /// It failed otherwise: also by a `test` or `fail` without an error, or because it ended with `st0`
    /// false.
    Failed(Outcome),
    /// It succeeded, and left this output undefined, which has no `?`.
    Undefined {
        /// The name of the output.
        output: String,
    },
    /// It was not started, because of this input.
    Input(InputError),
    /// It was not started, because there is no such program.
    Program(ProgramError),
}

/// An error of a contract.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// The library that refused, which may be another than the one called.
    pub lib: LibId,
    /// Its name.
    pub library: String,
    /// The routine that refused.
    pub routine: String,
    /// The name of the enum.
    pub error: String,
    /// The name of the variant.
    pub name: String,
    /// The number of the variant.
    pub number: u64,
    /// The documentation of the variant.
    pub docs: String,
}

/// A statement in a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The name of the library.
    pub library: String,
    /// The file, as the compiler names it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
    /// The routine.
    pub routine: String,
    /// The statement as written.
    pub statement: String,
}

impl CallError {
    /// Makes an error of what is wrong with an input.
    pub fn input(name: &'static str) -> impl FnOnce(RegisterError) -> InputError {
        move |error| InputError { name, error }
    }

    pub(super) fn not_started(
        sources: Vec<Source>,
        entry: LibSite,
        error: NotStarted,
    ) -> CallError {
        CallError(Box::new(Inner::NotStarted { sources, entry, error }))
    }

    /// That of a run that failed, or left outputs undefined in these registers.
    ///
    /// It is what a typed call answers after such a run, for those that ran the program otherwise.
    #[cold]
    pub fn failed(case: Case, registers: &Registers) -> CallError {
        if !case.outcome.is_success() {
            return CallError(Box::new(Inner::Failed(case)));
        }
        let output = case.source(case.entry.lib).and_then(|source| {
            let description = source.describe();
            let routine = description.routine_at(case.entry.offset)?;
            let missing = routine
                .outputs
                .iter()
                .find(|output| !output.is_optional && registers.get(output.register).is_none());
            missing.map(|output| output.name.to_owned())
        });
        let output = output.unwrap_or_default();
        CallError(Box::new(Inner::Undefined { case, output }))
    }

    /// Why the routine gave no outputs.
    pub fn kind(&self) -> CallErrorKind {
        match &*self.0 {
            Inner::NotStarted { error: NotStarted::Input(error), .. } => {
                CallErrorKind::Input(*error)
            }
            Inner::NotStarted { error: NotStarted::Program(error), .. } => {
                CallErrorKind::Program(*error)
            }
            Inner::Undefined { output, .. } => CallErrorKind::Undefined { output: output.clone() },
            Inner::Failed(case) => match case.refused() {
                Some(refused) => CallErrorKind::Refused(refused),
                None => CallErrorKind::Failed(case.outcome),
            },
        }
    }

    /// The error of the contract, if it refused with one of the enum `E`.
    ///
    /// It is told by the place where the run stopped, so that a number that an earlier `require` left in
    /// the register is not taken for a refusal.
    pub fn refusal<E: ContractError>(&self) -> Option<E> {
        let refused = self.case()?.refused()?;
        let is_of_this = refused.lib == E::LIB && refused.error == E::NAME;
        if is_of_this { E::from_number(refused.number) } else { None }
    }

    /// How the run ended; none if it was not started.
    pub fn outcome(&self) -> Option<Outcome> {
        self.case().map(|case| case.outcome)
    }

    /// The statement at which the run stopped, if it was started and the source is known.
    pub fn place(&self) -> Option<Place> {
        let case = self.case()?;
        case.place(case.outcome.site)
    }

    /// The run, to be repeated; none if it was not started.
    pub fn case(&self) -> Option<&Case> {
        match &*self.0 {
            Inner::Failed(case) | Inner::Undefined { case, .. } => Some(case),
            Inner::NotStarted { .. } => None,
        }
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.0
    }
}

impl Case {
    /// The error with which the contract refused, if it did.
    pub fn refused(&self) -> Option<Refused> {
        // `require`, and what has `else`, stop at a `test`, `refuse` at its `fail`. Nothing else in them tests.
        let Stop::Failed(Failure::Test | Failure::Fail) = self.outcome.stop else { return None };
        let site = self.outcome.site;
        let description = self.source(site.lib)?.describe();
        let (routine, statement) = description.statement_at(site.offset)?;
        let (error, variant) = description.error(statement.refusal?)?;
        Some(Refused {
            lib: site.lib,
            library: description.name.to_owned(),
            routine: routine.name.to_owned(),
            error: error.name.to_owned(),
            name: variant.name.to_owned(),
            number: variant.number,
            docs: variant.docs.to_owned(),
        })
    }

    /// The statement at a site, if its source is known.
    pub fn place(&self, site: LibSite) -> Option<Place> {
        let description = self.source(site.lib)?.describe();
        place(&description, site.offset)
    }
}

fn place(description: &Description<'_>, offset: u16) -> Option<Place> {
    let (routine, statement) = description.statement_at(offset)?;
    Some(Place {
        library: description.name.to_owned(),
        file: description.file.to_owned(),
        line: statement.line,
        column: statement.column,
        routine: routine.name.to_owned(),
        statement: statement.text.to_owned(),
    })
}

impl Display for InputError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "input `{}`: {}", self.name, self.error)
    }
}

impl Error for InputError {}

/// The same as `Display`, because a failed `unwrap` shows it.
impl Debug for CallError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl Error for CallError {}
