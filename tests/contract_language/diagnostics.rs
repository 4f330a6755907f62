//! Each rule of the language, with the tokens that the error must point at and what its message and hints
//! must say.

use std::collections::BTreeMap;

use crate::{check, read, reports};

/// Checks an error among items; the library has a routine.
#[track_caller]
fn item(marked: &str, parts: &[&str]) {
    check(&format!("{marked} pub fn last() {{ ret; }}"), parts);
}

/// Checks an error in a routine whose inputs are `x` and `y`, in `a64[0]` and `a64[1]`. Errors are left in
/// `a8[7]`.
#[track_caller]
fn body(marked: &str, parts: &[&str]) {
    check(
        &format!(
            "pub enum E in a8[7] {{ TooBig = 1 }} pub fn one(x: a64[0], y: a64[1]) {{ {marked} eq.n x, y; \
             require st0 => TooBig; ret; }} fn two() {{ ret; }} pub fn three() {{ jmp two; }}"
        ),
        parts,
    );
}

#[test]
fn items() {
    item("«func» f() { ret; }", &["no item begins with `func`", "did you mean `fn`?"]);
    item("«struct» S;", &["`struct` is no item of a library"]);
    item("«static» S: u8 = 0;", &["stands outside of it"]);
    item("«5»;", &["expected an item"]);
    check("pub fn one() { ret; } «#»[allow(dead_code)]", &["there is no item behind this"]);
    check("const A: a8 = 0«;»", &["a library has a routine that others can call"]);
    check("fn «one»() { ret; } fn two() { ret; }", &["others can call", "write `pub fn one`"]);
    check("pub «unsafe» fn one() { ret; }", &["`unsafe` has no meaning before `fn`"]);
    check("pub «const» fn one() { ret; }", &["`const` has no meaning before `fn`"]);
    check("pub «extern» \"C\" fn one() { ret; }", &["`extern` has no meaning before `fn`"]);
    check("«func» one() { ret; }", &["did you mean `fn`?"]);
    check("«mod» inner { pub fn one() { ret; } }", &["`mod` is no item of a library"]);
    item("«;»", &["expected an item", "no `;` stands behind `}`"]);
}

#[test]
fn errors_behind_the_hundredth_are_counted() {
    let text = format!("pub fn one() {{ {} ret; }}", "foo; ".repeat(130));
    let errors = read(&text).expect_err("unknown mnemonics");
    assert_eq!(errors.iter().len(), 101);
    let last = errors.iter().last().expect("many");
    assert!(last.to_string().contains("30"), "{last}");
}

#[test]
fn constants() {
    item("pub const A: «usize» = 1;", &["write `a64`"]);
    item("pub const A: «String» = 1;", &["expected a register size"]);
    item("pub const A: a8 = «300»;", &["`300` is out of the range of `a8`"]);
    item("pub const A: a8 = «\"x\"»;", &["expected an integer"]);
    item("pub const A: f32 = «nan»;", &["`clr`"]);
    item("pub const A: a8 = «1 + 1»;", &["an expression of Rust, which only `alulib!` knows"]);
    item(
        "pub const A: a8 = «B»; pub const B: a8 = 1;",
        &["no constant is called `B`", "that stand before"],
    );
    item("pub const A: a8 = «A»;", &["the value of the constant `A` is itself"]);
    item("pub const LIMIT: a8 = 1; pub const A: a8 = «LIMTI»;", &["did you mean `LIMIT`?"]);
    item("pub const A: a8 = «'x'»;", &["`b'x'`"]);
    item("pub const A: «bool» = true;", &["write `a8`"]);
    item("pub const A: «a8[0]» = 1;", &["a constant has a size", "write `a8`"]);
    item("pub const A: a8 «u8» = 1;", &["expected `=` and a value, found `u8`"]);
    item("pub const A «a8» = 1;", &["expected `:` and a register size"]);
    item("pub const A: a8 = «1» pub const B: a8 = 2;", &["expected `;` behind this"]);
    item("pub const A: a8 = «;»", &["expected a value"]);
    item("pub const A: a8 = «-»;", &[]);
    // The item behind it stays what it is.
    check("pub const A «pub» fn one() { ret; }", &["expected `:` and a register size"]);
    check("let a «pub» fn one() { ret; }", &["expected `=` and a register"]);
    check("enum E «pub» fn one() { ret; }", &["expected `in` and the register"]);
    check("use a::«pub» fn one() { ret; }", &["expected the path of a library"]);
    check("fn «pub» fn one() { ret; }", &["expected the name of a routine"]);
    check("fn a «pub» fn one() { ret; }", &["expected `(` and the inputs"]);
    check("fn a(x: a8[0]) «pub» fn one() { ret; }", &["expected `{` and the statements"]);
    body("put a8[0], «WIDE»;", &["no constant is called `WIDE`"]);
}

#[test]
fn constants_of_other_floats() {
    check(
        "const A: f64 = 0.1; pub fn one() -> (x: f32[0]) { put x, «A»; ret; }",
        &["`A` is a value of `f64` that `f32` does not have"],
    );
    check(
        "const A: f64 = 1e300; pub fn one() -> (x: f32[0]) { put x, «A»; ret; }",
        &["`A` is a value of `f64`"],
    );
    check(
        "const A: f64 = 5e-324; pub fn one() -> (x: f32[0]) { put x, «A»; ret; }",
        &["`A` is a value of `f64`"],
    );
    check(
        "const A: f32 = -inf; pub fn one() -> (x: f512[0]) { put x, «A»; ret; }",
        &["`A` is a value of `f32`"],
    );
    check(
        "const A: f32 = 0.5; pub fn one() -> (x: a32[0]) { put x, «A»; ret; }",
        &["expected an integer"],
    );
    check(
        "const A: a16 = 300; pub fn one() -> (x: a8[0]) { put x, «A»; ret; }",
        &["range of `a8`"],
    );
}

#[test]
fn aliases() {
    item("«pub» let x = a8[0];", &["cannot be `pub`"]);
    item("let x = «5»;", &["expected a register"]);
    item("let x = a8[«32»];", &["32"]);
    item("let «put» = a8[0];", &["a mnemonic"]);
    item("let «a8» = a8[0];", &["a register size"]);
    body("let «x» = a8[0];", &["defined twice"]);
    item("let x = a8[0] «=» 5;", &["expected `;`, found `=`"]);
    item("let x = «a8»;", &["the register `a8` needs an index"]);
    item("let x = «u64»;", &["the type `u64` of Rust", "`a64[0]` holds a `u64`"]);
    item("let «mut» x = a8[0]; pub fn f() { put x, 1; ret; }", &["leave `mut` out"]);
    body("let «mut» z = a8[0]; clr z;", &["leave `mut` out"]);
    body("let z: a8[0]«;»", &["expected `=` and a value"]);
    body("let «E» = a8[0]; clr E;", &["defined twice"]);
    item("let z = a8[0]; pub fn f() { let «z» = a8[1]; clr z; ret; }", &["defined twice"]);
    body("let «two» = a8[0]; clr two;", &["the name `two` is defined twice"]);
    item(
        "let total = a8[0]; pub fn f(x: total) { let «total» = a8[1]; ifz total; ret; }",
        &["the name `total` is defined twice"],
    );
}

#[test]
fn errors() {
    item("enum E in «a128[0]» { A = 1 }", &["cannot hold the number of an error", "`a64`"]);
    item("enum E in «f32[0]» { A = 1 }", &["cannot hold the number of an error"]);
    item("enum E in a8[0] { A = «256» }", &["holds 0..=255"]);
    item("enum E in a8[0] { A = «0.5» }", &["expected the number of the error"]);
    item("enum E in a8[0] { «A» }", &["the error `A` has no number", "`A = 1`"]);
    item("enum E in a8[0] { A = 1, B = «1» }", &["two errors have the number 1 in `a8[0]`"]);
    item(
        "enum E in a8[0] { A = 1 } enum F in a8[0] { B = «1» }",
        &["two errors have the number 1"],
    );
    item(
        "enum E in a8[0] { A = 1 } enum F in a8[1] { «A» = 1 }",
        &["the name `A` is defined twice"],
    );
    item("enum E «{» A = 1 }", &["expected `in` and the register"]);
    item("enum E in a8[0] { A«(»u8) }", &["`A` is a number and holds no values"]);
    item("enum E in a8[0] { A«{» x: u8 } = 1 }", &["`A` is a number and holds no values"]);
    item("enum E in «a8» { A = 1 }", &["the register `a8` needs an index"]);
    item("enum E in a8[0] «+» 1 { A = 1 }", &["expected `{` and the errors"]);
    item("enum E in a8[0] { A = «ONE» }", &["expected the number of the error", "is a literal"]);
    item("enum E in a8[0] { A = 1«;» B = 2; C = 3; }", &["expected `,`, found `;`"]);
    item("enum E in a8[0] { A = 1 «B» = 2 }", &["expected `,`, found `B`"]);
    assert!(
        read(
            "enum E in a8[0] { A = 1 } enum F in a8[0] { B = 2 } enum G in a64[0] { C = 0xFFFF_FFFF_FFFF_FFFF } \
             pub fn one() { ifn a8[1]; jif two; refuse A; two: ifn a8[2]; jif three; refuse B; three: refuse C; }"
        )
        .is_ok()
    );
}

#[test]
fn names() {
    item("pub fn «test»() { ret; }", &["`test` is a mnemonic"]);
    item("pub fn «ID»() { ret; }", &["taken by what every library has"]);
    item("pub const «LIB»: a8 = 0;", &["taken"]);
    item("pub fn «program»() { ret; }", &["taken"]);
    item("pub fn «loop»() { ret; }", &["a keyword of Rust"]);
    item("pub fn «a8»() { ret; }", &["a register size"]);
    item("pub fn f() { ret; } pub const «f»: a8 = 0;", &["the name `f` is defined twice"]);
    item("let f = a8[0]; pub fn «f»() { ret; }", &["the name `f` is defined twice"]);
    item("pub fn f(«last»: a8[0]) { ifz last; ret; }", &["the name `last` is defined twice"]);
    item("pub fn f(«put»: a8[0]) { ret; }", &["a mnemonic"]);
    item("pub fn f(x: a8[0], «x»: a8[1]) { eq.n x, x; ret; }", &["defined twice"]);
    item(
        "pub fn f(x: a8[0]) -> («x»: a8[1]) { put a8[1], 0; ifz a8[0]; ret; }",
        &["defined twice"],
    );
    body("next: jmp next; «next»:", &["the label `next` is defined twice"]);
    body("«two»: jmp two;", &["the name `two` is defined twice"]);
    body("«x»:", &["the name `x` is defined twice"]);
    assert!(read("pub fn f(x: a8[0]) -> (x: a8[0]) { inc x; ret; }").is_ok());
}

#[test]
fn inputs_and_outputs() {
    item("pub fn f(x: a8[0], y: «a8»[0]) { eq.n x, y; ret; }", &["two inputs are in `a8[0]`"]);
    item(
        "pub fn f() -> (x: a8[0], y: «a8»[0]) { put x, 0; ret; }",
        &["two outputs are in `a8[0]`"],
    );
    item("pub fn f(«a8»[0]) { ret; }", &["`a8` has no name"]);
    item("pub fn f(x: «bool») { ret; }", &["the type `bool` of Rust", "`a8[0]` holds a `bool`"]);
    item("pub fn f(x: «a8») { ifz x; ret; }", &["the register `a8` needs an index"]);
    item("pub fn f(x: «&»a8[0]) { ifz x; ret; }", &["expected a register"]);
    item("pub fn f(x: «Option»<a8[0]>) { ifz x; ret; }", &["expected a register"]);
    item("pub fn f(x: a8[0] «y»: a8[1]) { eq.n x, y; ret; }", &["expected `,` or `)`, found `y`"]);
    item("pub fn f(x: a8[0] «=» 5) { ifz x; ret; }", &["expected `,` or `)`, found `=`"]);
    item("pub fn f(«mut» x: a8[0]) { ifz x; ret; }", &["expected a name and a register"]);
    item("pub fn f(«&»x: a8[0]) { ifz x; ret; }", &["expected a name and a register"]);
    item("pub fn f(«self», x: a8[0]) { ifz x; ret; }", &["expected a name and a register"]);
    item("pub fn f(x«?»: a8[0]) { ifz x; ret; }", &["`?` stands behind the register"]);
    item("pub fn f(x: a8«?»[0]) { ifz x; ret; }", &["`?` stands behind the register"]);
    item("pub fn f«<»T>(x: a8[0]) { ifz x; ret; }", &["expected `(` and the inputs"]);
    item("pub fn f(x«)» { ret; }", &["expected `:` and a register"]);
    item("pub fn f() -> «(») { ret; }", &["has no `-> ()`", "leave it out"]);
    item("pub fn f(x: a8[0]) -> «a8»[0] { ret; }", &["expected `(` and the outputs"]);
    item("pub fn f() -> «y»: a8[0] { put y, 1; ret; }", &["expected `(` and the outputs"]);
    item("pub fn f«{» ret; }", &["expected `(` and the inputs"]);
    item("pub fn f()«;»", &["expected `{` and the statements"]);
    item("pub fn «f»() { }", &["has no instruction", "`ret;`"]);
    item("pub fn f(x: a8[0] «y»: a8[1]) { eq.n x, y; ret; }", &["expected `,` or `)`, found `y`"]);
    item("pub fn f(x: a8[0]? «y»: a8[1]) { eq.n x, y; ret; }", &["expected `,` or `)`, found `y`"]);
    item("pub fn f(x: a8[0] «=» 5) { ifz x; ret; }", &["expected `,` or `)`, found `=`"]);
    item(
        "pub fn f(«#»[cfg(test)] x: a8[0]) -> (y: a8[1]) { dup x, y; ret; }",
        &["neither attributes nor documentation"],
    );
    item(
        "pub fn f(\n«/// The amount.»\nx: a8[0]) { ifz x; ret; }",
        &["neither attributes nor documentation"],
    );
    item("pub fn f(«mut» x: a8[0]) { ifz x; ret; }", &["expected a name and a register"]);
    item("pub fn f(x: a8[0]) -> «a8»[0] { ret; }", &["expected `(` and the outputs"]);
}

#[test]
fn requirements() {
    body("require «fail» => TooBig;", &["`fail` cannot be required", "`refuse Error;`"]);
    body("require «inv» st0 => TooBig;", &["`inv` cannot be required", "`require not`"]);
    body("require «jmp» two => TooBig;", &["cannot be required"]);
    body("require «ret»;", &["cannot be required"]);
    body("require «test»;", &["cannot be required"]);
    body("require «routine» two;", &["cannot be required", "`require st0"]);
    body("require «dup» x, y => TooBig;", &["`dup` does not set `st0`"]);
    body("require «nop»;", &["`nop` does not set `st0`"]);
    body("require eq.n «a8[7]», a8[1] => TooBig;", &["this reads `a8[7]`"]);
    body("require put «a8[7]», 5 => TooBig;", &["this writes `a8[7]`"]);
    body("require eq.n x, y => «TooBug»;", &["no error is called `TooBug`", "`TooBig`?"]);
    body(
        "require eq.n x, y => «;»",
        &["expected the name of an error", "stop the program without"],
    );
    body("require «=»> TooBig;", &["expected an instruction that sets `st0`", "found `=`"]);
    body(
        "require eq.n x, y «=» TooBig;",
        &["expected `=>` before the name of an error, found `=`"],
    );
    body(
        "require eq.n x, y «->» TooBig;",
        &["expected `=>` before the name of an error, found `->`"],
    );
    body("require eq.n x, y «TooBig»;", &["expected `,`, `=>` or `;`"]);
    body("require eq.n x, y, «TooBig»;", &["`TooBig` is an error", "`=> TooBig`"]);
    body("put a8[0], «TooBig»;", &["`TooBig` is an error", "`refuse TooBig;`"]);
    body("require «st1» => TooBig;", &["or `st0`, found `st1`"]);
    body("require «x» => TooBig;", &["an instruction that sets `st0`"]);
    body("require «x»;", &["an instruction that sets `st0`"]);
    body("require «!»ifz x => TooBig;", &["`require not`"]);
    body("require not «not» ifz x => TooBig;", &["one `not` is enough"]);
    body("require ifz x => «E::TooBig»;", &["named by their variant alone", "write `TooBig`"]);
    body("require ifz x => E::«TooBug»;", &["did you mean `TooBig`?"]);
    body("refuse «super::E::TooBig»;", &["named by their variant alone", "write `TooBig`"]);
    body("refuse TooBig«(»x);", &["an error is a number, and holds no values"]);
    body("refuse TooBig «{» x };", &["an error is a number, and holds no values"]);
    body("«assert» ifz x;", &["`require instruction => Error;`"]);
    body("require «eqq».n x, y => TooBig;", &["unknown mnemonic `eqq`"]);
    body("refuse «TooBug»;", &["no error is called `TooBug`, did you mean `TooBig`?"]);
    body("refuse «;»", &["expected the name of an error"]);
}

#[test]
fn registers_of_errors_have_no_other_name() {
    let refusal = "enum E in a8[7] { A = 1 }";
    item(
        &format!("{refusal} pub fn f(«x»: a8[7]) {{ ifz x; require st0 => A; ret; }}"),
        &["`x` is in `a8[7]`, where this routine leaves its errors"],
    );
    item(
        &format!("{refusal} pub fn f() -> («x»: a8[7]) {{ put x, 1; refuse A; }}"),
        &["`x` is in `a8[7]`"],
    );
    item(
        &format!("{refusal} pub fn f() {{ let «x» = a8[7]; put x, 1; refuse A; }}"),
        &["`x` is in `a8[7]`"],
    );
    item(
        &format!(
            "{refusal} let «x» = a8[7]; pub fn f() {{ put x, 1; refuse A; }} fn g() {{ refuse A; }}"
        ),
        &["`x` is in `a8[7]`"],
    );
    item(
        &format!("{refusal} pub fn f(«x»: a8[7]) {{ require ifz x => A; ret; }}"),
        &["`x` is in `a8[7]`"],
    );
    let text = format!("{refusal} pub fn f(x: a8[7]) {{ ifz x; ret; }} pub fn g() {{ refuse A; }}");
    assert!(read(&text).is_ok());
}

#[test]
fn routines_and_jumps() {
    body("routine «nowhere»;", &["no routine is called `nowhere`"]);
    body("routine «tow»;", &["did you mean `two`?"]);
    body("routine «5»;", &["expected the name of a routine"]);
    body("next: routine «next»;", &["`next` is a label, and `routine` calls a routine"]);
    body("jif «nxt»; next: jif next;", &["undefined label `nxt`, did you mean `next`?"]);
    body("jmp «three::x»;", &["where a constant leads to is not known"]);
    body("LABEL: jif LABEL; jmp «LABLE»;", &["undefined label `LABLE`"]);
    body("«two»;", &["`two` is a routine, not an instruction", "`routine two;`"]);
    body("«two»(x);", &["`two` takes no arguments, found 1"]);
    body("routine two«(»);", &["the inputs of a routine are in its registers"]);
    body("call two«(»);", &["the inputs of a routine are in its registers"]);
    body(
        "call «5»;",
        &["expected a routine of another library, found `5`", "`call module::name;`"],
    );
    body("exec «math»;", &["expected a routine of another library", "`exec module::name;`"]);
    body("call «math»::double;", &["no library is imported as `math`", "`use path::to::module;`"]);
    item(
        "pub fn f() { jmp «there»; } fn g(x: a8[0]) { there: ifz x; jif there; ret; }",
        &["the label `there` belongs to another routine"],
    );
}

#[test]
fn code_that_is_too_long() {
    let statements = |count| "put a64[1], 5; inc a64[1]; ".repeat(count);
    check(
        &format!(
            "pub fn one(x: a8[0]) {{ put a64[2], 1; {} put a64[1], 5; «inc» a64[1]; {} inc x; ret; }}",
            statements(9_361),
            statements(638)
        ),
        &["the code has 700", "split it over several libraries"],
    );
}

#[test]
fn attributes() {
    item("#![«profil»(\"spec\")]", &["did you mean `profile`?"]);
    item("#![profile(«\"mainnet\"»)]", &["there is no profile `mainnet`", "`spec`"]);
    item("#![«profile = \"spec\"»]", &["this attribute is written `#![profile("]);
    item("#![isae(«\"alu\"»)]", &["starts with `a`"]);
    item("#![isae(\"ALU\")] #![«isae»(\"ALU\")]", &["stands here a second time"]);
    item("#![id = «\"alu1\"»]", &[]);
    item("«#»![isa(path::To)]", &["only the macro `alulib!` has `isa`"]);
    item("«#»[cfg(test)] pub const A: a8 = 0;", &["only the macro `alulib!` has `cfg`"]);
    item("pub const A: a8 = 0; «#»![id = \"alu1\"]", &["stands at its beginning"]);
    item("#[«isae»(\"ALU\")] pub const A: a8 = 0;", &["stands at its beginning"]);
    item(
        "#![isae(«\"RGB\"»)] pub fn f(s: s16[0]) -> (d: r256[0]) { sha2 s, d; ret; }",
        &["`sha2` belongs to the extension `BPDIGEST`"],
    );
    body("«#»[inline] nop;", &["an attribute has no meaning here"]);
    body("«#»[cfg(test)] nop;", &[]);
    check("pub fn one() { ret; «#»[allow(unreachable)] }", &["no statement behind this"]);
    body("«/// text»\n nop;", &["doc comment"]);
    assert!(read("pub fn one() {\n/// Text.\nnext: jif next; ret; }").is_ok());
}

#[test]
fn statements_as_in_plain_assembly() {
    body("«ad».uc x, y;", &["unknown mnemonic `ad`"]);
    body("«add» x, y;", &["needs flags"]);
    body("put «z», 5;", &["`z` is no register and no alias"]);
    body("put a16[0], «LIMIT»;", &["no constant is called `LIMIT`"]);
    body("«foo» x;", &["`#![isa(path::To::Extension)]` at the start of the library"]);
    body("«match» x { 0 => { ret; } }", &["`jif`"]);
    body("«const» N: a8 = 5;", &["items stand beside the routines"]);
}

#[test]
fn all_errors_are_found_at_once() {
    let marked = "pub const A: «usize» = 1; pub fn «jmp»(x: a8[0]) { put «z», 1; «bad»; refuse «Q»; }\n\
                  pub fn other(«x»: a8[0]) { nop; ret; }";
    assert_eq!(reports(marked, &BTreeMap::new()).len(), 6);
}

#[test]
fn a_mistake_is_one_error() {
    for marked in [
        "pub fn one(x: a8[0]) -> (y: a8[1]) { «dupp» x, y; ret; }",
        "pub fn one(x: a8[0]) -> (y: a8[1]) { dup x, «z»; ret; }",
        "enum E in «a128[0]» { A = 1 } pub fn one() { refuse A; }",
        "enum E in a8[0] { A = «1000» } pub fn one() { refuse A; }",
        "const A: a8 = «1000»; pub fn one() -> (x: a8[0]) { put x, A; ret; }",
        "let x = a8[«99»]; pub fn one() { put x, 1; ret; }",
        "pub fn one() { routine two; ret; } fn two() { «reet»; }",
        "pub fn one(x: «a9»[0]) -> (y: a8[1]) { dup x, y; ret; }",
        "pub «unsafe» fn one() { ret; }",
        "pub «const» fn one() { ret; }",
        "«func» one() { ret; }",
        "enum E in a8[7] { A = 1 } pub fn f(«x»: a8[7]) { require ifz x => A; ret; }",
        "enum E in a8[7] { A = 1 } let «x» = a8[7]; pub fn f() { put x, 1; refuse A; } pub fn g() { refuse A; }",
        "«func» two(x: a8[0]) { ret; } pub fn one() { routine two; jmp two; }",
        "«static» X: a8 = 1; pub fn one() -> (x: a8[0]) { put x, X; ret; }",
        "enum E«;» pub fn one() { refuse A; }",
        "enum E in a8[0] { «5», A = 1 } pub fn one() { refuse B; }",
        "pub fn one«[»x: a8[0]] { add.uc x, y; ret; }",
        "use «\"no\"» as no; pub fn one(x: a8[0]) -> (y: a8[1]) { call no::thing; dup x, y; ret; }",
    ] {
        assert_eq!(reports(marked, &BTreeMap::new()).len(), 1, "{marked}");
    }
}
