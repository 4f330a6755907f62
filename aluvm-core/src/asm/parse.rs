//! From tokens to statements: plain data, in which names are names. What an identifier stands for, and
//! whether an instruction takes such operands, is for [`resolve`](super::resolve) to find.
//!
//! A part of a text is read as well as a whole, such as what stands between the braces of a routine:
//!
//! ```text
//! let tokens = Tokens::new(&list);
//! let mut errors = Errors::new(tokens.spans());
//! let mnemonics = Mnemonics::new(extension);
//! let grammar =
//!     Grammar { mnemonics: &mnemonics, mode: Mode::Block, conditions: Conditions::Unknown };
//! let body = parse::statements(tokens, open + 1..close, grammar, &mut errors);
//! ```
//!
//! Of a statement that cannot be read the error goes to `errors`, and reading goes on behind it. The
//! mnemonics are only the words of the language: they tell where a statement begins whose `;` is missing.

mod alias;
mod attribute;
mod data;
mod directive;
mod instruction;
mod mnemonic;
mod number;
mod operand;
mod reader;
mod register;
mod requirement;
mod statement;

pub(crate) use alias::REGISTER;
pub use attribute::conditions;
pub(crate) use attribute::misplaced;
pub(crate) use data::{
    Attribute, Condition, Instruction, Library, LibraryKind, Operand, OperandKind, Reading,
    Refusal, Requirement, Statement, StatementKind, Statements,
};
pub(super) use directive::directive_value;
pub(crate) use mnemonic::{Mnemonics, Row};
pub(super) use operand::LIBRARY;
pub(crate) use operand::is_constant_name;
pub(crate) use reader::{Conditions, Grammar, Mode, Reader};
pub(crate) use register::size_from_name;
pub(crate) use statement::{before, behind, first_operand, statements};
