//! Filling the fields of the chosen row from the operands.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::block::{ConstantUse, LibraryOperand, Resolved, Wanted};
use super::choose::{Choice, sizes};
use super::error::{AsmErrorKind, IntegerRange};
use super::label::LabelUse;
use super::literal::{Numeral, Text, numeral, small, text};
use super::operand::{Library, LibraryKind, Operand, OperandKind};
use super::stmt::{Assembler, Head};
use super::token::Span;
use crate::isa::{Form, IndexOf, OperandForm, RegisterSize, SizeOf};
use crate::library::LibId;

impl<'t, S: Span> Assembler<'t, S> {
    /// The instruction that a statement means. Reports what is wrong with it.
    pub(super) fn resolve(
        &mut self,
        head: Head<'t>,
        operands: &[Operand<'t>],
    ) -> Option<Resolved<S>> {
        let choice = self.choose(head, operands)?;
        let row = choice.row;
        let mut resolved = Resolved {
            form: Some(row.form),
            is_extension: row.is_extension,
            word: row.form.fixed_bits(),
            verbatim: None,
            data: None,
            library: None,
            is_placed: false,
            constants: Vec::new(),
            mnemonic: self.tokens.span(head.at, head.at)?,
        };
        if let Some((field, value)) = row.syntax.condition {
            resolved.set(field, value as u64);
        }
        self.fill_flags(head, &choice, operands, &mut resolved);
        for (number, form) in row.syntax.operands.iter().enumerate() {
            let operand = &operands[choice.written(number)];
            self.fill_operand(form, operand, &choice, operands, &mut resolved);
        }
        if self.is_wrong { None } else { Some(resolved) }
    }

    fn fill_operand(
        &mut self,
        form: &OperandForm,
        operand: &Operand<'t>,
        choice: &Choice,
        operands: &[Operand<'t>],
        resolved: &mut Resolved<S>,
    ) {
        if matches!(operand.kind, OperandKind::Wrong) {
            self.is_wrong = true;
            return;
        }
        match *form {
            OperandForm::Register { size, index } => {
                self.fill_register(operand, size, index, choice.row.form, resolved);
            }
            OperandForm::Status => {}
            OperandForm::RegisterData(field) | OperandForm::StringData(field) => {
                let register = operands[choice.written(0)].kind;
                if let OperandKind::Register { size, .. } = register {
                    self.fill_data(operand, size, field, resolved);
                }
            }
            OperandForm::Target(field) => self.fill_target(operand, field, resolved),
            OperandForm::Site { offset, library } => match operand.library {
                Some(found) => {
                    self.fill_target(operand, offset, resolved);
                    self.fill_library(found, library, resolved);
                }
                None => {
                    let shift = choice.row.form.field_shift(offset);
                    self.fill_constant(operand, Wanted::Site { shift }, resolved);
                }
            },
            OperandForm::Step { field, negated } => {
                self.fill_step(operand, field, negated, resolved);
            }
            OperandForm::Switch(field) => self.fill_switch(operand, field, resolved),
            OperandForm::Unsigned(field) => self.fill_unsigned(operand, field, resolved),
        }
    }

    fn fill_register(
        &mut self,
        operand: &Operand<'t>,
        size_of: SizeOf,
        index_of: IndexOf,
        form: &Form,
        resolved: &mut Resolved<S>,
    ) {
        let OperandKind::Register { size, index } = operand.kind else { return };
        if let SizeOf::Field(field) = size_of {
            let bits = sizes(form, field).iter().position(|other| *other as u8 == size as u8);
            resolved.set(field, bits.unwrap_or_default() as u64);
        }
        let IndexOf::Field(field) = index_of else { return };
        let count = 1u64 << form.fields[field].bits;
        if u64::from(index) < count {
            return resolved.set(field, index.into());
        }
        self.is_wrong = true;
        let token = (operand.first + 2).min(operand.last);
        let (count, index) = (count as u8, alloc::format!("{index}").into());
        self.error(token, AsmErrorKind::IndexTooLarge { size, index, count });
    }

    pub(super) fn fill_constant(
        &mut self,
        operand: &Operand<'t>,
        wanted: Wanted,
        resolved: &mut Resolved<S>,
    ) {
        self.push_constant(operand.first, operand.last, wanted, resolved);
    }

    fn push_constant(
        &mut self,
        first: usize,
        last: usize,
        wanted: Wanted,
        resolved: &mut Resolved<S>,
    ) {
        if let Some(span) = self.tokens.span(first, last) {
            resolved.constants.push(ConstantUse { tokens: first..last + 1, span, wanted });
        }
    }

    fn fill_target(&mut self, operand: &Operand<'t>, field: usize, resolved: &mut Resolved<S>) {
        let shift = resolved.shift(field);
        let may_be_constant = matches!(operand.kind, OperandKind::Constant);
        if operand.first == operand.last
            && let Some(name) = self.tokens.ident(operand.first)
        {
            let (token, instr) = (operand.first, self.instrs.len());
            return self.use_label(LabelUse { name, token, instr, shift, may_be_constant });
        }
        match operand.kind {
            OperandKind::Constant => {
                self.fill_constant(operand, Wanted::Unsigned { shift, bits: 16 }, resolved);
            }
            OperandKind::Number { .. } => self.fill_unsigned(operand, field, resolved),
            _ => self.wrong(operand, "a label, an offset in the code or a constant"),
        }
    }

    fn fill_library(&mut self, library: Library, field: usize, resolved: &mut Resolved<S>) {
        match library.kind {
            LibraryKind::Id => match self.library_id(library.first) {
                Some(id) => resolved.library = Some(LibraryOperand::Id(id)),
                None => self.is_wrong = true,
            },
            LibraryKind::Index(index) => {
                resolved.library = Some(LibraryOperand::Index(index));
                resolved.set(field, index.into());
            }
            LibraryKind::Constant => {
                self.push_constant(library.first, library.last, Wanted::Library, resolved);
            }
            LibraryKind::Wrong => self.is_wrong = true,
        }
    }

    /// The library id in the string literal at a token.
    pub(super) fn library_id(&mut self, token: usize) -> Option<LibId> {
        let error = match text(self.tokens.literal(token)?) {
            Ok(Text::String(bytes) | Text::Bytes(bytes)) => {
                match core::str::from_utf8(&bytes).unwrap_or_default().parse() {
                    Ok(id) => return Some(id),
                    Err(error) => AsmErrorKind::LibraryId(Box::new(error)),
                }
            }
            Err(error) => AsmErrorKind::Literal(error),
        };
        self.error(token, error);
        None
    }

    fn fill_step(
        &mut self,
        operand: &Operand<'t>,
        field: usize,
        negated: bool,
        resolved: &mut Resolved<S>,
    ) {
        match operand.kind {
            OperandKind::Constant => {
                let shift = resolved.shift(field);
                self.fill_constant(operand, Wanted::Step { shift, negated }, resolved);
            }
            OperandKind::Number { negative, text } => {
                let range = if negated { -127..=128 } else { -128..=127 };
                let bounds = IntegerRange::Bounds { least: *range.start(), most: *range.end() };
                let Some(value) = self.small_integer(operand, text, bounds.clone()) else { return };
                let value = i128::try_from(value).unwrap_or(i128::MAX);
                let value = if negative { -value } else { value };
                if !range.contains(&value) {
                    return self.out_of_range(operand, bounds, None);
                }
                let step = if negated { -value } else { value };
                resolved.set(field, step as u64);
            }
            _ => self.wrong(operand, "a number, -128..=127, or a constant"),
        }
    }

    fn fill_switch(&mut self, operand: &Operand<'t>, field: usize, resolved: &mut Resolved<S>) {
        match operand.kind {
            OperandKind::Name { negative: false, name: "true" } => resolved.set(field, 1),
            OperandKind::Name { negative: false, name: "false" } => {}
            OperandKind::Constant => {
                let shift = resolved.shift(field);
                self.fill_constant(operand, Wanted::Switch { shift }, resolved);
            }
            _ => self.wrong(operand, "`true` or `false`"),
        }
    }

    fn fill_unsigned(&mut self, operand: &Operand<'t>, field: usize, resolved: &mut Resolved<S>) {
        let bits = resolved.form.map_or(16, |form| form.fields[field].bits);
        match operand.kind {
            OperandKind::Constant => {
                let shift = resolved.shift(field);
                self.fill_constant(operand, Wanted::Unsigned { shift, bits }, resolved);
            }
            OperandKind::Number { negative, text } => {
                let range = IntegerRange::unsigned(bits);
                let Some(value) = self.small_integer(operand, text, range.clone()) else { return };
                if value >> bits != 0 || negative && value != 0 {
                    return self.out_of_range(operand, range, None);
                }
                resolved.set(field, value as u64);
            }
            _ => self.wrong(operand, "a number or a constant"),
        }
    }

    /// The magnitude of an integer or byte literal; reports what is none.
    fn small_integer(
        &mut self,
        operand: &Operand<'t>,
        text: &str,
        range: IntegerRange,
    ) -> Option<u128> {
        match numeral(text) {
            Ok(Numeral::Integer { radix, digits }) => {
                return Some(small(radix, digits).unwrap_or(u128::MAX));
            }
            Ok(Numeral::Byte(byte)) => return Some(byte.into()),
            Ok(Numeral::Float) => {
                let found = self.describe_operand(operand);
                self.error_between(
                    operand.first,
                    operand.last,
                    AsmErrorKind::NotInteger { found, range },
                );
            }
            Err(error) => self.error(operand.last, AsmErrorKind::Literal(error)),
        }
        self.is_wrong = true;
        None
    }

    pub(super) fn out_of_range(
        &mut self,
        operand: &Operand<'t>,
        range: IntegerRange,
        size: Option<RegisterSize>,
    ) {
        self.is_wrong = true;
        let found = self.describe_operand(operand);
        let error = AsmErrorKind::IntegerRange { found, range, size };
        self.error_between(operand.first, operand.last, error);
    }
}

impl<S> Resolved<S> {
    /// Sets a field that is zero so far.
    pub(super) fn set(&mut self, field: usize, bits: u64) {
        if let Some(form) = self.form
            && let Some(width) = form.fields.get(field).map(|field| field.bits)
        {
            let bits = bits & (u64::MAX >> (64 - width));
            self.word |= u128::from(bits) << form.field_shift(field);
        }
    }

    fn shift(&self, field: usize) -> u32 {
        self.form.map_or(0, |form| form.field_shift(field))
    }
}
