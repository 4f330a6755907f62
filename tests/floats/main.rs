//! Floats against oracles that share nothing with the implementation: the exact numbers of the judge and the
//! rules of the standards, in all formats; `rustc_apfloat` and Berkeley SoftFloat in those that they have. The
//! package in `tests/mpfr` asks MPFR as well, which needs more than Rust and a C compiler to build.
//!
//! `arithmetic`, `conversions`, `softfloat`, `apfloat`, `flush` and `platforms` check the functions;
//! `instructions`, `cnv`, `rules` and `undefined` the instructions, run by the machine; `literals`, `printing` and
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
mod operation;
mod platforms;
mod printing;
mod rules;
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod softfloat;
mod sparse;
mod undefined;

use aluvm_judge::float as oracle;
use aluvm_judge::float::operands::cases;
