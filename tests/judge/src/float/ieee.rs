//! The binary formats of IEEE 754-2019, section 3.4, and the 80-bit one of the x87 (Intel SDM volume 1,
//! section 4.2.2), which writes the leading bit of its significand down.

use aluvm_core::isa::RegisterSize;
use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::{Exact, Rounding, Value};
use crate::integer::modulus;

/// The parameters of a format.
#[derive(Clone, Copy)]
pub(crate) struct Ieee {
    /// `w`, the width of the exponent field.
    exponent_bits: u32,
    /// `p`, the digits of the significand, the leading one included.
    precision: u32,
    /// Whether the leading digit is written down.
    is_explicit: bool,
}

impl Ieee {
    /// The format of a size; none if it is the posit.
    pub(crate) fn of(size: RegisterSize) -> Option<Ieee> {
        let (exponent_bits, precision) = match size {
            RegisterSize::F16b => (8, 8),
            RegisterSize::F16 => (5, 11),
            RegisterSize::F32 => (8, 24),
            RegisterSize::F64 => (11, 53),
            RegisterSize::F80 => (15, 64),
            RegisterSize::F128 => (15, 113),
            RegisterSize::F256 => (19, 237),
            RegisterSize::F512 => return None,
            _ => panic!("{size} holds no floats"),
        };
        Some(Ieee { exponent_bits, precision, is_explicit: size == RegisterSize::F80 })
    }

    /// The greatest exponent, which is the bias too.
    fn bias(self) -> i64 {
        (1 << (self.exponent_bits - 1)) - 1
    }

    /// The width of the field below the exponent.
    fn field_bits(self) -> u32 {
        self.precision - u32::from(!self.is_explicit)
    }

    /// What a pattern means; none if it is not a number, or not the canonical one.
    pub(crate) fn decode(self, pattern: &BigInt) -> Option<Value> {
        let field = pattern % modulus(self.field_bits());
        let exponent = (pattern >> self.field_bits()) % modulus(self.exponent_bits);
        let exponent = i64::try_from(exponent).expect("at most 19 bits");
        let is_negative = pattern.bit(u64::from(self.field_bits() + self.exponent_bits));
        let fraction = &field % modulus(self.precision - 1);
        let leading = exponent != 0;
        if self.is_explicit && field.bit(u64::from(self.precision) - 1) != leading {
            return None;
        }
        if exponent == 2 * self.bias() + 1 {
            return fraction.is_zero().then_some(Value::Infinity { is_negative });
        }
        let significand =
            fraction + if leading { modulus(self.precision - 1) } else { BigInt::zero() };
        if significand.is_zero() {
            return Some(Value::Zero { is_negative });
        }
        let unit = exponent.max(1) - self.bias() - (i64::from(self.precision) - 1);
        Some(Value::Number(Exact::scaled(
            if is_negative { -significand } else { significand },
            unit,
        )))
    }

    /// The pattern of a sign, a significand below 2^p, and a biased exponent.
    pub(crate) fn pack(self, is_negative: bool, significand: &BigInt, exponent: i64) -> BigInt {
        let sign = BigInt::from(u8::from(is_negative)) << self.exponent_bits;
        let field = significand % modulus(self.field_bits());
        ((sign + exponent) << self.field_bits()) + field
    }

    pub(crate) fn infinity(self, is_negative: bool) -> BigInt {
        self.pack(is_negative, &modulus(self.precision - 1), 2 * self.bias() + 1)
    }

    /// The pattern of a number that is not zero, rounded; none if that is more than the greatest number.
    pub(crate) fn round(self, exact: &Exact, rounding: Rounding) -> Option<BigInt> {
        let digits = i64::from(self.precision) - 1;
        let mut exponent = exact.log2().max(1 - self.bias());
        let (mut significand, is_exact, half) = exact.divide_by_power(exponent - digits);
        let is_odd = significand.bit(0);
        if !is_exact && rounding.goes_up(exact.is_negative(), half, is_odd) {
            significand += BigInt::one();
        }
        if significand == modulus(self.precision) {
            significand >>= 1;
            exponent += 1;
        }
        if exponent > self.bias() {
            return None;
        }
        let is_normal = significand >= modulus(self.precision - 1);
        let biased = if is_normal { exponent + self.bias() } else { 0 };
        Some(self.pack(exact.is_negative(), &significand, biased))
    }
}
