//! The control flow graph of a library: blocks, the ways between them, and the routines that calls
//! reach. It is linear in the code; instructions that overlap are different instructions.
//!
//! Nodes are the instructions that something reaches, in the order of their blocks. Blocks, routines
//! and bodies are numbered; a *body* is all blocks that ways connect, so that routines which share
//! code share a body.

use alloc::vec;
use alloc::vec::Vec;

use super::code::{Node, Operands, Source, Turn};
use super::register_set::register;
use super::signature::{Callee, Declared, Signature};
use crate::isa::Register;

/// The number of a block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BlockId(pub u32);

/// The number of a routine: the declared ones or the entries first, then others that calls reach.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RoutineId(pub u32);

/// The number of a body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BodyId(pub u32);

impl BlockId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

impl RoutineId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

impl BodyId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Instructions behind each other that run one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    first: u32,
    end: u32,
    /// Where the program goes on behind its last instruction.
    pub exit: Exit,
    body: BodyId,
    owner: u32,
}

/// Where a program goes on behind a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// With a block.
    Next(Place),
    /// With one of two blocks.
    Branch {
        /// That where `st0` is true.
        taken: Place,
        /// That where it is false.
        next: Place,
    },
    /// With a routine of this code, and then with a block.
    Routine {
        /// The beginning of the routine.
        callee: Place,
        /// The block behind the call.
        next: Place,
    },
    /// With a routine of another library, and then with a block.
    Call {
        /// The routine.
        callee: Callee,
        /// The block behind the call.
        next: Place,
    },
    /// With a routine of another library, for good.
    Exec(Callee),
    /// Behind the call that led to the routine.
    Return,
    /// Not at all.
    Stop,
}

/// Where a way leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// To a block of the code.
    Block(BlockId),
    /// To a place without code: the program fails there.
    Outside,
}

impl Place {
    /// The block, if there is one.
    pub fn block(self) -> Option<BlockId> {
        match self {
            Place::Block(block) => Some(block),
            Place::Outside => None,
        }
    }
}

/// Code that something calls, or at which a program begins.
#[derive(Clone, Copy, Debug)]
pub struct Routine {
    /// Where it begins.
    pub offset: u16,
    /// Its first block; none if there is no code.
    pub entry: Option<BlockId>,
    /// Whether others than the code itself can call it.
    pub is_public: bool,
    /// Whether it was declared, or given as an entry.
    pub is_declared: bool,
    /// The number of its signature, if it has one.
    signature: u32,
}

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
    /// For each offset the number of the node that begins there, plus one.
    at: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Graph {
    /// The graph of what the declared routines reach. Without any, a routine begins at offset 0 and,
    /// again and again, at the first byte that no instruction reached so far has.
    pub(super) fn new(source: &impl Source, declared: &[Declared]) -> Graph {
        let mut explorer = Explorer::new(source.end());
        for declared in declared {
            explorer.enter(declared.offset.into());
        }
        explorer.explore(source);
        let (mut routines, mut signatures) = (Vec::new(), Vec::new());
        for Declared { offset, is_public, signature } in declared {
            let number = signature.map_or(NONE, |_| signatures.len() as u32);
            signatures.extend(*signature);
            routines.push(Routine::declared(*offset, *is_public, number));
        }
        if declared.is_empty() {
            while let Some(offset) = explorer.first_unreached(source) {
                routines.push(Routine::entry(offset));
                explorer.enter(offset.into());
                explorer.explore(source);
            }
        }
        let mut graph = explorer.into_graph(routines, signatures);
        graph.find_owners();
        graph.find_bodies();
        graph
    }

    /// The blocks, in the order of their offsets.
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

    /// The offset at which a block begins.
    pub fn offset(&self, id: BlockId) -> u16 {
        self.nodes[self.block(id).first as usize].offset
    }

    /// The block in which an instruction begins at an offset, if something reaches it, and the number of
    /// the instruction in it.
    pub fn find(&self, offset: u16) -> Option<(BlockId, usize)> {
        let node = self.at.get(usize::from(offset))?.checked_sub(1)?;
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
        (number != NONE).then_some(RoutineId(number))
    }

    /// The body of a block.
    pub fn body(&self, id: BlockId) -> BodyId {
        self.block(id).body
    }

    /// The first routine with a signature that reaches a block.
    pub fn owner(&self, id: BlockId) -> Option<RoutineId> {
        let owner = self.block(id).owner;
        (owner != NONE).then_some(RoutineId(owner))
    }

    /// How many bodies there are.
    pub fn bodies(&self) -> usize {
        self.bodies as usize
    }

    /// The length of the code.
    pub fn end(&self) -> usize {
        self.at.len()
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

    /// Finds for each block the first routine with a signature that reaches it.
    fn find_owners(&mut self) {
        for number in 0..self.routines.len() {
            let Routine { entry, signature, .. } = self.routines[number];
            let Some(entry) = entry.filter(|_| signature != NONE) else { continue };
            let mut pending = Vec::from([entry]);
            while let Some(block) = pending.pop() {
                let is_other = self.routine_at(block).is_some_and(|routine| {
                    self.signature(routine).is_some() && routine.index() != number
                });
                let owner = &mut self.blocks[block.index()].owner;
                if *owner == NONE && !is_other {
                    *owner = number as u32;
                    let places = self.blocks[block.index()].exit.places();
                    pending.extend(places.into_iter().filter_map(|place| place?.block()));
                }
            }
        }
    }

    /// Joins blocks that ways connect to bodies.
    fn find_bodies(&mut self) {
        let mut parents: Vec<u32> = (0..self.blocks.len() as u32).collect();
        for number in 0..self.blocks.len() as u32 {
            for to in self.successors(BlockId(number)) {
                let (a, b) = (root(&mut parents, number), root(&mut parents, to.0));
                parents[a.max(b) as usize] = a.min(b);
            }
        }
        for number in 0..self.blocks.len() {
            let root = root(&mut parents, number as u32);
            // The root of a body is its first block, so that its number is known already.
            let body = if root == number as u32 {
                self.bodies += 1;
                BodyId(self.bodies - 1)
            } else {
                self.blocks[root as usize].body
            };
            self.blocks[number].body = body;
        }
    }
}

/// The representative of a block, with the path to it halved.
fn root(parents: &mut [u32], mut number: u32) -> u32 {
    while parents[number as usize] != number {
        let parent = parents[number as usize];
        parents[number as usize] = parents[parent as usize];
        number = parent;
    }
    number
}

impl Exit {
    /// Whether the program can go on where there is no code, and fail.
    pub fn leads_outside(self) -> bool {
        matches!(self, Exit::Routine { callee: Place::Outside, .. })
            || self.places().contains(&Some(Place::Outside))
    }

    /// The places in the same routine with which the program can go on.
    fn places(self) -> [Option<Place>; 2] {
        match self {
            Exit::Next(next) | Exit::Routine { next, .. } | Exit::Call { next, .. } => {
                [Some(next), None]
            }
            Exit::Branch { taken, next } => [Some(taken), Some(next)],
            Exit::Exec(_) | Exit::Return | Exit::Stop => [None, None],
        }
    }
}

impl Routine {
    fn declared(offset: u16, is_public: bool, signature: u32) -> Routine {
        Routine { offset, entry: None, is_public, is_declared: true, signature }
    }

    fn entry(offset: u16) -> Routine {
        Routine { offset, entry: None, is_public: true, is_declared: false, signature: NONE }
    }

    fn called(offset: u16) -> Routine {
        Routine { offset, entry: None, is_public: false, is_declared: false, signature: NONE }
    }
}

/// Follows the ways from the entries.
struct Explorer {
    /// The nodes in the order in which they were met.
    nodes: Vec<Node>,
    operands: Operands,
    /// For each offset the number of its node, plus one.
    at: Vec<u32>,
    /// Whether a block begins at an offset.
    leads: Vec<bool>,
    /// Whether a byte is part of an instruction.
    covered: Vec<bool>,
    /// All before this is covered.
    uncovered: usize,
    pending: Vec<usize>,
    /// Offsets that `routine` calls.
    called: Vec<u16>,
}

impl Explorer {
    fn new(end: usize) -> Explorer {
        Explorer {
            nodes: Vec::with_capacity(end / 4),
            operands: Operands::default(),
            at: vec![0; end],
            leads: vec![false; end],
            covered: vec![false; end],
            uncovered: 0,
            pending: Vec::new(),
            called: Vec::new(),
        }
    }

    /// Begins a block at an offset.
    fn enter(&mut self, offset: usize) {
        if let Some(leads) = self.leads.get_mut(offset) {
            *leads = true;
            self.pending.push(offset);
        }
    }

    fn explore(&mut self, source: &impl Source) {
        while let Some(mut offset) = self.pending.pop() {
            while let Some(node) = self.meet(source, offset) {
                offset = node.behind();
                match node.turn {
                    Turn::Next => continue,
                    Turn::Jump(target) => self.enter(target.into()),
                    Turn::Branch(target) => {
                        self.enter(target.into());
                        self.enter(offset);
                    }
                    Turn::Routine(target) => {
                        self.called.push(target);
                        self.enter(target.into());
                        self.enter(offset);
                    }
                    Turn::Call(_) => self.enter(offset),
                    Turn::Exec(_) | Turn::Return | Turn::Stop => {}
                }
                break;
            }
        }
    }

    /// The node at an offset, if it was not met before.
    fn meet(&mut self, source: &impl Source, offset: usize) -> Option<Node> {
        let number = self.at.get_mut(offset)?;
        if *number != 0 {
            self.leads[offset] = true;
            return None;
        }
        let node = source.node(offset, &mut self.operands)?;
        self.nodes.push(node);
        *number = self.nodes.len() as u32;
        let behind = node.behind().min(self.covered.len());
        self.covered[offset..behind].fill(true);
        Some(node)
    }

    /// The first offset at which there is an instruction that nothing reaches.
    fn first_unreached(&mut self, source: &impl Source) -> Option<u16> {
        loop {
            let rest = self.covered.get(self.uncovered..)?;
            self.uncovered += rest.iter().position(|covered| !covered)?;
            if source.exists(self.uncovered) {
                return u16::try_from(self.uncovered).ok();
            }
            self.covered[self.uncovered] = true;
        }
    }

    fn into_graph(self, routines: Vec<Routine>, signatures: Vec<Signature>) -> Graph {
        let mut graph = Graph {
            nodes: Vec::with_capacity(self.nodes.len()),
            operands: self.operands,
            blocks: Vec::new(),
            routines,
            signatures,
            routine_at: Vec::new(),
            bodies: 0,
            at: self.at,
        };
        let mut block_at = vec![NONE; graph.at.len()];
        for offset in (0..graph.at.len()).filter(|offset| self.leads[*offset]) {
            let first = graph.nodes.len() as u32;
            let mut offset = offset;
            while let Some(number) = graph.at.get(offset).and_then(|number| number.checked_sub(1)) {
                if graph.nodes.len() as u32 > first && self.leads[offset] {
                    break;
                }
                let node = self.nodes[number as usize];
                graph.nodes.push(node);
                offset = node.behind();
                if node.turn != Turn::Next {
                    break;
                }
            }
            let end = graph.nodes.len() as u32;
            if first < end {
                let first_offset = graph.nodes[first as usize].offset;
                block_at[usize::from(first_offset)] = graph.blocks.len() as u32;
                let exit = Exit::Stop;
                graph.blocks.push(Block { first, end, exit, body: BodyId(0), owner: NONE });
            }
        }
        graph.number_nodes();
        graph.find_exits(&block_at);
        graph.find_routines(&block_at, self.called);
        graph
    }
}

impl Graph {
    fn number_nodes(&mut self) {
        self.at.fill(0);
        for (number, node) in self.nodes.iter().enumerate() {
            self.at[usize::from(node.offset)] = number as u32 + 1;
        }
    }

    fn find_exits(&mut self, block_at: &[u32]) {
        let place = |offset: usize| match block_at.get(offset) {
            Some(&number) if number != NONE => Place::Block(BlockId(number)),
            _ => Place::Outside,
        };
        for block in &mut self.blocks {
            let last = self.nodes[block.end as usize - 1];
            let next = place(last.behind());
            block.exit = match last.turn {
                Turn::Next => Exit::Next(next),
                Turn::Jump(target) => Exit::Next(place(target.into())),
                Turn::Branch(target) => Exit::Branch { taken: place(target.into()), next },
                Turn::Routine(target) => Exit::Routine { callee: place(target.into()), next },
                Turn::Call(callee) => Exit::Call { callee, next },
                Turn::Exec(callee) => Exit::Exec(callee),
                Turn::Return => Exit::Return,
                Turn::Stop => Exit::Stop,
            };
        }
    }

    fn find_routines(&mut self, block_at: &[u32], called: Vec<u16>) {
        self.routine_at = vec![NONE; self.blocks.len()];
        let declared = core::mem::take(&mut self.routines).into_iter().map(|one| (one, true));
        let called = called.into_iter().map(|offset| (Routine::called(offset), false));
        for (mut routine, stays) in declared.chain(called) {
            let block = block_at.get(usize::from(routine.offset)).filter(|block| **block != NONE);
            routine.entry = block.map(|block| BlockId(*block));
            let at = routine.entry.map(|block| &mut self.routine_at[block.index()]);
            let is_first = at.is_some_and(|at| {
                let is_first = *at == NONE;
                if is_first {
                    *at = self.routines.len() as u32;
                }
                is_first
            });
            if is_first || stays {
                self.routines.push(routine);
            }
        }
    }
}

impl Graph {
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
