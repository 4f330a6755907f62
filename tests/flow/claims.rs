//! Holds what is claimed of code against what happens when a program runs step by step.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

use aluvm_core::codec::decode_for;
use aluvm_core::flow::{
    Declared, Definedness, Flow, Problem, RegisterSet, Signature, Summary, Surroundings, Turn,
};
use aluvm_core::isa::{Both, Idx16, Instr, LibraryRef, Register, RegisterSize};
use aluvm_core::library::{Lib, LibId, LibSite, Program};
use aluvm_core::profile::{Calls, Profile};
use aluvm_core::vm::{Extension, Outcome, Registers, Step, Stop, Vm};
use aluvm_tests::Random;

use crate::edge::set;
use crate::host::{Host as HostState, HostInstr};
use crate::programs::Libraries;

aluvm::isa_extension! {
    /// What ends with half a byte, so that code of a profile goes on in the middle of one.
    pub enum HalfInstr: "HALF" {
        /// Makes `st0` false if a register is undefined.
        Look = 0xD3 [key: Idx16] "look" (s16 key) reads(s16 key) writes(st0) cost 7;
    }
}

impl Extension for HalfInstr {
    type Context<'c> = ();

    fn execute(&self, registers: &mut Registers, (): &mut ()) -> ControlFlow<()> {
        let HalfInstr::Look { key } = self;
        registers.set_st0(registers.st0() && registers.s16(key.byte()).is_some());
        ControlFlow::Continue(())
    }
}

/// The instructions of the host.
type Host = Both<HostInstr, HalfInstr>;

/// The analysis of a library, and what was found in it.
struct Analysis {
    flow: Flow,
    summaries: BTreeMap<u16, Summary>,
    /// Stretches that nothing reaches.
    unreachable: Vec<(u16, u32)>,
    undefined_reads: BTreeSet<(u16, Register)>,
    /// Whether all calls bring the inputs that routines declare, and all returns the outputs. Otherwise
    /// what is claimed on the strength of that is void.
    keeps_promises: bool,
    /// Whether the code itself calls routines that declare their inputs, with more than those defined.
    calls_signed: bool,
    /// Where loops without an end begin.
    endless: BTreeSet<u16>,
    known: HashMap<(u16, bool), Option<Known>>,
}

/// What is claimed of a place: for each `st0`, false first, the registers that are surely defined and
/// surely undefined, if it can be.
#[derive(Clone, Copy)]
struct Known([Option<(RegisterSet, RegisterSet)>; 2]);

impl Analysis {
    fn new(lib: &Lib, routines: Vec<Declared>, profile: Profile) -> Analysis {
        let surroundings = Surroundings { routines, profile, ..Surroundings::default() };
        let flow = Flow::of_lib::<Host>(lib, &surroundings);
        let offsets = flow.graph().routines().map(|(_, routine)| routine.offset);
        let summaries = offsets.zip(flow.summaries()).collect();
        let mut analysis = Analysis {
            summaries,
            unreachable: Vec::new(),
            undefined_reads: BTreeSet::new(),
            keeps_promises: true,
            calls_signed: calls_signed(&flow),
            endless: BTreeSet::new(),
            known: HashMap::new(),
            flow,
        };
        for finding in analysis.flow.findings() {
            match finding.problem {
                Problem::Unreachable { end } => analysis.unreachable.push((finding.offset, end)),
                Problem::UndefinedRead { register } => {
                    analysis.undefined_reads.insert((finding.offset, register));
                }
                // What runs into a routine is not asked for its inputs as well, nor is a call for what one before
                // it has lost.
                Problem::UndefinedInput { .. }
                | Problem::Clobbered { .. }
                | Problem::UndefinedOutput { .. }
                | Problem::EndOfCode { into: Some(_) } => {
                    analysis.keeps_promises = false;
                }
                Problem::EndlessLoop { .. } => {
                    analysis.endless.insert(finding.offset);
                }
                _ => {}
            }
        }
        analysis
    }

    fn known(&mut self, offset: u16, is_shifted: bool) -> Option<Known> {
        let flow = &self.flow;
        *self.known.entry((offset, is_shifted)).or_insert_with(|| {
            let before = match is_shifted {
                true => flow.before_shifted(offset)?,
                false => flow.before(offset)?,
            };
            Some(Known([false, true].map(|status| {
                let defined = before.all_where(status, Definedness::Defined);
                before
                    .can_be(status)
                    .then(|| (defined, before.all_where(status, Definedness::Undefined)))
            })))
        })
    }
}

/// A routine that has been called and has not returned.
struct Frame {
    summary: Option<Summary>,
    complexity: u64,
    writes: RegisterSet,
}

/// A run that is held against the claims.
struct Run {
    profile: Profile,
    analyses: BTreeMap<LibId, Analysis>,
    /// Whether the program is half a byte behind the offset.
    is_shifted: bool,
    defined: RegisterSet,
    status: bool,
    frames: Vec<Frame>,
    /// What the last instruction was.
    last: Option<(LibSite, Instr)>,
    endless: bool,
    steps: u32,
    wrong: Option<String>,
}

impl Run {
    fn step(&mut self, step: &Step<'_>) {
        let LibSite { lib, offset } = step.site;
        self.steps += 1;
        if self.wrong.is_some() || self.is_tired() {
            return;
        }
        let is_shifted = self.is_shifted();
        self.is_shifted = is_shifted;
        let node = self.analyses.get(&lib).and_then(|analysis| {
            let graph = analysis.flow.graph();
            let found = if is_shifted { graph.find_shifted(offset) } else { graph.find(offset) };
            found.map(|(block, number)| graph.nodes(block)[number])
        });
        let is_code = node.is_some_and(|node| !node.is_rest);
        // Where a program of a profile ends, nothing is executed.
        let cost = match is_code || self.profile == Profile::SPEC {
            true => step.instr.cost(),
            false => 0,
        };
        self.follow(step.site, step.registers.ca0(), cost);
        let Some(analysis) = self.analyses.get_mut(&lib) else {
            return self.fail(step, "the library is not called");
        };
        // Past the end there is no instruction to claim anything of.
        if is_code {
            self.endless |= analysis.endless.contains(&offset);
            let is_dead = analysis
                .unreachable
                .iter()
                .any(|(s, e)| (u32::from(*s)..*e).contains(&offset.into()));
            let known = analysis.known(offset, is_shifted);
            let defined = self.defined;
            let undefined_read = step
                .instr
                .reads()
                .find(|register| analysis.undefined_reads.contains(&(offset, *register)))
                .filter(|register| !analysis.calls_signed && defined.contains(*register));
            if is_dead {
                return self.fail(step, "reported as unreachable");
            }
            if let Some(register) = undefined_read {
                return self.fail(step, &format!("{register} reported as undefined"));
            }
            let Some(known) = known else { return self.fail(step, "not reached") };
            let Some((sure, lacking)) = known.0[usize::from(self.status)] else {
                return self.fail(step, "st0 cannot be like that");
            };
            let wrong = sure.difference(defined).union(lacking.intersection(defined));
            if !wrong.is_empty() {
                return self.fail(step, &format!("claims of {wrong}"));
            }
        } else if !matches!(step.instr, Instr::Fail) {
            return self.fail(step, "no code there");
        }
        for change in step.changes {
            match change.register {
                Register::Status => {}
                register if change.after.is_some() => {
                    self.defined = self.defined.with(register);
                }
                register => self.defined = self.defined.without(register),
            }
        }
        // Each step costs a walk over all registers: enough of them are looked at.
        if self.steps < 64 {
            let defined = step.registers.defined().map(|(register, _)| register);
            if defined.collect::<RegisterSet>() != self.defined {
                return self.fail(step, "the changes are not those of the registers");
            }
        }
        let writes: RegisterSet = step.changes.iter().map(|change| change.register).collect();
        if let Some(frame) = self.frames.last_mut() {
            frame.writes = frame.writes.union(writes);
        }
        self.status = step.registers.st0();
        self.last = Some((step.site, step.instr.clone()));
    }

    /// Whether the next instruction begins half a byte behind its offset.
    fn is_shifted(&self) -> bool {
        let lenient = self.profile != Profile::SPEC;
        match &self.last {
            None | Some((_, Instr::Call { .. } | Instr::Exec { .. })) => false,
            Some((_, Instr::Extension(instr))) if lenient => {
                self.is_shifted != instr.form().ends_with_half()
            }
            Some(_) => self.is_shifted,
        }
    }

    /// Follows the call or the return that the last instruction was, to the instruction at a site.
    fn follow(&mut self, site: LibSite, complexity: u64, cost: u64) {
        // Where it saturates, it stays as it is.
        let before = match complexity {
            u64::MAX => u64::MAX,
            complexity => complexity - cost,
        };
        let comes_back = self.profile.calls() == Calls::Return;
        match self.last.as_ref().map(|(_, instr)| instr) {
            Some(Instr::Routine { .. } | Instr::Call { .. }) if !comes_back => {}
            None | Some(Instr::Routine { .. } | Instr::Call { .. }) => {
                let analysis = self.analyses.get(&site.lib);
                let summary = analysis.and_then(|one| one.summaries.get(&site.offset)).copied();
                self.frames.push(Frame { summary, complexity: before, writes: RegisterSet::EMPTY });
                let depth = self.frames.len() as u32;
                for (level, frame) in self.frames.iter().enumerate() {
                    let most = frame.summary.and_then(|summary| summary.depth);
                    if most.is_some_and(|most| depth - 1 - level as u32 > most) {
                        self.wrong = Some(format!("{site}: calls are deeper than {most:?}"));
                    }
                }
            }
            Some(Instr::Ret) => {
                let Some(frame) = self.frames.pop() else { return };
                if let Some(below) = self.frames.last_mut() {
                    below.writes = below.writes.union(frame.writes);
                }
                self.returned(&frame, before, site);
            }
            Some(_) => {}
        }
    }

    /// A routine has returned.
    fn returned(&mut self, frame: &Frame, complexity: u64, site: LibSite) {
        let Some(summary) = frame.summary else { return };
        let can_return = if self.status { summary.returns_true } else { summary.returns_false };
        let bounds = if self.status { summary.succeeding } else { summary.returning };
        let cost = complexity - frame.complexity;
        let is_within = complexity == u64::MAX
            || bounds.is_some_and(|bounds| {
                bounds.least <= cost && bounds.most.is_none_or(|most| cost <= most)
            });
        let written = frame.writes.difference(summary.writes);
        if !can_return || !is_within || !written.is_empty() {
            let status = self.status;
            self.wrong = Some(format!(
                "{site}: a routine returned {status} at a cost of {cost}, writing {written} beside \
                 what is claimed: {summary:?}"
            ));
        }
    }

    /// Whether so much has been looked at that the rest shows nothing new. A host can take the limit of a
    /// run away.
    fn is_tired(&self) -> bool {
        self.steps > 5000
    }

    fn end(&mut self, outcome: Outcome, complexity: u64) {
        if self.wrong.is_some() || self.is_tired() {
            return;
        }
        self.status = outcome.status;
        // Where `jif` is the last instruction and is not taken, the program counts as stopped.
        let ends_false = outcome.stop == Stop::CodeEnded && !outcome.status;
        if let Some(frame) = self.frames.pop()
            && outcome.stop.keeps_status()
            && !(ends_false && frame.summary.is_some_and(|summary| summary.can_stop))
        {
            self.returned(&frame, complexity, outcome.site);
        }
        let is_end = outcome.stop.keeps_status() || matches!(outcome.stop, Stop::Failed(_));
        if self.endless && is_end {
            self.wrong = Some(format!("a loop without an end ended: {outcome:?}"));
        }
    }

    fn fail(&mut self, step: &Step<'_>, what: &str) {
        self.wrong = Some(format!("{}: {:?}: {what}", step.site, step.instr));
    }
}

fn calls_signed(flow: &Flow) -> bool {
    let graph = flow.graph();
    let mut callees =
        graph.blocks().flat_map(|(id, _)| graph.callee(id).into_iter().chain(graph.tails(id)));
    callees.any(|callee| graph.signature_at(callee).is_some())
}

/// The sites that a library calls.
fn calls(lib: &Lib, flow: &Flow, profile: &Profile) -> Vec<LibSite> {
    let mut sites = Vec::new();
    for (id, _) in flow.graph().blocks() {
        let last = flow.graph().last(id);
        // Half a byte behind an offset these opcodes are never found together with what they stand in.
        if !matches!(last.turn, Turn::Call(_) | Turn::Exec(_)) || last.is_shifted {
            continue;
        }
        let decoded = decode_for::<Host>(profile, lib.code(), last.offset.into());
        if let Some(Instr::Call { target, library } | Instr::Exec { target, library }) =
            decoded.map(|decoded| decoded.instr)
            && let LibraryRef::Index(index) = library.0
        {
            sites.extend(lib.libs().get(index).map(|id| LibSite::new(id, target.0)));
        }
    }
    sites
}

/// Analyses all libraries that an entry reaches, each with the sites that are called.
fn analyse(libraries: &Libraries, entry: Declared, profile: Profile) -> BTreeMap<LibId, Analysis> {
    let mut entries: BTreeMap<LibId, BTreeSet<u16>> = BTreeMap::new();
    let mut analyses = BTreeMap::new();
    let mut pending = vec![libraries.entry];
    while let Some(id) = pending.pop() {
        let lib = &libraries.libs[&id];
        let unsigned =
            |offset| Declared { offset, is_public: true, signature: None, begins_true: false };
        let routines = match entries.get(&id) {
            Some(offsets) => offsets.iter().copied().map(unsigned).collect(),
            None => vec![entry],
        };
        let analysis = Analysis::new(lib, routines, profile);
        for site in calls(lib, &analysis.flow, &profile) {
            if entries.entry(site.lib).or_default().insert(site.offset) {
                pending.push(site.lib);
            }
        }
        analyses.insert(id, analysis);
    }
    analyses
}

/// Signatures for the routines that the entry library calls, such that all callers have the inputs defined
/// and all returns the outputs.
fn sign(libraries: &Libraries, entry: Declared, profile: Profile) -> Vec<Declared> {
    let first = Analysis::new(&libraries.libs[&libraries.entry], vec![entry], profile);
    let graph = first.flow.graph();
    let mut declared = vec![entry];
    for (_, routine) in graph.routines().filter(|(_, routine)| !routine.is_declared) {
        let Some(before) = first.flow.before(routine.offset) else { continue };
        let inputs = before.defined();
        let everything = RegisterSet::ALL.difference(inputs);
        let signature = Signature {
            inputs,
            // Half of the routines may look at what they do not declare.
            optional_inputs: match routine.offset % 2 {
                0 => everything,
                _ => RegisterSet::EMPTY,
            },
            outputs: RegisterSet::EMPTY,
            optional_outputs: RegisterSet::ALL,
        };
        declared.push(Declared {
            begins_true: false,
            offset: routine.offset,
            is_public: false,
            signature: Some(signature),
        });
    }
    declared
}

/// Some registers at random, and which.
fn inputs(random: &mut Random) -> (Registers, RegisterSet) {
    let (mut registers, mut defined) = (Registers::new(), RegisterSet::EMPTY);
    let share = random.below(100);
    for size in RegisterSize::ALL {
        for index in 0..4 {
            if random.chance(share) {
                set(&mut registers, *size, index, random);
                defined = defined.with(Register::Value { size: *size, index });
            }
        }
    }
    registers.set_st0(true);
    (registers, defined)
}

/// How an analysis is told of the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// Nothing of the registers.
    Nothing,
    /// Which are set; no other is.
    Inputs,
    /// That, and signatures of routines.
    Signatures,
}

/// Runs a program in a machine with a profile, and holds all claims against it.
pub fn holds(
    libraries: &Libraries,
    begin: u16,
    seed: u64,
    told: Told,
    profile: Profile,
) -> Result<(), String> {
    let mut random = Random::new(seed);
    let (mut registers, defined) = inputs(&mut random);
    let signature = Signature { inputs: defined, ..Signature::default() };
    let signature = (told != Told::Nothing).then_some(signature);
    let entry = Declared { offset: begin, is_public: true, signature, begins_true: false };
    let mut analyses = analyse(libraries, entry, profile);
    if told == Told::Signatures {
        let lib = &libraries.libs[&libraries.entry];
        analyses
            .insert(libraries.entry, Analysis::new(lib, sign(libraries, entry, profile), profile));
    }
    if !analyses[&libraries.entry].keeps_promises {
        analyses = analyse(libraries, Declared { signature: None, ..entry }, profile);
    }
    let site = LibSite::new(libraries.entry, begin);
    let libs = libraries.libs.values().cloned();
    let program: Program<Host> =
        Program::link_with_profile([site], libs, profile).expect("complete");
    registers.set_cl0(Some(3000));
    registers.set_st0(random.chance(70));
    let mut run = Run {
        profile,
        analyses,
        is_shifted: false,
        defined,
        status: registers.st0(),
        frames: Vec::new(),
        last: None,
        endless: false,
        steps: 0,
        wrong: None,
    };
    let mut vm = Vm::with_extension();
    *vm.registers_mut() = registers;
    let outcome =
        vm.trace(&program, site, &mut (&mut HostState::default(), &mut ()), |step| run.step(&step));
    run.end(outcome, vm.registers().ca0());
    run.wrong.map_or(Ok(()), Err)
}
