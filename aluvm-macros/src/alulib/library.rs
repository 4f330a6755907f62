//! A library that has been assembled, as those see it who write its items.

use std::collections::BTreeSet;

use aluvm_core::asm::TokenKind;
use aluvm_core::contract::{
    AssembledRoutine, Attribute, ConstantLiteral, Contract, Item, ItemKind, Name, Texts, is_taken,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Path;

use super::attribute::of_rust;
use crate::diagnostics::Place;
use crate::extensions::Extensions;
use crate::facade::{Facade, generate, generated};
use crate::tokens::Tokens;

/// A library that has been assembled, and what its expansion needs.
pub(super) struct Library<'l> {
    pub(super) facade: &'l Facade,
    pub(super) tokens: &'l Tokens,
    pub(super) contract: Contract<'l, Place>,
    /// The documentation and the statements as they are written.
    pub(super) texts: Texts,
    /// The extensions.
    pub(super) extensions: Extensions,
    /// The imports, with their paths.
    pub(super) imports: Vec<(usize, Path)>,
    pub(super) name: String,
    /// The items that Rust gets: those with a name that no other has, and that Rust can have.
    pub(super) emitted: BTreeSet<usize>,
    /// Whether nothing is wrong.
    pub(super) is_right: bool,
}

impl<'l> Library<'l> {
    pub(super) fn private(&self) -> TokenStream {
        self.facade.private()
    }

    /// The type of all extensions together, also where there is none.
    pub(super) fn extension_type(&self) -> TokenStream {
        let private = self.private();
        let all = self.extensions.of_all(self.facade);
        all.unwrap_or_else(|| generate!(#private::NoExtension))
    }

    /// Whether there are extensions.
    pub(super) fn has_extension(&self) -> bool {
        self.extensions.paths().next().is_some()
    }

    /// Where the compiler says that the type of the extension does not run instructions.
    pub(super) fn extension_span(&self) -> Span {
        let last = self.extensions.paths().next().and_then(|path| path.clone().into_iter().last());
        last.map_or_else(generated, |last| generated().located_at(last.span()))
    }

    /// The hidden module of the facade, where errors of the compiler are about the extension.
    pub(super) fn private_at_extension(&self) -> TokenStream {
        self.facade.private_at(self.extension_span())
    }

    /// What the functions of the library need: that it is known what the extension's instructions do. A
    /// missing `impl` is one error, here, because within a function the bound is taken for granted.
    pub(super) fn extension_bound(&self) -> Option<TokenStream> {
        let extension = self.extensions.of_all(self.facade)?;
        let (span, private) = (self.extension_span(), self.private_at_extension());
        Some(quote_spanned!(span=> #extension: #private::Extension,))
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

/// The items whose names Rust can have, the first of each.
pub(super) fn emitted(items: &[Item<'_>], tokens: &Tokens) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let named = items.iter().enumerate().filter_map(|(number, item)| Some((number, item.name?)));
    let mut all = BTreeSet::new();
    for (number, name) in named {
        let is_alias = matches!(items[number].kind, ItemKind::Alias(_));
        let is_own = seen.insert(name.text) && !is_taken(name.text);
        if is_own && !is_alias && is_identifier(tokens, name.token) {
            all.insert(number);
        }
    }
    all
}

/// Whether Rust takes a name, which it does not of its keywords.
fn is_identifier(tokens: &Tokens, token: usize) -> bool {
    syn::parse2::<Ident>(tokens.source(token..token + 1)).is_ok()
}

/// A name that no user wrote.
pub(super) fn own(name: &str) -> Ident {
    Ident::new(name, generated())
}
