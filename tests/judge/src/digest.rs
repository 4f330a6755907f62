//! Digests by their standards, one block after another.

mod blake3;
mod ripemd;
mod sha2;

pub use blake3::blake3;
pub use ripemd::ripemd160;
pub use sha2::{sha256, sha512};

/// The message, a one bit, zeros, and its length in bits in the last `length_bytes` of the last block.
fn pad(message: &[u8], block: usize, length: &[u8]) -> Vec<u8> {
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % block != block - length.len() {
        padded.push(0);
    }
    padded.extend(length);
    padded
}
