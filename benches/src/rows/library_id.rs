//! The id of a library with 6,000 bytes of code.

use std::hint::black_box;

use aluvm_core::library::{Lib, Libs};
use sha2::{Digest, Sha256};

use crate::guest::deployed_lib;
use crate::row::{Bound, Kind, Row, fold};

pub fn rows() -> Vec<Row> {
    let mut row = Row::new("library id of 6,000 bytes of code", [Bound::Times(1.1, "sha2")]);
    let code: Vec<u8> = (0..6000u32).map(|number| ((number * number) >> 3) as u8).collect();
    let isae = "ALU".parse().expect("this is an id");
    let lib = Lib::new(isae, code, [], Libs::default()).expect("it fits");
    let expected = fold(lib.id().to_bytes());
    let hashed = committed(&lib);
    row.add(Kind::Native, "sha2", 1, expected, move || fold(Sha256::digest(black_box(&hashed))));
    let deployed = deployed_lib(&lib);
    row.add(Kind::Ours, "aluvm", 1, expected, move || fold(black_box(&lib).id().to_bytes()));
    row.add(Kind::Deployed, "rgb-aluvm", 1, expected, move || {
        fold(black_box(&deployed).id().to_byte_array())
    });
    vec![row]
}

/// The bytes whose SHA-256 the id is (isa.md section 5).
pub(super) fn committed(lib: &Lib) -> Vec<u8> {
    let tag = Sha256::digest(b"urn:ubideco:aluvm:lib:v01#230304");
    let mut bytes = [&tag[..], &tag[..], &[3], b"ALU"].concat();
    for segment in [lib.code(), lib.data()] {
        bytes.extend((segment.len() as u16).to_le_bytes());
        bytes.extend(segment);
    }
    bytes.push(0);
    bytes
}
