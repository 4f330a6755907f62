//! Filling the fields of the chosen row from the operands.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::argument::{Argument, ArgumentKind};
use super::block::{ConstantUse, LibraryOperand, Resolved, Wanted};
use super::call::Call;
use super::directive::library_id;
use super::fit::{Choice, sizes};
use super::labels::Jump;
use super::value::{self, Value};
use crate::asm::error::{AsmErrorKind, Fault, IntegerRange};
use crate::asm::parse::LibraryKind;
use crate::asm::token::{Span, Spans};
use crate::isa::{IndexOf, OperandForm, RegisterSize, SizeOf};

/// An instruction whose row has been chosen, and what its operands go to.
pub(super) struct Filling<'f, 't, S> {
    pub(super) call: Call<'f, 't>,
    pub(super) choice: Choice,
    pub(super) resolved: &'f mut Resolved<S>,
    /// The number of the instruction.
    pub(super) number: usize,
    pub(super) jumps: &'f mut Vec<Jump<'t>>,
    pub(super) spans: Spans<'t, S>,
}

impl<'t, S: Span> Filling<'_, 't, S> {
    /// Fills in the operand with this number in the row. Returns whether it could be done: not where a
    /// mistake has been reported already.
    pub(super) fn fill(&mut self, number: usize) -> Result<bool, Fault> {
        let arguments = self.call.arguments;
        let argument = &arguments[self.choice.written(number)];
        if matches!(argument.kind, ArgumentKind::Wrong) {
            return Ok(false);
        }
        match self.choice.row.syntax.operands[number] {
            OperandForm::Register { size, index } => self.register(argument, size, index)?,
            OperandForm::Status => {}
            OperandForm::RegisterData(field) | OperandForm::StringData(field) => {
                let register = arguments[self.choice.written(0)].kind;
                if let ArgumentKind::Register { size, .. } = register {
                    self.data(argument, size, field)?;
                }
            }
            OperandForm::Target(field) => self.target(argument, field)?,
            OperandForm::Site { offset, .. } if argument.library.is_some() => {
                self.target(argument, offset)?;
            }
            OperandForm::Site { offset, .. } => {
                let shift = self.resolved.shift(offset);
                self.constant(argument, Wanted::Site { shift });
            }
            OperandForm::Step { field, negated } => self.step(argument, field, negated)?,
            OperandForm::Switch(field) => self.switch(argument, field)?,
            OperandForm::Unsigned(field) => self.unsigned(argument, field)?,
        }
        Ok(true)
    }

    fn register(
        &mut self,
        argument: &Argument<'t>,
        size_of: SizeOf,
        index_of: IndexOf,
    ) -> Result<(), Fault> {
        let ArgumentKind::Register { size, index } = argument.kind else { return Ok(()) };
        let form = self.choice.row.form;
        if let SizeOf::Field(field) = size_of {
            let bits = sizes(form, field).iter().position(|other| *other as u8 == size as u8);
            self.resolved.set(field, bits.unwrap_or_default() as u64);
        }
        let IndexOf::Field(field) = index_of else { return Ok(()) };
        let count = 1u64 << form.fields[field].bits;
        if u64::from(index) < count {
            self.resolved.set(field, index.into());
            return Ok(());
        }
        let (count, index) = (count as u8, alloc::format!("{index}").into());
        Err(Fault::at(argument.index, AsmErrorKind::IndexTooLarge { size, index, count }))
    }

    /// The constant for a register of this size.
    fn data(
        &mut self,
        argument: &Argument<'t>,
        size: RegisterSize,
        field: usize,
    ) -> Result<(), Fault> {
        match value::of(argument, size, self.call.scope)? {
            Value::Bytes(bytes) => self.resolved.data = Some(bytes.into()),
            Value::Place { offset, length } => {
                self.resolved.is_placed = true;
                self.resolved.set(field, u64::from(offset) | u64::from(length) << 16);
            }
            Value::Constant(wanted) => self.constant(argument, wanted),
        }
        Ok(())
    }

    fn constant(&mut self, argument: &Argument<'t>, wanted: Wanted) {
        self.push_constant(argument.first, argument.last, wanted);
    }

    fn push_constant(&mut self, first: usize, last: usize, wanted: Wanted) {
        if let Some(span) = self.spans.span(first, last) {
            let constant = ConstantUse { tokens: first..last + 1, span, wanted };
            self.resolved.constants.push(constant);
        }
    }

    fn target(&mut self, argument: &Argument<'t>, field: usize) -> Result<(), Fault> {
        let shift = self.resolved.shift(field);
        let may_be_constant = matches!(argument.kind, ArgumentKind::Constant);
        if let Some(name) = argument.name {
            let (token, instr) = (argument.first, self.number);
            self.jumps.push(Jump { name, token, instr, shift, may_be_constant });
            return Ok(());
        }
        match argument.kind {
            ArgumentKind::Constant => {
                self.constant(argument, Wanted::Unsigned { shift, bits: 16 });
                Ok(())
            }
            ArgumentKind::Number { .. } => self.unsigned(argument, field),
            _ => {
                let expected = "a label, an offset in the code or a constant";
                Err(argument.wrong(expected, self.call.scope))
            }
        }
    }

    /// Whether the operand with this number in the row has a library behind `@`.
    pub(super) fn has_library(&self, number: usize) -> bool {
        self.call.arguments[self.choice.written(number)].library.is_some()
    }

    /// Fills in the library of the operand with this number in the row.
    pub(super) fn fill_library(&mut self, number: usize) -> Result<bool, Fault> {
        let form = self.choice.row.syntax.operands[number];
        let library = self.call.arguments[self.choice.written(number)].library;
        let (OperandForm::Site { library: field, .. }, Some(library)) = (form, library) else {
            return Ok(true);
        };
        match library.kind {
            LibraryKind::Id(literal) => {
                let id = library_id(literal, library.first)?;
                self.resolved.library = Some(Box::new(LibraryOperand::Id(id)));
            }
            LibraryKind::Index(index) => {
                self.resolved.library = Some(Box::new(LibraryOperand::Index(index)));
                self.resolved.set(field, index.into());
            }
            LibraryKind::Name(_) | LibraryKind::Constant => {
                self.push_constant(library.first, library.last, Wanted::Library);
            }
            LibraryKind::Wrong => return Ok(false),
        }
        Ok(true)
    }

    fn step(&mut self, argument: &Argument<'t>, field: usize, negated: bool) -> Result<(), Fault> {
        match argument.kind {
            ArgumentKind::Constant => {
                let shift = self.resolved.shift(field);
                self.constant(argument, Wanted::Step { shift, negated });
            }
            ArgumentKind::Number { negative, text } => {
                let step = value::step(argument, negative, text, negated)?;
                self.resolved.set(field, step as u64);
            }
            _ => {
                let expected = "a number, -128..=127, or a constant";
                return Err(argument.wrong(expected, self.call.scope));
            }
        }
        Ok(())
    }

    fn switch(&mut self, argument: &Argument<'t>, field: usize) -> Result<(), Fault> {
        match argument.kind {
            ArgumentKind::Name { negative: false, name: "true" } => self.resolved.set(field, 1),
            ArgumentKind::Name { negative: false, name: "false" } => {}
            ArgumentKind::Constant => {
                let shift = self.resolved.shift(field);
                self.constant(argument, Wanted::Switch { shift });
            }
            _ => return Err(argument.wrong("`true` or `false`", self.call.scope)),
        }
        Ok(())
    }

    fn unsigned(&mut self, argument: &Argument<'t>, field: usize) -> Result<(), Fault> {
        let bits = self.choice.row.form.fields[field].bits;
        match argument.kind {
            ArgumentKind::Constant => {
                let shift = self.resolved.shift(field);
                self.constant(argument, Wanted::Unsigned { shift, bits });
            }
            ArgumentKind::Number { negative, text } => {
                let range = IntegerRange::unsigned(bits);
                let value = value::small_integer(argument, text, &range)?;
                if value >> bits != 0 || negative && value != 0 {
                    return Err(value::out_of_range(argument, range, None));
                }
                self.resolved.set(field, value as u64);
            }
            _ => return Err(argument.wrong("a number or a constant", self.call.scope)),
        }
        Ok(())
    }
}
