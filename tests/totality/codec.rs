//! Decoding and encoding of random bytes; library files that are cut or have a bit flipped.

use std::collections::BTreeSet;

use aluvm_core::codec::{decode, encode};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, LibId, Libs};
use aluvm_core::limits::{DATA_MAX, DECODED_DATA_MAX};
use aluvm_tests::{CASES, Random, cases};

fn libs(random: &mut Random) -> BTreeSet<LibId> {
    (0..random.below(4)).map(|_| LibId::from_bytes([random.next_number() as u8; 32])).collect()
}

#[test]
fn any_code_decodes_and_encodes_to_itself() {
    let mut random = Random::new(21);
    for _ in 0..cases(CASES) {
        let (mut code, data, libs) = (random.bytes(120), random.bytes(60), libs(&mut random));
        if random.chance(60) {
            code.iter_mut().step_by(3).for_each(|byte| *byte %= 0x40);
        }
        let instrs = decode::<NoExtension>(&code, &data, &libs);
        let segments = encode(&instrs, &data, libs.clone()).expect("as long as before");
        assert_eq!((segments.code, segments.data, segments.libs), (code, data, libs));
    }
}

/// Each of ten thousand instructions names nearly all of the data: 650 MB, were each a literal.
#[test]
fn decoding_takes_no_more_memory_than_its_limit() {
    let put = |number: u16| {
        let [low, high] = (u16::MAX - number).to_le_bytes();
        [0x30, 0, 0, 0, low, high]
    };
    let code: Vec<u8> = (0..10_922).flat_map(put).collect();
    let (data, libs) = (vec![7; DATA_MAX], BTreeSet::new());
    let instrs = decode::<NoExtension>(&code, &data, &libs);
    let literals = || instrs.iter().filter_map(|instr| instr.data()?.bytes());
    assert_eq!(literals().next().map(<[u8]>::len), Some(DATA_MAX));
    assert!(literals().map(<[u8]>::len).sum::<usize>() <= DECODED_DATA_MAX);
    let segments = encode(&instrs, &data, libs).expect("as long as before");
    assert_eq!((segments.code, segments.data), (code.clone(), data.clone()));
    let lib = Lib::new("ALU".parse().expect("a set"), code, data, Libs::default()).expect("short");
    assert_eq!(lib.to_string().parse(), Ok(lib));
}

#[test]
fn damaged_library_files_are_read_as_what_they_say_or_refused() {
    let mut random = Random::new(22);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..cases(CASES) {
        let isae = random.pick(&["ALU", "", "ALU BPDIGEST", "A2 B3 C4 D5"]).parse().expect("a set");
        let names = Libs::new(libs(&mut random)).expect("few");
        let lib = Lib::new(isae, random.bytes(20), random.bytes(20), names).expect("short");
        let mut file = lib.to_bytes();
        match random.below(4) {
            0 => file.truncate(random.below(file.len() as u64) as usize),
            1 => file.extend(random.bytes(8)),
            2 => file = random.bytes(60),
            _ => {
                for _ in 0..=random.below(3) {
                    let at = random.below(file.len() as u64) as usize;
                    file[at] ^= 1 << random.below(8);
                }
            }
        }
        match Lib::from_bytes(&file) {
            Ok(other) => {
                assert_eq!(other.to_bytes(), file);
                assert_eq!(other == lib, file == lib.to_bytes());
                assert_eq!(other.id() == lib.id(), other == lib);
                read += 1;
            }
            Err(error) => {
                assert!(error.offset <= file.len(), "{error}");
                assert!(error.to_string().starts_with("library file at byte "), "{error}");
                refused += 1;
            }
        }
    }
    assert!(read > 100 && refused > 100, "{read} {refused}");
}
