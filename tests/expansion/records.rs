//! Instructions that are read from records are those that are decoded from their words, with operands that the macro
//! knows and with Rust constants in their places.

use aluvm::{Instr, isa_extension};
use aluvm_core::codec::constant_width;
use aluvm_core::expansion::{
    AT_BIT, AT_DATA, AT_LIBRARY, AT_NUMBER, AT_SITE, AT_STRING, CONSTANTS, DATA, DATA_1, DATA_2,
    DATA_4, DATA_8, EXTENSION, NUMBER, PARTS, PIECE, PLAIN, RECORD, SPECIAL, Source, VERBATIM,
    WITH_LIBRARY, block,
};
use aluvm_core::isa::{
    ExtensionInstr, FORMS, FieldKind, Form, Given, Idx32, InstructionSet, Step, Switch, Unsigned8,
    Unsigned16, Unsigned32, Verbatim,
};
use aluvm_core::library::LibId;
use aluvm_tests::{Random, cases};

use crate::Constants;

isa_extension! {
    /// Operands of all kinds that an extension can have.
    enum Own: "OWN" {
        /// Two numbers.
        Numbers = 0x90 [small: Unsigned8, middle: Unsigned16] "numbers" (small, middle) reads() writes() cost 1;
        /// A number, a step and a switch, none of which begins at a byte.
        Mixed = 0x91 [dst: Idx32, is: Switch, step: Step, large: Unsigned32, #0/2]
            "mixed" (a64 dst, is, step, large) reads() writes(a64 dst) cost 1;
        /// Nothing.
        Nothing = 0x92 "nothing" () reads() writes() cost 1;
    }
}

/// As many instructions as make two pieces of records and a part of a third.
const LENGTH: usize = 2 * PIECE + 9;
/// As many constants as they have at most.
const COUNT: usize = 4 * LENGTH;

/// What stands for a block.
#[derive(Default)]
struct Made {
    records: Vec<[u8; RECORD]>,
    data: Vec<&'static [u8]>,
    places: Vec<u8>,
    constants: Vec<Vec<u8>>,
    strings: Vec<&'static [u8]>,
}

impl Made {
    /// Appends a random instruction. Each operand is a Rust constant with this chance, in percent.
    fn push(&mut self, random: &mut Random, chance: u64) -> Instr {
        match random.below(10) {
            0 => {
                let bytes = [random.bytes(15), vec![0xC7]].concat();
                self.records.push(record(VERBATIM, 0));
                self.data.push(bytes.clone().leak());
                Instr::Verbatim(Verbatim::new(&bytes).expect("16 bytes"))
            }
            1 => {
                let form = random.pick(Own::FORMS);
                let word = word(form, random);
                let mut record = record(SPECIAL | EXTENSION, form.row);
                let rest = self.numbers(random, form, word, &mut record, chance, |_, shift| {
                    AT_BIT + shift as u8
                });
                self.data.push(rest.to_le_bytes().to_vec().leak());
                self.records.push(record);
                Instr::Extension(ExtensionInstr::new(form, word).expect("a word of the form"))
            }
            _ => {
                let form = random.pick(FORMS);
                self.row(random, form, chance)
            }
        }
    }

    /// Appends an instruction of a row of the base table.
    fn row(&mut self, random: &mut Random, form: &Form, chance: u64) -> Instr {
        let mut word = word(form, random);
        if let Some(field) = form.library_field() {
            // The offset of a site comes with its library, below.
            let offsets =
                form.fields.iter().position(|field| matches!(field.kind, FieldKind::Offset));
            let id = LibId::from_bytes(std::array::from_fn(|_| random.next_number() as u8));
            let offset = form.field_bits(word, offsets.expect("an offset")) as u16;
            word &= !(0xFF << form.field_shift(field));
            let mut record = record(SPECIAL, form.row);
            if random.chance(chance) {
                self.constant(
                    &mut record,
                    AT_SITE,
                    [&offset.to_le_bytes()[..], &id.to_bytes()].concat(),
                );
            } else {
                if random.chance(chance) {
                    self.constant(&mut record, AT_LIBRARY, id.to_bytes().to_vec());
                } else {
                    record[0] |= WITH_LIBRARY;
                    self.data.push(id.to_bytes().to_vec().leak());
                }
                if random.chance(chance) {
                    self.constant(&mut record, AT_NUMBER, u32::from(offset).to_le_bytes().to_vec());
                } else {
                    record[RECORD - 4..].copy_from_slice(&u32::from(offset).to_le_bytes());
                }
            }
            self.records.push(record);
            return Instr::from_word(word, Given::Library(id)).expect("a word of the form");
        }
        let mut record = record(PLAIN, form.row);
        let Some(field) = form.data_field() else {
            let part = |field: usize, _| match form.fields[field].bits > 8 {
                true => AT_NUMBER,
                false => parts(form).position(|part| part == field).expect("a part") as u8,
            };
            self.numbers(random, form, word, &mut record, chance, part);
            self.records.push(record);
            return Instr::from_word(word, Given::Nothing).expect("a word of the form");
        };
        word &= !(((1u128 << form.fields[field].bits) - 1) << form.field_shift(field));
        self.numbers(random, form, word, &mut record, 0, |_, _| unreachable!("no number is left"));
        let instr = Instr::from_word(word, Given::Nothing).expect("a word of the form");
        let length = constant_width(&instr).unwrap_or_else(|| random.below(40) as usize);
        let bytes: &'static [u8] =
            (0..length).map(|_| random.next_number() as u8).collect::<Vec<u8>>().leak();
        if random.chance(chance) {
            record[0] = SPECIAL;
            if matches!(form.fields[field].kind, FieldKind::StringData) {
                self.strings.push(bytes);
                self.place(&mut record, AT_STRING, self.strings.len() - 1);
            } else {
                self.constant(&mut record, AT_DATA, bytes.to_vec());
            }
        } else {
            let in_record = [(1, DATA_1), (2, DATA_2), (4, DATA_4), (8, DATA_8)];
            match in_record.iter().find(|(width, _)| *width == length) {
                Some((_, kind)) => {
                    record[0] = *kind;
                    record[RECORD - length..].copy_from_slice(bytes);
                }
                None => {
                    record[0] = DATA;
                    self.data.push(bytes);
                }
            }
        }
        self.records.push(record);
        Instr::from_word(word, Given::Data(bytes)).expect("a word of the form")
    }

    /// Writes the fields of a word into a record, but for the numbers among them that become constants: these are
    /// zero in the word that it gives. `at` says which place a field is.
    fn numbers(
        &mut self,
        random: &mut Random,
        form: &Form,
        word: u128,
        record: &mut [u8; RECORD],
        chance: u64,
        at: impl Fn(usize, u32) -> u8,
    ) -> u128 {
        let mut rest = word;
        for (part, field) in parts(form).enumerate() {
            let shift = form.field_shift(field);
            let bits = form.field_bits(word, field);
            let is_small = form.fields[field].bits <= 8;
            let is_number = matches!(
                form.fields[field].kind,
                FieldKind::Step | FieldKind::Switch | FieldKind::Unsigned | FieldKind::Offset
            );
            if is_number && random.chance(chance) {
                rest ^= u128::from(bits) << shift;
                record[0] |= SPECIAL;
                let is_unsigned =
                    matches!(form.fields[field].kind, FieldKind::Unsigned | FieldKind::Offset);
                let bytes = (bits as u32).to_le_bytes();
                let bytes = if is_unsigned { bytes.to_vec() } else { vec![bytes[0]] };
                self.constant(record, at(field, shift), bytes);
            } else if record[0] & EXTENSION == 0 && is_small {
                record[PARTS + part] = bits as u8;
            } else if record[0] == PLAIN && bits > 0 {
                record[0] = NUMBER;
                record[RECORD - 2..].copy_from_slice(&(bits as u16).to_le_bytes());
            }
        }
        rest
    }

    /// Appends a constant and its place in the instruction.
    fn constant(&mut self, record: &mut [u8; RECORD], place: u8, value: Vec<u8>) {
        self.constants.push(value);
        self.place(record, place, self.constants.len() - 1);
    }

    fn place(&mut self, record: &mut [u8; RECORD], place: u8, number: usize) {
        record[CONSTANTS] += 1;
        self.places.push(place);
        self.places.extend((number as u16).to_le_bytes());
    }
}

fn record(kind: u8, row: u8) -> [u8; RECORD] {
    let mut record = [0; RECORD];
    [record[0], record[1]] = [kind, row];
    record
}

/// The fields that are not fixed.
fn parts(form: &Form) -> impl Iterator<Item = usize> + '_ {
    let is_part = |field: &usize| !matches!(form.fields[*field].kind, FieldKind::Fixed(_));
    (0..form.fields.len()).filter(is_part)
}

/// A random word of a form.
fn word(form: &Form, random: &mut Random) -> u128 {
    let word = u128::from(random.next_number()) << 64 | u128::from(random.next_number());
    let used = u128::MAX >> (128 - 8 * form.length());
    word & used & !form.fixed_mask() | form.fixed_bits()
}

#[test]
fn records_are_the_instructions_of_their_words() {
    let mut random = Random::new(0x12EC);
    for _ in 0..cases(4_000) {
        let mut made = Made::default();
        let chance = *random.pick(&[0, 30, 100]);
        let instrs: [Instr; LENGTH] = std::array::from_fn(|_| made.push(&mut random, chance));
        let pieces = made.records.chunks(PIECE).map(|records| {
            let mut piece = records.as_flattened().to_vec();
            piece.resize(RECORD * PIECE, 0);
            &*Box::leak(piece.into_boxed_slice().try_into().expect("a piece"))
        });
        let pieces: Vec<&'static [u8; RECORD * PIECE]> = pieces.collect();
        let constants = Constants::new::<COUNT>(made.constants, &mut random);
        let read = block::<LENGTH, COUNT>(Source {
            records: &pieces,
            data: &made.data,
            places: &made.places,
            groups: &constants.groups,
            lengths: &constants.lengths,
            strings: &made.strings,
            extension: Own::FORMS,
        });
        for (read, instr) in read.iter().zip(&instrs) {
            assert_eq!(read, instr);
        }
    }
}
