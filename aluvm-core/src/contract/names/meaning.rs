//! The names of a library: each has one meaning, wherever it stands.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::asm::parse::{Mnemonics, size_from_name};
use crate::asm::resolve::nearest;
use crate::contract::error::{Faults, Note, SourceErrorKind};
use crate::contract::item::{Inside, Item, ItemKind, Name};

/// What a name of a library means. Numbers count the items, and the variants of an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::contract) enum Meaning {
    Constant,
    Alias,
    Errors,
    Variant { item: usize, variant: usize },
    Routine { item: usize },
    Import { item: usize },
}

/// The names of a library, with the token that gives each.
pub(in crate::contract) struct Names<'t> {
    all: BTreeMap<&'t str, (Meaning, usize)>,
    is_whole: bool,
    has_errors: bool,
}

impl<'t> Names<'t> {
    /// The names of all items, and what is wrong with them.
    pub(in crate::contract) fn of(
        inside: &Inside<'t>,
        mnemonics: &Mnemonics,
        faults: &mut Faults,
    ) -> Names<'t> {
        let (is_whole, has_errors) = (inside.is_whole, false);
        let mut names = Names { all: BTreeMap::new(), is_whole, has_errors };
        for (item, Item { name, kind, .. }) in inside.items.iter().enumerate() {
            let meaning = match kind {
                ItemKind::Constant(_) => Meaning::Constant,
                ItemKind::Alias(_) => Meaning::Alias,
                ItemKind::Errors(_) => Meaning::Errors,
                ItemKind::Routine(_) => Meaning::Routine { item },
                ItemKind::Module(_) | ItemKind::File { .. } => Meaning::Import { item },
            };
            if let Some(name) = name {
                names.define(*name, meaning, mnemonics, faults);
            }
            if let ItemKind::Errors(errors) = kind {
                for (variant, error) in errors.variants.iter().enumerate() {
                    let meaning = Meaning::Variant { item, variant };
                    names.define(error.name, meaning, mnemonics, faults);
                }
            }
        }
        names
    }

    fn define(
        &mut self,
        name: Name<'t>,
        meaning: Meaning,
        mnemonics: &Mnemonics,
        faults: &mut Faults,
    ) {
        if let Some(reserved) = reserved(name.text, meaning, mnemonics) {
            let kind = SourceErrorKind::ReservedName { name: name.text.into(), reserved };
            return faults.at(name.token, kind);
        }
        match self.all.get(name.text) {
            Some((_, first)) => {
                faults.noted(name.token, duplicate(name.text), (Note::First, *first))
            }
            None => {
                self.has_errors |= matches!(meaning, Meaning::Variant { .. });
                self.all.insert(name.text, (meaning, name.token));
            }
        }
    }

    /// Whether the names of all items could be read, so that an unknown one is a mistake of its own.
    pub(in crate::contract) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether one of the names is that of an error.
    pub(in crate::contract) fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// What a name means.
    pub(in crate::contract) fn get(&self, name: &str) -> Option<Meaning> {
        self.all.get(name).map(|(meaning, _)| *meaning)
    }

    /// What a name means, and the token that gives it.
    pub(in crate::contract) fn definition(&self, name: &str) -> Option<(Meaning, usize)> {
        self.all.get(name).copied()
    }

    /// Whether the meaning of a name in the library comes from this token.
    pub(in crate::contract) fn is_own(&self, name: Name<'_>) -> bool {
        self.all.get(name.text).is_some_and(|(_, token)| *token == name.token)
    }

    /// Reports a name of a routine's own that means something in the library already.
    pub(in crate::contract) fn check_own(&self, name: Name<'_>, faults: &mut Faults) -> bool {
        match self.all.get(name.text) {
            Some((_, first)) if *first != name.token => {
                faults.noted(name.token, duplicate(name.text), (Note::First, *first));
                false
            }
            _ => true,
        }
    }

    /// The name nearest to one that is not there, of those with such a meaning; none behind the first errors, since all
    /// of many names would be compared with all of many.
    pub(in crate::contract) fn nearest(
        &self,
        name: &str,
        is_meant: impl Fn(Meaning) -> bool,
        faults: &Faults,
    ) -> Option<Box<str>> {
        if !faults.suggests() {
            return None;
        }
        let all = self.all.iter().filter(|(_, (meaning, _))| is_meant(*meaning));
        nearest_of(name, all.map(|(name, _)| *name))
    }
}

/// The name nearest to one that is not among them.
pub(in crate::contract) fn nearest_of<'n>(
    name: &str,
    all: impl Iterator<Item = &'n str>,
) -> Option<Box<str>> {
    // Names of errors and constants are not in lower case, in which names are compared.
    let all: Vec<(String, &str)> = all.map(|name| (name.to_lowercase(), name)).collect();
    let near = nearest(name, all.iter().map(|(lower, _)| lower.as_str()))?;
    let (_, name) = all.iter().find(|(lower, _)| lower == near)?;
    Some((*name).into())
}

/// That a name has a second meaning.
pub(in crate::contract) fn duplicate(name: &str) -> SourceErrorKind {
    SourceErrorKind::DuplicateName { name: name.into() }
}

/// Whether the module of each library has an item of this name of its own.
pub fn is_taken(name: &str) -> bool {
    matches!(name, "ID" | "LIB" | "program") || name.starts_with("ALUVM_")
}

/// What a name means already, so that it cannot be given.
fn reserved(name: &str, meaning: Meaning, mnemonics: &Mnemonics) -> Option<&'static str> {
    match (name, meaning) {
        ("ID" | "LIB" | "program", _) => Some("taken by what every library has"),
        // What the assembler says of aliases is said where they are defined.
        (_, Meaning::Alias) => None,
        (_, Meaning::Variant { .. }) => reserved_in_rust(name),
        _ if is_taken(name) => Some("taken by what the macro makes"),
        (_, Meaning::Routine { .. } | Meaning::Import { .. }) if mnemonics.has(name) => {
            Some("a mnemonic")
        }
        _ => reserved_in_rust(name),
    }
}

/// Why a name cannot be that of an item of Rust, or of a field.
pub(in crate::contract) fn reserved_in_rust(name: &str) -> Option<&'static str> {
    match name {
        "st0" => Some("the status flag"),
        "inf" => Some("infinity"),
        "_" => Some("no name"),
        _ if size_from_name(name).is_some() => Some("a register size"),
        _ if KEYWORDS.binary_search(&name).is_ok() => Some("a keyword of Rust"),
        _ => None,
    }
}

const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
