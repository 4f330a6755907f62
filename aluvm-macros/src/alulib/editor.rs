//! What an editor needs beside the expansion, so that it goes on in unfinished routines: see
//! [`crate::aluasm::editor`]. An input, an output or an alias is a variable here.

use std::collections::BTreeSet;

use aluvm_core::contract::ItemKind;
use aluvm_core::isa::Form;
use proc_macro2::TokenStream;

use super::library::{Library, own};
use crate::aluasm::editor;
use crate::facade::generate;

/// The mentions of all routines, as items; nothing where no editor asks.
pub(super) fn mentions(library: &Library<'_>, forms: &[Form]) -> TokenStream {
    if !editor::is_editor() {
        return TokenStream::new();
    }
    let (mut aliases, mut all) = (BTreeSet::new(), TokenStream::new());
    for item in &library.contract.inside.items {
        match &item.kind {
            ItemKind::Alias(_) => aliases.extend(item.name.map(|name| name.token)),
            ItemKind::Routine(routine) => {
                let Some(body) = &routine.body else { continue };
                let parameters = routine.inputs.iter().chain(&routine.outputs);
                let mut names = aliases.clone();
                names.extend(parameters.map(|parameter| parameter.name.token));
                let variables =
                    names.into_iter().map(|name| editor::variable(library.tokens, name));
                let variables: TokenStream = variables.collect();
                let statements =
                    editor::statements(library.facade, forms, library.tokens, body.clone());
                all.extend(generate!(let _ = || { #variables #statements };));
            }
            _ => {}
        }
    }
    let enums = library.contract.enums.iter().filter_map(|one| {
        let name = library.emitted_item(one.item)?.name?;
        Some(own(name.text))
    });
    generate! {
        const _: fn() = || {
            #(#[allow(unused_imports)] use #enums::*;)*
            #all
        };
    }
}
