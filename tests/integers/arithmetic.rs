//! `add`, `sub`, `mul`, `div`, `rem`, steps, `neg` and `abs`.

use std::any::type_name;

use aluvm_core::num::integer::{Integer, U256, U512, U1024, remainder};
use num_bigint::BigInt;
use num_traits::Zero;
use proptest::prelude::*;

use crate::{
    inputs::{CASES, for_each_number, for_pairs, for_random, number, numbers, register},
    oracle::{self, SC, SW, UC, UW, modulus, wrap},
};

/// Checks the four flags of an instruction against the oracle.
macro_rules! four_flags {
    ($ty:ident, $a:ident, $b:ident, $oracle:path, $uc:ident $sc:ident $uw:ident $sw:ident) => {{
        let (x, y): ($ty, $ty) = (register($a), register($b));
        for (flag, result) in [(UC, x.$uc(y)), (SC, x.$sc(y)), (UW, x.$uw(y)), (SW, x.$sw(y))] {
            let expected = $oracle(flag, $ty::BITS, $a, $b);
            let name = (stringify!($oracle), type_name::<$ty>());
            assert_eq!(result.map(number), expected, "{name:?} {flag:?} {:#x} {:#x}", $a, $b);
        }
    }};
}

#[test]
fn add() {
    fn check<T: Integer>() {
        for_pairs(T::BITS, T::BITS, CASES, |a, b| {
            four_flags!(T, a, b, oracle::add, add_uc add_sc add_uw add_sw);
        });
    }
    each_integer!(check);
}

#[test]
fn sub() {
    fn check<T: Integer>() {
        for_pairs(T::BITS, T::BITS, CASES, |a, b| {
            four_flags!(T, a, b, oracle::sub, sub_uc sub_sc sub_uw sub_sw);
        });
    }
    each_integer!(check);
}

#[test]
fn mul() {
    fn check<T: Integer>() {
        for_pairs(T::BITS, T::BITS, CASES, |a, b| {
            four_flags!(T, a, b, oracle::mul, mul_uc mul_sc mul_uw mul_sw);
        });
    }
    each_integer!(check);
}

/// Products on both sides of the bounds of the width, which random factors seldom meet.
#[test]
fn mul_near_overflow() {
    fn check<T: Integer>() {
        let strategy = (numbers(T::BITS), 0..=1_u32, -2..=2_i8, any::<bool>());
        for_random(CASES, &strategy, &|(a, shift, offset, negate)| {
            if a.is_zero() {
                return;
            }
            let b = (modulus(T::BITS - shift) / &a) + offset;
            let b = wrap(T::BITS, &if negate { -b } else { b });
            let (a, b) = (&a, &b);
            four_flags!(T, a, b, oracle::mul, mul_uc mul_sc mul_uw mul_sw);
            four_flags!(T, b, a, oracle::mul, mul_uc mul_sc mul_uw mul_sw);
        });
    }
    each_integer!(check);
}

#[test]
fn div() {
    fn check<T: Integer>() {
        for_pairs(T::BITS, T::BITS, CASES, |a, b| {
            four_flags!(T, a, b, oracle::div, div_uc div_sc div_uw div_sw);
        });
    }
    each_integer!(check);
}

/// Dividends next to a multiple of the divisor, where an estimated quotient limb is off by one.
#[test]
fn div_near_multiples() {
    fn check<T: Integer>() {
        let strategy = (numbers(T::BITS), numbers(T::BITS), -2..=2_i8);
        for_random(CASES, &strategy, &|(quotient, divisor, offset)| {
            if divisor.is_zero() {
                return;
            }
            let quotient = quotient % (modulus(T::BITS) / &divisor + 1);
            let dividend = wrap(T::BITS, &(quotient * &divisor + offset));
            let (a, b) = (&dividend, &divisor);
            four_flags!(T, a, b, oracle::div, div_uc div_sc div_uw div_sw);
            let result: Option<T> = remainder(register::<T>(a), register::<T>(b));
            assert_eq!(result.map(number), oracle::rem(a, b), "rem {a:#x} {b:#x}");
        });
    }
    each_integer!(check);
}

#[test]
fn rem() {
    fn check<A: Integer, B: Integer>() {
        for_pairs(A::BITS, B::BITS, CASES / 4, |a, b| {
            let result = remainder::<A, B>(register(a), register(b));
            let widths = (A::BITS, B::BITS);
            assert_eq!(result.map(number), oracle::rem(a, b), "rem {widths:?} {a:#x} {b:#x}");
        });
    }
    fn check_all<A: Integer>() {
        with_each_integer!(check, A);
    }
    each_integer!(check_all);
}

#[test]
fn step() {
    fn check<T: Integer>() {
        for_each_number(T::BITS, CASES / 4, |a| {
            for step in [-128, -127, -2, -1, 0, 1, 2, 126, 127] {
                let result = register::<T>(a).step(step);
                let expected = oracle::step(T::BITS, a, step);
                assert_eq!(result.map(number), expected, "{} {a:#x} {step}", T::BITS);
            }
        });
        let strategy = (0..=300_u32, any::<i8>(), any::<bool>());
        for_random(CASES, &strategy, &|(distance, step, from_top)| {
            let distance = BigInt::from(distance % T::BITS.min(256));
            let a = if from_top { modulus(T::BITS) - 1 - distance } else { distance };
            let result = register::<T>(&a).step(step);
            assert_eq!(result.map(number), oracle::step(T::BITS, &a, step), "{a:#x} {step}");
        });
    }
    each_integer!(check);
}

#[test]
fn neg_and_abs() {
    fn check<T: Integer>() {
        for_each_number(T::BITS, CASES, |a| {
            let value: T = register(a);
            assert_eq!(value.negate().map(number), oracle::neg(T::BITS, a), "neg {a:#x}");
            assert_eq!(value.absolute().map(number), oracle::abs(T::BITS, a), "abs {a:#x}");
        });
    }
    each_integer!(check);
}
