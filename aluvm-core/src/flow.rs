//! What can be known of code without running it: its control flow graph, which registers are defined
//! where, what routines read and write, and what is wrong.
//!
//! [`check`] reports what is wrong with a library. [`Flow`] is the analysis itself, for tools: of a
//! library's bytes, or of a list of instructions that an assembler has not laid out yet.
//!
//! At each place there are two states, one in which `st0` is true and one in which it is false, because
//! that is how code of this machine tells whether a result exists. In each a register is
//! [`Defined`](Definedness::Defined), undefined, left over from a caller, or either. No values are
//! followed: what depends on them counts as possible. Everything that is claimed holds for each run that
//! begins at a routine with the inputs that it declares; a program that jumps elsewhere into the code, as
//! another library can, is not spoken of.
//!
//! Data flows through the modules in one direction: [`code`](self) → graph → states → findings.

mod check;
mod circles;
mod code;
mod definedness;
mod effect;
mod finding;
mod graph;
mod liveness;
mod outputs;
mod reach;
mod register_set;
mod signature;
mod state;
mod status;
mod transfer;
mod written;

use alloc::vec::Vec;

pub use self::code::{Instruction, Node, Turn};
pub use self::effect::{Constant, Effect, Side};
pub use self::finding::{Finding, Problem};
pub use self::graph::{Block, BlockId, BodyId, Exit, Graph, Place, Routine, RoutineId};
pub use self::reach::{Leap, Ways, fetch};
pub use self::register_set::RegisterSet;
pub use self::signature::{Bounds, Callee, Callees, Declared, Interface, Signature, Summary};
pub use self::state::Definedness;

use self::circles::{Order, order};
use self::code::{Bytes, Listed, Operands};
use self::definedness::{Known, Subject, solve};
use self::state::{State, Tracked};
use self::written::Written;
use crate::isa::{InstructionSet, NoExtension, Register};
use crate::library::Lib;

/// What is wrong with a library, in the order of its offsets.
///
/// It begins at offset 0 and, again and again, at the first offset that nothing reaches, with registers of
/// which nothing is known.
///
/// ```
/// use aluvm_core::flow;
/// use aluvm_core::library::Lib;
///
/// let lib: Lib = "clr a8[0]; add.uc a8[0], a8[1]; ret;".parse()?;
/// let findings = flow::check(&lib);
/// assert_eq!(
///     findings[0].to_string(),
///     "0x0002: undefined_read: a8[0] is undefined on every way to here",
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn check(lib: &Lib) -> Vec<Finding> {
    let mut findings = Flow::of_lib::<NoExtension>(lib, &Surroundings::default()).findings();
    findings.retain(|finding| !finding.problem.is_on_request());
    findings
}

/// What an analysis is told of code beside the code itself.
#[derive(Clone, Default, Debug)]
pub struct Surroundings {
    /// The routines that the code declares, or the entries of a library. If there are none, the code
    /// begins at offset 0 and, again and again, at the first offset that nothing reaches.
    pub routines: Vec<Declared>,
    /// What is known of routines of other libraries.
    pub callees: Callees,
}

/// The analysis of some code.
#[derive(Clone, Debug)]
pub struct Flow {
    graph: Graph,
    callees: Callees,
    tracked: Tracked,
    bits: Operands,
    order: Order,
    written: Written,
    known: Known,
}

impl Flow {
    /// Analyses a library, for a machine with the extension `E`.
    pub fn of_lib<E: InstructionSet>(lib: &Lib, surroundings: &Surroundings) -> Flow {
        let source = Bytes::<E>::new(lib, &surroundings.callees);
        Flow::new(Graph::new(&source, &surroundings.routines), surroundings)
    }

    /// Analyses a list of instructions. The code ends behind the last of them.
    pub fn of_instructions(instructions: &[Instruction], surroundings: &Surroundings) -> Flow {
        let source = Listed::new(instructions);
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
        };
        let known = solve(subject);
        Flow { graph, callees, tracked, bits, order, written, known }
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            graph: &self.graph,
            bits: &self.bits,
            tracked: &self.tracked,
            callees: &self.callees,
            written: &self.written,
            order: &self.order,
        }
    }

    /// The control flow graph.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// All that is wrong, in the order of the offsets. Findings that are reported
    /// [on request](Problem::is_on_request) are among them.
    pub fn findings(&self) -> Vec<Finding> {
        check::findings(self.subject(), &self.known)
    }

    /// Whether a run can come to the instruction at an offset.
    pub fn is_reached(&self, offset: u16) -> bool {
        self.before(offset).is_some_and(|state| state.is_possible())
    }

    /// What a register is before the instruction at an offset, where `st0` is `status`; none if a run
    /// cannot come there with `st0` like that.
    pub fn definedness(
        &self,
        offset: u16,
        status: bool,
        register: Register,
    ) -> Option<Definedness> {
        let state = self.before(offset)?;
        state.can_be(status).then(|| state.get(status, self.tracked.bit_of(register)))
    }

    /// What a register is before the instruction at an offset, whatever `st0` is; none if no run comes
    /// there.
    pub fn definedness_at(&self, offset: u16, register: Register) -> Option<Definedness> {
        self.before(offset)?.get_any(self.tracked.bit_of(register))
    }

    /// The states before the instruction at an offset.
    fn before(&self, offset: u16) -> Option<State> {
        let (block, number) = self.graph.find(offset)?;
        let mut state = self.known.before.get(block.index());
        for node in &self.graph.nodes(block)[..number] {
            self.subject().step(node, &mut state);
        }
        Some(state)
    }
}

/// Bytes that the states of all blocks may take. Where code has so many blocks and registers that they
/// would take more, some registers are not followed.
const STATE_BYTES_MAX: usize = 12 << 20;

fn tracked(graph: &Graph, callees: &Callees) -> Tracked {
    let signatures = graph.routines().filter_map(|(_, routine)| routine.signature);
    let named = signatures
        .chain(callees.signatures())
        .fold(RegisterSet::EMPTY, |set, one| set.union(one.all_inputs()).union(one.all_outputs()));
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
