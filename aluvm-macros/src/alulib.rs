//! From a library to a Rust module: constants, errors, a function and a module for each routine, and the
//! library itself, laid out, hashed and verified while compiling.
//!
//! A library is expanded in as many rounds as it needs: one to learn which conditions hold, one to get the
//! rows of its extension, one for each library that it imports, and the last. All but the first happen inside
//! of the module, from which paths are seen.

mod attribute;
mod condition;
mod constants;
mod docs;
mod draft;
mod editor;
mod errors;
mod expand;
mod head;
mod library;
mod mention;
#[cfg(test)]
mod random;
mod round;
mod routine;
mod segments;
mod skeleton;
mod state;

use aluvm_core::contract::items;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

use crate::diagnostics::error_items;
use crate::facade::{Facade, generate};
use crate::tokens::Tokens;
use attribute::of_rust;
use head::Head;
use round::{next, next_of};
use state::State;

/// Expands `[$crate] attributes visibility mod name { inside }`.
pub(crate) fn library(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let facade = Facade::read(input.next());
    let head = match Head::read(input.collect()) {
        Ok(head) => head,
        Err(error) => return error_items(&[error]),
    };
    let Head { attributes, moved, visibility, keyword, name, inside } = &head;
    let inside: TokenStream =
        moved.iter().map(ToTokens::to_token_stream).chain([inside.stream()]).collect();
    let tokens = Tokens::read_items(inside.clone());
    let read = items(&tokens.list);
    let inner = of_rust(&read.attributes, &tokens);
    let docs = docs::of_library(name, &read.items);
    let items = next_of(&State::new(facade, &head, inside), &tokens, read);
    // Of a routine `pub` says that other libraries can call it. The others are about its function; each attribute
    // costs the compiler, so that they stand once.
    generate! {
        #(#attributes)*
        #inner
        #docs
        #[allow(unreachable_pub, clippy::too_many_arguments, clippy::missing_errors_doc, trivial_bounds)]
        #visibility #keyword #name { #items }
    }
}

/// Expands `{answers} state…`.
pub(crate) fn library_configured(input: TokenStream) -> TokenStream {
    answered(input, |state, answer| state.answers = Some(answer))
}

/// Expands `{rows} state…`.
pub(crate) fn library_with_rows(input: TokenStream) -> TokenStream {
    answered(input, |state, answer| state.rows.push(answer))
}

/// Expands `{interface} state…`.
pub(crate) fn library_with_import(input: TokenStream) -> TokenStream {
    answered(input, |state, answer| state.interfaces.push(answer))
}

/// Goes on with what a round was told.
fn answered(input: TokenStream, take: impl FnOnce(&mut State, TokenStream)) -> TokenStream {
    let mut input = input.into_iter();
    let answer = match input.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    };
    let mut state = State::read(input);
    take(&mut state, answer);
    next(&state)
}
