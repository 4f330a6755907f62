//! What an instruction reads, writes, costs and measures, from its row of the table.

use super::extension::ExtensionInstr;
use super::form::{FieldKind, Form, IndexOf, OperandForm, SizeOf};
use super::register::Register;
use super::table::{FORMS, Instr};

impl Instr {
    /// The row of the table or of the extension that describes it; none for bytes that are no
    /// instruction.
    pub fn form(&self) -> Option<&'static Form> {
        match self {
            Instr::Extension(instr) => Some(instr.form()),
            _ => self.row().and_then(|row| FORMS.get(row)),
        }
    }

    /// The instruction word, operands from other segments being zero unless they are places.
    pub(crate) fn word(&self) -> u128 {
        match self {
            Instr::Extension(instr) => instr.word(),
            _ => self.to_word().map_or(0, |(word, _)| word),
        }
    }

    /// The length in bytes, opcode included.
    pub fn length(&self) -> usize {
        match self {
            Instr::Verbatim(verbatim) => verbatim.bytes().len(),
            _ => self.form().map_or(0, Form::length),
        }
    }

    /// The complexity that is counted when it runs; none for bytes that are no instruction, which
    /// stop the program.
    pub fn complexity(&self) -> Option<u64> {
        self.form().map(|form| form.cost)
    }

    /// The registers that its effect depends on, in the order of its operands.
    pub fn reads(&self) -> impl Iterator<Item = Register> + use<> {
        registers(self.form(), self.word(), |form| form.reads)
    }

    /// The registers that it may change.
    pub fn writes(&self) -> impl Iterator<Item = Register> + use<> {
        registers(self.form(), self.word(), |form| form.writes)
    }
}

impl ExtensionInstr {
    /// The registers that its effect depends on, in the order of its operands.
    pub fn reads(&self) -> impl Iterator<Item = Register> + use<> {
        registers(Some(self.form()), self.word(), |form| form.reads)
    }

    /// The registers that it may change.
    pub fn writes(&self) -> impl Iterator<Item = Register> + use<> {
        registers(Some(self.form()), self.word(), |form| form.writes)
    }
}

fn registers(
    form: Option<&'static Form>,
    word: u128,
    list: fn(&'static Form) -> &'static [OperandForm],
) -> impl Iterator<Item = Register> {
    form.into_iter()
        .flat_map(move |form| list(form).iter().filter_map(move |op| form.register(op, word)))
}

impl Form {
    /// The register that an operand names in an instruction word, if it names one.
    pub fn register(&self, operand: &OperandForm, word: u128) -> Option<Register> {
        let (size, index) = match operand {
            OperandForm::Register { size, index } => (size, index),
            OperandForm::Status => return Some(Register::Status),
            _ => return None,
        };
        let size = match *size {
            SizeOf::Fixed(size) => size,
            SizeOf::Field(field) => match self.fields.get(field)?.kind {
                FieldKind::Size(sizes) => *sizes.get(self.field_bits(word, field) as usize)?,
                _ => return None,
            },
        };
        let index = match *index {
            IndexOf::Fixed(index) => index,
            IndexOf::Field(field) => self.field_bits(word, field) as u8,
        };
        Some(Register::Value { size, index })
    }
}
