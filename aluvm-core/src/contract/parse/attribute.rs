//! Attributes: those of the assembler, and those of Rust, which it hands on.

use alloc::vec::Vec;
use core::ops::Range;

use super::reader::Reader;
use crate::asm::resolve::nearest;
use crate::asm::token::{Delimiter, Span, TokenKind, Tokens};
use crate::contract::error::{Note, SourceErrorKind};
use crate::contract::item::{Attribute, Meaning, Name};

/// The attributes of a library that only the assembler knows.
const OF_LIBRARY: [&str; 4] = ["isa", "isae", "id", "profile"];

/// Reads `#![…]` and `//!`, and says where one stands a second time.
pub(super) fn inner<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Vec<Attribute<'t>> {
    let mut attributes: Vec<Attribute<'t>> = Vec::new();
    let mut seen: [Option<usize>; OF_LIBRARY.len()] = [None; OF_LIBRARY.len()];
    while is_inner(reader) {
        let first = reader.at;
        let attribute = attribute(reader, first + 2, true);
        let name = reader.tokens.ident(first + 3);
        let number = OF_LIBRARY.iter().position(|word| name == Some(*word));
        if let Some(seen) = number.and_then(|number| seen.get_mut(number)) {
            match *seen {
                Some(before) => {
                    let name = name.unwrap_or_default().into();
                    let error = SourceErrorKind::SecondAttribute { name };
                    reader.faults.noted(first + 3, error, (Note::First, before));
                }
                None => *seen = Some(first + 3),
            }
        }
        attributes.push(attribute);
    }
    attributes
}

fn is_inner<S: Span>(reader: &Reader<'_, '_, S>) -> bool {
    reader.tokens.is_punct(reader.at, '#')
        && reader.tokens.is_punct(reader.at + 1, '!')
        && reader.tokens.is_open(reader.at + 2, Delimiter::Bracket)
}

/// Reads the attributes and the documentation of an item.
pub(super) fn outer<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> Vec<Attribute<'t>> {
    let mut attributes = Vec::new();
    loop {
        let first = reader.at;
        match reader.tokens.kind(first) {
            Some(TokenKind::Punct('#')) if is_inner(reader) => {
                let name = reader.tokens.ident(first + 3).unwrap_or_default().into();
                reader.error(first, SourceErrorKind::LateAttribute { name });
                reader.at = reader.behind(first + 2);
            }
            Some(TokenKind::Punct('#')) if reader.tokens.is_open(first + 1, Delimiter::Bracket) => {
                attributes.push(attribute(reader, first + 1, false));
            }
            _ => return attributes,
        }
    }
}

/// Reads an attribute whose bracket stands at a token.
fn attribute<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    bracket: usize,
    is_inner: bool,
) -> Attribute<'t> {
    let first = reader.at;
    reader.at = reader.behind(bracket);
    let meaning = meaning(reader, bracket + 1..reader.at - 1, is_inner);
    Attribute { tokens: first..reader.at, meaning }
}

/// What the tokens between the brackets say.
fn meaning<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    content: Range<usize>,
    is_inner: bool,
) -> Meaning<'t> {
    let at = content.start;
    let Some(name) = reader.tokens.ident(at) else { return Meaning::Other };
    match name {
        "doc" if reader.tokens.is_punct(at + 1, '=') => Meaning::Documentation,
        "cfg" | "cfg_attr" => Meaning::Cfg,
        "allow" => Meaning::Allow { findings: names(reader.tokens, &content) },
        "deny" => Meaning::Deny { findings: names(reader.tokens, &content) },
        "twin" if !is_inner && content.end == at + 1 => Meaning::Twin,
        "isa" if is_inner => Meaning::Isa,
        "isae" if is_inner => argument(reader, &content, "`#![isae(\"ALU RGB\")]`")
            .map_or(Meaning::Wrong, Meaning::Isae),
        "profile" if is_inner => argument(reader, &content, "`#![profile(\"spec\")]`")
            .map_or(Meaning::Wrong, Meaning::Profile),
        "id" if is_inner => match reader.tokens.literal(at + 2) {
            Some(_) if reader.tokens.is_punct(at + 1, '=') && content.end == at + 3 => {
                Meaning::Id(at + 2)
            }
            _ => malformed(reader, &content, "`#![id = \"alu1…\"]`"),
        },
        _ if OF_LIBRARY.contains(&name) => {
            reader.error(at, SourceErrorKind::LateAttribute { name: name.into() });
            Meaning::Wrong
        }
        _ => {
            let own = OF_LIBRARY.into_iter().chain(["allow", "deny", "cfg", "doc"]);
            let near = if is_inner && !is_of_rust(name) { nearest(name, own) } else { None };
            match near {
                Some(nearest) => {
                    let name = name.into();
                    reader.error(at, SourceErrorKind::UnknownAttribute { name, nearest });
                    Meaning::Wrong
                }
                None => Meaning::Other,
            }
        }
    }
}

/// The token of the string in `name("…")`.
fn argument<S: Span>(
    reader: &mut Reader<'_, '_, S>,
    content: &Range<usize>,
    form: &'static str,
) -> Option<usize> {
    let at = content.start;
    let is_right = reader.tokens.is_open(at + 1, Delimiter::Parenthesis)
        && reader.tokens.literal(at + 2).is_some()
        && content.end == at + 4;
    if !is_right {
        malformed(reader, content, form);
        return None;
    }
    Some(at + 2)
}

fn malformed<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    content: &Range<usize>,
    form: &'static str,
) -> Meaning<'t> {
    let error = SourceErrorKind::AttributeForm { form };
    reader.faults.between(content.start, content.end - 1, error);
    Meaning::Wrong
}

/// The names in `allow(name, …)`; lints of tools have a path.
pub(in crate::contract) fn names<'t, S: Span>(
    tokens: Tokens<'t, S>,
    content: &Range<usize>,
) -> Vec<Name<'t>> {
    let mut names = Vec::new();
    let mut at = content.start + 2;
    while at + 1 < content.end {
        if let Some(text) = tokens.ident(at) {
            let is_path = tokens.is_path_separator(at + 1);
            let is_end = tokens.is_path_separator(at.wrapping_sub(2));
            let is_reason = tokens.is_punct(at + 1, '=');
            if !is_path && !is_end && !is_reason {
                names.push(Name { text, token: at });
            }
        }
        at += 1;
    }
    names
}

/// Attributes of Rust that a module can have and that look like one of ours.
fn is_of_rust(name: &str) -> bool {
    matches!(name, "warn" | "forbid" | "expect" | "deprecated" | "path" | "test")
}
