//! A run that goes forward and back, on the session of the machine: back is replay from its snapshots,
//! whose number is bounded, and searching back looks through ever longer stretches of the run.

use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::{Effects, Extension, Outcome, Registers, Session};

use crate::host::Host;

/// How many steps a search does between two looks at whether somebody wants it to stop.
const PATIENCE: u64 = 1 << 14;

/// The first stretch that a search back looks through, in steps.
const STRETCH: u64 = 1 << 10;

/// Asks whether somebody wants a long search to stop.
pub(crate) type Interrupt<'i> = &'i mut dyn FnMut() -> bool;

/// How a search ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Found {
    /// It came to what was searched.
    Here,
    /// It came to the end or the beginning of the run.
    Edge,
    /// Somebody stopped it.
    Interrupted,
    /// There is no room to record what the host's next instruction does, which going back needs.
    Full,
}

/// A run of a program.
pub(crate) struct Run<'p, 'h, E: Extension> {
    program: &'p Program<E>,
    host: Host<'p, 'h, E>,
    entry: LibSite,
    /// Those with which it begins.
    inputs: Registers,
    /// What is recorded of the host's instructions.
    recorded: Effects,
    session: Session<'p, E>,
    context: Box<E::Context<'h>>,
    /// How many steps it has, once that is known.
    length: Option<u64>,
}

impl<'p, 'h, E: Extension> Run<'p, 'h, E> {
    pub(crate) fn new(
        program: &'p Program<E>,
        host: Host<'p, 'h, E>,
        entry: LibSite,
        inputs: Registers,
        recorded: Effects,
    ) -> Self {
        let session = Session::replay(program, entry, inputs.clone(), recorded.clone());
        let context = host.context();
        Run { program, host, entry, inputs, recorded, session, context, length: None }
    }

    /// Where the run is.
    pub(crate) fn session(&self) -> &Session<'p, E> {
        &self.session
    }

    pub(crate) fn steps(&self) -> u64 {
        self.session.steps()
    }

    pub(crate) fn length(&self) -> Option<u64> {
        self.length
    }

    pub(crate) fn entry(&self) -> LibSite {
        self.entry
    }

    pub(crate) fn inputs(&self) -> &Registers {
        &self.inputs
    }

    /// Begins again with other registers.
    pub(crate) fn restart(&mut self, inputs: Registers) {
        let (host, recorded) = (self.host, std::mem::take(&mut self.recorded));
        *self = Run::new(self.program, host, self.entry, inputs, recorded);
    }

    /// Begins again as it was, and gives the memory of its snapshots back.
    pub(crate) fn release(&mut self) {
        self.session.restart();
    }

    /// Goes to behind so many steps, or to the end.
    pub(crate) fn to(&mut self, steps: u64, interrupt: Interrupt<'_>) -> Found {
        if steps <= self.steps() {
            self.session.rewind(steps);
            return Found::Here;
        }
        self.on(interrupt, |session| session.steps() == steps)
    }

    /// Goes on, a step at least, until something holds behind a step.
    pub(crate) fn on(
        &mut self,
        interrupt: Interrupt<'_>,
        mut holds: impl FnMut(&Session<'p, E>) -> bool,
    ) -> Found {
        let (mut is_found, mut is_interrupted, mut is_full) =
            (false, false, is_full(&self.session));
        if is_full {
            return Found::Full;
        }
        self.session.run_until_with(&mut *self.context, |session| {
            is_found = holds(session);
            is_interrupted = session.steps().is_multiple_of(PATIENCE) && interrupt();
            is_full = self::is_full(session);
            is_found || is_interrupted || is_full
        });
        if self.session.outcome().is_some() {
            self.length = Some(self.steps());
        }
        match () {
            () if is_found => Found::Here,
            () if is_interrupted => Found::Interrupted,
            () if is_full => Found::Full,
            () => Found::Edge,
        }
    }

    /// Goes back to the last place not behind `last` for which something holds; where there is none it
    /// stays where it is. `holds` is asked at consecutive places; of the first of each stretch the
    /// answer is not heard, so that it can compare with the place before. The beginning is never found.
    pub(crate) fn back(
        &mut self,
        last: u64,
        interrupt: Interrupt<'_>,
        mut holds: impl FnMut(&Session<'p, E>) -> bool,
    ) -> Found {
        let here = self.steps();
        let (mut last, mut stretch) = (last, STRETCH);
        while last > 0 {
            let first = last.saturating_sub(stretch);
            self.session.rewind(first);
            holds(&self.session);
            let mut found = None;
            let end = self.on(interrupt, |session| {
                if holds(session) {
                    found = Some(session.steps());
                }
                session.steps() == last
            });
            if end == Found::Interrupted {
                self.to(here, &mut || false);
                return end;
            }
            if let Some(found) = found {
                self.session.rewind(found);
                return Found::Here;
            }
            (last, stretch) = (first, stretch.saturating_mul(2));
        }
        self.to(here, &mut || false);
        Found::Edge
    }

    /// Executes a step, and lets somebody look at it. Without one it has ended.
    pub(crate) fn step<T>(
        &mut self,
        look: impl FnOnce(&aluvm_core::vm::Step<'_>) -> T,
    ) -> Option<T> {
        let seen = self.session.step_with(&mut *self.context).map(|step| look(&step));
        if self.session.outcome().is_some() {
            self.length = Some(self.session.steps());
        }
        seen
    }

    /// How it ended, if it is there.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.session.outcome()
    }
}

/// Whether a run has to stop here, so that all of it can be gone back.
fn is_full<E: Extension>(session: &Session<'_, E>) -> bool {
    session.effects().is_full() && session.asks_host()
}
