//! The instruction set, assembler, libraries and virtual machine of AluVM.
//!
//! Most users want the crate `aluvm`, which adds `aluasm!` and names the main types at its root. This
//! crate is apart because the macro needs it while it compiles: without the feature `vm`, as there, it
//! is the instruction set and the assembler alone.
//!
//! - [`isa`] describes each instruction once; everything else derives from it.
//! - [`asm`] reads and prints the assembly language; [`codec`] the bytes.
//! - [`flow`] says what can be known of code without running it.
//! - [`library`] holds libraries, their ids and the programs made of them.
//! - [`profile`] says what a network's machine does otherwise.
//! - `vm` runs programs, with the arithmetic of [`num`] and of `bytes`.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod asm;
#[cfg(feature = "vm")]
pub mod bytes;
#[cfg(feature = "vm")]
pub mod call;
pub mod codec;
pub mod contract;
#[cfg(feature = "vm")]
pub mod crypto;
#[doc(hidden)]
pub mod expansion;
pub mod flow;
pub mod isa;
pub mod library;
pub mod limits;
pub mod num;
pub mod profile;
#[cfg(feature = "vm")]
pub mod vm;
