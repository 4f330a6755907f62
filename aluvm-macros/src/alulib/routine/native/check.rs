//! `#[twin]`: a test that holds the twin of a routine against the machine.

use aluvm_core::contract::{AssembledRoutine, Item, PublicParameter};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::super::library::Library;
use super::{code, value_type};
use crate::facade::generate;

/// The test in the module of a routine; nothing if it does not ask for one.
pub(in super::super) fn in_module(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    name: &TokenStream,
) -> TokenStream {
    let mut item = library.contract.inside.items.get(routine.item).into_iter();
    let asks = item.any(Item::asks_for_twin);
    let Some(twin) = super::of(library, routine).filter(|_| asks) else {
        return TokenStream::new();
    };
    let private = library.private();
    let offset = Literal::u16_suffixed(routine.offset);
    let [inputs, outputs] =
        [&routine.inputs, &routine.outputs].map(|all| parameters(&private, all));
    let values = routine.inputs.iter().zip(&twin.inputs).map(|(input, number)| {
        let value_type = value_type(&private, twin.variables[*number].size);
        let register = code(input.register);
        generate!(#private::native::given::<#value_type>(aluvm_before, #register))
    });
    let twin = quote!(super::aluvm_native::#name);
    let run = generate!(#twin(aluvm_run, #(#values),*));
    let ended = match routine.outputs.is_empty() {
        true => run,
        false => {
            let outputs = routine.outputs.iter().enumerate().map(|(number, output)| {
                let (number, register) = (Literal::usize_unsuffixed(number), code(output.register));
                generate!(#private::native::put(&aluvm_outputs.#number, aluvm_after, #register);)
            });
            let outputs: TokenStream = outputs.collect();
            generate!(#run.map(|aluvm_outputs| { #outputs true }))
        }
    };
    generate! {
        #[#private::core::prelude::v1::test]
        fn twin() {
            #private::native::check(
                #private::Contract::module(&super::ALUVM_CONTRACT),
                #offset,
                (&[#inputs], &[#outputs]),
                &|aluvm_run, aluvm_before, aluvm_after| #ended,
            );
        }
    }
}

/// The module of a private routine, which has nothing but the test.
pub(in super::super) fn of_private(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    name: &TokenStream,
) -> TokenStream {
    let test = in_module(library, routine, name);
    match test.is_empty() {
        true => test,
        false => {
            let head = generate!(#[cfg(test)] mod);
            let body = generate!({ #test });
            quote!(#head #name #body)
        }
    }
}

fn parameters(private: &TokenStream, all: &[PublicParameter]) -> TokenStream {
    let all = all.iter().map(|PublicParameter { name, register, is_signed, .. }| {
        let register = code(*register);
        generate!(#private::parameter(#name, #register, #is_signed, false),)
    });
    all.collect()
}
