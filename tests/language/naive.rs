//! The expansion of a program once more, written from the page and from nothing else: to the text of plain assembly. Each
//! row of the page that is used is noted by its first cell.

mod blocks;
mod call;
mod condition;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use aluvm_core::isa::RegisterSize;

use crate::program::{
    BOTH, Callee, Check, DIVIDED, ERRORS, Ex, HALF, IS_EVEN, IS_SMALL, Program, Refusal, St, TWICE,
};
use crate::types::{Letter, Ty};

/// A register by its size and its index.
pub type Register = (RegisterSize, u8);

/// The other library: its id, and where its routines begin.
pub struct Other {
    pub id: String,
    pub offsets: Vec<(String, u16)>,
}

/// How often each row of the page was used, by its first cell, and each of its forms, by what it is of.
pub type Rows = BTreeMap<(&'static str, String), usize>;

/// What a program stands for.
pub struct Plain {
    pub text: String,
    /// The registers of inputs and output.
    pub places: Vec<Register>,
    /// The greatest index that was given: what is beyond 15 some instructions cannot name.
    pub highest: u8,
}

struct Writer<'p> {
    program: &'p Program,
    other: &'p Other,
    rows: &'p mut Rows,
    text: String,
    /// The register of each variable that has one.
    places: Vec<Option<Register>>,
    held: BTreeSet<Register>,
    highest: u8,
    labels: usize,
    /// The labels of the loops, outermost first: again, out.
    loops: Vec<(String, String)>,
    refusal: Refusal,
}

/// What the routines that can be called stand for, and the registers that each has or, of the other library, takes,
/// gives and writes.
const OWN: &str = "twice: dup a64[0], a64[1]; add.uc a64[0], a64[1]; test; ret;\n\
    is_small: put a64[1], 10; lt.u a64[0], a64[1]; ret;\n\
    both: dup a64[1], a64[2]; sub.uc a64[0], a64[2]; test; dup a64[1], a64[3]; ret;\n";

fn registers(callee: &Callee) -> Vec<Register> {
    let (size, count) = match callee {
        _ if *callee == TWICE || *callee == IS_SMALL => (RegisterSize::A64, 2),
        _ if *callee == BOTH || *callee == DIVIDED => (RegisterSize::A64, 4),
        _ if *callee == HALF => (RegisterSize::A32, 2),
        _ if *callee == IS_EVEN => (RegisterSize::A128, 3),
        _ => panic!("{callee:?}"),
    };
    (0..count).map(|index| (size, index)).collect()
}

/// The plain assembly that a program stands for.
pub fn expand(program: &Program, other: &Other, rows: &mut Rows) -> Plain {
    let mut writer = Writer {
        program,
        other,
        rows,
        text: OWN.into(),
        places: vec![None; program.types.len()],
        held: [(RegisterSize::A8, 0)].into(),
        highest: 0,
        labels: 0,
        loops: Vec::new(),
        refusal: None,
    };
    writer.held.extend(program.callees().into_iter().flat_map(registers));
    if program.has_find() {
        writer.held.insert((RegisterSize::A16, 0));
    }
    for number in 0..program.parameters() {
        let place = writer.take(program.types[number]);
        writer.places[number] = Some(place);
    }
    if writer.block(&program.body) {
        writer.line("ret;");
    }
    let places = (0..program.parameters()).map(|number| writer.place(number)).collect();
    Plain { places, highest: writer.highest, text: writer.text }
}

impl Writer<'_> {
    fn line(&mut self, line: impl AsRef<str>) {
        self.text += line.as_ref();
        self.text.push('\n');
    }

    /// A row of the page is used, in one of its forms.
    fn hit(&mut self, row: &'static str, form: impl ToString) {
        *self.rows.entry((row, form.to_string())).or_default() += 1;
    }

    fn take(&mut self, ty: Ty) -> Register {
        let is_free = |index: &u8| !self.held.contains(&(ty.size, *index));
        let index = (0..ty.size.count()).find(is_free).expect("a register");
        self.hit(row_of(ty), ty.name());
        self.held.insert((ty.size, index));
        self.highest = self.highest.max(index);
        (ty.size, index)
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
            // Behind a label it can be again.
            is_reached = is_reached && goes_on || matches!(statement, St::Unless(..));
        }
        self.held = held;
        is_reached
    }

    fn put(&mut self, error: Refusal) {
        self.refusal = error;
        if error.is_some() {
            self.hit("`… else E;` behind those", "");
        }
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
                self.hit("`let x: T = e;`, `x = e;`", "let");
                let ty = self.ty(*number);
                let place = self.take(ty);
                self.put(*error);
                self.e(value, place, ty);
                self.places[*number] = Some(place);
            }
            St::LetEach(numbers, callee, arguments, error) => {
                self.let_each(numbers, callee, arguments, *error);
            }
            St::Assign(number, value, error) => {
                self.hit("`let x: T = e;`, `x = e;`", "assigned");
                self.put(*error);
                self.e(value, self.place(*number), self.ty(*number));
            }
            St::Update(number, operator, value, error) => {
                self.hit(
                    r"`x += e;`, likewise for `-`, `*`, `/`, `%`, `&`, `\|`, `^`, `<<`, `>>`",
                    operator,
                );
                self.put(*error);
                let both = Box::new([Ex::Variable(*number), value.clone()]);
                let sum = match operator {
                    '+' | '-' | '*' | '/' | '%' => Ex::Arithmetic(*operator, both),
                    '<' | '>' => Ex::Shift(*operator, both),
                    _ => Ex::Bits(*operator, both),
                };
                self.e(&sum, self.place(*number), self.ty(*number));
            }
            St::Call(callee, arguments, error) => {
                self.hit("`name(a, …);`", callee.name);
                self.put(*error);
                self.call(callee, arguments);
                self.line("test;");
            }
            St::Check(check, arguments, error) => {
                self.hit("`mnemonic(a, …);`", format!("{check:?}"));
                self.put(*error);
                self.check(*check, arguments);
                self.line("test;");
            }
            St::Nop => {
                self.hit("`mnemonic(a, …);`", "nop");
                self.line("nop;");
            }
            St::Require(condition, error) => {
                self.hit("`require c => E;`, `require c;`", error.is_some());
                self.put(*error);
                self.c(condition);
                self.line("test;");
            }
            St::Refuse(error) => {
                self.refusal = Some(*error);
                self.put_again();
                self.line("fail;");
                return false;
            }
            St::If(condition, block, otherwise) => {
                return self.branch(condition, block, otherwise.as_deref());
            }
            St::While(number, most, condition, block) => {
                self.repeat_while(*number, *most, condition, block)
            }
            St::Loop(number, most, block) => self.repeat(*number, *most, block),
            St::Break => {
                self.hit("`loop { A }`, `break;`, `continue;`", "break");
                let (_, out) = self.loops.last().expect("a loop").clone();
                self.line(format!("jmp {out};"));
                return false;
            }
            St::Continue => {
                self.hit("`loop { A }`, `break;`, `continue;`", "continue");
                let (again, _) = self.loops.last().expect("a loop").clone();
                self.line(format!("jmp {again};"));
                return false;
            }
            St::Return => {
                self.hit("`return;`", "");
                self.line("ret;");
                return false;
            }
            St::Verdict(condition) => {
                self.hit("`return c;`", "");
                self.c(condition);
                self.line("ret;");
                return false;
            }
            St::Add(from, into) => {
                let [from, into] = [from, into].map(|number| name(self.place(*number)));
                self.line(format!("add.uc {from}, {into}; test;"));
            }
            St::Unless(both, number, value) => {
                let [one, other] = both.map(|number| name(self.place(number)));
                let over = self.label();
                self.line(format!("eq.n {one}, {other}; jif {over}; inv st0;"));
                self.e(value, self.place(*number), self.ty(*number));
                self.line(format!("{over}:"));
            }
        }
        true
    }
}

fn name((size, index): Register) -> String {
    format!("{size}[{index}]")
}

/// The row of the table of types.
fn row_of(ty: Ty) -> &'static str {
    match ty.letter {
        Letter::U => "`u8`, `u16`, `u32`, `u64`, `u128`, `u256`, `u512`, `u1024`",
        Letter::I => "`i8` … `i1024`",
        Letter::F => "`f16b`, `f16`, `f32`, `f64`, `f80`, `f128`, `f256`, `f512`",
        Letter::R => "`r128`, `r160`, `r256`, `r512`, `r1024`, `r2048`, `r4096`, `r8192`",
        Letter::Bytes => "`bytes`",
    }
}

/// Whether it is a literal zero.
fn is_zero(value: &Ex) -> bool {
    matches!(value, Ex::Literal(text, _) if text == "0")
}

/// `C` of an instruction.
fn mnemonic_of(check: Check) -> &'static str {
    match check {
        Check::Greater => "gt.u",
        Check::Equal => "eq.n",
        Check::IsZero => "ifz",
    }
}
