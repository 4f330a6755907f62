//! The curve functions against published vectors, the laws of a group, and an oracle.
//!
//! The bytes must not depend on the back end that the libraries choose for the CPU. To run the
//! portable ones, see CONTRIBUTING.md.

mod deployed;
mod ed25519;
mod instructions;
mod secp256k1;

use aluvm_judge::curve::register;
use num_bigint::BigUint;
use proptest::array::uniform32;
use proptest::prelude::*;

fn unhex<const N: usize>(text: &str) -> [u8; N] {
    assert_eq!(text.len(), 2 * N, "{text}");
    std::array::from_fn(|index| u8::from_str_radix(&text[2 * index..][..2], 16).unwrap())
}

/// The lines of a vector file that are not comments, each split into its fields.
fn fields<const N: usize>(file: &str) -> Vec<[&str; N]> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split(' ').collect::<Vec<_>>().try_into().unwrap()).collect()
}

/// For properties whose every case costs the oracle a good part of a second. `PROPTEST_CASES`
/// scales them as it does the others.
fn oracle_config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.div_ceil(16), ..default }
}

/// Any 256-bit number.
fn any_number() -> impl Strategy<Value = BigUint> {
    uniform32(any::<u8>()).prop_map(|bytes| BigUint::from_bytes_le(&bytes))
}

/// 256-bit numbers, those around zero, the given modulus and the top prominent among them.
fn number_near(modulus: BigUint) -> impl Strategy<Value = BigUint> {
    let top = BigUint::from(2u8).pow(256);
    prop_oneof![
        4 => any_number(),
        1 => (0u32..4).prop_map(BigUint::from),
        1 => (0u32..7).prop_map(move |step| &modulus - 3u32 + step),
        1 => (1u32..4).prop_map(move |step| &top - step),
    ]
}
