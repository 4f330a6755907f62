//! The analysis of some code: the graph, and what is known at each place of it.

use alloc::vec::Vec;
use core::ops::Range;

use super::bounds::{DEPTHLESS, To, Totals, Weights, depths};
use super::check;
use super::circles::{Order, order};
use super::code::{Bytes, Instruction, Listed};
use super::finding::{Finding, Problem};
use super::graph::{BlockId, Exit, Graph};
use super::known::Known;
use super::led::Led;
use super::node::Operands;
use super::register_set::{self, RegisterSet};
use super::signature::{Callees, Declared, Summary};
use super::solve::solve;
use super::state::Tracked;
use super::subject::{NOTHING_KEPT, Subject};
use super::written::Written;
use crate::isa::InstructionSet;
use crate::library::Lib;
use crate::profile::{EndOfCode, Profile};

/// What an analysis is told of code beside the code itself.
#[derive(Clone, Default, Debug)]
pub struct Surroundings {
    /// The routines that the code declares, or the entries of a library. If there are none, the code
    /// begins at offset 0 and, again and again, at the first offset that nothing reaches.
    pub routines: Vec<Declared>,
    /// What is known of routines of other libraries.
    pub callees: Callees,
    /// What the machine does that will run the code.
    pub profile: Profile,
}

/// The analysis of some code.
#[derive(Clone, Debug)]
pub struct Flow {
    pub(super) graph: Graph,
    callees: Callees,
    pub(super) tracked: Tracked,
    bits: Operands,
    order: Order,
    written: Written,
    pub(super) known: Known,
    pub(super) led: Led,
    pub(super) profile: Profile,
}

impl Flow {
    /// Analyses a library, for a machine with the extension `E`.
    pub fn of_lib<E: InstructionSet>(lib: &Lib, surroundings: &Surroundings) -> Flow {
        let source = Bytes::<E>::new(lib, &surroundings.callees, surroundings.profile);
        Flow::new(Graph::new(&source, &surroundings.routines), surroundings)
    }

    /// Analyses a list of instructions. The code ends behind the last of them.
    pub fn of_instructions(instructions: &[Instruction], surroundings: &Surroundings) -> Flow {
        let source = Listed::new(instructions, surroundings.profile);
        Flow::new(Graph::new(&source, &surroundings.routines), surroundings)
    }

    fn new(graph: Graph, surroundings: &Surroundings) -> Flow {
        let callees = surroundings.callees.clone();
        let tracked = tracked(&graph, &callees);
        let bits = graph.operands.map(|number| tracked.bit(number) as u16);
        let order = block_order(&graph);
        let written = Written::new(&graph, &bits, &tracked, &callees);
        let subject = Subject {
            graph: &graph,
            bits: &bits,
            tracked: &tracked,
            callees: &callees,
            written: &written,
            order: &order,
            kept: NOTHING_KEPT,
            assumes_best: true,
            profile: &surroundings.profile,
        };
        let known = solve(subject);
        let led = Led::new(subject, &known);
        let profile = surroundings.profile;
        Flow { graph, callees, tracked, bits, order, written, known, led, profile }
    }

    pub(super) fn subject(&self) -> Subject<'_> {
        Subject {
            graph: &self.graph,
            bits: &self.bits,
            tracked: &self.tracked,
            callees: &self.callees,
            written: &self.written,
            order: &self.order,
            kept: NOTHING_KEPT,
            assumes_best: true,
            profile: &self.profile,
        }
    }

    /// The control flow graph.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// All that is wrong, in the order of the offsets. Findings that are reported
    /// [on request](super::Problem::is_on_request) are among them.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = check::findings(self.subject(), &self.known, &self.led);
        if self.profile.end_of_code() == EndOfCode::Ends {
            findings.retain(|finding| finding.problem != Problem::EndOfCode { into: None });
        }
        findings
    }

    /// Dead code: the bytes that belong to no instruction to which a run can come, in stretches.
    ///
    /// ```
    /// use aluvm_core::flow::{Flow, Surroundings};
    /// use aluvm_core::isa::NoExtension;
    /// use aluvm_core::library::Lib;
    ///
    /// // A register is always equal to itself.
    /// let lib: Lib = "eq.e a8[0], a8[0]; jif end; fail; end: ret;".parse()?;
    /// let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    /// assert_eq!(flow.dead(), [6..7]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn dead(&self) -> Vec<Range<u32>> {
        self.led.dead(&self.graph)
    }

    /// What each routine does, in the order of their numbers.
    pub fn summaries(&self) -> Vec<Summary> {
        let subject = self.subject();
        let totals = Totals::new(subject, &self.led, &Weights::complexity(subject));
        let depths = depths(subject, &self.led);
        let summary = |entry: BlockId| {
            let body = self.graph.body(entry);
            let [returns_false, returns_true] = self.known.returned.possible(body.index());
            let depth = depths[entry.index()];
            Summary {
                writes: subject.written_by(body),
                returns_true,
                returns_false,
                can_stop: self.written.facts(body).can_stop,
                returning: totals.from(entry, To::Return),
                succeeding: totals.from(entry, To::Success),
                depth: (depth != DEPTHLESS).then_some(depth),
            }
        };
        let nothing = Summary {
            writes: RegisterSet::EMPTY,
            returns_true: false,
            returns_false: false,
            can_stop: true,
            returning: None,
            succeeding: None,
            depth: Some(0),
        };
        let routines = self.graph.routines();
        routines.map(|(_, routine)| routine.entry.map_or(nothing, summary)).collect()
    }
}

/// Bytes that the states of all blocks may take. Where code has so many blocks and registers that they
/// would take more, some registers are not followed.
const STATE_BYTES_MAX: usize = 12 << 20;

fn tracked(graph: &Graph, callees: &Callees) -> Tracked {
    let named = graph
        .signatures()
        .map(|(_, signature)| *signature)
        .chain(callees.signatures())
        .fold(callees.written(), |set, one| set.union(one.all_inputs()).union(one.all_outputs()));
    let named: Vec<u16> =
        named.iter().filter_map(register_set::number).map(|number| number as u16).collect();
    // Four words for each block and body, and one more of each.
    let states = graph.blocks().len() + graph.bodies();
    let words = STATE_BYTES_MAX / (5 * size_of::<u64>() * states.max(1));
    let numbers = named.into_iter().chain(graph.operands.all().iter().copied());
    Tracked::new(numbers, 64 * words)
}

fn block_order(graph: &Graph) -> Order {
    let entries = graph.routines().filter_map(|(_, routine)| Some(routine.entry?.index()));
    let entries: Vec<usize> = entries.collect();
    order(graph.blocks().len(), entries.into_iter(), |node, number| {
        let id = BlockId(node as u32);
        let places = match graph.block(id).exit {
            Exit::Next(next) | Exit::Call { next, .. } => [Some(next), None],
            Exit::Branch { taken, next } => [Some(taken), Some(next)],
            Exit::Routine { callee, next } => [Some(callee), Some(next)],
            Exit::Exec(_) | Exit::Return | Exit::Stop => [None, None],
        };
        places.get(number).map(|place| place.and_then(|place| Some(place.block()?.index())))
    })
}
