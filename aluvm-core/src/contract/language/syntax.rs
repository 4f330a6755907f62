//! Statements, expressions and conditions as they are written: plain data, in which names are names and
//! nothing has a type yet. Tokens are named by their indexes.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use crate::asm::parse::OperandKind;
use crate::asm::token::{Numeral, integer_bytes, numeral, small};
use crate::contract::error::LanguageErrorKind;
use crate::contract::item::Name;
use crate::contract::types::{Kind, Type};
use crate::isa::RegisterSize;

/// Statements between braces.
pub(super) struct Block<'t> {
    pub(super) statements: Vec<Statement<'t>>,
    /// The token of the brace that ends it.
    pub(super) close: usize,
}

/// A statement, an instruction among them.
pub(super) struct Statement<'t> {
    pub(super) kind: StatementKind<'t>,
    /// Its first token, attributes left out.
    pub(super) first: usize,
    /// The token behind what shows it: the `;`, or the brace of its first block.
    pub(super) end: usize,
    /// The attributes before it, of all in the list of statements.
    pub(super) attributes: Range<usize>,
}

pub(super) enum StatementKind<'t> {
    /// What stands in a contract without this language, by its number in the list of statements.
    Plain(usize),
    /// `let x: T = e;`
    Let { variable: Declared<'t>, value: Expression<'t>, refusal: Option<usize> },
    /// `let (a: T, _, b: T) = name(…);`
    LetEach { variables: Vec<Option<Declared<'t>>>, call: Expression<'t>, refusal: Option<usize> },
    /// `x = e;`, `x += e;`
    Assign {
        target: Expression<'t>,
        /// The operator before the `=`.
        operator: Option<(Operator, usize)>,
        value: Expression<'t>,
        refusal: Option<usize>,
    },
    /// `name(a, …);`
    Call { call: Expression<'t>, refusal: Option<usize> },
    /// `require c => E;`
    Require { condition: Expression<'t>, refusal: Option<usize> },
    /// `if c { … } else { … }`
    If { condition: Expression<'t>, block: Block<'t>, otherwise: Option<Block<'t>> },
    /// `while c { … }`
    While { condition: Expression<'t>, block: Block<'t> },
    /// `loop { … }`
    Loop { block: Block<'t> },
    /// `break;`
    Break,
    /// `continue;`
    Continue,
    /// `return;`, `return c;`
    Return { verdict: Option<Expression<'t>> },
    /// A mistake that has been reported.
    Wrong,
}

/// A name with what is said of it: a type, a register, or both.
#[derive(Clone, Copy, Debug)]
pub(in crate::contract) struct Declared<'t> {
    pub(in crate::contract) name: Name<'t>,
    pub(in crate::contract) ty: Type,
    /// The register; none if the rule for places gives it.
    pub(in crate::contract) register: Option<(RegisterSize, u8)>,
    /// The token that begins the type.
    pub(in crate::contract) at: usize,
}

/// An expression or a condition.
pub(super) struct Expression<'t> {
    pub(super) kind: ExpressionKind<'t>,
    pub(super) first: usize,
    pub(super) last: usize,
    /// The token that its instruction comes from: the operator, or the name that is called.
    pub(super) at: usize,
}

pub(super) enum ExpressionKind<'t> {
    /// A number, a byte, a string.
    Literal(Literal<'t>),
    /// A variable or a constant.
    Name(&'t str),
    /// `a64[0]`
    Register(RegisterSize, u8),
    /// A constant of Rust by its path, or in braces.
    Constant,
    /// `-a`, `!a`
    Prefix(Prefix, Box<Expression<'t>>),
    /// `a + b`, `a < b`, `a && b`
    Binary(Operator, Box<[Expression<'t>; 2]>),
    /// `a as T`
    Cast(Box<Expression<'t>>, Type),
    /// `a.abs()`, `a.wrapping_add(b)`
    Method { name: &'t str, value: Box<Expression<'t>>, arguments: Vec<Expression<'t>> },
    /// `name(a, …)`, `module::name(a, …)`, `mnemonic.flags(a, …)`
    Call(Call<'t>),
}

/// A literal as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal<'t> {
    pub(super) negative: bool,
    pub(super) text: &'t str,
}

impl<'t> Literal<'t> {
    /// It as an operand of an instruction.
    pub(super) fn operand(self) -> OperandKind<'t> {
        let Literal { negative, text } = self;
        match text.as_bytes() {
            [b'0'..=b'9', ..] | [b'b', b'\'', ..] => OperandKind::Number { negative, text },
            _ => OperandKind::Text(text),
        }
    }

    /// The integer that it is, if it has no sign and is not large.
    pub(super) fn small(self) -> Option<u128> {
        match numeral(self.text) {
            Ok(Numeral::Integer { radix, digits }) if !self.negative => small(radix, digits),
            _ => None,
        }
    }

    /// That a type does not have an integer, though its register would.
    pub(super) fn out_of(self, ty: Type) -> Option<LanguageErrorKind> {
        let Literal { negative, text } = self;
        let Ok(Numeral::Integer { radix, digits }) = numeral(text) else { return None };
        let bytes = integer_bytes(radix, digits, negative, ty.size().bytes());
        let top = bytes.as_ref().and_then(|bytes| bytes.last()).is_some_and(|byte| byte >> 7 != 0);
        let is_zero = bytes.as_ref().is_some_and(|bytes| bytes.iter().all(|byte| *byte == 0));
        let is_right = match ty.kind() {
            Kind::Unsigned => !negative || is_zero,
            Kind::Signed => top == (negative && !is_zero),
            Kind::Float | Kind::General | Kind::Bytes => true,
        };
        let sign = if negative { "-" } else { "" };
        let error = || LanguageErrorKind::OutOfRange { found: format!("{sign}{text}").into(), ty };
        (!is_right).then(error)
    }
}

/// What is called, with its arguments.
pub(super) struct Call<'t> {
    /// The module.
    pub(super) module: Option<Name<'t>>,
    pub(super) name: Name<'t>,
    /// The flags behind a mnemonic.
    pub(super) flags: Option<Name<'t>>,
    pub(super) arguments: Vec<Expression<'t>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Prefix {
    Minus,
    Not,
}

/// What stands between two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Operator {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Or,
    Xor,
    Shl,
    Shr,
    Less,
    Greater,
    Equal,
    AtMost,
    AtLeast,
    Differs,
    Both,
    Either,
}

impl Operator {
    /// It as it is written.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Sub => "-",
            Operator::Mul => "*",
            Operator::Div => "/",
            Operator::Rem => "%",
            Operator::And => "&",
            Operator::Or => "|",
            Operator::Xor => "^",
            Operator::Shl => "<<",
            Operator::Shr => ">>",
            Operator::Less => "<",
            Operator::Greater => ">",
            Operator::Equal => "==",
            Operator::AtMost => "<=",
            Operator::AtLeast => ">=",
            Operator::Differs => "!=",
            Operator::Both => "&&",
            Operator::Either => "||",
        }
    }

    /// How tightly it binds, as in Rust.
    pub(super) const fn precedence(self) -> u8 {
        use Operator::*;
        match self {
            Either => 1,
            Both => 2,
            Less | Greater | Equal | AtMost | AtLeast | Differs => 3,
            Or => 4,
            Xor => 5,
            And => 6,
            Shl | Shr => 7,
            Add | Sub => 8,
            Mul | Div | Rem => 9,
        }
    }

    /// Whether it compares, which is not done in chains.
    pub(super) const fn compares(self) -> bool {
        self.precedence() == 3
    }

    /// Whether what it makes is a condition.
    pub(super) const fn is_condition(self) -> bool {
        self.precedence() <= 3
    }

    /// What is true where this one is not, of those that compare.
    pub(super) const fn opposite(self) -> Operator {
        match self {
            Operator::AtMost => Operator::Greater,
            Operator::AtLeast => Operator::Less,
            Operator::Differs => Operator::Equal,
            Operator::Greater => Operator::AtMost,
            Operator::Less => Operator::AtLeast,
            Operator::Equal => Operator::Differs,
            other => other,
        }
    }
}

impl<'t> Expression<'t> {
    /// The operands, in the order in which they are evaluated.
    pub(super) fn operands(&self) -> impl Iterator<Item = &Expression<'t>> {
        let (first, others): (Option<&Expression<'t>>, &[Expression<'t>]) = match &self.kind {
            ExpressionKind::Prefix(_, value) | ExpressionKind::Cast(value, _) => (Some(value), &[]),
            ExpressionKind::Binary(_, both) => (None, both.as_slice()),
            ExpressionKind::Method { value, arguments, .. } => (Some(value), arguments),
            ExpressionKind::Call(call) => (None, &call.arguments),
            ExpressionKind::Literal(_)
            | ExpressionKind::Name(_)
            | ExpressionKind::Register(..)
            | ExpressionKind::Constant => (None, &[]),
        };
        first.into_iter().chain(others)
    }

    /// Whether it or a part of it is what `is_meant` says.
    pub(super) fn any(&self, is_meant: &dyn Fn(&Expression<'t>) -> bool) -> bool {
        is_meant(self) || self.operands().any(|operand| operand.any(is_meant))
    }
}
