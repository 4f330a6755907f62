//! `E` and `P`: a value into a register, and the register in which a value is.

use super::Expander;
use super::emit::register;
use super::name::Named;
use crate::asm::parse::{Operand, OperandKind, Reading};
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::places::Place;
use crate::contract::language::syntax::{Expression, ExpressionKind, Literal, Operator, Prefix};
use crate::contract::twin::Step;
use crate::contract::types::Type;

/// The register in which a value is.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) place: Place,
    pub(super) is_temporary: bool,
}

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// `E(e, d)`: puts the value of an expression into a register.
    pub(super) fn value(&mut self, expression: &Expression<'t>, into: Place) -> Option<()> {
        let at = expression.at;
        match &expression.kind {
            ExpressionKind::Literal(literal) => {
                self.check_range(expression, *literal, into.ty)?;
                self.put(expression, into)
            }
            ExpressionKind::Constant => self.put(expression, into),
            ExpressionKind::Name(_) | ExpressionKind::Register(..) => {
                match self.named(expression)? {
                    Named::Constant(known) => {
                        if let Some(error) = known.unfit(into.ty) {
                            return self.error(at, error);
                        }
                        self.put(expression, into)
                    }
                    Named::Variable(place) => {
                        self.check_type(expression, place.ty, into.ty)?;
                        self.note_read(expression, place);
                        self.copy(place, into, at)
                    }
                }
            }
            ExpressionKind::Prefix(Prefix::Minus, value) => self.negate(value, "neg", into, at),
            ExpressionKind::Prefix(Prefix::Not, value) => self.complement(value, into, at),
            ExpressionKind::Binary(operator, both) => {
                let [left, right] = &**both;
                self.binary(*operator, (left, right), into, at)
            }
            ExpressionKind::Cast(value, to) => {
                self.check_type(expression, *to, into.ty)?;
                self.cast(value, into, at)
            }
            ExpressionKind::Method { name, value, arguments } => {
                self.method(name, value, arguments, into, at)
            }
            ExpressionKind::Call(call) => self.called_value(expression, call, into),
        }
    }

    /// `P(e)`: the register in which the value of an expression of this type is.
    pub(super) fn operand(&mut self, expression: &Expression<'t>, ty: Type) -> Option<Held> {
        if let ExpressionKind::Name(_) | ExpressionKind::Register(..) = expression.kind
            && let Named::Variable(place) = self.named(expression)?
        {
            self.check_type(expression, place.ty, ty)?;
            self.note_read(expression, place);
            return Some(Held { place, is_temporary: false });
        }
        let place = self.temporary(ty, expression.at)?;
        self.value(expression, place)?;
        Some(Held { place, is_temporary: true })
    }

    /// What a value was in is free again, if it was a temporary.
    pub(super) fn done(&mut self, held: Held) {
        if held.is_temporary {
            self.release(held.place);
        }
    }

    /// The type that an expression has by itself; none for literals and what else has it from where it stands.
    pub(super) fn type_of(&self, expression: &Expression<'t>) -> Option<Type> {
        match &expression.kind {
            ExpressionKind::Literal(_) | ExpressionKind::Constant => None,
            ExpressionKind::Name(_) | ExpressionKind::Register(..) => {
                let of_place = self.place_of(expression).map(|place| place.ty);
                of_place.or_else(|| self.constant_type(expression))
            }
            ExpressionKind::Prefix(_, value) => self.type_of(value),
            ExpressionKind::Binary(operator, both) => {
                let [left, right] = &**both;
                match operator {
                    Operator::Shl | Operator::Shr => self.type_of(left),
                    _ if operator.is_condition() => None,
                    _ => self.type_of(left).or_else(|| self.type_of(right)),
                }
            }
            ExpressionKind::Cast(_, ty) => Some(*ty),
            ExpressionKind::Method { name: "truncate", .. } => None,
            ExpressionKind::Method { name, value, arguments } => {
                let other = arguments.first().filter(|_| name.starts_with("wrapping"));
                self.type_of(value).or_else(|| self.type_of(other?))
            }
            ExpressionKind::Call(call) => self.type_of_call(call),
        }
    }

    /// The type of two operands, of which one may be a literal.
    pub(super) fn common_type(
        &mut self,
        left: &Expression<'t>,
        right: &Expression<'t>,
    ) -> Option<Type> {
        let ty = self.type_of(left).or_else(|| self.type_of(right));
        ty.or_else(|| self.untyped(left))
    }

    /// Reports an expression without a type, or what is wrong with it.
    pub(super) fn untyped<T>(&mut self, expression: &Expression<'t>) -> Option<T> {
        match &expression.kind {
            ExpressionKind::Binary(operator, both) if !operator.is_condition() => {
                let [left, _] = &**both;
                self.untyped(left)
            }
            ExpressionKind::Binary(..) => {
                self.error_in(expression, LanguageErrorKind::ConditionAsValue)
            }
            ExpressionKind::Prefix(_, value) => self.untyped(value),
            ExpressionKind::Name(_) => match self.named(expression)? {
                Named::Constant(_) => self.error(expression.at, LanguageErrorKind::Untyped),
                Named::Variable(_) => None,
            },
            ExpressionKind::Call(call) => self.untyped_call(expression, call),
            _ => self.error_in(expression, LanguageErrorKind::Untyped),
        }
    }

    /// Reports a value of another type than is wanted.
    pub(super) fn check_type(
        &mut self,
        expression: &Expression<'t>,
        found: Type,
        expected: Type,
    ) -> Option<()> {
        if found == expected {
            return Some(());
        }
        self.error_in(expression, LanguageErrorKind::TypesDiffer { expected, found })
    }

    /// Writes `put` of a literal or constant.
    fn put(&mut self, expression: &Expression<'t>, into: Place) -> Option<()> {
        let kind = match expression.kind {
            ExpressionKind::Literal(literal) => literal.operand(),
            ExpressionKind::Name(name) => OperandKind::Name { negative: false, name },
            _ => OperandKind::Constant,
        };
        let Expression { first, last, at, .. } = *expression;
        let reading = Reading::Right;
        let constant = Operand { kind, first, last, library: None, reading };
        self.constants.push((first, into.ty));
        let (target, put) = (into.to_register(), self.notes.next());
        self.emit("put", None, &[register(at, into), constant], at)?;
        self.notes.step(Step::Constant { register: target, at: put });
        Some(())
    }

    /// Reports an integer that its type does not have and its register would.
    pub(super) fn check_range(
        &mut self,
        expression: &Expression<'t>,
        literal: Literal<'t>,
        ty: Type,
    ) -> Option<()> {
        match literal.out_of(ty) {
            None => Some(()),
            Some(error) => self.error_in(expression, error),
        }
    }
}
