//! Between instructions and the bytes of a library's segments.
//!
//! Decoding is total and injective: each byte string is a program, and no two code segments over
//! the same data and libraries give the same instructions. What is no instruction is kept as
//! [`Verbatim`] bytes, and a constant that does not lie where [`encode`] would put it is kept as a
//! place. So [`encode`] after [`decode`] gives back every byte.

mod place;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;

use crate::isa::{
    Data, ExtensionInstr, FORMS, FieldKind, Form, Given, INSTR_MAX, Instr, InstructionSet,
    LibraryRef, Verbatim,
};
use crate::library::LibId;
use crate::limits::{CODE_MAX, DATA_MAX, LIBS_MAX};
pub(crate) use place::DataSegment;

/// The bytes of a library's code, data and libs.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
#[derive(Clone, PartialEq, Eq, Debug)]
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
    let word = fetch(code, offset);
    if let Some(instr) = Instr::from_word(word, Given::Nothing)
        && let Some(row) = instr.row()
        && FORMS[row].is_enabled()
    {
        return Decoded { length: FORMS[row].length(), instr };
    }
    if let Some(instr) = extension_instr::<E>(word) {
        return Decoded { length: instr.form().length(), instr: Instr::Extension(instr) };
    }
    let length = opcode_length::<E>(word as u8);
    let bytes = word.to_le_bytes();
    let verbatim = Verbatim::new(bytes.get(..length).unwrap_or(&bytes));
    Decoded { instr: verbatim.map_or(Instr::Fail, Instr::Verbatim), length }
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
    FORMS
        .iter()
        .filter(|form| form.is_enabled())
        .chain(E::FORMS)
        .find(|form| form.opcode == opcode)
        .map_or(1, Form::length)
}

/// Reads all instructions of a code segment, one behind the other from its start.
pub fn decode<E: InstructionSet>(code: &[u8], data: &[u8], libs: &BTreeSet<LibId>) -> Vec<Instr> {
    let libs: Vec<LibId> = libs.iter().copied().collect();
    let mut segment = DataSegment::over(data);
    let mut instrs = Vec::new();
    let mut offset = 0;
    while offset < code.len() {
        let Decoded { mut instr, length } = decode_at::<E>(code, offset);
        if offset + length > code.len() {
            instr = Verbatim::new(&code[offset..]).map_or(Instr::Fail, Instr::Verbatim);
        } else {
            resolve(&mut instr, &mut segment, &libs);
        }
        instrs.push(instr);
        offset += length;
    }
    instrs
}

/// Replaces places by what lies there, where `encode` would put it there again.
fn resolve(instr: &mut Instr, segment: &mut DataSegment, libs: &[LibId]) {
    let width = constant_width(instr);
    if let Some(data) = instr.data_mut()
        && let Data::At { offset, length } = *data
        && let Some(bytes) = segment.claim(offset, width.unwrap_or(usize::from(length)))
    {
        *data = Data::Owned(bytes.into());
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
    mut libs: BTreeSet<LibId>,
) -> Result<Segments, EncodeError> {
    libs.extend(instrs.iter().filter_map(|instr| match instr.library() {
        Some(LibraryRef::Id(id)) => Some(*id),
        _ => None,
    }));
    if libs.len() > LIBS_MAX {
        return Err(EncodeError::TooManyLibs { count: libs.len() });
    }
    let indexes: Vec<LibId> = libs.iter().copied().collect();
    let mut segment = DataSegment::over(data);
    let mut code = Vec::with_capacity(instrs.len() * 4);
    for (number, instr) in instrs.iter().enumerate() {
        match instr {
            Instr::Verbatim(verbatim) => code.extend_from_slice(verbatim.bytes()),
            Instr::Extension(instr) => {
                code.extend_from_slice(&instr.word().to_le_bytes()[..instr.form().length()]);
            }
            _ => {
                let Some((mut word, length)) = instr.to_word() else { continue };
                word |= placed_bits(number, instr, &mut segment, &indexes)?;
                code.extend_from_slice(&word.to_le_bytes()[..length]);
            }
        }
        if code.len() > CODE_MAX {
            return Err(EncodeError::CodeTooLong { instr: number, length: code.len() });
        }
    }
    Ok(Segments { code, data: segment.into_bytes(), libs })
}

/// The bits that name the place of an instruction's constant and library.
fn placed_bits(
    number: usize,
    instr: &Instr,
    segment: &mut DataSegment,
    libs: &[LibId],
) -> Result<u128, EncodeError> {
    let mut bits = 0;
    if let Some(bytes) = instr.data().and_then(Data::bytes) {
        let width = constant_width(instr);
        if let Some(expected) = width
            && expected != bytes.len()
        {
            return Err(EncodeError::ConstantWidth { instr: number, expected, found: bytes.len() });
        }
        let offset = segment
            .place(bytes)
            .map_err(|length| EncodeError::DataTooLong { instr: number, length })?;
        let length = if width.is_some() { 0 } else { bytes.len() as u128 };
        bits |= (u128::from(offset) | length << 16) << data_shift(instr);
    }
    if let Some(LibraryRef::Id(id)) = instr.library()
        && let Ok(index) = libs.binary_search(id)
    {
        bits |= (index as u128) << field_shift(instr, |kind| matches!(kind, FieldKind::Library));
    }
    Ok(bits)
}

fn data_shift(instr: &Instr) -> u32 {
    field_shift(instr, |kind| matches!(kind, FieldKind::RegisterData | FieldKind::StringData))
}

fn field_shift(instr: &Instr, is_wanted: fn(&FieldKind) -> bool) -> u32 {
    let Some(form) = instr.row().map(|row| &FORMS[row]) else { return 0 };
    form.fields.iter().position(|field| is_wanted(&field.kind)).map_or(0, |i| form.field_shift(i))
}
