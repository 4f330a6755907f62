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
