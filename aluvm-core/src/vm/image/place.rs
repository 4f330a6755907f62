//! Places in a program.

use crate::codec::{Decoded, decode_for_into, decode_shifted};
use crate::isa::{Instr, InstructionSet};
use crate::profile::Profile;

/// Set in the number of a library while its code is read half a byte behind each offset.
pub(crate) const SHIFTED: u16 = 0x8000;

/// A place in a program: the number of a library and an offset in its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Place {
    pub(crate) lib: u16,
    pub(crate) offset: u16,
}

impl Place {
    /// Where there is no library.
    pub(crate) const NOWHERE: Place = Place { lib: u16::MAX, offset: u16::MAX };

    /// Whether it lies half a byte behind the offset.
    pub(super) fn is_shifted(self) -> bool {
        self.lib & SHIFTED != 0
    }

    /// Reads the instruction there into one that is given, and gives its length.
    #[inline]
    pub(super) fn read_into<E: InstructionSet>(
        self,
        profile: &Profile,
        code: &[u8],
        instr: &mut Instr,
    ) -> Option<usize> {
        if !self.is_shifted() {
            return decode_for_into::<E>(profile, instr, code, self.offset.into());
        }
        let Decoded { instr: found, length } =
            decode_shifted::<E>(profile, code, self.offset.into())?;
        *instr = found;
        Some(length)
    }
}

/// Set in the number of a library where an operation stands in front of its place, or behind all code.
const BETWEEN: u16 = 0x4000;

/// Set in the number of a library where the code ends in a way that ends programs of the profile.
const END: u16 = 0x2000;

/// Where an operation stands in the code, and the complexity of the operations before it in its stretch, which
/// ends with the run or a pause.
#[derive(Clone, Copy, Debug)]
pub(in crate::vm) struct Spot {
    lib: u16,
    offset: u16,
    pub(in crate::vm) before: u16,
}

impl Spot {
    /// Of the instruction at a place, or where there is none.
    pub(super) fn met(Place { lib, offset }: Place) -> Spot {
        Spot { lib, offset, before: 0 }
    }

    /// Of something else that stands there.
    pub(super) fn between(place: Place) -> Spot {
        Spot { lib: place.lib | BETWEEN, ..Spot::met(place) }
    }

    /// The same behind so much complexity.
    #[inline]
    pub(super) fn behind(self, before: u16) -> Spot {
        Spot { before, ..self }
    }

    /// The same where the code ends.
    pub(super) fn ending(self) -> Spot {
        Spot { lib: self.lib | END, ..self }
    }

    /// The place; none in front of all code.
    pub(super) fn place(self) -> Option<Place> {
        let lib = self.lib & !(BETWEEN | END);
        (self.lib != u16::MAX).then_some(Place { lib, offset: self.offset })
    }

    /// Whether the operation is what a jump to the place comes to.
    pub(super) fn is_met(self) -> bool {
        self.lib & BETWEEN == 0
    }

    /// Whether it is that at a place.
    #[inline]
    pub(super) fn is_met_at(self, place: Place) -> bool {
        self.lib & !END == place.lib && self.offset == place.offset
    }

    /// Whether the code ends there.
    pub(super) fn is_end(self) -> bool {
        self.lib & END != 0
    }
}

/// Where a program is: the number of a library and an offset, which can be 2^16, past all code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::vm) struct Position {
    pub(in crate::vm) lib: u16,
    pub(in crate::vm) offset: usize,
}

/// Where the next instruction begins if one ends with half a byte: the number of the library and the offset.
pub(in crate::vm) fn behind_half(lib: u16, offset: usize, length: usize) -> (u16, usize) {
    match lib & SHIFTED {
        0 => (lib | SHIFTED, offset + length - 1),
        _ => (lib & !SHIFTED, offset + length),
    }
}
