//! What editors are told of a text, finished or not: each name leads to where it is given, and what somebody
//! is still writing does not hide what stands behind it.

use aluvm_core::asm::{Delimiter, TextSpan, Token, TokenKind, lex, lex_unfinished};
use aluvm_core::contract::{Expectation, ItemKind, NameKind, Word, expectation, outline};
use aluvm_core::isa::{FORMS, OperandForm, RegisterSize, SizeOf};
use aluvm_tests::contract::RandomContract;
use aluvm_tests::{Random, cases};

const ITEMS: &str = "\
const LIMIT: a32 = 5;
enum E in a8[0] { Small = 1, Large = 2 }

/// First.
pub fn first(x: a32[1]) -> (x: a32[1]) {
        again: add.uc x, x;
        require ifz x => Small;
        jif again;
        ret;
}

/// Second.
pub fn second() { put a32[0], LIMIT; routine first; refuse Large; }
";

fn ident<'t>(tokens: &'t [Token<'_, TextSpan>], at: usize) -> Option<&'t str> {
    match &tokens.get(at)?.kind {
        TokenKind::Ident(name) => Some(name),
        _ => None,
    }
}

/// Checks what holds of every text, and gives the routines and errors that are seen in it.
fn seen(text: &str) -> Vec<String> {
    let tokens = lex_unfinished(text);
    let mut open: Vec<Delimiter> = Vec::new();
    for token in &tokens {
        match token.kind {
            TokenKind::Open(delimiter) => open.push(delimiter),
            TokenKind::Close(delimiter) => assert_eq!(open.pop(), Some(delimiter), "{text}"),
            _ => {}
        }
        let TextSpan { start, end, .. } = token.span;
        assert!(text.get(start as usize..end as usize).is_some(), "{text}");
    }
    assert!(open.is_empty(), "{text}");
    assert!(tokens.is_sorted_by_key(|token| token.span.start), "{text}");
    let outline = outline(&tokens, &[]);
    assert!(outline.words.is_sorted_by(|(a, _), (b, _)| a < b), "{text}");
    for (token, word) in &outline.words {
        assert!(ident(&tokens, *token).is_some(), "{text}: {word:?}");
        if let Word::Name { definition, kind } = word {
            assert_eq!(ident(&tokens, *token), ident(&tokens, *definition), "{text}");
            let given = outline.words.iter().find(|(token, _)| token == definition);
            let (_, given) = given.unwrap_or_else(|| panic!("{text}: {word:?}"));
            assert!(matches!(given, Word::Name { kind: other, .. } if other == kind), "{text}");
        }
    }
    let mut names = Vec::new();
    for item in &outline.inside.items {
        match &item.kind {
            ItemKind::Routine(_) => names.extend(item.name.map(|name| name.text.into())),
            ItemKind::Errors(errors) => {
                names.extend(errors.variants.iter().map(|variant| variant.name.text.into()));
            }
            _ => {}
        }
    }
    names
}

#[test]
fn right_texts_have_the_tokens_that_they_have() {
    let mut random = Random::new(0x0071);
    for _ in 0..cases(300) {
        let RandomContract { text, .. } = RandomContract::new(&mut random, &[]);
        assert_eq!(lex_unfinished(&text), lex(&text).expect("it has tokens"));
        seen(&text);
    }
}

#[test]
fn what_is_left_out_hides_little() {
    let all = ["Small", "Large", "first", "second"];
    assert_eq!(seen(ITEMS), all);
    // Each bracket, quote and semicolon that can be missing.
    for (at, character) in ITEMS.char_indices() {
        if !"()[]{};,\"".contains(character) {
            continue;
        }
        let text = [&ITEMS[..at], " ", &ITEMS[at + 1..]].concat();
        let names = seen(&text);
        // Without the brace that they stand behind the errors are none.
        let all = if ITEMS[..at].ends_with("in a8[0] ") { &all[2..] } else { &all[..] };
        let missing = all.iter().filter(|name| !names.iter().any(|seen| seen == *name)).count();
        assert!(missing == 0, "without {character} at {at}: {names:?}\n{text}");
    }
    // Each that is too much, between words.
    let border = ITEMS.find("/// Second").expect("it is there");
    for (at, _) in ITEMS.match_indices(['\n', ' ']) {
        for piece in ["(", ")", "[", "]", "{", "}", ";", "\"", "'", "pub ", "add.", "require "] {
            let text = [&ITEMS[..at], piece, &ITEMS[at..]].concat();
            let names = seen(&text);
            // What it stands in may be lost, what stands before or behind that may not.
            let kept = if at + 1 < border { "second" } else { "first" };
            assert!(names.iter().any(|name| name == kept), "{names:?}\n{text}");
        }
    }
}

#[test]
fn every_text_has_an_outline() {
    let mut random = Random::new(0x0F11);
    let pieces = [
        "pub",
        "fn",
        "f",
        "g",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "a64[0]",
        "add",
        ".",
        "uc",
        ",",
        ";",
        ":",
        "let",
        "=",
        "const",
        "enum",
        "in",
        "require",
        "not",
        "refuse",
        "=>",
        "->",
        "E",
        "use",
        "\"m\"",
        "as",
        "m",
        "::",
        "call",
        "jmp",
        "@",
        "#",
        "!",
        "\n",
        "\"",
        "'",
        "/*",
        "*/",
        "//",
        "///",
        "-",
        "5",
        "-x",
        "x[0]",
        "r#fn",
        "st0",
        "?",
        "a16",
        "\u{FEFF}",
        "ä",
        "routine",
        "#[doc = \"",
        "'a",
    ];
    for _ in 0..cases(2_000) {
        let mut text = String::new();
        for _ in 0..random.below(40) {
            let piece = *random.pick(&pieces);
            text.push_str(piece);
            if random.chance(60) {
                text.push(' ');
            }
        }
        seen(&text);
        let tokens = lex_unfinished(&text);
        for at in 0..=tokens.len() {
            expectation(&tokens, at, &[]);
        }
    }
}

/// What is expected at the first `here` of a routine with these statements.
fn expected(statements: &str) -> Expectation {
    let text = format!("fn f(x: a32[1], y: a64[1]) {{ {statements} }} pub fn g() {{ ret; }}");
    let tokens = lex_unfinished(&text);
    let here = TokenKind::Ident("here".into());
    let at = tokens.iter().position(|token| token.kind == here).expect("a place");
    expectation(&tokens, at, &[])
}

#[test]
fn operands_are_expected_as_the_table_has_them() {
    for form in FORMS {
        for syntax in form.syntaxes {
            let sizes: Vec<RegisterSize> = match syntax.operands.first() {
                Some(OperandForm::Register { size: SizeOf::Fixed(size), .. }) => vec![*size],
                Some(OperandForm::Register { size: SizeOf::Field(_), .. }) => vec![],
                _ => continue,
            };
            let Expectation::Operand { mnemonic, accepted, .. } =
                expected(&format!("{} here", syntax.mnemonic))
            else {
                panic!("{}", syntax.mnemonic);
            };
            assert_eq!(mnemonic, syntax.mnemonic);
            let found: Vec<RegisterSize> = accepted.sizes().iter().collect();
            assert!(!found.is_empty() && sizes.iter().all(|size| found.contains(size)));
            // The operand behind it, if there is one, is of a size that goes with it.
            for size in found {
                let text = format!("{} {size}[0], here", syntax.mnemonic);
                if let Expectation::Operand { accepted, .. } = expected(&text) {
                    for second in accepted.sizes().iter() {
                        assert!(fits(syntax.mnemonic, size, second), "{text}: {second}");
                    }
                }
            }
        }
    }
}

/// Whether a row of the table has these registers as its first.
fn fits(mnemonic: &str, first: RegisterSize, second: RegisterSize) -> bool {
    use aluvm_core::isa::{FieldKind, Form};
    let has = |form: &Form, operand: Option<&OperandForm>, size| match operand {
        Some(OperandForm::Register { size: SizeOf::Fixed(fixed), .. }) => *fixed == size,
        Some(OperandForm::Register { size: SizeOf::Field(field), .. }) => {
            matches!(form.fields[*field].kind, FieldKind::Size(sizes) if sizes.contains(&size))
        }
        _ => false,
    };
    FORMS.iter().any(|form| {
        form.syntaxes.iter().filter(|syntax| syntax.mnemonic == mnemonic).any(|syntax| {
            let shared = match (syntax.operands.first(), syntax.operands.get(1)) {
                (
                    Some(OperandForm::Register { size: SizeOf::Field(a), .. }),
                    Some(OperandForm::Register { size: SizeOf::Field(b), .. }),
                ) => a == b,
                _ => false,
            };
            has(form, syntax.operands.first(), first)
                && has(form, syntax.operands.get(1), second)
                && (!shared || first == second)
        })
    })
}

#[test]
fn places_are_told_apart() {
    let statement = Expectation::Statement { routine: 0 };
    for text in [
        "here",
        "here;",
        "ret; here",
        "ret; here ret;",
        "l: here ret;",
        "let a = x; here",
        "here: ret;",
    ] {
        assert_eq!(expected(text), statement, "{text}");
    }
    for text in ["require here", "require here;", "require not here => E;", "require here x => E;"]
    {
        assert_eq!(expected(text), Expectation::Condition { routine: 0 }, "{text}");
    }
    for text in
        ["refuse here", "refuse here;", "require st0 => here;", "require ifz x => here ret;"]
    {
        assert_eq!(expected(text), Expectation::Error, "{text}");
    }
    assert_eq!(expected("let a = here;"), Expectation::Register { item: 0 });
    for (text, flags) in [("gt.here x, x;", &["u", "s", "e", "r"][..]), ("add.here", &["uc", "sc"])]
    {
        let Expectation::Flags(found) = expected(text) else { panic!("{text}") };
        let found: Vec<&str> = found.iter().map(|flag| flag.text).collect();
        assert!(found.iter().take(2).zip(flags).all(|(a, b)| a == b), "{found:?}");
    }
    for (text, kind) in [("jmp here;", true), ("call here;", false)] {
        let Expectation::Operand { accepted, .. } = expected(text) else { panic!("{text}") };
        assert_eq!((accepted.has_target(), accepted.has_site()), (kind, !kind), "{text}");
    }
    // Through the alias of an operand before it.
    for (text, size) in [("add.uc x, here", "a32"), ("let z = y; add.uc z, here;", "a64")] {
        let Expectation::Operand { accepted, .. } = expected(text) else { panic!("{text}") };
        let sizes: Vec<&str> = accepted.sizes().iter().map(|size| size.name()).collect();
        assert_eq!(sizes, [size], "{text}");
    }
    let words = |text: &str| outline(&lex_unfinished(text), &[]).words;
    let kinds = words(ITEMS).into_iter().filter_map(|(_, word)| match word {
        Word::Name { kind, .. } => Some(kind),
        _ => None,
    });
    let kinds: Vec<NameKind> = kinds.collect();
    let count = |kind| kinds.iter().filter(|other| **other == kind).count();
    assert_eq!(count(NameKind::Label), 2);
    assert_eq!(count(NameKind::Parameter), 5);
    assert_eq!(count(NameKind::Error), 4);
    assert_eq!(count(NameKind::Constant), 2);
    assert_eq!(count(NameKind::Routine), 3);
}

const STRUCTURED: &str = "\
const LIMIT: u32 = 5;
enum E in a8[0] { Small = 1 }

fn twice(x: u64) -> (y: u64) { y = x + x; }

pub fn first(x: u32, t: bytes in s16[0]) -> (z: u64 in a64[5]) {
        let wide: u64 = x as u64;
    again:
        if x > LIMIT && wide != 3 {
                let inner: u64 = twice(wide) else Small;
                z = inner;
        } else {
                let inner: u16 = len(t);
                z = inner as u64;
                eq.n inner, inner;
                test;
                jmp again;
        }
        require z < wide => Small;
}
";

/// The word at the first letter of what stands at a number of occurrences of a text.
fn word(
    words: &[(usize, Word)],
    tokens: &[Token<'_, TextSpan>],
    text: &str,
    number: usize,
) -> Word {
    let (at, _) = STRUCTURED.match_indices(text).nth(number).expect("as many");
    let token = tokens.iter().position(|token| token.span.start as usize == at).expect("a token");
    let found = words.iter().find(|(other, _)| *other == token);
    found.unwrap_or_else(|| panic!("{text} has no word")).1
}

#[test]
fn words_of_statements_are_known() {
    seen(STRUCTURED);
    let tokens = lex_unfinished(STRUCTURED);
    let outline = outline(&tokens, &[]);
    let at = |text, number| word(&outline.words, &tokens, text, number);
    for (text, number, expected) in [
        ("let", 0, Word::Keyword),
        ("u64 = x", 0, Word::Size),
        ("as u64", 0, Word::Keyword),
        ("in s16", 0, Word::Keyword),
        ("bytes", 0, Word::Size),
        ("if x", 0, Word::Keyword),
        ("else {", 0, Word::Keyword),
        ("else Small", 0, Word::Keyword),
        ("len(t)", 0, Word::Mnemonic),
        ("eq.n", 0, Word::Mnemonic),
        ("n inner", 0, Word::Flags),
        ("test", 0, Word::Mnemonic),
    ] {
        assert_eq!(at(text, number), expected, "{text}");
    }
    let defined = |text, number| match at(text, number) {
        Word::Name { definition, .. } => tokens[definition].span.start as usize,
        other => panic!("{text} {other:?}"),
    };
    let place = |text: &str, number| STRUCTURED.match_indices(text).nth(number).expect("there").0;
    // A name of a block ends with it.
    assert_eq!(defined("inner;", 0), place("inner: u64", 0));
    assert_eq!(defined("inner as", 0), place("inner: u16", 0));
    assert_eq!(defined("inner, inner", 0), place("inner: u16", 0));
    assert_eq!(defined("wide)", 0), place("wide: u64", 0));
    assert_eq!(defined("wide =>", 0), place("wide: u64", 0));
    assert_eq!(defined("again;", 0), place("again:", 0));
    assert_eq!(defined("twice(wide)", 0), place("twice(x", 0));
    assert_eq!(defined("LIMIT &&", 0), place("LIMIT:", 0));
    assert_eq!(defined("Small;", 1), place("Small =", 0));
    let register = |text| {
        let start = place(text, 0);
        let mut known = outline.registers.iter();
        let known = known.find(|(token, _)| tokens[*token].span.start as usize == start);
        known.map(|(_, register)| register.to_string())
    };
    assert_eq!(register("wide: u64").as_deref(), Some("a64[2]"));
    assert_eq!(register("z: u64").as_deref(), Some("a64[5]"));
}

/// What is expected in a statement of a routine that has others of the language.
fn expected_beside(statement: &str) -> Expectation {
    expected(&format!("let q: u64 = y; {statement}"))
}

#[test]
fn places_in_statements_are_told_apart() {
    let value = Expectation::Expression { routine: 0 };
    for text in ["y = here;", "y = q + here;", "if here { }", "require here < q;", "y = g(here);"] {
        assert_eq!(expected_beside(text), value, "{text}");
    }
    for text in ["let z: here = q;", "let z: u32 = q as here;"] {
        assert_eq!(expected_beside(text), Expectation::Type, "{text}");
    }
    for text in ["require q < y => here;", "y = q else here;"] {
        assert_eq!(expected_beside(text), Expectation::Error, "{text}");
    }
    assert_eq!(expected_beside("let z: u32 in here[0] = 1;"), Expectation::Register { item: 0 });
    let statement = Expectation::Statement { routine: 0 };
    for text in ["here", "if q < y { here }", "if q < y { y = q; } here"] {
        assert_eq!(expected_beside(text), statement, "{text}");
    }
}
