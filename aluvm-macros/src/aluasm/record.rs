//! The bytes that stand for a block in its expansion, as `aluvm_core::expansion` reads them.

use aluvm_core::asm::{LibraryOperand, Resolved, Wanted};
use aluvm_core::expansion::{
    AT_BIT, AT_DATA, AT_LIBRARY, AT_NUMBER, AT_SITE, AT_STRING, CONSTANTS, DATA, DATA_1, DATA_2,
    DATA_4, DATA_8, EXTENSION, NUMBER, PARTS, PIECE, RECORD, SPECIAL, VERBATIM, WITH_LIBRARY,
};
use aluvm_core::isa::{FieldKind, Form};

use crate::diagnostics::Place;

/// The byte strings of a block.
#[derive(Default)]
pub(crate) struct Records {
    records: Vec<u8>,
    pub(crate) data: Vec<Vec<u8>>,
    pub(crate) places: Vec<u8>,
}

impl Records {
    /// Appends an instruction.
    pub(crate) fn push(&mut self, instr: &Resolved<Place>) {
        let mut record = [0; RECORD];
        if let Some(verbatim) = &instr.verbatim {
            record[0] = VERBATIM;
            self.data.push(verbatim.bytes().to_vec());
        } else if let Some(form) = instr.form {
            record[1] = form.row;
            if instr.is_extension {
                record[0] = SPECIAL | EXTENSION;
                self.data.push(instr.word.to_le_bytes().to_vec());
            } else {
                fields(form, instr.word, &mut record);
            }
            self.beside(instr, &mut record);
        }
        self.records.extend(record);
    }

    /// Writes what an instruction has in other segments.
    fn beside(&mut self, instr: &Resolved<Place>, record: &mut [u8; RECORD]) {
        if let Some(data) = &instr.data {
            let in_record = match data.len() {
                1 => DATA_1,
                2 => DATA_2,
                4 => DATA_4,
                8 => DATA_8,
                _ => DATA,
            };
            record[0] = in_record;
            if in_record == DATA {
                self.data.push(data.to_vec());
            } else {
                record[RECORD - data.len()..].copy_from_slice(data);
            }
        }
        if let Some(LibraryOperand::Id(id)) = instr.library.as_deref() {
            special(record, WITH_LIBRARY);
            self.data.push(id.to_bytes().to_vec());
        }
        if !instr.constants.is_empty() {
            special(record, 0);
            record[CONSTANTS] = instr.constants.len() as u8;
        }
    }

    /// The records in pieces, the last filled up.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Vec<u8>> {
        self.records.chunks(RECORD * PIECE).map(|piece| {
            let mut piece = piece.to_vec();
            piece.resize(RECORD * PIECE, 0);
            piece
        })
    }

    /// Appends the place, in the instruction that was appended last, of the constant with this number.
    pub(crate) fn place(&mut self, instr: &Resolved<Place>, wanted: Wanted, constant: usize) {
        let place = match wanted {
            Wanted::Unsigned { shift, .. }
            | Wanted::Step { shift, .. }
            | Wanted::Switch { shift } => match instr.form {
                Some(form) if !instr.is_extension => part(form, shift),
                _ => AT_BIT + shift as u8,
            },
            Wanted::Value(_) => AT_DATA,
            Wanted::Bytes => AT_STRING,
            Wanted::Library => AT_LIBRARY,
            Wanted::Site { .. } => AT_SITE,
        };
        self.places.push(place);
        self.places.extend((constant as u16).to_le_bytes());
    }
}

/// Writes the fields of an instruction word into its record, each as a byte but for a wide one.
fn fields(form: &Form, word: u128, record: &mut [u8; RECORD]) {
    let mut part = PARTS;
    let mut number = 0;
    let mut bits = (word >> 8) as u64;
    for field in form.fields {
        let value = bits & (u64::MAX >> (64 - field.bits));
        bits = bits.checked_shr(field.bits).unwrap_or_default();
        if let FieldKind::Fixed(_) = field.kind {
            continue;
        }
        if field.bits > 8 {
            number = value as u32;
        } else if let Some(byte) = record.get_mut(part) {
            *byte = value as u8;
        }
        part += 1;
    }
    if let Ok(number) = u16::try_from(number) {
        if number != 0 {
            record[0] = NUMBER;
            record[RECORD - 2..].copy_from_slice(&number.to_le_bytes());
        }
    } else {
        record[0] = SPECIAL;
        record[RECORD - 4..].copy_from_slice(&number.to_le_bytes());
    }
}

/// Makes a record one of the special kind, with one more flag.
fn special(record: &mut [u8; RECORD], flag: u8) {
    if record[0] == NUMBER {
        record.copy_within(RECORD - 2.., RECORD - 4);
        record[RECORD - 2..].fill(0);
    }
    record[0] = if record[0] < SPECIAL { SPECIAL | flag } else { record[0] | flag };
}

/// The number of the field that begins at this bit of the instruction word, fixed fields left out.
fn part(form: &Form, shift: u32) -> u8 {
    let mut part = 0;
    let mut at = 8;
    for field in form.fields {
        if at == shift {
            return if field.bits > 8 { AT_NUMBER } else { part };
        }
        part += u8::from(!matches!(field.kind, FieldKind::Fixed(_)));
        at += field.bits;
    }
    part
}
