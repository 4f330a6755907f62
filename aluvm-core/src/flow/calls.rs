//! Who calls whom: the calls of the code and what they reach, how often they run, and what they must leave
//! alone.

use alloc::vec;
use alloc::vec::Vec;

use super::analysis::Flow;
use super::bounds::{To, Totals, Weights};
use super::graph::{BlockId, Exit, Graph, Place, RoutineId};
use super::liveness::{AfterCalls, Live};
use super::register_set::RegisterSet;
use super::signature::{Bounds, Callee};
use crate::isa::Register;

/// A call, or a jump into another routine for good.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Call {
    /// The offset of the instruction.
    pub offset: u16,
    /// The block that it ends.
    pub block: BlockId,
    /// What it reaches.
    pub target: Target,
    /// Whether `ret` comes back behind it; not of `exec`, nor of a jump.
    pub comes_back: bool,
}

/// What a call reaches.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A routine of this code.
    Routine(RoutineId),
    /// A routine of another library.
    Other(Callee),
    /// A place without code: the program fails there.
    Outside,
}

impl Graph {
    /// The calls with which a block ends.
    fn calls_at(&self, block: BlockId) -> impl Iterator<Item = Call> {
        let offset = self.last(block).offset;
        let call = move |target, comes_back| Call { offset, block, target, comes_back };
        let routine = move |block| self.routine_at(block).map(Target::Routine);
        let own = match self.block(block).exit {
            Exit::Routine { callee: Place::Outside, .. } => Some(call(Target::Outside, true)),
            Exit::Routine { callee: Place::Block(to), .. } => routine(to).map(|to| call(to, true)),
            Exit::Call { callee, .. } => Some(call(Target::Other(callee), true)),
            Exit::Exec(callee) => Some(call(Target::Other(callee), false)),
            Exit::Next(_) | Exit::Branch { .. } | Exit::Return | Exit::Stop => None,
        };
        let tails = self.tails(block).filter_map(routine).map(move |to| call(to, false));
        own.into_iter().chain(tails)
    }

    /// The call graph: all calls of the code, in the order of its blocks. Jumps count where they lead into
    /// another routine that declares what it takes and gives.
    ///
    /// ```
    /// use aluvm_core::flow::{Flow, Surroundings, Target};
    /// use aluvm_core::isa::NoExtension;
    /// use aluvm_core::library::Lib;
    ///
    /// let lib: Lib = "routine double; ret; double: add.uc a8[0], a8[0]; ret;".parse()?;
    /// let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    /// let graph = flow.graph();
    /// for call in graph.calls() {
    ///     let Target::Routine(double) = call.target else { continue };
    ///     assert_eq!((call.offset, graph.routine(double).offset), (0, 4));
    /// }
    /// assert_eq!(flow.summaries()[0].depth, Some(1));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn calls(&self) -> impl Iterator<Item = Call> {
        self.blocks().flat_map(|(block, _)| self.calls_at(block))
    }

    /// The blocks that a routine consists of, in the order of their offsets: those that it comes to without
    /// calls. Routines can have blocks in common.
    pub fn blocks_of(&self, routine: RoutineId) -> Vec<BlockId> {
        let mut seen = vec![false; self.blocks().len()];
        let mut blocks = Vec::new();
        let mut pending = Vec::from_iter(self.routine(routine).entry);
        while let Some(block) = pending.pop() {
            if !core::mem::replace(&mut seen[block.index()], true) {
                blocks.push(block);
                pending.extend(self.successors(block));
            }
        }
        blocks.sort_unstable();
        blocks
    }

    /// The calls of a routine, in the order of its blocks.
    pub fn calls_of(&self, routine: RoutineId) -> Vec<Call> {
        self.blocks_of(routine).into_iter().flat_map(|block| self.calls_at(block)).collect()
    }
}

impl Flow {
    /// How often the call at an offset runs while a routine runs to a return with `st0` true; none if the
    /// routine cannot, or nothing reaches a call there.
    pub fn calls(&self, routine: RoutineId, offset: u16) -> Option<Bounds> {
        let (block, _) = self.graph.find(offset)?;
        let weights = Weights::visits(self.subject(), block);
        let totals = Totals::new(self.subject(), &self.led, &weights);
        totals.from(self.graph.routine(routine).entry?, To::Success)
    }

    /// The registers that hold something before the call at an offset which is read behind it: those that
    /// the called routine must not write unless they are its outputs.
    pub fn kept(&self, offset: u16) -> RegisterSet {
        let Some((block, _)) = self.graph.find(offset) else { return RegisterSet::EMPTY };
        let live = Live::new(self.subject(), AfterCalls::AllWritten);
        let live = match self.graph.block(block).exit {
            Exit::Exec(_) => live.behind_tail(self.subject(), block),
            _ => live.behind_call(self.subject(), block),
        };
        let live = self.tracked.set_of(&live);
        let Some(before) = self.before(offset) else { return RegisterSet::EMPTY };
        let holds = |register: &Register| !before.register(*register).counts_as_undefined();
        live.iter().filter(holds).collect()
    }
}
