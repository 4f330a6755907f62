//! The embedded assembler of aluvm: what turns the result of `aluvm_core::asm` into Rust.
//!
//! Users reach these macros through the facade `aluvm`, which hands them the path to itself as the
//! first token, so that a renamed dependency works. Here the macros only change the type of their tokens:
//! each stage is a function over `proc_macro2`, which tests call outside of a compiler.

mod aluasm;
mod alulib;
mod beside;
mod cfg;
mod constant;
mod diagnostics;
mod extensions;
mod facade;
#[cfg(test)]
mod hygiene;
mod isa_extension;
mod tokens;

use proc_macro::TokenStream;

/// Assembles a block: `[$crate] statements…`.
#[doc(hidden)]
#[proc_macro]
pub fn aluasm(input: TokenStream) -> TokenStream {
    aluasm::block(input.into()).into()
}

/// The same when it is known which conditions of statements hold: `{answers} [$crate] statements…`.
#[doc(hidden)]
#[proc_macro]
pub fn aluasm_configured(input: TokenStream) -> TokenStream {
    aluasm::block_configured(input.into()).into()
}

/// The same with the rows of an extension: `{rows} [path] [name]
/// {answers} [$crate] #![isa(path)] statements…`.
#[doc(hidden)]
#[proc_macro]
pub fn aluasm_with(input: TokenStream) -> TokenStream {
    aluasm::block_with(input.into()).into()
}

/// What stands in the place of an extension's rows if a path leads to something else:
/// `(callback) [path] [name] {answers} [$crate] #![isa(path)] statements…`.
#[doc(hidden)]
#[proc_macro]
pub fn aluasm_without(input: TokenStream) -> TokenStream {
    aluasm::block_without(input.into()).into()
}

/// Makes a module of a library: `[$crate] attributes visibility mod name { inside }`.
#[doc(hidden)]
#[proc_macro]
pub fn alulib(input: TokenStream) -> TokenStream {
    alulib::library(input.into()).into()
}

/// The same when it is known which conditions hold: `{answers} state…`.
#[doc(hidden)]
#[proc_macro]
pub fn alulib_configured(input: TokenStream) -> TokenStream {
    alulib::library_configured(input.into()).into()
}

/// The same with the rows of an extension: `{rows} state…`.
#[doc(hidden)]
#[proc_macro]
pub fn alulib_with_rows(input: TokenStream) -> TokenStream {
    alulib::library_with_rows(input.into()).into()
}

/// The same with the interface of the next import: `{interface} state…`.
#[doc(hidden)]
#[proc_macro]
pub fn alulib_with_import(input: TokenStream) -> TokenStream {
    alulib::library_with_import(input.into()).into()
}

/// Defines an extension: `[$crate] attributes visibility enum Name: "ID" { rows }`.
#[doc(hidden)]
#[proc_macro]
pub fn isa_extension(input: TokenStream) -> TokenStream {
    isa_extension::define(input.into()).into()
}

/// The same when it is known which rows there are: `{answers} [$crate] attributes…`.
#[doc(hidden)]
#[proc_macro]
pub fn isa_extension_configured(input: TokenStream) -> TokenStream {
    isa_extension::define_configured(input.into()).into()
}

/// Says which of a list of predicates hold, see `cfg`.
#[doc(hidden)]
#[proc_macro_derive(CfgAnswers)]
pub fn cfg_answers(input: TokenStream) -> TokenStream {
    cfg::answer(input.into()).into()
}
