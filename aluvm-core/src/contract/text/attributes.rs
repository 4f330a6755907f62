//! The attributes of a text, so that a disassembly can have them: they change no byte, but what is found in the
//! text that has them.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::asm::token::{Delimiter, TextSpan, Tokens};
use crate::contract::assemble::Contract;
use crate::contract::item::{Attribute, ItemKind, Meaning, push_source};

/// What attributes stand before.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AttributePlace {
    /// The library.
    Library,
    /// A constant, an alias, an enum of errors or a routine, by its name.
    Item(Box<str>),
    /// An error, by the names of its enum and its own.
    Error(Box<str>, Box<str>),
    /// An alias in a routine, by the names of both.
    Alias(Box<str>, Box<str>),
    /// A label in a routine, by the names of both.
    Label(Box<str>, Box<str>),
    /// A statement, by its offset in the code.
    Statement(u16),
}

/// What stands between the brackets of attributes, in the order of the text.
pub type TextAttributes = BTreeMap<AttributePlace, Vec<Box<str>>>;

/// The attributes of a text: all but its documentation, the names of its extensions, and `twin`, which instructions do not
/// have.
pub(super) fn attributes(
    contract: &Contract<'_, TextSpan>,
    tokens: Tokens<'_, TextSpan>,
) -> TextAttributes {
    let mut all = All { tokens, found: TextAttributes::new() };
    all.add(AttributePlace::Library, &contract.inside.attributes);
    for item in &contract.inside.items {
        let Some(name) = item.name else { continue };
        let name = || Box::from(name.text);
        all.add(AttributePlace::Item(name()), &item.attributes);
        if let ItemKind::Errors(errors) = &item.kind {
            for variant in &errors.variants {
                let place = AttributePlace::Error(name(), variant.name.text.into());
                all.add(place, &variant.attributes);
            }
        }
    }
    for routine in &contract.routines {
        let Some(item) = contract.inside.items.get(routine.item) else { continue };
        let (Some(name), ItemKind::Routine(parts)) = (item.name, &item.kind) else { continue };
        let body = parts.body.clone().unwrap_or_default();
        let statements = contract.statements.get(routine.statements.clone()).unwrap_or_default();
        all.body(body, name.text, |token| {
            let at = statements.binary_search_by_key(&token, |one| one.tokens.start).ok()?;
            let first = statements.get(at)?.instrs.start;
            Some(contract.instrs.get(first)?.offset)
        });
    }
    all.found
}

struct All<'t> {
    tokens: Tokens<'t, TextSpan>,
    found: TextAttributes,
}

impl All<'_> {
    fn add(&mut self, place: AttributePlace, attributes: &[Attribute<'_>]) {
        let is_kept = |attribute: &&Attribute<'_>| {
            !matches!(attribute.meaning, Meaning::Documentation | Meaning::Isae(_) | Meaning::Twin)
        };
        let texts = attributes.iter().filter(is_kept).filter_map(|one| {
            let mut range = one.tokens.clone();
            let open = range.find(|at| self.tokens.is_open(*at, Delimiter::Bracket))?;
            Some(self.text(open + 1..range.end - 1))
        });
        let texts: Vec<Box<str>> = texts.collect();
        if !texts.is_empty() {
            self.found.entry(place).or_default().extend(texts);
        }
    }

    fn text(&self, range: Range<usize>) -> Box<str> {
        let mut text = String::new();
        push_source(&mut text, self.tokens, range);
        text.into_boxed_str()
    }

    /// The attributes in the braces of a routine; `offset` finds the code of the statement that begins at a
    /// token.
    fn body(&mut self, body: Range<usize>, routine: &str, offset: impl Fn(usize) -> Option<u16>) {
        let (mut at, mut waiting) = (body.start, Vec::new());
        while at < body.end {
            let is_attribute =
                self.tokens.is_punct(at, '#') && self.tokens.is_open(at + 1, Delimiter::Bracket);
            if is_attribute {
                let end = self.tokens.behind_group(at + 1).unwrap_or(body.end).min(body.end);
                let inside = at + 2..end.saturating_sub(1);
                at = end;
                if self.tokens.ident(inside.start) != Some("doc") {
                    waiting.push(self.text(inside));
                }
                continue;
            }
            if !waiting.is_empty() {
                let texts = core::mem::take(&mut waiting);
                if let Some(place) = self.place(at, routine, &offset) {
                    self.found.entry(place).or_default().extend(texts);
                }
            }
            at += 1;
        }
    }

    /// What begins at a token in the braces of a routine.
    fn place(
        &self,
        at: usize,
        routine: &str,
        offset: impl Fn(usize) -> Option<u16>,
    ) -> Option<AttributePlace> {
        let word = self.tokens.ident(at)?;
        if self.tokens.is_label(at) {
            return Some(AttributePlace::Label(routine.into(), word.into()));
        }
        match (word, self.tokens.ident(at + 1)) {
            ("let", Some(name)) => Some(AttributePlace::Alias(routine.into(), name.into())),
            _ => offset(at).map(AttributePlace::Statement),
        }
    }
}
