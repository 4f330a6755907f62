//! The 80-bit format of the x87, `f80`: binary floating point like the others, but for the leading bit
//! of its significand, which is stored (Intel SDM volume 1, section 4.2.2).

use core::cmp::Ordering;

use super::encoding::{Encoding, read_limbs, write_limbs};
use super::format::FloatFormat;
use super::limbs::Limbs;
use super::number::{Number, Unpacked};
use super::rounding::Rounding;

const LEADING: u64 = 1 << 63;
const SIGN: u16 = 1 << 15;
const INFINITE_FIELD: u16 = 0x7fff;
const MIN_EXPONENT: i32 = FloatFormat::F80.min_exponent();

/// A value of `f80` in its canonical encoding: the leading bit is one if the exponent field is not
/// zero, and only then.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct F80 {
    sign_and_exponent: u16,
    significand: u64,
}

impl F80 {
    #[inline]
    fn is_negative(self) -> bool {
        self.sign_and_exponent & SIGN != 0
    }

    #[inline]
    fn new(negative: bool, field: u16, significand: u64) -> Self {
        let sign = if negative { SIGN } else { 0 };
        Self { sign_and_exponent: sign | field, significand }
    }

    #[inline]
    fn field(self) -> u16 {
        self.sign_and_exponent & !SIGN
    }

    /// A number that orders like the value, for both zeros the same; `dropped` bits of the
    /// significand are cleared first.
    #[inline]
    fn key(self, dropped: u64) -> i128 {
        let magnitude = i128::from(self.field()) << 64 | i128::from(self.significand & !dropped);
        if self.is_negative() { -magnitude } else { magnitude }
    }
}

impl Encoding for F80 {
    type Limbs = [u64; 1];

    const ENCODED: FloatFormat = FloatFormat::F80;

    #[inline]
    fn zero(negative: bool) -> Self {
        Self::new(negative, 0, 0)
    }

    #[inline]
    fn infinity(negative: bool) -> Option<Self> {
        Some(Self::new(negative, INFINITE_FIELD, LEADING))
    }

    #[inline]
    fn unpack(self) -> Unpacked<[u64; 1]> {
        let negative = self.is_negative();
        let field = self.field();
        if field == INFINITE_FIELD {
            return Unpacked::Infinite(negative);
        }
        let exponent = i32::from(field).max(1) - 1 + MIN_EXPONENT;
        let number = Number::normalised(negative, exponent, [self.significand], 0);
        number.map_or(Unpacked::Zero(negative), Unpacked::Finite)
    }

    #[inline]
    fn round(number: Number<[u64; 1]>, rounding: Rounding) -> Option<Self> {
        let Number { negative, exponent, mut significand, mut tail } = number;
        let mut above_min = exponent - MIN_EXPONENT;
        if above_min < 0 {
            (significand, tail) = significand.shr(tail, above_min.unsigned_abs());
            above_min = 0;
        }
        let up = rounding.rounds_up(negative, significand.low() & 1 == 1, tail);
        let (rounded, carry) = significand.low().overflowing_add(u64::from(up));
        let rounded = rounded | u64::from(carry) << 63;
        // A subnormal value is at the least exponent, and has no leading bit to count.
        let field = above_min + i32::from(carry) + (rounded >> 63) as i32;
        let field = u16::try_from(field).ok().filter(|&field| field < INFINITE_FIELD)?;
        Some(Self::new(negative, field, rounded))
    }

    #[inline]
    fn negated(self) -> Self {
        Self { sign_and_exponent: self.sign_and_exponent ^ SIGN, ..self }
    }

    #[inline]
    fn absolute(self) -> Self {
        Self { sign_and_exponent: self.field(), ..self }
    }

    #[inline]
    fn order(self, other: Self) -> Ordering {
        self.key(0).cmp(&other.key(0))
    }

    #[inline]
    fn order_rough(self, other: Self) -> Ordering {
        self.key(1).cmp(&other.key(1))
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != Self::ENCODED.bytes() {
            return None;
        }
        let [significand, upper] = read_limbs(bytes);
        let value = Self { sign_and_exponent: upper as u16, significand };
        let canonical = (significand & LEADING != 0) == (value.field() != 0);
        let is_nan = value.field() == INFINITE_FIELD && significand != LEADING;
        (canonical && !is_nan).then_some(value)
    }

    #[inline]
    fn from_raw(bytes: &[u8]) -> Self {
        let [significand, upper] = read_limbs(bytes);
        Self { sign_and_exponent: upper as u16, significand }
    }

    #[inline]
    fn encode(self, bytes: &mut [u8]) {
        write_limbs(&[self.significand, u64::from(self.sign_and_exponent)], bytes);
    }
}
