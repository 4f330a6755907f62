//! What can be wrong with assembly, as data.

use alloc::boxed::Box;

use super::accepted::{Accepted, IntegerRange, SizeSet};
use super::literal::LiteralError;
use super::token::TokenError;
use super::usage::{FlagUsage, Usage};
use crate::isa::{Family, RegisterSize};
use crate::library::{IsaeError, LibIdError};
use crate::num::float::FloatLiteralError;
use crate::profile::Profile;

/// An error in assembly and the place of the smallest token that is wrong.
///
/// [`Display`](core::fmt::Display) says what is wrong in one line, [`help`](AsmError::help) how to
/// mend it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AsmError<S> {
    /// What is wrong.
    pub kind: AsmErrorKind,
    /// Where it stands.
    pub span: S,
    /// A second place that belongs to it.
    pub note: Option<(Note, S)>,
}

/// Why a second place is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The name is first defined there.
    FirstDefinition,
}

/// What a text ends within.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unclosed {
    /// A string literal.
    String,
    /// A byte or character literal.
    Character,
    /// A block comment.
    Comment,
    /// A bracket of this kind.
    Bracket(char),
}

/// What is wrong. Names and literals are those of the source, cut if they are long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AsmErrorKind {
    /// Something is not closed. Only run-time text has that.
    Unclosed(Unclosed),
    /// A bracket closes nothing. Only run-time text has that.
    Unopened {
        /// The bracket.
        bracket: char,
    },
    /// A character that begins no token. Only run-time text has that.
    StrayCharacter {
        /// The character.
        character: char,
    },
    /// A piece of text is no token. Only run-time text has that.
    Token(TokenError),
    /// Something else should stand here.
    Expected {
        /// What should.
        expected: &'static str,
        /// What does, in backquotes if it is source.
        found: Box<str>,
    },
    /// A statement has no `;` at its end.
    MissingSemicolon {
        /// What follows instead.
        found: Box<str>,
    },
    /// A name stands before a statement like a label, but without a colon.
    MissingColon {
        /// The name.
        label: Box<str>,
    },
    /// A doc comment stands elsewhere than before a label.
    DocComment,
    /// An attribute where there can be none.
    Attribute {
        /// Whether it is `#![isa(…)]`.
        is_isa: bool,
    },
    /// An attribute with no statement behind it.
    LonelyAttribute,
    /// `#[cfg(…)]` in run-time text, of which nobody knows what it is for.
    Condition,
    /// A mnemonic, flag or register name in upper case.
    UpperCase {
        /// As it is written.
        found: Box<str>,
        /// As it should be.
        expected: Box<str>,
    },
    /// No instruction has this mnemonic.
    UnknownMnemonic {
        /// The word.
        name: Box<str>,
        /// The nearest mnemonic, if one is near.
        nearest: Option<&'static str>,
    },
    /// An instruction that the machine with the profile does not have.
    NotInProfile {
        /// Its mnemonic.
        mnemonic: &'static str,
        /// The profile.
        profile: Profile,
    },
    /// No directive has this name.
    UnknownDirective {
        /// The word behind the dot.
        name: Box<str>,
        /// The directive that it is in lower case.
        nearest: Option<&'static str>,
    },
    /// A directive that only the text of a library has.
    LibraryDirective {
        /// The word behind the dot.
        name: Box<str>,
    },
    /// Malformed ids of ISA extensions.
    Isae(IsaeError),
    /// A second `.isae`.
    SecondIsae,
    /// An extension that the code uses and the isae of the text does not name.
    IsaeLacks {
        /// The extension.
        extension: Box<str>,
        /// The mnemonic of the first instruction of it.
        mnemonic: &'static str,
    },
    /// `.byte` with more bytes than an instruction has.
    TooManyBytes {
        /// How many.
        found: usize,
        /// How many are possible.
        limit: usize,
    },

    /// A jump to a label that is not defined.
    UndefinedLabel {
        /// The name.
        name: Box<str>,
        /// The nearest label, if one is near.
        nearest: Option<Box<str>>,
    },
    /// A jump to a label of another piece of code, such as another routine.
    LabelElsewhere {
        /// The name.
        name: Box<str>,
    },
    /// A jump between code that begins with bytes and code that begins in the middle of them, as it does behind an
    /// instruction that ends with half a byte. The machine keeps to the one or the other in a jump.
    ShiftedLabel {
        /// The name.
        name: Box<str>,
    },
    /// A second label of the same name. The note shows the first.
    DuplicateLabel {
        /// The name.
        name: Box<str>,
    },
    /// A second alias of the same name. The note shows the first.
    DuplicateAlias {
        /// The name.
        name: Box<str>,
    },
    /// An alias with a name that means something else already.
    ReservedAlias {
        /// The name.
        name: Box<str>,
        /// What it means.
        reserved: &'static str,
    },
    /// An alias with an index, although it names one register.
    IndexedAlias {
        /// The name.
        name: Box<str>,
        /// The size of its register.
        size: RegisterSize,
        /// The index of its register.
        index: u8,
    },
    /// A lower-case name that is no alias, where a register or a value should stand.
    UnknownName {
        /// The name.
        name: Box<str>,
        /// The nearest alias, if one is near.
        nearest: Option<Box<str>>,
    },

    /// Flags are missing.
    MissingFlags(FlagUsage),
    /// Flags that the instruction does not have.
    UnknownFlags {
        /// The flags.
        found: Box<str>,
        /// Those that it has.
        usage: FlagUsage,
    },
    /// Flags of which one excludes the other.
    ContradictoryFlags {
        /// The flags.
        found: Box<str>,
        /// One of them.
        first: char,
        /// One that excludes it.
        second: char,
        /// Those that the instruction has.
        usage: FlagUsage,
    },
    /// Flags where the instruction takes none.
    NeedlessFlags {
        /// The flags.
        found: Box<str>,
        /// The forms of the mnemonic.
        usage: Usage,
    },
    /// Flags behind more than one dot.
    FlagsApart,
    /// Flags behind a colon, as older sources have them.
    FlagsBehindColon {
        /// The mnemonic with its flags as they should be.
        expected: Box<str>,
    },

    /// Too few or too many operands.
    OperandCount {
        /// The forms of the mnemonic.
        usage: Usage,
        /// The family of the first register, where the number depends on it.
        family: Option<Family>,
        /// How many there are.
        found: usize,
        /// The least possible.
        least: usize,
        /// The most possible.
        most: usize,
    },
    /// An operand of the wrong kind or of the wrong family of registers.
    OperandKind {
        /// The forms of the mnemonic.
        usage: Usage,
        /// What can stand there.
        accepted: Accepted,
        /// What does.
        found: Box<str>,
    },
    /// Registers whose sizes must be equal and are not.
    SizesDiffer {
        /// The forms of the mnemonic.
        usage: Usage,
        /// The size of the register before.
        first: RegisterSize,
        /// The size of this register.
        second: RegisterSize,
    },
    /// A register of a size that the instruction does not take.
    SizeNotAllowed {
        /// The forms of the mnemonic.
        usage: Usage,
        /// The size.
        found: RegisterSize,
        /// The sizes that it takes.
        allowed: SizeSet,
    },
    /// The instruction takes only one register here.
    FixedIndex {
        /// The forms of the mnemonic.
        usage: Usage,
        /// The size of that register.
        size: RegisterSize,
        /// Its index.
        index: u8,
    },
    /// A register name that does not exist.
    UnknownRegister {
        /// The name.
        name: Box<str>,
    },
    /// A register name without an index.
    MissingIndex {
        /// The name.
        size: RegisterSize,
    },
    /// An index that does not exist, or that the instruction cannot hold.
    IndexTooLarge {
        /// The size of the register.
        size: RegisterSize,
        /// The index as it is written.
        index: Box<str>,
        /// How many registers can be named here.
        count: u8,
    },

    /// A literal has no value.
    Literal(LiteralError),
    /// A character literal, where only bytes have numbers.
    CharLiteral {
        /// The literal.
        text: Box<str>,
    },
    /// An integer does not fit.
    IntegerRange {
        /// The number.
        found: Box<str>,
        /// What fits.
        range: IntegerRange,
        /// The register that it is for, if it is for one.
        size: Option<RegisterSize>,
    },
    /// A number with a fraction or an exponent where an integer should stand.
    NotInteger {
        /// The number.
        found: Box<str>,
        /// What fits.
        range: IntegerRange,
    },
    /// A float literal has no value in the format of its register.
    Float {
        /// The register's size.
        size: RegisterSize,
        /// The literal.
        found: Box<str>,
        /// Why.
        error: FloatLiteralError,
    },
    /// The value of a float constant is none of the format of a register of another size.
    InexactFloat {
        /// The constant.
        found: Box<str>,
        /// Its own size.
        own: RegisterSize,
        /// The register's size.
        size: RegisterSize,
    },
    /// `nan`, which no register holds.
    NotANumber,
    /// A byte string that is not as long as its register.
    ByteWidth {
        /// The register's size.
        size: RegisterSize,
        /// The length of the byte string.
        found: usize,
    },
    /// A string that no register can hold.
    StringTooLong {
        /// Its length in bytes.
        found: usize,
    },
    /// An expression without braces.
    NeedsBraces,
    /// A malformed library id.
    LibraryId(Box<LibIdError>),
    /// An index past the end of every libs segment.
    LibraryIndex {
        /// The number.
        found: Box<str>,
    },
    /// A Rust constant in run-time text.
    ConstantInText {
        /// Its source.
        name: Box<str>,
    },

    /// More errors than are listed.
    MoreErrors {
        /// How many more.
        count: usize,
    },
    /// More code than a library holds.
    CodeTooLong {
        /// The size of the block's code in bytes.
        length: usize,
    },
    /// More constants than the data segment of a library holds.
    DataTooLong {
        /// The size with the constant that passes the limit, in bytes.
        length: usize,
    },
    /// More or fewer than one instruction, where one should stand. Only run-time text has that.
    NotOneInstruction {
        /// How many there are.
        found: usize,
    },
}
