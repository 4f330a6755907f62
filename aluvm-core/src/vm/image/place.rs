//! Places in a program.

use crate::codec::{Decoded, decode_for_into, decode_shifted};
use crate::isa::{Instr, InstructionSet};
use crate::library::SHIFTED;
use crate::profile::Profile;

/// A place in a program: the number of a library and an offset in its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Place {
    pub(crate) lib: u16,
    pub(crate) offset: u16,
}

impl Place {
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

    pub(super) fn to_bits(self) -> u32 {
        u32::from(self.lib) << 16 | u32::from(self.offset)
    }

    pub(super) fn from_bits(bits: u32) -> Place {
        Place { lib: (bits >> 16) as u16, offset: bits as u16 }
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
