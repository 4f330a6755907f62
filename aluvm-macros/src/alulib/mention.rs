//! Mentions of what names stand for, at their uses, so that an editor finds its way.

use aluvm_core::asm::TokenKind;
use aluvm_core::contract::{Mention, PublicParameter};
use aluvm_core::isa::{Register, RegisterSize};
use proc_macro2::TokenStream;
use quote::quote;

use super::library::{Library, own};
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
                let one = own(one.text);
                quote!(let _ = #one::#name;)
            }
            Mention::Routine if is_generic(library, *token) => quote!(let _ = #name::OFFSET;),
            Mention::Routine => quote!(let _ = #name;),
            Mention::Call if library.is_right => {
                // The name of the library, two colons, and that of the routine.
                let routine = library.ident(*token + 3);
                match is_generic_call(library, *token) {
                    true => quote!(let _ = #name::#routine::OFFSET;),
                    false => quote!(let _ = #name::#routine;),
                }
            }
            Mention::Call => quote!(),
        })
    });
    let names: TokenStream = names.collect();
    let extensions = library.has_extension().then_some(&library.extensions);
    let instrs = library.contract.instrs.iter().filter_map(|instr| {
        let resolved = instr.resolved.as_ref()?;
        // What a statement stands for beside its instruction is not written.
        let TokenKind::Ident(word) = &library.tokens.list.get(instr.cause as usize)?.kind else {
            return None;
        };
        let form = resolved.form?;
        form.syntaxes.iter().any(|syntax| syntax.mnemonic == word).then_some(resolved)
    });
    let mnemonics = mnemonics::mentions(library.facade, extensions, instrs);
    let own = generate!(const _: fn() = || { #names };);
    quote!(#mnemonics #own)
}

/// Whether the function of the routine that a token names takes types that nothing says here.
fn is_generic(library: &Library<'_>, token: usize) -> bool {
    let Some(word) = word(library, token) else { return false };
    let routine = library.routines().find(|(_, name, _)| *name == word);
    routine.is_some_and(|(routine, ..)| {
        library.is_public(routine.item) && (!library.is_right || has_string(&routine.inputs))
    })
}

/// The same of a routine of another library, whose name the token is.
fn is_generic_call(library: &Library<'_>, token: usize) -> bool {
    let (Some(import), Some(word)) = (word(library, token), word(library, token + 3)) else {
        return false;
    };
    let contract = &library.contract;
    let mut interfaces = contract.imports.iter().filter(|(item, _)| {
        let item = contract.inside.items.get(*item);
        item.and_then(|item| item.name).is_some_and(|name| name.text == import)
    });
    let routines = interfaces.find_map(|(_, interface)| interface.routines.as_ref());
    let routine = routines.and_then(|all| all.iter().find(|routine| routine.name == word));
    routine.is_none_or(|routine| has_string(&routine.inputs))
}

/// Byte strings can have many types.
fn has_string(inputs: &[PublicParameter]) -> bool {
    inputs
        .iter()
        .any(|input| matches!(input.register, Register::Value { size: RegisterSize::S16, .. }))
}

fn word<'l>(library: &'l Library<'_>, token: usize) -> Option<&'l str> {
    match &library.tokens.list.get(token)?.kind {
        TokenKind::Ident(word) => Some(word),
        _ => None,
    }
}
