//! `aluasm!` makes the instructions that the run-time assembler makes of the same text.

use aluvm::{Instr, LibId, LibSite, aluasm, asm};

/// The block as Rust tokens and as text.
macro_rules! both {
    ($($block:tt)*) => {{
        let made: Vec<Instr> = aluasm! { $($block)* }.to_vec();
        let text = asm::parse(stringify!($($block)*)).expect("the same text");
        assert_eq!(made, text);
        assert!(!made.is_empty());
    }};
}

#[test]
fn literals_labels_and_aliases() {
    both! {
        let counter = a16[0];
        put counter, 0;
        put a16[1], 0xFFFF;
        put a8[3], -128;
        put a1024[31], 123456789012345678901234567890123456789012345678901234567890;
        put r256[4], 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF;
        put f16b[1], 2.13;
        put f512[0], -1e300;
        put f256[0], inf;
        put s16[0], "text";
        put s16[1], b"\x00\xFF";
    next:
        inc counter;
        add counter, 5;
        sub counter, 3;
        lt.u counter, a16[1];
        jif next;
        routine loop;
        jmp 0x1A;
    loop:
        inv st0;
        ret;
    }
}

#[test]
fn every_group_of_instructions() {
    both! {
        fail; test; nop;
        clr a8[1]; clr f64[2]; clr r160[3];
        putif a32[1], 7; putif r128[2], 9;
        mov a8[0], a8[1]; dup f32[1], f32[2]; swp a64[1], a64[2]; mov s16[0], s16[1];
        cpy a8[0], a16[1]; cnv f32[0], f64[1]; cnv a8[1], f80[2]; cnv f128[1], a64[2];
        spy a256[1], r256[2];
        gt.s a8[0], a8[1]; lt.r f16[0], f16[1]; gt r128[0], r128[1]; eq.e a8[0], a8[1];
        eq.r f32[0], f32[1]; eq s16[0], s16[1]; ifz a8[0]; ifn r8192[31]; st.a a8[7];
        add.sw a128[1], a128[2]; sub.c f64[1], f64[2]; mul.uc a8[1], a8[2]; div.n f16[1], f16[2];
        neg a8[15]; abs f512[15]; rem a8[1], a1024[2];
        and a8[0], a8[1], a8[2]; or r160[0], r160[1], r160[2]; not a16[3];
        shl a8[1], r512[31]; shr.s a16[15], a64[31]; shr a8[31], r256[2]; scl a8[1], a8[2];
        rev a8[1]; rev r128[2]; rev s16[0], s16[1];
        fill.e s16[0], a16[1], a16[2], a8[3]; len s16[0], a32[5]; cnt s16[0], a8[1], a16[2];
        con s16[0], s16[1], a16[2], a16[3], a16[4]; find s16[0], s16[1], a16[0];
        extr s16[0], r256[1], a16[2]; inj s16[0], a64[1], a16[2]; join s16[0], s16[1], s16[2];
        splt.zz s16[0], a16[1], s16[2], s16[3]; ins.x s16[0], s16[1], a16[2];
        del.e s16[0], s16[1], a8[2], a16[3], true, false;
        ripemd s16[0], r160[1]; sha2 s16[0], r256[1]; sha2 s16[0], r512[1]; blake3 s16[0], r256[2];
        secpgen r256[0], r512[1]; secpmul a256[1], r512[2], r512[3]; secpadd r512[0], r512[1];
        secpneg r512[0], r512[1]; edgen r256[0], r256[1]; edmul r256[0], r256[1], r256[2];
        edadd.l r256[0], r256[1], r256[2]; edneg r256[0], r256[1];
        .byte 0x47, 0x01;
    }
}

const LIMIT: u16 = 1000;
const LIBRARY: LibId = LibId::from_bytes([7; 32]);
const SITE: LibSite = LibSite { lib: LIBRARY, offset: 0x1234 };

struct Bounds;

impl Bounds {
    const LEAST: i8 = -3;
    const KEY: [u8; 16] = [9; 16];
    const TEXT: &'static str = "name";

    fn code() -> [Instr; 6] {
        aluasm! {
            put a8[0], Self::LEAST;
            put r128[1], Bounds::KEY;
            put s16[0], Self::TEXT;
            put a1024[0], Self::LEAST;
            put a64[0], { 1 << 40 };
            jmp { LIMIT + 1 };
        }
    }
}

#[test]
fn constants_are_what_their_literals_are() {
    let literal = aluasm! {
        put a8[0], -3;
        put r128[1], b"\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09\x09";
        put s16[0], "name";
        put a1024[0], -3;
        put a64[0], 1099511627776;
        jmp 1001;
    };
    assert_eq!(Bounds::code(), literal);
}

#[test]
fn float_constants_are_what_their_literals_are() {
    const SMALL: f64 = -0.15625;
    const TINY: f32 = 1e-40;
    const ZERO: f64 = -0.0;
    const INFINITE: f32 = f32::INFINITY;
    let constant = aluasm! {
        put f16b[0], SMALL; put f16[0], SMALL; put f32[0], SMALL; put f64[0], SMALL;
        put f80[0], SMALL; put f128[0], SMALL; put f256[0], SMALL; put f512[0], SMALL;
        put f32[1], TINY; put f64[1], ZERO; put f80[1], INFINITE; put f16[1], INFINITE;
        put f512[1], { 12345.0f64 };
    };
    let literal = aluasm! {
        put f16b[0], -0.15625; put f16[0], -0.15625; put f32[0], -0.15625; put f64[0], -0.15625;
        put f80[0], -0.15625; put f128[0], -0.15625; put f256[0], -0.15625; put f512[0], -0.15625;
        put f32[1], 1e-40; put f64[1], -0.0; put f80[1], inf; put f16[1], inf;
        put f512[1], 12345;
    };
    assert_eq!(constant, literal);
}

#[test]
fn call_targets() {
    let code = aluasm! {
        call 0x1234 @ LIBRARY;
        call SITE;
        exec 0 @ "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO4#plasma-tunnel-mama";
    };
    assert_eq!(code[0], code[1]);
    assert!(code[2].to_string().contains("alu1"), "{}", code[2]);
}

/// A user's macro hands operands on as invisible groups.
macro_rules! scaled {
    ($register:expr, $index:literal, $value:expr, $name:ident, $limit:path) => {
        aluasm! {
            put $register, $value;
            put a8[$index], $value;
            jmp $name;
        $name:
            put a16[1], $limit;
        }
    };
}

#[test]
fn operands_through_a_users_macro() {
    let code = scaled!(a8[1], 2, 5 + 2, there, LIMIT);
    let literal = aluasm! { put a8[1], 7; put a8[2], 7; jmp there; there: put a16[1], 1000; };
    assert_eq!(code, literal);
}
