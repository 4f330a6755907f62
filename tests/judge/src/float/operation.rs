//! The four operations, by exact numbers and the rules of IEEE 754-2019 for zeros and infinities.

use aluvm_core::num::float::{FloatFormat, Rounding};

use super::{Value, infinity, integer, pattern, round};

#[derive(Copy, Clone, Debug)]
pub enum Operation {
    Add,
    Sub,
    Mul,
    Div,
}

impl Operation {
    pub const ALL: [Self; 4] = [Self::Add, Self::Sub, Self::Mul, Self::Div];

    /// The bytes of the result; none for overflow and what is not a number.
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
            Self::Div if y.is_zero() && (x.is_zero() || format == FloatFormat::F512) => {
                return None;
            }
            Self::Div if y.is_zero() => {
                let negative = first.is_sign_negative() != second.is_sign_negative();
                return Some(pattern(format, &infinity(format), negative));
            }
            Self::Div => &x / &y,
        };
        let mut bytes = round(format, &exact, rounding)?;
        if exact.is_zero()
            && format != FloatFormat::F512
            && self.zero_is_negative(first, second, rounding)
        {
            *bytes.last_mut()? |= 0x80;
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
            (Self::Div, [false, true]) => integer(&[]),
            _ => infinity(format),
        };
        let negative = match (self, infinite) {
            (Self::Add | Self::Sub, [true, _]) => x,
            (Self::Add | Self::Sub, _) => y,
            (Self::Mul | Self::Div, _) => x != y,
        };
        Some(pattern(format, &magnitude, negative))
    }
}
