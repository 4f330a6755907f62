//! A routine as Rust has it: a function that calls it, and a module of the same name with what is known of it.

mod call;
mod module;
mod native;
mod signature;

use aluvm_core::contract::{AssembledRoutine, ItemKind};
use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::docs;
use super::library::Library;
use crate::facade::{generate, generated};
use call::Call;
use module::module;

/// All routines.
pub(super) fn items(library: &Library<'_>) -> TokenStream {
    let mut signatures = Vec::new();
    let emitted =
        library.routines().filter(|(routine, ..)| library.emitted.contains(&routine.item));
    let items =
        emitted.filter_map(|(routine, name, token)| match library.is_public(routine.item) {
            true => public(library, routine, name, token, &mut signatures),
            false => private(library, routine, token),
        });
    let items: TokenStream = items.collect();
    let signatures = signature::all(library, &signatures);
    let twins = native::module(library);
    quote!(#items #signatures #twins)
}

/// A routine of the library's own is an item too, so that an editor can go to it.
fn private(library: &Library<'_>, routine: &AssembledRoutine, token: usize) -> Option<TokenStream> {
    let item = library.contract.inside.items.get(routine.item)?;
    let (attributes, keyword, name) =
        (library.attributes(&item.attributes), library.ident(token - 1), library.ident(token));
    let allowed = generate!(#[allow(dead_code)]);
    let test = native::of_private(library, routine, &name);
    Some(quote!(#attributes #allowed #keyword #name() {} #test))
}

fn public(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    text: &str,
    token: usize,
    signatures: &mut Vec<TokenStream>,
) -> Option<TokenStream> {
    let item = library.contract.inside.items.get(routine.item)?;
    let ItemKind::Routine(source) = &item.kind else { return None };
    let private = library.private();
    let attributes = library.attributes(&item.attributes);
    let visibility = library.tokens.source(item.visibility.clone());
    let (keyword, name) = (library.ident(token - 1), library.ident(token));
    let docs = docs::of_routine(library, routine);
    let call = Call::of(library, routine, source);
    let number = Literal::usize_unsuffixed(signatures.len());
    signatures.push(signature::of(library, routine, &name));
    let body = body(library, routine, &call, &number);
    let Call { generics, bounds, parameters, context, .. } = &call;
    let extension = library.extension_type();
    let vm = generate!(vm: &mut #private::Vm<#extension>);
    let result = generate! {
        #private::core::result::Result<#name::Output, #private::CallError>
    };
    let module = module(library, routine, text, &call, &number);
    let twin = native::wrapper(library, routine, source, (text, &name), &call);
    let test = native::in_module(library, routine, &name);
    let span = name.clone().into_iter().next().map_or_else(generated, |name| name.span());
    let module_keyword = quote_spanned!(span=> mod);
    let module_docs = format!("What is known of the routine [`{text}`](fn@self::{text}).");
    let allowed = (!library.is_right).then(|| generate!(#[allow(unused_variables)]));
    // What nobody calls is not compiled.
    let inline = generate!(#[inline]);
    Some(quote! {
        #attributes
        #docs
        #allowed
        #inline
        #visibility #keyword #name<#generics>(#vm, #context #parameters) -> #result
        where #bounds
        { #body }

        #[doc = #module_docs]
        #visibility #module_keyword #name { #module #twin #test }
    })
}

/// The expression that calls a routine, whose signature has a number.
fn body(
    library: &Library<'_>,
    routine: &AssembledRoutine,
    call: &Call,
    number: &Literal,
) -> TokenStream {
    let private = library.private();
    let Call { context_use, arguments, .. } = call;
    let offset = Literal::u16_suffixed(routine.offset);
    let method = match library.has_extension() {
        true => generate!(call_typed),
        false => generate!(call_plain),
    };
    generate! {
        #private::Contract::#method(
            &ALUVM_CONTRACT,
            vm,
            #offset,
            #context_use
            &[#arguments],
            &ALUVM_SIGNATURES[#number],
        )
    }
}
