//! Conditions of items, errors and statements, `#[cfg(…)]` and `#[cfg_attr(…)]`.

use std::collections::BTreeSet;
use std::ops::Range;

use aluvm_core::asm::{Delimiter, TokenKind};
use proc_macro2::TokenStream;

use crate::cfg::{self, Answers};
use crate::facade::Facade;
use crate::tokens::Tokens;

/// The round that asks the compiler, if anything has a condition.
pub(super) fn ask(
    facade: &Facade,
    tokens: &Tokens,
    state: impl FnOnce() -> TokenStream,
) -> Option<TokenStream> {
    let conditions = conditions(tokens);
    if conditions.is_empty() {
        return None;
    }
    cfg::ask_about(facade, tokens, conditions, "alulib_configured", &state())
}

/// The first tokens of the first condition of each thing that is not there.
pub(super) fn disabled(tokens: &Tokens, answers: &Answers) -> BTreeSet<usize> {
    cfg::disabled(conditions(tokens), answers)
}

/// For each thing that has conditions where each stands.
fn conditions(tokens: &Tokens) -> Vec<Vec<Range<usize>>> {
    let mut all: Vec<Vec<Range<usize>>> = Vec::new();
    // Where the next attribute belongs to the same thing.
    let mut behind = None;
    for at in 0..tokens.list.len() {
        if !is_attribute(tokens, at) {
            continue;
        }
        let end = tokens.end(at + 1);
        let is_condition = matches!(&tokens.list[at + 2].kind,
            TokenKind::Ident(name) if name == "cfg" || name == "cfg_attr");
        let goes_on = behind == Some(at);
        match all.last_mut() {
            Some(run) if is_condition && goes_on => run.push(at..end),
            _ if is_condition => all.push(std::iter::once(at..end).collect()),
            _ => {}
        }
        behind = (is_condition || goes_on).then_some(end);
    }
    all
}

/// Whether `#[name …]` stands here.
fn is_attribute(tokens: &Tokens, at: usize) -> bool {
    let is = |at: usize, kind: &dyn Fn(&TokenKind<'_>) -> bool| {
        tokens.list.get(at).is_some_and(|token| kind(&token.kind))
    };
    is(at, &|kind| *kind == TokenKind::Punct('#'))
        && is(at + 1, &|kind| *kind == TokenKind::Open(Delimiter::Bracket))
        && is(at + 2, &|kind| matches!(kind, TokenKind::Ident(_)))
}
