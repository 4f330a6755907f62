//! The assembler: statements, operands, literals, labels, errors.

mod conditions;
mod deployed;
mod diagnostics;
mod encodings;
mod extension;
mod listing;
mod literals;
mod operands;
mod recovery;
mod round_trip;
mod table;
mod tokens;
