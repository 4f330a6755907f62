//! The rounds of an expansion: what is asked next, or the last one.

use aluvm_core::contract::{Inside, items};
use proc_macro2::{Ident, TokenStream};
use syn::Path;

use super::expand::expand;
use super::state::{State, extensions, imports, name_of_interface};
use super::{condition, skeleton};
use crate::facade::{generate, generated, generated_at};
use crate::tokens::Tokens;

/// The next round, or the content of the module.
pub(super) fn next(state: &State) -> TokenStream {
    let tokens = Tokens::read_items(state.inside.clone());
    next_of(state, &tokens, items(&tokens.list))
}

/// The same where the inside of the library has been read.
pub(super) fn next_of(state: &State, tokens: &Tokens, mut inside: Inside<'_>) -> TokenStream {
    if state.answers.is_none()
        && let Some(round) = condition::ask(&state.facade, tokens, || state.to_tokens())
    {
        return round;
    }
    let disabled = condition::disabled(tokens, &state.known_answers());
    inside.disable(&disabled);
    let extensions = extensions(&inside.attributes, tokens);
    if let Some(path) = extensions.get(state.rows.len()) {
        let is_first = state.rows.is_empty();
        let skeleton = is_first.then(|| skeleton::items(&state.facade, &inside, tokens));
        let round = ask(state, path, None, "alulib_with_rows");
        return generate!(#skeleton #round);
    }
    let imports = imports(&inside.items, tokens);
    if let Some((_, path)) = imports.get(state.interfaces.len()) {
        let is_first = state.rows.is_empty() && state.interfaces.is_empty();
        let skeleton = is_first.then(|| skeleton::items(&state.facade, &inside, tokens));
        let round = ask(state, path, Some(name_of_interface()), "alulib_with_import");
        return generate!(#skeleton #round);
    }
    expand(state, tokens, &disabled, &inside.attributes)
}

/// The call of a macro beside what a path leads to, or within it.
fn ask(state: &State, path: &Path, within: Option<Ident>, callback: &str) -> TokenStream {
    let private = state.facade.private();
    let callback = Ident::new(callback, generated());
    let known = state.to_tokens();
    // Where the path leads to something else, the compiler says so at its last name.
    let within = within.map(|mut name| {
        let last = path.segments.last().map_or(name.span(), |last| last.ident.span());
        name.set_span(generated_at(last));
        generate!(::#name)
    });
    generate!(#path #within! { (#private::#callback) #known })
}
