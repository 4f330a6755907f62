//! Floats against oracles that share nothing with the implementation: MPFR and `rustc_apfloat` for
//! the IEEE formats, exact rationals for the posit. `ALUVM_CASES` sets the number of random cases.

mod apfloat;
mod arithmetic;
mod conversions;
mod literals;
mod operands;
mod oracle;

/// The number of random cases: `ALUVM_CASES`, or a few for the ordinary test run.
fn cases(ordinary: usize) -> usize {
    std::env::var("ALUVM_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(ordinary)
}
