//! The instruction set, assembler, libraries and virtual machine of AluVM.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "vm")]
pub mod bytes;
pub mod limits;
pub mod num;
