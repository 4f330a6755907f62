//! A program of two libraries runs to its end under a complexity limit, and the fast loop ends as the
//! step-by-step run does.

#![no_main]

use aluvm::{LibSite, NoExtension, Program, Vm};
use aluvm_tests::machine::entry_and_callee;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&[u8], &[u8], &[u8], u8, u16)| {
    let (code, callee, data, offset, limit) = parts;
    let Some([entry, callee]) = entry_and_callee("ALU BPDIGEST", code, callee, data) else {
        return;
    };
    let site = LibSite::new(entry.id(), offset.into());
    let Ok(program) = Program::<NoExtension>::link(site, [entry, callee]) else { return };

    let (mut fast, mut slow) = (Vm::new(), Vm::new());
    for vm in [&mut fast, &mut slow] {
        vm.registers_mut().set_cl0(u64::from(limit));
        vm.registers_mut().set_a8(0, 5).expect("exists");
        vm.registers_mut().set_a64(1, u64::MAX).expect("exists");
        vm.registers_mut().set_s16(0, b"some text").expect("short");
    }
    let outcome = fast.run(&program);
    assert_eq!(slow.trace(&program, site, &mut (), |_| {}), outcome);
    assert_eq!(fast.registers(), slow.registers());
});
