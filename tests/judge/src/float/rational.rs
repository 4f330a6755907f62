//! Exact numbers for the oracles: a numerator, a denominator and a power of two apart from them, so that
//! the exponents of `f256` stay small numbers. Nothing is reduced, since the calculations are short and
//! greatest common divisors of such numbers are not.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, Zero};

/// `numerator / denominator * 2^exponent`, the denominator being positive.
#[derive(Clone, Debug)]
pub struct Rational {
    numerator: BigInt,
    denominator: BigInt,
    exponent: i64,
}

/// What a division by a power of two leaves behind the integer below.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Rest {
    None,
    BelowHalf,
    Half,
    AboveHalf,
}

impl Rational {
    pub fn zero() -> Self {
        Self::new(0, 1)
    }

    /// A quotient of integers; the second is not zero.
    pub fn new(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Self {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        assert!(!denominator.is_zero());
        let numerator = if denominator.is_negative() { -numerator } else { numerator };
        Self { numerator, denominator: denominator.abs(), exponent: 0 }
    }

    /// A small number to an integer power.
    pub fn power(base: u32, exponent: i64) -> Self {
        let power = BigInt::from(base).pow(exponent.unsigned_abs() as u32);
        if exponent < 0 { Self::new(1, power) } else { Self::new(power, 1) }
    }

    /// The number times `2^exponent`.
    pub fn scaled(self, exponent: i64) -> Self {
        Self { exponent: exponent + self.exponent, ..self }
    }

    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.numerator.is_negative()
    }

    pub fn abs(&self) -> Self {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// The exponent of the largest power of two that is not above the magnitude; `None` for zero.
    pub fn binary_exponent(&self) -> Option<i64> {
        if self.is_zero() {
            return None;
        }
        let bits = |number: &BigInt| number.bits() as i64;
        let guess = bits(&self.numerator) - bits(&self.denominator) + self.exponent;
        // The quotient of n and m bits has the exponent n - m or the one below.
        let reaches = self.denominator.is_one() || self.abs() >= Self::new(1, 1).scaled(guess);
        Some(if reaches { guess } else { guess - 1 })
    }

    /// The largest integer that is not above `self / 2^unit`, and what is left.
    pub fn floor(&self, unit: i64) -> (BigInt, Rest) {
        let shift = self.exponent - unit;
        let (mut numerator, mut denominator) = (self.numerator.clone(), self.denominator.clone());
        if shift < 0 {
            denominator <<= -shift
        } else {
            numerator <<= shift
        }
        let mut quotient = match shift {
            ..0 if self.denominator.is_one() => &numerator >> -shift,
            _ => &numerator / &denominator,
        };
        let mut rest = numerator - &quotient * &denominator;
        if rest.is_negative() {
            quotient -= 1;
            rest += &denominator;
        }
        let rest = match (rest.is_zero(), (rest << 1_u32).cmp(&denominator)) {
            (true, _) => Rest::None,
            (_, Ordering::Less) => Rest::BelowHalf,
            (_, Ordering::Equal) => Rest::Half,
            (_, Ordering::Greater) => Rest::AboveHalf,
        };
        (quotient, rest)
    }

    /// The integer next to zero.
    pub fn truncate(&self) -> BigInt {
        let (magnitude, _) = self.abs().floor(0);
        if self.is_negative() { -magnitude } else { magnitude }
    }
}

impl From<BigInt> for Rational {
    fn from(number: BigInt) -> Self {
        Self::new(number, 1)
    }
}

impl Neg for Rational {
    type Output = Self;

    fn neg(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }
}

impl Add for &Rational {
    type Output = Rational;

    fn add(self, other: Self) -> Rational {
        let exponent = self.exponent.min(other.exponent);
        let term = |this: &Rational, other: &Rational| {
            (&this.numerator * &other.denominator) << (this.exponent - exponent)
        };
        let numerator = term(self, other) + term(other, self);
        Rational { numerator, denominator: &self.denominator * &other.denominator, exponent }
    }
}

impl Sub for &Rational {
    type Output = Rational;

    fn sub(self, other: Self) -> Rational {
        self + &-other.clone()
    }
}

impl Mul for &Rational {
    type Output = Rational;

    fn mul(self, other: Self) -> Rational {
        Rational {
            numerator: &self.numerator * &other.numerator,
            denominator: &self.denominator * &other.denominator,
            exponent: self.exponent + other.exponent,
        }
    }
}

/// The divisor is not zero.
impl Div for &Rational {
    type Output = Rational;

    fn div(self, other: Self) -> Rational {
        let numerator = &self.numerator * &other.denominator;
        let quotient = Rational::new(numerator, &self.denominator * &other.numerator);
        quotient.scaled(self.exponent - other.exponent)
    }
}

impl PartialEq for Rational {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Rational {}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        (self - other).numerator.sign().cmp(&Sign::NoSign)
    }
}
