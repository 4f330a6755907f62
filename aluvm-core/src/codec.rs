//! Between instructions and the bytes of a library's segments.
//!
//! Decoding is total and injective: each byte string is a program, and no two code segments over
//! the same data and libraries give the same instructions. What is no instruction is kept as
//! [`Verbatim`] bytes, and a constant that does not lie where [`encode`] would put it is kept as a
//! place, as are those behind the first [`DECODED_DATA_MAX`](crate::limits::DECODED_DATA_MAX) bytes of
//! constants. So [`encode`] after [`decode`] gives back every byte.

mod halves;
mod layout;
mod lenient;
mod place;
mod shifted;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;

#[cfg(feature = "vm")]
use crate::isa::NoExtension;
use crate::isa::{
    Data, ExtensionInstr, Form, INSTR_MAX, Instr, InstructionSet, LibraryRef, Verbatim,
};
use crate::library::id::LibId;
use crate::limits::{CODE_MAX, CODE_SPACE, DATA_MAX, LIBS_MAX};
use crate::profile::{Decoding, Nop, Profile};
pub(crate) use halves::Position;
use layout::Layout;
pub use place::DataSegment;
pub(crate) use shifted::{Found, found};

/// The bytes of a library's code, data and libs.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Segments {
    /// The code segment.
    pub code: Vec<u8>,
    /// The data segment.
    pub data: Vec<u8>,
    /// The libraries that the code names.
    pub libs: BTreeSet<LibId>,
}

/// Why instructions cannot be laid out as a library. The number of the instruction counts from
/// zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EncodeError {
    /// The code passes its limit of 65535 bytes.
    CodeTooLong {
        /// The instruction that passes it.
        instr: usize,
        /// The length with that instruction.
        length: usize,
    },
    /// The data passes its limit of 65535 bytes.
    DataTooLong {
        /// The instruction whose constant passes it.
        instr: usize,
        /// The length with that constant.
        length: usize,
    },
    /// A constant does not have the width of its register.
    ConstantWidth {
        /// The instruction.
        instr: usize,
        /// The width of the register in bytes.
        expected: usize,
        /// The length of the constant.
        found: usize,
    },
    /// The code names more than 255 libraries.
    TooManyLibs {
        /// How many.
        count: usize,
    },
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EncodeError::CodeTooLong { instr, length } => write!(
                f,
                "the code grows to {length} bytes at instruction {instr}; a library holds at most \
                 {CODE_MAX}"
            ),
            EncodeError::DataTooLong { instr, length } => write!(
                f,
                "the data grows to {length} bytes at instruction {instr}; a library holds at most \
                 {DATA_MAX}"
            ),
            EncodeError::ConstantWidth { instr, expected, found } => write!(
                f,
                "the constant of instruction {instr} has {found} bytes; its register has {expected}"
            ),
            EncodeError::TooManyLibs { count } => {
                write!(f, "the code names {count} libraries; a library names at most {LIBS_MAX}")
            }
        }
    }
}

impl core::error::Error for EncodeError {}

/// An instruction read from code, with its constants and libraries as places.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Decoded {
    /// The instruction, as if the code went on with zeros.
    pub instr: Instr,
    /// Its length in bytes, which may pass the end of the code.
    pub length: usize,
}

/// Reads the instruction at `offset` as the machine does: past the end of the code there are zeros.
///
/// Extension opcodes that neither this build nor `E` has are reserved.
pub fn decode_at<E: InstructionSet>(code: &[u8], offset: usize) -> Decoded {
    let mut instr = Instr::Fail;
    let length = decode_into::<E>(&mut instr, fetch(code, offset));
    Decoded { instr, length }
}

/// Reads the instruction at `offset` as a machine with a profile does; none where it finds none: past the
/// end of the code, where an instruction passes the end of the code space, and for
/// [`Decoding::Lenient`] where the end of the code cuts it short.
#[inline]
pub fn decode_for<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    offset: usize,
) -> Option<Decoded> {
    let mut instr = Instr::Fail;
    let length = decode_for_into::<E>(profile, &mut instr, code, offset)?;
    Some(Decoded { instr, length })
}

/// The same in the place of an instruction, which becomes another also where there is none: to move a new
/// one there would wait until all its fields are written. The answer is the length.
#[inline]
pub(crate) fn decode_for_into<E: InstructionSet>(
    profile: &Profile,
    instr: &mut Instr,
    code: &[u8],
    offset: usize,
) -> Option<usize> {
    if offset >= code.len() {
        return None;
    }
    match profile.decoding() {
        Decoding::Strict => {
            let length = decode_into::<E>(instr, fetch(code, offset));
            (offset + length <= CODE_SPACE).then_some(length)
        }
        Decoding::Lenient => lenient::decode_into::<E>(profile, instr, code, offset),
    }
}

/// Reads the instruction half a byte behind `offset` as a machine with [`Decoding::Lenient`] does, where an
/// instruction before it ended with half a byte; none where it finds none.
pub(crate) fn decode_shifted<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    offset: usize,
) -> Option<Decoded> {
    shifted::decode::<E>(profile, code, offset, 4)
}

/// Reads the instruction of the base set `shift` bits behind `offset`, zero to seven, for a host that reads its
/// own instructions from the bits of the code, and so can end anywhere in a byte. Opcodes that the profile does
/// not have are reserved here.
///
/// As [`decode_for`] it gives none where it finds none.
///
/// ```
/// use aluvm_core::codec::decode_at_bit;
/// use aluvm_core::profile::Profile;
///
/// // `jmp 0x1234` one bit behind the beginning.
/// let code = (0x12_34_02_u32 << 1).to_le_bytes();
/// let decoded = decode_at_bit(&Profile::RGB_0_11, &code, 0, 1).unwrap();
/// assert_eq!(decoded.instr.to_string(), "jmp     0x1234");
/// assert_eq!(decoded.length, 3);
/// ```
#[cfg(feature = "vm")]
pub fn decode_at_bit(profile: &Profile, code: &[u8], offset: usize, shift: u32) -> Option<Decoded> {
    match shift % 8 {
        0 => decode_for::<NoExtension>(profile, code, offset),
        shift => shifted::decode::<NoExtension>(profile, code, offset, shift),
    }
}

/// Whether a machine with a profile goes on half a byte before the end of an instruction.
pub(crate) fn ends_with_half(profile: &Profile, instr: &Instr) -> bool {
    profile.decoding() == Decoding::Lenient && lenient::ends_with_half(instr)
}

/// Lays instructions out as [`encode`] does, over the same segments, for a machine with a profile. With [`Decoding::Lenient`] what
/// follows an instruction that ends with half a byte begins there, and half a byte at the end of the code is
/// dropped.
///
/// # Errors
///
/// If a segment passes its limit or a constant does not fit its register.
pub fn encode_for(
    profile: &Profile,
    instrs: &[Instr],
    data: &[u8],
    libs: BTreeSet<LibId>,
) -> Result<Segments, EncodeError> {
    let segments = encode(instrs, data, libs)?;
    Ok(match instrs.iter().any(|instr| ends_with_half(profile, instr)) {
        true => Segments { code: halves::packed(profile, instrs, &segments.code), ..segments },
        false => segments,
    })
}

/// Replaces an instruction by that with a word, and gives its length.
#[inline]
fn decode_into<E: InstructionSet>(instr: &mut Instr, word: u128) -> usize {
    let layout = Layout::of(word as u8);
    if layout.is_enabled && instr.replace_by_word(word) {
        return layout.length.into();
    }
    decode_foreign::<E>(instr, word, opcode_length::<E>(word as u8))
}

/// Replaces an instruction by that of the extension with a word, else by so many bytes.
#[inline]
fn decode_foreign<E: InstructionSet>(instr: &mut Instr, word: u128, length: usize) -> usize {
    if let Some(extension) = extension_instr::<E>(word) {
        *instr = Instr::Extension(extension);
        return extension.form().length();
    }
    let bytes = word.to_le_bytes();
    let verbatim = Verbatim::new(bytes.get(..length).unwrap_or(&bytes));
    *instr = verbatim.map_or(Instr::Fail, Instr::Verbatim);
    length
}

fn fetch(code: &[u8], offset: usize) -> u128 {
    let rest = code.get(offset..).unwrap_or(&[]);
    if let Some(bytes) = rest.first_chunk::<INSTR_MAX>() {
        return u128::from_le_bytes(*bytes);
    }
    let mut bytes = [0; INSTR_MAX];
    bytes[..rest.len()].copy_from_slice(rest);
    u128::from_le_bytes(bytes)
}

fn extension_instr<E: InstructionSet>(word: u128) -> Option<ExtensionInstr> {
    E::FORMS.iter().find_map(|form| ExtensionInstr::new(form, word))
}

/// The length of the instructions with this opcode; one where it is reserved.
fn opcode_length<E: InstructionSet>(opcode: u8) -> usize {
    let layout = Layout::of(opcode);
    if layout.is_enabled {
        return layout.length.into();
    }
    E::FORMS.iter().find(|form| form.opcode == opcode).map_or(1, Form::length)
}

/// Reads all instructions of a code segment, one behind the other from its start.
pub fn decode<E: InstructionSet>(code: &[u8], data: &[u8], libs: &BTreeSet<LibId>) -> Vec<Instr> {
    decode_by(decode_into::<E>, code, data, libs)
}

/// The same for a machine with a profile: opcodes that it does not have are reserved bytes. What it reads
/// leniently is kept as the bytes that it is, so that [`encode_for`] gives back every byte here too.
///
/// Behind an instruction that ends with half a byte stands what the assembler would write there. If the bytes are not
/// of its making, that instruction is kept as bytes as well.
pub fn decode_all_for<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    data: &[u8],
    libs: &BTreeSet<LibId>,
) -> Vec<Instr> {
    let can_shift = profile.decoding() == Decoding::Lenient
        && E::FORMS.iter().any(|form| form.ends_with_half());
    if can_shift && let Some(instrs) = halves::decode::<E>(profile, code, data, libs) {
        return instrs;
    }
    decode_bytes_for::<E>(profile, code, data, libs)
}

/// The same without looking for instructions in the middle of bytes.
pub(crate) fn decode_bytes_for<E: InstructionSet>(
    profile: &Profile,
    code: &[u8],
    data: &[u8],
    libs: &BTreeSet<LibId>,
) -> Vec<Instr> {
    let decode_one = |instr: &mut Instr, word: u128| {
        let length = match is_known(profile, word as u8) {
            true => decode_into::<E>(instr, word),
            false => decode_foreign::<E>(instr, word, 1),
        };
        if ends_with_half(profile, instr) {
            let bytes = word.to_le_bytes();
            let verbatim = bytes.get(..length).and_then(Verbatim::new);
            *instr = verbatim.map_or(Instr::Fail, Instr::Verbatim);
        }
        length
    };
    decode_by(decode_one, code, data, libs)
}

/// Whether a machine with a profile has instructions of the base set with an opcode that it reads on from.
fn is_known(profile: &Profile, opcode: u8) -> bool {
    profile.has_opcode(opcode) && (opcode != 0xFF || profile.nop() == Nop::Passes)
}

fn decode_by(
    decode_one: impl Fn(&mut Instr, u128) -> usize,
    code: &[u8],
    data: &[u8],
    libs: &BTreeSet<LibId>,
) -> Vec<Instr> {
    let libs: Vec<LibId> = libs.iter().copied().collect();
    let mut segment = DataSegment::over(data);
    let mut instrs = Vec::new();
    let mut number = 0;
    let mut offset = 0;
    while offset < code.len() {
        if number == instrs.len() {
            // Instructions have about four bytes; growing takes room for what is left.
            instrs.resize_with(number + (code.len() - offset) / 4 + 1, || Instr::Fail);
        }
        let instr = &mut instrs[number];
        let length = decode_one(instr, fetch(code, offset));
        if offset + length > code.len() {
            *instr = Verbatim::new(&code[offset..]).map_or(Instr::Fail, Instr::Verbatim);
        } else if Layout::of(code[offset]).names_segments() {
            resolve(instr, &mut segment, &libs);
        }
        number += 1;
        offset += length;
    }
    instrs.truncate(number);
    instrs
}

/// Replaces places by what lies there, where `encode` would put it there again.
fn resolve(instr: &mut Instr, segment: &mut DataSegment, libs: &[LibId]) {
    let width = constant_width(instr);
    if let Some(data) = instr.data_mut()
        && let Data::At { offset, length } = *data
        && let Some(bytes) = segment.claim(offset, width.unwrap_or(usize::from(length)))
    {
        *data = Data::new(bytes);
    }
    if let Some(library) = instr.library_mut()
        && let LibraryRef::Index(index) = *library
        && let Some(id) = libs.get(usize::from(index))
    {
        *library = LibraryRef::Id(*id);
    }
}

/// The width of the register that a constant is for; none for byte strings.
pub fn constant_width(instr: &Instr) -> Option<usize> {
    match instr {
        Instr::PutA { size, .. } | Instr::PutIfA { size, .. } => Some(size.register_size().bytes()),
        Instr::PutF { size, .. } => Some(size.register_size().bytes()),
        Instr::PutR { size, .. } | Instr::PutIfR { size, .. } => Some(size.register_size().bytes()),
        _ => None,
    }
}

/// Lays instructions out behind each other. Each distinct constant is placed once in the data: at
/// its first match in the data written so far, else behind it.
///
/// `data` and `libs` are what the segments hold to begin with; both are empty for a new library.
///
/// # Errors
///
/// If a segment passes its limit or a constant does not fit its register.
pub fn encode(
    instrs: &[Instr],
    data: &[u8],
    libs: BTreeSet<LibId>,
) -> Result<Segments, EncodeError> {
    lay_out(instrs, data, libs, |_, _| ())
}

/// The same, and shows each instruction with its opcode.
#[inline]
pub(crate) fn lay_out<'i>(
    instrs: &'i [Instr],
    data: &[u8],
    mut libs: BTreeSet<LibId>,
    mut show: impl FnMut(&'i Instr, u8),
) -> Result<Segments, EncodeError> {
    let mut segment = DataSegment::over(data);
    // Instructions have about four bytes.
    let mut code = Vec::with_capacity(instrs.len() * 4 + INSTR_MAX);
    // Libraries and where their indexes go, which are known when all libraries are.
    let mut calls = Vec::new();
    for (number, instr) in instrs.iter().enumerate() {
        let (word, length) = match instr {
            Instr::Verbatim(verbatim) => (fetch(verbatim.bytes(), 0), verbatim.bytes().len()),
            Instr::Extension(instr) => (instr.word(), instr.form().length()),
            _ => instr.to_word().unwrap_or_default(),
        };
        show(instr, word as u8);
        let layout = Layout::of(word as u8);
        let mut placed = 0;
        if layout.names_segments() {
            if let Some(shift) = layout.data_shift {
                placed = place(number, instr, &mut segment)? << shift;
            }
            if let (Some(at), Some(LibraryRef::Id(id))) = (layout.library_at, instr.library()) {
                calls.push((code.len() + usize::from(at), *id));
            }
        }
        // A whole word in one piece, of which the next takes what is too long.
        let end = code.len() + length;
        code.extend_from_slice(&(word | placed).to_le_bytes());
        code.truncate(end);
        if end > CODE_MAX {
            return Err(EncodeError::CodeTooLong { instr: number, length: end });
        }
    }
    libs.extend(calls.iter().map(|(_, id)| *id));
    if libs.len() > LIBS_MAX {
        return Err(EncodeError::TooManyLibs { count: libs.len() });
    }
    let ids: Vec<LibId> = libs.iter().copied().collect();
    for (at, id) in calls {
        if let (Some(byte), Ok(index)) = (code.get_mut(at), ids.binary_search(&id)) {
            *byte = index as u8;
        }
    }
    code.shrink_to_fit();
    Ok(Segments { code, data: segment.into_bytes(), libs })
}

/// Places the constant of an instruction, if it has one that has no place yet, and gives the bits of
/// the place.
fn place(number: usize, instr: &Instr, segment: &mut DataSegment) -> Result<u128, EncodeError> {
    let Some(bytes) = instr.data().and_then(Data::bytes) else { return Ok(0) };
    let width = constant_width(instr);
    if let Some(expected) = width
        && expected != bytes.len()
    {
        return Err(EncodeError::ConstantWidth { instr: number, expected, found: bytes.len() });
    }
    let too_long = |length| EncodeError::DataTooLong { instr: number, length };
    let offset = segment.place(bytes).map_err(too_long)?;
    let length = if width.is_some() { 0 } else { bytes.len() as u128 };
    Ok(u128::from(offset) | length << 16)
}
