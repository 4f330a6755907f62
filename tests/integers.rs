//! Integer arithmetic of all register widths against `num-bigint`, pairwise at the edges and at
//! random, and the rows of the instruction set's text by hand.

#[path = "oracle/integers.rs"]
mod oracle;

use std::any::type_name;

use aluvm_core::num::integer::{
    Integer, U160, U256, U512, U1024, U2048, U4096, U8192, Word, remainder, sign_extend, swap,
    zero_extend,
};
use num_bigint::{BigInt, Sign};
use num_traits::{One, Zero};
use oracle::{SC, SW, UC, UW, modulus, wrap};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

/// Calls a generic check for the width of each A register.
macro_rules! each_integer {
    ($check:ident) => {
        each!($check: u8 u16 u32 u64 u128 U256 U512 U1024)
    };
}

/// Calls a generic check for the width of each A or R register.
macro_rules! each_word {
    ($check:ident) => {
        each!($check: u8 u16 u32 u64 u128 U160 U256 U512 U1024 U2048 U4096 U8192)
    };
}

/// Calls a generic check for a first width and the width of each A register.
macro_rules! with_each_integer {
    ($check:ident, $first:ty) => {
        each!($check, $first: u8 u16 u32 u64 u128 U256 U512 U1024)
    };
}

/// Calls a generic check for a first width and the width of each R register.
macro_rules! with_each_general {
    ($check:ident, $first:ty) => {
        each!($check, $first: u128 U160 U256 U512 U1024 U2048 U4096 U8192)
    };
}

macro_rules! each {
    ($check:ident: $($ty:ty)+) => {$($check::<$ty>();)+};
    ($check:ident, $first:ty: $($ty:ty)+) => {$($check::<$first, $ty>();)+};
}

fn register<T: Word>(value: &BigInt) -> T {
    let (sign, bytes) = value.to_bytes_le();
    assert!(sign != Sign::Minus && value.bits() <= u64::from(T::BITS), "oracle out of range");
    T::read_le(&bytes)
}

fn number<T: Word>(register: T) -> BigInt {
    let mut bytes = vec![0; T::BYTES];
    register.write_le(&mut bytes);
    BigInt::from_bytes_le(Sign::Plus, &bytes)
}

/// 0, 1, MAX, MIN, -1, and 2^k - 1, 2^k, 2^k + 1 with either sign for k around the limbs.
fn edges(bits: u32) -> Vec<BigInt> {
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

/// Numbers of the width: uniform, short, of long runs of equal bits, and near the edges.
fn numbers(bits: u32) -> impl Strategy<Value = BigInt> {
    let bytes = move || prop::collection::vec(any::<u8>(), bits as usize / 8);
    let uniform = move || bytes().prop_map(|bytes| BigInt::from_bytes_le(Sign::Plus, &bytes));
    let runs =
        prop::collection::vec(prop_oneof![Just(0), Just(0xFF), any::<u8>()], bits as usize / 8);
    let near = (prop::sample::select(edges(bits)), -3..=3_i8);
    prop_oneof![
        uniform(),
        (uniform(), 0..bits).prop_map(|(value, shift)| value >> shift),
        (uniform(), 0..bits).prop_map(move |(value, shift)| wrap(bits, &-(value >> shift))),
        runs.prop_map(|bytes| BigInt::from_bytes_le(Sign::Plus, &bytes)),
        near.prop_map(move |(value, offset)| wrap(bits, &(value + offset))),
    ]
}

fn for_random<S: Strategy>(cases: u32, strategy: &S, check: impl Fn(S::Value)) {
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
fn for_pairs(first: u32, second: u32, cases: u32, check: impl Fn(&BigInt, &BigInt)) {
    for a in &edges(first) {
        for b in &edges(second) {
            check(a, b);
        }
    }
    for_random(cases, &(numbers(first), numbers(second)), |(a, b)| check(&a, &b));
}

fn for_each_number(bits: u32, cases: u32, check: impl Fn(&BigInt)) {
    for a in &edges(bits) {
        check(a);
    }
    for_random(cases, &numbers(bits), |a| check(&a));
}

const CASES: u32 = 1000;

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
        for_random(CASES, &strategy, |(a, shift, offset, negate)| {
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
        for_random(CASES, &strategy, |(quotient, divisor, offset)| {
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
        for_random(
            CASES,
            &(0..=300_u32, any::<i8>(), any::<bool>()),
            |(distance, step, from_top)| {
                let distance = BigInt::from(distance % T::BITS.min(256));
                let a = if from_top { modulus(T::BITS) - 1 - distance } else { distance };
                let result = register::<T>(&a).step(step);
                assert_eq!(result.map(number), oracle::step(T::BITS, &a, step), "{a:#x} {step}");
            },
        );
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
        for_random(CASES, &(numbers(T::BITS), random), |(a, amount)| check(&a, amount));
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
        for_random(CASES, &(numbers(T::BITS), random), |(a, amount)| check(&a, amount));
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

#[test]
fn little_endian_bytes() {
    fn check<T: Word>() {
        let strategy = prop::collection::vec(any::<u8>(), 0..T::BYTES + 20);
        for_random(CASES / 4, &(strategy, 0..T::BYTES + 20), |(bytes, length)| {
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
        for_random(CASES / 10, &strategy, |(a, r)| {
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

mod rows {
    //! Each sentence of the instruction set's text, on values small enough to check by eye.

    use super::*;
    use aluvm_core::num::integer::{Addition, Division, Multiplication, Sign};

    const fn s(value: i8) -> u8 {
        value.cast_unsigned()
    }

    #[test]
    fn checked_overflow_is_undefined() {
        assert_eq!(200_u8.add_uc(55), Some(255));
        assert_eq!(200_u8.add_uc(56), None);
        assert_eq!(3_u8.sub_uc(4), None);
        assert_eq!(16_u8.mul_uc(16), None);
        assert_eq!(s(100).add_sc(27), Some(127));
        assert_eq!(s(100).add_sc(28), None);
        assert_eq!(s(-100).sub_sc(28), Some(s(-128)));
        assert_eq!(s(-100).sub_sc(29), None);
        assert_eq!(s(-64).mul_sc(2), Some(s(-128)));
        assert_eq!(s(64).mul_sc(2), None);
    }

    #[test]
    fn wrapped_results_are_modulo_the_width() {
        assert_eq!(200_u8.add_uw(56), Some(0));
        assert_eq!(3_u8.sub_uw(4), Some(255));
        assert_eq!(16_u8.mul_uw(17), Some(16));
        assert_eq!(s(100).add_sw(28), Some(s(-128)));
        assert_eq!(s(-100).sub_sw(29), Some(s(127)));
        assert_eq!(s(64).mul_sw(3), Some(s(-64)));
    }

    #[test]
    fn checked_division_truncates_and_wrapping_division_is_euclidean() {
        let table =
            [(7, 2, 3, 3), (-7, 2, -3, -4), (7, -2, -3, -3), (-7, -2, 3, 4), (-8, 2, -4, -4)];
        for (a, b, truncated, euclidean) in table {
            assert_eq!(s(a).div_sc(s(b)), Some(s(truncated)), "{a} / {b}");
            assert_eq!(s(a).div_sw(s(b)), Some(s(euclidean)), "{a} / {b}");
        }
        assert_eq!(s(-7).div_uc(2), Some(124));
        assert_eq!(s(-7).div_uw(2), Some(124));
    }

    #[test]
    fn division_by_zero() {
        for x in [1_u8, 127, 128, 255] {
            assert_eq!((x.div_uc(0), x.div_sc(0)), (None, None));
            assert_eq!((x.div_uw(0), x.div_sw(0)), (Some(0), Some(0)));
            assert_eq!(remainder::<u8, u8>(x, 0), None);
        }
        assert_eq!((0_u8.div_uc(0), 0_u8.div_sc(0)), (None, None));
        assert_eq!((0_u8.div_uw(0), 0_u8.div_sw(0)), (None, None));
    }

    #[test]
    fn least_number_by_minus_one() {
        assert_eq!(s(-128).div_sc(s(-1)), None);
        assert_eq!(s(-128).div_sw(s(-1)), Some(s(-128)));
        assert_eq!(s(-128).div_uc(255), Some(0));
        let least: U1024 = U1024::ONE << 1023_usize;
        assert_eq!(least.div_sc(U1024::MAX), None);
        assert_eq!(least.div_sw(U1024::MAX), Some(least));
    }

    #[test]
    fn remainder_is_unsigned_and_has_the_width_of_the_divisor() {
        assert_eq!(remainder::<u8, u8>(s(-7), 4), Some(1));
        assert_eq!(remainder::<u16, u8>(1000, 7), Some(6));
        assert_eq!(remainder::<u8, u16>(200, 1000), Some(200));
        assert_eq!(remainder::<U1024, u8>(U1024::MAX, 255), Some(0));
    }

    #[test]
    fn steps_are_unsigned_and_checked() {
        assert_eq!(254_u8.step(1), Some(255));
        assert_eq!(255_u8.step(1), None);
        assert_eq!(0_u8.step(-1), None);
        assert_eq!(128_u8.step(-128), Some(0));
        assert_eq!(127_u8.step(-128), None);
        assert_eq!(0_u8.step(127), Some(127));
        assert_eq!(U256::MAX.step(1), None);
    }

    #[test]
    fn negation_and_magnitude_of_the_least_number_are_undefined() {
        assert_eq!(s(-128).negate(), None);
        assert_eq!(s(-128).absolute(), None);
        assert_eq!(s(-127).absolute(), Some(127));
        assert_eq!(5_u8.negate(), Some(s(-5)));
        assert_eq!(0_u8.negate(), Some(0));
    }

    #[test]
    fn conversion_keeps_the_sign_bit_and_the_low_bits() {
        assert_eq!(sign_extend::<u8, u16>(s(-2)), (0xFFFE, true));
        assert_eq!(sign_extend::<u16, u8>(0xFF80), (0x80, true));
        assert_eq!(sign_extend::<u16, u8>(0xFF7F), (0xFF, false));
        assert_eq!(sign_extend::<u16, u8>(0x012C), (0x2C, false));
        assert_eq!(sign_extend::<u16, u8>(0x00FF), (0x7F, false));
        assert_eq!(sign_extend::<u16, u8>(0x007F), (0x7F, true));
        assert_eq!(sign_extend::<u16, u8>(0x8000), (0x80, false));
    }

    #[test]
    fn copy_extends_with_zeros_or_drops_high_bits() {
        assert_eq!(zero_extend::<u8, u16>(s(-2)), (0x00FE, true));
        assert_eq!(zero_extend::<u16, u8>(0x00FF), (0xFF, true));
        assert_eq!(zero_extend::<u16, u8>(0x0100), (0x00, false));
        assert_eq!(swap::<u8, u128>(7, 0x1234), (0x34, 7, false));
        assert_eq!(swap::<U1024, U160>(U1024::MAX, U160::ONE), (U1024::ONE, U160::MAX, false));
        assert_eq!(swap::<u16, U8192>(9, U8192::from(300)), (300, U8192::from(9), true));
    }
}
