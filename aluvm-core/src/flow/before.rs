//! What is known before an instruction.

use super::analysis::Flow;
use super::graph::BlockId;
use super::node::Node;
use super::register_set::RegisterSet;
use super::state::{Definedness, State, Tracked};
use crate::isa::Register;

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

impl Flow {
    /// Whether a run can come to the instruction at an offset.
    pub fn is_reached(&self, offset: u16) -> bool {
        self.before(offset).is_some()
    }

    /// What is known before the instruction at an offset; none if no run comes there.
    pub fn before(&self, offset: u16) -> Option<Before<'_>> {
        self.before_node(self.graph.find(offset)?)
    }

    /// The same half a byte behind an offset, where code of a profile can be shifted.
    pub fn before_shifted(&self, offset: u16) -> Option<Before<'_>> {
        self.before_node(self.graph.find_shifted(offset)?)
    }

    /// Goes through all instructions to which a run can come, with what is known before each.
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(&Node, &Before<'_>)) {
        for (id, _) in self.graph.blocks() {
            let state = self.known.before.get(id.index());
            let mut before = Before { tracked: &self.tracked, state };
            for node in self.graph.nodes(id) {
                if !before.state.is_possible() {
                    break;
                }
                visit(node, &before);
                self.subject().step(node, &mut before.state);
            }
        }
    }

    fn before_node(&self, (block, number): (BlockId, usize)) -> Option<Before<'_>> {
        let mut state = self.known.before.get(block.index());
        for node in &self.graph.nodes(block)[..number] {
            self.subject().step(node, &mut state);
        }
        state.is_possible().then_some(Before { tracked: &self.tracked, state })
    }
}
