//! The operands of a row's texts and what it reads and writes.

use aluvm_core::isa::{Field, FieldKind, Form, OperandForm, RegisterSize};
use proc_macro::{Delimiter, Ident, TokenStream, TokenTree};

use super::cursor::Cursor;
use super::error;

/// Operands in brackets, each `size index`, `size number`, `minus step`, `st0` or an immediate's field.
pub(super) fn list(
    cursor: &mut Cursor<'_>,
    fields: &'static [Field],
) -> Result<&'static [OperandForm], TokenStream> {
    let Some(group) = cursor.group(Delimiter::Parenthesis) else {
        return Err(cursor.expected("operands in `( )`"));
    };
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut cursor = Cursor::new(&trees, group.span_close());
    let mut operands = Vec::new();
    while !cursor.is_at_end() {
        operands.push(operand(&mut cursor, fields)?);
        if !cursor.is_at_end() {
            cursor.punct(',')?;
        }
    }
    Ok(operands.leak())
}

fn operand(cursor: &mut Cursor<'_>, fields: &'static [Field]) -> Result<OperandForm, TokenStream> {
    let word = cursor.ident("an operand")?;
    let name = word.to_string();
    if name == "st0" {
        return Ok(OperandForm::Status);
    }
    if name == "minus" {
        let step = cursor.ident("the field of a step")?;
        field(fields, &step, "a step", |kind| matches!(kind, FieldKind::Step))?;
        return Ok(Form::operand(fields, [&name, &step.to_string(), "", ""]));
    }
    let is_alone = cursor.is_at_end() || cursor.is_punct(',');
    if is_alone {
        let what = "an immediate; a register is written `size index`, as in `a64 dst`";
        field(fields, &word, what, |kind| {
            matches!(
                kind,
                FieldKind::Offset | FieldKind::Step | FieldKind::Switch | FieldKind::Unsigned
            )
        })?;
        return Ok(Form::operand(fields, [&name, "", "", ""]));
    }
    if RegisterSize::from_name(&name).is_none() {
        field(fields, &word, "the size of a register", |kind| matches!(kind, FieldKind::Size(_)))?;
    }
    if let Ok(index) = cursor.ident("the index of a register") {
        field(fields, &index, "the index of a register", |kind| matches!(kind, FieldKind::Index))?;
        return Ok(Form::operand(fields, [&name, &index.to_string(), "", ""]));
    }
    let span = cursor.span();
    match cursor.number("the index of a register")? {
        index @ 0..=9 => Ok(Form::operand(fields, [&name, "", &index.to_string(), ""])),
        _ => Err(error(span, "an index that is always the same is 0 to 9")),
    }
}

/// The number of the field with this name, which must be `what`.
pub(super) fn field(
    fields: &[Field],
    name: &Ident,
    what: &str,
    is_right: impl Fn(FieldKind) -> bool,
) -> Result<usize, TokenStream> {
    let text = name.to_string();
    let Some(number) = fields.iter().position(|field| field.name == text) else {
        let names: Vec<String> = fields
            .iter()
            .filter(|field| !field.name.is_empty())
            .map(|field| format!("`{}`", field.name))
            .collect();
        let help = match names.is_empty() {
            true => "it has none".into(),
            false => format!("its fields are {}", names.join(", ")),
        };
        return Err(error(name.span(), &format!("the row has no field `{text}`: {help}")));
    };
    if is_right(fields[number].kind) {
        Ok(number)
    } else {
        Err(error(name.span(), &format!("the field `{text}` is not {what}")))
    }
}
