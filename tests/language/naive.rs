//! The expansion of a program once more, written from the page and from nothing else: to the text of plain assembly.

use std::collections::BTreeSet;

use crate::program::{Co, ERRORS, Ex, Program, St, Ty};

/// A register by its size in bits and its index.
type Register = (u32, u8);

struct Writer<'p> {
    program: &'p Program,
    text: String,
    /// The register of each variable that has one.
    places: Vec<Option<Register>>,
    held: BTreeSet<Register>,
    labels: usize,
    /// The labels of the loops, outermost first: again, out.
    loops: Vec<(String, String)>,
    refusal: Option<u8>,
    calls: (bool, bool),
}

/// The plain assembly that a program stands for.
pub fn expand(program: &Program) -> String {
    // What the callees have: errors in a8[0], `twice` a64[0] and a64[1], `is_small` the same.
    let mut writer = Writer {
        program,
        text: "twice: dup a64[0], a64[1]; add.uc a64[0], a64[1]; test; ret;\n\
               is_small: put a64[1], 10; lt.u a64[0], a64[1]; ret;\n"
            .into(),
        places: vec![None; program.types.len()],
        held: [(8, 0)].into(),
        labels: 0,
        loops: Vec::new(),
        refusal: None,
        calls: calls(&program.body),
    };
    if writer.calls.0 || writer.calls.1 {
        writer.held.extend([(64, 0), (64, 1)]);
    }
    for number in 0..=program.inputs {
        let place = writer.take(program.types[number].bits);
        writer.places[number] = Some(place);
    }
    if writer.block(&program.body) {
        writer.line("ret;");
    }
    writer.text
}

impl Writer<'_> {
    fn line(&mut self, line: impl AsRef<str>) {
        self.text += line.as_ref();
        self.text.push('\n');
    }

    fn take(&mut self, bits: u32) -> Register {
        let index = (0..32).find(|index| !self.held.contains(&(bits, *index))).expect("a register");
        self.held.insert((bits, index));
        (bits, index)
    }

    fn label(&mut self) -> String {
        self.labels += 1;
        format!("l{}", self.labels)
    }

    fn ty(&self, number: usize) -> Ty {
        self.program.types[number]
    }

    fn place(&self, number: usize) -> Register {
        self.places[number].expect("a place")
    }

    /// Whether the end can be reached.
    fn block(&mut self, block: &[St]) -> bool {
        let held = self.held.clone();
        let mut is_reached = true;
        for statement in block {
            let goes_on = self.statement(statement);
            is_reached = is_reached && goes_on;
        }
        self.held = held;
        is_reached
    }

    fn put(&mut self, error: Option<u8>) {
        self.refusal = error;
        self.put_again();
    }

    fn put_again(&mut self) {
        if let Some(error) = self.refusal {
            self.line(format!("put a8[0], {};", ERRORS[usize::from(error)]));
        }
    }

    fn statement(&mut self, statement: &St) -> bool {
        self.refusal = None;
        match statement {
            St::Let(number, value, error) => {
                let ty = self.ty(*number);
                let place = self.take(ty.bits);
                self.put(*error);
                self.e(value, place, ty);
                self.places[*number] = Some(place);
                true
            }
            St::Assign(number, value, error) => {
                self.put(*error);
                self.e(value, self.place(*number), self.ty(*number));
                true
            }
            St::Update(number, operator, value) => {
                let both = Box::new([Ex::Variable(*number), value.clone()]);
                let sum = Ex::Arithmetic(*operator, both);
                self.e(&sum, self.place(*number), self.ty(*number));
                true
            }
            St::Require(condition, error) => {
                self.put(*error);
                self.c(condition);
                self.line("test;");
                true
            }
            St::Refuse(error) => {
                self.put(Some(*error));
                self.line("fail;");
                false
            }
            St::If(condition, block, None) => {
                let out = self.label();
                self.n(condition);
                self.line(format!("jif {out}; inv st0;"));
                self.block(block);
                self.line(format!("{out}:"));
                true
            }
            St::If(condition, block, Some(otherwise)) => {
                let (then, out) = (self.label(), self.label());
                self.c(condition);
                self.line(format!("jif {then}; inv st0;"));
                let first = self.block(otherwise);
                if first {
                    self.line(format!("jmp {out};"));
                }
                self.line(format!("{then}:"));
                let second = self.block(block);
                self.line(format!("{out}:"));
                first || second
            }
            St::While(number, most, condition, block) => {
                self.counter(*number);
                let below = Co::Compare("<", Ty::U8, counted(*number, *most));
                let both = Co::Both(Box::new([below, condition.clone()]));
                let (again, out) = (self.label(), self.label());
                self.line(format!("{again}:"));
                self.n(&both);
                self.line(format!("jif {out}; inv st0;"));
                self.body(*number, block, &again, &out);
                true
            }
            St::Loop(number, most, block) => {
                self.counter(*number);
                let (again, out) = (self.label(), self.label());
                self.line(format!("{again}:"));
                let behind = self.label();
                self.n(&Co::Compare("==", Ty::U8, counted(*number, *most)));
                self.line(format!("jif {behind}; inv st0; jmp {out}; {behind}:"));
                self.body(*number, block, &again, &out);
                true
            }
            St::Break => {
                let (_, out) = self.loops.last().expect("a loop").clone();
                self.line(format!("jmp {out};"));
                false
            }
            St::Continue => {
                let (again, _) = self.loops.last().expect("a loop").clone();
                self.line(format!("jmp {again};"));
                false
            }
            St::Return => {
                self.line("ret;");
                false
            }
        }
    }

    /// `let k: u8 = 0;`
    fn counter(&mut self, number: usize) {
        let place = self.take(8);
        self.places[number] = Some(place);
        self.line(format!("put {}, 0;", name(place)));
    }

    /// `k += 1; … }`
    fn body(&mut self, number: usize, block: &[St], again: &str, out: &str) {
        self.loops.push((again.into(), out.into()));
        let counter = name(self.place(number));
        self.line(format!("add {counter}, 1; test;"));
        let is_reached = self.block(block);
        self.loops.pop();
        if is_reached {
            self.line(format!("jmp {again};"));
        }
        self.line(format!("{out}:"));
    }

    fn reads(&self, value: &Ex, register: Register) -> bool {
        match value {
            Ex::Number(_) => false,
            Ex::Variable(number) => self.place(*number) == register,
            Ex::Arithmetic(_, both) | Ex::Wrapping(_, both) | Ex::Bits(_, both) => {
                both.iter().any(|one| self.reads(one, register))
            }
            Ex::Shift(_, value, amount) => {
                self.reads(value, register) || self.reads(amount, register)
            }
            Ex::Not(value)
            | Ex::Neg(value)
            | Ex::Abs(value)
            | Ex::Cast(_, value)
            | Ex::Truncate(value)
            | Ex::Twice(value) => self.reads(value, register),
        }
    }

    fn is(&self, value: &Ex, register: Register) -> bool {
        matches!(value, Ex::Variable(number) if self.place(*number) == register)
    }

    fn type_of(&self, value: &Ex) -> Option<Ty> {
        value.ty(&|number| self.ty(number))
    }

    /// `P(e)`, and the temporary that has to be freed.
    fn p(&mut self, value: &Ex, ty: Ty) -> (String, Option<Register>) {
        if let Ex::Variable(number) = value {
            return (name(self.place(*number)), None);
        }
        let temporary = self.take(ty.bits);
        self.e(value, temporary, ty);
        (name(temporary), Some(temporary))
    }

    fn free(&mut self, temporary: Option<Register>) {
        if let Some(temporary) = temporary {
            self.held.remove(&temporary);
        }
    }

    /// A row in which a temporary may stand for d.
    fn row(&mut self, needs_temporary: bool, d: Register, write: impl FnOnce(&mut Self, Register)) {
        if !needs_temporary {
            return write(self, d);
        }
        let t = self.take(d.0);
        write(self, t);
        self.line(format!("mov {}, {};", name(t), name(d)));
        self.held.remove(&t);
    }

    /// `E(e, d)`
    fn e(&mut self, value: &Ex, d: Register, ty: Ty) {
        let target = name(d);
        let checked = if ty.is_signed { "sc" } else { "uc" };
        match value {
            Ex::Number(value) => self.line(format!("put {target}, {value};")),
            Ex::Variable(number) => {
                let source = self.place(*number);
                if source != d {
                    self.line(format!("dup {}, {target};", name(source)));
                }
            }
            Ex::Arithmetic(operator, both) => {
                let mnemonic = mnemonic(*operator);
                if self.is(&both[0], d) {
                    if let (Ex::Number(step), '+' | '-') = (&both[1], operator)
                        && !ty.is_signed
                        && *step <= 127.into()
                    {
                        return self.line(format!("{mnemonic} {target}, {step}; test;"));
                    }
                    if matches!(operator, '+' | '*') {
                        let (source, temporary) = self.p(&both[1], ty);
                        self.line(format!("{mnemonic}.{checked} {source}, {target}; test;"));
                        return self.free(temporary);
                    }
                }
                let flags = if *operator == '%' { String::new() } else { format!(".{checked}") };
                self.row(self.is(&both[0], d), d, |writer, d| {
                    let (left, temporary) = writer.p(&both[0], ty);
                    writer.e(&both[1], d, ty);
                    writer.line(format!("{mnemonic}{flags} {left}, {}; test;", name(d)));
                    writer.free(temporary);
                });
            }
            Ex::Wrapping(operator, both) => {
                let flags = if ty.is_signed { "sw" } else { "uw" };
                self.row(self.is(&both[0], d), d, |writer, d| {
                    let (left, temporary) = writer.p(&both[0], ty);
                    writer.e(&both[1], d, ty);
                    let mnemonic = mnemonic(*operator);
                    writer.line(format!("{mnemonic}.{flags} {left}, {};", name(d)));
                    writer.free(temporary);
                });
            }
            Ex::Bits(operator, both) => {
                let (left, first) = self.p(&both[0], ty);
                let (right, second) = self.p(&both[1], ty);
                self.line(format!("{} {left}, {right}, {target};", mnemonic(*operator)));
                self.free(first);
                self.free(second);
            }
            Ex::Shift(direction, value, amount) => {
                self.row(self.reads(amount, d), d, |writer, d| {
                    writer.e(value, d, ty);
                    let of_amount = writer.type_of(amount);
                    let of_amount = of_amount.unwrap_or(Ty { bits: 16, is_signed: false });
                    let (by, temporary) = writer.p(amount, of_amount);
                    let (mnemonic, sets_status) = match direction {
                        '<' => ("shl", true),
                        '>' if ty.is_signed => ("shr.s", true),
                        '>' => ("shr.u", true),
                        'l' => ("scl", false),
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
            Ex::Not(value) => {
                self.e(value, d, ty);
                self.line(format!("not {target};"));
            }
            Ex::Neg(value) => {
                self.e(value, d, ty);
                self.line(format!("neg {target}; test;"));
            }
            Ex::Abs(value) => {
                self.e(value, d, ty);
                self.line(format!("abs {target}; test;"));
            }
            Ex::Cast(_, value) => self.cast(value, d, ty),
            Ex::Truncate(value) => {
                let from = self.type_of(value).expect("typed");
                let (source, temporary) = self.p(value, from);
                self.line(format!("cpy {source}, {target}; eq.n {target}, {target};"));
                self.free(temporary);
            }
            Ex::Twice(argument) => {
                self.argument(argument);
                self.line("routine twice;");
                self.put_again();
                self.line(format!("test; mov a64[1], {target};"));
            }
        }
    }

    /// The argument of a call into `a64[0]`.
    fn argument(&mut self, argument: &Ex) {
        if has_call(argument) {
            let (source, temporary) = self.p(argument, Ty::U64);
            self.line(format!("mov {source}, a64[0];"));
            self.free(temporary);
        } else {
            self.e(argument, (64, 0), Ty::U64);
        }
    }

    fn cast(&mut self, value: &Ex, d: Register, to: Ty) {
        let from = self.type_of(value).expect("typed");
        let target = name(d);
        let test = if to.bits < from.bits { " test;" } else { "" };
        let (source, temporary) = self.p(value, from);
        match (from.is_signed, to.is_signed) {
            (true, true) => self.line(format!("cnv {source}, {target};{test}")),
            (false, true) if to.bits <= from.bits => {
                self.line(format!("cpy {source}, {target};{test}"));
                self.free(temporary);
                let zero = self.take(to.bits);
                let zero_name = name(zero);
                self.line(format!(
                    "put {zero_name}, 0; lt.s {target}, {zero_name}; inv st0; test;"
                ));
                return self.free(Some(zero));
            }
            (false, _) => self.line(format!("cpy {source}, {target};{test}")),
            (true, false) => {
                let zero = self.take(from.bits);
                let zero_name = name(zero);
                self.line(format!(
                    "put {zero_name}, 0; lt.s {source}, {zero_name}; inv st0; test;"
                ));
                self.free(Some(zero));
                self.line(format!("cpy {source}, {target};{test}"));
            }
        }
        self.free(temporary);
    }

    /// `C(c)`
    fn c(&mut self, condition: &Co) {
        match condition {
            Co::Compare("<=" | ">=" | "!=", ..) => {
                self.c(&opposite(condition));
                self.line("inv st0;");
            }
            Co::Compare("==", ty, both) if matches!(&both[1], Ex::Number(n) if *n == 0.into()) => {
                let (source, temporary) = self.p(&both[0], *ty);
                self.line(format!("ifz {source};"));
                self.free(temporary);
            }
            Co::Compare(operator, ty, both) => {
                let (left, first) = self.p(&both[0], *ty);
                let (right, second) = self.p(&both[1], *ty);
                let sign = if ty.is_signed { "s" } else { "u" };
                let mnemonic = match *operator {
                    "<" => format!("lt.{sign}"),
                    ">" => format!("gt.{sign}"),
                    _ => "eq.n".into(),
                };
                self.line(format!("{mnemonic} {left}, {right};"));
                self.free(first);
                self.free(second);
            }
            Co::Not(condition) => self.n(condition),
            Co::Both(_) => {
                self.n(condition);
                self.line("inv st0;");
            }
            Co::Either(both) => {
                let out = self.label();
                self.c(&both[0]);
                self.line(format!("jif {out}; inv st0;"));
                self.c(&both[1]);
                self.line(format!("{out}:"));
            }
            Co::IsSmall(argument) => {
                self.argument(argument);
                self.line("routine is_small;");
                self.put_again();
            }
        }
    }

    /// `N(c)`
    fn n(&mut self, condition: &Co) {
        match condition {
            Co::Compare("<=" | ">=" | "!=", ..) => self.c(&opposite(condition)),
            Co::Not(condition) => self.c(condition),
            Co::Both(both) => {
                let out = self.label();
                self.n(&both[0]);
                self.line(format!("jif {out}; inv st0;"));
                self.n(&both[1]);
                self.line(format!("{out}:"));
            }
            _ => {
                self.c(condition);
                self.line("inv st0;");
            }
        }
    }
}

fn name((bits, index): Register) -> String {
    format!("a{bits}[{index}]")
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

fn opposite(condition: &Co) -> Co {
    let Co::Compare(operator, ty, both) = condition else { panic!("a comparison") };
    let operator = match *operator {
        "<=" => ">",
        ">=" => "<",
        _ => "==",
    };
    Co::Compare(operator, *ty, both.clone())
}

fn counted(number: usize, most: u8) -> Box<[Ex; 2]> {
    Box::new([Ex::Variable(number), Ex::Number(most.into())])
}

fn has_call(value: &Ex) -> bool {
    match value {
        Ex::Number(_) | Ex::Variable(_) => false,
        Ex::Twice(_) => true,
        Ex::Arithmetic(_, both) | Ex::Wrapping(_, both) | Ex::Bits(_, both) => {
            both.iter().any(has_call)
        }
        Ex::Shift(_, value, _)
        | Ex::Not(value)
        | Ex::Neg(value)
        | Ex::Abs(value)
        | Ex::Cast(_, value)
        | Ex::Truncate(value) => has_call(value),
    }
}

/// Whether a program calls `twice` and `is_small`.
fn calls(block: &[St]) -> (bool, bool) {
    let text = format!("{block:?}");
    (text.contains("Twice("), text.contains("IsSmall("))
}
