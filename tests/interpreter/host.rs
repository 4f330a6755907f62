//! An extension whose instructions see and touch what the fast loop keeps to itself: the counters, the
//! limit, the status flag.

use std::ops::ControlFlow;

use aluvm::isa::{Idx32, Unsigned8};
use aluvm::{Extension, Registers, isa_extension};

isa_extension! {
    /// Instructions of the host.
    pub enum HostInstr: "HOST" {
        /// Notes the counters.
        Probe = 0x90 "probe" () reads() writes() cost 3;
        /// Sets a register to the number of instructions of this kind so far.
        Count = 0x91 [dst: Idx32, #0/3] "hcount" (a64 dst) reads() writes(a64 dst) cost 200;
        /// Sets the complexity limit to the present complexity and a bit more.
        Limit = 0x92 [more: Unsigned8] "hlimit" (more) reads() writes() cost 1;
        /// Takes the complexity limit away.
        Unlimited = 0x93 "hunlimited" () reads() writes() cost 1;
        /// Stops the program if `st0` is false.
        Stop = 0x94 "hstop" () reads(st0) writes() cost 5;
        /// Inverts `st0`.
        Status = 0x95 "hstatus" () reads(st0) writes(st0) cost 2;
        /// Costs more than the fast loop counts in its differences.
        Heavy = 0x96 "hheavy" () reads() writes() cost 3_000_000_000;
        /// Takes the complexity to its end.
        Endless = 0x97 "hendless" () reads() writes() cost 18_446_744_073_709_551_615;
    }
}

/// What the instructions see and do besides registers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Host {
    /// The counters as the instructions found them.
    pub seen: Vec<(u16, u64)>,
    /// How many instructions counted.
    pub count: u64,
}

impl Extension for HostInstr {
    type Context<'c> = Host;

    fn execute(&self, registers: &mut Registers, host: &mut Host) -> ControlFlow<()> {
        let (jumps, complexity) = (registers.cy0(), registers.ca0());
        host.seen.push((jumps, complexity));
        match self {
            HostInstr::Probe | HostInstr::Heavy | HostInstr::Endless => {}
            HostInstr::Count { dst } => {
                host.count += 1;
                registers.set_a64(dst.get() as u8, host.count).expect("exists");
            }
            HostInstr::Limit { more } => {
                registers.set_cl0(complexity.saturating_add(u64::from(more.0)));
            }
            HostInstr::Unlimited => registers.set_cl0(None),
            HostInstr::Stop if !registers.st0() => return ControlFlow::Break(()),
            HostInstr::Stop => {}
            HostInstr::Status => registers.set_st0(!registers.st0()),
        }
        ControlFlow::Continue(())
    }
}
