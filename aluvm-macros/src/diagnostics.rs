//! Errors for the compiler: where they stand and what they say.

use aluvm_core::asm::{self, AsmError, Note};
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::facade::{generate, start};

/// The first and the last of the tokens that an error underlines.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl asm::Span for Place {
    fn to(self, last: Place) -> Place {
        Place { first: self.first, last: last.last }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Place {
        Place { first: span, last: span }
    }
}

/// What is wrong with a user's tokens.
#[derive(Clone)]
pub(crate) struct Error {
    pub(crate) place: Place,
    pub(crate) message: String,
}

impl Error {
    pub(crate) fn new(place: impl Into<Place>, message: impl Into<String>) -> Error {
        Error { place: place.into(), message: message.into() }
    }

    /// `::core::compile_error! { "message" }`. The compiler underlines from the span of its first token to
    /// that of its last, if both are the user's, which the path of the facade is not. rust-analyzer takes the span
    /// of the macro's name, which is empty here: with that of the user's token it would go from there to the
    /// definition of `compile_error!`, and show its documentation.
    fn call(&self) -> TokenStream {
        let span = start(self.place.first);
        let mut message = Literal::string(&self.message);
        message.set_span(self.place.last);
        let mut group = Group::new(Delimiter::Brace, TokenTree::from(message).into());
        group.set_span(self.place.last);
        quote_spanned!(span=> ::core::compile_error! #group)
    }
}

impl From<syn::Error> for Error {
    fn from(error: syn::Error) -> Error {
        Error::new(error.span(), error.to_string())
    }
}

impl From<&AsmError<Place>> for Error {
    fn from(error: &AsmError<Place>) -> Error {
        let mut report = error.report();
        if let Some((Note::FirstDefinition, place)) = error.note
            && proc_macro::is_available()
        {
            let line = place.first.unwrap().line();
            report.push_str(&format!("\n  = note: first defined in line {line}"));
        }
        Error::new(error.span, report)
    }
}

/// All errors, at the end of a block. As an expression an error has every type, so that no other follows
/// from it.
pub(crate) fn compile_errors(errors: &[Error]) -> TokenStream {
    let Some((last, before)) = errors.split_last() else { return TokenStream::new() };
    let (before, last) = (before.iter().map(Error::call), last.call());
    generate!(#(#before)* (#last))
}

/// All errors, as items.
pub(crate) fn error_items(errors: &[Error]) -> TokenStream {
    errors.iter().map(Error::call).collect()
}
