//! A table whose texts are ambiguous or incomplete does not pass its check, which for real tables
//! runs while they compile.

use std::panic::catch_unwind;

use aluvm_core::isa::*;

const A: &[RegisterSize] = &[RegisterSize::A8, RegisterSize::A16];
const R: &[RegisterSize] = &[RegisterSize::R128, RegisterSize::R160];
const SIZE_A: Field = Field { name: "size", bits: 1, kind: FieldKind::Size(A) };
const SIZE_R: Field = Field { name: "size", bits: 1, kind: FieldKind::Size(R) };
const INDEX: Field = Field { name: "index", bits: 4, kind: FieldKind::Index };
const FLAGS: Field = Field { name: "flags", bits: 3, kind: FieldKind::Flags(SplitFlag::FLAGS) };
const FIXED: Field = Field { name: "", bits: 3, kind: FieldKind::Fixed(0) };
const REGISTER: OperandForm =
    OperandForm::Register { size: SizeOf::Field(0), index: IndexOf::Field(1) };

fn form(opcode: u8, fields: &'static [Field], syntaxes: &'static [Syntax]) -> Form {
    Form {
        name: "Row",
        row: 0,
        doc: &[],
        opcode,
        fields,
        syntaxes,
        reads: &[],
        writes: &[],
        cost: 1,
        isae: "",
    }
}

const fn syntax(operands: &'static [OperandForm]) -> Syntax {
    Syntax { mnemonic: "word", flags: None, operands, condition: None }
}

/// What the check says of these rows.
fn verdict(forms: Vec<Form>) -> Result<(), String> {
    catch_unwind(|| check_table(&forms, 0x90, 0x9F))
        .map_err(|panic| panic.downcast_ref::<String>().expect("a message").clone())
}

#[test]
fn distinct_texts() {
    const PLAIN: &[Syntax] = &[syntax(&[REGISTER])];
    const FLAGGED: &[Syntax] = &[Syntax { flags: Some(2), ..syntax(&[REGISTER]) }];
    let a = || form(0x90, &[SIZE_A, INDEX, FIXED], PLAIN);
    // Other sizes, flags, or number of operands.
    assert_eq!(verdict(vec![a(), form(0x91, &[SIZE_R, INDEX, FIXED], PLAIN)]), Ok(()));
    assert_eq!(verdict(vec![a(), form(0x91, &[SIZE_A, INDEX, FLAGS], FLAGGED)]), Ok(()));
    assert_eq!(verdict(vec![a(), form(0x91, &[], &[const { syntax(&[]) }])]), Ok(()));
    let same = verdict(vec![a(), form(0x91, &[SIZE_A, INDEX, FIXED], PLAIN)]);
    assert_eq!(same, Err("two texts of the instruction table cannot be told apart".into()));
}

#[test]
fn immediates_are_one_kind() {
    const STEP: Field = Field { name: "step", bits: 8, kind: FieldKind::Step };
    const NUMBER: Field = Field { name: "number", bits: 8, kind: FieldKind::Unsigned };
    const STEPS: &[Syntax] = &[syntax(&[OperandForm::Step { field: 0, negated: false }])];
    const NUMBERS: &[Syntax] = &[syntax(&[OperandForm::Unsigned(0)])];
    let same = verdict(vec![form(0x90, &[STEP], STEPS), form(0x91, &[NUMBER], NUMBERS)]);
    assert_eq!(same, Err("two texts of the instruction table cannot be told apart".into()));
}

#[test]
fn incomplete_texts() {
    const BARE: &[Syntax] = &[syntax(&[])];
    const ONLY_ONE: &[Syntax] = &[Syntax { condition: Some((0, 1)), ..syntax(&[]) }];
    const STEP: Field = Field { name: "step", bits: 8, kind: FieldKind::Step };
    assert_eq!(
        verdict(vec![form(0x90, &[SIZE_A, INDEX, FIXED], BARE)]),
        Err("a text does not name every field of its row".into())
    );
    assert_eq!(
        verdict(vec![form(0x90, &[STEP], ONLY_ONE)]),
        Err("a row has no text without a condition".into())
    );
}

#[test]
fn extensions_against_the_base_table() {
    const NOP: &[Syntax] = &[Syntax { mnemonic: "nop", ..syntax(&[]) }];
    const NOP_R: &[Syntax] = &[Syntax { mnemonic: "nop", ..syntax(&[REGISTER]) }];
    let verdict = |forms: Vec<Form>| {
        catch_unwind(|| check_extension("HOST", &forms))
            .map_err(|panic| panic.downcast_ref::<String>().expect("a message").clone())
    };
    assert_eq!(verdict(vec![form(0x90, &[SIZE_R, INDEX, FIXED], NOP_R)]), Ok(()));
    assert_eq!(
        verdict(vec![form(0x90, &[], NOP)]),
        Err("a text of an extension cannot be told from one of the base table".into())
    );
    assert_eq!(verdict(crate::extension::TestSet::FORMS.to_vec()), Ok(()));
}

#[test]
fn rows_that_are_no_instructions() {
    const PLAIN: &[Syntax] = &[const { syntax(&[]) }];
    const OTHER: &[Syntax] = &[Syntax { mnemonic: "other", ..syntax(&[]) }];
    const DIGIT: &[Syntax] = &[Syntax { mnemonic: "1word", ..syntax(&[]) }];
    const WIDE: Field = Field { name: "", bits: 64, kind: FieldKind::Fixed(0) };
    const ZERO: Field = Field { name: "", bits: 8, kind: FieldKind::Fixed(0) };
    const ONE: Field = Field { name: "", bits: 8, kind: FieldKind::Fixed(1) };
    for (forms, message) in [
        (vec![form(0x90, &[FIXED], PLAIN)], "arguments do not fill whole bytes"),
        (vec![form(0x90, &[WIDE, WIDE], PLAIN)], "an instruction is longer than 16 bytes"),
        (vec![form(0x90, &[], &[])], "an instruction has no text"),
        (vec![form(0x80, &[], PLAIN)], "an opcode is outside the range of this table"),
        (
            vec![form(0x90, &[], DIGIT)],
            "a mnemonic is a letter with letters, digits and `_` behind it",
        ),
        (
            vec![form(0x90, &[], PLAIN), form(0x90, &[], OTHER)],
            "two rows of the instruction table share an encoding",
        ),
        (
            vec![form(0x90, &[ZERO], PLAIN), form(0x90, &[ONE, ZERO], OTHER)],
            "two rows share an opcode and differ in length",
        ),
    ] {
        assert_eq!(verdict(forms), Err(message.into()));
    }
    assert_eq!(verdict(vec![form(0x90, &[ZERO], PLAIN), form(0x90, &[ONE], OTHER)]), Ok(()));
}

#[test]
fn extensions_have_ids_and_opcodes_of_their_own() {
    const PLAIN: &[Syntax] = &[const { syntax(&[]) }];
    const DATA: Field = Field { name: "value", bits: 16, kind: FieldKind::RegisterData };
    const PUT: &[Syntax] = &[const { syntax(&[OperandForm::RegisterData(0)]) }];
    let taken = form(FORMS[0].opcode, &[], PLAIN);
    assert_eq!(extension_row_error(&taken), Some(RowError::BaseOpcode { row: 0 }));
    let data = form(0x90, &[DATA], PUT);
    assert_eq!(extension_row_error(&data), Some(RowError::OtherSegment { field: 0 }));
    for (forms, words) in [(vec![taken], "taken by a shipped"), (vec![data], "another segment")] {
        let panic = catch_unwind(|| check_extension("HOST", &forms)).expect_err("refused");
        assert!(panic.downcast_ref::<String>().expect("a message").contains(words));
    }
    for (id, words) in [
        ("A", "2 to 8 characters"),
        ("ABCDEFGHI", "2 to 8 characters"),
        ("1A", "begins with a letter"),
        ("Aa", "consists of A to Z and 0 to 9"),
    ] {
        assert!(id_error(id).is_some_and(|message| message.contains(words)), "{id}");
        assert!(catch_unwind(|| check_extension(id, &[])).is_err(), "{id}");
    }
    assert_eq!(id_error("A1234567"), None);
}

#[test]
fn the_words_of_a_row_are_its_fields() {
    const OFFSET: Field = Field { name: "offset", bits: 16, kind: FieldKind::Offset };
    const LIBRARY: Field = Field { name: "lib", bits: 8, kind: FieldKind::Library };
    const STEP: Field = Field { name: "step", bits: 8, kind: FieldKind::Step };
    const DATA: Field = Field { name: "data", bits: 16, kind: FieldKind::RegisterData };
    const TEXT: Field = Field { name: "text", bits: 32, kind: FieldKind::StringData };
    const FIELDS: &[Field] = &[SIZE_A, INDEX, OFFSET, LIBRARY, STEP, DATA, TEXT];
    let index = IndexOf::Field(1);
    for (words, operand) in [
        (["st0", "", "", ""], OperandForm::Status),
        (["size", "index", "", ""], OperandForm::Register { size: SizeOf::Field(0), index }),
        (
            ["s16", "", "3", ""],
            OperandForm::Register {
                size: SizeOf::Fixed(RegisterSize::S16),
                index: IndexOf::Fixed(3),
            },
        ),
        (["offset", "", "", ""], OperandForm::Target(2)),
        (["offset", "", "", "lib"], OperandForm::Site { offset: 2, library: 3 }),
        (["step", "", "", ""], OperandForm::Step { field: 4, negated: false }),
        (["minus", "step", "", ""], OperandForm::Step { field: 4, negated: true }),
        (["data", "", "", ""], OperandForm::RegisterData(5)),
        (["text", "", "", ""], OperandForm::StringData(6)),
    ] {
        assert_eq!(Form::operand(FIELDS, words), operand, "{words:?}");
    }
    assert_eq!((Form::field(FIELDS, "lib"), Form::field(FIELDS, "")), (Some(3), None));
    assert_eq!(Form::required_field(FIELDS, "step"), 4);
    assert!(catch_unwind(|| Form::required_field(FIELDS, "steps")).is_err());
    assert!(catch_unwind(|| Form::operand(FIELDS, ["index", "", "", ""])).is_err(), "no size");
}
