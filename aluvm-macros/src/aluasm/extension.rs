//! The extension that a block uses: `#![isa(path)]` at its start, and the rows that the macro beside the
//! extension's type hands on.

use aluvm_core::isa::Form;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::parse::{ParseStream, Parser};
use syn::{Path, Token};

use crate::beside;
use crate::diagnostics::{Error, Place};
use crate::facade::{Facade, generate};
use crate::isa_extension::rows;

/// What stands at the start of a block, and the statements behind it.
pub(super) enum Attribute<'s> {
    None,
    Path(Path, &'s [TokenTree]),
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
        if let Attribute::Path(_, behind) | Attribute::Wrong(_, behind) = Attribute::read(rest) {
            return Attribute::Wrong(second(rest[0].span()), behind);
        }
        let path = match &content[1..] {
            [TokenTree::Group(path)] if path.delimiter() == Delimiter::Parenthesis => {
                self::path(path)
            }
            _ => Err(wrong(group.span())),
        };
        match path {
            Ok(path) => Attribute::Path(path, rest),
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
        "a block has one extension, as the program that runs it has\n  = help: instructions of two \
         kinds that one program uses are rows of one `isa_extension!`",
    )
}

/// The path in the brackets of `#![isa(path)]`.
fn path(brackets: &Group) -> Result<Path, Error> {
    let parser = |input: ParseStream<'_>| {
        let path = Path::parse_mod_style(input);
        let comma = input.parse::<Option<Token![,]>>().ok().flatten();
        let rest: TokenStream = input.parse()?;
        Ok((path, comma, rest.into_iter().next()))
    };
    match parser.parse2(brackets.stream()).map_err(|_| wrong(brackets.span()))? {
        (Ok(path), _, None) => Ok(path),
        (Ok(_), Some(_), Some(rest)) => Err(second(rest.span())),
        (Ok(_), None, Some(rest)) => Err(wrong(rest.span())),
        (Err(_), ..) => Err(wrong(brackets.span())),
    }
}

/// The round that gets the rows: an expression that calls back with them. `input` is what it hands on.
pub(super) fn ask(facade: &Facade, path: &Path, input: TokenStream) -> TokenStream {
    beside::ask(
        facade,
        path,
        ["aluasm_with", "aluasm_without"],
        |name| generate!([#path] [#name] #input),
    )
}

/// The extension of a block.
pub(super) enum Extension {
    None,
    /// There is an attribute, but it has no path.
    Wrong(Error),
    /// The path leads to what has this name around the block and is no extension, or nowhere, which the
    /// compiler says itself.
    Missing(Option<TokenTree>),
    Known {
        path: TokenStream,
        forms: &'static [Form],
        /// What is wrong with the rows has been said where they stand.
        is_broken: bool,
    },
}

impl Extension {
    /// Reads `{rows} [path]`.
    pub(super) fn read(rows: Option<TokenTree>, path: Option<TokenTree>) -> Extension {
        let mut rows = content(rows).into_iter().peekable();
        let is_broken = rows.next_if(|tree| matches!(tree, TokenTree::Punct(_))).is_some();
        let forms = rows::forms(rows.collect());
        Extension::Known { path: content(path), forms, is_broken }
    }

    /// Reads the `[path] [name]` of what is no extension.
    pub(super) fn missing(path: Option<TokenTree>, name: Option<TokenTree>) -> Extension {
        let last = content(path).into_iter().last();
        let mut name = content(name).into_iter().next();
        if let (Some(last), Some(name)) = (last, &mut name) {
            name.set_span(last.span());
        }
        Extension::Missing(name)
    }

    pub(super) fn forms(&self) -> &'static [Form] {
        match self {
            Extension::Known { forms, .. } => forms,
            _ => &[],
        }
    }

    pub(super) fn path(&self) -> Option<&TokenStream> {
        match self {
            Extension::Known { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Whether all mnemonics of the block are known.
    pub(super) fn is_known(&self) -> bool {
        match self {
            Extension::None => true,
            Extension::Wrong(_) | Extension::Missing(_) => false,
            Extension::Known { is_broken, .. } => !is_broken,
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
    pub(super) fn error(&self) -> Option<Error> {
        match self {
            Extension::Wrong(error) => Some(error.clone()),
            _ => None,
        }
    }
}

fn content(tree: Option<TokenTree>) -> TokenStream {
    match tree {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    }
}
