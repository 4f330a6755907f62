//! From tokens to items. Of an item that cannot be read to its end there is an error, and as much of it as
//! could be read, so that its name is known to all others.

mod attribute;
mod errors;
mod import;
mod reader;
mod register;
mod routine;
mod skip;

use alloc::vec::Vec;
use core::ops::Range;

use self::reader::Reader;
use self::register::size_of_type;
use super::error::{Faults, ITEM, SourceErrorKind};
use super::item::{Attribute, Constant, Inside, Item, ItemKind, Name};
use super::types::Type;
use crate::asm::error::{ALIAS_NAME, AsmErrorKind};
use crate::asm::parse::size_from_name;
use crate::asm::resolve::nearest;
use crate::asm::token::{Delimiter, Span, Tokens};
use crate::isa::RegisterSize;

pub(super) use attribute::names;
pub(super) use register::register_in;

/// The words that items begin with.
const WORDS: [&str; 5] = ["const", "let", "enum", "fn", "use"];

/// Reads what stands inside of a library: all tokens in a range, which cuts no group in two.
pub(crate) fn inside<'t, S: Span>(
    tokens: Tokens<'t, S>,
    range: Range<usize>,
    faults: &mut Faults,
) -> Inside<'t> {
    let tokens = tokens.until(range.end);
    let mut reader = Reader { tokens, at: range.start, faults, is_whole: true };
    let attributes = attribute::inner(&mut reader);
    let mut items = Vec::new();
    while reader.at < reader.tokens.len() {
        reader.items(&mut items);
    }
    let is_whole = reader.is_whole && items.iter().all(|item| item.name.is_some());
    Inside { attributes, items, is_whole }
}

impl<'t, S: Span> Reader<'_, 't, S> {
    /// Reads an item, or the several that one `use` makes.
    fn items(&mut self, items: &mut Vec<Item<'t>>) {
        let attributes = attribute::outer(self);
        let visibility = self.visibility();
        self.qualifiers();
        let first = self.at;
        let word = self.tokens.ident(first);
        self.at += 1;
        let item = match word {
            Some("const") => self.constant(),
            Some("let") => self.alias(),
            Some("enum") => errors::errors(self),
            Some("fn") => routine::routine(self),
            Some("static") if self.is_static() => self.static_item(),
            Some("use") => return import::imports(self, attributes, visibility, items),
            _ => {
                self.at = first;
                self.no_item(word, &attributes);
                return;
            }
        };
        if let (Some(_), Some("let")) = (self.tokens.kind(visibility.start), word)
            && !visibility.is_empty()
        {
            self.error(visibility.start, SourceErrorKind::PublicAlias);
        }
        let (name, kind) = item;
        items.push(Item { attributes, visibility, name, kind });
    }

    /// Reads `pub`, `pub(crate)`, `pub(in path)`.
    fn visibility(&mut self) -> Range<usize> {
        let first = self.at;
        if self.tokens.ident(first) == Some("pub") {
            self.at += 1;
            if self.tokens.is_open(self.at, Delimiter::Parenthesis) {
                self.at = self.tokens.behind_group(self.at).unwrap_or(self.tokens.len());
            }
        }
        first..self.at
    }

    /// Reports and moves behind what Rust can have between the visibility and `fn`.
    fn qualifiers(&mut self) {
        let mut at = self.at;
        while let Some("const" | "async" | "unsafe" | "extern") = self.tokens.ident(at) {
            at += 1 + usize::from(self.tokens.literal(at + 1).is_some());
        }
        if at > self.at && self.tokens.ident(at) == Some("fn") {
            let word = self.tokens.ident(self.at).unwrap_or_default().into();
            self.error(self.at, SourceErrorKind::Qualifier { word });
            self.at = at;
        }
    }

    /// Whether a name and its type follow.
    fn is_static(&self) -> bool {
        self.tokens.ident(self.at).is_some() && self.tokens.is_punct(self.at + 1, ':')
    }

    /// Reads a `static`, which may be used like a constant.
    fn static_item(&mut self) -> (Option<Name<'t>>, ItemKind<'t>) {
        self.error(self.at - 1, SourceErrorKind::RustItem { word: "static".into() });
        let name = self.name("the name of a constant");
        let value = self.at..self.at;
        self.skip_item();
        (name, ItemKind::Constant(Constant { size: None, ty: None, value }))
    }

    /// Reports what is no item, and moves behind it.
    fn no_item(&mut self, word: Option<&'t str>, attributes: &[Attribute<'t>]) {
        let first = self.at;
        let error = match word {
            _ if first >= self.tokens.len() => match attributes.last() {
                Some(attribute) => {
                    let error = SourceErrorKind::LonelyAttribute;
                    return self.error(attribute.tokens.start, error);
                }
                None => return,
            },
            Some(word) if is_rust_item(word) => SourceErrorKind::RustItem { word: word.into() },
            Some(word) => SourceErrorKind::UnknownItem {
                word: word.into(),
                nearest: nearest(word, WORDS.into_iter()),
            },
            None => {
                let found = self.tokens.describe(first);
                AsmErrorKind::Expected { expected: ITEM, found }.into()
            }
        };
        // Its name may be used.
        self.is_whole &= word.is_none();
        self.error(first, error);
        self.skip_item();
    }

    /// Reads `NAME: a16 = value;`.
    fn constant(&mut self) -> (Option<Name<'t>>, ItemKind<'t>) {
        let name = self.name("the name of a constant");
        let mut constant = Constant { size: None, ty: None, value: self.at..self.at };
        if name.is_none() || !self.punct(':', "`:` and a register size, as in `LIMIT: a16`") {
            self.skip_item();
            return (name, ItemKind::Constant(constant));
        }
        let at = self.at;
        let word = self.tokens.ident(at);
        constant.size = word.and_then(size_from_name);
        if constant.size.is_none() {
            constant.ty = word.and_then(Type::from_name);
            constant.size = constant.ty.map(Type::size);
        }
        if constant.size.is_none() {
            let error = match self.tokens.ident(at).and_then(integer_size) {
                Some(size) => SourceErrorKind::RustType { size },
                None => SourceErrorKind::Asm(AsmErrorKind::Expected {
                    expected: "a register size, as in `const LIMIT: a16 = 1000;`",
                    found: self.tokens.describe(at),
                }),
            };
            self.error(at, error);
        } else {
            self.at += 1;
            self.behind_size(constant.size);
        }
        while !self.tokens.is_punct(self.at, '=') && !self.is_item_end() {
            self.at = self.behind(self.at);
        }
        if !self.punct('=', "`=` and a value") {
            self.skip_item();
            return (name, ItemKind::Constant(constant));
        }
        let start = self.at;
        while !self.is_item_end() {
            self.at = self.behind(self.at);
        }
        constant.value = start..self.at;
        if constant.value.is_empty() {
            self.expected(self.at, "a value");
        }
        self.semicolon();
        (name, ItemKind::Constant(constant))
    }

    /// Reports what stands between the size of a constant and the `=`.
    fn behind_size(&mut self, size: Option<RegisterSize>) {
        let at = self.at;
        if self.tokens.is_open(at, Delimiter::Bracket)
            && let Some(size) = size
        {
            let last = self.behind(at) - 1;
            self.faults.between(at - 1, last, SourceErrorKind::RegisterOfConstant { size });
        } else if !self.tokens.is_punct(at, '=') && !self.is_item_end() {
            self.expected(at, "`=` and a value");
        }
    }

    /// Reads `name = register;`.
    fn alias(&mut self) -> (Option<Name<'t>>, ItemKind<'t>) {
        if self.tokens.ident(self.at) == Some("mut") && self.tokens.ident(self.at + 1).is_some() {
            self.expected(self.at, ALIAS_NAME);
            self.at += 1;
        }
        let name = self.name(ALIAS_NAME);
        let start = self.at;
        if name.is_none() || !self.punct('=', "`=` and a register") {
            self.skip_item();
            return (name, ItemKind::Alias(start..start));
        }
        let start = self.at;
        while !self.is_item_end() {
            self.at = self.behind(self.at);
        }
        let register = start..self.at;
        if register.is_empty() {
            self.expected(self.at, "a register, as in `a16[0]`");
        }
        self.semicolon();
        (name, ItemKind::Alias(register))
    }
}

/// Whether a word begins an item of Rust that a library does not have.
fn is_rust_item(word: &str) -> bool {
    matches!(
        word,
        "static"
            | "struct"
            | "union"
            | "type"
            | "trait"
            | "impl"
            | "mod"
            | "extern"
            | "macro_rules"
            | "unsafe"
            | "async"
    )
}

/// The register size that holds what an integer of Rust does.
fn integer_size(name: &str) -> Option<&'static str> {
    size_of_type(name).filter(|size| size.starts_with('a'))
}
