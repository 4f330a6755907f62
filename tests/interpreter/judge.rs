//! The judge of `aluvm_judge` with the instructions of the host, and what it saw.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use aluvm_core::isa::{Form, InstructionSet, RegisterSize};
use aluvm_core::library::{Lib, LibId};
use aluvm_judge::codec::Instruction;
use aluvm_judge::{End, Judge, Site, State};
use aluvm_tests::machine::segments;

use crate::host::{Host, HostInstr};

impl aluvm_judge::Host for Host {
    fn forms(&self) -> &'static [Form] {
        HostInstr::FORMS
    }

    fn execute(&mut self, instruction: &Instruction, state: &mut State) -> ControlFlow<()> {
        self.seen.push((state.cy0, state.ca0));
        match instruction.form.name {
            "Probe" | "Heavy" | "Endless" => {}
            "Count" => {
                self.count += 1;
                let (size, index) = instruction.registers[0];
                assert_eq!(size, RegisterSize::A64);
                state.set((size, index), Some(self.count.to_le_bytes().to_vec()));
            }
            "Limit" => state.cl0 = Some(state.ca0.saturating_add(instruction.field("more"))),
            "Unlimited" => state.cl0 = None,
            "Stop" if !state.st0 => return ControlFlow::Break(()),
            "Stop" => {}
            "Status" => state.st0 = !state.st0,
            name => panic!("{name}"),
        }
        ControlFlow::Continue(())
    }
}

/// How a run before the judge ended, and what came of it besides.
pub struct Verdict {
    pub end: End,
    pub host: Host,
    /// The sites of the instructions executed.
    pub visited: Vec<Site>,
}

/// Runs a program before the judge.
pub fn judge(libs: &BTreeMap<LibId, Lib>, state: State, entry: Site) -> Verdict {
    let libs = libs.values().map(|lib| (lib.id().to_bytes(), segments(lib))).collect();
    let mut judge = Judge::with_host(&libs, state, entry, Host::default());
    let mut visited = Vec::new();
    loop {
        visited.push(judge.site);
        if let Some(stop) = judge.step() {
            let end = End { state: judge.state, stop, site: judge.site };
            return Verdict { end, host: judge.host, visited };
        }
    }
}
