//! What can follow an instruction. Every jump target is an immediate, so this is known before anything
//! runs; the graph and the image of the fast loop follow the same answers.

use crate::isa::{Instr, LibraryRef};
use crate::profile::{Calls, Meaning, Nop, Profile};

/// Where the machine can go on after an instruction. Without a leap that does not fall through, the
/// program returns or stops there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ways {
    /// Whether the instruction behind can follow, for calls when they have returned.
    pub falls_through: bool,
    /// The place that can follow elsewhere.
    pub leap: Option<Leap>,
}

/// A jump or a call.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Leap {
    /// The offset that it goes to.
    pub target: u16,
    /// The library that it goes to; none for this one.
    pub library: Option<LibraryRef>,
    /// Whether `ret` comes back behind the instruction.
    pub comes_back: bool,
}

impl Ways {
    /// Those of an instruction in a machine with a profile.
    #[inline]
    pub fn under(profile: &Profile, instr: &Instr) -> Ways {
        let ways = Ways::of(instr);
        if profile.is_specified() {
            return ways;
        }
        match (instr, ways.leap) {
            (_, Some(leap)) if leap.comes_back && profile.calls() == Calls::Forget => {
                Ways { falls_through: false, leap: Some(Leap { comes_back: false, ..leap }) }
            }
            (Instr::Nop, _) if profile.nop() == Nop::Hangs => Ways::NONE,
            (Instr::Splt { .. } | Instr::Ins { .. } | Instr::Del { .. }, _)
                if profile.strings() == Meaning::Deployed =>
            {
                Ways::NONE
            }
            _ => ways,
        }
    }

    /// Those after which a program ends.
    const NONE: Ways = Ways { falls_through: false, leap: None };

    /// Those of an instruction by the instruction set.
    #[inline]
    pub fn of(instr: &Instr) -> Ways {
        let leap = |falls_through, target, library, comes_back| Ways {
            falls_through,
            leap: Some(Leap { target, library, comes_back }),
        };
        match *instr {
            Instr::Jmp { target } => leap(false, target.0, None, false),
            Instr::Jif { target } => leap(true, target.0, None, false),
            Instr::Routine { target } => leap(true, target.0, None, true),
            Instr::Call { target, library } => leap(true, target.0, Some(library.0), true),
            Instr::Exec { target, library } => leap(false, target.0, Some(library.0), false),
            Instr::Ret | Instr::Fail | Instr::Verbatim(_) => Ways::NONE,
            _ => Ways { falls_through: true, leap: None },
        }
    }
}
