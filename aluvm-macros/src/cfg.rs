//! `#[cfg(…)]` and `#[cfg_attr(…)]` on what only our macros read.
//!
//! A macro cannot ask whether a predicate holds. But a derive macro gets its item when the compiler has
//! decided all of them. So the first round of a macro puts the attributes on the variants of an enum, with
//! our derive macro, which sees the variants that are left, and writes them into a `macro_rules!` of the
//! enum's name. That one is called behind the enum and calls the second round with the answers.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::format_ident;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Data, DeriveInput, LitInt, Token, bracketed};

use crate::beside::unique;
use crate::facade::{Facade, generate, generated};
use crate::tokens::Tokens;

/// Whether an attribute is for the compiler to decide.
pub(crate) fn is_conditional(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr")
}

/// The round that asks the compiler, if anything has a condition: for each such thing where its attributes stand.
pub(crate) fn ask_about(
    facade: &Facade,
    tokens: &Tokens,
    things: Vec<Vec<Range<usize>>>,
    callback: &str,
    arguments: &TokenStream,
) -> Option<TokenStream> {
    let attributes = |ranges: Vec<Range<usize>>| {
        let source = ranges.into_iter().map(|range| tokens.source(range));
        Attribute::parse_outer.parse2(source.collect()).unwrap_or_default()
    };
    let questions: Vec<Vec<Attribute>> = things.into_iter().map(attributes).collect();
    if questions.is_empty() {
        return None;
    }
    let questions: Vec<Vec<&Attribute>> =
        questions.iter().map(|attributes| attributes.iter().collect()).collect();
    Some(ask(facade, &questions, callback, arguments))
}

/// The first tokens of the first condition of each thing that is not there.
pub(crate) fn disabled(things: Vec<Vec<Range<usize>>>, answers: &Answers) -> BTreeSet<usize> {
    let things = things.into_iter().enumerate();
    let disabled = things.filter(|(question, _)| answers.get(*question).is_none());
    disabled.filter_map(|(_, ranges)| Some(ranges.first()?.start)).collect()
}

/// The enum and the call behind it, `callback! { {answers} arguments… }`, as items or at the end of a block.
/// Each question is the attributes of one thing.
pub(crate) fn ask(
    facade: &Facade,
    questions: &[Vec<&Attribute>],
    callback: &str,
    arguments: &TokenStream,
) -> TokenStream {
    let private = facade.private();
    let callback = Ident::new(callback, generated());
    let name = unique("aluvm_cfg", &Ident::new("answers", Span::call_site()));
    let variants = questions.iter().enumerate().map(|(number, attributes)| {
        let variant = format_ident!("Q{number}", span = generated());
        generate!(#(#attributes)* #variant)
    });
    generate! {
        #[derive(#private::CfgAnswers)]
        #[doc(hidden)]
        enum #name { #(#variants),* }
        #name! { (#private::#callback) #arguments }
    }
}

/// The derive macro: the answers, as the `macro_rules!` that hands them on.
pub(crate) fn answer(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let Data::Enum(data) = input.data else { return TokenStream::new() };
    let name = input.ident;
    let answers = data.variants.iter().map(|variant| {
        let number: TokenStream =
            variant.ident.to_string().trim_start_matches('Q').parse().unwrap_or_default();
        let attributes = variant.attrs.iter().filter(|attribute| !is_conditional(attribute));
        generate!([#number #(#attributes)*])
    });
    generate! {
        #[doc(hidden)]
        macro_rules! #name {
            (($($callback:tt)*) $($arguments:tt)*) => {
                $($callback)*! { { #(#answers)* } $($arguments)* }
            };
        }
    }
}

/// The answers: the numbers of the questions whose `cfg` hold, with what `cfg_attr` gave them.
#[derive(Default)]
pub(crate) struct Answers(BTreeMap<usize, Vec<Attribute>>);

impl Answers {
    /// Reads `{answers}`.
    pub(crate) fn read(tree: Option<TokenTree>) -> Answers {
        match tree {
            Some(TokenTree::Group(group)) => syn::parse2(group.stream()).unwrap_or_default(),
            _ => Answers::default(),
        }
    }

    /// The attributes that are left of a question's; none if what they stand at is not there.
    pub(crate) fn get(&self, question: usize) -> Option<&[Attribute]> {
        self.0.get(&question).map(Vec::as_slice)
    }
}

impl Parse for Answers {
    fn parse(input: ParseStream<'_>) -> syn::Result<Answers> {
        let mut answers = BTreeMap::new();
        while !input.is_empty() {
            let answer;
            bracketed!(answer in input);
            let number: LitInt = answer.parse()?;
            let mut attributes = Vec::new();
            while answer.peek(Token![#]) {
                attributes.extend(Attribute::parse_outer(&answer)?);
            }
            answers.insert(number.base10_parse()?, attributes);
        }
        Ok(Answers(answers))
    }
}
