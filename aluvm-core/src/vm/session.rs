//! A run that a debugger has in its hands: it goes on when it is told, and back.
//!
//! Instructions are pure, and what a host's did is recorded, so going back is going forward again from
//! an earlier state: a snapshot of it is kept every so many steps, and the number of snapshots is
//! bounded.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ops::ControlFlow;

use super::effect::Effect;
use super::effects::Effects;
use super::extension::Extension;
use super::image::Position;
use super::outcome::{Outcome, Stop};
use super::registers::Registers;
use super::step::{self, Fetched, Walk};
use super::trace::{Before, Change, Step};
use super::{Next, host};
use crate::isa::{Instr, NoExtension};
use crate::library::{LibSite, Linked, Program};
use crate::profile::Profile;

/// The most snapshots that a session keeps. With one more it drops every second, and from then on
/// takes them half as often.
const SNAPSHOTS_MAX: usize = 64;

/// Steps between snapshots at first: going back takes as long as going on by half as many.
const INTERVAL: u64 = 64;

/// A run of a program, step by step, that can go back. It does exactly what
/// [`Vm::run_at`](super::Vm::run_at) does.
///
/// ```
/// use aluvm_core::library::Program;
/// use aluvm_core::vm::{Registers, Session};
///
/// let program = Program::new("put a8[0], 5; inc a8[0]; ret;".parse()?)?;
/// let mut session = Session::new(&program, program.entry(), Registers::new());
/// while let Some(step) = session.step() {
///     println!("{} {:?}", step.instr, step.changes);
/// }
/// assert!(session.outcome().is_some_and(|outcome| outcome.is_success()));
/// assert_eq!(session.registers().a8(0), Some(6));
/// session.rewind(1);
/// assert_eq!(session.registers().a8(0), Some(5));
/// assert_eq!(session.instr().map(|instr| instr.to_string()).as_deref(), Some("inc     a8[0]"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub struct Session<'p, E = NoExtension> {
    state: State<'p>,
    /// In the order of their steps.
    snapshots: Vec<State<'p>>,
    interval: u64,
    /// What the host's instructions did, in the order in which they ran.
    effects: Effects,
    /// The instruction executed last and what it changed, as the step shows them.
    shown: Option<(Instr, Vec<Change>)>,
    extension: PhantomData<fn() -> E>,
}

/// All that a run depends on.
#[derive(Clone)]
struct State<'p> {
    walk: Walk<'p>,
    registers: Registers,
    outcome: Option<Outcome>,
    steps: u64,
    /// Where in the record what the next of the host's instructions did begins.
    effects: usize,
}

impl Session<'_> {
    /// Executes the next instruction. None when the program has stopped.
    pub fn step(&mut self) -> Option<Step<'_>> {
        self.step_with(&mut ())
    }

    /// Goes on until the program stops, or until something holds after a step.
    pub fn run_until(&mut self, holds: impl FnMut(&Self) -> bool) -> Option<Outcome> {
        self.run_until_with(&mut (), holds)
    }
}

impl<'p, E: Extension> Session<'p, E> {
    /// A run that begins at a place with these registers. It begins as every run does, with both
    /// counters zero and `st0` true, unless it was set.
    ///
    /// In a place of a library that is not part of the program it has stopped already.
    pub fn new<const LIBS_MAX: usize>(
        program: &'p Program<E, LIBS_MAX>,
        entry: LibSite,
        registers: Registers,
    ) -> Session<'p, E> {
        Session::begin(program.linked(), entry, registers, Effects::new())
    }

    /// A run whose host's instructions do once more what is recorded of them. Those behind the
    /// record's end run with the context that a step has.
    pub fn replay<const LIBS_MAX: usize>(
        program: &'p Program<E, LIBS_MAX>,
        entry: LibSite,
        registers: Registers,
        effects: Effects,
    ) -> Session<'p, E> {
        Session::begin(program.linked(), entry, registers, effects)
    }

    fn begin(
        linked: &'p Linked,
        entry: LibSite,
        mut registers: Registers,
        effects: Effects,
    ) -> Session<'p, E> {
        step::begin(&mut registers, linked.profile());
        let lib = linked.number(entry.lib);
        let outcome = match lib {
            Some(_) => None,
            None => {
                let stop = Stop::of_missing(linked.profile());
                Some(step::end(&mut registers, stop, entry))
            }
        };
        let at = Position { lib: lib.unwrap_or(0), offset: entry.offset.into() };
        let walk = Walk::new(linked, at);
        Session {
            state: State { walk, registers, outcome, steps: 0, effects: 0 },
            snapshots: Vec::new(),
            interval: INTERVAL,
            effects,
            shown: None,
            extension: PhantomData,
        }
    }

    /// Executes the next instruction with a context. None when the program has stopped.
    ///
    /// A host's instruction that ran before, and to which the session went back, does what it did
    /// then, without the context.
    pub fn step_with(&mut self, context: &mut E::Context<'_>) -> Option<Step<'_>> {
        if self.state.outcome.is_some() {
            return None;
        }
        let site = self.state.walk.site();
        let mut fetched = self.state.walk.fetch::<E>();
        self.resolve(&mut fetched.instr);
        let effect = recorded(&self.effects, self.state.effects, &fetched.instr);
        let changed = effect.iter().flat_map(|(effect, _)| &effect.changes);
        let changed = changed.map(|(register, _)| *register);
        let before = Before::new(&fetched.instr, changed, &self.state.registers);
        self.execute(&mut fetched, Some(context));
        let changes = before.changes(&self.state.registers);
        let (instr, changes) = self.shown.insert((fetched.instr, changes));
        Some(Step { site, instr, changes, registers: &self.state.registers })
    }

    /// Goes on with a context until the program stops, or until something holds after a step.
    pub fn run_until_with(
        &mut self,
        context: &mut E::Context<'_>,
        mut holds: impl FnMut(&Self) -> bool,
    ) -> Option<Outcome> {
        while self.state.outcome.is_none() {
            let mut fetched = self.state.walk.fetch::<E>();
            self.execute(&mut fetched, Some(context));
            if holds(self) {
                break;
            }
        }
        self.state.outcome
    }

    /// Goes back to where it was after so many steps. It stays where it is if that is not behind it. Where
    /// the record of what the host's instructions did has an end, it goes to before the first of them that
    /// is not in it, or to before one behind that, if it has kept a state between the two.
    pub fn rewind(&mut self, steps: u64) {
        if steps >= self.state.steps {
            return;
        }
        let behind = self.snapshots.partition_point(|snapshot| snapshot.steps <= steps);
        let Some(nearest) = behind.checked_sub(1).and_then(|at| self.snapshots.get(at)) else {
            return;
        };
        self.state.clone_from(nearest);
        self.shown = None;
        while self.state.steps < steps && (self.effects.is_complete() || !self.asks_host()) {
            let mut fetched = self.state.walk.fetch::<E>();
            self.execute(&mut fetched, None);
        }
    }

    /// Goes back to the beginning, and gives the memory of its snapshots back. What the host's instructions
    /// did stays recorded.
    pub fn restart(&mut self) {
        self.rewind(0);
        self.snapshots = Vec::new();
        self.interval = INTERVAL;
    }

    /// Whether the next instruction is one of the host's of which nothing is recorded, so that a step needs a
    /// context.
    pub fn asks_host(&self) -> bool {
        let is_recorded = self.state.effects < self.effects.size();
        self.state.outcome.is_none()
            && !is_recorded
            && matches!(self.state.walk.fetch::<E>().instr, Instr::Extension(_))
    }

    /// Executes an instruction. Without a context the host's instructions do only what they did.
    fn execute(&mut self, fetched: &mut Fetched, context: Option<&mut E::Context<'_>>) {
        self.remember();
        let site = self.state.walk.site();
        let State { walk, registers, effects: at, .. } = &mut self.state;
        let recorded = recorded(&self.effects, *at, &fetched.instr);
        let stop = match (recorded, &fetched.instr, context) {
            (Some((effect, behind)), ..) => {
                *at = behind;
                fetched.length = effect.length.into();
                fetched.cost = effect.cost;
                let next = Next::behind_host(effect.repeat(registers));
                walk.advance(fetched, next, registers)
            }
            (None, Instr::Extension(instr), Some(context)) => {
                let effect = Effect::observe(*instr, registers, &mut host::<E>(context));
                let next = Next::behind_host(effect.flow());
                self.effects.push(&effect);
                *at = self.effects.size();
                walk.advance(fetched, next, registers)
            }
            _ => walk.execute(fetched, registers, &mut |_, _| ControlFlow::Break(())),
        };
        self.state.steps += 1;
        self.state.outcome = stop.map(|stop| step::end(&mut self.state.registers, stop, site));
    }

    /// Keeps a snapshot if it is time.
    fn remember(&mut self) {
        let steps = self.state.steps;
        let is_known = |snapshots: &[State<'_>]| {
            snapshots.binary_search_by_key(&steps, |snapshot| snapshot.steps).is_ok()
        };
        if !steps.is_multiple_of(self.interval) || is_known(&self.snapshots) {
            return;
        }
        if self.snapshots.len() == SNAPSHOTS_MAX {
            self.interval *= 2;
            let interval = self.interval;
            self.snapshots.retain(|snapshot| snapshot.steps.is_multiple_of(interval));
            if !steps.is_multiple_of(interval) {
                return;
            }
        }
        let at = self.snapshots.partition_point(|snapshot| snapshot.steps < steps);
        self.snapshots.insert(at, self.state.clone());
    }

    /// What the machine does that runs the program.
    pub fn profile(&self) -> &'p Profile {
        self.state.walk.linked.profile()
    }

    /// How the run ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        self.state.outcome
    }

    /// How many instructions have been executed.
    pub fn steps(&self) -> u64 {
        self.state.steps
    }

    /// Where the next instruction stands; when the program has stopped, where it did.
    pub fn site(&self) -> LibSite {
        self.state.outcome.map_or_else(|| self.state.walk.site(), |outcome| outcome.site)
    }

    /// The next instruction, with its constants and libraries looked up where they exist. Past the end
    /// of the code it is `fail`. None when the program has stopped.
    pub fn instr(&self) -> Option<Instr> {
        if self.state.outcome.is_some() {
            return None;
        }
        let mut instr = self.state.walk.fetch::<E>().instr;
        self.resolve(&mut instr);
        Some(instr)
    }

    fn resolve(&self, instr: &mut Instr) {
        let Walk { linked, at, .. } = &self.state.walk;
        if let Some(lib) = linked.lib(at.lib) {
            lib.resolve(instr);
        }
    }

    /// The registers as they are now.
    pub fn registers(&self) -> &Registers {
        &self.state.registers
    }

    /// The places to which `ret` will come back, the outermost first.
    pub fn call_stack(&self) -> impl ExactSizeIterator<Item = LibSite> + DoubleEndedIterator {
        self.state.walk.stack.iter().map(|position| self.state.walk.site_of(*position))
    }

    /// The registers, what the host's instructions did, and how the run ended, if it did.
    #[cfg(feature = "std")]
    pub(crate) fn finish(self) -> (Registers, Effects, Option<Outcome>) {
        (self.state.registers, self.effects, self.state.outcome)
    }

    /// What the host's instructions did so far, also behind a place to which the session went back.
    pub fn effects(&self) -> &Effects {
        &self.effects
    }
}

/// What the next instruction did when it ran before, if it is a host's, and where the record goes on.
/// Where the extension is not known, its instructions are bytes. Other bytes that are no instruction stop
/// a run, so that nothing is recorded behind them.
fn recorded(effects: &Effects, at: usize, instr: &Instr) -> Option<(Effect, usize)> {
    match instr {
        Instr::Extension(_) | Instr::Verbatim(_) => effects.get(at),
        _ => None,
    }
}
