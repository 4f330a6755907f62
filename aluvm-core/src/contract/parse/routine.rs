//! Routines: `fn name(inputs) -> (outputs) { … }`.

use alloc::vec::Vec;

use super::{Reader, attribute};
use crate::asm::token::{Delimiter, Span};
use crate::contract::error::SourceErrorKind;
use crate::contract::item::{ItemKind, Name, Parameter, Routine};

/// Reads what stands behind `fn`.
pub(super) fn routine<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
) -> (Option<Name<'t>>, ItemKind<'t>) {
    let faults = reader.faults.len();
    let name = reader.name("the name of a routine");
    let mut routine =
        Routine { inputs: Vec::new(), outputs: Vec::new(), body: None, is_whole: true };
    if reader.tokens.is_open(reader.at, Delimiter::Parenthesis) {
        routine.inputs = parameters(reader);
    } else if name.is_some() {
        reader.expected(reader.at, "`(` and the inputs, as in `(amount: a64[0])`");
        to_body(reader);
    }
    if reader.tokens.is_punct(reader.at, '-') && reader.tokens.is_punct(reader.at + 1, '>') {
        reader.at += 2;
        if reader.tokens.is_open(reader.at, Delimiter::Parenthesis) {
            let open = reader.at;
            routine.outputs = parameters(reader);
            if reader.at == open + 2 {
                reader.error(open, SourceErrorKind::NoOutputs);
            }
        } else {
            reader.expected(reader.at, "`(` and the outputs, as in `(rest: a64[1])`");
            to_body(reader);
        }
    }
    if !reader.tokens.is_open(reader.at, Delimiter::Brace) {
        if reader.faults.len() == faults {
            reader.expected(reader.at, "`{` and the statements of the routine");
        }
        to_body(reader);
    }
    routine.is_whole = reader.faults.len() == faults;
    if reader.tokens.is_open(reader.at, Delimiter::Brace) {
        let behind = reader.tokens.behind_group(reader.at).unwrap_or(reader.tokens.len());
        routine.body = Some(reader.at + 1..behind - 1);
        reader.at = behind;
    }
    (name, ItemKind::Routine(routine))
}

/// Moves to the braces of a routine, or to the end of the item.
fn to_body<S: Span>(reader: &mut Reader<'_, '_, S>) {
    while !reader.is_item_end() && !reader.tokens.is_open(reader.at, Delimiter::Brace) {
        reader.at = reader.behind(reader.at);
    }
    if reader.tokens.is_punct(reader.at, ';') {
        reader.at += 1;
    }
}

/// Reads `(name: register, name: register?)`.
fn parameters<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Vec<Parameter<'t>> {
    let behind = reader.tokens.behind_group(reader.at).unwrap_or(reader.tokens.len());
    let mut parameters = Vec::new();
    reader.at += 1;
    reader.within(behind - 1, |reader| {
        while reader.at < reader.tokens.len() {
            parameters.extend(parameter(reader));
            if reader.at < reader.tokens.len() && !reader.tokens.is_punct(reader.at, ',') {
                reader.expected(reader.at, "`,` or `)`");
                if begins_parameter(reader) {
                    continue;
                }
                reader.skip_to_comma();
            }
            reader.at += 1;
        }
    });
    reader.at = behind;
    parameters
}

/// Whether `name:` stands here.
fn begins_parameter<S: Span>(reader: &Reader<'_, '_, S>) -> bool {
    reader.tokens.is_label(reader.at)
}

/// Reads `name: register?`, up to a comma.
fn parameter<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Option<Parameter<'t>> {
    let expected = "a name and a register, as in `amount: a64[0]`";
    if reader.tokens.is_punct(reader.at, '#')
        && reader.tokens.is_open(reader.at + 1, Delimiter::Bracket)
    {
        reader.error(reader.at, SourceErrorKind::ParameterAttribute);
        attribute::outer(reader);
    }
    if matches!(reader.tokens.ident(reader.at), Some("mut" | "ref"))
        && reader.tokens.ident(reader.at + 1).is_some()
    {
        reader.expected(reader.at, expected);
        reader.at += 1;
    }
    let first = reader.at;
    let Some(name) = reader.name(expected) else {
        reader.skip_to_comma();
        return None;
    };
    let mut parameter = Parameter { name, register: first..first, may_be_undefined: false };
    if reader.tokens.is_open(reader.at, Delimiter::Bracket) {
        // `(a64[0])`
        let register = reader.tokens.describe(first);
        reader.error(first, SourceErrorKind::UnnamedRegister { register });
        reader.skip_to_comma();
        return None;
    }
    if !reader.punct(':', "`:` and a register, as in `amount: a64[0]`") {
        reader.skip_to_comma();
        return Some(parameter);
    }
    let start = reader.at;
    while reader.at < reader.tokens.len()
        && !reader.tokens.is_punct(reader.at, ',')
        && !reader.tokens.is_punct(reader.at, '?')
        && !reader.tokens.is_punct(reader.at, '=')
        && !begins_parameter(reader)
    {
        reader.at = reader.behind(reader.at);
    }
    parameter.register = start..reader.at;
    if parameter.register.is_empty() {
        reader.expected(reader.at, "a register, as in `a64[0]`");
        reader.skip_to_comma();
    } else if reader.tokens.is_punct(reader.at, '?') {
        parameter.may_be_undefined = true;
        reader.at += 1;
    }
    Some(parameter)
}
