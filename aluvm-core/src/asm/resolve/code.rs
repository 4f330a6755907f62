//! The code of a piece of text: its instructions, one behind the other, with the jumps among them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::argument::{Argument, ArgumentKind};
use super::block::{ConstantUse, LibraryOperand, Resolved, Wanted};
use super::directive::Directives;
use super::halves::Halves;
use super::instruction::resolve;
use super::labels::{Jump, Labels, Undefined};
use super::scope::Scope;
use crate::asm::error::{AsmErrorKind, Fault};
use crate::asm::parse::{
    Instruction, Operand, REGISTER, Reading, Statement, StatementKind, Statements, misplaced,
    size_from_name,
};
use crate::asm::token::{Errors, Span};
use crate::isa::{OperandForm, RegisterSize};
use crate::library::LibId;

/// Code that has been resolved but for where it lies.
pub(crate) struct Code<'t, S> {
    /// One entry for each instruction; none where it has an error.
    pub(crate) instrs: Vec<Option<Resolved<S>>>,
    /// The length in bytes of the instructions without an error.
    pub(crate) length: usize,
    /// The labels in it, with offsets from its beginning.
    pub(crate) labels: Labels<'t>,
    /// What its directives say of a library.
    pub(in crate::asm) directives: Directives,
    jumps: Vec<Jump<'t>>,
    /// Kept to be used again.
    arguments: Vec<Argument<'t>>,
}

impl<'t, S: Span> Code<'t, S> {
    /// No code, with room for so many instructions.
    pub(crate) fn with_capacity(instrs: usize) -> Code<'t, S> {
        Code {
            instrs: Vec::with_capacity(instrs),
            length: 0,
            labels: Labels::default(),
            directives: Directives::default(),
            jumps: Vec::new(),
            arguments: Vec::new(),
        }
    }

    /// Appends statements. Aliases go to the scope.
    pub(crate) fn statements(
        &mut self,
        statements: &Statements<'t>,
        scope: &mut Scope<'_, 't>,
        errors: &mut Errors<'t, S>,
    ) {
        for statement in &statements.list {
            self.statement(statements, statement, scope, errors);
        }
    }

    /// Appends a statement.
    pub(crate) fn statement(
        &mut self,
        statements: &Statements<'t>,
        statement: &Statement<'t>,
        scope: &mut Scope<'_, 't>,
        errors: &mut Errors<'t, S>,
    ) {
        for attribute in statements.attributes(statement) {
            errors.push(misplaced(attribute, false));
        }
        self.without_attributes(statements, statement, scope, errors);
    }

    /// Appends a statement whose attributes are the caller's. So are requirements and refusals, which a
    /// block does not have.
    pub(crate) fn without_attributes(
        &mut self,
        statements: &Statements<'t>,
        statement: &Statement<'t>,
        scope: &mut Scope<'_, 't>,
        errors: &mut Errors<'t, S>,
    ) {
        let defined = match &statement.kind {
            StatementKind::Instruction(instruction) => {
                let operands = statements.operands(&instruction.operands);
                return self.instruction(instruction, operands, scope, errors);
            }
            StatementKind::Label { name } => self.labels.define(name, statement.first, self.length),
            StatementKind::Alias { name, token, register } => {
                let operand = statements.operands(register).first();
                let register = operand.and_then(|operand| aliased(operand, scope, errors));
                scope.define_alias(name, *token, register)
            }
            StatementKind::Bytes { verbatim, length } => {
                self.length += length;
                let mnemonic = errors.spans().span(statement.first, statement.first + 1);
                let verbatim = mnemonic.zip(*verbatim);
                return self.instrs.push(verbatim.map(|(at, bytes)| Resolved::verbatim(bytes, at)));
            }
            StatementKind::Directive { name, literal, token } => {
                self.directives.add(name, literal, *token, scope.profile())
            }
            StatementKind::Wrong => return self.instrs.push(None),
            StatementKind::Require(_)
            | StatementKind::Refuse { .. }
            | StatementKind::Put { .. } => return,
        };
        if let Err(fault) = defined {
            errors.push(fault);
        }
    }

    /// Appends an instruction.
    pub(crate) fn instruction(
        &mut self,
        instruction: &Instruction<'t>,
        operands: &[Operand<'t>],
        scope: &Scope<'_, 't>,
        errors: &mut Errors<'t, S>,
    ) {
        self.arguments.clear();
        for operand in operands {
            let mut fault = None;
            self.arguments.push(Argument::of(operand, scope, &mut fault));
            if let Some(fault) = fault {
                errors.push(fault);
            }
        }
        let number = self.instrs.len();
        let arguments = &self.arguments;
        let resolved = resolve(instruction, arguments, scope, number, &mut self.jumps, errors);
        if let Some(form) = resolved.as_ref().and_then(|resolved| resolved.form) {
            self.length += form.length();
        }
        self.instrs.push(resolved);
    }

    /// Appends a call of a place that is known, and its library if that is known as well. What reads it has
    /// said that it is a `call` or an `exec`.
    pub(crate) fn call(
        &mut self,
        instruction: &Instruction<'t>,
        offset: u16,
        library: Option<LibId>,
        errors: &Errors<'t, S>,
    ) {
        let mut rows = instruction.rows.iter().filter(|row| !row.is_extension);
        let form = rows.next().map(|row| row.form);
        let mnemonic = errors.spans().span(instruction.at, instruction.at);
        let resolved = form.zip(mnemonic).map(|(form, mnemonic)| {
            let mut resolved = Resolved::of(form, false, mnemonic);
            let operands = form.syntaxes.first().map_or(&[][..], |syntax| syntax.operands);
            if let Some(OperandForm::Site { offset: field, .. }) = operands.first() {
                resolved.set(*field, offset.into());
            }
            resolved.library = library.map(|id| Box::new(LibraryOperand::Id(id)));
            self.length += form.length();
            resolved
        });
        self.instrs.push(resolved);
    }

    /// Appends nothing in the place of an instruction that has an error.
    pub(crate) fn wrong(&mut self) {
        self.instrs.push(None);
    }

    /// Puts the offsets of labels into the instruction words. The code lies at `base`; names that are no
    /// labels of its own may be those of `outer`, whose offsets are from the beginning of all code. There no name is
    /// a Rust constant. All these offsets are of whole bytes, from which `halves` moves them.
    pub(crate) fn link(
        &mut self,
        base: usize,
        outer: Option<&Labels<'t>>,
        halves: &Halves,
        errors: &mut Errors<'t, S>,
    ) {
        let mut undefined = Undefined::default();
        let starts = if halves.is_empty() { Vec::new() } else { self.starts(base) };
        for jump in core::mem::take(&mut self.jumps) {
            let own = self.labels.offset(jump.name).map(|offset| base + offset);
            let offset = own.or_else(|| outer?.offset(jump.name));
            let resolved = self.instrs.get_mut(jump.instr).and_then(Option::as_mut);
            let Jump { token, shift, .. } = jump;
            if let Some(offset) = offset {
                let target = halves.moved(offset);
                let from = starts.get(jump.instr).map(|start| halves.moved(*start));
                if from.is_some_and(|from| from.is_shifted != target.is_shifted) {
                    let name = jump.name.into();
                    errors.push(Fault::at(token, AsmErrorKind::ShiftedLabel { name }));
                } else if let Some(resolved) = resolved {
                    resolved.word |= u128::from(target.offset as u16) << shift;
                }
            } else if jump.may_be_constant && outer.is_none() {
                if let (Some(resolved), Some(span)) = (resolved, errors.spans().span(token, token))
                {
                    let wanted = Wanted::Unsigned { shift, bits: 16 };
                    let constant = ConstantUse { tokens: token..token + 1, span, wanted };
                    resolved.constants.insert(0, constant);
                }
            } else if let Some(fault) = undefined.fault(&jump, &self.labels, outer) {
                errors.push(fault);
            }
        }
    }
}

impl<S> Code<'_, S> {
    /// Where each instruction begins, in whole bytes.
    fn starts(&self, base: usize) -> Vec<usize> {
        let mut end = base;
        let starts = self.instrs.iter().map(|instr| {
            let start = end;
            end += instr.as_ref().map_or(0, Resolved::length);
            start
        });
        starts.collect()
    }
}

/// The register that an operand names; none if there is an error in its place.
pub(crate) fn aliased<'t, S: Span>(
    operand: &Operand<'t>,
    scope: &Scope<'_, 't>,
    errors: &mut Errors<'t, S>,
) -> Option<(RegisterSize, u8)> {
    let mut fault = None;
    let argument = Argument::of(operand, scope, &mut fault);
    let register = match argument.kind {
        ArgumentKind::Register { size, index } if argument.library.is_none() => Some((size, index)),
        ArgumentKind::Wrong => None,
        kind => {
            let size = match kind {
                ArgumentKind::Name { negative: false, name } => size_from_name(name),
                _ => None,
            };
            let found = argument.describe();
            let kind = match size {
                Some(size) => AsmErrorKind::MissingIndex { size },
                None => AsmErrorKind::Expected { expected: REGISTER, found },
            };
            fault = Some(Fault::at(argument.first, kind));
            None
        }
    };
    if let Some(fault) = fault {
        errors.push(fault);
    }
    register.filter(|_| operand.reading == Reading::Right)
}
