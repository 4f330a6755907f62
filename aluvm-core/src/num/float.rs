//! Binary floating point in the eight formats of the F registers.
//!
//! What the assembler and the disassembler need, the formats and their literals, works on bytes and a
//! [`FloatFormat`] chosen at run time, and is always there.

mod format;
mod natural;
mod parse;
mod pattern;
mod print;
mod rounding;

pub use format::FloatFormat;
pub use parse::FloatLiteralError;
pub use rounding::Rounding;
