//! Code that nothing reaches, where that is a mistake of its own. What stands behind a loop or a call that never
//! ends is not: the loop is the mistake, and whoever mends it reaches that code.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::finding::{Finding, Problem};
use super::graph::{BlockId, Exit};
use super::known::Known;
use super::led::Led;
use super::subject::Subject;

/// Reports dead code and routines that nothing calls. `is_endless` says of each circle whether it was reported
/// as a loop without an end.
pub(super) fn unreached(
    subject: Subject<'_>,
    known: &Known,
    led: &Led,
    is_endless: &[bool],
) -> Vec<Finding> {
    let graph = subject.graph;
    let mut behind = BTreeSet::new();
    for (id, _) in graph.blocks() {
        let never_ends = is_endless[led.circle(id) as usize]
            || led.is_left(id) && calls_for_good(subject, known, id);
        if known.before.is_possible(id.index()) && never_ends {
            behind.insert(graph.last(id).behind());
        }
    }
    let explained = reached_from(subject, &behind);
    let is_explained = |offset: usize| {
        let block = u16::try_from(offset).ok().and_then(|offset| graph.find(offset));
        behind.contains(&offset) || block.is_some_and(|(block, _)| explained.contains(&block))
    };
    let uncalled = known.uncalled.iter().filter_map(|id| {
        let offset = graph.routine(*id).offset;
        let finding = Finding { offset, problem: Problem::Uncalled, routine: Some(*id) };
        (!is_explained(offset.into())).then_some(finding)
    });
    let dead = led.dead(graph).into_iter().filter_map(|stretch| {
        let offset = u16::try_from(stretch.start).unwrap_or(u16::MAX);
        let problem = Problem::Unreachable { end: stretch.end };
        let finding = Finding { offset, problem, routine: None };
        (!is_explained(stretch.start as usize)).then_some(finding)
    });
    uncalled.chain(dead).collect()
}

/// Whether a block ends with a call of what neither returns nor stops, which has a finding of its own.
fn calls_for_good(subject: Subject<'_>, known: &Known, id: BlockId) -> bool {
    let Subject { graph, written, callees, .. } = subject;
    match graph.block(id).exit {
        Exit::Routine { callee, .. } => callee.block().is_some_and(|callee| {
            let body = graph.body(callee);
            known.returned.possible(body.index()) == [false; 2] && !written.facts(body).can_stop
        }),
        Exit::Call { callee, .. } => callees.interface(callee).is_some_and(|interface| {
            let summary = interface.summary;
            !summary.returns_true && !summary.returns_false && !summary.can_stop
        }),
        _ => false,
    }
}

/// The blocks to which code at these offsets leads.
fn reached_from(subject: Subject<'_>, offsets: &BTreeSet<usize>) -> BTreeSet<BlockId> {
    let graph = subject.graph;
    let first = offsets.iter().filter_map(|offset| graph.find(u16::try_from(*offset).ok()?));
    let mut pending: Vec<BlockId> = first.map(|(block, _)| block).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if reached.insert(id) {
            pending.extend(graph.successors(id).chain(graph.callee(id)).chain(graph.tails(id)));
        }
    }
    reached
}
