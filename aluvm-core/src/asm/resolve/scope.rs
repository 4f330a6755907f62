//! What names stand for: a value that the caller makes, for a block, a library or a routine.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use core::cell::Cell;

use super::nearest::{SUGGESTIONS_MAX, nearest};
use crate::asm::error::{AsmErrorKind, Fault, Note};
use crate::asm::parse::{Mnemonics, size_from_name};
use crate::isa::RegisterSize;

/// The names that can be used at a place, those of the scope around it included. Labels are not among
/// them: they can be used before they are defined, and no label means anything but a place in code.
pub(crate) struct Scope<'s, 't> {
    outer: Option<&'s Scope<'s, 't>>,
    mnemonics: &'t Mnemonics,
    aliases: BTreeMap<&'t str, Alias>,
    /// How many unknown names have been compared with the aliases.
    compared: Cell<usize>,
}

/// A name for a register.
#[derive(Clone, Copy)]
pub(super) struct Alias {
    /// The register; none if its definition has an error, which has been reported.
    pub(super) register: Option<(RegisterSize, u8)>,
    /// The token of the name in the definition.
    token: usize,
}

impl<'s, 't> Scope<'s, 't> {
    /// A scope with no names but the mnemonics.
    pub(crate) fn new(mnemonics: &'t Mnemonics) -> Scope<'s, 't> {
        Scope { outer: None, mnemonics, aliases: BTreeMap::new(), compared: Cell::new(0) }
    }

    /// A scope within another one, whose names it has and cannot redefine.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "scopes of routines lie in that of a library")
    )]
    pub(crate) fn within(outer: &'s Scope<'s, 't>) -> Scope<'s, 't> {
        Scope { outer: Some(outer), ..Scope::new(outer.mnemonics) }
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
        self.aliases.insert(name, Alias { register, token });
        Ok(())
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
        let mut next = Some(self);
        let scopes = core::iter::from_fn(move || {
            let scope = next?;
            next = scope.outer;
            Some(scope)
        });
        scopes.flat_map(|scope| scope.aliases.keys().copied())
    }
}
