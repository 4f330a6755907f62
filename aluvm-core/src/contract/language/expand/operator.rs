//! The rows of operators: arithmetic, bits, shifts.

use super::Expander;
use super::emit::register;
use crate::asm::parse::{Operand, OperandKind};
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::places::Place;
use crate::contract::language::syntax::{Expression, ExpressionKind, Operator};
use crate::contract::twin::Step;
use crate::contract::types::{Kind, Type};

/// The greatest number of a step.
const STEP_MAX: u128 = 127;

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// `a + b` and all like it.
    pub(super) fn binary(
        &mut self,
        operator: Operator,
        (left, right): (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<()> {
        use Kind::{Bytes, Float, General, Signed, Unsigned};
        let kind = into.ty.kind();
        let has_operator = match operator {
            _ if operator.is_condition() => {
                let error = LanguageErrorKind::ConditionAsValue;
                return self.error_between(left.first, right.last, error);
            }
            Operator::Add | Operator::Sub | Operator::Mul | Operator::Div => {
                matches!(kind, Unsigned | Signed | Float)
            }
            Operator::Rem => kind == Unsigned,
            _ => matches!(kind, Unsigned | Signed | General),
        };
        debug_assert!(!(has_operator && kind == Bytes));
        if !has_operator {
            let error = LanguageErrorKind::NoOperator { operator: operator.text(), ty: into.ty };
            return self.error(at, error);
        }
        match operator {
            Operator::And => self.bits("and", (left, right), into, at),
            Operator::Or => self.bits("or", (left, right), into, at),
            Operator::Xor => self.bits("xor", (left, right), into, at),
            Operator::Shl => self.shift("shl", None, (left, right), into, at),
            Operator::Shr => {
                let flag = match kind {
                    Signed => Some("s"),
                    General => None,
                    _ => Some("u"),
                };
                self.shift("shr", flag, (left, right), into, at)
            }
            _ => self.arithmetic(operator, (left, right), into, at),
        }
    }

    fn arithmetic(
        &mut self,
        operator: Operator,
        (left, right): (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<()> {
        let (mnemonic, flag) = match operator {
            Operator::Add => ("add", checked(into.ty)),
            Operator::Sub => ("sub", checked(into.ty)),
            Operator::Mul => ("mul", checked(into.ty)),
            Operator::Div => ("div", checked(into.ty)),
            _ => ("rem", None),
        };
        if self.is_in(left, into) {
            if let (Operator::Add | Operator::Sub, Some(step)) = (operator, step(right, into.ty)) {
                let step =
                    Operand { first: right.first, last: right.last, ..Operand::at(right.at, step) };
                self.check_type_of(left, into)?;
                let number = self.notes.next();
                self.emit(mnemonic, None, &[register(at, into), step], at)?;
                self.note_read(left, into);
                self.notes.step(Step::Increment { at: number });
                return self.test(at);
            }
            if let Operator::Add | Operator::Mul = operator {
                self.check_type_of(left, into)?;
                self.note_read(left, into);
                let held = self.operand(right, into.ty)?;
                self.on(mnemonic, flag, &[held.place, into], at)?;
                self.note_function(function(mnemonic, flag), 2);
                self.done(held);
                return self.test(at);
            }
        }
        self.second_into(mnemonic, flag, (left, right), into, (at, true))
    }

    /// `l = P(a); E(b, d); mnemonic l, d;`, and `test;` if it is wanted.
    pub(super) fn second_into(
        &mut self,
        mnemonic: &'t str,
        flag: Option<&'t str>,
        (left, right): (&Expression<'t>, &Expression<'t>),
        into: Place,
        (at, is_tested): (usize, bool),
    ) -> Option<()> {
        let row = self.stand_in(self.is_in(left, into), into, at)?;
        let held = self.operand(left, into.ty)?;
        self.value(right, row)?;
        self.on(mnemonic, flag, &[held.place, row], at)?;
        self.note_function(function(mnemonic, flag), 2);
        self.done(held);
        self.test_if(is_tested, at)?;
        self.stand_down(row, into, at)
    }

    /// The register that stands for d in a row: a new temporary if it `is_read` at the wrong time.
    pub(super) fn stand_in(&mut self, is_read: bool, into: Place, at: usize) -> Option<Place> {
        match is_read {
            true => self.temporary(into.ty, at),
            false => Some(into),
        }
    }

    /// Moves what stands for d into d.
    pub(super) fn stand_down(&mut self, row: Place, into: Place, at: usize) -> Option<()> {
        if !row.is(into) {
            self.transfer(row, into, at)?;
            self.release(row);
        }
        Some(())
    }

    fn check_type_of(&mut self, left: &Expression<'t>, into: Place) -> Option<()> {
        let found = self.place_of(left).map_or(into.ty, |place| place.ty);
        self.check_type(left, found, into.ty)
    }

    fn bits(
        &mut self,
        mnemonic: &'t str,
        (left, right): (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<()> {
        let first = self.operand(left, into.ty)?;
        let second = self.operand(right, into.ty)?;
        self.on(mnemonic, None, &[first.place, second.place, into], at)?;
        self.note_function(function(mnemonic, None), 2);
        self.done(first);
        self.done(second);
        Some(())
    }

    fn shift(
        &mut self,
        mnemonic: &'t str,
        flag: Option<&'t str>,
        both: (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<()> {
        let row = self.shifted(mnemonic, flag, both, into, at)?;
        self.on("eq", Some("n"), &[row, row], at)?;
        self.stand_down(row, into, at)
    }

    /// Rotates, which leaves `st0`.
    pub(super) fn rotate(
        &mut self,
        mnemonic: &'t str,
        both: (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<()> {
        let row = self.shifted(mnemonic, None, both, into, at)?;
        self.stand_down(row, into, at)
    }

    /// `E(a, d); shl P(n), d;`, in the register that stands for d.
    fn shifted(
        &mut self,
        mnemonic: &'t str,
        flag: Option<&'t str>,
        (value, amount): (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<Place> {
        let ty = self.type_of(amount).unwrap_or(Type::U16);
        if ty != Type::U16 && Type::from_name("u8") != Some(ty) {
            let error = LanguageErrorKind::TypesDiffer { expected: Type::U16, found: ty };
            return self.error_in(amount, error);
        }
        let row = self.stand_in(self.reads(amount, into), into, at)?;
        self.value(value, row)?;
        let held = self.operand(amount, ty)?;
        self.on(mnemonic, flag, &[held.place, row], at)?;
        self.note_function(function(mnemonic, flag), 2);
        self.done(held);
        Some(row)
    }

    /// `E(a, d); neg d; test;`, likewise `abs`.
    pub(super) fn negate(
        &mut self,
        value: &Expression<'t>,
        mnemonic: &'t str,
        into: Place,
        at: usize,
    ) -> Option<()> {
        if !matches!(into.ty.kind(), Kind::Signed | Kind::Float) {
            let error = match mnemonic {
                "neg" => LanguageErrorKind::NoOperator { operator: "-", ty: into.ty },
                _ => LanguageErrorKind::NoMethod { name: "abs", ty: into.ty },
            };
            return self.error(at, error);
        }
        self.value(value, into)?;
        self.on(mnemonic, None, &[into], at)?;
        let is_float = into.ty.kind() == Kind::Float;
        self.note_function(function(mnemonic, is_float.then_some("n")), 1);
        self.test(at)
    }

    /// `E(a, d); not d;`
    pub(super) fn complement(
        &mut self,
        value: &Expression<'t>,
        into: Place,
        at: usize,
    ) -> Option<()> {
        if !matches!(into.ty.kind(), Kind::Unsigned | Kind::Signed | Kind::General) {
            let error = LanguageErrorKind::NoOperator { operator: "!", ty: into.ty };
            return self.error(at, error);
        }
        self.value(value, into)?;
        self.on("not", None, &[into], at)?;
        self.note_function("bit_not", 1);
        Some(())
    }
}

/// The flags of arithmetic that refuses what does not fit.
fn checked(ty: Type) -> Option<&'static str> {
    Some(match ty.kind() {
        Kind::Signed => "sc",
        Kind::Float => "n",
        _ => "uc",
    })
}

/// The function that does what an instruction does.
fn function(mnemonic: &str, flag: Option<&str>) -> &'static str {
    match (mnemonic, flag.unwrap_or_default()) {
        ("add", "uc") => "add_uc",
        ("add", "sc") => "add_sc",
        ("add", "uw") => "add_uw",
        ("add", "sw") => "add_sw",
        ("add", _) => "float_add",
        ("sub", "uc") => "sub_uc",
        ("sub", "sc") => "sub_sc",
        ("sub", "uw") => "sub_uw",
        ("sub", "sw") => "sub_sw",
        ("sub", _) => "float_sub",
        ("mul", "uc") => "mul_uc",
        ("mul", "sc") => "mul_sc",
        ("mul", "uw") => "mul_uw",
        ("mul", "sw") => "mul_sw",
        ("mul", _) => "float_mul",
        ("div", "uc") => "div_uc",
        ("div", "sc") => "div_sc",
        ("div", _) => "float_div",
        ("rem", _) => "remainder",
        ("and", _) => "bit_and",
        ("or", _) => "bit_or",
        ("xor", _) => "bit_xor",
        ("shl", _) => "shift_left",
        ("shr", "s") => "shift_right_signed",
        ("shr", _) => "shift_right",
        ("scl", _) => "rotate_left",
        ("scr", _) => "rotate_right",
        ("neg", "n") => "float_negate",
        ("neg", _) => "negate",
        ("abs", "n") => "float_absolute",
        _ => "absolute",
    }
}

/// The literal that a step has.
fn step<'t>(right: &Expression<'t>, ty: Type) -> Option<OperandKind<'t>> {
    let ExpressionKind::Literal(literal) = right.kind else { return None };
    let is_step = ty.kind() == Kind::Unsigned && literal.small()? <= STEP_MAX;
    is_step.then(|| literal.operand())
}
