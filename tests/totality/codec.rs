//! Decoding and encoding of random bytes; library files that are cut or have a bit flipped.

use std::collections::BTreeSet;

use aluvm_core::codec::{decode, encode};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, LibId, Libs};
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
