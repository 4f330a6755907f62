//! The last step of an image: leads its jumps to the operations of their targets, or to one that says that the place
//! is not decoded.

use alloc::vec::Vec;

use super::Image;
use super::emit::{Emitter, Lowered};
use super::open::{Open, Target};
use super::place::{Place, Spot};
use super::seen::Seen;
use crate::vm::op::{Op, control};

/// How many operations may run, more or less, until control comes back to the loop.
const TURN_OPERATIONS: usize = 512;

impl Emitter {
    /// Leads jumps to the operations of their targets, or to one that says that the place is not decoded.
    #[inline]
    pub(super) fn finish(mut self, seen: &Seen) -> Image {
        let mut undecoded = core::mem::take(&mut self.open.undecoded);
        undecoded.retain(|(place, number)| match seen.get(*place, &self.image.spots) {
            Some(target) => {
                // For runs that are on their way to it.
                self.image.become_seam(*number as usize);
                self.image.lead(*number, target);
                false
            }
            None => true,
        });
        let mut targets = core::mem::take(&mut self.open.targets);
        targets.retain(|Target { place, jump }| match seen.get(*place, &self.image.spots) {
            Some(target) => {
                self.image.lead(*jump, target);
                false
            }
            None => true,
        });
        targets.sort_unstable();
        targets.dedup();
        if !targets.is_empty() {
            self.begin();
            self.end(None);
        }
        let known = undecoded.len();
        for same in targets.chunk_by(|a, b| a.place == b.place) {
            let Some(Target { place, .. }) = same.first().copied() else { continue };
            let known = undecoded.get(..known).unwrap_or_default();
            let number = match known.binary_search_by_key(&place, |(known, _)| *known) {
                Ok(index) => known.get(index).map_or(0, |(_, number)| *number),
                Err(_) => {
                    let number = self.number();
                    let lowered: Lowered = (control::undecoded, Op::of(0));
                    self.push(Spot::between(place), lowered, 0);
                    undecoded.push((place, number));
                    number
                }
            };
            for target in same {
                self.image.lead(target.jump, number);
            }
        }
        undecoded.sort_unstable();
        self.close(targets, undecoded, seen)
    }

    /// Looks for the entry points, and gives memory back.
    #[inline(always)]
    fn close(mut self, targets: Vec<Target>, undecoded: Vec<(Place, u32)>, seen: &Seen) -> Image {
        let spots = &self.image.spots;
        let number = |place: Place| {
            seen.get(place, spots).unwrap_or_else(|| {
                let index = undecoded.binary_search_by_key(&place, |(known, _)| *known);
                let known = index.ok().and_then(|index| undecoded.get(index));
                known.map_or(u32::MAX, |(_, number)| *number)
            })
        };
        let first = number(self.image.first.0);
        self.image.others.iter_mut().for_each(|(place, entry)| *entry = number(*place));
        let mut image = self.image;
        image.first.1 = first;
        image.longest = self.open.longest.saturating_mul(self.open.joins.saturating_add(1));
        image.turns = (TURN_OPERATIONS / self.open.operations.max(1)).max(1) as i32;
        fit(&mut image.ops);
        fit(&mut image.spots);
        fit(&mut image.instrs);
        let is_open = !targets.is_empty();
        image.open = is_open.then_some(Open { targets, undecoded, ..self.open });
        image
    }
}

impl Image {
    /// Leads a jump to an operation.
    fn lead(&mut self, jump: u32, target: u32) {
        let before = self.spots.get(target as usize).map_or(0, |spot| spot.before);
        if let Some(op) = self.ops.get_mut(jump as usize) {
            op.wide = target.saturating_sub(1);
            op.small = op.small.saturating_sub_unsigned(before);
        }
    }

    /// Makes a seam of an operation.
    fn become_seam(&mut self, number: usize) {
        if let Some(op) = number.checked_sub(1).and_then(|before| self.ops.get_mut(before)) {
            op.next = control::seam;
        }
    }
}

/// Gives memory back, if that is worth while: in a small program it takes longer than all the rest.
fn fit<T>(list: &mut Vec<T>) {
    if list.capacity() - list.len() > list.len() / 16 + 64 {
        list.shrink_to_fit();
    }
}
