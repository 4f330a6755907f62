//! Integration tests of aluvm against published vectors, oracles and the deployed implementation. Here
//! is what they share.

pub mod contract;
pub mod instruction;
pub mod machine;

pub use aluvm_judge::Random;

/// The number of cases that the main properties over random programs try in an ordinary test run.
pub const CASES: u32 = 20_000;

/// The number of cases of a property that tries `ordinary` cases in an ordinary test run. The
/// environment variable `ALUVM_CASES` says how many the main properties try; the others follow in
/// proportion. (`PROPTEST_CASES` would give all properties the same number, however slow they are.)
pub fn cases(ordinary: u32) -> u32 {
    let wanted = std::env::var("ALUVM_CASES").ok().and_then(|text| text.parse::<u32>().ok());
    let scaled = wanted.map(|total| u64::from(total) * u64::from(ordinary) / u64::from(CASES));
    scaled.map_or(ordinary, |cases| u32::try_from(cases).unwrap_or(u32::MAX).max(1))
}
