//! What a host gives to scripts: the operation that is validated and the contract that it belongs to.

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

/// A genesis or a transition while it is validated.
///
/// Types of assignments, of global state and of metadata are numbers that the schema gives. Whatever an
/// implementation answers decides on consensus: all validators have to answer alike.
pub trait Operation {
    /// How many inputs there are of a type of assignments.
    fn input_count(&self, assignment: u16) -> usize;

    /// An input, by its index among those of its type.
    fn input(&self, assignment: u16, index: usize) -> Option<State<'_>>;

    /// How many outputs there are of a type of assignments.
    fn output_count(&self, assignment: u16) -> usize;

    /// An output, by its index among those of its type.
    fn output(&self, assignment: u16, index: usize) -> Option<State<'_>>;

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
