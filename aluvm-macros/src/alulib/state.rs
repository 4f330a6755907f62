//! What is known of a library so far, as one round of its expansion hands it to the next.

use aluvm_core::contract::{Attribute, Interface, Item, ItemKind, Meaning};
use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{Path, Visibility};

use super::head::Head;
use crate::beside::Beside;
use crate::cfg::Answers;
use crate::extensions::paths;
use crate::facade::{Facade, generate, generated};
use crate::tokens::Tokens;

/// What is known of a library.
pub(super) struct State {
    pub(super) facade: Facade,
    pub(super) visibility: TokenStream,
    pub(super) name: TokenStream,
    /// Which conditions hold, as soon as that has been asked.
    pub(super) answers: Option<TokenStream>,
    /// The rows of the first extensions.
    pub(super) rows: Vec<TokenStream>,
    /// The interfaces of the first imports.
    pub(super) interfaces: Vec<TokenStream>,
    pub(super) inside: TokenStream,
}

impl State {
    pub(super) fn new(facade: Facade, head: &Head, inside: TokenStream) -> State {
        let Head { visibility, name, .. } = head;
        State {
            facade,
            visibility: generate!(#visibility),
            name: generate!(#name),
            answers: None,
            rows: Vec::new(),
            interfaces: Vec::new(),
            inside,
        }
    }

    /// Reads what [`State::to_tokens`] has written.
    pub(super) fn read(mut input: impl Iterator<Item = TokenTree>) -> State {
        let facade = Facade::read(input.next());
        let mut group = || match input.next() {
            Some(TokenTree::Group(group)) => group.stream(),
            _ => TokenStream::new(),
        };
        let (visibility, name) = (group(), group());
        let answers = optional(group());
        let (rows, interfaces) = (all(group()), all(group()));
        State { facade, visibility, name, answers, rows, interfaces, inside: group() }
    }

    pub(super) fn to_tokens(&self) -> TokenStream {
        let State { facade, visibility, name, answers, rows, interfaces, inside } = self;
        let answers = answers.iter();
        generate! {
            #facade {#visibility} {#name}
            { #({#answers})* } { #({#rows})* } { #({#interfaces})* } {#inside}
        }
    }

    /// The macro within the module that hands its interface to libraries that import it.
    pub(super) fn beside(&self, interface: &Interface) -> TokenStream {
        let text = Literal::string(&interface.to_text());
        let visibility = match syn::parse2::<Visibility>(self.visibility.clone()) {
            Ok(visibility @ Visibility::Public(_)) => visibility,
            _ => syn::parse_quote!(pub(crate)),
        };
        let name = name_of_interface();
        let beside = Beside {
            facade: &self.facade,
            attributes: &[],
            visibility: &visibility,
            name: &name,
            content: generate!(#text),
        };
        generate!(#beside)
    }

    /// What is known of the imports, in their order.
    pub(super) fn known_imports(&self) -> Vec<Interface> {
        let texts = self.interfaces.iter().map(|content| {
            let literal: Option<syn::LitStr> = syn::parse2(content.clone()).ok();
            literal
                .and_then(|text| Interface::from_text(&text.value()))
                .unwrap_or(Interface::UNKNOWN)
        });
        texts.collect()
    }

    /// Which conditions hold.
    pub(super) fn known_answers(&self) -> Answers {
        let group = self.answers.as_ref().map(|tokens| generate!({#tokens}));
        Answers::read(group.and_then(|group| group.into_iter().next()))
    }
}

/// What the macro within a library is called. The compiler says this name where a path leads to a module
/// without it.
pub(super) fn name_of_interface() -> Ident {
    Ident::new("made_by_alulib", generated())
}

/// What stands in `{ {known} {known} }`.
fn all(content: TokenStream) -> Vec<TokenStream> {
    let all = content.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => group.stream(),
        tree => tree.into(),
    });
    all.collect()
}

/// What stands in `{ {known} }`; nothing in `{}`.
fn optional(content: TokenStream) -> Option<TokenStream> {
    all(content).into_iter().next()
}

/// The paths of `#![isa(path, path)]`; none where there is no such attribute, or something else in it.
pub(super) fn extensions(attributes: &[Attribute<'_>], tokens: &Tokens) -> Vec<Path> {
    let attribute = attributes.iter().find(|attribute| matches!(attribute.meaning, Meaning::Isa));
    let paths = attribute.and_then(|attribute| {
        // `#`, `!`, `[`, `isa` and `(` before them, `)` and `]` behind them.
        let range = attribute.tokens.start + 5..attribute.tokens.end.checked_sub(2)?;
        paths(tokens.source(range))
    });
    paths.unwrap_or_default()
}

/// The items that import libraries of Rust modules, with their paths.
pub(super) fn imports(items: &[Item<'_>], tokens: &Tokens) -> Vec<(usize, Path)> {
    let paths = items.iter().enumerate().filter_map(|(number, item)| match &item.kind {
        ItemKind::Module(range) if item.name.is_some() => {
            let path = Path::parse_mod_style.parse2(tokens.source(range.clone())).ok()?;
            Some((number, path))
        }
        _ => None,
    });
    paths.collect()
}
