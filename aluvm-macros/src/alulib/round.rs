//! The rounds of an expansion: what is known so far, and what is asked next.

use aluvm_core::contract::{Attribute, Interface, Item, ItemKind, Meaning, items};
use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{Path, Visibility};

use super::condition;
use super::expand::expand;
use super::head::Head;
use super::skeleton;
use crate::beside::Beside;
use crate::cfg::Answers;
use crate::facade::{Facade, generate, generated, generated_at};
use crate::tokens::Tokens;

/// What is known of a library.
pub(super) struct State {
    pub(super) facade: Facade,
    pub(super) visibility: TokenStream,
    pub(super) name: TokenStream,
    /// Which conditions hold, as soon as that has been asked.
    pub(super) answers: Option<TokenStream>,
    /// The rows of the extension.
    pub(super) rows: Option<TokenStream>,
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
            rows: None,
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
        let (answers, rows) = (optional(group()), optional(group()));
        let interfaces = group().into_iter().map(|tree| match tree {
            TokenTree::Group(group) => group.stream(),
            tree => tree.into(),
        });
        let interfaces = interfaces.collect();
        State { facade, visibility, name, answers, rows, interfaces, inside: group() }
    }

    fn to_tokens(&self) -> TokenStream {
        let State { facade, visibility, name, interfaces, inside, .. } = self;
        let [answers, rows] = [&self.answers, &self.rows].map(|known| match known {
            Some(known) => generate!({ {#known} }),
            None => generate!({}),
        });
        generate!(#facade {#visibility} {#name} #answers #rows { #({#interfaces})* } {#inside})
    }

    /// The next round, or the content of the module.
    pub(super) fn next(self) -> TokenStream {
        let tokens = Tokens::read_items(self.inside.clone());
        if self.answers.is_none()
            && let Some(round) = condition::ask(&self.facade, &tokens, || self.to_tokens())
        {
            return round;
        }
        let disabled = condition::disabled(&tokens, self.answers.clone());
        let mut inside = items(&tokens.list);
        inside.disable(&disabled);
        if self.rows.is_none()
            && let Some(path) = extension(&inside.attributes, &tokens)
        {
            let skeleton = skeleton::items(&self.facade, &inside, &tokens);
            let round = self.ask(&path, None, "alulib_with_rows");
            return generate!(#skeleton #round);
        }
        let imports = imports(&inside.items, &tokens);
        if let Some((_, path)) = imports.get(self.interfaces.len()) {
            let is_first = self.rows.is_none() && self.interfaces.is_empty();
            let skeleton = is_first.then(|| skeleton::items(&self.facade, &inside, &tokens));
            let round = self.ask(path, Some(name_of_interface()), "alulib_with_import");
            return generate!(#skeleton #round);
        }
        expand(&self, &tokens, &disabled, &inside.attributes)
    }

    /// The call of a macro beside what a path leads to, or within it.
    fn ask(&self, path: &Path, within: Option<Ident>, callback: &str) -> TokenStream {
        let private = self.facade.private();
        let callback = Ident::new(callback, generated());
        let state = self.to_tokens();
        // Where the path leads to something else, the compiler says so at its last name.
        let within = within.map(|mut name| {
            let last = path.segments.last().map_or(name.span(), |last| last.ident.span());
            name.set_span(generated_at(last));
            generate!(::#name)
        });
        generate!(#path #within! { (#private::#callback) #state })
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

    pub(super) fn read_answers(tokens: Option<TokenStream>) -> Answers {
        let group = tokens.map(|tokens| generate!({#tokens}));
        Answers::read(group.and_then(|group| group.into_iter().next()))
    }
}

/// What the macro within a library is called. The compiler says this name where a path leads to a module
/// without it.
fn name_of_interface() -> Ident {
    Ident::new("made_by_alulib", generated())
}

/// What stands in `{ {known} }`; nothing in `{}`.
fn optional(content: TokenStream) -> Option<TokenStream> {
    match content.into_iter().next() {
        Some(TokenTree::Group(group)) => Some(group.stream()),
        _ => None,
    }
}

/// The path of `#![isa(path)]`.
pub(super) fn extension(attributes: &[Attribute<'_>], tokens: &Tokens) -> Option<Path> {
    let attribute =
        attributes.iter().find(|attribute| matches!(attribute.meaning, Meaning::Isa))?;
    // `#`, `!`, `[`, `isa` and `(` before it, `)` and `]` behind it.
    let range = attribute.tokens.start + 5..attribute.tokens.end.checked_sub(2)?;
    Path::parse_mod_style.parse2(tokens.source(range)).ok()
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
