//! The assembly language: from tokens to instructions, and back to text.
//!
//! One implementation serves run-time text and the `aluasm!` macro. It is generic over the span
//! type `S`: a line and column for text, the compiler's span for the macro.

mod alias;
mod block;
mod boundary;
mod choose;
mod cursor;
mod directive;
mod error;
mod fill;
mod flags;
mod float;
mod foreign;
mod label;
mod lex;
mod listing;
mod literal;
mod mnemonic;
mod nearest;
mod operand;
mod print;
mod report;
mod size;
mod stmt;
mod text;
mod token;
mod value;

pub use block::{Block, ConstantUse, LibraryOperand, Resolved, Wanted};
pub use error::{
    Accepted, AsmError, AsmErrorKind, FlagUsage, IntegerRange, Note, SizeSet, Unclosed, Usage,
};
pub use lex::{TextSpan, lex};
pub use listing::{LibTextError, LibrarySource, Listing, listing, parse_library};
pub use literal::LiteralError;
pub use stmt::assemble;
pub use text::{AsmErrors, parse, parse_instr_with, parse_with};
pub use token::{Delimiter, Span, Token, TokenKind};
