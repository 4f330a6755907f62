//! The walk over the code of a program that makes its operations.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;

use super::emit::Emitter;
use super::place::{Place, behind_half};
use super::{Image, lower};
use crate::codec::{decode_for, ends_with_half};
use crate::flow::{Leap, Walk, Ways};
use crate::isa::{Instr, InstructionSet, LibraryRef};
use crate::library::Linked;
use crate::profile::EndOfCode;
use crate::vm::exec;
use crate::vm::op::{Handler, Op, control, plain};

/// Decodes what the entry points of a program can reach.
pub(super) fn decode<E: InstructionSet>(linked: &Linked, entries: &[Place]) -> Image {
    let mut decoder = Decoder::<E> {
        linked,
        seen: vec![Vec::new(); linked.count()],
        seen_outside: BTreeMap::new(),
        emitter: Emitter::new(linked.lib(0).map_or(0, |lib| lib.code().len())),
        instr: Instr::Fail,
        code: &[],
        data: &[],
        extension: PhantomData,
    };
    // The first is decoded first.
    decoder.emitter.pending.extend(entries.iter().rev());
    decoder.walk();
    let Decoder { seen, seen_outside, emitter, .. } = decoder;
    emitter.finish(entries, |place| decoded(&seen, &seen_outside, place))
}

struct Decoder<'a, E> {
    linked: &'a Linked,
    /// For each library the operation at each offset of its code, plus one; empty for libraries not
    /// seen yet.
    seen: Vec<Vec<u32>>,
    /// The operations at places past the end of the code, and half a byte behind an offset.
    seen_outside: BTreeMap<Place, u32>,
    emitter: Emitter,
    /// The instruction that was read last. It is never moved, for to read it as a whole would wait until
    /// all its fields are written.
    instr: Instr,
    /// The code of the library of this run.
    code: &'a [u8],
    /// Its data.
    data: &'a [u8],
    extension: PhantomData<fn() -> E>,
}

/// The operation at a place, if it was decoded.
fn decoded(seen: &[Vec<u32>], outside: &BTreeMap<Place, u32>, place: Place) -> Option<u32> {
    let seen = seen.get(usize::from(place.lib));
    match seen.and_then(|seen| seen.get(usize::from(place.offset))) {
        Some(number) => number.checked_sub(1),
        None => outside.get(&place).copied(),
    }
}

impl<E: InstructionSet> Decoder<'_, E> {
    fn decoded(&self, place: Place) -> Option<u32> {
        decoded(&self.seen, &self.seen_outside, place)
    }

    /// Decodes an instruction, perhaps with the jump behind it. The answer is the offset behind; none
    /// where nothing follows.
    fn instruction(&mut self, place: Place) -> Option<usize> {
        let start = usize::from(place.offset);
        let profile = self.linked.profile();
        let Some(length) = place.read_into::<E>(profile, self.code, &mut self.instr) else {
            self.no_instruction(place);
            return None;
        };
        let cost = self.instr.cost();
        let Ways { falls_through, leap } = Ways::under(profile, &self.instr);
        let behind = falls_through.then_some(start + length);
        if let Some(leap) = leap {
            self.leap(place, leap, falls_through, cost)?;
            return behind;
        }
        match &self.instr {
            Instr::Verbatim(_) => self.emitter.push(place, (control::step, Op::of(0)), 0),
            Instr::Ret => self.emitter.ret(place, cost),
            Instr::Extension(instr) => {
                self.emitter.extension(place, *instr, cost);
                if ends_with_half(profile, &self.instr) {
                    self.behind_half(place, length);
                    return None;
                }
            }
            _ => return self.plain(place, cost, behind),
        }
        behind
    }

    /// Where there is no instruction, because the code ends.
    fn no_instruction(&mut self, place: Place) {
        if self.code_ends() && usize::from(place.offset) < self.code.len() {
            return self.emitter.code_ended(place);
        }
        let cost = if self.code_ends() { 0 } else { Instr::Fail.cost() };
        self.emitter.push(place, (control::end_of_code, Op::of(cost as u32)), cost);
    }

    /// A jump or a call. A call of a library that is not there is left to the step-by-step run, and then
    /// nothing follows.
    fn leap(&mut self, place: Place, leap: Leap, falls_through: bool, cost: u64) -> Option<()> {
        let lib = match leap.library {
            None => Some(place.lib),
            Some(LibraryRef::Index(index)) => self.linked.callee(place.lib, index),
            Some(LibraryRef::Id(id)) => self.linked.number(id),
        };
        let Some(lib) = lib else {
            self.emitter.push(place, (control::step, Op::of(0)), 0);
            return None;
        };
        let handler: Handler = match (leap.comes_back, falls_through) {
            (true, _) => control::call,
            (false, true) => control::jump_if,
            (false, false) => control::jump,
        };
        let target = Place { lib, offset: leap.target };
        self.emitter.jump(place, (handler, Op::of(0)), target, cost);
        Some(())
    }

    /// Goes on half a byte before the end of an instruction.
    fn behind_half(&mut self, place: Place, length: usize) {
        let (lib, offset) = behind_half(place.lib, place.offset.into(), length);
        let behind = Place { lib, offset: u16::try_from(offset).unwrap_or(u16::MAX) };
        match offset < self.code.len() {
            true => self.emitter.join(behind),
            false => self.emitter.code_ended(behind),
        }
    }

    /// Whether programs end where the code does.
    fn code_ends(&self) -> bool {
        self.linked.profile().end_of_code() == EndOfCode::Ends
    }

    /// An instruction that changes registers only, or stops.
    fn plain(&mut self, place: Place, cost: u64, behind: Option<usize>) -> Option<usize> {
        let Decoder { instr, emitter, .. } = self;
        if exec::is_varied(self.linked.profile(), instr) {
            emitter.by_table(place, plain::varied, instr.clone(), cost);
            return behind;
        }
        if let Some(offset) = behind
            && self.code.get(offset) == Some(&JIF)
            && let Some(past) = self.with_jump(place, cost, offset)
        {
            return Some(past);
        }
        let Decoder { instr, emitter, data, .. } = self;
        match lower::operation(instr, place.lib, data) {
            Some(lowered) => emitter.push(place, lowered, cost),
            None => emitter.by_table(place, plain::instr, instr.clone(), cost),
        }
        behind
    }

    /// A comparison of integers together with the `jif` behind it, and the offset behind that. None if the
    /// instruction is another, or if the `jif` was decoded by itself before.
    fn with_jump(&mut self, place: Place, cost: u64, offset: usize) -> Option<usize> {
        let fused = lower::fuse(&self.instr)?;
        let place_of_jump = Place { offset: u16::try_from(offset).ok()?, ..place };
        if place.is_shifted() || self.decoded(place_of_jump).is_some() {
            return None;
        }
        let jump = decode_for::<E>(self.linked.profile(), self.code, offset)?;
        let Instr::Jif { target } = jump.instr else { return None };
        let target = Place { offset: target.0, ..place };
        self.emitter.jump(place, fused, target, cost + jump.instr.cost());
        Some(offset + jump.length)
    }
}

impl<E: InstructionSet> Walk for Decoder<'_, E> {
    type Place = Place;
    /// The operation there.
    type Met = u32;

    #[inline]
    fn next(&mut self) -> Option<Place> {
        while let Some(place) = self.emitter.pending.pop() {
            if self.decoded(place).is_none() {
                let lib = self.linked.lib(place.lib);
                self.code = lib.map_or(&[], |lib| lib.code());
                self.data = lib.map_or(&[], |lib| lib.data());
                self.emitter.begin();
                return Some(place);
            }
        }
        None
    }

    #[inline]
    fn meet(&mut self, place: Place) -> Option<u32> {
        let number = self.emitter.number();
        let seen = self.seen.get_mut(usize::from(place.lib));
        if let Some(seen) = seen {
            if seen.is_empty() {
                *seen = vec![0; self.code.len()];
                self.emitter.reserve(self.code.len());
            }
            if let Some(entry) = seen.get_mut(usize::from(place.offset)) {
                if *entry != 0 {
                    return Some(*entry - 1);
                }
                *entry = number + 1;
                return None;
            }
        }
        match self.seen_outside.entry(place) {
            Entry::Occupied(entry) => Some(*entry.get()),
            Entry::Vacant(entry) => {
                entry.insert(number);
                None
            }
        }
    }

    #[inline]
    fn read(&mut self, place: Place) -> Option<Place> {
        let behind = self.instruction(place)?;
        // Offset 2^16 is past the end of every code. It is reported as the last place before.
        let place = Place { offset: u16::try_from(behind).unwrap_or(u16::MAX), ..place };
        // To jump there can be something else, which is decoded by itself.
        if behind >= self.code.len() && self.code_ends() {
            self.emitter.code_ended(place);
            return None;
        }
        self.emitter.pause(place);
        Some(place)
    }

    #[inline]
    fn end(&mut self, met: Option<(Place, u32)>) {
        self.emitter.end(met);
    }
}

/// The opcode of `jif`.
const JIF: u8 = 0x03;
