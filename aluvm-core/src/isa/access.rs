//! Which registers an instruction reads and writes, what it costs, and how long it is.

use super::field::FieldKind;
use super::form::{Form, IndexOf, OperandForm, SizeOf};
use super::register::Register;
use super::table::{FORMS, Instr};

impl Instr {
    /// The description of the instruction; none for bytes that are no instruction.
    pub fn form(&self) -> Option<&'static Form> {
        match self {
            Instr::Extension(instr) => Some(instr.form()),
            _ => FORMS.get(self.row()?),
        }
    }

    /// The instruction word; operands from other segments are zero unless they are places.
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

    /// The complexity; zero for a reserved instruction, which stops the program at once.
    pub fn cost(&self) -> u64 {
        self.form().map_or(0, |form| form.cost)
    }

    /// The registers whose values the instruction depends on, in the order of its description.
    pub fn reads(&self) -> impl Iterator<Item = Register> {
        self.registers(|form| form.reads)
    }

    /// The registers that the instruction may change, in the order of its description.
    pub fn writes(&self) -> impl Iterator<Item = Register> {
        self.registers(|form| form.writes)
    }

    fn registers(
        &self,
        which: fn(&'static Form) -> &'static [OperandForm],
    ) -> impl Iterator<Item = Register> {
        let word = self.word();
        let forms = self.form().map(|form| (form, which(form)));
        forms
            .into_iter()
            .flat_map(|(form, operands)| operands.iter().map(move |operand| (form, operand)))
            .filter_map(move |(form, operand)| operand.register(form, word))
    }
}

impl OperandForm {
    /// The register that this operand names in an instruction word; none if it is no register.
    pub fn register(&self, form: &Form, word: u128) -> Option<Register> {
        match *self {
            OperandForm::Register { size, index } => {
                let size = match size {
                    SizeOf::Fixed(size) => size,
                    SizeOf::Field(field) => match form.fields.get(field)?.kind {
                        FieldKind::Size(sizes) => {
                            *sizes.get(form.field_bits(word, field) as usize)?
                        }
                        _ => return None,
                    },
                };
                let index = match index {
                    IndexOf::Fixed(index) => index,
                    IndexOf::Field(field) => form.field_bits(word, field) as u8,
                };
                Some(Register::Value { size, index })
            }
            OperandForm::Status => Some(Register::Status),
            _ => None,
        }
    }
}
