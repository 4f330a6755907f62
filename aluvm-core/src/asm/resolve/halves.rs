//! Where code lies behind instructions that end with half a byte: there a profile's machine reads on in the middle of a
//! byte. Code is laid out in whole bytes first, and moved here.

use alloc::vec::Vec;

use super::block::Resolved;
use crate::profile::{Decoding, Profile};

/// The ends, as if all instructions had whole bytes, of those that end with half a byte, in order.
#[derive(Clone, Default, Debug)]
pub(crate) struct Halves(Vec<usize>);

/// A place in code that has been moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Moved {
    /// The offset.
    pub(crate) offset: usize,
    /// Whether the place lies half a byte behind it.
    pub(crate) is_shifted: bool,
}

impl Halves {
    /// Those of instructions that lie behind each other, for a machine with a profile. An instruction with an error
    /// has no length.
    pub(crate) fn of<'r, S: 'r>(
        profile: &Profile,
        instrs: impl Iterator<Item = Option<&'r Resolved<S>>>,
    ) -> Halves {
        if profile.decoding() != Decoding::Lenient {
            return Halves::default();
        }
        let mut end = 0;
        let ends = instrs.flatten().filter_map(|resolved| {
            end += resolved.length();
            resolved.form.is_some_and(|form| form.ends_with_half()).then_some(end)
        });
        Halves(ends.collect())
    }

    /// Whether nothing is moved.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The offset in whole bytes of what begins at an offset or half a byte behind it.
    pub(crate) fn in_bytes(&self, offset: usize) -> usize {
        let count = |at: usize| self.0.partition_point(|end| *end <= at);
        let mut all = (0..=self.0.len()).rev().map(|halves| (halves, offset + halves.div_ceil(2)));
        all.find(|(halves, at)| count(*at) == *halves).map_or(offset, |(_, at)| at)
    }

    /// Where an offset in whole bytes lies.
    pub(crate) fn moved(&self, offset: usize) -> Moved {
        let halves = 2 * offset - self.0.partition_point(|end| *end <= offset);
        Moved { offset: halves / 2, is_shifted: !halves.is_multiple_of(2) }
    }
}
