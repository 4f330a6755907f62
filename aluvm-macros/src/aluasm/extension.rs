//! The extensions that a block uses: `#![isa(path)]` at its start, and the rows that the macros beside the
//! extensions' types hand on.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::parse::{ParseStream, Parser};
use syn::{Path, Token};

use crate::beside;
use crate::diagnostics::{Error, Place};
use crate::extensions::Extensions;
use crate::facade::{Facade, generate};

/// What stands at the start of a block, and the statements behind it.
pub(super) enum Attribute<'s> {
    None,
    Paths(Vec<Path>, &'s [TokenTree]),
    Wrong(Error, &'s [TokenTree]),
}

impl<'s> Attribute<'s> {
    pub(super) fn read(statements: &'s [TokenTree]) -> Attribute<'s> {
        let [TokenTree::Punct(hash), TokenTree::Punct(bang), TokenTree::Group(group), rest @ ..] =
            statements
        else {
            return Attribute::None;
        };
        let content: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_isa = matches!(content.first(), Some(TokenTree::Ident(name)) if name == "isa");
        if hash.as_char() != '#' || bang.as_char() != '!' || !is_isa {
            return Attribute::None;
        }
        if let Attribute::Paths(_, behind) | Attribute::Wrong(_, behind) = Attribute::read(rest) {
            return Attribute::Wrong(second(rest[0].span()), behind);
        }
        let paths = match &content[1..] {
            [TokenTree::Group(paths)] if paths.delimiter() == Delimiter::Parenthesis => {
                self::paths(paths)
            }
            _ => Err(wrong(group.span())),
        };
        match paths {
            Ok(paths) => Attribute::Paths(paths, rest),
            Err(error) => Attribute::Wrong(error, rest),
        }
    }
}

fn wrong(place: impl Into<Place>) -> Error {
    Error::new(place, "expected the path of an extension, `#![isa(path::To::Extension)]`")
}

fn second(span: Span) -> Error {
    Error::new(
        span,
        "a block has one `#![isa(…)]`\n  = help: several extensions stand in one: `#![isa(First, Second)]`",
    )
}

/// The paths in the brackets of `#![isa(path)]`.
fn paths(brackets: &Group) -> Result<Vec<Path>, Error> {
    let parser = |input: ParseStream<'_>| {
        let mut paths = Vec::new();
        while !input.is_empty() {
            let Ok(path) = Path::parse_mod_style(input) else { break };
            paths.push(path);
            if input.parse::<Option<Token![,]>>()?.is_none() {
                break;
            }
        }
        let rest: TokenStream = input.parse()?;
        Ok((paths, rest.into_iter().next()))
    };
    match parser.parse2(brackets.stream()).map_err(|_| wrong(brackets.span()))? {
        (paths, None) if !paths.is_empty() => Ok(paths),
        (paths, Some(rest)) if !paths.is_empty() => Err(wrong(rest.span())),
        _ => Err(wrong(brackets.span())),
    }
}

/// The extensions of which the rows are known already, as one round hands them to the next.
#[derive(Default)]
pub(super) struct Known(TokenStream);

impl Known {
    /// Reads what a round has handed on.
    pub(super) fn read(tree: Option<TokenTree>) -> Known {
        Known(content(tree))
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.clone().into_iter().count() / 2
    }

    /// Takes up `[path]` and `{rows}`.
    pub(super) fn push(&mut self, path: Option<TokenTree>, rows: Option<TokenTree>) {
        self.0.extend(path.into_iter().chain(rows));
    }

    pub(super) fn extension(self) -> Extension {
        let mut trees = self.0.into_iter();
        let pairs = core::iter::from_fn(|| {
            let path = trees.next()?;
            Some((content(Some(path)), content(trees.next())))
        });
        Extension::Known(Extensions::new(pairs))
    }
}

/// The round that gets the rows of one extension: an expression that calls back with them. `input` is what it hands
/// on behind what is known already.
pub(super) fn ask(facade: &Facade, path: &Path, known: &Known, input: TokenStream) -> TokenStream {
    let Known(known) = known;
    beside::ask(
        facade,
        path,
        ["aluasm_with", "aluasm_without"],
        |name| generate!([#path] [#name] (#known) #input),
    )
}

/// The extensions of a block.
pub(super) enum Extension {
    None,
    /// There is an attribute, but it has no path.
    Wrong(Error),
    /// A path leads to what has this name around the block and is no extension, or nowhere, which the
    /// compiler says itself.
    Missing(Option<TokenTree>),
    Known(Extensions),
}

impl Extension {
    /// Reads the `[path] [name]` of what is no extension.
    pub(super) fn missing(path: Option<TokenTree>, name: Option<TokenTree>) -> Extension {
        let last = content(path).into_iter().last();
        let mut name = content(name).into_iter().next();
        if let (Some(last), Some(name)) = (last, &mut name) {
            name.set_span(last.span());
        }
        Extension::Missing(name)
    }

    /// Those whose rows are known.
    pub(super) fn known(&self) -> Option<&Extensions> {
        match self {
            Extension::Known(extensions) => Some(extensions),
            _ => None,
        }
    }

    /// Whether all mnemonics of the block are known.
    pub(super) fn is_known(&self) -> bool {
        match self {
            Extension::None => true,
            Extension::Wrong(_) | Extension::Missing(_) => false,
            Extension::Known(extensions) => !extensions.is_broken,
        }
    }

    /// A statement that has an error if the path of the attribute leads to a type.
    pub(super) fn type_error(&self, facade: &Facade) -> TokenStream {
        let Extension::Missing(Some(name)) = self else { return TokenStream::new() };
        let private = facade.private();
        let ask = quote_spanned!(name.span()=> .aluvm_extension(()));
        generate! {
            use #private::LeadsToType as _;
            let _ = || #private::Leads::<#name>(#private::core::marker::PhantomData) #ask;
        }
    }

    /// What is wrong with the attribute.
    pub(super) fn errors(&self) -> Vec<Error> {
        match self {
            Extension::Wrong(error) => Vec::from([error.clone()]),
            Extension::Known(extensions) => extensions.clashes(),
            Extension::None | Extension::Missing(_) => Vec::new(),
        }
    }
}

fn content(tree: Option<TokenTree>) -> TokenStream {
    match tree {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    }
}
