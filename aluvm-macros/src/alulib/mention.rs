//! Mentions of what names stand for, at their uses, so that an editor finds its way.

use aluvm_core::asm::TokenKind;
use aluvm_core::contract::{ItemKind, Mention};
use proc_macro2::TokenStream;
use quote::quote;

use super::expand::Library;
use crate::aluasm::mention as mnemonics;
use crate::facade::generate;

/// Items with all mentions.
pub(super) fn mentions(library: &Library<'_>) -> TokenStream {
    let names = library.contract.mentions.iter().filter_map(|(token, meaning)| {
        let name = library.ident(*token);
        Some(match meaning {
            Mention::Constant => quote!(let _ = #name;),
            Mention::Error { item } => {
                let one = library.contract.inside.items.get(*item)?.name?;
                let one = super::expand::own(one.text);
                quote!(let _ = #one::#name;)
            }
            Mention::Routine if is_public(library, *token) => quote!(let _ = #name::OFFSET;),
            Mention::Routine => quote!(let _ = #name;),
            // The name of the library, two colons, and that of the routine.
            Mention::Call if library.is_right => {
                let routine = library.ident(*token + 3);
                quote!(let _ = #name::#routine::OFFSET;)
            }
            Mention::Call => quote!(),
        })
    });
    let names: TokenStream = names.collect();
    let path = library.extension.as_ref().map(|path| generate!(#path));
    let instrs = library.contract.instrs.iter().filter_map(|instr| {
        let resolved = instr.resolved.as_ref()?;
        // What a statement stands for beside its instruction is not written.
        let TokenKind::Ident(word) = &library.tokens.list.get(instr.cause)?.kind else {
            return None;
        };
        let form = resolved.form?;
        form.syntaxes.iter().any(|syntax| syntax.mnemonic == word).then_some(resolved)
    });
    let mnemonics = mnemonics::mentions(library.facade, path.as_ref(), instrs);
    let own = generate!(const _: fn() = || { #names };);
    quote!(#mnemonics #own)
}

/// Whether the routine that a token names is one that others can call.
fn is_public(library: &Library<'_>, token: usize) -> bool {
    let Some(TokenKind::Ident(word)) = library.tokens.list.get(token).map(|token| &token.kind)
    else {
        return false;
    };
    library.contract.inside.items.iter().any(|item| {
        matches!(item.kind, ItemKind::Routine(_))
            && item.is_public()
            && item.name.is_some_and(|name| name.text == word)
    })
}
