//! The operations of a program, decoded as far as its runs have come.
//!
//! Every jump target is an immediate, so what can be reached is known beforehand: it is what the walk of
//! [`flow`](crate::flow) meets from the entry points, here through all libraries. A run that comes to a place
//! that was decoded before ends with a [seam](super::op::control::seam), so that each place is decoded once.
//!
//! Most runs come to a small part of what they can reach. So a program begins with the first operations, and
//! where the walk has stopped there is an operation that says so. A run that comes to one goes on in the
//! [wider](Image::wider) image, which is made then, has several times as many operations, and stays beside
//! the first for all runs that follow, on all threads. In it each operation has the number that it had, so
//! that the call stack of a run stays as it is.

mod decode;
mod emit;
mod finish;
mod lower;
mod open;
pub(super) mod place;
mod seen;

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use self::emit::Emitter;
use self::open::Open;
use self::place::Spot;
pub(crate) use self::place::{Place, SHIFTED};
pub(super) use self::place::{Position, behind_half};
use super::op::{Handler, Op};
use crate::isa::{ExtensionInstr, Instr, InstructionSet};
use crate::library::Linked;

/// The operations of a program.
#[derive(Debug)]
pub(crate) struct Image {
    /// The first is no operation, but knows the function of the one behind it.
    pub(super) ops: Vec<Op>,
    /// Where each operation stands in the code, and what was before it.
    pub(super) spots: Vec<Spot>,
    pub(super) instrs: Vec<Instr>,
    pub(super) extensions: Vec<ExtensionInstr>,
    /// The first entry point and the operation there.
    first: (Place, u32),
    /// The others, in order.
    others: Vec<(Place, u32)>,
    /// The most that the complexity can grow without a jump or a return.
    pub(super) longest: u64,
    /// Jumps that a run may take until it comes back to the loop, and returns and seams likewise.
    pub(super) turns: i32,
    /// What is left to decode; none if nothing is.
    open: Option<Open>,
    wider: OnceBox<Image>,
}

impl Image {
    /// Decodes what is nearest to the entry points, the first of which is apart.
    pub(crate) fn decode<E: InstructionSet>(
        linked: &Linked,
        first: Place,
        others: Vec<Place>,
    ) -> Image {
        decode::begin::<E>(linked, first, others)
    }

    /// Decodes more: at least what lies at an operation that says that nothing is decoded there. None
    /// where all is.
    pub(super) fn wider<E: InstructionSet>(
        &self,
        linked: &Linked,
        number: usize,
    ) -> Option<&Image> {
        let open = self.open.as_ref()?;
        let place = self.spots.get(number).and_then(|spot| spot.place());
        let more = || decode::go_on::<E>(linked, Emitter::widening(self, open, linked), place);
        Some(self.wider.get_or_init(|| Box::new(more())))
    }

    /// Decodes all that is left.
    pub(crate) fn decode_all<E: InstructionSet>(&self, linked: &Linked) {
        let mut image = self.widest();
        while let Some(open) = &image.open {
            let all = || decode::go_on::<E>(linked, Emitter::completing(image, open, linked), None);
            image = image.wider.get_or_init(|| Box::new(all()));
        }
    }

    /// The widest that was made.
    #[inline]
    pub(super) fn widest(&self) -> &Image {
        let mut image = self;
        while let Some(wider) = image.wider.get() {
            image = wider;
        }
        image
    }

    /// This one and those that are wider.
    pub(super) fn all(&self) -> impl Iterator<Item = &Image> {
        core::iter::successors(Some(self), |image| image.wider.get())
    }

    /// The operation at an entry point.
    pub(super) fn entry(&self, place: Place) -> Option<u32> {
        if self.first.0 == place {
            return Some(self.first.1);
        }
        let index = self.others.binary_search_by_key(&place, |(entry, _)| *entry).ok()?;
        self.others.get(index).map(|(_, number)| *number)
    }

    /// The operation at the first entry point.
    #[inline]
    pub(super) fn start(&self) -> u32 {
        self.first.1
    }

    /// Where an operation stands in the code.
    pub(super) fn position(&self, number: usize) -> Position {
        let place = self.spots.get(number).and_then(|spot| spot.place());
        let Place { lib, offset } = place.unwrap_or(Place::NOWHERE);
        Position { lib, offset: offset.into() }
    }

    /// Whether the code ends at an operation in a way that ends programs of the profile.
    pub(super) fn is_ended_at(&self, number: usize) -> bool {
        self.spots.get(number).is_some_and(|spot| spot.is_end())
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
