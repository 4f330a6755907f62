//! What a host gives to scripts: the operation that is validated and the contract that it belongs to.

use core::ops::ControlFlow;

use aluvm::bytes::ByteString;

/// The state of an assignment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State<'s> {
    /// A right, which has no state.
    Declarative,
    /// An amount.
    Fungible(u64),
    /// Data of the contract.
    Structured(&'s [u8]),
}

/// A signature of a transition.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Signature {
    /// What is signed: the id of the transition.
    pub message: [u8; 32],
    /// The signature in its compact form. One whose `s` is in the upper half is refused.
    pub compact: [u8; 64],
}

/// What looks at the state of one assignment after the other, and breaks when it has seen enough.
pub type See<'see> = &'see mut dyn FnMut(State<'_>) -> ControlFlow<()>;

/// Shows as many states as there are said to be. One that is missing breaks.
fn each<'s>(
    count: usize,
    state: impl Fn(usize) -> Option<State<'s>>,
    see: See<'_>,
) -> ControlFlow<()> {
    (0..count).try_for_each(|index| match state(index) {
        Some(state) => see(state),
        None => ControlFlow::Break(()),
    })
}

/// A genesis or a transition while it is validated.
///
/// Types of assignments, of global state and of metadata are numbers that the schema gives. Whatever an
/// implementation answers decides on consensus: all validators have to answer alike.
pub trait Operation {
    /// How many inputs there are of a type of assignments.
    fn input_count(&self, assignment: u16) -> usize;

    /// An input, by its index among those of its type.
    fn input(&self, assignment: u16, index: usize) -> Option<State<'_>>;

    /// Shows `see` the inputs of a type of assignments in the order of their indexes, until it breaks, and says whether
    /// it did.
    ///
    /// What sums inputs asks so. An implementation of its own finds the type once where this one looks for it at each
    /// index, and has to show the same.
    fn each_input(&self, assignment: u16, see: See<'_>) -> ControlFlow<()> {
        each(self.input_count(assignment), |index| self.input(assignment, index), see)
    }

    /// How many outputs there are of a type of assignments.
    fn output_count(&self, assignment: u16) -> usize;

    /// An output, by its index among those of its type.
    fn output(&self, assignment: u16, index: usize) -> Option<State<'_>>;

    /// Shows `see` the outputs of a type of assignments, as [`each_input`](Operation::each_input) does the inputs.
    fn each_output(&self, assignment: u16, see: See<'_>) -> ControlFlow<()> {
        each(self.output_count(assignment), |index| self.output(assignment, index), see)
    }

    /// How many items the operation has of a type of global state.
    fn global_count(&self, global: u16) -> usize;

    /// An item of global state of the operation, by its index among those of its type.
    fn global(&self, global: u16, index: usize) -> Option<&[u8]>;

    /// How many items the contract has of a type of global state; zero for an unknown type.
    fn contract_global_count(&self, global: u16) -> usize;

    /// An item of global state of the contract, by how many items of its type came after it.
    fn contract_global(&self, global: u16, depth: usize) -> Option<ByteString>;

    /// Metadata of the operation.
    fn metadata(&self, meta: u16) -> Option<&[u8]>;

    /// The signature of a transition; none for a genesis, and if it is not signed.
    fn signature(&self) -> Option<Signature>;

    /// Takes note that this operation is valid only with a mint of `amount` in another chain, behind the
    /// block `after_block` of that. The same mint can be asked for twice, and counts once.
    fn require_mint(&mut self, amount: u64, after_block: u64);
}
