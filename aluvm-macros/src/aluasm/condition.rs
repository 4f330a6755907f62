//! Conditions of statements, `#[cfg(…)]` and `#[cfg_attr(…)]`.

use std::collections::BTreeSet;

use aluvm_core::asm;
use proc_macro2::{TokenStream, TokenTree};

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
    let conditions = asm::conditions(&tokens.list);
    let round = cfg::ask_about(facade, &tokens, conditions, "aluasm_configured", input)?;
    Some(generate!({ #round }))
}

/// The first token of the first condition of each statement that is not there.
pub(super) fn disabled(tokens: &Tokens, answers: Option<TokenTree>) -> BTreeSet<usize> {
    cfg::disabled(asm::conditions(&tokens.list), &Answers::read(answers))
}
