//! Errors that share a register: `enum Name in a8[0] { Variant = 1, … }`.

use alloc::vec::Vec;

use super::attribute;
use super::reader::Reader;
use crate::asm::token::{Delimiter, Span, TokenKind};
use crate::contract::error::{NUMBER, SourceErrorKind};
use crate::contract::item::{Errors, ItemKind, Name, Variant};

/// Reads `Name in a8[0] { … }`.
pub(super) fn errors<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
) -> (Option<Name<'t>>, ItemKind<'t>) {
    let faults = reader.faults.len();
    let name = reader.name("the name of an `enum`");
    let mut errors = Errors { register: reader.at..reader.at, variants: Vec::new(), body: 0..0 };
    if reader.tokens.ident(reader.at) == Some("in") {
        reader.at += 1;
        let start = reader.at;
        while reader.at < reader.tokens.len()
            && !reader.tokens.is_open(reader.at, Delimiter::Brace)
            && !reader.is_item_end()
        {
            reader.at = reader.behind(reader.at);
        }
        errors.register = start..reader.at;
        if errors.register.is_empty() {
            reader.expected(reader.at, "the register that holds the number, as in `a8[0]`");
        }
    } else if name.is_some() {
        let expected = "`in` and the register that holds the number, as in `in a8[0]`";
        reader.expected(reader.at, expected);
        while reader.at < reader.tokens.len()
            && !reader.tokens.is_open(reader.at, Delimiter::Brace)
            && !reader.is_item_end()
        {
            reader.at = reader.behind(reader.at);
        }
    }
    if !reader.tokens.is_open(reader.at, Delimiter::Brace) {
        if reader.faults.len() == faults {
            reader.expected(reader.at, "`{` and the errors");
        }
        reader.is_whole = false;
        reader.skip_item();
        return (name, ItemKind::Errors(errors));
    }
    let behind = reader.tokens.behind_group(reader.at).unwrap_or(reader.tokens.len());
    errors.body = reader.at..behind;
    reader.at += 1;
    reader.within(behind - 1, |reader| {
        let mut has_semicolon = false;
        while reader.at < reader.tokens.len() {
            variant(reader, &mut errors.variants, &mut has_semicolon);
        }
    });
    reader.at = behind;
    (name, ItemKind::Errors(errors))
}

/// Reads `Variant = 1,`.
fn variant<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    variants: &mut Vec<Variant<'t>>,
    has_semicolon: &mut bool,
) {
    let attributes = attribute::outer(reader);
    if reader.at >= reader.tokens.len() {
        if let Some(attribute) = attributes.last() {
            reader.error(attribute.tokens.start, SourceErrorKind::LonelyAttribute);
        }
        return;
    }
    let Some(name) = reader.name("the name of an error") else {
        reader.is_whole = false;
        reader.skip_to_comma();
        reader.at += 1;
        return;
    };
    let number = number(reader, name);
    variants.push(Variant { attributes, name, number });
    match reader.tokens.kind(reader.at) {
        None | Some(TokenKind::Punct(',')) => reader.at += 1,
        Some(TokenKind::Punct(';')) if number.is_some() => {
            // One for all.
            if !core::mem::replace(has_semicolon, true) {
                reader.expected(reader.at, "`,`");
            }
            reader.at += 1;
        }
        Some(TokenKind::Ident(_)) if number.is_some() => {
            reader.expected(reader.at, "`,`");
        }
        Some(_) => {
            if number.is_some() {
                reader.expected(reader.at, "`,`");
            }
            reader.skip_to_comma();
            reader.at += 1;
        }
    }
}

/// Reads `= 1` behind a name.
fn number<S: Span>(reader: &mut Reader<'_, '_, S>, name: Name<'_>) -> Option<usize> {
    let has_values = [Delimiter::Parenthesis, Delimiter::Brace]
        .iter()
        .any(|delimiter| reader.tokens.is_open(reader.at, *delimiter));
    if has_values {
        // `TooBig(u8) = 1`
        reader.error(reader.at, SourceErrorKind::ErrorValues { name: name.text.into() });
        reader.at = reader.behind(reader.at);
    }
    if !reader.tokens.is_punct(reader.at, '=') {
        if !has_values {
            let error = SourceErrorKind::NoNumber { name: name.text.into() };
            reader.error(name.token, error);
        }
        return None;
    }
    reader.at += 1;
    if reader.tokens.literal(reader.at).is_none() {
        reader.expected(reader.at, NUMBER);
        return None;
    }
    reader.at += 1;
    Some(reader.at - 1)
}
