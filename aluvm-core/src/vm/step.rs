//! The run step by step: it reads the bytes of each instruction again when it comes to it, looks at
//! every limit after each instruction, and can show a trace. The fast loop hands over to it where a
//! limit comes near.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::exec::{self, Failure, Next};
use super::outcome::{Outcome, Stop};
use super::registers::Registers;
use super::run::Host;
use crate::codec::Decoded;
use crate::flow;
use crate::isa::{Instr, InstructionSet, LibraryRef};
use crate::library::{LibSite, Linked};
use crate::limits::JUMPS_MAX;

/// Makes the control registers ready for a run.
pub(super) fn begin(registers: &mut Registers) {
    registers.st0 |= !registers.st0_is_preset;
    registers.st0_is_preset = false;
    registers.cy0 = 0;
    registers.ca0 = 0;
}

/// The end of a run.
pub(super) fn end(registers: &mut Registers, stop: Stop, site: LibSite) -> Outcome {
    // An extension instruction may have set it in the way that presets it.
    registers.st0_is_preset = false;
    if stop != Stop::Finished {
        registers.st0 = false;
    }
    Outcome { status: registers.st0, stop, site }
}

/// Where a program is: the number of a library and an offset, which can be 2^16, past all code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Position {
    pub(super) lib: u16,
    pub(super) offset: usize,
}

/// A program on its way.
#[derive(Clone)]
pub(super) struct Walk<'p> {
    pub(super) linked: &'p Linked,
    pub(super) at: Position,
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

impl Walk<'_> {
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
        let code = self.linked.lib(self.at.lib).map_or(&[][..], |lib| lib.code());
        let found = flow::fetch::<E>(code, self.at.offset);
        let exists = found.is_some();
        let Decoded { instr, length } = found.unwrap_or(Decoded { instr: Instr::Fail, length: 1 });
        Fetched { cost: instr.cost(), instr, length, exists }
    }

    /// Executes an instruction, and says whether the program stops after it.
    pub(super) fn execute(
        &mut self,
        fetched: &Fetched,
        registers: &mut Registers,
        host: Host<'_>,
    ) -> Option<Stop> {
        let data = self.linked.lib(self.at.lib).map_or(&[][..], |lib| lib.data());
        let next = match &fetched.instr {
            Instr::Extension(instr) => Next::behind_host(host(*instr, registers)),
            _ if !fetched.exists => Next::Fail(Failure::EndOfCode),
            instr => exec::execute(instr, registers, data),
        };
        self.advance(fetched, next, registers)
    }

    /// Goes on behind an instruction that was executed, and says whether the program stops there.
    pub(super) fn advance(
        &mut self,
        fetched: &Fetched,
        next: Next,
        registers: &mut Registers,
    ) -> Option<Stop> {
        let behind = Position { offset: self.at.offset + fetched.length, ..self.at };
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
        let Some(lib) = lib else { return Some(Stop::Failed(Failure::MissingLibrary)) };
        if calls {
            self.stack.push(behind);
        }
        self.at = Position { lib, offset: offset.into() };
        None
    }

    fn callee(&self, library: LibraryRef) -> Option<u16> {
        match library {
            LibraryRef::Index(index) => self.linked.callee(self.at.lib, index),
            LibraryRef::Id(id) => self.linked.number(id),
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
