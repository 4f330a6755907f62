//! Liveness for tools: which registers are read later, before they are written.

use super::analysis::Flow;
use super::liveness::{AfterCalls, Live};
use super::register_set::RegisterSet;

/// The registers that are live at each place.
#[derive(Clone, Debug)]
pub struct Liveness<'a> {
    flow: &'a Flow,
    live: Live,
}

impl Flow {
    /// Finds the registers that are live at each place: those whose values an instruction may read before
    /// they are written again. Behind a routine that does not declare its outputs all are.
    ///
    /// ```
    /// use aluvm_core::flow::{Declared, Flow, RegisterSet, Signature, Surroundings};
    /// use aluvm_core::isa::{NoExtension, Register, RegisterSize};
    /// use aluvm_core::library::Lib;
    ///
    /// let lib: Lib = "put a8[0], 1; add.uw a8[0], a8[1]; ret;".parse()?;
    /// let register = |index| Register::Value { size: RegisterSize::A8, index };
    /// let outputs = RegisterSet::EMPTY.with(register(1));
    /// let signature = Some(Signature { outputs, ..Signature::default() });
    /// let routines = vec![Declared { offset: 0, is_public: true, signature, begins_true: false }];
    /// let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings { routines, ..Surroundings::default() });
    /// let liveness = flow.liveness();
    /// assert_eq!(liveness.before(0), Some(RegisterSet::EMPTY.with(register(1))));
    /// assert_eq!(liveness.before(4), Some(RegisterSet::EMPTY.with(register(0)).with(register(1))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn liveness(&self) -> Liveness<'_> {
        Liveness { flow: self, live: Live::new(self.subject(), AfterCalls::Outputs) }
    }
}

impl Liveness<'_> {
    /// The registers that are live before the instruction at an offset, of those that the code names; none
    /// if nothing leads there.
    pub fn before(&self, offset: u16) -> Option<RegisterSet> {
        let Flow { graph, tracked, .. } = self.flow;
        let (block, number) = graph.find(offset)?;
        let mut words = self.live.at_end(self.flow.subject(), block);
        for node in graph.nodes(block)[number..].iter().rev() {
            self.live.step_back(self.flow.subject(), node, &mut words);
        }
        Some(tracked.set_of(&words))
    }
}
