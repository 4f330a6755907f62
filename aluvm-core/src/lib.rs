//! The instruction set, assembler, libraries and virtual machine of AluVM.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod asm;
#[cfg(feature = "vm")]
pub mod bytes;
pub mod codec;
#[cfg(feature = "vm")]
pub mod crypto;
pub mod expansion;
pub mod isa;
pub mod library;
pub mod limits;
pub mod num;
#[cfg(feature = "vm")]
pub mod vm;
