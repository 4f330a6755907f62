//! What the posit of 512 bits means, by the formulas of the Posit Standard (2022), on exact numbers.

use std::cmp::Ordering;

use aluvm_core::num::float::Rounding;
use num_bigint::BigInt;
use num_traits::Zero;

use super::rational::Rational;
use super::{bytes, low_bits, ones, power_of_two};

/// The value of a `width`-bit posit by the formula of section 4.3:
/// ((1 - 3s) + f) * 2^((1 - 2s) * (4r + e + s)). `None` for NaR.
pub fn value(pattern: &BigInt, width: u32) -> Option<Rational> {
    if pattern.is_zero() {
        return Some(Rational::zero());
    }
    let bit = |number: &BigInt, place: u32| number.bit(u64::from(place));
    let sign = i64::from(bit(pattern, width - 1));
    let rest = low_bits(pattern, width - 1);
    if rest.is_zero() {
        return None;
    }
    let first = bit(&rest, width - 2);
    let run = (0..width - 1).rev().take_while(|&place| bit(&rest, place) == first).count() as i64;
    let regime = if first { run - 1 } else { -run };
    // Two exponent bits, then the fraction, each reading zeros below the end of the pattern.
    let below = i64::from(width) - 1 - run - 1;
    let exponent_bit = |place: i64| below >= place && bit(&rest, (below - place) as u32);
    let exponent = 2 * i64::from(exponent_bit(1)) + i64::from(exponent_bit(2));
    let fraction_bits = (below - 2).max(0);
    let fraction = Rational::from(low_bits(&rest, fraction_bits as u32)).scaled(-fraction_bits);
    let scale = (1 - 2 * sign) * (4 * regime + exponent + sign);
    Some((&fraction + &Rational::new(1 - 3 * sign, 1)).scaled(scale))
}

/// The pattern of posit<512, 2> for a number, by the definition of rounding in section 4.1, or toward
/// the direction of the mode; beyond the largest value the largest.
pub fn round(number: &Rational, rounding: Rounding) -> Vec<u8> {
    let negative = number.is_negative();
    let magnitude = number.abs();
    let below = floor(&magnitude);
    let exact = value(&below, 512).unwrap() == magnitude;
    let up = match rounding {
        _ if exact || below == ones(511) => false,
        Rounding::TowardZero => false,
        Rounding::Floor => negative,
        Rounding::Ceil => !negative,
        Rounding::NearestEven => {
            // The midpoint is the posit of one more bit between the two neighbours.
            let middle = value(&((&below << 1_u32) + 1), 513).unwrap();
            match magnitude.cmp(&middle) {
                Ordering::Less => below.is_zero(),
                Ordering::Equal => below.is_zero() || below.bit(0),
                Ordering::Greater => true,
            }
        }
    };
    let rounded = below + u32::from(up);
    let negated = negative && !rounded.is_zero();
    bytes(&if negated { power_of_two(512) - rounded } else { rounded }, 64)
}

/// The largest posit that is not above a number: a guess, proven by its neighbours.
fn floor(magnitude: &Rational) -> BigInt {
    let Some(exponent) = magnitude.binary_exponent() else { return BigInt::ZERO };
    let guess = if exponent >= 2040 {
        ones(511)
    } else if exponent < -2040 {
        BigInt::ZERO
    } else {
        let (regime, low) = (exponent.div_euclid(4), exponent.rem_euclid(4));
        let prefix = if regime >= 0 { ones(regime as u32 + 1) << 1_u32 } else { BigInt::from(1) };
        let used = if regime >= 0 { regime + 2 } else { 1 - regime };
        // 700 bits of the number, of which the leading one gives way to the exponent bits.
        let (significand, _) = magnitude.floor(exponent - 699);
        let tail = low_bits(&significand, 699) + (BigInt::from(low) << 699_u32);
        ((prefix << 701_u32) + tail) >> (used + 701 - 511)
    };
    assert!(value(&guess, 512).unwrap() <= *magnitude);
    if guess < ones(511) {
        assert!(value(&(&guess + 1), 512).unwrap() > *magnitude);
    }
    guess
}
