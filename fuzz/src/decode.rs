//! Any code over any data decodes, and encodes to itself; its text assembles to the same bytes.

#![no_main]

use aluvm::codec::{decode, encode};
use aluvm::{Lib, LibId, NoExtension};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&[u8], &[u8], [u8; 2])| {
    let (code, data, libs) = parts;
    if code.len() > 0xFFFF || data.len() > 0xFFFF {
        return;
    }
    let libs = libs.iter().map(|byte| LibId::from_bytes([*byte; 32])).collect();
    let instrs = decode::<NoExtension>(code, data, &libs);
    let segments = encode(&instrs, data, libs).expect("as long as before");
    assert_eq!((&segments.code[..], &segments.data[..]), (code, data));

    let isae = "ALU".parse().expect("a set");
    let names = aluvm::library::Libs::new(segments.libs).expect("two");
    let lib = Lib::new(isae, segments.code, segments.data, names).expect("short");
    assert_eq!(lib.to_string().parse(), Ok(lib));
});
