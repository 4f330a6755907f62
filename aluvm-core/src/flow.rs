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
//! | question | answer |
//! |---|---|
//! | blocks, ways, routines | [`Flow::graph`]; as text and for Graphviz: [`Flow::print`] |
//! | who calls whom | [`Graph::calls`], [`Graph::calls_of`]; how often: [`Flow::calls`] |
//! | loops, dead code | [`Flow::loops`], [`Flow::dead`] |
//! | what is known before an instruction | [`Flow::before`]; where that comes from: [`Flow::origins`] |
//! | which values are read later | [`Flow::liveness`] |
//! | what a routine writes, costs and how deep it calls | [`Flow::summaries`] |
//! | what is wrong | [`Flow::findings`] |
//!
//! Data flows through the modules in one direction: code → nodes → graph → states → findings and answers.

mod analysis;
mod before;
mod bounds;
mod calls;
mod check;
mod circles;
mod code;
mod effect;
mod finding;
mod graph;
mod known;
mod leaving;
mod led;
mod live;
mod liveness;
mod loops;
mod node;
mod origin;
mod outputs;
mod predecessors;
mod print;
mod reach;
mod register_set;
mod signature;
mod solve;
mod state;
mod status;
mod subject;
mod transfer;
mod unreached;
mod walk;
mod written;

use alloc::vec::Vec;

pub use self::analysis::{Flow, Surroundings};
pub use self::before::Before;
pub use self::calls::{Call, Target};
pub use self::code::Instruction;
pub use self::effect::{Constant, Effect, Side};
pub(crate) use self::finding::CLOBBERED;
pub(crate) use self::finding::names;
pub use self::finding::{Finding, Problem};
pub use self::graph::{Block, BlockId, BodyId, Exit, Graph, Place, Routine, RoutineId};
pub use self::live::Liveness;
pub use self::loops::Loop;
pub use self::node::{Node, Turn};
pub use self::origin::Origin;
pub use self::print::Printed;
pub use self::reach::{Leap, Ways};
pub use self::register_set::RegisterSet;
pub use self::signature::{Bounds, Callee, Callees, Declared, Interface, Signature, Summary};
pub use self::state::Definedness;
#[cfg(feature = "vm")]
pub(crate) use self::walk::Walk;

use crate::isa::{InstructionSet, NoExtension};
use crate::library::Lib;
use crate::profile::Profile;

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
    check_for::<NoExtension>(lib, &Profile::SPEC)
}

/// The same for a machine with a profile and the extension `E`.
pub fn check_for<E: InstructionSet>(lib: &Lib, profile: &Profile) -> Vec<Finding> {
    let surroundings = Surroundings { profile: *profile, ..Surroundings::default() };
    let mut findings = Flow::of_lib::<E>(lib, &surroundings).findings();
    findings.retain(|finding| !finding.problem.is_on_request());
    findings
}
