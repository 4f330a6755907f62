//! The errors of a library as enums of Rust.

use aluvm_core::contract::ItemKind;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::library::{Library, own};
use crate::facade::generate;

/// All enums.
pub(super) fn items(library: &Library<'_>) -> TokenStream {
    library.contract.enums.iter().filter_map(|one| item(library, one)).collect()
}

fn item(library: &Library<'_>, one: &aluvm_core::contract::ErrorEnum) -> Option<TokenStream> {
    let item = library.emitted_item(one.item)?;
    let ItemKind::Errors(source) = &item.kind else { return None };
    let name_text = item.name?.text;
    let (keyword, name) = (library.ident(item.name?.token - 1), library.ident(item.name?.token));
    let names = library.idents(source.variants.iter().map(|variant| variant.name));
    let private = library.private();
    let attributes = library.attributes(&item.attributes);
    let visibility = library.tokens.source(item.visibility.clone());
    let numbers: Vec<u64> = match library.is_right {
        true => one.numbers.iter().map(|number| number.unwrap_or_default()).collect(),
        false => (0..one.numbers.len() as u64).collect(),
    };
    let width = one.register.filter(|_| library.is_right).map_or(64, |(size, _)| 8 * size.bytes());
    let repr = own(&format!("u{width}"));
    let variants =
        source.variants.iter().zip(&names).zip(&numbers).map(|((variant, name), number)| {
            let attributes = library.attributes(&variant.attributes);
            let number = Literal::u64_unsuffixed(*number);
            quote!(#attributes #name = #number,)
        });
    let arms = names.iter().zip(&numbers).map(|(variant, number)| {
        let number = Literal::u64_unsuffixed(*number);
        quote!(#number => #private::core::option::Option::Some(#name::#variant),)
    });
    let derives = derives(&private);
    let derives = generate! {
        #derives
        #[repr(#repr)]
        #[allow(dead_code)]
    };
    if source.variants.is_empty() {
        return Some(quote!(#attributes #[allow(dead_code)] #visibility #keyword #name {}));
    }
    let variants: TokenStream = variants.collect();
    let arms: TokenStream = arms.collect();
    let implementation = implementation(&private, &name, name_text, &arms);
    Some(quote! {
        #attributes
        #derives
        #visibility #keyword #name { #variants }
        #implementation
    })
}

/// What every enum of errors derives.
pub(super) fn derives(private: &TokenStream) -> TokenStream {
    generate! {
        #[derive(
            #private::core::fmt::Debug,
            #private::core::clone::Clone,
            #private::core::marker::Copy,
            #private::core::cmp::PartialEq,
            #private::core::cmp::Eq,
            #private::core::hash::Hash,
        )]
    }
}

/// That an enum is one of errors: `arms` give its variants for their numbers.
pub(super) fn implementation(
    private: &TokenStream,
    name: &impl ToTokens,
    text: &str,
    arms: &TokenStream,
) -> TokenStream {
    generate! {
        #[allow(deprecated)]
        impl #private::ContractError for #name {
            const LIB: #private::LibId = ID;
            const NAME: &'static #private::core::primitive::str = #text;

            fn from_number(
                aluvm_number: #private::core::primitive::u64,
            ) -> #private::core::option::Option<Self> {
                match aluvm_number {
                    #arms
                    _ => #private::core::option::Option::None,
                }
            }
        }
    }
}
