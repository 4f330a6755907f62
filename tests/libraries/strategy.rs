//! Random libraries and their parts.

use aluvm_core::library::{IsaId, Isae, Lib, LibId, Libs};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Any id.
pub fn lib_id() -> impl Strategy<Value = LibId> {
    any::<[u8; 32]>().prop_map(LibId::from_bytes)
}

/// Any extension id, often a known one.
pub fn isa_id() -> impl Strategy<Value = IsaId> {
    let known = vec![IsaId::ALU, IsaId::BPDIGEST, IsaId::SECP256K, IsaId::ED25519];
    let random = "[A-Z][A-Z0-9]{1,7}";
    prop_oneof![select(known), random.prop_map(|text| text.parse().expect("an id"))]
}

/// A set of at most 14 extension ids, which always fits into 128 bytes.
pub fn isae() -> impl Strategy<Value = Isae> {
    vec(isa_id(), 0..=14).prop_map(|ids| Isae::new(ids).expect("at most 125 bytes"))
}

/// Mostly short bytes, sometimes as many as a segment can have.
pub fn segment() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        8 => vec(any::<u8>(), 0..40),
        1 => vec(any::<u8>(), 40..3000),
        1 => (any::<u8>(), select(vec![0, 255, 256, 65534, 65535]))
            .prop_map(|(byte, length)| vec![byte; length]),
    ]
}

/// A set of library ids, mostly small.
pub fn libs() -> impl Strategy<Value = Libs> {
    prop_oneof![8 => vec(lib_id(), 0..5), 1 => vec(lib_id(), 0..=255)]
        .prop_map(|ids| Libs::new(ids).expect("at most 255"))
}

/// Any library.
pub fn lib() -> impl Strategy<Value = Lib> {
    (isae(), segment(), segment(), libs())
        .prop_map(|(isae, code, data, libs)| Lib::new(isae, code, data, libs).expect("in limits"))
}

/// A library of a few dozen bytes.
pub fn small_lib() -> impl Strategy<Value = Lib> {
    let isae = vec!["", "ALU", "ALU RGB", "ALU BPDIGEST X0", "FLOAT"];
    let isae = select(isae).prop_map(|ids| ids.parse().expect("a set"));
    (isae, vec(any::<u8>(), 0..10), vec(any::<u8>(), 0..10), vec(lib_id(), 0..3)).prop_map(
        |(isae, code, data, libs)| {
            Lib::new(isae, code, data, Libs::new(libs).expect("few")).expect("short")
        },
    )
}

/// Text with one character replaced by another, and the byte offset of it.
pub fn replace(text: &str, index: Index, character: char) -> (String, usize) {
    let places: Vec<_> = text.char_indices().collect();
    let (at, old) = places[index.index(places.len())];
    (format!("{}{character}{}", &text[..at], &text[at + old.len_utf8()..]), at)
}
