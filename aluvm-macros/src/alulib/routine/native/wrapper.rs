//! The function by which Rust calls a twin, with inputs and outputs as the typed call has them.

use aluvm_core::contract::{AssembledRoutine, Routine};
use aluvm_core::isa::{Register, RegisterSize};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::super::super::library::{Library, own};
use super::super::call::{Call, Field};
use crate::facade::generate;

/// `native` of a routine; nothing if it has no twin.
pub(in super::super) fn wrapper(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    source: &Routine<'_>,
    (text, name): (&str, &TokenStream),
    call: &Call,
) -> TokenStream {
    if super::of(library, routine).is_none() {
        return TokenStream::new();
    }
    let private = library.private();
    let Call { generics, bounds, parameters, arguments, outputs, .. } = call;
    let names = library.idents(source.inputs.iter().map(|input| input.name));
    let locals: Vec<Ident> =
        (0..names.len()).map(|number| own(&format!("aluvm_input_{number}"))).collect();
    let inputs = routine.inputs.iter().zip(names).zip(&locals).map(|((input, name), local)| {
        let text = &input.name;
        let value = match input.register {
            Register::Value { size: RegisterSize::S16, .. } => generate!(&#private::Bytes(&#name)),
            _ => generate!(&#name),
        };
        generate! {
            let #local = #private::native::Run::input(
                &aluvm_run, #text, #private::native::Taken::taken(#value),
            )?;
        }
    });
    let fields = outputs.iter().enumerate().map(|(number, Field { name, .. })| {
        let number = Literal::usize_unsuffixed(number);
        let value = generate!(#private::native::Given::given(aluvm_outputs.#number));
        quote!(#name: #value,)
    });
    let fields: TokenStream = fields.collect();
    let (success, denied) = match outputs.is_empty() {
        true => (
            generate!(#private::core::result::Result::Ok(true) => {
                #private::core::result::Result::Ok(Output {})
            }),
            Some(generate! {
                #private::core::result::Result::Ok(false) => #private::core::result::Result::Err(
                    #private::native::Run::denied(aluvm_run, &[#arguments], &SIGNATURE)
                ),
            }),
        ),
        false => (
            generate!(#private::core::result::Result::Ok(aluvm_outputs) => {
                #private::core::result::Result::Ok(Output { #fields })
            }),
            None,
        ),
    };
    let docs = format!(
        "The twin of [`{text}`](fn@super::{text}): the same routine as code of Rust, without a machine. It gives the \
         same outputs, refuses and fails as it does, at the same place, and counts jumps as the machine does. \
         There is no limit of complexity; who sets one calls the routine."
    );
    let twin = quote!(super::aluvm_native::#name);
    generate! {
        #[doc = #docs]
        #[inline]
        #[allow(clippy::too_many_arguments, clippy::missing_errors_doc)]
        pub fn native<#generics>(#parameters)
            -> #private::core::result::Result<Output, #private::CallError>
        where #bounds
        {
            let aluvm_run = #private::native::Run::of(&super::ALUVM_CONTRACT, OFFSET)?;
            #(#inputs)*
            match #twin(&aluvm_run, #(#locals),*) {
                #success
                #denied
                #private::core::result::Result::Err(aluvm_halt) => {
                    #private::core::result::Result::Err(#private::native::Run::stopped(
                        aluvm_run, aluvm_halt, &[#arguments], &SIGNATURE,
                    ))
                }
            }
        }
    }
}
