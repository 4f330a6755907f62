//! A program decoded once: all code that its entry points can reach, as operations.
//!
//! Every jump target is an immediate, so what can be reached is known beforehand: it is what the walk of
//! [`flow`](crate::flow) meets from the entry points, here through all libraries. A run that comes to a place
//! that was decoded before ends with a [seam](super::op::control::seam), so that each place is decoded once.

mod decode;
mod emit;
mod lower;
mod place;

use alloc::vec::Vec;

pub(crate) use self::place::Place;
pub(super) use self::place::{Position, behind_half};
use super::op::{Handler, Op};
use crate::isa::{ExtensionInstr, Instr, InstructionSet};
use crate::library::Linked;

/// The operations of a program.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    /// The first is no operation, but knows the function of the one behind it.
    pub(super) ops: Vec<Op>,
    /// Where each operation stands in the code.
    places: Vec<Place>,
    /// The complexity of the operations before each one in its stretch, which ends with the run or a pause.
    pub(super) costs: Vec<u16>,
    pub(super) instrs: Vec<Instr>,
    pub(super) extensions: Vec<ExtensionInstr>,
    /// The operations where the code ends in a way that ends programs of the profile, in order.
    ended: Vec<u32>,
    /// The places at which the program can begin, in order, and the operations there.
    entries: Vec<(Place, u32)>,
    /// The most that the complexity can grow without a jump or a return.
    pub(super) longest: u64,
    /// Jumps that a run may take until it comes back to the loop, and returns and seams likewise.
    pub(super) turns: i32,
}

impl Image {
    /// Decodes what the entry points can reach.
    pub(crate) fn decode<E: InstructionSet>(linked: &Linked, entries: &[Place]) -> Image {
        decode::decode::<E>(linked, entries)
    }

    /// The operation at an entry point.
    pub(crate) fn entry(&self, place: Place) -> Option<u32> {
        let index = self.entries.binary_search_by_key(&place, |(entry, _)| *entry).ok()?;
        self.entries.get(index).map(|(_, number)| *number)
    }

    /// Where an operation stands in the code.
    pub(super) fn position(&self, number: usize) -> Position {
        let place =
            self.places.get(number).copied().unwrap_or(Place { lib: u16::MAX, offset: u16::MAX });
        Position { lib: place.lib, offset: place.offset.into() }
    }

    /// Whether the code ends at an operation in a way that ends programs of the profile.
    pub(super) fn is_ended_at(&self, number: usize) -> bool {
        u32::try_from(number).is_ok_and(|number| self.ended.binary_search(&number).is_ok())
    }

    /// The functions of the operations.
    pub(super) fn handlers(&self) -> impl Iterator<Item = Handler> {
        // Nothing is behind the last.
        self.ops.iter().rev().skip(1).map(|op| op.next)
    }

    /// Whether the complexity of each run is small enough for the counters of the fast loop. Only an
    /// extension can have instructions that are not.
    pub(super) fn is_light(&self) -> bool {
        self.longest <= i32::MAX as u64
    }
}
