//! The operands of a row's texts and what it reads and writes.

use aluvm_core::isa::{Field, FieldKind, Form, OperandForm, RegisterSize};
use proc_macro2::{Ident, TokenStream};
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

use super::read::{ident, number, operands, punct};
use crate::diagnostics::Error;

/// Operands in brackets, each `size index`, `size number`, `minus step`, `st0` or an immediate's field.
pub(super) fn list(
    input: ParseStream<'_>,
    fields: &'static [Field],
) -> Result<&'static [OperandForm], Error> {
    let content = operands(input)?;
    let list = read(&content, fields);
    // What is not read would be an error of its own.
    content.parse::<TokenStream>()?;
    Ok(list?.leak())
}

fn read(input: ParseStream<'_>, fields: &'static [Field]) -> Result<Vec<OperandForm>, Error> {
    let mut list = Vec::new();
    while !input.is_empty() {
        list.push(operand(input, fields)?);
        if !input.is_empty() {
            punct::<Token![,]>(input, ",")?;
        }
    }
    Ok(list)
}

fn operand(input: ParseStream<'_>, fields: &'static [Field]) -> Result<OperandForm, Error> {
    let word = ident(input, "an operand")?;
    let name = word.unraw().to_string();
    if name == "st0" {
        return Ok(OperandForm::Status);
    }
    if name == "minus" {
        let step = ident(input, "the field of a step")?;
        field(fields, &step, "a step", |kind| matches!(kind, FieldKind::Step))?;
        return Ok(Form::operand(fields, [&name, &step.unraw().to_string(), "", ""]));
    }
    if input.is_empty() || input.peek(Token![,]) {
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
    if let Ok(index) = ident(input, "the index of a register") {
        field(fields, &index, "the index of a register", |kind| matches!(kind, FieldKind::Index))?;
        return Ok(Form::operand(fields, [&name, &index.unraw().to_string(), "", ""]));
    }
    let index = number(input, "the index of a register")?;
    match index.base10_parse::<u8>() {
        Ok(number @ 0..=9) => Ok(Form::operand(fields, [&name, "", &number.to_string(), ""])),
        _ => Err(Error::new(index.span(), "an index that is always the same is 0 to 9")),
    }
}

/// A whole number with its sign.
pub(super) fn signed(input: ParseStream<'_>, what: &str) -> Result<i64, Error> {
    let is_negative = input.parse::<Token![-]>().is_ok();
    let number = number(input, what)?;
    let value = number.base10_parse::<i64>();
    let value = value.map_err(|_| Error::new(number.span(), "this is more than 63 bits"))?;
    Ok(if is_negative { -value } else { value })
}

/// The number of the field with this name, which must be `what`.
pub(super) fn field(
    fields: &[Field],
    name: &Ident,
    what: &str,
    is_right: impl Fn(FieldKind) -> bool,
) -> Result<usize, Error> {
    let text = name.unraw().to_string();
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
        return Err(Error::new(name.span(), format!("the row has no field `{text}`: {help}")));
    };
    if is_right(fields[number].kind) {
        Ok(number)
    } else {
        Err(Error::new(name.span(), format!("the field `{text}` is not {what}")))
    }
}
