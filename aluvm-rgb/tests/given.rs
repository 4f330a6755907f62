//! An operation as plain data, of which each side makes its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use aluvm::bytes::ByteString;
use aluvm_rgb::{Operation, See, Signature, State};

/// The state of an assignment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Owned {
    /// A right.
    Right,
    /// An amount.
    Amount(u64),
    /// Data.
    Data(Vec<u8>),
}

/// How a transition is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signed {
    /// Not at all.
    Not,
    /// By the key that the contract names.
    Right,
    /// Over something else.
    Wrong,
    /// With bytes that are no signature.
    Malformed,
    /// With the other of the two values of `s`, which the network refuses.
    High,
}

/// A genesis or a transition.
#[derive(Clone, Debug)]
pub struct Given {
    /// The type; none for a genesis.
    pub transition: Option<u16>,
    /// The inputs by type.
    pub inputs: BTreeMap<u16, Vec<Owned>>,
    /// The outputs by type; all of one type have one kind of state.
    pub outputs: BTreeMap<u16, Vec<Owned>>,
    /// Global state of the operation.
    pub globals: BTreeMap<u16, Vec<Vec<u8>>>,
    /// Global state of the contract, the latest first.
    pub contract: BTreeMap<u16, Vec<Vec<u8>>>,
    /// Metadata.
    pub metadata: BTreeMap<u16, Vec<u8>>,
    /// How it is signed.
    pub signed: Signed,
    /// The signature, once the id is known.
    pub signature: Option<Signature>,
    /// The mints that were asked for.
    pub mints: BTreeSet<(u64, u64)>,
}

impl Owned {
    /// What a script is shown of it.
    pub fn state(&self) -> State<'_> {
        match self {
            Owned::Right => State::Declarative,
            Owned::Amount(amount) => State::Fungible(*amount),
            Owned::Data(data) => State::Structured(data),
        }
    }
}

fn count<T>(map: &BTreeMap<u16, Vec<T>>, key: u16) -> usize {
    map.get(&key).map_or(0, Vec::len)
}

impl Operation for Given {
    fn input_count(&self, assignment: u16) -> usize {
        count(&self.inputs, assignment)
    }

    fn input(&self, assignment: u16, index: usize) -> Option<State<'_>> {
        self.inputs.get(&assignment)?.get(index).map(Owned::state)
    }

    fn each_input(&self, assignment: u16, see: See<'_>) -> ControlFlow<()> {
        let inputs = self.inputs.get(&assignment);
        inputs.into_iter().flatten().map(Owned::state).try_for_each(see)
    }

    fn output_count(&self, assignment: u16) -> usize {
        count(&self.outputs, assignment)
    }

    fn output(&self, assignment: u16, index: usize) -> Option<State<'_>> {
        self.outputs.get(&assignment)?.get(index).map(Owned::state)
    }

    fn each_output(&self, assignment: u16, see: See<'_>) -> ControlFlow<()> {
        let outputs = self.outputs.get(&assignment);
        outputs.into_iter().flatten().map(Owned::state).try_for_each(see)
    }

    fn global_count(&self, global: u16) -> usize {
        count(&self.globals, global)
    }

    fn global(&self, global: u16, index: usize) -> Option<&[u8]> {
        Some(self.globals.get(&global)?.get(index)?)
    }

    fn contract_global_count(&self, global: u16) -> usize {
        count(&self.contract, global)
    }

    fn contract_global(&self, global: u16, depth: usize) -> Option<ByteString> {
        self.contract.get(&global)?.get(depth)?.try_into().ok()
    }

    fn metadata(&self, meta: u16) -> Option<&[u8]> {
        Some(self.metadata.get(&meta)?)
    }

    fn signature(&self) -> Option<Signature> {
        self.signature.filter(|_| self.transition.is_some())
    }

    fn require_mint(&mut self, amount: u64, after_block: u64) {
        self.mints.insert((amount, after_block));
    }
}
