//! AluVM: a register virtual machine for consensus code, with an assembler embedded in Rust.
//!
#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(inline)]
pub use aluvm_core::asm::{AsmErrors, LibTextError};
#[doc(inline)]
pub use aluvm_core::isa::{Both, Instr, InstructionSet, NoExtension};
#[doc(inline)]
pub use aluvm_core::library::{
    AssembleError, IsaId, Isae, Lib, LibError, LibFileError, LibId, LibIdError, LibSite, Libs,
    Program, ProgramError,
};
#[doc(inline)]
pub use aluvm_core::vm::{
    Extension, Failure, Outcome, RegisterError, Registers, Session, Stop, Vm,
};
#[doc(inline)]
pub use aluvm_core::{asm, bytes, codec, flow, isa, library, limits, num, profile, vm};

/// Contracts: typed calls of their routines, and what a failing call tells.
pub mod contract {
    #[cfg(feature = "std")]
    #[doc(inline)]
    pub use aluvm_core::call::coverage;
    #[cfg(feature = "proptest")]
    #[doc(inline)]
    pub use aluvm_core::call::strategy;
    #[doc(inline)]
    pub use aluvm_core::call::{
        CallError, CallErrorKind, Case, CaseError, CaseErrorKind, Contract, Executed, Explanation,
        InputError, Module, Origin, Place, Reason, Refused, Source, call,
    };
    #[doc(inline)]
    pub use aluvm_core::contract::description::{ContractError, Parameter, Signature};
    #[doc(inline)]
    pub use aluvm_core::flow::{Bounds, RegisterSet};
}

/// The pages of the documentation whose examples are tests.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../docs/assembly.md")]
    mod assembly {}
    #[doc = include_str!("../docs/contracts.md")]
    mod contracts {}
    #[doc = include_str!("../docs/flow.md")]
    mod flow {}
    #[cfg(feature = "digest")]
    #[doc = include_str!("../docs/network.md")]
    mod network {}
}

#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "proptest")]
    pub use aluvm_core::call::strategy;
    pub use aluvm_core::call::{
        Argument, Bytes, CallError, Contract, Module, Outputs, native, output, parameter,
    };
    pub use aluvm_core::contract::description::{ContractError, Parameter, Signature};
    pub use aluvm_core::expansion::*;
    pub use aluvm_core::flow::{Bounds, RegisterSet};
    pub use aluvm_core::isa;
    pub use aluvm_core::isa::{Both, InstructionSet, NoExtension};
    pub use aluvm_core::library::{IsaId, Isae, Lib, LibId, LibSite, Libs, Program, ProgramError};
    pub use aluvm_core::profile::Profile;
    pub use aluvm_core::vm::{Extension, RegisterError, Registers, Vm};
    pub use aluvm_macros::{
        CfgAnswers, aluasm, aluasm_configured, aluasm_with, aluasm_without, alulib,
        alulib_configured, alulib_with_import, alulib_with_rows, isa_extension,
        isa_extension_configured,
    };
    pub use core;

    pub use crate::when_proptest;
}

/// Items that are there with the feature `proptest` of this crate, whatever features the crate has in which
/// they stand.
#[cfg(feature = "proptest")]
#[doc(hidden)]
#[macro_export]
macro_rules! when_proptest {
    ($($items:tt)*) => { $($items)* };
}

/// Items that are there with the feature `proptest` of this crate, whatever features the crate has in which
/// they stand.
#[cfg(not(feature = "proptest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! when_proptest {
    ($($items:tt)*) => {};
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
///
/// A row is the variant, its opcode, its fields with the lowest bit first, the mnemonic with its
/// operands, the registers that it reads and writes, and its complexity. The macro makes the enum and
/// its [`InstructionSet`]; an `impl` of [`Extension`] says what the instructions do.
///
/// # Rows
///
/// ```text
/// pub enum Name: "ID" {
///     /// Documentation, one line at least.
///     Variant = 0x90 [field: Type, #0/3]
///         "mnemonic".flags (operand, operand) | "other" (operand) where field = 1
///         reads(register, register) writes(register) cost 10;
/// }
/// ```
///
/// | part | what it says |
/// |---|---|
/// | `"ID"` | the name under which libraries name the extension: 2 to 8 of `A`-`Z` and `0`-`9`, a letter first |
/// | `0x90` | the opcode, `0x80..=0xFE`, none that a shipped instruction has. Rows can share one if fixed bits tell them apart |
/// | `[…]` | the arguments behind the opcode, lowest bit first, in whole bytes or half a byte more; left out where there are none. `field: Type` becomes a field of the variant, `#value/bits` are fixed bits |
/// | `Type` | of [`isa`]: an index of a register `Idx8`, `Idx16`, `Idx32`; a size `SizeA`, `SizeA2`, `SizeAF`, `SizeAR`, `SizeF`, `SizeR`, `SizeScalar`; flags such as `IntFlags`, `Rounding`; an immediate `Unsigned8`, `Unsigned16`, `Unsigned32`, `Step`, `Switch`, `Offset` |
/// | `"mnemonic"` | a text, the word that a statement begins with; further texts stand behind `\|`. `.flags` names the field that the word behind the dot sets; `where field = 1` makes a text that of one value only |
/// | `(operand, …)` | the operands in the order of the text; each text gives every field |
/// | an operand | `a64 field`, a register of a size whose index is a field; `size field`, where a field is the size; `s16 field`; `a64 0`, a register that is always this, written though; `st0`; the field of an immediate; `minus field`, a step that is written without its sign |
/// | `reads(…)` | the registers on which the instruction depends, as operands |
/// | `writes(…)` | the registers that it may change. What can fail has `st0` among them, so that `require` takes it |
/// | `cost 10` | its complexity |
///
/// Attributes stand before rows, `#[cfg(…)]` and `#[deprecated]` among them. The compiler says at the word what is wrong with
/// a row.
///
/// # Several extensions
///
/// A block and a library can name several, `#![isa(First, Second)]`. They run in a machine for [`Both`] of them, whose context
/// is a pair. Extensions with one opcode do not compile together:
///
/// ```compile_fail,E0080
/// # use aluvm::{Both, InstructionSet, isa_extension};
/// isa_extension! {
///     /// One.
///     enum First: "FIRST" {
///         /// Waits.
///         Wait = 0x90 "wait" () reads() writes() cost 1;
///     }
/// }
/// isa_extension! {
///     /// Another.
///     enum Second: "SECOND" {
///         /// Sleeps.
///         Sleep = 0x90 "sleep" () reads() writes() cost 1;
///     }
/// }
/// assert_eq!(<Both<First, Second>>::FORMS.len(), 2);
/// ```
///
/// # Example
///
/// ```
/// use std::ops::ControlFlow;
///
/// use aluvm::isa::Idx32;
/// use aluvm::{Extension, Lib, LibSite, Program, Registers, Vm, aluasm, isa_extension};
///
/// isa_extension! {
///     /// What a contract can ask of its block chain.
///     pub enum ChainInstr: "CHAIN" {
///         /// Sets an integer register to the height of the chain.
///         Height = 0x90 [dst: Idx32, #0/3]
///             "height" (a64 dst)
///             reads() writes(a64 dst) cost 10;
///     }
/// }
///
/// impl Extension for ChainInstr {
///     type Context<'c> = u64;
///
///     fn execute(&self, registers: &mut Registers, height: &mut u64) -> ControlFlow<()> {
///         let ChainInstr::Height { dst } = self;
///         registers.put_a64(*dst, *height);
///         ControlFlow::Continue(())
///     }
/// }
///
/// let lib = Lib::assemble(&aluasm! {
///     #![isa(ChainInstr)]
///     height  a64[0];
///     ret;
/// })?;
/// let program: Program<ChainInstr> = Program::link(LibSite::start(lib.id()), [lib])?;
/// let mut vm = Vm::with_extension();
/// assert!(vm.run_with(&program, &mut 840_000).is_success());
/// assert_eq!(vm.registers().a64(0), Some(840_000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! isa_extension {
    ($($rows:tt)*) => {
        $crate::__private::isa_extension! { [$crate] $($rows)* }
    };
}

/// Makes a module of a library: typed calls, constants, errors, and an id that is known while compiling.
///
/// ```
/// use aluvm::{LibSite, Vm, alulib};
///
/// alulib! {
///     /// A vault that pays out late.
///     pub mod vault {
///         pub const MATURITY: a32 = 6;
///
///         /// Why a withdrawal is refused.
///         pub enum Refusal in a8[0] {
///             /// The vault has not rested for long enough.
///             TooEarly = 1,
///             /// The vault holds less.
///             Overspent = 2,
///         }
///
///         /// Takes `amount` out of `balance`.
///         pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
///                 put     a32[1], MATURITY;
///                 require sub.uc age, a32[1] => TooEarly;
///                 require sub.uc balance, amount => Overspent;
///                 ret;
///         }
///     }
/// }
///
/// # fn main() -> Result<(), aluvm::contract::CallError> {
/// let mut vm = Vm::new();
/// assert_eq!(vault::withdraw(&mut vm, 500, 499, 6)?.rest, 1);
/// let error = vault::withdraw(&mut vm, 500, 501, 6).unwrap_err();
/// assert_eq!(error.refusal(), Some(vault::Refusal::Overspent));
/// const WITHDRAW: LibSite = vault::withdraw::SITE;
/// assert_eq!(WITHDRAW.lib, vault::LIB.id());
/// assert_eq!(vault::MATURITY, 6u32);
/// # Ok(())
/// # }
/// ```
///
/// A routine of structured statements alone (`docs/language.md`) is a function of Rust too, its twin, which needs no
/// machine. `#[twin]` makes a test that holds it against the machine.
///
/// ```
/// use aluvm::alulib;
///
/// alulib! {
///     pub mod shares {
///         pub enum Refusal in a8[0] { NoParts = 1 }
///
///         /// Splits `total` into equal shares.
///         #[twin]
///         pub fn split(total: u64, parts: u16) -> (share: u64, rest: u64) {
///                 require parts != 0 => NoParts;
///                 let wide: u64 = parts as u64;
///                 share = total / wide;
///                 rest = total - share * wide;
///         }
///     }
/// }
///
/// # fn main() -> Result<(), aluvm::contract::CallError> {
/// assert_eq!(shares::split::native(17, 5)?.rest, 2);
/// let error = shares::split::native(17, 0).unwrap_err();
/// assert_eq!(error.refusal(), Some(shares::Refusal::NoParts));
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! alulib {
    ($($library:tt)*) => {
        $crate::__private::alulib! { [$crate] $($library)* }
    };
}
