//! Floats as `rgb-aluvm` 0.11 computes with them, on the bytes of registers. What it takes from IEEE 754 is
//! right; what it makes of the exceptions is its own: a result that underflows or overflows is none.
//!
//! The x87 format is read without the leading bit of its significand, so that its values have none here;
//! all other formats lose the sign of zero only.

mod arithmetic;
mod decimal;
mod extended;
mod rounded;

use alloc::vec::Vec;
use core::cmp::Ordering;

pub(crate) use self::arithmetic::compute;
pub(crate) use self::decimal::convert;
use super::format::FloatFormat;
use super::natural::Natural;

/// The machine panics.
pub(crate) struct Refused;

/// An operation of two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operation {
    Add,
    Sub,
    Mul,
    Div,
}

/// A value taken apart.
struct Operand {
    negative: bool,
    magnitude: Magnitude,
}

/// The absolute value.
enum Magnitude {
    Zero,
    Infinite,
    /// `significand * 2^exponent`; of the x87 format the significand can be zero.
    Finite {
        significand: Natural,
        exponent: i64,
    },
}

const SIGN: u8 = 0x80;

/// What a register gives that was set to these bytes; none for NaN.
pub(crate) fn read(format: FloatFormat, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = bytes.get(..format.bytes())?.to_vec();
    let number = Natural::from_bytes(&bytes);
    let fraction_bits = fraction_bits(format);
    let field_at = field_at(format);
    let fraction = number.low_bits(fraction_bits);
    let field = field(format, &number);
    let is_special = field == largest_field(format);
    if is_special && (format == FloatFormat::F80 || !fraction.is_zero()) {
        return None;
    }
    if field == 0 && fraction.is_zero() {
        bytes.fill(0);
    } else if format == FloatFormat::F80 {
        // A field of one is that of the least normal numbers, which without a leading bit are none.
        let field = if field == 1 { 0 } else { field };
        let sign = bytes[9] & SIGN;
        bytes = fraction.add(&Natural::from(field).shl(field_at)).to_bytes(format.bytes());
        bytes[9] |= sign;
    }
    Some(bytes)
}

/// The order of two values that were read.
pub(crate) fn order(a: &[u8], b: &[u8]) -> Ordering {
    let key = |bytes: &[u8]| {
        let mut magnitude = bytes.to_vec();
        let negative = magnitude.last().is_some_and(|top| top & SIGN != 0);
        if let Some(top) = magnitude.last_mut() {
            *top &= !SIGN;
        }
        (negative, Natural::from_bytes(&magnitude))
    };
    let ((a_negative, a), (b_negative, b)) = (key(a), key(b));
    let magnitudes = a.partial_cmp(&b).unwrap_or(Ordering::Equal);
    match (a_negative, b_negative) {
        (false, false) => magnitudes,
        (true, true) => magnitudes.reverse(),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// The order of the bytes as numbers once the lowest bit of the exponent is flipped.
pub(crate) fn order_rough(format: FloatFormat, a: &[u8], b: &[u8]) -> Ordering {
    let flipped = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        let at = field_at(format);
        if let Some(byte) = bytes.get_mut(at / 8) {
            *byte ^= 1 << (at % 8);
        }
        Natural::from_bytes(&bytes)
    };
    flipped(a).partial_cmp(&flipped(b)).unwrap_or(Ordering::Equal)
}

/// The value truncated toward zero, as 256 bits in two's complement, and whether it is exactly that. Out of
/// range it is the nearest number.
pub(crate) fn to_integer(format: FloatFormat, bytes: &[u8]) -> ([u8; 32], bool) {
    const BITS: i64 = 256;
    let Operand { negative, magnitude } = Operand::new(format, bytes);
    let least = Natural::power_of_two(BITS as usize - 1);
    let limit = if negative { least.clone() } else { least.sub(&Natural::from(1)) };
    let (whole, is_exact) = match magnitude {
        Magnitude::Zero => (Natural::from(0), true),
        Magnitude::Infinite => (limit, false),
        Magnitude::Finite { exponent, .. }
            if exponent + i64::from(format.precision()) > BITS - i64::from(!negative) =>
        {
            (limit, false)
        }
        Magnitude::Finite { significand, exponent } => {
            let (whole, is_exact) = match usize::try_from(exponent) {
                Ok(shift) => (significand.shl(shift), true),
                Err(_) => {
                    let dropped = exponent.unsigned_abs() as usize;
                    (significand.shr(dropped), significand.low_bits(dropped).is_zero())
                }
            };
            if whole > limit { (limit, false) } else { (whole, is_exact) }
        }
    };
    let number = match negative && !whole.is_zero() {
        true => Natural::power_of_two(BITS as usize).sub(&whole),
        false => whole,
    };
    let mut bytes = [0; 32];
    bytes.copy_from_slice(&number.to_bytes(32));
    (bytes, is_exact)
}

/// The bits of the significand that are read.
fn fraction_bits(format: FloatFormat) -> usize {
    format.precision() as usize - 1
}

/// Where the exponent field begins.
fn field_at(format: FloatFormat) -> usize {
    fraction_bits(format) + usize::from(format == FloatFormat::F80)
}

/// The exponent field of infinity.
fn largest_field(format: FloatFormat) -> u64 {
    2 * format.max_exponent() as u64 + 1
}

fn field(format: FloatFormat, number: &Natural) -> u64 {
    let above = number.shr(field_at(format)).to_bytes(8);
    above.iter().rev().fold(0, |field, byte| field << 8 | u64::from(*byte)) & largest_field(format)
}

impl Operand {
    fn is_finite(&self) -> bool {
        matches!(self.magnitude, Magnitude::Finite { .. })
    }

    /// Takes bytes apart that were read.
    fn new(format: FloatFormat, bytes: &[u8]) -> Operand {
        let negative = bytes.last().is_some_and(|top| top & SIGN != 0);
        let number = Natural::from_bytes(bytes);
        let field = field(format, &number);
        let fraction = number.low_bits(fraction_bits(format));
        if field == largest_field(format) {
            return Operand { negative, magnitude: Magnitude::Infinite };
        }
        if field == 0 && fraction.is_zero() {
            return Operand { negative, magnitude: Magnitude::Zero };
        }
        let lowest = i64::from(format.min_exponent()) - fraction_bits(format) as i64;
        let has_leading_bit = field != 0 && format != FloatFormat::F80;
        let significand = match has_leading_bit {
            true => fraction.add(&Natural::power_of_two(fraction_bits(format))),
            false => fraction,
        };
        let exponent = lowest + field.max(1) as i64 - 1;
        Operand { negative, magnitude: Magnitude::Finite { significand, exponent } }
    }
}

/// Infinity as bytes.
fn infinity(format: FloatFormat, negative: bool) -> Vec<u8> {
    let mut number = Natural::from(largest_field(format)).shl(field_at(format));
    if format == FloatFormat::F80 {
        number = number.add(&Natural::power_of_two(63));
    }
    with_sign(number.to_bytes(format.bytes()), negative)
}

fn with_sign(mut bytes: Vec<u8>, negative: bool) -> Vec<u8> {
    if let Some(top) = bytes.last_mut() {
        *top |= if negative { SIGN } else { 0 };
    }
    bytes
}
