//! Conditions of statements, `#[cfg(…)]` and `#[cfg_attr(…)]`.

use std::collections::BTreeSet;

use aluvm_core::asm;
use proc_macro2::{TokenStream, TokenTree};
use syn::Attribute;
use syn::parse::Parser;

use crate::cfg::{self, Answers};
use crate::facade::{Facade, generate};
use crate::tokens::Tokens;

/// The round that asks the compiler, if any statement has a condition. `input` is what it hands on.
pub(super) fn ask(
    facade: &Facade,
    statements: &[TokenTree],
    input: &TokenStream,
) -> Option<TokenStream> {
    let is_hash =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '#');
    if !statements.iter().any(is_hash) {
        return None;
    }
    let tokens = Tokens::read(statements.iter().cloned());
    let questions: Vec<Vec<Attribute>> = asm::conditions(&tokens.list)
        .into_iter()
        .map(|attributes| {
            let source = attributes.into_iter().map(|range| tokens.source(range));
            Attribute::parse_outer.parse2(source.collect()).unwrap_or_default()
        })
        .collect();
    if questions.is_empty() {
        return None;
    }
    let questions: Vec<Vec<&Attribute>> =
        questions.iter().map(|attributes| attributes.iter().collect()).collect();
    let round = cfg::ask(facade, &questions, "aluasm_configured", input);
    Some(generate!({ #round }))
}

/// The first token of the first condition of each statement that is not there.
pub(super) fn disabled(tokens: &Tokens, answers: Option<TokenTree>) -> BTreeSet<usize> {
    let answers = Answers::read(answers);
    let conditions = asm::conditions(&tokens.list).into_iter().enumerate();
    let disabled = conditions.filter(|(question, _)| answers.get(*question).is_none());
    disabled.filter_map(|(_, attributes)| Some(attributes.first()?.start)).collect()
}
