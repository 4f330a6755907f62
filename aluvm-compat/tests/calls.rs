//! What calls what of a host's extension, and in which order: as the crate of the registry does.

use aluvm_compat_tests::{Segments, here, there};

/// The third ends in the middle of a byte, and the fifth there again. Between them the machine must see opcodes of a host,
/// which it looks for at whole bytes.
const PROBES: [(u8, u16, u8); 6] =
    [(0x85, 0x1234, 0), (0x90, 3, 0), (0xA2, 0, 9), (0xDD, 0x4321, 0), (0xDA, 0, 6), (0xC7, 0, 31)];

#[test]
fn assembling_and_printing() {
    let (lib, assembling, printing) = here::calls(&PROBES);
    let (expected, expected_assembling, expected_printing) = there::calls(&PROBES);
    assert_eq!(lib, expected);
    assert_eq!(assembling, expected_assembling);
    assert_eq!(printing, expected_printing);
    // The table of the interface: sites of all, then each is written, at last the names.
    let sites = assembling.iter().take_while(|call| *call == "call_site").count();
    assert_eq!(sites, PROBES.len());
    assert_eq!(assembling.last().map(String::as_str), Some("isa_ids"));
}

#[test]
fn running() {
    let (lib, ..) = here::calls(&PROBES);
    let other = Segments { code: vec![0x07], ..lib.clone() };
    let calls = here::run(&lib, &other, 0).calls;
    assert_eq!(calls, there::run(&lib, &other, 0).calls);
    let words: Vec<&str> = calls.iter().map(|call| call.split(' ').next().unwrap_or("")).collect();
    assert!(words.len() > 12, "{words:?}");
    assert!(words.chunks(STEP.len()).all(|step| step == STEP), "{words:?}");
}

/// The calls for each instruction that runs.
#[cfg(not(feature = "log"))]
const STEP: &[&str] = &["decode", "exec", "complexity", "drop"];
#[cfg(feature = "log")]
const STEP: &[&str] = &["decode", "display", "src_regs", "exec", "dst_regs", "complexity", "drop"];
