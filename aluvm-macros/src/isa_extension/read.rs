//! Reading the tokens of rows one by one, with errors that say what should stand there.

use proc_macro2::{Delimiter, Ident, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};
use syn::token::{Bracket, Paren};
use syn::{LitInt, LitStr, bracketed, parenthesized};

/// What stands in square brackets.
pub(super) fn brackets<'t>(input: &ParseBuffer<'t>) -> syn::Result<(ParseBuffer<'t>, Bracket)> {
    let content;
    let brackets = bracketed!(content in input);
    Ok((content, brackets))
}

/// Operands in round brackets.
pub(super) fn operands<'t>(input: &ParseBuffer<'t>) -> syn::Result<ParseBuffer<'t>> {
    if !input.peek(Paren) {
        return Err(expected(input, "operands in `( )`"));
    }
    let content;
    parenthesized!(content in input);
    Ok(content)
}

/// A name.
pub(super) fn ident(input: ParseStream<'_>, what: &str) -> syn::Result<Ident> {
    Ident::parse_any(input).map_err(|_| expected(input, what))
}

/// A word of the notation.
pub(super) fn keyword(input: ParseStream<'_>, word: &str) -> syn::Result<()> {
    let wrong = || expected(input, &format!("`{word}`"));
    match input.fork().parse::<Ident>() {
        Ok(found) if found == word => input.parse::<Ident>().map(|_| ()),
        _ => Err(wrong()),
    }
}

/// A punctuation character.
pub(super) fn punct<T: syn::parse::Parse>(input: ParseStream<'_>, text: &str) -> syn::Result<()> {
    input.parse::<T>().map(|_| ()).map_err(|_| expected(input, &format!("`{text}`")))
}

/// A whole number.
pub(super) fn number(input: ParseStream<'_>, what: &str) -> syn::Result<LitInt> {
    input.parse::<LitInt>().map_err(|_| expected(input, what))
}

/// A text in quotes.
pub(super) fn text(input: ParseStream<'_>, what: &str) -> syn::Result<LitStr> {
    input.parse::<LitStr>().map_err(|_| expected(input, what))
}

/// What stands here is not what should.
pub(super) fn expected(input: ParseStream<'_>, what: &str) -> syn::Error {
    let found = match input.cursor().token_tree() {
        Some((TokenTree::Group(group), _)) => match group.delimiter() {
            Delimiter::Parenthesis => "`(`".into(),
            Delimiter::Bracket => "`[`".into(),
            Delimiter::Brace => "`{`".into(),
            Delimiter::None => format!("`{group}`"),
        },
        Some((tree, _)) => format!("`{tree}`"),
        None => "the end".into(),
    };
    syn::Error::new(input.span(), format!("expected {what}, found {found}"))
}
