//! A function for each instruction that statements stand for, in the Rust types of registers. One that has a `test`
//! behind it gives an option.

use core::cmp::Ordering;

use super::{Native, Run};
use crate::num::float::{Float, Rounding};
use crate::num::integer::{self, Integer, Sign, Word};

/// Functions of two numbers that are methods of integers.
macro_rules! integers {
    ($($(#[$doc:meta])* $name:ident -> $Output:ty: |$result:ident| $output:expr;)+) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<T: Integer>(first: T, second: T) -> $Output {
            let $result = T::$name(first, second);
            $output
        }
    )+};
}

integers! {
    /// `add.uc`
    add_uc -> Option<T>: |sum| sum;
    /// `add.sc`
    add_sc -> Option<T>: |sum| sum;
    /// `sub.uc`
    sub_uc -> Option<T>: |difference| difference;
    /// `sub.sc`
    sub_sc -> Option<T>: |difference| difference;
    /// `mul.uc`
    mul_uc -> Option<T>: |product| product;
    /// `mul.sc`
    mul_sc -> Option<T>: |product| product;
    /// `div.uc`
    div_uc -> Option<T>: |quotient| quotient;
    /// `div.sc`
    div_sc -> Option<T>: |quotient| quotient;
    /// `add.uw`
    add_uw -> T: |sum| sum.unwrap_or(T::ZERO);
    /// `add.sw`
    add_sw -> T: |sum| sum.unwrap_or(T::ZERO);
    /// `sub.uw`
    sub_uw -> T: |difference| difference.unwrap_or(T::ZERO);
    /// `sub.sw`
    sub_sw -> T: |difference| difference.unwrap_or(T::ZERO);
    /// `mul.uw`
    mul_uw -> T: |product| product.unwrap_or(T::ZERO);
    /// `mul.sw`
    mul_sw -> T: |product| product.unwrap_or(T::ZERO);
}

/// `rem`
#[inline(always)]
pub fn remainder<T: Integer>(dividend: T, divisor: T) -> Option<T> {
    integer::remainder(dividend, divisor)
}

/// `add` and `sub` of a small number
#[inline(always)]
pub fn increment<T: Integer>(value: T, step: i8) -> Option<T> {
    value.step(step)
}

/// `neg` of an integer
#[inline(always)]
pub fn negate<T: Integer>(value: T) -> Option<T> {
    value.negate()
}

/// `abs` of an integer
#[inline(always)]
pub fn absolute<T: Integer>(value: T) -> Option<T> {
    value.absolute()
}

/// Functions of bits.
macro_rules! bits {
    ($($(#[$doc:meta])* $name:ident($($value:ident),+);)+) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<T: Word>($($value: T),+) -> T {
            T::$name($($value),+)
        }
    )+};
}

bits! {
    /// `and`
    bit_and(first, second);
    /// `or`
    bit_or(first, second);
    /// `xor`
    bit_xor(first, second);
    /// `not`
    bit_not(value);
}

/// Functions of a value and an amount.
macro_rules! shifts {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<T: Word>(value: T, amount: impl Into<u16>) -> T {
            crate::num::integer::Shift::$name(value, amount.into())
        }
    )+};
}

shifts! {
    /// `shl`
    shift_left;
    /// `shr`, `shr.u`
    shift_right;
    /// `shr.s`
    shift_right_signed;
    /// `scl`
    rotate_left;
    /// `scr`
    rotate_right;
}

/// Functions of two floats, rounded to nearest even.
macro_rules! floats {
    ($($(#[$doc:meta])* $name:ident: $method:ident;)+) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<T: Float>(first: T, second: T) -> Option<T> {
            first.$method(second, Rounding::NearestEven)
        }
    )+};
}

floats! {
    /// `add.n` of floats
    float_add: add;
    /// `sub.n` of floats
    float_sub: sub;
    /// `mul.n` of floats
    float_mul: mul;
    /// `div.n` of floats
    float_div: div;
}

/// `neg` of a float
#[inline(always)]
pub fn float_negate<T: Float>(value: T) -> Option<T> {
    Some(value.neg())
}

/// `abs` of a float
#[inline(always)]
pub fn float_absolute<T: Float>(value: T) -> Option<T> {
    Some(value.abs())
}

/// `cpy`, and the half of `spy` that has a value; none if something is lost
#[inline(always)]
pub fn zero_extend<T: Word, S: Word>(value: S) -> Option<T> {
    let (value, is_whole) = integer::zero_extend(value);
    is_whole.then_some(value)
}

/// `cnv` between integers; none if something is lost
#[inline(always)]
pub fn sign_extend<T: Word + Sign, S: Word + Sign>(value: S) -> Option<T> {
    let (value, is_whole) = integer::sign_extend(value);
    is_whole.then_some(value)
}

/// `cpy`, whatever is lost
#[inline(always)]
pub fn truncate<T: Word, S: Word>(value: S) -> T {
    integer::zero_extend(value).0
}

/// The value itself, if it is none below zero in two's complement
#[inline(always)]
pub fn not_negative<T: Word>(value: T) -> Option<T> {
    (!value.top_bit()).then_some(value)
}

/// `cnv` between floats
#[inline(always)]
pub fn float_from_float<T: Float, S: Float>(value: S) -> Option<T> {
    T::from_float(value)
}

/// `cnv` from an integer to a float
#[inline(always)]
pub fn float_from_integer<T: Float, S: Word>(value: S) -> Option<T> {
    let mut bytes = [0; 128];
    let bytes = bytes.get_mut(..S::BYTES)?;
    value.write_le(bytes);
    T::from_integer(bytes)
}

/// `cnv` from a float to an integer
#[inline(always)]
pub fn integer_from_float<T: Word, S: Float>(value: S) -> Option<T> {
    let mut bytes = [0; 128];
    let bytes = bytes.get_mut(..T::BYTES)?;
    value.to_integer(bytes).then(|| T::read_le(bytes))
}

/// What always has a value
#[inline(always)]
pub fn always<T: Native>(value: Option<T>) -> T {
    value.unwrap_or_else(T::filler)
}

/// Comparisons. Byte strings are given by reference.
macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident<$Bound:path>: |$first:ident, $second:ident| $holds:expr;)+) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<T: $Bound>($first: T, $second: T) -> bool {
            $holds
        }
    )+};
}

comparisons! {
    /// `lt.u`, `lt` of general registers
    less<Ord>: |first, second| first < second;
    /// `gt.u`, `gt` of general registers
    greater<Ord>: |first, second| first > second;
    /// `lt.s`
    less_signed<Sign>: |first, second| first.less_signed(&second);
    /// `gt.s`
    greater_signed<Sign>: |first, second| second.less_signed(&first);
    /// `eq.n`, `eq` of byte strings
    equal<PartialEq>: |first, second| first == second;
    /// `lt.e` of floats
    float_less<Float>: |first, second| first.compare(second) == Ordering::Less;
    /// `gt.e` of floats
    float_greater<Float>: |first, second| first.compare(second) == Ordering::Greater;
    /// `eq.e` of floats
    float_equal<Float>: |first, second| first.compare(second) == Ordering::Equal;
}

/// `ifz`
#[inline(always)]
pub fn is_zero<T: Word>(value: T) -> bool {
    value.is_zero()
}

/// A constant, by its bytes
#[inline(always)]
pub fn constant<T: Native>(bytes: &[u8]) -> T {
    T::from_bytes(bytes)
}

/// The functions that give options, each with the `test` behind it, at an offset. One call costs the compiler less
/// than two.
macro_rules! tested {
    ($($name:ident<$($T:ident: $Bound:path),+>($($value:ident: $Value:ty),+);)+) => {
        /// Functions with a `test` behind them.
        pub mod tested {
            use super::{Float, Integer, Native, Run, Signed, Word};

            $(
                #[doc = concat!("[`", stringify!($name), "`](fn@super::", stringify!($name), "), and `test`.")]
                #[inline(always)]
                pub fn $name<$($T: $Bound + Native),+>(
                    run: &Run,
                    $($value: $Value,)+
                    offset: u16,
                ) -> T {
                    run.some(super::$name($($value),+), offset)
                }
            )+
        }
    };
}

/// Words that can be read with a sign.
pub trait Signed: Word + Sign {}

impl<T: Word + Sign> Signed for T {}

tested! {
    add_uc<T: Integer>(first: T, second: T);
    add_sc<T: Integer>(first: T, second: T);
    sub_uc<T: Integer>(first: T, second: T);
    sub_sc<T: Integer>(first: T, second: T);
    mul_uc<T: Integer>(first: T, second: T);
    mul_sc<T: Integer>(first: T, second: T);
    div_uc<T: Integer>(first: T, second: T);
    div_sc<T: Integer>(first: T, second: T);
    remainder<T: Integer>(first: T, second: T);
    increment<T: Integer>(value: T, step: i8);
    negate<T: Integer>(value: T);
    absolute<T: Integer>(value: T);
    float_add<T: Float>(first: T, second: T);
    float_sub<T: Float>(first: T, second: T);
    float_mul<T: Float>(first: T, second: T);
    float_div<T: Float>(first: T, second: T);
    float_negate<T: Float>(value: T);
    float_absolute<T: Float>(value: T);
    zero_extend<T: Word, S: Word>(value: S);
    sign_extend<T: Signed, S: Signed>(value: S);
    not_negative<T: Word>(value: T);
    float_from_float<T: Float, S: Float>(value: S);
    float_from_integer<T: Float, S: Word>(value: S);
    integer_from_float<T: Word, S: Float>(value: S);
}
