//! Expressions and conditions, by the precedence that operators have in Rust.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{OPERATORS_MAX, Parser};
use crate::asm::token::{Delimiter, Span};
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::syntax::{Expression, ExpressionKind, Literal, Operator, Prefix};

/// What a value can be.
pub(super) const VALUE: &str = "a value";

impl<'t, S: Span> Parser<'_, 't, S> {
    /// Reads an expression; none if a mistake in it has been reported.
    pub(super) fn expression(&mut self) -> Option<Expression<'t>> {
        self.binary(0)
    }

    /// Reads a condition, behind which a block begins.
    pub(super) fn condition(&mut self) -> Option<Expression<'t>> {
        self.has_braces = false;
        let condition = self.expression();
        self.has_braces = true;
        self.no_assignment()?;
        condition
    }

    /// Reads operands with operators between them that bind as tightly as this at least.
    fn binary(&mut self, least: u8) -> Option<Expression<'t>> {
        let mut left = self.cast()?;
        let mut last_compared = None;
        while let Some((operator, length)) = self.operator() {
            if operator.precedence() < least || self.is_compound(operator, length) {
                break;
            }
            let at = self.reader.at;
            if operator.compares()
                && let Some(first) = last_compared.replace(operator)
            {
                let first: Operator = first;
                let (first, second) = (first.text(), operator.text());
                self.error(at, LanguageErrorKind::ComparisonChain { first, second });
                return None;
            }
            self.count(at)?;
            self.reader.at += length;
            let right = self.binary(operator.precedence() + 1)?;
            let (first, last) = (left.first, right.last);
            let kind = ExpressionKind::Binary(operator, Box::new([left, right]));
            left = Expression { kind, first, last, at };
        }
        Some(left)
    }

    /// Whether a `=` stands behind an operator, so that the statement is wrong.
    fn is_compound(&self, operator: Operator, length: usize) -> bool {
        !operator.is_condition() && self.reader.tokens.is_punct(self.reader.at + length, '=')
    }

    /// Reads what `as` may stand behind.
    fn cast(&mut self) -> Option<Expression<'t>> {
        let mut value = self.prefix()?;
        while self.reader.tokens.ident(self.reader.at) == Some("as") {
            let at = self.reader.at;
            self.count(at)?;
            self.reader.at += 1;
            let ty = self.ty()?;
            let (first, last) = (value.first, self.reader.at - 1);
            let kind = ExpressionKind::Cast(Box::new(value), ty);
            value = Expression { kind, first, last, at };
        }
        Some(value)
    }

    /// Reads what `-` and `!` may stand before.
    fn prefix(&mut self) -> Option<Expression<'t>> {
        let first = self.reader.at;
        let prefix = match () {
            _ if self.reader.tokens.is_punct(first, '-') => Prefix::Minus,
            _ if self.reader.tokens.is_punct(first, '!') => Prefix::Not,
            _ => return self.postfix(),
        };
        self.reader.at += 1;
        let number = self.reader.tokens.literal(first + 1);
        if let (Prefix::Minus, Some(text)) = (prefix, number) {
            self.reader.at += 1;
            let kind = ExpressionKind::Literal(Literal { negative: true, text });
            let number = Expression { kind, first, last: first + 1, at: first };
            return self.methods(number);
        }
        self.count(first)?;
        let value = Box::new(self.prefix()?);
        let last = value.last;
        Some(Expression { kind: ExpressionKind::Prefix(prefix, value), first, last, at: first })
    }

    fn postfix(&mut self) -> Option<Expression<'t>> {
        let value = self.primary()?;
        self.methods(value)
    }

    /// Reads `.name(…)` as often as it stands there.
    fn methods(&mut self, mut value: Expression<'t>) -> Option<Expression<'t>> {
        while self.reader.tokens.is_punct(self.reader.at, '.') {
            self.reader.at += 1;
            let at = self.reader.at;
            let Some(name) = self.reader.tokens.ident(at) else {
                return self.expected("a method, as in `a.wrapping_add(b)`");
            };
            self.count(at)?;
            self.reader.at += 1;
            let arguments = self.arguments()?;
            let (first, last) = (value.first, self.reader.at - 1);
            let kind = ExpressionKind::Method { name, value: Box::new(value), arguments };
            value = Expression { kind, first, last, at };
        }
        Some(value)
    }

    /// Reads `(a, …)`.
    pub(super) fn arguments(&mut self) -> Option<Vec<Expression<'t>>> {
        let open = self.reader.at;
        if !self.reader.tokens.is_open(open, Delimiter::Parenthesis) {
            return self.expected("`(`");
        }
        let behind = self.reader.tokens.behind_group(open).unwrap_or(self.reader.tokens.len());
        let all = self.reader.tokens;
        let had_braces = core::mem::replace(&mut self.has_braces, true);
        self.reader.tokens = all.until(behind.saturating_sub(1));
        self.reader.at = open + 1;
        let arguments = self.list();
        self.reader.tokens = all;
        self.has_braces = had_braces;
        self.reader.at = behind;
        arguments
    }

    /// Reads expressions with commas between them, up to the last token.
    fn list(&mut self) -> Option<Vec<Expression<'t>>> {
        let mut list = Vec::new();
        while self.reader.at < self.reader.tokens.len() {
            list.push(self.expression()?);
            if self.reader.at < self.reader.tokens.len() {
                self.punct(',', "`,` or `)`")?;
            }
        }
        Some(list)
    }

    /// Counts one more operator or call.
    pub(super) fn count(&mut self, at: usize) -> Option<()> {
        self.operators += 1;
        if self.operators > OPERATORS_MAX {
            self.error(at, LanguageErrorKind::LongExpression { most: OPERATORS_MAX });
            return None;
        }
        Some(())
    }
}
