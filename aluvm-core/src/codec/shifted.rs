//! How the deployed machine reads code some bits behind an offset, which it comes to behind an instruction
//! that ends within a byte.

use super::lenient::{complete, decode_word_into};
use super::{Decoded, fetch};
use crate::isa::{Instr, InstructionSet, Verbatim};
use crate::profile::Profile;

/// The instruction so many bits behind an offset, one to seven.
pub(super) fn decode<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    offset: usize,
    shift: u32,
) -> Option<Decoded> {
    let word = word(code, offset, shift);
    match found(profile, code, offset, shift) {
        Found::Nothing => None,
        Found::Failing | Found::Panicking => {
            let failing = Verbatim::new(&[word as u8]).map_or(Instr::Fail, Instr::Verbatim);
            Some(Decoded { instr: failing, length: 1 })
        }
        Found::Instruction => {
            let mut instr = Instr::Fail;
            let length = decode_word_into::<E>(profile, &mut instr, word);
            let length = complete(&mut instr, length, bits_left(code, offset, shift))?;
            Some(Decoded { instr, length })
        }
    }
}

/// What the machine makes of the code some bits behind an offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Found {
    /// It ends there.
    Nothing,
    /// The machine takes the instruction for one that is reserved, and fails.
    Failing,
    /// The machine takes the instruction for one of another family, and panics.
    Panicking,
    /// The instruction that stands there, if all of it is there.
    Instruction,
}

/// What the machine finds so many bits behind an offset, one to seven. The byte at the offset says what it expects
/// there: at an opcode of another family it panics, but only once all is read that the family begins with.
pub(crate) fn found(profile: &Profile, code: &[u8], offset: usize, shift: u32) -> Found {
    let Some(expected) = code.get(offset).map(|byte| Family::of(profile, *byte)) else {
        return Found::Nothing;
    };
    if bits_left(code, offset, shift) < 8 * expected.head {
        return Found::Nothing;
    }
    match Family::of(profile, word(code, offset, shift) as u8) {
        _ if expected == Family::OTHERS || expected == Family::RESERVED => Found::Failing,
        family if family == expected => Found::Instruction,
        _ if expected == Family::HOST => Found::Failing,
        _ => Found::Panicking,
    }
}

/// How much code there is behind the bit of an offset that lies in it.
fn bits_left(code: &[u8], offset: usize, shift: u32) -> usize {
    8 * (code.len() - offset) - shift as usize
}

/// The word there. No instruction is so long that the bits above would be missed.
fn word(code: &[u8], offset: usize, shift: u32) -> u128 {
    fetch(code, offset) >> shift
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
    const ALL: [Family; 11] = [
        Family::new(0x00, 0x07, 1),
        Family::new(0x08, 0x0F, 2),
        Family::new(0x10, 0x17, 3),
        Family::new(0x18, 0x1F, 2),
        Family::new(0x20, 0x27, 1),
        Family::new(0x28, 0x2F, 1),
        Family::new(0x30, 0x3F, 1),
        Family::RESERVED,
        Family::new(0x80, 0x82, 2),
        Family::CURVE,
        Family::HOST,
    ];

    /// Those of secp256k1, where the machine is built with them; the host's else.
    const CURVE: Family = Family::new(0x88, 0x8B, 1);

    /// The instructions of the network's host, which takes all others for instructions that fail.
    const HOST: Family = Family::new(0xC0, 0xD5, 1);

    /// What fails whatever the byte is that is read.
    const RESERVED: Family = Family::new(0x40, 0x7F, 1);

    /// What fails by the byte that is expected, without reading on.
    const OTHERS: Family = Family::new(0xFF, 0xFF, 0);

    const fn new(first: u8, last: u8, head: usize) -> Family {
        Family { first, last, head }
    }

    fn of(profile: &Profile, opcode: u8) -> Family {
        let is_of = |family: &Family| {
            (family.first..=family.last).contains(&opcode)
                && (*family != Family::CURVE || profile.has_opcode(opcode))
        };
        Family::ALL.into_iter().find(is_of).unwrap_or(Family::OTHERS)
    }
}
