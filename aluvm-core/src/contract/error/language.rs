//! What can be wrong with statements of this language, as data. [`message`](self) puts it into words.

mod message;

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::contract::twin::NoTwin;
use crate::contract::types::Type;
use crate::isa::{Register, RegisterSize};

/// The name of [`LanguageErrorKind::OpenStatus`], by which it can be permitted.
pub(in crate::contract) const OPEN_STATUS: &str = "open_status";

/// What is wrong. Names are those of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LanguageErrorKind {
    /// No type has this name.
    UnknownType {
        /// The name.
        name: Box<str>,
        /// The nearest name of a type.
        nearest: Option<&'static str>,
        /// The register size that has the name.
        size: Option<RegisterSize>,
    },
    /// A register that holds no values of a type.
    OtherRegister {
        /// The type.
        ty: Type,
        /// The register.
        register: Register,
    },
    /// `mut`.
    Mutable,
    /// `=` behind a condition.
    AssignmentAsCondition,
    /// A statement where a value should stand.
    StatementAsValue {
        /// Its first word.
        word: &'static str,
    },
    /// Comparisons one behind the other, `a < b < c`.
    ComparisonChain {
        /// The first.
        first: &'static str,
        /// The second.
        second: &'static str,
    },
    /// A statement with more operators and calls than are read.
    LongExpression {
        /// How many there may be.
        most: usize,
    },
    /// A block in more blocks than are read.
    DeepBlock {
        /// How many there may be.
        most: usize,
    },
    /// No variable or constant has this name.
    UnknownVariable {
        /// The name.
        name: Box<str>,
        /// The nearest variable or constant.
        nearest: Option<Box<str>>,
    },
    /// The name of a variable means something else in this language.
    ReservedVariable {
        /// The name.
        name: Box<str>,
        /// What it is.
        reserved: &'static str,
    },
    /// A value of another type than the one that is wanted.
    TypesDiffer {
        /// The type that is wanted.
        expected: Type,
        /// The type that it has.
        found: Type,
    },
    /// A literal or constant with nothing beside it that has a type.
    Untyped,
    /// A number that its type does not have.
    OutOfRange {
        /// The number.
        found: Box<str>,
        /// The type.
        ty: Type,
    },
    /// A type that does not have an operator.
    NoOperator {
        /// The operator.
        operator: &'static str,
        /// The type.
        ty: Type,
    },
    /// No method has this name.
    UnknownMethod {
        /// The name.
        name: Box<str>,
        /// The nearest method.
        nearest: Option<&'static str>,
    },
    /// A type that does not have a method.
    NoMethod {
        /// The method.
        name: &'static str,
        /// The type.
        ty: Type,
    },
    /// A cast that there is not.
    NoCast {
        /// The type of the value.
        from: Type,
        /// The type that is asked for.
        to: Type,
        /// A type in between.
        way: Option<Type>,
    },
    /// `truncate` to a type with more bits, or of another family.
    Truncation {
        /// The type of the value.
        from: Type,
        /// The type that is wanted.
        to: Type,
    },
    /// A condition where a value should stand.
    ConditionAsValue,
    /// A value where a condition should stand.
    ValueAsCondition,
    /// Nothing that can be called has this name.
    UnknownCallee {
        /// The name.
        name: Box<str>,
        /// The nearest routine or mnemonic.
        nearest: Option<Box<str>>,
    },
    /// Nothing is known of what is called.
    NoSignature {
        /// The name.
        name: Box<str>,
    },
    /// A call with more or fewer arguments than there are inputs.
    ArgumentCount {
        /// What is called.
        name: Box<str>,
        /// How many it has.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A call whose result nothing uses.
    UnusedResult {
        /// What is called.
        name: Box<str>,
    },
    /// A routine with another number of outputs than the statement has names for.
    OutputCount {
        /// What is called.
        name: Box<str>,
        /// How many it has.
        outputs: usize,
        /// How many there are names for.
        names: usize,
    },
    /// A routine that has outputs, as a condition.
    NoVerdict {
        /// What is called.
        name: Box<str>,
    },
    /// A call of a routine with an input or output that may be undefined.
    OptionalParameter {
        /// The routine.
        routine: Box<str>,
        /// The input or output.
        name: Box<str>,
    },
    /// A variable that may be undefined.
    OptionalVariable {
        /// Its name.
        name: Box<str>,
    },
    /// An instruction that is no expression, statement or condition.
    NoExpression {
        /// Its mnemonic.
        mnemonic: Box<str>,
        /// What it should be.
        wanted: Wanted,
    },
    /// An instruction without a form for such arguments.
    NoForm {
        /// Its mnemonic.
        mnemonic: Box<str>,
    },
    /// No register is left for a value.
    NoPlace {
        /// The type of the value.
        ty: Type,
        /// The variables in registers of its size, with these.
        holders: Vec<(Box<str>, Register)>,
        /// How many of the others hold temporaries.
        temporaries: usize,
    },
    /// A place that is not named in a routine that has none by the rule.
    NoRule {
        /// The variable; none for a temporary.
        name: Option<Box<str>>,
        /// The type that it has.
        ty: Type,
        /// Whether the routine calls itself; else it calls something of which nothing is known.
        calls_itself: bool,
    },
    /// A register of errors as a place.
    ErrorPlace {
        /// The register.
        register: Register,
    },
    /// A register that the field of an instruction cannot name.
    NarrowField {
        /// The mnemonic.
        mnemonic: &'static str,
        /// The register.
        register: Register,
        /// How many registers the field can name.
        count: u8,
    },
    /// `break` or `continue` outside of a loop.
    OutsideLoop {
        /// The word.
        word: &'static str,
    },
    /// `return` with a condition in a routine that has outputs.
    VerdictWithOutputs,
    /// Something that cannot be assigned to.
    NotAssignable,
    /// `#[twin]` before a routine that has none.
    NoTwin {
        /// Why.
        why: NoTwin,
    },
    /// `#[twin]` before what is no routine.
    TwinOfItem,
    /// A call that writes the register of a variable.
    Overwritten {
        /// The variable.
        name: Box<str>,
        /// Its register.
        register: Register,
    },
    /// An argument or a variable in a register into which something that belongs to the call went before.
    EarlierRead {
        /// The register.
        register: Register,
    },
    /// A variable that is read where it may not have been assigned.
    Unassigned {
        /// Its name; none if it is a register.
        name: Option<Box<str>>,
        /// Its register.
        register: Register,
    },
    /// A statement at which `st0` can be false.
    OpenStatus,
}

/// What an instruction stands for in this language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// A value.
    Value,
    /// A condition.
    Condition,
    /// A statement.
    Statement,
}
