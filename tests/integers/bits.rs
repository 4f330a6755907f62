//! Comparisons, shifts, rotations and bitwise operations.

use aluvm_core::num::integer::{Integer, U160, U256, U512, U1024, U2048, U4096, U8192, Word};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use proptest::prelude::*;

use crate::{
    inputs::{CASES, for_each_number, for_pairs, for_random, number, numbers, register},
    oracle::{self, modulus},
};

#[test]
fn signed_comparison() {
    fn check<T: Integer>() {
        for_pairs(T::BITS, T::BITS, CASES, |a, b| {
            let (x, y): (T, T) = (register(a), register(b));
            let less = oracle::signed(T::BITS, a) < oracle::signed(T::BITS, b);
            assert_eq!(x.less_signed(&y), less, "{} {a:#x} {b:#x}", T::BITS);
        });
    }
    each_integer!(check);
}

#[test]
fn unsigned_comparison() {
    fn check<T: Word>() {
        for_pairs(T::BITS, T::BITS, CASES / 4, |a, b| {
            let (x, y): (T, T) = (register(a), register(b));
            assert_eq!(x.cmp(&y), a.cmp(b), "{} {a:#x} {b:#x}", T::BITS);
            assert_eq!((x < y, x > y, x == y), (a < b, a > b, a == b), "{} {a:#x} {b:#x}", T::BITS);
        });
    }
    each_word!(check);
}

#[test]
fn shifts() {
    fn check<T: Word>() {
        let bits = u16::try_from(T::BITS).unwrap();
        let edges = [0, 1, 7, 63, 64, 65, 128, bits - 1, bits, bits + 1, 255, 256, 65535];
        let random = prop_oneof![0..bits, prop::sample::select(edges.to_vec()), any::<u16>()];
        let check = |a: &BigInt, amount| {
            let value: T = register(a);
            let name = (T::BITS, amount);
            let signed = oracle::shr_signed(T::BITS, a, amount);
            assert_eq!(
                number(value.shift_left(amount)),
                oracle::shl(T::BITS, a, amount),
                "shl {name:?}"
            );
            assert_eq!(number(value.shift_right(amount)), oracle::shr(a, amount), "shr.u {name:?}");
            assert_eq!(number(value.shift_right_signed(amount)), signed, "shr.s {name:?}");
        };
        for_each_number(T::BITS, CASES / 10, |a| edges.iter().for_each(|amount| check(a, *amount)));
        for_random(CASES, &(numbers(T::BITS), random), &|(a, amount)| check(&a, amount));
    }
    each_word!(check);
}

#[test]
fn rotations() {
    fn check<T: Word>() {
        let bits = u16::try_from(T::BITS).unwrap();
        let edges = [0, 1, 7, 63, 64, 65, bits - 1, bits, bits + 1, bits * 2, 255, 256, 65535];
        let random = prop_oneof![0..bits, prop::sample::select(edges.to_vec()), any::<u16>()];
        let check = |a: &BigInt, amount| {
            let value: T = register(a);
            let left = number(value.rotate_left(amount));
            let right = number(value.rotate_right(amount));
            let name = (T::BITS, amount);
            assert_eq!(left, oracle::rotate_left(T::BITS, a, amount), "scl {name:?} {a:#x}");
            assert_eq!(right, oracle::rotate_right(T::BITS, a, amount), "scr {name:?} {a:#x}");
        };
        for_each_number(T::BITS, CASES / 10, |a| edges.iter().for_each(|amount| check(a, *amount)));
        for_random(CASES, &(numbers(T::BITS), random), &|(a, amount)| check(&a, amount));
    }
    each_word!(check);
}

#[test]
fn bitwise() {
    fn check<T: Word>() {
        for_pairs(T::BITS, T::BITS, CASES / 4, |a, b| {
            let (x, y): (T, T) = (register(a), register(b));
            assert_eq!(number(x.bit_and(y)), a & b, "and {} {a:#x} {b:#x}", T::BITS);
            assert_eq!(number(x.bit_or(y)), a | b, "or {} {a:#x} {b:#x}", T::BITS);
            assert_eq!(number(x.bit_xor(y)), a ^ b, "xor {} {a:#x} {b:#x}", T::BITS);
        });
    }
    each_word!(check);
}

#[test]
fn single_values() {
    fn check<T: Word>() {
        assert_eq!(number(T::ZERO), BigInt::zero());
        assert_eq!(number(T::ONE), BigInt::one());
        assert_eq!(number(T::MAX), modulus(T::BITS) - 1);
        assert_eq!(T::BITS as usize, T::BYTES * 8);
        for_each_number(T::BITS, CASES / 4, |a| {
            let value: T = register(a);
            assert_eq!(number(value.bit_not()), modulus(T::BITS) - 1 - a, "not {a:#x}");
            assert_eq!(number(value.bit_reverse()), oracle::reverse(T::BITS, a), "rev {a:#x}");
            assert_eq!(value.is_zero(), a.is_zero(), "{a:#x}");
            assert_eq!(value.top_bit(), a.bit(u64::from(T::BITS) - 1), "{a:#x}");
            assert_eq!(value.bottom_bit(), a.bit(0), "{a:#x}");
            assert_eq!(u64::from(value.bit_length()), a.bits(), "{a:#x}");
        });
    }
    each_word!(check);
}
