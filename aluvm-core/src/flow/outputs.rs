//! What a routine does with its inputs and outputs: goes through the ways of each routine with a signature
//! to its returns.

use alloc::vec;
use alloc::vec::Vec;

use super::finding::{Finding, Problem};
use super::graph::{BlockId, Exit, RoutineId};
use super::known::Known;
use super::led::Led;
use super::liveness::{AfterCalls, Live};
use super::register_set::RegisterSet;
use super::signature::Signature;
use super::state::{Definedness, State};
use super::subject::Subject;
use crate::isa::Register;

/// Finds what is wrong with inputs and outputs.
pub(super) fn check(subject: Subject<'_>, known: &Known, led: &Led, findings: &mut Vec<Finding>) {
    if subject.graph.signatures().next().is_none() {
        return;
    }
    let live = Live::new(subject, AfterCalls::Outputs);
    let since = false_since(subject, known, led);
    // One list for all routines, so that the cost is that of the blocks of each.
    let mut seen = vec![u32::MAX; subject.graph.blocks().len()];
    for (id, signature) in subject.graph.signatures() {
        let Some(entry) = subject.graph.routine(id).entry else { continue };
        let mut routine = Outputs {
            subject,
            known,
            led,
            id,
            signature: *signature,
            offset: subject.graph.routine(id).offset,
            unset: RegisterSet::EMPTY,
            findings,
        };
        let blocks = routine.blocks(entry, &mut seen);
        routine.unset_outputs(&blocks);
        for block in &blocks {
            routine.returns(*block, &since);
        }
        routine.unused_inputs(live.of(entry));
    }
}

struct Outputs<'a> {
    subject: Subject<'a>,
    known: &'a Known,
    led: &'a Led,
    id: RoutineId,
    signature: Signature,
    offset: u16,
    /// Outputs that nothing writes.
    unset: RegisterSet,
    findings: &'a mut Vec<Finding>,
}

impl Outputs<'_> {
    fn report(&mut self, offset: u16, problem: Problem) {
        self.findings.push(Finding { offset, problem, routine: Some(self.id) });
    }

    /// The blocks of the routine that are reached.
    fn blocks(&self, entry: BlockId, seen: &mut [u32]) -> Vec<BlockId> {
        let mut blocks = Vec::new();
        let mut pending = Vec::from([entry]);
        while let Some(block) = pending.pop() {
            if seen[block.index()] != self.id.0 && self.known.before.is_possible(block.index()) {
                seen[block.index()] = self.id.0;
                blocks.push(block);
                pending.extend(self.subject.graph.successors(block));
            }
        }
        blocks
    }

    /// Outputs that no way to a return writes, and that are no inputs.
    fn unset_outputs(&mut self, blocks: &[BlockId]) {
        let Subject { graph, tracked, .. } = self.subject;
        let returning = returning(self.subject, blocks);
        if returning.is_empty() {
            return;
        }
        let mut written = vec![0; tracked.words()];
        let mut others = RegisterSet::EMPTY;
        for id in returning {
            for node in graph.nodes(id) {
                for bit in self.subject.bits.results(node) {
                    if let Some(word) = written.get_mut(usize::from(*bit) / 64) {
                        *word |= 1 << (bit % 64);
                    }
                }
            }
            others = others.union(self.subject.written_by_calls(id));
        }
        let written = tracked.set_of(&written).union(others).union(self.signature.all_inputs());
        self.unset = self.signature.all_outputs().difference(written);
        for register in self.unset.iter().filter(|register| tracked.has(*register)) {
            self.report(self.offset, Problem::UnsetOutput { register });
        }
    }

    fn unused_inputs(&mut self, live: &[u64]) {
        let tracked = self.subject.tracked;
        let inputs = self.signature.all_inputs().difference(self.signature.all_outputs());
        let unused = inputs.difference(tracked.set_of(live));
        for register in unused.iter().filter(|register| tracked.has(*register)) {
            self.report(self.offset, Problem::UnusedInput { register });
        }
    }

    /// Looks at the outputs where a block returns.
    fn returns(&mut self, id: BlockId, since: &[Option<u16>]) {
        let graph = self.subject.graph;
        let is_end = matches!(graph.block(id).exit, Exit::Return | Exit::Exec(_));
        if !is_end && graph.tails(id).next().is_none() {
            return;
        }
        let mut state = self.known.before.get(id.index());
        for node in graph.nodes(id) {
            self.subject.step(node, &mut state);
        }
        let false_since = self.led.false_since(id).at_end(since[id.index()]);
        let last = graph.last(id).offset;
        match graph.block(id).exit {
            Exit::Return => {
                self.undefined_outputs(last, &state);
                if let Some(since) = false_since.filter(|_| self.is_complete(&state)) {
                    self.report(last, Problem::FalseStatus { since });
                }
            }
            Exit::Exec(callee) => {
                self.subject.call(id, callee, &mut state);
                self.undefined_outputs(last, &state);
            }
            _ => {
                for mut way in self.known.ways(self.subject, id, state) {
                    // That it runs into another routine is reported as such.
                    if let Some(to) = way.to.block()
                        && graph.tail(id, to).is_some()
                        && way.runs_into(graph, id).is_none()
                    {
                        self.known.call(self.subject, id, to, &mut way.state);
                        self.undefined_outputs(last, &way.state);
                    }
                }
            }
        }
    }

    fn known(&self, state: &State, status: bool, register: Register) -> Definedness {
        state.get(status, self.subject.tracked.bit_of(register))
    }

    fn undefined_outputs(&mut self, offset: u16, state: &State) {
        if !state.can_be(true) {
            return;
        }
        let outputs = self.signature.outputs.difference(self.unset);
        for register in outputs.iter() {
            if self.known(state, true, register).can_be_undefined() {
                self.report(offset, Problem::UndefinedOutput { register });
            }
        }
    }

    /// Whether there are outputs, and all are defined with `st0` false.
    fn is_complete(&self, state: &State) -> bool {
        let outputs = self.signature.all_outputs();
        let is_defined = |register| self.known(state, false, register) == Definedness::Defined;
        state.can_be(false) && !outputs.is_empty() && outputs.iter().all(is_defined)
    }
}

/// Those of the blocks of a routine from which it can return.
fn returning(subject: Subject<'_>, blocks: &[BlockId]) -> Vec<BlockId> {
    let graph = subject.graph;
    let mut ways: Vec<(BlockId, BlockId)> = Vec::new();
    for id in blocks {
        ways.extend(graph.successors(*id).map(|to| (to, *id)));
    }
    ways.sort_unstable();
    let returns = |id: &BlockId| {
        matches!(graph.block(*id).exit, Exit::Return | Exit::Exec(_))
            || graph.tails(*id).next().is_some()
    };
    let mut returning: Vec<BlockId> = blocks.iter().copied().filter(returns).collect();
    let mut seen = alloc::collections::BTreeSet::from_iter(returning.iter().copied());
    let mut number = 0;
    while let Some(id) = returning.get(number).copied() {
        number += 1;
        let start = ways.partition_point(|(to, _)| *to < id);
        let before = ways[start..].iter().take_while(|(to, _)| *to == id);
        returning.extend(before.map(|(_, from)| *from).filter(|from| seen.insert(*from)));
    }
    returning
}

/// For each block a place from which `st0` is surely false on some way to its beginning.
fn false_since(subject: Subject<'_>, known: &Known, led: &Led) -> Vec<Option<u16>> {
    let graph = subject.graph;
    let mut since = vec![None; graph.blocks().len()];
    let mut pending: Vec<BlockId> = graph
        .blocks()
        .map(|(id, _)| id)
        .filter(|id| known.before.is_possible(id.index()))
        .collect();
    while let Some(id) = pending.pop() {
        let end = led.false_since(id).at_end(since[id.index()]);
        let (next, end) = match graph.block(id).exit {
            Exit::Next(next) => (next, end),
            // Taken, st0 is true; not taken, it is false from here.
            Exit::Branch { next, .. } => (next, end.or(Some(graph.last(id).behind() as u16))),
            _ => continue,
        };
        let (Some(to), Some(end)) = (next.block(), end.filter(|_| led.can_be_false(id))) else {
            continue;
        };
        if graph.tail(id, to).is_none() && since[to.index()].is_none() {
            since[to.index()] = Some(end);
            pending.push(to);
        }
    }
    since
}
