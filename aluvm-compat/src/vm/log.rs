//! What a run prints with the feature `log`: a line for each instruction, with what it reads and writes.

use crate::isa::{ExecStep, InstructionSet, Place};
use crate::reg::{CoreRegs, Reg};

/// Prints the place, the instruction, and what it reads.
pub(super) fn before<Isa: InstructionSet>(instr: &Isa, place: &Place<'_>, regs: &CoreRegs) {
    let site = place.site();
    let library = site.lib.to_string();
    let library = library.rsplit('#').next().unwrap_or_default();
    eprint!("{library:.5}@x{:06X}: {:<32}; ", site.pos, instr.to_string());
    print(instr.src_regs(), regs);
}

/// Prints what it wrote, and where the program goes on.
pub(super) fn behind<Isa: InstructionSet>(instr: &Isa, step: ExecStep, regs: &CoreRegs) {
    eprint!("-> ");
    print(instr.dst_regs(), regs);
    eprint!("st0={} ", regs.status());
    match step {
        ExecStep::Next => eprintln!(),
        ExecStep::Stop => eprintln!("stops"),
        ExecStep::Fail => eprintln!("fails"),
        ExecStep::Jump(offset) => eprintln!("jumps to {offset:#06x}"),
        ExecStep::Call(site) => eprintln!("goes to {site}"),
    }
}

fn print(registers: impl IntoIterator<Item = Reg>, regs: &CoreRegs) {
    for register in registers {
        match regs.value(register) {
            Some(value) => eprint!("{register}={value} "),
            None => eprint!("{register}=~ "),
        }
    }
}
