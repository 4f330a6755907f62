//! Checks of the texts of a table, made while it compiles: each text says all that the encoding
//! holds, and the mnemonic, operands and flags of a statement fit at most one row.

use super::form::{Field, FieldKind, Form, IndexOf, OperandForm, SizeOf, Syntax, same_text};
use super::register::RegisterSize;
use super::table::FORMS;

/// # Panics
///
/// In constant evaluation, for a text that leaves out a field, for a row none of whose texts always
/// applies, and for two texts that one statement could mean.
pub(super) const fn check_texts(forms: &[Form]) {
    let mut i = 0;
    while i < forms.len() {
        let mut always_applies = false;
        let mut j = 0;
        while j < forms[i].syntaxes.len() {
            let syntax = &forms[i].syntaxes[j];
            assert!(is_complete(&forms[i], syntax), "a text does not name every field of its row");
            always_applies |= syntax.condition.is_none();
            let mut earlier = 0;
            while earlier <= i {
                let end = if earlier == i { j } else { forms[earlier].syntaxes.len() };
                let mut k = 0;
                while k < end {
                    let other = &forms[earlier].syntaxes[k];
                    assert!(
                        !same_text(syntax.mnemonic, other.mnemonic)
                            || are_distinct(&forms[i], syntax, &forms[earlier], other),
                        "two texts of the instruction table cannot be told apart"
                    );
                    k += 1;
                }
                earlier += 1;
            }
            j += 1;
        }
        assert!(always_applies, "a row has no text without a condition");
        i += 1;
    }
}

/// # Panics
///
/// In constant evaluation, for a text of an extension that one of the base table could mean as well.
pub(super) const fn check_extension_texts(forms: &[Form]) {
    let mut i = 0;
    while i < forms.len() {
        let mut j = 0;
        while j < forms[i].syntaxes.len() {
            assert!(
                is_distinct_from_base(&forms[i], &forms[i].syntaxes[j]),
                "a text of an extension cannot be told from one of the base table"
            );
            j += 1;
        }
        i += 1;
    }
}

const fn is_distinct_from_base(form: &Form, syntax: &Syntax) -> bool {
    let mut i = 0;
    while i < FORMS.len() {
        let mut j = 0;
        while j < FORMS[i].syntaxes.len() {
            let other = &FORMS[i].syntaxes[j];
            if same_text(syntax.mnemonic, other.mnemonic)
                && !are_distinct(form, syntax, &FORMS[i], other)
            {
                return false;
            }
            j += 1;
        }
        i += 1;
    }
    true
}

/// Whether flags, operands and condition give every bit that is not fixed.
const fn is_complete(form: &Form, syntax: &Syntax) -> bool {
    let mut field = 0;
    while field < form.fields.len() {
        let is_named = matches!(form.fields[field].kind, FieldKind::Fixed(_))
            || matches!(syntax.flags, Some(flags) if flags == field)
            || matches!(syntax.condition, Some((condition, _)) if condition == field);
        let mut is_operand = false;
        let mut i = 0;
        while i < syntax.operands.len() {
            is_operand |= names(&syntax.operands[i], field);
            i += 1;
        }
        if !is_named && !is_operand {
            return false;
        }
        field += 1;
    }
    true
}

const fn names(operand: &OperandForm, field: usize) -> bool {
    match operand {
        OperandForm::Register { size, index } => {
            matches!(size, SizeOf::Field(size) if *size == field)
                || matches!(index, IndexOf::Field(index) if *index == field)
        }
        OperandForm::Status => false,
        OperandForm::Site { offset, library } => *offset == field || *library == field,
        OperandForm::Step { field: step, .. } => *step == field,
        OperandForm::RegisterData(other)
        | OperandForm::StringData(other)
        | OperandForm::Target(other)
        | OperandForm::Switch(other)
        | OperandForm::Unsigned(other) => *other == field,
    }
}

/// Whether no statement fits both texts: they differ in whether they take flags, in the number of
/// operands, or in the kind or sizes of one of them.
const fn are_distinct(form: &Form, syntax: &Syntax, other_form: &Form, other: &Syntax) -> bool {
    if syntax.flags.is_some() != other.flags.is_some()
        || syntax.operands.len() != other.operands.len()
    {
        return true;
    }
    let mut i = 0;
    while i < syntax.operands.len() {
        if differ(&syntax.operands[i], form.fields, &other.operands[i], other_form.fields) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether nothing can be written that is both operands. All immediates count as one kind.
const fn differ(
    a: &OperandForm,
    fields: &[Field],
    b: &OperandForm,
    other_fields: &[Field],
) -> bool {
    match (a, b) {
        (OperandForm::Register { size: a, .. }, OperandForm::Register { size: b, .. }) => {
            sizes(*a, fields) & sizes(*b, other_fields) == 0
        }
        (OperandForm::Register { .. }, _) | (_, OperandForm::Register { .. }) => true,
        (OperandForm::Status, OperandForm::Status) => false,
        (OperandForm::Status, _) | (_, OperandForm::Status) => true,
        _ => false,
    }
}

/// A bit for each size that a register can have.
const fn sizes(size: SizeOf, fields: &[Field]) -> u32 {
    let field = match size {
        SizeOf::Fixed(size) => return bit(size),
        SizeOf::Field(field) => field,
    };
    let FieldKind::Size(sizes) = fields[field].kind else {
        panic!("the size of a register is not in a size field");
    };
    let (mut bits, mut i) = (0, 0);
    while i < sizes.len() {
        bits |= bit(sizes[i]);
        i += 1;
    }
    bits
}

const fn bit(size: RegisterSize) -> u32 {
    1 << size as u32
}
