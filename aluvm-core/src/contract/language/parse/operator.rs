//! Operators, of one or two punctuation characters.

use super::Parser;
use crate::asm::token::Span;
use crate::contract::language::syntax::Operator;

impl<S: Span> Parser<'_, '_, S> {
    /// The operator at the current token, and how many tokens it has. One before a `=` that assigns is none.
    pub(super) fn operator(&self) -> Option<(Operator, usize)> {
        use Operator::*;
        let is = |ahead: usize, punct| self.reader.tokens.is_punct(self.reader.at + ahead, punct);
        let twice = |punct| is(0, punct) && is(1, punct);
        let compared = |punct| is(0, punct) && is(1, '=');
        Some(match () {
            _ if twice('&') => (Both, 2),
            _ if twice('|') => (Either, 2),
            _ if twice('<') => (Shl, 2),
            _ if twice('>') => (Shr, 2),
            _ if compared('=') => (Equal, 2),
            _ if compared('!') => (Differs, 2),
            _ if compared('<') => (AtMost, 2),
            _ if compared('>') => (AtLeast, 2),
            _ if is(0, '<') => (Less, 1),
            _ if is(0, '>') => (Greater, 1),
            _ => (self.arithmetic()?, 1),
        })
    }

    /// The operator of one character that makes a value.
    pub(super) fn arithmetic(&self) -> Option<Operator> {
        let punct = |punct| self.reader.tokens.is_punct(self.reader.at, punct);
        let all = [
            ('+', Operator::Add),
            ('-', Operator::Sub),
            ('*', Operator::Mul),
            ('/', Operator::Div),
            ('%', Operator::Rem),
            ('&', Operator::And),
            ('|', Operator::Or),
            ('^', Operator::Xor),
        ];
        all.into_iter().find(|(character, _)| punct(*character)).map(|(_, operator)| operator)
    }
}
