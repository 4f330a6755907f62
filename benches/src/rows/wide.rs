//! Multiplication and division of 1024-bit integers, each result the next operand.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;
use crypto_bigint::{NonZero, U1024 as Limbs};
use ruint::aliases::U1024;

use crate::Guest;
use crate::guest::repeat;
use crate::row::{Bound, Kind, Pace, Row, fold};

const COUNT: u64 = 64 * 64;
const FEW: u64 = 64;

pub fn rows() -> Vec<Row> {
    vec![multiplication(), division()]
}

/// An odd number of `bits` bits, whose bits have no pattern.
fn number(bits: usize, seed: u64) -> U1024 {
    let mut limbs = [0; 16];
    let mut state = seed;
    for limb in &mut limbs {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15).wrapping_mul(0x5851_F42D_4C95_7F2D);
        state ^= state >> 29;
        *limb = state;
    }
    (U1024::from_limbs(limbs) | U1024::ONE | (U1024::ONE << 1023)) >> (1024 - bits) | U1024::ONE
}

fn result(number: U1024) -> u64 {
    fold(number.to_le_bytes::<128>())
}

fn limbs(number: U1024) -> Limbs {
    Limbs::from_le_slice(&number.to_le_bytes::<128>())
}

/// Repeats one instruction on `a1024[0]` and `a1024[1]`.
fn guest(instr: &str, first: U1024, second: U1024, count: u64) -> Guest {
    let setup = format!("put a1024[0], {first}; put a1024[1], {second};");
    let body = format!("{instr} a1024[0], a1024[1];");
    Guest::new(&repeat(&setup, &body, count), RegisterSize::A1024, 1)
}

/// Multiplies `count` times.
pub fn multiplication_guest(count: u64) -> Guest {
    guest("mul.uw", number(1024, 1), number(1023, 2), count)
}

/// Divides `count` times.
pub fn division_guest(count: u64) -> Guest {
    guest("div.uc", number(1023, 1), number(511, 2), count)
}

fn multiplication() -> Row {
    let bounds = [Bound::Nanoseconds(100.0, Pace::Contender("crypto-bigint", 70.0))];
    let mut row = Row::new("u1024 mul", bounds);
    let (factor, start) = (number(1024, 1), number(1023, 2));
    let product = |factor: U1024, start: U1024, count| {
        (0..count).fold(start, |value, _| factor.wrapping_mul(value))
    };
    let expected = result(product(factor, start, COUNT));
    row.add(Kind::Native, "crypto-bigint", COUNT, expected, move || {
        let (factor, start) = black_box((limbs(factor), limbs(start)));
        let value = (0..COUNT).fold(start, |value, _| factor.wrapping_mul(&value));
        fold(&value.to_le_bytes()[..])
    });
    row.add(Kind::Native, "ruint", COUNT, expected, move || {
        let (factor, start) = black_box((factor, start));
        result(product(factor, start, COUNT))
    });
    let mut ours = multiplication_guest(COUNT).ours();
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    // The deployed machine cannot wrap.
    let (one, half) = (U1024::ONE, number(512, 1));
    let deployed = guest("mul.uc", one, half, FEW).deployed();
    row.add(Kind::Deployed, "rgb-aluvm", FEW, result(half), move || deployed.run());
    row
}

/// 1024 bits by about 512 bits, whose quotient has about 512 bits again.
fn division() -> Row {
    let bounds = [Bound::Nanoseconds(200.0, Pace::Contender("ruint", 150.0))];
    let mut row = Row::new("u1024 div", bounds);
    let (dividend, start) = (number(1023, 1), number(511, 2));
    let quotient = |dividend: U1024, start: U1024, count| {
        (0..count).fold(start, |value, _| dividend.wrapping_div(value))
    };
    let expected = result(quotient(dividend, start, COUNT));
    row.add(Kind::Native, "ruint", COUNT, expected, move || {
        let (dividend, start) = black_box((dividend, start));
        result(quotient(dividend, start, COUNT))
    });
    row.add(Kind::Native, "crypto-bigint", COUNT, expected, move || {
        let (dividend, start) = black_box((limbs(dividend), limbs(start)));
        let divide = |value: Limbs| {
            let divisor = NonZero::new(value).expect("the dividend is longer than the divisor");
            dividend.wrapping_div_vartime(&divisor)
        };
        fold(&(0..COUNT).fold(start, |value, _| divide(value)).to_le_bytes()[..])
    });
    let mut ours = division_guest(COUNT).ours();
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    let deployed = division_guest(FEW).deployed();
    let few = result(quotient(dividend, start, FEW));
    row.add(Kind::Deployed, "rgb-aluvm", FEW, few, move || deployed.run());
    row
}
