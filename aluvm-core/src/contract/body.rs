//! The body of a routine: its statements become instructions, those of this language by the table of
//! what each form stands for.

mod require;
mod requirement;
mod target;

use alloc::vec::Vec;
use core::ops::{Deref, Range};

pub use self::require::can_be_required;
use super::error::{Faults, Note, SourceErrorKind};
use super::expansion::Expansion;
use super::item::{Name, Routine};
use super::library::Library;
use super::names::{Callee, Meaning, allowed_by, duplicate};
use crate::asm::error::AsmErrorKind;
use crate::asm::parse::{
    self, Condition, Grammar, Instruction, Operand, Reading, Statement, StatementKind, Statements,
    misplaced,
};
use crate::asm::resolve::{Code, Scope};
use crate::asm::token::{Errors, Span, Tokens};
use crate::isa::{FORMS, Form, RegisterSize};

/// The statements of a routine: those of the source, or those that it stands for.
pub(super) enum Source<'l, 't> {
    Read(Statements<'t>),
    Expanded(&'l Expansion<'t>),
}

impl<'t> Deref for Source<'_, 't> {
    type Target = Statements<'t>;

    fn deref(&self) -> &Statements<'t> {
        match self {
            Source::Read(statements) => statements,
            Source::Expanded(expansion) => &expansion.statements,
        }
    }
}

/// A statement that became instructions.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// Its first token, attributes left out.
    pub(super) first: usize,
    /// The token behind what shows it; none if its semicolon ends it.
    pub(super) end: Option<usize>,
    /// Its instructions, by their numbers in the routine.
    pub(super) instrs: Range<u32>,
    /// The error that it refuses with: the number of the enum, and that of the variant.
    pub(super) refusal: Option<(u32, u32)>,
    /// The number of the statement.
    pub(super) statement: u32,
}

/// A routine whose statements have been read. Of most of them nothing is asked any more, so that they are not
/// kept; [`statements`] reads them again.
pub(super) struct Body<'t, S> {
    pub(super) code: Code<'t, S>,
    /// For each instruction the token that it comes from.
    pub(super) causes: Vec<u32>,
    /// For each instruction the routine of another library that it calls: the numbers of the import and
    /// of the routine.
    pub(super) calls: Vec<(usize, Callee)>,
    pub(super) written: Vec<Written>,
    /// What is permitted in statements, by their numbers.
    pub(super) allowed: Vec<(Range<usize>, Vec<&'t str>)>,
}

impl<'t, S> Body<'t, S> {
    /// The statement that an instruction comes from.
    pub(super) fn written_at(&self, instr: usize) -> Option<&Written> {
        let behind = self.written.partition_point(|written| written.instrs.start as usize <= instr);
        self.written.get(behind.checked_sub(1)?)
    }

    /// Whether any statement permits what is called so.
    pub(super) fn permits(&self, finding: &str) -> bool {
        self.allowed.iter().any(|(_, allowed)| allowed.contains(&finding))
    }

    /// Whether a statement permits what is called so.
    pub(super) fn allows(&self, statement: usize, finding: &str) -> bool {
        let mut own = self.allowed.iter().filter(|(range, _)| range.contains(&statement));
        own.any(|(_, allowed)| allowed.contains(&finding))
    }
}

/// The statements of a routine once more. What is wrong with them has been told.
pub(super) fn statements<'t, S: Span>(
    tokens: Tokens<'t, S>,
    grammar: Grammar<'t>,
    routine: &Routine<'_>,
) -> Statements<'t> {
    let range = routine.body.clone().unwrap_or_default();
    parse::statements(tokens, range, grammar, &mut Errors::new(tokens.spans()))
}

/// The same of the routine that is an item, or what they stand for.
pub(super) fn source<'l, 't, S: Span>(
    library: Library<'l, 't, S>,
    item: usize,
    routine: &Routine<'_>,
) -> Source<'l, 't> {
    match library.expansion(item) {
        Some(expansion) => Source::Expanded(expansion),
        None => Source::Read(statements(library.tokens, library.grammar, routine)),
    }
}

/// Reads statements in the scope of their routine.
pub(super) fn read<'t, S: Span>(
    library: Library<'_, 't, S>,
    routine: &Routine<'t>,
    source: &Source<'_, 't>,
    scope: &mut Scope<'_, 't>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Body<'t, S> {
    let statements: &Statements<'t> = source;
    let mut reader = Reader {
        library,
        routine,
        expansion: match source {
            Source::Read(_) => None,
            Source::Expanded(expansion) => Some(expansion),
        },
        last: None,
        scope,
        errors,
        faults,
        code: Code::with_capacity(statements.list.len()),
        causes: Vec::with_capacity(statements.list.len()),
        calls: Vec::new(),
        written: Vec::with_capacity(statements.list.len()),
        refusals: Vec::new(),
        allowed: Vec::new(),
        wrong_length: call().map_or(0, Form::length),
    };
    for (number, statement) in statements.list.iter().enumerate() {
        reader.statement(statements, statement, number);
    }
    reader.check_error_registers();
    let Reader { code, causes, calls, written, allowed, .. } = reader;
    Body { code, causes, calls, written, allowed }
}

struct Reader<'r, 's, 't, S> {
    library: Library<'r, 't, S>,
    routine: &'r Routine<'t>,
    expansion: Option<&'r Expansion<'t>>,
    /// The statement of the source that was last, and the error that it refuses with.
    last: Option<(usize, Option<(usize, usize)>)>,
    scope: &'r mut Scope<'s, 't>,
    errors: &'r mut Errors<'t, S>,
    faults: &'r mut Faults,
    code: Code<'t, S>,
    causes: Vec<u32>,
    calls: Vec<(usize, Callee)>,
    written: Vec<Written>,
    /// The registers of errors that it refuses with, each with the first token of one.
    refusals: Vec<((RegisterSize, u8), usize)>,
    allowed: Vec<(Range<usize>, Vec<&'t str>)>,
    /// How many bytes stand for an instruction with a mistake.
    wrong_length: usize,
}

impl<'t, S: Span> Reader<'_, '_, 't, S> {
    fn statement(&mut self, statements: &Statements<'t>, statement: &Statement<'t>, number: usize) {
        let source = self.expansion.and_then(|expansion| expansion.source(number));
        let of_same = self.last.filter(|(last, _)| source.is_some_and(|(own, _)| own == *last));
        if of_same.is_none() {
            self.attributes(statements, statement, number);
        }
        let start = self.code.instrs.len();
        let mut refusal = of_same.and_then(|(_, refusal)| refusal);
        let mut is_shadow = false;
        match &statement.kind {
            StatementKind::Label { name } => self.label(name, statement.first),
            StatementKind::Alias { name, token, .. } => {
                let name = Name { text: name, token: *token };
                is_shadow = !self.library.names.check_own(name, self.faults)
                    && self.scope.is_alias(name.text);
            }
            StatementKind::Instruction(instruction) => {
                self.instruction(instruction, statements.operands(&instruction.operands));
            }
            StatementKind::Require(requirement) => {
                let operands = match &requirement.condition {
                    Condition::Instruction(one) => statements.operands(&one.operands),
                    Condition::Status | Condition::Wrong => &[],
                };
                refusal = self.require(requirement, operands, statement);
            }
            StatementKind::Refuse { error } => {
                let known = error.and_then(|token| self.error(token));
                if let Some(known) = known {
                    self.put(known);
                    refusal = Some(known.position);
                }
                self.plain("fail", statement.first, &[]);
            }
            StatementKind::Put { error } => {
                let known = self.error(*error);
                if let Some(known) = known {
                    self.put(known);
                    refusal = Some(known.position);
                }
            }
            _ => {}
        }
        if !matches!(
            statement.kind,
            StatementKind::Instruction(_)
                | StatementKind::Require(_)
                | StatementKind::Refuse { .. }
                | StatementKind::Put { .. }
                | StatementKind::Label { .. }
        ) && !is_shadow
        {
            self.code.without_attributes(statements, statement, self.scope, self.errors);
        }
        let instrs = start..self.code.instrs.len();
        let cause = match &statement.kind {
            StatementKind::Instruction(instruction) => instruction.at,
            _ => statement.first,
        };
        self.causes.resize(instrs.end, cause as u32);
        self.last = source.map(|(number, _)| (number, refusal));
        // What is wrong is verified as a call.
        let wrong = self.code.instrs[instrs.clone()].iter().filter(|instr| instr.is_none());
        self.code.length += wrong.count() * self.wrong_length;
        if !instrs.is_empty() {
            let refusal = refusal.map(|(one, variant)| (one as u32, variant as u32));
            let instrs = instrs.start as u32..instrs.end as u32;
            let (first, statement) = (statement.first, number as u32);
            let end = source.filter(|(_, one)| !one.is_plain).map(|(_, source)| source.end);
            self.written.push(Written { first, end, instrs, refusal, statement });
        }
    }

    /// Reports attributes that no statement has. Those of a label can be documentation.
    fn attributes(
        &mut self,
        statements: &Statements<'t>,
        statement: &Statement<'t>,
        number: usize,
    ) {
        let attributes = statements.attributes(statement);
        let allowed = allowed_by(attributes, self.library.tokens, self.faults);
        if !allowed.is_empty() {
            let extent = self.expansion.map_or(number..number + 1, |one| one.extent(number));
            self.allowed.push((extent, allowed));
        }
        for attribute in attributes {
            match attribute.name {
                Some("allow") => {}
                Some("doc") => {
                    if !matches!(statement.kind, StatementKind::Label { .. }) {
                        self.faults.at(attribute.first, AsmErrorKind::DocComment);
                    }
                }
                _ => self.errors.push(misplaced(attribute, false)),
            }
        }
    }

    fn label(&mut self, name: &'t str, token: usize) {
        let is_routine = matches!(self.library.names.get(name), Some(Meaning::Routine { .. }));
        if is_routine {
            self.library.names.check_own(Name { text: name, token }, self.faults);
            return;
        }
        let routine = self.routine;
        let mut parameters = routine.inputs.iter().chain(&routine.outputs);
        if let Some(parameter) = parameters.find(|parameter| parameter.name.text == name) {
            let first = (Note::First, parameter.name.token);
            return self.faults.noted(token, duplicate(name), first);
        }
        if let Err(fault) = self.code.labels.define(name, token, self.code.length) {
            self.errors.push(fault);
        }
    }

    /// Appends an instruction as it is written, or what it stands for if it names a routine.
    fn instruction(&mut self, instruction: &Instruction<'t>, operands: &[Operand<'t>]) {
        if instruction.rows.is_empty()
            && matches!(self.library.names.get(instruction.mnemonic), Some(Meaning::Routine { .. }))
        {
            let name = instruction.mnemonic.into();
            self.faults.at(instruction.at, SourceErrorKind::RoutineAlone { name });
            return self.code.wrong();
        }
        match (instruction.mnemonic, operands) {
            ("routine", [target]) if !self.names_routine(target) => self.code.wrong(),
            ("call" | "exec", [target])
                if instruction.reading == Reading::Right && self.names_own(target) =>
            {
                self.code.wrong()
            }
            ("call" | "exec", [target]) => {
                match self.library.imports.callee(target, self.library.tokens, self.faults) {
                    Ok(None) if !self.is_elsewhere(instruction, target) => self.code.wrong(),
                    Ok(None) => self.plain_instruction(instruction, operands),
                    Ok(Some(callee)) => {
                        let (offset, id) = self.library.imports.site(callee);
                        self.calls.push((self.code.instrs.len(), callee));
                        self.code.call(instruction, offset, id, self.errors);
                    }
                    Err(()) => self.code.wrong(),
                }
            }
            ("jmp" | "jif", [target]) if !self.is_place(target) => self.code.wrong(),
            _ if self.has_error_operand(instruction, operands, false) => self.code.wrong(),
            _ => self.plain_instruction(instruction, operands),
        }
    }

    fn plain_instruction(&mut self, instruction: &Instruction<'t>, operands: &[Operand<'t>]) {
        self.code.instruction(instruction, operands, self.scope, self.errors);
    }

    /// Appends an instruction that stands for a token.
    fn plain(&mut self, mnemonic: &'static str, token: usize, operands: &[Operand<'t>]) {
        let rows = self.library.grammar.mnemonics.find(mnemonic);
        let reading = Reading::Right;
        let instruction =
            Instruction { mnemonic, at: token, rows, flags: None, operands: 0..0, reading };
        self.plain_instruction(&instruction, operands);
        self.causes.resize(self.code.instrs.len(), token as u32);
    }
}

/// The form of `call`.
pub(super) fn call() -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == "Call")
}
