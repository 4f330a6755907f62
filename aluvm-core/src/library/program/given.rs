//! The libraries that a host gives: which of them a program reaches, and in which order.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::ProgramError;
use crate::library::{Lib, LibId};

/// Libraries up to this number are looked for one by one, which takes no memory.
const FEW: usize = 8;

/// A library, and whom it calls.
#[derive(Debug)]
pub(super) struct Linkage {
    pub(super) id: LibId,
    pub(super) lib: Lib,
    /// For each entry of the libs segment, the number of that library in the program.
    pub(super) calls: Vec<u16>,
}

/// The number of a library that is not there, where the profile admits that.
pub(super) const ABSENT: u16 = u16::MAX;

/// Libraries, those first that are reached.
pub(super) struct Given {
    pub(super) libs: Vec<Linkage>,
    pub(super) reached: usize,
    pub(super) index: Index,
    /// Libraries that are needed and not there.
    missing: Vec<Missing>,
}

struct Missing {
    /// How many libraries were needed before.
    turn: usize,
    id: LibId,
    caller: Option<LibId>,
}

/// Where each of many libraries stands; empty for few.
#[derive(Debug)]
pub(super) struct Index(BTreeMap<LibId, usize>);

impl Index {
    fn new(libs: &[Linkage]) -> Index {
        let mut index = BTreeMap::new();
        if libs.len() > FEW {
            for (number, linkage) in libs.iter().enumerate() {
                index.entry(linkage.id).or_insert(number);
            }
        }
        Index(index)
    }

    /// Where a library stands among these.
    pub(super) fn find(&self, libs: &[Linkage], id: LibId) -> Option<usize> {
        if self.0.is_empty() {
            return libs.iter().position(|linkage| linkage.id == id);
        }
        self.0.get(&id).copied()
    }

    /// Leaves out all from a number on.
    pub(super) fn truncate(&mut self, count: usize) {
        self.0.retain(|_, number| *number < count);
    }

    /// Swaps a library that was [found](Index::find) with another.
    fn swap(&mut self, libs: &mut [Linkage], found: usize, other: usize) {
        // Of one that was given twice only one copy stands here. Where the other place holds its second copy, the
        // entry is that of the one found, so that it goes last.
        for (from, to) in [(other, found), (found, other)] {
            if let Some(linkage) = libs.get(from)
                && let Some(number) = self.0.get_mut(&linkage.id)
                && *number == from
            {
                *number = to;
            }
        }
        libs.swap(found, other);
    }
}

impl Given {
    pub(super) fn new(libs: impl Iterator<Item = (LibId, Lib)>) -> Given {
        let libs = libs.map(|(id, lib)| Linkage { id, lib, calls: Vec::new() });
        let libs: Vec<Linkage> = libs.collect();
        let index = Index::new(&libs);
        Given { libs, reached: 0, index, missing: Vec::new() }
    }

    /// The number that a library has in the program.
    pub(super) fn reach(&mut self, id: LibId) -> Option<usize> {
        let at = self.index.find(&self.libs, id)?;
        if at < self.reached {
            return Some(at);
        }
        let number = self.reached;
        self.index.swap(&mut self.libs, at, number);
        self.reached += 1;
        Some(number)
    }

    /// Reaches the libraries that one names.
    pub(super) fn follow(&mut self, caller: usize, admits_absent: bool) {
        let count = self.libs.get(caller).map_or(0, |linkage| linkage.lib.libs().len());
        let mut calls = Vec::with_capacity(count);
        for index in 0..count {
            let Some(Linkage { id: caller, lib, .. }) = self.libs.get(caller) else { break };
            let (caller, callee) = (*caller, lib.libs().as_slice().get(index).copied());
            let Some(callee) = callee else { break };
            let number = self.reach(callee);
            if number.is_none() && !admits_absent {
                self.miss(callee, Some(caller));
            }
            calls.push(number.map_or(ABSENT, |number| number as u16));
        }
        if let Some(linkage) = self.libs.get_mut(caller) {
            linkage.calls = calls;
        }
    }

    /// Takes down that a library is needed and not there.
    pub(super) fn miss(&mut self, id: LibId, caller: Option<LibId>) {
        if self.missing.iter().all(|missing| missing.id != id) {
            self.missing.push(Missing { turn: self.count(), id, caller });
        }
    }

    /// How many libraries are needed.
    pub(super) fn count(&self) -> usize {
        self.reached + self.missing.len()
    }

    /// Checks whether that which is needed in a turn is there.
    pub(super) fn check(&self, turn: usize) -> Result<(), ProgramError> {
        match self.missing.first() {
            Some(Missing { turn: missing, id, caller }) if *missing == turn => {
                Err(ProgramError::MissingLibrary { lib: *id, caller: *caller })
            }
            _ => Ok(()),
        }
    }
}
