//! What names stand for: a value that the caller makes, for a block, a library or a routine.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use core::cell::Cell;

use super::nearest::{SUGGESTIONS_MAX, nearest};
use crate::asm::error::{AsmErrorKind, Fault, Note};
use crate::asm::parse::{Mnemonics, size_from_name};
use crate::isa::RegisterSize;
use crate::profile::Profile;

/// The names that can be used at a place, those of the scope around it included. Labels are not among
/// them: they can be used before they are defined, and no label means anything but a place in code.
pub(crate) struct Scope<'s, 't> {
    outer: Option<&'s Scope<'s, 't>>,
    mnemonics: &'t Mnemonics,
    /// What the machine has that runs the code.
    profile: Profile,
    aliases: BTreeMap<&'t str, Alias>,
    constants: BTreeMap<&'t str, Constant<'t>>,
    /// How many unknown names have been compared with the aliases.
    compared: Cell<usize>,
}

/// A name for a register.
#[derive(Clone)]
pub(super) struct Alias {
    /// The register; none if its definition has an error, which has been reported.
    pub(super) register: Option<(RegisterSize, u8)>,
    /// The token of the name in the definition.
    token: usize,
    is_used: Cell<bool>,
}

impl Alias {
    pub(super) fn set_used(&self) {
        self.is_used.set(true);
    }
}

/// A name for a value.
#[derive(Clone, Debug)]
struct Constant<'t> {
    value: ConstantValue<'t>,
    is_used: Cell<bool>,
}

/// What a constant stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ConstantValue<'t> {
    /// A numeric literal.
    Number { negative: bool, text: &'t str },
    /// The literal of a float, which is exact in registers of this size.
    Float { size: RegisterSize, negative: bool, text: &'t str },
    /// A string or byte string literal.
    Text(&'t str),
    /// What Rust makes of it.
    Rust,
    /// A mistake that has been reported.
    Wrong,
}

impl<'s, 't> Scope<'s, 't> {
    /// A scope with no names but the mnemonics.
    pub(crate) fn new(mnemonics: &'t Mnemonics) -> Scope<'s, 't> {
        Scope {
            outer: None,
            mnemonics,
            profile: Profile::SPEC,
            aliases: BTreeMap::new(),
            constants: BTreeMap::new(),
            compared: Cell::new(0),
        }
    }

    /// A scope within another one, whose names it has and cannot redefine.
    pub(crate) fn within(outer: &'s Scope<'s, 't>) -> Scope<'s, 't> {
        let profile = outer.profile;
        Scope { outer: Some(outer), profile, ..Scope::new(outer.mnemonics) }
    }

    /// The same for code that a machine with a profile runs.
    pub(crate) fn with_profile(self, profile: Profile) -> Scope<'s, 't> {
        Scope { profile, ..self }
    }

    pub(super) fn profile(&self) -> &Profile {
        &self.profile
    }

    pub(super) fn mnemonics(&self) -> &'t Mnemonics {
        self.mnemonics
    }

    pub(super) fn alias(&self, name: &str) -> Option<&Alias> {
        match (self.aliases.get(name), self.outer) {
            (None, Some(outer)) => outer.alias(name),
            (alias, _) => alias,
        }
    }

    /// Names a register. The register is none if there is an error in its place, which has been reported.
    ///
    /// # Errors
    ///
    /// If the name means something already.
    pub(crate) fn define_alias(
        &mut self,
        name: &'t str,
        token: usize,
        register: Option<(RegisterSize, u8)>,
    ) -> Result<(), Fault> {
        if let Some(reserved) = self.reserved(name) {
            let name = name.into();
            return Err(Fault::at(token, AsmErrorKind::ReservedAlias { name, reserved }));
        }
        if let Some(first) = self.alias(name) {
            let fault = Fault::at(token, AsmErrorKind::DuplicateAlias { name: name.into() });
            return Err(fault.with_note(Note::FirstDefinition, first.token));
        }
        self.aliases.insert(name, Alias { register, token, is_used: Cell::new(false) });
        Ok(())
    }

    /// Names a value.
    pub(crate) fn define_constant(&mut self, name: &'t str, value: ConstantValue<'t>) {
        self.constants.insert(name, Constant { value, is_used: Cell::new(false) });
    }

    /// The value that a name stands for, which counts as used.
    pub(super) fn constant(&self, name: &str) -> Option<ConstantValue<'t>> {
        match (self.constants.get(name), self.outer) {
            (None, Some(outer)) => outer.constant(name),
            (constant, _) => constant.map(|constant| {
                constant.is_used.set(true);
                constant.value
            }),
        }
    }

    /// Whether a constant of this scope has been asked for.
    pub(crate) fn is_constant_used(&self, name: &str) -> bool {
        self.constants.get(name).is_some_and(|constant| constant.is_used.get())
    }

    /// Whether an alias of this scope has been asked for; none if there is no such alias.
    pub(crate) fn is_alias_used(&self, name: &str) -> Option<bool> {
        self.aliases.get(name).map(|alias| alias.is_used.get())
    }

    /// Whether a name is an alias, in this scope or around it.
    pub(crate) fn is_alias(&self, name: &str) -> bool {
        self.alias(name).is_some()
    }

    /// The register that an alias stands for, in this scope or around it.
    pub(crate) fn register(&self, name: &str) -> Option<(RegisterSize, u8)> {
        self.alias(name)?.register
    }

    /// The aliases for a register, in this scope and around it, with their tokens.
    pub(crate) fn names_of(
        &self,
        register: (RegisterSize, u8),
    ) -> impl Iterator<Item = (&'t str, usize)> {
        let all = self.scopes().flat_map(|scope| &scope.aliases);
        let of_it = all.filter(move |(_, alias)| alias.register == Some(register));
        of_it.map(|(name, alias)| (*name, alias.token))
    }

    /// What a name means already, so that it cannot be an alias.
    fn reserved(&self, name: &str) -> Option<&'static str> {
        match name {
            "st0" => Some("the status flag"),
            "true" | "false" => Some("a switch"),
            "inf" => Some("infinity"),
            _ if size_from_name(name).is_some() => Some("a register size"),
            _ if self.mnemonics.has(name) => Some("a mnemonic"),
            _ => None,
        }
    }

    /// The alias that an unknown name may mean.
    pub(super) fn nearest_alias(&self, name: &str) -> Option<Box<str>> {
        self.compared.set(self.compared.get() + 1);
        if self.compared.get() > SUGGESTIONS_MAX {
            return None;
        }
        nearest(name, self.all_aliases()).map(Into::into)
    }

    fn all_aliases(&self) -> impl Iterator<Item = &'t str> {
        self.scopes().flat_map(|scope| scope.aliases.keys().copied())
    }

    /// This scope and those around it.
    fn scopes(&self) -> impl Iterator<Item = &Scope<'s, 't>> {
        let mut next = Some(self);
        core::iter::from_fn(move || {
            let scope = next?;
            next = scope.outer;
            Some(scope)
        })
    }
}
