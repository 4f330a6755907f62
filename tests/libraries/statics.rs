//! Libraries in statics, whose segments are borrowed and whose ids are known before they run.

use std::collections::HashSet;

use aluvm_core::library::{IsaId, Isae, Lib, LibId, Libs};
use proptest::prelude::*;

use crate::strategy::lib;

const CALLEES: &[LibId] = &[LibId::from_bytes([3; 32]), LibId::from_bytes([4; 32])];
static LIB: Lib = Lib::from_static(
    Isae::from_static(&[IsaId::ALU, IsaId::BPDIGEST]),
    &[0x0B, 0x00, 0x00, 0x00, 0x07],
    &[5],
    Libs::from_static(CALLEES),
    ID,
);
/// By another implementation of SHA-256, over the bytes that `Lib::id` names.
const ID: LibId = LibId::from_bytes([
    0xF5, 0xF6, 0x69, 0x1B, 0xFD, 0xA4, 0xB7, 0xE0, 0xD1, 0x19, 0x40, 0xA4, 0xB3, 0xA4, 0x74, 0xFC,
    0x4B, 0x9C, 0xE3, 0x7F, 0x9C, 0xD0, 0xB6, 0x7F, 0xF0, 0xDE, 0x03, 0x5D, 0x31, 0x32, 0x42, 0x23,
]);

#[test]
fn a_static_library_is_the_one_of_its_segments() {
    let isae = "ALU BPDIGEST".parse().expect("a set");
    let libs = Libs::new(CALLEES.iter().copied()).expect("few");
    let lib = Lib::new(isae, [0x0B, 0, 0, 0, 7], [5], libs).expect("short");
    assert_eq!(LIB, lib);
    assert_eq!(LIB.id(), lib.id());
    assert_eq!(HashSet::from([LIB.clone(), lib.clone()]).len(), 1);
    assert_eq!(LIB.to_bytes(), lib.to_bytes());
    assert_eq!(format!("{LIB:?}"), format!("{lib:?}"));
}

fn leak<T: Clone>(values: &[T]) -> &'static [T] {
    Vec::leak(values.to_vec())
}

proptest! {
    #[test]
    fn borrowed_segments_are_as_good_as_owned_ones(lib in lib(), other in lib()) {
        let borrowed = Lib::from_static(
            Isae::from_static(leak(lib.isae().as_slice())),
            leak(lib.code()),
            leak(lib.data()),
            Libs::from_static(leak(lib.libs().as_slice())),
            lib.id(),
        );
        prop_assert_eq!(&borrowed, &lib);
        prop_assert_eq!(borrowed == other, lib == other);
        prop_assert_eq!(borrowed.to_bytes(), lib.to_bytes());
        let read = Lib::from_bytes(&borrowed.to_bytes()).expect("its own form");
        prop_assert_eq!(read.id(), borrowed.id());
    }
}

#[test]
#[should_panic(expected = "ascending order")]
fn libs_of_a_constant_are_in_order() {
    Libs::from_static(leak(&[CALLEES[1], CALLEES[0]]));
}

#[test]
#[should_panic(expected = "ascending order")]
fn libs_of_a_constant_stand_there_once() {
    Libs::from_static(leak(&[CALLEES[0], CALLEES[0]]));
}

#[test]
#[should_panic(expected = "ascending order")]
fn isae_of_a_constant_is_in_order() {
    Isae::from_static(&[IsaId::BPDIGEST, IsaId::ALU]);
}

#[test]
#[should_panic(expected = "at most 128 bytes")]
fn isae_of_a_constant_is_short() {
    let ids: Vec<IsaId> =
        (b'A'..=b'O').map(|c| IsaId::from_ascii(&[c; 8]).expect("an id")).collect();
    Isae::from_static(leak(&ids));
}
