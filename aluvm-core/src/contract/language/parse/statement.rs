//! The statements of this language, each by the word that it begins with.

use alloc::vec::Vec;

use super::{BLOCKS_MAX, Begin, Parser, begins};
use crate::asm::error::ERROR;
use crate::asm::parse::Reader;
use crate::asm::token::{Delimiter, Span, TokenKind};
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::syntax::{Block, Declared, StatementKind};

impl<'t, S: Span> Parser<'_, 't, S> {
    /// Reads a statement, with the current token at its first word, and the token behind what shows it. Where it
    /// cannot be read, reading goes on behind it.
    pub(super) fn structured(&mut self, begin: Begin) -> (Option<StatementKind<'t>>, usize) {
        let kind = match begin {
            Begin::If => return self.branch(),
            Begin::While => return self.repeated(true),
            Begin::Loop => return self.repeated(false),
            Begin::Let => self.variable(),
            Begin::LetEach => self.variables(),
            Begin::Assign => self.assignment(),
            Begin::Call => self.called(),
            Begin::Require => self.requirement(),
            Begin::Return => self.returned(),
            Begin::Break => self.word(StatementKind::Break),
            Begin::Continue => self.word(StatementKind::Continue),
        };
        if kind.is_none() {
            self.skip();
            return (None, self.reader.at);
        }
        let end = self.reader.at;
        if !self.reader.tokens.is_punct(end, ';') {
            match self.begins_next(end) {
                // Its `;` is missing.
                true => self.reader.expected(end, "an operator or `;`"),
                false => {
                    self.reader.end_statement("an operator or `;`");
                }
            }
            return (kind, end);
        }
        self.reader.at += 1;
        (kind, end)
    }

    /// Whether a statement begins here, as far as that can be told.
    fn begins_next(&self, at: usize) -> bool {
        let Reader { tokens, grammar, .. } = self.reader;
        tokens
            .ident(at)
            .is_some_and(|word| grammar.mnemonics.has(word) || begins(tokens, grammar, at))
    }

    /// Moves behind the `;` of a statement that cannot be read, or behind its blocks.
    fn skip(&mut self) {
        let tokens = self.reader.tokens;
        while let Some(kind) = tokens.kind(self.reader.at) {
            let at = self.reader.at;
            self.reader.at = match kind {
                TokenKind::Open(_) => tokens.behind_group(at).unwrap_or(tokens.len()),
                _ => at + 1,
            };
            let is_block = *kind == TokenKind::Open(Delimiter::Brace);
            if *kind == TokenKind::Punct(';')
                || is_block && tokens.ident(self.reader.at) != Some("else")
            {
                let is_ended = is_block && tokens.is_punct(self.reader.at, ';');
                self.reader.at += usize::from(is_ended);
                return;
            }
        }
    }

    fn word(&mut self, kind: StatementKind<'t>) -> Option<StatementKind<'t>> {
        self.reader.at += 1;
        Some(kind)
    }

    /// Reads `let x: T = e else E`.
    fn variable(&mut self) -> Option<StatementKind<'t>> {
        self.reader.at += 1;
        let variable = self.declared()?;
        self.punct('=', "`=` and a value")?;
        let value = self.expression()?;
        let refusal = self.otherwise()?;
        Some(StatementKind::Let { variable, value, refusal })
    }

    /// Reads `let (a: T, _) = name(…) else E`.
    fn variables(&mut self) -> Option<StatementKind<'t>> {
        self.reader.at += 1;
        let all = self.reader.tokens;
        let behind = all.behind_group(self.reader.at).unwrap_or(all.len());
        self.reader.tokens = all.until(behind.saturating_sub(1));
        self.reader.at += 1;
        let variables = self.pattern();
        self.reader.tokens = all;
        let variables = variables?;
        self.reader.at = behind;
        self.punct('=', "`=` and a call")?;
        let call = self.expression()?;
        let refusal = self.otherwise()?;
        Some(StatementKind::LetEach { variables, call, refusal })
    }

    /// Reads `a: T, _, b: T`.
    fn pattern(&mut self) -> Option<Vec<Option<Declared<'t>>>> {
        let mut variables = Vec::new();
        while self.reader.at < self.reader.tokens.len() {
            if self.reader.tokens.ident(self.reader.at) == Some("_")
                || self.reader.tokens.is_punct(self.reader.at, '_')
            {
                self.reader.at += 1;
                variables.push(None);
            } else {
                variables.push(Some(self.declared()?));
            }
            if self.reader.at < self.reader.tokens.len() {
                self.punct(',', "`,` or `)`")?;
            }
        }
        Some(variables)
    }

    /// Reads `x = e else E`, `x += e else E`.
    fn assignment(&mut self) -> Option<StatementKind<'t>> {
        let target = self.primary()?;
        let at = self.reader.at;
        let mut operator = None;
        if !self.reader.tokens.is_punct(at, '=') {
            let shift = self.operator().filter(|(operator, _)| !operator.is_condition());
            let (found, length) = match shift {
                Some((operator, length)) => (operator, length),
                None => return self.expected("`=` and a value"),
            };
            operator = Some((found, at));
            self.reader.at += length;
        }
        self.punct('=', "`=` and a value")?;
        let value = self.expression()?;
        let refusal = self.otherwise()?;
        Some(StatementKind::Assign { target, operator, value, refusal })
    }

    /// Reads `name(a, …) else E`.
    fn called(&mut self) -> Option<StatementKind<'t>> {
        let call = self.call()?;
        let refusal = self.otherwise()?;
        Some(StatementKind::Call { call, refusal })
    }

    /// Reads `require c => E`.
    fn requirement(&mut self) -> Option<StatementKind<'t>> {
        self.reader.at += 1;
        let condition = self.expression()?;
        let at = self.reader.at;
        let mut refusal = None;
        self.no_assignment()?;
        if self.reader.tokens.is_punct(at, '=') && self.reader.tokens.is_punct(at + 1, '>') {
            self.reader.at += 2;
            refusal = Some(self.refusal()?);
        }
        Some(StatementKind::Require { condition, refusal })
    }

    /// Reports a `=` behind a condition.
    pub(super) fn no_assignment(&mut self) -> Option<()> {
        let (tokens, at) = (self.reader.tokens, self.reader.at);
        if !tokens.is_punct(at, '=') || tokens.is_punct(at + 1, '>') {
            return Some(());
        }
        self.error(at, LanguageErrorKind::AssignmentAsCondition);
        None
    }

    /// Reads `return c`.
    fn returned(&mut self) -> Option<StatementKind<'t>> {
        self.reader.at += 1;
        let verdict = match self.reader.is_statement_end() {
            true => None,
            false => Some(self.expression()?),
        };
        Some(StatementKind::Return { verdict })
    }

    /// Reads `else E`, if it stands there. None if there is a mistake in it.
    fn otherwise(&mut self) -> Option<Option<usize>> {
        if self.reader.tokens.ident(self.reader.at) != Some("else") {
            return Some(None);
        }
        self.reader.at += 1;
        self.refusal().map(Some)
    }

    /// Reads the name of an error. Of a path it is the last name.
    fn refusal(&mut self) -> Option<usize> {
        if self.reader.tokens.ident(self.reader.at).is_none() {
            return self.expected(ERROR);
        }
        self.reader.at += 1;
        while self.reader.tokens.is_path_separator(self.reader.at)
            && self.reader.tokens.ident(self.reader.at + 2).is_some()
        {
            self.reader.at += 3;
        }
        Some(self.reader.at - 1)
    }

    /// Reads `if c { … } else { … }`.
    fn branch(&mut self) -> (Option<StatementKind<'t>>, usize) {
        self.reader.at += 1;
        let condition = self.condition();
        let end = self.reader.at;
        let Some(condition) = condition else {
            self.skip();
            return (None, self.reader.at);
        };
        let Some(block) = self.braces() else { return (None, self.reader.at) };
        let mut otherwise = None;
        if self.reader.tokens.ident(self.reader.at) == Some("else") {
            self.reader.at += 1;
            otherwise = match self.reader.tokens.ident(self.reader.at) {
                Some("if") => self.nested(),
                _ => self.braces(),
            };
            if otherwise.is_none() {
                return (None, self.reader.at);
            }
        }
        (Some(StatementKind::If { condition, block, otherwise }), end)
    }

    /// Reads the `if` behind an `else`, which stands for a block with nothing else in it.
    fn nested(&mut self) -> Option<Block<'t>> {
        self.deeper(|parser| {
            let statement = parser.statement();
            let close = parser.reader.at.saturating_sub(1);
            Block { statements: statement.into_iter().collect(), close }
        })
    }

    /// Reads `while c { … }` or `loop { … }`.
    fn repeated(&mut self, has_condition: bool) -> (Option<StatementKind<'t>>, usize) {
        self.reader.at += 1;
        let condition = match has_condition {
            true => match self.condition() {
                Some(condition) => Some(condition),
                None => {
                    self.skip();
                    return (None, self.reader.at);
                }
            },
            false => None,
        };
        let end = self.reader.at;
        let block = self.braces();
        let kind = block.map(|block| match condition {
            Some(condition) => StatementKind::While { condition, block },
            None => StatementKind::Loop { block },
        });
        (kind, end)
    }

    /// Reads `{ … }`.
    fn braces(&mut self) -> Option<Block<'t>> {
        let open = self.reader.at;
        if !self.reader.tokens.is_open(open, Delimiter::Brace) {
            self.reader.expected(open, "`{` and statements");
            self.skip();
            return None;
        }
        let behind = self.reader.tokens.behind_group(open).unwrap_or(self.reader.tokens.len());
        let close = behind.saturating_sub(1);
        let block = self.deeper(|parser| {
            parser.reader.at += 1;
            parser.block(close)
        });
        self.reader.at = behind;
        block
    }

    /// Reads what lies in one more block.
    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Block<'t>) -> Option<Block<'t>> {
        if self.blocks == BLOCKS_MAX {
            self.error(self.reader.at, LanguageErrorKind::DeepBlock { most: BLOCKS_MAX });
            self.skip();
            return None;
        }
        self.blocks += 1;
        let block = read(self);
        self.blocks -= 1;
        Some(block)
    }
}
