//! The judge: the plainest interpreter there can be. It reads the bytes of each instruction when it
//! comes to it, keeps its own counters and call stack, and looks at each limit after each instruction.

use std::collections::BTreeMap;

use aluvm_core::codec::decode_at;
use aluvm_core::isa::{Instr, InstructionSet, LibraryRef};
use aluvm_core::library::{Lib, LibId, LibSite};
use aluvm_core::vm::{Extension, Failure, Next, Registers, Stop, execute};

use crate::host::{Host, HostInstr};

/// The state of a run.
#[derive(Clone)]
pub struct Judge<'a> {
    libs: &'a BTreeMap<LibId, Lib>,
    pub registers: Registers,
    pub host: Host,
    pub jumps: u16,
    pub complexity: u64,
    /// The sites of the instructions executed.
    pub visited: Vec<LibSite>,
    stack: Vec<(LibId, usize)>,
}

impl<'a> Judge<'a> {
    pub fn new(libs: &'a BTreeMap<LibId, Lib>, registers: Registers) -> Self {
        Judge {
            libs,
            registers,
            host: Host::default(),
            jumps: 0,
            complexity: 0,
            visited: Vec::new(),
            stack: Vec::new(),
        }
    }

    /// Runs to the end; says why and where it stopped.
    pub fn run(&mut self, entry: LibSite) -> (Stop, LibSite) {
        let mut at = (entry.lib, usize::from(entry.offset));
        loop {
            let site = LibSite::new(at.0, at.1.min(0xFFFF) as u16);
            self.visited.push(site);
            let (next, cost) = self.step(&mut at);
            self.complexity = self.complexity.saturating_add(cost);
            if let Err(stop) = next
                && stop != Stop::Finished
            {
                self.registers.set_st0(false);
                return (stop, site);
            }
            if self.registers.cl0().is_some_and(|limit| self.complexity >= limit) {
                self.registers.set_st0(false);
                return (Stop::ComplexityLimit, site);
            }
            if let Err(stop) = next {
                return (stop, site);
            }
        }
    }

    fn step(&mut self, at: &mut (LibId, usize)) -> (Result<(), Stop>, u64) {
        let lib = &self.libs[&at.0];
        let decoded = decode_at::<HostInstr>(lib.code(), at.1);
        let behind = at.1 + decoded.length;
        if at.1 >= lib.code().len() || behind > 0x1_0000 {
            return (Err(Stop::Failed(Failure::EndOfCode)), 2);
        }
        let cost = match &decoded.instr {
            Instr::Verbatim(_) => 0,
            instr => instr.form().expect("an instruction").cost,
        };
        let next = match &decoded.instr {
            Instr::Extension(instr) => self.host_instr(instr.word()),
            instr => execute(instr, &mut self.registers, lib.data()),
        };
        let library = |library| match library {
            LibraryRef::Index(index) => lib.libs().get(index),
            LibraryRef::Id(id) => Some(id),
        };
        let (target, returns) = match next {
            Next::Following => {
                at.1 = behind;
                return (Ok(()), cost);
            }
            Next::Return => match self.stack.pop() {
                Some(back) => {
                    *at = back;
                    return (Ok(()), cost);
                }
                None => return (Err(Stop::Finished), cost),
            },
            Next::Fail(failure) => return (Err(Stop::Failed(failure)), cost),
            Next::Jump(offset) => (Some((at.0, offset.into())), false),
            Next::Routine(offset) => (Some((at.0, offset.into())), true),
            Next::Call(offset, by) => (library(by).map(|lib| (lib, offset.into())), true),
            Next::Exec(offset, by) => (library(by).map(|lib| (lib, offset.into())), false),
        };
        if self.jumps == 65535 {
            return (Err(Stop::JumpLimit), cost);
        }
        self.jumps += 1;
        let Some(target) = target else {
            return (Err(Stop::Failed(Failure::MissingLibrary)), cost);
        };
        if returns {
            self.stack.push((at.0, behind));
        }
        *at = target;
        (Ok(()), cost)
    }

    fn host_instr(&mut self, word: u128) -> Next {
        self.host.counters = Some((self.jumps, self.complexity));
        let instr = <HostInstr as InstructionSet>::from_word(word).expect("one of the host's");
        let flow = instr.execute(&mut self.registers, &mut self.host);
        self.host.counters = None;
        if flow.is_break() { Next::Fail(Failure::Extension) } else { Next::Following }
    }
}
