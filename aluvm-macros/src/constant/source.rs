//! The user's expression of a constant, as tokens: what it is, as far as that is told without the compiler.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::facade::generated_at;

/// The user's expression without what rustc would call superfluous in brackets: one in braces becomes a
/// `const` block, and one in brackets, which came through a macro, loses them.
pub(super) fn expression(source: TokenStream, span: Span) -> TokenStream {
    let mut trees = source.clone().into_iter();
    let (Some(TokenTree::Group(group)), None) = (trees.next(), trees.next()) else { return source };
    let is_comma =
        |tree: TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',');
    let content = group.stream();
    match group.delimiter() {
        Delimiter::Brace => quote_spanned!(generated_at(span)=> const #source),
        Delimiter::None => expression(content, span),
        Delimiter::Parenthesis
            if !content.is_empty() && !content.clone().into_iter().any(is_comma) =>
        {
            expression(content, span)
        }
        _ => source,
    }
}

/// Whether an expression is nothing but names, `path::to::CONSTANT`.
pub(super) fn is_path(source: &TokenStream) -> bool {
    source.clone().into_iter().all(|tree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    })
}

/// Whether the same text can mean another thing: `$crate` is not the same crate everywhere, and pieces
/// from a user's macro keep together what the text does not.
pub(super) fn is_ambiguous(source: &TokenStream) -> bool {
    source.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(name) => name == "$crate",
        TokenTree::Group(group) => {
            group.delimiter() == Delimiter::None || is_ambiguous(&group.stream())
        }
        _ => false,
    })
}

/// Whether an expression has a literal that no `i128` holds, and no suffix to say what holds it.
pub(super) fn is_large(source: TokenStream) -> bool {
    let mut is_negative = false;
    source.into_iter().any(|tree| {
        let is_behind_minus = is_negative;
        is_negative = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '-');
        match tree {
            TokenTree::Group(group) => is_large(group.stream()),
            TokenTree::Literal(literal) => match integer(&literal.to_string()) {
                Some(value) => value > i128::MAX as u128 + u128::from(is_behind_minus),
                None => false,
            },
            _ => false,
        }
    })
}

/// The value of an integer literal without a suffix, as far as it fits.
fn integer(text: &str) -> Option<u128> {
    let digits = text.replace('_', "");
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, &digits[..]),
    };
    u128::from_str_radix(digits, radix).ok()
}
