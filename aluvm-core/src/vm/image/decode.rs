//! The walk over the code of a program that makes its operations.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::emit::{Emitter, Lowered};
use super::place::{Place, behind_half};
use super::seen::Seen;
use super::{Image, lower};
use crate::codec::{decode_for, ends_with_half};
use crate::flow::{Leap, Walk, Ways};
use crate::isa::{Instr, InstructionSet, LibraryRef};
use crate::library::{Lib, Linked};
use crate::profile::EndOfCode;
use crate::vm::exec;
use crate::vm::op::{Handler, Op, control, plain};

/// Decodes the beginning of what the entry points of a program can reach.
pub(super) fn begin<E: InstructionSet>(linked: &Linked, first: Place, others: Vec<Place>) -> Image {
    let bytes = linked.lib(first.lib).map_or(0, |lib| lib.code().len());
    let start = (first != Place::NOWHERE).then_some(first);
    decode::<E>(linked, start, Emitter::new(first, others, bytes), Seen::Few)
}

/// Decodes more, from a place on if that is one that is not decoded.
pub(super) fn go_on<E: InstructionSet>(
    linked: &Linked,
    emitter: Emitter,
    place: Option<Place>,
) -> Image {
    let seen = Seen::table(linked, emitter.spots());
    decode::<E>(linked, place, emitter, seen)
}

fn decode<E: InstructionSet>(
    linked: &Linked,
    first: Option<Place>,
    emitter: Emitter,
    seen: Seen,
) -> Image {
    let mut decoder = Decoder::<E> {
        linked,
        first,
        seen,
        emitter,
        instr: Instr::Fail,
        code: &[],
        data: &[],
        extension: PhantomData,
    };
    decoder.walk();
    decoder.emitter.finish(&decoder.seen)
}

struct Decoder<'a, E> {
    linked: &'a Linked,
    /// Where it begins.
    first: Option<Place>,
    seen: Seen,
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

impl<E: InstructionSet> Decoder<'_, E> {
    fn decoded(&self, place: Place) -> Option<u32> {
        self.seen.get(place, self.emitter.spots())
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
            Instr::Verbatim(_) => self.emitter.instruction(place, (control::step, Op::of(0)), 0),
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
            return self.emitter.code_ended(place, true);
        }
        let cost = if self.code_ends() { 0 } else { Instr::Fail.cost() };
        self.emitter.instruction(place, (control::end_of_code, Op::of(cost as u32)), cost);
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
            self.emitter.instruction(place, (control::step, Op::of(0)), 0);
            return None;
        };
        let target = Place { lib, offset: leap.target };
        if leap.comes_back {
            self.emitter.call(place, (control::call, Op::of(0)), target, cost);
            return Some(());
        }
        let handler: Handler = if falls_through { control::jump_if } else { control::jump };
        self.emitter.jump(place, (handler, Op::of(0)), target, cost);
        Some(())
    }

    /// Goes on half a byte before the end of an instruction.
    fn behind_half(&mut self, place: Place, length: usize) {
        let (lib, offset) = behind_half(place.lib, place.offset.into(), length);
        let behind = Place { lib, offset: u16::try_from(offset).unwrap_or(u16::MAX) };
        match offset < self.code.len() {
            true => self.emitter.join(behind),
            false => self.emitter.code_ended(behind, false),
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
            && matches!(self.instr, Instr::StepA { .. })
            && let Some(past) = self.with_comparison(place, cost, offset)
        {
            return Some(past);
        }
        if let Some(offset) = behind
            && self.code.get(offset) == Some(&JIF)
            && let Some(fused) = lower::fuse(&self.instr)
            && let Some(past) = self.with_jump(place, cost, offset, fused)
        {
            return Some(past);
        }
        let Decoder { instr, emitter, data, .. } = self;
        match lower::operation(instr, place.lib, data) {
            Some(lowered) => emitter.instruction(place, lowered, cost),
            None => emitter.by_table(place, plain::instr, instr.clone(), cost),
        }
        behind
    }

    /// An addition of one together with the comparison of the sum and the `jif` behind it, and the offset behind that.
    /// None if there is something else, or if the comparison or the `jif` was decoded by itself before.
    fn with_comparison(&mut self, place: Place, cost: u64, offset: usize) -> Option<usize> {
        let profile = self.linked.profile();
        let comparison = decode_for::<E>(profile, self.code, offset)?;
        let fused = lower::fuse_step(&self.instr, &comparison.instr)?;
        let place_of_comparison = Place { offset: u16::try_from(offset).ok()?, ..place };
        if exec::is_varied(profile, &comparison.instr)
            || self.decoded(place_of_comparison).is_some()
        {
            return None;
        }
        let cost = cost + comparison.instr.cost();
        let offset = offset + comparison.length;
        if self.code.get(offset) != Some(&JIF) {
            return None;
        }
        self.with_jump(place, cost, offset, fused)
    }

    /// An operation together with the `jif` that stands at an offset behind it, and the offset behind that. None if the
    /// `jif` was decoded by itself before.
    fn with_jump(
        &mut self,
        place: Place,
        cost: u64,
        offset: usize,
        fused: Lowered,
    ) -> Option<usize> {
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
        loop {
            let place = match self.first.take() {
                Some(place) => place,
                None => self.emitter.target()?,
            };
            if self.decoded(place).is_none() {
                let lib = self.linked.lib(place.lib);
                self.code = lib.map_or(&[], Lib::code);
                self.data = lib.map_or(&[], Lib::data);
                self.emitter.begin();
                return Some(place);
            }
        }
    }

    #[inline]
    fn meet(&mut self, place: Place) -> Option<u32> {
        // A run never comes to where it was.
        let spots = self.emitter.spots_before_run();
        self.seen.meet(self.linked, place, spots, self.emitter.number())
    }

    #[inline]
    fn read(&mut self, place: Place) -> Option<Place> {
        let behind = self.instruction(place)?;
        // Offset 2^16 is past the end of every code. It is reported as the last place before.
        let place = Place { offset: u16::try_from(behind).unwrap_or(u16::MAX), ..place };
        // To jump there can be something else, which is decoded by itself.
        if behind >= self.code.len() && self.code_ends() {
            self.emitter.code_ended(place, false);
            return None;
        }
        self.emitter.goes_on(place).then_some(place)
    }

    #[inline]
    fn end(&mut self, met: Option<(Place, u32)>) {
        self.emitter.end(met);
    }
}

/// The opcode of `jif`.
const JIF: u8 = 0x03;
