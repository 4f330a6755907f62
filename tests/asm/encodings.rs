//! Text to bytes, worked out by hand from isa.md section 4: the instructions that the deployed
//! implementation lacks, misreads or prints in another language.

// Groups of bits are the fields of the instruction set.
#![allow(clippy::unusual_byte_groupings)]

use std::collections::BTreeSet;

use aluvm_core::asm::parse;
use aluvm_core::codec::{Segments, encode};

fn segments(text: &str) -> Segments {
    let instrs = parse(text).unwrap_or_else(|errors| panic!("{errors}"));
    encode(&instrs, &[], BTreeSet::new()).expect("short")
}

#[test]
fn instructions() {
    let cases: &[(&str, &[u8])] = &[
        ("nop;", &[0xFF]),
        ("add.uc a8[1], a8[2];", &[0x20, 0b00001_00_0, 0b000_00010]),
        ("add.sc a8[1], a8[2];", &[0x20, 0b00001_01_0, 0b000_00010]),
        ("add.uw a16[3], a16[31];", &[0x20, 0b00011_10_0, 0b001_11111]),
        ("div.sw a1024[0], a1024[9];", &[0x23, 0b00000_11_0, 0b111_01001]),
        ("mul.c f512[31], f512[1];", &[0x22, 0b11111_11_1, 0b111_00001]),
        ("inc a8[0];", &[0x24, 0, 1]),
        ("dec a8[0];", &[0x24, 0, 0xFF]),
        ("add a64[5], -2;", &[0x24, 0b00101_011, 0xFE]),
        ("sub a64[5], 128;", &[0x24, 0b00101_011, 0x80]),
        ("call 0x1234 @ 3;", &[0x05, 0x34, 0x12, 3]),
        ("exec 0 @ 255;", &[0x06, 0, 0, 0xFF]),
        ("ins.s s16[1], s16[2], a16[31];", &[0x3D, 0b11111_111, 0x21]),
        ("find s16[3], s16[4], a16[0];", &[0x38, 0x43]),
        ("inj s16[1], r128[2], a16[3];", &[0x3A, 0x81, 0x32]),
        ("put a16[2], @0x0102;", &[0x0B, 0b00010_001, 2, 1]),
        ("putif r8192[31], @0xFFFF;", &[0x0F, 0xFF, 0xFF, 0xFF]),
        ("put s16[15], @0x0102[0x0304];", &[0x30, 15, 2, 1, 4, 3]),
        ("blake3 s16[1], r256[2];", &[0x84, 0x21]),
        ("edgen r256[1], r256[2];", &[0x8C, 0b010_00001]),
        ("edmul a256[1], r256[2], r256[3];", &[0x8D, 0b10_00001_1, 0b00011_000]),
        ("edmul r256[1], r256[2], r256[3];", &[0x8D, 0b10_00001_0, 0b00011_000]),
        ("edadd.l r256[1], r256[2], r256[3];", &[0x8E, 0b010_00001, 0b1_00011_00]),
        ("edneg r256[31], r256[7];", &[0x8F, 0xFF]),
        (".byte 0x47;", &[0x47]),
    ];
    for (text, bytes) in cases {
        let Segments { code, data, .. } = segments(text);
        assert_eq!((code.as_slice(), data.as_slice()), (*bytes, &[][..]), "{text}");
    }
}

#[test]
fn constants_are_laid_out_once() {
    let Segments { code, data, .. } = segments(
        "put a16[2], 0x0102;
         put s16[1], \"ab\";
         put a8[0], b'b';
         put a8[0], 1;
         put f16b[1], 1.0;
         put s16[0], \"\";",
    );
    assert_eq!(data, [2, 1, b'a', b'b', 0x80, 0x3F]);
    let expected: [&[u8]; 6] = [
        &[0x0B, 0b00010_001, 0, 0],
        &[0x30, 1, 2, 0, 2, 0],
        &[0x0B, 0, 3, 0],
        &[0x0B, 0, 1, 0],
        &[0x0C, 0b00001_000, 4, 0],
        &[0x30, 0, 6, 0, 0, 0],
    ];
    assert_eq!(code, expected.concat());
}

#[test]
fn labels_are_byte_offsets() {
    // 0 put (4), 4 inc (3), 7 lt (3), 10 jif (3), 13 jmp (3), 16 ret.
    let Segments { code, .. } = segments(
        "put a16[0], 0; next: inc a16[0]; lt.u a16[0], a16[1]; jif next; jmp end; end: ret;",
    );
    assert_eq!(code[10..], [0x03, 4, 0, 0x02, 16, 0, 0x07]);
}
