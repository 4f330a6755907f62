//! `#[cfg(…)]` on statements: what is disabled might as well not stand there.

use std::collections::BTreeSet;

use aluvm_core::asm::{Block, Resolved, TextSpan, Token, assemble_with, conditions, lex, parse};
use aluvm_core::isa::Instr;
use aluvm_tests::cases;
use proptest::collection::vec;
use proptest::prelude::*;

fn tokens(source: &str) -> Vec<Token<'_, TextSpan>> {
    lex(source).expect("tokens")
}

/// The instructions and the messages of a block in which the conditions have these answers.
fn assemble(source: &str, holds: &[bool]) -> (Vec<Option<Instr>>, Vec<String>) {
    let tokens = tokens(source);
    let conditions = conditions(&tokens);
    assert_eq!(conditions.len(), holds.len(), "{source}");
    let disabled: BTreeSet<usize> = (conditions.iter().zip(holds))
        .filter(|(_, holds)| !**holds)
        .map(|(condition, _)| condition[0].start)
        .collect();
    let Block { instrs, errors } = assemble_with(&tokens, &[], &disabled);
    let instrs = instrs.into_iter().map(|found| found.and_then(Resolved::into_instr)).collect();
    (instrs, errors.iter().map(ToString::to_string).collect())
}

fn errors(source: &str, holds: &[bool]) -> Vec<String> {
    assemble(source, holds).1
}

const STATEMENTS: [&str; 10] = [
    "inc x;",
    "dec a16[1];",
    "jmp next;",
    "jif over;",
    "next:",
    "/* a comment */ over:",
    "let x = a16[0];",
    "let x = a32[5];",
    ".byte 0x47, 1;",
    "unknown a8[0], nowhere;",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(20_000) / 10))]

    #[test]
    fn what_is_disabled_might_as_well_not_stand_there(
        statements in vec((0..STATEMENTS.len(), 0usize..3, any::<bool>()), 0..12)
    ) {
        let prefixes = ["", "#[cfg(one)] ", "#[cfg(a)] #[cfg_attr(b, cfg(c))] "];
        let (mut with, mut without, mut holds) = (String::new(), String::new(), Vec::new());
        for (statement, conditions, is_enabled) in statements {
            with += prefixes[conditions];
            with += STATEMENTS[statement];
            if conditions > 0 {
                holds.push(is_enabled);
            }
            if conditions == 0 || is_enabled {
                without += STATEMENTS[statement];
            }
        }
        prop_assert_eq!(assemble(&with, &holds), assemble(&without, &[]));
    }
}

#[test]
fn conditions_are_those_before_statements() {
    let source =
        "#![cfg(no)] #[cfg(a)] #[other] #[cfg_attr(b, c)] x: inc { #[cfg(no)] 5 }; #[cfg(d)]";
    let tokens = tokens(source);
    let text = |range: &std::ops::Range<usize>| {
        let (first, last) = (tokens[range.start].span, tokens[range.end - 1].span);
        &source[first.start as usize..last.end as usize]
    };
    let found: Vec<Vec<&str>> =
        conditions(&tokens).iter().map(|all| all.iter().map(text).collect()).collect();
    assert_eq!(found, [["#[cfg(a)]", "#[cfg_attr(b, c)]"]]);
}

#[test]
fn a_disabled_statement_is_still_read() {
    let expected = ["expected `,` or `;`, found `a8`"];
    assert_eq!(errors("#[cfg(a)] add.uc a8[0] a8[1]; ret;", &[false]), expected);
    // The next statement stands, whose `;` shows where the disabled one ends.
    let expected = ["expected `;` behind this, found `#`"];
    assert_eq!(errors("#[cfg(a)] ret #[cfg(a)] ret;", &[false, true]), expected);
    assert_eq!(assemble("#[cfg(a)] ret #[cfg(a)] ret;", &[false, true]).0.len(), 1);
}

#[test]
fn a_condition_needs_a_statement() {
    assert_eq!(errors("ret; #[cfg(a)]", &[]), ["there is no statement behind this"]);
    let expected = ["an attribute has no meaning here"];
    assert_eq!(errors("#[allow(b)] #[cfg(a)] ret;", &[true]), expected);
}

#[test]
fn a_name_that_is_disabled_is_unknown() {
    let source = "#[cfg(a)] next: jmp next; #[cfg(b)] let x = a16[0]; inc x;";
    assert_eq!(errors(source, &[true, true]), [""; 0]);
    let expected = ["undefined label `next`", "`x` is no register and no alias"];
    assert_eq!(errors(source, &[false, false]), expected);
}

#[test]
fn text_has_no_conditions() {
    let errors =
        parse("ret; #[cfg(a)] next: #[cfg(b)] #[cfg(c)] jmp next;").expect_err("conditions");
    let found: Vec<_> = errors.iter().map(|error| (error.to_string(), error.span.start)).collect();
    let message = "only `aluasm!` knows whether `#[cfg(…)]` holds";
    assert_eq!(found, [(message.into(), 5), (message.into(), 21)]);
}
