//! How a graph is made of the instructions that something reaches: blocks, their exits, the routines, and
//! what belongs to which.

use alloc::vec;
use alloc::vec::Vec;

use super::Graph;
use super::block::{Block, BlockId, BodyId, Exit, Place, Routine, RoutineId};
use super::explore::Explorer;
use crate::flow::code::Source;
use crate::flow::node::{Spot, Turn};
use crate::flow::signature::{Declared, Signature};
use crate::flow::walk::Walk;

impl Graph {
    /// The graph of what the declared routines reach. Without any, a routine begins at offset 0 and,
    /// again and again, at the first byte that no instruction reached so far has.
    pub(in crate::flow) fn new(source: &impl Source, declared: &[Declared]) -> Graph {
        let mut explorer = Explorer::new(source);
        for declared in declared {
            explorer.enter(Spot::aligned(declared.offset.into()));
        }
        explorer.walk();
        let (mut routines, mut signatures) = (Vec::new(), Vec::new());
        for declared in declared {
            let number = declared.signature.map_or(RoutineId::NONE, |_| signatures.len() as u32);
            signatures.extend(declared.signature);
            routines.push(Routine::declared(declared, number));
        }
        if declared.is_empty() {
            while let Some(offset) = explorer.first_unreached() {
                routines.push(Routine::entry(offset));
                explorer.enter(Spot::aligned(offset.into()));
                explorer.walk();
            }
        }
        let mut graph = Graph::of(explorer, routines, signatures);
        graph.find_owners();
        graph.find_bodies();
        graph
    }

    fn of<S: Source>(
        explorer: Explorer<'_, S>,
        routines: Vec<Routine>,
        signatures: Vec<Signature>,
    ) -> Graph {
        let mut graph = Graph {
            nodes: Vec::with_capacity(explorer.nodes.len()),
            operands: explorer.operands,
            blocks: Vec::new(),
            routines,
            signatures,
            routine_at: Vec::new(),
            bodies: 0,
            length: explorer.length,
            at: explorer.at,
        };
        let mut block_at = vec![RoutineId::NONE; graph.at.len()];
        for lead in (0..graph.at.len()).filter(|index| explorer.leads[*index]) {
            let first = graph.nodes.len() as u32;
            let mut next = Some(lead);
            while let Some(index) = next
                && let Some(number) = graph.at.get(index).and_then(|number| number.checked_sub(1))
            {
                if graph.nodes.len() as u32 > first && explorer.leads[index] {
                    break;
                }
                let node = explorer.nodes[number as usize];
                graph.nodes.push(node);
                next = node.next().index(graph.length);
                if node.turn != Turn::Next {
                    break;
                }
            }
            let end = graph.nodes.len() as u32;
            if first < end {
                block_at[lead] = graph.blocks.len() as u32;
                let exit = Exit::Stop;
                graph.blocks.push(Block {
                    first,
                    end,
                    exit,
                    body: BodyId(0),
                    owner: RoutineId::NONE,
                });
            }
        }
        graph.number_nodes();
        graph.find_exits(&block_at);
        graph.find_routines(&block_at, explorer.called);
        graph
    }

    fn number_nodes(&mut self) {
        self.at.fill(0);
        for (number, node) in self.nodes.iter().enumerate() {
            if let Some(index) = node.spot().index(self.length) {
                self.at[index] = number as u32 + 1;
            }
        }
    }

    fn find_exits(&mut self, block_at: &[u32]) {
        let length = self.length;
        let place = |spot: Spot| match spot.index(length).and_then(|index| block_at.get(index)) {
            Some(&number) if number != RoutineId::NONE => Place::Block(BlockId(number)),
            _ => Place::Outside,
        };
        for block in &mut self.blocks {
            let last = self.nodes[block.end as usize - 1];
            let next = place(last.next());
            let place = |target: u16| place(last.target(target));
            block.exit = match last.turn {
                Turn::Next => Exit::Next(next),
                Turn::Jump(target) => Exit::Next(place(target)),
                Turn::Branch(target) => Exit::Branch { taken: place(target), next },
                Turn::Routine(target) => Exit::Routine { callee: place(target), next },
                Turn::Call(callee) => Exit::Call { callee, next },
                Turn::Exec(callee) => Exit::Exec(callee),
                Turn::Return => Exit::Return,
                Turn::Stop => Exit::Stop,
            };
        }
    }

    fn find_routines(&mut self, block_at: &[u32], called: Vec<u16>) {
        self.routine_at = vec![RoutineId::NONE; self.blocks.len()];
        let declared = core::mem::take(&mut self.routines).into_iter().map(|one| (one, true));
        let called = called.into_iter().map(|offset| (Routine::called(offset), false));
        for (mut routine, stays) in declared.chain(called) {
            let block = block_at
                .get(usize::from(routine.offset))
                .filter(|block| **block != RoutineId::NONE);
            routine.entry = block.map(|block| BlockId(*block));
            let at = routine.entry.map(|block| &mut self.routine_at[block.index()]);
            let is_first = at.is_some_and(|at| {
                let is_first = *at == RoutineId::NONE;
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

    /// Finds for each block the first routine with a signature that reaches it.
    fn find_owners(&mut self) {
        for number in 0..self.routines.len() {
            let Routine { entry, signature, .. } = self.routines[number];
            let Some(entry) = entry.filter(|_| signature != RoutineId::NONE) else { continue };
            let mut pending = Vec::from([entry]);
            while let Some(block) = pending.pop() {
                let is_other = self.routine_at(block).is_some_and(|routine| {
                    self.signature(routine).is_some() && routine.index() != number
                });
                let owner = &mut self.blocks[block.index()].owner;
                if *owner == RoutineId::NONE && !is_other {
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
