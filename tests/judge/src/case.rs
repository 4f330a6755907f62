//! A program with its inputs: what the judge runs for vectors and random tests.

use std::collections::{BTreeMap, BTreeSet};

use crate::codec::Decoded;
use crate::library::Lib;
use crate::run::{End, Judge, Site};
use crate::state::State;

/// A program with its inputs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Case {
    pub before: State,
    /// The libraries; the program begins in the first.
    pub libs: Vec<Lib>,
    /// The offset at which it begins.
    pub entry: u16,
}

impl Case {
    /// A program of one library without data.
    pub fn of_code(before: State, code: Vec<u8>) -> Case {
        let lib = Lib { isae: Lib::EVERY_ISAE.into(), code, ..Lib::default() };
        Case { before, libs: vec![lib], entry: 0 }
    }

    /// How the program ends.
    pub fn judge(&self) -> End {
        self.trace().0
    }

    /// How the program ends, and what it executed: names of forms, with their flags.
    pub fn trace(&self) -> (End, BTreeSet<String>) {
        let libs: BTreeMap<_, _> = self.libs.iter().map(|lib| (lib.id(), lib.clone())).collect();
        let entry = Site { lib: self.libs[0].id(), offset: self.entry.into() };
        let mut judge = Judge::new(&libs, self.before.clone(), entry);
        let mut executed = BTreeSet::new();
        loop {
            if let Decoded::Instruction(instruction) = judge.decode() {
                executed.insert(instruction.name());
            }
            if let Some(stop) = judge.step() {
                return (End { state: judge.state, stop, site: judge.site }, executed);
            }
        }
    }
}
