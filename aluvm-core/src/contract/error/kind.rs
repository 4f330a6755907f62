//! All kinds of mistakes in a contract.

use alloc::boxed::Box;

use super::Unused;
use super::language::LanguageErrorKind;
use crate::asm::AsmErrorKind;
use crate::flow::Problem;
use crate::isa::{Register, RegisterSize};
use crate::library::{IsaeError, LibId, LibIdError};

/// What is wrong. Names and literals are those of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SourceErrorKind {
    /// What can be wrong with a statement as in `aluasm!`.
    Asm(AsmErrorKind),
    /// What can be wrong with a statement of the language above the instructions.
    Language(Box<LanguageErrorKind>),

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
    /// `const fn`, `unsafe fn`.
    Qualifier {
        /// The word before `fn`.
        word: Box<str>,
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
    /// A type of Rust where a register should stand.
    RustTypeOfRegister {
        /// The type.
        name: Box<str>,
        /// The size that holds the same.
        size: &'static str,
    },
    /// A register where the size of a constant should stand.
    RegisterOfConstant {
        /// Its size.
        size: RegisterSize,
    },
    /// `?` before the register or within it.
    EarlyQuestionMark,
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
    /// A routine that would begin in the middle of a byte, because an instruction before it ends with half of one.
    ShiftedRoutine {
        /// The mnemonic of the instruction.
        mnemonic: &'static str,
        /// The routine.
        routine: Box<str>,
    },
    /// A constant or a call behind an instruction that ends with half a byte, whose bits only Rust knows.
    ShiftedConstant,
    /// An instruction in the middle of bytes that the machine with the profile takes for another, and fails.
    Misread {
        /// Its mnemonic.
        mnemonic: &'static str,
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

    /// The value of a constant is itself.
    ConstantOfItself {
        /// Its name.
        name: Box<str>,
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
    /// An error is named by a path.
    ErrorPath {
        /// Its name.
        name: Box<str>,
    },
    /// An error stands where an operand does.
    ErrorOperand {
        /// Its name.
        name: Box<str>,
        /// Whether the instruction is required.
        is_required: bool,
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
    NoPublicRoutine {
        /// The first private routine.
        private: Option<Box<str>>,
    },
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
    /// `call` or `exec` with an import alone.
    NoCallee {
        /// Its name.
        library: Box<str>,
    },
    /// The name of a routine in the place of an instruction.
    RoutineAlone {
        /// The name.
        name: Box<str>,
    },
    /// `call` or `exec` with a path that does not begin with an import.
    CallByPath {
        /// The name of the library.
        library: Box<str>,
        /// The name of the routine.
        name: Box<str>,
    },
    /// `call` or `exec` with what leads to no other library.
    CallTarget {
        /// What stands there.
        found: Box<str>,
        /// Whether it is `exec`.
        is_exec: bool,
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
    /// A name or an expression of Rust in a file.
    RustInFile {
        /// Its source in backquotes.
        found: Box<str>,
        /// Whether it is one name.
        is_name: bool,
        /// The constant that is meant.
        nearest: Option<Box<str>>,
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

impl From<LanguageErrorKind> for SourceErrorKind {
    fn from(kind: LanguageErrorKind) -> Self {
        SourceErrorKind::Language(Box::new(kind))
    }
}

impl From<AsmErrorKind> for SourceErrorKind {
    fn from(kind: AsmErrorKind) -> Self {
        SourceErrorKind::Asm(kind)
    }
}
