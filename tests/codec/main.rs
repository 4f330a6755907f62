//! Decoding is total and injective, and encoding undoes it.

mod constants;

use std::collections::BTreeSet;

use aluvm_core::codec::{decode, decode_at, encode};
use aluvm_core::isa::{FORMS, NoExtension};
use aluvm_core::library::LibId;
use aluvm_tests::{cases, instruction, machine};
use proptest::collection::vec;
use proptest::prelude::*;

fn libs() -> impl Strategy<Value = BTreeSet<LibId>> {
    vec(any::<[u8; 32]>(), 0..4).prop_map(|ids| ids.into_iter().map(LibId::from_bytes).collect())
}

/// Code in which defined instructions are frequent: opcodes of the table, then arbitrary bytes.
fn code() -> impl Strategy<Value = Vec<u8>> {
    let instr = (0..FORMS.len(), any::<u128>())
        .prop_map(|(row, arguments)| instruction::bytes(&FORMS[row], arguments));
    prop_oneof![
        vec(any::<u8>(), 0..64),
        vec(instr, 0..24).prop_map(|instrs| instrs.concat()),
        (vec(any::<u8>(), 0..16), vec(0u8..0x40, 0..64)).prop_map(|(a, b)| [a, b].concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(20_000)))]

    #[test]
    fn encode_undoes_decode(code in code(), data in vec(0u8..4, 0..40), libs in libs()) {
        let instrs = decode::<NoExtension>(&code, &data, &libs);
        let segments = encode(&instrs, &data, libs.clone()).expect("same bytes");
        prop_assert_eq!(segments.code, code);
        prop_assert_eq!(segments.data, data);
        prop_assert_eq!(segments.libs, libs);
    }

    #[test]
    fn decoding_is_injective(first in code(), second in code(), data in vec(0u8..2, 0..20), libs in libs()) {
        let decoded = |code: &[u8]| decode::<NoExtension>(code, &data, &libs);
        prop_assert_eq!(decoded(&first) == decoded(&second), first == second);
    }

    #[test]
    fn a_changed_bit_changes_the_instructions(
        code in code(),
        position in any::<prop::sample::Index>(),
        bit in 0u32..8,
        data in vec(0u8..2, 0..20),
        libs in libs(),
    ) {
        let code = if code.is_empty() { vec![0x07] } else { code };
        let mut other = code.clone();
        other[position.index(code.len())] ^= 1 << bit;
        prop_assert_ne!(
            decode::<NoExtension>(&code, &data, &libs),
            decode::<NoExtension>(&other, &data, &libs)
        );
    }

    #[test]
    fn assembling_again_gives_the_same_library(code in code(), data in vec(0u8..3, 0..12), libs in libs()) {
        // Whatever the assembler has laid out itself disassembles to just the same instructions.
        let instrs = decode::<NoExtension>(&code, &data, &libs);
        let assembled = encode(&instrs, &[], BTreeSet::new()).expect("short");
        let again = decode::<NoExtension>(&assembled.code, &assembled.data, &assembled.libs);
        let twice = encode(&again, &[], BTreeSet::new()).expect("short");
        prop_assert_eq!(&twice.code, &assembled.code);
        prop_assert_eq!(&twice.libs, &assembled.libs);
    }
}

/// Every two-byte opcode group by brute force: each argument pattern is an instruction that encodes
/// back, or is kept as bytes, and no two patterns give one instruction.
#[test]
#[cfg_attr(miri, ignore = "it takes hours")]
fn all_short_instructions_round_trip() {
    for opcode in 0..=255u8 {
        let mut seen = std::collections::HashSet::new();
        // Without an extension its opcodes are reserved.
        let form = FORMS.iter().find(|form| form.opcode == opcode && machine::has(form.isae));
        let arguments = match form.map(|form| form.length()) {
            Some(1) | None => 0..1,
            Some(2) => 0..0x100,
            _ => 0..0x1_0000u32,
        };
        for argument in arguments {
            let [low, high, ..] = argument.to_le_bytes();
            let code = [opcode, low, high, 0, 0, 0];
            let decoded = decode_at::<NoExtension>(&code, 0);
            let bytes = &code[..decoded.length];
            match decoded.instr.to_word() {
                Some((word, length)) => {
                    assert_eq!(&word.to_le_bytes()[..length], bytes, "{:?}", decoded.instr);
                }
                None => assert!(format!("{:?}", decoded.instr).starts_with("Verbatim")),
            }
            assert!(seen.insert(decoded.instr), "opcode {opcode:#04x} argument {argument:#06x}");
        }
    }
}
