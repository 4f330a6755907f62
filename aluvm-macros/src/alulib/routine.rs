//! A routine as Rust has it: a function that calls it, and a module of the same name with what is known of it.

use aluvm_core::contract::{AssembledRoutine, ItemKind, PublicParameter, Routine};
use aluvm_core::flow::{Bounds, RegisterSet};
use aluvm_core::isa::{Register, RegisterSize};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::constants::rust_type;
use super::docs;
use super::library::{Library, own};
use crate::facade::{generate, generated};

/// All routines.
pub(super) fn items(library: &Library<'_>) -> TokenStream {
    library
        .routines()
        .filter(|(routine, ..)| library.emitted.contains(&routine.item))
        .filter_map(|(routine, name, token)| match library.is_public(routine.item) {
            true => public(library, routine, name, token),
            false => private(library, routine, token),
        })
        .collect()
}

/// A routine of the library's own is an item too, so that an editor can go to it.
fn private(library: &Library<'_>, routine: &AssembledRoutine, token: usize) -> Option<TokenStream> {
    let item = library.contract.inside.items.get(routine.item)?;
    let (attributes, keyword, name) =
        (library.attributes(&item.attributes), library.ident(token - 1), library.ident(token));
    let allowed = generate!(#[allow(dead_code)]);
    Some(quote!(#attributes #allowed #keyword #name() {}))
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
    let (keyword, name) = (library.ident(token - 1), library.ident(token));
    let docs = docs::of_routine(library, routine);
    let ItemKind::Routine(source) = &item.kind else { return None };
    let call = Call::of(library, routine, source);
    let Call { generics, bounds, parameters, context, context_use, sets, .. } = &call;
    let outputs = &call.outputs;
    let extension = library.extension_type();
    let fields: TokenStream =
        outputs.iter().map(|Field { name, read, .. }| quote!(#name: #read,)).collect();
    let result = generate! {
        #private::core::result::Result<#name::Output, #private::CallError>
    };
    let (method, reference) = match library.extension {
        Some(_) => (generate!(call), TokenStream::new()),
        None => (generate!(call_plain), generate!(&)),
    };
    let contract = library.contract_type();
    let span = library.extension_span();
    let body = quote_spanned! {span=>
        #contract::#method(
            &ALUVM_CONTRACT,
            vm,
            #name::OFFSET,
            #context_use
            #reference |aluvm_registers| {
                #sets
                #private::core::result::Result::Ok(())
            },
            |aluvm_registers| {
                let _ = aluvm_registers;
                #private::core::option::Option::Some(#name::Output { #fields })
            },
        )
    };
    let vm = generate!(vm: &mut #private::Vm<#extension>);
    let module = module(library, routine, text, &call);
    let span = name.clone().into_iter().next().map_or_else(generated, |name| name.span());
    let module_keyword = quote_spanned!(span=> mod);
    let module_docs = format!("What is known of the routine [`{text}`](fn@self::{text}).");
    let mut allowed = generate!(#[allow(clippy::too_many_arguments, clippy::missing_errors_doc)]);
    // What nobody calls is not compiled.
    allowed.extend(generate!(#[inline]));
    if !library.is_right {
        allowed.extend(generate!(#[allow(unused_variables)]));
    }
    Some(quote! {
        #attributes
        #docs
        #allowed
        #visibility #keyword #name<#generics>(#vm, #context #parameters) -> #result
        #bounds
        { #body }

        #[doc = #module_docs]
        #visibility #module_keyword #name { #module }
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
    /// The types in which tests get random inputs; none if an input has an error.
    random: Option<Vec<TokenStream>>,
    outputs: Vec<Field>,
}

/// An output.
struct Field {
    name: TokenStream,
    rust_type: TokenStream,
    register: Register,
    /// The expression that reads it.
    read: TokenStream,
}

impl Call {
    fn of<'l>(library: &Library<'l>, routine: &AssembledRoutine, source: &Routine<'l>) -> Call {
        let private = library.private();
        let (mut generics, mut bounds) = (TokenStream::new(), TokenStream::new());
        let (mut parameters, mut sets) = (TokenStream::new(), TokenStream::new());
        let mut random = Some(Vec::new());
        let names = library.idents(source.inputs.iter().map(|input| input.name));
        for (number, (written, name)) in source.inputs.iter().zip(&names).enumerate() {
            let known = routine.inputs.iter().find(|input| input.name == written.name.text);
            let Some((input, size, index)) = known.and_then(|input| match input.register {
                Register::Value { size, index } => Some((input, size, index)),
                Register::Status => None,
            }) else {
                // What is wrong with it has been said, and calls of the routine are right.
                random = None;
                let anything = generate!(impl #private::core::marker::Sized);
                parameters.extend(quote!(#name: #anything,));
                continue;
            };
            let setter = own(&format!("set_{}", size.name()));
            let text = &input.name;
            let index = Literal::u8_suffixed(index);
            let error = generate!(.map_err(#private::CallError::input(#text))?);
            if let Some(random) = &mut random {
                let one = match size {
                    RegisterSize::S16 => generate!(#private::strategy::Bytes),
                    _ => rust_type(&private, size),
                };
                random.push(match input.is_optional {
                    true => generate!(#private::core::option::Option<#one>),
                    false => one,
                });
            }
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
            Some(path) => {
                let (span, private) = (library.extension_span(), library.private_at_extension());
                (
                    quote_spanned!(span=> context: &mut <#path as #private::Extension>::Context<'_>,),
                    generate!(context,),
                )
            }
            None => (TokenStream::new(), TokenStream::new()),
        };
        let names = library.idents(source.outputs.iter().map(|output| output.name));
        let written = source.outputs.iter().zip(names);
        let outputs = written.filter_map(|(written, name)| {
            let known = routine.outputs.iter().find(|output| output.name == written.name.text);
            let output = known?;
            let Register::Value { size, index } = output.register else { return None };
            let (getter, index) = (own(size.name()), Literal::u8_suffixed(index));
            let (rust_type, read) = match size {
                RegisterSize::S16 => (
                    generate!(#private::host::ByteString),
                    generate!(aluvm_registers.#getter(#index).cloned()),
                ),
                _ => (rust_type(&private, size), generate!(aluvm_registers.#getter(#index))),
            };
            let (rust_type, read) = match output.is_optional {
                true => (generate!(#private::core::option::Option<#rust_type>), read),
                false => (rust_type, generate!(#read?)),
            };
            Some(Field { name, rust_type, register: output.register, read })
        });
        let outputs = outputs.collect();
        Call { generics, bounds, parameters, context, context_use, sets, random, outputs }
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
    let fields = call.outputs.iter().map(|Field { name, rust_type, register, .. }| {
        let docs = format!("The output in `{register}`.");
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
    let random = random_inputs(&private, name, call);
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
        pub const SITE: #private::LibSite = #private::LibSite { lib: super::ID, offset: OFFSET };

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

fn parameter(private: &TokenStream, parameter: &PublicParameter) -> TokenStream {
    let PublicParameter { name, register, is_optional } = parameter;
    let register = match register {
        Register::Status => generate!(Status),
        Register::Value { size, index } => {
            let (size, index) = (own(&format!("{size:?}")), Literal::u8_unsuffixed(*index));
            generate!(Value { size: #private::isa::RegisterSize::#size, index: #index })
        }
    };
    generate! {
        #private::Parameter {
            name: #name,
            register: #private::isa::Register::#register,
            is_optional: #is_optional,
        }
    }
}

fn registers(private: &TokenStream, set: &RegisterSet) -> TokenStream {
    if *set == RegisterSet::ALL {
        return generate!(#private::RegisterSet::ALL);
    }
    let words = set.words().iter().map(|word| Literal::u64_unsuffixed(*word));
    generate!(#private::RegisterSet::from_words([#(#words),*]))
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
