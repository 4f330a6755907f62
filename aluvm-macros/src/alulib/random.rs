//! The expansion of random contracts, outside of a compiler: the segments and the id in it are those of the
//! plain assembly that the language says they stand for.

use aluvm_core::library::Lib;
use aluvm_tests::contract::RandomContract;
use aluvm_tests::{Random, cases};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::library;

#[test]
fn segments_are_those_of_plain_assembly() {
    let mut random = Random::new(0x0A11);
    for _ in 0..cases(1_000) {
        let RandomContract { text, plain, .. } = RandomContract::new(&mut random, &[]);
        let inside: TokenStream = text.parse().expect("tokens");
        let expansion = library(quote!([$crate] mod random { #inside }));
        let lib: Lib = plain.parse().expect("plain assembly");
        let id = value_of(expansion.clone(), &["const", "ID"]);
        assert_eq!(id, [lib.id().to_bytes()], "{text}");
        let segments = value_of(expansion, &["static", "LIB"]);
        assert_eq!(segments, [lib.code(), lib.data()], "{text}");
    }
}

/// The byte strings in the value of the item of the module that begins with these words.
fn value_of(expansion: TokenStream, words: &[&str; 2]) -> Vec<Vec<u8>> {
    let module = expansion.into_iter().find_map(|tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    });
    let mut trees = module.expect("the content of the module").stream().into_iter().peekable();
    while let Some(tree) = trees.next() {
        let is =
            |tree: &TokenTree, word: &str| matches!(tree, TokenTree::Ident(name) if name == word);
        if is(&tree, words[0]) && trees.next_if(|tree| is(tree, words[1])).is_some() {
            let mut found = Vec::new();
            let value = trees.take_while(
                |tree| !matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';'),
            );
            byte_strings(value.collect(), &mut found);
            return found;
        }
    }
    panic!("no item begins with {words:?}");
}

fn byte_strings(stream: TokenStream, found: &mut Vec<Vec<u8>>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => byte_strings(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let Ok(bytes) = syn::parse_str::<syn::LitByteStr>(&literal.to_string()) {
                    found.push(bytes.value());
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}
