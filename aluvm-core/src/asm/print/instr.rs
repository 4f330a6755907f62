//! Instructions to canonical text, which reads back as the same instruction.

use alloc::string::String;
use core::fmt::{self, Display, Formatter, Write};

use crate::isa::{
    Data, ExtensionInstr, FORMS, Family, FieldKind, Form, IndexOf, Instr, LibraryRef, OperandForm,
    RegisterSize, SizeOf, Syntax, Verbatim,
};

/// The column at which operands begin.
const OPERANDS_COLUMN: usize = 8;

/// Prints the instruction in the language of `aluasm!`, without the `;`.
///
/// A constant of the wrong width for its register, which no library can hold, prints as a byte string
/// that does not read back.
impl Display for Instr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_instr(f, self, &|_| false)
    }
}

impl Display for ExtensionInstr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Printer::of_extension(self, &|_| false).write(f)
    }
}

impl Display for Verbatim {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, byte) in self.bytes().iter().enumerate() {
            let before = if number == 0 { ".byte " } else { ", " };
            write!(f, "{before}{byte:#04x}")?;
        }
        Ok(())
    }
}

/// Prints an instruction, with labels for those jump targets for which `has_label` says so.
pub(super) fn write_instr(
    f: &mut Formatter<'_>,
    instr: &Instr,
    has_label: &dyn Fn(u16) -> bool,
) -> fmt::Result {
    match instr {
        Instr::Extension(instr) => Printer::of_extension(instr, has_label).write(f),
        Instr::Verbatim(verbatim) => Display::fmt(verbatim, f),
        _ => {
            let (Some(row), Some((word, _))) = (instr.row(), instr.to_word()) else {
                return Ok(());
            };
            let (data, library) = (instr.data(), instr.library());
            Printer { form: &FORMS[row], word, data, library, has_label }.write(f)
        }
    }
}

/// The name of the label at an offset.
pub(super) fn write_label(f: &mut Formatter<'_>, offset: u16) -> fmt::Result {
    write!(f, "L{offset:04X}")
}

struct Printer<'a> {
    form: &'a Form,
    word: u128,
    data: Option<&'a Data>,
    library: Option<&'a LibraryRef>,
    has_label: &'a dyn Fn(u16) -> bool,
}

impl<'a> Printer<'a> {
    fn of_extension(instr: &'a ExtensionInstr, has_label: &'a dyn Fn(u16) -> bool) -> Printer<'a> {
        let (form, word) = (instr.form(), instr.word());
        Printer { form, word, data: None, library: None, has_label }
    }

    fn bits(&self, field: usize) -> u64 {
        self.form.field_bits(self.word, field)
    }

    /// The bits of a field as a signed number.
    fn signed(&self, field: usize) -> i64 {
        let unused = 64 - self.form.fields[field].bits;
        ((self.bits(field) << unused) as i64) >> unused
    }

    /// The text whose condition holds; the table has one without a condition.
    fn syntax(&self) -> &'a Syntax {
        let holds = |syntax: &&Syntax| {
            syntax.condition.is_none_or(|(field, value)| self.signed(field) == value)
        };
        self.form.syntaxes.iter().find(holds).unwrap_or(&self.form.syntaxes[0])
    }

    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let syntax = self.syntax();
        f.write_str(syntax.mnemonic)?;
        let mut column = syntax.mnemonic.len();
        if let Some(field) = syntax.flags
            && let FieldKind::Flags(flags) = self.form.fields[field].kind
            && let Some(flag) = flags.get(self.bits(field) as usize)
        {
            write!(f, ".{}", flag.text)?;
            column += 1 + flag.text.len();
        }
        for (number, operand) in syntax.operands.iter().enumerate() {
            if number == 0 {
                let padding = OPERANDS_COLUMN.saturating_sub(column).max(1);
                write!(f, "{:padding$}", "")?;
            } else {
                f.write_str(", ")?;
            }
            self.write_operand(f, operand)?;
        }
        Ok(())
    }

    fn write_operand(&self, f: &mut Formatter<'_>, operand: &OperandForm) -> fmt::Result {
        match *operand {
            OperandForm::Register { size, index } => {
                let index = match index {
                    IndexOf::Fixed(index) => index.into(),
                    IndexOf::Field(field) => self.bits(field),
                };
                write!(f, "{}[{index}]", self.size(size))
            }
            OperandForm::Status => f.write_str("st0"),
            OperandForm::RegisterData(field) => match self.data {
                Some(Data::At { .. }) | None => write!(f, "@{}", Hex(self.bits(field))),
                Some(data) => write_value(f, self.put_size(), data.bytes().unwrap_or_default()),
            },
            OperandForm::StringData(field) => match self.data {
                Some(Data::At { .. }) | None => {
                    let bits = self.bits(field);
                    write!(f, "@{}[{}]", Hex(bits & 0xFFFF), bits >> 16)
                }
                Some(data) => write_string(f, data.bytes().unwrap_or_default()),
            },
            OperandForm::Target(field) => {
                let offset = self.bits(field);
                match u16::try_from(offset) {
                    Ok(offset) if (self.has_label)(offset) => write_label(f, offset),
                    _ => write!(f, "{}", Hex(offset)),
                }
            }
            OperandForm::Site { offset, library } => {
                write!(f, "{} @ ", Hex(self.bits(offset)))?;
                match self.library {
                    Some(LibraryRef::Id(id)) => write!(f, "\"{id}\""),
                    _ => write!(f, "{}", self.bits(library)),
                }
            }
            OperandForm::Step { field, negated } => {
                let step = self.signed(field);
                write!(f, "{}", if negated { -step } else { step })
            }
            OperandForm::Switch(field) => write!(f, "{}", self.bits(field) != 0),
            OperandForm::Unsigned(field) => write!(f, "{}", self.bits(field)),
        }
    }

    fn size(&self, size: SizeOf) -> RegisterSize {
        let field = match size {
            SizeOf::Fixed(size) => return size,
            SizeOf::Field(field) => field,
        };
        match self.form.fields[field].kind {
            FieldKind::Size(sizes) => sizes.get(self.bits(field) as usize).copied(),
            _ => None,
        }
        .unwrap_or(RegisterSize::A8)
    }

    /// The size of the register that a constant is for, which stands first.
    fn put_size(&self) -> RegisterSize {
        let registers = self.syntax().operands.iter().find_map(|operand| match operand {
            OperandForm::Register { size, .. } => Some(*size),
            _ => None,
        });
        registers.map_or(RegisterSize::A8, |size| self.size(size))
    }
}

/// An offset.
struct Hex(u64);

impl Display for Hex {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "0x{:04X}", self.0)
    }
}

/// Prints the constant for a register: integers in decimal up to 64 bits and in hexadecimal beyond,
/// R registers in hexadecimal. What is no value of a float format prints as its bytes.
fn write_value(f: &mut Formatter<'_>, size: RegisterSize, bytes: &[u8]) -> fmt::Result {
    if bytes.len() != size.bytes() {
        return write_bytes(f, bytes);
    }
    match size.family() {
        Family::F => match size.float_format().and_then(|format| format.print(bytes)) {
            Some(text) => f.write_str(&text),
            None => write_bytes(f, bytes),
        },
        Family::A if bytes.iter().skip(8).all(|byte| *byte == 0) => {
            let mut low = [0; 8];
            for (to, from) in low.iter_mut().zip(bytes) {
                *to = *from;
            }
            write!(f, "{}", u64::from_le_bytes(low))
        }
        _ => {
            f.write_str("0x")?;
            let mut digits = bytes.iter().rev().skip_while(|byte| **byte == 0);
            write!(f, "{:x}", digits.next().unwrap_or(&0))?;
            digits.try_for_each(|byte| write!(f, "{byte:02x}"))
        }
    }
}

/// Prints a byte string as text, if it is text that shows what it is.
fn write_string(f: &mut Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    let Some(text) = core::str::from_utf8(bytes).ok().and_then(escaped) else {
        return write_bytes(f, bytes);
    };
    write!(f, "\"{text}\"")
}

/// Text with escapes; none if it has characters that do not show, or not as what they are.
fn escaped(text: &str) -> Option<String> {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            '"' | '\\' => escaped.extend(['\\', character]),
            ' '..='~' => escaped.push(character),
            _ if character.is_alphanumeric() => escaped.push(character),
            _ => return None,
        }
    }
    Some(escaped)
}

/// Prints a byte string literal.
pub(super) fn write_bytes(f: &mut Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    f.write_str("b\"")?;
    for byte in bytes {
        match byte {
            b'"' | b'\\' => write!(f, "\\{}", char::from(*byte))?,
            b' '..=b'~' => f.write_char((*byte).into())?,
            _ => write!(f, "\\x{byte:02x}")?,
        }
    }
    f.write_str("\"")
}
