//! Defining an extension: its type, and beside it the macro through which `aluasm!` gets its rows.

mod operand;
mod read;
mod report;
pub(crate) mod rows;
mod table;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token, Visibility, braced, token};

use crate::beside::Beside;
use crate::cfg::{self, Answers, is_conditional};
use crate::diagnostics::{Error, error_items};
use crate::facade::{Facade, generate, generated};
use rows::{Entry, Row};

/// Expands `[$crate] attributes visibility enum Name: "ID" { rows }`.
pub(crate) fn define(input: TokenStream) -> TokenStream {
    let mut trees = input.clone().into_iter();
    let facade = Facade::read(trees.next());
    let extension = match syn::parse2::<Extension>(trees.collect()) {
        Ok(extension) => extension,
        Err(error) => return error_items(&[error.into()]),
    };
    let questions: Vec<Vec<&Attribute>> = extension.questions().collect();
    if questions.is_empty() {
        return expand(&facade, extension, &Answers::default());
    }
    cfg::ask(&facade, &questions, "isa_extension_configured", &input)
}

/// Expands `{answers} [$crate] attributes…`.
pub(crate) fn define_configured(input: TokenStream) -> TokenStream {
    let mut trees = input.into_iter();
    let answers = Answers::read(trees.next());
    let facade = Facade::read(trees.next());
    match syn::parse2(trees.collect()) {
        Ok(extension) => expand(&facade, extension, &answers),
        Err(error) => error_items(&[error.into()]),
    }
}

/// An extension as it is written.
struct Extension {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    id: LitStr,
    entries: Vec<Entry>,
}

impl Parse for Extension {
    fn parse(input: ParseStream<'_>) -> syn::Result<Extension> {
        let attributes = Attribute::parse_outer(input)?;
        let usage = |input: ParseStream<'_>| {
            let message = "an extension is written `pub enum Name: \"ID\" { rows }`";
            syn::Error::new(input.span(), message)
        };
        let visibility = input.parse().map_err(|_| usage(input))?;
        input.parse::<Token![enum]>().map_err(|_| usage(input))?;
        let name = input.parse().map_err(|_| usage(input))?;
        input.parse::<Token![:]>().map_err(|_| usage(input))?;
        let id = input.parse().map_err(|_| usage(input))?;
        if !input.peek(token::Brace) {
            return Err(usage(input));
        }
        let content;
        braced!(content in input);
        if !input.is_empty() {
            return Err(usage(input));
        }
        Ok(Extension { attributes, visibility, name, id, entries: rows::read(&content) })
    }
}

impl Extension {
    /// The attributes of each row that the compiler must decide on.
    fn questions(&self) -> impl Iterator<Item = Vec<&Attribute>> {
        let all = self.entries.iter().map(|entry| {
            entry.attributes.iter().filter(|attribute| is_conditional(attribute)).collect()
        });
        all.filter(|attributes: &Vec<&Attribute>| !attributes.is_empty())
    }
}

/// The rows that there are, and what is wrong with the others.
fn configured(entries: Vec<Entry>, answers: &Answers) -> (Vec<Row>, Vec<Error>) {
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    let mut question = 0;
    for entry in entries {
        let mut more = None;
        if entry.attributes.iter().any(is_conditional) {
            question += 1;
            more = answers.get(question - 1);
            if more.is_none() {
                continue;
            }
        }
        match entry.row {
            Ok(mut row) => {
                row.attributes.retain(|attribute| !is_conditional(attribute));
                row.attributes.extend(more.into_iter().flatten().cloned());
                rows.push(row);
            }
            Err(error) => errors.push(error),
        }
    }
    rows::number_rows(&mut rows);
    (rows, errors)
}

fn expand(facade: &Facade, extension: Extension, answers: &Answers) -> TokenStream {
    let Extension { attributes, visibility, name, id, entries } = extension;
    let (rows, mut errors) = configured(entries, answers);
    errors.extend(report::errors(&id, &rows));
    let conditions: Vec<Attribute> =
        attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).cloned().collect();
    let rows_macro = Beside {
        facade,
        attributes: &conditions,
        visibility: &visibility,
        name: &name,
        content: content(&id, &rows, !errors.is_empty()),
    };
    let private = facade.private();
    let (isa, core) = (generate!(#private::isa), generate!(#private::core));
    let is_deprecated = |attributes: &[Attribute]| {
        attributes.iter().any(|attribute| attribute.path().is_ident("deprecated"))
    };
    let has_deprecated =
        is_deprecated(&attributes) || rows.iter().any(|row| is_deprecated(&row.attributes));
    let allow = has_deprecated.then(|| generate!(#[allow(deprecated)]));
    let variants = rows.iter().map(variant);
    let word = Ident::new("aluvm_word", generated());
    let (id, forms, arms) = match errors.is_empty() {
        true => (
            id.to_token_stream(),
            table::forms([&isa, &core], &id, &rows),
            table::from_word([&isa, &core], &word, &rows),
        ),
        // What is wrong is said once, not again where the type is used.
        false => (generate!(""), generate!(&[]), table::from_word([&isa, &core], &word, &[])),
    };
    let errors = error_items(&errors);
    generate! {
        #errors
        #[derive(
            #core::clone::Clone,
            #core::marker::Copy,
            #core::cmp::PartialEq,
            #core::cmp::Eq,
            #core::hash::Hash,
            #core::fmt::Debug,
        )]
        #(#attributes)*
        #visibility enum #name {
            #(#variants,)*
        }

        #(#conditions)*
        #allow
        impl #private::InstructionSet for #name {
            const ID: &'static #core::primitive::str = #id;
            const FORMS: &'static [#isa::Form] = #forms;

            fn from_word(#word: #core::primitive::u128) -> #core::option::Option<Self> {
                match #word as #core::primitive::u8 {
                    #arms
                }
            }
        }

        #rows_macro
    }
}

/// A variant with its attributes and its fields.
fn variant(row: &Row) -> TokenStream {
    let Row { attributes, name, fields, .. } = row;
    let mut fields = fields.iter().flatten().map(|field| {
        let rows::Argument { name, path, .. } = field;
        let doc = format!("The `{name}` operand.");
        generate!(#[doc = #doc] #name: #path)
    });
    let fields = fields.next().map(|first| generate!({ #first #(, #fields)* }));
    generate!(#(#attributes)* #name #fields)
}

/// What `aluasm!` gets: the id and the rows that could be read, behind a mark if some are wrong.
fn content(id: &LitStr, rows: &[Row], is_broken: bool) -> TokenStream {
    let mark = is_broken.then(|| generate!(!));
    let rows = rows.iter().map(|row| &row.notation);
    generate!(#mark #id #(#rows)*)
}
