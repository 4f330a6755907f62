//! The tables of expressions and casts, and instructions as values.

use super::condition::letter;
use super::{Register, Writer, name};
use crate::program::{Ex, Op};
use crate::types::{Letter, Ty, Value};

impl Writer<'_> {
    /// Whether a value reads a register, or has it by itself.
    fn reads(&self, value: &Ex, register: Register) -> bool {
        value.any(&|part| match part {
            Ex::Variable(number) => self.place(*number) == register,
            Ex::Instruction(Op::Find, _) => register == (Ty::U16.size, 0),
            _ => false,
        })
    }

    fn is(&self, value: &Ex, register: Register) -> bool {
        matches!(value, Ex::Variable(number) if self.place(*number) == register)
    }

    fn type_of(&self, value: &Ex) -> Option<Ty> {
        value.ty(&|number| self.ty(number))
    }

    /// `P(e)`, and the temporary that has to be freed.
    pub(super) fn p(&mut self, value: &Ex, ty: Ty) -> (String, Option<Register>) {
        if let Ex::Variable(number) = value {
            return (name(self.place(*number)), None);
        }
        let temporary = self.take(ty);
        self.e(value, temporary, ty);
        (name(temporary), Some(temporary))
    }

    pub(super) fn free(&mut self, temporary: Option<Register>) {
        if let Some(temporary) = temporary {
            self.held.remove(&temporary);
        }
    }

    /// A row in which a temporary may stand for d.
    fn row(
        &mut self,
        needs_temporary: bool,
        (d, ty): (Register, Ty),
        write: impl FnOnce(&mut Self, Register),
    ) {
        if !needs_temporary {
            return write(self, d);
        }
        let t = self.take(ty);
        write(self, t);
        self.line(format!("mov {}, {};", name(t), name(d)));
        self.free(Some(t));
    }

    /// `l = P(a); E(b, d); mnemonic l, d;`
    fn second_into(&mut self, mnemonic: &str, both: &[Ex], (d, ty): (Register, Ty), test: &str) {
        self.row(self.is(&both[0], d), (d, ty), |writer, d| {
            let (left, temporary) = writer.p(&both[0], ty);
            writer.e(&both[1], d, ty);
            writer.line(format!("{mnemonic} {left}, {};{test}", name(d)));
            writer.free(temporary);
        });
    }

    /// `E(e, d)`
    pub(super) fn e(&mut self, value: &Ex, d: Register, ty: Ty) {
        let target = name(d);
        let of = letter(ty.letter);
        match value {
            Ex::Literal(text, _) => {
                self.hit("literal, constant", of);
                self.line(format!("put {target}, {text};"));
            }
            Ex::Variable(number) => {
                self.hit("variable x", of);
                let source = name(self.place(*number));
                if source == target {
                } else if ty.letter == Letter::Bytes {
                    self.line(format!("rev {source}, {target}; rev {target}, {target};"));
                } else {
                    self.line(format!("dup {source}, {target};"));
                }
            }
            Ex::Arithmetic(operator, both) => self.arithmetic(*operator, both, (d, ty)),
            Ex::Wrapping(operator, both) => {
                self.hit(
                    "`a.wrapping_add(b)`, `wrapping_sub`, `wrapping_mul` of u, i",
                    format!("{operator} of {of}"),
                );
                let flags = if ty.letter == Letter::I { "sw" } else { "uw" };
                self.second_into(
                    &format!("{}.{flags}", mnemonic(*operator)),
                    &both[..],
                    (d, ty),
                    "",
                );
            }
            Ex::Bits(operator, both) => {
                self.hit(r"`a & b`, `a \| b`, `a ^ b` of u, i, r", format!("{operator} of {of}"));
                let (left, first) = self.p(&both[0], ty);
                let (right, second) = self.p(&both[1], ty);
                self.line(format!("{} {left}, {right}, {target};", mnemonic(*operator)));
                self.free(first);
                self.free(second);
            }
            Ex::Shift(direction, both) => self.shift(*direction, both, (d, ty)),
            Ex::Not(value) => {
                self.hit("`!a` of u, i, r", of);
                self.e(value, d, ty);
                self.line(format!("not {target};"));
            }
            Ex::Neg(value) => {
                self.hit("`-a` of i, f; `a.abs()`", format!("neg of {of}"));
                self.e(value, d, ty);
                self.line(format!("neg {target}; test;"));
            }
            Ex::Abs(value) => {
                self.hit("`-a` of i, f; `a.abs()`", format!("abs of {of}"));
                self.e(value, d, ty);
                self.line(format!("abs {target}; test;"));
            }
            Ex::Cast(_, value) => self.cast(value, d, ty),
            Ex::Truncate(value) => {
                self.hit("`a.truncate()` of u, i, r", of);
                let from = self.type_of(value).expect("typed");
                let (source, temporary) = self.p(value, from);
                self.line(format!("cpy {source}, {target}; eq.n {target}, {target};"));
                self.free(temporary);
            }
            Ex::Instruction(op, arguments) => {
                self.hit(
                    "instructions as values",
                    format!("{op:?}").replace(|c: char| c.is_numeric(), ""),
                );
                self.instruction(*op, arguments, (d, ty));
            }
            Ex::Call(callee, arguments) => {
                self.hit("calls", callee.name);
                self.call(callee, arguments);
                let output = super::registers(callee)[callee.inputs.len()];
                self.line(format!("test; mov {}, {target};", name(output)));
            }
        }
    }

    fn arithmetic(&mut self, operator: char, both: &[Ex; 2], (d, ty): (Register, Ty)) {
        let mnemonic = mnemonic(operator);
        let of = letter(ty.letter);
        let flag = match ty.letter {
            Letter::U => ".uc",
            Letter::I => ".sc",
            _ => ".n",
        };
        if self.is(&both[0], d) {
            if let (Ex::Literal(text, Value::Number(step)), '+' | '-', Letter::U) =
                (&both[1], operator, ty.letter)
                && *step <= 127.into()
            {
                self.hit(
                    "`x + n`, `x - n` into x itself, x unsigned, n a literal from 0 to 127",
                    operator,
                );
                return self.line(format!("{mnemonic} {}, {text}; test;", name(d)));
            }
            if matches!(operator, '+' | '*') {
                self.hit("`x + b`, `x * b` into x itself", format!("{operator} of {of}"));
                let (source, temporary) = self.p(&both[1], ty);
                self.line(format!("{mnemonic}{flag} {source}, {}; test;", name(d)));
                return self.free(temporary);
            }
        }
        if operator == '%' {
            self.hit("`a % b` of u", "");
            return self.second_into("rem", &both[..], (d, ty), " test;");
        }
        self.hit("`a + b`, `a - b`, `a * b`, `a / b` of u, i, f", format!("{operator} of {of}"));
        self.second_into(&format!("{mnemonic}{flag}"), &both[..], (d, ty), " test;");
    }

    fn shift(&mut self, direction: char, both: &[Ex; 2], (d, ty): (Register, Ty)) {
        let row = match direction {
            '<' => "`a << n` of u, i, r",
            '>' => "`a >> n`",
            _ => "`a.rotate_left(n)`, `rotate_right`",
        };
        self.hit(row, format!("{direction} of {}", letter(ty.letter)));
        let [value, amount] = both;
        self.row(self.reads(amount, d), (d, ty), |writer, d| {
            writer.e(value, d, ty);
            let of_amount = writer.type_of(amount).unwrap_or(Ty::U16);
            let (by, temporary) = writer.p(amount, of_amount);
            let (mnemonic, sets_status) = match (direction, ty.letter) {
                ('<', _) => ("shl", true),
                ('>', Letter::I) => ("shr.s", true),
                ('>', Letter::R) => ("shr", true),
                ('>', _) => ("shr.u", true),
                ('l', _) => ("scl", false),
                _ => ("scr", false),
            };
            let d = name(d);
            writer.line(format!("{mnemonic} {by}, {d};"));
            writer.free(temporary);
            if sets_status {
                writer.line(format!("eq.n {d}, {d};"));
            }
        });
    }

    fn cast(&mut self, value: &Ex, d: Register, to: Ty) {
        use Letter::{F, I, R, U};
        let from = self.type_of(value).expect("typed");
        let target = name(d);
        let is_narrower = to.bits() < from.bits();
        let test = if is_narrower { " test;" } else { "" };
        let row = match (from.letter, to.letter) {
            (I, I) => "i to i",
            (F | I, F) | (F, I) => "f to f, i to f, f to i",
            (U, I) if to.bits() <= from.bits() => "u to i of the same or a lesser width",
            (I, U) => "i to u",
            (U, R) => "u to r",
            (R, U) => "r to u",
            _ => "u to u, r to r, u to a wider i",
        };
        let width = match from.bits().cmp(&to.bits()) {
            std::cmp::Ordering::Less => "wider",
            std::cmp::Ordering::Equal => "as wide",
            std::cmp::Ordering::Greater => "narrower",
        };
        self.hit(row, format!("{} to {} {width}", letter(from.letter), letter(to.letter)));
        if let (U, R) | (R, U) = (from.letter, to.letter) {
            let t = self.take(from);
            self.e(value, t, from);
            let (integer, general) = if from.letter == U { (t, d) } else { (d, t) };
            self.line(format!("clr {target}; spy {}, {}; test;", name(integer), name(general)));
            return self.free(Some(t));
        }
        let (source, temporary) = self.p(value, from);
        match row {
            "i to i" => self.line(format!("cnv {source}, {target};{test}")),
            "f to f, i to f, f to i" => self.line(format!("cnv {source}, {target}; test;")),
            "u to i of the same or a lesser width" => {
                self.line(format!("cpy {source}, {target};{test}"));
                self.free(temporary);
                return self.not_negative(&target, to);
            }
            "i to u" => {
                self.not_negative(&source, from);
                self.line(format!("cpy {source}, {target};{test}"));
            }
            _ => self.line(format!("cpy {source}, {target};{test}")),
        }
        self.free(temporary);
    }

    fn not_negative(&mut self, register: &str, ty: Ty) {
        let zero = self.take(ty);
        let t = name(zero);
        self.line(format!("put {t}, 0; lt.s {register}, {t}; inv st0; test;"));
        self.free(Some(zero));
    }

    fn instruction(&mut self, op: Op, arguments: &[Ex], (d, ty): (Register, Ty)) {
        let target = name(d);
        match op {
            Op::ReverseBits => {
                self.e(&arguments[0], d, ty);
                self.line(format!("rev {target};"));
            }
            Op::Step(step) => {
                self.e(&arguments[0], d, ty);
                self.line(format!("add {target}, {step}; test;"));
            }
            Op::AddWrapping => self.second_into("add.uw", arguments, (d, ty), " test;"),
            Op::Sha2 | Op::Len | Op::Find | Op::Join | Op::Reverse | Op::Extract => {
                let types = [Ty::BYTES, if op == Op::Extract { Ty::U16 } else { Ty::BYTES }];
                let held: Vec<_> =
                    arguments.iter().zip(types).map(|(one, ty)| self.p(one, ty)).collect();
                let names: Vec<&str> = held.iter().map(|(name, _)| name.as_str()).collect();
                self.line(match op {
                    Op::Sha2 => format!("sha2 {}, {target}; test;", names[0]),
                    Op::Len => format!("len {}, {target}; test;", names[0]),
                    Op::Find => format!(
                        "find {}, {}, a16[0]; test; mov a16[0], {target};",
                        names[0], names[1]
                    ),
                    Op::Join => format!("join {}, {}, {target}; test;", names[0], names[1]),
                    Op::Reverse => format!("rev {}, {target}; test;", names[0]),
                    _ => format!("extr {}, {target}, {}; test;", names[0], names[1]),
                });
                held.into_iter().for_each(|(_, temporary)| self.free(temporary));
            }
        }
    }
}

fn mnemonic(operator: char) -> &'static str {
    match operator {
        '+' => "add",
        '-' => "sub",
        '*' => "mul",
        '/' => "div",
        '%' => "rem",
        '&' => "and",
        '|' => "or",
        _ => "xor",
    }
}
