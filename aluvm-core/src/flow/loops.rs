//! The loops of code: circles of blocks along the ways that a run can take.

use alloc::vec;
use alloc::vec::Vec;

use super::analysis::Flow;
use super::circles::order;
use super::graph::{BlockId, Exit};

/// Blocks of one routine from each of which a run can come to each other. A loop inside of another is part
/// of it. Recursion is no loop; [`Summary::depth`](super::Summary::depth) tells of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Loop {
    /// The blocks, in the order of their offsets.
    pub blocks: Vec<BlockId>,
    /// Those at which it can be entered.
    pub entries: Vec<BlockId>,
    /// Those from whose ends a way leads out of it, or at which the routine returns.
    pub exits: Vec<BlockId>,
}

impl Flow {
    /// The loops, in the order of their first blocks. Ways that no run takes, because of what is known of
    /// `st0`, make none.
    ///
    /// ```
    /// use aluvm_core::flow::{Flow, Surroundings};
    /// use aluvm_core::isa::NoExtension;
    /// use aluvm_core::library::Lib;
    ///
    /// let lib: Lib = "put a8[0], 9; next: dec a8[0]; jif next; ret;".parse()?;
    /// let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    /// let [one] = &flow.loops()[..] else { panic!("one loop") };
    /// assert_eq!(flow.graph().offset(one.entries[0]), 4);
    /// assert_eq!(one.exits, one.blocks);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn loops(&self) -> Vec<Loop> {
        let (graph, led) = (&self.graph, &self.led);
        let count = graph.blocks().len();
        let inside =
            |from: BlockId| led.ways(from).filter(move |to| graph.tail(from, *to).is_none());
        let order = order(count, 0..0, |node, number| {
            let block = BlockId(node as u32);
            (number < 2).then(|| inside(block).nth(number).map(BlockId::index))
        });
        let circle = |block: BlockId| order.circles[block.index()];
        let mut is_entry = vec![false; count];
        let mut is_loop = vec![false; order.count];
        for (_, routine) in graph.routines() {
            routine.entry.into_iter().for_each(|entry| is_entry[entry.index()] = true);
        }
        for (from, _) in graph.blocks() {
            for to in inside(from) {
                let is_inside = circle(from) == circle(to);
                is_entry[to.index()] |= !is_inside;
                is_loop[circle(from) as usize] |= is_inside;
            }
        }
        let is_exit = |block: BlockId| {
            let leads_out = led.ways(block).any(|to| circle(to) != circle(block));
            led.is_left(block)
                && (leads_out || matches!(graph.block(block).exit, Exit::Return | Exit::Exec(_)))
        };
        let mut blocks: Vec<BlockId> = graph.blocks().map(|(id, _)| id).collect();
        blocks.retain(|block| is_loop[circle(*block) as usize]);
        blocks.sort_by_key(|block| circle(*block));
        let mut loops: Vec<Loop> = blocks
            .chunk_by(|a, b| circle(*a) == circle(*b))
            .map(|blocks| {
                let of = |is: &dyn Fn(BlockId) -> bool| {
                    blocks.iter().copied().filter(|block| is(*block)).collect()
                };
                let entries = of(&|block| is_entry[block.index()]);
                Loop { blocks: blocks.to_vec(), entries, exits: of(&is_exit) }
            })
            .collect();
        loops.sort_unstable_by_key(|one| one.blocks[0]);
        loops
    }
}
