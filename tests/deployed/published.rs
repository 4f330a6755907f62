//! Libraries of the live network, which are not part of this project: `ALUVM_LIBRARIES` names a file of
//! them, JSON with `id`, `isae`, `code`, `data` and `libs` in hexadecimal digits for each. Their ids, and their
//! text and instructions back and forth under the profile of the network, byte by byte.

use std::collections::BTreeSet;

use aluvm_core::codec::encode;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, LibId, Libs};
use aluvm_core::profile::Profile;

fn bytes(value: &serde_json::Value) -> Vec<u8> {
    let digits = value.as_str().expect("digits");
    let pairs = (0..digits.len() / 2).map(|at| &digits[2 * at..2 * at + 2]);
    pairs.map(|pair| u8::from_str_radix(pair, 16).expect("a byte")).collect()
}

#[test]
#[ignore = "the libraries are not part of the project"]
fn libraries_of_the_network_come_back() {
    let path = std::env::var("ALUVM_LIBRARIES").expect("ALUVM_LIBRARIES names a file");
    let text = std::fs::read_to_string(path).expect("a file");
    let all: Vec<serde_json::Value> = serde_json::from_str(&text).expect("a list");
    assert!(!all.is_empty());
    let profile = Profile::RGB_0_11;
    for one in &all {
        let ids = one["libs"].as_array().expect("a list").iter().map(|id| {
            let id: [u8; 32] = bytes(id).try_into().expect("an id");
            LibId::from(id)
        });
        let isae = one["isae"].as_str().expect("a text").parse().expect("a set");
        let libs = Libs::new(ids).expect("few");
        let lib = Lib::new(isae, bytes(&one["code"]), bytes(&one["data"]), libs).expect("short");
        let id = one["id"].as_str().expect("a text");
        // The words behind the id are not everywhere.
        assert!(lib.id().baid64().to_string().starts_with(id), "{id}");
        assert_eq!(id.parse(), Ok(lib.id()));

        let instrs = lib.disassemble_for::<NoExtension>(&profile);
        let libs: BTreeSet<LibId> = lib.libs().iter().collect();
        let again = encode(&instrs, lib.data(), libs).expect("short");
        assert_eq!((&again.code[..], &again.data[..]), (lib.code(), lib.data()), "{id}");
        let listing = lib.listing_for::<NoExtension>(&profile).to_string();
        let read = Lib::from_text_for::<NoExtension>(&listing, &profile);
        assert_eq!(read.as_ref(), Ok(&lib), "{id}\n{listing}");
    }
    println!("{} libraries", all.len());
}
