//! Running: a machine goes from instruction to instruction by a cursor, and from library to library by what the
//! host gives for an id.
//!
//! Nothing of a host's instruction is kept from one execution to the next: the host decodes it each time that the
//! program comes to it, as it does in the deployed machine.

use core::fmt;
use core::marker::PhantomData;

use crate::isa::{ExecStep, Instr, InstructionSet, Place};
use crate::library::{Lib, LibId, LibSite, Reader};
use crate::reg::CoreRegs;

#[cfg(feature = "log")]
mod log;

/// A machine for the instruction set `Isa`, mostly an [`Instr`] of a host's extension.
///
/// Registers, `st0` and the counters stay from one run to the next.
pub struct Vm<Isa = Instr>
where
    Isa: InstructionSet,
{
    /// The registers: inputs before a run, results after it.
    pub registers: Box<CoreRegs>,
    isa: PhantomData<fn() -> Isa>,
}

impl<Isa: InstructionSet> Vm<Isa> {
    /// A machine all of whose registers are undefined.
    pub fn new() -> Vm<Isa> {
        Vm { registers: Box::default(), isa: PhantomData }
    }

    /// Runs a program from a place, and gives `st0` at its end.
    ///
    /// The resolver is asked for a library each time that the program enters it, once. Where there is none the
    /// program ends, and `st0` stays.
    pub fn exec<'prog>(
        &mut self,
        entry: LibSite,
        resolver: impl Fn(LibId) -> Option<&'prog Lib>,
        context: &Isa::Context<'_>,
    ) -> bool {
        let mut next = Some(entry);
        while let Some(site) = next {
            let Some(lib) = resolver(site.lib) else { break };
            next = run::<Isa>(lib, site.pos, &mut self.registers, context);
        }
        self.registers.status()
    }
}

impl<Isa: InstructionSet> Default for Vm<Isa> {
    fn default() -> Vm<Isa> {
        Vm::new()
    }
}

impl<Isa: InstructionSet> Clone for Vm<Isa> {
    fn clone(&self) -> Vm<Isa> {
        Vm { registers: self.registers.clone(), isa: PhantomData }
    }
}

impl<Isa: InstructionSet> fmt::Debug for Vm<Isa> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vm").field("registers", &self.registers).finish_non_exhaustive()
    }
}

/// Runs a library from an offset until the program ends or goes to another one.
fn run<Isa: InstructionSet>(
    lib: &Lib,
    entry: u16,
    regs: &mut CoreRegs,
    context: &Isa::Context<'_>,
) -> Option<LibSite> {
    let mut reader = Reader::for_execution(lib);
    let mut place = Place::new(lib);
    if reader.seek(entry).is_err() {
        regs.set_failure();
        return None;
    }
    while !reader.is_eof() {
        place.set_offset(reader.pos());
        let before = reader.position();
        let instr = Isa::decode(&mut reader).ok()?;
        #[cfg(feature = "log")]
        log::before(&instr, &place, regs);
        let step = instr.exec_at(regs, &place, context);
        #[cfg(feature = "log")]
        log::behind(&instr, step, regs);
        regs.count_complexity(instr.complexity());
        drop(instr);
        let is_failed = regs.take_overflow();
        match step {
            // An instruction that does not consume itself would be executed for ever.
            ExecStep::Next if reader.position() == before => return fail(regs),
            _ if is_failed => return fail(regs),
            ExecStep::Next => {}
            ExecStep::Stop => return None,
            ExecStep::Fail => return fail(regs),
            ExecStep::Jump(offset) => {
                if reader.seek(offset).is_err() {
                    return fail(regs);
                }
            }
            ExecStep::Call(site) => return Some(site),
        }
    }
    None
}

fn fail(regs: &mut CoreRegs) -> Option<LibSite> {
    regs.set_failure();
    None
}
