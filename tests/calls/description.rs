//! Descriptions: their binary form, and what they find.

use aluvm_core::contract::description::{
    Description, DescriptionErrorKind, EXCERPT_MAX, ErrorEnum, Name, Parameter, Refusal, Routine,
    Statement, Variable, Variant, excerpt,
};
use aluvm_core::isa::{Register, RegisterSize};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts of all lengths that matter to the form, which descriptions borrow.
fn text() -> impl Strategy<Value = &'static str> {
    let texts = ["", "a", "balance", "TooEarly", "héllo\n\u{1F980}", "put     a32[1], MATURITY"];
    prop_oneof![
        5 => select(texts.to_vec()),
        1 => (120usize..140).prop_map(|length| &*String::leak("x".repeat(length))),
    ]
}

fn register() -> impl Strategy<Value = Register> {
    let sizes = select(RegisterSize::ALL.to_vec());
    (sizes, 0u8..32).prop_map(|(size, index)| size.register(index % size.count()))
}

fn name() -> impl Strategy<Value = Name<'static>> {
    (text(), register()).prop_map(|(name, register)| Name { name, register })
}

fn parameter() -> impl Strategy<Value = Parameter<'static>> {
    let flags = (any::<bool>(), any::<bool>());
    (text(), register(), flags).prop_map(|(name, register, (is_signed, is_optional))| Parameter {
        name,
        register,
        is_signed,
        is_optional,
    })
}

fn error_enum() -> impl Strategy<Value = ErrorEnum<'static>> {
    let variant = (text(), any::<u64>(), text()).prop_map(|(name, number, docs)| Variant {
        name,
        number,
        docs,
    });
    (text(), register(), vec(variant, 0..4)).prop_map(|(name, register, variants)| ErrorEnum {
        name,
        register,
        variants,
    })
}

fn statement() -> impl Strategy<Value = Statement<'static>> {
    let refusal = (any::<u16>(), any::<u16>());
    let refusal = refusal.prop_map(|(error, variant)| Refusal { error, variant });
    let place = (prop_oneof![0u32..100, any::<u32>()], prop_oneof![0u32..100, any::<u32>()]);
    (1u16..12, place, text(), proptest::option::of(refusal)).prop_map(
        |(length, (line, column), text, refusal)| {
            // Offsets follow from the lengths.
            Statement { offset: 0, length, line, column, text, refusal }
        },
    )
}

fn variable() -> impl Strategy<Value = Variable<'static>> {
    (name(), any::<bool>(), any::<u16>(), any::<u16>()).prop_map(
        |(Name { name, register }, is_signed, offset, end)| Variable {
            name,
            register,
            is_signed,
            offset,
            end,
        },
    )
}

fn routine() -> impl Strategy<Value = Routine<'static>> {
    let registers = (vec(parameter(), 0..4), vec(parameter(), 0..4), vec(name(), 0..4));
    let registers = (registers, vec(variable(), 0..4));
    (text(), text(), any::<bool>(), registers, vec(statement(), 0..6)).prop_map(
        |(name, docs, is_public, ((inputs, outputs, names), variables), statements)| {
            let offset = 0;
            Routine { name, docs, offset, is_public, inputs, outputs, names, variables, statements }
        },
    )
}

fn description() -> impl Strategy<Value = Description<'static>> {
    let heads = (text(), text(), vec(name(), 0..3), vec(error_enum(), 0..3));
    (heads, vec(routine(), 0..4)).prop_map(|((name, file, names, errors), mut routines)| {
        let mut offset = 0;
        for routine in &mut routines {
            routine.offset = offset;
            for statement in &mut routine.statements {
                statement.offset = offset;
                offset += statement.length;
            }
        }
        Description { name, file, names, errors, routines }
    })
}

proptest! {
    #[test]
    fn the_form_reads_back(description in description()) {
        let bytes = description.to_bytes();
        prop_assert_eq!(Description::from_bytes(&bytes).expect("its own form"), description);
    }

    #[test]
    fn cut_and_lengthened_forms_are_errors(description in description(), cut in any::<prop::sample::Index>()) {
        let mut bytes = description.to_bytes();
        let end = cut.index(bytes.len());
        prop_assert!(Description::from_bytes(&bytes[..end]).is_err());
        bytes.push(0);
        let error = Description::from_bytes(&bytes).expect_err("one byte more");
        prop_assert_eq!(error.kind, DescriptionErrorKind::Trailing);
        prop_assert_eq!(error.offset, bytes.len() - 1);
    }

    #[test]
    fn any_bytes_are_read_or_refused(mut bytes in vec(any::<u8>(), 0..300), text in text()) {
        // Behind a good beginning, where the lists are.
        let head = Description { name: text, ..Description::default() }.to_bytes();
        bytes.splice(..0, head[..head.len() - 3].iter().copied());
        if let Ok(description) = Description::from_bytes(&bytes) {
            let again = description.to_bytes();
            prop_assert_eq!(Description::from_bytes(&again), Ok(description));
        }
    }

    #[test]
    fn each_offset_has_the_statement_that_covers_it(description in description()) {
        let mut covered = 0;
        for routine in &description.routines {
            for statement in &routine.statements {
                for offset in statement.offset..statement.offset + statement.length {
                    let found = description.statement_at(offset);
                    prop_assert_eq!(found, Some((routine, statement)));
                    covered = offset + 1;
                }
            }
        }
        prop_assert_eq!(description.statement_at(covered), None);
        prop_assert_eq!(description.routine_at(u16::MAX), None);
    }

    #[test]
    fn codes_of_registers_read_back(register in register(), code in any::<[u8; 2]>()) {
        for register in [register, Register::Status] {
            prop_assert_eq!(Register::from_code(register.to_code()), Some(register));
        }
        prop_assert!(Register::from_code(code).is_none_or(|register| register.to_code() == code));
    }

    #[test]
    fn excerpts_end_between_characters(text in "[a-zé\u{1F980}]{0,300}") {
        let short = excerpt(&text);
        prop_assert!(text.starts_with(short) && short.len() <= EXCERPT_MAX);
        prop_assert!(short.len() > EXCERPT_MAX - 4 || short == text);
    }
}

#[test]
fn a_register_has_the_names_of_its_routine_and_those_of_the_library() {
    let [a, b] = [0, 1].map(|index| RegisterSize::A64.register(index));
    let routine = Routine {
        name: "withdraw",
        docs: "",
        offset: 0,
        is_public: true,
        inputs: vec![Parameter {
            name: "balance",
            register: a,
            is_signed: true,
            is_optional: false,
        }],
        outputs: vec![Parameter { name: "rest", register: b, is_signed: false, is_optional: true }],
        names: vec![Name { name: "sum", register: a }],
        variables: vec![
            Variable { name: "debt", register: b, is_signed: true, offset: 4, end: 9 },
            Variable { name: "part", register: b, is_signed: false, offset: 9, end: 12 },
        ],
        statements: vec![],
    };
    let description =
        Description { names: vec![Name { name: "all", register: b }], ..Description::default() };
    assert!(description.names_of(&routine, a).eq(["balance", "sum"]));
    assert!(description.names_of(&routine, b).eq(["rest", "all"]));
    assert!(description.names_of(&routine, Register::Status).eq([""; 0]));
    for (offset, known, is_signed) in [(3, "rest", false), (4, "debt", true), (9, "part", false)] {
        assert_eq!(description.names_at(&routine, offset, b).next(), Some(known), "{offset}");
        assert_eq!(routine.is_signed_at(offset, b), is_signed, "{offset}");
    }
    assert!(description.names_at(&routine, 12, b).eq(["rest", "all"]));
    assert!(routine.is_signed_at(0, a));
}

/// What is wrong with bytes, and where.
#[test]
fn bytes_that_are_no_description_say_why() {
    let empty = Description { name: "", file: "", names: vec![], errors: vec![], routines: vec![] };
    let whole = empty.to_bytes();
    let [version, ..] = *whole else { panic!("a version") };
    let said = |bytes: &[u8]| {
        let error = Description::from_bytes(bytes).expect_err("no description");
        (error.kind, error.to_string())
    };
    let at = |kind, words: &str, offset: usize| (kind, format!("{words} (at byte {offset})"));
    use DescriptionErrorKind::{Number, Register, Text, Trailing, Truncated, Version};
    assert_eq!(said(&[version + 1]), at(Version, "the description is of another version", 1));
    assert_eq!(said(&[]), at(Truncated, "the description ends too early", 0));
    let longer = [&whole[..], &[0]].concat();
    let words = "the description has bytes behind its end";
    assert_eq!(said(&longer), at(Trailing, words, whole.len()));
    let words = "a number in the description is too great";
    assert_eq!(said(&[&[version][..], &[0xFF; 10]].concat()), at(Number, words, 11));
    assert_eq!(said(&[&[version][..], &[0x80; 9], &[2]].concat()), at(Number, words, 11));
    let words = "a text in the description is not UTF-8";
    assert_eq!(said(&[version, 1, 0xFF]), at(Text, words, 3));
    // Name and file, then one name, of a register that there is not.
    let words = "the description names a register that does not exist";
    assert_eq!(said(&[version, 0, 0, 1, 0, 0xFE, 0]), at(Register, words, 7));
}
