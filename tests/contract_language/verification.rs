//! What is verified: each row of the table is an error at the token that shows it, and is permitted on the
//! statement, the routine and the library.

use std::collections::BTreeMap;

use crate::{check, read, reports};

/// Checks a finding, and that each place that can permit it does. `STATEMENT` stands where an attribute on
/// the statement goes, if it can be permitted there.
#[track_caller]
fn finding(name: &str, marked: &str, parts: &[&str]) {
    let allow = format!("#[allow({name})]");
    let mut parts = parts.to_vec();
    let hint = format!("`{allow}` permits it");
    parts.push(&hint);
    check(&marked.replace("STATEMENT", "").replace("ROUTINE", ""), &parts);
    let source = marked.replace(['«', '»'], "");
    let with = |place: &str| {
        let text =
            source.replacen(place, &allow, 1).replace("STATEMENT", "").replace("ROUTINE", "");
        read(&text).err().map(|errors| errors.to_string())
    };
    if source.contains("STATEMENT") {
        assert_eq!(with("STATEMENT"), None, "on the statement");
    }
    assert!(source.contains("ROUTINE"), "a place for the attribute of the routine");
    assert_eq!(with("ROUTINE"), None, "on the routine");
    let plain = source.replace("STATEMENT", "").replace("ROUTINE", "");
    let text = format!("#![allow({name})] {plain}");
    assert!(read(&text).is_ok(), "on the library: {:?}", read(&text).err().map(|e| e.to_string()));
}

#[test]
fn end_of_code() {
    finding(
        "end_of_code",
        "ROUTINE pub fn one() { STATEMENT «nop»; } pub fn two() { ret; }",
        &["runs into the next routine", "end each way with `ret`"],
    );
    finding("end_of_code", "ROUTINE pub fn one() { STATEMENT «nop»; }", &["past the end"]);
    assert!(read("pub fn one(a: a8[0]) { eq.e a, a; jif two; } pub fn two() { ret; }").is_ok());
}

#[test]
fn unreachable() {
    finding(
        "unreachable",
        "ROUTINE pub fn one() { ret; STATEMENT «nop»; ret; }",
        &["nothing reaches this instruction"],
    );
    finding(
        "unreachable",
        "pub fn one() { ret; } ROUTINE fn «two»() { ret; }",
        &["nothing calls this routine"],
    );
    assert!(read("pub fn one() { jmp two; } fn two() { ret; }").is_ok());
}

#[test]
fn undefined_read() {
    finding(
        "undefined_read",
        "ROUTINE pub fn one(sum: a8[0]) -> (sum: a8[0]?) { STATEMENT add.uc «a8[1]», sum; ret; }",
        &["a8[1] is undefined on every way", "make it an input"],
    );
    finding(
        "undefined_read",
        "ROUTINE pub fn one(x: a8[0]) { let gone = a8[2]; clr gone; STATEMENT eq.n x, «gone»; ret; }",
        &["`gone` is a8[2]"],
    );
    // These do not compute with what they read.
    for statement in [
        "mov a8[1], a8[2]",
        "dup a8[1], a8[2]",
        "swp a8[1], a8[2]",
        "spy a8[1], r128[0]",
        "ifn a8[1]",
        "eq.e a8[1], a8[2]",
        "eq s16[1], s16[2]",
        "putif a8[1], 1",
        "st.s a8[1]",
    ] {
        let text = format!("pub fn one() {{ {statement}; ret; }}");
        assert_eq!(read(&text).err().map(|errors| errors.to_string()), None, "{statement}");
    }
}

#[test]
fn maybe_undefined() {
    finding(
        "maybe_undefined",
        "ROUTINE pub fn one(x: a8[0]) -> (y: a8[1]) { ifz x; jif set; inv st0; STATEMENT «ret»; set: put a8[1], 1; ret; }",
        &["output a8[1] can be undefined here", "`y` is a8[1]"],
    );
    finding(
        "maybe_undefined",
        "ROUTINE pub fn one(x: a8[0]?) { STATEMENT routine «two»; ret; } fn two(x: a8[0]) { ifz x; ret; }",
        &["a8[0], an input of the called routine, can be undefined here"],
    );
    assert!(
        read("pub fn one(x: a8[0]) -> (y: a8[1]?) { ifz x; jif set; inv st0; ret; set: put a8[1], 1; ret; }")
            .is_ok()
    );
}

#[test]
fn unset_output() {
    finding(
        "unset_output",
        "ROUTINE pub fn one() -> («y»: a8[1]) { ret; }",
        &["no way through the routine sets output a8[1]"],
    );
    assert!(read("pub fn one(x: a8[1]) -> (y: a8[1]) { ret; }").is_ok());
}

#[test]
fn unused_input() {
    finding(
        "unused_input",
        "ROUTINE pub fn one(«x»: a8[1]) { ret; }",
        &["input a8[1] is never read", "`_`"],
    );
    assert!(read("pub fn one(_x: a8[1]) { ret; }").is_ok());
}

#[test]
fn false_status() {
    finding(
        "false_status",
        "ROUTINE pub fn one(x: a8[0]) -> (x: a8[0]) { ifz x; jif good; STATEMENT «ret»; good: ret; }",
        &["returns its outputs here with st0 false", "`refuse`"],
    );
}

#[test]
fn negated_undefined() {
    finding(
        "negated_undefined",
        "ROUTINE pub fn one(x: a8[0]?, y: a8[1]) { STATEMENT gt.u «x», y; inv st0; ret; }",
        &["a8[0] can be undefined"],
    );
    finding(
        "negated_undefined",
        "ROUTINE pub fn one(x: a8[0]?, y: a8[1]) { STATEMENT require not gt.u «x», y; ret; }",
        &["a8[0] can be undefined"],
    );
}

#[test]
fn clobbered() {
    finding(
        "clobbered",
        "ROUTINE pub fn one(x: a8[0]) -> (y: a8[1]?) { STATEMENT routine «two»; dup x, a8[1]; ret; } \
         fn two() { put a8[0], 1; ret; }",
        &["this call overwrites a8[0]"],
    );
}

#[test]
fn endless_loop() {
    finding(
        "endless_loop",
        "ROUTINE pub fn one() { next: STATEMENT «nop»; jmp next; }",
        &["nothing leads out of this loop"],
    );
}

#[test]
fn unread_status() {
    let source = |attributes: &str, statement: &str| {
        format!(
            "{attributes} pub fn one(x: a8[0], y: a8[1]) -> (z: a8[2]?) {{ {statement} add.uc x, y; \
             eq.n x, x; dup y, a8[2]; ret; }}"
        )
    };
    assert!(read(&source("", "")).is_ok());
    assert!(read(&source("#![deny(unread_status)]", "#[allow(unread_status)]")).is_ok());
    let marked = source("#![deny(unread_status)]", "").replace("add.uc", "«add».uc");
    check(&marked, &["st0 is overwritten before anything looks"]);
}

#[test]
fn unused_names() {
    finding("unused_label", "ROUTINE pub fn one() { STATEMENT «next»: ret; }", &["label `next`"]);
    finding("unused_alias", "ROUTINE pub fn one() { STATEMENT let «x» = a8[0]; ret; }", &["`x`"]);
    finding("unused_alias", "ROUTINE let «x» = a8[0]; pub fn one() { ret; }", &["alias `x`"]);
    finding("unused_const", "ROUTINE const «X»: a8 = 0; pub fn one() { ret; }", &["constant `X`"]);
    finding("unused_error", "ROUTINE enum E in a8[0] { «X» = 1 } pub fn one() { ret; }", &["`X`"]);
    finding("unused_error", "enum E in a8[0] { ROUTINE «X» = 1 } pub fn one() { ret; }", &["`X`"]);
    for text in [
        "pub const X: a8 = 0; pub fn one() { ret; }",
        "const X: a8 = 0; pub const Y: a8 = X; pub fn one() { ret; }",
        "const _X: a8 = 0; let _y = a8[0]; pub fn one() { let _z = a8[1]; _next: ret; }",
    ] {
        assert_eq!(read(text).err().map(|errors| errors.to_string()), None);
    }
}

#[test]
fn names_of_findings_are_checked() {
    check(
        "pub fn one() { #[allow(«unreachble»)] ret; }",
        &["nothing that is verified is called `unreachble`, did you mean `unreachable`?"],
    );
    check("#[allow(«unused_inputs»)] pub fn one() { ret; }", &["did you mean `unused_input`?"]);
    assert!(read("#[allow(dead_code, clippy::all)] pub fn one() { ret; }").is_ok());
    let lints = "unused, unused_imports, unused_labels, unused_macros, unused_mut, unused_must_use, \
                 unused_parens, unused_braces, unused_results, unused_unsafe, unused_variables, \
                 unreachable_code, unreachable_pub, unreachable_patterns, unused_attributes";
    assert!(read(&format!("#[allow({lints})] pub fn one() {{ ret; }}")).is_ok());
}

#[test]
fn a_mistake_of_a_routine_is_none_of_its_callers() {
    let two = "fn two(a: a8[0]) -> (a: a8[0], b: a8[3]?) { «nonsense» b; ret; }";
    let callers = [
        "pub fn one(a: a8[0]) -> (b: a8[3]) { routine two; ifn b; inv st0; test; ret; }",
        "pub fn one(a: a8[0]) -> (b: a8[3]) { routine two; ifn b; jif none; ret; none: put b, 1; ret; }",
        "pub fn one(a: a8[0]) -> (a: a8[0]) { routine two; inv st0; ret; }",
        "pub fn one(a: a8[0]) -> (b: a8[3]?) { jmp two; }",
        "pub fn one(a: a8[0]) -> (b: a8[3]?) { routine more; ret; } \
         fn more(a: a8[0]) -> (b: a8[3]?) { routine two; ret; }",
        "pub fn one(a: a8[0]) { let b = a8[3]; routine two; ifn b; jif none; fail; none: ret; }",
    ];
    for caller in callers {
        check(&format!("{caller} {two}"), &["unknown mnemonic `nonsense`"]);
    }
    // What is wrong whatever it does is.
    let marked = "pub fn one(a: a8[0]) -> (b: a8[3]) { routine two; clr b; «ret»; }";
    assert_eq!(reports(&format!("{marked} {two}"), &BTreeMap::new()).len(), 2);
}
