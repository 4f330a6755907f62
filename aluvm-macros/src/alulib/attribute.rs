//! Attributes of Rust among those of a library: what of them Rust gets.

use aluvm_core::contract::{Attribute, FINDINGS, Meaning, Name, nearest_finding};
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Path, Token};

use crate::tokens::Tokens;

/// The attributes that Rust has as well, as those before an item.
pub(super) fn of_rust(attributes: &[Attribute<'_>], tokens: &Tokens) -> TokenStream {
    attributes.iter().map(|attribute| one(attribute, tokens)).collect()
}

fn one(attribute: &Attribute<'_>, tokens: &Tokens) -> TokenStream {
    let (start, end) = (attribute.tokens.start, attribute.tokens.end);
    let is_inner = tokens
        .list
        .get(start + 1)
        .is_some_and(|token| token.kind == aluvm_core::asm::TokenKind::Punct('!'));
    let bracket = start + 1 + usize::from(is_inner);
    let (hash, brackets) = (tokens.source(start..start + 1), tokens.source(bracket..end));
    let names = match &attribute.meaning {
        Meaning::Allow { findings } | Meaning::Deny { findings } => findings,
        Meaning::Documentation | Meaning::Other | Meaning::Cfg => return quote!(#hash #brackets),
        _ => return TokenStream::new(),
    };
    let is_own =
        |name: &Name<'_>| FINDINGS.contains(&name.text) || nearest_finding(name.text).is_some();
    if !names.iter().any(is_own) {
        return quote!(#hash #brackets);
    }
    // The word and `(` stand before the lints.
    let list = tokens.source(bracket + 3..end.saturating_sub(2));
    let lints = Punctuated::<Path, Token![,]>::parse_terminated.parse2(list).unwrap_or_default();
    let is_lint = |path: &&Path| {
        // What is nearly the name of one of ours has been reported.
        path.get_ident().is_none_or(|name| {
            let name = name.to_string();
            !FINDINGS.contains(&name.as_str()) && nearest_finding(&name).is_none()
        })
    };
    let lints: Vec<&Path> = lints.iter().filter(is_lint).collect();
    let word = tokens.source(bracket + 1..bracket + 2);
    match lints.is_empty() {
        true => TokenStream::new(),
        false => quote!(#hash[#word(#(#lints),*)]),
    }
}
