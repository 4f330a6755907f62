//! The IEEE 754 interchange formats and bfloat16: sign, biased exponent and a significand whose
//! leading bit is implied, in one machine word or a few limbs.

use core::cmp::Ordering;

use super::encoding::{Encoding, read_limbs, write_limbs};
use super::format::FloatFormat;
use super::limbs::Limbs;
use super::number::{Number, Unpacked};
use super::rounding::Rounding;

/// A type that is nothing but the pattern of an interchange format.
pub trait Interchange: Copy {
    /// The limbs of the pattern, and of a significand.
    type Limbs: Limbs;

    /// The format as data.
    const FORMAT: FloatFormat;

    /// The pattern; zeros above it.
    fn pattern(self) -> Self::Limbs;

    /// From a pattern that is a value.
    fn from_pattern(pattern: Self::Limbs) -> Self;
}

/// Positions in the top limb, where sign and exponent are.
struct Layout<T>(core::marker::PhantomData<T>);

impl<T: Interchange> Layout<T> {
    const PRECISION: u32 = T::FORMAT.precision();
    const MIN_EXPONENT: i32 = T::FORMAT.min_exponent();
    /// Bits of the top limb below the exponent field.
    const FIELD: u32 = Self::PRECISION - 1 - (T::Limbs::BITS - 64);
    const SIGN: u64 = 1 << (T::FORMAT.bits() - 1 - (T::Limbs::BITS - 64));
    /// The top limb of infinity: an exponent field of all ones.
    const INFINITY: u64 = Self::SIGN - (1 << Self::FIELD);
    const HIDDEN: u64 = 1 << Self::FIELD;
    /// Bits below the significand when its leading bit is the top bit of its limbs.
    const SPARE: u32 = T::Limbs::BITS - Self::PRECISION;
}

/// Sign and magnitude.
#[inline]
fn split<T: Interchange>(value: T) -> (bool, T::Limbs) {
    let pattern = value.pattern();
    let top = pattern.top();
    (top & Layout::<T>::SIGN != 0, pattern.with_top(top & (Layout::<T>::SIGN - 1)))
}

#[inline]
fn join<T: Interchange>(negative: bool, magnitude: T::Limbs) -> T {
    let sign = if negative { Layout::<T>::SIGN } else { 0 };
    T::from_pattern(magnitude.with_top(magnitude.top() | sign))
}

impl<T: Interchange> Encoding for T {
    type Limbs = T::Limbs;

    const ENCODED: FloatFormat = T::FORMAT;

    #[inline]
    fn zero(negative: bool) -> Self {
        join(negative, T::Limbs::ZERO)
    }

    #[inline]
    fn infinity(negative: bool) -> Option<Self> {
        Some(join(negative, T::Limbs::ZERO.with_top(Layout::<T>::INFINITY)))
    }

    #[inline]
    fn unpack(self) -> Unpacked<T::Limbs> {
        let (negative, magnitude) = split(self);
        let top = magnitude.top();
        let field = top >> Layout::<T>::FIELD;
        let fraction = magnitude.with_top(top & (Layout::<T>::HIDDEN - 1));
        if field == 0 {
            // The top bit of the limbs stands `SPARE` above the leading bit of a normal value.
            let exponent = Layout::<T>::MIN_EXPONENT + Layout::<T>::SPARE as i32;
            let number = Number::normalised(negative, exponent, fraction, 0);
            return number.map_or(Unpacked::Zero(negative), Unpacked::Finite);
        }
        if top == Layout::<T>::INFINITY {
            return Unpacked::Infinite(negative);
        }
        let significand = magnitude.with_top(fraction.top() | Layout::<T>::HIDDEN);
        Unpacked::Finite(Number {
            negative,
            exponent: field as i32 - 1 + Layout::<T>::MIN_EXPONENT,
            significand: significand.shl(0, Layout::<T>::SPARE),
            tail: 0,
        })
    }

    #[inline]
    fn round(number: Number<T::Limbs>, rounding: Rounding) -> Option<Self> {
        let Number { negative, exponent, mut significand, mut tail } = number;
        let above_min = exponent - Layout::<T>::MIN_EXPONENT;
        if above_min > T::FORMAT.max_exponent() - Layout::<T>::MIN_EXPONENT {
            return None;
        }
        if above_min < 0 {
            (significand, tail) = significand.shr(tail, above_min.unsigned_abs());
        }
        let fraction = significand.low() << (64 - Layout::<T>::SPARE) | u64::from(tail != 0);
        let (kept, _) = significand.shr(0, Layout::<T>::SPARE);
        let up = rounding.rounds_up(negative, kept.low() & 1 == 1, fraction);
        // The leading bit adds one to the exponent field, and so does a carry out of the significand.
        let field = (above_min.max(0) as u64) << Layout::<T>::FIELD;
        let (magnitude, _) = kept.add(T::Limbs::ZERO.with_top(field), up);
        (magnitude.top() < Layout::<T>::INFINITY).then(|| join(negative, magnitude))
    }

    #[inline]
    fn negated(self) -> Self {
        let pattern = self.pattern();
        T::from_pattern(pattern.with_top(pattern.top() ^ Layout::<T>::SIGN))
    }

    #[inline]
    fn absolute(self) -> Self {
        T::from_pattern(split(self).1)
    }

    #[inline]
    fn order(self, other: Self) -> Ordering {
        order_signed(split(self), split(other))
    }

    #[inline]
    fn order_rough(self, other: Self) -> Ordering {
        let [first, second] = [self, other].map(|value| {
            let (negative, magnitude) = split(value);
            (negative, magnitude.with_low(magnitude.low() & !1))
        });
        order_signed(first, second)
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != T::FORMAT.bytes() {
            return None;
        }
        let limbs: [u64; 4] = read_limbs(bytes);
        let value = T::from_pattern(T::Limbs::from_low(&limbs));
        let infinity = T::Limbs::ZERO.with_top(Layout::<T>::INFINITY);
        (split(value).1.order(&infinity) != Ordering::Greater).then_some(value)
    }

    #[inline]
    fn from_raw(bytes: &[u8]) -> Self {
        let limbs: [u64; 4] = read_limbs(bytes);
        T::from_pattern(T::Limbs::from_low(&limbs))
    }

    #[inline]
    fn encode(self, bytes: &mut [u8]) {
        write_limbs(self.pattern().limbs(), bytes);
    }
}

/// Order of signs and magnitudes, a zero being equal to the other zero.
#[inline]
fn order_signed<L: Limbs>(first: (bool, L), second: (bool, L)) -> Ordering {
    match (first.0, second.0) {
        (false, false) => first.1.order(&second.1),
        (true, true) => second.1.order(&first.1),
        _ if first.1 == L::ZERO && second.1 == L::ZERO => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}
