//! The assembler: statements, operands, literals, labels, errors.

mod diagnostics;
mod extension;
mod listing;
mod literals;
mod operands;
mod recovery;
mod round_trip;
