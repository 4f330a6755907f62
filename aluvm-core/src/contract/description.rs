//! What the source of a contract says of its bytes: the registers of its routines, its errors, and
//! where each statement was written.
//!
//! None of it has part in the library's id, and no machine needs it to run. It comes in two shapes:
//!
//! - [`Signature`] is a constant: what another library that calls a routine is verified with, and what
//!   an author asserts costs on.
//! - [`Description`] is for people, and is read where something failed or is shown: messages,
//!   recorded runs, coverage and debuggers. `alulib!` writes it as one byte string
//!   ([`Description::to_bytes`]), which costs the compiler next to nothing, and it is read on demand
//!   ([`Description::from_bytes`]). A file beside a library can hold the same bytes.

mod form;

use alloc::vec::Vec;

pub use self::form::{DescriptionError, DescriptionErrorKind};
use super::types::{Type, signed_type};
use crate::flow::{Bounds, RegisterSet};
use crate::isa::Register;
use crate::library::LibId;

/// An input or output of a routine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Parameter<'a> {
    /// Its name in the source.
    pub name: &'a str,
    /// Where it stands; never `st0`.
    pub register: Register,
    /// Whether it is an integer with a sign, in two's complement.
    pub is_signed: bool,
    /// Whether it may be undefined (`?`).
    pub is_optional: bool,
}

impl Parameter<'_> {
    /// The type of an integer with a sign; none of all else.
    pub fn signed_type(&self) -> Option<Type> {
        signed_type(self.register, self.is_signed)
    }
}

/// What a caller of a routine has to know of it.
///
/// ```
/// use aluvm_core::contract::description::{Parameter, Signature};
/// use aluvm_core::flow::{Bounds, RegisterSet};
/// use aluvm_core::isa::{Register, RegisterSize};
///
/// const AMOUNT: Register = RegisterSize::A64.register(1);
/// const WITHDRAW: Signature<'_> = Signature {
///     inputs: &[Parameter { name: "amount", register: AMOUNT, is_signed: false, is_optional: false }],
///     outputs: &[],
///     writes: RegisterSet::of(&[AMOUNT]),
///     complexity: Bounds { least: 12, most: Some(40) },
///     depth: Some(0),
/// };
/// assert_eq!(WITHDRAW.inputs[0].register.to_string(), "a64[1]");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Signature<'a> {
    /// The inputs, in the order of the source.
    pub inputs: &'a [Parameter<'a>],
    /// The outputs, in the order of the source.
    pub outputs: &'a [Parameter<'a>],
    /// The registers that it and what it calls may change, outputs included.
    pub writes: RegisterSet,
    /// What a successful run adds to `ca0`, calls and the final `ret` included. There is no most where a
    /// loop, recursion or a call without a signature forbids it.
    pub complexity: Bounds,
    /// How many calls deep it goes: 0 without calls. None where recursion or a call without a
    /// signature forbids a bound.
    pub depth: Option<u32>,
}

/// An enum of errors in Rust, which stands for one of a library. `alulib!` implements it.
pub trait ContractError: Sized {
    /// The library whose routines refuse with it.
    const LIB: LibId;

    /// The name of the enum in the source of the library, [`ErrorEnum::name`].
    const NAME: &'static str;

    /// The variant with a number, if there is one.
    fn from_number(number: u64) -> Option<Self>;
}

/// What the source of one library says.
///
/// Routines lie in the order of their offsets, and their statements cover the code without gaps.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Description<'a> {
    /// The name of the library, such as `vault`.
    pub name: &'a str,
    /// The file with the source, as the compiler names it: relative to where it was started.
    pub file: &'a str,
    /// The aliases that all routines share.
    pub names: Vec<Name<'a>>,
    /// The enums of errors.
    pub errors: Vec<ErrorEnum<'a>>,
    /// The routines.
    pub routines: Vec<Routine<'a>>,
}

/// A name for a register: an alias.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name<'a> {
    /// The name.
    pub name: &'a str,
    /// What it stands for; never `st0`.
    pub register: Register,
}

/// An enum of errors, whose numbers are left in a register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorEnum<'a> {
    /// Its name.
    pub name: &'a str,
    /// The register with the number.
    pub register: Register,
    /// Its variants, in the order of the source.
    pub variants: Vec<Variant<'a>>,
}

/// One error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Variant<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its number.
    pub number: u64,
    /// Its documentation, lines joined by line feeds; can be empty.
    pub docs: &'a str,
}

/// A routine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Routine<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its documentation, lines joined by line feeds; can be empty.
    pub docs: &'a str,
    /// Where it begins in the code.
    pub offset: u16,
    /// Whether others may call it (`pub`).
    pub is_public: bool,
    /// The inputs.
    pub inputs: Vec<Parameter<'a>>,
    /// The outputs.
    pub outputs: Vec<Parameter<'a>>,
    /// The aliases that only this routine has, without its inputs and outputs.
    pub names: Vec<Name<'a>>,
    /// The variables of its structured statements, in the order of the source.
    pub variables: Vec<Variable<'a>>,
    /// Its statements, without labels and aliases, in the order of their offsets.
    pub statements: Vec<Statement<'a>>,
}

/// A variable of structured statements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Variable<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where it stands; never `st0`.
    pub register: Register,
    /// Whether it is an integer with a sign, in two's complement.
    pub is_signed: bool,
    /// Where in the code it begins to be known: behind its `let`.
    pub offset: u16,
    /// Where it is not known any more: behind its block.
    pub end: u16,
}

/// A statement that became one or several instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Statement<'a> {
    /// Where its first instruction begins in the code.
    pub offset: u16,
    /// How many bytes of code its instructions take.
    pub length: u16,
    /// The line in the file, from 1.
    pub line: u32,
    /// The column in the line, from 1, as the compiler counts.
    pub column: u32,
    /// The statement as written, without the semicolon; [`excerpt`] makes it short.
    pub text: &'a str,
    /// The error of a `require`, a `refuse`, or what has `else`. The program stops with it at a `test` or `fail` among
    /// the instructions.
    pub refusal: Option<Refusal>,
}

/// An error, as the position of its enum in [`Description::errors`] and its own among the variants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// The position of the enum.
    pub error: u16,
    /// The position of the variant.
    pub variant: u16,
}

/// The most bytes of a statement's text that a description should have.
pub const EXCERPT_MAX: usize = 240;

/// The beginning of a text, up to [`EXCERPT_MAX`] bytes: a statement can have a constant of 64 KiB.
pub fn excerpt(text: &str) -> &str {
    let end = (0..=EXCERPT_MAX.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

impl<'a> Description<'a> {
    /// The routine in which an offset of the code lies.
    pub fn routine_at(&self, offset: u16) -> Option<&Routine<'a>> {
        let behind = self.routines.partition_point(|routine| routine.offset <= offset);
        let routine = self.routines.get(behind.checked_sub(1)?)?;
        (usize::from(offset) < routine.end()).then_some(routine)
    }

    /// The routine with a name.
    pub fn routine(&self, name: &str) -> Option<&Routine<'a>> {
        self.routines.iter().find(|routine| routine.name == name)
    }

    /// The statement in which an offset of the code lies, and its routine.
    pub fn statement_at(&self, offset: u16) -> Option<(&Routine<'a>, &Statement<'a>)> {
        let routine = self.routine_at(offset)?;
        let behind = routine.statements.partition_point(|statement| statement.offset <= offset);
        Some((routine, routine.statements.get(behind.checked_sub(1)?)?))
    }

    /// The enum and the variant of a refusal.
    pub fn error(&self, refusal: Refusal) -> Option<(&ErrorEnum<'a>, &Variant<'a>)> {
        let error = self.errors.get(usize::from(refusal.error))?;
        Some((error, error.variants.get(usize::from(refusal.variant))?))
    }

    /// The names of a register in a routine where a run stands at an offset: those of the variables that are known there,
    /// inputs, outputs and aliases.
    pub fn names_at<'d>(
        &'d self,
        routine: &'d Routine<'a>,
        offset: u16,
        register: Register,
    ) -> impl Iterator<Item = &'a str> + 'd {
        let variables = routine.variables_at(offset);
        let variables = variables.filter(move |variable| variable.register == register);
        variables.map(|variable| variable.name).chain(self.names_of(routine, register))
    }

    /// The names of a register in a routine: those of inputs, outputs and aliases.
    pub fn names_of<'d>(
        &'d self,
        routine: &'d Routine<'a>,
        register: Register,
    ) -> impl Iterator<Item = &'a str> + 'd {
        let parameters = routine.inputs.iter().chain(&routine.outputs);
        let parameters = parameters.map(|parameter| (parameter.name, parameter.register));
        let aliases = routine.names.iter().chain(&self.names);
        let names = parameters.chain(aliases.map(|alias| (alias.name, alias.register)));
        names.filter(move |(_, named)| *named == register).map(|(name, _)| name)
    }
}

impl<'a> Routine<'a> {
    /// The variables that are known where a run stands at an offset.
    pub fn variables_at(&self, offset: u16) -> impl Iterator<Item = &Variable<'a>> {
        self.variables.iter().filter(move |one| (one.offset..one.end).contains(&offset))
    }

    /// Whether a register holds an integer with a sign where a run stands at an offset, as far as the names say.
    pub fn is_signed_at(&self, offset: u16, register: Register) -> bool {
        let mut variables = self.variables_at(offset);
        let of_variable = variables.find(|one| one.register == register).map(|one| one.is_signed);
        let mut parameters = self.inputs.iter().chain(&self.outputs);
        let of_parameter = || Some(parameters.find(|one| one.register == register)?.is_signed);
        of_variable.or_else(of_parameter).unwrap_or_default()
    }

    /// Where its code ends.
    pub fn end(&self) -> usize {
        self.statements.last().map_or(usize::from(self.offset), Statement::end)
    }
}

impl Statement<'_> {
    /// Where its code ends.
    pub fn end(&self) -> usize {
        usize::from(self.offset) + usize::from(self.length)
    }
}
