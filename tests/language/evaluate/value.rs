//! The values of expressions.

use std::cmp::Ordering;

use aluvm_core::num::float::Rounding;
use aluvm_judge::float::{self, Operation, Rational};
use aluvm_judge::{bytes, digest};
use num_bigint::{BigInt, Sign};

use super::{Leave, Walk};
use crate::program::{Ex, Op};
use crate::types::Letter::{Bytes, F, I, R, U};
use crate::types::{Ty, Value};

/// The order of two values; of strings only whether they are equal means something.
pub fn order(a: &Value, b: &Value, ty: Ty) -> Ordering {
    match ty.letter {
        F => float::compare(float::format(ty.size), a.float(), b.float(), false),
        Bytes => a.bytes().cmp(b.bytes()),
        _ => a.number().cmp(b.number()),
    }
}

impl Walk<'_> {
    fn numbers(&mut self, both: &[Ex; 2], ty: Ty) -> Result<[BigInt; 2], Leave> {
        let first = self.value(&both[0], ty)?.number().clone();
        Ok([first, self.value(&both[1], ty)?.number().clone()])
    }

    fn string(&mut self, value: &Ex) -> Result<Vec<u8>, Leave> {
        Ok(self.value(value, Ty::BYTES)?.bytes().to_vec())
    }

    /// The value of an expression that stands where this type is.
    pub(super) fn value(&mut self, value: &Ex, ty: Ty) -> Result<Value, Leave> {
        let number = match value {
            Ex::Literal(_, value) => return Ok(value.clone()),
            Ex::Variable(number) => return Ok(self.values[*number].clone().expect("assigned")),
            Ex::Arithmetic(operator, both) if ty.letter == F => {
                let (a, b) = (self.value(&both[0], ty)?, self.value(&both[1], ty)?);
                return some(floats(*operator, &a, &b, ty)).map(Value::Float);
            }
            Ex::Arithmetic(operator, both) => {
                let [a, b] = self.numbers(both, ty)?;
                match operator {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    _ if b == BigInt::ZERO => return Err(Leave::Stop),
                    '/' => a / b,
                    _ => a % b,
                }
            }
            Ex::Wrapping(operator, both) => {
                let [a, b] = self.numbers(both, ty)?;
                wrapped(
                    match operator {
                        '+' => a + b,
                        '-' => a - b,
                        _ => a * b,
                    },
                    ty,
                )
            }
            Ex::Bits(operator, both) => {
                let [a, b] = self.numbers(both, ty)?;
                match operator {
                    '&' => a & b,
                    '|' => a | b,
                    _ => a ^ b,
                }
            }
            Ex::Shift(direction, both) => {
                let value = self.value(&both[0], ty)?.number().clone();
                let of_amount = both[1].ty(&|number| self.ty(number)).unwrap_or(Ty::U16);
                let amount = self.value(&both[1], of_amount)?;
                let amount = u32::try_from(amount.number()).expect("small");
                shifted(*direction, value, amount, ty)
            }
            Ex::Not(value) => wrapped(-self.value(value, ty)?.number() - 1, ty),
            Ex::Neg(value) => match self.value(value, ty)? {
                Value::Float(pattern) => {
                    return Ok(Value::Float(float::negate(float::format(ty.size), &pattern)));
                }
                value => -value.number(),
            },
            Ex::Abs(value) => match self.value(value, ty)? {
                Value::Float(pattern) => {
                    return Ok(Value::Float(float::magnitude(float::format(ty.size), &pattern)));
                }
                value => value.number().magnitude().clone().into(),
            },
            Ex::Cast(_, value) => {
                let from = value.ty(&|number| self.ty(number)).expect("typed");
                let value = self.value(value, from)?;
                return some(cast(value, from, ty));
            }
            Ex::Truncate(value) => {
                let from = value.ty(&|number| self.ty(number)).expect("typed");
                wrapped(self.value(value, from)?.number().clone(), ty)
            }
            Ex::Instruction(op, arguments) => return self.instruction(*op, arguments, ty),
            Ex::Call(callee, arguments) => return Ok(self.called(callee, arguments)?.0.remove(0)),
        };
        if ty.has(&number) { Ok(Value::Number(number)) } else { Err(Leave::Stop) }
    }

    fn instruction(&mut self, op: Op, arguments: &[Ex], ty: Ty) -> Result<Value, Leave> {
        let number = match op {
            Op::Sha2 => {
                let digest = digest::sha256(&self.string(&arguments[0])?);
                BigInt::from_bytes_le(Sign::Plus, &digest)
            }
            Op::Len => self.string(&arguments[0])?.len().into(),
            Op::Find => {
                let (text, wanted) = (self.string(&arguments[0])?, self.string(&arguments[1])?);
                some(bytes::find(&text, &wanted))?.into()
            }
            Op::Join => {
                let (one, other) = (self.string(&arguments[0])?, self.string(&arguments[1])?);
                return some(bytes::join(&one, &other).0).map(Value::Bytes);
            }
            Op::Reverse => {
                let mut string = self.string(&arguments[0])?;
                string.reverse();
                return Ok(Value::Bytes(string));
            }
            Op::ReverseBits => {
                let value = self.value(&arguments[0], ty)?;
                let bits = u64::from(ty.bits());
                (0..bits)
                    .filter(|bit| value.number().bit(*bit))
                    .map(|bit| BigInt::from(1) << (bits - 1 - bit))
                    .sum()
            }
            Op::AddWrapping => {
                let [a, b] = [self.value(&arguments[0], ty)?, self.value(&arguments[1], ty)?];
                wrapped(a.number() + b.number(), ty)
            }
            Op::Step(step) => self.value(&arguments[0], ty)?.number() + step,
            Op::Extract => {
                let string = self.string(&arguments[0])?;
                let offset = self.value(&arguments[1], Ty::U16)?;
                let offset = u16::try_from(offset.number()).expect("a u16");
                let (bytes, is_whole) = bytes::extract(&string, offset, ty.size.bytes());
                self.require(is_whole)?;
                BigInt::from_bytes_le(Sign::Plus, &bytes)
            }
        };
        if ty.has(&number) { Ok(Value::Number(number)) } else { Err(Leave::Stop) }
    }
}

/// What is no value stops the program.
fn some<T>(value: Option<T>) -> Result<T, Leave> {
    value.ok_or(Leave::Stop)
}

fn floats(operator: char, a: &Value, b: &Value, ty: Ty) -> Option<Vec<u8>> {
    let operation = match operator {
        '+' => Operation::Add,
        '-' => Operation::Sub,
        '*' => Operation::Mul,
        _ => Operation::Div,
    };
    let format = float::format(ty.size);
    let (a, b) = (float::decode(format, a.float())?, float::decode(format, b.float())?);
    operation.expected(format, &a, &b, Rounding::NearestEven)
}

/// A value as another type; none if that does not have it.
fn cast(value: Value, from: Ty, to: Ty) -> Option<Value> {
    match (from.letter, to.letter) {
        (U | I | R, U | I | R) => to.has(value.number()).then_some(value),
        (F, I) => {
            let format = float::format(from.size);
            let number = float::decode(format, value.float())?.rational()?.truncate();
            to.has(&number).then_some(Value::Number(number))
        }
        (F, _) => {
            let value = float::decode(float::format(from.size), value.float())?;
            float::convert(float::format(to.size), &value).map(Value::Float)
        }
        _ => {
            let number = Rational::from(value.number().clone());
            float::nearest(float::format(to.size), &number).map(Value::Float)
        }
    }
}

/// The value of the type that has the same low bits.
fn wrapped(value: BigInt, ty: Ty) -> BigInt {
    let modulus = BigInt::from(1) << ty.bits();
    let value = ((value % &modulus) + &modulus) % &modulus;
    if value > ty.most() { value - modulus } else { value }
}

fn shifted(direction: char, value: BigInt, amount: u32, ty: Ty) -> BigInt {
    let bits = ty.bits();
    match direction {
        '<' => wrapped(value << amount.min(bits), ty),
        // Of negative numbers the sign is kept.
        '>' => value >> amount.min(bits),
        _ => {
            let modulus = BigInt::from(1) << bits;
            let whole = if value.sign() == Sign::Minus { value + modulus } else { value };
            let amount = amount % bits;
            let left = if direction == 'l' { amount } else { (bits - amount) % bits };
            let high = &whole << left;
            let low = whole >> (bits - left);
            wrapped(high | low, ty)
        }
    }
}
