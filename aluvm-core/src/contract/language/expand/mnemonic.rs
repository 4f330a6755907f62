//! Instructions in the form of a call: as values, conditions and statements. Which row of the instruction table is meant
//! follows from the types of the arguments, what it reads and writes from the row.

use alloc::vec::Vec;

use super::Expander;
use super::emit::{has_size, register};
use super::expression::Held;
use crate::asm::parse::{Operand, OperandKind, Reading, Row, is_constant_name};
use crate::asm::token::Span;
use crate::contract::body::can_be_required;
use crate::contract::error::{LanguageErrorKind, Wanted};
use crate::contract::language::places::Place;
use crate::contract::language::syntax::{Call, Expression, ExpressionKind};
use crate::contract::twin::{NoTwin, Step};
use crate::contract::types::Type;
use crate::isa::{IndexOf, OperandForm, SizeOf};

/// Mnemonics whose instructions are no values, though they write one register: what they stand for is written otherwise.
const NO_VALUES: [&str; 7] = ["put", "putif", "clr", "mov", "st", "shl", "shr"];

/// A row with what its arguments are.
#[derive(Clone, Copy)]
struct Shape {
    row: Row,
    /// The operand that is the result, and whether it is read too.
    result: Option<(usize, bool)>,
}

impl Shape {
    /// The operands that are written between the parentheses.
    fn arguments(self) -> impl Iterator<Item = &'static OperandForm> {
        let is_left_out = move |number: usize| self.result == Some((number, false));
        let operands = self.row.syntax.operands.iter().enumerate();
        operands.filter(move |(number, _)| !is_left_out(*number)).map(|(_, form)| form)
    }

    fn sets_status(self) -> bool {
        self.row.form.writes.contains(&OperandForm::Status)
    }

    /// The size of the result as the row says it.
    fn result_size(self) -> Option<SizeOf> {
        match self.row.syntax.operands.get(self.result?.0)? {
            OperandForm::Register { size, .. } => Some(*size),
            _ => None,
        }
    }
}

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// The value that an instruction leaves in the one register that it writes.
    pub(super) fn instruction_value(
        &mut self,
        expression: &Expression<'t>,
        call: &Call<'t>,
        into: Place,
    ) -> Option<()> {
        let shape = self.shape(call, Wanted::Value, Some(into.ty))?;
        let at = expression.at;
        let (result, is_read) = shape.result?;
        let (before, behind) = call.arguments.split_at(result.min(call.arguments.len()));
        let is_late = is_read
            && (before.iter().any(|argument| self.is_in(argument, into))
                || behind.iter().skip(1).any(|argument| self.reads(argument, into)));
        let row = self.stand_in(is_late, into, at)?;
        self.instruction(shape, call, Some(row), at)?;
        self.test_or_always(shape.sets_status(), at)?;
        if let Some(OperandForm::Register { index: IndexOf::Fixed(index), .. }) =
            shape.row.syntax.operands.get(result)
        {
            self.transfer(Place { index: *index, ..row }, row, at)?;
        }
        self.stand_down(row, into, at)
    }

    /// An instruction that does no more than to set `st0`.
    pub(super) fn instruction_condition(
        &mut self,
        expression: &Expression<'t>,
        call: &Call<'t>,
    ) -> Option<()> {
        let shape = self.shape(call, Wanted::Condition, None)?;
        self.instruction(shape, call, None, expression.at)
    }

    /// An instruction that writes no register.
    pub(super) fn instruction_statement(&mut self, call: &Call<'t>) -> Option<()> {
        let at = call.name.token;
        let shape = self.shape(call, Wanted::Statement, None)?;
        self.instruction(shape, call, None, at)?;
        if !shape.sets_status() {
            self.notes.step(Step::Discard);
        }
        self.test_if(shape.sets_status(), at)
    }

    /// The type of what an instruction leaves; none if it comes from where the instruction stands.
    pub(super) fn type_of_instruction(&self, call: &Call<'t>) -> Option<Type> {
        let rows = self.context.library.grammar.mnemonics.find(call.name.text);
        let mut shapes = rows.iter().filter_map(|row| shape_of(row, Wanted::Value));
        let shape = shapes.find(|shape| self.fits(*shape, call, None))?;
        match shape.result_size()? {
            SizeOf::Fixed(size) => Some(Type::of(size)),
            SizeOf::Field(field) => self.shared(shape, call, field),
        }
    }

    /// The row that is meant.
    fn shape(&mut self, call: &Call<'t>, wanted: Wanted, result: Option<Type>) -> Option<Shape> {
        let rows = self.context.library.grammar.mnemonics.find(call.name.text);
        let mnemonic = call.name.text.into();
        let shapes: Vec<Shape> = rows.iter().filter_map(|row| shape_of(row, wanted)).collect();
        if shapes.is_empty() {
            let error = LanguageErrorKind::NoExpression { mnemonic, wanted };
            return self.error(call.name.token, error);
        }
        let found = shapes.iter().find(|shape| self.fits(**shape, call, result)).copied();
        if found.is_some() {
            return found;
        }
        let mut counts = shapes.iter().map(|shape| shape.arguments().count());
        let found = call.arguments.len();
        let expected = counts.next().unwrap_or_default();
        let is_other_count = found != expected && counts.all(|count| count == expected);
        let error = match is_other_count {
            true => LanguageErrorKind::ArgumentCount { name: mnemonic, expected, found },
            false => LanguageErrorKind::NoForm { mnemonic },
        };
        self.error(call.name.token, error)
    }

    /// Whether a row takes the arguments, and leaves a value of this type.
    fn fits(&self, shape: Shape, call: &Call<'t>, result: Option<Type>) -> bool {
        let is_of_size = |size| result.is_none_or(|ty| has_size(shape.row, size, ty.size()));
        if shape.arguments().count() != call.arguments.len()
            || shape.row.syntax.flags.is_some() != call.flags.is_some()
            || !shape.result_size().is_none_or(is_of_size)
        {
            return false;
        }
        let fits = |(form, argument): (&OperandForm, &Expression<'t>)| match form {
            OperandForm::Register { size, .. } => {
                let of_size = |ty: Type| has_size(shape.row, *size, ty.size());
                self.type_of(argument).is_none_or(of_size)
            }
            _ => immediate(argument).is_some(),
        };
        shape.arguments().zip(&call.arguments).all(fits)
    }

    /// The type of the arguments whose size a field of the row says.
    fn shared(&self, shape: Shape, call: &Call<'t>, field: usize) -> Option<Type> {
        let mut all = shape.arguments().zip(&call.arguments);
        all.find_map(|(form, argument)| match form {
            OperandForm::Register { size: SizeOf::Field(own), .. } if *own == field => {
                self.type_of(argument)
            }
            _ => None,
        })
    }

    /// The operands of an instruction, and what is held for them. `result` is where its value goes.
    fn instruction_operands(
        &mut self,
        shape: Shape,
        call: &Call<'t>,
        result: Option<Place>,
    ) -> Option<(Vec<Operand<'t>>, Vec<Held>)> {
        let (mut operands, mut held) = (Vec::new(), Vec::new());
        let mut arguments = call.arguments.iter();
        for (number, form) in shape.row.syntax.operands.iter().enumerate() {
            let own = shape.result.filter(|(own, _)| *own == number).zip(result);
            if let (Some(((_, is_read), place)), OperandForm::Register { index, .. }) = (own, form)
            {
                if is_read {
                    self.value(arguments.next()?, place)?;
                }
                let place = match index {
                    IndexOf::Fixed(index) => Place { index: *index, ..place },
                    IndexOf::Field(_) => place,
                };
                operands.push(register(call.name.token, place));
                continue;
            }
            let argument = arguments.next()?;
            let OperandForm::Register { size, .. } = form else {
                operands.push(immediate(argument)?);
                continue;
            };
            let shared = match *size {
                SizeOf::Fixed(size) => Some(Type::of(size)),
                SizeOf::Field(field) => self.shared(shape, call, field).or_else(|| {
                    let is_shared = shape.result_size() == Some(SizeOf::Field(field));
                    result.filter(|_| is_shared).map(|place| place.ty)
                }),
            };
            let ty = match self.type_of(argument).or(shared) {
                Some(ty) => ty,
                None => return self.untyped(argument),
            };
            let value = self.operand(argument, ty)?;
            operands.push(register(argument.at, value.place));
            held.push(value);
        }
        Some((operands, held))
    }

    /// Notes an instruction. Its operands are values, but for a result that it does not read.
    fn note_instruction(
        &mut self,
        shape: Shape,
        call: &Call<'t>,
        operands: &[Operand<'t>],
        at: u32,
    ) {
        let (token, mnemonic) = (call.name.token, call.name.text.into());
        if shape.row.is_extension {
            return self.notes.prevent(token, NoTwin::Host { mnemonic });
        }
        if matches!(shape.row.form.name, "IfNA" | "IfNR") {
            return self.notes.prevent(token, NoTwin::Definedness { mnemonic });
        }
        let register = |operand: &Operand<'t>| match operand.kind {
            OperandKind::Register { size, index } => Some(size.register(index)),
            _ => None,
        };
        let result = shape.result.and_then(|(number, _)| register(operands.get(number)?));
        let is_value = |number: usize| shape.result != Some((number, false));
        let values = operands.iter().enumerate().filter(|(number, _)| is_value(*number));
        let operands = values.filter_map(|(_, operand)| register(operand)).collect();
        self.notes.step(Step::Execute { at, operands, result });
    }

    /// Writes the instruction. `result` is where its value goes.
    fn instruction(
        &mut self,
        shape: Shape,
        call: &Call<'t>,
        result: Option<Place>,
        at: usize,
    ) -> Option<()> {
        let (operands, held) = self.instruction_operands(shape, call, result)?;
        let flags = call.flags.map(|flags| (flags.text, flags.token));
        let number = self.notes.next();
        self.emit(call.name.text, flags, &operands, at)?;
        self.note_instruction(shape, call, &operands, number);
        held.into_iter().for_each(|held| self.done(held));
        Some(())
    }
}

/// What a row is as a value, condition or statement; none if it is none.
fn shape_of(row: Row, wanted: Wanted) -> Option<Shape> {
    let mut written = row.form.writes.iter().filter(|form| **form != OperandForm::Status);
    let has_target = row
        .syntax
        .operands
        .iter()
        .any(|form| matches!(form, OperandForm::Target(_) | OperandForm::Site { .. }));
    let leads_elsewhere =
        has_target || !row.is_extension && matches!(row.form.name, "Fail" | "Inv" | "Test" | "Ret");
    if leads_elsewhere {
        return None;
    }
    match wanted {
        Wanted::Value => {
            let result = written.next()?;
            let number = row.syntax.operands.iter().position(|form| form == result)?;
            let is_read = row.form.reads.contains(result);
            let is_one = written.next().is_none() && !NO_VALUES.contains(&row.syntax.mnemonic);
            is_one.then_some(Shape { row, result: Some((number, is_read)) })
        }
        Wanted::Condition => {
            let is_one = written.next().is_none() && can_be_required(row.form);
            is_one.then_some(Shape { row, result: None })
        }
        Wanted::Statement => written.next().is_none().then_some(Shape { row, result: None }),
    }
}

/// An argument that stands in the instruction itself.
fn immediate<'t>(argument: &Expression<'t>) -> Option<Operand<'t>> {
    let kind = match argument.kind {
        ExpressionKind::Literal(literal) => literal.operand(),
        ExpressionKind::Name(name)
            if matches!(name, "true" | "false") || is_constant_name(name) =>
        {
            OperandKind::Name { negative: false, name }
        }
        ExpressionKind::Constant => OperandKind::Constant,
        _ => return None,
    };
    let Expression { first, last, .. } = *argument;
    Some(Operand { kind, first, last, library: None, reading: Reading::Right })
}
