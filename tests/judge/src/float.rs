//! Floats as exact fractions: a pattern is taken for the number that its standard says it is, the operation
//! is done without error, and its result is rounded once.

mod exact;
mod ieee;
mod posit;

use std::cmp::Ordering;

use aluvm_core::isa::RegisterSize;
use num_bigint::{BigInt, Sign};

pub use exact::Exact;
use ieee::Ieee;

use crate::integer::{modulus, wrap};
use crate::state::to_bytes;

/// How a result that the format does not have becomes one that it has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    TowardZero,
    Nearest,
    Floor,
    Ceiling,
}

impl Rounding {
    pub const ALL: [Rounding; 4] =
        [Rounding::TowardZero, Rounding::Nearest, Rounding::Floor, Rounding::Ceiling];

    /// Whether a number between two neighbours goes to the one of greater magnitude; `half` compares it
    /// with their middle.
    fn goes_up(self, is_negative: bool, half: Ordering, is_odd: bool) -> bool {
        match self {
            Rounding::TowardZero => false,
            Rounding::Floor => is_negative,
            Rounding::Ceiling => !is_negative,
            Rounding::Nearest => half == Ordering::Greater || half == Ordering::Equal && is_odd,
        }
    }
}

/// What a register of floats holds.
#[derive(Clone, Debug)]
pub enum Value {
    Zero {
        is_negative: bool,
    },
    Infinity {
        is_negative: bool,
    },
    /// A number that is not zero.
    Number(Exact),
}

use Value::{Infinity, Number, Zero};

impl Value {
    fn is_negative(&self) -> bool {
        match self {
            Zero { is_negative } | Infinity { is_negative } => *is_negative,
            Number(exact) => exact.is_negative(),
        }
    }

    /// A number; zero is positive.
    fn of(exact: Exact) -> Value {
        if exact.is_zero() { Zero { is_negative: false } } else { Number(exact) }
    }

    /// The number, if it is finite.
    pub fn exact(&self) -> Option<Exact> {
        match self {
            Zero { .. } => Some(Exact::from(BigInt::ZERO)),
            Infinity { .. } => None,
            Number(exact) => Some(exact.clone()),
        }
    }
}

/// The unsigned number that the bytes of a register are.
fn pattern(bytes: &[u8]) -> BigInt {
    BigInt::from_bytes_le(Sign::Plus, bytes)
}

/// What a pattern means; none if it is NaN, NaR, or not canonical.
pub fn decode(size: RegisterSize, bytes: &[u8]) -> Option<Value> {
    match Ieee::of(size) {
        Some(format) => format.decode(&pattern(bytes)),
        None => posit::decode(&pattern(bytes), posit::BITS).map(Value::of),
    }
}

/// The pattern of a value, rounded; none if it overflows or the format has no infinity.
pub fn encode(size: RegisterSize, value: &Value, rounding: Rounding) -> Option<Vec<u8>> {
    let pattern = match (Ieee::of(size), value) {
        (Some(format), Zero { is_negative }) => format.pack(*is_negative, &BigInt::ZERO, 0),
        (Some(format), Infinity { is_negative }) => format.infinity(*is_negative),
        (Some(format), Number(exact)) => format.round(exact, rounding)?,
        (None, Zero { .. }) => BigInt::ZERO,
        (None, Infinity { .. }) => return None,
        (None, Number(exact)) => posit::round(exact, rounding),
    };
    Some(to_bytes(&pattern, size.bytes()))
}

fn value(size: RegisterSize, bytes: &[u8]) -> Value {
    decode(size, bytes).unwrap_or_else(|| panic!("{bytes:02x?} is no value of {size}"))
}

/// The sum of two values, rounded; none if it overflows or is not a number.
pub fn add(size: RegisterSize, a: &[u8], b: &[u8], rounding: Rounding) -> Option<Vec<u8>> {
    sum(size, value(size, a), value(size, b), rounding)
}

/// The first value less the second, rounded.
pub fn sub(size: RegisterSize, a: &[u8], b: &[u8], rounding: Rounding) -> Option<Vec<u8>> {
    let opposite = match value(size, b) {
        Zero { is_negative } => Zero { is_negative: !is_negative },
        Infinity { is_negative } => Infinity { is_negative: !is_negative },
        Number(exact) => Number(exact.negate()),
    };
    sum(size, value(size, a), opposite, rounding)
}

fn sum(size: RegisterSize, a: Value, b: Value, rounding: Rounding) -> Option<Vec<u8>> {
    let result = match (a, b) {
        (Infinity { is_negative: a }, Infinity { is_negative: b }) if a != b => return None,
        (infinity @ Infinity { .. }, _) | (_, infinity @ Infinity { .. }) => infinity,
        (Number(a), Number(b)) => {
            let sum = a.add(&b);
            // "When the sum of two operands with opposite signs is exactly zero, the sign of that sum
            // shall be +0 under all rounding-direction attributes except roundTowardNegative" (IEEE
            // 754-2019, 6.3).
            match sum.is_zero() {
                true => Zero { is_negative: rounding == Rounding::Floor },
                false => Number(sum),
            }
        }
        (Zero { is_negative: a }, Zero { is_negative: b }) => {
            Zero { is_negative: if a == b { a } else { rounding == Rounding::Floor } }
        }
        (number @ Number(_), Zero { .. }) | (Zero { .. }, number @ Number(_)) => number,
    };
    encode(size, &result, rounding)
}

/// The product of two values, rounded.
pub fn mul(size: RegisterSize, a: &[u8], b: &[u8], rounding: Rounding) -> Option<Vec<u8>> {
    let (a, b) = (value(size, a), value(size, b));
    let is_negative = a.is_negative() != b.is_negative();
    let result = match (&a, &b) {
        (Infinity { .. }, Zero { .. }) | (Zero { .. }, Infinity { .. }) => return None,
        (Infinity { .. }, _) | (_, Infinity { .. }) => Infinity { is_negative },
        (Zero { .. }, _) | (_, Zero { .. }) => Zero { is_negative },
        (Number(a), Number(b)) => Number(a.mul(b)),
    };
    encode(size, &result, rounding)
}

/// The first value divided by the second, rounded.
pub fn div(size: RegisterSize, a: &[u8], b: &[u8], rounding: Rounding) -> Option<Vec<u8>> {
    let (a, b) = (value(size, a), value(size, b));
    let is_negative = a.is_negative() != b.is_negative();
    let result = match (&a, &b) {
        (Infinity { .. }, Infinity { .. }) | (Zero { .. }, Zero { .. }) => return None,
        (Infinity { .. }, _) | (_, Zero { .. }) => Infinity { is_negative },
        (Zero { .. }, _) | (_, Infinity { .. }) => Zero { is_negative },
        (Number(a), Number(b)) => Number(a.div(b)),
    };
    encode(size, &result, rounding)
}

/// The sign bit inverted; of a posit, the negative.
pub fn neg(size: RegisterSize, bytes: &[u8]) -> Vec<u8> {
    let bits = 8 * size.bytes() as u32;
    let result = match Ieee::of(size) {
        Some(_) => pattern(bytes) ^ modulus(bits - 1),
        None => wrap(bits, &-pattern(bytes)),
    };
    to_bytes(&result, size.bytes())
}

/// The sign bit cleared; of a posit, the magnitude.
pub fn abs(size: RegisterSize, bytes: &[u8]) -> Vec<u8> {
    let is_negative = pattern(bytes).bit(8 * size.bytes() as u64 - 1);
    if is_negative { neg(size, bytes) } else { bytes.to_vec() }
}

/// The order of two values; roughly, of those whose lowest bit is cleared. The order of posits is that of
/// their patterns as signed integers (Posit Standard 2022, section 5.3).
pub fn compare(size: RegisterSize, a: &[u8], b: &[u8], is_rough: bool) -> Ordering {
    let read = |bytes: &[u8]| {
        let number = pattern(bytes);
        if is_rough && number.bit(0) { number - 1 } else { number }
    };
    let (a, b) = (read(a), read(b));
    let Some(format) = Ieee::of(size) else {
        return crate::integer::signed(posit::BITS, &a)
            .cmp(&crate::integer::signed(posit::BITS, &b));
    };
    let value = |pattern: &BigInt| format.decode(pattern).expect("a value without its lowest bit");
    match (value(&a), value(&b)) {
        (Infinity { is_negative: a }, Infinity { is_negative: b }) => b.cmp(&a),
        (Infinity { is_negative }, _) if is_negative => Ordering::Less,
        (Infinity { .. }, _) => Ordering::Greater,
        (_, Infinity { is_negative }) if is_negative => Ordering::Greater,
        (_, Infinity { .. }) => Ordering::Less,
        (a, b) => a.exact().cmp(&b.exact()),
    }
}

/// A value in another format, to nearest even; none if it overflows or the format has no infinity.
pub fn convert(from: RegisterSize, to: RegisterSize, bytes: &[u8]) -> Option<Vec<u8>> {
    encode(to, &value(from, bytes), Rounding::Nearest)
}

/// The value nearest to an integer; none if it overflows.
pub fn nearest(to: RegisterSize, number: &BigInt) -> Option<Vec<u8>> {
    encode(to, &Value::of(Exact::from(number.clone())), Rounding::Nearest)
}

/// A value without its fraction as a signed integer of so many bytes; none if it does not fit.
pub fn truncate(from: RegisterSize, bytes: &[u8], width: usize) -> Option<Vec<u8>> {
    let number = value(from, bytes).exact()?.truncate();
    let bits = 8 * width as u32;
    let fits = -modulus(bits - 1) <= number && number < modulus(bits - 1);
    fits.then(|| to_bytes(&wrap(bits, &number), width))
}
