//! Makes random programs, of a few types each, so that values meet.

mod expression;

use aluvm_tests::Random;

use crate::program::{
    BOTH, Callee, Check, DIVIDED, Ex, HALF, IS_EVEN, IS_SMALL, Program, Refusal, St, TWICE,
};
use crate::types::Letter::{F, I, U};
use crate::types::{Letter, Ty};

/// What is known while a program is made.
struct Maker<'r> {
    random: &'r mut Random,
    /// The types that are preferred.
    palette: Vec<Ty>,
    types: Vec<Ty>,
    /// The variables that can be read, and those of them that cannot be assigned to.
    known: Vec<usize>,
    fixed: Vec<usize>,
    loops: usize,
    has_output: bool,
}

impl Program {
    pub fn random(random: &mut Random) -> Program {
        let inputs = 2 + random.below(3) as usize;
        let has_output = random.chance(75);
        let all = Ty::all();
        let mut palette: Vec<Ty> = (0..4).map(|_| *random.pick(&all)).collect();
        palette.extend([Ty::U64, Ty::U8]);
        palette.extend(random.chance(40).then_some(Ty::BYTES));
        let parameters = inputs + usize::from(has_output);
        let types = (0..parameters).map(|_| *random.pick(&palette)).collect();
        let known = (0..inputs).collect();
        let mut maker =
            Maker { random, palette, types, known, fixed: Vec::new(), loops: 0, has_output };
        let mut body = Vec::new();
        if has_output {
            body.push(St::Assign(inputs, maker.literal(maker.types[inputs]), None));
            maker.known.push(inputs);
        }
        body.extend(maker.block(3));
        if has_output {
            let value = maker.expression(maker.types[inputs], 2);
            body.push(St::Assign(inputs, value, None));
        } else if maker.random.chance(60) {
            body.push(St::Verdict(maker.condition(2)));
        }
        // Instructions alone are no routine of statements.
        if body.iter().all(|statement| matches!(statement, St::Add(..))) {
            body.push(St::Nop);
        }
        Program { types: maker.types, inputs, has_output, body }
    }
}

impl Maker<'_> {
    fn block(&mut self, depth: u32) -> Vec<St> {
        let known = self.known.clone();
        let count = 1 + self.random.below(4);
        let mut block = Vec::new();
        for _ in 0..count {
            block.push(self.statement(depth));
            if let Some(St::Break | St::Continue | St::Return | St::Verdict(_) | St::Refuse(_)) =
                block.last()
            {
                break;
            }
        }
        self.known = known;
        block
    }

    fn refusal(&mut self) -> Refusal {
        self.random.chance(30).then(|| self.random.below(2) as u8)
    }

    fn ty(&mut self) -> Ty {
        match self.random.chance(85) {
            true => *self.random.pick(&self.palette),
            false => *self.random.pick(&Ty::all()),
        }
    }

    /// A type with one of the letters, of which there are some.
    fn ty_of(&mut self, letters: &[Letter]) -> Ty {
        let near: Vec<Ty> = self.palette.iter().copied().filter(|ty| ty.is(letters)).collect();
        match !near.is_empty() && self.random.chance(70) {
            true => *self.random.pick(&near),
            false => *self.random.pick(&Ty::of(letters)),
        }
    }

    fn declare(&mut self, ty: Ty) -> usize {
        let number = self.types.len();
        self.types.push(ty);
        self.known.push(number);
        number
    }

    fn statement(&mut self, depth: u32) -> St {
        match self.random.below(if depth == 0 { 24 } else { 32 }) {
            0..5 => {
                let ty = self.ty();
                let value = self.expression(ty, 3);
                St::Let(self.declare(ty), value, self.refusal())
            }
            5..11 => {
                let Some(number) = self.assignable(|_| true) else { return St::Nop };
                let value = self.expression(self.types[number], 3);
                St::Assign(number, value, self.refusal())
            }
            11..14 => self.update(),
            14..17 => St::Require(self.condition(2), self.refusal()),
            17..19 => self.call(),
            19 => {
                let (check, arguments) = self.check(2);
                St::Check(check, arguments, self.refusal())
            }
            20 => self.instructions(),
            21 => St::Nop,
            22..24 => match self.random.below(12) {
                0 => St::Refuse(self.random.below(2) as u8),
                1 => St::Return,
                2 if !self.has_output => St::Verdict(self.condition(2)),
                3..6 if self.loops > 0 => St::Break,
                6..9 if self.loops > 0 => St::Continue,
                _ => St::Require(self.condition(1), None),
            },
            24..29 => {
                let condition = self.condition(2);
                let block = self.block(depth - 1);
                let otherwise = self.random.chance(50).then(|| self.block(depth - 1));
                St::If(condition, block, otherwise)
            }
            kind => {
                let number = self.declare(Ty::U8);
                self.fixed.push(number);
                let most = self.random.below(4) as u8;
                self.loops += 1;
                let statement = if kind < 31 {
                    let condition = self.condition(1);
                    St::While(number, most, condition, self.block(depth - 1))
                } else {
                    St::Loop(number, most, self.block(depth - 1))
                };
                self.loops -= 1;
                statement
            }
        }
    }

    fn update(&mut self) -> St {
        let Some(number) = self.assignable(|ty| ty != Ty::BYTES) else { return St::Nop };
        let ty = self.types[number];
        let operators = match ty.letter {
            U => "+-*/%&|^<>",
            I => "+-*/&|^<>",
            F => "+-*/",
            _ => "&|^<>",
        };
        let operator = self.one_of(operators);
        let value = match operator {
            '<' | '>' => self.amount(ty),
            _ => self.expression(ty, 2),
        };
        St::Update(number, operator, value, self.refusal())
    }

    fn one_of(&mut self, operators: &str) -> char {
        let operators: Vec<char> = operators.chars().collect();
        *self.random.pick(&operators)
    }

    /// A call whose value is no part of an expression.
    fn call(&mut self) -> St {
        let callee = *self.random.pick(&[&IS_SMALL, &IS_EVEN, &BOTH, &DIVIDED, &TWICE, &HALF]);
        let arguments = self.arguments(callee, 2);
        let refusal = self.refusal();
        if callee.outputs.is_empty() {
            return St::Call(callee, arguments, refusal);
        }
        let places =
            callee.outputs.iter().map(|ty| self.random.chance(70).then(|| self.declare(*ty)));
        St::LetEach(places.collect(), callee, arguments, refusal)
    }

    fn arguments(&mut self, callee: &Callee, depth: u32) -> Vec<Ex> {
        callee.inputs.iter().map(|ty| self.expression(*ty, depth)).collect()
    }

    fn check(&mut self, depth: u32) -> (Check, Vec<Ex>) {
        let ty = self.ty_of(&[U]);
        let first = self.typed(ty, depth);
        match self.random.below(3) {
            0 => (Check::IsZero, vec![first]),
            1 => (Check::Greater, vec![first, self.expression(ty, depth)]),
            _ => (Check::Equal, vec![first, self.expression(ty, depth)]),
        }
    }

    /// Instructions that name variables.
    fn instructions(&mut self) -> St {
        let Some(number) = self.assignable(|ty| ty.is(&[U])) else { return St::Nop };
        let ty = self.types[number];
        let same: Vec<usize> =
            self.known.iter().copied().filter(|other| self.types[*other] == ty).collect();
        let other = *self.random.pick(&same);
        if self.random.chance(50) {
            return St::Add(other, number);
        }
        let Some(assigned) = self.assignable(|_| true) else { return St::Nop };
        let value = self.expression(self.types[assigned], 2);
        St::Unless([other, number], assigned, value)
    }

    fn assignable(&mut self, is_it: impl Fn(Ty) -> bool) -> Option<usize> {
        let all: Vec<usize> = self
            .known
            .iter()
            .copied()
            .filter(|number| !self.fixed.contains(number) && is_it(self.types[*number]))
            .collect();
        (!all.is_empty()).then(|| *self.random.pick(&all))
    }
}
