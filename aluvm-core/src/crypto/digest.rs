//! The digests of the `BPDIGEST` extension.
//!
//! All take any number of bytes and cannot fail. SHA-2 and BLAKE3 look at the CPU once, at run
//! time, and use its vector or SHA instructions where it has them. On x86 that is the `cpuid`
//! instruction and so needs no `std`; on other architectures a build without an operating system
//! uses the portable code unless its target features are enabled at compile time.

use ::ripemd::Ripemd160;
use ::sha2::{Digest, Sha256, Sha512};

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
    Sha256::digest(bytes).into()
}

/// SHA-512 of `bytes` (FIPS 180-4), in the order in which the digest is usually written.
pub fn sha512(bytes: &[u8]) -> [u8; 64] {
    Sha512::digest(bytes).into()
}

/// BLAKE3 of `bytes` in its plain hash mode, 32 bytes of output in the usual order.
pub fn blake3(bytes: &[u8]) -> [u8; 32] {
    ::blake3::hash(bytes).into()
}
