//! What the analysis of states reads, and what follows from it without a search: what an instruction or a
//! routine of another library leaves, how a routine begins, what calls may write.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec;

use super::circles::Order;
use super::graph::{BlockId, BodyId, Exit, Graph, RoutineId};
use super::node::{Node, Operands};
use super::register_set::RegisterSet;
use super::signature::{Callee, Callees, Signature};
use super::state::{Definedness, State, Tracked};
use super::transfer::Step;
use super::written::Written;
use crate::profile::Profile;

/// What the analysis reads.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) graph: &'a Graph,
    /// The operands of the instructions as bits of the tracked registers.
    pub(super) bits: &'a Operands,
    pub(super) tracked: &'a Tracked,
    pub(super) callees: &'a Callees,
    pub(super) written: &'a Written,
    pub(super) order: &'a Order,
    /// What calls leave alone, whatever they do.
    pub(super) kept: &'a Kept,
    /// Whether calls that are [assumed](Callee::Assumed) leave all registers defined; else each of them is either.
    pub(super) assumes_best: bool,
    /// What the machine does that will run the code.
    pub(super) profile: &'a Profile,
}

/// Registers, by the blocks whose calls leave them alone.
pub(super) type Kept = BTreeMap<BlockId, RegisterSet>;

/// Every call does what it does.
pub(super) const NOTHING_KEPT: &Kept = &BTreeMap::new();

impl Subject<'_> {
    /// Makes the states before an instruction those behind it, what it calls left aside.
    pub(super) fn step(&self, node: &Node, state: &mut State) {
        let (sources, results) = (self.bits.sources(node), self.bits.results(node));
        Step { effect: node.effect, sources, results }.apply(state);
    }

    /// The states in which a routine begins that others can call.
    pub(super) fn beginning(&self, id: RoutineId) -> State {
        let words = self.tracked.words();
        let Some(signature) = self.graph.signature(id) else {
            return State::uniform(words, Definedness::Either);
        };
        let mut state = State::uniform(words, Definedness::LeftOver);
        for (set, definedness) in [
            (signature.inputs, Definedness::Defined),
            (signature.optional_inputs, Definedness::Either),
        ] {
            for register in set.iter() {
                state.set_both(self.tracked.bit_of(register), definedness);
            }
        }
        state
    }

    /// What a routine with a signature leaves.
    pub(super) fn left(&self, signature: &Signature) -> State {
        let mut left = State::uniform(self.tracked.words(), Definedness::Either);
        for register in signature.outputs.iter() {
            left.set(true, self.tracked.bit_of(register), Definedness::Defined);
        }
        left
    }

    /// What a call with which a block ends writes, without what it is to leave alone.
    pub(super) fn without_kept<'w>(&self, from: BlockId, written: &'w [u64]) -> Cow<'w, [u64]> {
        let Some(kept) = self.kept.get(&from) else { return Cow::Borrowed(written) };
        let kept = self.tracked.words_of(kept);
        Cow::Owned(written.iter().zip(kept).map(|(written, kept)| written & !kept).collect())
    }

    /// Makes the states before the call of another library with which a block ends those behind it.
    pub(super) fn call(&self, from: BlockId, callee: Callee, state: &mut State) {
        let words = self.tracked.words();
        let (mut left, written) = match self.callees.interface(callee) {
            Some(interface) => {
                let written = interface.summary.writes.union(interface.signature.outputs);
                (self.left(&interface.signature), self.tracked.words_of(&written))
            }
            None => (State::uniform(words, Definedness::Either), vec![u64::MAX; words]),
        };
        match self.callees.interface(callee) {
            Some(interface) if !interface.summary.returns_true => left.rule_out(true),
            None if callee == Callee::Assumed && self.assumes_best => {
                left = State::uniform(words, Definedness::Defined);
            }
            _ => {}
        }
        if self.callees.interface(callee).is_some_and(|interface| !interface.summary.returns_false)
        {
            left.rule_out(false);
        }
        state.behind_call(&left, &self.without_kept(from, &written), false);
    }
}

impl Subject<'_> {
    /// The registers that what a block calls may write, its outputs among them; all where something is assumed.
    pub(super) fn written_by_calls(&self, id: BlockId) -> RegisterSet {
        let graph = self.graph;
        let external = match graph.block(id).exit {
            Exit::Call { callee, .. } | Exit::Exec(callee) => {
                let interface = self.callees.interface(callee);
                interface.map_or(RegisterSet::ALL, |interface| {
                    interface.summary.writes.union(interface.signature.all_outputs())
                })
            }
            _ => RegisterSet::EMPTY,
        };
        let routines = graph.callee(id).into_iter().chain(graph.tails(id));
        routines.fold(external, |set, callee| {
            let body = graph.body(callee);
            if self.written.facts(body).writes_assumed {
                return RegisterSet::ALL;
            }
            let signature = graph.signature_at(callee);
            let outputs = signature.map_or(RegisterSet::EMPTY, |signature| signature.all_outputs());
            set.union(outputs).union(self.written_by(body))
        })
    }

    /// The registers that a body may write, what is assumed left aside.
    pub(super) fn written_by(&self, body: BodyId) -> RegisterSet {
        if self.written.facts(body).writes_all {
            RegisterSet::ALL
        } else {
            self.tracked.set_of(self.written.of(body))
        }
    }
}
