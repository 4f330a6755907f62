//! What stands before the braces of a library: `attributes visibility mod name`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{AttrStyle, Attribute, Token, Visibility};

use crate::diagnostics::Error;

/// A library as it is written.
pub(super) struct Head {
    pub(super) attributes: Vec<Attribute>,
    /// Those among them that say what the assembler reports, as they are written inside of a library.
    pub(super) moved: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) keyword: Token![mod],
    pub(super) name: Ident,
    pub(super) inside: Group,
}

impl Head {
    pub(super) fn read(trees: Vec<TokenTree>) -> Result<Head, Error> {
        let form = "a library is written `pub mod name { … }`";
        let end = trees.last().map_or_else(Span::call_site, TokenTree::span);
        let mut trees = trees.into_iter().peekable();
        let mut before = TokenStream::new();
        let inside = loop {
            match trees.next() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    break group;
                }
                Some(tree) => before.extend([tree]),
                None => return Err(Error::new(end, form)),
            }
        };
        if let Some(behind) = trees.next() {
            return Err(Error::new(behind.span(), "one `alulib!` holds one library"));
        }
        let parser = |input: ParseStream<'_>| {
            let attributes = Attribute::parse_outer(input)?;
            let visibility = Visibility::parse(input)?;
            let keyword = input.parse::<Token![mod]>()?;
            let nameless = |_| syn::Error::new(keyword.span, "expected the name of the library");
            let name = Ident::parse(input).map_err(nameless)?;
            Ok((attributes, visibility, keyword, name))
        };
        let (attributes, visibility, keyword, name) = parser
            .parse2(before)
            .map_err(|error| Error::new(error.span(), format!("{error}\n  = help: {form}")))?;
        let (moved, attributes) = attributes.into_iter().partition(is_level);
        let mut head = Head { attributes, moved, visibility, keyword, name, inside };
        for attribute in &mut head.moved {
            attribute.style = AttrStyle::Inner(Token![!](attribute.pound_token.span));
        }
        Ok(head)
    }
}

/// Whether an attribute permits or forbids what is reported.
fn is_level(attribute: &Attribute) -> bool {
    ["allow", "deny"].iter().any(|name| attribute.path().is_ident(name))
}
