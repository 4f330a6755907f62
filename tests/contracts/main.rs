//! The contracts of the examples, tested as a user would test a contract.

mod block_pow;
mod exchange;
mod pedersen;
mod pinned;
mod schnorr;
mod statements;

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex digits"))
        .collect()
}
