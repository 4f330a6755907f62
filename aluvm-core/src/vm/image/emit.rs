//! Puts operations behind each other: where they stand and what they cost, the pauses between them, and where
//! jumps go.

use alloc::vec::Vec;

use once_cell::race::OnceBox;

use super::Image;
use super::open::{Open, Target};
use super::place::{Place, Spot};
use crate::isa::{ExtensionInstr, Instr};
use crate::library::Linked;
use crate::vm::op::{Handler, Op, control, plain};

/// After so many operations behind each other there is a pause.
const STRETCH_MAX: usize = 256;

/// After so much complexity, likewise. So the complexity in a stretch fits into 15 bits up to its last
/// jump, which costs little.
const STRETCH_COST_MAX: u64 = 30_000;

/// Code up to this length is decoded at once.
const BYTES_FEW: usize = 64;

/// A program with so many operations decodes no further run before one comes there.
const ROOM_FIRST: usize = 4;

/// After so many operations its first run is cut.
const CUT_FIRST: usize = 16;

/// A small program has no more stretches.
const STRETCHES_FEW: usize = 4;

/// How many times as many operations a wider image has, until no further run begins. The last of them is cut
/// where it makes twice as many.
const WIDER: usize = 8;

/// An image with so many operations is followed by one of all that is left.
const ROOM_LAST: usize = 1 << 14;

/// An operation, and the function that runs it.
pub(super) type Lowered = (Handler, Op);

/// The operations of a program so far. A *run* is code behind each other until one behind which nothing
/// follows; pauses cut it into *stretches*.
pub(super) struct Emitter {
    pub(super) image: Image,
    pub(super) open: Open,
    /// How many of the targets were taken.
    taken: usize,
    /// With so many operations no further run begins.
    room: usize,
    /// With so many the last is cut.
    cut: usize,
    /// The first operation of this run.
    begin: usize,
    /// The first stretch of this run.
    first: usize,
    /// The complexity of this run so far.
    cost: u64,
    /// The complexity of this run when this stretch began.
    cost_before: u64,
}

impl Emitter {
    /// The beginning of a program with so many bytes of code in its first library.
    #[inline]
    pub(super) fn new(first: Place, others: Vec<Place>, bytes: usize) -> Emitter {
        let (room, cut) = match bytes {
            ..=BYTES_FEW => (BYTES_FEW, 2 * BYTES_FEW),
            _ => (ROOM_FIRST, CUT_FIRST),
        };
        let capacity = (bytes / 3).min(cut) + 4;
        let image = Image {
            ops: Vec::with_capacity(capacity),
            spots: Vec::with_capacity(capacity),
            instrs: Vec::new(),
            extensions: Vec::new(),
            first: (first, u32::MAX),
            others: Vec::new(),
            longest: 0,
            turns: 1,
            open: None,
            wider: OnceBox::new(),
        };
        let open = Open {
            targets: Vec::new(),
            undecoded: Vec::new(),
            stretches: Vec::with_capacity(STRETCHES_FEW),
            longest: 0,
            operations: 0,
            joins: 0,
        };
        let mut emitter = Emitter::with(image, open, (room, cut));
        let nowhere = (control::nothing as Handler, Op::of(0));
        emitter.push(Spot::met(Place::NOWHERE), nowhere, 0);
        emitter.image.others = others.into_iter().map(|place| (place, 0)).collect();
        emitter.image.others.sort_unstable();
        emitter.image.others.dedup();
        emitter.aim_at_entries();
        emitter
    }

    /// All of an image, to which several times as much is added.
    pub(super) fn widening(image: &Image, open: &Open, linked: &Linked) -> Emitter {
        match image.ops.len() {
            few if few < ROOM_LAST => Emitter::adding(image, open, linked, few * WIDER),
            _ => Emitter::completing(image, open, linked),
        }
    }

    /// All of an image, to which all is added that is left.
    pub(super) fn completing(image: &Image, open: &Open, linked: &Linked) -> Emitter {
        Emitter::adding(image, open, linked, usize::MAX)
    }

    fn adding(image: &Image, open: &Open, linked: &Linked, room: usize) -> Emitter {
        let bytes: usize = linked.libs().map(|lib| lib.code().len()).sum();
        let capacity = image.ops.len() + (bytes / 3).min(room);
        let wider = Image {
            ops: with_room(&image.ops, capacity),
            spots: with_room(&image.spots, capacity),
            instrs: image.instrs.clone(),
            extensions: image.extensions.clone(),
            first: image.first,
            others: image.others.clone(),
            longest: 0,
            turns: 1,
            open: None,
            wider: OnceBox::new(),
        };
        let mut emitter = Emitter::with(wider, open.clone(), (room, room.saturating_mul(2)));
        emitter.aim_at_entries();
        emitter
    }

    #[inline(always)]
    fn with(image: Image, open: Open, (room, cut): (usize, usize)) -> Emitter {
        Emitter { image, open, taken: 0, room, cut, begin: 0, first: 0, cost: 0, cost_before: 0 }
    }

    /// Makes entry points targets of no jump. The first is decoded from the beginning.
    fn aim_at_entries(&mut self) {
        let others = self.image.others.iter();
        self.open.targets.extend(others.map(|(place, _)| Target { place: *place, jump: 0 }));
    }

    /// Takes the next of the targets, if there is room for what is there.
    pub(super) fn target(&mut self) -> Option<Place> {
        if self.image.ops.len() >= self.room {
            return None;
        }
        let target = self.open.targets.get(self.taken)?;
        self.taken += 1;
        Some(target.place)
    }

    /// The number of the operation that comes next.
    #[inline]
    pub(super) fn number(&self) -> u32 {
        self.image.ops.len() as u32
    }

    /// Where the operations stand.
    #[inline]
    pub(super) fn spots(&self) -> &[Spot] {
        &self.image.spots
    }

    /// Where the operations before this run stand.
    #[inline]
    pub(super) fn spots_before_run(&self) -> &[Spot] {
        self.image.spots.get(..self.begin).unwrap_or_default()
    }

    #[inline]
    pub(super) fn push(&mut self, spot: Spot, (handler, op): Lowered, cost: u64) {
        if let Some(last) = self.image.ops.last_mut() {
            last.next = handler;
        }
        let before = u16::try_from(self.cost_of_stretch()).unwrap_or(u16::MAX);
        self.image.ops.push(op);
        self.image.spots.push(spot.behind(before));
        self.cost = self.cost.saturating_add(cost);
    }

    /// The operation of the instruction at a place.
    #[inline]
    pub(super) fn instruction(&mut self, place: Place, lowered: Lowered, cost: u64) {
        self.push(Spot::met(place), lowered, cost);
    }

    /// The operation of a jump, on registers or none.
    pub(super) fn jump(&mut self, place: Place, lowered: Lowered, target: Place, cost: u64) {
        self.go(Spot::met(place), lowered, target, cost);
    }

    /// The operation of a call, with which its stretch ends: where `ret` comes back, the complexity is up to date.
    pub(super) fn call(&mut self, place: Place, lowered: Lowered, target: Place, cost: u64) {
        self.jump(place, lowered, target, cost);
        self.end_stretch();
    }

    /// An operation that goes elsewhere.
    fn go(&mut self, spot: Spot, (handler, op): Lowered, target: Place, cost: u64) {
        self.open.targets.push(Target { place: target, jump: self.number() });
        let so_far = self.cost_of_stretch().saturating_add(cost);
        let small = i16::try_from(so_far).unwrap_or(i16::MAX);
        self.push(spot, (handler, Op { small, ..op }), cost);
    }

    /// Goes to a place that follows.
    fn seam(&mut self, place: Place) {
        self.go(Spot::between(place), (control::seam, Op::of(0)), place, 0);
    }

    /// `ret`, which adds what its stretch has cost.
    pub(super) fn ret(&mut self, place: Place, cost: u64) {
        let so_far = self.cost_of_stretch().saturating_add(cost);
        let so_far = u32::try_from(so_far).unwrap_or(u32::MAX);
        self.instruction(place, (control::ret, Op::of(so_far)), cost);
    }

    /// The end of the code, where programs of the profile end: in the place of an instruction, or behind one.
    pub(super) fn code_ended(&mut self, place: Place, is_met: bool) {
        let spot = if is_met { Spot::met(place) } else { Spot::between(place) };
        self.push(spot.ending(), (control::code_ended, Op::of(0)), 0);
    }

    /// An operation that runs an instruction from the table beside.
    pub(super) fn by_table(&mut self, place: Place, handler: Handler, instr: Instr, cost: u64) {
        let op = Op::new(0, 0, place.lib as i16, self.image.instrs.len() as u32);
        self.image.instrs.push(instr);
        self.instruction(place, (handler, op), cost);
    }

    /// An operation that runs an instruction of the host.
    pub(super) fn extension(&mut self, place: Place, instr: ExtensionInstr, cost: u64) {
        let index = self.image.extensions.len() as u32;
        self.image.extensions.push(instr);
        self.instruction(place, (plain::extension, Op::of(index)), cost);
    }

    /// Begins a run.
    pub(super) fn begin(&mut self) {
        self.cost = 0;
        self.begin = self.image.ops.len();
        self.first = self.open.stretches.len();
        self.stretch();
    }

    fn stretch(&mut self) {
        self.open.stretches.push((self.number(), self.cost));
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
        let begin = self.open.stretches.last().map_or(0, |(first, _)| *first as usize);
        self.image.ops.len() - begin
    }

    fn end_stretch(&mut self) {
        self.open.operations = self.open.operations.max(self.length_of_stretch());
        self.stretch();
    }

    /// Ends a stretch that is long in front of a place. Answers whether there is room for what is there; if
    /// not, ends the run.
    #[inline]
    pub(super) fn goes_on(&mut self, place: Place) -> bool {
        if self.image.ops.len() >= self.cut {
            self.join(place);
            return false;
        }
        self.pause(place);
        true
    }

    #[inline]
    fn pause(&mut self, place: Place) {
        let length = self.length_of_stretch();
        let cost = self.cost_of_stretch();
        if length >= STRETCH_MAX || cost > STRETCH_COST_MAX {
            let cost = u32::try_from(cost).unwrap_or(u32::MAX);
            self.push(Spot::between(place), (control::pause, Op::of(cost)), 0);
            self.end_stretch();
        }
    }

    /// Goes on at another place, of which it is not known yet what it costs.
    pub(super) fn join(&mut self, place: Place) {
        self.open.joins = self.open.joins.saturating_add(1);
        self.pause(place);
        self.seam(place);
    }

    /// Ends a run, perhaps at an operation that is there.
    pub(super) fn end(&mut self, met: Option<(Place, u32)>) {
        let mut following = 0;
        if let Some((place, number)) = met {
            self.seam(place);
            following = self.cost_from(number);
        }
        self.open.operations = self.open.operations.max(self.length_of_stretch());
        let cost = self.cost.saturating_add(following);
        for (_, before) in self.open.stretches.iter_mut().skip(self.first) {
            *before = cost.saturating_sub(*before);
        }
        self.open.longest = self.open.longest.max(cost);
    }

    /// The complexity from an operation to the end of its run and what follows that.
    fn cost_from(&self, number: u32) -> u64 {
        let stretches = &self.open.stretches;
        let stretch = stretches.partition_point(|(first, _)| *first <= number);
        let stretch = stretch.checked_sub(1).and_then(|stretch| stretches.get(stretch));
        let before = self.image.spots.get(number as usize).map_or(0, |spot| spot.before);
        stretch.map_or(0, |stretch| stretch.1).saturating_sub(before.into())
    }
}

/// A copy of a list with room for more.
fn with_room<T: Copy>(list: &[T], capacity: usize) -> Vec<T> {
    let mut copy = Vec::with_capacity(capacity);
    copy.extend_from_slice(list);
    copy
}
