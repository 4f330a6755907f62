//! The shortest decimal literal of a value: the fewest digits that round back to the same pattern, and
//! of those the ones nearest to the value (Steele and White, "How to print floating-point numbers
//! accurately", 1990, algorithm FPP²), with the midpoints of the format itself as the bounds.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::bounds::Bounds;
use super::format::FloatFormat;
use super::natural::Natural;
use super::pattern::{Binary, Pattern};

/// Decimal exponents from which on, and below which, a literal is written with an exponent.
const PLAIN: core::ops::Range<i64> = -6..21;

impl FloatFormat {
    /// The canonical literal of a register's bytes: `2.13`, `-0.0`, `7.0`, `5e-324`, `inf`. It parses
    /// back to the same bytes. `None` if the bytes are not a value of the format.
    pub fn print(self, bytes: &[u8]) -> Option<String> {
        Some(Pattern::from_bytes(self, bytes)?.to_string())
    }
}

impl Pattern {
    /// The largest finite value.
    pub(super) fn largest(format: FloatFormat) -> Self {
        let one = Natural::from(1);
        let magnitude = match Self::infinite(format, false) {
            Some(infinity) => infinity.magnitude.sub(&one),
            None => Natural::power_of_two(format.bits() as usize - 1).sub(&one),
        };
        Self { format, negative: false, magnitude }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        if self.is_infinite() {
            return f.write_str("inf");
        }
        if self.magnitude.is_zero() {
            return f.write_str("0.0");
        }
        let (digits, point) = shortest(self);
        let exponent = point - 1;
        if PLAIN.contains(&exponent) {
            return f.write_str(&plain(&digits, point));
        }
        f.write_str(&digits[..1])?;
        if digits.len() > 1 {
            write!(f, ".{}", &digits[1..])?;
        }
        write!(f, "e{exponent}")
    }
}

/// `0.digits * 10^point` without an exponent, with at least one digit on either side of the point.
fn plain(digits: &str, point: i64) -> String {
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    let length = digits.len() as i64;
    if point <= 0 {
        return ["0.", &zeros(-point), digits].concat();
    }
    if point >= length {
        return [digits, &zeros(point - length), ".0"].concat();
    }
    let (whole, fraction) = digits.split_at(point as usize);
    [whole, ".", fraction].concat()
}

/// A value and the distances to the bounds between which everything rounds to it, as multiples of
/// `1 / scale`.
struct Interval {
    value: Natural,
    below: Natural,
    above: Natural,
    scale: Natural,
    /// The bounds themselves round to the value.
    closed: bool,
}

impl Interval {
    fn new(pattern: &Pattern) -> Self {
        let (value, below) = (pattern.value(), pattern.midpoint_below());
        let is_largest = pattern.magnitude == Pattern::largest(pattern.format).magnitude;
        // A literal above the largest posit is an overflow.
        let above = if is_largest && pattern.format.is_posit() {
            pattern.value()
        } else {
            pattern.midpoint_above()
        };
        let lowest = value.exponent.min(below.exponent).min(above.exponent);
        let aligned = |number: Binary| {
            let exponent = number.exponent - lowest.min(0);
            number.significand.shl(usize::try_from(exponent).unwrap_or(0))
        };
        let (value, below, above) = (aligned(value), aligned(below), aligned(above));
        Self {
            below: value.sub(&below),
            above: above.sub(&value),
            value,
            scale: Natural::power_of_two(usize::try_from(-lowest).unwrap_or(0)),
            closed: !pattern.magnitude.is_odd(),
        }
    }

    /// Multiplies the numbers by 10^`exponent` or, if it is negative, the scale by 10^-`exponent`.
    fn multiply_power_of_ten(&mut self, exponent: i64) {
        let count = exponent.unsigned_abs();
        let power = Natural::power_of_five(count as u32).shl(count as usize);
        if exponent >= 0 {
            for number in [&mut self.value, &mut self.below, &mut self.above] {
                *number = number.mul(&power);
            }
        } else {
            self.scale = self.scale.mul(&power);
        }
    }

    /// Whether the value less `below` or its multiple reaches down to zero.
    fn reaches_zero(&self) -> bool {
        self.value < self.below || self.closed && self.value == self.below
    }

    /// Whether the value and `above` reach up to the scale.
    fn reaches_scale(&self) -> bool {
        let bound = self.value.add(&self.above);
        bound > self.scale || self.closed && bound == self.scale
    }
}

/// Binary exponents beyond this, which no value of `f512` has, are bounded first, and exact only if
/// need be.
const LONG_EXPONENT: u64 = 2100;

/// Digits and the place of the decimal point before them: the value is `0.digits * 10^point`.
fn shortest(pattern: &Pattern) -> (String, i64) {
    let leading = pattern.value().leading_exponent();
    // Not above the wanted number; the loops mend the difference of one or two.
    let point = leading * 30103 / 100_000 - 1;
    let is_long = leading.unsigned_abs() > LONG_EXPONENT;
    let bits = pattern.format.literal_bits();
    let bounded = if is_long { shortest_by_bounds(pattern, point, bits) } else { None };
    let (digits, point) = bounded.unwrap_or_else(|| shortest_exactly(pattern, point));
    (digits.iter().map(|&digit| char::from(b'0' + digit)).collect(), point)
}

fn shortest_exactly(pattern: &Pattern, mut point: i64) -> (Vec<u8>, i64) {
    let mut interval = Interval::new(pattern);
    interval.multiply_power_of_ten(-point);
    while interval.reaches_scale() {
        interval.scale.scale(10, 0);
        point += 1;
    }
    let mut digits: Vec<u8> = Vec::new();
    loop {
        for number in [&mut interval.value, &mut interval.below, &mut interval.above] {
            number.scale(10, 0);
        }
        let (digit, rest) = interval.value.div_rem(&interval.scale);
        digits.push(digit.to_bytes(1)[0]);
        interval.value = rest;
        let (down, up) = (interval.reaches_zero(), interval.reaches_scale());
        if !down && !up {
            continue;
        }
        if up && (!down || interval.value.shl(1) >= interval.scale) {
            // Never a nine: below ten tenths of the scale the bound would have been reached before.
            if let Some(last) = digits.last_mut() {
                *last += 1;
            }
        }
        return (digits, point);
    }
}

/// The same digits from bounds of the value and of the two midpoints; `None` where the bounds lie on
/// either side of what decides.
fn shortest_by_bounds(pattern: &Pattern, mut point: i64, bits: usize) -> Option<(Vec<u8>, i64)> {
    let numbers = [pattern.value(), pattern.midpoint_below(), pattern.midpoint_above()];
    let mut numbers =
        numbers.map(|number| Bounds::of_product(&number, -point, bits).integers(bits as i64));
    let exceeds = |[low, high]: &[Natural; 2], bound: &Natural| match (low > bound, high < bound) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    let mut scale = Natural::power_of_two(bits);
    while exceeds(&numbers[2], &scale)? {
        scale.scale(10, 0);
        point += 1;
    }
    let mut digits: Vec<u8> = Vec::new();
    let mut number = Natural::from(0);
    loop {
        numbers.iter_mut().flatten().for_each(|end| end.scale(10, 0));
        number.scale(10, 0);
        let [value, below, above] = &numbers;
        let (whole, _) = value[0].div_rem(&scale);
        digits.push(whole.sub(&number).to_bytes(1)[0]);
        number = whole;
        let mut next = number.clone();
        next.scale(1, 1);
        let (floor, ceiling) = (number.mul(&scale), next.mul(&scale));
        if value[1] >= ceiling {
            return None;
        }
        let (down, up) = (!exceeds(below, &floor)?, exceeds(above, &ceiling)?);
        if !down && !up {
            continue;
        }
        let is_nearer = || exceeds(&[value[0].shl(1), value[1].shl(1)], &floor.add(&ceiling));
        if up
            && (!down || is_nearer()?)
            && let Some(last) = digits.last_mut()
        {
            *last += 1;
        }
        return Some((digits, point));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bounds of any width give the digits of the exact number or none, and those of the width in use
    /// give them nearly always.
    #[test]
    fn bounds_never_give_other_digits() {
        let mut state = 7_u64;
        let mut next = move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state >> 32
        };
        let (mut found, mut undecided) = (0, 0);
        for case in 0..1500 {
            let format = FloatFormat::ALL[case % 7];
            let mut bytes: Vec<u8> = (0..format.bytes()).map(|_| next() as u8).collect();
            if case % 7 == 6 && case % 70 != 6 {
                // Near one, for the exact digits of the others take long.
                bytes[31] = 0x3f;
                bytes[30] = 0xff;
            }
            let Some(pattern) = Pattern::from_bytes(format, &bytes) else { continue };
            if pattern.is_infinite() || pattern.magnitude.is_zero() {
                continue;
            }
            let point = pattern.value().leading_exponent() * 30103 / 100_000 - 1;
            let exact = shortest_exactly(&pattern, point);
            let used = format.literal_bits();
            for bits in [used, used * 5 / 8, 64 + next() as usize % used] {
                match shortest_by_bounds(&pattern, point, bits) {
                    Some(digits) => {
                        assert_eq!(digits, exact, "{pattern} {bits}");
                        found += usize::from(bits == used);
                    }
                    None => undecided += 1,
                }
            }
        }
        assert!(found > 500 && undecided > 50, "{found} {undecided}");
    }
}
