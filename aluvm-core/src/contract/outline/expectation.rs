//! What can stand at a place: the parser reads a word that stands there, and the place is told by what it
//! takes the word for.

use alloc::vec::Vec;
use core::ops::Range;

use super::structured::At;
use super::{Reading, read, structured};
use crate::asm::error::Accepted;
use crate::asm::parse::{
    Condition, Instruction, Operand, Refusal, Statement, StatementKind, Statements, statements,
};
use crate::asm::resolve::{Scope, accepted};
use crate::asm::token::{Delimiter, Errors, Span, Token, TokenKind};
use crate::contract::item::{Item, ItemKind, Routine};
use crate::contract::layout::Placed;
use crate::contract::names::Meaning;
use crate::isa::{FieldKind, Flag, Form, Register};

/// What can stand at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expectation {
    /// An item of the library, or what stands before its name.
    Item,
    /// A statement of a routine.
    Statement {
        /// The item that is the routine.
        routine: usize,
    },
    /// What `require` requires.
    Condition {
        /// The item that is the routine.
        routine: usize,
    },
    /// The flags of an instruction.
    Flags(Vec<Flag>),
    /// An operand of an instruction.
    Operand {
        /// The item that is the routine.
        routine: usize,
        /// The mnemonic of the instruction.
        mnemonic: &'static str,
        /// What it takes there, beside the operands that it has.
        accepted: Accepted,
    },
    /// A routine of a library that is imported.
    Callee {
        /// The item that imports it.
        import: usize,
    },
    /// The name of an error.
    Error,
    /// A register that gets a name, or holds errors.
    Register {
        /// The item that it belongs to.
        item: usize,
    },
    /// The size of a constant.
    Size,
    /// The value of a constant.
    Value,
    /// A value or a condition of a structured statement, or a part of it.
    Expression {
        /// The item that is the routine.
        routine: usize,
    },
    /// A type.
    Type,
    /// A name that is given here, or nothing that is known.
    Unknown,
}

/// What can stand where the token with this index is, a name that means nothing. `extension` holds the
/// host's own instructions.
pub fn expectation<S: Span>(
    tokens: &[Token<'_, S>],
    at: usize,
    extension: &'static [Form],
) -> Expectation {
    read(tokens, extension, |reading| {
        let mut items = reading.inside.items.iter().enumerate();
        let found = items.find_map(|(number, item)| in_item(&reading, number, item, at));
        found.unwrap_or_else(|| match begins_item(&reading, at) {
            true => Expectation::Item,
            false => Expectation::Unknown,
        })
    })
}

/// Whether an item or its first word can stand at a token that belongs to no item.
fn begins_item<S: Span>(reading: &Reading<'_, S>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    match reading.tokens.kind(before) {
        Some(TokenKind::Punct(';') | TokenKind::Close(_)) => true,
        Some(TokenKind::Ident(word)) => word == "pub",
        _ => false,
    }
}

fn in_item<S: Span>(
    reading: &Reading<'_, S>,
    number: usize,
    item: &Item<'_>,
    at: usize,
) -> Option<Expectation> {
    let register =
        |range: &Range<usize>| is_in(range, at).then_some(Expectation::Register { item: number });
    match &item.kind {
        ItemKind::Constant(constant) => {
            let name = item.name?.token;
            match () {
                () if at == name + 2 => Some(Expectation::Size),
                () if is_in(&constant.value, at) => Some(Expectation::Value),
                () => None,
            }
        }
        ItemKind::Alias(range) => register(range),
        ItemKind::Errors(errors) => match is_in(&errors.body, at) {
            true => Some(Expectation::Unknown),
            false => register(&errors.register),
        },
        ItemKind::Routine(routine) => {
            let mut parameters = routine.inputs.iter().chain(&routine.outputs);
            parameters
                .find_map(|parameter| register(&parameter.register))
                .or_else(|| in_body(reading, number, routine, at))
        }
        ItemKind::Module(_) | ItemKind::File { .. } => None,
    }
}

fn in_body<S: Span>(
    reading: &Reading<'_, S>,
    number: usize,
    routine: &Routine<'_>,
    at: usize,
) -> Option<Expectation> {
    let body = routine.body.as_ref().filter(|body| is_in(body, at))?;
    let (placed, _) = reading.routines().find(|(placed, _)| placed.item == number)?;
    let range = match structured::statement_at(reading, body.clone(), at) {
        Some(At::Structured(start)) => return structured_at(reading, number, (start, at)),
        // What stands around an instruction among statements is not the assembler's.
        Some(At::Plain(range)) => range,
        None => body.clone(),
    };
    let errors = &mut Errors::new(reading.tokens.spans());
    let statements = &statements(reading.tokens, range, reading.grammar, errors);
    let place = Place { reading, placed, statements, routine, number, at };
    let behind = statements.list.partition_point(|statement| statement.first <= at);
    let found = behind.checked_sub(1).and_then(|last| statements.list.get(last));
    let begins = at.checked_sub(1).is_none_or(|before| {
        let is_end = |kind: &TokenKind<'_>| {
            matches!(kind, TokenKind::Punct(';' | ':') | TokenKind::Close(Delimiter::Bracket))
        };
        before < body.start || reading.tokens.kind(before).is_some_and(is_end)
    });
    let found = found.and_then(|statement| place.in_statement(statement));
    found.or_else(|| begins.then_some(Expectation::Statement { routine: number }))
}

/// What can stand at a token of a statement of the language that begins at another.
fn structured_at<S: Span>(
    reading: &Reading<'_, S>,
    routine: usize,
    (start, at): (usize, usize),
) -> Option<Expectation> {
    let tokens = reading.tokens;
    if at == start {
        return Some(Expectation::Statement { routine });
    }
    let is_behind = |back: usize, punct| at >= start + back && tokens.is_punct(at - back, punct);
    if at >= start + 3 && tokens.is_path_separator(at - 2) {
        let library = reading.names.definition(tokens.ident(at - 3)?);
        return Some(match library {
            Some((Meaning::Import { item }, _)) => Expectation::Callee { import: item },
            _ => Expectation::Unknown,
        });
    }
    let before = tokens.ident(at - 1);
    Some(match before {
        Some("as") => Expectation::Type,
        Some("in") => Expectation::Register { item: routine },
        Some("else") => Expectation::Error,
        _ if is_behind(1, '>') && is_behind(2, '=') => Expectation::Error,
        _ if is_behind(1, ':') => Expectation::Type,
        _ if is_behind(1, '.') => Expectation::Unknown,
        Some("let") => Expectation::Unknown,
        _ => Expectation::Expression { routine },
    })
}

/// A place in the body of a routine.
struct Place<'p, 'r, S> {
    reading: &'p Reading<'r, S>,
    placed: &'p Placed<'r, S>,
    statements: &'p Statements<'r>,
    routine: &'p Routine<'r>,
    number: usize,
    at: usize,
}

impl<S: Span> Place<'_, '_, S> {
    fn in_statement(&self, statement: &Statement<'_>) -> Option<Expectation> {
        let routine = self.number;
        if statement.first == self.at {
            return Some(Expectation::Statement { routine });
        }
        match &statement.kind {
            StatementKind::Alias { register, .. } => {
                let operands = self.statements.operands(register);
                let is_there = operands.iter().any(|operand| self.is_at(operand));
                is_there.then_some(Expectation::Register { item: routine })
            }
            StatementKind::Instruction(instruction) => self.in_instruction(instruction),
            StatementKind::Require(requirement) => match &requirement.condition {
                _ if requirement.refusal == Refusal::Error(self.at) => Some(Expectation::Error),
                Condition::Instruction(instruction) if instruction.at == self.at => {
                    Some(Expectation::Condition { routine })
                }
                Condition::Instruction(instruction) => self.in_instruction(instruction),
                // A name that is no instruction.
                Condition::Wrong => Some(Expectation::Condition { routine })
                    .filter(|_| self.at == requirement.not.unwrap_or(statement.first) + 1),
                Condition::Status => None,
            },
            StatementKind::Refuse { error } => {
                (*error == Some(self.at)).then_some(Expectation::Error)
            }
            _ => None,
        }
    }

    fn is_at(&self, operand: &Operand<'_>) -> bool {
        let last = operand.library.map_or(operand.last, |library| library.last);
        (operand.first..=last).contains(&self.at)
    }

    fn in_instruction(&self, instruction: &Instruction<'_>) -> Option<Expectation> {
        if instruction.flags.is_some_and(|(_, token)| token == self.at) {
            return Some(Expectation::Flags(flags(instruction)));
        }
        let operands = self.statements.operands(&instruction.operands);
        let number = operands.iter().position(|operand| self.is_at(operand))?;
        let operand = operands.get(number)?;
        if operand.first != self.at && operand.last == self.at {
            return self.behind_path(operand);
        }
        let mut scope = Scope::new(self.reading.grammar.mnemonics);
        for (name, token, register) in self.aliases() {
            let Register::Value { size, index } = register else { continue };
            // The first of two with one name counts.
            let _ = scope.define_alias(name, token, Some((size, index)));
        }
        let accepted = accepted(instruction, operands, &scope, number);
        let mnemonic = instruction.rows.iter().next()?.syntax.mnemonic;
        Some(Expectation::Operand { routine: self.number, mnemonic, accepted })
    }

    /// What stands behind `library::`.
    fn behind_path(&self, operand: &Operand<'_>) -> Option<Expectation> {
        let tokens = self.reading.tokens;
        let name = tokens.ident(operand.first).filter(|_| operand.last == operand.first + 3)?;
        match self.reading.names.definition(name) {
            Some((Meaning::Import { item }, _)) => Some(Expectation::Callee { import: item }),
            _ => Some(Expectation::Unknown),
        }
    }

    /// The names for registers that can be used here.
    fn aliases(&self) -> Vec<(&str, usize, Register)> {
        // Of variables with one name the last before this place, which comes first here.
        let variables = self.reading.expansions.get(self.number).and_then(Option::as_ref);
        let variables = variables.iter().flat_map(|expansion| expansion.variables.iter().rev());
        let variables = variables.filter(|one| !one.is_alias && one.name.token < self.at);
        let mut all: Vec<_> =
            variables.map(|one| (one.name.text, one.name.token, one.register())).collect();
        let shared = self.reading.layout.aliases.iter().chain(&self.placed.aliases);
        all.extend(shared.map(|alias| (alias.name, alias.token, alias.register)));
        let parameters = &self.placed.parameters;
        for parameter in self.routine.inputs.iter().chain(&self.routine.outputs) {
            let mut known = parameters.inputs.iter().chain(&parameters.outputs);
            let known = known.find(|known| known.name == parameter.name.text);
            all.extend(known.map(|one| (parameter.name.text, parameter.name.token, one.register)));
        }
        all
    }
}

/// The flags that an instruction can have, each once.
fn flags(instruction: &Instruction<'_>) -> Vec<Flag> {
    let mut all: Vec<Flag> = Vec::new();
    for row in instruction.rows.iter() {
        let field = row.syntax.flags.and_then(|field| row.form.fields.get(field));
        if let Some(FieldKind::Flags(flags)) = field.map(|field| field.kind) {
            let new = flags.iter().filter(|flag| !all.contains(flag));
            let new: Vec<Flag> = new.copied().collect();
            all.extend(new);
        }
    }
    all
}

fn is_in(range: &Range<usize>, at: usize) -> bool {
    range.contains(&at)
}
