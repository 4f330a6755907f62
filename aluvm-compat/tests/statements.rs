//! Statements of `aluasm_isa!`: all that scripts have, and what the macro of the registry's crate takes besides, give the
//! same libraries.

// What the macro of the registry's crate expands to.
#![allow(clippy::diverging_sub_expression, clippy::neg_multiply)]

use aluvm_compat_tests::{here, there};

/// What `isa_instr!` is for the mnemonics of a host: the operands come token by token.
macro_rules! isa_instr {
    (three $number:ident, a16[$index:literal]) => {
        Probe {
            opcode: 0x83,
            number: $number,
            index: u5::from(&Reg32::from(u5::with($index))).to_u8(),
        }
    };
    (five $number:ident) => {
        Probe { opcode: 0x85, number: $number, index: 0 }
    };
    (six $number:ident, a8[$index:literal], s16[$string:literal]) => {
        Probe {
            opcode: 0x86,
            number: $number,
            index: u4::from(&Reg16::from(u4::with($index))).to_u8()
                + u4::from(RegS::from($string)).to_u8(),
        }
    };
    (two s16[$index:literal]) => {
        Probe { opcode: 0x8A, number: 0, index: u4::from(RegS::from($index)).to_u8() }
    };
}

/// The same text for both sides.
macro_rules! both {
    ($($tt:tt)+) => {{
        #[allow(unused_imports)]
        let there = {
            use amplify::num::{u4, u5};
            use aluvm_compat_tests::there::Probe;
            use aluvm::reg::{Reg16, Reg32, RegS};
            let code = aluvm::aluasm_isa! { Probe => $($tt)+ };
            there::segments(&aluvm::library::Lib::assemble(&code).expect("short"))
        };
        #[allow(unused_imports)]
        let here = {
            use amplify::num::{u4, u5};
            use aluvm_compat_tests::here::Probe;
            use compat::reg::{Reg16, Reg32, RegS};
            let code = compat::aluasm_isa! { Probe => $($tt)+ };
            here::segments(&compat::library::Lib::assemble(&code).expect("short"))
        };
        assert_eq!(here, there);
        here
    }};
}

const TYPE: u16 = 4000;
const ERROR: u8 = 17;
const LOOP: u16 = 6;

#[test]
fn of_the_schemas() {
    let code = both! {
        put     a8[0], ERROR;
        put     a8[1], 0;
        put     a16[0], 0;
        put     a64[1], 1;
        five    TYPE;
        test;
        six     TYPE, a8[1], s16[0];
        three   TYPE, a16[2];
        extr    s16[0], a64[0], a16[0];
        add.uc  a64[1], a64[0];
        sub.uc  a64[1], a64[0];
        cpy     a8[0], a8[1];
        eq.n    a64[0], a64[1];
        ifz     a16[0];
        inc     a16[0];
        inv     st0;
        jif     LOOP;
        jmp     0x1A;
        lt.u    a16[0], a16[1];
        st.n    a8[2];
        st.s    a8[2];
        put     a8[0], 21;
        two     s16[3];
        test;
        ret;
    };
    assert_eq!(code.data[..3], [ERROR, 0, 0]);
    assert_eq!(code.code[..4], [0x0B, 0, 0, 0]);
}

#[test]
fn control() {
    let offset = 9;
    both! { fail; test; jmp 0; jmp offset; jif 3; jif offset; routine 7; routine offset; ret; };
    let id = compat::library::Lib::default().id();
    let code = compat::aluasm! { call 0 @ id; exec offset @ id; ret; };
    let lib = compat::library::Lib::assemble(&code).expect("short");
    assert_eq!(lib.libs.iter().copied().collect::<Vec<_>>(), [id]);
    assert_eq!(lib.code_segment(), [0x05, 0, 0, 0, 0x06, 9, 0, 0, 0x07]);
    both! {
        call 0 @ "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO4#plasma-tunnel-mama";
        exec 5 @ "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO4#plasma-tunnel-mama";
    };
}

#[test]
fn constants() {
    let text = "a text";
    let bytes = [1_u8, 2, 3];
    let (small, medium, large, huge) = (5_u8, 600_u16, 70_000_u32, u64::MAX);
    let hash = [0xA5_u8; 32];
    both! {
        put     s16[0], text;
        put     s16[1], bytes;
        put     s16[2], "a literal";
        put     s16[3], "";
        put     a8[0], small;
        put     a16[0], small;
        put     a16[1], medium;
        put     a32[0], large;
        put     a64[0], huge;
        put     a1024[3], huge;
        put     a8[1], medium;
        put     r256[0], hash;
        put     a16[8],378;
        put     a32[31],0xFFFFFFFF;
        put     a256[2],0x1234567890abcdef1234567890abcdef;
        put     r128[5],0xaf67937b5498dc;
        putif   r128[5],0xaf67937b5498dc;
        putif   a8[3], small;
        putif   a8[4], 7;
        put     f32[0], 2.5;
        put     f64[1], 0.1;
        put     f64[2], -7.25;
        clr     r1024[5];
        clr     a8[5];
        clr     f64[5];
    };
}

#[test]
fn moves_and_comparisons() {
    both! {
        swp     a8[1],a8[2];
        swp     f256[8],f256[7];
        dup     a256[1],a256[7];
        mov     a16[1],a16[2];
        mov     r256[8],r256[7];
        cpy     a256[1],a256[7];
        cpy     r256[1],r256[7];
        cnv     f128[4],a128[3];
        cnv     a128[4],f128[3];
        cnv     a8[4],a128[3];
        cnv     f16[4],f32[3];
        spy     a1024[15],r1024[24];
        gt.u    a8[5],a8[9];
        gt.s    a8[5],a8[9];
        gt.e    f64[5],f64[19];
        gt.r    f64[5],f64[19];
        gt      r160[5],r160[9];
        lt.u    a8[5],a8[9];
        lt.s    a8[5],a8[9];
        lt.e    f64[5],f64[19];
        lt.r    f64[5],f64[19];
        lt      r160[5],r160[9];
        eq.e    a8[5],a8[9];
        eq.n    r160[5],r160[9];
        eq.e    r160[5],r160[9];
        eq.e    f64[19],f64[29];
        eq.r    f64[19],f64[29];
        eq      s16[1],s16[2];
        ifn     a32[31];
        ifz     r2048[17];
        ifn     r2048[17];
        st.s    a8[1];
        st.a    a16[2];
        st.n    a32[3];
        st.o    a64[4];
        inv     st0;
    };
}

#[test]
fn arithmetic_and_logic() {
    both! {
        add.uc  a32[12],a32[13];
        add.cu  a32[12],a32[13];
        add.sw  a32[12],a32[13];
        add.ws  a32[12],a32[13];
        add.sc  a32[12],a32[13];
        add.uw  a32[12],a32[13];
        add.wu  a32[12],a32[13];
        add.z   f32[12],f32[13];
        sub.n   f32[12],f32[13];
        mul.f   f32[12],f32[13];
        div.c   f32[12],f32[13];
        sub.sc  a32[12],a32[13];
        mul.uw  a32[12],a32[13];
        div.cs  a32[12],a32[13];
        add     a32[13], 5;
        sub     a32[13], 5;
        inc     a32[13];
        dec     a16[13];
        rem     a64[8],a8[2];
        neg     a64[8];
        neg     f64[8];
        abs     f128[11];
        and     a32[5],a32[6],a32[5];
        or      r256[5],r256[6],r256[5];
        xor     r128[5],r128[6],r128[5];
        shl     a16[3],a256[12];
        shl     a8[3],r256[12];
        shr.u   a16[3],a256[12];
        shr.s   a16[3],a256[12];
        shr     a16[3],r256[12];
        scl     a16[3],r256[12];
        scr     a16[3],a256[12];
        rev     a512[28];
        rev     r512[28];
    };
}

#[test]
fn strings_and_digests() {
    both! {
        extr    s16[0],a64[0],a16[0];
        extr    s16[0],r256[15],a16[15];
        inj     s16[0],a64[0],a16[0];
        fill.e  s16[15],a16[0],a16[1],a8[31];
        fill.f  s16[15],a16[0],a16[1],a8[31];
        len     s16[2],a16[0];
        cnt     s16[2],a8[4],a16[5];
        con     s16[2],s16[4],a16[31],a16[5],a16[6];
        find    s16[2],s16[4],a16[0];
        rev     s16[2],s16[4];
        ripemd  s16[8],r160[7];
        sha2    s16[8],r256[2];
        sha2    s16[9],r512[2];
        blake3  s16[9],r256[2];
    };
}

/// The longest script of the schemas has 73 statements, and the compiler's limit is 128 steps.
#[test]
fn long() {
    let code = both! {
        test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test;
        test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test;
        test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test;
        test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test; test;
    };
    assert_eq!(code.code.len(), 80);
}

/// Each mnemonic that the macro takes for one of the base set is one.
#[test]
fn mnemonics_are_of_the_table() {
    let source = include_str!("../src/macros.rs");
    let rules =
        source.lines().filter_map(|line| line.split_once("__aluasm_base!(").map(|(_, rest)| rest));
    let named = rules.filter_map(|rest| rest.split([' ', ')']).next());
    let named: std::collections::BTreeSet<&str> =
        named.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric())).collect();
    let known: std::collections::BTreeSet<&str> = aluvm_core::isa::FORMS
        .iter()
        .flat_map(|form| form.syntaxes)
        .map(|syntax| syntax.mnemonic)
        .collect();
    assert!(named.len() > 45, "{named:?}");
    let strange: Vec<_> = named.difference(&known).collect();
    assert!(strange.is_empty(), "{strange:?}");
}
