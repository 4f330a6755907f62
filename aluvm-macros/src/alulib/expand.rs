//! The last round: the content of the module.

use std::collections::BTreeSet;

use aluvm_core::contract::{
    Attribute, Import, Interface, Meaning, Note, Origin, SourceError, assemble,
};
use aluvm_core::library::LibId;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

use super::library::{Library, emitted};
use super::segments::Segments;
use super::state::{State, extensions, imports};
use super::{constants, editor, errors, mention, routine};
use crate::diagnostics::{Error, Place, error_items};
use crate::extensions::Extensions;
use crate::facade::generate;
use crate::tokens::Tokens;

/// The content of the module.
pub(super) fn expand(
    state: &State,
    tokens: &Tokens,
    disabled: &BTreeSet<usize>,
    attributes: &[Attribute<'_>],
) -> TokenStream {
    let paths = extensions(attributes, tokens);
    let known = paths.iter().map(ToTokens::to_token_stream).zip(state.rows.iter().cloned());
    let extensions = Extensions::new(known);
    let forms = extensions.forms();
    let mut known = state.known_imports().into_iter();
    let mut resolve = |_: Import<'_>| Ok(known.next().unwrap_or(Interface::UNKNOWN));
    let origin = Origin::Macro { disabled };
    let contract = assemble(&tokens.list, 0..tokens.list.len(), forms, origin, &mut resolve);
    let mut found: Vec<Error> = contract.errors.iter().map(error).collect();
    let isa = attributes.iter().find(|attribute| matches!(attribute.meaning, Meaning::Isa));
    if let (Some(attribute), true) = (isa, paths.is_empty()) {
        let (first, last) = (attribute.tokens.start + 3, attribute.tokens.end - 2);
        let place =
            Place { first: tokens.list[first].span.first, last: tokens.list[last].span.last };
        let message = "expected the path of an extension, `#![isa(path::To::Extension)]`";
        found.insert(0, Error::new(place, message));
    }
    found.extend(extensions.clashes());
    if tokens.list.is_empty() {
        let place =
            state.name.clone().into_iter().next().map_or_else(Span::call_site, |name| name.span());
        found.push(Error::new(place, "a library has a routine that others can call"));
    }
    let mut library = Library {
        facade: &state.facade,
        tokens,
        imports: imports(&contract.inside.items, tokens),
        texts: contract.texts(&tokens.list),
        emitted: emitted(&contract.inside.items, tokens),
        name: state.name.to_string(),
        // What is wrong with imports has been said where they are.
        is_right: found.is_empty()
            && !extensions.is_broken
            && contract.imports.iter().all(|(_, import)| import.routines.is_some()),
        extensions,
        contract,
    };
    let segments = Segments::of(&library);
    if let (Some((pinned, token)), Some(id)) = (library.contract.id, segments.id)
        && pinned != id
    {
        let place = tokens.list[token].span;
        found.push(Error::new(
            place,
            format!("the id of this library is `{id}`\n  = help: write `#![id = \"{id}\"]`"),
        ));
        library.is_right = false;
    }
    let id = segments.id;
    let uses = uses(&library);
    let constants = constants::items(&library);
    let enums = errors::items(&library);
    let routines = routine::items(&library);
    let mentions = mention::mentions(&library);
    let segments = segments.items(&library);
    let interface = state.beside(&interface(&library, id));
    let found = error_items(&found);
    // First, since rust-analyzer completes only what stands not behind the end of the expansion before.
    let editor = editor::mentions(&library, forms);
    quote! {
        #editor
        #found
        #uses
        #constants
        #enums
        #routines
        #segments
        #mentions
        #interface
    }
}

/// What other libraries see.
fn interface(library: &Library<'_>, id: Option<LibId>) -> Interface {
    match library.is_right {
        true => Interface { id, routines: Some(library.contract.public_routines()) },
        false => Interface::UNKNOWN,
    }
}

fn error(error: &SourceError<Place>) -> Error {
    let mut report = error.report();
    if let Some((note, place)) = &error.note
        && proc_macro::is_available()
    {
        let (place, here) = (place.first.unwrap(), error.span.first.unwrap());
        let text = match note {
            Note::First => "first defined in",
            Note::Refusal => "the error is left in the register in",
        };
        if place.file() == here.file() {
            report.push_str(&format!("\n  = note: {text} line {}", place.line()));
        }
    }
    Error::new(error.span, report)
}

/// The imports as Rust has them.
fn uses(library: &Library<'_>) -> TokenStream {
    let uses = library.imports.iter().filter_map(|(number, path)| {
        let item = library.emitted_item(*number)?;
        let visibility = library.tokens.source(item.visibility.clone());
        let attributes = library.attributes(&item.attributes);
        let name = item.name?;
        let last = path.segments.last()?;
        let name_tokens = library.tokens.source(name.token..name.token + 1);
        let rename = (last.ident != name.text).then(|| quote!(as #name_tokens));
        // Where there are mistakes, what uses it can be missing.
        let allowed = (!library.is_right).then(|| generate!(#[allow(unused_imports)]));
        Some(quote!(#attributes #allowed #visibility use #path #rename;))
    });
    uses.collect()
}
