//! Random programs as contracts.

use std::fmt::Write;

use crate::program::{CALLEES, Callee, Check, Co, ERRORS, Ex, Op, Program, Refusal, St};

/// The other library.
pub fn other() -> String {
    texts(true)
}

fn texts(is_other: bool) -> String {
    let all = CALLEES.into_iter().filter(|callee| callee.name.contains("::") == is_other);
    all.map(|callee| format!("{}\n", callee.text)).collect()
}

fn list<T>(all: &[T], text: impl FnMut(&T) -> String) -> String {
    all.iter().map(text).collect::<Vec<_>>().join(", ")
}

fn call(callee: &Callee, arguments: &[Ex]) -> String {
    format!("{}({})", callee.name, list(arguments, Ex::text))
}

fn checked(check: Check, arguments: &[Ex]) -> String {
    let mnemonic = match check {
        Check::Greater => "gt.u",
        Check::Equal => "eq.n",
        Check::IsZero => "ifz",
    };
    format!("{mnemonic}({})", list(arguments, Ex::text))
}

fn refusal(error: Refusal, word: &str) -> String {
    error.map_or(String::new(), |error| format!(" {word} E{error}"))
}

impl Program {
    /// The contract.
    pub fn text(&self) -> String {
        let parameter = |number: &usize| format!("v{number}: {}", self.types[*number].name());
        let inputs: Vec<usize> = (0..self.inputs).collect();
        let output = self.output().map(|number| format!(" -> ({})", parameter(&number)));
        let mut text = format!(
            "#![allow(unused_input, unused_error, unreachable, undefined_read, endless_loop, \
             unused_variable)]\n\
             use \"other.aluasm\" as other;\n\
             pub enum Refusal in a8[0] {{ E0 = {}, E1 = {} }}\n{}\
             pub fn main({}){} {{\n",
            ERRORS[0],
            ERRORS[1],
            texts(false),
            list(&inputs, parameter),
            output.unwrap_or_default(),
        );
        self.write_block(&self.body, 1, &mut text);
        text + "}\n"
    }

    fn write_block(&self, block: &[St], depth: usize, text: &mut String) {
        for statement in block {
            *text += &"    ".repeat(depth);
            self.write(statement, depth, text);
        }
    }

    fn typed(&self, number: usize) -> String {
        format!("v{number}: {}", self.types[number].name())
    }

    fn write(&self, statement: &St, depth: usize, text: &mut String) {
        let end = "    ".repeat(depth);
        let line = match statement {
            St::Let(number, value, error) => {
                let refusal = refusal(*error, "else");
                format!("let {} = {}{refusal};", self.typed(*number), value.text())
            }
            St::LetEach(numbers, callee, arguments, error) => {
                let place =
                    |number: &Option<usize>| number.map_or("_".into(), |one| self.typed(one));
                let (places, refusal) = (list(numbers, place), refusal(*error, "else"));
                format!("let ({places}) = {}{refusal};", call(callee, arguments))
            }
            St::Assign(number, value, error) => {
                format!("v{number} = {}{};", value.text(), refusal(*error, "else"))
            }
            St::Update(number, operator, value, error) => {
                let operator = if "<>".contains(*operator) {
                    format!("{operator}{operator}")
                } else {
                    operator.to_string()
                };
                format!("v{number} {operator}= {}{};", value.text(), refusal(*error, "else"))
            }
            St::Call(callee, arguments, error) => {
                format!("{}{};", call(callee, arguments), refusal(*error, "else"))
            }
            St::Check(check, arguments, error) => {
                format!("{}{};", checked(*check, arguments), refusal(*error, "else"))
            }
            St::Nop => "nop();".into(),
            St::Require(condition, error) => {
                format!("require {}{};", condition.text(), refusal(*error, "=>"))
            }
            St::Refuse(error) => format!("refuse E{error};"),
            St::If(condition, block, otherwise) => {
                let _ = writeln!(text, "if {} {{", condition.text());
                self.write_block(block, depth + 1, text);
                if let Some(otherwise) = otherwise {
                    let _ = writeln!(text, "{end}}} else {{");
                    self.write_block(otherwise, depth + 1, text);
                }
                format!("{end}}}")
            }
            St::While(number, most, condition, block) => {
                let condition = condition.text();
                let _ = writeln!(text, "let v{number}: u8 = 0;");
                let _ = writeln!(text, "{end}while (v{number} < {most}) && ({condition}) {{");
                let _ = writeln!(text, "{end}    v{number} += 1;");
                self.write_block(block, depth + 1, text);
                format!("{end}}}")
            }
            St::Loop(number, most, block) => {
                let _ = writeln!(text, "let v{number}: u8 = 0;\n{end}loop {{");
                let _ = writeln!(text, "{end}    if v{number} == {most} {{ break; }}");
                let _ = writeln!(text, "{end}    v{number} += 1;");
                self.write_block(block, depth + 1, text);
                format!("{end}}}")
            }
            St::Break => "break;".into(),
            St::Continue => "continue;".into(),
            St::Return => "return;".into(),
            St::Verdict(condition) => format!("return {};", condition.text()),
            St::Add(from, into) => format!("add.uc v{from}, v{into}; test;"),
            St::Unless([one, other], number, value) => {
                // Each label once: by where the text is.
                let label = format!("over_{}", text.len());
                let value = value.text();
                format!(
                    "eq.n v{one}, v{other}; jif {label}; inv st0; v{number} = {value}; {label}:"
                )
            }
        };
        *text += &line;
        text.push('\n');
    }
}

impl Ex {
    fn text(&self) -> String {
        match self {
            Ex::Literal(text, _) => text.clone(),
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
            Ex::Shift(direction, both) => {
                let [value, amount] = both.each_ref().map(Ex::text);
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
            Ex::Instruction(op, arguments) => {
                let arguments = list(arguments, Ex::text);
                match op {
                    Op::Sha2 => format!("sha2({arguments})"),
                    Op::Len => format!("len({arguments})"),
                    Op::Find => format!("find({arguments})"),
                    Op::Join => format!("join({arguments})"),
                    Op::Reverse | Op::ReverseBits => format!("rev({arguments})"),
                    Op::AddWrapping => format!("add.uw({arguments})"),
                    Op::Step(step) => format!("add({arguments}, {step})"),
                    Op::Extract => format!("extr({arguments})"),
                }
            }
            Ex::Call(callee, arguments) => call(callee, arguments),
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
            Co::Instruction(check, arguments) => checked(*check, arguments),
            Co::Call(callee, arguments) => call(callee, arguments),
        }
    }
}
