//! Which registers are read later, before they are written: for each block those at its beginning, as the
//! least that holds on all ways, found backwards.

use alloc::vec;
use alloc::vec::Vec;

use super::circles::Queue;
use super::graph::{BlockId, Exit};
use super::node::Node;
use super::predecessors::Predecessors;
use super::register_set::RegisterSet;
use super::signature::{Callee, Signature};
use super::subject::Subject;

/// The registers that are live at the beginning of each block.
#[derive(Clone, Debug)]
pub(super) struct Live {
    words: usize,
    bits: Vec<u64>,
    after_calls: AfterCalls,
    /// For each body whether routines other than its owner return from it.
    is_shared: Vec<bool>,
}

/// What counts as written by a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum AfterCalls {
    /// The outputs of the routine.
    Outputs,
    /// Everything that it writes: what the author wanted to keep is lost there, and only there.
    AllWritten,
}

/// A set of tracked registers.
pub(super) type Words = Vec<u64>;

impl Live {
    pub(super) fn new(subject: Subject<'_>, after_calls: AfterCalls) -> Live {
        let Subject { graph, tracked, order, .. } = subject;
        let (count, words) = (graph.blocks().len(), tracked.words());
        let mut live = Live {
            words,
            bits: vec![0; count * words],
            after_calls,
            is_shared: shared_bodies(subject),
        };
        // From the last place to the first, so that what follows is known.
        let place = |block: BlockId| count - 1 - order.places[block.index()] as usize;
        let mut blocks = vec![BlockId(0); count];
        let (mut queue, predecessors) = (Queue::new(count), Predecessors::of_graph(graph));
        for (id, _) in graph.blocks() {
            blocks[place(id)] = id;
            queue.insert(place(id));
        }
        while let Some(number) = queue.pop() {
            let id = blocks[number];
            let mut words = live.at_end(subject, id);
            for node in graph.nodes(id).iter().rev() {
                live.step_back(subject, node, &mut words);
            }
            if live.of(id) != words {
                live.bits[id.index() * live.words..][..live.words].copy_from_slice(&words);
                for before in predecessors.of(id) {
                    queue.insert(place(*before));
                }
            }
        }
        live
    }

    /// The registers that are live at the beginning of a block.
    pub(super) fn of(&self, id: BlockId) -> &[u64] {
        &self.bits[id.index() * self.words..(id.index() + 1) * self.words]
    }

    /// Makes what is live behind an instruction what is live before it, calls left aside.
    pub(super) fn step_back(&self, subject: Subject<'_>, node: &Node, words: &mut [u64]) {
        for bit in subject.bits.results(node) {
            remove(words, (*bit).into());
        }
        for bit in subject.bits.sources(node) {
            insert(words, (*bit).into());
        }
    }

    /// What is live behind the call with which a block ends; before its last jump, if it does not.
    pub(super) fn behind_call(&self, subject: Subject<'_>, id: BlockId) -> Words {
        let graph = subject.graph;
        let mut words = vec![0; self.words];
        for next in graph.successors(id) {
            add(&mut words, self.of(next));
        }
        for tail in graph.tails(id) {
            let mut before = self.at_return(subject, id);
            self.before_call(subject, tail, &mut before);
            add(&mut words, &before);
        }
        words
    }

    /// What is live behind the routine that a block goes over to for good: the outputs of its own, if it
    /// declares some.
    pub(super) fn behind_tail(&self, subject: Subject<'_>, id: BlockId) -> Words {
        let signature = subject.graph.owner(id).and_then(|owner| subject.graph.signature(owner));
        let outputs = signature.map_or(RegisterSet::EMPTY, Signature::all_outputs);
        subject.tracked.words_of(&outputs)
    }

    /// What is live behind the last instruction of a block, before what it calls.
    pub(super) fn at_end(&self, subject: Subject<'_>, id: BlockId) -> Words {
        let graph = subject.graph;
        match graph.block(id).exit {
            Exit::Next(_) | Exit::Branch { .. } => self.behind_call(subject, id),
            Exit::Routine { callee, .. } => {
                let mut words = self.behind_call(subject, id);
                if let Some(callee) = callee.block() {
                    self.before_call(subject, callee, &mut words);
                }
                words
            }
            Exit::Call { callee, .. } => {
                let mut words = self.behind_call(subject, id);
                self.before_external(subject, callee, &mut words);
                words
            }
            Exit::Exec(callee) => {
                let mut words = self.at_return(subject, id);
                self.before_external(subject, callee, &mut words);
                words
            }
            Exit::Return => self.at_return(subject, id),
            Exit::Stop => vec![0; self.words],
        }
    }

    /// What is live where a block returns: the outputs of its routine.
    fn at_return(&self, subject: Subject<'_>, id: BlockId) -> Words {
        let graph = subject.graph;
        match graph.owner(id).and_then(|owner| graph.signature(owner)) {
            Some(signature) if !self.is_shared[graph.body(id).index()] => {
                subject.tracked.words_of(&signature.all_outputs())
            }
            _ => vec![u64::MAX; self.words],
        }
    }

    fn before_call(&self, subject: Subject<'_>, callee: BlockId, words: &mut Words) {
        let Subject { graph, written, .. } = subject;
        let signature = graph.signature_at(callee);
        if self.after_calls == AfterCalls::AllWritten {
            let written = written.of(graph.body(callee));
            words.iter_mut().zip(written).for_each(|(word, written)| *word &= !written);
        }
        match signature {
            Some(signature) => self.before_signature(subject, signature, words),
            None => add(words, self.of(callee)),
        }
    }

    fn before_external(&self, subject: Subject<'_>, callee: Callee, words: &mut Words) {
        let Some(interface) = subject.callees.interface(callee) else {
            return words.fill(u64::MAX);
        };
        if self.after_calls == AfterCalls::AllWritten {
            let written = subject.tracked.words_of(&interface.summary.writes);
            words.iter_mut().zip(written).for_each(|(word, written)| *word &= !written);
        }
        self.before_signature(subject, &interface.signature, words);
    }

    fn before_signature(&self, subject: Subject<'_>, signature: &Signature, words: &mut Words) {
        let outputs = subject.tracked.words_of(&signature.all_outputs());
        let inputs = subject.tracked.words_of(&signature.all_inputs());
        for ((word, output), input) in words.iter_mut().zip(outputs).zip(inputs) {
            *word = *word & !output | input;
        }
    }
}

fn insert(words: &mut [u64], bit: usize) {
    if let Some(word) = words.get_mut(bit / 64) {
        *word |= 1 << (bit % 64);
    }
}

fn remove(words: &mut [u64], bit: usize) {
    if let Some(word) = words.get_mut(bit / 64) {
        *word &= !(1 << (bit % 64));
    }
}

fn add(words: &mut [u64], other: &[u64]) {
    words.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
}

/// For each body whether more than one routine begins in it.
fn shared_bodies(subject: Subject<'_>) -> Vec<bool> {
    let mut routines = vec![0; subject.graph.bodies()];
    for (_, routine) in subject.graph.routines() {
        if let Some(entry) = routine.entry {
            routines[subject.graph.body(entry).index()] += 1;
        }
    }
    routines.into_iter().map(|count| count > 1).collect()
}
