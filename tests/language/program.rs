//! Random programs as trees: a routine that calls others, of its library and of another, so that the rules for places and for
//! calls matter.

use std::fmt::Debug;

use crate::types::Ty;
use crate::types::Value;

/// A routine that programs call. It is written three times: here, as plain assembly in `naive`, and as what it means
/// in `evaluate`.
#[derive(PartialEq, Eq)]
pub struct Callee {
    pub name: &'static str,
    /// The text of its definition; those whose name has a module stand in the other library.
    pub text: &'static str,
    pub inputs: &'static [Ty],
    pub outputs: &'static [Ty],
}

/// So that the calls of a program can be found in what it prints of itself.
impl Debug for Callee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.name)
    }
}

pub const TWICE: Callee = Callee {
    name: "twice",
    text: "fn twice(n: u64) -> (m: u64) { m = n + n; }",
    inputs: &[Ty::U64],
    outputs: &[Ty::U64],
};
pub const IS_SMALL: Callee = Callee {
    name: "is_small",
    text: "fn is_small(n: u64) { return n < 10; }",
    inputs: &[Ty::U64],
    outputs: &[],
};
pub const BOTH: Callee = Callee {
    name: "both",
    text: "fn both(p: u64, q: u64) -> (r: u64, s: u64) { r = p - q; s = q; }",
    inputs: &[Ty::U64, Ty::U64],
    outputs: &[Ty::U64, Ty::U64],
};
pub const HALF: Callee = Callee {
    name: "other::half",
    text: "pub fn half(n: i32) -> (m: i32) { m = n / 2; }",
    inputs: &[Ty::I32],
    outputs: &[Ty::I32],
};
pub const IS_EVEN: Callee = Callee {
    name: "other::is_even",
    text: "pub fn is_even(n: u128) { return n & 1 == 0; }",
    inputs: &[Ty::U128],
    outputs: &[],
};
pub const DIVIDED: Callee = Callee {
    name: "other::divided",
    text: "pub fn divided(n: u64, by: u64) -> (quotient: u64, rest: u64) { quotient = n / by; rest = n % by; }",
    inputs: &[Ty::U64, Ty::U64],
    outputs: &[Ty::U64, Ty::U64],
};
/// Those of the own library, then those of the other, each in the order of its text.
pub const CALLEES: [&Callee; 6] = [&TWICE, &IS_SMALL, &BOTH, &HALF, &IS_EVEN, &DIVIDED];

/// An instruction as a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// `sha2(bytes)` of type r256.
    Sha2,
    /// `len(bytes)`, a u by where it stands.
    Len,
    /// `find(bytes, bytes)` of type u16, which leaves its result in `a16[0]`.
    Find,
    Join,
    /// `rev(bytes)`
    Reverse,
    /// `rev(a)` of u and r, in its own register.
    ReverseBits,
    /// `add.uw(a, b)`
    AddWrapping,
    /// `add(a, n)`
    Step(u8),
    /// `extr(bytes, offset)`, a u or r by where it stands.
    Extract,
}

/// An instruction as a condition or a statement, on two u or on one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Check {
    Greater,
    Equal,
    IsZero,
}

#[derive(Clone, Debug)]
pub enum Ex {
    Literal(String, Value),
    Variable(usize),
    /// `+ - * / %`
    Arithmetic(char, Box<[Ex; 2]>),
    /// `wrapping_add` and so on, by the operator.
    Wrapping(char, Box<[Ex; 2]>),
    /// `& | ^`
    Bits(char, Box<[Ex; 2]>),
    /// `<< >>` and, with `l` and `r`, rotations; by a u8 or u16.
    Shift(char, Box<[Ex; 2]>),
    Not(Box<Ex>),
    Neg(Box<Ex>),
    Abs(Box<Ex>),
    Cast(Ty, Box<Ex>),
    Truncate(Box<Ex>),
    Instruction(Op, Vec<Ex>),
    Call(&'static Callee, Vec<Ex>),
}

#[derive(Clone, Debug)]
pub enum Co {
    Compare(&'static str, Ty, Box<[Ex; 2]>),
    Not(Box<Co>),
    Both(Box<[Co; 2]>),
    Either(Box<[Co; 2]>),
    Instruction(Check, Vec<Ex>),
    Call(&'static Callee, Vec<Ex>),
}

/// The error of a statement, by its number in [`ERRORS`].
pub type Refusal = Option<u8>;

#[derive(Clone, Debug)]
pub enum St {
    Let(usize, Ex, Refusal),
    LetEach(Vec<Option<usize>>, &'static Callee, Vec<Ex>, Refusal),
    Assign(usize, Ex, Refusal),
    /// `x += e;`, with `<` and `>` for the shifts.
    Update(usize, char, Ex, Refusal),
    Call(&'static Callee, Vec<Ex>, Refusal),
    Check(Check, Vec<Ex>, Refusal),
    Nop,
    Require(Co, Refusal),
    Refuse(u8),
    If(Co, Vec<St>, Option<Vec<St>>),
    /// `let k: u8 = 0; while k < n && c { k += 1; … }`, with the number of the variable.
    While(usize, u8, Co, Vec<St>),
    /// The same as a `loop` that begins with `if k == n { break; }`.
    Loop(usize, u8, Vec<St>),
    Break,
    Continue,
    Return,
    Verdict(Co),
    /// Instructions: `add.uc x, y; test;`
    Add(usize, usize),
    /// Instructions around a statement: `eq.n x, y; jif over; inv st0; z = e; over:`
    Unless([usize; 2], usize, Ex),
}

/// A program. Its variables are `v0`, `v1` and so on; the first are inputs, then comes the output, if there is one.
pub struct Program {
    pub types: Vec<Ty>,
    pub inputs: usize,
    pub has_output: bool,
    pub body: Vec<St>,
}

/// The numbers of the errors, in the order of their names `E0`, `E1`.
pub const ERRORS: [u8; 2] = [7, 9];

impl Ex {
    /// The type that it has by itself; none if that comes from where it stands. `of` gives that of a variable.
    pub fn ty(&self, of: &dyn Fn(usize) -> Ty) -> Option<Ty> {
        match self {
            Ex::Literal(..) | Ex::Truncate(..) | Ex::Instruction(Op::Len | Op::Extract, _) => None,
            Ex::Variable(number) => Some(of(*number)),
            Ex::Cast(ty, _) => Some(*ty),
            Ex::Call(callee, _) => Some(callee.outputs[0]),
            Ex::Instruction(op, arguments) => match op {
                Op::Sha2 => Some(Ty::R256),
                Op::Find => Some(Ty::U16),
                Op::Join | Op::Reverse => Some(Ty::BYTES),
                _ => arguments.iter().find_map(|one| one.ty(of)),
            },
            Ex::Arithmetic(_, both) | Ex::Wrapping(_, both) | Ex::Bits(_, both) => {
                both[0].ty(of).or_else(|| both[1].ty(of))
            }
            Ex::Shift(_, both) => both[0].ty(of),
            Ex::Not(value) | Ex::Neg(value) | Ex::Abs(value) => value.ty(of),
        }
    }

    /// What it is made of.
    pub fn parts(&self) -> &[Ex] {
        match self {
            Ex::Literal(..) | Ex::Variable(_) => &[],
            Ex::Arithmetic(_, both)
            | Ex::Wrapping(_, both)
            | Ex::Bits(_, both)
            | Ex::Shift(_, both) => &**both,
            Ex::Not(value)
            | Ex::Neg(value)
            | Ex::Abs(value)
            | Ex::Cast(_, value)
            | Ex::Truncate(value) => std::slice::from_ref(value),
            Ex::Instruction(_, arguments) | Ex::Call(_, arguments) => arguments,
        }
    }

    /// Whether it, or a part of it, is something.
    pub fn any(&self, is_it: &dyn Fn(&Ex) -> bool) -> bool {
        is_it(self) || self.parts().iter().any(|part| part.any(is_it))
    }
}

impl Program {
    pub fn output(&self) -> Option<usize> {
        self.has_output.then_some(self.inputs)
    }

    /// The number of inputs and outputs.
    pub fn parameters(&self) -> usize {
        self.inputs + usize::from(self.has_output)
    }

    /// What it calls.
    pub fn callees(&self) -> Vec<&'static Callee> {
        let text = format!("{:?}", self.body);
        CALLEES.into_iter().filter(|callee| text.contains(&format!("<{}>", callee.name))).collect()
    }

    /// Whether it has an instruction whose result is in `a16[0]`.
    pub fn has_find(&self) -> bool {
        format!("{:?}", self.body).contains("(Find, ")
    }
}
