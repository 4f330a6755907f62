//! Arithmetic on register values, free of registers and instructions: integers of all widths and
//! binary floating point.

#[cfg(feature = "vm")]
pub mod integer;
