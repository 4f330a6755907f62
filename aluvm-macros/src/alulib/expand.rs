//! The last round: the content of the module.

use std::collections::BTreeSet;

use aluvm_core::asm::TokenKind;
use aluvm_core::contract::{
    AssembledRoutine, Attribute, ConstantLiteral, Contract, Import, Interface, Item, ItemKind,
    Meaning, Name, Note, Origin, SourceError, Texts, assemble,
};
use aluvm_core::isa::Form;
use aluvm_core::library::LibId;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;

use super::attribute::of_rust;
use super::round::{State, extension, imports};
use super::segments::Segments;
use super::{constants, editor, errors, mention, routine};
use crate::diagnostics::{Error, Place, error_items};
use crate::facade::{Facade, generate, generated};
use crate::isa_extension::rows;
use crate::tokens::Tokens;

/// A library that has been assembled, and what its expansion needs.
pub(super) struct Library<'l> {
    pub(super) facade: &'l Facade,
    pub(super) tokens: &'l Tokens,
    pub(super) contract: Contract<'l, Place>,
    /// The documentation and the statements as they are written.
    pub(super) texts: Texts,
    /// The type of the extension.
    pub(super) extension: Option<Path>,
    /// The imports, with their paths.
    pub(super) imports: Vec<(usize, Path)>,
    pub(super) name: String,
    /// The items that Rust gets: those with a name that no other has, and that Rust can have.
    pub(super) emitted: BTreeSet<usize>,
    /// Whether nothing is wrong.
    pub(super) is_right: bool,
}

/// The content of the module.
pub(super) fn expand(
    state: &State,
    tokens: &Tokens,
    disabled: &BTreeSet<usize>,
    attributes: &[Attribute<'_>],
) -> TokenStream {
    let extension = extension(attributes, tokens);
    let (forms, is_broken) = forms(state.rows.clone());
    let mut known = state.known_imports().into_iter();
    let mut resolve = |_: Import<'_>| Ok(known.next().unwrap_or(Interface::UNKNOWN));
    let origin = Origin::Macro { disabled };
    let contract = assemble(&tokens.list, 0..tokens.list.len(), forms, origin, &mut resolve);
    let mut found: Vec<Error> = contract.errors.iter().map(error).collect();
    let isa = attributes.iter().find(|attribute| matches!(attribute.meaning, Meaning::Isa));
    if let (Some(attribute), None) = (isa, &extension) {
        let (first, last) = (attribute.tokens.start + 3, attribute.tokens.end - 2);
        let place =
            Place { first: tokens.list[first].span.first, last: tokens.list[last].span.last };
        let message = "expected the path of an extension, `#![isa(path::To::Extension)]`";
        found.insert(0, Error::new(place, message));
    }
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
        extension,
        name: state.name.to_string(),
        // What is wrong with imports has been said where they are.
        is_right: found.is_empty()
            && !is_broken
            && contract.imports.iter().all(|(_, import)| import.routines.is_some()),
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

/// The items whose names Rust can have, the first of each.
pub(super) fn emitted(items: &[Item<'_>], tokens: &Tokens) -> BTreeSet<usize> {
    let mut seen = BTreeSet::from(["ID", "LIB", "program"]);
    let named = items.iter().enumerate().filter_map(|(number, item)| Some((number, item.name?)));
    let mut all = BTreeSet::new();
    for (number, name) in named {
        let is_alias = matches!(items[number].kind, ItemKind::Alias(_));
        if seen.insert(name.text) && !is_alias && is_identifier(tokens, name.token) {
            all.insert(number);
        }
    }
    all
}

/// Whether Rust takes a name, which it does not of its keywords.
fn is_identifier(tokens: &Tokens, token: usize) -> bool {
    syn::parse2::<Ident>(tokens.source(token..token + 1)).is_ok()
}

/// What other libraries see.
fn interface(library: &Library<'_>, id: Option<LibId>) -> Interface {
    match library.is_right {
        true => Interface { id, routines: Some(library.contract.public_routines()) },
        false => Interface::UNKNOWN,
    }
}

/// The rows of an extension, and whether there is something wrong with them, which has been said.
fn forms(rows: Option<TokenStream>) -> (&'static [Form], bool) {
    let Some(rows) = rows else { return (&[], false) };
    let mut rows = rows.into_iter().peekable();
    let is_broken = rows.next_if(|tree| matches!(tree, TokenTree::Punct(_))).is_some();
    (rows::forms(rows.collect()), is_broken)
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

impl<'l> Library<'l> {
    pub(super) fn private(&self) -> TokenStream {
        self.facade.private()
    }

    /// The type of the extension, also where there is none.
    pub(super) fn extension_type(&self) -> TokenStream {
        let private = self.private();
        match &self.extension {
            Some(path) => generate!(#path),
            None => generate!(#private::NoExtension),
        }
    }

    /// Where the compiler says that the type of the extension does not run instructions.
    pub(super) fn extension_span(&self) -> Span {
        let first = self.extension.as_ref().and_then(|path| path.segments.last());
        first.map_or_else(generated, |last| generated().located_at(last.ident.span()))
    }

    /// The hidden module of the facade, where errors of the compiler are about the extension.
    pub(super) fn private_at_extension(&self) -> TokenStream {
        self.facade.private_at(self.extension_span())
    }

    /// The type with the calls.
    pub(super) fn contract_type(&self) -> TokenStream {
        let (span, private) = (self.extension_span(), self.private_at_extension());
        quote_spanned!(span=> #private::Contract)
    }

    /// A name as the user wrote it.
    pub(super) fn ident(&self, token: usize) -> TokenStream {
        self.tokens.source(token..token + 1)
    }

    /// The names of a list of inputs, outputs or errors; of those that Rust cannot have, others.
    pub(super) fn idents(&self, names: impl Iterator<Item = Name<'l>>) -> Vec<TokenStream> {
        let mut seen = BTreeSet::new();
        let idents = names.enumerate().map(|(number, name)| {
            match seen.insert(name.text) && is_identifier(self.tokens, name.token) {
                true => self.ident(name.token),
                false => own(&format!("aluvm_{number}")).into_token_stream(),
            }
        });
        idents.collect()
    }

    /// An item that Rust gets.
    pub(super) fn emitted_item(&self, number: usize) -> Option<&Item<'l>> {
        self.contract.inside.items.get(number).filter(|_| self.emitted.contains(&number))
    }

    /// The attributes that Rust has as well.
    pub(super) fn attributes(&self, attributes: &[Attribute<'_>]) -> TokenStream {
        of_rust(attributes, self.tokens)
    }

    /// The routines with their names.
    pub(super) fn routines(&self) -> impl Iterator<Item = (&AssembledRoutine, &str, usize)> {
        self.contract.routines.iter().filter_map(|routine| {
            let name = self.contract.inside.items.get(routine.item)?.name?;
            Some((routine, name.text, name.token))
        })
    }

    /// Whether the item with a number is one that others can use.
    pub(super) fn is_public(&self, item: usize) -> bool {
        self.contract.inside.items.get(item).is_some_and(|item| item.is_public())
    }

    /// Whether a statement begins a path with this name.
    pub(super) fn is_used(&self, name: &str) -> bool {
        let statements = self.contract.statements.iter();
        let mut tokens =
            statements.flat_map(|one| self.tokens.list.get(one.tokens.clone())).flatten();
        tokens.any(|token| matches!(&token.kind, TokenKind::Ident(word) if word == name))
    }

    /// Whether an item is a constant that Rust evaluates.
    pub(super) fn is_rust_constant(&self, name: &str) -> bool {
        let items = self.contract.inside.items.iter().zip(&self.contract.constants);
        let mut named = items.filter(|(item, _)| {
            matches!(item.kind, ItemKind::Constant(_))
                && item.name.is_some_and(|other| other.text == name)
        });
        named.any(|(_, literal)| *literal == Some(ConstantLiteral::Rust))
    }
}

/// A name that no user wrote.
pub(super) fn own(name: &str) -> Ident {
    Ident::new(name, generated())
}
