//! Limits of segments, and the libs segment as an index.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use aluvm_core::library::{Isae, Lib, LibError, LibId, Libs};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::strategy::{lib, lib_id};

#[test]
fn code_and_data_have_at_most_65535_bytes() {
    let lib = |code: usize, data: usize| {
        Lib::new(Isae::default(), vec![7; code], vec![8; data], Libs::default())
    };
    assert!(lib(65535, 65535).is_ok());
    assert_eq!(lib(65536, 0), Err(LibError::CodeTooLong { length: 65536 }));
    assert_eq!(lib(0, 65536), Err(LibError::DataTooLong { length: 65536 }));
}

#[test]
fn libs_are_at_most_255() {
    let ids = |count: u16| (0..count).map(|i| LibId::from_bytes([i as u8 ^ 0x5a; 32]));
    assert_eq!(Libs::new(ids(255)).map(|libs| libs.len()), Ok(255));
    assert_eq!(Libs::new(ids(256)), Err(LibError::TooManyLibs { count: 256 }));
    // Repeated ids count once.
    assert_eq!(Libs::new(ids(255).chain(ids(255))).map(|libs| libs.len()), Ok(255));
}

/// Libraries that differ in one segment each.
fn one_of_each() -> [Lib; 5] {
    let lib = |isae: &str, code: u8, data: u8, names: &[LibId]| {
        let libs = Libs::new(names.iter().copied()).expect("few");
        Lib::new(isae.parse().expect("a set"), [code], [data], libs).expect("short")
    };
    let name = LibId::from_bytes([1; 32]);
    [
        lib("ALU", 1, 1, &[]),
        lib("ALU", 1, 1, &[name]),
        lib("ALU", 1, 2, &[]),
        lib("ALU", 2, 1, &[]),
        lib("RGB", 1, 1, &[]),
    ]
}

/// A table of libraries finds each by its hash, to which every segment adds.
#[test]
fn each_segment_is_hashed() {
    let hash = |lib: &Lib| {
        let mut hasher = DefaultHasher::new();
        lib.hash(&mut hasher);
        hasher.finish()
    };
    let hashes: BTreeSet<u64> = one_of_each().iter().map(hash).collect();
    assert_eq!(hashes.len(), 5);
    assert!(one_of_each().iter().map(hash).all(|hash| hashes.contains(&hash)));
}

#[test]
fn debugging_shows_id_and_hexadecimal_segments() {
    let [_, lib, ..] = one_of_each();
    let name = LibId::from_bytes([1; 32]);
    assert_eq!(format!("{name:?}"), format!("LibId({name})"));
    let expected = format!(
        "Lib {{ id: LibId({}), isae: \"ALU\", code: 01, data: 01, libs: [LibId({name})] }}",
        lib.id()
    );
    assert_eq!(format!("{lib:?}"), expected);
}

/// By the extensions, the code, the data and the libraries, in this order.
#[test]
fn the_order_is_that_of_the_segments() {
    let libs = one_of_each();
    assert!(libs.is_sorted_by(|a, b| a < b));
    assert!(!libs.iter().any(|lib| lib < lib));
}

proptest! {
    #[test]
    fn libs_are_a_sorted_set(ids in vec(lib_id(), 0..30), other in lib_id()) {
        let set: BTreeSet<LibId> = ids.iter().copied().collect();
        let libs = Libs::new(ids.into_iter().rev()).expect("few");
        prop_assert!(libs.iter().eq(set.iter().copied()));
        prop_assert_eq!(libs.is_empty(), set.is_empty());
        for (index, id) in (0..).zip(libs.iter()) {
            prop_assert_eq!(libs.get(index), Some(id));
            prop_assert_eq!(libs.index_of(id), Some(index));
        }
        prop_assert_eq!(libs.get(libs.len() as u8), None);
        prop_assert_eq!(libs.index_of(other).is_some(), set.contains(&other));
    }

    #[test]
    fn equal_libraries_have_equal_ids_and_others_not(a in lib(), b in lib()) {
        prop_assert_eq!(a == b, a.id() == b.id());
        prop_assert_eq!(a.id(), a.clone().id());
        let parts = |lib: &Lib| {
            let segments = (lib.code().to_vec(), lib.data().to_vec());
            (lib.isae().clone(), segments, lib.libs().clone())
        };
        prop_assert_eq!(a.partial_cmp(&b), parts(&a).partial_cmp(&parts(&b)));
    }
}
