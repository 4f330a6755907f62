//! Floats as exact numbers: a pattern is taken for the number that its format's standard says it is, an
//! operation is done without error, and its result is rounded once. Of the machine it has the names of the
//! formats and of the rounding modes.

use std::cmp::Ordering;
use std::ops::Neg;

use aluvm_core::isa::RegisterSize;
use aluvm_core::num::float::{FloatFormat, Rounding};
use num_bigint::{BigInt, Sign};
use num_traits::{ToPrimitive, Zero};

pub mod operands;
mod operation;
mod posit;
mod rational;

pub use operation::Operation;
pub use rational::Rational;
use rational::Rest;

/// The format of float registers.
///
/// # Panics
///
/// If they are others.
pub fn format(size: RegisterSize) -> FloatFormat {
    match size {
        RegisterSize::F16b => FloatFormat::F16b,
        RegisterSize::F16 => FloatFormat::F16,
        RegisterSize::F32 => FloatFormat::F32,
        RegisterSize::F64 => FloatFormat::F64,
        RegisterSize::F80 => FloatFormat::F80,
        RegisterSize::F128 => FloatFormat::F128,
        RegisterSize::F256 => FloatFormat::F256,
        RegisterSize::F512 => FloatFormat::F512,
        _ => panic!("{size} are no floats"),
    }
}

/// Width in bits, significand precision and largest exponent (IEEE 754-2019 table 3.5 and its formulas;
/// Intel SDM volume 1, 4.2.2, for the x87 format).
pub struct Shape {
    pub bits: u32,
    pub precision: u32,
    pub max_exponent: i32,
}

/// The posit has its own functions; its entry only says how many bits its significands take.
pub fn shape(format: FloatFormat) -> Shape {
    let (bits, precision, exponent_bits) = match format {
        FloatFormat::F16b => (16, 8, 8),
        FloatFormat::F16 => (16, 11, 5),
        FloatFormat::F32 => (32, 24, 8),
        FloatFormat::F64 => (64, 53, 11),
        FloatFormat::F80 => (80, 64, 15),
        FloatFormat::F128 => (128, 113, 15),
        FloatFormat::F256 => (256, 237, 19),
        FloatFormat::F512 => return Shape { bits: 512, precision: 508, max_exponent: 2040 },
    };
    Shape { bits, precision, max_exponent: (1 << (exponent_bits - 1)) - 1 }
}

/// The width in bytes.
fn width(format: FloatFormat) -> usize {
    shape(format).bits as usize / 8
}

pub fn integer(bytes: &[u8]) -> BigInt {
    BigInt::from_bytes_le(Sign::Plus, bytes)
}

pub fn bytes(number: &BigInt, count: usize) -> Vec<u8> {
    let (sign, mut bytes) = number.to_bytes_le();
    assert!(sign != Sign::Minus && bytes.len() <= count);
    bytes.resize(count, 0);
    bytes
}

pub fn power_of_two(exponent: u32) -> BigInt {
    BigInt::from(1) << exponent
}

pub fn ones(count: u32) -> BigInt {
    power_of_two(count) - 1
}

/// The lowest bits of a number, in two's complement.
pub fn low_bits(number: &BigInt, count: u32) -> BigInt {
    number & ones(count)
}

/// The number that the lowest bits are, in two's complement.
pub fn signed(number: &BigInt, count: u32) -> BigInt {
    let low = low_bits(number, count);
    if low.bit(u64::from(count) - 1) { low - power_of_two(count) } else { low }
}

/// What a float register holds: an exact number with the sign of a zero, or infinity.
#[derive(Clone, Debug)]
pub struct Value {
    negative: bool,
    /// None for infinity.
    magnitude: Option<Rational>,
}

impl Value {
    pub fn is_sign_negative(&self) -> bool {
        self.negative
    }

    pub fn is_zero(&self) -> bool {
        self.magnitude.as_ref().is_some_and(Rational::is_zero)
    }

    pub fn is_finite(&self) -> bool {
        self.magnitude.is_some()
    }

    pub fn abs(self) -> Self {
        Self { negative: false, ..self }
    }

    /// The number; `None` for infinity.
    pub fn rational(&self) -> Option<Rational> {
        let magnitude = self.magnitude.clone()?;
        Some(if self.negative { -magnitude } else { magnitude })
    }

    /// The exponent of the leading bit; `None` for zero and infinity.
    pub fn exponent(&self) -> Option<i32> {
        self.magnitude.as_ref()?.binary_exponent().map(|exponent| exponent as i32)
    }
}

impl From<Rational> for Value {
    fn from(number: Rational) -> Self {
        Self { negative: number.is_negative(), magnitude: Some(number.abs()) }
    }
}

impl Neg for Value {
    type Output = Self;

    fn neg(self) -> Self {
        Self { negative: !self.negative, ..self }
    }
}

/// Zeros are equal.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Value {}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Self) -> Ordering {
        let side = |value: &Self| match (&value.magnitude, value.negative) {
            (Some(_), _) => 0,
            (None, false) => 1,
            (None, true) => -1,
        };
        match (self.rational(), other.rational()) {
            (Some(first), Some(second)) => first.cmp(&second),
            _ => side(self).cmp(&side(other)),
        }
    }
}

/// The value of a register's bytes, exact; `None` for NaN, NaR and non-canonical patterns.
pub fn decode(format: FloatFormat, pattern: &[u8]) -> Option<Value> {
    let shape = shape(format);
    let number = integer(pattern);
    if format == FloatFormat::F512 {
        return posit::value(&number, 512).map(Value::from);
    }
    let negative = number.bit(u64::from(shape.bits) - 1);
    let explicit = u32::from(format == FloatFormat::F80);
    let stored = shape.precision - 1 + explicit;
    let exponent = low_bits(&(&number >> stored), shape.bits - 1 - stored).to_i32()?;
    let fraction = low_bits(&number, shape.precision - 1);
    if explicit == 1 && number.bit(63) != (exponent != 0) {
        return None;
    }
    if exponent == 2 * shape.max_exponent + 1 {
        return fraction.is_zero().then_some(Value { negative, magnitude: None });
    }
    let leading = BigInt::from(u32::from(exponent != 0)) << (shape.precision - 1);
    let unit = exponent.max(1) - shape.max_exponent - (shape.precision as i32 - 1);
    let magnitude = Rational::from(fraction + leading).scaled(i64::from(unit));
    Some(Value { negative, magnitude: Some(magnitude) })
}

/// Bytes of an IEEE format with a sign and a magnitude, which counts up from zero through all positive
/// values of the format; what follows the largest is infinity.
pub fn pattern(format: FloatFormat, magnitude: &BigInt, negative: bool) -> Vec<u8> {
    let mut number = magnitude.clone();
    if format == FloatFormat::F80 {
        // The leading bit of the significand is stored.
        let exponent = magnitude >> 63_u32;
        let leading = BigInt::from(u32::from(!exponent.is_zero())) << 63_u32;
        number = (exponent << 64_u32) + leading + low_bits(magnitude, 63);
    }
    let mut bytes = bytes(&number, width(format));
    if negative {
        bytes[width(format) - 1] |= 0x80;
    }
    bytes
}

/// The number of patterns below infinity of an IEEE format.
pub fn infinity(format: FloatFormat) -> BigInt {
    let shape = shape(format);
    BigInt::from(2 * shape.max_exponent + 1) << (shape.precision - 1)
}

/// The value of a format that a number is rounded to (IEEE 754-2019, 4.3, for a posit by its own rules);
/// `None` for overflow, as if the exponent had no bound. The result of a number that is zero is positive.
pub fn round(format: FloatFormat, number: &Rational, rounding: Rounding) -> Option<Vec<u8>> {
    if format == FloatFormat::F512 {
        return Some(posit::round(number, rounding));
    }
    let Some(exponent) = number.binary_exponent() else { return Some(vec![0; width(format)]) };
    let shape = shape(format);
    let fraction_bits = shape.precision - 1;
    let lowest = i64::from(1 - shape.max_exponent);
    let exponent = exponent.max(lowest);
    let negative = number.is_negative();
    let (below, rest) = number.abs().floor(exponent - i64::from(fraction_bits));
    let up = match rounding {
        _ if rest == Rest::None => false,
        Rounding::TowardZero => false,
        Rounding::Floor => negative,
        Rounding::Ceil => !negative,
        Rounding::NearestEven => rest == Rest::AboveHalf || rest == Rest::Half && below.bit(0),
    };
    // A leading bit in its place, or a carry, counts the exponent up by one.
    let binades = BigInt::from(exponent - lowest) << fraction_bits;
    let magnitude = binades + below + u32::from(up);
    (magnitude < infinity(format)).then(|| pattern(format, &magnitude, negative))
}

/// The nearest value of any format to a number, as bytes; `None` if it overflows.
pub fn nearest(format: FloatFormat, number: &Rational) -> Option<Vec<u8>> {
    round(format, number, Rounding::NearestEven)
}

/// The nearest value to that of another format, with the sign of a zero; `None` if it overflows, and for
/// infinity if the format has none.
pub fn convert(format: FloatFormat, value: &Value) -> Option<Vec<u8>> {
    match value.rational() {
        Some(number) if format == FloatFormat::F512 || !number.is_zero() => {
            nearest(format, &number)
        }
        Some(_) => Some(pattern(format, &BigInt::ZERO, value.negative)),
        None if format == FloatFormat::F512 => None,
        None => Some(pattern(format, &infinity(format), value.negative)),
    }
}

/// The value with the opposite sign: of an IEEE format the other sign bit, of a posit the negative.
pub fn negate(format: FloatFormat, bytes: &[u8]) -> Vec<u8> {
    let bits = shape(format).bits;
    let number = match format {
        FloatFormat::F512 => low_bits(&-integer(bytes), bits),
        _ => integer(bytes) ^ power_of_two(bits - 1),
    };
    self::bytes(&number, bytes.len())
}

/// The value without its sign.
pub fn magnitude(format: FloatFormat, bytes: &[u8]) -> Vec<u8> {
    let is_negative = integer(bytes).bit(u64::from(shape(format).bits) - 1);
    if is_negative { negate(format, bytes) } else { bytes.to_vec() }
}

/// The order of two values; roughly, of those whose lowest bit is cleared. The order of posits is that of
/// their patterns as signed integers (Posit Standard 2022, section 5.3), so that NaR, which the lowest
/// bit makes of the least posit, is less than all others.
pub fn compare(format: FloatFormat, first: &[u8], second: &[u8], is_rough: bool) -> Ordering {
    let [first, second] = [first, second].map(|bytes| {
        let mut bytes = bytes.to_vec();
        bytes[0] &= if is_rough { 0xFE } else { 0xFF };
        bytes
    });
    let bits = shape(format).bits;
    match format {
        FloatFormat::F512 => signed(&integer(&first), bits).cmp(&signed(&integer(&second), bits)),
        _ => decode(format, &first).cmp(&decode(format, &second)),
    }
}

/// A value without its fraction as a signed integer of so many bytes; none if it does not fit.
pub fn truncate(format: FloatFormat, pattern: &[u8], width: usize) -> Option<Vec<u8>> {
    let number = decode(format, pattern)?.rational()?.truncate();
    let half = power_of_two(8 * width as u32 - 1);
    let fits = -half.clone() <= number && number < half;
    fits.then(|| bytes(&low_bits(&number, 8 * width as u32), width))
}
