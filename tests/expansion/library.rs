//! Libraries that are laid out while compiling are those of the assembler, whatever of them only the compiler knows.

use aluvm::{Lib, LibId, NoExtension};
use aluvm_core::expansion::library::{
    BY_ID, BY_SITE, CONSTANT, Draft, HAS_LENGTH, KNOWN, LITERAL, STRING, check_id, lay_out,
    total_length,
};
use aluvm_core::isa::{Data, FieldKind, Instr, LibraryRef};
use aluvm_tests::{Random, cases};

use crate::Constants;

/// As much code and data as any of them has.
const SIZE: usize = 512;
/// As many constants.
const CONSTANTS: usize = 64;
/// As many libraries.
const LIBS: usize = 30;

/// Statements with operands of all kinds that a Rust constant can stand for.
fn statements(random: &mut Random) -> String {
    let statement = |random: &mut Random| match random.below(6) {
        0 => format!("put a16[1], b\"\\x00\\x0{}\";\n", random.below(3)),
        1 => format!("put s16[1], b\"{}\";\n", "\\x00\\x01".repeat(random.below(3) as usize)),
        2 => format!("jmp {};\n", random.below(1 << 16)),
        3 => format!("add a8[1], {};\n", random.between(0, 127)),
        4 => format!("exec {} @ \"{}\";\n", random.below(3), id(random)),
        _ => format!("call {} @ \"{}\";\n", random.below(1 << 16), id(random)),
    };
    (0..=random.below(LIBS as u64 - 1)).map(|_| statement(random)).collect()
}

/// One of a few ids, which begin and end with the same bytes.
fn id(random: &mut Random) -> LibId {
    let mut bytes = [7; 32];
    bytes[random.between(1, 4) as usize] = random.below(4) as u8;
    LibId::from_bytes(bytes)
}

/// A library before its constants are known.
#[derive(Default)]
struct Made {
    code: Vec<u8>,
    patches: Vec<u8>,
    /// Kind, number and uses of each piece of data.
    pieces: Vec<(u8, usize, Vec<[u8; 3]>)>,
    literals: Vec<&'static [u8]>,
    strings: Vec<&'static [u8]>,
    libs: Vec<LibId>,
    calls: Vec<u8>,
    constants: Vec<Vec<u8>>,
}

impl Made {
    /// Appends an instruction. What is in its operands is left to the compiler with this chance, in percent.
    fn push(&mut self, random: &mut Random, instr: &Instr, chance: u64) {
        let form = instr.form().expect("an instruction");
        let (mut word, length) = instr.to_word().expect("an instruction");
        let first_bit = 8 * self.code.len() as u32;
        let is_site = random.chance(chance);
        for (number, field) in form.fields.iter().enumerate() {
            let shift = form.field_shift(number);
            let bits = form.field_bits(word, number);
            let place = place(first_bit + shift);
            match field.kind {
                FieldKind::Offset if is_site && form.library_field().is_some() => {
                    let Some(LibraryRef::Id(id)) = instr.library() else { unreachable!() };
                    word ^= u128::from(bits) << shift;
                    self.patches.extend(place);
                    self.patches.extend(index(self.constants.len()));
                    self.constants
                        .push([&(bits as u16).to_le_bytes()[..], &id.to_bytes()].concat());
                }
                FieldKind::Offset | FieldKind::Step if random.chance(chance) => {
                    word ^= u128::from(bits) << shift;
                    self.patches.extend(place);
                    self.patches.extend(index(self.constants.len()));
                    let is_byte = matches!(field.kind, FieldKind::Step);
                    let bytes = (bits as u32).to_le_bytes();
                    self.constants.push(if is_byte { vec![bytes[0]] } else { bytes.to_vec() });
                }
                FieldKind::Library => {
                    let Some(LibraryRef::Id(id)) = instr.library() else { unreachable!() };
                    let (kind, number) = if is_site {
                        (BY_SITE, self.constants.len() - 1)
                    } else if random.chance(chance) {
                        self.constants.push(id.to_bytes().to_vec());
                        (BY_ID, self.constants.len() - 1)
                    } else {
                        self.libs.push(*id);
                        (KNOWN, self.libs.len() - 1)
                    };
                    self.calls.extend([place[0], place[1], kind]);
                    self.calls.extend(index(number));
                }
                FieldKind::RegisterData | FieldKind::StringData => {
                    let bytes = instr.data().and_then(Data::bytes).expect("bytes").to_vec();
                    let is_string = matches!(field.kind, FieldKind::StringData);
                    let place =
                        [place[0], place[1], place[2] | if is_string { HAS_LENGTH } else { 0 }];
                    self.piece(bytes, is_string, place, random.chance(chance));
                }
                _ => {}
            }
        }
        self.code.extend(&word.to_le_bytes()[..length]);
    }

    /// Adds a use of data.
    fn piece(&mut self, bytes: Vec<u8>, is_string: bool, place: [u8; 3], is_constant: bool) {
        let kind = match (is_constant, is_string) {
            (false, _) => LITERAL,
            (true, false) => CONSTANT,
            (true, true) => STRING,
        };
        // What can be empty lies elsewhere at each use.
        let known = self.pieces.iter_mut().find(|(other, number, _)| {
            *other == kind
                && match kind {
                    LITERAL => !bytes.is_empty() && self.literals[*number] == bytes,
                    CONSTANT => self.constants[*number] == bytes,
                    _ => false,
                }
        });
        if let Some((_, _, uses)) = known {
            return uses.push(place);
        }
        let number = match kind {
            LITERAL => push(&mut self.literals, bytes.leak()),
            CONSTANT => push(&mut self.constants, bytes),
            _ => push(&mut self.strings, bytes.leak()),
        };
        self.pieces.push((kind, number, vec![place]));
    }
}

/// Appends a thing, and says its number.
fn push<T>(all: &mut Vec<T>, one: T) -> usize {
    all.push(one);
    all.len() - 1
}

fn index(number: usize) -> [u8; 2] {
    (number as u16).to_le_bytes()
}

fn place(bit: u32) -> [u8; 3] {
    let [low, high] = index(bit as usize / 8);
    [low, high, (bit % 8) as u8]
}

#[test]
fn a_library_is_that_of_the_assembler() {
    let mut random = Random::new(0x11B5);
    for _ in 0..cases(2_000) {
        let text = statements(&mut random);
        let lib: Lib = text.parse().expect("assembles");
        let mut made = Made::default();
        let chance = *random.pick(&[0, 30, 100]);
        for instr in lib.disassemble::<NoExtension>() {
            made.push(&mut random, &instr, chance);
        }
        let (mut data, mut places) = (Vec::new(), Vec::new());
        for (kind, number, uses) in &made.pieces {
            // By which pair of bytes a literal is searched for is the macro's choice.
            let pairs = made.literals.get(*number).map_or(0, |bytes| bytes.len().max(2) - 1);
            let pair = if *kind == LITERAL { random.below(pairs as u64) as usize } else { 0 };
            data.push(*kind);
            data.extend([*number, uses.len(), pair].map(index).as_flattened());
            places.extend(uses.as_flattened());
        }
        let mut code = [0; SIZE];
        code[..made.code.len()].copy_from_slice(&made.code);
        let constants = Constants::new::<CONSTANTS>(made.constants, &mut random);
        let laid_out = lay_out::<SIZE, SIZE, LIBS, CONSTANTS>(Draft {
            code: &code,
            patches: &made.patches,
            data: &data,
            places: &places,
            literals: &made.literals,
            libs: &made.libs,
            calls: &made.calls,
            groups: &constants.groups,
            lengths: &constants.lengths,
            strings: &made.strings,
        });
        assert_eq!(&laid_out.code()[..lib.code().len()], lib.code(), "{text}");
        assert_eq!(laid_out.data(), lib.data(), "{text}");
        assert_eq!(laid_out.libs(), lib.libs().as_slice(), "{text}");
    }
}

const NOTHING: Draft<'_> = Draft {
    code: &[0; 2],
    patches: &[],
    data: &[],
    places: &[],
    literals: &[],
    libs: &[],
    calls: &[],
    groups: &[],
    lengths: &[],
    strings: &[],
};

#[test]
fn a_library_calls_as_many_others_as_an_index_counts() {
    let libs: Vec<LibId> = (0..=255).map(|byte| LibId::from_bytes([byte; 32])).collect();
    let calls = |count: u16| -> Vec<u8> {
        (0..count).flat_map(|number| [1, 0, KNOWN, number as u8, 0]).collect()
    };
    let draft = Draft { libs: &libs, calls: &calls(255), ..NOTHING };
    let laid_out = lay_out::<2, 0, 256, 0>(draft);
    assert_eq!(laid_out.libs(), &libs[..255]);
    assert_eq!(laid_out.code(), [0, 254], "that of the last call");

    let calls = calls(256);
    let draft = Draft { libs: &libs, calls: &calls, ..NOTHING };
    let refused = std::panic::catch_unwind(|| lay_out::<2, 0, 256, 0>(draft).code()[0]);
    let message = *refused.expect_err("too many").downcast::<&str>().expect("a message");
    assert_eq!(message, "a library can use at most 255 others");
}

#[test]
fn a_library_has_as_much_data_as_an_offset_counts() {
    let long: Vec<Vec<u8>> = vec![vec![1; 65_000], vec![2; 535], vec![3]];
    let long: Vec<&[u8]> = long.iter().map(Vec::as_slice).collect();
    let data: Vec<u8> = (0..3).flat_map(|number| [LITERAL, number, 0, 1, 0, 0, 0]).collect();
    let places = [0; 9];
    let draft = |count: usize| Draft {
        data: &data[..7 * count],
        places: &places[..3 * count],
        literals: &long,
        ..NOTHING
    };
    assert_eq!(lay_out::<2, 65_536, 1, 0>(draft(2)).data().len(), 65_535);
    let refused = std::panic::catch_unwind(|| lay_out::<2, 65_536, 1, 0>(draft(3)).code()[0]);
    let message = *refused.expect_err("too much").downcast::<&str>().expect("a message");
    assert_eq!(message, "the data segment has more than 65535 bytes");
}

/// The pinned id of a library is compared with that of its segments; what the compiler says of another one is its
/// text, to be copied.
#[test]
fn a_pinned_id_is_the_id() {
    let mut random = Random::new(0x1D);
    for _ in 0..50 {
        let (id, pinned) = (id(&mut random), id(&mut random));
        let checked = std::panic::catch_unwind(|| check_id(id, pinned));
        assert_eq!(checked.is_ok(), id == pinned);
        if let Err(message) = checked {
            let message = *message.downcast::<String>().expect("a message");
            assert_eq!(message, format!("the id of this library is `{id}`"));
        }
    }
}

#[test]
fn the_data_of_constants_is_as_long_as_all_of_them() {
    let strings: [&[u8]; 4] = [b"one", b"", b"two", b"three"];
    assert_eq!(total_length(&strings), strings.concat().len());
}
