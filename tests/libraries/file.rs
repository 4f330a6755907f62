//! The binary form: it reads back, and nothing but it is read.

use std::error::Error;

use aluvm_core::library::LibFileErrorKind::{
    IsaId, Isae as IsaeKind, Repeated, TrailingBytes, Truncated, Unsorted,
};
use aluvm_core::library::{IsaIdError, IsaeError, Lib, LibField, LibFileError, Libs};
use aluvm_core::limits::LIB_FILE_MAX;
use aluvm_tests::cases;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::strategy::{lib, lib_id, small_lib};

/// The fields one after the other, from the description in the specification.
fn fields(isae: &[&str], code: &[u8], data: &[u8], libs: &[[u8; 32]]) -> Vec<u8> {
    let mut file = vec![isae.len() as u8];
    for id in isae {
        file.push(id.len() as u8);
        file.extend(id.bytes());
    }
    for segment in [code, data] {
        file.extend([segment.len() as u8, (segment.len() >> 8) as u8]);
        file.extend(segment);
    }
    file.push(libs.len() as u8);
    file.extend(libs.concat());
    file
}

#[test]
fn errors_name_place_and_field() {
    let one = |at, byte| IsaId(IsaIdError::Character { at, byte });
    let long: Vec<String> = (0..15).map(|i| format!("ABCDEF{i:02}")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let cases = [
        (vec![], 0, LibField::IsaeCount, Truncated { needed: 1, found: 0 }),
        (vec![1, 3, b'A'], 2, LibField::IsaId(0), Truncated { needed: 3, found: 1 }),
        (vec![0, 5], 1, LibField::CodeLength, Truncated { needed: 2, found: 1 }),
        (vec![0, 0, 1, 9], 3, LibField::Code, Truncated { needed: 256, found: 1 }),
        (vec![0, 1, 0, 9], 4, LibField::DataLength, Truncated { needed: 2, found: 0 }),
        (vec![0, 0, 0, 2, 0, 9], 5, LibField::Data, Truncated { needed: 2, found: 1 }),
        (vec![0, 0, 0, 0, 0], 5, LibField::LibsCount, Truncated { needed: 1, found: 0 }),
        (vec![0, 0, 0, 0, 0, 1, 7], 6, LibField::LibId(0), Truncated { needed: 32, found: 1 }),
        (vec![0, 0, 0, 0, 0, 0, 7, 7], 6, LibField::End, TrailingBytes { count: 2 }),
        (fields(&["ALU", "ALu"], &[], &[], &[]), 5, LibField::IsaId(1), one(2, b'u')),
        (
            fields(&["A"], &[], &[], &[]),
            1,
            LibField::IsaId(0),
            IsaId(IsaIdError::Length { found: 1 }),
        ),
        (fields(&["RGB", "ALU"], &[], &[], &[]), 5, LibField::IsaId(1), Unsorted),
        (fields(&["ALU", "ALU"], &[], &[], &[]), 5, LibField::IsaId(1), Repeated),
        (
            fields(&long, &[], &[], &[]),
            0,
            LibField::IsaeCount,
            IsaeKind(IsaeError::TooLong { length: 134 }),
        ),
        (fields(&[], &[1], &[], &[[2; 32], [1; 32]]), 39, LibField::LibId(1), Unsorted),
        (fields(&[], &[1], &[], &[[2; 32], [2; 32]]), 39, LibField::LibId(1), Repeated),
    ];
    for (file, offset, field, kind) in cases {
        assert_eq!(Lib::from_bytes(&file), Err(LibFileError { offset, field, kind }), "{file:?}");
    }
}

/// A message says where, in which field, and what: enough to find the place in a dump.
#[test]
fn messages_name_place_field_and_fault() {
    let long: Vec<String> = (0..15).map(|i| format!("ABCDEF{i:02}")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let length = IsaIdError::Length { found: 1 };
    let set = IsaeError::TooLong { length: 134 };
    let cases = [
        (vec![], "byte 0, count of ISA extensions: 1 bytes needed, 0 left", None),
        (vec![0, 5], "byte 1, length of the code: 2 bytes needed, 1 left", None),
        (vec![0, 0, 1, 9], "byte 3, code: 256 bytes needed, 1 left", None),
        (vec![0, 1, 0, 9], "byte 4, length of the data: 2 bytes needed, 0 left", None),
        (vec![0, 0, 0, 2, 0, 9], "byte 5, data: 2 bytes needed, 1 left", None),
        (vec![0, 0, 0, 0, 0], "byte 5, count of libraries: 1 bytes needed, 0 left", None),
        (vec![0, 0, 0, 0, 0, 0, 7, 7], "byte 6, end: 2 bytes too many", None),
        (
            fields(&["RGB", "ALU"], &[], &[], &[]),
            "byte 5, ISA extension 1: sorts before the one before it",
            None,
        ),
        (
            fields(&[], &[1], &[], &[[2; 32], [2; 32]]),
            "byte 39, library id 1: repeats the one before it",
            None,
        ),
        (
            fields(&["A"], &[], &[], &[]),
            "byte 1, ISA extension 0: ISA extension id has 1 characters, not 2 to 8",
            Some(length.to_string()),
        ),
        (
            fields(&long, &[], &[], &[]),
            "byte 0, count of ISA extensions: ISA extension ids take 134 bytes of text, at most \
             128 are possible",
            Some(set.to_string()),
        ),
    ];
    for (file, text, source) in cases {
        let error = Lib::from_bytes(&file).expect_err(text);
        assert_eq!(error.to_string(), format!("library file at {text}"));
        assert_eq!(error.source().map(ToString::to_string), source, "{text}");
    }
}

#[test]
fn largest_library_has_the_largest_file() {
    let mut isae: Vec<String> = (0..14).map(|i| format!("ABCDEF{i:02}")).collect();
    isae.push("ZZ".into());
    let isae = isae.join(" ").parse().expect("128 bytes");
    let libs = Libs::new((0..255).map(|i| [i; 32].into())).expect("255");
    let lib = Lib::new(isae, vec![1; 65535], vec![2; 65535], libs).expect("in limits");
    assert_eq!(lib.to_bytes().len(), LIB_FILE_MAX);
    assert_eq!(Lib::from_bytes(&lib.to_bytes()), Ok(lib));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(64)))]

    #[test]
    fn file_is_the_described_one_and_reads_back(lib in lib()) {
        let isae: Vec<_> = lib.isae().as_slice().iter().map(|id| id.as_str()).collect();
        let libs: Vec<_> = lib.libs().iter().map(|id| id.to_bytes()).collect();
        let file = lib.to_bytes();
        prop_assert_eq!(&file, &fields(&isae, lib.code(), lib.data(), &libs));
        prop_assert_eq!(Lib::from_bytes(&file), Ok(lib));
    }

    #[test]
    fn every_flipped_bit_is_seen(lib in small_lib()) {
        let (file, id) = (lib.to_bytes(), lib.id());
        for bit in 0..file.len() * 8 {
            let mut flipped = file.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            match Lib::from_bytes(&flipped) {
                Ok(other) => {
                    prop_assert_ne!(other.id(), id);
                    prop_assert_eq!(other.to_bytes(), flipped);
                }
                Err(error) => prop_assert!(error.offset <= flipped.len()),
            }
        }
    }

    #[test]
    fn every_cut_file_is_refused_at_the_cut(lib in small_lib()) {
        let file = lib.to_bytes();
        for length in 0..file.len() {
            let error = Lib::from_bytes(&file[..length]).expect_err("cut short");
            let is_truncated = matches!(error.kind, Truncated { found, .. } if error.offset + found == length);
            prop_assert!(is_truncated, "{}", error);
        }
    }

    #[test]
    fn more_bytes_are_refused(lib in small_lib(), more in proptest::collection::vec(any::<u8>(), 1..9)) {
        let mut file = lib.to_bytes();
        let (offset, count) = (file.len(), more.len());
        file.extend(more);
        let error = LibFileError { offset, field: LibField::End, kind: TrailingBytes { count } };
        prop_assert_eq!(Lib::from_bytes(&file), Err(error));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(20_000)))]

    /// Bytes are refused, or are the binary form of what is read.
    #[test]
    fn any_bytes_are_a_library_or_not(
        lib in small_lib(),
        other in lib_id(),
        changes in proptest::collection::vec(any::<(Index, u8)>(), 0..4),
        cut: Index,
    ) {
        let mut file = lib.to_bytes();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        file.extend(other.as_bytes());
        file.truncate(cut.index(file.len() + 1));
        if let Ok(read) = Lib::from_bytes(&file) {
            prop_assert_eq!(read.to_bytes(), file);
        }
    }
}
