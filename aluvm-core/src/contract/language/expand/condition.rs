//! `C` and `N`: `st0` as the answer of a condition, and as the opposite of it.

use super::Expander;
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::syntax::{Expression, ExpressionKind, Operator, Prefix};
use crate::contract::twin::Step;
use crate::contract::types::Kind;

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// `C(c)`, or `N(c)` if it is negated.
    pub(super) fn condition(&mut self, condition: &Expression<'t>, is_negated: bool) -> Option<()> {
        let at = condition.at;
        match &condition.kind {
            ExpressionKind::Prefix(Prefix::Not, inner) => self.condition(inner, !is_negated),
            ExpressionKind::Binary(operator, both) if operator.is_condition() => {
                let [left, right] = &**both;
                match operator {
                    // `C(a && b)` is `N(a && b); inv st0;`, and so is `N(a || b)` of `C`.
                    Operator::Both => self.joined((left, right), true, !is_negated, at),
                    Operator::Either => self.joined((left, right), false, is_negated, at),
                    _ => self.comparison(*operator, (left, right), is_negated, at),
                }
            }
            ExpressionKind::Call(call) => {
                self.called_condition(condition, call)?;
                self.invert_if(is_negated, at)
            }
            _ => self.error_in(condition, LanguageErrorKind::ValueAsCondition),
        }
    }

    /// Two conditions, of which the second decides if the first has not: `N(a); jif L; inv st0; N(b); L:` if they are
    /// negated, else the same with `C`.
    fn joined(
        &mut self,
        (left, right): (&Expression<'t>, &Expression<'t>),
        is_negated: bool,
        is_inverted: bool,
        at: usize,
    ) -> Option<()> {
        let behind = self.new_label();
        self.condition(left, is_negated)?;
        let jump = self.notes.next();
        self.jump("jif", behind, at)?;
        self.invert(at)?;
        self.condition(right, is_negated)?;
        self.label(behind);
        self.notes.step(Step::Or { at: jump });
        self.invert_if(is_inverted, at)
    }

    fn comparison(
        &mut self,
        operator: Operator,
        both: (&Expression<'t>, &Expression<'t>),
        is_negated: bool,
        at: usize,
    ) -> Option<()> {
        let has_instruction =
            matches!(operator, Operator::Less | Operator::Greater | Operator::Equal);
        let asked = if has_instruction { operator } else { operator.opposite() };
        self.compared(asked, operator, both, at)?;
        self.invert_if(is_negated == has_instruction, at)
    }

    /// An instruction that compares.
    fn compared(
        &mut self,
        asked: Operator,
        written: Operator,
        (left, right): (&Expression<'t>, &Expression<'t>),
        at: usize,
    ) -> Option<()> {
        let ty = self.common_type(left, right)?;
        let kind = ty.kind();
        let is_general = matches!(kind, Kind::Unsigned | Kind::Signed | Kind::General);
        if asked == Operator::Equal && is_general && is_zero(right) {
            let held = self.operand(left, ty)?;
            self.on("ifz", None, &[held.place], at)?;
            self.note_comparison("is_zero", 1);
            self.done(held);
            return Some(());
        }
        if asked != Operator::Equal && kind == Kind::Bytes {
            return self.error(at, LanguageErrorKind::NoOperator { operator: written.text(), ty });
        }
        let (mnemonic, flag) = match (asked, kind) {
            (Operator::Equal, Kind::Float) => ("eq", Some("e")),
            (Operator::Equal, Kind::Bytes) => ("eq", None),
            (Operator::Equal, _) => ("eq", Some("n")),
            (Operator::Less, _) => ("lt", order(kind)),
            _ => ("gt", order(kind)),
        };
        let first = self.operand(left, ty)?;
        let second = self.operand(right, ty)?;
        self.on(mnemonic, flag, &[first.place, second.place], at)?;
        let function = match (mnemonic, flag) {
            ("eq", Some("e")) => "float_equal",
            ("eq", _) => "equal",
            ("lt", Some("s")) => "less_signed",
            ("lt", Some("e")) => "float_less",
            ("lt", _) => "less",
            (_, Some("s")) => "greater_signed",
            (_, Some("e")) => "float_greater",
            _ => "greater",
        };
        self.note_comparison(function, 2);
        self.done(first);
        self.done(second);
        Some(())
    }

    fn invert_if(&mut self, is_inverted: bool, at: usize) -> Option<()> {
        match is_inverted {
            true => {
                self.notes.step(Step::Not);
                self.invert(at)
            }
            false => Some(()),
        }
    }
}

/// The flag of instructions that order values.
fn order(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Unsigned => Some("u"),
        Kind::Signed => Some("s"),
        Kind::Float => Some("e"),
        Kind::General | Kind::Bytes => None,
    }
}

/// Whether an expression is the number zero as it is written.
fn is_zero(expression: &Expression<'_>) -> bool {
    matches!(expression.kind, ExpressionKind::Literal(literal) if literal.small() == Some(0))
}
