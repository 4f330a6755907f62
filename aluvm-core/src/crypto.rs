//! Digests and elliptic curves: pure functions from register bytes to register bytes.
//!
//! Each of them maps the same input to the same output on every platform, whatever back end the
//! underlying crate selects for the CPU it runs on. Nothing here draws randomness, and no state
//! kept between calls can change a result. Registers, `st0` and instructions are the machine's
//! business; a function returns `None` where the instruction fails.

#[cfg(feature = "digest")]
pub mod digest;
#[cfg(feature = "ed25519")]
pub mod edwards;
#[cfg(feature = "secp256k1")]
pub mod secp;
