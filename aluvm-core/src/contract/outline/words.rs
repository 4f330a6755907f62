//! The words of items and statements, each with what it is.

use alloc::vec::Vec;
use core::ops::Range;

use super::Reading;
use super::local::Local;
use super::structured;
use super::word::{NameKind, Word};
use crate::asm::parse::{
    Condition, Instruction, LibraryKind, Operand, OperandKind, Refusal, StatementKind, Statements,
    first_operand,
};
use crate::asm::token::{Errors, Span};
use crate::contract::body::statements;
use crate::contract::item::{Item, ItemKind, Name, Routine};
use crate::contract::language::{has_any, register_at};
use crate::contract::names::Meaning;
use crate::contract::names::is_name;
use crate::contract::types::is_typed;
use crate::isa::{OperandForm, Register};

/// All words, in the order of the source.
pub(super) fn words<S: Span>(reading: &Reading<'_, S>) -> Vec<(usize, Word)> {
    let mut words = Words { reading, all: Vec::new() };
    for item in &reading.inside.items {
        words.item(item);
    }
    for (_, routine) in reading.routines() {
        let body = routine.body.clone().unwrap_or_default();
        if has_any(reading.tokens, body, reading.grammar) {
            let found = structured::body(reading, routine, &|name| words.shared(name));
            words.all.extend(found);
            continue;
        }
        let statements = statements(reading.tokens, reading.grammar, routine);
        words.body(&statements, &Local::of(routine, &statements));
    }
    let mut all = words.all;
    all.sort_by_key(|(token, _)| *token);
    all.dedup_by_key(|(token, _)| *token);
    all
}

/// The registers that names stand for, by the tokens that define the names.
pub(super) fn registers<S: Span>(reading: &Reading<'_, S>) -> Vec<(usize, Register)> {
    let mut all = Vec::new();
    let shared = reading.layout.aliases.iter();
    all.extend(shared.map(|alias| (alias.token, alias.register)));
    for (placed, routine) in reading.routines() {
        all.extend(placed.aliases.iter().map(|alias| (alias.token, alias.register)));
        let written = routine.inputs.iter().chain(&routine.outputs);
        let known = placed.parameters.inputs.iter().chain(&placed.parameters.outputs);
        for parameter in known {
            let mut written = written.clone().filter(|one| one.name.text == parameter.name);
            all.extend(written.next().map(|one| (one.name.token, parameter.register)));
        }
    }
    for expansion in reading.expansions.iter().flatten() {
        let variables = expansion.variables.iter();
        all.extend(variables.map(|one| (one.name.token, one.register())));
    }
    all
}

struct Words<'w, 'r, S> {
    reading: &'w Reading<'r, S>,
    all: Vec<(usize, Word)>,
}

impl<S: Span> Words<'_, '_, S> {
    fn add(&mut self, token: usize, word: Word) {
        self.all.push((token, word));
    }

    /// Adds a word of the language, if it stands there.
    fn keyword(&mut self, token: Option<usize>, words: &[&str]) {
        if let Some(token) = token
            && self.reading.tokens.ident(token).is_some_and(|word| words.contains(&word))
        {
            self.add(token, Word::Keyword);
        }
    }

    fn define(&mut self, kind: NameKind, name: Name<'_>) {
        self.add(name.token, Word::Name { kind, definition: name.token });
    }

    fn item(&mut self, item: &Item<'_>) {
        self.keyword(Some(item.visibility.start), &["pub"]);
        let kind = match &item.kind {
            ItemKind::Constant(constant) => {
                self.keyword(before(item), &["const", "static"]);
                if let (Some(name), Some(_)) = (item.name, constant.size) {
                    self.add(name.token + 2, Word::Size);
                }
                self.names(constant.value.clone());
                NameKind::Constant
            }
            ItemKind::Alias(register) => {
                self.keyword(before(item), &["let"]);
                self.register(register, None);
                NameKind::Alias
            }
            ItemKind::Errors(errors) => {
                self.keyword(before(item), &["enum"]);
                self.keyword(errors.register.start.checked_sub(1), &["in"]);
                self.register(&errors.register, None);
                for variant in &errors.variants {
                    self.define(NameKind::Error, variant.name);
                }
                NameKind::Errors
            }
            ItemKind::Routine(routine) => {
                self.keyword(before(item), &["fn"]);
                self.parameters(routine);
                NameKind::Routine
            }
            ItemKind::Module(path) => {
                self.keyword(path.start.checked_sub(1), &["use"]);
                self.keyword(before(item), &["as"]);
                NameKind::Import
            }
            ItemKind::File { file, .. } => {
                self.keyword(file.checked_sub(1), &["use"]);
                self.keyword(before(item), &["as"]);
                NameKind::Import
            }
        };
        if let Some(name) = item.name {
            self.define(kind, name);
        }
    }

    fn parameters(&mut self, routine: &Routine<'_>) {
        for (number, parameter) in routine.inputs.iter().chain(&routine.outputs).enumerate() {
            let own = parameter.name;
            let earlier = routine.inputs.iter().take(number);
            let first = earlier.map(|input| input.name).find(|input| input.text == own.text);
            let definition = first.unwrap_or(own).token;
            self.add(own.token, Word::Name { kind: NameKind::Parameter, definition });
            let is_name = |word: &str| is_name(routine, self.reading.names, word);
            match is_typed(self.reading.tokens, &parameter.register, &is_name) {
                true => self.typed(parameter.register.start),
                false => self.register(&parameter.register, None),
            }
        }
    }

    /// The words of `u64 in a64[0]`.
    fn typed(&mut self, at: usize) {
        self.add(at, Word::Size);
        if self.reading.tokens.ident(at + 1) == Some("in") {
            self.add(at + 1, Word::Keyword);
            if let Some(((size, index), _)) = register_at(self.reading.tokens, at + 2) {
                self.add(at + 2, Word::Register(size.register(index)));
            }
        }
    }

    /// The names of the library among these tokens.
    fn names(&mut self, tokens: Range<usize>) {
        for token in tokens {
            let word = self.reading.tokens.ident(token).and_then(|name| self.shared(name));
            if let Some(word) = word {
                self.add(token, word);
            }
        }
    }

    /// The register in a range of tokens.
    fn register(&mut self, range: &Range<usize>, local: Option<&Local<'_>>) {
        if range.is_empty() {
            return;
        }
        let Reading { tokens, grammar, .. } = *self.reading;
        let mut errors = Errors::new(tokens.spans());
        let operand = first_operand(tokens, range.clone(), grammar, &mut errors);
        self.operand(&operand, false, local);
    }

    fn body(&mut self, statements: &Statements<'_>, local: &Local<'_>) {
        for statement in &statements.list {
            match &statement.kind {
                StatementKind::Label { name } => {
                    let definition = statement.first;
                    let own = Word::Name { kind: NameKind::Label, definition };
                    self.add(statement.first, local.label(name).unwrap_or(own));
                }
                StatementKind::Alias { name, token, register } => {
                    self.keyword(Some(statement.first), &["let"]);
                    self.define(NameKind::Alias, Name { text: name, token: *token });
                    for operand in statements.operands(register) {
                        self.operand(operand, false, Some(local));
                    }
                }
                StatementKind::Instruction(instruction) => {
                    self.instruction(instruction, statements, local);
                }
                StatementKind::Require(requirement) => {
                    self.keyword(Some(statement.first), &["require"]);
                    self.keyword(requirement.not, &["not"]);
                    match &requirement.condition {
                        Condition::Instruction(instruction) => {
                            self.instruction(instruction, statements, local);
                        }
                        Condition::Status => {
                            let at = requirement.not.unwrap_or(statement.first) + 1;
                            self.add(at, Word::Register(Register::Status));
                        }
                        Condition::Wrong => {}
                    }
                    if let Refusal::Error(token) = requirement.refusal {
                        self.names(token..token + 1);
                    }
                }
                StatementKind::Refuse { error } => {
                    self.keyword(Some(statement.first), &["refuse"]);
                    if let Some(token) = *error {
                        self.names(token..token + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn instruction(
        &mut self,
        instruction: &Instruction<'_>,
        statements: &Statements<'_>,
        local: &Local<'_>,
    ) {
        if !instruction.rows.is_empty() {
            self.add(instruction.at, Word::Mnemonic);
        }
        if let Some((flags, token)) = instruction.flags
            && !flags.is_empty()
        {
            self.add(token, Word::Flags);
        }
        let is_jump = instruction.rows.iter().any(|row| {
            row.syntax.operands.iter().any(|form| matches!(form, OperandForm::Target(_)))
        });
        for operand in statements.operands(&instruction.operands) {
            self.operand(operand, is_jump, Some(local));
        }
    }

    fn operand(&mut self, operand: &Operand<'_>, is_target: bool, local: Option<&Local<'_>>) {
        let first = operand.first;
        match operand.kind {
            OperandKind::Register { size, index } => {
                self.add(first, Word::Register(size.register(index)));
            }
            OperandKind::Name { name: "st0", .. } => {
                self.add(first, Word::Register(Register::Status));
            }
            OperandKind::Name { name, .. } | OperandKind::Indexed { name } => {
                let is_indexed = matches!(operand.kind, OperandKind::Indexed { .. });
                let label = local.filter(|_| is_target).and_then(|local| local.label(name));
                let own = || local.and_then(|local| local.register(name));
                if let Some(word) = label.or_else(own).or_else(|| self.shared(name)) {
                    // Of `-name` the sign is the first token.
                    self.add(if is_indexed { first } else { operand.last }, word);
                }
            }
            OperandKind::Constant => self.path(operand),
            _ => {}
        }
        if let Some(library) = operand.library
            && matches!(library.kind, LibraryKind::Name(_))
        {
            self.names(library.first..library.first + 1);
        }
    }

    /// The words of `library::routine`.
    fn path(&mut self, operand: &Operand<'_>) {
        let tokens = self.reading.tokens;
        let Some(name) = tokens.ident(operand.first) else { return };
        let Some((Meaning::Import { item }, definition)) = self.reading.names.definition(name)
        else {
            return;
        };
        self.add(operand.first, Word::Name { kind: NameKind::Import, definition });
        if operand.last == operand.first + 3 && tokens.ident(operand.last).is_some() {
            self.add(operand.last, Word::Callee { import: item });
        }
    }

    /// What a name means in the whole library.
    fn shared(&self, name: &str) -> Option<Word> {
        let (meaning, definition) = self.reading.names.definition(name)?;
        let kind = match meaning {
            Meaning::Constant => NameKind::Constant,
            Meaning::Alias => NameKind::Alias,
            Meaning::Errors => NameKind::Errors,
            Meaning::Variant { .. } => NameKind::Error,
            Meaning::Routine { .. } => NameKind::Routine,
            Meaning::Import { .. } => NameKind::Import,
        };
        Some(Word::Name { kind, definition })
    }
}

/// The token before the name of an item.
fn before(item: &Item<'_>) -> Option<usize> {
    item.name?.token.checked_sub(1)
}
