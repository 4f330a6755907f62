//! Floats against oracles that share nothing with the implementation: MPFR, `rustc_apfloat` and Berkeley
//! SoftFloat for the IEEE formats, exact rationals for the posit.
//!
//! `arithmetic`, `conversions`, `softfloat`, `apfloat` and `flush` check the functions; `instructions`,
//! `cnv`, `rules` and `undefined` the instructions, run by the machine; `literals`, `printing` and
//! `compiled` the text of numbers. `ALUVM_CASES` sets the number of random cases; from some tens of
//! thousands on, all pairs of directed operands are tried as well. CONTRIBUTING.md has the long runs.

mod apfloat;
mod arithmetic;
mod cnv;
mod compiled;
mod conversions;
#[cfg(target_arch = "x86_64")]
mod flush;
mod instructions;
mod literals;
mod machine;
mod mandelbrot;
mod operands;
mod oracle;
mod printing;
mod rules;
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod softfloat;
mod undefined;

/// The number of random cases: `ALUVM_CASES`, or a few for the ordinary test run.
fn cases(ordinary: usize) -> usize {
    std::env::var("ALUVM_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(ordinary)
}
