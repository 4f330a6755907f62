//! What a graph is made of: blocks and where they lead, and routines.

use crate::flow::signature::{Callee, Declared};

/// The number of a block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BlockId(pub u32);

/// The number of a routine: the declared ones or the entries first, then others that calls reach.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RoutineId(pub u32);

/// The number of a body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BodyId(pub u32);

impl BlockId {
    pub(in crate::flow) fn index(self) -> usize {
        self.0 as usize
    }
}

impl RoutineId {
    /// The number that no routine has.
    pub(super) const NONE: u32 = u32::MAX;

    pub(in crate::flow) fn index(self) -> usize {
        self.0 as usize
    }
}

impl BodyId {
    pub(in crate::flow) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Instructions behind each other that run one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub(super) first: u32,
    pub(super) end: u32,
    /// Where the program goes on behind its last instruction.
    pub exit: Exit,
    pub(super) body: BodyId,
    pub(super) owner: u32,
}

/// Where a program goes on behind a block.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Exit {
    /// With a block.
    Next(Place),
    /// With one of two blocks.
    Branch {
        /// That where `st0` is true.
        taken: Place,
        /// That where it is false.
        next: Place,
    },
    /// With a routine of this code, and then with a block.
    Routine {
        /// The beginning of the routine.
        callee: Place,
        /// The block behind the call.
        next: Place,
    },
    /// With a routine of another library, and then with a block.
    Call {
        /// The routine.
        callee: Callee,
        /// The block behind the call.
        next: Place,
    },
    /// With a routine of another library, for good.
    Exec(Callee),
    /// Behind the call that led to the routine.
    Return,
    /// Not at all.
    Stop,
}

/// Where a way leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// To a block of the code.
    Block(BlockId),
    /// To a place without code: the program fails there.
    Outside,
}

impl Place {
    /// The block, if there is one.
    pub fn block(self) -> Option<BlockId> {
        match self {
            Place::Block(block) => Some(block),
            Place::Outside => None,
        }
    }
}

/// Code that something calls, or at which a program begins.
#[derive(Clone, Copy, Debug)]
pub struct Routine {
    /// Where it begins.
    pub offset: u16,
    /// Its first block; none if there is no code.
    pub entry: Option<BlockId>,
    /// Whether others than the code itself can call it.
    pub is_public: bool,
    /// Whether it was declared, or given as an entry.
    pub is_declared: bool,
    /// Whether all who call it from elsewhere leave `st0` true.
    pub begins_true: bool,
    /// The number of its signature, if it has one.
    pub(super) signature: u32,
}

impl Exit {
    /// Whether the program can go on where there is no code, and fail.
    pub fn leads_outside(self) -> bool {
        matches!(self, Exit::Routine { callee: Place::Outside, .. })
            || self.places().contains(&Some(Place::Outside))
    }

    /// Whether the best is assumed of what it calls.
    pub(in crate::flow) fn is_assumed(self) -> bool {
        matches!(self, Exit::Call { callee: Callee::Assumed, .. } | Exit::Exec(Callee::Assumed))
    }

    /// The places in the same routine with which the program can go on.
    pub(super) fn places(self) -> [Option<Place>; 2] {
        match self {
            Exit::Next(next) | Exit::Routine { next, .. } | Exit::Call { next, .. } => {
                [Some(next), None]
            }
            Exit::Branch { taken, next } => [Some(taken), Some(next)],
            Exit::Exec(_) | Exit::Return | Exit::Stop => [None, None],
        }
    }
}

impl Routine {
    pub(super) fn declared(declared: &Declared, signature: u32) -> Routine {
        let Declared { offset, is_public, begins_true, .. } = *declared;
        Routine { offset, entry: None, is_public, is_declared: true, begins_true, signature }
    }

    pub(super) fn entry(offset: u16) -> Routine {
        Routine {
            offset,
            entry: None,
            is_public: true,
            is_declared: false,
            begins_true: false,
            signature: RoutineId::NONE,
        }
    }

    pub(super) fn called(offset: u16) -> Routine {
        Routine {
            offset,
            entry: None,
            is_public: false,
            is_declared: false,
            begins_true: false,
            signature: RoutineId::NONE,
        }
    }
}
