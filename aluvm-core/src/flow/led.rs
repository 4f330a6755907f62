//! Where blocks lead as far as `st0` is known: the ways that remain when the states at all places are
//! known, and the circles that they make.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::circles::{Order, order};
use super::graph::{BlockId, Graph};
use super::known::Known;
use super::status::FalseSince;
use super::subject::Subject;

/// The ways that remain.
#[derive(Clone, Debug)]
pub(super) struct Led {
    /// For each block whether `st0` can be false and true at its end.
    ends: Vec<[bool; 2]>,
    /// For each block how many of its instructions a run can come to.
    reached: Vec<u32>,
    /// For each block since when `st0` is surely false at its end.
    since: Vec<FalseSince>,
    /// For each block those that can follow it, for good or in its routine.
    ways: Vec<[Option<BlockId>; 2]>,
    /// The circles of ways and calls; what a block leads to has a lower or the same number.
    pub(super) order: Order,
}

impl Led {
    pub(super) fn new(subject: Subject<'_>, known: &Known) -> Led {
        let graph = subject.graph;
        let blocks = graph.blocks().len();
        let (mut ends, mut ways) = (Vec::with_capacity(blocks), Vec::with_capacity(blocks));
        let (mut reached, mut since) = (Vec::with_capacity(blocks), Vec::with_capacity(blocks));
        for (id, _) in graph.blocks() {
            let led = lead(subject, known, id);
            reached.push(led.reached);
            since.push(led.since);
            ends.push(led.end);
            ways.push(led.ways);
        }
        let order = order(blocks, 0..0, |node, number| match number {
            0 | 1 => Some(ways[node][number].map(BlockId::index)),
            2 if ends[node] != [false; 2] => {
                Some(graph.callee(BlockId(node as u32)).map(BlockId::index))
            }
            _ => None,
        });
        Led { ends, reached, since, ways, order }
    }

    /// The blocks that can follow a block, for calls when they have returned.
    pub(super) fn ways(&self, id: BlockId) -> impl Iterator<Item = BlockId> + use<> {
        self.ways[id.index()].into_iter().flatten()
    }

    /// The first block of the routine of this code that a block calls.
    pub(super) fn callee(&self, graph: &Graph, id: BlockId) -> Option<BlockId> {
        graph.callee(id).filter(|_| self.is_left(id))
    }

    /// Whether a run can come to the end of a block.
    pub(super) fn is_left(&self, id: BlockId) -> bool {
        self.ends[id.index()] != [false; 2]
    }

    /// Since when `st0` is surely false at the end of a block.
    pub(super) fn false_since(&self, id: BlockId) -> FalseSince {
        self.since[id.index()]
    }

    /// Whether `st0` can be false at the end of a block.
    pub(super) fn can_be_false(&self, id: BlockId) -> bool {
        self.ends[id.index()][0]
    }

    /// Whether `st0` can be true at the end of a block.
    pub(super) fn can_be_true(&self, id: BlockId) -> bool {
        self.ends[id.index()][1]
    }

    /// The bytes of the code that belong to no instruction to which a run can come.
    pub(super) fn dead(&self, graph: &Graph) -> Vec<Range<u32>> {
        let mut covered = vec![false; graph.end()];
        for (id, _) in graph.blocks() {
            for node in &graph.nodes(id)[..self.reached[id.index()] as usize] {
                let bytes = node.bytes();
                covered[bytes.start..bytes.end.min(graph.end())].fill(true);
            }
        }
        let mut dead = Vec::new();
        let mut start = 0;
        for stretch in covered.chunk_by(|a, b| a == b) {
            let end = start + stretch.len() as u32;
            if !stretch[0] {
                dead.push(start..end);
            }
            start = end;
        }
        dead
    }

    /// The number of the circle of a block.
    pub(super) fn circle(&self, id: BlockId) -> u32 {
        self.order.circles[id.index()]
    }
}

/// Where one block leads.
struct BlockLed {
    reached: u32,
    since: FalseSince,
    /// Which `st0` is possible at its end, false first.
    end: [bool; 2],
    ways: [Option<BlockId>; 2],
}

fn lead(subject: Subject<'_>, known: &Known, id: BlockId) -> BlockLed {
    let mut state = known.before.get(id.index());
    let (mut reached, mut since) = (0, FalseSince::default());
    for node in subject.graph.nodes(id) {
        if !state.is_possible() {
            break;
        }
        reached += 1;
        since.step(node, &state);
        subject.step(node, &mut state);
    }
    let end = state.possible();
    let mut ways = [None; 2];
    for (way, to) in ways.iter_mut().zip(known.ways(subject, id, state)) {
        *way = to.to.block();
    }
    BlockLed { reached, since, end, ways }
}
