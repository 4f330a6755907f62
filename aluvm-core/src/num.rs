//! Arithmetic on register values, free of registers and instructions: integers of all widths and
//! binary floating point.

pub mod float;
#[cfg(feature = "vm")]
pub mod integer;
