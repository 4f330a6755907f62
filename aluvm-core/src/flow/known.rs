//! What is known of all places when the states have been found.

use alloc::vec;
use alloc::vec::Vec;

use super::graph::{BlockId, RoutineId};
use super::state::{State, States};
use super::subject::Subject;

/// The states at all places.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// For each block the states before it.
    pub(super) before: States,
    /// For each body the states in which it returns.
    pub(super) returned: States,
    /// Declared routines that nothing calls, others than such left aside.
    pub(super) uncalled: Vec<RoutineId>,
}

impl Known {
    /// Makes the states before the call of a routine of this code with which a block ends those behind it.
    pub(super) fn call(
        &self,
        subject: Subject<'_>,
        from: BlockId,
        callee: BlockId,
        state: &mut State,
    ) {
        let Subject { graph, tracked, written, .. } = subject;
        let body = graph.body(callee);
        let mut left = self.returned.get(body.index());
        let facts = written.facts(body);
        let signature = graph.signature_at(callee);
        match signature {
            _ if facts.may_write_any() => {
                if let Some(signature) = signature {
                    let possible = left.possible();
                    left = subject.left(signature);
                    left.set_possible(possible);
                }
                let all = vec![u64::MAX; tracked.words()];
                state.behind_call(&left, &subject.without_kept(from, &all), false);
            }
            None => {
                let written = subject.without_kept(from, written.of(body));
                state.behind_call(&left, &written, !facts.sets_status);
            }
            Some(signature) => {
                let possible = left.possible();
                left = subject.left(signature);
                left.set_possible(possible);
                let mut mask = tracked.words_of(&signature.outputs);
                mask.iter_mut().zip(written.of(body)).for_each(|(word, written)| *word |= written);
                let mask = subject.without_kept(from, &mask);
                state.behind_call(&left, &mask, !facts.sets_status);
            }
        }
    }
}
