//! Bounds of what a routine adds to the complexity and to the call stack.
//!
//! The least of a block is that of a shortest way to a return, found from the returns on in the order of
//! their lengths (after Knuth 1977, since a call takes two ways together); the most is that of a
//! longest way, which exists where no circle is on it.

use alloc::collections::BinaryHeap;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::graph::{BlockId, Exit, Place};
use super::led::Led;
use super::predecessors::Predecessors;
use super::signature::{Bounds, Callee, Summary};
use super::subject::Subject;

/// What blocks weigh on the way to a return.
pub(super) struct Weights {
    /// For each block that of its instructions, and of the external routine that it calls.
    pub(super) least: Vec<u64>,
    /// The same, at most; [`UNBOUNDED`] if nothing bounds it.
    pub(super) most: Vec<u64>,
}

const UNBOUNDED: u64 = u64::MAX;

impl Weights {
    /// The complexity. That of routines that are assumed is left out.
    pub(super) fn complexity(subject: Subject<'_>) -> Weights {
        let (mut least, mut most) = (Vec::new(), Vec::new());
        for (id, block) in subject.graph.blocks() {
            let nodes = subject.graph.nodes(id).iter();
            let own = nodes.fold(0, |sum: u64, node| sum.saturating_add(node.cost()));
            let callee = match block.exit {
                Exit::Call { callee, .. } | Exit::Exec(callee) => {
                    external(subject, callee).returning
                }
                _ => Some(NOTHING),
            };
            let callee = callee.unwrap_or(NOTHING);
            least.push(own.saturating_add(callee.least));
            most.push(callee.most.map_or(UNBOUNDED, |most| own.saturating_add(most)));
        }
        Weights { least, most }
    }

    /// How often the last instruction of one block runs.
    pub(super) fn visits(subject: Subject<'_>, block: BlockId) -> Weights {
        let mut least = vec![0; subject.graph.blocks().len()];
        least[block.index()] = 1;
        Weights { most: least.clone(), least }
    }
}

const NOTHING: Bounds = Bounds { least: 0, most: Some(0) };

/// What is known of a routine of another library. What is assumed adds nothing.
fn external(subject: Subject<'_>, callee: Callee) -> Summary {
    match subject.callees.interface(callee) {
        Some(interface) => interface.summary,
        None if callee == Callee::Assumed => Summary {
            returning: Some(NOTHING),
            succeeding: Some(NOTHING),
            depth: Some(0),
            ..Summary::UNKNOWN
        },
        None => Summary::unknown_under(subject.profile),
    }
}

/// For each block the weight from its beginning to a return of its routine.
pub(super) struct Totals {
    least: [Vec<u64>; 2],
    most: [Vec<u64>; 2],
}

/// To which returns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    /// To any.
    Return = 0,
    /// To those at which `st0` can be true.
    Success = 1,
}

impl Totals {
    pub(super) fn new(subject: Subject<'_>, led: &Led, weights: &Weights) -> Totals {
        let predecessors = Predecessors::along(subject.graph, |id| {
            led.ways(id).chain(led.callee(subject.graph, id))
        });
        let find = Finder { subject, led, weights, predecessors };
        let returning = find.least(&[], To::Return);
        let succeeding = find.least(&returning, To::Success);
        let mut totals = Totals { least: [returning, succeeding], most: [Vec::new(), Vec::new()] };
        find.most(&mut totals);
        totals
    }

    /// The bounds from the beginning of a block; none if it leads to no return.
    pub(super) fn from(&self, id: BlockId, to: To) -> Option<Bounds> {
        let least = self.least[to as usize][id.index()];
        let most = self.most[to as usize][id.index()];
        (least != NEVER).then_some(Bounds { least, most: (most != UNBOUNDED).then_some(most) })
    }
}

/// The least weight to a return where there is none.
const NEVER: u64 = u64::MAX;

struct Finder<'a> {
    subject: Subject<'a>,
    led: &'a Led,
    weights: &'a Weights,
    predecessors: Predecessors,
}

impl Finder<'_> {
    /// The least weights. `returning` has those to any return, for what is called on the way to a success.
    fn least(&self, returning: &[u64], to: To) -> Vec<u64> {
        let graph = self.subject.graph;
        let mut least = vec![NEVER; graph.blocks().len()];
        let mut heap = BinaryHeap::new();
        for (id, _) in graph.blocks() {
            if self.returns(id, to) {
                heap.push(Reverse((self.weights.least[id.index()].min(NEVER - 1), id)));
            }
        }
        while let Some(Reverse((weight, id))) = heap.pop() {
            if least[id.index()] != NEVER {
                continue;
            }
            least[id.index()] = weight;
            for before in self.predecessors.of(id) {
                if least[before.index()] == NEVER {
                    let callees = if to == To::Return { &least } else { returning };
                    let candidate = self.least_of(*before, &least, callees);
                    if candidate != NEVER {
                        heap.push(Reverse((candidate, *before)));
                    }
                }
            }
        }
        least
    }

    /// The least weight of a block, from those of blocks that are known.
    fn least_of(&self, id: BlockId, least: &[u64], callees: &[u64]) -> u64 {
        let next = self.led.ways(id).map(|next| least[next.index()]).min().unwrap_or(NEVER);
        let callee = self.led.callee(self.subject.graph, id).map_or(0, |to| callees[to.index()]);
        if next == NEVER || callee == NEVER {
            return NEVER;
        }
        let own = self.weights.least[id.index()];
        own.saturating_add(next).saturating_add(callee).min(NEVER - 1)
    }

    /// Whether a routine returns at the end of a block.
    fn returns(&self, id: BlockId, to: To) -> bool {
        let is_wanted = to == To::Return || self.led.can_be_true(id);
        match self.subject.graph.block(id).exit {
            Exit::Return => self.led.is_left(id) && is_wanted,
            Exit::Exec(callee) => {
                let Summary { returns_true, returns_false, .. } = external(self.subject, callee);
                self.led.is_left(id) && (returns_true || returns_false && to == To::Return)
            }
            _ => false,
        }
    }

    fn most(&self, totals: &mut Totals) {
        let graph = self.subject.graph;
        let blocks = graph.blocks().len();
        let mut members: Vec<BlockId> = graph.blocks().map(|(id, _)| id).collect();
        members.sort_unstable_by_key(|id| self.led.circle(*id));
        totals.most = [vec![0; blocks], vec![0; blocks]];
        for id in &members {
            let is_circle = self
                .led
                .ways(*id)
                .chain(self.led.callee(graph, *id))
                .any(|to| self.led.circle(to) == self.led.circle(*id));
            for to in [To::Return, To::Success] {
                let most = if is_circle { UNBOUNDED } else { self.most_of(*id, to, totals) };
                totals.most[to as usize][id.index()] = most;
            }
        }
    }

    /// The most weight of a block on no circle.
    fn most_of(&self, id: BlockId, to: To, totals: &Totals) -> u64 {
        let (least, most) = (&totals.least[to as usize], &totals.most[to as usize]);
        let ways = self.led.ways(id).filter(|next| least[next.index()] != NEVER);
        let next = ways.map(|next| most[next.index()]).max().unwrap_or(0);
        let callee = self.led.callee(self.subject.graph, id);
        let callee = callee.map_or(0, |callee| totals.most[To::Return as usize][callee.index()]);
        self.weights.most[id.index()].saturating_add(next).saturating_add(callee)
    }
}

/// For each block the most calls that are open at once from there on; [`DEPTHLESS`] if nothing bounds
/// them.
pub(super) fn depths(subject: Subject<'_>, led: &Led) -> Vec<u32> {
    let graph = subject.graph;
    let mut depths = vec![0; graph.blocks().len()];
    let mut members: Vec<BlockId> = graph.blocks().map(|(id, _)| id).collect();
    members.sort_unstable_by_key(|id| led.circle(*id));
    for circle in members.chunk_by(|a, b| led.circle(*a) == led.circle(*b)) {
        let mut depth: u32 = 0;
        for id in circle {
            for next in led.ways(*id) {
                depth = depth.max(depths[next.index()]);
            }
            let called = match graph.block(*id).exit {
                _ if !led.is_left(*id) => 0,
                Exit::Routine { callee: Place::Outside, .. } => 1,
                Exit::Call { callee, .. } => external(subject, callee)
                    .depth
                    .map_or(DEPTHLESS, |depth| depth.saturating_add(1)),
                Exit::Exec(callee) => external(subject, callee).depth.unwrap_or(DEPTHLESS),
                _ => match led.callee(graph, *id) {
                    Some(callee) if led.circle(callee) == led.circle(*id) => DEPTHLESS,
                    Some(callee) => depths[callee.index()].saturating_add(1),
                    None => 0,
                },
            };
            depth = depth.max(called);
        }
        for id in circle {
            depths[id.index()] = depth;
        }
    }
    depths
}

/// The depth of calls where nothing bounds it.
pub(super) const DEPTHLESS: u32 = u32::MAX;
