//! Exact numbers: a fraction and a power of two beside it, because the greatest exponents of the formats
//! would make fractions of a hundred thousand digits.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// `numerator / denominator * 2^exponent`. The denominator is positive; nothing is reduced.
#[derive(Clone, Debug)]
pub struct Exact {
    numerator: BigInt,
    denominator: BigInt,
    exponent: i64,
}

impl From<BigInt> for Exact {
    fn from(number: BigInt) -> Exact {
        Exact::scaled(number, 0)
    }
}

impl Exact {
    /// `number * 2^exponent`.
    pub fn scaled(number: BigInt, exponent: i64) -> Exact {
        Exact { numerator: number, denominator: BigInt::one(), exponent }
    }

    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.numerator.is_negative()
    }

    pub fn negate(&self) -> Exact {
        Exact { numerator: -&self.numerator, ..self.clone() }
    }

    pub fn abs(&self) -> Exact {
        Exact { numerator: self.numerator.abs(), ..self.clone() }
    }

    pub fn add(&self, other: &Exact) -> Exact {
        let exponent = self.exponent.min(other.exponent);
        let term =
            |a: &Exact, b: &Exact| (&a.numerator * &b.denominator) << (a.exponent - exponent);
        Exact {
            numerator: term(self, other) + term(other, self),
            denominator: &self.denominator * &other.denominator,
            exponent,
        }
    }

    pub fn mul(&self, other: &Exact) -> Exact {
        Exact {
            numerator: &self.numerator * &other.numerator,
            denominator: &self.denominator * &other.denominator,
            exponent: self.exponent + other.exponent,
        }
    }

    /// The quotient by a number that is not zero.
    pub fn div(&self, other: &Exact) -> Exact {
        let numerator = &self.numerator * &other.denominator;
        Exact {
            numerator: if other.is_negative() { -numerator } else { numerator },
            denominator: &self.denominator * other.numerator.abs(),
            exponent: self.exponent - other.exponent,
        }
    }

    /// The greatest `e` with `2^e <= |self|`; self is not zero.
    pub fn log2(&self) -> i64 {
        let bits = self.numerator.bits() as i64 - self.denominator.bits() as i64;
        let guess = bits + self.exponent;
        let power = Exact::scaled(BigInt::one(), guess);
        if self.abs() < power { guess - 1 } else { guess }
    }

    /// The magnitude in units of `2^unit`: the whole ones, and how the rest compares with nothing and with
    /// a half.
    pub fn divide_by_power(&self, unit: i64) -> (BigInt, bool, Ordering) {
        let shift = self.exponent - unit;
        let numerator = self.numerator.abs() << shift.max(0);
        let denominator = &self.denominator << (-shift).max(0);
        let quotient = &numerator / &denominator;
        let rest = numerator - &quotient * &denominator;
        (quotient, rest.is_zero(), (rest * 2u8).cmp(&denominator))
    }

    /// Without what stands behind the point.
    pub fn truncate(&self) -> BigInt {
        let (magnitude, ..) = self.divide_by_power(0);
        if self.is_negative() { -magnitude } else { magnitude }
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Exact) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        let difference = self.add(&other.negate());
        difference.numerator.cmp(&BigInt::zero())
    }
}
