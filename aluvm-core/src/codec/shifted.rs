//! How the deployed machine reads code some bits behind an offset, which it comes to behind an instruction
//! that ends within a byte.

use super::lenient::{complete, decode_word};
use super::{Decoded, fetch};
use crate::isa::{Instr, InstructionSet, Verbatim};
use crate::profile::Profile;

/// The instruction so many bits behind an offset, one to seven. The byte at the offset says what the machine
/// expects there: an opcode of another family fails, but only once all is read that the family begins with.
pub(super) fn decode<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    offset: usize,
    shift: u32,
) -> Option<Decoded> {
    let expected = Family::of(*code.get(offset)?);
    let bits = 8 * (code.len() - offset) - shift as usize;
    if bits < 8 * expected.head {
        return None;
    }
    // No instruction is so long that the bits above would be missed.
    let word = fetch(code, offset) >> shift;
    if Family::of(word as u8) != expected || expected == Family::OTHERS {
        let failing = Verbatim::new(&[word as u8]).map_or(Instr::Fail, Instr::Verbatim);
        return Some(Decoded { instr: failing, length: 1 });
    }
    complete(decode_word::<E>(profile, word), bits)
}

/// Opcodes that one part of the machine decodes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Family {
    first: u8,
    last: u8,
    /// How many bytes it reads before it finds that an opcode is not its own.
    head: usize,
}

impl Family {
    const ALL: [Family; 10] = [
        Family::new(0x00, 0x07, 1),
        Family::new(0x08, 0x0F, 2),
        Family::new(0x10, 0x17, 3),
        Family::new(0x18, 0x1F, 2),
        Family::new(0x20, 0x27, 1),
        Family::new(0x28, 0x2F, 2),
        Family::new(0x30, 0x3F, 1),
        Family::new(0x40, 0x7F, 1),
        Family::new(0x80, 0x82, 2),
        Family::new(0xC0, 0xD5, 1),
    ];

    /// What fails by the byte that is expected, without reading on.
    const OTHERS: Family = Family::new(0xFF, 0xFF, 0);

    const fn new(first: u8, last: u8, head: usize) -> Family {
        Family { first, last, head }
    }

    fn of(opcode: u8) -> Family {
        let family = |family: &Family| (family.first..=family.last).contains(&opcode);
        Family::ALL.into_iter().find(family).unwrap_or(Family::OTHERS)
    }
}
