//! posit<512, 2>, by the Posit Standard (2022).

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::{Exact, Rounding};
use crate::integer::{modulus, wrap};

/// The width of the format.
pub(crate) const BITS: u32 = 512;

/// The binary logarithm of the greatest posit; that of the least positive one is its negative.
const LARGEST: i64 = 4 * (BITS as i64 - 2);

/// The value of a pattern of so many bits, by the formula of section 4.3:
/// `((1 - 3 s) + f) * 2^((1 - 2 s) * (4 r + e + s))`. None for NaR.
pub(crate) fn decode(pattern: &BigInt, bits: u32) -> Option<Exact> {
    if pattern.is_zero() {
        return Some(Exact::from(BigInt::zero()));
    }
    if *pattern == modulus(bits - 1) {
        return None;
    }
    // The digits from the highest on; behind the last one there are zeros.
    let digit = |position: u32| position < bits && pattern.bit(u64::from(bits - 1 - position));
    let s = i64::from(digit(0));
    let run = (1..bits).take_while(|position| digit(*position) == digit(1)).count() as u32;
    let r = if digit(1) { i64::from(run) - 1 } else { -i64::from(run) };
    // The sign, the run, and the digit that ends it.
    let behind = 1 + run + 1;
    let e = 2 * i64::from(digit(behind)) + i64::from(digit(behind + 1));
    let fraction_bits = bits.saturating_sub(behind + 2);
    let fraction = pattern % modulus(fraction_bits);
    let significand = (BigInt::from(1 - 3 * s) << fraction_bits) + fraction;
    let exponent = (1 - 2 * s) * (4 * r + e + s);
    Some(Exact::scaled(significand, exponent - i64::from(fraction_bits)))
}

/// The pattern of a number that is not zero: to nearest by section 4.1, whose middle of two posits is the
/// posit of one more bit between them, or in the direction of the mode.
pub(crate) fn round(exact: &Exact, rounding: Rounding) -> BigInt {
    let magnitude = exact.abs();
    let below = floor(&magnitude);
    let greatest = modulus(BITS - 1) - 1;
    let is_exact = decode(&below, BITS).is_some_and(|value| value == magnitude);
    let goes_up = match rounding {
        _ if is_exact || below == greatest => false,
        // "never to zero"
        Rounding::Nearest if below.is_zero() => true,
        _ => {
            let middle = decode(&(&below * 2u8 + 1u8), BITS + 1).expect("a number");
            let half = magnitude.cmp(&middle);
            rounding.goes_up(exact.is_negative(), half, below.bit(0))
        }
    };
    let pattern = if goes_up { below + BigInt::one() } else { below };
    if exact.is_negative() { wrap(BITS, &-pattern) } else { pattern }
}

/// The greatest posit that is not above a positive number: the digits of the number's own pattern, which
/// has no end, as far as there is room.
fn floor(magnitude: &Exact) -> BigInt {
    let exponent = magnitude.log2();
    if exponent >= LARGEST {
        return modulus(BITS - 1) - 1;
    }
    if exponent < -LARGEST {
        return BigInt::zero();
    }
    let (regime, e) = (exponent.div_euclid(4), exponent.rem_euclid(4));
    let run = if regime >= 0 { regime + 1 } else { -regime };
    let run_and_end = if regime >= 0 { (modulus(run as u32) - 1) * 2u8 } else { BigInt::one() };
    // As many digits of the fraction as there ever is room for.
    let fraction_bits = i64::from(BITS);
    let (significand, ..) = magnitude.divide_by_power(exponent - fraction_bits);
    let fraction = significand - modulus(fraction_bits as u32);
    let digits = (((run_and_end << 2) + e) << fraction_bits) + fraction;
    let surplus = (run + 1 + 2 + fraction_bits) - (i64::from(BITS) - 1);
    let below = digits >> surplus;
    let value = decode(&below, BITS).expect("a number");
    debug_assert_ne!(value.cmp(magnitude), Ordering::Greater);
    below
}
