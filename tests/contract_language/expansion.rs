//! Each form stands for the instructions that the table of the language states.

use aluvm_core::library::{Isae, Lib, LibId};
use aluvm_tests::Random;

use crate::read;

const ERRORS: &str = "pub enum Refusal in a8[7] { TooEarly = 1, Overspent = 0x2A }";

/// Checks that a body means these instructions.
#[track_caller]
fn body(body: &str, expected: &str) {
    let text = format!(
        "#![allow(undefined_read, unused_error, unused_label, unreachable, end_of_code, endless_loop)]\n\
         {ERRORS}\npub fn first() {{ {body} }}\nfn second() {{ ret; }}\n"
    );
    let library = read(&text).unwrap_or_else(|errors| panic!("{errors}"));
    let plain = format!("first: {expected} second: ret;");
    assert_eq!(library.lib, plain.parse::<Lib>().expect("plain assembly"), "{body}");
}

#[test]
fn requirements() {
    body("require eq.n a8[0], a8[1] => TooEarly;", "put a8[7], 1; eq.n a8[0], a8[1]; test;");
    body(
        "require not lt.u a64[0], a64[1] => Overspent;",
        "put a8[7], 42; lt.u a64[0], a64[1]; inv st0; test;",
    );
    body("require st0 => TooEarly;", "put a8[7], 1; test;");
    body("require not st0 => TooEarly;", "put a8[7], 1; inv st0; test;");
    body("require eq.n a8[0], a8[1];", "eq.n a8[0], a8[1]; test;");
    body("require not ifz a8[0];", "ifz a8[0]; inv st0; test;");
    body("require st0;", "test;");
    body("require not st0;", "inv st0; test;");
    body("require put a8[1], 3 => TooEarly;", "put a8[7], 1; put a8[1], 3; test;");
    body("require inc a16[2] => Overspent;", "put a8[7], 42; inc a16[2]; test;");
}

#[test]
fn refusals() {
    body("refuse Overspent;", "put a8[7], 42; fail;");
}

#[test]
fn names_of_routines() {
    body("jmp second;", "jmp second;");
    body("jif second; jmp first;", "jif second; jmp first;");
    body("routine second; ret;", "routine second; ret;");
    body("again: jif again; require: jmp require;", "again: jif again; more: jmp more;");
    body("refuse: jmp refuse;", "more: jmp more;");
}

#[test]
fn all_of_plain_assembly() {
    let id = LibId::from_bytes([7; 32]);
    let statements = format!(
        "let x = a16[3]; put x, 5; put s16[0], \"text\"; .byte 0x0A, 0x00; jmp 0x0; call 3 @ \"{id}\"; ret;"
    );
    body(&statements, &statements);
}

#[test]
fn constants_stand_for_their_values() {
    let constants = "const A: a16 = 1000; const B: a16 = -1; const C: a64 = A; const D: s16 = \"hi\"; \
                     const E: f32 = 0.1; const F: a8 = b'x'; const G: r128 = 7; const H: a16 = b\"\\x01\\x02\"; \
                     const _I: f64 = -inf;";
    let body = "put a16[0], A; put a32[0], B; put a64[0], C; put s16[0], D; put f32[0], E; put a8[0], F; \
                put r256[0], G; put a32[1], H; put f64[0], _I; add a8[0], F; ret;";
    let library = read(&format!("{constants} pub fn all() {{ {body} }}")).expect("a library");
    let plain = "put a16[0], 1000; put a32[0], 65535; put a64[0], 1000; put s16[0], \"hi\"; put f32[0], 0.1; \
                 put a8[0], 120; put r256[0], 7; put a32[1], 513; put f64[0], -inf; add a8[0], 120; ret;";
    assert_eq!(library.lib, plain.parse::<Lib>().expect("plain assembly"));
}

/// Widening is that of Rust; narrowing gives back what was widened.
#[test]
fn float_constants_keep_their_values_in_registers_of_other_sizes() {
    let mut random = Random::new(0xF10A);
    let special = [0.0, -0.0, f32::INFINITY, f32::MAX, f32::MIN_POSITIVE, 1e-45, 0.1, -3.0];
    let numbers = (0..200).map(|_| f32::from_bits(random.next_number() as u32));
    for number in special.into_iter().chain(numbers.filter(|number| !number.is_nan())) {
        let wide = f64::from(number);
        let text = format!(
            "const A: f32 = {number:e}; const B: f64 = {wide:e}; pub fn one() -> (x: f64[0], y: f32[0]) {{ \
             put x, A; put y, B; ret; }}"
        );
        let plain = format!("put f64[0], {wide:e}; put f32[0], {number:e}; ret;");
        let library = read(&text).expect("a library");
        assert_eq!(library.lib, plain.parse::<Lib>().expect("plain assembly"), "{text}");
    }
}

#[test]
fn aliases_hold_in_all_later_routines() {
    let library = read(
        "let total = a64[5]; pub fn first(total_in: total) -> (out: total) { inc total; ret; } \
         let other = a8[1]; pub fn second() { put other, 5; clr other; put total, 2; ret; }",
    );
    let plain = "inc a64[5]; ret; put a8[1], 5; clr a8[1]; put a64[5], 2; ret;";
    assert_eq!(library.expect("a library").lib, plain.parse::<Lib>().expect("plain assembly"));
}

#[test]
fn extensions_are_those_that_are_named() {
    let isae = |text: &str| read(text).expect("a library").lib.isae().clone();
    let of = |text: &str| text.parse::<Isae>().expect("ids");
    assert_eq!(isae("pub fn one() { ret; }"), of("ALU"));
    assert_eq!(isae("#![isae(\"ALU RGB\")] pub fn one() { ret; }"), of("ALU RGB"));
    assert_eq!(
        isae("pub fn one(s: s16[0]) -> (d: r256[0]) { sha2 s, d; ret; }"),
        of("ALU BPDIGEST")
    );
}

#[test]
fn id_can_be_pinned() {
    let plain = "pub fn one() { ret; }";
    let id = read(plain).expect("a library").lib.id();
    for id in [id.to_string(), id.baid64().to_string()] {
        assert!(read(&format!("#![id = \"{id}\"] {plain}")).is_ok());
    }
    let other = LibId::from_bytes([7; 32]);
    crate::check(
        &format!("#![id = «\"{other}\"»] {plain}"),
        &["the id of this library is `alu1", "write `#![id = \"alu1"],
    );
}

#[test]
fn names_of_registers_can_be_those_of_types() {
    // So they could before there were types.
    let text =
        "let u8 = a8[3]; pub fn one(u16: a16[5], x: u8) -> (y: u16) { add.uc x, x; test; ret; }";
    let library = read(text).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(library.lib, "add.uc a8[3], a8[3]; test; ret;".parse().expect("plain assembly"));
    let routines = library.interface.routines.expect("routines");
    assert_eq!(routines[0].outputs[0].register.to_string(), "a16[5]");
}
