//! Bytes, `cpy`, `cnv` and `spy`, between all pairs of widths.

use aluvm_core::num::integer::{
    Integer, U160, U256, U512, U1024, U2048, U4096, U8192, Word, sign_extend, swap, zero_extend,
};
use num_bigint::{BigInt, Sign};
use proptest::prelude::*;

use crate::{
    inputs::{CASES, for_each_number, for_random, number, numbers, register},
    oracle,
};

#[test]
fn little_endian_bytes() {
    fn check<T: Word>() {
        let strategy = prop::collection::vec(any::<u8>(), 0..T::BYTES + 20);
        for_random(CASES / 4, &(strategy, 0..T::BYTES + 20), &|(bytes, length)| {
            let value = T::read_le(&bytes);
            let mut whole = bytes.clone();
            whole.resize(T::BYTES, 0);
            assert_eq!(number(value), BigInt::from_bytes_le(Sign::Plus, &whole));

            let mut buffer = vec![0xA5; length];
            value.write_le(&mut buffer);
            whole.resize(length, 0);
            assert_eq!(buffer, whole, "{} bytes to {length}", T::BYTES);
        });
    }
    each_word!(check);
}

#[test]
fn cpy_between_a_registers() {
    fn check_all<A: Integer>() {
        with_each_integer!(check_cpy, A);
    }
    each_integer!(check_all);
}

#[test]
fn cpy_between_r_registers() {
    fn check_all<A: Word>() {
        with_each_general!(check_cpy, A);
    }
    each!(check_all: u128 U160 U256 U512 U1024 U2048 U4096 U8192);
}

fn check_cpy<A: Word, B: Word>() {
    for_each_number(A::BITS, CASES / 10, |a| {
        let (value, kept) = zero_extend::<A, B>(register(a));
        let expected = oracle::zero_extend(B::BITS, a);
        assert_eq!((number(value), kept), expected, "{} to {}: {a:#x}", A::BITS, B::BITS);
    });
}

#[test]
fn spy() {
    fn check<A: Integer, R: Word>() {
        let strategy = (numbers(A::BITS), numbers(R::BITS));
        for_random(CASES / 10, &strategy, &|(a, r)| {
            let (to_a, to_r, kept) = swap::<A, R>(register(&a), register(&r));
            let (expected_a, kept_r) = oracle::zero_extend(A::BITS, &r);
            let (expected_r, kept_a) = oracle::zero_extend(R::BITS, &a);
            assert_eq!(number(to_a), expected_a, "{} {}: {a:#x} {r:#x}", A::BITS, R::BITS);
            assert_eq!(number(to_r), expected_r, "{} {}: {a:#x} {r:#x}", A::BITS, R::BITS);
            assert_eq!(kept, kept_a && kept_r, "{} {}: {a:#x} {r:#x}", A::BITS, R::BITS);
        });
    }
    fn check_all<A: Integer>() {
        with_each_general!(check, A);
    }
    each_integer!(check_all);
}

#[test]
fn cnv() {
    fn check<A: Integer, B: Integer>() {
        for_each_number(A::BITS, CASES / 4, |a| {
            let (value, kept) = sign_extend::<A, B>(register(a));
            let expected = oracle::sign_extend(A::BITS, B::BITS, a);
            assert_eq!((number(value), kept), expected, "{} to {}: {a:#x}", A::BITS, B::BITS);
        });
    }
    fn check_all<A: Integer>() {
        with_each_integer!(check, A);
    }
    each_integer!(check_all);
}
