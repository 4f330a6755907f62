//! The table of conditions.

use super::{Writer, is_zero};
use crate::program::Co;
use crate::types::Letter;

impl Writer<'_> {
    /// `C(c)`
    pub(super) fn c(&mut self, condition: &Co) {
        self.condition(condition, false);
    }

    /// `N(c)`
    pub(super) fn n(&mut self, condition: &Co) {
        self.condition(condition, true);
    }

    fn condition(&mut self, condition: &Co, is_opposite: bool) {
        let column = |name: &str| format!("{} {name}", if is_opposite { "N" } else { "C" });
        // Whether what has been written is the opposite of what is wanted.
        let is_inverted = match condition {
            Co::Compare(operator @ ("<=" | ">=" | "!="), ty, both) => {
                self.hit("`a <= b`, `a >= b`, `a != b`", column(operator));
                let direct = match *operator {
                    "<=" => ">",
                    ">=" => "<",
                    _ => "==",
                };
                self.c(&Co::Compare(direct, *ty, both.clone()));
                !is_opposite
            }
            Co::Compare("==", ty, both) if is_zero(&both[1]) => {
                self.hit("`a == 0` of u, i, r, with a literal behind", column(letter(ty.letter)));
                self.compare("ifz", &both[..1], *ty);
                is_opposite
            }
            Co::Compare(operator, ty, both) => {
                let letter = letter(ty.letter);
                let flag = match (*operator, ty.letter) {
                    ("==", Letter::F) => ".e",
                    ("==", Letter::Bytes) => "",
                    ("==", _) => ".n",
                    (_, Letter::U) => ".u",
                    (_, Letter::I) => ".s",
                    (_, Letter::F) => ".e",
                    _ => "",
                };
                let (row, mnemonic) = match *operator {
                    "<" => ("`a < b`, `a > b`", "lt"),
                    ">" => ("`a < b`, `a > b`", "gt"),
                    _ => ("`a == b`", "eq"),
                };
                self.hit(row, column(&format!("{mnemonic} of {letter}")));
                self.compare(&format!("{mnemonic}{flag}"), &both[..], *ty);
                is_opposite
            }
            Co::Not(inner) => {
                self.hit("`!c`", column(""));
                return self.condition(inner, !is_opposite);
            }
            Co::Both(both) => {
                self.hit("`a && b`", column(""));
                let out = self.label();
                self.n(&both[0]);
                self.line(format!("jif {out}; inv st0;"));
                self.n(&both[1]);
                self.line(format!("{out}:"));
                !is_opposite
            }
            Co::Either(both) => {
                self.hit(r"`a \|\| b`", column(""));
                let out = self.label();
                self.c(&both[0]);
                self.line(format!("jif {out}; inv st0;"));
                self.c(&both[1]);
                self.line(format!("{out}:"));
                is_opposite
            }
            Co::Instruction(check, arguments) => {
                let row =
                    "`mnemonic(a, …)`, which writes `st0` alone and does not jump, stop or invert";
                self.hit(row, column(&format!("{check:?}")));
                self.check(*check, arguments);
                is_opposite
            }
            Co::Call(callee, arguments) => {
                let row = "`name(a, …)`, a routine without outputs";
                self.hit(row, column(callee.name));
                self.call(callee, arguments);
                is_opposite
            }
        };
        if is_inverted {
            self.line("inv st0;");
        }
    }
}

pub(super) fn letter(letter: Letter) -> &'static str {
    match letter {
        Letter::U => "u",
        Letter::I => "i",
        Letter::F => "f",
        Letter::R => "r",
        Letter::Bytes => "bytes",
    }
}
