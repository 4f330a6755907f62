//! What is refused, with the tokens that the error must point at and what it must say.

use crate::{check, read};

/// Checks an error in a routine with the inputs `a`, `b` of type `u64`, `s` of `i64`, `n` of `u16`, `f` of `f64`, `t` of
/// `bytes` and the output `x` of type `u64`.
#[track_caller]
fn body(marked: &str, parts: &[&str]) {
    check(
        &format!(
            "#![allow(unused_input, unused_error, unused_const, unreachable)]
             const LIMIT: a64 = 5;
             pub enum E in a8[0] {{ TooBig = 1 }}
             fn twice(i: u64) -> (o: u64) {{ o = i + i; }}
             fn both(i: u64) -> (o: u64, p: u64) {{ o = i; p = i; }}
             fn small(i: u64) {{ return i < 10; }}
             fn perhaps(i: u64?) {{ ret; }}
             pub fn one(a: u64, b: u64, s: i64, n: u16, f: f64, t: bytes) -> (x: u64) {{ {marked} x = a; }}"
        ),
        parts,
    );
}

#[test]
fn types() {
    body("let y: «u46» = 1;", &["there is no type `u46`", "did you mean `u16`?"]);
    body("let y: «a64» = 1;", &["there is no type `a64`", "`a64[0]`", "is `u64`"]);
    body("let y: u64 in «a32»[0] = 1;", &["`a32[0]` holds no `u64`", "`a64`"]);
    body("x = «n»;", &["expected a value of type `u64`, found `u16`", "`as u64` casts"]);
    body("x = a + «n»;", &["found `u16`"]);
    body("x = a + «s»;", &["found `i64`"]);
    body("require a < «n»;", &["found `u16`"]);
    body("x = «-1»;", &["`u64` does not have the number -1"]);
    body("let y: i8 = «128»;", &["`i8` does not have the number 128"]);
    body("let y: u8 = «256»;", &["`256` is out of the range of `a8`"]);
    body("require «1» < 2;", &["nothing here says of which type this is"]);
    body("x = «1» as u64;", &["nothing here says of which type this is"]);
    body("x = «a && b»;", &["expected a value, found a condition"]);
}

#[test]
fn operators() {
    body("let y: f64 = f «%» f;", &["`f64` has no operator `%`"]);
    body("let y: i64 = s «%» s;", &["`i64` has no operator `%`"]);
    body("x = «-»a;", &["`u64` has no operator `-`"]);
    body("let y: bytes = t «+» t;", &["`bytes` has no operator `+`"]);
    body("require t «<»= t;", &["`bytes` has no operator `<=`"]);
    body("let y: f64 = f «&» f;", &["`f64` has no operator `&`"]);
    body("require a < b «<» x;", &["`<` cannot follow `<`", "`&&` joins"]);
    body("x = a << «b»;", &["expected a value of type `u16`, found `u64`"]);
    body("x = a.«wraping_add»(b);", &["no method `wraping_add`", "`wrapping_add`"]);
    body("let y: f64 = f.«wrapping_add»(f);", &["`f64` has no method `wrapping_add`"]);
    body("x = a.«abs»();", &["`u64` has no method `abs`"]);
    body("x = a.«wrapping_add»();", &["`wrapping_add` takes 1 argument, found 0"]);
    body("let y: f64 = a «as» f64;", &["`u64` cannot be cast to `f64`", "`as i128 as f64`"]);
    body("let y: bytes = a «as» bytes;", &["`u64` cannot be cast to `bytes`"]);
    body("let y: u128 = a.«truncate»();", &["`u128` cannot be what `truncate` leaves of a `u64`"]);
}

#[test]
fn names() {
    body("x = «c»;", &["there is no variable or constant `c` here"]);
    body("let total: u64 = a; x = «totl»;", &["did you mean `total`?"]);
    body("if a == 0 { let y: u64 = 1; x = y; } x = «y»;", &["no variable or constant `y`"]);
    body("let «a»: u64 = 1;", &["`a`"]);
    body("let «LIMIT»: u64 = 1;", &["`LIMIT`"]);
    body("let «add»: u64 = 1;", &["it is a mnemonic"]);
    body("let «u8»: u64 = 1;", &["it is a type"]);
    body("let «routine»: u64 = 1;", &["`routine`"]);
    body("«LIMIT» = 1;", &["nothing can be assigned to this"]);
    body("x = «twce»(a);", &["no routine or instruction `twce`", "did you mean `twice`?"]);
    body("require a < b => «TooBg»;", &["`TooBg`", "did you mean `TooBig`?"]);
    body("«a8[0]» = 1;", &["`a8[0]` is for the numbers of errors"]);
}

#[test]
fn conditions_and_values() {
    body("require «a»;", &[]);
    body("require «a + b» => TooBig;", &["expected a condition, found a value"]);
    body("x = «a < b»;", &["expected a value, found a condition"]);
    body("if «a» { x = 1; }", &["expected a condition, found a value", "`a != 0`"]);
    body("if «twice»(a) { x = 1; }", &["`twice` has outputs"]);
}

#[test]
fn calls() {
    body("«twice»(a);", &["the result of `twice` is not used"]);
    body("x = «twice»();", &["`twice` takes 1 argument, found 0"]);
    body("x = «both»(a);", &["`both` has 2 outputs, but 1 value should come from it"]);
    body("let (y: u64) = «both»(a); x = y;", &["`both` has 2 outputs, but 1 value"]);
    body("x = «small»(a);", &["`small` has no outputs"]);
    body("«perhaps»(a);", &["`i` of `perhaps` may be undefined"]);
    body("x = «jmp»(a);", &["`jmp` cannot stand here"]);
    body("require «add».uc(a, b);", &["`add` cannot stand here"]);
    body("«add»(a, 1);", &["`add` cannot stand here, it has a result"]);
    body("x = «len»(a);", &["`len` does not take these arguments"]);
    body("x = «len»(t, t);", &["`len` takes 1 argument, found 2"]);
    body("let (y: «u32», _) = both(a); x = a;", &["expected a value of type `u32`, found `u64`"]);
}

#[test]
fn control() {
    body("«break»;", &["`break` stands in no loop"]);
    body("«continue»;", &["`continue` stands in no loop"]);
    body("return «a < b»;", &["a routine with outputs has no verdict"]);
    body("eq.n a, b; «x» = 1;", &["`st0` can be false before this statement", "`test;`"]);
    body("if a == 0 { eq.n a, b; } «x» = 1;", &["`st0` can be false"]);
}

#[test]
fn places() {
    let lets: String = (0..28).map(|number| format!("let y{number}: u64 = a;")).collect();
    body(
        &format!("{lets} let «z»: u64 = a;"),
        &["no register `a64` is left", "a64[0]: `a`", "a64[31]: `y27`"],
    );
    body("let y: u8 in «a8»[0] = 1;", &["`a8[0]` is for the numbers of errors"]);
    check(
        "pub fn one(«n»: u64) { if n != 0 { one(n - 1); } }",
        &["`n` needs a register by name", "the routine calls itself", "`u64 in a64[0]`"],
    );
    check(
        "pub fn one(n: u64 in a64[20]) -> (m: u64 in a64[21]) { m = «!»n; }",
        &["`not` cannot name `a64[21]`, only the first 16"],
    );
    check(
        "fn two(_p: u64 in a64[1]) { ret; }
         pub fn one(n: u64 in a64[1], m: u64) { «two»(m); two(n); }",
        &["this call overwrites `n` in `a64[1]`"],
    );
}

#[test]
fn values_that_may_not_be_there() {
    check(
        "pub fn one(a: u64) -> (x: u64) { let y: u64 = a; if a == 0 { x = 1; } y = «x» + y; x = y; }",
        &["`x` is read here and may have no value yet"],
    );
}

#[test]
fn what_may_not_be_there_is_shown_where_it_is_read() {
    for text in [
        "if a == 0 { x = 1; } x = a + «x»;",
        "if a == 0 { x = 1; } x = «x» + x;",
        "if a == 0 { x = 1; } «x» += a;",
        "if a == 0 { x = 1; } if a == «x» { x = a; }",
        "if a == 0 { x = 1; } require a == b && b < «x»;",
    ] {
        body(text, &["`x` is read here and may have no value yet"]);
    }
    check(
        "pub fn one(a: u64, t: bytes) -> (x: bytes) {
             if a == 0 { x = t; } require «x» == t; x = t;
         }",
        &["`x` is read here and may have no value yet"],
    );
}

#[test]
fn what_other_languages_have_is_one_error() {
    for (text, parts) in [
        ("require a «=» b;", &["`=` assigns", "`==` compares"][..]),
        ("require a «=» b => TooBig;", &["`==` compares"]),
        ("if a «=» b { x = 1; }", &["`==` compares"]),
        ("while a «=» b { x = 1; }", &["`==` compares"]),
        ("let «mut» y: u64 = a; x = y;", &["found `mut`", "leave `mut` out"]),
        ("let y «=» a - b; x = y;", &["`:` and a type"]),
        ("let y: u64 = «;» x = y + y;", &["expected a value"]),
        ("let (y: u64, z: u64) «both»(a); x = y + z;", &["`=` and a call"]),
        ("let y «=» a as u128;", &["`:` and a type"]),
        ("let y «=» twice(a);", &["`:` and a type"]),
        ("x = «if» a > b { 1 } else { 2 };", &["expected a value, found `if`", "in its blocks"]),
        ("x = «match» a { 1 => 2 };", &["expected a value, found `match`", "else if"]),
        ("let y: u64 = a «x» = y;", &["an operator or `;`"]),
        ("x = b «require» a == b;", &["an operator or `;`"]),
        ("x = b «eq».n a, b; test;", &["an operator or `;`"]),
        ("x = a; x +«+»;", &["`=` and a value"]),
    ] {
        body(text, parts);
    }
    check("pub fn one(a: u64) -> «u64» { x = a; y = x; }", &["expected `(` and the outputs"]);
}

#[test]
fn a_library_that_is_not_there_is_one_error() {
    check(
        "use «\"nothing.aluasm\"» as other;
         pub fn one(a: u64) -> (x: u64) { let y: u64 = other::twice(a); x = y; }",
        &["there is no file `nothing.aluasm`"],
    );
}

/// The findings of a contract, by their names and where each is.
fn findings(text: &str) -> Vec<(&'static str, usize)> {
    let Err(errors) = read(text) else { return Vec::new() };
    let found = errors
        .iter()
        .map(|error| (error.kind.finding().expect("a finding"), error.span.start as usize));
    found.collect()
}

#[test]
fn every_statement_that_an_instruction_leaves_open_is_found() {
    let text = |attributes: [&str; 3]| {
        let [library, routine, statement] = attributes;
        format!(
            "{library} {routine} pub fn one(a: u64, b: u64) -> (x: u64) {{
                 eq.n a, b; {statement} x = a; x = b;
                 lt.u a, b; if a == b {{ x = b; }}
                 gt.u a, b; test; x = a;
             }}
             pub fn two(a: u64, b: u64) -> (x: u64) {{ eq.n a, b; x = a; }}"
        )
    };
    let none = text(["", "", ""]);
    let at = |found: &str| none.find(found).expect("it is there");
    let first = ("open_status", at("x = a; x = b"));
    let second = ("open_status", at("if a == b"));
    let other = ("open_status", none.rfind("x = a").expect("it is there"));
    assert_eq!(findings(&none), [first, second, other]);
    let allowed = "#[allow(open_status)]";
    let names = |text: String| findings(&text).len();
    assert_eq!(names(text(["", "", allowed])), 2);
    assert_eq!(names(text(["", allowed, ""])), 1);
    assert_eq!(names(text(["#![allow(open_status)]", "", ""])), 0);
}

#[test]
fn a_variable_that_nothing_reads_is_found() {
    for (statements, count) in [
        ("let y: u64 = a;", 1),
        ("let _y: u64 = a;", 0),
        ("let y: u64 = a; x = y;", 0),
        ("let y: u64 = a; y = b;", 1),
        ("let y: u64 = a; y += b; y -= 1; y -= a;", 1),
        ("let y: u64 = a; y += b; x = y;", 0),
        ("let y: u64 = a; y += y;", 0),
        ("let y: u64 = a; require y == 0;", 0),
        ("let y: u64 = a; let z: u64 = twice(y);", 1),
        ("let (y: u64, _) = both(a);", 1),
        ("let y: u64 = a; dup y, a64[9];", 0),
        ("if a == 0 { let y: u64 = a; } else { let y: u64 = b; x = y; }", 1),
        ("#[allow(unused_variable)] let y: u64 = a;", 0),
        (
            "#[allow(unused_variable)] if a == 0 { let y: u64 = a; let z: u64 = a; } let y: u64 = a;",
            1,
        ),
        ("#[allow(unused_variable)] while a == 0 { if a == b { let y: u64 = a; } }", 0),
    ] {
        let text = format!(
            "fn twice(i: u64) -> (o: u64) {{ o = i + i; }}
             fn both(i: u64) -> (o: u64, p: u64) {{ o = i; p = i; }}
             pub fn one(a: u64, b: u64) -> (x: u64) {{ {statements} x = a + b + x_of(a); }}
             fn x_of(a: u64) -> (x: u64) {{ let (y: u64, _) = both(a); x = twice(y); }}"
        );
        let found = findings(&text);
        let expected = vec!["unused_variable"; count];
        assert!(found.iter().map(|(name, _)| *name).eq(expected), "{statements}: {found:?}");
    }
}

#[test]
fn aliases_that_nothing_names() {
    for (items, statements, count) in [
        ("", "let y = a64[5]; y = a; x = y;", 0),
        ("", "let y = a64[5]; y = a;", 0),
        ("", "let y = a64[5]; if a == 0 { x = y; }", 0),
        ("", "let y = a64[5];", 1),
        ("let y = a64[5];", "y = a;", 0),
        ("let y = a64[5];", "", 1),
        ("fn before(a: u64) -> (x: u64) { x = a; } let y = a64[5];", "x = before(a);", 1),
    ] {
        let text = format!(
            "{items} pub fn one(a: u64, b: a64[5]) -> (x: u64) {{ x = a + b; {statements} }}"
        );
        let found = findings(&text);
        let expected = vec!["unused_alias"; count];
        assert!(
            found.iter().map(|(name, _)| *name).eq(expected),
            "{items} {statements}: {found:?}"
        );
    }
}

#[test]
fn what_is_too_deep() {
    let long = format!("x = a{};", " + a".repeat(200));
    check(
        &format!("pub fn one(a: u64) -> (x: u64) {{ {} x = a; }}", mark(&long, "+", 128)),
        &["at most 128 operators"],
    );
    let deep = format!("{}{}", "loop { ".repeat(150), "}".repeat(150));
    check(
        &format!("pub fn one(a: u64) {{ {} return a == 0; }}", mark(&deep, "{", 100)),
        &["at most 100 others"],
    );
}

/// Marks the occurrence of a word with this number, from zero.
fn mark(text: &str, word: &str, number: usize) -> String {
    let (at, _) = text.match_indices(word).nth(number).expect("as many");
    format!("{}«{word}»{}", &text[..at], &text[at + word.len()..])
}
