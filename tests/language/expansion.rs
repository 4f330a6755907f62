//! Each row of each table, as the page states it.

mod statements;

use crate::stands_for;

/// Checks what the statements of a routine stand for. `a` to `d` are inputs in `a64[0]` to `a64[3]`, `x` is the output
/// in `a64[4]`; errors are left in `a8[0]`.
#[track_caller]
fn body(statements: &str, expected: &str) {
    typed("u64", "a64[4]", statements, expected);
}

/// The same for inputs and an output of another type, whose output stands in this register.
#[track_caller]
fn typed(ty: &str, output: &str, statements: &str, expected: &str) {
    let _ = output;
    let text = format!(
        "#![allow(unused_input, unused_error, unset_output, unused_const, maybe_undefined, unused_variable)]\n\
         const TEN: a64 = 10;\n\
         pub enum Refusal in a8[0] {{ First = 1, Second = 2 }}\n\
         pub fn one(a: {ty}, b: {ty}, c: {ty}, d: {ty}) -> (x: {ty}) {{ {statements} }}"
    );
    stands_for(&text, &format!("{expected} ret;"));
}

#[test]
fn a_split() {
    stands_for(
        "pub enum Refusal in a8[0] { NoParts = 1, Impossible = 2 }
         pub fn split(total: u64, parts: u16) -> (share: u64, rest: u64) {
             require parts != 0 => NoParts;
             let wide: u64 = parts as u64;
             share = total / wide;
             rest = total - share * wide;
             if rest >= wide {
                 refuse Impossible;
             }
         }",
        "put a8[0], 1; ifz a16[0]; inv st0; test;
         cpy a16[0], a64[3];
         dup a64[3], a64[1]; div.uc a64[0], a64[1]; test;
         dup a64[3], a64[2]; mul.uc a64[1], a64[2]; test; sub.uc a64[0], a64[2]; test;
         lt.u a64[2], a64[3]; jif behind; inv st0; put a8[0], 2; fail; behind:
         ret;",
    );
}

#[test]
fn a_vesting_schedule() {
    stands_for(
        "pub enum Refusal in a8[0] { NoDuration = 1 }
         pub fn vested(total: u64, start: u32, duration: u32, now: u32) -> (amount: u64) {
             require duration != 0 => NoDuration;
             if now < start {
                 amount = 0;
             } else if now - start >= duration {
                 amount = total;
             } else {
                 let elapsed: u128 = (now - start) as u128;
                 let all: u128 = total as u128;
                 amount = (all * elapsed / duration as u128) as u64;
             }
         }",
        "put a8[0], 1; ifz a32[1]; inv st0; test;
         lt.u a32[2], a32[0]; jif before; inv st0;
             dup a32[0], a32[3]; sub.uc a32[2], a32[3]; test; lt.u a32[3], a32[1]; inv st0;
             jif late; inv st0;
                 dup a32[0], a32[3]; sub.uc a32[2], a32[3]; test; cpy a32[3], a128[0];
                 cpy a64[0], a128[1];
                 dup a128[0], a128[3]; mul.uc a128[1], a128[3]; test;
                 cpy a32[1], a128[2]; div.uc a128[3], a128[2]; test;
                 cpy a128[2], a64[1]; test;
                 jmp behind;
             late: dup a64[0], a64[1];
             behind: jmp end;
         before: put a64[1], 0;
         end: ret;",
    );
}

#[test]
fn values() {
    body("x = 7;", "put a64[4], 7;");
    body("x = TEN;", "put a64[4], 10;");
    body("x = b;", "dup a64[1], a64[4];");
    body("x = a; x = x;", "dup a64[0], a64[4];");
    typed("i8", "a8[5]", "x = -5;", "put a8[5], -5;");
    typed("f32", "f32[4]", "x = -1.5;", "put f32[4], -1.5;");
    typed("bytes", "s16[4]", "x = \"hi\";", "put s16[4], \"hi\";");
    typed("bytes", "s16[4]", "x = a;", "rev s16[0], s16[4]; rev s16[4], s16[4];");
    typed("r256", "r256[4]", "x = 7;", "put r256[4], 7;");
}

#[test]
fn arithmetic() {
    for (operator, mnemonic) in [("+", "add"), ("-", "sub"), ("*", "mul"), ("/", "div")] {
        let expected = format!("dup a64[1], a64[4]; {mnemonic}.uc a64[0], a64[4]; test;");
        body(&format!("x = a {operator} b;"), &expected);
        let expected = format!("dup a32[1], a32[4]; {mnemonic}.sc a32[0], a32[4]; test;");
        typed("i32", "a32[4]", &format!("x = a {operator} b;"), &expected);
        let expected = format!("dup f64[1], f64[4]; {mnemonic}.n f64[0], f64[4]; test;");
        typed("f64", "f64[4]", &format!("x = a {operator} b;"), &expected);
    }
    body("x = a % b;", "dup a64[1], a64[4]; rem a64[0], a64[4]; test;");
    body("x = 3 - b;", "put a64[5], 3; dup a64[1], a64[4]; sub.uc a64[5], a64[4]; test;");
    // Operands are evaluated from left to right, and precedence is that of Rust.
    body(
        "x = a + b * c;",
        "dup a64[2], a64[4]; mul.uc a64[1], a64[4]; test; add.uc a64[0], a64[4]; test;",
    );
    body(
        "x = (a + b) * c;",
        "dup a64[1], a64[5]; add.uc a64[0], a64[5]; test; dup a64[2], a64[4]; mul.uc a64[5], a64[4]; test;",
    );
}

#[test]
fn a_variable_into_itself() {
    body("a = a + 127;", "add a64[0], 127; test;");
    body("a -= 1;", "sub a64[0], 1; test;");
    body("a += b;", "add.uc a64[1], a64[0]; test;");
    body("a = a * b;", "mul.uc a64[1], a64[0]; test;");
    body("a += 128;", "put a64[5], 128; add.uc a64[5], a64[0]; test;");
    body("a = b - a;", "sub.uc a64[1], a64[0]; test;");
    // An earlier operand is the variable itself: a temporary stands for it.
    body("a -= b;", "dup a64[1], a64[5]; sub.uc a64[0], a64[5]; test; mov a64[5], a64[0];");
    typed("i64", "a64[4]", "a += 1;", "put a64[5], 1; add.sc a64[5], a64[0]; test;");
}

#[test]
fn wrapping() {
    body("x = a.wrapping_add(b);", "dup a64[1], a64[4]; add.uw a64[0], a64[4];");
    body("x = a.wrapping_sub(1);", "put a64[4], 1; sub.uw a64[0], a64[4];");
    typed("i64", "a64[4]", "x = a.wrapping_mul(b);", "dup a64[1], a64[4]; mul.sw a64[0], a64[4];");
}

#[test]
fn bits() {
    body("x = a & b;", "and a64[0], a64[1], a64[4];");
    body("a = a | b;", "or a64[0], a64[1], a64[0];");
    typed("r256", "r256[4]", "x = a ^ b;", "xor r256[0], r256[1], r256[4];");
    body("x = !a;", "dup a64[0], a64[4]; not a64[4];");
    body(
        "x = a << 3;",
        "dup a64[0], a64[4]; put a16[0], 3; shl a16[0], a64[4]; eq.n a64[4], a64[4];",
    );
    body(
        "x = a >> 3;",
        "dup a64[0], a64[4]; put a16[0], 3; shr.u a16[0], a64[4]; eq.n a64[4], a64[4];",
    );
    typed(
        "i64",
        "a64[4]",
        "x = a >> 3;",
        "dup a64[0], a64[4]; put a16[0], 3; shr.s a16[0], a64[4]; eq.n a64[4], a64[4];",
    );
    typed(
        "r160",
        "r160[4]",
        "x = a >> 3;",
        "dup r160[0], r160[4]; put a16[0], 3; shr a16[0], r160[4]; eq.n r160[4], r160[4];",
    );
    body("x = a.rotate_left(1);", "dup a64[0], a64[4]; put a16[0], 1; scl a16[0], a64[4];");
    body("x = a.rotate_right(1);", "dup a64[0], a64[4]; put a16[0], 1; scr a16[0], a64[4];");
    // What is shifted is the amount too: a temporary stands for the variable.
    typed(
        "u8",
        "a8[5]",
        "a = a << a;",
        "dup a8[1], a8[6]; shl a8[1], a8[6]; eq.n a8[6], a8[6]; mov a8[6], a8[1];",
    );
    // Errors are left in a8[0], so that the first input stands in a8[1].
    typed("u8", "a8[5]", "x = a << b;", "dup a8[1], a8[5]; shl a8[2], a8[5]; eq.n a8[5], a8[5];");
}

#[test]
fn signs() {
    typed("i64", "a64[4]", "x = -a;", "dup a64[0], a64[4]; neg a64[4]; test;");
    typed("f16", "f16[4]", "x = a.abs();", "dup f16[0], f16[4]; abs f16[4]; test;");
}

#[test]
fn casts() {
    let cast = |ty, statements: &str, expected: &str| typed(ty, "", statements, expected);
    cast("u64", "let y: u64 = a as u64;", "cpy a64[0], a64[5];");
    cast("u64", "let y: u128 = a as u128;", "cpy a64[0], a128[0];");
    cast("u64", "let y: u32 = a as u32;", "cpy a64[0], a32[0]; test;");
    cast("u64", "let y: i128 = a as i128;", "cpy a64[0], a128[0];");
    cast(
        "u64",
        "let y: i64 = a as i64;",
        "cpy a64[0], a64[5]; put a64[6], 0; lt.s a64[5], a64[6]; inv st0; test;",
    );
    cast(
        "u64",
        "let y: i32 = a as i32;",
        "cpy a64[0], a32[0]; test; put a32[1], 0; lt.s a32[0], a32[1]; inv st0; test;",
    );
    cast("i64", "let y: i32 = a as i32;", "cnv a64[0], a32[0]; test;");
    cast("i64", "let y: i128 = a as i128;", "cnv a64[0], a128[0];");
    cast(
        "i64",
        "let y: u64 = a as u64;",
        "put a64[6], 0; lt.s a64[0], a64[6]; inv st0; test; cpy a64[0], a64[5];",
    );
    cast(
        "i64",
        "let y: u8 = a as u8;",
        "put a64[5], 0; lt.s a64[0], a64[5]; inv st0; test; cpy a64[0], a8[1]; test;",
    );
    cast("f32", "let y: f64 = a as f64;", "cnv f32[0], f64[0]; test;");
    cast("f32", "let y: i64 = a as i64;", "cnv f32[0], a64[0]; test;");
    cast("i64", "let y: f64 = a as f64;", "cnv a64[0], f64[0]; test;");
    cast("r256", "let y: r160 = a as r160;", "cpy r256[0], r160[0]; test;");
    cast("r160", "let y: r256 = a as r256;", "cpy r160[0], r256[0];");
    cast(
        "u64",
        "let y: r256 = a as r256;",
        "dup a64[0], a64[5]; clr r256[0]; spy a64[5], r256[0]; test;",
    );
    cast(
        "r256",
        "let y: u64 = a as u64;",
        "dup r256[0], r256[5]; clr a64[0]; spy a64[0], r256[5]; test;",
    );
    cast("u64", "let y: u8 = a.truncate();", "cpy a64[0], a8[1]; eq.n a8[1], a8[1];");
}
