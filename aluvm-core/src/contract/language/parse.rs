//! From tokens to statements. What stands in a contract without this language is read by the assembler's
//! own parser, one statement at a time, so that both may be mixed.

mod begin;
mod declared;
mod expression;
mod operator;
mod primary;
mod statement;

use alloc::vec::Vec;
use core::ops::Range;

pub use self::begin::STATEMENT_WORDS;
use self::begin::{Begin, begin};
pub(in crate::contract) use self::begin::{begins, has_any};
pub(super) use self::declared::declared_in;
pub(in crate::contract) use self::declared::register_at;
use super::syntax::{Block, Statement, StatementKind};
use crate::asm::parse::{Grammar, Reader, Statements, before, behind};
use crate::asm::token::{Errors, Span, Tokens};
use crate::contract::error::Faults;
use crate::contract::error::LanguageErrorKind;

/// How deep blocks lie in each other. An `else if` is a block in another.
pub(super) const BLOCKS_MAX: usize = 100;

/// How many operators and calls a statement has.
pub(super) const OPERATORS_MAX: usize = 128;

/// What stands between the braces of a routine.
pub(super) struct Parsed<'t> {
    pub(super) block: Block<'t>,
    /// The statements that a contract has without this language, by whose numbers the block names them.
    pub(super) statements: Statements<'t>,
    /// Whether there are others.
    pub(super) is_structured: bool,
    /// The names of variables whose statements could not be read, so that nobody is told that they do not exist.
    pub(super) lost: Vec<&'t str>,
}

/// Reads the statements of a routine.
pub(super) fn body<'t, S: Span>(
    tokens: Tokens<'t, S>,
    range: Range<usize>,
    grammar: Grammar<'t>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Parsed<'t> {
    let reader = Reader { tokens, at: range.start, grammar, errors };
    let statements = Statements::with_capacity(range.len() / 8);
    let mut parser = Parser {
        reader,
        faults,
        statements,
        blocks: 0,
        operators: 0,
        has_braces: true,
        is_structured: false,
        lost: Vec::new(),
    };
    let block = parser.block(range.end);
    let Parser { statements, is_structured, lost, .. } = parser;
    Parsed { block, statements, is_structured, lost }
}

/// The current token, and what has been read so far.
struct Parser<'r, 't, S> {
    reader: Reader<'r, 't, S>,
    faults: &'r mut Faults,
    statements: Statements<'t>,
    /// In how many blocks it stands.
    blocks: usize,
    /// How many operators and calls the statement has so far.
    operators: usize,
    /// Whether a constant in braces can stand here, rather than a block.
    has_braces: bool,
    is_structured: bool,
    lost: Vec<&'t str>,
}

impl<'t, S: Span> Parser<'_, 't, S> {
    /// Reads statements up to the token that ends them.
    fn block(&mut self, close: usize) -> Block<'t> {
        let all = self.reader.tokens;
        self.reader.tokens = all.until(close);
        let mut list = Vec::new();
        while self.reader.at < self.reader.tokens.len() {
            list.extend(self.statement());
        }
        self.reader.tokens = all;
        Block { statements: list, close }
    }

    /// Reads a statement; none if there is a mistake in its place that has been reported, or if its conditions do
    /// not hold.
    fn statement(&mut self) -> Option<Statement<'t>> {
        let before = before(&mut self.reader, &mut self.statements);
        let (first, attributes) = (before.first, before.attributes.clone());
        let Some(begin) = begin(self.reader.tokens, self.reader.grammar, first) else {
            let number = self.statements.list.len();
            behind(&mut self.reader, &mut self.statements, before);
            let is_there = self.statements.list.len() > number;
            let kind = StatementKind::Plain(number);
            return is_there.then_some(Statement { kind, first, end: first, attributes });
        };
        let is_enabled = before.is_enabled();
        self.is_structured = true;
        self.operators = 0;
        self.has_braces = true;
        let errors = (self.reader.errors.len(), self.faults.len());
        let (kind, end) = self.structured(begin);
        let is_right = errors == (self.reader.errors.len(), self.faults.len());
        let kind = match kind {
            Some(kind) => kind,
            None if is_right => return None,
            None => {
                self.lose(begin, first);
                StatementKind::Wrong
            }
        };
        is_enabled.then_some(Statement { kind, first, end, attributes })
    }

    /// Notes the variables of a `let` that could not be read and begins at a token.
    fn lose(&mut self, begin: Begin, first: usize) {
        if !matches!(begin, Begin::Let | Begin::LetEach) {
            return;
        }
        let tokens = self.reader.tokens;
        let end = (first..self.reader.at).find(|at| tokens.is_punct(*at, '='));
        for at in first + 1..end.unwrap_or(self.reader.at) {
            let is_name = tokens.is_punct(at + 1, ':') || tokens.is_punct(at + 1, '=');
            self.lost.extend(tokens.ident(at).filter(|_| is_name));
        }
    }

    fn error(&mut self, token: usize, kind: LanguageErrorKind) {
        self.faults.at(token, kind);
    }

    /// Reports that something else should stand at the current token.
    fn expected<T>(&mut self, expected: &'static str) -> Option<T> {
        self.reader.expected(self.reader.at, expected);
        None
    }

    /// Reads one punctuation character.
    fn punct(&mut self, punct: char, expected: &'static str) -> Option<()> {
        if !self.reader.tokens.is_punct(self.reader.at, punct) {
            return self.expected(expected);
        }
        self.reader.at += 1;
        Some(())
    }
}
