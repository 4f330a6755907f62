//! Contracts: libraries with routines, errors and names, and what their source says of their bytes.
//!
//! The language is that of `docs/contracts.md`; `alulib!` and files share what is here. It is generic over
//! the span type `S`, as the assembler is. What is read goes through stages, each of which knows only those
//! before it:
//!
//! ```text
//! parse     tokens to items, plain data in which names are names
//! names     what each name of the library means
//! body      the statements of a routine to instructions, by the table of what each form stands for
//! layout    routines one behind the other, and the jumps among them
//! verify    what the flow of the code says is wrong, at the tokens that show it
//! ```
//!
//! `assemble` runs them, `text` reads a whole file.

mod assemble;
mod attribute;
mod body;
mod constant;
mod describe;
pub mod description;
mod error;
mod import;
#[cfg(feature = "text")]
mod imported;
mod interface;
mod item;
mod layout;
mod mention;
mod names;
mod parameters;
mod parse;
mod refusal;
mod register;
mod require;
mod spell;
#[cfg(feature = "text")]
mod text;
mod unused;
mod verify;

pub use assemble::{
    AssembledInstr, AssembledRoutine, AssembledStatement, Contract, Origin, assemble, items,
};
pub use attribute::{FINDINGS, Levels, nearest_finding};
pub use constant::{ConstantLiteral, Spelling};
pub use describe::Texts;
pub use error::{Note, SourceError, SourceErrorKind, Unused};
pub use import::{Callee, Import, Resolve};
#[cfg(feature = "text")]
pub use imported::{FileImport, imported_files};
pub use interface::{Interface, PublicParameter, PublicRoutine};
pub use item::{
    Attribute, Constant, Errors, Inside, Item, ItemKind, Meaning, Name, Parameter, Routine, Variant,
};
pub use mention::Mention;
pub use refusal::ErrorEnum;
#[cfg(feature = "text")]
pub use text::{ContractErrors, TextConstant, TextLibrary, parse_text, parse_text_with};
