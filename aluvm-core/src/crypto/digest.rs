//! The digests of the `BPDIGEST` extension.
//!
//! All take any number of bytes and cannot fail. SHA-2 and BLAKE3 look at the CPU once, at run
//! time, and use its vector or SHA instructions where it has them. On x86 that is the `cpuid`
//! instruction and so needs no `std`; on other architectures a build without an operating system
//! uses the portable code unless its target features are enabled at compile time.

use ::ripemd::Ripemd160;
use ::sha2::block_api::compress256;
use ::sha2::{Digest, Sha256, Sha512};

use crate::library::SHA256_INITIAL as INITIAL;

/// RIPEMD-160 of `bytes`, the last byte of the digest first.
///
/// The reversal is the network's: the register holds the digest as a little-endian number.
pub fn ripemd160(bytes: &[u8]) -> [u8; 20] {
    let mut digest: [u8; 20] = Ripemd160::digest(bytes).into();
    digest.reverse();
    digest
}

/// SHA-256 of `bytes` (FIPS 180-4), in the order in which the digest is usually written.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    match padded_block(bytes) {
        Some(block) => {
            let mut state = INITIAL;
            compress256(&mut state, &[block]);
            let mut digest = [0; 32];
            for (bytes, word) in digest.chunks_exact_mut(4).zip(state) {
                bytes.copy_from_slice(&word.to_be_bytes());
            }
            digest
        }
        None => Sha256::digest(bytes).into(),
    }
}

/// A message of at most 55 bytes as the single block that it is, padded as FIPS 180-4, section 5.1.1
/// demands. Most messages of contracts are digests and keys, for which the library's buffer costs a
/// fifth of the time.
fn padded_block(message: &[u8]) -> Option<[u8; 64]> {
    if message.len() > 55 {
        return None;
    }
    let mut block = [0; 64];
    block[..message.len()].copy_from_slice(message);
    block[message.len()] = 0x80;
    block[62..].copy_from_slice(&(8 * message.len() as u16).to_be_bytes());
    Some(block)
}

/// SHA-512 of `bytes` (FIPS 180-4), in the order in which the digest is usually written.
pub fn sha512(bytes: &[u8]) -> [u8; 64] {
    Sha512::digest(bytes).into()
}

/// BLAKE3 of `bytes` in its plain hash mode, 32 bytes of output in the usual order.
pub fn blake3(bytes: &[u8]) -> [u8; 32] {
    ::blake3::hash(bytes).into()
}
