//! Digests of byte strings. An undefined string gives an undefined digest and sets `st0` to false.

use crate::bytes::ByteString;
use crate::crypto::digest;
use crate::num::integer::Word;
use crate::vm::registers::{Bank, Registers, banks};

/// Sets a general register to the digest of a string.
#[inline(always)]
fn set<B: Bank<Value: Word>, const LENGTH: usize>(
    registers: &mut Registers,
    src: usize,
    dst: usize,
    function: impl FnOnce(&[u8]) -> [u8; LENGTH],
) {
    match registers.string(src).map(ByteString::as_bytes) {
        Some(bytes) => {
            let digest = B::Value::read_le(&function(bytes));
            registers.write::<B>(dst, Some(digest));
        }
        None => {
            registers.st0 = false;
            registers.undefine::<B>(dst);
        }
    }
}

/// `ripemd`.
pub(super) fn ripemd(registers: &mut Registers, src: usize, dst: usize) {
    set::<banks::R160, 20>(registers, src, dst, digest::ripemd160);
}

/// `sha2` into `r256`.
pub(super) fn sha256(registers: &mut Registers, src: usize, dst: usize) {
    set::<banks::R256, 32>(registers, src, dst, digest::sha256);
}

/// `sha2` into `r512`.
pub(super) fn sha512(registers: &mut Registers, src: usize, dst: usize) {
    set::<banks::R512, 64>(registers, src, dst, digest::sha512);
}

/// `blake3`.
pub(super) fn blake3(registers: &mut Registers, src: usize, dst: usize) {
    set::<banks::R256, 32>(registers, src, dst, digest::blake3);
}
