//! Serde in a text format (JSON) and a binary one (postcard).

use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs};
use proptest::prelude::*;
use serde_json::{from_value, json, to_value};

use crate::strategy::{isae, lib, lib_id, libs};

#[test]
fn text_forms() {
    let id = LibId::from_bytes([0x5a; 32]);
    let isae: Isae = "ALU RGB".parse().expect("a set");
    let libs = Libs::new([id]).expect("one");
    let lib = Lib::new(isae, [0x0b, 0xAB], [], libs).expect("in limits");
    let text = json!({ "isae": "ALU RGB", "code": "0bab", "data": "", "libs": [id.to_string()] });
    assert_eq!(to_value(&lib).expect("a map"), text);
    assert_eq!(to_value(id).expect("text"), json!(id.to_string()));
    let site = LibSite::new(id, 26);
    assert_eq!(to_value(site).expect("text"), json!(format!("0x001A @ {id}")));
    let baid64 = json!(id.baid64().to_string());
    assert_eq!(from_value::<LibId>(baid64).expect("an id"), id);
}

#[test]
fn binary_forms() {
    let id = LibId::from_bytes([0x5a; 32]);
    let bytes = postcard::to_allocvec(&id).expect("bytes");
    assert_eq!(bytes, [&[32][..], &[0x5a; 32]].concat());
    let bytes = postcard::to_allocvec(&LibSite::new(id, 0x1234)).expect("bytes");
    assert_eq!(bytes, [&[34][..], &[0x5a; 32], &[0x34, 0x12]].concat());
}

#[test]
fn malformed_text_is_refused_with_the_reason() {
    let reason = |key: &str, value: serde_json::Value| {
        let mut text = json!({ "isae": "ALU", "code": "00", "data": "", "libs": [] });
        text[key] = value;
        from_value::<Lib>(text).expect_err("malformed").to_string()
    };
    let cases = [
        ("isae", json!("alu"), "starts with `a`"),
        ("code", json!("0"), "not even"),
        ("code", json!("0g"), "position 1"),
        ("code", json!("ää"), "position 0"),
        ("code", json!("00".repeat(65536)), "65536 bytes"),
        ("libs", json!(["alu1"]), "4 characters"),
        ("more", json!(1), "unknown field `more`"),
    ];
    for (key, value, expected) in cases {
        let reason = reason(key, value);
        assert!(reason.contains(expected), "{reason}");
    }
    let missing = json!({ "isae": "ALU", "code": "", "libs": [] });
    let error = from_value::<Lib>(missing).expect_err("missing").to_string();
    assert!(error.contains("missing field `data`"), "{error}");
    let twice = r#"{"isae":"ALU","isae":"ALU","code":"","data":"","libs":[]}"#;
    let error = serde_json::from_str::<Lib>(twice).expect_err("twice").to_string();
    assert!(error.contains("duplicate field `isae`"), "{error}");
}

#[test]
fn malformed_bytes_are_refused() {
    let short = postcard::to_allocvec(&[0u8; 31][..]).expect("bytes");
    assert!(postcard::from_bytes::<LibId>(&short).is_err());
    assert!(postcard::from_bytes::<LibSite>(&short).is_err());
    assert!(postcard::from_bytes::<Lib>(&short).is_err());
}

proptest! {
    #[test]
    fn text_reads_back(lib in lib(), id in lib_id(), offset: u16, isae in isae(), libs in libs()) {
        let text = serde_json::to_string(&(&lib, id, LibSite::new(id, offset), &isae, &libs));
        let read = serde_json::from_str(&text.expect("text")).expect("reads back");
        prop_assert_eq!((lib, id, LibSite::new(id, offset), isae, libs), read);
    }

    #[test]
    fn bytes_read_back(lib in lib(), id in lib_id(), offset: u16, isae in isae(), libs in libs()) {
        let bytes = postcard::to_allocvec(&(&lib, id, LibSite::new(id, offset), &isae, &libs));
        let read = postcard::from_bytes(&bytes.expect("bytes")).expect("reads back");
        prop_assert_eq!((lib, id, LibSite::new(id, offset), isae, libs), read);
    }
}
