//! Which registers each body may write, calls included, and whether it changes `st0` or can stop. A
//! union over everything that is called, so circles of calls have it in common.

use alloc::vec;
use alloc::vec::Vec;

use super::circles::order;
use super::graph::{BlockId, BodyId, Exit, Graph};
use super::node::Operands;
use super::register_set::RegisterSet;
use super::signature::{Callee, Callees, Interface};
use super::state::Tracked;

/// What bodies may write.
#[derive(Clone, Debug)]
pub(super) struct Written {
    words: usize,
    /// For each body a bit for each tracked register.
    registers: Vec<u64>,
    facts: Vec<Facts>,
}

/// What else a body may do.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Facts {
    /// It may change `st0`.
    pub(super) sets_status: bool,
    /// It can stop the program.
    pub(super) can_stop: bool,
    /// It calls what may write all registers.
    pub(super) writes_all: bool,
    /// It calls what is assumed to write whatever suits.
    pub(super) writes_assumed: bool,
}

impl Facts {
    /// Whether any register may be written.
    pub(super) fn may_write_any(self) -> bool {
        self.writes_all || self.writes_assumed
    }
}

impl Facts {
    fn add(&mut self, other: Facts) {
        self.sets_status |= other.sets_status;
        self.can_stop |= other.can_stop;
        self.writes_all |= other.writes_all;
        self.writes_assumed |= other.writes_assumed;
    }
}

impl Written {
    /// What the bodies of a graph write. `bits` has the operands of its instructions as bits.
    pub(super) fn new(
        graph: &Graph,
        bits: &Operands,
        tracked: &Tracked,
        callees: &Callees,
    ) -> Self {
        let words = tracked.words();
        let mut written = Written {
            words,
            registers: vec![0; graph.bodies() * words],
            facts: vec![Facts::default(); graph.bodies()],
        };
        let mut calls: Vec<(u32, u32)> = Vec::new();
        for (id, block) in graph.blocks() {
            let body = graph.body(id).index();
            for node in graph.nodes(id) {
                for bit in bits.results(node) {
                    written.insert(body, usize::from(*bit));
                }
                written.facts[body].sets_status |= node.writes_status;
                written.facts[body].can_stop |= node.effect.can_stop();
            }
            written.facts[body].can_stop |= block.exit.leads_outside();
            match block.exit {
                Exit::Call { callee, .. } | Exit::Exec(callee) => {
                    written.add_callee(body, callee, tracked, callees);
                }
                _ => {}
            }
            calls.extend(called_bodies(graph, id).map(|callee| (body as u32, callee.0)));
        }
        written.add_calls(calls);
        written
    }

    /// The registers that a body may write.
    pub(super) fn of(&self, body: BodyId) -> &[u64] {
        &self.registers[body.index() * self.words..(body.index() + 1) * self.words]
    }

    /// What else a body may do.
    pub(super) fn facts(&self, body: BodyId) -> Facts {
        self.facts[body.index()]
    }

    fn insert(&mut self, body: usize, bit: usize) {
        match bit / 64 < self.words {
            true => self.registers[body * self.words + bit / 64] |= 1 << (bit % 64),
            // Of a register that is not followed it is only known that it is one.
            false => self.facts[body].writes_all = true,
        }
    }

    fn add_callee(&mut self, body: usize, callee: Callee, tracked: &Tracked, callees: &Callees) {
        let mut facts = Facts { sets_status: true, ..Facts::default() };
        match callees.interface(callee) {
            Some(Interface { signature, summary }) => {
                let writes = summary.writes.union(signature.all_outputs());
                let own = &mut self.registers[body * self.words..(body + 1) * self.words];
                let words = tracked.words_of(&writes);
                own.iter_mut().zip(words).for_each(|(own, other)| *own |= other);
                facts.can_stop = summary.can_stop;
                facts.writes_all = writes == RegisterSet::ALL;
            }
            None if callee == Callee::Assumed => facts.writes_assumed = true,
            None => {
                facts.can_stop = true;
                facts.writes_all = true;
            }
        }
        self.facts[body].add(facts);
    }

    /// Adds to each body what those that it calls write.
    fn add_calls(&mut self, mut calls: Vec<(u32, u32)>) {
        calls.sort_unstable();
        calls.dedup();
        let bodies = self.facts.len();
        let mut starts = vec![0; bodies + 1];
        for (caller, _) in &calls {
            starts[*caller as usize + 1] += 1;
        }
        for body in 0..bodies {
            starts[body + 1] += starts[body];
        }
        let callees = |body: usize| &calls[starts[body]..starts[body + 1]];
        let order = order(bodies, 0..0, |body, number| {
            callees(body).get(number).map(|(_, callee)| Some(*callee as usize))
        });
        // Bodies by circle, what is called first.
        let mut members: Vec<usize> = (0..bodies).collect();
        members.sort_unstable_by_key(|body| order.circles[*body]);
        for circle in members.chunk_by(|a, b| order.circles[*a] == order.circles[*b]) {
            let leader = circle[0];
            for body in circle {
                for (_, callee) in callees(*body) {
                    self.add_body(leader, *callee as usize);
                }
                self.add_body(leader, *body);
            }
            for body in &circle[1..] {
                self.add_body(*body, leader);
            }
        }
    }

    fn add_body(&mut self, to: usize, from: usize) {
        if to == from {
            return;
        }
        for word in 0..self.words {
            self.registers[to * self.words + word] |= self.registers[from * self.words + word];
        }
        let facts = self.facts[from];
        self.facts[to].add(facts);
    }
}

/// The bodies that a block goes over to when it calls a routine, or goes on with one for good.
fn called_bodies(graph: &Graph, id: BlockId) -> impl Iterator<Item = BodyId> {
    graph.callee(id).into_iter().chain(graph.tails(id)).map(|block| graph.body(block))
}
