//! Two libraries end under the deployed machine's profile as they end in the deployed machine, register by
//! register; where that panics or never ends, ours stops with a failure that says so.

#![no_main]

#[path = "../../tests/deployed/compare.rs"]
mod compare;
#[allow(dead_code)]
#[path = "../../tests/deployed/state.rs"]
mod state;

use aluvm_tests::machine::entry_and_callee;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&[u8], &[u8], &[u8])| {
    let (code, callee, data) = parts;
    // Without a limit of complexity a long library repeats itself for seconds.
    if code.len() > 200 || callee.len() > 200 {
        return;
    }
    let isae = "ALU BPDIGEST SECP256K";
    let Some(libs) = entry_and_callee(isae, code, callee, data) else { return };
    if let Err(difference) = compare::compare(&libs) {
        panic!("{difference}");
    }
});
