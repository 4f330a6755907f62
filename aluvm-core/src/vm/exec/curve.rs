//! Curve operations. A failure and an undefined operand give an undefined result and set `st0` to
//! false.

#[cfg(feature = "ed25519")]
use crate::crypto::edwards;
#[cfg(feature = "secp256k1")]
use crate::crypto::secp;
#[cfg(feature = "ed25519")]
use crate::isa::EdAddFlag;
use crate::isa::SizeScalar;
use crate::num::integer::Word;
use crate::vm::registers::{Bank, Registers, banks};

/// The bytes of a register.
fn bytes<B: Bank<Value: Word>, const LENGTH: usize>(
    registers: &Registers,
    index: usize,
) -> Option<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    registers.read::<B>(index)?.write_le(&mut bytes);
    Some(bytes)
}

/// The bytes of a scalar, in a general or an integer register.
fn scalar(registers: &Registers, size: SizeScalar, index: usize) -> Option<[u8; 32]> {
    match size {
        SizeScalar::R256 => bytes::<banks::R256, 32>(registers, index),
        SizeScalar::A256 => bytes::<banks::A256, 32>(registers, index),
    }
}

/// Sets the register of a result.
fn set<B: Bank<Value: Word>, const LENGTH: usize>(
    registers: &mut Registers,
    dst: usize,
    result: Option<[u8; LENGTH]>,
) {
    registers.st0 &= result.is_some();
    registers.write::<B>(dst, result.map(|bytes| B::Value::read_le(&bytes)));
}

#[cfg(feature = "secp256k1")]
fn secp_point(registers: &Registers, index: usize) -> Option<[u8; 64]> {
    bytes::<banks::R512, 64>(registers, index)
}

#[cfg(feature = "ed25519")]
fn ed_point(registers: &Registers, index: usize) -> Option<[u8; 32]> {
    bytes::<banks::R256, 32>(registers, index)
}

/// `secpgen`.
#[cfg(feature = "secp256k1")]
pub(super) fn secp_gen(registers: &mut Registers, scalar: usize, dst: usize) {
    let scalar = bytes::<banks::R256, 32>(registers, scalar);
    let point = scalar.and_then(|scalar| secp::multiply_generator(&scalar));
    set::<banks::R512, 64>(registers, dst, point);
}

/// `secpmul`.
#[cfg(feature = "secp256k1")]
pub(super) fn secp_mul(r: &mut Registers, size: SizeScalar, by: usize, src: usize, dst: usize) {
    let operands = scalar(r, size, by).zip(secp_point(r, src));
    let product = operands.and_then(|(scalar, point)| secp::multiply(&scalar, &point));
    set::<banks::R512, 64>(r, dst, product);
}

/// `secpadd`.
#[cfg(feature = "secp256k1")]
pub(super) fn secp_add(registers: &mut Registers, src: usize, dst: usize) {
    let points = secp_point(registers, src).zip(secp_point(registers, dst));
    let sum = points.and_then(|(first, second)| secp::add(&first, &second));
    set::<banks::R512, 64>(registers, dst, sum);
}

/// `secpneg`.
#[cfg(feature = "secp256k1")]
pub(super) fn secp_neg(registers: &mut Registers, src: usize, dst: usize) {
    let negated = secp_point(registers, src).and_then(|point| secp::negate(&point));
    set::<banks::R512, 64>(registers, dst, negated);
}

/// `edgen`.
#[cfg(feature = "ed25519")]
pub(super) fn ed_gen(registers: &mut Registers, scalar: usize, dst: usize) {
    let scalar = bytes::<banks::R256, 32>(registers, scalar);
    let point = scalar.map(|scalar| edwards::multiply_generator(&scalar));
    set::<banks::R256, 32>(registers, dst, point);
}

/// `edmul`.
#[cfg(feature = "ed25519")]
pub(super) fn ed_mul(r: &mut Registers, size: SizeScalar, by: usize, src: usize, dst: usize) {
    let operands = scalar(r, size, by).zip(ed_point(r, src));
    let product = operands.and_then(|(scalar, point)| edwards::multiply(&scalar, &point));
    set::<banks::R256, 32>(r, dst, product);
}

/// `edadd`.
#[cfg(feature = "ed25519")]
pub(super) fn ed_add(r: &mut Registers, flag: EdAddFlag, first: usize, second: usize, dst: usize) {
    let points = ed_point(r, first).zip(ed_point(r, second));
    let sum = points.and_then(|(first, second)| match flag {
        EdAddFlag::Strict => edwards::add_strict(&first, &second),
        EdAddFlag::Lax => edwards::add_lax(&first, &second),
    });
    set::<banks::R256, 32>(r, dst, sum);
}

/// `edneg`.
#[cfg(feature = "ed25519")]
pub(super) fn ed_neg(registers: &mut Registers, src: usize, dst: usize) {
    let negated = ed_point(registers, src).and_then(|point| edwards::negate(&point));
    set::<banks::R256, 32>(registers, dst, negated);
}
