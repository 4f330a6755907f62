//! The items of a library as they are written: plain data with the tokens that they are made of.
//! Nothing is looked up here, so that reading needs no scope.

mod spell;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;

pub(super) use self::spell::{documentation, push_source};
use super::types::Type;
use crate::isa::RegisterSize;

/// A name and its token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name<'t> {
    /// The name, without `r#`.
    pub text: &'t str,
    /// Its token.
    pub token: usize,
}

/// What stands inside of a library.
#[derive(Clone, Default, Debug)]
pub struct Inside<'t> {
    /// `#![…]` and `//!` at the beginning.
    pub attributes: Vec<Attribute<'t>>,
    /// The items in the order of the source.
    pub items: Vec<Item<'t>>,
    /// Whether the names of all items and errors could be read.
    pub is_whole: bool,
}

impl Inside<'_> {
    /// Takes out the items and errors whose first condition begins at one of these tokens.
    pub fn disable(&mut self, disabled: &BTreeSet<usize>) {
        let is_there = |attributes: &[Attribute<'_>]| {
            let mut conditions =
                attributes.iter().filter(|attribute| matches!(attribute.meaning, Meaning::Cfg));
            conditions.next().is_none_or(|first| !disabled.contains(&first.tokens.start))
        };
        self.items.retain(|item| is_there(&item.attributes));
        for item in &mut self.items {
            if let ItemKind::Errors(errors) = &mut item.kind {
                errors.variants.retain(|variant| is_there(&variant.attributes));
            }
        }
    }
}

/// An attribute.
#[derive(Clone, Debug)]
pub struct Attribute<'t> {
    /// All its tokens, `#` and `]` included.
    pub tokens: Range<usize>,
    /// What it says.
    pub meaning: Meaning<'t>,
}

/// What an attribute says to the assembler.
#[derive(Clone, Debug)]
pub enum Meaning<'t> {
    /// Documentation.
    Documentation,
    /// `allow(…)`: the findings of flow that it names, and whether it names anything else.
    Allow {
        /// Names without a path.
        findings: Vec<Name<'t>>,
    },
    /// `deny(…)`, likewise.
    Deny {
        /// Names without a path.
        findings: Vec<Name<'t>>,
    },
    /// `cfg(…)` or `cfg_attr(…)`, which only the macro can look into.
    Cfg,
    /// `twin`.
    Twin,
    /// `isa(path)`.
    Isa,
    /// `isae("…")`, with the token of the string.
    Isae(usize),
    /// `id = "…"`, with the token of the string.
    Id(usize),
    /// `profile("…")`, with the token of the string.
    Profile(usize),
    /// One of Rust's.
    Other,
    /// A mistake that has been reported.
    Wrong,
}

/// An item.
#[derive(Clone, Debug)]
pub struct Item<'t> {
    /// Its attributes and documentation.
    pub attributes: Vec<Attribute<'t>>,
    /// The tokens of its visibility; none if it is private.
    pub visibility: Range<usize>,
    /// Its name; none if that could not be read.
    pub name: Option<Name<'t>>,
    /// What it is.
    pub kind: ItemKind<'t>,
}

impl Item<'_> {
    /// Whether others can use it.
    pub fn is_public(&self) -> bool {
        !self.visibility.is_empty()
    }

    /// Whether `#[twin]` stands before it.
    pub fn asks_for_twin(&self) -> bool {
        self.attributes.iter().any(|attribute| matches!(attribute.meaning, Meaning::Twin))
    }
}

/// What an item is.
#[derive(Clone, Debug)]
pub enum ItemKind<'t> {
    /// `const NAME: a16 = value;`
    Constant(Constant),
    /// `let name = a64[0];`, with the tokens of the register.
    Alias(Range<usize>),
    /// `enum Name in a8[0] { … }`
    Errors(Errors<'t>),
    /// `fn name(…) -> (…) { … }`
    Routine(Routine<'t>),
    /// `use path::to::module;`, with the tokens of the path.
    Module(Range<usize>),
    /// `use "file" as name = "id";`
    File {
        /// The token of the file's name.
        file: usize,
        /// The token of the id.
        id: Option<usize>,
    },
}

/// A constant of a register size, or of a type.
#[derive(Clone, Debug)]
pub struct Constant {
    /// The size; none if what stands there is none.
    pub size: Option<RegisterSize>,
    /// The type; none if only a size is written.
    pub ty: Option<Type>,
    /// The tokens of its value.
    pub value: Range<usize>,
}

/// Errors that share a register.
#[derive(Clone, Debug)]
pub struct Errors<'t> {
    /// The tokens of the register.
    pub register: Range<usize>,
    /// The errors.
    pub variants: Vec<Variant<'t>>,
    /// Their tokens, braces included.
    pub body: Range<usize>,
}

/// One error.
#[derive(Clone, Debug)]
pub struct Variant<'t> {
    /// Its attributes and documentation.
    pub attributes: Vec<Attribute<'t>>,
    /// Its name.
    pub name: Name<'t>,
    /// The token of its number; none if that is not written.
    pub number: Option<usize>,
}

/// A routine.
#[derive(Clone, Debug)]
pub struct Routine<'t> {
    /// What stands in the parentheses behind the name.
    pub inputs: Vec<Parameter<'t>>,
    /// What stands behind the arrow.
    pub outputs: Vec<Parameter<'t>>,
    /// The tokens of the statements, without the braces; none if there are no braces.
    pub body: Option<Range<usize>>,
    /// Whether all inputs and outputs could be read.
    pub is_whole: bool,
}

/// An input or output.
#[derive(Clone, Debug)]
pub struct Parameter<'t> {
    /// Its name.
    pub name: Name<'t>,
    /// The tokens of its register; empty if there are none.
    pub register: Range<usize>,
    /// Whether it may be undefined: `?`.
    pub may_be_undefined: bool,
}
