//! The embedded assembler of aluvm: what turns the result of `aluvm_core::asm` into Rust.
//!
//! Users reach these macros through the facade `aluvm`, which hands them the path to itself as the
//! first token, so that a renamed dependency works. The crate uses nothing but `proc_macro`, since
//! every user waits for it to compile.

mod constant;
mod diagnostics;
mod expand;
mod extension;
mod lex;
mod record;
mod rows;
mod tokens;

use proc_macro::TokenStream;

/// Assembles a block: `[$crate] statements…`.
#[doc(hidden)]
#[proc_macro]
pub fn aluasm(input: TokenStream) -> TokenStream {
    expand::block(input)
}

/// Assembles a block with the rows of an extension: `{rows} [$crate] [path] statements…`.
#[doc(hidden)]
#[proc_macro]
pub fn aluasm_with(input: TokenStream) -> TokenStream {
    expand::block_with(input)
}

/// Defines an extension: `[$crate] attributes pub enum Name: "ID" { rows }`.
#[doc(hidden)]
#[proc_macro]
pub fn isa_extension(input: TokenStream) -> TokenStream {
    extension::define(input)
}
