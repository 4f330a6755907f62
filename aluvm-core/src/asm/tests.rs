//! Pieces of code in nested scopes, as a library with routines puts the stages together.
#![allow(clippy::unwrap_used)]

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::parse::{self, Conditions, Grammar, Mnemonics, Mode, Statements};
use super::resolve::{Code, Halves, Labels, Scope};
use super::token::{Delimiter, Errors, TextSpan, TokenKind, Tokens, lex};
use crate::isa::{Instr, RegisterSize};

/// What stands between braces, with the word before each.
fn bodies<'t>(
    tokens: Tokens<'t, TextSpan>,
    grammar: Grammar<'t>,
    errors: &mut Errors<'t, TextSpan>,
) -> Vec<(&'t str, usize, Statements<'t>)> {
    let mut bodies = Vec::new();
    let mut at = 0;
    while let Some(name) = tokens.ident(at) {
        assert_eq!(tokens.kind(at + 1), Some(&TokenKind::Open(Delimiter::Brace)));
        let behind = tokens.behind_group(at + 1).unwrap();
        bodies.push((name, at, parse::statements(tokens, at + 2..behind - 1, grammar, errors)));
        at = behind;
    }
    bodies
}

/// Assembles `name { … } name { … }`, in whose bodies `shared` names `a16[7]`.
fn assemble(text: &str) -> Result<Vec<Instr>, Vec<(String, u32)>> {
    let tokens = lex(text).unwrap();
    let tokens = Tokens::new(&tokens);
    let mnemonics = Mnemonics::new(&[]);
    let mut errors = Errors::new(tokens.spans());
    let grammar =
        Grammar { mnemonics: &mnemonics, mode: Mode::Block, conditions: Conditions::Unknown };
    let mut library = Scope::new(&mnemonics);
    library.define_alias("shared", 0, Some((RegisterSize::A16, 7))).unwrap();
    let mut routines = Labels::default();
    let mut pieces = Vec::new();
    let mut length = 0;
    for (name, token, body) in bodies(tokens, grammar, &mut errors) {
        let mut scope = Scope::within(&library);
        let mut code = Code::with_capacity(body.list.len());
        code.statements(&body, &mut scope, &mut errors);
        routines.define(name, token, length).unwrap();
        length += code.length;
        pieces.push((length - code.length, code));
    }
    let mut instrs = Vec::new();
    for (base, mut code) in pieces {
        code.link(base, Some(&routines), &Halves::default(), &mut errors);
        instrs.extend(code.instrs.into_iter().flatten().filter_map(|found| found.into_instr()));
    }
    let errors = errors.into_sorted();
    if errors.is_empty() {
        return Ok(instrs);
    }
    Err(errors.iter().map(|error| (error.to_string(), error.span.start)).collect())
}

#[test]
fn names_of_routines_and_labels_meet_where_code_is_laid_out() {
    let text = "first { routine second; next: inc shared; jmp next; ret; }
                second { let own = a16[1]; next: dup own, shared; jif next; routine first; ret; }";
    let plain = "routine 0x000A; inc a16[7]; jmp 0x0003; ret;
                 dup a16[1], a16[7]; jif 0x000A; routine 0x0000; ret;";
    assert_eq!(assemble(text), Ok(super::parse(plain).unwrap()));
}

#[test]
fn names_of_one_routine_are_unknown_in_another() {
    let text = "first { let own = a16[1]; near: ret; } second { inc own; jmp near; }";
    let found = assemble(text).unwrap_err();
    let expected = [("`own` is no register and no alias", 52), ("undefined label `near`", 61)];
    assert_eq!(found, expected.map(|(message, at)| (message.into(), at)));
}

#[test]
fn names_further_out_cannot_be_defined_again() {
    let found = assemble("first { let shared = a8[0]; }").unwrap_err();
    assert_eq!(found, [("the alias `shared` is defined twice".into(), 12)]);
}

#[test]
fn a_piece_without_its_end_points_into_it() {
    let found = assemble("first { mov a8[0], a8[1] } second { add.uc a8[0], } third { let x }");
    let expected = [
        ("expected `;` behind this, found the end", 23),
        ("expected an operand, found the end", 50),
        ("expected `=` and a register, found the end", 66),
    ];
    assert_eq!(found, Err(expected.map(|(message, at)| (message.into(), at)).into()));
}
