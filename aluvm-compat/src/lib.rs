//! The interface of `rgb-aluvm` 0.11 on the machine of `aluvm`, for the crates of the RGB network.
//!
//! With `[patch.crates-io] rgb-aluvm = { path = "…/aluvm-compat" }` in a wallet's manifest, `rgb-consensus`,
//! `rgb-ops` and `rgb-schemas` are built on this crate, without a change to them. The README says what is kept
//! and what cannot be.
//!
//! - [`isa`] has the traits that a host implements for its own instructions, and [`isa::Instr`], which unites
//!   them with the base set;
//! - [`library`] libraries, their ids, and the cursors that code is read and written by;
//! - [`reg`] and [`data`] the registers and their values, as a host sees them;
//! - [`Vm`] runs. What the base set does is in `aluvm-core`, under `Profile::RGB_0_11`.

#![forbid(unsafe_code)]

pub mod data;
pub mod isa;
pub mod library;
mod macros;
pub mod reg;
#[cfg(feature = "stl")]
pub mod stl;
mod vm;

pub use aluvm_strict::LIB_NAME_ALUVM;
pub use vm::Vm;

/// What `aluvm-macros` names in its expansions.
#[doc(hidden)]
pub mod __private {
    pub use aluvm_core::expansion::*;
    pub use aluvm_macros::aluasm;
    pub use core;
}
