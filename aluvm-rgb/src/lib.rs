//! The instructions of the RGB network: what scripts of its contracts can ask of the operation that is
//! validated, and of the contract.
//!
//! A host implements [`Operation`] for what it validates, builds a program of a schema's libraries once,
//! and lets [`validate`] run it for each operation. Scripts are written in [`rgbasm!`], or as contracts in
//! `aluvm::alulib!` with `#![isa(aluvm_rgb::RgbInstr)]` and `#![isae("ALU BPDIGEST RGB")]`, which every
//! library of the network has.
//!
//! The semantics are those of `rgb-consensus` 0.11.2-rc.1, but for one: where that one panics, here the
//! program fails. `cng` does so for 256 or more items.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod assemble;
mod execute;
mod instr;
#[cfg(feature = "strict_encoding")]
#[cfg_attr(docsrs, doc(cfg(feature = "strict_encoding")))]
pub mod number;
mod operation;
mod validate;

/// Libraries in the network's strict encoding.
#[cfg(feature = "strict_encoding")]
#[cfg_attr(docsrs, doc(cfg(feature = "strict_encoding")))]
pub use aluvm_strict as strict;
pub use assemble::{ISAE, assemble};
pub use instr::RgbInstr;
pub use operation::{Operation, See, Signature, State};
pub use validate::{Refused, validate};

#[doc(hidden)]
pub mod __private {
    pub use aluvm;
}
