//! Instructions from bytes and back, by the fields of the table of forms.

use std::sync::LazyLock;

use aluvm_core::isa::{FORMS, Field, FieldKind, Form, IndexOf, OperandForm, RegisterSize, SizeOf};

use crate::state::Register;

/// What stands at a place.
#[derive(Clone, Debug)]
pub enum Decoded {
    /// No code, or bytes that go past 2^16.
    Nothing,
    /// Bytes that are no instruction.
    Reserved,
    Instruction(Instruction),
}

/// An instruction taken apart.
#[derive(Clone, Debug)]
pub struct Instruction {
    pub form: &'static Form,
    /// The bits of each field.
    pub fields: Vec<u64>,
    /// The registers in the order of the text.
    pub registers: Vec<Register>,
    pub length: usize,
}

/// The forms of each opcode.
static BY_OPCODE: LazyLock<Vec<Vec<&'static Form>>> = LazyLock::new(|| {
    let forms = |opcode: u8| FORMS.iter().filter(|form| form.opcode == opcode).collect();
    (0..=255).map(forms).collect()
});

/// The length of a form in bytes, opcode included.
pub fn length(form: &Form) -> usize {
    let bits: u32 = form.fields.iter().map(|field| field.bits).sum();
    1 + bits as usize / 8
}

/// Reads what stands at an offset: "Code is extended with zeros to 2^16 bytes".
pub fn decode(code: &[u8], at: usize, host: &'static [Form]) -> Decoded {
    let Some(&opcode) = code.get(at) else { return Decoded::Nothing };
    let own = BY_OPCODE[usize::from(opcode)].iter().copied();
    let mut forms = own.chain(host.iter().filter(|form| form.opcode == opcode));
    let length = forms.clone().next().map_or(1, length);
    if at + length > 0x1_0000 {
        return Decoded::Nothing;
    }
    let arguments = |index| code.get(at + 1 + index).copied().unwrap_or(0);
    let word =
        (0..length - 1).fold(0, |word, index| word | u128::from(arguments(index)) << (8 * index));
    let fields = forms.find_map(|form| Some((form, fields(form, word)?)));
    let Some((form, fields)) = fields else { return Decoded::Reserved };
    let registers = registers(form, &fields);
    Decoded::Instruction(Instruction { form, fields, registers, length })
}

/// The arguments of a form, packed least significant bit first; none if a fixed one differs.
fn fields(form: &Form, mut word: u128) -> Option<Vec<u64>> {
    let mut values = Vec::with_capacity(form.fields.len());
    for field in form.fields {
        let value = (word % (1 << field.bits)) as u64;
        word >>= field.bits;
        match field.kind {
            FieldKind::Fixed(fixed) if fixed != value => return None,
            _ => values.push(value),
        }
    }
    Some(values)
}

/// The bytes of a form with these bits in its fields that are not fixed, the surplus ones cut.
pub fn encode(form: &Form, mut bits: impl FnMut(&Field) -> u64) -> Vec<u8> {
    let (mut word, mut shift) = (u128::from(form.opcode), 8);
    for field in form.fields {
        let value = match field.kind {
            FieldKind::Fixed(value) => value,
            _ => bits(field) % (1 << field.bits),
        };
        word |= u128::from(value) << shift;
        shift += field.bits;
    }
    word.to_le_bytes()[..length(form)].to_vec()
}

fn registers(form: &Form, fields: &[u64]) -> Vec<Register> {
    let operands = form.syntaxes[0].operands.iter();
    let registers = operands.filter_map(|operand| match *operand {
        OperandForm::Register { size, index } => Some((size, index)),
        _ => None,
    });
    let size = |size| match size {
        SizeOf::Fixed(size) => size,
        SizeOf::Field(field) => sizes(form, field)[fields[field] as usize],
    };
    let index = |index| match index {
        IndexOf::Fixed(index) => index,
        IndexOf::Field(field) => fields[field] as u8,
    };
    registers.map(|(in_size, in_index)| (size(in_size), index(in_index))).collect()
}

/// The sizes that a field of a form has in the order of its codes.
fn sizes(form: &Form, field: usize) -> &'static [RegisterSize] {
    match form.fields[field].kind {
        FieldKind::Size(sizes) => sizes,
        _ => panic!("field {field} of {} is no size", form.name),
    }
}

impl Instruction {
    /// The bits of a field that is called so.
    pub fn field(&self, name: &str) -> u64 {
        let position = self.form.fields.iter().position(|field| field.name == name);
        self.fields[position.unwrap_or_else(|| panic!("{} has no field {name}", self.form.name))]
    }

    /// The letters behind the dot; none if the instruction has no flags.
    pub fn flag(&self) -> &'static str {
        let flag = self.form.fields.iter().zip(&self.fields).find_map(|(field, value)| {
            let FieldKind::Flags(flags) = field.kind else { return None };
            flags.iter().find(|flag| u64::from(flag.bits) == *value)
        });
        flag.map_or("", |flag| flag.text)
    }

    /// The name of the form, with its flag if it has one: `AddA.uc`.
    pub fn name(&self) -> String {
        match self.flag() {
            "" => self.form.name.to_string(),
            flag => format!("{}.{flag}", self.form.name),
        }
    }
}
