//! The ways of a graph against their direction.

use alloc::vec;
use alloc::vec::Vec;

use super::graph::{BlockId, Graph};

/// For each block those that lead to it.
pub(super) struct Predecessors {
    starts: Vec<u32>,
    blocks: Vec<BlockId>,
}

impl Predecessors {
    /// The blocks from which routines go on with a block or call it.
    pub(super) fn of_graph(graph: &Graph) -> Predecessors {
        Predecessors::along(graph, |id| graph.successors(id).chain(graph.callee(id)))
    }

    /// The blocks that lead to a block along ways.
    pub(super) fn along<I: Iterator<Item = BlockId>>(
        graph: &Graph,
        after: impl Fn(BlockId) -> I,
    ) -> Predecessors {
        let mut ways: Vec<(BlockId, BlockId)> = Vec::new();
        for (id, _) in graph.blocks() {
            ways.extend(after(id).map(|to| (to, id)));
        }
        ways.sort_unstable();
        let mut starts = vec![0; graph.blocks().len() + 1];
        for (to, _) in &ways {
            starts[to.index() + 1] += 1;
        }
        for number in 1..starts.len() {
            starts[number] += starts[number - 1];
        }
        Predecessors { starts, blocks: ways.into_iter().map(|(_, from)| from).collect() }
    }

    pub(super) fn of(&self, id: BlockId) -> &[BlockId] {
        let (start, end) = (self.starts[id.index()], self.starts[id.index() + 1]);
        &self.blocks[start as usize..end as usize]
    }
}
