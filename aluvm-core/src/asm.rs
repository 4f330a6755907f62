//! The assembly language: from tokens to instructions, and back to text.
//!
//! One implementation serves run-time text and the `aluasm!` macro. It is generic over the span
//! type `S`: a line and column for text, the compiler's span for the macro.

mod block;
mod token;

pub use block::{Block, ConstantUse, LibraryOperand, Resolved, Wanted};
pub use token::{Delimiter, Span, Token, TokenKind};
