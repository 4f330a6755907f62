//! Floats against oracles that share nothing with the implementation: MPFR and `rustc_apfloat` for
//! the IEEE formats, exact rationals for the posit.
//!
//! `ALUVM_CASES` sets the number of random cases, here and in the unit tests that compare the
//! processor's floating point with the portable code. A million pairs for each format and operation,
//! in each rounding mode, take about a quarter of an hour on one core:
//!
//! ```text
//! ALUVM_CASES=1000000 cargo test --release -p aluvm-tests --test floats arithmetic::
//! ALUVM_CASES=1000000 cargo test --release -p aluvm-tests --test floats conversions::
//! ALUVM_CASES=100000000 cargo test --release -p aluvm-core host::
//! ```

mod apfloat;
mod arithmetic;
mod conversions;
#[cfg(target_arch = "x86_64")]
mod flush;
mod literals;
mod mandelbrot;
mod operands;
mod oracle;
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod softfloat;

/// The number of random cases: `ALUVM_CASES`, or a few for the ordinary test run.
fn cases(ordinary: usize) -> usize {
    std::env::var("ALUVM_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(ordinary)
}
