//! MPFR on the functions that `tests/floats` checks by exact numbers, with the same operands: arithmetic,
//! conversions and literals. `ALUVM_CASES` sets the number of random cases here as well.

#[path = "../floats/operation.rs"]
mod operation;

mod arithmetic;
mod conversions;
mod literals;
mod tapered;

use aluvm_core::num::float::FloatFormat;
use aluvm_judge::float as oracle;
use aluvm_judge::float::operands::cases;

/// The formats that MPFR has the numbers of.
fn ieee() -> impl Iterator<Item = FloatFormat> {
    FloatFormat::ALL.into_iter().filter(|format| !format.is_posit())
}
