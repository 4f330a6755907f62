//! The assembly language: from tokens to instructions, and back to text.
//!
//! One implementation serves run-time text and the `aluasm!` macro. It is generic over the span
//! type `S`: a line and column for text, the compiler's span for the macro. What is read goes through
//! stages, each of which knows only those before it:
//!
//! ```text
//! token     text to tokens, and the values of literals
//! parse     tokens to statements, plain data in which names are names
//! resolve   statements and a scope to instructions
//! print     instructions and libraries to text
//! ```
//!
//! `error` holds what can be wrong, and its words, for all of them.

mod assemble;
pub(crate) mod error;
#[cfg(feature = "text")]
mod library;
pub(crate) mod parse;
mod print;
#[cfg(feature = "text")]
pub(crate) mod report;
pub(crate) mod resolve;
#[cfg(all(test, feature = "text"))]
mod tests;
#[cfg(feature = "text")]
mod text;
pub(crate) mod token;

pub use assemble::{assemble, assemble_with};
pub use error::{
    Accepted, AsmError, AsmErrorKind, FlagUsage, IntegerRange, LiteralError, Located, Note,
    SizeSet, TokenError, Unclosed, Usage,
};
#[cfg(feature = "text")]
pub use library::{LibTextError, LibrarySource, parse_library, parse_library_for};
pub use parse::conditions;
pub use print::{Listing, listing, listing_for};
#[cfg(feature = "text")]
pub use report::{AsmErrors, TextErrors};
pub use resolve::{Block, ConstantUse, LibraryOperand, Resolved, Wanted};
#[cfg(feature = "text")]
pub use text::{parse, parse_instr_with, parse_with};
pub use token::{Delimiter, Span, Token, TokenKind, TokenText};
#[cfg(feature = "text")]
pub use token::{TextSpan, lex, lex_unfinished};
