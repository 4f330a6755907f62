//! The extensions that a block or a library names in `#![isa(First, Second)]`, taken together.

use std::ops::Range;

use aluvm_core::isa::{Form, RowError, row_error};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Path, Token};

use crate::diagnostics::Error;
use crate::facade::{Facade, generate};
use crate::isa_extension::rows;

/// The paths in the brackets; if something else stands there, what is wrong with it.
pub(crate) fn paths(content: TokenStream) -> Option<Vec<Path>> {
    let list = |input: ParseStream<'_>| {
        Punctuated::<Path, Token![,]>::parse_terminated_with(input, Path::parse_mod_style)
    };
    let paths: Vec<Path> = list.parse2(content).ok()?.into_iter().collect();
    (!paths.is_empty()).then_some(paths)
}

/// Extensions, of which the rows are known.
#[derive(Default)]
pub(crate) struct Extensions {
    all: Vec<Extension>,
    forms: &'static [Form],
    /// What is wrong with the rows of one has been said where they stand.
    pub(crate) is_broken: bool,
}

struct Extension {
    path: TokenStream,
    /// Its rows among those of all.
    rows: Range<usize>,
}

impl Extensions {
    /// Those that paths lead to, with the rows that the macros beside them hand on: an id and rows, behind a mark
    /// if some are wrong.
    pub(crate) fn new(known: impl Iterator<Item = (TokenStream, TokenStream)>) -> Extensions {
        let (mut all, mut forms): (_, Vec<Form>) = (Vec::new(), Vec::new());
        let mut is_broken = false;
        for (path, rows) in known {
            let mut rows = rows.into_iter().peekable();
            is_broken |= rows.next_if(|tree| matches!(tree, TokenTree::Punct(_))).is_some();
            let first = forms.len();
            forms.extend(rows::forms(rows.collect()));
            all.push(Extension { path, rows: first..forms.len() });
        }
        for (number, form) in forms.iter_mut().enumerate() {
            form.row = number as u8;
        }
        Extensions { all, forms: forms.leak(), is_broken }
    }

    /// The rows of all.
    pub(crate) fn forms(&self) -> &'static [Form] {
        self.forms
    }

    /// The paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &TokenStream> {
        self.all.iter().map(|one| &one.path)
    }

    /// The path of the extension that a row is of.
    pub(crate) fn path_of(&self, form: &Form) -> Option<&TokenStream> {
        let has_row = |one: &&Extension| one.rows.contains(&usize::from(form.row));
        self.all.iter().find(has_row).map(|one| &one.path)
    }

    /// The type of all together; none where there are none.
    pub(crate) fn of_all(&self, facade: &Facade) -> Option<TokenStream> {
        let private = facade.private();
        let paths: Vec<&TokenStream> = self.paths().collect();
        let (last, others) = paths.split_last()?;
        let both = |rest: TokenStream, path: &&TokenStream| generate!(#private::Both<#path, #rest>);
        Some(others.iter().rev().fold(last.to_token_stream(), both))
    }

    /// Extensions with an opcode that one before them has, at their paths.
    pub(crate) fn clashes(&self) -> Vec<Error> {
        let clashes = self.all.iter().filter_map(|one| {
            let message = one.rows.clone().find_map(|row| self.clash(row, one.rows.start))?;
            let last = one.path.clone().into_iter().last();
            Some(Error::new(last.map_or_else(Span::call_site, |last| last.span()), message))
        });
        clashes.collect()
    }

    /// Whether a row can be taken for one of the extensions whose rows end at `end`.
    fn clash(&self, row: usize, end: usize) -> Option<String> {
        let (before, form) = (self.forms.get(..end)?, self.forms.get(row)?);
        if let Some(other) = before.iter().find(|other| other.opcode == form.opcode) {
            return Some(format!(
                "`{}` has the opcode {:#04X} of `{}`, so that no program can use both extensions",
                form.name, form.opcode, other.name
            ));
        }
        match row_error(self.forms, row, 0, u8::MAX)? {
            RowError::SameText { row: other, .. } if other < end => Some(format!(
                "a statement could mean `{}` as well as `{}`, so that no block can use both extensions",
                form.name, self.forms[other].name
            )),
            _ => None,
        }
    }
}
