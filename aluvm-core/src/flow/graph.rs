//! The control flow graph of a library: blocks, the ways between them, and the routines that calls
//! reach. It is linear in the code; instructions that overlap are different instructions.
//!
//! Nodes are the instructions that something reaches, in the order of their blocks. Blocks, routines
//! and bodies are numbered; a *body* is all blocks that ways connect, so that routines which share
//! code share a body.

mod block;
mod build;
mod explore;

use alloc::vec::Vec;

pub use self::block::{Block, BlockId, BodyId, Exit, Place, Routine, RoutineId};
use super::node::{Node, Operands, Spot};
use super::register_set::register;
use super::signature::Signature;
use crate::isa::Register;

/// The control flow graph of some code.
#[derive(Clone, Debug)]
pub struct Graph {
    nodes: Vec<Node>,
    pub(super) operands: Operands,
    blocks: Vec<Block>,
    routines: Vec<Routine>,
    signatures: Vec<Signature>,
    /// For each block the routine that begins there.
    routine_at: Vec<u32>,
    bodies: u32,
    /// The length of the code.
    length: usize,
    /// For each spot the number of the node that begins there, plus one.
    at: Vec<u32>,
}

impl Graph {
    /// The blocks, in the order of their offsets, those half a byte behind an offset last.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = (BlockId, &Block)> {
        self.blocks.iter().enumerate().map(|(number, block)| (BlockId(number as u32), block))
    }

    /// The block with a number, which exists.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// The instructions of a block.
    pub fn nodes(&self, id: BlockId) -> &[Node] {
        let block = self.block(id);
        &self.nodes[block.first as usize..block.end as usize]
    }

    /// The registers that an instruction reads, `st0` not among them.
    pub fn sources(&self, node: &Node) -> impl Iterator<Item = Register> {
        self.operands.sources(node).iter().map(|number| register(usize::from(*number)))
    }

    /// The registers that an instruction writes, `st0` not among them.
    pub fn results(&self, node: &Node) -> impl Iterator<Item = Register> {
        self.operands.results(node).iter().map(|number| register(usize::from(*number)))
    }

    /// The last instruction of a block. No block is empty.
    pub fn last(&self, id: BlockId) -> &Node {
        &self.nodes[self.block(id).end as usize - 1]
    }

    /// The offset at which a block begins, or half a byte before it.
    pub fn offset(&self, id: BlockId) -> u16 {
        self.nodes[self.block(id).first as usize].offset
    }

    /// The block in which an instruction begins at an offset, if something reaches it, and the number of
    /// the instruction in it.
    pub fn find(&self, offset: u16) -> Option<(BlockId, usize)> {
        self.find_at(Spot::aligned(offset.into()))
    }

    /// The same half a byte behind an offset, where code of a profile can be shifted.
    pub fn find_shifted(&self, offset: u16) -> Option<(BlockId, usize)> {
        self.find_at(Spot { offset: offset.into(), is_shifted: true })
    }

    fn find_at(&self, spot: Spot) -> Option<(BlockId, usize)> {
        let node = self.at.get(spot.index(self.length)?)?.checked_sub(1)?;
        let block = self.blocks.partition_point(|block| block.first <= node) - 1;
        Some((BlockId(block as u32), (node - self.blocks[block].first) as usize))
    }

    /// The routines, those declared first.
    pub fn routines(&self) -> impl ExactSizeIterator<Item = (RoutineId, &Routine)> {
        self.routines.iter().enumerate().map(|(number, one)| (RoutineId(number as u32), one))
    }

    /// The routine with a number, which exists.
    pub fn routine(&self, id: RoutineId) -> &Routine {
        &self.routines[id.index()]
    }

    /// What a routine takes and gives, if that was declared.
    pub fn signature(&self, id: RoutineId) -> Option<&Signature> {
        self.signatures.get(self.routine(id).signature as usize)
    }

    /// The routines with signatures.
    pub fn signatures(&self) -> impl Iterator<Item = (RoutineId, &Signature)> {
        self.routines().filter_map(|(id, _)| Some((id, self.signature(id)?)))
    }

    /// What the routine that begins with a block takes and gives, if that was declared.
    pub fn signature_at(&self, block: BlockId) -> Option<&Signature> {
        self.signature(self.routine_at(block)?)
    }

    /// The routine that begins with a block.
    pub fn routine_at(&self, block: BlockId) -> Option<RoutineId> {
        let number = self.routine_at[block.index()];
        (number != RoutineId::NONE).then_some(RoutineId(number))
    }

    /// The body of a block.
    pub fn body(&self, id: BlockId) -> BodyId {
        self.block(id).body
    }

    /// The first routine with a signature that reaches a block.
    pub fn owner(&self, id: BlockId) -> Option<RoutineId> {
        let owner = self.block(id).owner;
        (owner != RoutineId::NONE).then_some(RoutineId(owner))
    }

    /// How many bodies there are.
    pub fn bodies(&self) -> usize {
        self.bodies as usize
    }

    /// The length of the code.
    pub fn end(&self) -> usize {
        self.length
    }

    /// The blocks that can follow a block in its routine: for calls that behind them.
    pub fn successors(&self, id: BlockId) -> impl Iterator<Item = BlockId> {
        self.block(id)
            .exit
            .places()
            .into_iter()
            .filter_map(|place| place?.block())
            .filter(move |to| self.tail(id, *to).is_none())
    }

    /// The routine that a block goes over to for good when it goes on with another: one with a signature
    /// that begins there, if the block belongs to another routine. It returns in place of that.
    pub fn tail(&self, from: BlockId, to: BlockId) -> Option<RoutineId> {
        let routine = self.routine_at(to)?;
        let is_other = self.block(from).owner != routine.0;
        (is_other && self.signature(routine).is_some()).then_some(routine)
    }

    /// The first block of the routine of this code that a block calls.
    pub fn callee(&self, id: BlockId) -> Option<BlockId> {
        match self.block(id).exit {
            Exit::Routine { callee, .. } => callee.block(),
            _ => None,
        }
    }

    /// The first blocks of the routines that a block goes over to for good.
    pub fn tails(&self, id: BlockId) -> impl Iterator<Item = BlockId> {
        let places = self.block(id).exit.places();
        let blocks = places.into_iter().filter_map(|place| place?.block());
        blocks.filter(move |to| self.tail(id, *to).is_some())
    }
}
