//! The binary form of descriptions: numbers in seven bits a byte, the lowest first (LEB128); texts and
//! lists behind their length; lines as differences. A statement of a contract takes its text and five
//! bytes.

use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

use super::{
    Description, ErrorEnum, Name, Parameter, Refusal, Routine, Statement, Variable, Variant,
};
use crate::isa::Register;

/// The first byte: other forms may come.
const VERSION: u8 = 2;

impl<'a> Description<'a> {
    /// The binary form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer(Vec::from([VERSION]));
        writer.text(self.name);
        writer.text(self.file);
        writer.list(&self.names, Writer::name);
        writer.list(&self.errors, Writer::error);
        let mut line = 0;
        writer.list(&self.routines, |writer, routine| writer.routine(routine, &mut line));
        writer.0
    }

    /// Reads the binary form.
    ///
    /// # Errors
    /// If the bytes are not such a form.
    pub fn from_bytes(bytes: &'a [u8]) -> Result<Description<'a>, DescriptionError> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.byte()? != VERSION {
            return Err(reader.error(DescriptionErrorKind::Version));
        }
        let (name, file) = (reader.text()?, reader.text()?);
        let names = reader.list(Reader::name)?;
        let errors = reader.list(Reader::error_enum)?;
        let mut line = 0;
        let routines = reader.list(|reader| reader.routine(&mut line))?;
        match reader.at == bytes.len() {
            true => Ok(Description { name, file, names, errors, routines }),
            false => Err(reader.error(DescriptionErrorKind::Trailing)),
        }
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn list<T>(&mut self, list: &[T], mut item: impl FnMut(&mut Self, &T)) {
        self.number(list.len() as u64);
        list.iter().for_each(|entry| item(self, entry));
    }

    fn register(&mut self, register: Register) {
        self.0.extend_from_slice(&register.to_code());
    }

    fn name(&mut self, name: &Name<'_>) {
        self.text(name.name);
        self.register(name.register);
    }

    fn parameter(&mut self, parameter: &Parameter<'_>) {
        self.text(parameter.name);
        self.register(parameter.register);
        self.0.push(u8::from(parameter.is_signed) << 1 | u8::from(parameter.is_optional));
    }

    fn variable(&mut self, variable: &Variable<'_>) {
        self.text(variable.name);
        self.register(variable.register);
        self.0.push(variable.is_signed.into());
        self.number(variable.offset.into());
        self.number(variable.end.into());
    }

    fn error(&mut self, error: &ErrorEnum<'_>) {
        self.text(error.name);
        self.register(error.register);
        self.list(&error.variants, |writer, variant| {
            writer.text(variant.name);
            writer.number(variant.number);
            writer.text(variant.docs);
        });
    }

    fn routine(&mut self, routine: &Routine<'_>, line: &mut u32) {
        self.text(routine.name);
        self.text(routine.docs);
        self.number(routine.offset.into());
        self.0.push(routine.is_public.into());
        self.list(&routine.inputs, Writer::parameter);
        self.list(&routine.outputs, Writer::parameter);
        self.list(&routine.names, Writer::name);
        self.list(&routine.variables, Writer::variable);
        self.list(&routine.statements, |writer, statement| writer.statement(statement, line));
    }

    fn statement(&mut self, statement: &Statement<'_>, line: &mut u32) {
        let is_refusing = u64::from(statement.refusal.is_some());
        self.number(u64::from(statement.length) << 1 | is_refusing);
        if let Some(Refusal { error, variant }) = statement.refusal {
            self.number(error.into());
            self.number(variant.into());
        }
        // Downwards is positive; the sign is the lowest bit.
        let difference = i64::from(statement.line) - i64::from(*line);
        self.number((difference << 1 ^ difference >> 63).cast_unsigned());
        *line = statement.line;
        self.number(statement.column.into());
        self.text(statement.text);
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn error(&self, kind: DescriptionErrorKind) -> DescriptionError {
        DescriptionError { offset: self.at, kind }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], DescriptionError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let taken = rest.get(..count).ok_or(self.error(DescriptionErrorKind::Truncated))?;
        self.at += count;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, DescriptionError> {
        let byte = self.bytes.get(self.at).ok_or(self.error(DescriptionErrorKind::Truncated))?;
        self.at += 1;
        Ok(*byte)
    }

    fn flag(&mut self) -> Result<bool, DescriptionError> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.error(DescriptionErrorKind::Number)),
        }
    }

    fn number<T: TryFrom<u64>>(&mut self) -> Result<T, DescriptionError> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            if bits << shift >> shift != bits {
                break;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return T::try_from(number).or(Err(self.error(DescriptionErrorKind::Number)));
            }
        }
        Err(self.error(DescriptionErrorKind::Number))
    }

    fn text(&mut self) -> Result<&'a str, DescriptionError> {
        let length = self.number()?;
        str::from_utf8(self.take(length)?).or(Err(self.error(DescriptionErrorKind::Text)))
    }

    fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, DescriptionError>,
    ) -> Result<Vec<T>, DescriptionError> {
        let count: usize = self.number()?;
        // No reservation by a number that may lie: each entry has a byte at least.
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(item(self)?);
        }
        Ok(list)
    }

    fn register(&mut self) -> Result<Register, DescriptionError> {
        let code = [self.byte()?, self.byte()?];
        Register::from_code(code).ok_or(self.error(DescriptionErrorKind::Register))
    }

    fn name(&mut self) -> Result<Name<'a>, DescriptionError> {
        Ok(Name { name: self.text()?, register: self.register()? })
    }

    fn parameter(&mut self) -> Result<Parameter<'a>, DescriptionError> {
        let (name, register) = (self.text()?, self.register()?);
        let flags = self.byte()?;
        if flags > 3 {
            return Err(self.error(DescriptionErrorKind::Number));
        }
        let (is_signed, is_optional) = (flags & 2 != 0, flags & 1 != 0);
        Ok(Parameter { name, register, is_signed, is_optional })
    }

    fn variable(&mut self) -> Result<Variable<'a>, DescriptionError> {
        Ok(Variable {
            name: self.text()?,
            register: self.register()?,
            is_signed: self.flag()?,
            offset: self.number()?,
            end: self.number()?,
        })
    }

    fn error_enum(&mut self) -> Result<ErrorEnum<'a>, DescriptionError> {
        let (name, register) = (self.text()?, self.register()?);
        let variants = self.list(|reader| {
            let (name, number) = (reader.text()?, reader.number()?);
            Ok(Variant { name, number, docs: reader.text()? })
        })?;
        Ok(ErrorEnum { name, register, variants })
    }

    fn routine(&mut self, line: &mut u32) -> Result<Routine<'a>, DescriptionError> {
        let (name, docs, offset) = (self.text()?, self.text()?, self.number()?);
        let is_public = self.flag()?;
        let inputs = self.list(Reader::parameter)?;
        let outputs = self.list(Reader::parameter)?;
        let names = self.list(Reader::name)?;
        let variables = self.list(Reader::variable)?;
        let mut at = offset;
        let statements = self.list(|reader| reader.statement(&mut at, line))?;
        Ok(Routine { name, docs, offset, is_public, inputs, outputs, names, variables, statements })
    }

    /// A statement at an offset, which moves behind it.
    fn statement(
        &mut self,
        at: &mut u16,
        line: &mut u32,
    ) -> Result<Statement<'a>, DescriptionError> {
        let head: u32 = self.number()?;
        let too_great = self.error(DescriptionErrorKind::Number);
        let length = u16::try_from(head >> 1).or(Err(too_great))?;
        let refusal = match head & 1 {
            1 => Some(Refusal { error: self.number()?, variant: self.number()? }),
            _ => None,
        };
        let difference: u64 = self.number()?;
        let difference = (difference >> 1).cast_signed() ^ -((difference & 1).cast_signed());
        let sum = i64::from(*line).checked_add(difference);
        *line = sum.and_then(|sum| u32::try_from(sum).ok()).ok_or(too_great)?;
        let statement = Statement {
            offset: *at,
            length,
            line: *line,
            column: self.number()?,
            text: self.text()?,
            refusal,
        };
        // The last statement of code of the greatest length ends at 65535.
        *at = at.checked_add(length).ok_or(too_great)?;
        Ok(statement)
    }
}

/// Why bytes are not a description.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DescriptionError {
    /// The byte at which reading ended.
    pub offset: usize,
    /// What is wrong there.
    pub kind: DescriptionErrorKind,
}

/// What is wrong with the bytes of a description.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DescriptionErrorKind {
    /// The form is of another version.
    Version,
    /// The bytes end too early.
    Truncated,
    /// There are bytes behind the end.
    Trailing,
    /// A number is greater than it can be.
    Number,
    /// A text is not UTF-8.
    Text,
    /// There is no such register.
    Register,
}

impl Display for DescriptionError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            DescriptionErrorKind::Version => "the description is of another version",
            DescriptionErrorKind::Truncated => "the description ends too early",
            DescriptionErrorKind::Trailing => "the description has bytes behind its end",
            DescriptionErrorKind::Number => "a number in the description is too great",
            DescriptionErrorKind::Text => "a text in the description is not UTF-8",
            DescriptionErrorKind::Register => {
                "the description names a register that does not exist"
            }
        })?;
        write!(f, " (at byte {})", self.offset)
    }
}

impl Error for DescriptionError {}
