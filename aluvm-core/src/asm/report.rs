//! Reporting errors at tokens, and putting what stands there into words.

use alloc::boxed::Box;

use super::cursor::{quoted, shortened};
use super::error::{AsmError, AsmErrorKind, Note};
use super::nearest::{SUGGESTIONS_MAX, nearest};
use super::operand::{Operand, OperandKind};
use super::stmt::Assembler;
use super::token::Span;

impl<'t, S: Span> Assembler<'t, S> {
    /// Reports an error at a token, or at the last one where there is none.
    pub(super) fn error(&mut self, token: usize, kind: AsmErrorKind) {
        self.error_between(token, token, kind);
    }

    /// Reports an error at all tokens from one to another.
    pub(super) fn error_between(&mut self, first: usize, last: usize, kind: AsmErrorKind) {
        if let Some(span) = self.tokens.span(first, last) {
            self.errors.push((first, AsmError { kind, span, note: None }));
        }
    }

    /// Reports an error at a token, with a second place that belongs to it.
    pub(super) fn error_with_note(
        &mut self,
        token: usize,
        kind: AsmErrorKind,
        (note_token, note): (usize, Note),
    ) {
        if let (Some(span), Some(place)) =
            (self.tokens.span(token, token), self.tokens.span(note_token, note_token))
        {
            let note = Some((note, place));
            self.errors.push((token, AsmError { kind, span, note }));
        }
    }

    /// Reports that something else should stand at a token.
    pub(super) fn expected(&mut self, at: usize, expected: &'static str) {
        let found = self.tokens.describe(at);
        self.error(at, AsmErrorKind::Expected { expected, found });
    }

    /// Reports an error of the whole block, behind those of its statements.
    pub(super) fn error_at(&mut self, span: S, kind: AsmErrorKind) {
        self.errors.push((self.tokens.len(), AsmError { kind, span, note: None }));
    }

    /// An operand in words, for a message.
    pub(super) fn describe_operand(&self, operand: &Operand<'t>) -> Box<str> {
        let token = operand.first;
        match operand.kind {
            _ if operand.library.is_some() => "a call target".into(),
            OperandKind::Register { size, index } => {
                alloc::format!("the register `{size}[{index}]`").into()
            }
            OperandKind::Number { negative, text } => {
                let sign = if negative { "-" } else { "" };
                alloc::format!("`{sign}{}`", shortened(text)).into()
            }
            OperandKind::Name { negative: true, name } => {
                alloc::format!("`-{}`", shortened(name)).into()
            }
            OperandKind::Constant => match self.tokens.ident(token) {
                Some(name) if operand.last == token => {
                    alloc::format!("the constant {}", quoted(name)).into()
                }
                _ => "a constant".into(),
            },
            OperandKind::Place { .. } => "a place in the data segment".into(),
            _ => self.tokens.describe(token),
        }
    }

    /// Reports a lower-case name that is no alias, where a register should stand.
    pub(super) fn unknown_name(&mut self, token: usize, name: &str) {
        let nearest = self.nearest_alias(name);
        self.unknown_alias(token, name, nearest);
    }

    fn unknown_alias(&mut self, token: usize, name: &str, nearest: Option<Box<str>>) {
        self.error(token, AsmErrorKind::UnknownName { name: name.into(), nearest });
    }

    /// Reports that an operand is no such value.
    pub(super) fn wrong(&mut self, operand: &Operand<'t>, expected: &'static str) {
        self.is_wrong = true;
        if let OperandKind::Name { negative: false, name } = operand.kind
            && let Some(nearest) = self.nearest_alias(name)
        {
            return self.unknown_alias(operand.first, name, Some(nearest));
        }
        let found = self.describe_operand(operand);
        self.error_between(operand.first, operand.last, AsmErrorKind::Expected { expected, found });
    }

    fn nearest_alias(&mut self, name: &str) -> Option<Box<str>> {
        self.suggestions += 1;
        if self.suggestions > SUGGESTIONS_MAX {
            return None;
        }
        nearest(name, self.aliases.keys().copied()).map(Into::into)
    }
}
