//! The module of a routine: its output, its site, and what is known of it.

use aluvm_core::contract::AssembledRoutine;
use aluvm_core::flow::Bounds;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::library::{Library, own};
use super::call::{Call, Field};
use crate::facade::generate;

const COMPLEXITY: &str = "The least and, if there is a bound, the most that a successful run adds to `ca0`, calls included.";

/// The content of the module of a routine.
pub(super) fn module(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    name: &str,
    call: &Call,
    number: &Literal,
) -> TokenStream {
    let private = library.private();
    let fields = call.outputs.iter().map(|Field { name, rust_type, register, docs, .. }| {
        let docs = format!("The output in `{register}`{docs}.");
        quote!(#[doc = #docs] pub #name: #rust_type,)
    });
    let fields: TokenStream = fields.collect();
    let output_docs = format!("What [`{name}`](fn@super::{name}) gives.");
    let complexity_docs = COMPLEXITY;
    let offset = Literal::u16_suffixed(routine.offset);
    let summary = &routine.summary;
    let complexity =
        bounds(&private, summary.succeeding.unwrap_or(Bounds { least: 0, most: Some(0) }));
    let reads: TokenStream =
        call.outputs.iter().map(|Field { name, read, .. }| quote!(#name: #read,)).collect();
    let registers = match call.outputs.is_empty() {
        true => generate!(_),
        false => generate!(aluvm_registers),
    };
    let random = random_inputs(&private, name, call);
    generate! {
        #[doc = #output_docs]
        #[derive(
            #private::core::fmt::Debug,
            #private::core::clone::Clone,
            #private::core::cmp::PartialEq,
        )]
        pub struct Output { #fields }

        impl #private::Outputs for Output {
            #[inline]
            fn read(#registers: &#private::Registers) -> Output {
                Output { #reads }
            }
        }

        /// Where the routine begins in the code of its library.
        pub const OFFSET: #private::core::primitive::u16 = #offset;

        /// Where the routine begins.
        pub const SITE: #private::LibSite = #private::LibSite { lib: super::ID, offset: OFFSET };

        #[doc = #complexity_docs]
        pub const COMPLEXITY: #private::Bounds = #complexity;

        /// Inputs, outputs, all registers that are written, and the depth of calls.
        pub const SIGNATURE: #private::Signature<'static> = super::ALUVM_SIGNATURES[#number];

        #random
    }
}

/// The most inputs of which there is a tuple that can be shown, and the most such tuples.
const TUPLE_MAX: usize = 12;
const TUPLES_MAX: usize = 8;

/// The strategy for random inputs, if the facade has the feature for it.
fn random_inputs(private: &TokenStream, name: &str, call: &Call) -> TokenStream {
    let Some(types) = call.random.as_ref().filter(|types| types.len() <= TUPLE_MAX * TUPLES_MAX)
    else {
        return TokenStream::new();
    };
    let docs = format!(
        "Random inputs of [`{name}`](fn@super::{name}), for tests with `proptest`: values at edges more \
         often than others, and none with which the routine could not be started."
    );
    let (value, inputs) = match types.len() {
        0..=TUPLE_MAX => (generate!((#(#types,)*)), own("inputs")),
        _ => {
            let tuples = types.chunks(TUPLE_MAX).map(|types| generate!((#(#types,)*)));
            (generate!((#(#tuples,)*)), own("groups"))
        }
    };
    generate! {
        #private::when_proptest! {
            #[doc = #docs]
            #[allow(dead_code)]
            pub fn inputs() -> impl #private::strategy::Strategy<Value = #value> {
                #private::strategy::#inputs(SIGNATURE.inputs)
            }
        }
    }
}

fn bounds(private: &TokenStream, Bounds { least, most }: Bounds) -> TokenStream {
    let (least, most) =
        (Literal::u64_suffixed(least), optional(private, most.map(Literal::u64_suffixed)));
    generate!(#private::Bounds { least: #least, most: #most })
}

pub(super) fn optional(private: &TokenStream, number: Option<Literal>) -> TokenStream {
    match number {
        Some(number) => generate!(#private::core::option::Option::Some(#number)),
        None => generate!(#private::core::option::Option::None),
    }
}
