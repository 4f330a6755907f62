//! The instructions: which registers they read and write, and what becomes of `st0`. The functions
//! behind them are tested beside this.

use aluvm_core::asm;
use aluvm_core::crypto::{edwards, secp};
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Registers, Vm};
use num_bigint::BigUint;

use crate::{register, unhex};
use aluvm_judge::curve::secp256k1;

/// A scalar and a point of each curve.
struct Inputs {
    scalar: [u8; 32],
    secp: [u8; 64],
    edwards: [u8; 32],
}

impl Inputs {
    fn new() -> Inputs {
        let scalar = register(&BigUint::from(0x1234_5678_9ABC_DEF0u64));
        let point = register(&BigUint::from(99u8));
        let secp = secp::multiply_generator(&point).unwrap();
        Inputs { scalar, secp, edwards: edwards::multiply_generator(&point) }
    }

    /// The scalar in `r256[0]` and `a256[0]`, the points in `r512[1]` and `r256[1]`, their opposites in
    /// `r512[2]` and `r256[2]`, what is no point in `r512[3]` and `r256[3]`, the order of secp256k1 in
    /// `r256[4]`, a point of order 8 in `r256[5]`. All others are undefined.
    fn registers(&self) -> Registers {
        let mut registers = Registers::new();
        registers.set_r256(0, self.scalar).unwrap();
        let mut vm = Vm::new();
        vm.registers_mut().set_r256(0, self.scalar).unwrap();
        assert!(vm.run(&program("put a256[0], 0; spy a256[0], r256[0]; ret;")).is_success());
        registers.set_a256(0, vm.registers().a256(0)).unwrap();
        registers.set_r512(1, self.secp).unwrap();
        registers.set_r256(1, self.edwards).unwrap();
        registers.set_r512(2, secp::negate(&self.secp)).unwrap();
        registers.set_r256(2, edwards::negate(&self.edwards)).unwrap();
        registers.set_r512(3, [7; 64]).unwrap();
        registers.set_r256(3, [0xFF; 32]).unwrap();
        registers.set_r256(4, register(&secp256k1::order())).unwrap();
        let small = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
        registers.set_r256(5, unhex::<32>(small)).unwrap();
        registers
    }
}

fn program(text: &str) -> Program {
    Program::new(Lib::assemble(&asm::parse(text).unwrap()).unwrap()).unwrap()
}

/// Runs one instruction with `st0` as given.
fn run(instr: &str, before: &Registers, status: bool) -> Registers {
    let mut vm = Vm::new();
    *vm.registers_mut() = before.clone();
    vm.registers_mut().set_st0(status);
    let outcome = vm.run(&program(&format!("{instr} ret;")));
    assert_eq!(outcome.status, vm.registers().st0());
    vm.registers().clone()
}

/// The instruction changes nothing but one register, to this, and leaves `st0` if there is a result.
fn check(instr: &str, set: impl Fn(&mut Registers), succeeds: bool) {
    let before = Inputs::new().registers();
    for status in [true, false] {
        let after = run(instr, &before, status);
        let mut expected = before.clone();
        set(&mut expected);
        assert_eq!(after.st0(), status && succeeds, "{instr} with st0 {status}");
        assert_eq!(after.ca0(), 1000 + 2, "{instr}");
        assert_eq!(defined(&after), defined(&expected), "{instr} with st0 {status}");
    }
}

/// All values, without the control registers.
fn defined(registers: &Registers) -> Vec<String> {
    let text = format!("{registers:?}");
    let entries = text.trim_matches(['{', '}']).split(", ");
    let control = ["st0", "cy0", "ca0", "cl0"];
    let values = entries.filter(|entry| !control.iter().any(|name| entry.starts_with(name)));
    values.map(str::to_owned).collect()
}

/// The instruction sets a register of points of secp256k1.
fn secp_gives(instr: &str, dst: u8, result: Option<[u8; 64]>) {
    check(instr, |registers| registers.set_r512(dst, result).unwrap(), result.is_some());
}

/// The instruction sets a register of points of edwards25519.
fn edwards_gives(instr: &str, dst: u8, result: Option<[u8; 32]>) {
    check(instr, |registers| registers.set_r256(dst, result).unwrap(), result.is_some());
}

#[test]
fn secpgen_multiplies_the_generator() {
    let Inputs { scalar, .. } = Inputs::new();
    secp_gives("secpgen r256[0], r512[7];", 7, secp::multiply_generator(&scalar));
    secp_gives("secpgen r256[4], r512[1];", 1, None);
    secp_gives("secpgen r256[31], r512[1];", 1, None);
}

#[test]
fn secpmul_takes_its_scalar_from_both_families() {
    let Inputs { scalar, secp: point, .. } = Inputs::new();
    let product = secp::multiply(&scalar, &point);
    assert!(product.is_some());
    secp_gives("secpmul r256[0], r512[1], r512[31];", 31, product);
    secp_gives("secpmul a256[0], r512[1], r512[31];", 31, product);
    secp_gives("secpmul a256[0], r512[1], r512[1];", 1, product);
    secp_gives("secpmul r256[4], r512[1], r512[1];", 1, None);
    secp_gives("secpmul r256[0], r512[3], r512[1];", 1, None);
    secp_gives("secpmul r256[31], r512[1], r512[1];", 1, None);
    secp_gives("secpmul a256[31], r512[1], r512[1];", 1, None);
    secp_gives("secpmul r256[0], r512[30], r512[1];", 1, None);
}

#[test]
fn secpadd_adds_to_the_second() {
    let Inputs { secp: point, .. } = Inputs::new();
    secp_gives("secpadd r512[1], r512[1];", 1, secp::add(&point, &point));
    secp_gives("secpadd r512[1], r512[2];", 2, None);
    secp_gives("secpadd r512[3], r512[2];", 2, None);
    secp_gives("secpadd r512[2], r512[3];", 3, None);
    secp_gives("secpadd r512[31], r512[2];", 2, None);
    secp_gives("secpadd r512[2], r512[7];", 7, None);
}

#[test]
fn secpneg_gives_the_opposite() {
    let Inputs { secp: point, .. } = Inputs::new();
    secp_gives("secpneg r512[1], r512[6];", 6, secp::negate(&point));
    secp_gives("secpneg r512[2], r512[2];", 2, Some(point));
    secp_gives("secpneg r512[3], r512[2];", 2, None);
    secp_gives("secpneg r512[31], r512[2];", 2, None);
}

#[test]
fn edgen_multiplies_the_generator() {
    let Inputs { scalar, .. } = Inputs::new();
    edwards_gives("edgen r256[0], r256[7];", 7, Some(edwards::multiply_generator(&scalar)));
    edwards_gives("edgen r256[3], r256[3];", 3, Some(edwards::multiply_generator(&[0xFF; 32])));
    edwards_gives("edgen r256[31], r256[1];", 1, None);
}

#[test]
fn edmul_takes_its_scalar_from_both_families() {
    let Inputs { scalar, edwards: point, .. } = Inputs::new();
    let product = edwards::multiply(&scalar, &point);
    assert!(product.is_some());
    edwards_gives("edmul r256[0], r256[1], r256[31];", 31, product);
    edwards_gives("edmul a256[0], r256[1], r256[31];", 31, product);
    edwards_gives("edmul r256[0], r256[1], r256[0];", 0, product);
    edwards_gives("edmul r256[0], r256[3], r256[1];", 1, None);
    edwards_gives("edmul r256[31], r256[1], r256[1];", 1, None);
    edwards_gives("edmul a256[31], r256[1], r256[1];", 1, None);
    edwards_gives("edmul a256[0], r256[30], r256[1];", 1, None);
}

#[test]
fn edadd_is_strict_about_the_subgroup_only_if_asked() {
    let Inputs { edwards: point, .. } = Inputs::new();
    let small = Inputs::new().registers().r256(5).unwrap();
    let double = edwards::add_strict(&point, &point);
    let mixed = edwards::add_lax(&point, &small);
    assert!(double.is_some() && mixed.is_some());
    for flag in ["s", "l"] {
        edwards_gives(&format!("edadd.{flag} r256[1], r256[1], r256[9];"), 9, double);
        edwards_gives(&format!("edadd.{flag} r256[1], r256[1], r256[1];"), 1, double);
        edwards_gives(&format!("edadd.{flag} r256[3], r256[1], r256[9];"), 9, None);
        edwards_gives(&format!("edadd.{flag} r256[1], r256[3], r256[1];"), 1, None);
        edwards_gives(&format!("edadd.{flag} r256[1], r256[30], r256[1];"), 1, None);
        edwards_gives(&format!("edadd.{flag} r256[30], r256[1], r256[1];"), 1, None);
        // The neutral point is a result like any other.
        let neutral = edwards::add_strict(&point, &edwards::negate(&point).unwrap());
        assert!(neutral.is_some());
        edwards_gives(&format!("edadd.{flag} r256[1], r256[2], r256[9];"), 9, neutral);
    }
    edwards_gives("edadd.l r256[1], r256[5], r256[9];", 9, mixed);
    edwards_gives("edadd.s r256[1], r256[5], r256[1];", 1, None);
}

#[test]
fn edneg_gives_the_opposite() {
    let Inputs { edwards: point, .. } = Inputs::new();
    edwards_gives("edneg r256[1], r256[6];", 6, edwards::negate(&point));
    edwards_gives("edneg r256[2], r256[2];", 2, Some(point));
    edwards_gives("edneg r256[3], r256[2];", 2, None);
    edwards_gives("edneg r256[31], r256[2];", 2, None);
}
