//! Bounds of a number times a power of ten, for literals with long exponents: between them lies the exact
//! number, which for `f256` can have a quarter of a million bits. If both bounds give the same literal or
//! pattern it is the right one; that they differ is so rare that the exact number may then take its time.

use super::natural::Natural;
use super::pattern::Binary;

/// A positive number from `low * 2^exponent` to `high * 2^exponent`.
pub(super) struct Bounds {
    low: Natural,
    high: Natural,
    exponent: i64,
}

impl Bounds {
    /// Bounds of `number * 10^tens` that agree in nearly so many bits.
    pub(super) fn of_product(number: &Binary, tens: i64, bits: usize) -> Self {
        let power = Self::power_of_five(tens.unsigned_abs(), bits);
        let exponent = number.exponent + tens;
        if tens >= 0 {
            let [low, high] = [&power.low, &power.high].map(|end| number.significand.mul(end));
            return Self { low, high, exponent: exponent + power.exponent };
        }
        let shift = power.high.bit_length() + bits;
        let dividend = number.significand.shl(shift);
        let [(low, _), (high, _)] = [&power.high, &power.low].map(|end| dividend.div_rem(end));
        let exponent = exponent - power.exponent - shift as i64;
        Self { low, high: high.add(&Natural::from(1)), exponent }
    }

    /// The bounds as numbers.
    pub(super) fn ends(self) -> [Binary; 2] {
        let exponent = self.exponent;
        [self.low, self.high].map(|significand| Binary { significand, exponent })
    }

    /// Bounds of the number times 2^`places`, as integers.
    pub(super) fn integers(&self, places: i64) -> [Natural; 2] {
        let shift = self.exponent + places;
        let count = shift.unsigned_abs() as usize;
        if shift >= 0 {
            return [self.low.shl(count), self.high.shl(count)];
        }
        [self.low.shr(count), self.high.shr(count).add(&Natural::from(1))]
    }

    fn power_of_five(exponent: u64, bits: usize) -> Self {
        let whole =
            |number| Self { low: Natural::from(number), high: Natural::from(number), exponent: 0 };
        let (mut power, mut square) = (whole(1), whole(5));
        let mut rest = exponent;
        while rest > 0 {
            if rest & 1 == 1 {
                power = power.mul(&square).cut(bits);
            }
            rest >>= 1;
            if rest > 0 {
                square = square.mul(&square).cut(bits);
            }
        }
        power
    }

    fn mul(&self, other: &Self) -> Self {
        Self {
            low: self.low.mul(&other.low),
            high: self.high.mul(&other.high),
            exponent: self.exponent + other.exponent,
        }
    }

    /// The bounds cut to so many bits, outward.
    fn cut(self, bits: usize) -> Self {
        let dropped = self.high.bit_length().saturating_sub(bits);
        if dropped == 0 {
            return self;
        }
        Self {
            low: self.low.shr(dropped),
            high: self.high.shr(dropped).add(&Natural::from(1)),
            exponent: self.exponent + dropped as i64,
        }
    }
}
