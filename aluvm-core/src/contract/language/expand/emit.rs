//! Writing instructions: each has the token that caused it.

use super::{Expander, Source};
use crate::asm::parse::{
    Instruction, Operand, OperandKind, Reading, Row, Statement, StatementKind,
};
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::item::Name;
use crate::contract::language::places::Place;
use crate::contract::names::Meaning;
use crate::contract::twin::Step;
use crate::isa::{FieldKind, IndexOf, OperandForm, Register, RegisterSize, SizeOf};

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// Begins a statement of the source.
    pub(super) fn begin(&mut self, source: Source) -> usize {
        self.sources.push(source);
        self.sources.len() - 1
    }

    /// Appends a statement that stands for a part of the statement of the source with this number.
    pub(super) fn push(&mut self, kind: StatementKind<'t>, source: usize) {
        let Some(origin) = self.sources.get(source) else { return };
        let (first, attributes) = (origin.first, origin.attributes.clone());
        self.notes.count(&kind);
        self.out.list.push(Statement { kind, first, attributes });
        self.origins.push(source as u32);
    }

    /// Writes an instruction.
    pub(super) fn emit(
        &mut self,
        mnemonic: &'t str,
        flags: Option<(&'t str, usize)>,
        operands: &[Operand<'t>],
        at: usize,
    ) -> Option<()> {
        let rows = self.context.library.grammar.mnemonics.find(mnemonic);
        self.check_fields(rows.iter(), operands, at)?;
        let operands = self.out.push_operands(operands);
        let reading = Reading::Right;
        let instruction = Instruction { mnemonic, at, rows, flags, operands, reading };
        self.push(StatementKind::Instruction(instruction), self.current);
        Some(())
    }

    /// Writes an instruction whose operands are registers.
    pub(super) fn on(
        &mut self,
        mnemonic: &'t str,
        flags: Option<&'t str>,
        places: &[Place],
        at: usize,
    ) -> Option<()> {
        let mut operands = [register(at, Place::of((RegisterSize::A8, 0))); 3];
        let count = places.len().min(operands.len());
        for (operand, place) in operands.iter_mut().zip(places) {
            *operand = register(at, *place);
        }
        let flags = flags.map(|flags| (flags, at));
        self.emit(mnemonic, flags, operands.get(..count).unwrap_or_default(), at)
    }

    pub(super) fn test(&mut self, at: usize) -> Option<()> {
        let test = self.notes.next();
        self.emit("test", None, &[], at)?;
        self.notes.step(Step::Test { at: test });
        Some(())
    }

    pub(super) fn test_if(&mut self, is_needed: bool, at: usize) -> Option<()> {
        match is_needed {
            true => self.test(at),
            false => Some(()),
        }
    }

    pub(super) fn invert(&mut self, at: usize) -> Option<()> {
        let status = OperandKind::Name { negative: false, name: "st0" };
        self.emit("inv", None, &[Operand::at(at, status)], at)
    }

    pub(super) fn ret(&mut self, at: usize) -> Option<()> {
        self.emit("ret", None, &[], at)
    }

    /// Writes `jmp` or `jif`.
    pub(super) fn jump(&mut self, mnemonic: &'t str, label: &'t str, at: usize) -> Option<()> {
        let target = OperandKind::Name { negative: false, name: label };
        self.emit(mnemonic, None, &[Operand::at(at, target)], at)
    }

    /// A label that stands nowhere yet.
    pub(super) fn new_label(&mut self) -> &'t str {
        let label = self.context.labels.get(self.labels).map_or("", |label| label.as_str());
        self.labels += 1;
        label
    }

    pub(super) fn label(&mut self, name: &'t str) {
        self.push(StatementKind::Label { name }, self.current);
    }

    /// Puts the error of the statement into its register.
    pub(super) fn put_refusal(&mut self) {
        if let Some(error) = self.refusal {
            self.push(StatementKind::Put { error }, self.current);
        }
    }

    /// Puts it there again behind a call, which may have left another. What is no error has been reported before.
    pub(super) fn put_refusal_again(&mut self) {
        let name = self.refusal.and_then(|token| self.context.library.tokens.ident(token));
        let meaning = name.and_then(|name| self.context.library.names.get(name));
        if let Some(Meaning::Variant { .. }) = meaning {
            self.put_refusal();
        }
    }

    /// Writes `dup`, or what stands for it where there is none.
    pub(super) fn copy(&mut self, from: Place, to: Place, at: usize) -> Option<()> {
        if from.is(to) {
            return Some(());
        }
        if to.ty.size() != RegisterSize::S16 {
            return self.on("dup", None, &[from, to], at);
        }
        self.on("rev", None, &[from, to], at)?;
        self.on("rev", None, &[to, to], at)
    }

    /// Writes `mov`.
    pub(super) fn transfer(&mut self, from: Place, to: Place, at: usize) -> Option<()> {
        match from.is(to) {
            true => Some(()),
            false => self.on("mov", None, &[from, to], at),
        }
    }

    /// Reports a register that the field of the instruction cannot name.
    fn check_fields(
        &mut self,
        rows: impl Iterator<Item = Row>,
        operands: &[Operand<'t>],
        at: usize,
    ) -> Option<()> {
        let mut narrow = None;
        for row in rows {
            match too_narrow(row, operands) {
                Some(None) => return Some(()),
                Some(Some(found)) => narrow = Some((row.syntax.mnemonic, found)),
                None => {}
            }
        }
        let Some((mnemonic, (register, count))) = narrow else { return Some(()) };
        self.error(at, LanguageErrorKind::NarrowField { mnemonic, register, count })
    }

    /// The operand that names a routine of the library.
    pub(super) fn routine(name: Name<'t>) -> Operand<'t> {
        let kind = OperandKind::Name { negative: false, name: name.text };
        Operand::at(name.token, kind)
    }
}

/// A register as an operand.
pub(super) fn register<'t>(at: usize, place: Place) -> Operand<'t> {
    let (size, index) = place.register();
    Operand::at(at, OperandKind::Register { size, index })
}

/// The register among operands whose field in a row is too narrow for it, and how many the field can name. None if the
/// row takes others.
fn too_narrow(row: Row, operands: &[Operand<'_>]) -> Option<Option<(Register, u8)>> {
    if row.syntax.operands.len() != operands.len() {
        return None;
    }
    let mut found = None;
    for (form, operand) in row.syntax.operands.iter().zip(operands) {
        match (form, operand.kind) {
            (
                OperandForm::Register { size, index },
                OperandKind::Register { size: own, index: number },
            ) => {
                if !has_size(row, *size, own) {
                    return None;
                }
                if let IndexOf::Field(field) = index {
                    let bits = row.form.fields.get(*field).map_or(8, |field| field.bits);
                    if u32::from(number) >> bits != 0 {
                        found = found.or(Some((own.register(number), 1 << bits)));
                    }
                }
            }
            (OperandForm::Register { .. }, _) | (_, OperandKind::Register { .. }) => return None,
            _ => {}
        }
    }
    Some(found)
}

/// Whether a register operand of a row can have a size.
pub(super) fn has_size(row: Row, size: SizeOf, own: RegisterSize) -> bool {
    match size {
        SizeOf::Fixed(size) => size == own,
        SizeOf::Field(field) => match row.form.fields.get(field).map(|field| field.kind) {
            Some(FieldKind::Size(sizes)) => sizes.contains(&own),
            _ => false,
        },
    }
}
