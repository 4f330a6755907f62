//! What the parser makes of tokens. Tokens are named by their indexes in the whole text.

use alloc::vec::Vec;
use core::ops::Range;

use super::mnemonic::Candidates;
use crate::isa::{RegisterSize, Verbatim};

/// Statements, with their parts in lists of their own, so that a statement costs no allocation.
pub(crate) struct Statements<'t> {
    pub(crate) list: Vec<Statement<'t>>,
    pub(super) operands: Vec<Operand<'t>>,
    pub(super) attributes: Vec<Attribute<'t>>,
}

impl<'t> Statements<'t> {
    pub(crate) fn with_capacity(statements: usize) -> Statements<'t> {
        Statements {
            list: Vec::with_capacity(statements),
            operands: Vec::with_capacity(2 * statements),
            attributes: Vec::new(),
        }
    }

    /// Appends the operands of a statement that is to be appended.
    pub(crate) fn push_operands(&mut self, operands: &[Operand<'t>]) -> Range<usize> {
        let start = self.operands.len();
        self.operands.extend_from_slice(operands);
        start..self.operands.len()
    }

    /// Takes the attributes over that other statements had, which they keep their numbers of.
    pub(crate) fn adopt_attributes(&mut self, other: Statements<'t>) {
        self.attributes = other.attributes;
    }

    /// The operands of all statements.
    pub(crate) fn all_operands(&self) -> &[Operand<'t>] {
        &self.operands
    }

    /// The operands of an instruction or an alias.
    pub(crate) fn operands(&self, range: &Range<usize>) -> &[Operand<'t>] {
        self.operands.get(range.clone()).unwrap_or_default()
    }

    /// The attributes before a statement.
    pub(crate) fn attributes(&self, statement: &Statement<'t>) -> &[Attribute<'t>] {
        self.attributes.get(statement.attributes.clone()).unwrap_or_default()
    }
}

/// A statement.
pub(crate) struct Statement<'t> {
    pub(crate) kind: StatementKind<'t>,
    /// Its first token, attributes and doc comments left out.
    pub(crate) first: usize,
    /// The attributes before it, of all in [`Statements`].
    pub(crate) attributes: Range<usize>,
}

impl<'t> Statement<'t> {
    /// The instruction that it is or requires.
    pub(crate) fn instruction(&self) -> Option<&Instruction<'t>> {
        match &self.kind {
            StatementKind::Instruction(instruction) => Some(instruction),
            StatementKind::Require(Requirement {
                condition: Condition::Instruction(instruction),
                ..
            }) => Some(instruction),
            _ => None,
        }
    }
}

pub(crate) enum StatementKind<'t> {
    /// `name:`
    Label { name: &'t str },
    /// `let name = register;`
    Alias {
        name: &'t str,
        /// The token of the name.
        token: usize,
        /// The register; none if there is nothing to be read.
        register: Range<usize>,
    },
    /// An instruction.
    Instruction(Instruction<'t>),
    /// `.byte 0x47, 0x01;`
    Bytes {
        /// None if an error has been reported.
        verbatim: Option<Verbatim>,
        /// How many bytes are written.
        length: usize,
    },
    /// A directive of a library's text, `.isae "ALU";`
    Directive {
        name: &'t str,
        /// The string or byte string.
        literal: &'t str,
        token: usize,
    },
    /// What stands for an error at this token is put into its register, for the statements that an expansion
    /// wrote behind it. No source has it.
    Put { error: usize },
    /// `require not instruction => Error;`
    Require(Requirement<'t>),
    /// `refuse Error;`, with the token of the error; none if there is nothing to be read.
    Refuse { error: Option<usize> },
    /// Something in the place of an instruction of which nothing is known. It has been reported.
    Wrong,
}

/// What a program stops without.
pub(crate) struct Requirement<'t> {
    pub(crate) condition: Condition<'t>,
    /// The token `not`.
    pub(crate) not: Option<usize>,
    /// What the program stops with.
    pub(crate) refusal: Refusal,
}

/// What sets the `st0` that is required.
pub(crate) enum Condition<'t> {
    /// What came before.
    Status,
    /// An instruction.
    Instruction(Instruction<'t>),
    /// A mistake that has been reported.
    Wrong,
}

/// The error of a requirement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// None.
    Plain,
    /// That with the name at a token.
    Error(usize),
    /// A mistake that has been reported.
    Wrong,
}

/// The attribute `#[name …]`.
pub(crate) struct Attribute<'t> {
    /// The token `#`.
    pub(crate) first: usize,
    /// The first word in it.
    pub(crate) name: Option<&'t str>,
    /// All tokens between the brackets.
    pub(crate) tokens: Range<usize>,
}

/// An instruction as it is written.
#[derive(Clone)]
pub(crate) struct Instruction<'t> {
    pub(crate) mnemonic: &'t str,
    /// The token of the mnemonic.
    pub(crate) at: usize,
    /// The rows that have this mnemonic, none if it is unknown.
    pub(crate) rows: Candidates<'t>,
    /// The flags behind the dot, and their token. Those that have been reported are empty.
    pub(crate) flags: Option<(&'t str, usize)>,
    /// Its operands, of all in [`Statements`].
    pub(crate) operands: Range<usize>,
    pub(crate) reading: Reading,
}

/// How far something could be read. All but the first have been reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Reading {
    /// As it is written.
    Right,
    /// With a mistake that leaves no doubt of what was meant, so that looking for more is worthwhile.
    Mended,
    /// The same, but the number of operands may not be what was meant.
    Miscounted,
    /// Not to its end.
    Broken,
}

impl Reading {
    /// The reading of what consists of this part too.
    pub(super) fn lower_to(&mut self, other: Reading) {
        if other > *self {
            *self = other;
        }
    }
}

/// An operand as it is written, with the indexes of its first and last token.
#[derive(Clone, Copy)]
pub(crate) struct Operand<'t> {
    pub(crate) kind: OperandKind<'t>,
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// What stands behind `@`.
    pub(crate) library: Option<Library<'t>>,
    pub(crate) reading: Reading,
}

impl<'t> Operand<'t> {
    /// An operand that stands for a token.
    pub(crate) fn at(token: usize, kind: OperandKind<'t>) -> Operand<'t> {
        Operand { kind, first: token, last: token, library: None, reading: Reading::Right }
    }
}

#[derive(Clone, Copy)]
pub(crate) enum OperandKind<'t> {
    /// A register, `a16[3]`.
    Register { size: RegisterSize, index: u8 },
    /// Something with an index, `name[3]`, that is no size of registers.
    Indexed { name: &'t str },
    /// A name: an alias, a label, a Rust constant, `st0`, `true`, `inf`, or a mistake.
    Name { negative: bool, name: &'t str },
    /// A numeric or byte literal.
    Number { negative: bool, text: &'t str },
    /// A string or byte string literal.
    Text(&'t str),
    /// A Rust constant that is more than a name: a path, or an expression in braces.
    Constant,
    /// A place in the data segment, `@0x0010` or `@0x0010[5]`.
    Place { offset: u16, length: Option<u16> },
    /// A mistake that has been reported.
    Wrong,
}

/// The library operand behind `@`.
#[derive(Clone, Copy)]
pub(crate) struct Library<'t> {
    pub(crate) kind: LibraryKind<'t>,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

#[derive(Clone, Copy)]
pub(crate) enum LibraryKind<'t> {
    /// A library id in quotes.
    Id(&'t str),
    /// An index into the libs segment.
    Index(u8),
    /// A name that can be a Rust constant's.
    Name(&'t str),
    /// A Rust constant that is more than a name.
    Constant,
    /// A mistake that has been reported.
    Wrong,
}
