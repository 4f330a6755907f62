//! The loops as plain Rust: what native code could be at best. The compiler may leave nothing of the first out, as each
//! value is observed.

use std::hint::black_box;

use ruint::aliases::U256;

use crate::machine::{FACTOR, FIRST, SECOND};

#[inline(never)]
pub(crate) fn u64_loop(rounds: u64) -> u64 {
    let (mut counter, mut sum, mut mix, mut result) = (0u64, 0u64, 0u64, 0u64);
    loop {
        sum = black_box(sum.wrapping_add(counter));
        mix = black_box(mix ^ sum);
        result = black_box(result.wrapping_add(mix));
        counter = black_box(counter + 1);
        if counter >= rounds {
            return result;
        }
    }
}

#[inline(never)]
pub(crate) fn u256_loop(rounds: u64) -> U256 {
    let [mut counter, mut first, mut second, factor, rounds] =
        [[0; 4], FIRST, SECOND, FACTOR, [rounds, 0, 0, 0]].map(U256::from_limbs);
    loop {
        first = first.wrapping_mul(factor);
        second = second.wrapping_mul(factor);
        first = first.wrapping_add(second);
        counter = counter.wrapping_add(U256::ONE);
        if counter >= rounds {
            return first;
        }
    }
}
