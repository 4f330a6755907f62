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

mod bounds;
mod check;
mod circles;
mod code;
mod effect;
mod finding;
mod graph;
mod known;
mod leaving;
mod led;
mod liveness;
mod origin;
mod outputs;
mod predecessors;
mod reach;
mod register_set;
mod signature;
mod solve;
mod state;
mod status;
mod subject;
mod transfer;
mod written;

use alloc::vec::Vec;

pub use self::code::{Instruction, Node, Turn};
pub use self::effect::{Constant, Effect, Side};
pub use self::finding::{Finding, Problem};
pub use self::graph::{Block, BlockId, BodyId, Exit, Graph, Place, Routine, RoutineId};
pub use self::origin::Origin;
pub use self::reach::{Leap, Ways, fetch};
pub use self::register_set::RegisterSet;
pub use self::signature::{Bounds, Callee, Callees, Declared, Interface, Signature, Summary};
pub use self::state::Definedness;

use self::bounds::{DEPTHLESS, To, Totals, Weights, depths};
use self::circles::{Order, order};
use self::code::{Bytes, Listed, Operands};
use self::known::Known;
use self::led::Led;
use self::liveness::{AfterCalls, Live};
use self::solve::solve;
use self::state::{State, Tracked};
use self::subject::Subject;
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
    led: Led,
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
        let led = Led::new(subject, &known);
        Flow { graph, callees, tracked, bits, order, written, known, led }
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
        check::findings(self.subject(), &self.known, &self.led)
    }

    /// Whether a run can come to the instruction at an offset.
    pub fn is_reached(&self, offset: u16) -> bool {
        self.before(offset).is_some()
    }

    /// What is known before the instruction at an offset; none if no run comes there.
    pub fn before(&self, offset: u16) -> Option<Before<'_>> {
        let (block, number) = self.graph.find(offset)?;
        let mut state = self.known.before.get(block.index());
        for node in &self.graph.nodes(block)[..number] {
            self.subject().step(node, &mut state);
        }
        state.is_possible().then_some(Before { tracked: &self.tracked, state })
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

/// What is known before an instruction.
#[derive(Clone, Debug)]
pub struct Before<'a> {
    tracked: &'a Tracked,
    state: State,
}

impl Before<'_> {
    /// Whether `st0` can be this.
    pub fn can_be(&self, status: bool) -> bool {
        self.state.can_be(status)
    }

    /// What a register is where `st0` is `status`; none if it cannot be that.
    pub fn register_where(&self, status: bool, register: Register) -> Option<Definedness> {
        self.can_be(status).then(|| self.state.get(status, self.tracked.bit_of(register)))
    }

    /// What a register is, whatever `st0` is.
    pub fn register(&self, register: Register) -> Definedness {
        self.state.get_any(self.tracked.bit_of(register)).unwrap_or(Definedness::Either)
    }

    /// The registers that the code names and that are in this state where `st0` is `status`; none if it
    /// cannot be that.
    pub fn all_where(&self, status: bool, definedness: Definedness) -> RegisterSet {
        let registers = self.tracked.registers();
        let is_so =
            |register: &Register| self.register_where(status, *register) == Some(definedness);
        registers.filter(is_so).collect()
    }

    /// The registers that the code names and that are surely defined.
    pub fn defined(&self) -> RegisterSet {
        let registers = self.tracked.registers();
        registers.filter(|register| self.register(*register) == Definedness::Defined).collect()
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
