//! The rule for places: which register a value gets that names none.
//!
//! A register is free if the routine does not name it, no error of the library stands in it, no routine that this one
//! calls or jumps to has it, and nothing holds it. The lowest free one is given.

use super::registers::Registers;
use crate::contract::types::Type;
use crate::isa::{Register, RegisterSize};

/// A register that holds a value of a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub(super) ty: Type,
    pub(super) index: u8,
}

impl Place {
    pub(super) fn of((size, index): (RegisterSize, u8)) -> Place {
        Place { ty: Type::of(size), index }
    }

    pub(super) fn register(self) -> (RegisterSize, u8) {
        (self.ty.size(), self.index)
    }

    /// The register as messages name it.
    pub(super) fn to_register(self) -> Register {
        self.ty.size().register(self.index)
    }

    /// Whether both are one register.
    pub(super) fn is(self, other: Place) -> bool {
        self.register() == other.register()
    }
}

/// The registers of a routine.
#[derive(Clone, Default)]
pub(super) struct Places {
    /// Those that are never given.
    excluded: Registers,
    /// Those that hold something now.
    held: Registers,
    /// All that have been given.
    given: Registers,
}

impl Places {
    pub(super) fn new(excluded: Registers) -> Places {
        Places { excluded, ..Places::default() }
    }

    /// Gives the lowest free register.
    pub(super) fn take(&mut self, ty: Type) -> Option<Place> {
        let index = self.excluded.lowest_free(&self.held, ty.size())?;
        self.held.insert(ty.size(), index);
        self.given.insert(ty.size(), index);
        Some(Place { ty, index })
    }

    /// Nothing holds a register any more.
    pub(super) fn release(&mut self, place: Place) {
        self.held.remove(place.ty.size(), place.index);
    }

    /// What is held now.
    pub(super) fn held(&self) -> Registers {
        self.held
    }

    /// Holds what was held before.
    pub(super) fn restore(&mut self, held: Registers) {
        self.held = held;
    }

    /// All registers that have been given.
    pub(super) fn given(&self) -> Registers {
        self.given
    }
}
