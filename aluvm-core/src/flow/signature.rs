//! What is declared of a routine, what the analysis finds out about it, and what callers in other
//! libraries are told. All of it can be a constant.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::register_set::RegisterSet;
use crate::library::LibSite;
use crate::profile::{EndOfCode, Profile};

/// The registers that a routine takes and gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Signature {
    /// Inputs that are defined when the routine is called.
    pub inputs: RegisterSet,
    /// Inputs that may be undefined.
    pub optional_inputs: RegisterSet,
    /// Outputs that are defined when the routine returns with `st0` true.
    pub outputs: RegisterSet,
    /// Outputs that may be undefined then.
    pub optional_outputs: RegisterSet,
}

impl Signature {
    /// All inputs.
    pub const fn all_inputs(&self) -> RegisterSet {
        self.inputs.union(self.optional_inputs)
    }

    /// All outputs.
    pub const fn all_outputs(&self) -> RegisterSet {
        self.outputs.union(self.optional_outputs)
    }
}

/// A routine that code declares.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Declared {
    /// Where it begins.
    pub offset: u16,
    /// Whether others than the code itself can call it.
    pub is_public: bool,
    /// What it takes and gives. Without, its callers may have left any register in any state.
    pub signature: Option<Signature>,
    /// Whether all who call it from elsewhere leave `st0` true.
    pub begins_true: bool,
}

/// What the analysis finds out about a routine, calls included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Summary {
    /// All registers that it may write.
    pub writes: RegisterSet,
    /// Whether it can return with `st0` true.
    pub returns_true: bool,
    /// Whether it can return with `st0` false.
    pub returns_false: bool,
    /// Whether it can stop the program.
    pub can_stop: bool,
    /// What it adds to `ca0` if it returns; none if it cannot.
    pub returning: Option<Bounds>,
    /// What it adds to `ca0` if it returns with `st0` true; none if it cannot.
    pub succeeding: Option<Bounds>,
    /// The most entries that it adds to the call stack; none if nothing bounds them.
    pub depth: Option<u32>,
}

impl Summary {
    /// That of a routine of which nothing is known. To return takes a `ret` at least.
    pub const UNKNOWN: Summary = Summary {
        writes: RegisterSet::ALL,
        returns_true: true,
        returns_false: true,
        can_stop: true,
        returning: Some(Bounds { least: 2, most: None }),
        succeeding: Some(Bounds { least: 2, most: None }),
        depth: None,
    };

    /// That of a routine of which nothing is known, in a machine with a profile. Where a program ends with
    /// the code, it takes not even a `ret` to end it.
    pub const fn unknown_under(profile: &Profile) -> Summary {
        match profile.end_of_code() {
            EndOfCode::Fails => Summary::UNKNOWN,
            EndOfCode::Ends => {
                let bounds = Some(Bounds { least: 0, most: None });
                Summary { returning: bounds, succeeding: bounds, ..Summary::UNKNOWN }
            }
        }
    }
}

/// The least and the most of a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bounds {
    /// The least.
    pub least: u64,
    /// The most; none if nothing bounds it.
    pub most: Option<u64>,
}

impl Bounds {
    /// Whether the number is neither below the least nor above the most.
    pub const fn contains(&self, number: u64) -> bool {
        let is_below = match self.most {
            Some(most) => number <= most,
            None => true,
        };
        self.least <= number && is_below
    }
}

/// `12..=345`, `12..` without a most.
impl Display for Bounds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.most {
            Some(most) => write!(f, "{}..={most}", self.least),
            None => write!(f, "{}..", self.least),
        }
    }
}

/// What callers know of a routine of another library.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Interface {
    /// What it takes and gives.
    pub signature: Signature,
    /// What it does on the way.
    pub summary: Summary,
}

/// What is known of the routine that `call` or `exec` reaches.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Callee {
    /// Nothing: it may write all registers, and leaves each of them either defined or not.
    Unknown,
    /// It is taken to do whatever suits, and to cost nothing. Only what goes wrong whether it leaves registers defined or
    /// not is found, which does not depend on it; summaries are those of the code without it. What is known
    /// behind it is what is so where it leaves all registers defined.
    Assumed,
    /// That with this number among the [`Callees`].
    Known(u32),
}

/// Routines of other libraries.
#[derive(Clone, Default, Debug)]
pub struct Callees {
    interfaces: Vec<Interface>,
    sites: BTreeMap<LibSite, u32>,
}

impl Callees {
    /// None.
    pub fn new() -> Callees {
        Callees::default()
    }

    /// Adds a routine without saying where it is.
    pub fn add(&mut self, interface: Interface) -> Callee {
        self.interfaces.push(interface);
        Callee::Known(self.interfaces.len() as u32 - 1)
    }

    /// Adds a routine at a site.
    pub fn add_at(&mut self, site: LibSite, interface: Interface) -> Callee {
        let callee = self.add(interface);
        self.sites.insert(site, self.interfaces.len() as u32 - 1);
        callee
    }

    /// The routine at a site.
    pub fn at(&self, site: LibSite) -> Callee {
        self.sites.get(&site).map_or(Callee::Unknown, |number| Callee::Known(*number))
    }

    /// How many routines there are.
    pub fn len(&self) -> usize {
        self.interfaces.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.interfaces.is_empty()
    }

    /// What the routines take and give.
    pub(super) fn signatures(&self) -> impl Iterator<Item = Signature> {
        self.interfaces.iter().map(|interface| interface.signature)
    }

    /// What those routines may write of which it is known.
    pub(super) fn written(&self) -> RegisterSet {
        let written = self.interfaces.iter().map(|interface| interface.summary.writes);
        written.filter(|set| *set != RegisterSet::ALL).fold(RegisterSet::EMPTY, RegisterSet::union)
    }

    /// What is known of a routine; none for one of which nothing is.
    pub fn interface(&self, callee: Callee) -> Option<&Interface> {
        match callee {
            Callee::Known(number) => self.interfaces.get(number as usize),
            _ => None,
        }
    }
}
