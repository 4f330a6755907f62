//! How the deployed machine reads code: unused bits are ignored, and so is one bit of the flags of integer
//! arithmetic. What the end of the code cuts short is not there.

use super::layout::Layout;
use super::{fetch, opcode_length};
use crate::isa::{Data, ExtensionInstr, Form, Instr, InstructionSet, IntFlags, Verbatim};
use crate::profile::Profile;

/// Replaces an instruction by that at an offset that lies in the code, and gives its length.
pub(super) fn decode_into<E: InstructionSet>(
    profile: &Profile,
    instr: &mut Instr,
    code: &[u8],
    offset: usize,
) -> Option<usize> {
    let length = decode_word_into::<E>(profile, instr, fetch(code, offset));
    complete(instr, length, 8 * (code.len() - offset))
}

/// Leaves of an instruction what is there where the code has so many bits left, and gives its length.
pub(super) fn complete(instr: &mut Instr, length: usize, bits: usize) -> Option<usize> {
    let needed = 8 * length - if ends_with_half(instr) { 4 } else { 0 };
    if needed > bits {
        forget_constant(instr, bits / 8)?;
    }
    Some(length)
}

/// Whether the next instruction begins half a byte before the end of this one.
pub(super) fn ends_with_half(instr: &Instr) -> bool {
    matches!(instr, Instr::Extension(instr) if instr.form().ends_with_half())
}

/// Replaces an instruction by that with a word, and gives its length.
pub(super) fn decode_word_into<E: InstructionSet>(
    profile: &Profile,
    instr: &mut Instr,
    word: u128,
) -> usize {
    let opcode = word as u8;
    let layout = Layout::of(opcode);
    if layout.is_enabled && profile.has_opcode(opcode) {
        if instr.replace_by_word(word & !layout.unused) {
            drop_flag(instr);
            return layout.length.into();
        }
    } else if let Some(extension) = extension(E::FORMS, word) {
        *instr = Instr::Extension(extension);
        return extension.form().length();
    }
    let length = if profile.has_opcode(opcode) { opcode_length::<E>(opcode) } else { 1 };
    let bytes = word.to_le_bytes();
    let verbatim = Verbatim::new(bytes.get(..length).unwrap_or(&bytes));
    *instr = verbatim.map_or(Instr::Fail, Instr::Verbatim);
    length
}

/// The instruction of an extension with this word. Unused bits are ignored where no other row needs them.
fn extension(forms: &'static [Form], word: u128) -> Option<ExtensionInstr> {
    if let Some(instr) = forms.iter().find_map(|form| ExtensionInstr::new(form, word)) {
        return Some(instr);
    }
    let mut rows = forms.iter().filter(|form| form.opcode == word as u8);
    let form = rows.next().filter(|_| rows.next().is_none())?;
    ExtensionInstr::new(form, word & !form.fixed_mask() | form.fixed_bits())
}

/// Of the flags only the lower bit is read, and it means signed and wrapping.
fn drop_flag(instr: &mut Instr) {
    if let Instr::AddA { flags, .. }
    | Instr::SubA { flags, .. }
    | Instr::MulA { flags, .. }
    | Instr::DivA { flags, .. } = instr
    {
        *flags = match flags {
            IntFlags::UnsignedChecked | IntFlags::UnsignedWrapped => IntFlags::UnsignedChecked,
            IntFlags::SignedChecked | IntFlags::SignedWrapped => IntFlags::SignedWrapped,
        };
    }
}

/// Of an instruction of which only some bytes are left: where these name the register of a number, its
/// constant counts as missing, and else there is no instruction.
fn forget_constant(instr: &mut Instr, left: usize) -> Option<()> {
    let (Instr::PutA { value, .. }
    | Instr::PutF { value, .. }
    | Instr::PutR { value, .. }
    | Instr::PutIfA { value, .. }
    | Instr::PutIfR { value, .. }) = instr
    else {
        return None;
    };
    // No data segment reaches so far.
    value.0 = Data::At { offset: u16::MAX, length: 0 };
    (left >= 2).then_some(())
}
