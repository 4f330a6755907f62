//! What is wrong with code: goes through all blocks with the states that are known of them, and looks at
//! each instruction and at where it leads.

use alloc::vec;
use alloc::vec::Vec;

use super::effect::Effect;
use super::finding::{Finding, Problem};
use super::graph::{BlockId, Exit, Place};
use super::known::Known;
use super::leaving::Way;
use super::led::Led;
use super::liveness::{AfterCalls, Live};
use super::node::Node;
use super::outputs;
use super::predecessors::Predecessors;
use super::register_set::{RegisterSet, register};
use super::signature::{Callee, Interface, Signature};
use super::solve::solve;
use super::state::{Definedness, State};
use super::status::{Ahead, ahead};
use super::subject::{Kept, Subject};
use super::unreached::unreached;

/// All that is wrong, in the order of the offsets.
pub(super) fn findings(subject: Subject<'_>, known: &Known, led: &Led) -> Vec<Finding> {
    let (mut findings, lost) = all(subject, known, led);
    let again = |subject| {
        let known = solve(subject);
        all(subject, &known, &Led::new(subject, &known)).0
    };
    if !lost.is_empty() {
        // What would be wrong if calls left alone what they lose: the rest follows from the loss.
        let others = again(Subject { kept: &lost, ..subject });
        findings.retain(|finding| {
            matches!(finding.problem, Problem::Clobbered { .. })
                || others.binary_search(finding).is_ok()
        });
    }
    let is_assumed = || subject.graph.blocks().any(|(_, block)| block.exit.is_assumed());
    if findings.iter().any(|finding| finding.problem.can_follow_from_definedness()) && is_assumed()
    {
        // What is wrong only where registers are defined that a call may leave undefined, is not known to be.
        let others = again(Subject { assumes_best: false, ..subject });
        findings.retain(|finding| others.binary_search(finding).is_ok());
    }
    findings
}

/// The findings, and what calls lose that is read behind them.
fn all(subject: Subject<'_>, known: &Known, led: &Led) -> (Vec<Finding>, Kept) {
    let predecessors = Predecessors::of_graph(subject.graph);
    let graph = subject.graph;
    let mut check = Check {
        subject,
        known,
        ahead: ahead(subject, &predecessors),
        losing: None,
        led,
        lost: Kept::new(),
        findings: Vec::new(),
    };
    if graph.signatures().next().is_some() || !subject.callees.is_empty() {
        check.losing = Some(Live::new(subject, AfterCalls::AllWritten));
    }
    for (id, _) in graph.blocks() {
        if known.before.is_possible(id.index()) {
            check.block(id);
        }
    }
    let is_endless = check.endless_loops();
    let Check { mut findings, lost, .. } = check;
    findings.extend(unreached(subject, known, led, &is_endless));
    outputs::check(subject, known, led, &mut findings);
    findings.sort_unstable();
    findings.dedup();
    (findings, lost)
}

struct Check<'a> {
    subject: Subject<'a>,
    known: &'a Known,
    ahead: Vec<Ahead>,
    /// What is live where calls lose all that they write; needed for signatures only.
    losing: Option<Live>,
    led: &'a Led,
    /// What calls lose that is read behind them.
    lost: Kept,
    findings: Vec<Finding>,
}

/// Where a program goes on when a routine has returned.
#[derive(Clone, Copy)]
enum Behind {
    /// Behind the call.
    Call,
    /// Behind the call of the routine that went over to it for good.
    Return,
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
    fn exit(&mut self, id: BlockId, state: State) {
        let graph = self.subject.graph;
        let ways: Vec<Way> = self.known.ways(self.subject, id, state.clone()).collect();
        let returns = !ways.is_empty();
        match graph.block(id).exit {
            Exit::Routine { callee: Place::Outside, .. } => {
                self.report(graph.last(id).offset, Problem::EndOfCode { into: None });
            }
            Exit::Routine { callee: Place::Block(callee), .. } => {
                self.call_routine(id, callee, &state, returns.then_some(Behind::Call));
            }
            Exit::Call { callee, .. } => {
                self.call_external(id, callee, &state, returns.then_some(Behind::Call));
            }
            Exit::Exec(callee) => {
                self.call_external(id, callee, &state, Some(Behind::Return));
            }
            Exit::Next(_) | Exit::Branch { .. } | Exit::Return | Exit::Stop => {}
        }
        for way in ways {
            self.way(id, &way);
        }
    }

    /// A way from a block to a place in the same routine, or over to another.
    fn way(&mut self, id: BlockId, way: &Way) {
        let graph = self.subject.graph;
        let last = graph.last(id).offset;
        let Some(to) = way.to.block() else {
            return self.report(last, Problem::EndOfCode { into: None });
        };
        if let Some(routine) = way.runs_into(graph, id) {
            self.report(last, Problem::EndOfCode { into: Some(routine) });
        } else if graph.tail(id, to).is_some() {
            self.call_routine(id, to, &way.state, Some(Behind::Return));
        }
    }

    fn call_routine(
        &mut self,
        id: BlockId,
        callee: BlockId,
        state: &State,
        behind: Option<Behind>,
    ) {
        let graph = self.subject.graph;
        if let Some(signature) = graph.signature_at(callee) {
            let written = self.subject.written_by(graph.body(callee));
            self.inputs(id, signature, state);
            self.clobbered(id, written.difference(signature.all_outputs()), state, behind);
        }
    }

    fn call_external(
        &mut self,
        id: BlockId,
        callee: Callee,
        state: &State,
        behind: Option<Behind>,
    ) {
        if let Some(interface) = self.subject.callees.interface(callee) {
            let Interface { signature, summary } = interface;
            let lost = summary.writes.difference(signature.all_outputs());
            self.inputs(id, signature, state);
            self.clobbered(id, lost, state, behind);
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
    fn clobbered(&mut self, id: BlockId, lost: RegisterSet, state: &State, behind: Option<Behind>) {
        let Subject { graph, tracked, .. } = self.subject;
        let (Some(live), Some(behind)) = (&self.losing, behind) else { return };
        let live = match behind {
            Behind::Call => live.behind_call(self.subject, id),
            Behind::Return => live.behind_tail(self.subject, id),
        };
        for register in tracked.set_of(&live).intersection(lost).iter() {
            let known = state.get_any(tracked.bit_of(register));
            if known.is_some_and(|known| !known.counts_as_undefined()) {
                self.report(graph.last(id).offset, Problem::Clobbered { register });
                let registers = self.lost.entry(id).or_insert(RegisterSet::EMPTY);
                *registers = registers.union(RegisterSet::from_iter([register]));
            }
        }
    }

    /// Reports circles that nothing leads out of, and says of each circle whether it is one.
    fn endless_loops(&mut self) -> Vec<bool> {
        let (graph, led) = (self.subject.graph, self.led);
        // For each circle whether it leads anywhere, whether it is one at all, and its extent.
        let mut circles = vec![(false, false, u16::MAX, 0); led.order.count];
        for (id, _) in graph.blocks() {
            let (leaves, is_circle, start, end) = &mut circles[led.circle(id) as usize];
            let is_inside = |to: &BlockId| led.circle(*to) == led.circle(id);
            // A call comes back.
            *leaves |= self.can_stop(id) || !led.ways(id).all(|to| is_inside(&to));
            *is_circle |= led.ways(id).chain(led.callee(graph, id)).any(|to| is_inside(&to));
            *start = (*start).min(graph.offset(id));
            *end = (*end).max(graph.last(id).offset);
        }
        let report = |(leaves, is_circle, start, end): (bool, bool, u16, u16)| {
            let is_endless = is_circle && !leaves;
            if is_endless {
                self.report(start, Problem::EndlessLoop { end });
            }
            is_endless
        };
        circles.into_iter().map(report).collect()
    }

    /// Whether the program or the routine can end in a block, or in what it calls.
    fn can_stop(&self, id: BlockId) -> bool {
        let Subject { graph, written, callees, .. } = self.subject;
        if !self.led.is_left(id)
            || graph.nodes(id).iter().any(|node| node.effect.can_stop())
            || graph.block(id).exit.leads_outside()
        {
            return true;
        }
        match graph.block(id).exit {
            Exit::Next(_) | Exit::Branch { .. } => false,
            Exit::Routine { callee, .. } => {
                let facts = callee.block().map(|callee| written.facts(graph.body(callee)));
                facts.is_none_or(|facts| facts.can_stop)
            }
            Exit::Call { callee, .. } => {
                callees.interface(callee).is_none_or(|one| one.summary.can_stop)
            }
            Exit::Exec(_) | Exit::Return | Exit::Stop => true,
        }
    }
}
