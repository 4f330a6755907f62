//! Programs: control flow, the counters and the limits, by section 3 of the instruction set. Each
//! instruction is read from the bytes when the judge comes to it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use aluvm_core::isa::Form;

use crate::codec::{Decoded, Instruction, decode};
use crate::execute::{cost, execute};
use crate::library::{Lib, LibId};
use crate::state::State;

/// A place in a library.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Site {
    pub lib: LibId,
    pub offset: usize,
}

/// Why a program stopped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stop {
    /// `ret` on an empty stack.
    Finished,
    /// `fail`.
    Fail,
    /// `test` while `st0` is false.
    Test,
    /// Bytes that are no instruction.
    Reserved,
    /// No code.
    End,
    /// The jump after 65535 others.
    Jumps,
    /// The limit of complexity.
    Complexity,
    /// A library index that the libs segment does not have.
    Missing,
    /// An instruction of the host.
    Extension,
}

impl Stop {
    pub const ALL: [Stop; 9] = [
        Stop::Finished,
        Stop::Fail,
        Stop::Test,
        Stop::Reserved,
        Stop::End,
        Stop::Jumps,
        Stop::Complexity,
        Stop::Missing,
        Stop::Extension,
    ];

    /// The word for it in the conformance rows.
    pub fn name(self) -> &'static str {
        match self {
            Stop::Finished => "finished",
            Stop::Fail => "fail",
            Stop::Test => "test",
            Stop::Reserved => "reserved",
            Stop::End => "end",
            Stop::Jumps => "jumps",
            Stop::Complexity => "complexity",
            Stop::Missing => "missing",
            Stop::Extension => "extension",
        }
    }
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct End {
    pub state: State,
    pub stop: Stop,
    /// The place of the last instruction.
    pub site: Site,
}

/// The instructions of a host's extension.
pub trait Host {
    /// Their forms.
    fn forms(&self) -> &'static [Form];

    /// Executes one of them. The counters are those before it.
    fn execute(&mut self, instruction: &Instruction, state: &mut State) -> ControlFlow<()>;
}

/// A host without an extension.
#[derive(Clone, Copy, Debug)]
pub struct NoHost;

impl Host for NoHost {
    fn forms(&self) -> &'static [Form] {
        &[]
    }

    fn execute(&mut self, _: &Instruction, _: &mut State) -> ControlFlow<()> {
        ControlFlow::Break(())
    }
}

/// A run.
#[derive(Clone, Debug)]
pub struct Judge<'a, H = NoHost> {
    libs: &'a BTreeMap<LibId, Lib>,
    pub state: State,
    pub host: H,
    /// The place of the next instruction.
    pub site: Site,
    stack: Vec<Site>,
}

impl<'a> Judge<'a> {
    /// Begins at a place, with these registers.
    pub fn new(libs: &'a BTreeMap<LibId, Lib>, state: State, entry: Site) -> Self {
        Judge::with_host(libs, state, entry, NoHost)
    }
}

impl<'a, H: Host> Judge<'a, H> {
    /// The same with the instructions of a host.
    pub fn with_host(libs: &'a BTreeMap<LibId, Lib>, state: State, entry: Site, host: H) -> Self {
        Judge { libs, state, host, site: entry, stack: Vec::new() }
    }

    /// Runs to the end.
    pub fn run(mut self) -> End {
        loop {
            if let Some(stop) = self.step() {
                return End { state: self.state, stop, site: self.site };
            }
        }
    }

    /// What stands at the place of the next instruction.
    pub fn decode(&self) -> Decoded {
        decode(&self.libs[&self.site.lib].code, self.site.offset, self.host.forms())
    }

    /// Executes one instruction; says whether the program stops there, and why.
    pub fn step(&mut self) -> Option<Stop> {
        let decoded = self.decode();
        let (next, cost) = match &decoded {
            Decoded::Nothing => (Err(Stop::End), 2),
            Decoded::Reserved => (Err(Stop::Reserved), 0),
            Decoded::Instruction(instruction) => self.instruction(instruction),
        };
        self.state.ca0 = self.state.ca0.saturating_add(cost);
        if let Err(stop) = next
            && stop != Stop::Finished
        {
            self.state.st0 = false;
            return Some(stop);
        }
        if self.state.cl0.is_some_and(|limit| self.state.ca0 >= limit) {
            self.state.st0 = false;
            return Some(Stop::Complexity);
        }
        match next {
            Ok(site) => self.site = site,
            Err(stop) => return Some(stop),
        }
        None
    }

    /// Where an instruction leads, and what it costs.
    fn instruction(&mut self, instruction: &Instruction) -> (Result<Site, Stop>, u64) {
        // Code has at most 65535 bytes, so that nothing is at 65535 or behind.
        let behind = (self.site.offset + instruction.length).min(0xFFFF);
        let behind = Site { offset: behind, ..self.site };
        let lib = &self.libs[&self.site.lib];
        if self.host.forms().iter().any(|form| std::ptr::eq(form, instruction.form)) {
            let flow = self.host.execute(instruction, &mut self.state);
            let next = if flow.is_break() { Err(Stop::Extension) } else { Ok(behind) };
            return (next, instruction.form.cost);
        }
        let here = |offset: u64| Site { offset: offset as usize, ..self.site };
        let there = |offset: u64| {
            let lib = *lib.libs.get(instruction.field("library") as usize).ok_or(Stop::Missing)?;
            Ok(Site { lib, offset: offset as usize })
        };
        let target = || instruction.field("target");
        let next = match instruction.form.name {
            "Fail" => Err(Stop::Fail),
            "Test" if !self.state.st0 => Err(Stop::Test),
            "Test" => Ok(behind),
            "Jif" if !self.state.st0 => Ok(behind),
            "Jmp" | "Jif" => self.jump(Ok(here(target())), None),
            "Routine" => self.jump(Ok(here(target())), Some(behind)),
            "Call" => self.jump(there(target()), Some(behind)),
            "Exec" => self.jump(there(target()), None),
            "Ret" => self.stack.pop().ok_or(Stop::Finished),
            _ => {
                execute(instruction, &mut self.state, &lib.data);
                Ok(behind)
            }
        };
        (next, cost(instruction))
    }

    /// Counts a jump, unless it is one too many, and remembers where to return.
    fn jump(&mut self, to: Result<Site, Stop>, back: Option<Site>) -> Result<Site, Stop> {
        self.state.cy0 = self.state.cy0.checked_add(1).ok_or(Stop::Jumps)?;
        let to = to?;
        self.stack.extend(back);
        Ok(to)
    }
}
