//! What an editor needs beside the expansion: all that is read of a block as Rust that means the same, a
//! variable for an alias or a label, a mention for a use. It goes on where a statement is unfinished, and
//! where a name is half typed the editor completes it.
//!
//! The compiler never sees this, since half-typed names would be errors of their own: only the server by which
//! rust-analyzer runs macros asks for it.

use core::ops::Range;
use std::env;

use aluvm_core::asm::{Delimiter, Token, TokenKind};
use aluvm_core::isa::{FORMS, Form};
use proc_macro2::{Ident, TokenStream};
use syn::{Path, parse2};

use crate::diagnostics::Place;
use crate::facade::{Facade, generate};
use crate::tokens::Tokens;

/// The mentions of a block, a statement; nothing where no editor asks.
pub(crate) fn mentions(facade: &Facade, forms: &[Form], tokens: &Tokens) -> TokenStream {
    if !is_editor() {
        return TokenStream::new();
    }
    let statements = self::statements(facade, forms, tokens, 0..tokens.list.len());
    generate!(let _ = || { #statements };)
}

/// The mentions of the statements in a range, as statements.
pub(crate) fn statements(
    facade: &Facade,
    forms: &[Form],
    tokens: &Tokens,
    range: Range<usize>,
) -> TokenStream {
    let Range { start: at, end } = range;
    let labels = TokenStream::new();
    let mut reader =
        Reader { facade, forms, tokens, at, end, depth: 0, has_structured: false, labels };
    reader.has_structured = (at..end).any(|at| reader.is_structured_at(at));
    let statements = reader.statements();
    let labels = reader.labels;
    generate!(#labels #statements)
}

/// A variable with the name that a token is, used once, so that nobody calls it unused.
pub(crate) fn variable(tokens: &Tokens, at: usize) -> TokenStream {
    let Ok(name) = parse2::<Ident>(tokens.source(at..at + 1)) else { return TokenStream::new() };
    generate!(let #name = (); let _ = #name;)
}

/// Whether this process belongs to rust-analyzer.
pub(crate) fn is_editor() -> bool {
    is_program("rust-analyzer")
}

/// Whether this process runs a program whose name begins so.
pub(crate) fn is_program(start: &str) -> bool {
    let program = env::current_exe().ok();
    let name = program.as_deref().and_then(std::path::Path::file_stem);
    name.is_some_and(|name| name.to_string_lossy().starts_with(start))
}

/// Operands that are words of the language.
const WORDS: [&str; 3] = ["st0", "inf", "nan"];

/// Words that stand before an instruction.
const PREFIXES: [&str; 3] = ["require", "refuse", "not"];

/// Words of structured statements behind which a block or a value stands.
const HEADS: [&str; 4] = ["if", "while", "loop", "else"];

/// Their words that are neither.
const STRUCTURED: [&str; 3] = ["return", "break", "continue"];

/// Their words behind which a type or a register stands.
const BEFORE_TYPES: [&str; 2] = ["as", "in"];

/// The most blocks around a statement that are read.
const DEPTH_MAX: usize = 128;

struct Reader<'block> {
    facade: &'block Facade,
    forms: &'block [Form],
    tokens: &'block Tokens,
    at: usize,
    end: usize,
    /// In how many blocks it is.
    depth: usize,
    /// Whether structured statements stand there, so that a word behind `require` can be a variable.
    has_structured: bool,
    /// Variables of all labels, which can be used before they are set.
    labels: TokenStream,
}

impl Reader<'_> {
    /// The statements to the end of the block.
    fn statements(&mut self) -> TokenStream {
        let mut statements = TokenStream::new();
        // Variables are known from behind their statement.
        let mut declared = Vec::new();
        let (mut is_start, mut is_head) = (true, false);
        while let Some(token) = self.token(0) {
            let name = match &token.kind {
                TokenKind::Ident(name) => name.clone(),
                TokenKind::Punct(';') => {
                    (is_start, is_head) = (true, false);
                    self.at += 1;
                    statements.extend(self.variables(&mut declared));
                    continue;
                }
                TokenKind::Close(Delimiter::Brace) if self.depth > 0 => break,
                TokenKind::Open(Delimiter::Brace) if is_head && self.depth < DEPTH_MAX => {
                    statements.extend(self.block());
                    (is_start, is_head) = (true, false);
                    continue;
                }
                // Arguments, or a part of an expression, where names are mentioned too.
                TokenKind::Open(Delimiter::Parenthesis) => {
                    is_start = false;
                    self.at += 1;
                    continue;
                }
                TokenKind::Open(delimiter) => {
                    let is_expression = *delimiter == Delimiter::Brace;
                    statements.extend(self.group(is_expression && !is_start));
                    continue;
                }
                // Attributes and documentation stand before a statement; flags are names of no one.
                TokenKind::Punct('#' | '!') | TokenKind::DocComment => {
                    self.at += 1;
                    continue;
                }
                TokenKind::Punct('.') => {
                    self.at += 2;
                    continue;
                }
                TokenKind::Expression => {
                    let source = self.tokens.source(self.at..self.at + 1);
                    statements.extend(generate!(let _ = #source;));
                    self.at += 1;
                    continue;
                }
                _ => {
                    is_start = false;
                    self.at += 1;
                    continue;
                }
            };
            // Where a `;` is missing, the next mnemonic shows it.
            let starts = is_start || self.is_mnemonic(&name) && !self.follows_comma();
            if HEADS.contains(&&*name) {
                self.at += 1;
                (is_start, is_head) = (false, true);
                continue;
            }
            if BEFORE_TYPES.contains(&&*name) {
                self.at += 2;
                continue;
            }
            is_start = false;
            if STRUCTURED.contains(&&*name) {
                self.at += 1;
            } else if starts && PREFIXES.contains(&&*name) {
                self.at += 1;
                let is_value = self.has_structured && !self.begins_mnemonic();
                is_start = !is_value;
            } else if starts && name == "let" {
                self.at += 1;
                declared.extend(self.declared());
            } else if starts && self.is_punct(1, ':') && !self.is_punct(2, ':') {
                let label = self.variable();
                self.labels.extend(label);
                self.at += 1;
                is_start = true;
            } else if starts && !self.is_structured(&name) {
                statements.extend(self.mnemonic(&name));
            } else {
                statements.extend(self.operand(&name));
            }
        }
        statements.extend(self.variables(&mut declared));
        statements
    }

    /// A block, in which other variables can have the same names.
    fn block(&mut self) -> TokenStream {
        self.at += 1;
        self.depth += 1;
        let statements = self.statements();
        self.depth -= 1;
        self.at += 1;
        generate!({ #statements })
    }

    /// Passes what a `let` declares, and returns the tokens of the names.
    fn declared(&mut self) -> Vec<usize> {
        let is_several = self.kind(0) == Some(&TokenKind::Open(Delimiter::Parenthesis));
        if !is_several {
            let name = self.at;
            self.at += 1;
            // The type and the register stand before the value.
            while self.kind(0).is_some_and(|kind| !is_end(kind)) {
                self.at += 1;
            }
            return vec![name];
        }
        let mut names = Vec::new();
        while self.kind(0).is_some_and(|kind| !is_end(kind)) {
            if self.is_punct(1, ':') {
                names.push(self.at);
            }
            self.at += 1;
        }
        names
    }

    /// The variables that are known from here on.
    fn variables(&self, declared: &mut Vec<usize>) -> TokenStream {
        declared.drain(..).map(|name| variable(self.tokens, name)).collect()
    }

    /// Whether a mnemonic stands here, or a prefix of one.
    fn begins_mnemonic(&self) -> bool {
        matches!(self.kind(0), Some(TokenKind::Ident(word))
            if PREFIXES.contains(&&**word) || self.is_mnemonic(word))
    }

    /// Whether a word stands at a token that only structured statements have.
    fn is_structured_at(&self, at: usize) -> bool {
        let kind = |at: usize| self.tokens.list.get(at).map(|token| &token.kind);
        match kind(at) {
            Some(TokenKind::Ident(word)) if &**word == "let" => {
                kind(at + 2) == Some(&TokenKind::Punct(':'))
            }
            Some(TokenKind::Ident(word)) => {
                HEADS.contains(&&**word) || STRUCTURED.contains(&&**word)
            }
            _ => false,
        }
    }

    /// Whether a word begins a statement that assigns to it or calls it, and is no mnemonic.
    fn is_structured(&self, name: &str) -> bool {
        let assigns = |ahead: usize| self.is_punct(ahead, '=') && !self.is_punct(ahead + 1, '=');
        let is_operator = |ahead: usize| {
            matches!(
                self.kind(ahead),
                Some(TokenKind::Punct('+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<' | '>'))
            )
        };
        let is_call = self.kind(1) == Some(&TokenKind::Open(Delimiter::Parenthesis))
            || self.is_punct(1, ':') && self.is_punct(2, ':');
        assigns(1)
            || is_operator(1) && (assigns(2) || is_operator(2) && assigns(3))
            || is_call && !self.is_mnemonic(name)
    }

    /// A mention of the item of a mnemonic, or of one that is half typed. Those of an extension are mentioned
    /// elsewhere.
    fn mnemonic(&mut self, name: &str) -> TokenStream {
        let source = self.name();
        let is_own = self.forms.iter().any(|form| has_mnemonic(form, name));
        match source {
            Some(source) if !is_own => {
                let private = self.facade.private();
                generate!(let _ = #private::mnemonic::#source;)
            }
            _ => TokenStream::new(),
        }
    }

    /// The variable of an alias or a label.
    fn variable(&mut self) -> TokenStream {
        self.at += 1;
        variable(self.tokens, self.at - 1)
    }

    /// A mention of what may be a constant, an alias or a label. A register is none.
    fn operand(&mut self, name: &str) -> TokenStream {
        let start = self.at;
        self.at += 1;
        while self.is_punct(0, ':') && self.is_punct(1, ':') {
            self.at += 2;
            self.at += usize::from(matches!(self.kind(0), Some(TokenKind::Ident(_))));
        }
        if WORDS.contains(&name) || self.kind(0) == Some(&TokenKind::Open(Delimiter::Bracket)) {
            return TokenStream::new();
        }
        let source = self.tokens.source(start..self.at);
        match parse2::<Path>(source.clone()) {
            Ok(_) => generate!(let _ = #source;),
            Err(_) => TokenStream::new(),
        }
    }

    /// Passes a group, and mentions it if it is an expression.
    fn group(&mut self, is_expression: bool) -> TokenStream {
        let source = self.tokens.source(self.at..self.at + 1);
        let mut depth = 0;
        while let Some(kind) = self.kind(0) {
            depth += match kind {
                TokenKind::Open(_) => 1,
                TokenKind::Close(_) => -1,
                _ => 0,
            };
            self.at += 1;
            if depth == 0 {
                break;
            }
        }
        if is_expression { generate!(let _ = #source;) } else { TokenStream::new() }
    }

    /// The name here as one of Rust, which a keyword is not.
    fn name(&mut self) -> Option<Ident> {
        let source = self.tokens.source(self.at..self.at + 1);
        self.at += 1;
        parse2(source).ok()
    }

    fn is_mnemonic(&self, name: &str) -> bool {
        FORMS.iter().chain(self.forms).any(|form| has_mnemonic(form, name))
    }

    fn follows_comma(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.list.get(at));
        before.is_some_and(|token| token.kind == TokenKind::Punct(','))
    }

    fn token(&self, ahead: usize) -> Option<&Token<'static, Place>> {
        self.tokens.list.get(..self.end)?.get(self.at + ahead)
    }

    fn kind(&self, ahead: usize) -> Option<&TokenKind<'static>> {
        self.token(ahead).map(|token| &token.kind)
    }

    fn is_punct(&self, ahead: usize, character: char) -> bool {
        self.kind(ahead) == Some(&TokenKind::Punct(character))
    }
}

/// Whether a value or the next statement follows.
fn is_end(kind: &TokenKind<'_>) -> bool {
    matches!(kind, TokenKind::Punct('=' | ';') | TokenKind::Close(Delimiter::Brace))
}

fn has_mnemonic(form: &Form, name: &str) -> bool {
    form.syntaxes.iter().any(|syntax| syntax.mnemonic == name)
}
