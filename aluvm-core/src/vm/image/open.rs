//! What is left to decode.

use alloc::vec::Vec;

use super::place::Place;

/// A place that a jump goes to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Target {
    pub(super) place: Place,
    /// The operation of the jump. That in front of all code stands for an entry point.
    pub(super) jump: u32,
}

/// What is left to decode, and what that needs to know of the rest.
#[derive(Clone, Debug)]
pub(super) struct Open {
    /// Where decoding goes on; while it is under way, all targets that were met.
    pub(super) targets: Vec<Target>,
    /// The operations of places that are not decoded, in the order of these.
    pub(super) undecoded: Vec<(Place, u32)>,
    /// Where the stretches begin, and what they cost together with what follows them; in this run, what
    /// the run has cost before them.
    pub(super) stretches: Vec<(u32, u64)>,
    /// The most that a run costs with what follows it.
    pub(super) longest: u64,
    /// The most operations in a stretch.
    pub(super) operations: usize,
    /// Runs of which it is not known what follows.
    pub(super) joins: u64,
}
