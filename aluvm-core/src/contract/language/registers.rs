//! Sets of registers.

use crate::isa::RegisterSize;

/// A set of registers, a bit each.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Registers([u32; RegisterSize::ALL.len()]);

impl Registers {
    pub(super) fn insert(&mut self, size: RegisterSize, index: u8) {
        self.0[size as usize] |= 1 << index;
    }

    pub(super) fn remove(&mut self, size: RegisterSize, index: u8) {
        self.0[size as usize] &= !(1 << index);
    }

    pub(super) fn contains(&self, size: RegisterSize, index: u8) -> bool {
        self.0[size as usize] >> index & 1 != 0
    }

    /// Adds all registers of another set.
    pub(super) fn extend(&mut self, other: &Registers) {
        for (one, other) in self.0.iter_mut().zip(other.0) {
            *one |= other;
        }
    }

    /// The lowest register of a size that is in none of two sets.
    pub(super) fn lowest_free(&self, other: &Registers, size: RegisterSize) -> Option<u8> {
        let taken = self.0[size as usize] | other.0[size as usize];
        let index = taken.trailing_ones() as u8;
        (index < size.count()).then_some(index)
    }
}

impl Registers {
    /// How many registers of a size are in it.
    pub(super) fn count(&self, size: RegisterSize) -> usize {
        self.0[size as usize].count_ones() as usize
    }
}
