//! What is known of one text, finished or not: its words, what they name, what it costs.

mod cost;
mod definition;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::asm::{TextSpan, Token, TokenKind, lex_unfinished};
use aluvm_core::contract::{
    Contract, Interface, Levels, NameKind, Origin, Word, assemble_uncut, imported_files, outline,
};
use aluvm_core::isa::{Form, InstructionSet};
use aluvm_core::profile::Profile;

pub(super) use self::cost::Cost;
pub(super) use self::definition::Definition;
use super::position::Lines;
use crate::sources::{is_listing, key};

/// What is known of a text.
pub(super) struct Analysis {
    pub(super) text: Rc<str>,
    pub(super) lines: Lines,
    pub(super) tokens: Vec<Token<'static, TextSpan>>,
    /// The words whose meaning is known, with their tokens, in the order of the text.
    pub(super) words: Vec<(usize, Word)>,
    /// All names that the text gives, in the order of their tokens.
    pub(super) definitions: Vec<Definition>,
    /// The rows of the instructions that could be read, by the bytes at which their mnemonics begin.
    forms: Vec<(usize, &'static Form)>,
    /// What it costs, at the bytes behind which that is told.
    pub(super) costs: Vec<(usize, Cost)>,
    /// The files that it imports, with the tokens of their names.
    pub(super) imports: Vec<Imported>,
    /// What others see of it.
    pub(super) interface: Interface,
    /// What the assembler has against it, but for what flow analysis finds, and the bytes where.
    pub(super) mistakes: Vec<(usize, String)>,
}

/// A file that is imported.
pub(super) struct Imported {
    /// The item that does.
    pub(super) item: usize,
    /// The token that names the file.
    pub(super) file: usize,
    /// What tells the file apart.
    pub(super) key: PathBuf,
}

impl Analysis {
    /// Looks at the text of a file. `resolve` finds what is known of the files that it imports.
    pub(super) fn of<E: InstructionSet>(
        path: &Path,
        text: Rc<str>,
        profile: Profile,
        resolve: &mut dyn FnMut(&Path) -> Interface,
    ) -> Analysis {
        let mut tokens = lex_unfinished(&text);
        if is_listing(&text, &tokens) {
            // It is no contract, and has no names.
            tokens.clear();
        }
        let directory = path.parent().unwrap_or(Path::new(""));
        let mut import = |import: aluvm_core::contract::Import<'_>| match import {
            aluvm_core::contract::Import::File(file) => Ok(resolve(&key(&directory.join(file)))),
            aluvm_core::contract::Import::Module(_) => Ok(Interface::UNKNOWN),
        };
        let origin = Origin::File { levels: Levels { profile, ..Levels::default() } };
        let contract = assemble_uncut(&tokens, 0..tokens.len(), E::FORMS, origin, &mut import);
        let outline = outline(&tokens, E::FORMS);
        let definitions = definition::definitions(&text, &tokens, &outline, &contract);
        let costs = cost::costs(&tokens, &contract);
        let forms = forms(&contract);
        let imports = imports(&tokens, &contract, directory);
        let interface = Interface { id: None, routines: Some(contract.public_routines()) };
        let errors = contract.errors.iter().filter(|error| error.kind.finding().is_none());
        let mistakes = errors.map(|error| (error.span.start as usize, error.to_string())).collect();
        let (lines, words) = (Lines::of(&text), outline.words);
        let tokens = tokens.into_iter().map(Token::into_owned).collect();
        Analysis {
            lines,
            words,
            definitions,
            forms,
            costs,
            imports,
            interface,
            mistakes,
            tokens,
            text,
        }
    }

    /// The bytes of a token.
    pub(super) fn bytes(&self, token: usize) -> Range<usize> {
        bytes(&self.tokens, token)
    }

    /// The token at a place: of two that meet there the one that is a word.
    pub(super) fn token_at(&self, offset: usize) -> Option<usize> {
        let behind = self.tokens.partition_point(|token| token.span.start as usize <= offset);
        let touching = (behind.saturating_sub(2)..behind)
            .filter(|token| self.bytes(*token).end >= offset && !self.bytes(*token).is_empty());
        touching.max_by_key(|token| {
            let kind = self.tokens.get(*token).map(|token| &token.kind);
            let is_word = matches!(kind, Some(TokenKind::Ident(_) | TokenKind::Literal(_)));
            (is_word, *token)
        })
    }

    /// What the word is that is this token.
    pub(super) fn word(&self, token: usize) -> Option<Word> {
        let found = self.words.binary_search_by_key(&token, |(token, _)| *token).ok()?;
        self.words.get(found).map(|(_, word)| *word)
    }

    /// The word at a place, with its token.
    pub(super) fn word_at(&self, offset: usize) -> Option<(usize, Word)> {
        let token = self.token_at(offset)?;
        Some((token, self.word(token)?))
    }

    pub(super) fn ident(&self, token: usize) -> Option<&str> {
        match &self.tokens.get(token)?.kind {
            TokenKind::Ident(name) => Some(name),
            _ => None,
        }
    }

    /// The name that is given at a token.
    pub(super) fn definition(&self, token: usize) -> Option<&Definition> {
        let found = self.definitions.binary_search_by_key(&token, |one| one.token).ok()?;
        self.definitions.get(found)
    }

    /// A routine by its name.
    pub(super) fn routine(&self, name: &str) -> Option<&Definition> {
        let mut all = self.definitions.iter();
        all.find(|one| one.kind == NameKind::Routine && one.name == name)
    }

    /// The file that an item imports.
    pub(super) fn import(&self, item: usize) -> Option<&Imported> {
        self.imports.iter().find(|import| import.item == item)
    }

    /// The row of the instruction whose mnemonic is this token; none if there is a mistake in it.
    pub(super) fn form(&self, token: usize) -> Option<&'static Form> {
        let start = self.bytes(token).start;
        let found = self.forms.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        self.forms.get(found).map(|(_, form)| *form)
    }
}

/// The bytes of a token; none behind the last.
fn bytes(tokens: &[Token<'_, TextSpan>], token: usize) -> Range<usize> {
    tokens.get(token).map_or(0..0, |token| token.span.start as usize..token.span.end as usize)
}

fn forms(contract: &Contract<'_, TextSpan>) -> Vec<(usize, &'static Form)> {
    let resolved = contract.instrs.iter().filter_map(|instr| instr.resolved.as_ref());
    let forms = resolved.filter_map(|one| Some((one.mnemonic.start as usize, one.form?)));
    let mut forms: Vec<_> = forms.collect();
    forms.sort_by_key(|(start, _)| *start);
    forms
}

fn imports(
    tokens: &[Token<'_, TextSpan>],
    contract: &Contract<'_, TextSpan>,
    directory: &Path,
) -> Vec<Imported> {
    use aluvm_core::contract::ItemKind;
    let files = imported_files(tokens);
    let items = contract.inside.items.iter().enumerate();
    let imports = items.filter_map(|(item, one)| {
        let ItemKind::File { file, .. } = one.kind else { return None };
        let span = tokens.get(file)?.span;
        let import = files.iter().find(|import| import.span == span)?;
        Some(Imported { item, file, key: key(&directory.join(&import.file)) })
    });
    imports.collect()
}
