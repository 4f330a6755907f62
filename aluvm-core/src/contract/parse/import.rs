//! Imports: `use path::to::module;` and `use "file" as name = "id";`.

use alloc::vec::Vec;
use core::ops::Range;

use super::reader::Reader;
use crate::asm::error::AsmErrorKind;
use crate::asm::token::{Delimiter, Span, TokenKind};
use crate::contract::error::SourceErrorKind;
use crate::contract::item::{Attribute, Item, ItemKind, Name};

/// Reads what stands behind `use`.
pub(super) fn imports<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    attributes: Vec<Attribute<'t>>,
    visibility: Range<usize>,
    items: &mut Vec<Item<'t>>,
) {
    let start = reader.at;
    let (name, kind) = match reader.tokens.literal(start) {
        Some(_) => file(reader),
        None => module(reader),
    };
    items.push(Item { attributes, visibility, name, kind });
}

/// Reads `"file" as name = "id";`.
fn file<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> (Option<Name<'t>>, ItemKind<'t>) {
    let file = reader.at;
    reader.at += 1;
    let mut kind = ItemKind::File { file, id: None };
    if reader.tokens.ident(reader.at) != Some("as") {
        reader.expected(reader.at, "`as` and a name for the library");
        reader.skip_item();
        return (None, kind);
    }
    reader.at += 1;
    let name = reader.name("a name for the library");
    if name.is_none() {
        reader.skip_item();
        return (name, kind);
    }
    if reader.tokens.is_punct(reader.at, '=') {
        reader.at += 1;
        if reader.tokens.literal(reader.at).is_none() {
            reader.expected(reader.at, "the id of the library in quotes");
            reader.skip_item();
            return (name, kind);
        }
        kind = ItemKind::File { file, id: Some(reader.at) };
        reader.at += 1;
    }
    reader.semicolon();
    (name, kind)
}

/// Reads `path::to::module;`, perhaps with `as name`.
fn module<'t, S: Span>(reader: &mut Reader<'_, 't, S>) -> (Option<Name<'t>>, ItemKind<'t>) {
    let start = reader.at;
    let mut name;
    if reader.tokens.is_path_separator(reader.at) {
        reader.at += 2;
    }
    loop {
        match reader.tokens.ident(reader.at) {
            Some(text) if !reader.begins_item(reader.at) => {
                name = Some(Name { text, token: reader.at })
            }
            _ => {
                let error = match reader.tokens.kind(reader.at) {
                    Some(TokenKind::Open(Delimiter::Brace) | TokenKind::Punct('*')) => {
                        SourceErrorKind::ImportsAtOnce
                    }
                    _ => SourceErrorKind::Asm(AsmErrorKind::Expected {
                        expected: "the path of a library, `use path::to::module;`",
                        found: reader.tokens.describe(reader.at),
                    }),
                };
                reader.error(reader.at, error);
                let path = start..reader.at;
                // The braces of a `use` do not end it.
                if reader.tokens.is_open(reader.at, Delimiter::Brace) {
                    reader.at = reader.behind(reader.at);
                }
                reader.skip_item();
                return (None, ItemKind::Module(path));
            }
        }
        reader.at += 1;
        if !reader.tokens.is_path_separator(reader.at) {
            break;
        }
        reader.at += 2;
    }
    let path = start..reader.at;
    if reader.tokens.ident(reader.at) == Some("as") {
        reader.at += 1;
        name = reader.name("a name for the library");
    }
    reader.semicolon();
    (name, ItemKind::Module(path))
}
