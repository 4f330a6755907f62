//! Checks of a table of rows, made while it compiles: a bad table does not compile.

use super::ambiguity::{check_extension_texts, check_texts};
use super::form::{FieldKind, Form};
use super::table::FORMS;

/// Checks a table of rows while it compiles: whole bytes, room in the instruction word, no two rows
/// that share an encoding, opcodes in the given range, texts that say all and mean one row each.
///
/// # Panics
///
/// In constant evaluation, for a bad table.
pub const fn check_table(forms: &[Form], first_opcode: u8, last_opcode: u8) {
    check_texts(forms);
    let mut i = 0;
    while i < forms.len() {
        let form = &forms[i];
        assert!(
            form.shift(form.fields.len()).is_multiple_of(8),
            "arguments do not fill whole bytes"
        );
        assert!(form.length() <= 16, "an instruction is longer than 16 bytes");
        assert!(!form.syntaxes.is_empty(), "an instruction has no text");
        assert!(
            form.opcode >= first_opcode && form.opcode <= last_opcode,
            "an opcode is outside the range of this table"
        );
        let mut j = 0;
        while j < i {
            let common = form.fixed_mask() & forms[j].fixed_mask();
            assert!(
                form.fixed_bits() & common != forms[j].fixed_bits() & common,
                "two rows of the instruction table share an encoding"
            );
            assert!(
                form.opcode != forms[j].opcode || form.length() == forms[j].length(),
                "two rows share an opcode and differ in length"
            );
            j += 1;
        }
        i += 1;
    }
}

/// Checks what a host's extension must keep to beyond a table of its own: an id of 2 to 8 of `A`-`Z`
/// and `0`-`9`, a letter first; opcodes that no shipped instruction has; no operand in another
/// segment; texts that cannot be taken for those of the base table.
///
/// # Panics
///
/// In constant evaluation, for a bad extension.
pub const fn check_extension(id: &str, forms: &[Form]) {
    let id = id.as_bytes();
    assert!(id.len() >= 2 && id.len() <= 8, "the id of an extension has 2 to 8 characters");
    assert!(id[0].is_ascii_uppercase(), "the id of an extension begins with a letter of A to Z");
    let mut i = 0;
    while i < id.len() {
        assert!(
            id[i].is_ascii_uppercase() || id[i].is_ascii_digit(),
            "the id of an extension consists of A to Z and 0 to 9"
        );
        i += 1;
    }
    check_extension_texts(forms);
    i = 0;
    while i < forms.len() {
        let mut row = 0;
        while row < FORMS.len() {
            assert!(
                forms[i].opcode != FORMS[row].opcode,
                "an opcode of an extension is taken by a shipped instruction"
            );
            row += 1;
        }
        let mut field = 0;
        while field < forms[i].fields.len() {
            assert!(
                !matches!(
                    forms[i].fields[field].kind,
                    FieldKind::RegisterData | FieldKind::StringData | FieldKind::Library
                ),
                "an operand of an extension lies in another segment"
            );
            field += 1;
        }
        i += 1;
    }
}
