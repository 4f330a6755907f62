//! Checks of the texts of a table, made while it compiles: each text says all that the encoding
//! holds, and the mnemonic, operands and flags of a statement fit at most one row.

use super::field::{Field, FieldKind};
use super::form::{Form, IndexOf, OperandForm, SizeOf, Syntax};
use super::register::RegisterSize;
use super::register::same_text;
use super::table::FORMS;

/// The earliest row with a text that a statement could mean as well as this text of this row.
pub(super) const fn same_text_row(forms: &[Form], row: usize, syntax: usize) -> Option<usize> {
    let text = &forms[row].syntaxes[syntax];
    let mut earlier = 0;
    while earlier <= row {
        let end = if earlier == row { syntax } else { forms[earlier].syntaxes.len() };
        let mut i = 0;
        while i < end {
            let other = &forms[earlier].syntaxes[i];
            if same_text(text.mnemonic, other.mnemonic)
                && !are_distinct(&forms[row], text, &forms[earlier], other)
            {
                return Some(earlier);
            }
            i += 1;
        }
        earlier += 1;
    }
    None
}

/// Whether a statement could mean this text as well as one of the base table.
pub(super) const fn has_base_text(form: &Form, syntax: &Syntax) -> bool {
    let mut i = 0;
    while i < FORMS.len() {
        let mut j = 0;
        while j < FORMS[i].syntaxes.len() {
            let other = &FORMS[i].syntaxes[j];
            if same_text(syntax.mnemonic, other.mnemonic)
                && !are_distinct(form, syntax, &FORMS[i], other)
            {
                return true;
            }
            j += 1;
        }
        i += 1;
    }
    false
}

/// The first field whose bits neither flags nor operands nor the condition of a text give, and that
/// is not fixed.
pub(super) const fn unnamed_field(form: &Form, syntax: &Syntax) -> Option<usize> {
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
            return Some(field);
        }
        field += 1;
    }
    None
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
