//! AluVM: a register virtual machine for consensus code, with an assembler embedded in Rust.
//!
#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

pub use aluvm_core::isa::{Instr, InstructionSet, NoExtension};
pub use aluvm_core::library::{Lib, LibId, LibSite};
pub use aluvm_core::{asm, bytes, codec, isa, library, limits, num, vm};

#[doc(hidden)]
pub mod __private {
    pub use aluvm_core::expansion::*;
    pub use aluvm_core::isa::InstructionSet;
    pub use aluvm_core::{define_isa, isa};
    pub use aluvm_macros::{aluasm, aluasm_with, isa_extension};
}

/// Assembles instructions while Rust compiles.
///
/// The block evaluates to a constant array `[Instr; N]`, which can be a `const`, a `static` or a value.
/// Mistakes are compile errors at the wrong token. The README has the language in one table.
///
/// ```
/// use aluvm::{Instr, aluasm};
///
/// const LIMIT: u16 = 1000;
/// const COUNT: [Instr; 8] = aluasm! {
///         put     a16[0], 0;
///         put     a16[1], LIMIT;          // a Rust constant, range-checked while compiling
///     next:
///         inc     a16[0];
///         lt.u    a16[0], a16[1];
///         jif     next;
///         eq.n    a16[0], a16[1];
///         test;
///         ret;
/// };
/// ```
#[macro_export]
macro_rules! aluasm {
    ($($block:tt)*) => {
        $crate::__private::aluasm! { [$crate] $($block)* }
    };
}

/// Defines a host's own instructions, in the notation of the crate's instruction table.
#[macro_export]
macro_rules! isa_extension {
    ($($rows:tt)*) => {
        $crate::__private::isa_extension! { [$crate] $($rows)* }
    };
}
