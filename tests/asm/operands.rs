//! Every form of an operand, and what it means.

use aluvm_core::asm::parse;
use aluvm_core::isa::*;
use aluvm_core::library::LibId;

#[track_caller]
fn one(source: &str) -> Instr {
    let instrs = parse(source).unwrap_or_else(|errors| panic!("{source}\n{errors}"));
    let [instr] = <[Instr; 1]>::try_from(instrs).expect("one instruction");
    instr
}

/// The bytes that an instruction puts into its register.
#[track_caller]
fn data(source: &str) -> Vec<u8> {
    one(source).data().and_then(Data::bytes).expect("a constant").to_vec()
}

fn idx(index: u8) -> Idx32 {
    Idx32::new(index).expect("in range")
}

#[test]
fn registers() {
    let add = |size, src, dst| Instr::AddA {
        flags: IntFlags::UnsignedChecked,
        src: idx(src),
        dst: idx(dst),
        size,
    };
    assert_eq!(one("add.uc a8[1], a8[2];"), add(SizeA::A8, 1, 2));
    assert_eq!(one("add.uc a1024[0x1F], a1024[31];"), add(SizeA::A1024, 31, 31));
    assert_eq!(one("let x = a16[5]; add.uc x, a16[0b11];"), add(SizeA::A16, 5, 3));
    assert_eq!(one("let x = a16[5]; let y = x; add.uc x, y;"), add(SizeA::A16, 5, 5));
    assert_eq!(one("inv st0;"), Instr::Inv);
    assert_eq!(
        one("find s16[15], s16[0], a16[0];"),
        Instr::Find {
            haystack: Idx16::new(15).expect("in range"),
            needle: Idx16::new(0).expect("in range")
        }
    );
    assert_eq!(
        one("neg f512[15];"),
        Instr::Neg { size: SizeAF::F512, dst: Idx16::new(15).expect("in range") }
    );
    assert_eq!(one("ifz r160[31];"), Instr::IfZR { size: SizeR::R160, src: idx(31) });
}

#[test]
fn one_mnemonic_for_several_families() {
    assert!(matches!(
        one("add.n f64[0], f64[1];"),
        Instr::AddF { rounding: Rounding::NearestEven, .. }
    ));
    assert!(matches!(one("add a64[0], 5;"), Instr::StepA { step: Step(5), .. }));
    assert!(matches!(one("gt r128[0], r128[1];"), Instr::GtR { .. }));
    assert!(matches!(one("gt.e f32[0], f32[1];"), Instr::GtF { .. }));
    assert!(matches!(one("cnv a8[0], f32[1];"), Instr::CnvAF { .. }));
    assert!(matches!(one("cnv f80[0], a32[1];"), Instr::CnvFA { .. }));
    assert!(matches!(one("rev s16[0], s16[1];"), Instr::RevS { .. }));
    assert!(matches!(one("rev r128[0];"), Instr::RevR { .. }));
    assert!(matches!(one("sha2 s16[0], r512[1];"), Instr::Sha512 { .. }));
    assert!(matches!(one("shr.s a8[0], a64[1];"), Instr::ShrA { flag: SignFlag::Signed, .. }));
    assert!(matches!(one("shr a16[31], r128[1];"), Instr::ShrR { .. }));
}

#[test]
fn steps() {
    let step = |source| match one(source) {
        Instr::StepA { step: Step(step), .. } => step,
        other => panic!("{other:?}"),
    };
    assert_eq!(step("inc a8[0];"), 1);
    assert_eq!(step("dec a8[0];"), -1);
    assert_eq!(step("add a8[0], 127;"), 127);
    assert_eq!(step("add a8[0], -128;"), -128);
    assert_eq!(step("sub a8[0], 128;"), -128);
    assert_eq!(step("sub a8[0], -127;"), 127);
    assert_eq!(step("add a8[0], 0;"), 0);
    assert_eq!(step("add a8[0], b'a';"), 97);
}

#[test]
fn the_immediate_may_stand_first() {
    assert_eq!(one("put 5, a16[8];"), one("put a16[8], 5;"));
    assert_eq!(one("putif 5, r128[8];"), one("putif r128[8], 5;"));
    assert_eq!(one("put \"x\", s16[8];"), one("put s16[8], \"x\";"));
    assert_eq!(one("put -1.5, f32[8];"), one("put f32[8], -1.5;"));
    assert_eq!(one("put -inf, f32[8];"), one("put f32[8], -inf;"));
    assert_eq!(one("put @5, a8[8];"), one("put a8[8], @5;"));
    assert_eq!(one("add 5, a16[4];"), one("add a16[4], 5;"));
    assert_eq!(one("sub -5, a16[4];"), one("sub a16[4], -5;"));
}

#[test]
fn integers() {
    assert_eq!(data("put a8[0], 42;"), [42]);
    assert_eq!(data("put a8[0], 0xFF;"), [255]);
    assert_eq!(data("put a8[0], 0o17;"), [15]);
    assert_eq!(data("put a8[0], 0b101;"), [5]);
    assert_eq!(data("put a8[0], -1;"), [255]);
    assert_eq!(data("put a8[0], -128;"), [128]);
    assert_eq!(data("put a8[0], -0;"), [0]);
    assert_eq!(data("put a8[0], b'x';"), [0x78]);
    assert_eq!(data("put a8[0], b'\\n';"), [10]);
    assert_eq!(data("put a8[0], b'\\xFF';"), [255]);
    assert_eq!(data("put a16[0], 1_000;"), [0xE8, 3]);
    assert_eq!(data("put a16[0], -2;"), [0xFE, 0xFF]);
    assert_eq!(data("put a16[0], b\"\\x01\\x02\";"), [1, 2]);
    assert_eq!(data("put r128[0], 0x0102;"), [[2, 1].as_slice(), &[0; 14]].concat());
    assert_eq!(data("put r128[0], b\"0123456789abcdef\";"), b"0123456789abcdef");
    assert_eq!(data("put a1024[0], -1;"), [255; 128]);
    let minimum = format!("put a1024[0], -{};", num_bigint::BigUint::from(1u8) << 1023);
    assert_eq!(data(&minimum), [[0; 127].as_slice(), &[0x80]].concat());
}

#[test]
fn strings() {
    assert_eq!(data("put s16[0], \"\";"), b"");
    assert_eq!(data("put s16[0], \"hé\\n\\u{1F600}\\x41\";"), "hé\n😀A".as_bytes());
    assert_eq!(data("put s16[0], b\"\\x00\\xff\\\"\";"), b"\x00\xff\"");
    assert_eq!(data("put s16[0], r\"a\\n\";"), br"a\n");
    assert_eq!(data("put s16[0], r#\"a\"b\"#;"), b"a\"b");
    assert_eq!(data("put s16[0], br#\"a\\\"#;"), b"a\\");
    assert_eq!(data("put s16[0], \"a\\\n     b\";"), b"ab");
    assert_eq!(data("put s16[0], \"a\r\nb\";"), b"a\nb");
}

#[test]
fn floats() {
    assert_eq!(data("put f64[0], 2.13;"), 2.13f64.to_le_bytes());
    assert_eq!(data("put f64[0], 5e-3;"), 5e-3f64.to_le_bytes());
    assert_eq!(data("put f64[0], -0.0;"), (-0.0f64).to_le_bytes());
    assert_eq!(data("put f64[0], 7;"), 7f64.to_le_bytes());
    assert_eq!(data("put f64[0], 1_000.5;"), 1000.5f64.to_le_bytes());
    assert_eq!(data("put f64[0], inf;"), f64::INFINITY.to_le_bytes());
    assert_eq!(data("put f64[0], -inf;"), f64::NEG_INFINITY.to_le_bytes());
    assert_eq!(data("put f64[0], 0x1.8p3;"), 12f64.to_le_bytes());
    assert_eq!(data("put f64[0], 0x1.8p-1;"), 0.75f64.to_le_bytes());
    // Halfway between two values of f32, but for its last digit: not through f64.
    assert_eq!(data("put f32[0], 1.00000005960464477540;"), (1.0f32 + f32::EPSILON).to_le_bytes());
    assert_eq!(data("put f16b[0], 1.0;"), [0x80, 0x3F]);
    assert_eq!(data("put f80[0], 1;"), [0, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0x3F]);
    assert_eq!(data("put f32[0], b\"\\x00\\x00\\xc0\\x7f\";"), [0, 0, 0xC0, 0x7F]);
}

#[test]
fn places() {
    let place = |source| match one(source).data() {
        Some(Data::At { offset, length }) => (*offset, *length),
        other => panic!("{other:?}"),
    };
    assert_eq!(place("put a16[0], @0x0010;"), (16, 0));
    assert_eq!(place("putif r128[0], @65535;"), (65535, 0));
    assert_eq!(place("put s16[0], @0x10[5];"), (16, 5));
    assert_eq!(place("put s16[0], @0[65535];"), (0, 65535));
}

#[test]
fn jump_targets() {
    let target = |source: &str| match one(source) {
        Instr::Jmp { target: Offset(target) } => target,
        other => panic!("{other:?}"),
    };
    assert_eq!(target("jmp 0x1A;"), 26);
    assert_eq!(target("jmp 65535;"), 65535);
    assert_eq!(target("here: jmp here;"), 0);
    assert_eq!(target("jmp end; end:"), 3);
    // A label may have any name.
    for name in
        ["loop", "match", "jmp", "test", "add", "a8", "st0", "r128", "Upper", "x1", "größe", "inf"]
    {
        assert_eq!(target(&format!("jmp {name}; {name}:")), 3, "{name}");
    }
    assert_eq!(target("let x = a8[0]; jmp x; x:"), 3);
    assert_eq!(target("/// Documented.\nhere: jmp here;"), 0);
}

#[test]
fn call_targets() {
    let id = LibId::from_bytes([7; 32]);
    let library = |source: &str| match one(source) {
        Instr::Call { target: Offset(16), library: LibraryIndex(library) } => library,
        other => panic!("{other:?}"),
    };
    assert_eq!(library(&format!("call 0x10 @ \"{id}\";")), LibraryRef::Id(id));
    assert_eq!(library(&format!("call 16 @ \"{}\";", id.baid64())), LibraryRef::Id(id));
    assert_eq!(library("call 0x10 @ 3;"), LibraryRef::Index(3));
    assert_eq!(library("call 0x10 @ 255;"), LibraryRef::Index(255));
    let source = "nop; here: exec here @ 3;";
    let instrs = parse(source).expect(source);
    let library = LibraryIndex(LibraryRef::Index(3));
    assert_eq!(instrs[1], Instr::Exec { target: Offset(1), library });
}

#[test]
fn switches_and_flags() {
    let del = one("del.e s16[0], s16[1], a8[2], a16[3], true, false;");
    assert!(matches!(
        del,
        Instr::Del { flag: DeleteFlag::E, begin_fails: Switch(true), end_fails: Switch(false), .. }
    ));
    assert!(matches!(
        one("splt.zz s16[0], a16[0], s16[1], s16[2];"),
        Instr::Splt { flag: SplitFlag::Zz, .. }
    ));
    assert!(matches!(
        one("edadd.l r256[0], r256[1], r256[2];"),
        Instr::EdAdd { flag: EdAddFlag::Lax, .. }
    ));
}

#[test]
fn plain_bytes() {
    let bytes = |source| match one(source) {
        Instr::Verbatim(verbatim) => verbatim.bytes().to_vec(),
        other => panic!("{other:?}"),
    };
    assert_eq!(bytes(".byte 0x47, 0x01;"), [0x47, 1]);
    assert_eq!(bytes(".byte 255;"), [255]);
    assert_eq!(bytes(".byte b'a';"), [97]);
    assert_eq!(bytes(".byte 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;").len(), 16);
}

#[test]
fn comments_stand_anywhere() {
    let source =
        "// first\n/* a /* nested */ one */ add /* here */ . uc a8 [ 1 ] , // there\n a8[2] ; ";
    assert_eq!(one(source), one("add.uc a8[1], a8[2];"));
}
