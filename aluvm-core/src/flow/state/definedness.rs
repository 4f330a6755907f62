//! What can be known of whether a register is defined.

use core::fmt;

/// Whether a register is defined.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Definedness {
    /// It is.
    Defined,
    /// It is not.
    Undefined,
    /// The routine has not set it and it is no input: it counts as undefined, but may hold what a caller
    /// has left.
    LeftOver,
    /// It may be or not.
    Either,
}

impl Definedness {
    /// Whether it can in fact be defined.
    pub fn can_be_defined(self) -> bool {
        self != Definedness::Undefined
    }

    /// Whether it can in fact be undefined.
    pub fn can_be_undefined(self) -> bool {
        self != Definedness::Defined
    }

    /// Whether nothing on any way has made it defined.
    pub fn counts_as_undefined(self) -> bool {
        matches!(self, Definedness::Undefined | Definedness::LeftOver)
    }

    /// What it is where two ways meet.
    pub fn join(self, other: Definedness) -> Definedness {
        use Definedness::*;
        match (self, other) {
            _ if self == other => self,
            (Undefined, LeftOver) | (LeftOver, Undefined) => LeftOver,
            _ => Either,
        }
    }

    pub(super) fn from_bits(holds: bool, lacks: bool) -> Definedness {
        match (holds, lacks) {
            (true, false) => Definedness::Defined,
            (false, true) => Definedness::Undefined,
            (false, false) => Definedness::LeftOver,
            (true, true) => Definedness::Either,
        }
    }

    pub(super) fn to_bits(self) -> (bool, bool) {
        match self {
            Definedness::Defined => (true, false),
            Definedness::Undefined => (false, true),
            Definedness::LeftOver => (false, false),
            Definedness::Either => (true, true),
        }
    }
}

impl fmt::Display for Definedness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Definedness::Defined => "defined",
            Definedness::Undefined => "undefined",
            Definedness::LeftOver => "left over",
            Definedness::Either => "either",
        })
    }
}
