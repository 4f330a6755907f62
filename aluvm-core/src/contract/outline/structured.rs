//! The words of routines with statements of the language. They are found token by token: what a name means follows from
//! the blocks around it, and a text that is being written has few statements that are whole.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::ops::Range;

use super::Reading;
use super::word::{NameKind, Word};
use crate::asm::token::{Delimiter, Span, TokenKind, Tokens};
use crate::contract::item::Routine;
use crate::contract::language::{STATEMENT_WORDS, begins, has_any, register_at};
use crate::contract::names::Meaning;
use crate::contract::types::Type;
use crate::isa::Register;

/// The words that stand within statements.
const WITHIN: [&str; 4] = ["as", "else", "in", "if"];

/// The words of the body of a routine. `shared` finds what a name means in the whole library.
pub(super) fn body<'r, S: Span>(
    reading: &Reading<'r, S>,
    routine: &Routine<'r>,
    shared: &dyn Fn(&str) -> Option<Word>,
) -> Vec<(usize, Word)> {
    let Some(body) = routine.body.clone() else { return Vec::new() };
    let tokens = reading.tokens.until(body.end);
    let mut variables: BTreeMap<&str, Vec<(NameKind, usize)>> = BTreeMap::new();
    for parameter in routine.inputs.iter().chain(&routine.outputs) {
        let first = (NameKind::Parameter, parameter.name.token);
        variables.entry(parameter.name.text).or_insert_with(|| Vec::from([first]));
    }
    let mut walk = Walk {
        reading,
        tokens,
        first: body.start,
        shared,
        all: Vec::new(),
        variables,
        labels: BTreeMap::new(),
        defined: BTreeSet::new(),
        pending: Vec::new(),
        blocks: Vec::from([Vec::new()]),
        beginnings: BTreeSet::new(),
    };
    walk.find_beginnings(body.clone());
    walk.read(body);
    walk.all
}

struct Walk<'w, 'r, S> {
    reading: &'w Reading<'r, S>,
    tokens: Tokens<'r, S>,
    first: usize,
    shared: &'w dyn Fn(&str) -> Option<Word>,
    all: Vec<(usize, Word)>,
    /// For each name what it is and the token that defines it, of several blocks the innermost last.
    variables: BTreeMap<&'r str, Vec<(NameKind, usize)>>,
    labels: BTreeMap<&'r str, usize>,
    /// The tokens that define variables.
    defined: BTreeSet<usize>,
    /// Variables that are known from behind their statement.
    pending: Vec<(&'r str, usize)>,
    /// The names of each block around the place, the outermost first.
    blocks: Vec<Vec<&'r str>>,
    /// Where statements begin.
    beginnings: BTreeSet<usize>,
}

impl<'r, S: Span> Walk<'_, 'r, S> {
    /// Finds where statements begin, and the labels.
    fn find_beginnings(&mut self, body: Range<usize>) {
        let (mut at, mut begins) = (body.start, true);
        while at < body.end {
            match self.tokens.kind(at) {
                Some(TokenKind::Punct('#')) => {
                    at = self.tokens.behind_group(at + 1).unwrap_or(at + 1);
                    continue;
                }
                Some(TokenKind::Ident(name)) if begins && name != "else" => {
                    self.beginnings.insert(at);
                    begins = self.tokens.is_label(at);
                    if begins {
                        self.labels.entry(name).or_insert(at);
                        at += 1;
                    }
                }
                Some(
                    TokenKind::Punct(';')
                    | TokenKind::Open(Delimiter::Brace)
                    | TokenKind::Close(Delimiter::Brace),
                ) => begins = true,
                _ => begins = false,
            }
            at += 1;
        }
    }

    fn read(&mut self, body: Range<usize>) {
        let mut at = body.start;
        while at < body.end {
            match self.tokens.kind(at) {
                // What stands in attributes is not of the routine.
                Some(TokenKind::Punct('#')) => {
                    at = self.tokens.behind_group(at + 1).unwrap_or(at + 1);
                    continue;
                }
                Some(TokenKind::Open(Delimiter::Brace)) => self.blocks.push(Vec::new()),
                Some(TokenKind::Close(Delimiter::Brace)) => {
                    for name in self.blocks.pop().unwrap_or_default() {
                        self.variables.get_mut(name).and_then(Vec::pop);
                    }
                }
                Some(TokenKind::Punct(';')) => {
                    for (name, definition) in core::mem::take(&mut self.pending) {
                        let known = self.variables.entry(name).or_default();
                        known.push((NameKind::Alias, definition));
                        if let Some(block) = self.blocks.last_mut() {
                            block.push(name);
                        }
                    }
                }
                Some(TokenKind::Ident(word)) => self.word(at, word),
                _ => {}
            }
            at += 1;
        }
    }

    fn word(&mut self, at: usize, word: &'r str) {
        if self.defined.contains(&at) {
            return;
        }
        let begins = self.beginnings.contains(&at);
        if begins && word == "let" {
            self.declare(at);
        }
        if let Some(found) = self.meaning(at, word, begins) {
            self.all.push((at, found));
        }
    }

    fn meaning(&self, at: usize, word: &str, begins: bool) -> Option<Word> {
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.tokens.ident(at));
        let is_behind = |punct| at > self.first && self.tokens.is_punct(at - 1, punct);
        let grammar = self.reading.grammar;
        if is_behind('.') {
            let is_flags = before(2).is_some_and(|mnemonic| grammar.mnemonics.has(mnemonic));
            return Some(if is_flags { Word::Flags } else { Word::Mnemonic });
        }
        if at >= self.first + 3 && self.tokens.is_path_separator(at - 2) {
            let library = self.reading.names.definition(before(3)?);
            let Some((Meaning::Import { item }, _)) = library else { return None };
            return Some(Word::Callee { import: item });
        }
        if begins && self.tokens.is_label(at) && word != "let" {
            let definition = *self.labels.get(word)?;
            return Some(Word::Name { kind: NameKind::Label, definition });
        }
        if begins && STATEMENT_WORDS.contains(&word)
            || !begins && WITHIN.contains(&word)
            || word == "not" && before(1) == Some("require")
        {
            return Some(Word::Keyword);
        }
        if let Some(((size, index), _)) = register_at(self.tokens, at) {
            return Some(Word::Register(size.register(index)));
        }
        if word == "st0" {
            return Some(Word::Register(Register::Status));
        }
        if Type::from_name(word).is_some() && (is_behind(':') || before(1) == Some("as")) {
            return Some(Word::Size);
        }
        if matches!(before(1), Some("jmp" | "jif"))
            && let Some(definition) = self.labels.get(word)
        {
            return Some(Word::Name { kind: NameKind::Label, definition: *definition });
        }
        if let Some((kind, definition)) = self.variables.get(word).and_then(|known| known.last()) {
            return Some(Word::Name { kind: *kind, definition: *definition });
        }
        let is_mnemonic = grammar.mnemonics.has(word)
            && (begins
                || self.tokens.is_open(at + 1, Delimiter::Parenthesis)
                || self.tokens.is_punct(at + 1, '.')
                || matches!(before(1), Some("require" | "not")));
        if is_mnemonic { Some(Word::Mnemonic) } else { (self.shared)(word) }
    }

    /// Defines the variables of a `let`.
    fn declare(&mut self, at: usize) {
        let tokens = self.tokens;
        let names = match tokens.behind_group(at + 1) {
            Some(behind) if tokens.is_open(at + 1, Delimiter::Parenthesis) => at + 2..behind,
            _ => at + 1..at + 2,
        };
        let is_alias = tokens.is_punct(at + 2, '=');
        for token in names {
            let is_name = is_alias || tokens.is_punct(token + 1, ':');
            let Some(name) = tokens.ident(token).filter(|_| is_name) else { continue };
            self.all.push((token, Word::Name { kind: NameKind::Alias, definition: token }));
            self.defined.insert(token);
            self.pending.push((name, token));
        }
    }
}

/// What a token stands in, in a routine with statements of the language.
pub(super) enum At {
    /// Such a statement, by where it begins, or what may begin one.
    Structured(usize),
    /// The tokens of an instruction, or of what else stands in a contract without the language.
    Plain(Range<usize>),
}

/// What a token stands in; none if the routine has no statements of the language.
pub(super) fn statement_at<S: Span>(
    reading: &Reading<'_, S>,
    body: Range<usize>,
    at: usize,
) -> Option<At> {
    if !has_any(reading.tokens, body.clone(), reading.grammar) {
        return None;
    }
    let tokens = reading.tokens.until(body.end);
    let ends = |before: &usize| {
        let is_label = || *before > body.start && tokens.is_label(*before - 1);
        match tokens.kind(*before) {
            Some(TokenKind::Punct(';')) => true,
            Some(TokenKind::Punct(':')) => is_label() && !is_declared(tokens, *before),
            Some(TokenKind::Open(brace) | TokenKind::Close(brace)) => *brace == Delimiter::Brace,
            _ => false,
        }
    };
    let mut start = (body.start..at).rev().find(ends).map_or(body.start, |before| before + 1);
    while tokens.is_punct(start, '#') {
        start = tokens.behind_group(start + 1).unwrap_or(start + 1);
    }
    if start >= at || begins(tokens, reading.grammar, start) {
        return Some(At::Structured(start.min(at)));
    }
    let end = (at..body.end).find(|at| matches!(tokens.kind(*at), Some(TokenKind::Punct(';'))));
    Some(At::Plain(start..end.map_or(body.end, |end| end + 1)))
}

/// Whether a colon stands before a type.
fn is_declared<S: Span>(tokens: Tokens<'_, S>, colon: usize) -> bool {
    let before = |back| colon.checked_sub(back);
    before(2).is_some_and(|at| {
        tokens.ident(at) == Some("let")
            || tokens.is_open(at, Delimiter::Parenthesis)
            || tokens.is_punct(at, ',')
    })
}
