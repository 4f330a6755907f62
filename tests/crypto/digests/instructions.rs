//! The instructions: which registers they read and write, and what becomes of `st0`.

use aluvm_core::asm;
use aluvm_core::crypto::digest;
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::Vm;

/// A machine with `message` in `s16[3]` that has run one instruction.
fn run(instr: &str, message: Option<&[u8]>, status: bool) -> Vm {
    let instrs = asm::parse(&format!("{instr} ret;")).unwrap();
    let program = Program::new(Lib::assemble(&instrs).unwrap()).unwrap();
    let mut vm = Vm::new();
    let registers = vm.registers_mut();
    registers.set_r160(9, [1; 20]).unwrap();
    registers.set_r256(9, [2; 32]).unwrap();
    registers.set_r512(9, [3; 64]).unwrap();
    if let Some(message) = message {
        registers.set_s16(3, message).unwrap();
    }
    registers.set_st0(status);
    assert_eq!(vm.run(&program).status, vm.registers().st0());
    assert_eq!(vm.registers().ca0(), 100 + 2);
    assert_eq!(vm.registers().s16(3).map(|string| string.as_bytes()), message);
    vm
}

/// A digest of any of the widths, which goes to register 9 of its size; the others keep their values.
fn check(instr: &str, message: Option<&[u8]>, digests: [Option<&[u8]>; 3]) {
    let is_defined = message.is_some();
    for status in [true, false] {
        let vm = run(instr, message, status);
        let registers = vm.registers();
        assert_eq!(registers.st0(), status && is_defined, "{instr} with st0 {status}");
        assert_eq!(registers.r160(9).as_ref().map(|bytes| &bytes[..]), digests[0], "{instr}");
        assert_eq!(registers.r256(9).as_ref().map(|bytes| &bytes[..]), digests[1], "{instr}");
        assert_eq!(registers.r512(9).as_ref().map(|bytes| &bytes[..]), digests[2], "{instr}");
    }
}

#[test]
fn a_digest_goes_to_the_register_of_its_width_and_leaves_st0() {
    let (r160, r256, r512) = ([1; 20], [2; 32], [3; 64]);
    let others = [Some(&r160[..]), Some(&r256[..]), Some(&r512[..])];
    let longest = vec![0xA5; 65535];
    for message in [&b""[..], b"abc", &longest] {
        let (ripemd, sha256) = (digest::ripemd160(message), digest::sha256(message));
        let (sha512, blake3) = (digest::sha512(message), digest::blake3(message));
        let mut expected = others;
        expected[0] = Some(&ripemd);
        check("ripemd s16[3], r160[9];", Some(message), expected);
        expected = others;
        expected[1] = Some(&sha256);
        check("sha2 s16[3], r256[9];", Some(message), expected);
        expected[1] = Some(&blake3);
        check("blake3 s16[3], r256[9];", Some(message), expected);
        expected = others;
        expected[2] = Some(&sha512);
        check("sha2 s16[3], r512[9];", Some(message), expected);
    }
}

#[test]
fn an_undefined_string_has_no_digest() {
    let (r160, r256, r512) = ([1; 20], [2; 32], [3; 64]);
    let (r160, r256, r512) = (Some(&r160[..]), Some(&r256[..]), Some(&r512[..]));
    check("ripemd s16[3], r160[9];", None, [None, r256, r512]);
    check("sha2 s16[3], r256[9];", None, [r160, None, r512]);
    check("blake3 s16[3], r256[9];", None, [r160, None, r512]);
    check("sha2 s16[3], r512[9];", None, [r160, r256, None]);
}
