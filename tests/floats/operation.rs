//! The four operations: what the machine computes, and what it has to, by exact numbers and the rules
//! of IEEE 754-2019 for zeros and infinities.

use aluvm_core::num::float::{Float, FloatFormat, Rounding};

use crate::oracle::{self, Value};

#[derive(Copy, Clone, Debug)]
pub enum Operation {
    Add,
    Sub,
    Mul,
    Div,
}

impl Operation {
    pub const ALL: [Self; 4] = [Self::Add, Self::Sub, Self::Mul, Self::Div];

    /// What the machine computes.
    pub fn apply<F: Float>(self, first: F, second: F, rounding: Rounding) -> Option<F> {
        match self {
            Self::Add => first.add(second, rounding),
            Self::Sub => first.sub(second, rounding),
            Self::Mul => first.mul(second, rounding),
            Self::Div => first.div(second, rounding),
        }
    }

    /// What the machine has to give, as bytes.
    pub fn expected(
        self,
        format: FloatFormat,
        first: &Value,
        second: &Value,
        rounding: Rounding,
    ) -> Option<Vec<u8>> {
        let (Some(x), Some(y)) = (first.rational(), second.rational()) else {
            return self.of_infinity(format, first, second);
        };
        let exact = match self {
            Self::Add => &x + &y,
            Self::Sub => &x - &y,
            Self::Mul => &x * &y,
            Self::Div if y.is_zero() && (x.is_zero() || format.is_posit()) => return None,
            Self::Div if y.is_zero() => {
                let negative = first.is_sign_negative() != second.is_sign_negative();
                return Some(oracle::pattern(format, &oracle::infinity(format), negative));
            }
            Self::Div => &x / &y,
        };
        let mut bytes = oracle::round(format, &exact, rounding)?;
        if exact.is_zero() && !format.is_posit() && self.zero_is_negative(first, second, rounding) {
            bytes[format.bytes() - 1] |= 0x80;
        }
        Some(bytes)
    }

    /// The sign of an exact zero (section 6.3): the product of the signs, or the sign that both terms
    /// of a sum have; without one, positive but toward negative.
    fn zero_is_negative(self, first: &Value, second: &Value, rounding: Rounding) -> bool {
        let x = first.is_sign_negative();
        let y = second.is_sign_negative() != matches!(self, Self::Sub);
        match self {
            Self::Mul | Self::Div => x != y,
            Self::Add | Self::Sub if first.is_zero() && x == y => x,
            Self::Add | Self::Sub => rounding == Rounding::Floor,
        }
    }

    /// Operations of which an operand is infinite (sections 6.1 and 7.2).
    fn of_infinity(self, format: FloatFormat, first: &Value, second: &Value) -> Option<Vec<u8>> {
        let x = first.is_sign_negative();
        let y = second.is_sign_negative() != matches!(self, Self::Sub);
        let infinite = [!first.is_finite(), !second.is_finite()];
        let magnitude = match (self, infinite) {
            (Self::Add | Self::Sub, [true, true]) if x != y => return None,
            (Self::Mul, _) if first.is_zero() || second.is_zero() => return None,
            (Self::Div, [true, true]) => return None,
            (Self::Div, [false, true]) => oracle::integer(&[]),
            _ => oracle::infinity(format),
        };
        let negative = match (self, infinite) {
            (Self::Add | Self::Sub, [true, _]) => x,
            (Self::Add | Self::Sub, _) => y,
            (Self::Mul | Self::Div, _) => x != y,
        };
        Some(oracle::pattern(format, &magnitude, negative))
    }
}

pub fn bytes<F: Float>(value: F) -> Vec<u8> {
    let mut bytes = vec![0; F::BYTES];
    value.write_le_bytes(&mut bytes);
    bytes
}
