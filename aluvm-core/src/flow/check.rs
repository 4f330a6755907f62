//! What is wrong with code: goes through all blocks with the states that are known of them, and looks at
//! each instruction and at where it leads.

use alloc::vec;
use alloc::vec::Vec;

use super::circles::order;
use super::code::{Node, Turn};
use super::definedness::{Known, Subject};
use super::effect::Effect;
use super::finding::{Finding, Problem};
use super::graph::{BlockId, Exit, Place, RoutineId};
use super::liveness::{AfterCalls, Live, Predecessors};
use super::outputs;
use super::register_set::{RegisterSet, register};
use super::signature::{Callee, Interface, Signature};
use super::state::{Definedness, State};
use super::status::{Ahead, ahead};

/// All that is wrong, in the order of the offsets.
pub(super) fn findings(subject: Subject<'_>, known: &Known) -> Vec<Finding> {
    let predecessors = Predecessors::new(subject);
    let graph = subject.graph;
    let mut check = Check {
        subject,
        known,
        ahead: ahead(subject, &predecessors),
        losing: None,
        ways: vec![[None; 2]; graph.blocks().len()],
        covered: vec![false; graph.end()],
        findings: Vec::new(),
    };
    if graph.routines().any(|(_, routine)| routine.signature.is_some())
        || !subject.callees.is_empty()
    {
        check.losing = Some(Live::new(subject, AfterCalls::AllWritten));
    }
    for (id, _) in graph.blocks() {
        if known.before.is_possible(id.index()) {
            check.block(id);
        }
    }
    check.unreachable();
    check.endless_loops();
    let mut findings = check.findings;
    outputs::check(subject, known, &mut findings);
    findings.sort_unstable();
    findings.dedup();
    findings
}

struct Check<'a> {
    subject: Subject<'a>,
    known: &'a Known,
    ahead: Vec<Ahead>,
    /// What is live where calls lose all that they write; needed for signatures only.
    losing: Option<Live>,
    /// For each block those that can follow it in its routine, as far as `st0` is known.
    ways: Vec<[Option<BlockId>; 2]>,
    /// The bytes of instructions that are reached.
    covered: Vec<bool>,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn report(&mut self, offset: u16, problem: Problem) {
        self.findings.push(Finding { offset, problem, routine: None });
    }

    /// Goes through a block that is reached.
    fn block(&mut self, id: BlockId) {
        let graph = self.subject.graph;
        let nodes = graph.nodes(id);
        let mut aheads = vec![self.ahead[id.index()]; nodes.len()];
        for number in (1..nodes.len()).rev() {
            aheads[number - 1] = aheads[number].before(&nodes[number]);
        }
        let mut state = self.known.before.get(id.index());
        for (node, ahead) in nodes.iter().zip(aheads) {
            if !state.is_possible() {
                return;
            }
            let end = node.behind().min(self.covered.len());
            self.covered[usize::from(node.offset)..end].fill(true);
            self.undefined_reads(node, &state);
            if ahead.is_inverted && node.effect == Effect::Compare {
                self.negated(node, &state);
            }
            self.subject.step(node, &mut state);
            let can_fail = matches!(node.effect, Effect::Arithmetic { .. }) && state.can_be(false);
            if can_fail && ahead.is_overwritten {
                self.report(node.offset, Problem::UnreadStatus);
            }
        }
        if state.is_possible() {
            self.exit(id, state);
        }
    }

    fn undefined_reads(&mut self, node: &Node, state: &State) {
        let graph = self.subject.graph;
        let bits = self.subject.bits.sources(node);
        for (number, source) in graph.operands.sources(node).iter().enumerate() {
            let bit = usize::from(bits[number]);
            let is_undefined = state.get_any(bit).is_some_and(|known| known.counts_as_undefined());
            if is_undefined && node.effect.computes_with(number) {
                let register = register(usize::from(*source));
                self.report(node.offset, Problem::UndefinedRead { register });
            }
        }
    }

    fn negated(&mut self, node: &Node, state: &State) {
        let graph = self.subject.graph;
        let bits = self.subject.bits.sources(node);
        for (bit, source) in bits.iter().zip(graph.operands.sources(node)) {
            let known = state.get_any(usize::from(*bit));
            // What is undefined anyway is reported as such.
            let is_open =
                known.is_some_and(|known| known.can_be_undefined() && !known.counts_as_undefined());
            if is_open {
                let register = register(usize::from(*source));
                self.report(node.offset, Problem::NegatedUndefined { register });
                return;
            }
        }
    }

    /// Where a block leads.
    fn exit(&mut self, id: BlockId, mut state: State) {
        let graph = self.subject.graph;
        let last = graph.last(id).offset;
        match graph.block(id).exit {
            Exit::Next(next) => {
                let falls = graph.last(id).turn == Turn::Next;
                self.way(id, 0, next, &state, falls);
            }
            Exit::Branch { taken, next } => {
                if state.can_be(true) {
                    let mut state = state.clone();
                    state.rule_out(false);
                    self.way(id, 0, taken, &state, false);
                }
                if state.can_be(false) {
                    state.rule_out(true);
                    self.way(id, 1, next, &state, true);
                }
            }
            Exit::Routine { callee, next } => {
                let Some(callee) = callee.block() else {
                    return self.report(last, Problem::EndOfCode { into: None });
                };
                let mut behind = state.clone();
                self.known.call(self.subject, callee, &mut behind);
                self.call_routine(id, callee, &state, behind.is_possible());
                if behind.is_possible() {
                    self.way(id, 0, next, &behind, true);
                }
            }
            Exit::Call { callee, next } => {
                let mut behind = state.clone();
                self.subject.call(callee, &mut behind);
                self.call_external(id, callee, &state, behind.is_possible());
                if behind.is_possible() {
                    self.way(id, 0, next, &behind, true);
                }
            }
            Exit::Exec(callee) => self.call_external(id, callee, &state, true),
            Exit::Return | Exit::Stop => {}
        }
    }

    /// A way from a block to a place in the same routine, or over to another.
    fn way(&mut self, id: BlockId, number: usize, to: Place, state: &State, falls: bool) {
        let graph = self.subject.graph;
        let last = graph.last(id).offset;
        let Some(to) = to.block() else {
            return self.report(last, Problem::EndOfCode { into: None });
        };
        let next_routine = graph
            .routine_at(to)
            .filter(|routine| graph.routine(*routine).is_declared)
            .filter(|routine| graph.owner(id) != Some(*routine));
        if falls && next_routine.is_some() {
            self.report(last, Problem::EndOfCode { into: next_routine });
        } else if graph.tail(id, to).is_some() {
            self.call_routine(id, to, state, true);
        }
        if graph.tail(id, to).is_none() {
            self.ways[id.index()][number] = Some(to);
        }
    }

    fn call_routine(&mut self, id: BlockId, callee: BlockId, state: &State, returns: bool) {
        let graph = self.subject.graph;
        let signature = graph.routine_at(callee).and_then(|id| graph.routine(id).signature);
        if let Some(signature) = signature {
            let written = self.subject.written_by(graph.body(callee));
            self.inputs(id, &signature, state);
            if returns {
                self.clobbered(id, written.difference(signature.all_outputs()), state);
            }
        }
    }

    fn call_external(&mut self, id: BlockId, callee: Callee, state: &State, returns: bool) {
        if let Some(interface) = self.subject.callees.interface(callee) {
            let Interface { signature, summary } = interface;
            let lost = summary.writes.difference(signature.all_outputs());
            self.inputs(id, signature, state);
            if returns {
                self.clobbered(id, lost, state);
            }
        }
    }

    /// Whether the inputs of a called routine are defined.
    fn inputs(&mut self, id: BlockId, signature: &Signature, state: &State) {
        let Subject { graph, tracked, .. } = self.subject;
        for register in signature.inputs.iter().filter(|register| tracked.has(*register)) {
            let known = state.get_any(tracked.bit_of(register));
            if known.is_some_and(Definedness::can_be_undefined) {
                self.report(graph.last(id).offset, Problem::UndefinedInput { register });
            }
        }
    }

    /// Whether something is read behind a call that the call has lost.
    fn clobbered(&mut self, id: BlockId, lost: RegisterSet, state: &State) {
        let Subject { graph, tracked, .. } = self.subject;
        let Some(live) = self.losing.as_ref().map(|live| live.behind_call(self.subject, id)) else {
            return;
        };
        for register in tracked.set_of(&live).intersection(lost).iter() {
            let known = state.get_any(tracked.bit_of(register));
            if known.is_some_and(|known| !known.counts_as_undefined()) {
                self.report(graph.last(id).offset, Problem::Clobbered { register });
            }
        }
    }

    fn unreachable(&mut self) {
        for id in &self.known.uncalled {
            let offset = self.subject.graph.routine(*id).offset;
            self.findings.push(Finding { offset, problem: Problem::Uncalled, routine: Some(*id) });
        }
        let mut start = 0;
        while let Some(rest) = self.covered.get(start..) {
            let Some(first) = rest.iter().position(|covered| !covered) else { return };
            let length = rest[first..].iter().position(|covered| *covered);
            let end = length.map_or(self.covered.len(), |length| start + first + length);
            let offset = u16::try_from(start + first).unwrap_or(u16::MAX);
            self.report(offset, Problem::Unreachable { end: end as u32 });
            start = end;
        }
    }

    /// Circles that nothing leads out of.
    fn endless_loops(&mut self) {
        let graph = self.subject.graph;
        let ways = &self.ways;
        let next = |node: usize, number: usize| match number {
            0 | 1 => Some(ways[node][number].map(BlockId::index)),
            2 if self.known.before.is_possible(node) => {
                Some(graph.callee(BlockId(node as u32)).map(BlockId::index))
            }
            _ => None,
        };
        let order = order(ways.len(), 0..0, next);
        // For each circle whether it leads anywhere, whether it is one at all, and its extent.
        let mut circles = vec![(false, false, u16::MAX, 0); order.count];
        for (id, _) in graph.blocks() {
            let circle = order.circles[id.index()];
            let entry = &mut circles[circle as usize];
            entry.0 |= self.can_stop(id);
            entry.2 = entry.2.min(graph.offset(id));
            entry.3 = entry.3.max(graph.last(id).offset);
            for to in (0..3).filter_map(|number| next(id.index(), number)?) {
                let is_inside = order.circles[to] == circle;
                entry.1 |= is_inside;
                // A call comes back.
                entry.0 |= !is_inside && self.ways[id.index()].contains(&Some(BlockId(to as u32)));
            }
        }
        for (leaves, is_circle, start, end) in circles {
            if is_circle && !leaves {
                self.report(start, Problem::EndlessLoop { end });
            }
        }
    }

    /// Whether the program or the routine can end in a block, or in what it calls.
    fn can_stop(&self, id: BlockId) -> bool {
        let Subject { graph, written, callees, .. } = self.subject;
        if !self.known.before.is_possible(id.index())
            || graph.nodes(id).iter().any(|node| node.effect.can_stop())
            || graph.tails(id).next().is_some()
        {
            return true;
        }
        let is_outside = |place: Place| place.block().is_none();
        match graph.block(id).exit {
            Exit::Next(next) => is_outside(next),
            Exit::Branch { taken, next } => is_outside(taken) || is_outside(next),
            Exit::Routine { callee, next } => {
                let body = callee.block().map(|callee| written.facts(graph.body(callee)));
                is_outside(next) || body.is_none_or(|facts| facts.can_stop)
            }
            Exit::Call { callee, next } => {
                let interface = callees.interface(callee);
                is_outside(next) || interface.is_none_or(|one| one.summary.can_stop)
            }
            Exit::Exec(_) | Exit::Return | Exit::Stop => true,
        }
    }
}

/// The routines with signatures, with their first blocks.
pub(super) fn signed(
    subject: Subject<'_>,
) -> impl Iterator<Item = (RoutineId, BlockId, Signature)> {
    subject
        .graph
        .routines()
        .filter_map(|(id, routine)| Some((id, routine.entry?, routine.signature?)))
}
