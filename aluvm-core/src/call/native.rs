//! What the twins of routines are made of: the functions that stand for instructions, each of which is that of
//! [`num`](crate::num) which the machine calls too, and the run of a twin, which counts jumps as the machine does.
//!
//! `alulib!` writes a function of Rust for each routine that has a twin. Its variables hold what registers hold: integers
//! without a sign, in two's complement if they have one. Where the machine would stop, it returns a [`Halt`]; what the
//! caller is told of it is the [`CallError`] of the run that the machine would have had.

mod check;
mod functions;
mod host;
mod value;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};

pub use self::check::{check, given, put};
pub use self::functions::*;
pub use self::host::{Given, Taken};
pub use self::value::Native;
use super::{Argument, CallError, Case, Contract, InputError, Module, Source};
use crate::codec::decode_at;
use crate::contract::description::Signature;
use crate::isa::{NoExtension, Register};
use crate::library::{Lib, LibId, LibSite};
use crate::limits::JUMPS_MAX;
pub use crate::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512};
pub use crate::num::integer::{U160, U256, U512, U1024, U2048, U4096, U8192};
use crate::profile::Profile;
use crate::vm::{self, Effects, Extension, Failure, Next, Outcome, RegisterError, Registers, Stop};

/// A run of a twin. It is shared, not borrowed mutably: the compiler follows each mutable borrow through the whole routine.
#[derive(Debug)]
pub struct Run {
    module: &'static Module,
    entry: u16,
    jumps: Cell<u16>,
    /// Where it stopped. The function goes on to where this is looked at: at each round of a loop, before calls, and at
    /// its end. Nothing that it does until then can be seen, and the compiler has no branch to check at each instruction.
    halt: Cell<Option<Halt>>,
    /// The library that stopped the run, if it is another.
    lib: Cell<Option<LibId>>,
    /// Where the last verdict was returned.
    verdict: Cell<u16>,
    /// Registers for instructions that have no function of their own.
    registers: RefCell<Option<Box<Registers>>>,
}

/// Where a run stopped, in the library that stopped it, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Halt {
    stop: Stop,
    offset: u16,
}

impl Run {
    /// The run of a routine, by where it begins.
    ///
    /// # Errors
    /// Those of a call whose program cannot be built.
    #[inline]
    pub fn of<E: Extension>(contract: &'static Contract<E>, entry: u16) -> Result<Run, CallError> {
        match contract.program() {
            Ok(_) => Ok(Run::new(&contract.module, entry)),
            Err(error) => {
                let site = LibSite::new(contract.module.lib.id(), entry);
                Err(CallError::not_started(sources(&contract.module), site, error.into()))
            }
        }
    }

    fn new(module: &'static Module, entry: u16) -> Run {
        Run {
            module,
            entry,
            jumps: Cell::new(0),
            halt: Cell::new(None),
            lib: Cell::new(None),
            verdict: Cell::new(0),
            registers: RefCell::new(None),
        }
    }

    /// Where it stopped, if it did.
    #[inline(always)]
    pub fn halted(&self) -> Option<Halt> {
        self.halt.get()
    }

    /// Notes that the machine stops; what comes behind it is nothing to the machine.
    #[cold]
    fn halt(&self, stop: Stop, offset: u16) -> Halt {
        let first = self.halt.get().unwrap_or(Halt { stop, offset });
        self.halt.set(Some(first));
        first
    }

    /// `test` of whether there is a value, at an offset.
    #[inline(always)]
    pub fn some<T: Native>(&self, value: Option<T>, offset: u16) -> T {
        match value {
            Some(value) => value,
            None => {
                self.halt(Stop::Failed(Failure::Test), offset);
                T::filler()
            }
        }
    }

    /// `test` of a condition, at an offset.
    #[inline(always)]
    pub fn test(&self, condition: bool, offset: u16) {
        if !condition {
            self.halt(Stop::Failed(Failure::Test), offset);
        }
    }

    /// `fail`, at an offset.
    #[cold]
    pub fn fail(&self, offset: u16) -> Halt {
        self.halt(Stop::Failed(Failure::Fail), offset)
    }

    /// A jump that is taken.
    #[inline(always)]
    pub fn jump(&self, offset: u16) {
        let jumps = self.jumps.get();
        if jumps == JUMPS_MAX {
            self.halt(Stop::JumpLimit, offset);
        } else {
            self.jumps.set(jumps + 1);
        }
    }

    /// A `ret` of a routine with outputs.
    ///
    /// # Errors
    /// If the machine stopped before.
    #[inline(always)]
    pub fn end<T>(&self, outputs: T) -> Result<T, Halt> {
        match self.halt.get() {
            Some(halt) => Err(halt),
            None => Ok(outputs),
        }
    }

    /// A `ret` with `st0` as the verdict.
    ///
    /// # Errors
    /// If the machine stopped before.
    #[inline(always)]
    pub fn verdict(&self, holds: bool, offset: u16) -> Result<bool, Halt> {
        self.verdict.set(offset);
        self.end(holds)
    }

    /// Notes that it was stopped in a library that was called.
    #[cold]
    pub fn within(&self, lib: LibId, halt: Halt) -> Halt {
        self.lib.set(self.lib.get().or(Some(lib)));
        halt
    }

    /// An input in the form of registers.
    ///
    /// # Errors
    /// If no register holds it.
    #[inline(always)]
    pub fn input<T>(
        &self,
        name: &'static str,
        value: Result<T, RegisterError>,
    ) -> Result<T, CallError> {
        value.map_err(|error| self.not_started(name, error))
    }

    #[cold]
    fn not_started(&self, name: &'static str, error: RegisterError) -> CallError {
        let error = InputError { name, error };
        CallError::not_started(sources(self.module), self.site(self.entry), error.into())
    }

    /// The value that an instruction of a library leaves in a register, over values in others; none if it tells by
    /// `st0` that there is none.
    pub fn execute<T: Native>(
        &self,
        (lib, offset): (&Lib, u16),
        values: &[(&dyn Native, [u8; 2])],
        result: [u8; 2],
    ) -> Option<T> {
        let holds = self.holds((lib, offset), values);
        let registers = self.registers.borrow();
        let registers = registers.as_deref().filter(|_| holds)?;
        T::read(registers, Register::from_code(result)?)
    }

    /// `st0` behind an instruction of a library over values in registers.
    pub fn holds(&self, (lib, offset): (&Lib, u16), values: &[(&dyn Native, [u8; 2])]) -> bool {
        let mut registers = self.registers.borrow_mut();
        let registers = registers.get_or_insert_with(|| Box::new(Registers::new()));
        registers.reset();
        for (value, register) in values {
            if let Some(register) = Register::from_code(*register) {
                value.write(registers, register);
            }
        }
        let instr = decode_at::<NoExtension>(lib.code(), offset.into()).instr;
        let failure = match vm::execute(&instr, registers, lib.data()) {
            Next::Following => return registers.st0(),
            Next::Fail(failure) => failure,
            _ => Failure::Reserved,
        };
        self.halt(Stop::Failed(failure), offset);
        false
    }

    /// What a caller is told of a run that stopped.
    #[cold]
    pub fn stopped(
        self,
        halt: Halt,
        arguments: &[&dyn Argument],
        signature: &Signature<'static>,
    ) -> CallError {
        let outcome = self.outcome(Err(halt));
        self.error(outcome, arguments, signature)
    }

    /// What a caller is told of a verdict that is a no.
    #[cold]
    pub fn denied(self, arguments: &[&dyn Argument], signature: &Signature<'static>) -> CallError {
        let outcome = self.outcome(Ok(false));
        self.error(outcome, arguments, signature)
    }

    fn error(
        self,
        outcome: Outcome,
        arguments: &[&dyn Argument],
        signature: &Signature<'static>,
    ) -> CallError {
        let mut registers = Registers::new();
        // They could be read before.
        let _ = super::typed::set(&mut registers, signature.inputs, arguments);
        let case = Case {
            sources: sources(self.module),
            entry: self.site(self.entry),
            profile: Profile::SPEC,
            inputs: registers.defined().collect(),
            limit: None,
            effects: Some(Effects::new()),
            outcome,
        };
        CallError::failed(case, &registers)
    }

    /// How the machine would have ended that gave this verdict, or stopped. Of a success the site is not told.
    fn outcome(&self, ended: Result<bool, Halt>) -> Outcome {
        match ended {
            Ok(status) => {
                let site = self.site(self.verdict.get());
                Outcome { status, stop: Stop::Finished, site }
            }
            Err(Halt { stop, offset }) => {
                let lib = self.lib.get().unwrap_or(self.module.lib.id());
                Outcome { status: false, stop, site: LibSite::new(lib, offset) }
            }
        }
    }

    fn site(&self, offset: u16) -> LibSite {
        LibSite::new(self.module.lib.id(), offset)
    }
}

fn sources(module: &'static Module) -> Vec<Source> {
    module.all().into_iter().map(Source::from).collect()
}
