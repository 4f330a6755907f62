//! What can be wrong with a contract, as data. [`message`](self) puts it into words.

mod fault;
mod help;
mod message;
mod replacement;

use alloc::boxed::Box;

pub(crate) use fault::Faults;

use crate::asm::AsmErrorKind;
use crate::flow::Problem;
use crate::isa::{Register, RegisterSize};
use crate::library::{IsaeError, LibId, LibIdError};

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
    /// A value.
    Constant,
    /// An error.
    Error,
}

impl Unused {
    /// The name under which it can be permitted.
    pub const fn name(self) -> &'static str {
        match self {
            Unused::Label => "unused_label",
            Unused::Alias => "unused_alias",
            Unused::Constant => "unused_const",
            Unused::Error => "unused_error",
        }
    }
}

/// What is wrong. Names and literals are those of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SourceErrorKind {
    /// What can be wrong with a statement as in `aluasm!`.
    Asm(AsmErrorKind),

    /// An item has no `;` at its end.
    NoSemicolon {
        /// What follows instead.
        found: Box<str>,
    },
    /// No item begins with this word.
    UnknownItem {
        /// The word.
        word: Box<str>,
        /// The nearest word that one begins with.
        nearest: Option<&'static str>,
    },
    /// An item of Rust that a library does not have.
    RustItem {
        /// Its first word.
        word: Box<str>,
    },
    /// An attribute or doc comment with no item behind it.
    LonelyAttribute,
    /// `pub let`.
    PublicAlias,
    /// A type of Rust where a register size should stand.
    RustType {
        /// The size that holds the same.
        size: &'static str,
    },
    /// An attribute or doc comment before an input or output.
    ParameterAttribute,
    /// An error with values, as enums of Rust can have them.
    ErrorValues {
        /// Its name.
        name: Box<str>,
    },
    /// An error without its number.
    NoNumber {
        /// Its name.
        name: Box<str>,
    },
    /// A `use` that names no one library.
    ImportsAtOnce,
    /// `-> ()`.
    NoOutputs,
    /// An input or output without a name.
    UnnamedRegister {
        /// Its first word in backquotes.
        register: Box<str>,
    },

    /// An attribute of the library that stands there already.
    SecondAttribute {
        /// Its name.
        name: Box<str>,
    },
    /// An attribute of the library that stands elsewhere than at its beginning.
    LateAttribute {
        /// Its name.
        name: Box<str>,
    },
    /// An attribute that is nearly one of a library's.
    UnknownAttribute {
        /// Its name.
        name: Box<str>,
        /// The one that is meant.
        nearest: &'static str,
    },
    /// An attribute with other contents than it has.
    AttributeForm {
        /// How it is written, in backquotes.
        form: &'static str,
    },
    /// An attribute that only the macro has.
    MacroAttribute {
        /// Its name.
        name: Box<str>,
    },
    /// `allow` with a name that no finding has.
    UnknownFinding {
        /// The name.
        name: Box<str>,
        /// The nearest finding.
        nearest: Option<&'static str>,
    },
    /// A profile that does not exist.
    UnknownProfile {
        /// Its name.
        name: Box<str>,
    },
    /// Malformed ids of ISA extensions.
    Isae(IsaeError),
    /// The parts do not fit into a library.
    Layout {
        /// Why.
        reason: Box<str>,
    },
    /// A malformed library id.
    LibraryId(Box<LibIdError>),
    /// The library has another id than the pinned one.
    OtherId {
        /// Its id.
        id: LibId,
    },

    /// A name that means something else already. The note shows what.
    DuplicateName {
        /// The name.
        name: Box<str>,
    },
    /// A name that cannot be given.
    ReservedName {
        /// The name.
        name: Box<str>,
        /// What it means.
        reserved: &'static str,
    },
    /// A second input or output in one register. The note shows the first.
    SameRegister {
        /// The register.
        register: Register,
        /// Whether they are outputs.
        is_output: bool,
    },
    /// A register that cannot hold the number of an error.
    ErrorRegister {
        /// The register.
        register: Register,
    },
    /// A number that the register of the errors cannot hold.
    ErrorNumber {
        /// As it is written.
        found: Box<str>,
        /// The size of the register.
        size: RegisterSize,
    },
    /// A number that another error in this register has. The note shows it.
    SameNumber {
        /// The number.
        number: u64,
        /// The register.
        register: Register,
    },
    /// The register of an error is an input, output or alias of a routine that refuses with it.
    ErrorRegisterNamed {
        /// The name.
        name: Box<str>,
        /// The register.
        register: Register,
    },
    /// No error has this name.
    UnknownError {
        /// The name.
        name: Box<str>,
        /// The nearest error.
        nearest: Option<Box<str>>,
    },

    /// `require` with an instruction that does not write `st0`.
    NoStatus {
        /// Its mnemonic.
        mnemonic: Box<str>,
    },
    /// `require` with an instruction that jumps, stops or calls.
    NotRequired {
        /// Its mnemonic.
        mnemonic: Box<str>,
    },
    /// `require` with an instruction that reads or writes the register of the error.
    ErrorRegisterUsed {
        /// The register.
        register: Register,
        /// Whether it is written.
        is_written: bool,
    },

    /// A library without a routine that others can call.
    NoPublicRoutine,
    /// A routine without an instruction.
    EmptyRoutine {
        /// Its name.
        name: Box<str>,
    },
    /// `routine` with something that is no name.
    RoutineName {
        /// What stands there.
        found: Box<str>,
    },
    /// `routine` with a routine of another library.
    RoutineOfLibrary,
    /// `call` or `exec` with a routine of the library itself.
    OwnRoutine {
        /// Its name.
        name: Box<str>,
    },
    /// `call` or `exec` with a path that does not begin with an import.
    CallByPath {
        /// The name of the library.
        library: Box<str>,
        /// The name of the routine.
        name: Box<str>,
    },
    /// `call` or `exec` with an import alone.
    NoCallee {
        /// Its name.
        library: Box<str>,
    },
    /// A jump to a place that only Rust knows.
    JumpToConstant,
    /// No routine has this name.
    UnknownRoutine {
        /// The name.
        name: Box<str>,
        /// The nearest routine.
        nearest: Option<Box<str>>,
        /// Whether a label of the routine has the name.
        is_label: bool,
    },
    /// No import has this name.
    UnknownLibrary {
        /// The name.
        name: Box<str>,
        /// The nearest import.
        nearest: Option<Box<str>>,
    },
    /// The imported library has no public routine of this name.
    UnknownCallee {
        /// The name of the library.
        library: Box<str>,
        /// The name of the routine.
        name: Box<str>,
        /// The nearest routine.
        nearest: Option<Box<str>>,
    },
    /// Something is wrong with how control or values flow.
    Finding {
        /// What it is.
        problem: Problem,
        /// How the routine calls the register.
        name: Option<Box<str>>,
    },
    /// A name that nothing uses.
    Unused {
        /// What it names.
        what: Unused,
        /// The name.
        name: Box<str>,
    },
    /// An imported library is not there, or cannot be read.
    Import {
        /// Why.
        reason: Box<str>,
    },
    /// `use path::to::module;` in a file.
    ModuleInFile,
    /// `use "file"` in the macro.
    FileInMacro,
    /// The imported library has another id than is written.
    OtherImportId {
        /// Its id.
        id: LibId,
        /// The id that is written.
        expected: LibId,
    },
}

impl From<AsmErrorKind> for SourceErrorKind {
    fn from(kind: AsmErrorKind) -> Self {
        SourceErrorKind::Asm(kind)
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
