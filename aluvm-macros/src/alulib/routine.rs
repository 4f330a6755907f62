//! A routine as Rust has it: a function that calls it, and a module of the same name with what is known of it.

use aluvm_core::contract::{AssembledRoutine, PublicParameter};
use aluvm_core::flow::{Bounds, RegisterSet};
use aluvm_core::isa::{Register, RegisterSize};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::constants::rust_type;
use super::docs;
use super::expand::{Library, own};
use crate::facade::generate;

/// All routines.
pub(super) fn items(library: &Library<'_>) -> TokenStream {
    library
        .routines()
        .filter_map(|(routine, name, token)| match library.is_public(routine.item) {
            true => public(library, routine, name, token),
            false => private(library, routine, token),
        })
        .collect()
}

/// A routine of the library's own is an item too, so that an editor can go to it.
fn private(library: &Library<'_>, routine: &AssembledRoutine, token: usize) -> Option<TokenStream> {
    let item = library.contract.inside.items.get(routine.item)?;
    let (attributes, name) = (library.attributes(&item.attributes), library.ident(token));
    let allowed = generate!(#[allow(dead_code)]);
    Some(quote!(#attributes #allowed fn #name() {}))
}

fn public(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    text: &str,
    token: usize,
) -> Option<TokenStream> {
    let item = library.contract.inside.items.get(routine.item)?;
    let private = library.private();
    let attributes = library.attributes(&item.attributes);
    let visibility = library.tokens.source(item.visibility.clone());
    let name = library.ident(token);
    let docs = docs::of_routine(library, routine);
    let call = Call::of(library, routine, token);
    let Call { generics, bounds, parameters, context, context_use, sets, .. } = &call;
    let outputs = &call.outputs;
    let (has_names, extension) = (outputs.iter().map(|(name, ..)| name), library.extension_type());
    let fields = outputs.iter().map(|(_, _, read)| read);
    let fields: TokenStream =
        has_names.zip(fields).map(|(name, read)| quote!(#name: #read,)).collect();
    let result = generate! {
        #private::core::result::Result<#name::Output, #private::CallError>
    };
    let body = generate! {
        ALUVM_CONTRACT.call(
            aluvm_vm,
            #name::OFFSET,
            #context_use,
            |aluvm_registers| {
                #sets
                #private::core::result::Result::Ok(())
            },
            |aluvm_registers| {
                let _ = aluvm_registers;
                #private::core::option::Option::Some(#name::Output { #fields })
            },
        )
    };
    let vm = generate!(aluvm_vm: &mut #private::Vm<#extension>);
    let module = module(library, routine, text, &call);
    let module_docs = format!("What is known of the routine [`{text}`](fn@self::{text}).");
    let allowed = generate!(#[allow(clippy::too_many_arguments, clippy::missing_errors_doc)]);
    Some(quote! {
        #attributes
        #docs
        #allowed
        #visibility fn #name<#generics>(#vm, #context #parameters) -> #result
        #bounds
        { #body }

        #[doc = #module_docs]
        #visibility mod #name { #module }
    })
}

/// The parts of a call.
struct Call {
    generics: TokenStream,
    bounds: TokenStream,
    parameters: TokenStream,
    context: TokenStream,
    context_use: TokenStream,
    /// Statements that set the inputs.
    sets: TokenStream,
    /// The name, the type and the reading of each output.
    outputs: Vec<(TokenStream, TokenStream, TokenStream)>,
}

impl Call {
    fn of(library: &Library<'_>, routine: &AssembledRoutine, _: usize) -> Call {
        let private = library.private();
        let (mut generics, mut bounds) = (TokenStream::new(), TokenStream::new());
        let (mut parameters, mut sets) = (TokenStream::new(), TokenStream::new());
        for (number, input) in routine.inputs.iter().enumerate() {
            let Register::Value { size, index } = input.register else { continue };
            let name = library.parameter(routine, input, false);
            let setter = own(&format!("set_{}", size.name()));
            let text = &input.name;
            let index = Literal::u8_suffixed(index);
            let error = generate!(.map_err(#private::CallError::input(#text))?);
            if size == RegisterSize::S16 {
                let generic = own(&format!("AluvmBytes{number}"));
                generics.extend(generate!(#generic,));
                bounds.extend(string_bounds(&private, &generic));
                let set = generate! {
                    aluvm_registers.#setter(#index, #private::core::clone::Clone::clone(aluvm_input)) #error;
                };
                match input.is_optional {
                    true => {
                        parameters.extend(quote!(#name: #private::core::option::Option<#generic>,));
                        sets.extend(generate! {
                            if let #private::core::option::Option::Some(aluvm_input) = &#name { #set }
                        });
                    }
                    false => {
                        parameters.extend(quote!(#name: #generic,));
                        sets.extend(generate!({ let aluvm_input = &#name; #set }));
                    }
                }
                continue;
            }
            let rust_type = rust_type(&private, size);
            let rust_type = match input.is_optional {
                true => generate!(#private::core::option::Option<#rust_type>),
                false => rust_type,
            };
            parameters.extend(quote!(#name: #rust_type,));
            sets.extend(generate!(aluvm_registers.#setter(#index, #name) #error;));
        }
        let bounds = match bounds.is_empty() {
            true => TokenStream::new(),
            false => generate!(where #bounds),
        };
        let (context, context_use) = match &library.extension {
            Some(path) => (
                generate!(aluvm_context: &mut <#path as #private::Extension>::Context,),
                generate!(aluvm_context),
            ),
            None => (TokenStream::new(), generate!(&mut ())),
        };
        let outputs = routine.outputs.iter().filter_map(|output| {
            let Register::Value { size, index } = output.register else { return None };
            let name = library.parameter(routine, output, true);
            let (getter, index) = (own(size.name()), Literal::u8_suffixed(index));
            let (rust_type, read) = match size {
                RegisterSize::S16 => (
                    generate!(#private::host::ByteString),
                    generate!(aluvm_registers.#getter(#index).cloned()),
                ),
                _ => (rust_type(&private, size), generate!(aluvm_registers.#getter(#index))),
            };
            Some(match output.is_optional {
                true => (name, generate!(#private::core::option::Option<#rust_type>), read),
                false => (name, rust_type, generate!(#read?)),
            })
        });
        let outputs = outputs.collect();
        Call { generics, bounds, parameters, context, context_use, sets, outputs }
    }
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

/// The content of the module of a routine.
fn module(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    name: &str,
    call: &Call,
) -> TokenStream {
    let private = library.private();
    let fields = call.outputs.iter().zip(&routine.outputs).map(|((name, rust_type, _), output)| {
        let docs = format!("The output in `{}`.", output.register);
        quote!(#[doc = #docs] pub #name: #rust_type,)
    });
    let fields: TokenStream = fields.collect();
    let output_docs = format!("What [`{name}`](fn@super::{name}) gives.");
    let offset = Literal::u16_suffixed(routine.offset);
    let summary = &routine.summary;
    let complexity =
        bounds(&private, summary.succeeding.unwrap_or(Bounds { least: 0, most: Some(0) }));
    let [inputs, outputs] = [&routine.inputs, &routine.outputs].map(|all| {
        let all = all.iter().map(|one| parameter(&private, one));
        generate!(&[#(#all,)*])
    });
    let writes = registers(&private, &summary.writes);
    let depth = optional(&private, summary.depth.map(Literal::u32_suffixed));
    generate! {
        #[doc = #output_docs]
        #[derive(
            #private::core::fmt::Debug,
            #private::core::clone::Clone,
            #private::core::cmp::PartialEq,
        )]
        pub struct Output { #fields }

        /// Where the routine begins in the code of its library.
        pub const OFFSET: #private::core::primitive::u16 = #offset;

        /// Where the routine begins.
        pub const SITE: #private::LibSite = #private::LibSite::new(super::ID, OFFSET);

        /// The least and, if there is a bound, the most that a successful run adds to `ca0`, calls
        /// included.
        pub const COMPLEXITY: #private::Bounds = #complexity;

        /// Inputs, outputs, all registers that are written, and the depth of calls.
        pub const SIGNATURE: #private::Signature<'static> = #private::Signature {
            inputs: #inputs,
            outputs: #outputs,
            writes: #writes,
            complexity: COMPLEXITY,
            depth: #depth,
        };
    }
}

fn parameter(private: &TokenStream, parameter: &PublicParameter) -> TokenStream {
    let PublicParameter { name, register, is_optional } = parameter;
    let code = Literal::byte_string(&register.to_code());
    generate! {
        #private::Parameter {
            name: #name,
            register: #private::library::register(#code),
            is_optional: #is_optional,
        }
    }
}

fn registers(private: &TokenStream, set: &RegisterSet) -> TokenStream {
    if *set == RegisterSet::ALL {
        return generate!(#private::RegisterSet::ALL);
    }
    let codes: Vec<u8> = set.iter().flat_map(Register::to_code).collect();
    let codes = Literal::byte_string(&codes);
    generate!(#private::library::registers(#codes))
}

fn bounds(private: &TokenStream, Bounds { least, most }: Bounds) -> TokenStream {
    let (least, most) =
        (Literal::u64_suffixed(least), optional(private, most.map(Literal::u64_suffixed)));
    generate!(#private::Bounds { least: #least, most: #most })
}

fn optional(private: &TokenStream, number: Option<Literal>) -> TokenStream {
    match number {
        Some(number) => generate!(#private::core::option::Option::Some(#number)),
        None => generate!(#private::core::option::Option::None),
    }
}

impl Library<'_> {
    /// The name of an input or output as it is written.
    fn parameter(
        &self,
        routine: &AssembledRoutine,
        parameter: &PublicParameter,
        is_output: bool,
    ) -> TokenStream {
        use aluvm_core::contract::ItemKind;
        let item = self.contract.inside.items.get(routine.item);
        let Some(ItemKind::Routine(source)) = item.map(|item| &item.kind) else {
            return TokenStream::new();
        };
        let all = if is_output { &source.outputs } else { &source.inputs };
        let found = all.iter().find(|one| one.name.text == parameter.name);
        found.map_or_else(TokenStream::new, |one| self.ident(one.name.token))
    }
}
