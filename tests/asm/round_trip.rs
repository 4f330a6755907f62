//! Printing and reading: every instruction reads back as itself.

use aluvm_core::asm::{parse, parse_instr_with, parse_with};
use aluvm_core::codec::constant_width;
use aluvm_core::isa::*;
use aluvm_core::library::LibId;
use aluvm_tests::{cases, instruction};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::extension::TestSet;

/// Any instruction of the base table, with its constant given or a place.
fn base_instr() -> impl Strategy<Value = Instr> {
    let row = 0..FORMS.len();
    (row, any::<u128>(), vec(any::<u8>(), 1024), any::<bool>(), text(), 0u8..4).prop_map(
        |(row, raw, raw_data, is_placed, text, fill)| {
            let form = &FORMS[row];
            let word = instruction::word(form, raw);
            let mut instr = Instr::from_word(word, Given::Nothing).expect("a row");
            let width = constant_width(&instr);
            if let Some(data) = instr.data_mut()
                && !is_placed
            {
                let bytes = match (width, fill) {
                    (Some(width), 0) => vec![0xFF; width],
                    (Some(width), 1) => {
                        let mut bytes = vec![0; width];
                        bytes[0] = raw_data[0];
                        bytes
                    }
                    (Some(width), _) => raw_data[..width].to_vec(),
                    (None, 0) => text.into_bytes(),
                    (None, _) => raw_data[..usize::from(raw_data[0])].to_vec(),
                };
                *data = Data::new(bytes);
            }
            if let Some(library) = instr.library_mut()
                && !is_placed
            {
                let id = raw_data.first_chunk::<32>().expect("long enough");
                *library = LibraryRef::Id(LibId::from_bytes(*id));
            }
            instr
        },
    )
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,20}", "[ -~]{0,20}", "[\\u{0}-\\u{ff}]{0,8}", "(\\PC|[\"\\\\\n\r\t'])*"]
}

fn extension_instr() -> impl Strategy<Value = Instr> {
    (0..TestSet::FORMS.len(), any::<u128>()).prop_map(|(row, raw)| {
        let form = &TestSet::FORMS[row];
        let word = instruction::word(form, raw);
        Instr::Extension(ExtensionInstr::new(form, word).expect("its form"))
    })
}

fn verbatim() -> impl Strategy<Value = Instr> {
    vec(any::<u8>(), 1..17)
        .prop_map(|bytes| Instr::Verbatim(Verbatim::new(&bytes).expect("1 to 16 bytes")))
}

fn instr() -> impl Strategy<Value = Instr> {
    prop_oneof![8 => base_instr(), 2 => extension_instr(), 1 => verbatim()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(20_000)))]

    #[test]
    fn every_instruction_reads_back(instr in instr()) {
        let text = instr.to_string();
        let again = parse_instr_with::<TestSet>(&text);
        prop_assert_eq!(again.as_ref(), Ok(&instr), "{}", text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500)))]

    #[test]
    fn programs_read_back(instrs in vec(instr(), 0..40)) {
        let text: String = instrs.iter().map(|instr| format!("{instr};\n")).collect();
        prop_assert_eq!(parse_with::<TestSet>(&text), Ok(instrs), "{}", text);
    }
}

#[test]
fn every_flag_and_size_reads_back() {
    for form in FORMS {
        for (field, kind) in form.fields.iter().enumerate() {
            let (FieldKind::Flags(_) | FieldKind::Size(_) | FieldKind::Step) = kind.kind else {
                continue;
            };
            for bits in 0..1u128 << kind.bits {
                let word = form.fixed_bits() | bits << form.field_shift(field);
                let instr = Instr::from_word(word, Given::Nothing).expect("a row");
                let text = instr.to_string();
                assert_eq!(text.parse().as_ref(), Ok(&instr), "{text}");
            }
        }
    }
}

#[test]
fn canonical_text() {
    let canonical = [
        ("fail", "fail"),
        ("add.uc a8[1],a8[2]", "add.uc  a8[1], a8[2]"),
        ("add a8[0x0a], 1", "inc     a8[10]"),
        ("sub a8[0], 1", "dec     a8[0]"),
        ("sub a8[0], 5", "add     a8[0], -5"),
        ("put -1, a16[8]", "put     a16[8], 65535"),
        ("put a64[0], -1", "put     a64[0], 18446744073709551615"),
        ("put a128[0], 0x1_0000_0000_0000_0000", "put     a128[0], 0x10000000000000000"),
        ("put a128[0], 5", "put     a128[0], 5"),
        ("put r128[0], 255", "put     r128[0], 0xff"),
        ("put r128[0], 0", "put     r128[0], 0x0"),
        ("put f32[0], 7", "put     f32[0], 7.0"),
        ("put f64[0], -inf", "put     f64[0], -inf"),
        ("put f32[0], b\"\\0\\0\\xc0\\x7f\"", "put     f32[0], b\"\\x00\\x00\\xc0\\x7f\""),
        ("put s16[0], b\"a\\\"b\\n\"", "put     s16[0], \"a\\\"b\\n\""),
        ("put s16[0], b\"\\x80\"", "put     s16[0], b\"\\x80\""),
        ("put s16[0], \"\\u{202e}\"", "put     s16[0], b\"\\xe2\\x80\\xae\""),
        ("put s16[0], @16[5]", "put     s16[0], @0x0010[5]"),
        ("putif r160[31], @1", "putif   r160[31], @0x0001"),
        ("jmp 26", "jmp     0x001A"),
        ("call 16 @ 3", "call    0x0010 @ 3"),
        ("edadd.s r256[0], r256[1], r256[2]", "edadd.s r256[0], r256[1], r256[2]"),
        ("inv st0", "inv     st0"),
        ("find s16[1], s16[2], a16[0]", "find    s16[1], s16[2], a16[0]"),
        (
            "del.c s16[0],s16[1],a8[2],a16[3],true,false",
            "del.c   s16[0], s16[1], a8[2], a16[3], true, false",
        ),
        (".byte 71, 1", ".byte 0x47, 0x01"),
    ];
    for (written, printed) in canonical {
        let instr: Instr = written.parse().unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(instr.to_string(), printed);
    }
}

#[test]
fn one_instruction_only() {
    assert!("".parse::<Instr>().is_err());
    assert!("next:".parse::<Instr>().is_err());
    assert!("nop; nop".parse::<Instr>().is_err());
    assert_eq!("nop".parse::<Instr>(), Ok(Instr::Nop));
    assert_eq!(" nop ; // nothing".parse::<Instr>(), Ok(Instr::Nop));
    assert!(parse("nop").is_err());
}
