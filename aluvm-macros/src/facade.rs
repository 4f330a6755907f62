//! The crate through which users reach the macros, `aluvm` by whatever name, and paths into it that nothing
//! in a user's module can capture.
//!
//! The facade hands its path on as a group with `$crate`. All that an expansion names lies below
//! `$crate::__private`, the standard library and its primitive types as well. Local variables, which have no
//! path, begin with `aluvm_`.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

/// `quote!` with the span of what no user wrote.
macro_rules! generate {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned! { $crate::facade::generated()=> $($tokens)* }
    };
}
pub(crate) use generate;

/// The path to the facade.
#[derive(Clone)]
pub(crate) struct Facade(TokenStream);

impl Facade {
    /// Reads `[$crate]`.
    pub(crate) fn read(tree: Option<TokenTree>) -> Facade {
        match tree {
            Some(TokenTree::Group(group)) => Facade(group.stream()),
            _ => Facade(TokenStream::new()),
        }
    }

    /// `$crate::__private`.
    pub(crate) fn private(&self) -> TokenStream {
        self.private_at(generated())
    }

    /// The same where errors of the compiler point at `span`.
    pub(crate) fn private_at(&self, span: Span) -> TokenStream {
        let path = self.0.clone().into_iter().map(|mut tree| {
            tree.set_span(tree.span().located_at(span));
            tree
        });
        let path: TokenStream = path.collect();
        quote_spanned!(span=> #path::__private)
    }
}

/// `[$crate]` for the next stage.
impl ToTokens for Facade {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Group::new(Delimiter::Bracket, self.0.clone()).to_tokens(tokens);
    }
}

/// The span of what no user wrote: variables are not the user's, all else is found where the macro is
/// called.
pub(crate) fn generated() -> Span {
    Span::mixed_site()
}

/// The span of what no user wrote, where errors of the compiler point at the user's tokens that begin with
/// `span`.
pub(crate) fn generated_at(span: Span) -> Span {
    generated().located_at(start(span))
}

/// The empty span before a token. An editor takes nothing there for the token.
pub(crate) fn start(span: Span) -> Span {
    match proc_macro::is_available() {
        true => span.unwrap().start().into(),
        false => span,
    }
}
