//! What a program means, said once more: a walk over its tree, with numbers of any length, floats as exact fractions that are
//! rounded once, and strings as vectors.

mod value;

use num_bigint::BigInt;

use crate::program::{
    BOTH, Callee, Check, Co, DIVIDED, ERRORS, Ex, HALF, IS_EVEN, IS_SMALL, Program, Refusal, St,
    TWICE,
};
use crate::types::{Ty, Value};

/// How a program ended, and the number that the register of errors has then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ended {
    /// What its caller sees in `st0`; none if it was stopped.
    pub verdict: Option<bool>,
    /// None if it was stopped or has none.
    pub output: Option<Value>,
    pub error: Option<u8>,
}

/// Why a list of statements is left.
enum Leave {
    Stop,
    Return(bool),
    Break,
    Continue,
}

struct Walk<'p> {
    program: &'p Program,
    values: Vec<Option<Value>>,
    error: Option<u8>,
}

/// Runs a program. What is no value stops it.
pub fn evaluate(program: &Program, inputs: &[Value]) -> Ended {
    let mut values: Vec<Option<Value>> = inputs.iter().cloned().map(Some).collect();
    values.resize(program.types.len(), None);
    let mut walk = Walk { program, values, error: None };
    let verdict = match walk.block(&program.body) {
        Err(Leave::Stop) => None,
        Err(Leave::Return(verdict)) => Some(verdict),
        _ => Some(true),
    };
    let output = program.output().filter(|_| verdict.is_some());
    let output = output.and_then(|number| walk.values[number].clone());
    Ended { verdict, output, error: walk.error }
}

impl Walk<'_> {
    fn block(&mut self, block: &[St]) -> Result<(), Leave> {
        block.iter().try_for_each(|statement| self.statement(statement))
    }

    fn ty(&self, number: usize) -> Ty {
        self.program.types[number]
    }

    fn put(&mut self, error: Refusal) {
        if let Some(error) = error {
            self.error = Some(ERRORS[usize::from(error)]);
        }
    }

    fn set(&mut self, number: usize, value: Value) {
        self.values[number] = Some(value);
    }

    fn require(&self, holds: bool) -> Result<(), Leave> {
        if holds { Ok(()) } else { Err(Leave::Stop) }
    }

    fn statement(&mut self, statement: &St) -> Result<(), Leave> {
        match statement {
            St::Let(number, value, error) | St::Assign(number, value, error) => {
                self.put(*error);
                let value = self.value(value, self.ty(*number))?;
                self.set(*number, value);
            }
            St::LetEach(numbers, callee, arguments, error) => {
                self.put(*error);
                let outputs = self.called(callee, arguments)?.0;
                for (number, output) in numbers.iter().zip(outputs) {
                    number.iter().for_each(|number| self.set(*number, output.clone()));
                }
            }
            St::Update(number, operator, value, error) => {
                self.put(*error);
                let both = Box::new([Ex::Variable(*number), value.clone()]);
                let updated = match operator {
                    '&' | '|' | '^' => Ex::Bits(*operator, both),
                    '<' | '>' => Ex::Shift(*operator, both),
                    _ => Ex::Arithmetic(*operator, both),
                };
                let value = self.value(&updated, self.ty(*number))?;
                self.set(*number, value);
            }
            St::Call(callee, arguments, error) => {
                self.put(*error);
                let verdict = self.called(callee, arguments)?.1;
                self.require(verdict)?;
            }
            St::Check(check, arguments, error) => {
                self.put(*error);
                let holds = self.checked(*check, arguments)?;
                self.require(holds)?;
            }
            St::Nop => {}
            St::Require(condition, error) => {
                self.put(*error);
                let holds = self.holds(condition)?;
                self.require(holds)?;
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
            St::Return => return Err(Leave::Return(true)),
            St::Verdict(condition) => return Err(Leave::Return(self.holds(condition)?)),
            St::Add(from, into) => {
                let sum = Ex::Arithmetic('+', Box::new([*from, *into].map(Ex::Variable)));
                let value = self.value(&sum, self.ty(*into))?;
                self.set(*into, value);
            }
            St::Unless([one, other], number, value) => {
                if self.values[*one] != self.values[*other] {
                    let value = self.value(value, self.ty(*number))?;
                    self.set(*number, value);
                }
            }
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
        let count_of = |count: u8| Value::Number(count.into());
        for count in 0..most {
            self.set(number, count_of(count));
            if let Some(condition) = condition
                && !self.holds(condition)?
            {
                return Ok(());
            }
            self.set(number, count_of(count + 1));
            match self.block(block) {
                Ok(()) | Err(Leave::Continue) => {}
                Err(Leave::Break) => return Ok(()),
                left => return left,
            }
        }
        self.set(number, count_of(most));
        Ok(())
    }

    /// The outputs of a routine, and its verdict; the error of the statement is there again behind it.
    fn called(&mut self, callee: &Callee, arguments: &[Ex]) -> Result<(Vec<Value>, bool), Leave> {
        let mut inputs = Vec::new();
        for (argument, ty) in arguments.iter().zip(callee.inputs) {
            inputs.push(self.value(argument, *ty)?.number().clone());
        }
        let zero = BigInt::ZERO;
        let outputs = match callee {
            _ if *callee == IS_SMALL => return Ok((Vec::new(), inputs[0] < 10.into())),
            _ if *callee == IS_EVEN => return Ok((Vec::new(), !inputs[0].bit(0))),
            _ if *callee == TWICE => vec![&inputs[0] * 2],
            _ if *callee == HALF => vec![&inputs[0] / 2],
            _ if *callee == BOTH => vec![&inputs[0] - &inputs[1], inputs[1].clone()],
            _ if *callee == DIVIDED && inputs[1] == zero => return Err(Leave::Stop),
            _ => vec![&inputs[0] / &inputs[1], &inputs[0] % &inputs[1]],
        };
        let fits = outputs.iter().zip(callee.outputs).all(|(value, ty)| ty.has(value));
        self.require(fits)?;
        Ok((outputs.into_iter().map(Value::Number).collect(), true))
    }

    fn checked(&mut self, check: Check, arguments: &[Ex]) -> Result<bool, Leave> {
        let ty = arguments[0].ty(&|number| self.ty(number)).expect("typed");
        let mut values = Vec::new();
        for argument in arguments {
            values.push(self.value(argument, ty)?.number().clone());
        }
        Ok(match check {
            Check::Greater => values[0] > values[1],
            Check::Equal => values[0] == values[1],
            Check::IsZero => values[0] == BigInt::ZERO,
        })
    }

    fn holds(&mut self, condition: &Co) -> Result<bool, Leave> {
        Ok(match condition {
            Co::Compare(operator, ty, both) => {
                let (a, b) = (self.value(&both[0], *ty)?, self.value(&both[1], *ty)?);
                let order = value::order(&a, &b, *ty);
                match *operator {
                    "<" => order.is_lt(),
                    ">" => order.is_gt(),
                    "==" => order.is_eq(),
                    "<=" => order.is_le(),
                    ">=" => order.is_ge(),
                    _ => order.is_ne(),
                }
            }
            Co::Not(condition) => !self.holds(condition)?,
            Co::Both(both) => self.holds(&both[0])? && self.holds(&both[1])?,
            Co::Either(both) => self.holds(&both[0])? || self.holds(&both[1])?,
            Co::Instruction(check, arguments) => self.checked(*check, arguments)?,
            Co::Call(callee, arguments) => self.called(callee, arguments)?.1,
        })
    }
}
