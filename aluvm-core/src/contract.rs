//! Contracts: libraries with routines, errors and names, and what their source says of their bytes.
//!
//! The language is that of `docs/contracts.md`; `alulib!` and files share what is here. It is generic over
//! the span type `S`, as the assembler is. What is read goes through stages, each of which knows only those
//! before it, beside the data that they hand on (`types`, `item`, `interface`, `description`, `error`):
//!
//! ```text
//! parse     tokens to items, plain data in which names are names
//! names     what each name and attribute of the library means
//! language  statements above the instructions to those below
//! body      the statements of a routine to instructions, by the table of what each form stands for
//! layout    routines one behind the other, and the jumps among them
//! verify    what the flow of the code says is wrong, at the tokens that show it
//! assemble  runs these
//! outline   what each word is, for editors
//! describe  a library for who runs it
//! text      reads whole files
//! ```

mod assemble;
mod body;
mod describe;
pub mod description;
mod error;
mod expansion;
mod interface;
mod item;
mod language;
mod layout;
mod library;
mod names;
mod outline;
mod parse;
#[cfg(feature = "text")]
mod text;
pub mod twin;
mod types;
mod verify;

pub use assemble::{
    AssembledInstr, AssembledRoutine, AssembledStatement, AssembledVariable, Contract, Mention,
    Origin, assemble, assemble_uncut, items,
};
pub use body::can_be_required;
pub use describe::Texts;
pub use error::{LanguageErrorKind, Note, SourceError, SourceErrorKind, Unused, Wanted};
pub use interface::{Interface, PublicParameter, PublicRoutine};
pub use item::{
    Attribute, Constant, Errors, Inside, Item, ItemKind, Meaning, Name, Parameter, Routine, Variant,
};
pub use language::STATEMENT_WORDS;
#[cfg(feature = "text")]
pub use language::is_structured;
pub use names::{
    Callee, ConstantLiteral, ErrorEnum, FINDINGS, Import, Levels, Resolve, Spelling, is_taken,
    nearest_finding,
};
pub use outline::{Expectation, NameKind, Outline, Word, expectation, outline};
#[cfg(feature = "text")]
pub use text::{
    AttributePlace, ContractErrors, FileImport, TextAttributes, TextConstant, TextLibrary,
    contract_tokens, imported_files, named_profile, parse_lib_with, parse_text, parse_text_with,
    parse_tokens,
};
pub use types::Type;
