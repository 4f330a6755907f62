//! Statements: labels, aliases, directives and instructions.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::alias::Alias;
use super::block::{Block, Resolved};
use super::cursor::Tokens;
use super::directive::Directives;
use super::error::{AsmError, AsmErrorKind};
use super::foreign::{begins_rust_item, counterpart};
use super::label::Labels;
use super::mnemonic::Mnemonics;
use super::nearest::nearest;
use super::operand::{Operand, size_from_name};
use super::token::{Delimiter, Span, Token, TokenKind};
use crate::isa::Form;

/// What a block is assembled for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Instructions: each statement ends with `;`.
    Block,
    /// The text of one instruction, whose `;` may be missing.
    Instruction,
    /// The text of a library, whose other segments directives give.
    Library,
}

/// Assembles a block of tokens. `extension` holds the host's own instructions.
///
/// All errors of the block are found, each once, in the order of the source.
pub fn assemble<S: Span>(tokens: &[Token<S>], extension: &'static [Form]) -> Block<S, AsmError<S>> {
    let mut assembler = Assembler::new(tokens, extension, Mode::Block);
    assembler.run();
    assembler.into_block()
}

/// What can begin a statement, for messages.
pub(super) const STATEMENT: &str = "an instruction, a label or `let`";

/// The state between statements.
pub(super) struct Assembler<'t, S> {
    pub(super) tokens: Tokens<'t, S>,
    /// The current token.
    pub(super) at: usize,
    pub(super) extension: &'static [Form],
    pub(super) mnemonics: Mnemonics,
    pub(super) aliases: BTreeMap<&'t str, Alias>,
    pub(super) labels: Labels<'t>,
    pub(super) directives: Directives,
    pub(super) instrs: Vec<Option<Resolved<S>>>,
    /// The length of the code so far.
    pub(super) offset: usize,
    /// Whether the current statement has an error that left its operands readable.
    pub(super) is_wrong: bool,
    /// Whether the number of operands of the current statement is what was meant.
    pub(super) is_count_certain: bool,
    /// How many names have been compared with the aliases.
    pub(super) suggestions: usize,
    mode: Mode,
    /// Kept to be used again.
    operands: Vec<Operand<'t>>,
    /// With the token that each points at.
    pub(super) errors: Vec<(usize, AsmError<S>)>,
}

/// The words that an instruction begins with, as token indexes.
#[derive(Clone, Copy)]
pub(super) struct Head<'t> {
    pub(super) mnemonic: &'t str,
    pub(super) at: usize,
    /// The flags behind the dot, and their token.
    pub(super) flags: Option<(&'t str, usize)>,
}

impl<'t, S: Span> Assembler<'t, S> {
    pub(super) fn new(
        tokens: &'t [Token<S>],
        extension: &'static [Form],
        mode: Mode,
    ) -> Assembler<'t, S> {
        Assembler {
            tokens: Tokens::new(tokens),
            at: 0,
            extension,
            mnemonics: Mnemonics::new(extension),
            aliases: BTreeMap::new(),
            labels: Labels::default(),
            directives: Directives::default(),
            instrs: Vec::with_capacity(tokens.len() / 8),
            offset: 0,
            is_wrong: false,
            is_count_certain: true,
            suggestions: 0,
            mode,
            operands: Vec::new(),
            errors: Vec::new(),
        }
    }

    pub(super) fn run(&mut self) {
        while self.at < self.tokens.len() {
            self.statement();
        }
        self.resolve_labels();
        self.check_size();
    }

    pub(super) fn into_block(mut self) -> Block<S, AsmError<S>> {
        self.errors.sort_by_key(|(token, _)| *token);
        let errors = self.errors.into_iter().map(|(_, error)| error).collect();
        Block { instrs: self.instrs, errors }
    }

    pub(super) fn mode(&self) -> Mode {
        self.mode
    }

    fn statement(&mut self) {
        let at = self.at;
        match self.tokens.kind(at) {
            Some(TokenKind::Ident(name)) if self.tokens.is_label(at) => {
                self.define_label(name, at);
                self.at += 2;
            }
            Some(TokenKind::Ident(name)) if name == "let" => self.alias(),
            Some(TokenKind::Ident(name)) => self.instruction(name),
            Some(TokenKind::Punct('.')) => self.directive(),
            Some(TokenKind::Punct('#')) => self.attribute(),
            Some(TokenKind::DocComment) => self.doc_comment(),
            _ => {
                self.expected(at, STATEMENT);
                self.skip_statement();
            }
        }
    }

    fn doc_comment(&mut self) {
        let first = self.at;
        while self.tokens.kind(self.at) == Some(&TokenKind::DocComment) {
            self.at += 1;
        }
        if !self.tokens.is_label(self.at) {
            self.error(first, AsmErrorKind::DocComment);
        }
    }

    fn attribute(&mut self) {
        let first = self.at;
        let bracket = first + 1 + usize::from(self.tokens.is_punct(first + 1, '!'));
        if !self.tokens.is_open(bracket, Delimiter::Bracket) {
            self.expected(first, STATEMENT);
            return self.skip_statement();
        }
        let is_isa = bracket == first + 2 && self.tokens.ident(bracket + 1) == Some("isa");
        self.error(first, AsmErrorKind::Attribute { is_isa });
        self.at = self.tokens.behind_group(bracket).unwrap_or(self.tokens.len());
    }

    fn instruction(&mut self, mnemonic: &'t str) {
        let at = self.at;
        self.at += 1;
        self.is_wrong = false;
        self.is_count_certain = true;
        let flags = self.flags();
        let head = Head { mnemonic, at, flags };
        let candidates = self.mnemonics.find(mnemonic);
        if candidates.is_empty() {
            return self.unknown_instruction(head);
        }
        let takes_operands = candidates.iter().any(|row| !row.syntax.operands.is_empty());
        let mut operands = core::mem::take(&mut self.operands);
        operands.clear();
        let is_complete = self.operand_list(&mut operands, takes_operands);
        let resolved = if is_complete { self.resolve(head, &operands) } else { None };
        self.operands = operands;
        if let Some(resolved) = &resolved {
            let verbatim = resolved.verbatim.map_or(0, |verbatim| verbatim.bytes().len());
            self.offset += resolved.form.map_or(verbatim, Form::length);
        }
        self.instrs.push(resolved);
    }

    /// Reads `.flags`. Flags that have been reported as wrong are empty.
    fn flags(&mut self) -> Option<(&'t str, usize)> {
        if !self.tokens.is_punct(self.at, '.') {
            return None;
        }
        let at = self.at + 1;
        let is_register = self.tokens.is_open(at + 1, Delimiter::Bracket);
        let Some(flags) = self.tokens.ident(at).filter(|_| !is_register) else {
            self.expected(at, "flags behind the dot");
            self.is_wrong = true;
            self.is_count_certain = false;
            self.at = at;
            return Some(("", at));
        };
        self.at = at + 1;
        if !self.tokens.is_punct(self.at, '.') || self.tokens.ident(self.at + 1).is_none() {
            return Some((flags, at));
        }
        self.error(self.at, AsmErrorKind::FlagsApart);
        self.is_wrong = true;
        while self.tokens.is_punct(self.at, '.') && self.tokens.ident(self.at + 1).is_some() {
            // What has an index is the first operand.
            let is_register = self.tokens.is_open(self.at + 2, Delimiter::Bracket);
            self.at += if is_register { 1 } else { 2 };
        }
        Some(("", at))
    }

    /// Reads operands up to and with the `;`. Returns whether the list is complete, so that looking at
    /// it makes sense.
    fn operand_list(&mut self, operands: &mut Vec<Operand<'t>>, takes_operands: bool) -> bool {
        // A label may have the name of a mnemonic: `jmp test;`.
        let is_next = match takes_operands {
            true => self.begins_statement(self.at),
            false => self.begins_any_statement(self.at),
        };
        if self.is_statement_end() || is_next {
            return self.end_statement("an operand or `;`");
        }
        if !takes_operands && !self.begins_operand() {
            return self.end_statement("`;`");
        }
        loop {
            operands.push(self.operand());
            if self.tokens.ident(self.at) == Some("as") {
                // `LIMIT as u8`, of which the type is no operand.
                self.expected(self.at, "`,` or `;`");
                self.is_wrong = true;
                self.skip_operand();
            }
            if self.tokens.is_punct(self.at, ',') {
                self.at += 1;
                if self.is_statement_end() || self.begins_statement(self.at) {
                    self.expected(self.at, "an operand");
                    if self.tokens.is_punct(self.at, ';') {
                        self.at += 1;
                    }
                    return false;
                }
            } else if self.begins_operand() {
                self.expected(self.at, "`,` or `;`");
                self.is_wrong = true;
                self.is_count_certain = false;
            } else {
                return self.end_statement("`,` or `;`");
            }
        }
    }

    /// Whether an operand begins here, where its comma is missing.
    fn begins_operand(&self) -> bool {
        match self.tokens.kind(self.at) {
            Some(TokenKind::Ident(_)) => !self.begins_any_statement(self.at),
            Some(TokenKind::Literal(_) | TokenKind::Expression) => true,
            _ => false,
        }
    }

    /// An instruction with an unknown mnemonic, or a label without its colon.
    fn unknown_instruction(&mut self, Head { mnemonic, at, flags }: Head<'t>) {
        let lower = mnemonic.to_ascii_lowercase();
        let is_upper = lower != mnemonic && self.mnemonics.has(&lower);
        let is_item = begins_rust_item(mnemonic);
        let is_label = flags.is_none() && !is_upper && self.begins_any_statement(self.at);
        if !is_item && is_label && !self.tokens.is_punct(self.at, '.') {
            self.error(at, AsmErrorKind::MissingColon { label: mnemonic.into() });
            return self.define_label(mnemonic, at);
        }
        let name = mnemonic.into();
        self.error(
            at,
            match is_upper {
                true => AsmErrorKind::UpperCase { found: name, expected: lower.into() },
                false if flags.is_none() && self.is_assignment(at) => {
                    let found = self.tokens.describe(at);
                    AsmErrorKind::Expected { expected: "a mnemonic", found }
                }
                false => {
                    let nearest = match counterpart(mnemonic) {
                        Some(_) => None,
                        None => nearest(mnemonic, self.mnemonics.all()),
                    };
                    AsmErrorKind::UnknownMnemonic { name, nearest }
                }
            },
        );
        if is_item {
            self.skip_rust_item();
            return self.instrs.push(None);
        }
        // Without the instruction there is no telling what its operands should be.
        let before = self.errors.len();
        self.operand_list(&mut Vec::new(), true);
        let mut rest = self.errors.split_off(before);
        let is_behind_braces = self.tokens.is_close(self.at.saturating_sub(1), Delimiter::Brace);
        rest.retain(|(_, error)| {
            matches!(error.kind, AsmErrorKind::MissingSemicolon { .. }) && !is_behind_braces
        });
        self.errors.append(&mut rest);
        self.instrs.push(None);
    }

    /// Whether a statement assigns to a register as Rust does: `a16[0] = 5`.
    fn is_assignment(&self, at: usize) -> bool {
        if !self.tokens.is_open(at + 1, Delimiter::Bracket) {
            return self.tokens.is_punct(at + 1, '=');
        }
        let is_register = self.tokens.ident(at).is_some_and(|name| size_from_name(name).is_some());
        let behind = self.tokens.behind_group(at + 1);
        is_register || behind.is_some_and(|behind| self.tokens.is_punct(behind, '='))
    }
}
