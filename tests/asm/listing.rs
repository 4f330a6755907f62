//! The text of a library re-assembles to the same bytes.

use std::collections::BTreeSet;

use aluvm_core::asm::{listing, parse_library};
use aluvm_core::codec::{Segments, encode};
use aluvm_core::isa::{Data, FORMS, LibraryRef, NoExtension};
use aluvm_core::library::{Isae, LibId};
use aluvm_tests::{cases, instruction};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::extension::TestSet;

/// Code in which instructions of the table are frequent, and jumps into them too.
fn code() -> impl Strategy<Value = Vec<u8>> {
    let instr = (0..FORMS.len(), any::<u128>())
        .prop_map(|(row, arguments)| instruction::bytes(&FORMS[row], arguments));
    let jump = (2u8..5, 0u8..80).prop_map(|(opcode, target)| vec![opcode, target, 0]);
    let put = (0x0Bu8..0x10, any::<u8>(), 0u8..40)
        .prop_map(|(op, register, at)| vec![op, register, at, 0]);
    let string =
        (0u8..16, 0u8..20, 0u8..20).prop_map(|(i, at, length)| vec![0x30, i, at, 0, length, 0]);
    let library = (5u8..7, any::<u8>(), 0u8..6).prop_map(|(op, at, lib)| vec![op, at, 0, lib]);
    prop_oneof![
        vec(any::<u8>(), 0..64),
        vec(prop_oneof![2 => instr, 2 => jump, 2 => put, 1 => string, 1 => library], 0..40)
            .prop_map(|instrs| instrs.concat()),
    ]
}

fn segments() -> impl Strategy<Value = Segments> {
    let data = prop_oneof![vec(any::<u8>(), 0..80), vec(0u8..2, 0..20)];
    let libs = vec(any::<[u8; 32]>(), 0..5)
        .prop_map(|ids| ids.into_iter().map(LibId::from_bytes).collect::<BTreeSet<LibId>>());
    (code(), data, libs).prop_map(|(code, data, libs)| Segments { code, data, libs })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(10_000)))]

    #[test]
    fn a_listing_gives_back_the_bytes(segments in segments(), isae in "[A-Z][A-Z0-9]{1,7}( [A-Z][A-Z0-9]{1,7}){0,3}") {
        let isae: Isae = isae.parse().expect("ids");
        let text = listing::<TestSet>(&isae, &segments).to_string();
        let source = parse_library::<TestSet>(&text);
        let source = source.map_err(|errors| TestCaseError::fail(format!("{text}\n{errors}")))?;
        prop_assert_eq!(source.isae.as_ref(), Some(&isae));
        prop_assert_eq!(source.encode(), Ok(segments), "{}", text);
    }

    #[test]
    fn what_the_assembler_lays_out_needs_no_directives(segments in segments()) {
        let text = listing::<NoExtension>(&Isae::default(), &segments).to_string();
        let mut instrs = parse_library::<NoExtension>(&text).expect("its own text").instrs;
        // Places are what only a given segment explains.
        instrs.retain(|instr| {
            !matches!(instr.data(), Some(Data::At { .. }))
                && !matches!(instr.library(), Some(LibraryRef::Index(_)))
        });
        let assembled = encode(&instrs, &[], BTreeSet::new()).expect("short");
        let text = listing::<NoExtension>(&Isae::default(), &assembled).to_string();
        prop_assert!(!text.contains(".data") && !text.contains(".lib"), "{}", text);
    }
}

#[test]
fn text_of_a_library() {
    let source = "
        .isae \"BPDIGEST ALU\";
        put a16[0], 1000;
        next: dec a16[0];
        jif next;
        jmp 1;
        jmp end;
        .byte 0x47;
        end:
    ";
    let source = parse_library::<NoExtension>(source).expect("well-formed");
    let isae = source.isae.clone().expect("named");
    let segments = source.encode().expect("short");
    let expected = "\
.isae   \"ALU BPDIGEST\";

/* 0x0000 */ put     a16[0], 1000;
L0004:
/* 0x0004 */ dec     a16[0];
/* 0x0007 */ jif     L0004;
/* 0x000A */ jmp     0x0001;
/* 0x000D */ jmp     L0011;
/* 0x0010 */ .byte 0x47;
L0011:
";
    assert_eq!(listing::<NoExtension>(&isae, &segments).to_string(), expected);
}

#[test]
fn directives() {
    let id = LibId::from_bytes([9; 32]);
    let text = format!(".lib \"{id}\"; .data b\"ab\"; .data br\"c\"; put a16[0], b\"bc\";");
    let source = parse_library::<NoExtension>(&text).expect("well-formed");
    assert_eq!(source.isae, None);
    assert_eq!(source.libs, BTreeSet::from([id]));
    let segments = source.encode().expect("short");
    assert_eq!((segments.data.as_slice(), &segments.code[2..4]), (b"abc".as_slice(), &[1, 0][..]));

    let wrong = [
        (".isae \"alu\";", "ISA extension id starts with `a`"),
        (".isae \"ALU\"; .isae \"ALU\";", "a second time"),
        (".isae b\"ALU\";", "expected the ids of ISA extensions"),
        (".lib \"alu1\";", "library id"),
        (".lib 5;", "expected the id of a library"),
        (".data \"text\";", "expected a byte string"),
        (".data b\"\\q\";", "no escape"),
        (".data b\"\"", "expected `;`"),
        (".text b\"\";", "unknown directive `.text`"),
    ];
    for (text, message) in wrong {
        let errors = parse_library::<NoExtension>(text).expect_err(text);
        assert_eq!(errors.iter().len(), 1, "{errors}");
        assert!(errors.to_string().contains(message), "{errors}");
    }
}
