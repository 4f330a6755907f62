//! Each mistake of asm.md's table, with the tokens that the error must point at and what its message
//! and hints must say.

use aluvm_core::asm::{AsmErrors, parse};

/// The errors of a source in which `«»` enclose what each of them must point at, in order.
fn errors(marked: &str) -> Vec<String> {
    let source = marked.replace(['«', '»'], "");
    let errors = parse(&source).expect_err(&source);
    let found: Vec<&str> = errors
        .iter()
        .map(|error| &source[error.span.start as usize..error.span.end as usize])
        .collect();
    let starts: Vec<usize> = errors.iter().map(|error| error.span.start as usize).collect();
    let mut expected = Vec::new();
    let mut expected_starts = Vec::new();
    let (mut rest, mut length) = (marked, 0);
    while let Some((before, behind)) = rest.split_once('«') {
        let (inside, behind) = behind.split_once('»').expect("closed mark");
        length += before.len();
        expected_starts.push(length);
        length += inside.len();
        expected.push(inside);
        rest = behind;
    }
    assert_eq!((found, starts), (expected, expected_starts), "{errors}");
    reports(&errors)
}

fn reports(errors: &AsmErrors) -> Vec<String> {
    errors.iter().map(|error| error.report()).collect()
}

/// Checks that a source has the one error that is marked, and that its report has all `parts`.
fn check(marked: &str, parts: &[&str]) {
    let errors = errors(marked);
    let [report] = errors.as_slice() else { panic!("{marked}: {} errors", errors.len()) };
    for part in parts {
        assert!(report.contains(part), "{marked}\n{report}\nlacks {part:?}");
    }
}

#[test]
fn unknown_mnemonic() {
    check("«ad».uc a8[1], a8[2];", &["unknown mnemonic `ad`", "did you mean `add`?"]);
    check("«jump» 0;", &["unknown mnemonic `jump`", "did you mean `jmp`?"]);
    check("«routin» 0;", &["did you mean `routine`?"]);
    check("«ssh2» s16[0], r256[0];", &["did you mean `sha2`?"]);
    check("«frobnicate» a8[1];", &["unknown mnemonic `frobnicate`"]);
    assert!(!errors("«frobnicate» a8[1];")[0].contains("did you mean"));
}

#[test]
fn words_of_other_languages() {
    check("«halt»;", &["unknown mnemonic `halt`", "`ret` ends the program"]);
    check("«jnz» a8[0], next;", &["`jif` jumps if st0 is true"]);
    check("«ror» a8[0], a8[1];", &["`scr`"]);
    check("«loop» { ret; }", &["a label and a jump back"]);
    check("«if» st0 { jmp x }", &["`jif`"]);
    check("«fn» main() { put a8[0], 5; } ret;", &["Rust items"]);
    check("«const» X: u8 = 5; ret;", &["Rust items"]);
    check("«a16»[0] = 5;", &["expected a mnemonic", "`put a16[0], 5;`"]);
    check("«x» = a16[0];", &["expected a mnemonic", "`let name"]);
    check("let x = a8[0]; «x» = 5;", &["expected a mnemonic"]);
    check("«#» comment\nret;", &["comments begin with `//`"]);
    check("ret; «#» comment", &["comments begin with `//`"]);
    check("ret «#» comment", &["comments begin with `//`"]);
    check("nop; «;» nop;", &["comments begin with `//`"]);
}

#[test]
fn upper_case() {
    check("«ADD».uc a8[1], a8[2];", &["lower case", "write `add`"]);
    check("add.«UC» a8[1], a8[2];", &["lower case", "write `uc`"]);
    check("add.uc «A8»[1], a8[2];", &["lower case", "write `a8`"]);
    check("mov «F16B»[1], f16b[2];", &["write `f16b`"]);
    check("inv «ST0»;", &["write `st0`"]);
}

#[test]
fn missing_flags() {
    check(
        "«add» a8[1], a8[2];",
        &[
            "`add` needs flags with integer registers: `.uc`, `.sc`, `.uw` or `.sw`",
            "`.uc` unsigned, overflow gives an undefined result",
            "`.sw` signed, result modulo two to the width",
        ],
    );
    check("«add» f32[1], f32[2];", &["float registers", "`.n` round to nearest"]);
    check("«gt» a8[1], a8[2];", &["`.u` unsigned", "`.s` signed"]);
    check("«eq» a8[1], a8[2];", &["`.e` two undefined registers are equal"]);
    check("«eq» f32[1], f32[2];", &["`.r` roughly"]);
    check("«st» a8[1];", &["`.a` add st0, saturating"]);
    check("«splt» s16[0], a16[0], s16[1], s16[2];", &["`.zn`"]);
    check("«edadd» r256[0], r256[1], r256[2];", &["`.s` strict", "`.l` lax"]);
    check("add.«;»", &["expected flags behind the dot, found `;`"]);
}

#[test]
fn unknown_flags() {
    check(
        "add.«q» a8[1], a8[2];",
        &["`add` has no flags `.q` with integer registers", "`.uc` unsigned"],
    );
    check(
        "add.«uc» f32[1], f32[2];",
        &["`add` has no flags `.uc` with float registers", "`.n` round"],
    );
    check("add.«cu» a8[1], a8[2];", &["no flags `.cu`", "`.uc`"]);
    check("shr.«x» a8[1], a8[2];", &["`.u` or `.s`"]);
    check("splt.«nnn» s16[0], a16[0], s16[1], s16[2];", &["no flags `.nnn`", "`.nn`"]);
}

#[test]
fn contradictory_flags() {
    check("add.«us» a8[1], a8[2];", &["`u` excludes `s`", "`.uc` unsigned"]);
    check("add.«ucw» a8[1], a8[2];", &["`c` excludes `w`"]);
    check("add.«zn» f64[1], f64[2];", &["`z` excludes `n`", "`.z` round toward zero"]);
    check("gt.«us» a8[1], a8[2];", &["`u` excludes `s`"]);
}

#[test]
fn needless_flags() {
    check("mov.«u» a8[1], a8[2];", &["`mov` takes no flags, remove `.u`", "`mov aN[i], aN[j]`"]);
    check("add.«uc» a8[1], 5;", &["takes no flags with these operands", "`add aN[i], step`"]);
    check("shr.«u» a8[1], r128[5];", &["takes no flags with these operands", "`shr aN[i], rM[j]"]);
    check("ret.«x»;", &["`ret` takes no flags"]);
    check("add.u«.»c a8[1], a8[2];", &["behind one dot"]);
}

#[test]
fn operand_count() {
    check("«add».uc a8[1];", &["`add` takes 2 operands, found 1", "`add.uc aN[i], aN[j]`"]);
    check("«add».uc;", &["`add` takes 2 operands, found 0"]);
    check("add.uc a8[1], a8[2], «a8[3]»;", &["`add` takes 2 operands, found 3"]);
    check("ret «5»;", &["`ret` takes no operands, found 1"]);
    check(
        "neg a8[1], «a8[2], a8[3]»;",
        &["`neg` takes 1 operand, found 3", "`neg aN[i]` with i = 0..=15"],
    );
    check("«jmp»;", &["`jmp` takes 1 operand, found 0", "`jmp target`"]);
    check("«rev» s16[0];", &["`rev` takes 2 operands with string registers, found 1"]);
    check("rev a8[0], «a8[1]»;", &["`rev` takes 1 operand with integer registers, found 2"]);
    check("jmp .«next»; next: ret;", &["`jmp` takes no flags, remove `.next`"]);
    check("rev a8[1], a8[2], «a8[3]»;", &["`rev` takes 1 to 2 operands, found 3"]);
}

#[test]
fn operand_kind_and_family() {
    check(
        "add.uc «r128[1]», r128[2];",
        &["an integer register `aN[i]` or a float register `fN[i]`", "`add.uc aN[i], aN[j]`"],
    );
    check("gt.u a8[1], «5»;", &["found `5`", "`gt.u aN[i], aN[j]`"]);
    check("put a8[1], «a8[2]»;", &["expected a value, found the register `a8[2]`", "`dup` copies"]);
    check("jmp «a8[1]»;", &["expected a jump target, found the register `a8[1]`"]);
    check("not «f32[1]»;", &["an integer register", "a general register", "`not rN[i]"]);
    check("len «a8[1]», a16[0];", &["a string register `s16[i]`"]);
    check("inv «a8[1]»;", &["expected `st0`"]);
    check("sha2 s16[0], «a256[1]»;", &["`r256[i]` or `r512[i]`"]);
    check("call «5»;", &["expected a call target `OFFSET @ LIBRARY`"]);
    check("jmp «5 @ 1»;", &["expected a jump target, found a call target"]);
    check("mov a8[1], «\"x\"»;", &["found `\"x\"`"]);
    check("clr «s16[0]»;", &["found the register `s16[0]`", "`clr rN[i]`"]);
}

#[test]
fn sizes_that_differ() {
    check(
        "add.uc a8[1], «a16»[2];",
        &["must have one size, found `a8` and `a16`", "`add.uc aN[i], aN[j]`"],
    );
    check("mov f32[1], «f64»[2];", &["found `f32` and `f64`"]);
    check("and r128[1], r128[2], «r160»[3];", &["found `r128` and `r160`"]);
    check("swp a8[1], «f32»[2];", &["found `a8` and `f32`"]);
    check("let x = a16[0]; add.uc a8[1], «x»;", &["found `a8` and `a16`"]);
}

#[test]
fn register_that_does_not_exist() {
    check(
        "clr «a24»[0];",
        &["no register `a24`", "`a8`, `a16`, `a32`, `a64`, `a128`, `a256`, `a512` or `a1024`"],
    );
    check("clr «f48»[0];", &["`f16b`, `f16`, `f32`, `f64`, `f80`, `f128`, `f256` or `f512`"]);
    check("clr «r100»[0];", &["`r128`, `r160`"]);
    check("mov «s8»[0], s16[1];", &["`s16`"]);
    check("clr «x9»[0];", &["`a8` to `a1024`"]);
    check("clr a8[«32»];", &["there is no `a8[32]`", "0..=31"]);
    check("clr a8[«0x20»];", &["there is no `a8[0x20]`"]);
    check("mov s16[«16»], s16[0];", &["0..=15"]);
    check("clr a8[«99999999999999999999999999999999999999999999»];", &["0..=31"]);
    check("clr «a8»;", &["`a8` needs an index, as in `a8[0]`"]);
    check("clr a8[«]»;", &["expected the index of a register"]);
    check("clr a8[«X»];", &["expected the index of a register, a number, found `X`"]);
    check("clr a8[«1u8»];", &["no type suffix"]);
    check("clr a8[1 «2»];", &["expected `]`, found `2`"]);
}

#[test]
fn register_that_does_not_fit() {
    check("neg a8[«16»];", &["cannot name `a8[16]`", "0..=15"]);
    check("st.s a8[«8»];", &["0..=7"]);
    check("shr.u a8[«16»], a16[0];", &["0..=15"]);
    check("secpgen r256[0], r512[«8»];", &["0..=7"]);
    check("let x = a8[20]; neg «x»;", &["cannot name `a8[20]`"]);
    check(
        "shl «a32»[0], a16[0];",
        &["takes no `a32` register here, only `a8` or `a16`", "N = 8 or 16"],
    );
    check("secpmul «r128»[0], r512[0], r512[1];", &["only `r256`"]);
    check("ripemd s16[0], «r256»[1];", &["only `r160`"]);
    check("fill.e s16[0], a16[0], «a8»[1], a8[0];", &["only `a16`"]);
    check("find s16[0], s16[1], a16[«1»];", &["only the register `a16[0]`"]);
}

#[test]
fn immediate_out_of_range() {
    check("put a8[0], «256»;", &["`256` is out of the range of `a8`, -128..=255"]);
    check("put a8[0], «-129»;", &["`-129`", "-128..=255"]);
    check("put a16[0], «0x1_0000»;", &["-32768..=65535"]);
    check(
        "put a64[0], «0x1_0000_0000_0000_0000»;",
        &["-9223372036854775808..=18446744073709551615"],
    );
    check("put a128[0], «0x1_00000000_00000000_00000000_00000000»;", &["-2^127..=2^128-1"]);
    check("put r128[0], «-1»;", &["`r128`, 0..=2^128-1"]);
    check("put r160[0], «0x1_0000000000_0000000000_0000000000_0000000000»;", &["0..=2^160-1"]);
    check("jmp «65536»;", &["0..=65535"]);
    check("jmp «-1»;", &["0..=65535"]);
    check("add a8[0], «128»;", &["-128..=127"]);
    check("add a8[0], «-129»;", &["-128..=127"]);
    check("sub a8[0], «129»;", &["-127..=128"]);
    check("sub a8[0], «-128»;", &["-127..=128"]);
    check("call 0 @ «256»;", &["0..=255"]);
    check(".byte «256»;", &["`256` is out of the range 0..=255"]);
    check("put f16[0], «65520»;", &["too large for f16"]);
    check("put a8[0], «99999999999999999999999999999999999999999999999999999»;", &["-128..=255"]);
}

#[test]
fn immediate_of_the_wrong_kind() {
    check("put a8[0], «1.5»;", &["expected an integer, -128..=255, found `1.5`"]);
    check("put r128[0], «5e3»;", &["expected an integer"]);
    check("put a8[0], «\"x\"»;", &["expected an integer"]);
    check("put f32[0], «\"x\"»;", &["expected a float"]);
    check("put s16[0], «5»;", &["expected a string"]);
    check("put a8[0], «5u8»;", &["no type suffix", "remove `u8`"]);
    check("put f32[0], «1.5f32»;", &["remove `f32`"]);
    check("put a8[0], «'x'»;", &["a byte is written `b'x'`"]);
    check("put f32[0], «nan»;", &["NaN", "`clr`"]);
    check("put f32[0], «NaN»;", &["NaN", "`clr`"]);
    check("put f32[0], «-infinity»;", &["expected `inf`"]);
    check("put f32[0], «Inf»;", &["expected `inf`, found `Inf`"]);
    check("put s16[0], «hello»;", &["expected a string in quotes", "upper case"]);
    check("put f512[0], «inf»;", &["posit"]);
    check("put a8[0], «inf»;", &["expected an integer", "found `inf`"]);
    check("put a8[0], «0b12»;", &["`2` is no digit"]);
    check("put a8[0], «0x»;", &["no digits"]);
    check("put s16[0], «\"\\q\"»;", &["`\\q` is no escape"]);
    check("put a8[0], «(»1);", &["braces"]);
    check("put a8[0], «-»LIMIT;", &["braces"]);
    check("put a8[0], LIMIT «+» 1;", &["expected `,` or `;`, found `+`", "braces"]);
    check("del.n s16[0], s16[1], a8[0], a8[1], true, «maybe»;", &["`maybe`"]);
    check(
        "del.n s16[0], s16[1], a8[0], a8[1], «1», false;",
        &["expected `true` or `false`, found `1`"],
    );
    check("jmp «1.5»;", &["expected an integer, 0..=65535"]);
    check("jmp «\"x\"»;", &["expected a label, an offset in the code or a constant"]);
    check("put a8[0], «@5[2]»;", &["without a length"]);
    check("put s16[0], «@5»;", &["with a length"]);
    check("put a8[0], @«65536»;", &["0..=65535"]);
}

#[test]
fn immediate_of_the_wrong_width() {
    check("put a16[0], «b\"x\"»;", &["`a16` has 2 bytes, this byte string has 1"]);
    check("put r160[0], «b\"\"»;", &["`r160` has 20 bytes, this byte string has 0"]);
    check("put f80[0], «b\"12345678901\"»;", &["`f80` has 10 bytes, this byte string has 11"]);
}

#[test]
fn words_of_older_sources() {
    check("«gt:u» a8[0], a8[1];", &["flags stand behind a dot: write `gt.u`"]);
    check("next: «add:uc» a8[0], a8[1]; jmp next;", &["write `add.uc`"]);
    check("«succ»;", &["unknown mnemonic `succ`", "`ret` ends the program"]);
    // A label may have the name of a mnemonic, and an instruction that of flags may not be there.
    assert!(parse("gt: ret; jmp gt; add: inc a8[0]; jmp add;").is_ok());
    check("gt: «foo» a8[0];", &["unknown mnemonic `foo`"]);
}

#[test]
fn directives_are_lower_case() {
    check("«.BYTE» 0x47;", &["unknown directive `.BYTE`, did you mean `.byte`?"]);
    check("«.ISAE» \"ALU\";", &["unknown directive `.ISAE`, did you mean `.isae`?"]);
    check("«.word» 0x47;", &["unknown directive `.word`", "`.byte 0x47, 0x01;`"]);
}

#[test]
fn generic_arguments_need_braces() {
    check("put a8[0], «size_of»::<u64>();", &["needs braces", "`{ … }`"]);
    check("put a8[0], «a»::b::<Vec<u8>, (u8, u8)>() + 1;", &["needs braces"]);
    check("jmp «a»::<;", &["needs braces"]);
}

#[test]
fn constants_are_for_the_macro() {
    check("put a8[0], «LIMIT»;", &["`LIMIT` is a Rust constant, which only `aluasm!` knows"]);
    check("put a8[0], «path::limit»;", &["`path::limit` is a Rust constant"]);
    check("put a8[0], «{ 1 + 2 }»;", &["Rust constant"]);
    check("jmp «LIMIT»;", &["`LIMIT` is a Rust constant"]);
    check("call «SITE»;", &["`SITE` is a Rust constant"]);
    check("call 0 @ «Self::LIB»;", &["`Self::LIB` is a Rust constant"]);
    check("«#»![isa(Foo)]", &["`aluasm!`", "parse_with"]);
    check("«#»[cfg(test)] ret;", &["only `aluasm!` knows whether `#[cfg(…)]` holds"]);
    check("«#»[inline] ret;", &["an attribute has no meaning here"]);
}

#[test]
fn labels() {
    check("next: jmp «nxt»;", &["undefined label `nxt`, did you mean `next`?"]);
    check("jmp «nowhere»;", &["undefined label `nowhere`"]);
    check("jmp «x»; jif x; routine x;", &["undefined label `x`"]);
    let report = &errors("next: nop; «next»: nop;")[0];
    assert!(report.contains("the label `next` is defined twice"), "{report}");
    let errors = parse("next: nop;\n  next: nop;").expect_err("twice");
    let (_, first) = errors.iter().next().and_then(|error| error.note).expect("a note");
    assert_eq!((first.line, first.column), (1, 1));
    assert!(errors.to_string().contains("first defined here: 1:1"), "{errors}");
    check("«next» nop; jmp next;", &["expected `:` behind the label `next`"]);
}

#[test]
fn aliases() {
    check("let x = a8[0]; let «x» = a8[1];", &["the alias `x` is defined twice"]);
    check("let «add» = a8[0];", &["`add` is a mnemonic"]);
    check("let «a16» = a8[0];", &["`a16` is a register size"]);
    check("let x = «5»;", &["expected a register"]);
    check("let x «a8»[0];", &["expected `=`"]);
    check("let «5» = a8[0];", &["expected a name"]);
    check("let counter = a8[0]; inc «countr»;", &["did you mean `counter`?"]);
    check("let x = a8[0]; inc x«[»1];", &["`x` stands for `a8[0]` and takes no index"]);
}

#[test]
fn punctuation() {
    check("inc a8[0«]»\nret;", &["expected `;` behind this, found `ret`"]);
    check("«ret»\nadd.uc a8[0], a8[1];", &["expected `;` behind this, found `add`"]);
    check("«ret»\nret;", &["expected `;` behind this"]);
    check("ret; «ret»", &["expected `;` behind this, found the end"]);
    check("«nop»\nnext: jmp next;", &["expected `;` behind this, found `next`"]);
    check("«nop»\nlet x = a8[0]; inc x;", &["expected `;` behind this, found `let`"]);
    check("add.uc a8[0] «a8»[1];", &["expected `,` or `;`, found `a8`"]);
    check("add.uc a8[0], «;»", &["expected an operand, found `;`"]);
    check("add.uc a8[0],«,» a8[1];", &["expected an operand, found `,`"]);
    check("inc a8[0] «?»;", &["expected `,` or `;`, found `?`"]);
    check("nop; «;» nop;", &["expected an instruction, a label or `let`, found `;`"]);
    check("«5»;", &["expected an instruction, a label or `let`, found `5`"]);
    check("«.»5;", &["found `.`"]);
}

#[test]
fn one_mistake_is_one_error() {
    check("ret«,»", &["expected `;`, found `,`"]);
    check("put «$»5, a8[0];", &["expected an operand, found `$`"]);
    check("add.uc«.» a8[0], a8[1];", &["one dot"]);
    check("call 5 @ «alu»:650XHPmh;", &["expected a library"]);
    check("mov «a8»(0), a8[1];", &["`a8` needs an index"]);
    check("put a8[0], LIMIT «as» u8;", &["expected `,` or `;`, found `as`", "needs braces"]);
    check("add a8[0], 5 «as» i8;", &["needs braces"]);
    check("jmp «'»next; next: ret;", &["a label has no quote"]);
    check("mov «a8» 0, a8[1];", &["`a8` needs an index"]);
}

#[test]
fn hints_name_the_way_out() {
    check("mov a8[0], «a16»[1];", &["`cpy`", "`cnv`"]);
    check("add.uc a8[0], «f32»[1];", &["must have one family and size", "`cnv`"]);
    check("eq.e a8[0], «r128»[0];", &["`spy`"]);
    check("mul.uc a8[0], «5»;", &["`put` puts a value into a register"]);
    check("shl a8[0], «3»;", &["by how many bits"]);
    check("shr «r128[0]», a8[0];", &["by how many bits"]);
}

#[test]
fn text_that_is_no_token() {
    check("put s16[0], «\"»abc;", &["string is not closed"]);
    check("nop; «/*» never", &["comment is not closed"]);
    check("inc a8«[»0;", &["this `[` is not closed"]);
    check("inc a8 0«]»;", &["this `]` closes nothing"]);
    check("inc «§» a8[0];", &["unexpected character `§`"]);
}

#[test]
fn library_ids() {
    let id = "alu1";
    check(&format!("call 0 @ «\"{id}\"»;"), &["library id"]);
    check("exec 0 @ «\"hello\"»;", &["not a library id"]);
    check("call 0 @ «5.5»;", &["expected a library"]);
    check("call 0 @ «next»; next: ret;", &["expected a library"]);
}

#[test]
fn blocks_that_are_too_long() {
    let source = "put a8[0], 1;\n".repeat(16384);
    let errors = parse(&source).expect_err("65536 bytes");
    let all: Vec<_> = errors.iter().collect();
    let [error] = all.as_slice() else { panic!("{errors}") };
    assert!(error.to_string().contains("the code has 65536 bytes"), "{error}");
    assert_eq!(error.span.line, 16384);
    assert!(parse(&"put a8[0], 1;\n".repeat(16383)).is_ok());

    let strings = |count: usize| -> String {
        (0..count).map(|i| format!("put s16[0], b\"{}{i:04}\";\n", "x".repeat(6996))).collect()
    };
    let errors = parse(&strings(10)).expect_err("70000 bytes");
    let all: Vec<_> = errors.iter().collect();
    let [error] = all.as_slice() else { panic!("{errors}") };
    assert!(error.to_string().contains("grow to 70000 bytes"), "{error}");
    assert_eq!(error.span.line, 10);
    assert!(parse(&strings(9)).is_ok());
    // A value that stands in the data already takes no more, as a part of another or as it is.
    assert!(parse(&strings(9).repeat(3)).is_ok());
    let part = format!("put s16[0], b\"{}\";\n", "x".repeat(6990));
    assert!(parse(&(strings(9) + &part)).is_ok());
}

#[test]
fn display_shows_the_line() {
    let errors = parse("nop;\n\tadd.uc a8[1], a16[2];\n").expect_err("sizes differ");
    let expected = "error: the registers of `add` must have one size, found `a8` and `a16`\n \
                    --> 2:16\n  |\n2 |  add.uc a8[1], a16[2];\n  |                ^^^\n  = help: ";
    assert!(errors.to_string().starts_with(expected), "{errors}");
}
