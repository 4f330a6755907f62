//! The forms themselves, and which of them a reader takes from where.

use aluvm_core::isa::Instr;
use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs};
use serde_json::{from_value, json, to_value};

use crate::format::{Cbor, Format, MessagePack, MessagePackNamed, MessagePackReadable};
use crate::format::{MessagePackReadableNamed, Postcard, Yaml};

fn id() -> LibId {
    LibId::from_bytes([0x5a; 32])
}

fn lib() -> Lib {
    let isae: Isae = "ALU RGB".parse().expect("a set");
    Lib::new(isae, [0x0b, 0xAB], [1, 2, 3], Libs::new([id()]).expect("one")).expect("in limits")
}

#[test]
fn text_forms() {
    let text = json!({
        "isae": "ALU RGB", "code": "0bab", "data": "010203", "libs": [id().to_string()],
    });
    assert_eq!(to_value(lib()).expect("a map"), text);
    assert_eq!(to_value(id()).expect("text"), json!(id().to_string()));
    let site = LibSite::new(id(), 26);
    assert_eq!(to_value(site).expect("text"), json!(format!("0x001A @ {}", id())));
    let baid64 = json!(id().baid64().to_string());
    assert_eq!(from_value::<LibId>(baid64).expect("an id"), id());
    let instr: Instr = "add.uc a8[1], a8[2]".parse().expect("an instruction");
    assert_eq!(to_value(&instr).expect("text"), json!("add.uc  a8[1], a8[2]"));
}

#[test]
fn binary_forms() {
    let bytes = Postcard::write(&id());
    assert_eq!(bytes, [&[32][..], &[0x5a; 32]].concat());
    let bytes = Postcard::write(&LibSite::new(id(), 0x1234));
    assert_eq!(bytes, [&[34][..], &[0x5a; 32], &[0x34, 0x12]].concat());
    let segments = [b"\x07ALU RGB\x02\x0b\xab\x03\x01\x02\x03\x01\x20", &[0x5a; 32][..]].concat();
    assert_eq!(Postcard::write(&lib()), segments);
}

/// Lists of numbers do for bytes: formats without bytes have them so, if told not to be readable.
#[test]
fn lists_are_bytes() {
    let list = json!(vec![0x5a; 32]);
    assert_eq!(from_value::<LibId>(list.clone()).expect("an id"), id());
    let site = json!([&[0x5a_u8; 32][..], &[0x34, 0x12]].concat());
    assert_eq!(from_value::<LibSite>(site).expect("a site"), LibSite::new(id(), 0x1234));
    let text = json!({ "isae": "ALU RGB", "code": [0x0b, 0xab], "data": "010203", "libs": [list] });
    assert_eq!(from_value::<Lib>(text).expect("a library"), lib());
    let list = json!(["ALU RGB", "0bab", [1, 2, 3], [id()]]);
    assert_eq!(from_value::<Lib>(list).expect("a library"), lib());
}

/// What one setting of a format wrote, the others read.
#[test]
fn settings_of_a_format() {
    let value = (id(), LibSite::new(id(), 26), lib(), "ret".parse::<Instr>().expect("one"));
    for bytes in [
        MessagePack::write(&value),
        MessagePackNamed::write(&value),
        MessagePackReadable::write(&value),
        MessagePackReadableNamed::write(&value),
    ] {
        assert_eq!(MessagePack::from_slice::<(_, _, _, _)>(&bytes).expect("read"), value);
        assert_eq!(MessagePackReadable::from_slice::<(_, _, _, _)>(&bytes).expect("read"), value);
    }
}

#[test]
fn malformed_text_is_refused_with_the_reason() {
    let reason = |key: &str, value: serde_json::Value| {
        let mut text = json!({ "isae": "ALU", "code": "00", "data": "", "libs": [] });
        text[key] = value;
        from_value::<Lib>(text).expect_err("malformed").to_string()
    };
    let many: Vec<_> = (0..=255).map(|number| LibId::from_bytes([number; 32])).collect();
    let cases = [
        ("isae", json!("alu"), "starts with `a`"),
        ("isae", json!(1), "expected ISA extension ids"),
        ("code", json!("0"), "not even"),
        ("code", json!("0g"), "position 1"),
        ("code", json!("ää"), "position 0"),
        ("code", json!("00".repeat(65536)), "code segment has 65536 bytes"),
        ("data", json!("00".repeat(65536)), "data segment has 65536 bytes"),
        ("data", json!(vec![0; 65536]), "expected at most 65535 bytes"),
        ("code", json!([256]), "expected u8"),
        ("code", json!(1234), "integer `1234`, expected at most 65535 bytes, or as text"),
        ("code", json!(null), "expected at most 65535 bytes"),
        ("libs", json!(["alu1"]), "4 characters"),
        ("libs", json!([vec![0; 31]]), "invalid length 31, expected a library id"),
        ("libs", json!([vec![0; 33]]), "a longer list, expected a library id, as text or 32 bytes"),
        ("libs", json!(many), "uses 256 others"),
        ("libs", json!("alu1"), "expected a list of library ids"),
        ("more", json!(1), "unknown field `more`"),
    ];
    for (key, value, expected) in cases {
        let reason = reason(key, value);
        assert!(reason.contains(expected), "{reason}");
    }
    let error = from_value::<Lib>(json!(1)).expect_err("a number").to_string();
    assert!(error.contains("expected a library with isae, code, data and libs"), "{error}");
    let missing = json!({ "isae": "ALU", "code": "", "libs": [] });
    let error = from_value::<Lib>(missing).expect_err("missing").to_string();
    assert!(error.contains("missing field `data`"), "{error}");
    let short = from_value::<Lib>(json!(["ALU", "", ""])).expect_err("short").to_string();
    assert!(short.contains("invalid length 3"), "{short}");
    let twice = r#"{"isae":"ALU","isae":"ALU","code":"","data":"","libs":[]}"#;
    let error = serde_json::from_str::<Lib>(twice).expect_err("twice").to_string();
    assert!(error.contains("duplicate field `isae`"), "{error}");
    let error = from_value::<Instr>(json!("retn")).expect_err("no mnemonic").to_string();
    assert!(error.contains("retn"), "{error}");
}

/// A name that is not even text: a map of one entry, whose key is bytes that are no UTF-8.
#[test]
fn a_key_that_is_no_name_is_refused() {
    let bytes = [0xA1, 0x41, 0xFF, 0x01];
    let error = Cbor::from_slice::<Lib>(&bytes).expect_err("no name").to_string();
    assert!(error.contains("expected the name of a segment"), "{error}");
}

/// Digits without quotes are a number in YAML; the error says what was expected.
#[test]
fn digits_without_quotes_are_refused() {
    let text = b"isae: ALU\ncode: 0b01\ndata: ''\nlibs: []\n";
    let error = Yaml::from_slice::<Lib>(text).expect_err("a number").to_string();
    assert!(error.contains("code: invalid type: integer `1`"), "{error}");
    assert!(error.contains("as text their hexadecimal digits"), "{error}");
}

/// A repeated id counts once, in any order, however many there are.
#[test]
fn repeated_ids() {
    let ids: Vec<_> =
        (0..1000).map(|number| LibId::from_bytes([(number % 250) as u8; 32])).collect();
    let libs = from_value::<Libs>(json!(ids)).expect("250 different");
    assert_eq!(libs, Libs::new(ids).expect("250 different"));
}
