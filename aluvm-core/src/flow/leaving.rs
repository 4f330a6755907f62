//! The ways out of a block, each with what is known along it.

use super::graph::{BlockId, Exit, Graph, Place, RoutineId};
use super::known::Known;
use super::node::Turn;
use super::state::State;
use super::subject::Subject;

/// A way that a run can take out of a block.
pub(super) struct Way {
    pub(super) to: Place,
    /// What is known on it; behind the call, if the block ends with one.
    pub(super) state: State,
    /// Whether it leads to the instruction behind without a jump.
    pub(super) falls: bool,
}

impl Way {
    /// The declared routine that a block falls into along this way, if it is not part of it.
    pub(super) fn runs_into(&self, graph: &Graph, from: BlockId) -> Option<RoutineId> {
        let routine = graph.routine_at(self.to.block().filter(|_| self.falls)?)?;
        let is_other = graph.routine(routine).is_declared && graph.owner(from) != Some(routine);
        is_other.then_some(routine)
    }
}

impl Known {
    /// The ways out of a block, at whose end `state` is known. Returns and what `exec` reaches are none.
    pub(super) fn ways(
        &self,
        subject: Subject<'_>,
        id: BlockId,
        mut state: State,
    ) -> impl Iterator<Item = Way> {
        let way = |to, state: State, falls| state.is_possible().then_some(Way { to, state, falls });
        let ways: [Option<Way>; 2] = match subject.graph.block(id).exit {
            Exit::Next(to) => [way(to, state, subject.graph.last(id).turn == Turn::Next), None],
            Exit::Branch { taken, next } => {
                let mut jumped = state.clone();
                jumped.rule_out(false);
                state.rule_out(true);
                [way(taken, jumped, false), way(next, state, true)]
            }
            Exit::Routine { callee: Place::Block(callee), next } => {
                self.call(subject, id, callee, &mut state);
                [way(next, state, true), None]
            }
            Exit::Call { callee, next } => {
                subject.call(id, callee, &mut state);
                [way(next, state, true), None]
            }
            Exit::Routine { callee: Place::Outside, .. }
            | Exit::Exec(_)
            | Exit::Return
            | Exit::Stop => [None, None],
        };
        ways.into_iter().flatten()
    }
}
