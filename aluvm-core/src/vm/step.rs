//! The run step by step: it reads the bytes of each instruction again when it comes to it, looks at
//! every limit after each instruction, and can show a trace. The fast loop hands over to it where a
//! limit comes near.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::exec::{self, Failure, Next};
use super::image::{Position, SHIFTED, behind_half};
use super::op::Host;
use super::outcome::{Outcome, Stop};
use super::registers::Registers;
use crate::codec::{Decoded, Found, decode_for, decode_shifted, ends_with_half, found};
use crate::isa::{Instr, InstructionSet, LibraryRef};
use crate::library::{LibSite, Linked};
use crate::limits::JUMPS_MAX;
use crate::profile::{Calls, EndOfCode, MissingLibrary, Profile, Reserved, Runs};

/// Makes the control registers ready for a run.
pub(super) fn begin(registers: &mut Registers, profile: &Profile) {
    let is_preset = core::mem::take(&mut registers.st0_is_preset);
    if profile.runs() == Runs::Continue {
        return;
    }
    registers.st0 |= !is_preset;
    registers.cy0 = 0;
    registers.ca0 = 0;
}

/// The end of a run.
pub(super) fn end(registers: &mut Registers, stop: Stop, site: LibSite) -> Outcome {
    // An extension instruction may have set it in the way that presets it.
    registers.st0_is_preset = false;
    if !stop.keeps_status() {
        registers.st0 = false;
    }
    Outcome { status: registers.st0, stop, site }
}

/// A program on its way.
#[derive(Clone)]
pub(super) struct Walk<'p> {
    pub(super) linked: &'p Linked,
    pub(super) at: Position,
    /// Whether it came there from the instruction before, and not by a jump.
    pub(super) fell: bool,
    pub(super) stack: Vec<Position>,
}

/// An instruction that is about to be executed, as a trace shows it.
pub(super) struct Fetched {
    pub(super) instr: Instr,
    pub(super) length: usize,
    pub(super) cost: u64,
    /// Whether there is code.
    exists: bool,
}

impl<'p> Walk<'p> {
    /// A program that begins at a place.
    pub(super) fn new(linked: &'p Linked, at: Position) -> Walk<'p> {
        Walk { linked, at, fell: false, stack: Vec::new() }
    }

    /// The site of the instruction that comes next. Past all code it is the last possible.
    pub(super) fn site(&self) -> LibSite {
        self.site_of(self.at)
    }

    /// The site of a position. Past all code it is the last possible.
    pub(super) fn site_of(&self, position: Position) -> LibSite {
        self.linked.site(position.lib, u16::try_from(position.offset).unwrap_or(u16::MAX))
    }

    /// The instruction that comes next. Where there is no code it is `fail`.
    pub(super) fn fetch<E: InstructionSet>(&self) -> Fetched {
        let profile = self.linked.profile();
        let found = match self.at.lib & SHIFTED {
            0 => decode_for::<E>(profile, self.code(), self.at.offset),
            _ => decode_shifted::<E>(profile, self.code(), self.at.offset),
        };
        let exists = found.is_some();
        let Decoded { instr, length } = found.unwrap_or(Decoded { instr: Instr::Fail, length: 1 });
        let cost = match (&instr, profile.reserved()) {
            (Instr::Verbatim(_), Reserved::Everything) => u64::MAX,
            _ => instr.cost(),
        };
        Fetched { cost, instr, length, exists }
    }

    /// Whether the machine of the profile takes the instruction for one of another kind, and panics.
    fn is_misread(&self) -> bool {
        self.at.lib & SHIFTED != 0
            && found(self.linked.profile(), self.code(), self.at.offset, 4) == Found::Panicking
    }

    fn code(&self) -> &'p [u8] {
        self.linked.lib(self.at.lib).map_or(&[][..], |lib| lib.code())
    }

    /// Executes an instruction, and says whether the program stops after it.
    pub(super) fn execute(
        &mut self,
        fetched: &Fetched,
        registers: &mut Registers,
        host: Host<'_>,
    ) -> Option<Stop> {
        if !fetched.exists
            && let Some(stop) = self.end_without_code()
        {
            return Some(stop);
        }
        let data = self.linked.lib(self.at.lib).map_or(&[][..], |lib| lib.data());
        let next = match &fetched.instr {
            Instr::Extension(instr) => Next::behind_host(host(*instr, registers)),
            _ if !fetched.exists => Next::Fail(Failure::EndOfCode),
            Instr::Verbatim(_) if self.is_misread() => Next::Fail(Failure::Panic),
            instr => exec::execute_for(self.linked.profile(), instr, registers, data),
        };
        self.advance(fetched, next, registers)
    }

    /// How the program stops where there is no code, if it is not by failing with the cost of `fail`.
    fn end_without_code(&self) -> Option<Stop> {
        let profile = self.linked.profile();
        if self.linked.lib(self.at.lib).is_none() {
            return Some(Stop::LibraryAbsent);
        }
        match profile.end_of_code() {
            EndOfCode::Fails => None,
            EndOfCode::Ends if self.fell || self.at.offset < self.code().len() => {
                Some(Stop::CodeEnded)
            }
            EndOfCode::Ends => Some(Stop::Failed(Failure::EndOfCode)),
        }
    }

    /// Goes on behind an instruction that was executed, and says whether the program stops there.
    pub(super) fn advance(
        &mut self,
        fetched: &Fetched,
        next: Next,
        registers: &mut Registers,
    ) -> Option<Stop> {
        let mut behind = Position { offset: self.at.offset + fetched.length, ..self.at };
        if ends_with_half(self.linked.profile(), &fetched.instr) {
            let (lib, offset) = behind_half(self.at.lib, self.at.offset, fetched.length);
            behind = Position { lib, offset };
        }
        let stop = self.go(next, behind, registers);
        registers.ca0 = registers.ca0.saturating_add(fetched.cost);
        if matches!(stop, Some(Stop::Failed(_) | Stop::JumpLimit)) {
            registers.st0 = false;
            return stop;
        }
        if registers.cl0.is_some_and(|limit| registers.ca0 >= limit) {
            registers.st0 = false;
            return Some(Stop::ComplexityLimit);
        }
        stop
    }

    /// Moves to the instruction that comes next.
    fn go(&mut self, next: Next, behind: Position, registers: &mut Registers) -> Option<Stop> {
        let lib = self.at.lib;
        let (lib, offset, calls) = match next {
            Next::Following => {
                self.at = behind;
                self.fell = true;
                return None;
            }
            Next::Return => {
                let Some(back) = self.stack.pop() else { return Some(Stop::Finished) };
                self.at = back;
                return None;
            }
            Next::Fail(failure) => return Some(Stop::Failed(failure)),
            Next::Jump(offset) => (Some(lib), offset, false),
            Next::Routine(offset) => (Some(lib), offset, true),
            Next::Call(offset, library) => (self.callee(library), offset, true),
            Next::Exec(offset, library) => (self.callee(library), offset, false),
        };
        if registers.cy0 == JUMPS_MAX {
            return Some(Stop::JumpLimit);
        }
        registers.cy0 += 1;
        let profile = self.linked.profile();
        let Some(lib) = lib else { return Some(Stop::of_missing(profile)) };
        if calls && profile.calls() == Calls::Return {
            self.stack.push(behind);
        }
        self.at = Position { lib, offset: offset.into() };
        self.fell = false;
        None
    }

    fn callee(&self, library: LibraryRef) -> Option<u16> {
        match library {
            LibraryRef::Index(index) => self.linked.callee(self.at.lib, index),
            LibraryRef::Id(id) => self.linked.number(id),
        }
    }
}

impl Stop {
    /// How a program stops where a library is missing.
    pub(super) fn of_missing(profile: &Profile) -> Stop {
        match profile.missing_library() {
            MissingLibrary::Fails => Stop::Failed(Failure::MissingLibrary),
            MissingLibrary::Ends => Stop::LibraryAbsent,
        }
    }
}

impl Next {
    /// What comes after an instruction of the host.
    pub(super) fn behind_host(flow: ControlFlow<()>) -> Next {
        match flow {
            ControlFlow::Continue(()) => Next::Following,
            ControlFlow::Break(()) => Next::Fail(Failure::Extension),
        }
    }
}
