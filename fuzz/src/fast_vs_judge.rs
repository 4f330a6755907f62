//! A program of two libraries ends in the machine as it ends before the judge, which shares nothing with the
//! machine but the table of forms.

#![no_main]

use aluvm_core::isa::{NoExtension, RegisterSize};
use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::{Registers, Vm};
use aluvm_judge::Judge;
use aluvm_tests::machine::{end, entry_and_callee, segments, set, site, state};
use libfuzzer_sys::fuzz_target;

/// Some registers of each size, with the bytes of a text.
fn registers(bytes: &[u8], limit: u16) -> Registers {
    let mut registers = Registers::new();
    let mut rest = bytes;
    for size in RegisterSize::ALL {
        for index in 0..2 {
            let length = if size.bytes() == 0 { usize::from(index) * 5 } else { size.bytes() };
            let Some((value, behind)) = rest.split_at_checked(length) else { continue };
            // Not every pattern of bits is a number.
            if size.float_format().is_some_and(|format| !format.is_value(value)) {
                continue;
            }
            set(&mut registers, *size, index, Some(value));
            rest = behind;
        }
    }
    registers.set_cl0(u64::from(limit));
    registers
}

fuzz_target!(|parts: (&[u8], &[u8], &[u8], &[u8], u8, u16)| {
    let (code, callee, data, values, offset, limit) = parts;
    let isae = "ALU BPDIGEST SECP256K ED25519";
    let Some([entry, callee]) = entry_and_callee(isae, code, callee, data) else { return };
    let begin = LibSite::new(entry.id(), offset.into());
    let libs = [&entry, &callee].map(|lib| (lib.id().to_bytes(), segments(lib))).into();
    let Ok(program) = Program::<NoExtension>::link(begin, [entry, callee]) else { return };

    let mut vm = Vm::new();
    *vm.registers_mut() = registers(values, limit);
    let judge = Judge::new(&libs, state(vm.registers()), site(begin));
    let outcome = vm.run(&program);
    assert_eq!(end(vm.registers(), &outcome), judge.run());
});
