//! Code in half bytes: what a profile's assembler writes behind an instruction that ends with half a byte, and reading
//! that back.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::layout::Layout;
use super::{
    DataSegment, decode_foreign, decode_into, encode_for, ends_with_half, fetch, is_known, resolve,
};
use crate::isa::{Instr, InstructionSet, Verbatim};
use crate::library::id::LibId;
use crate::profile::Profile;

/// Where instructions lie that stand one behind the other.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Position {
    half_bytes: usize,
}

impl Position {
    /// The offset.
    pub(crate) fn offset(self) -> usize {
        self.half_bytes / 2
    }

    /// Whether it lies half a byte behind the offset.
    pub(crate) fn is_shifted(self) -> bool {
        !self.half_bytes.is_multiple_of(2)
    }

    /// Goes over an instruction.
    pub(crate) fn advance(&mut self, profile: &Profile, instr: &Instr) {
        self.half_bytes += 2 * instr.length() - usize::from(ends_with_half(profile, instr));
    }
}

/// The code of instructions, given in whole bytes: what follows half a byte is moved there, and half a byte at the end
/// of the code is dropped.
pub(super) fn packed(profile: &Profile, instrs: &[Instr], code: &[u8]) -> Vec<u8> {
    let mut halves = Vec::with_capacity(2 * code.len());
    let mut offset = 0;
    for instr in instrs {
        let bytes = code.get(offset..offset + instr.length()).unwrap_or_default();
        halves.extend(bytes.iter().flat_map(|byte| [byte & 0xF, byte >> 4]));
        if ends_with_half(profile, instr) {
            halves.pop();
        }
        offset += instr.length();
    }
    let (pairs, _) = halves.as_chunks::<2>();
    pairs.iter().map(|[low, high]| low | high << 4).collect()
}

/// The instructions of which the code is made, if some end with half a byte and the assembler makes just this code of
/// them.
pub(super) fn decode<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    data: &[u8],
    libs: &BTreeSet<LibId>,
) -> Option<Vec<Instr>> {
    let ids: Vec<LibId> = libs.iter().copied().collect();
    let mut segment = DataSegment::over(data);
    let mut instrs = Vec::new();
    let mut at = Position::default();
    let mut has_halves = false;
    while at.offset() < code.len() {
        let mut instr = Instr::Fail;
        let left = 2 * code.len() - at.half_bytes;
        let length = decode_at::<E>(profile, &mut instr, code, at);
        let half = usize::from(ends_with_half(profile, &instr));
        // Half a byte that was dropped was zero.
        let dropped = usize::from(at.is_shifted());
        if 2 * length - half > left + dropped {
            let bytes = word_at(code, at).to_le_bytes();
            let rest = bytes.get(..left.div_ceil(2)).and_then(Verbatim::new);
            instr = Instr::Verbatim(rest?);
        } else if Layout::of(word_at(code, at) as u8).names_segments() {
            resolve(&mut instr, &mut segment, &ids);
        }
        has_halves |= ends_with_half(profile, &instr);
        at.advance(profile, &instr);
        instrs.push(instr);
    }
    if !has_halves {
        return None;
    }
    let again = encode_for(profile, &instrs, data, libs.clone()).ok()?;
    (again.code == code).then_some(instrs)
}

fn word_at(code: &[u8], at: Position) -> u128 {
    fetch(code, at.offset()) >> if at.is_shifted() { 4 } else { 0 }
}

/// Replaces an instruction by that at a position, and gives its length.
fn decode_at<E: InstructionSet>(
    profile: &Profile,
    instr: &mut Instr,
    code: &[u8],
    at: Position,
) -> usize {
    let word = word_at(code, at);
    let opcode = word as u8;
    if is_known(profile, opcode) {
        return decode_into::<E>(instr, word);
    }
    // The half byte behind its end is of the next instruction.
    let mut halves = E::FORMS.iter().filter(|form| form.opcode == opcode && form.ends_with_half());
    let other = halves.next().map_or(0, |form| 0xF << (8 * form.length() - 4));
    decode_foreign::<E>(instr, word & !other, 1)
}
