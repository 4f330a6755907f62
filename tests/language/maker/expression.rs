//! Random expressions and conditions.

use aluvm_core::isa::RegisterSize;

use super::Maker;
use crate::program::{Co, Ex, HALF, IS_EVEN, IS_SMALL, Op, TWICE};
use crate::types::Letter::{Bytes, F, I, R, U};
use crate::types::{Letter, Ty, Value};

impl Maker<'_> {
    pub(super) fn literal(&mut self, ty: Ty) -> Ex {
        let (text, value) = ty.literal(self.random);
        Ex::Literal(text, value)
    }

    pub(super) fn variable(&mut self, ty: Ty) -> Option<usize> {
        let all: Vec<usize> =
            self.known.iter().copied().filter(|number| self.types[*number] == ty).collect();
        (!all.is_empty()).then(|| *self.random.pick(&all))
    }

    /// A variable or a number.
    fn leaf(&mut self, ty: Ty) -> Ex {
        match self.variable(ty) {
            Some(number) if self.random.chance(75) => Ex::Variable(number),
            _ => self.literal(ty),
        }
    }

    /// An expression that has its type by itself.
    pub(super) fn typed(&mut self, ty: Ty, depth: u32) -> Ex {
        let value = self.expression(ty, depth);
        if value.ty(&|number| self.types[number]).is_some() {
            return value;
        }
        if let Some(number) = self.variable(ty) {
            return Ex::Variable(number);
        }
        match ty.letter {
            Bytes => Ex::Instruction(Op::Join, vec![self.literal(ty), self.literal(ty)]),
            _ => self.cast(ty, 0),
        }
    }

    /// A cast to the type, of which each letter but that of strings has some.
    fn cast(&mut self, ty: Ty, depth: u32) -> Ex {
        let letters: &[Letter] = match ty.letter {
            U => &[U, I, R],
            I => &[U, I, F],
            F => &[F, I],
            _ => &[R, U],
        };
        let known: Vec<usize> =
            self.known.iter().copied().filter(|number| self.types[*number].is(letters)).collect();
        if depth > 0 {
            let from = self.ty_of(letters);
            return Ex::Cast(ty, Box::new(self.typed(from, depth - 1)));
        }
        if known.is_empty() {
            // A count leads to all of them.
            let texts = [(); 2].map(|()| self.literal(Ty::BYTES));
            return self.way(Ty::U16, Ex::Instruction(Op::Find, texts.into()), ty);
        }
        Ex::Cast(ty, Box::new(Ex::Variable(*self.random.pick(&known))))
    }

    /// Casts of an unsigned value to any type.
    fn way(&self, from: Ty, value: Ex, to: Ty) -> Ex {
        if to == from {
            return value;
        }
        match to.letter {
            F => {
                let wide = Ty { letter: I, size: RegisterSize::A32 };
                Ex::Cast(to, Box::new(Ex::Cast(wide, Box::new(value))))
            }
            _ => Ex::Cast(to, Box::new(value)),
        }
    }

    /// What a value of a type is shifted by.
    pub(super) fn amount(&mut self, ty: Ty) -> Ex {
        let of = *self.random.pick(&[Ty::U8, Ty::U16]);
        if self.random.chance(40) {
            return self.typed(of, 1);
        }
        let number = self.random.below(u64::from(ty.bits()) + 3);
        Ex::Literal(number.to_string(), Value::Number(number.into()))
    }

    pub(super) fn expression(&mut self, ty: Ty, depth: u32) -> Ex {
        if depth == 0 {
            return self.leaf(ty);
        }
        let inner = depth - 1;
        match self.random.below(22) {
            0..4 => self.leaf(ty),
            4..8 if ty.is(&[U, I, F]) => {
                let operator = self.one_of(if ty.is(&[U]) { "+-*/%" } else { "+-*/" });
                Ex::Arithmetic(operator, self.both(ty, inner))
            }
            8 | 9 if ty.is(&[U, I]) => Ex::Wrapping(self.one_of("+-*"), self.both(ty, inner)),
            10 | 11 if ty.is(&[U, I, R]) => Ex::Bits(self.one_of("&|^"), self.both(ty, inner)),
            12 | 13 if ty.is(&[U, I, R]) => {
                let direction = self.one_of("<>lr");
                let value = self.expression(ty, inner);
                Ex::Shift(direction, Box::new([value, self.amount(ty)]))
            }
            14 if ty.is(&[U, I, R]) => Ex::Not(Box::new(self.expression(ty, inner))),
            14 if ty.is(&[F]) => Ex::Neg(Box::new(self.typed(ty, inner))),
            15 if ty.is(&[I, F]) => Ex::Neg(Box::new(self.typed(ty, inner))),
            16 if ty.is(&[I, F]) => Ex::Abs(Box::new(self.expression(ty, inner))),
            15..18 if ty != Ty::BYTES => self.cast(ty, inner),
            18 if ty.is(&[U, I, R]) => {
                let mut from = Ty::of(&[ty.letter]);
                from.retain(|from| from.size >= ty.size);
                let from = *self.random.pick(&from);
                Ex::Truncate(Box::new(self.typed(from, inner)))
            }
            19 | 20 => self.instruction(ty, inner),
            21 if ty == Ty::U64 => Ex::Call(&TWICE, self.arguments(&TWICE, inner)),
            4..8 | 21 if ty == Ty::I32 => Ex::Call(&HALF, self.arguments(&HALF, inner)),
            _ if ty == Ty::BYTES => self.instruction(ty, inner),
            _ => self.leaf(ty),
        }
    }

    fn both(&mut self, ty: Ty, depth: u32) -> Box<[Ex; 2]> {
        Box::new([self.expression(ty, depth), self.expression(ty, depth)])
    }

    /// An instruction that leaves a value of the type.
    fn instruction(&mut self, ty: Ty, depth: u32) -> Ex {
        let string = |maker: &mut Self| maker.expression(Ty::BYTES, depth);
        let (op, arguments) = match self.random.below(6) {
            0 if ty == Ty::BYTES => (Op::Reverse, vec![self.typed(ty, depth)]),
            _ if ty == Ty::BYTES => (Op::Join, vec![string(self), string(self)]),
            _ if ty == Ty::R256 => (Op::Sha2, vec![string(self)]),
            0 if ty.is(&[U]) => (Op::Len, vec![string(self)]),
            1 if ty == Ty::U16 => (Op::Find, vec![string(self), string(self)]),
            1 | 2 if ty.is(&[U, R]) => (Op::ReverseBits, vec![self.typed(ty, depth)]),
            3 if ty.is(&[U]) => {
                (Op::AddWrapping, vec![self.typed(ty, depth), self.expression(ty, depth)])
            }
            4 if ty.is(&[U]) => {
                let step = self.random.below(128) as u8;
                (Op::Step(step), vec![self.typed(ty, depth)])
            }
            5 if ty.is(&[U, R]) => (Op::Extract, vec![string(self), self.expression(Ty::U16, 0)]),
            _ => return self.leaf(ty),
        };
        Ex::Instruction(op, arguments)
    }

    pub(super) fn condition(&mut self, depth: u32) -> Co {
        match self.random.below(if depth == 0 { 7 } else { 13 }) {
            7 => Co::Not(Box::new(self.condition(depth - 1))),
            8 => Co::Both(Box::new([self.condition(depth - 1), self.condition(depth - 1)])),
            9 => Co::Either(Box::new([self.condition(depth - 1), self.condition(depth - 1)])),
            10 => {
                let (check, arguments) = self.check(depth - 1);
                Co::Instruction(check, arguments)
            }
            11 => Co::Call(&IS_SMALL, self.arguments(&IS_SMALL, depth - 1)),
            12 => Co::Call(&IS_EVEN, self.arguments(&IS_EVEN, depth - 1)),
            kind => {
                let ty = self.ty();
                let operators: &[&str] = match ty {
                    Ty::BYTES => &["==", "!="],
                    _ => &["<", ">", "==", "<=", ">=", "!="],
                };
                let operator = *self.random.pick(operators);
                let left = self.typed(ty, 1);
                let right = match kind {
                    0 | 1 if ty.is(&[U, I, R]) => Ex::Literal("0".into(), Value::Number(0.into())),
                    _ => self.expression(ty, 1),
                };
                Co::Compare(operator, ty, Box::new([left, right]))
            }
        }
    }
}
