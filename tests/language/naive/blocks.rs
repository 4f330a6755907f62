//! Statements with blocks in them.

use super::{Writer, name};
use crate::program::{Co, Ex, St};
use crate::types::{Ty, Value};

impl Writer<'_> {
    pub(super) fn branch(
        &mut self,
        condition: &Co,
        block: &[St],
        otherwise: Option<&[St]>,
    ) -> bool {
        let Some(otherwise) = otherwise else {
            self.hit("`if c { A }`", "");
            let out = self.label();
            self.n(condition);
            self.line(format!("jif {out}; inv st0;"));
            self.block(block);
            self.line(format!("{out}:"));
            return true;
        };
        self.hit("`if c { A } else { B }`", "");
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

    pub(super) fn repeat_while(&mut self, number: usize, most: u8, condition: &Co, block: &[St]) {
        self.hit("`while c { A }`", "");
        self.counter(number);
        let both = Co::Both(Box::new([counted("<", number, most), condition.clone()]));
        let (again, out) = (self.label(), self.label());
        self.line(format!("{again}:"));
        self.n(&both);
        self.line(format!("jif {out}; inv st0;"));
        self.counted_block(number, block, &again, &out);
    }

    pub(super) fn repeat(&mut self, number: usize, most: u8, block: &[St]) {
        self.hit("`loop { A }`, `break;`, `continue;`", "loop");
        self.counter(number);
        let (again, out, behind) = (self.label(), self.label(), self.label());
        self.line(format!("{again}:"));
        self.n(&counted("==", number, most));
        self.line(format!("jif {behind}; inv st0; jmp {out}; {behind}:"));
        self.counted_block(number, block, &again, &out);
    }

    /// `let k: u8 = 0;`
    fn counter(&mut self, number: usize) {
        let place = self.take(Ty::U8);
        self.places[number] = Some(place);
        self.line(format!("put {}, 0;", name(place)));
    }

    /// `k += 1; … }`
    fn counted_block(&mut self, number: usize, block: &[St], again: &str, out: &str) {
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
}

fn counted(operator: &'static str, number: usize, most: u8) -> Co {
    let most = Ex::Literal(most.to_string(), Value::Number(most.into()));
    Co::Compare(operator, Ty::U8, Box::new([Ex::Variable(number), most]))
}
