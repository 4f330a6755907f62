//! The assembler: statements, operands, literals, labels, errors.

mod diagnostics;
mod literals;
mod operands;
mod recovery;
