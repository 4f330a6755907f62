//! Why a register is as it is at a place: where it was last written on the ways there.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::analysis::Flow;
use super::graph::{BlockId, Exit, RoutineId};
use super::predecessors::Predecessors;
use crate::isa::Register;

/// Where the state of a register comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Origin {
    /// The instruction at an offset has written it, or made it undefined.
    Instruction(u16),
    /// The call at an offset has written it, or may have.
    Call(u16),
    /// It is as the routine has found it.
    Beginning(RoutineId),
}

impl Flow {
    /// Where a register was last written before the instruction at an offset, on each of the ways to it that
    /// are known, in the order of the offsets.
    ///
    /// An instruction that only [carries](super::Effect::carries) what others hold is an origin like any
    /// other; its own sources can be asked for in turn.
    pub fn origins(&self, offset: u16, register: Register) -> Vec<Origin> {
        let mut search = Search {
            flow: self,
            register,
            predecessors: Predecessors::of_graph(&self.graph),
            seen: BTreeSet::new(),
            pending: Vec::new(),
            origins: BTreeSet::new(),
        };
        if let Some((block, number)) = self.graph.find(offset) {
            search.instructions(block, number);
        }
        while let Some(block) = search.pending.pop() {
            search.instructions(block, self.graph.nodes(block).len());
        }
        search.origins.into_iter().collect()
    }
}

struct Search<'a> {
    flow: &'a Flow,
    register: Register,
    predecessors: Predecessors,
    /// Blocks that are or were to be searched from their ends.
    seen: BTreeSet<BlockId>,
    pending: Vec<BlockId>,
    origins: BTreeSet<Origin>,
}

impl Search<'_> {
    /// Searches the first instructions of a block backwards, and goes on before it.
    fn instructions(&mut self, id: BlockId, count: usize) {
        let graph = &self.flow.graph;
        for node in graph.nodes(id)[..count].iter().rev() {
            if graph.results(node).any(|result| result == self.register) {
                self.origins.insert(Origin::Instruction(node.offset));
                return;
            }
        }
        if let Some(routine) = graph.routine_at(id)
            && (graph.routine(routine).is_public || graph.signature(routine).is_some())
        {
            self.origins.insert(Origin::Beginning(routine));
        }
        for before in self.predecessors.of(id).to_vec() {
            if self.is_written_between(before, id) {
                self.origins.insert(Origin::Call(graph.last(before).offset));
            } else if self.seen.insert(before) {
                self.pending.push(before);
            }
        }
    }

    /// Whether a call with which a block ends may write the register before the program goes on with
    /// another block.
    fn is_written_between(&self, from: BlockId, to: BlockId) -> bool {
        let graph = &self.flow.graph;
        let next = match graph.block(from).exit {
            Exit::Routine { next, .. } | Exit::Call { next, .. } => next.block(),
            _ => None,
        };
        next == Some(to) && self.flow.subject().written_by_calls(from).contains(self.register)
    }
}
