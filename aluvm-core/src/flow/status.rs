//! Who looks at `st0` next: for each block what the first instructions on the ways from it do to what
//! an instruction has left in `st0`, found backwards. And since when it has been false, found forwards.

use alloc::vec;
use alloc::vec::Vec;

use super::effect::{Constant, Effect};
use super::graph::{BlockId, Exit};
use super::node::Node;
use super::predecessors::Predecessors;
use super::state::State;
use super::subject::Subject;

/// What can happen to `st0` next.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Ahead {
    /// `inv` is the first instruction on some way that reads or writes it.
    pub(super) is_inverted: bool,
    /// It is overwritten on some way before anything looks at it.
    pub(super) is_overwritten: bool,
}

impl Ahead {
    /// What can happen before an instruction, from what can behind it.
    pub(super) fn before(self, node: &Node) -> Ahead {
        let looked_at = Ahead::default();
        match node.effect {
            Effect::Invert => Ahead { is_inverted: true, ..looked_at },
            _ if node.reads_status => looked_at,
            _ if !writes_status(node) => self,
            effect if keeps_false(effect) => Ahead { is_inverted: false, ..self },
            _ => Ahead { is_inverted: false, is_overwritten: true },
        }
    }

    fn join(self, other: Ahead) -> Ahead {
        Ahead {
            is_inverted: self.is_inverted || other.is_inverted,
            is_overwritten: self.is_overwritten || other.is_overwritten,
        }
    }
}

/// Whether an instruction can change `st0`. `put` of a constant that is there does not.
pub(super) fn writes_status(node: &Node) -> bool {
    node.writes_status && node.effect != Effect::Put(Constant::Value)
}

/// Whether an instruction leaves `st0` false where it was.
pub(super) fn keeps_false(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::Put(_)
            | Effect::PutIfUndefined(_)
            | Effect::Attempt { .. }
            | Effect::AttemptDefined
            | Effect::AttemptSilently
            | Effect::Fill { .. }
            | Effect::Merge { .. }
    )
}

/// Since when `st0` has surely been false, as one goes through a block.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct FalseSince {
    /// The instruction of the block, from which on it is.
    own: Option<u16>,
    /// Whether the block changes `st0`, so that what was before does not count.
    is_changed: bool,
}

impl FalseSince {
    /// Goes over an instruction before which the states are these.
    pub(super) fn step(&mut self, node: &Node, state: &State) {
        if state.can_be(false) && !state.can_be(true) {
            self.own.get_or_insert(node.offset);
        }
        let is_kept = !writes_status(node) || keeps_false(node.effect);
        if !is_kept || node.effect == Effect::Test {
            *self = FalseSince { own: None, is_changed: true };
        }
    }

    /// The place at the end of the block, from that at its beginning.
    pub(super) fn at_end(self, before: Option<u16>) -> Option<u16> {
        if self.is_changed { self.own } else { before.or(self.own) }
    }
}

/// For each block what can happen to `st0` behind its last instruction.
pub(super) fn ahead(subject: Subject<'_>, predecessors: &Predecessors) -> Vec<Ahead> {
    let graph = subject.graph;
    let mut ends = vec![Ahead::default(); graph.blocks().len()];
    let mut pending: Vec<BlockId> = graph.blocks().map(|(id, _)| id).collect();
    while let Some(id) = pending.pop() {
        let nodes = graph.nodes(id).iter().rev();
        let beginning = nodes.fold(ends[id.index()], Ahead::before);
        for before in predecessors.of(id) {
            // A call looks at it.
            if matches!(graph.block(*before).exit, Exit::Routine { .. } | Exit::Call { .. }) {
                continue;
            }
            let joined = ends[before.index()].join(beginning);
            if joined != ends[before.index()] {
                ends[before.index()] = joined;
                pending.push(*before);
            }
        }
    }
    ends
}
