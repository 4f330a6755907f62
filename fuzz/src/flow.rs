//! What the analysis claims of two libraries holds when they run.

#![no_main]

#[path = "../../tests/flow/claims.rs"]
mod claims;
#[path = "../../tests/flow/edge.rs"]
mod edge;
#[allow(dead_code)]
#[path = "../../tests/interpreter/host.rs"]
mod host;
#[allow(dead_code)]
#[path = "../../tests/interpreter/programs.rs"]
mod programs;
#[allow(dead_code)]
#[path = "../../tests/interpreter/structured.rs"]
mod structured;

use aluvm_core::profile::Profile;
use aluvm_tests::machine::entry_and_callee;
use claims::{Told, holds};
use libfuzzer_sys::fuzz_target;
use programs::Libraries;

fuzz_target!(|parts: (&[u8], &[u8], &[u8], u8, u64)| {
    let (code, callee, data, begin, seed) = parts;
    // No program is made of them.
    if code.is_empty() || callee.is_empty() {
        return;
    }
    let isae = "ALU BPDIGEST HOST";
    let Some([entry, callee]) = entry_and_callee(isae, code, callee, data) else { return };
    let id = entry.id();
    let libs = [(id, entry), (callee.id(), callee)].into();
    let told = [Told::Nothing, Told::Inputs, Told::Signatures][usize::from(begin % 3)];
    let profile = Profile::ALL[usize::from(begin % 7) % 3];
    let held = holds(&Libraries { entry: id, libs }, (begin / 3).into(), seed, told, profile);
    assert_eq!(held, Ok(()));
});
