//! Two libraries end under the deployed machine's profile as they end in the deployed machine, register by
//! register; where that panics or never ends, ours stops with a failure that says so.

#![no_main]

#[path = "../../tests/deployed/compare.rs"]
mod compare;
#[allow(dead_code)]
#[path = "../../tests/deployed/state.rs"]
mod state;

use aluvm_core::library::{Isae, Lib, Libs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&[u8], &[u8], &[u8])| {
    let (code, callee, data) = parts;
    // Without a limit of complexity a long library repeats itself for seconds.
    if code.len() > 200 || callee.len() > 200 {
        return;
    }
    let isae: Isae = "ALU BPDIGEST SECP256K".parse().expect("a set");
    let Ok(callee) = Lib::new(isae.clone(), callee, data, Libs::default()) else { return };
    let names = Libs::new([callee.id()]).expect("one");
    let Ok(entry) = Lib::new(isae, code, data, names) else { return };
    if let Err(difference) = compare::compare(&[entry, callee]) {
        panic!("{difference}");
    }
});
