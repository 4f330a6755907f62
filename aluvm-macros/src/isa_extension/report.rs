//! What is wrong with rows that are in the notation, and with the id of an extension.

use aluvm_core::isa::{FORMS, Form, RowError, extension_row_error, id_error, row_error};
use syn::LitStr;

use super::rows::Row;
use super::table::documentation;
use crate::diagnostics::{Error, Place};

/// The opcodes of extensions, but for those of the shipped ones among them.
const OPCODES: (u8, u8) = (0x80, 0xFE);

/// What is wrong with rows that are in the notation, and with the id.
pub(super) fn errors(id: &LitStr, rows: &[Row]) -> Vec<Error> {
    let mut errors = Vec::new();
    if let Some(message) = id_error(&id.value()) {
        errors.push(Error::new(id.span(), message));
    }
    let forms: Vec<Form> = rows.iter().map(|row| row.form).collect();
    for (number, row) in rows.iter().enumerate() {
        if documentation(row).is_empty() {
            let message = "an instruction has documentation: `/// What it does.` before its name";
            errors.push(Error::new(row.name.span(), message));
        }
        let error = row_error(&forms, number, OPCODES.0, OPCODES.1);
        if let Some(error) = error.or_else(|| extension_row_error(&row.form)) {
            errors.push(row_error_at(rows, row, error));
        }
    }
    errors
}

fn row_error_at(rows: &[Row], row: &Row, error: RowError) -> Error {
    let one = Place::from;
    let text = |number: usize| one(row.texts.get(number).map_or(row.opcode, |span| *span));
    let name = |number: usize| rows.get(number).map_or("", |row| row.form.name);
    let field = |number: usize| match row.fields.get(number) {
        Some(Some(field)) => (one(field.name.span()), field.name.to_string()),
        _ => (row.arguments, String::new()),
    };
    let bits: u32 = row.form.fields.iter().map(|field| field.bits).sum();
    let (place, message) = match error {
        RowError::PartialBytes => {
            let missing = 8 - bits % 8;
            let noun = if missing == 1 { "bit" } else { "bits" };
            (
                row.arguments,
                format!(
                    "the arguments have {bits} bits, which are no whole bytes\n  = help: `#0/{missing}` \
                     adds {missing} fixed {noun}"
                ),
            )
        }
        RowError::TooLong => (
            row.arguments,
            format!("the arguments have {} bytes, 15 are possible behind an opcode", bits / 8),
        ),
        RowError::NoText | RowError::NoGeneralText => {
            (one(row.name.span()), error.message().into())
        }
        RowError::Mnemonic { syntax } => (text(syntax), mnemonic_message(row, syntax)),
        RowError::OpcodeRange => (
            one(row.opcode),
            format!("the opcodes of extensions are {:#x}..={:#X}", OPCODES.0, OPCODES.1),
        ),
        RowError::BaseOpcode { row: base } => (
            one(row.opcode),
            format!("this is the opcode of the shipped instruction `{}`", mnemonic(&FORMS[base])),
        ),
        RowError::SameEncoding { row: earlier } => (
            one(row.opcode),
            format!("`{}` has this encoding already: another opcode or other fixed bits are needed", name(earlier)),
        ),
        RowError::OtherLength { row: earlier } => {
            (one(row.opcode), format!("`{}` has this opcode and another length", name(earlier)))
        }
        RowError::UnnamedField { syntax, field: number } => {
            let (place, field) = field(number);
            let mnemonic = row.form.syntaxes.get(syntax).map_or("", |syntax| syntax.mnemonic);
            (place, format!("the text `{mnemonic}` does not say what the field `{field}` is"))
        }
        RowError::SameText { syntax, row: earlier } => (
            text(syntax),
            format!(
                "a statement could mean this row as well as `{}`: the operands differ in no kind, size \
                 or number",
                name(earlier)
            ),
        ),
        RowError::BaseText { syntax } => (
            text(syntax),
            "a statement could mean this row as well as an instruction of the base set: the operands \
             differ in no kind, size or number"
                .into(),
        ),
        RowError::OtherSegment { field: number } => (field(number).0, error.message().into()),
    };
    Error::new(place, message)
}

fn mnemonic_message(row: &Row, syntax: usize) -> String {
    let mnemonic = row.form.syntaxes.get(syntax).map_or("", |syntax| syntax.mnemonic);
    let rule = "a mnemonic is a letter with letters, digits and `_` behind it";
    let Some((before, flags)) = mnemonic.split_once('.') else { return rule.into() };
    format!(
        "{rule}\n  = help: flags are a field: `\"{before}\".{flags}`, where `{flags}` is the name of a field \
         whose type has flags"
    )
}

fn mnemonic(form: &Form) -> &'static str {
    form.syntaxes.first().map_or("", |syntax| syntax.mnemonic)
}
