//! What a program means, said once more: a walk over its tree, with numbers of any length.

use num_bigint::BigInt;

use crate::program::{Co, ERRORS, Ex, Program, St, Ty};

/// How a program ended, and the number that the register of errors has then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ended {
    /// The output; none if the program was stopped.
    pub output: Option<BigInt>,
    pub error: Option<u8>,
}

/// Why a list of statements is left.
enum Leave {
    Stop,
    Return,
    Break,
    Continue,
}

struct Walk<'p> {
    program: &'p Program,
    values: Vec<Option<BigInt>>,
    error: Option<u8>,
}

/// Runs a program. What is no value stops it.
pub fn evaluate(program: &Program, inputs: &[BigInt]) -> Ended {
    let mut values: Vec<Option<BigInt>> = inputs.iter().cloned().map(Some).collect();
    values.resize(program.types.len(), None);
    let mut walk = Walk { program, values, error: None };
    let left = walk.block(&program.body);
    let has_ended = !matches!(left, Err(Leave::Stop));
    let output = walk.values[program.inputs].clone().filter(|_| has_ended);
    Ended { output, error: walk.error }
}

impl Walk<'_> {
    fn block(&mut self, block: &[St]) -> Result<(), Leave> {
        block.iter().try_for_each(|statement| self.statement(statement))
    }

    fn put(&mut self, error: Option<u8>) {
        if let Some(error) = error {
            self.error = Some(ERRORS[usize::from(error)]);
        }
    }

    fn statement(&mut self, statement: &St) -> Result<(), Leave> {
        match statement {
            St::Let(number, value, error) | St::Assign(number, value, error) => {
                self.put(*error);
                let value = self.value(value, self.program.types[*number])?;
                self.values[*number] = Some(value);
            }
            St::Update(number, operator, value) => {
                let ty = self.program.types[*number];
                let left = Ex::Variable(*number);
                let both = Ex::Arithmetic(*operator, Box::new([left, value.clone()]));
                self.values[*number] = Some(self.value(&both, ty)?);
            }
            St::Require(condition, error) => {
                self.put(*error);
                if !self.holds(condition)? {
                    return Err(Leave::Stop);
                }
            }
            St::Refuse(error) => {
                self.put(Some(*error));
                return Err(Leave::Stop);
            }
            St::If(condition, block, otherwise) => {
                if self.holds(condition)? {
                    self.block(block)?;
                } else if let Some(otherwise) = otherwise {
                    self.block(otherwise)?;
                }
            }
            St::While(number, most, condition, block) => {
                return self.repeat(*number, *most, Some(condition), block);
            }
            St::Loop(number, most, block) => return self.repeat(*number, *most, None, block),
            St::Break => return Err(Leave::Break),
            St::Continue => return Err(Leave::Continue),
            St::Return => return Err(Leave::Return),
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        number: usize,
        most: u8,
        condition: Option<&Co>,
        block: &[St],
    ) -> Result<(), Leave> {
        for count in 0..most {
            self.values[number] = Some(count.into());
            if let Some(condition) = condition
                && !self.holds(condition)?
            {
                return Ok(());
            }
            self.values[number] = Some((count + 1).into());
            match self.block(block) {
                Ok(()) | Err(Leave::Continue) => {}
                Err(Leave::Break) => return Ok(()),
                left => return left,
            }
        }
        self.values[number] = Some(most.into());
        Ok(())
    }

    fn value(&mut self, value: &Ex, ty: Ty) -> Result<BigInt, Leave> {
        let zero = BigInt::from(0);
        let value = match value {
            Ex::Number(value) => value.clone(),
            Ex::Variable(number) => self.values[*number].clone().expect("assigned"),
            Ex::Arithmetic(operator, both) => {
                let (a, b) = (self.value(&both[0], ty)?, self.value(&both[1], ty)?);
                match operator {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    _ if b == zero => return Err(Leave::Stop),
                    '/' => a / b,
                    _ => a % b,
                }
            }
            Ex::Wrapping(operator, both) => {
                let (a, b) = (self.value(&both[0], ty)?, self.value(&both[1], ty)?);
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
                let (a, b) = (self.value(&both[0], ty)?, self.value(&both[1], ty)?);
                match operator {
                    '&' => a & b,
                    '|' => a | b,
                    _ => a ^ b,
                }
            }
            Ex::Shift(direction, value, amount) => {
                let value = self.value(value, ty)?;
                let amount = self.value(amount, Ty { bits: 16, is_signed: false })?;
                let amount = u32::try_from(amount).expect("small");
                shifted(*direction, value, amount, ty)
            }
            Ex::Not(value) => wrapped(-self.value(value, ty)? - 1, ty),
            Ex::Neg(value) => -self.value(value, ty)?,
            Ex::Abs(value) => {
                let value = self.value(value, ty)?;
                if value < zero { -value } else { value }
            }
            Ex::Cast(_, value) => {
                let from = value.ty(&|number| self.program.types[number]).expect("typed");
                self.value(value, from)?
            }
            Ex::Truncate(value) => {
                let from = value.ty(&|number| self.program.types[number]).expect("typed");
                wrapped(self.value(value, from)?, ty)
            }
            Ex::Twice(value) => self.value(value, Ty::U64)? * 2,
        };
        if ty.has(&value) { Ok(value) } else { Err(Leave::Stop) }
    }

    fn holds(&mut self, condition: &Co) -> Result<bool, Leave> {
        Ok(match condition {
            Co::Compare(operator, ty, both) => {
                let (a, b) = (self.value(&both[0], *ty)?, self.value(&both[1], *ty)?);
                match *operator {
                    "<" => a < b,
                    ">" => a > b,
                    "==" => a == b,
                    "<=" => a <= b,
                    ">=" => a >= b,
                    _ => a != b,
                }
            }
            Co::Not(condition) => !self.holds(condition)?,
            Co::Both(both) => self.holds(&both[0])? && self.holds(&both[1])?,
            Co::Either(both) => self.holds(&both[0])? || self.holds(&both[1])?,
            Co::IsSmall(value) => self.value(value, Ty::U64)? < BigInt::from(10),
        })
    }
}

/// The value of the type that has the same low bits.
fn wrapped(value: BigInt, ty: Ty) -> BigInt {
    let modulus = BigInt::from(1) << ty.bits;
    let value = ((value % &modulus) + &modulus) % &modulus;
    if value > ty.most() { value - modulus } else { value }
}

fn shifted(direction: char, value: BigInt, amount: u32, ty: Ty) -> BigInt {
    let unsigned = Ty { is_signed: false, ..ty };
    match direction {
        '<' => wrapped(value << amount.min(ty.bits), ty),
        // Of negative numbers the sign is kept.
        '>' => value >> amount.min(ty.bits),
        _ => {
            let bits = wrapped(value, unsigned);
            let amount = amount % ty.bits;
            let left = if direction == 'l' { amount } else { (ty.bits - amount) % ty.bits };
            let high = &bits << left;
            let low = bits >> (ty.bits - left);
            wrapped(high | low, ty)
        }
    }
}
