//! A program decoded once: all code that its entry points can reach, as operations.
//!
//! Every jump target is an immediate, so what can be reached is known beforehand: it is what the walk of
//! [`flow`](crate::flow) meets from the entry points, here through all libraries. A run that comes to a place
//! that was decoded before ends with [`Op::Goto`], so that each place is decoded once.

mod lower;
pub(crate) mod op;

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;

use self::op::{Op, Target};
use super::exec;
use crate::codec::{Decoded, decode_for, decode_shifted, ends_with_half};
use crate::flow::{Leap, Walk, Ways};
use crate::isa::{ExtensionInstr, Instr, InstructionSet, LibraryRef};
use crate::library::{Linked, SHIFTED};
use crate::profile::{EndOfCode, Profile};

/// A place in a program: the number of a library and an offset in its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Place {
    pub(crate) lib: u16,
    pub(crate) offset: u16,
}

impl Place {
    /// Whether it lies half a byte behind the offset.
    fn is_shifted(self) -> bool {
        self.lib & SHIFTED != 0
    }

    /// Reads the instruction there.
    fn read<E: InstructionSet>(self, profile: &Profile, code: &[u8]) -> Option<Decoded> {
        match self.is_shifted() {
            false => decode_for::<E>(profile, code, self.offset.into()),
            true => decode_shifted::<E>(profile, code, self.offset.into()),
        }
    }

    fn to_bits(self) -> u32 {
        u32::from(self.lib) << 16 | u32::from(self.offset)
    }

    fn from_bits(bits: u32) -> Place {
        Place { lib: (bits >> 16) as u16, offset: bits as u16 }
    }
}

/// Where a program is: the number of a library and an offset, which can be 2^16, past all code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Position {
    pub(super) lib: u16,
    pub(super) offset: usize,
}

/// Where the next instruction begins if one ends with half a byte: the number of the library and the offset.
pub(super) fn behind_half(lib: u16, offset: usize, length: usize) -> (u16, usize) {
    match lib & SHIFTED {
        0 => (lib | SHIFTED, offset + length - 1),
        _ => (lib & !SHIFTED, offset + length),
    }
}

/// The operations of a program.
#[derive(Clone, Default, Debug)]
pub(crate) struct Image {
    pub(crate) ops: Vec<Op>,
    /// Where each operation stands in the code.
    pub(crate) places: Vec<Place>,
    /// The complexity of the operations before each one in its run.
    pub(crate) costs: Vec<u32>,
    pub(crate) instrs: Vec<Instr>,
    pub(crate) extensions: Vec<ExtensionInstr>,
    /// The places at which the program can begin, in order, and the operations there.
    entries: Vec<(Place, u32)>,
    /// The most that the complexity can grow without a jump or a return.
    pub(crate) longest: u64,
}

impl Image {
    /// Decodes what the entry points can reach.
    pub(crate) fn decode<E: InstructionSet>(linked: &Linked, entries: &[Place]) -> Image {
        let mut decoder = Decoder::<E>::new(linked);
        // The first is decoded first.
        decoder.pending.extend(entries.iter().rev());
        decoder.walk();
        decoder.finish(entries)
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

    /// The complexity of the operation at which a run has stopped.
    pub(super) fn cost_of_last(&self, number: usize, profile: &Profile) -> u64 {
        let instr = match self.ops.get(number) {
            Some(Op::Extension { index }) => {
                return self.extensions.get(*index as usize).map_or(0, |instr| instr.form().cost);
            }
            Some(Op::Varied { index, .. }) => self.instrs.get(*index as usize),
            Some(Op::CodeEnded) => return 0,
            Some(Op::EndOfCode) if profile.end_of_code() == EndOfCode::Ends => return 0,
            _ => None,
        };
        // All others that stop a run cost the same.
        instr.map_or(Instr::Ret.cost(), Instr::cost)
    }

    /// Whether the complexity of each run is small enough for the counters of the fast loop. Only an
    /// extension can have instructions that are not.
    pub(crate) fn is_light(&self) -> bool {
        self.longest <= i32::MAX as u64
    }
}

struct Decoder<'a, E> {
    linked: &'a Linked,
    /// For each library the operation at each offset of its code, plus one; empty for libraries not
    /// seen yet.
    seen: Vec<Vec<u32>>,
    /// The operations at places past the end of the code, and half a byte behind an offset.
    seen_outside: BTreeMap<Place, u32>,
    image: Image,
    /// Where the runs begin, and what they cost together with what follows them.
    runs: Vec<(u32, u64)>,
    /// The code of the library of this run.
    code: &'a [u8],
    /// The first operation of this run.
    first: u32,
    /// The complexity of this run so far.
    cost: u64,
    /// The complexity of all runs that go on half a byte behind an offset.
    joined: u64,
    /// Places that were met as targets.
    pending: Vec<Place>,
    extension: PhantomData<fn() -> E>,
}

impl<'a, E: InstructionSet> Decoder<'a, E> {
    fn new(linked: &'a Linked) -> Decoder<'a, E> {
        Decoder {
            linked,
            seen: vec![Vec::new(); linked.count()],
            seen_outside: BTreeMap::new(),
            image: Image::default(),
            runs: Vec::new(),
            code: &[],
            first: 0,
            cost: 0,
            joined: 0,
            pending: Vec::new(),
            extension: PhantomData,
        }
    }

    fn code(&self, lib: u16) -> &'a [u8] {
        self.linked.lib(lib).map_or(&[], |lib| lib.code())
    }

    /// The operation at a place, if it was decoded.
    fn decoded(&self, place: Place) -> Option<u32> {
        let seen = self.seen.get(usize::from(place.lib));
        match seen.and_then(|seen| seen.get(usize::from(place.offset))) {
            Some(number) => number.checked_sub(1),
            None => self.seen_outside.get(&place).copied(),
        }
    }

    fn push(&mut self, place: Place, mut op: Op, cost: u64) {
        self.image.places.push(place);
        self.image.costs.push(u32::try_from(self.cost).unwrap_or(u32::MAX));
        self.cost = self.cost.saturating_add(cost);
        if let Some(target) = op.target_mut() {
            target.cost = i32::try_from(self.cost).unwrap_or(i32::MAX);
        }
        self.image.ops.push(op);
    }

    /// The complexity from an operation to the end of its run and what follows that.
    fn cost_from(&self, number: u32) -> u64 {
        let run = self.runs.partition_point(|(first, _)| *first <= number);
        let cost = run.checked_sub(1).and_then(|run| self.runs.get(run)).map_or(0, |run| run.1);
        let before = self.image.costs.get(number as usize).copied().unwrap_or(0);
        cost.saturating_sub(before.into())
    }

    /// Decodes an instruction, perhaps with the jump behind it. The answer is the offset behind; none
    /// where nothing follows.
    fn instruction(&mut self, code: &[u8], place: Place) -> Option<usize> {
        let start = usize::from(place.offset);
        let profile = self.linked.profile();
        let Some(Decoded { instr, length }) = place.read::<E>(profile, code) else {
            match self.code_ends() {
                true if start < code.len() => self.push(place, Op::CodeEnded, 0),
                true => self.push(place, Op::EndOfCode, 0),
                false => self.push(place, Op::EndOfCode, Instr::Fail.cost()),
            }
            return None;
        };
        let cost = instr.cost();
        let Ways { falls_through, leap } = Ways::under(profile, &instr);
        let behind = falls_through.then_some(start + length);
        if let Some(Leap { target, library, comes_back }) = leap {
            let lib = match library {
                Some(library) => self.callee(place, library)?,
                None => place.lib,
            };
            let op = match (comes_back, falls_through) {
                (true, _) => Op::Call,
                (false, true) => Op::JumpIf,
                (false, false) => Op::Jump,
            };
            self.jump(place, op, Place { lib, offset: target }, cost);
            return behind;
        }
        match instr {
            Instr::Verbatim(_) => self.push(place, Op::Step, 0),
            Instr::Extension(instr) => {
                let index = self.image.extensions.len() as u32;
                self.image.extensions.push(instr);
                self.push(place, Op::Extension { index }, cost);
                if ends_with_half(profile, &Instr::Extension(instr)) {
                    self.behind_half(place, length);
                    return None;
                }
            }
            instr => return self.plain(code, place, instr, behind),
        }
        behind
    }

    /// Goes on half a byte before the end of an instruction.
    fn behind_half(&mut self, place: Place, length: usize) {
        self.joined = self.joined.saturating_add(self.cost);
        let (lib, offset) = behind_half(place.lib, place.offset.into(), length);
        match u16::try_from(offset) {
            Ok(offset) if usize::from(offset) < self.code.len() => {
                let behind = Place { lib, offset };
                self.pending.push(behind);
                self.push(place, Op::Goto(to(behind)), 0);
            }
            _ => self.push(place, Op::CodeEnded, 0),
        }
    }

    /// Whether programs end where the code does.
    fn code_ends(&self) -> bool {
        self.linked.profile().end_of_code() == EndOfCode::Ends
    }

    fn jump(&mut self, place: Place, op: fn(Target) -> Op, target: Place, cost: u64) {
        self.pending.push(target);
        self.push(place, op(to(target)), cost);
    }

    /// The library that an instruction calls. One that is not there is left to the step-by-step run.
    fn callee(&mut self, place: Place, library: LibraryRef) -> Option<u16> {
        let callee = match library {
            LibraryRef::Index(index) => self.linked.callee(place.lib, index),
            LibraryRef::Id(id) => self.linked.number(id),
        };
        if callee.is_none() {
            self.push(place, Op::Step, 0);
        }
        callee
    }

    /// An instruction that changes registers only, or stops.
    fn plain(
        &mut self,
        code: &[u8],
        place: Place,
        instr: Instr,
        behind: Option<usize>,
    ) -> Option<usize> {
        let cost = instr.cost();
        if exec::is_varied(self.linked.profile(), &instr) {
            let index = self.image.instrs.len() as u32;
            self.image.instrs.push(instr);
            self.push(place, Op::Varied { lib: place.lib, index }, cost);
            return behind;
        }
        if let Some(behind) = behind
            && let Some((jump, past)) = self.jump_at(code, place.lib, behind)
            && let Instr::Jif { target } = jump
            && let target = (Place { offset: target.0, ..place })
            && let Some(op) = lower::fuse(&instr, to(target))
        {
            self.pending.push(target);
            self.push(place, op, cost + jump.cost());
            return Some(past);
        }
        let data = self.linked.lib(place.lib).map_or(&[][..], |lib| lib.data());
        let op = lower::operation(&instr, data).unwrap_or_else(|| {
            let index = self.image.instrs.len() as u32;
            self.image.instrs.push(instr);
            Op::Instr { lib: place.lib, index }
        });
        self.push(place, op, cost);
        behind
    }

    /// The `jif` at an offset, and the offset behind it. None if another instruction stands there, or
    /// if it was decoded by itself before.
    fn jump_at(&self, code: &[u8], lib: u16, offset: usize) -> Option<(Instr, usize)> {
        let place = Place { lib, offset: u16::try_from(offset).ok()? };
        if place.is_shifted() || code.get(offset) != Some(&JIF) || self.decoded(place).is_some() {
            return None;
        }
        let Decoded { instr, length } = decode_for::<E>(self.linked.profile(), code, offset)?;
        Some((instr, offset + length))
    }

    /// Replaces the places that jumps go to by their operations.
    fn finish(mut self, entries: &[Place]) -> Image {
        let mut image = core::mem::take(&mut self.image);
        image.longest = image.longest.saturating_add(self.joined);
        for op in &mut image.ops {
            if let Some(target) = op.target_mut() {
                target.at = self.decoded(Place::from_bits(target.at)).unwrap_or(0);
                let before = image.costs.get(target.at as usize).copied().unwrap_or(0);
                target.cost = target.cost.saturating_sub_unsigned(before);
            }
        }
        image.entries = entries
            .iter()
            .filter_map(|entry| self.decoded(*entry).map(|number| (*entry, number)))
            .collect();
        image.entries.sort_unstable();
        image.entries.dedup();
        image
    }
}

impl<E: InstructionSet> Walk for Decoder<'_, E> {
    type Place = Place;
    /// The operation there.
    type Met = u32;

    #[inline]
    fn next(&mut self) -> Option<Place> {
        while let Some(place) = self.pending.pop() {
            if self.decoded(place).is_none() {
                self.code = self.code(place.lib);
                self.cost = 0;
                self.first = self.image.ops.len() as u32;
                return Some(place);
            }
        }
        None
    }

    #[inline]
    fn meet(&mut self, place: Place) -> Option<u32> {
        let number = self.image.ops.len() as u32;
        if let Some(seen) = self.seen.get_mut(usize::from(place.lib))
            && seen.is_empty()
        {
            *seen = vec![0; self.code.len()];
        }
        let seen = self.seen.get_mut(usize::from(place.lib));
        match seen.and_then(|seen| seen.get_mut(usize::from(place.offset))) {
            Some(entry) if *entry != 0 => return Some(*entry - 1),
            Some(entry) => *entry = number + 1,
            None => match self.seen_outside.entry(place) {
                Entry::Occupied(entry) => return Some(*entry.get()),
                Entry::Vacant(entry) => {
                    entry.insert(number);
                }
            },
        }
        None
    }

    #[inline]
    fn read(&mut self, place: Place) -> Option<Place> {
        let behind = self.instruction(self.code, place)?;
        // Offset 2^16 is past the end of every code. It is reported as the last place before.
        let place = Place { offset: u16::try_from(behind).unwrap_or(u16::MAX), ..place };
        // To jump there can be something else, which is decoded by itself.
        if behind >= self.code.len() && self.code_ends() {
            self.push(place, Op::CodeEnded, 0);
            return None;
        }
        Some(place)
    }

    #[inline]
    fn end(&mut self, met: Option<(Place, u32)>) {
        let mut following = 0;
        if let Some((place, number)) = met {
            self.push(place, Op::Goto(to(place)), 0);
            following = self.cost_from(number);
        }
        let cost = self.cost.saturating_add(following);
        self.runs.push((self.first, cost));
        self.image.longest = self.image.longest.max(cost);
    }
}

/// The opcode of `jif`.
const JIF: u8 = 0x03;

/// A jump to a place, before the operation there is known.
fn to(place: Place) -> Target {
    Target { at: place.to_bits(), cost: 0 }
}
