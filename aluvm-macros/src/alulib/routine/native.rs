//! The twin of a routine: a function of Rust that does what its statements say, over the functions of
//! `aluvm_core::call::native`.
//!
//! All twins of a library stand in one hidden module, private routines too, since they call each other. Each returns
//! its outputs, or its verdict if it has none, in the types of what registers hold.

mod check;
mod wrapper;
mod write;

use aluvm_core::contract::AssembledRoutine;
use aluvm_core::contract::twin::Twin;
use aluvm_core::isa::{Family, RegisterSize};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

pub(super) use self::check::{in_module, of_private};
pub(super) use self::wrapper::wrapper;
use self::write::Writer;
use super::super::library::{Library, own};
use crate::facade::generate;

/// The module with all twins; nothing if there is none.
pub(super) fn module(library: &Library<'_>) -> TokenStream {
    let twins = library.routines().filter_map(|(routine, _, token)| {
        let twin = of(library, routine)?;
        Some(function(library, routine, twin, &library.ident(token)))
    });
    let twins: Vec<TokenStream> = twins.collect();
    if twins.is_empty() {
        return TokenStream::new();
    }
    let private = library.private();
    generate! {
        #[doc(hidden)]
        #[allow(unused, unreachable_pub, clippy::all, clippy::pedantic)]
        pub mod aluvm_native {
            use #private::native;
            use #private::core::result::Result::{Err, Ok};
            #(#twins)*
        }
    }
}

/// What the twin of a routine does, if Rust gets it.
fn of<'r>(library: &Library<'_>, routine: &'r AssembledRoutine) -> Option<&'r Twin> {
    let is_emitted = library.is_right && library.emitted.contains(&routine.item);
    routine.twin.as_ref().filter(|_| is_emitted)
}

/// The twin itself.
fn function(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    twin: &Twin,
    name: &TokenStream,
) -> TokenStream {
    let private = library.private();
    let variables: Vec<Ident> =
        (0..twin.variables.len()).map(|number| variable(twin, number)).collect();
    let types: Vec<TokenStream> =
        twin.variables.iter().map(|variable| value_type(&private, variable.size)).collect();
    let inputs = twin.inputs.iter().map(|input| {
        let (name, value_type) = (&variables[*input], &types[*input]);
        generate!(mut #name: #value_type,)
    });
    let others = (0..twin.variables.len()).filter(|number| !twin.inputs.contains(number));
    let others = others.map(|number| {
        let (name, value_type) = (&variables[number], &types[number]);
        // The compiler takes less time for it.
        let filler = match twin.variables[number].size.bytes() {
            1..=16 if twin.variables[number].size.family() == Family::A => generate!(0),
            _ => generate!(native::Native::filler()),
        };
        generate!(let mut #name: #value_type = #filler;)
    });
    let outputs = twin.outputs.iter().map(|output| &types[*output]);
    let result = match twin.outputs.is_empty() {
        true => generate!(#private::core::primitive::bool),
        false => generate!((#(#outputs,)*)),
    };
    let body = Writer::new(library, routine, twin, &variables).body();
    // What nobody calls is not compiled.
    let head = generate!(#[inline] pub fn);
    let rest = generate! {
        (aluvm_run: &native::Run, #(#inputs)*)
            -> #private::core::result::Result<#result, native::Halt>
        {
            #(#others)*
            #body
        }
    };
    quote!(#head #name #rest)
}

/// The name that Rust has for a variable.
fn variable(twin: &Twin, number: usize) -> Ident {
    let name = twin.variables.get(number).and_then(|variable| variable.name.as_deref());
    own(&format!("aluvm_{}_{number}", name.unwrap_or("register")))
}

/// The Rust type of what registers of a size hold.
fn value_type(private: &TokenStream, size: RegisterSize) -> TokenStream {
    use RegisterSize::*;
    let name = match size {
        A8 | A16 | A32 | A64 | A128 => size.name().replace('a', "u"),
        R128 => "u128".into(),
        S16 => return generate!(#private::host::ByteString),
        A256 | A512 | A1024 => size.name().replace('a', "U"),
        R160 | R256 | R512 | R1024 | R2048 | R4096 | R8192 => size.name().replace('r', "U"),
        F16b | F16 | F32 | F64 | F80 | F128 | F256 | F512 => size.name().replacen('f', "F", 1),
    };
    let is_primitive = name.starts_with('u');
    let name = own(&name);
    match is_primitive {
        true => generate!(#private::core::primitive::#name),
        false => generate!(#private::native::#name),
    }
}

/// The code of a register as an expression.
fn code(register: aluvm_core::isa::Register) -> TokenStream {
    let code = register.to_code().map(Literal::u8_unsuffixed);
    generate!([#(#code),*])
}
