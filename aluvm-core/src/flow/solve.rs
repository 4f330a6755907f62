//! Which registers are defined at which place: the two states of [`State`] at the beginning of every
//! block, as the least that holds on all ways, found with a worklist.
//!
//! Routines without a signature begin with what their callers bring, and leave behind a call what their
//! returns have in common; both are one state for all callers. Routines with a signature are taken at
//! their word, as are those of other libraries.

use alloc::vec;
use alloc::vec::Vec;

use super::circles::Queue;
use super::graph::{BlockId, BodyId, Exit, Graph, Place, RoutineId};
use super::known::Known;
use super::state::{State, States};
use super::subject::Subject;

/// Finds the states at all places.
pub(super) fn solve(subject: Subject<'_>) -> Known {
    let mut solver = Solver::new(subject);
    for (id, routine) in subject.graph.routines() {
        if routine.is_public {
            solver.begin(id);
        }
    }
    solver.run();
    // First those that nothing calls at all; those that they call are called.
    let is_called = called_blocks(subject.graph);
    for only_uncalled in [true, false] {
        for (id, routine) in subject.graph.routines() {
            let Some(entry) = routine.entry.filter(|_| routine.is_declared) else { continue };
            if solver.known.before.is_possible(entry.index()) {
                continue;
            }
            if !only_uncalled || !is_called[entry.index()] {
                solver.known.uncalled.push(id);
                solver.begin(id);
                solver.run();
            }
        }
    }
    solver.known
}

fn called_blocks(graph: &Graph) -> Vec<bool> {
    let mut is_called = vec![false; graph.blocks().len()];
    for (id, _) in graph.blocks() {
        for callee in graph.callee(id).into_iter().chain(graph.tails(id)) {
            is_called[callee.index()] = true;
        }
    }
    is_called
}

struct Solver<'a> {
    subject: Subject<'a>,
    known: Known,
    queue: Queue,
    /// The block at each place of the order.
    blocks: Vec<u32>,
    /// For each body the last block that calls it, and for each call the one before.
    last_caller: Vec<u32>,
    earlier_caller: Vec<[u32; 2]>,
    /// How many blocks may still be gone through before the analysis gives up what changes again.
    fuel: usize,
    state: State,
}

const NONE: u32 = u32::MAX;

/// How often each block is gone through before the analysis gives up, at least; and how many blocks are in
/// any case. Code that people write takes two or three times.
const ROUNDS: usize = 2;
const FUEL: usize = 400_000;

impl<'a> Solver<'a> {
    fn new(subject: Subject<'a>) -> Solver<'a> {
        let Subject { graph, tracked, order, .. } = subject;
        let (count, words) = (graph.blocks().len(), tracked.words());
        let mut blocks = vec![0; count];
        for (block, place) in order.places.iter().enumerate() {
            blocks[*place as usize] = block as u32;
        }
        let mut solver = Solver {
            subject,
            known: Known {
                before: States::new(count, words),
                returned: States::new(graph.bodies(), words),
                uncalled: Vec::new(),
            },
            queue: Queue::new(count),
            blocks,
            last_caller: vec![NONE; graph.bodies()],
            earlier_caller: vec![[NONE; 2]; count],
            fuel: ROUNDS * count + FUEL / words.max(1),
            state: State::impossible(words),
        };
        for (id, _) in graph.blocks() {
            solver.note_calls(id);
        }
        solver
    }

    /// Remembers that a block waits for what bodies return. It calls one body at most, or goes over to two
    /// for good.
    fn note_calls(&mut self, id: BlockId) {
        let graph = self.subject.graph;
        let bodies = graph.callee(id).into_iter().chain(graph.tails(id));
        for (number, block) in bodies.take(2).enumerate() {
            let last = &mut self.last_caller[graph.body(block).index()];
            // A caller is a block and which of its two calls.
            self.earlier_caller[id.index()][number] = *last;
            *last = 2 * id.0 + number as u32;
        }
    }

    fn begin(&mut self, id: RoutineId) {
        if let Some(entry) = self.subject.graph.routine(id).entry {
            let state = self.subject.beginning(id);
            let can_be_false = !self.subject.graph.routine(id).begins_true;
            self.arrive(entry, &state, [can_be_false, true]);
        }
    }

    fn run(&mut self) {
        while let Some(place) = self.queue.pop() {
            self.fuel = self.fuel.saturating_sub(1);
            self.go_through(BlockId(self.blocks[place]));
        }
    }

    /// A way arrives at a block.
    fn arrive(&mut self, block: BlockId, state: &State, statuses: [bool; 2]) {
        if self.known.before.join(block.index(), state, statuses) {
            if self.fuel == 0 {
                self.known.before.give_up(block.index());
            }
            self.queue.insert(self.subject.order.places[block.index()] as usize);
        }
    }

    /// A body returns.
    fn return_from(&mut self, body: BodyId, state: &State) {
        if !self.known.returned.join(body.index(), state, [true; 2]) {
            return;
        }
        if self.fuel == 0 {
            self.known.returned.give_up(body.index());
        }
        let mut caller = self.last_caller[body.index()];
        while caller != NONE {
            let (block, number) = (caller as usize / 2, caller as usize % 2);
            if self.known.before.is_possible(block) {
                self.queue.insert(self.subject.order.places[block] as usize);
            }
            caller = self.earlier_caller[block][number];
        }
    }

    fn go_through(&mut self, id: BlockId) {
        let graph = self.subject.graph;
        let mut state = core::mem::replace(&mut self.state, State::impossible(0));
        self.known.before.copy_to(id.index(), &mut state);
        for node in graph.nodes(id) {
            self.subject.step(node, &mut state);
        }
        if state.is_possible() {
            self.leave(id, &mut state);
        }
        self.state = state;
    }

    fn leave(&mut self, id: BlockId, state: &mut State) {
        let graph = self.subject.graph;
        match graph.block(id).exit {
            Exit::Next(next) => self.go(id, next, state, [true; 2]),
            Exit::Branch { taken, next } => {
                self.go(id, taken, state, [false, true]);
                self.go(id, next, state, [true, false]);
            }
            Exit::Routine { callee, next } => {
                let Some(callee) = callee.block() else { return };
                self.enter(callee, state);
                self.call(id, callee, state);
                self.go(id, next, state, [true; 2]);
            }
            Exit::Call { callee, next } => {
                self.subject.call(id, callee, state);
                self.go(id, next, state, [true; 2]);
            }
            Exit::Exec(callee) => {
                self.subject.call(id, callee, state);
                self.return_from(graph.body(id), state);
            }
            Exit::Return => self.return_from(graph.body(id), state),
            Exit::Stop => {}
        }
    }

    /// Goes on with a place in the same routine, or with another routine for good.
    fn go(&mut self, from: BlockId, to: Place, state: &State, statuses: [bool; 2]) {
        let Some(to) = to.block() else { return };
        if self.subject.graph.tail(from, to).is_none() {
            return self.arrive(to, state, statuses);
        }
        let mut state = state.clone();
        for status in [false, true] {
            if !statuses[usize::from(status)] {
                state.rule_out(status);
            }
        }
        if state.is_possible() {
            self.enter(to, &state);
            self.call(from, to, &mut state);
            self.return_from(self.subject.graph.body(from), &state);
        }
    }

    /// A call arrives at a routine.
    fn enter(&mut self, callee: BlockId, state: &State) {
        match self.subject.graph.routine_at(callee) {
            Some(id) if self.subject.graph.signature(id).is_some() => {
                if !self.known.before.is_possible(callee.index()) {
                    self.begin(id);
                }
            }
            _ => self.arrive(callee, state, [true; 2]),
        }
    }

    /// Makes the states before a call those behind it.
    fn call(&self, from: BlockId, callee: BlockId, state: &mut State) {
        self.known.call(self.subject, from, callee, state);
    }
}
