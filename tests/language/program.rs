//! Random programs of integers, as trees: one routine that another calls, so that both the rules for places and for
//! calls matter.

use std::fmt::Write;

use aluvm_tests::Random;
use num_bigint::BigInt;

/// A type of integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ty {
    pub bits: u32,
    pub is_signed: bool,
}

#[derive(Clone, Debug)]
pub enum Ex {
    Number(BigInt),
    Variable(usize),
    /// `+ - * / %`
    Arithmetic(char, Box<[Ex; 2]>),
    /// `wrapping_add` and so on, by the operator.
    Wrapping(char, Box<[Ex; 2]>),
    /// `& | ^`
    Bits(char, Box<[Ex; 2]>),
    /// `<< >>` and, with `l` and `r`, rotations; by a number or by a variable of type `u8`.
    Shift(char, Box<Ex>, Box<Ex>),
    Not(Box<Ex>),
    Neg(Box<Ex>),
    Abs(Box<Ex>),
    Cast(Ty, Box<Ex>),
    Truncate(Box<Ex>),
    /// `twice(e)` of type `u64`.
    Twice(Box<Ex>),
}

impl Ex {
    /// The type that it has by itself; none if that comes from where it stands. `of` gives that of a variable.
    pub fn ty(&self, of: &dyn Fn(usize) -> Ty) -> Option<Ty> {
        match self {
            Ex::Number(_) | Ex::Truncate(..) => None,
            Ex::Variable(number) => Some(of(*number)),
            Ex::Cast(ty, _) => Some(*ty),
            Ex::Twice(_) => Some(Ty::U64),
            Ex::Arithmetic(_, both) | Ex::Wrapping(_, both) | Ex::Bits(_, both) => {
                both[0].ty(of).or_else(|| both[1].ty(of))
            }
            Ex::Shift(_, value, _) | Ex::Not(value) | Ex::Neg(value) | Ex::Abs(value) => {
                value.ty(of)
            }
        }
    }
}

#[derive(Clone, Debug)]
pub enum Co {
    Compare(&'static str, Ty, Box<[Ex; 2]>),
    Not(Box<Co>),
    Both(Box<[Co; 2]>),
    Either(Box<[Co; 2]>),
    /// `is_small(e)`, whether a `u64` is below ten.
    IsSmall(Box<Ex>),
}

#[derive(Clone, Debug)]
pub enum St {
    Let(usize, Ex, Option<u8>),
    Assign(usize, Ex, Option<u8>),
    Update(usize, char, Ex),
    Require(Co, Option<u8>),
    Refuse(u8),
    If(Co, Vec<St>, Option<Vec<St>>),
    /// `let k: u8 = 0; while k < n && c { k += 1; … }`, with the number of the variable.
    While(usize, u8, Co, Vec<St>),
    /// The same as a `loop` that begins with `if k == n { break; }`.
    Loop(usize, u8, Vec<St>),
    Break,
    Continue,
    Return,
}

/// A program. Its variables are `v0`, `v1` and so on; the first are inputs, then comes the output.
pub struct Program {
    pub types: Vec<Ty>,
    pub inputs: usize,
    pub body: Vec<St>,
}

/// The numbers of the errors, in the order of their names `E0`, `E1`.
pub const ERRORS: [u8; 2] = [7, 9];

const WIDTHS: [u32; 5] = [8, 16, 64, 128, 256];

impl Ty {
    pub const U64: Ty = Ty { bits: 64, is_signed: false };
    pub const U8: Ty = Ty { bits: 8, is_signed: false };

    fn random(random: &mut Random) -> Ty {
        Ty { bits: *random.pick(&WIDTHS), is_signed: random.chance(35) }
    }

    pub fn name(self) -> String {
        format!("{}{}", if self.is_signed { 'i' } else { 'u' }, self.bits)
    }

    pub fn least(self) -> BigInt {
        if self.is_signed { -(BigInt::from(1) << (self.bits - 1)) } else { BigInt::from(0) }
    }

    pub fn most(self) -> BigInt {
        self.least() + (BigInt::from(1) << self.bits) - 1
    }

    pub fn has(self, value: &BigInt) -> bool {
        *value >= self.least() && *value <= self.most()
    }

    /// A value of the type, often at an edge.
    pub fn value(self, random: &mut Random) -> BigInt {
        match random.below(10) {
            0 => self.least(),
            1 => self.most(),
            2..6 => BigInt::from(random.below(12)),
            6 if self.is_signed => BigInt::from(0) - BigInt::from(random.below(12)),
            _ => {
                let value = random.integer(self.bits) % (self.most() + 1);
                if self.has(&value) { value } else { BigInt::from(random.below(100)) }
            }
        }
    }
}

/// What is known while a program is made.
struct Maker<'r> {
    random: &'r mut Random,
    types: Vec<Ty>,
    /// The variables that can be read, and those of them that can be assigned to.
    known: Vec<usize>,
    fixed: Vec<usize>,
    loops: usize,
    has_calls: bool,
}

impl Program {
    pub fn random(random: &mut Random) -> Program {
        let inputs = 2 + random.below(3) as usize;
        let mut types: Vec<Ty> = (0..inputs + 1).map(|_| Ty::random(random)).collect();
        types[0] = if random.chance(70) { Ty::U64 } else { types[0] };
        let known = (0..inputs).collect();
        let output = types[inputs];
        let mut maker =
            Maker { random, types, known, fixed: Vec::new(), loops: 0, has_calls: true };
        let mut body = vec![St::Assign(inputs, Ex::Number(output.value(maker.random)), None)];
        maker.known.push(inputs);
        body.extend(maker.block(3));
        let value = maker.expression(output, 2);
        body.push(St::Assign(inputs, value, None));
        Program { types: maker.types, inputs, body }
    }

    /// The contract.
    pub fn text(&self) -> String {
        let mut text = format!(
            "#![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop)]\n\
             pub enum Refusal in a8[0] {{ E0 = {}, E1 = {} }}\n\
             fn twice(n: u64) -> (m: u64) {{ m = n + n; }}\n\
             fn is_small(n: u64) {{ return n < 10; }}\n\
             pub fn main(",
            ERRORS[0], ERRORS[1]
        );
        for number in 0..self.inputs {
            let _ = write!(text, "v{number}: {}, ", self.types[number].name());
        }
        let output = self.types[self.inputs].name();
        let _ = writeln!(text, ") -> (v{}: {output}) {{", self.inputs);
        self.write_block(&self.body, 1, &mut text);
        text + "}\n"
    }

    fn write_block(&self, block: &[St], depth: usize, text: &mut String) {
        for statement in block {
            *text += &"    ".repeat(depth);
            self.write(statement, depth, text);
        }
    }

    fn write(&self, statement: &St, depth: usize, text: &mut String) {
        let end = "    ".repeat(depth);
        let refusal = |error: &Option<u8>, word| match error {
            Some(error) => format!(" {word} E{error}"),
            None => String::new(),
        };
        let _ = match statement {
            St::Let(number, value, error) => {
                let ty = self.types[*number].name();
                writeln!(text, "let v{number}: {ty} = {}{};", value.text(), refusal(error, "else"))
            }
            St::Assign(number, value, error) => {
                writeln!(text, "v{number} = {}{};", value.text(), refusal(error, "else"))
            }
            St::Update(number, operator, value) => {
                writeln!(text, "v{number} {operator}= {};", value.text())
            }
            St::Require(condition, error) => {
                writeln!(text, "require {}{};", condition.text(), refusal(error, "=>"))
            }
            St::Refuse(error) => writeln!(text, "refuse E{error};"),
            St::If(condition, block, otherwise) => {
                let _ = writeln!(text, "if {} {{", condition.text());
                self.write_block(block, depth + 1, text);
                if let Some(otherwise) = otherwise {
                    let _ = writeln!(text, "{end}}} else {{");
                    self.write_block(otherwise, depth + 1, text);
                }
                writeln!(text, "{end}}}")
            }
            St::While(number, most, condition, block) => {
                let condition = condition.text();
                let _ = writeln!(text, "let v{number}: u8 = 0;");
                let _ = writeln!(text, "{end}while (v{number} < {most}) && ({condition}) {{");
                let _ = writeln!(text, "{end}    v{number} += 1;");
                self.write_block(block, depth + 1, text);
                writeln!(text, "{end}}}")
            }
            St::Loop(number, most, block) => {
                let _ = writeln!(text, "let v{number}: u8 = 0;\n{end}loop {{");
                let _ = writeln!(text, "{end}    if v{number} == {most} {{ break; }}");
                let _ = writeln!(text, "{end}    v{number} += 1;");
                self.write_block(block, depth + 1, text);
                writeln!(text, "{end}}}")
            }
            St::Break => writeln!(text, "break;"),
            St::Continue => writeln!(text, "continue;"),
            St::Return => writeln!(text, "return;"),
        };
    }
}

impl Ex {
    fn text(&self) -> String {
        match self {
            Ex::Number(value) => value.to_string(),
            Ex::Variable(number) => format!("v{number}"),
            Ex::Arithmetic(operator, both) | Ex::Bits(operator, both) => {
                format!("({} {operator} {})", both[0].text(), both[1].text())
            }
            Ex::Wrapping(operator, both) => {
                let name = match operator {
                    '+' => "add",
                    '-' => "sub",
                    _ => "mul",
                };
                format!("({}).wrapping_{name}({})", both[0].text(), both[1].text())
            }
            Ex::Shift(direction, value, amount) => {
                let (value, amount) = (value.text(), amount.text());
                match direction {
                    '<' => format!("({value} << {amount})"),
                    '>' => format!("({value} >> {amount})"),
                    'l' => format!("({value}).rotate_left({amount})"),
                    _ => format!("({value}).rotate_right({amount})"),
                }
            }
            Ex::Not(value) => format!("!({})", value.text()),
            Ex::Neg(value) => format!("-({})", value.text()),
            Ex::Abs(value) => format!("({}).abs()", value.text()),
            Ex::Cast(ty, value) => format!("({} as {})", value.text(), ty.name()),
            Ex::Truncate(value) => format!("({}).truncate()", value.text()),
            Ex::Twice(value) => format!("twice({})", value.text()),
        }
    }
}

impl Co {
    fn text(&self) -> String {
        match self {
            Co::Compare(operator, _, both) => {
                format!("{} {operator} {}", both[0].text(), both[1].text())
            }
            Co::Not(condition) => format!("!({})", condition.text()),
            Co::Both(both) => format!("({}) && ({})", both[0].text(), both[1].text()),
            Co::Either(both) => format!("({}) || ({})", both[0].text(), both[1].text()),
            Co::IsSmall(value) => format!("is_small({})", value.text()),
        }
    }
}

impl Maker<'_> {
    fn block(&mut self, depth: u32) -> Vec<St> {
        let known = self.known.clone();
        let count = 1 + self.random.below(4);
        let mut block = Vec::new();
        for _ in 0..count {
            block.push(self.statement(depth));
            if let Some(St::Break | St::Continue | St::Return | St::Refuse(_)) = block.last() {
                break;
            }
        }
        self.known = known;
        block
    }

    fn refusal(&mut self) -> Option<u8> {
        self.random.chance(30).then(|| self.random.below(2) as u8)
    }

    fn statement(&mut self, depth: u32) -> St {
        match self.random.below(if depth == 0 { 12 } else { 18 }) {
            0..3 => {
                let ty = Ty::random(self.random);
                let value = self.expression(ty, 3);
                let number = self.types.len();
                self.types.push(ty);
                self.known.push(number);
                St::Let(number, value, self.refusal())
            }
            3..7 => {
                let Some(number) = self.assignable() else { return St::Refuse(0) };
                let value = self.expression(self.types[number], 3);
                St::Assign(number, value, self.refusal())
            }
            7..9 => {
                let Some(number) = self.assignable() else { return St::Refuse(1) };
                let operator = *self.random.pick(&['+', '-', '*']);
                St::Update(number, operator, self.expression(self.types[number], 2))
            }
            9..11 => St::Require(self.condition(2), self.refusal()),
            11 => match self.random.below(8) {
                0 => St::Refuse(self.random.below(2) as u8),
                1 => St::Return,
                2 | 3 if self.loops > 0 => St::Break,
                4 | 5 if self.loops > 0 => St::Continue,
                _ => St::Require(self.condition(1), None),
            },
            12..16 => {
                let condition = self.condition(2);
                let block = self.block(depth - 1);
                let otherwise = self.random.chance(50).then(|| self.block(depth - 1));
                St::If(condition, block, otherwise)
            }
            kind => {
                let number = self.types.len();
                self.types.push(Ty::U8);
                self.known.push(number);
                self.fixed.push(number);
                let most = self.random.below(4) as u8;
                self.loops += 1;
                let statement = if kind == 16 {
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

    fn assignable(&mut self) -> Option<usize> {
        let fixed = &self.fixed;
        let all: Vec<usize> =
            self.known.iter().copied().filter(|number| !fixed.contains(number)).collect();
        (!all.is_empty()).then(|| *self.random.pick(&all))
    }

    /// A variable or a number.
    fn leaf(&mut self, ty: Ty) -> Ex {
        let all: Vec<usize> =
            self.known.iter().copied().filter(|number| self.types[*number] == ty).collect();
        match !all.is_empty() && self.random.chance(75) {
            true => Ex::Variable(*self.random.pick(&all)),
            false => Ex::Number(ty.value(self.random)),
        }
    }

    /// An expression that has its type by itself.
    fn typed(&mut self, ty: Ty, depth: u32) -> Ex {
        let value = self.expression(ty, depth);
        if value.has_type() {
            return value;
        }
        let all: Vec<usize> = self.known.clone();
        let number = *self.random.pick(&all);
        match self.types[number] == ty {
            true => Ex::Variable(number),
            false => Ex::Cast(ty, Box::new(Ex::Variable(number))),
        }
    }

    fn expression(&mut self, ty: Ty, depth: u32) -> Ex {
        if depth == 0 {
            return self.leaf(ty);
        }
        let kind = self.random.below(20);
        let both = |maker: &mut Self| {
            Box::new([maker.expression(ty, depth - 1), maker.expression(ty, depth - 1)])
        };
        match kind {
            0..4 => self.leaf(ty),
            4..9 => {
                let operators = if ty.is_signed { "+-*/" } else { "+-*/%" };
                let operators: Vec<char> = operators.chars().collect();
                Ex::Arithmetic(*self.random.pick(&operators), both(self))
            }
            9 => Ex::Wrapping(*self.random.pick(&['+', '-', '*']), both(self)),
            10..12 => Ex::Bits(*self.random.pick(&['&', '|', '^']), both(self)),
            12 => {
                let amounts: Vec<usize> =
                    self.known.iter().copied().filter(|one| self.types[*one] == Ty::U8).collect();
                let amount = match !amounts.is_empty() && self.random.chance(40) {
                    true => Ex::Variable(*self.random.pick(&amounts)),
                    false => Ex::Number(self.random.below(u64::from(ty.bits) + 3).into()),
                };
                let direction = *self.random.pick(&['<', '>', 'l', 'r']);
                Ex::Shift(direction, Box::new(self.expression(ty, depth - 1)), Box::new(amount))
            }
            13 => Ex::Not(Box::new(self.expression(ty, depth - 1))),
            14 if ty.is_signed => Ex::Neg(Box::new(self.typed(ty, depth - 1))),
            15 if ty.is_signed => Ex::Abs(Box::new(self.expression(ty, depth - 1))),
            16..18 => {
                let from = Ty::random(self.random);
                Ex::Cast(ty, Box::new(self.typed(from, depth - 1)))
            }
            18 => {
                let wider: Vec<u32> =
                    WIDTHS.into_iter().filter(|width| *width >= ty.bits).collect();
                let from = Ty { bits: *self.random.pick(&wider), ..ty };
                Ex::Truncate(Box::new(self.typed(from, depth - 1)))
            }
            19 if ty == Ty::U64 && self.has_calls => {
                Ex::Twice(Box::new(self.expression(ty, depth - 1)))
            }
            _ => self.leaf(ty),
        }
    }

    fn condition(&mut self, depth: u32) -> Co {
        match self.random.below(if depth == 0 { 6 } else { 10 }) {
            6 => Co::Not(Box::new(self.condition(depth - 1))),
            7 => Co::Both(Box::new([self.condition(depth - 1), self.condition(depth - 1)])),
            8 => Co::Either(Box::new([self.condition(depth - 1), self.condition(depth - 1)])),
            9 => Co::IsSmall(Box::new(self.expression(Ty::U64, depth - 1))),
            kind => {
                let ty = Ty::random(self.random);
                let operator = *self.random.pick(&["<", ">", "==", "<=", ">=", "!="]);
                let left = self.typed(ty, 1);
                let right = match kind {
                    0 => Ex::Number(BigInt::from(0)),
                    _ => self.expression(ty, 1),
                };
                Co::Compare(operator, ty, Box::new([left, right]))
            }
        }
    }
}

impl Ex {
    /// Whether it has a type that does not come from where it stands.
    fn has_type(&self) -> bool {
        match self {
            Ex::Number(_) | Ex::Truncate(..) => false,
            Ex::Variable(_) | Ex::Cast(..) | Ex::Twice(_) => true,
            Ex::Arithmetic(_, both) | Ex::Wrapping(_, both) | Ex::Bits(_, both) => {
                both.iter().any(Ex::has_type)
            }
            Ex::Shift(_, value, _) | Ex::Not(value) | Ex::Neg(value) | Ex::Abs(value) => {
                value.has_type()
            }
        }
    }
}
