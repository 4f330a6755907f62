//! A call of a routine: its parameters, what sets the inputs, and the outputs.

use aluvm_core::contract::{AssembledRoutine, PublicParameter, Routine};
use aluvm_core::isa::{Register, RegisterSize};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::super::constants::{Sign, rust_type_of, sign};
use super::super::library::{Library, own};
use crate::facade::generate;

/// The parts of a call.
pub(super) struct Call {
    pub(super) generics: TokenStream,
    pub(super) bounds: TokenStream,
    pub(super) parameters: TokenStream,
    pub(super) context: TokenStream,
    pub(super) context_use: TokenStream,
    /// References to the inputs, each with a comma.
    pub(super) arguments: TokenStream,
    /// The types in which tests get random inputs; none if an input has an error.
    pub(super) random: Option<Vec<TokenStream>>,
    pub(super) outputs: Vec<Field>,
}

/// An output.
pub(super) struct Field {
    pub(super) name: TokenStream,
    pub(super) rust_type: TokenStream,
    pub(super) register: Register,
    /// What its documentation says behind the register.
    pub(super) docs: String,
    /// The expression that reads it.
    pub(super) read: TokenStream,
}

impl Call {
    pub(super) fn of<'l>(
        library: &Library<'l>,
        routine: &AssembledRoutine,
        source: &Routine<'l>,
    ) -> Call {
        let private = library.private();
        let mut call = Call {
            generics: TokenStream::new(),
            bounds: TokenStream::new(),
            parameters: TokenStream::new(),
            context: TokenStream::new(),
            context_use: TokenStream::new(),
            arguments: TokenStream::new(),
            random: Some(Vec::new()),
            outputs: outputs(library, routine, source),
        };
        let names = library.idents(source.inputs.iter().map(|input| input.name));
        for (number, (written, name)) in source.inputs.iter().zip(names).enumerate() {
            let known = routine.inputs.iter().find(|input| input.name == written.name.text);
            match known.map(|input| (input, input.register)) {
                Some((input, Register::Value { size, .. })) => {
                    call.input(library, input, size, &name, number);
                }
                // What is wrong with it has been said, and calls of the routine are right.
                _ => {
                    let anything = generate!(impl #private::core::marker::Sized);
                    call.parameters.extend(quote!(#name: #anything,));
                    call.random = None;
                }
            }
        }
        call.bounds.extend(library.extension_bound());
        if library.has_extension() {
            let extension = library.extension_type();
            let (span, private) = (library.extension_span(), library.private_at_extension());
            call.context = quote_spanned! {span=>
                context: &mut <#extension as #private::Extension>::Context<'_>,
            };
            call.context_use = generate!(context,);
        }
        call
    }

    /// An input: its parameter, and what the call takes of it.
    fn input(
        &mut self,
        library: &Library<'_>,
        input: &PublicParameter,
        size: RegisterSize,
        name: &TokenStream,
        number: usize,
    ) {
        let private = library.private();
        let optional = |rust_type| match input.is_optional {
            true => generate!(#private::core::option::Option<#rust_type>),
            false => rust_type,
        };
        if let Some(random) = &mut self.random {
            random.push(optional(match size {
                RegisterSize::S16 => generate!(#private::strategy::Bytes),
                _ => rust_type_of(&private, size, input.is_signed),
            }));
        }
        if size != RegisterSize::S16 {
            let rust_type = optional(rust_type_of(&private, size, input.is_signed));
            self.parameters.extend(quote!(#name: #rust_type,));
            self.arguments.extend(generate!(&#name,));
            return;
        }
        let generic = own(&format!("AluvmBytes{number}"));
        self.generics.extend(generate!(#generic,));
        self.bounds.extend(string_bounds(&private, &generic));
        let rust_type = optional(generate!(#generic));
        self.parameters.extend(quote!(#name: #rust_type,));
        let bytes = generate!(#private::Bytes);
        self.arguments.extend(match input.is_optional {
            true => generate!(&#name.as_ref().map(#bytes),),
            false => generate!(&#bytes(&#name),),
        });
    }
}

fn outputs<'l>(
    library: &Library<'l>,
    routine: &AssembledRoutine,
    source: &Routine<'l>,
) -> Vec<Field> {
    let private = library.private();
    let names = library.idents(source.outputs.iter().map(|output| output.name));
    let outputs = source.outputs.iter().zip(names).filter_map(|(written, name)| {
        let known = routine.outputs.iter().find(|output| output.name == written.name.text);
        let output = known?;
        let Register::Value { size, index } = output.register else { return None };
        let (getter, index) = (own(size.name()), Literal::u8_suffixed(index));
        let (rust_type, read) = match size {
            RegisterSize::S16 => (
                generate!(#private::host::ByteString),
                generate!(aluvm_registers.#getter(#index).cloned()),
            ),
            _ => {
                let read = generate!(aluvm_registers.#getter(#index));
                let read = match sign(&private, size, output.is_signed) {
                    Some(Sign { cast, .. }) => {
                        generate!(#private::core::option::Option::map(#read, #cast))
                    }
                    None => read,
                };
                (rust_type_of(&private, size, output.is_signed), read)
            }
        };
        let (rust_type, read) = match output.is_optional {
            true => (generate!(#private::core::option::Option<#rust_type>), read),
            false => (rust_type, generate!(#private::output(#read))),
        };
        let docs = output.signed_type();
        let docs = docs.map_or_else(String::new, |ty| format!(", an `{ty}`"));
        Some(Field { name, rust_type, register: output.register, docs, read })
    });
    outputs.collect()
}

/// What the type of a byte string must be.
fn string_bounds(private: &TokenStream, generic: &Ident) -> TokenStream {
    generate! {
        #generic: #private::core::convert::TryInto<#private::host::ByteString>
            + #private::core::clone::Clone,
        #private::RegisterError: #private::core::convert::From<
            <#generic as #private::core::convert::TryInto<#private::host::ByteString>>::Error,
        >,
    }
}
