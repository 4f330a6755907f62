//! What expressions are made of: numbers, names, calls, and what stands in parentheses.

use super::Parser;
use super::begin::is_call;
use super::declared::register_at;
use super::expression::VALUE;
use crate::asm::parse::size_from_name;
use crate::asm::token::{Delimiter, Span, TokenKind};
use crate::contract::error::LanguageErrorKind;
use crate::contract::item::Name;
use crate::contract::language::syntax::{Call, Expression, ExpressionKind, Literal};

impl<'t, S: Span> Parser<'_, 't, S> {
    pub(super) fn primary(&mut self) -> Option<Expression<'t>> {
        let first = self.reader.at;
        let tokens = self.reader.tokens;
        let kind = match tokens.kind(first) {
            Some(TokenKind::Literal(text)) => {
                self.reader.at += 1;
                ExpressionKind::Literal(Literal { negative: false, text })
            }
            Some(TokenKind::Expression) => {
                self.reader.at += 1;
                ExpressionKind::Constant
            }
            Some(TokenKind::Open(Delimiter::Parenthesis)) => return self.parenthesis(),
            Some(TokenKind::Open(Delimiter::Brace)) if self.has_braces => {
                self.reader.at = tokens.behind_group(first).unwrap_or(tokens.len());
                ExpressionKind::Constant
            }
            Some(TokenKind::Punct(':')) if tokens.is_path_separator(first) => self.path(),
            Some(TokenKind::Ident(_)) if is_call(tokens, self.reader.grammar, first) => {
                return self.call();
            }
            Some(TokenKind::Ident(name)) => self.name(name)?,
            _ => return self.expected(VALUE),
        };
        let last = self.reader.at.saturating_sub(1).max(first);
        Some(Expression { kind, first, last, at: first })
    }

    /// Reads `(e)`.
    fn parenthesis(&mut self) -> Option<Expression<'t>> {
        let first = self.reader.at;
        self.count(first)?;
        let all = self.reader.tokens;
        let behind = all.behind_group(first).unwrap_or(all.len());
        let had_braces = core::mem::replace(&mut self.has_braces, true);
        self.reader.tokens = all.until(behind.saturating_sub(1));
        self.reader.at += 1;
        let inner = self.expression();
        let is_read = self.reader.at >= self.reader.tokens.len();
        if inner.is_some() && !is_read {
            self.reader.tokens = all;
            return self.expected("`)`");
        }
        self.reader.tokens = all;
        self.has_braces = had_braces;
        self.reader.at = behind;
        inner.map(|inner| Expression { first, last: behind.saturating_sub(1), ..inner })
    }

    fn name(&mut self, name: &'t str) -> Option<ExpressionKind<'t>> {
        let (tokens, at) = (self.reader.tokens, self.reader.at);
        if let Some(((size, index), behind)) = register_at(tokens, at) {
            self.reader.at = behind;
            return Some(ExpressionKind::Register(size, index));
        }
        if let Some(word) = ["if", "while", "loop", "match"].iter().find(|word| **word == name) {
            self.error(at, LanguageErrorKind::StatementAsValue { word });
            return None;
        }
        if size_from_name(name).is_some() {
            return self.expected("a value, such as the register `a64[0]`");
        }
        self.reader.at += 1;
        match tokens.is_path_separator(at + 1) {
            true => Some(self.path()),
            false => Some(ExpressionKind::Name(name)),
        }
    }

    /// Reads `::name::name`.
    fn path(&mut self) -> ExpressionKind<'t> {
        while self.reader.tokens.is_path_separator(self.reader.at)
            && self.reader.tokens.ident(self.reader.at + 2).is_some()
        {
            self.reader.at += 3;
        }
        ExpressionKind::Constant
    }

    /// Reads `name(a, …)`, `module::name(a, …)`, `mnemonic.flags(a, …)`.
    pub(super) fn call(&mut self) -> Option<Expression<'t>> {
        let first = self.reader.at;
        let tokens = self.reader.tokens;
        self.count(first)?;
        let name_at = |token: usize| Some(Name { text: tokens.ident(token)?, token });
        let mut name = name_at(first)?;
        let (mut module, mut flags) = (None, None);
        self.reader.at += 1;
        if tokens.is_path_separator(first + 1) {
            module = Some(name);
            name = name_at(first + 3)?;
            self.reader.at += 3;
        } else if tokens.is_punct(first + 1, '.') {
            flags = name_at(first + 2);
            self.reader.at += 2;
        }
        let at = name.token;
        let arguments = self.arguments()?;
        let kind = ExpressionKind::Call(Call { module, name, flags, arguments });
        Some(Expression { kind, first, last: self.reader.at - 1, at })
    }
}
