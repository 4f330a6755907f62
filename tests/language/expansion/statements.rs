//! Conditions, statements and calls.

use super::{body, typed};
use crate::stands_for;

#[test]
fn conditions() {
    let required = |condition: &str, expected: &str| {
        body(&format!("require {condition};"), &format!("{expected} test;"));
    };
    required("a < b", "lt.u a64[0], a64[1];");
    required("a > b", "gt.u a64[0], a64[1];");
    required("a == b", "eq.n a64[0], a64[1];");
    required("a <= b", "gt.u a64[0], a64[1]; inv st0;");
    required("a >= b", "lt.u a64[0], a64[1]; inv st0;");
    required("a != b", "eq.n a64[0], a64[1]; inv st0;");
    required("a == 0", "ifz a64[0];");
    required("a != 0x0", "ifz a64[0]; inv st0;");
    required("0 == a", "put a64[5], 0; eq.n a64[5], a64[0];");
    required("a + b == c", "dup a64[1], a64[5]; add.uc a64[0], a64[5]; test; eq.n a64[5], a64[2];");
    required("!(a < b)", "lt.u a64[0], a64[1]; inv st0;");
    required("!(a <= b)", "gt.u a64[0], a64[1];");
    required("!!(a < b)", "lt.u a64[0], a64[1];");
    required("a < b || c < d", "lt.u a64[0], a64[1]; jif l; inv st0; lt.u a64[2], a64[3]; l:");
    required(
        "a < b && c < d",
        "lt.u a64[0], a64[1]; inv st0; jif l; inv st0; lt.u a64[2], a64[3]; inv st0; l: inv st0;",
    );
    required(
        "!(a < b && c >= d)",
        "lt.u a64[0], a64[1]; inv st0; jif l; inv st0; lt.u a64[2], a64[3]; l:",
    );
    required("gt.u(a, b)", "gt.u a64[0], a64[1];");
    required("ifz(a)", "ifz a64[0];");
    typed("i64", "", "require a < b;", "lt.s a64[0], a64[1]; test;");
    typed("i64", "", "require a == b;", "eq.n a64[0], a64[1]; test;");
    typed("f64", "", "require a > b;", "gt.e f64[0], f64[1]; test;");
    typed("f64", "", "require a == b;", "eq.e f64[0], f64[1]; test;");
    typed("r256", "", "require a < b;", "lt r256[0], r256[1]; test;");
    typed("r256", "", "require a == 0;", "ifz r256[0]; test;");
    typed("bytes", "", "require a == b;", "eq s16[0], s16[1]; test;");
}

#[test]
fn refusals() {
    body("require a < b => First;", "put a8[0], 1; lt.u a64[0], a64[1]; test;");
    body(
        "x = a + b else Second;",
        "put a8[0], 2; dup a64[1], a64[4]; add.uc a64[0], a64[4]; test;",
    );
    body(
        "let y: u64 = a - b else First;",
        "put a8[0], 1; dup a64[1], a64[5]; sub.uc a64[0], a64[5]; test;",
    );
}

#[test]
fn blocks() {
    body("if a < b { x = 1; }", "lt.u a64[0], a64[1]; inv st0; jif x; inv st0; put a64[4], 1; x:");
    body(
        "if a < b { x = 1; } else { x = 2; }",
        "lt.u a64[0], a64[1]; jif t; inv st0; put a64[4], 2; jmp x; t: put a64[4], 1; x:",
    );
    // Behind a refusal no jump is written.
    body(
        "if a < b { x = 1; } else { refuse First; }",
        "lt.u a64[0], a64[1]; jif t; inv st0; put a8[0], 1; fail; t: put a64[4], 1;",
    );
    body(
        "while a != 0 { a -= 1; }",
        "t: ifz a64[0]; jif x; inv st0; sub a64[0], 1; test; jmp t; x:",
    );
    body(
        "loop { if a == 0 { break; } if a == b { a -= 2; continue; } a -= 1; }",
        "t: ifz a64[0]; inv st0; jif one; inv st0; jmp x; \
         one: eq.n a64[0], a64[1]; inv st0; jif two; inv st0; sub a64[0], 2; test; jmp t; \
         two: sub a64[0], 1; test; jmp t; x:",
    );
    // What a block holds is free behind it.
    body(
        "if a == 0 { let y: u64 = 1; x = y; } let z: u64 = 2; x = z;",
        "ifz a64[0]; inv st0; jif e; inv st0; put a64[5], 1; dup a64[5], a64[4]; \
         e: put a64[5], 2; dup a64[5], a64[4];",
    );
    stands_for(
        "pub fn one(a: u64) { if a == 0 { return; } return a > 5; }",
        "ifz a64[0]; inv st0; jif x; inv st0; ret; x: put a64[1], 5; gt.u a64[0], a64[1]; ret;",
    );
}

#[test]
fn calls() {
    let text = |body: &str| {
        format!(
            "#![allow(unused_input)]
             pub fn twice(n: u64) -> (m: u64) {{ m = n + n; }}
             fn both(p: u64, q: u64) -> (r: u64, s: u64) {{ r = p; s = q; }}
             fn is_small(n: u64) {{ return n < 10; }}
             pub fn main(a: u64, b: u64) -> (x: u64) {{ x = 0; {body} routine both; }}"
        )
    };
    // `twice` has 0 and 1, `both` 0 to 3, `is_small` 0 and 1, so that `main` begins at 4.
    let plain = |body: &str| {
        format!(
            "twice: dup a64[0], a64[1]; add.uc a64[0], a64[1]; test; ret;
             both: dup a64[0], a64[2]; dup a64[1], a64[3]; ret;
             is_small: put a64[1], 10; lt.u a64[0], a64[1]; ret;
             put a64[6], 0; {body} routine both; ret;"
        )
    };
    let call = |body: &str, expected: &str| {
        let allowed = "#![allow(maybe_undefined, undefined_read, clobbered, unreachable)]\n";
        stands_for(&(allowed.to_owned() + &text(body)), &plain(expected));
    };
    call("x = twice(a);", "dup a64[4], a64[0]; routine twice; test; mov a64[1], a64[6];");
    call(
        "x = twice(a) + twice(b);",
        "dup a64[4], a64[0]; routine twice; test; mov a64[1], a64[7]; \
         dup a64[5], a64[0]; routine twice; test; mov a64[1], a64[6]; add.uc a64[7], a64[6]; test;",
    );
    call(
        "x = twice(twice(a));",
        "dup a64[4], a64[0]; routine twice; test; mov a64[1], a64[7]; mov a64[7], a64[0]; \
         routine twice; test; mov a64[1], a64[6];",
    );
    call(
        "let (y: u64, _) = both(b, a + 1); x = y;",
        "dup a64[5], a64[0]; put a64[1], 1; add.uc a64[4], a64[1]; test; routine both; test; \
         mov a64[2], a64[7]; dup a64[7], a64[6];",
    );
    call("require is_small(a);", "dup a64[4], a64[0]; routine is_small; test;");
    call("is_small(a);", "dup a64[4], a64[0]; routine is_small; test;");
    call(
        "if !is_small(b) { x = 1; }",
        "dup a64[5], a64[0]; routine is_small; jif e; inv st0; put a64[6], 1; e:",
    );
}

#[test]
fn instructions_as_calls() {
    typed(
        "r256",
        "",
        "let h: r256 = sha2(\"abc\");",
        "put s16[0], \"abc\"; sha2 s16[0], r256[5]; test;",
    );
    typed("bytes", "", "let n: u16 = len(a);", "len s16[0], a16[0]; test;");
    typed(
        "bytes",
        "",
        "let n: u16 = find(a, b);",
        "find s16[0], s16[1], a16[0]; test; mov a16[0], a16[1];",
    );
    typed(
        "r512",
        "",
        "x = secpadd(a, b);",
        "dup r512[1], r512[4]; secpadd r512[0], r512[4]; test;",
    );
    typed(
        "r512",
        "",
        "a = secpadd(a, b);",
        "dup r512[1], r512[5]; secpadd r512[0], r512[5]; test; mov r512[5], r512[0];",
    );
    typed("u64", "", "x = add.uw(a, b);", "dup a64[1], a64[4]; add.uw a64[0], a64[4]; test;");
    typed("bytes", "", "nop();", "nop;");
}

#[test]
fn mixed_with_instructions() {
    body(
        "let y: u64 = a; add.uc b, y; test; x = y;",
        "dup a64[0], a64[5]; add.uc a64[1], a64[5]; test; dup a64[5], a64[4];",
    );
    body("let y = a64[9]; put y, 3; x = y;", "put a64[9], 3; dup a64[9], a64[4];");
    body(
        "again: a -= 1; eq.n a, b; jif out; inv st0; jmp again; out:",
        "again: sub a64[0], 1; test; eq.n a64[0], a64[1]; jif out; inv st0; jmp again; out:",
    );
}
