//! Registers made of numbers and back, and the numbers that the tests run on: edges of each width
//! and random ones of several shapes.

use aluvm_core::num::integer::Word;
use num_bigint::{BigInt, Sign};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

pub use aluvm_judge::integer::edges;

use crate::oracle::wrap;

pub fn register<T: Word>(value: &BigInt) -> T {
    let (sign, bytes) = value.to_bytes_le();
    assert!(sign != Sign::Minus && value.bits() <= u64::from(T::BITS), "oracle out of range");
    T::read_le(&bytes)
}

pub fn number<T: Word>(register: T) -> BigInt {
    let mut bytes = vec![0; T::BYTES];
    register.write_le(&mut bytes);
    BigInt::from_bytes_le(Sign::Plus, &bytes)
}

/// Numbers of the width: uniform, short, of long runs of equal bits, and near the edges.
///
/// The bytes come from a seed, because vectors of a thousand bytes are slow to generate.
pub fn numbers(bits: u32) -> impl Strategy<Value = BigInt> {
    let edges = edges(bits);
    let uniform = any::<u64>().prop_map(move |seed| expand(seed, bits)).boxed();
    let runs = any::<u64>().prop_map(move |seed| {
        let bytes = expand(seed, bits).to_bytes_le().1;
        let runs: Vec<u8> = bytes.iter().map(|byte| [0, 0xFF, *byte][*byte as usize % 3]).collect();
        BigInt::from_bytes_le(Sign::Plus, &runs)
    });
    prop_oneof![
        uniform.clone(),
        (uniform.clone(), 0..bits).prop_map(|(value, shift)| value >> shift),
        (uniform, 0..bits).prop_map(move |(value, shift)| wrap(bits, &-(value >> shift))),
        runs,
        (any::<prop::sample::Index>(), -3..=3_i8)
            .prop_map(move |(edge, offset)| wrap(bits, &(edge.get(&edges) + offset))),
    ]
}

/// A number of the width from a seed, by SplitMix64 (Steele, Lea, Flood, 2014).
pub fn expand(mut seed: u64, bits: u32) -> BigInt {
    let mut bytes = Vec::new();
    while bytes.len() < bits as usize / 8 {
        seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bytes.extend((word ^ (word >> 31)).to_le_bytes());
    }
    bytes.truncate(bits as usize / 8);
    BigInt::from_bytes_le(Sign::Plus, &bytes)
}

/// Checks random values. The check is no type parameter, because there is one for each pair of widths, and what runs it
/// would be compiled for each.
pub fn for_random<S: Strategy>(cases: u32, strategy: &S, check: &dyn Fn(S::Value)) {
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let result = runner.run(strategy, |value| {
        check(value);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// Checks all pairs of edges of two widths, then random pairs.
pub fn for_pairs(first: u32, second: u32, cases: u32, check: impl Fn(&BigInt, &BigInt)) {
    for a in &edges(first) {
        for b in &edges(second) {
            check(a, b);
        }
    }
    for_random(cases, &(numbers(first), numbers(second)), &|(a, b)| check(&a, &b));
}

/// Checks the edges of a width, then random numbers.
pub fn for_each_number(bits: u32, cases: u32, check: impl Fn(&BigInt)) {
    for a in &edges(bits) {
        check(a);
    }
    for_random(cases, &numbers(bits), &|a| check(&a));
}

pub const CASES: u32 = 1000;
