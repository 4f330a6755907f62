//! Checks of a table of rows, made while it compiles: a bad table does not compile.

use super::ambiguity::{has_base_text, same_text_row, unnamed_field};
use super::extension::INSTR_MAX;
use super::field::FieldKind;
use super::form::Form;
use super::table::FORMS;

/// What is wrong with a row of a table. Rows, fields and texts are named by their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RowError {
    /// The arguments fill neither whole bytes nor half a byte more.
    PartialBytes,
    /// The instruction is longer than any can be.
    TooLong,
    /// There is no text.
    NoText,
    /// A mnemonic is not one word.
    Mnemonic {
        /// The text.
        syntax: usize,
    },
    /// Every text has a condition.
    NoGeneralText,
    /// The opcode is outside the range of the table.
    OpcodeRange,
    /// An earlier row has the same opcode and fixed bits.
    SameEncoding {
        /// The earlier row.
        row: usize,
    },
    /// An earlier row has the same opcode and another length.
    OtherLength {
        /// The earlier row.
        row: usize,
    },
    /// A text leaves out a field.
    UnnamedField {
        /// The text.
        syntax: usize,
        /// The field.
        field: usize,
    },
    /// A statement could mean this row or an earlier one.
    SameText {
        /// The text.
        syntax: usize,
        /// The earlier row.
        row: usize,
    },
    /// A statement could mean this row or one of the base table.
    BaseText {
        /// The text.
        syntax: usize,
    },
    /// A shipped instruction has the opcode.
    BaseOpcode {
        /// Its row in the base table.
        row: usize,
    },
    /// An operand of an extension lies in another segment.
    OtherSegment {
        /// Its field.
        field: usize,
    },
}

impl RowError {
    /// What is wrong, for a person.
    pub const fn message(self) -> &'static str {
        match self {
            RowError::PartialBytes => "arguments do not fill whole bytes",
            RowError::TooLong => "an instruction is longer than 16 bytes",
            RowError::NoText => "an instruction has no text",
            RowError::Mnemonic { .. } => {
                "a mnemonic is a letter with letters, digits and `_` behind it"
            }
            RowError::NoGeneralText => "a row has no text without a condition",
            RowError::OpcodeRange => "an opcode is outside the range of this table",
            RowError::SameEncoding { .. } => "two rows of the instruction table share an encoding",
            RowError::OtherLength { .. } => "two rows share an opcode and differ in length",
            RowError::UnnamedField { .. } => "a text does not name every field of its row",
            RowError::SameText { .. } => "two texts of the instruction table cannot be told apart",
            RowError::BaseText { .. } => {
                "a text of an extension cannot be told from one of the base table"
            }
            RowError::BaseOpcode { .. } => {
                "an opcode of an extension is taken by a shipped instruction"
            }
            RowError::OtherSegment { .. } => "an operand of an extension lies in another segment",
        }
    }
}

/// What is wrong with a row by itself or beside earlier ones: whole bytes, room in the instruction
/// word, no encoding twice, opcodes in the given range, texts that say all and mean one row each.
pub const fn row_error(
    forms: &[Form],
    row: usize,
    first_opcode: u8,
    last_opcode: u8,
) -> Option<RowError> {
    let form = &forms[row];
    if !form.shift(form.fields.len()).is_multiple_of(4) {
        return Some(RowError::PartialBytes);
    }
    if form.length() > INSTR_MAX {
        return Some(RowError::TooLong);
    }
    if form.syntaxes.is_empty() {
        return Some(RowError::NoText);
    }
    if form.opcode < first_opcode || form.opcode > last_opcode {
        return Some(RowError::OpcodeRange);
    }
    let mut earlier = 0;
    while earlier < row {
        let other = &forms[earlier];
        let common = form.fixed_mask() & other.fixed_mask();
        if form.fixed_bits() & common == other.fixed_bits() & common {
            return Some(RowError::SameEncoding { row: earlier });
        }
        if form.opcode == other.opcode && form.length() != other.length() {
            return Some(RowError::OtherLength { row: earlier });
        }
        earlier += 1;
    }
    text_error(forms, row)
}

const fn text_error(forms: &[Form], row: usize) -> Option<RowError> {
    let form = &forms[row];
    let mut always_applies = false;
    let mut syntax = 0;
    while syntax < form.syntaxes.len() {
        if !is_word(form.syntaxes[syntax].mnemonic) {
            return Some(RowError::Mnemonic { syntax });
        }
        if let Some(field) = unnamed_field(form, &form.syntaxes[syntax]) {
            return Some(RowError::UnnamedField { syntax, field });
        }
        if let Some(row) = same_text_row(forms, row, syntax) {
            return Some(RowError::SameText { syntax, row });
        }
        always_applies |= form.syntaxes[syntax].condition.is_none();
        syntax += 1;
    }
    if always_applies { None } else { Some(RowError::NoGeneralText) }
}

/// Whether a statement can begin with this text.
const fn is_word(text: &str) -> bool {
    let text = text.as_bytes();
    let mut i = 0;
    while i < text.len() {
        let is_digit = text[i].is_ascii_digit() || text[i] == b'_';
        if !text[i].is_ascii_alphabetic() && (i == 0 || !is_digit) {
            return false;
        }
        i += 1;
    }
    !text.is_empty()
}

/// Checks a table of rows while it compiles.
///
/// # Panics
///
/// In constant evaluation, for a row with an [error](row_error).
pub const fn check_table(forms: &[Form], first_opcode: u8, last_opcode: u8) {
    let mut row = 0;
    while row < forms.len() {
        if let Some(error) = row_error(forms, row, first_opcode, last_opcode) {
            panic!("{}", error.message())
        }
        row += 1;
    }
}

/// What is wrong with a row of a host's extension beyond what may be wrong with any: opcodes that
/// shipped instructions have, texts that could be taken for those of the base table, and operands in
/// other segments.
pub const fn extension_row_error(form: &Form) -> Option<RowError> {
    let mut row = 0;
    while row < FORMS.len() {
        if form.opcode == FORMS[row].opcode {
            return Some(RowError::BaseOpcode { row });
        }
        row += 1;
    }
    let mut syntax = 0;
    while syntax < form.syntaxes.len() {
        if has_base_text(form, &form.syntaxes[syntax]) {
            return Some(RowError::BaseText { syntax });
        }
        syntax += 1;
    }
    let mut field = 0;
    while field < form.fields.len() {
        if matches!(
            form.fields[field].kind,
            FieldKind::RegisterData | FieldKind::StringData | FieldKind::Library
        ) {
            return Some(RowError::OtherSegment { field });
        }
        field += 1;
    }
    None
}

/// What is wrong with the id of an extension: 2 to 8 of `A`-`Z` and `0`-`9`, a letter first.
pub const fn id_error(id: &str) -> Option<&'static str> {
    let id = id.as_bytes();
    if id.len() < 2 || id.len() > 8 {
        return Some("the id of an extension has 2 to 8 characters");
    }
    if !id[0].is_ascii_uppercase() {
        return Some("the id of an extension begins with a letter of A to Z");
    }
    let mut i = 0;
    while i < id.len() {
        if !id[i].is_ascii_uppercase() && !id[i].is_ascii_digit() {
            return Some("the id of an extension consists of A to Z and 0 to 9");
        }
        i += 1;
    }
    None
}

/// Checks what a host's extension must keep to beyond a table of its own.
///
/// # Panics
///
/// In constant evaluation, for a bad [id](id_error) or a row with an [error](extension_row_error).
pub const fn check_extension(id: &str, forms: &[Form]) {
    if let Some(error) = id_error(id) {
        panic!("{}", error)
    }
    let mut row = 0;
    while row < forms.len() {
        if let Some(error) = extension_row_error(&forms[row]) {
            panic!("{}", error.message())
        }
        row += 1;
    }
}
