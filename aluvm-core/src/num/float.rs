//! Binary floating point in the eight formats of the F registers.
//!
//! What the assembler and the disassembler need, the formats and their literals, works on bytes and a
//! [`FloatFormat`] chosen at run time, and is always there. The arithmetic comes with the `vm` feature:
//! a type for each format, and all operations in the trait [`Float`]. It is written once, for
//! significands of any number of limbs: an encoding takes values apart, a number is computed, and the
//! encoding rounds it once.

mod bounds;
mod format;
mod natural;
mod parse;
mod pattern;
mod print;
mod rounding;

#[cfg(feature = "vm")]
mod addition;
#[cfg(feature = "vm")]
mod arithmetic;
#[cfg(feature = "vm")]
pub(crate) mod deployed;
#[cfg(feature = "vm")]
mod division;
#[cfg(feature = "vm")]
mod encoding;
#[cfg(feature = "vm")]
mod extended;
#[cfg(feature = "vm")]
mod host;
#[cfg(feature = "vm")]
mod interchange;
#[cfg(feature = "vm")]
mod limbs;
#[cfg(feature = "vm")]
mod number;
#[cfg(feature = "vm")]
mod posit;
#[cfg(feature = "vm")]
mod types;
#[cfg(feature = "vm")]
mod wide;

#[cfg(feature = "vm")]
pub use arithmetic::Float;
#[cfg(feature = "vm")]
pub(crate) use encoding::Encoding;
#[cfg(feature = "vm")]
pub use extended::F80;
pub use format::FloatFormat;
#[cfg(feature = "vm")]
pub(crate) use natural::Natural;
pub use parse::FloatLiteralError;
#[cfg(feature = "vm")]
pub use posit::F512;
pub use rounding::Rounding;
#[cfg(feature = "vm")]
pub use types::{F16, F16b, F32, F64, F128, F256, NotAValue};
