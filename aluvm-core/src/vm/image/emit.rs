//! Puts operations behind each other: their places and complexities, the pauses between them, and where
//! jumps go.

use alloc::vec::Vec;

use super::Image;
use super::place::Place;
use crate::isa::{ExtensionInstr, Instr};
use crate::vm::op::{Handler, Op, control, plain};

/// After so many operations behind each other there is a pause.
const STRETCH_MAX: usize = 256;

/// After so much complexity, likewise. So the complexity in a stretch fits into 15 bits up to its last
/// jump, which costs little.
const STRETCH_COST_MAX: u64 = 30_000;

/// How many operations may run, more or less, until control comes back to the loop.
const TURN_OPERATIONS: usize = 512;

/// An operation, and the function that runs it.
pub(super) type Lowered = (Handler, Op);

/// The operations of a program so far. A *run* is code behind each other until one behind which nothing
/// follows; pauses cut it into *stretches*.
pub(super) struct Emitter {
    image: Image,
    /// The operations that go elsewhere. Until the end they hold places in place of operations.
    jumps: Vec<u32>,
    /// Places that were met as targets.
    pub(super) pending: Vec<Place>,
    /// Where the stretches begin, and what they cost together with what follows them; in this run, what
    /// the run has cost before them.
    stretches: Vec<(u32, u64)>,
    /// The first stretch of this run.
    first: usize,
    /// The most operations in a stretch.
    longest: usize,
    /// The complexity of this run so far.
    cost: u64,
    /// The complexity of this run when this stretch began.
    cost_before: u64,
    /// The complexity of all runs that go on half a byte behind an offset.
    joined: u64,
}

impl Emitter {
    /// With room for so many bytes of code.
    pub(super) fn new(bytes: usize) -> Emitter {
        let image = Image {
            ops: Vec::new(),
            places: Vec::new(),
            costs: Vec::new(),
            instrs: Vec::new(),
            extensions: Vec::new(),
            ended: Vec::new(),
            entries: Vec::new(),
            longest: 0,
            turns: 1,
        };
        let mut emitter = Emitter {
            image,
            jumps: Vec::new(),
            pending: Vec::with_capacity(8),
            stretches: Vec::with_capacity(8),
            first: 0,
            longest: 0,
            cost: 0,
            cost_before: 0,
            joined: 0,
        };
        emitter.reserve(bytes + 3);
        let nowhere = Place { lib: u16::MAX, offset: u16::MAX };
        emitter.push(nowhere, (control::nothing, Op::of(0)), 0);
        emitter
    }

    /// Makes room for the operations of so many bytes of code, which are a third as many, more or less.
    pub(super) fn reserve(&mut self, bytes: usize) {
        let more = bytes / 3 + 1;
        self.image.ops.reserve(more);
        self.image.places.reserve(more);
        self.image.costs.reserve(more);
    }

    /// The number of the operation that comes next.
    #[inline]
    pub(super) fn number(&self) -> u32 {
        self.image.ops.len() as u32
    }

    #[inline]
    pub(super) fn push(&mut self, place: Place, (handler, op): Lowered, cost: u64) {
        if let Some(last) = self.image.ops.last_mut() {
            last.next = handler;
        }
        self.image.ops.push(op);
        self.image.places.push(place);
        self.image.costs.push(u16::try_from(self.cost_of_stretch()).unwrap_or(u16::MAX));
        self.cost = self.cost.saturating_add(cost);
    }

    /// An operation that goes elsewhere, on registers or none.
    pub(super) fn jump(&mut self, place: Place, (handler, op): Lowered, target: Place, cost: u64) {
        self.pending.push(target);
        self.jumps.push(self.number());
        let so_far = self.cost_of_stretch().saturating_add(cost);
        let small = i16::try_from(so_far).unwrap_or(i16::MAX);
        self.push(place, (handler, Op { small, wide: target.to_bits(), ..op }), cost);
    }

    /// `ret`, which adds what its stretch has cost.
    pub(super) fn ret(&mut self, place: Place, cost: u64) {
        let so_far = self.cost_of_stretch().saturating_add(cost);
        let so_far = u32::try_from(so_far).unwrap_or(u32::MAX);
        self.push(place, (control::ret, Op::of(so_far)), cost);
    }

    /// The end of the code, where programs of the profile end.
    pub(super) fn code_ended(&mut self, place: Place) {
        self.image.ended.push(self.number());
        self.push(place, (control::code_ended, Op::of(0)), 0);
    }

    /// An operation that runs an instruction from the table beside.
    pub(super) fn by_table(&mut self, place: Place, handler: Handler, instr: Instr, cost: u64) {
        let op = Op::new(0, 0, place.lib as i16, self.image.instrs.len() as u32);
        self.image.instrs.push(instr);
        self.push(place, (handler, op), cost);
    }

    /// An operation that runs an instruction of the host.
    pub(super) fn extension(&mut self, place: Place, instr: ExtensionInstr, cost: u64) {
        let index = self.image.extensions.len() as u32;
        self.image.extensions.push(instr);
        self.push(place, (plain::extension, Op::of(index)), cost);
    }

    /// Begins a run.
    pub(super) fn begin(&mut self) {
        self.cost = 0;
        self.first = self.stretches.len();
        self.stretch();
    }

    fn stretch(&mut self) {
        self.stretches.push((self.number(), self.cost));
        self.cost_before = self.cost;
    }

    /// The complexity of this stretch so far.
    #[inline]
    fn cost_of_stretch(&self) -> u64 {
        self.cost.saturating_sub(self.cost_before)
    }

    /// The operations of this stretch.
    #[inline]
    fn length_of_stretch(&self) -> usize {
        let begin = self.stretches.last().map_or(0, |(first, _)| *first as usize);
        self.image.ops.len() - begin
    }

    /// Ends a stretch that is long in front of a place.
    #[inline]
    pub(super) fn pause(&mut self, place: Place) {
        let length = self.length_of_stretch();
        let cost = self.cost_of_stretch();
        if length >= STRETCH_MAX || cost > STRETCH_COST_MAX {
            self.longest = self.longest.max(length);
            let cost = u32::try_from(cost).unwrap_or(u32::MAX);
            self.push(place, (control::pause, Op::of(cost)), 0);
            self.stretch();
        }
    }

    /// Goes on at another place, which lies half a byte from this one.
    pub(super) fn join(&mut self, place: Place) {
        self.joined = self.joined.saturating_add(self.cost);
        self.pause(place);
        self.jump(place, (control::seam, Op::of(0)), place, 0);
    }

    /// Ends a run, perhaps at an operation that is there.
    pub(super) fn end(&mut self, met: Option<(Place, u32)>) {
        let mut following = 0;
        if let Some((place, number)) = met {
            self.jump(place, (control::seam, Op::of(0)), place, 0);
            following = self.cost_from(number);
        }
        self.longest = self.longest.max(self.length_of_stretch());
        let cost = self.cost.saturating_add(following);
        for (_, before) in self.stretches.iter_mut().skip(self.first) {
            *before = cost.saturating_sub(*before);
        }
        self.image.longest = self.image.longest.max(cost);
    }

    /// The complexity from an operation to the end of its run and what follows that.
    fn cost_from(&self, number: u32) -> u64 {
        let stretch = self.stretches.partition_point(|(first, _)| *first <= number);
        let stretch = stretch.checked_sub(1).and_then(|stretch| self.stretches.get(stretch));
        let before = self.image.costs.get(number as usize).copied().unwrap_or(0);
        stretch.map_or(0, |stretch| stretch.1).saturating_sub(before.into())
    }

    /// Replaces the places that jumps go to by their operations.
    pub(super) fn finish(
        mut self,
        entries: &[Place],
        decoded: impl Fn(Place) -> Option<u32>,
    ) -> Image {
        let Image { ops, costs, .. } = &mut self.image;
        for jump in self.jumps {
            if let Some(op) = ops.get_mut(jump as usize) {
                let target = decoded(Place::from_bits(op.wide)).unwrap_or(0);
                let before = costs.get(target as usize).copied().unwrap_or(0);
                op.wide = target.saturating_sub(1);
                op.small = op.small.saturating_sub_unsigned(before);
            }
        }
        let mut image = self.image;
        image.longest = image.longest.saturating_add(self.joined);
        image.turns = (TURN_OPERATIONS / self.longest.max(1)).max(1) as i32;
        image.entries = entries
            .iter()
            .filter_map(|entry| decoded(*entry).map(|number| (*entry, number)))
            .collect();
        image.entries.sort_unstable();
        image.entries.dedup();
        fit(&mut image.ops);
        fit(&mut image.places);
        fit(&mut image.costs);
        fit(&mut image.instrs);
        image
    }
}

/// Gives memory back, if that is worth while: in a small program it takes longer than all the rest.
fn fit<T>(list: &mut Vec<T>) {
    if list.capacity() - list.len() > list.len() / 16 + 64 {
        list.shrink_to_fit();
    }
}
