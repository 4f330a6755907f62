//! Integer instructions on unbounded integers: the result as mathematics has it, then brought into
//! the width. Values are the unsigned reading of a register.

use num_bigint::BigInt;
use num_traits::{Euclid, One, Signed, Zero};

/// The flag of an arithmetic instruction.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    pub signed: bool,
    pub wrapped: bool,
}

pub const UC: Flag = Flag { signed: false, wrapped: false };
pub const SC: Flag = Flag { signed: true, wrapped: false };
pub const UW: Flag = Flag { signed: false, wrapped: true };
pub const SW: Flag = Flag { signed: true, wrapped: true };

/// 2^bits.
pub fn modulus(bits: u32) -> BigInt {
    BigInt::one() << bits
}

/// The unsigned reading of any integer modulo 2^bits.
pub fn wrap(bits: u32, value: &BigInt) -> BigInt {
    value.rem_euclid(&modulus(bits))
}

/// The two's complement reading of a register.
pub fn signed(bits: u32, register: &BigInt) -> BigInt {
    if *register >= modulus(bits - 1) { register - modulus(bits) } else { register.clone() }
}

fn read(flag: Flag, bits: u32, register: &BigInt) -> BigInt {
    if flag.signed { signed(bits, register) } else { register.clone() }
}

fn deliver(flag: Flag, bits: u32, value: &BigInt) -> Option<BigInt> {
    let (least, bound) = if flag.signed {
        (-modulus(bits - 1), modulus(bits - 1))
    } else {
        (BigInt::zero(), modulus(bits))
    };
    (flag.wrapped || (least <= *value && *value < bound)).then(|| wrap(bits, value))
}

pub fn add(flag: Flag, bits: u32, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    deliver(flag, bits, &(read(flag, bits, a) + read(flag, bits, b)))
}

pub fn sub(flag: Flag, bits: u32, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    deliver(flag, bits, &(read(flag, bits, a) - read(flag, bits, b)))
}

pub fn mul(flag: Flag, bits: u32, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    deliver(flag, bits, &(read(flag, bits, a) * read(flag, bits, b)))
}

pub fn div(flag: Flag, bits: u32, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    let (a, b) = (read(flag, bits, a), read(flag, bits, b));
    match (b.is_zero(), flag.wrapped) {
        (true, true) => (!a.is_zero()).then(BigInt::zero),
        (true, false) => None,
        (false, true) => deliver(flag, bits, &a.div_euclid(&b)),
        (false, false) => deliver(flag, bits, &(a / b)),
    }
}

pub fn rem(a: &BigInt, b: &BigInt) -> Option<BigInt> {
    (!b.is_zero()).then(|| a % b)
}

pub fn step(bits: u32, a: &BigInt, step: i8) -> Option<BigInt> {
    deliver(UC, bits, &(a + step))
}

pub fn neg(bits: u32, a: &BigInt) -> Option<BigInt> {
    deliver(SC, bits, &-signed(bits, a))
}

pub fn abs(bits: u32, a: &BigInt) -> Option<BigInt> {
    deliver(SC, bits, &signed(bits, a).abs())
}

/// `cpy`: the low bits, and whether the number is the same.
pub fn zero_extend(to: u32, a: &BigInt) -> (BigInt, bool) {
    let value = wrap(to, a);
    let kept = value == *a;
    (value, kept)
}

/// `cnv`: sign-extended, or the sign bit over the low bits, and whether the number is the same.
pub fn sign_extend(from: u32, to: u32, a: &BigInt) -> (BigInt, bool) {
    let number = signed(from, a);
    let value = if to >= from {
        wrap(to, &number)
    } else {
        let sign = if number.is_negative() { modulus(to - 1) } else { BigInt::zero() };
        wrap(to - 1, a) + sign
    };
    let kept = signed(to, &value) == number;
    (value, kept)
}

pub fn shl(bits: u32, a: &BigInt, amount: u16) -> BigInt {
    wrap(bits, &(a << amount))
}

pub fn shr(a: &BigInt, amount: u16) -> BigInt {
    a >> amount
}

pub fn shr_signed(bits: u32, a: &BigInt, amount: u16) -> BigInt {
    wrap(bits, &signed(bits, a).div_euclid(&(BigInt::one() << amount)))
}

pub fn rotate_left(bits: u32, a: &BigInt, amount: u16) -> BigInt {
    let amount = u32::from(amount) % bits;
    let shifted = a << amount;
    wrap(bits, &shifted) + (shifted >> bits)
}

pub fn rotate_right(bits: u32, a: &BigInt, amount: u16) -> BigInt {
    let amount = u32::from(amount) % bits;
    (a >> amount) + (wrap(amount, a) << (bits - amount))
}

pub fn reverse(bits: u32, a: &BigInt) -> BigInt {
    (0..u64::from(bits))
        .filter(|index| a.bit(*index))
        .map(|index| BigInt::one() << (u64::from(bits) - 1 - index))
        .sum()
}

/// 0, 1, MAX, MIN, -1, and 2^k - 1, 2^k, 2^k + 1 with either sign for k around the limbs.
pub fn edges(bits: u32) -> Vec<BigInt> {
    let exponents =
        [1, 7, 15, 31, 32, 63, 64, 65, 127, 128, 192, bits / 2, bits - 64.min(bits), bits - 1];
    let mut edges = vec![BigInt::zero(), modulus(bits) - 1];
    for exponent in exponents.into_iter().filter(|exponent| *exponent < bits) {
        for offset in -1..=1 {
            let value = (BigInt::one() << exponent) + offset;
            edges.push(wrap(bits, &-&value));
            edges.push(wrap(bits, &value));
        }
    }
    edges.sort();
    edges.dedup();
    edges
}
