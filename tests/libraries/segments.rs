//! Limits of segments, and the libs segment as an index.

use std::collections::BTreeSet;

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
    }
}
