//! Routines: `fn name(inputs) -> (outputs) { … }`.

use alloc::vec::Vec;

use super::attribute;
use super::reader::Reader;
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
    if !reader.tokens.is_open(reader.at, Delimiter::Parenthesis) && name.is_some() {
        reader.expected(reader.at, "`(` and the inputs, as in `(amount: a64[0])`");
        to_group(reader, Delimiter::Parenthesis);
    }
    if reader.tokens.is_open(reader.at, Delimiter::Parenthesis) {
        routine.inputs = parameters(reader);
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
    routine.is_whole = reader.faults.len() == faults;
    if !reader.tokens.is_open(reader.at, Delimiter::Brace) {
        if reader.faults.len() == faults {
            reader.expected(reader.at, "`{` and the statements of the routine");
        }
        to_body(reader);
    }
    if reader.tokens.is_open(reader.at, Delimiter::Brace) {
        let behind = reader.tokens.behind_group(reader.at).unwrap_or(reader.tokens.len());
        routine.body = Some(reader.at + 1..behind - 1);
        reader.at = behind;
    }
    (name, ItemKind::Routine(routine))
}

/// Moves to a group before the body, or to that.
fn to_group<S: Span>(reader: &mut Reader<'_, '_, S>, delimiter: Delimiter) {
    while !reader.is_item_end()
        && !reader.tokens.is_open(reader.at, delimiter)
        && !reader.tokens.is_open(reader.at, Delimiter::Brace)
    {
        reader.at = reader.behind(reader.at);
    }
}

/// Moves to the braces of a routine, or to the end of the item.
fn to_body<S: Span>(reader: &mut Reader<'_, '_, S>) {
    to_group(reader, Delimiter::Brace);
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
                if reader.tokens.is_label(reader.at) {
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

/// What stands in the parentheses.
const PARAMETER: &str = "a name and a register, as in `amount: a64[0]`";

/// Reads `name: register?`, up to a comma.
fn parameter<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Option<Parameter<'t>> {
    if reader.tokens.is_punct(reader.at, '#')
        && reader.tokens.is_open(reader.at + 1, Delimiter::Bracket)
    {
        reader.error(reader.at, SourceErrorKind::ParameterAttribute);
        attribute::outer(reader);
    }
    pattern(reader);
    let first = reader.at;
    if reader.tokens.ident(first) == Some("self") {
        reader.expected(first, PARAMETER);
        reader.skip_to_comma();
        return None;
    }
    let Some(name) = reader.name(PARAMETER) else {
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
    if reader.tokens.is_punct(reader.at, '?') && reader.tokens.is_punct(reader.at + 1, ':') {
        reader.error(reader.at, SourceErrorKind::EarlyQuestionMark);
        parameter.may_be_undefined = true;
        reader.at += 1;
    }
    if !reader.punct(':', "`:` and a register, as in `amount: a64[0]`") {
        reader.skip_to_comma();
        return Some(parameter);
    }
    register(reader, &mut parameter);
    Some(parameter)
}

/// Reports and moves behind what Rust can have before the name of a parameter.
fn pattern<S: Span>(reader: &mut Reader<'_, '_, S>) {
    let first = reader.at;
    while reader.tokens.is_punct(reader.at, '&')
        || matches!(reader.tokens.ident(reader.at), Some("mut" | "ref"))
            && reader.tokens.ident(reader.at + 1).is_some()
    {
        reader.at += 1;
    }
    if reader.at > first {
        reader.expected(first, PARAMETER);
    }
}

/// Reads `register?`, and all up to a comma or the next parameter that does not belong there.
fn register<'t, S: Span>(reader: &mut Reader<'_, 't, S>, parameter: &mut Parameter<'t>) {
    let start = reader.at;
    while reader.at < reader.tokens.len()
        && !reader.tokens.is_punct(reader.at, ',')
        && !reader.tokens.is_punct(reader.at, '?')
        && (reader.at == start || !reader.tokens.is_label(reader.at))
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
        if reader.tokens.is_open(reader.at, Delimiter::Bracket) {
            // `a64?[0]`
            reader.error(reader.at - 1, SourceErrorKind::EarlyQuestionMark);
            parameter.register = start..start;
            reader.at = reader.behind(reader.at);
        }
    }
}
