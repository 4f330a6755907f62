//! What can follow an instruction. Every jump target is an immediate, so this is known before anything
//! runs; the graph and the image of the fast loop follow the same answers.

use crate::codec::{Decoded, decode_at};
use crate::isa::{Instr, InstructionSet, LibraryRef};
use crate::limits::CODE_SPACE;

/// Where the machine can go on after an instruction. Without a leap that does not fall through, the
/// program returns or stops there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ways {
    /// Whether the instruction behind can follow, for calls when they have returned.
    pub falls_through: bool,
    /// The place that can follow elsewhere.
    pub leap: Option<Leap>,
}

/// A jump or a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leap {
    /// The offset that it goes to.
    pub target: u16,
    /// The library that it goes to; none for this one.
    pub library: Option<LibraryRef>,
    /// Whether `ret` comes back behind the instruction.
    pub comes_back: bool,
}

impl Ways {
    /// Those of an instruction.
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
            Instr::Ret | Instr::Fail | Instr::Verbatim(_) => {
                Ways { falls_through: false, leap: None }
            }
            _ => Ways { falls_through: true, leap: None },
        }
    }
}

/// The instruction that the machine finds at an offset; none where it fails because there is no code:
/// past the end, or where an instruction passes the end of the code space.
#[inline]
pub fn fetch<E: InstructionSet>(code: &[u8], offset: usize) -> Option<Decoded> {
    if offset >= code.len() {
        return None;
    }
    let decoded = decode_at::<E>(code, offset);
    (offset + decoded.length <= CODE_SPACE).then_some(decoded)
}
