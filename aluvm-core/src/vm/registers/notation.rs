//! Values as text, in the notation of the rows of `conformance/`, which recorded runs share: `200`,
//! `0xFF`, `2^64-1`, `MAX`, `hex:00ff`, `2.13`, `"ab"*3+"\x00"`, `true`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

use super::Value;
use crate::bytes::{ByteString, TooLong};
use crate::isa::{Family, Register};
use crate::limits::BYTES_MAX;
use crate::num::float::{FloatLiteralError, Natural};

impl Value {
    /// Reads the value of a register.
    ///
    /// - Integers are sums of decimal or `0x` numbers, `2^k`, and the edges of the register's width:
    ///   `MAX`, the greatest unsigned number; `MIN`, the least signed one; `SMAX`, the greatest.
    ///   Negative ones are two's complement. R registers hold little-endian numbers.
    /// - `hex:` is followed by the bytes in order, in hexadecimal.
    /// - Floats are decimal numbers, rounded to nearest even, `inf`, or a pattern in `0x`.
    /// - Strings are pieces joined by `+`, each `"text"` with escapes as `\x00`, `\"` and `\\`, perhaps
    ///   repeated by `*3`.
    /// - `st0` is `true` or `false`.
    ///
    /// ```
    /// use aluvm_core::isa::RegisterSize;
    /// use aluvm_core::vm::Value;
    ///
    /// let register = RegisterSize::A16.register(0);
    /// let value = Value::parse(register, "MAX-1")?;
    /// assert_eq!(value, Value::Number(Box::new([0xFE, 0xFF])));
    /// assert_eq!(value.notation(register).to_string(), "65534");
    /// # Ok::<(), aluvm_core::vm::ValueError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is no such value, or the register cannot hold it.
    pub fn parse(register: Register, text: &str) -> Result<Value, ValueError> {
        let error = |kind| ValueError { register, kind };
        let Register::Value { size, .. } = register else {
            return match text {
                "true" => Ok(Value::Status(true)),
                "false" => Ok(Value::Status(false)),
                _ => Err(error(ValueErrorKind::Status)),
            };
        };
        if let Some(digits) = text.strip_prefix("hex:") {
            return match (hex(digits).map_err(error)?, size.bytes()) {
                (bytes, 0) => string(bytes).map_err(error),
                (bytes, width) if bytes.len() == width => Ok(Value::Number(bytes.into())),
                (bytes, _) => Err(error(ValueErrorKind::Width { found: bytes.len() })),
            };
        }
        match (size.family(), size.float_format()) {
            (Family::S, _) => quoted(text).and_then(string).map_err(error),
            (_, Some(format)) if !text.starts_with("0x") => {
                let bytes = format.parse(text);
                let bytes = bytes.map_err(|literal| error(ValueErrorKind::Float(literal)))?;
                Ok(Value::Number(bytes.into()))
            }
            _ => Ok(Value::Number(integer(text, size.bytes()).map_err(error)?)),
        }
    }

    /// The value of a register as [`Value::parse`] reads it, without spaces.
    pub fn notation(&self, register: Register) -> Notation<'_> {
        Notation { register, is_signed: false, value: self }
    }
}

fn string(bytes: Vec<u8>) -> Result<Value, ValueErrorKind> {
    Ok(Value::String(bytes.try_into().map_err(ValueErrorKind::TooLong)?))
}

fn hex(digits: &str) -> Result<Vec<u8>, ValueErrorKind> {
    from_hex(digits).ok_or(ValueErrorKind::Hex)
}

/// The bytes with these digits, two each.
pub(crate) fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| {
        let [high, low] = pair.map(|digit| char::from(digit).to_digit(16));
        Some((high? << 4 | low?) as u8)
    };
    pairs.iter().map(byte).collect::<Option<Vec<u8>>>().filter(|_| rest.is_empty())
}

/// A sum of terms, in a width in bytes.
fn integer(text: &str, width: usize) -> Result<Box<[u8]>, ValueErrorKind> {
    let bits = 8 * width;
    // What is added and what is subtracted.
    let mut sums = [Natural::from(0), Natural::from(0)];
    let mut rest = text;
    loop {
        let is_first = rest.len() == text.len();
        let (is_negative, body) = match rest.strip_prefix('-') {
            Some(body) => (true, body),
            None => (false, rest.strip_prefix('+').filter(|_| !is_first).unwrap_or(rest)),
        };
        let at = text.len() - body.len();
        let end = body.find(['+', '-']).unwrap_or(body.len());
        let value = term(&body[..end], bits, at)?;
        let sum = &mut sums[usize::from(is_negative)];
        *sum = sum.add(&value);
        rest = &body[end..];
        if rest.is_empty() {
            break;
        }
    }
    let [added, subtracted] = sums;
    let modulus = Natural::power_of_two(bits);
    if added >= subtracted {
        let sum = added.sub(&subtracted);
        let fits = sum < modulus;
        return fits.then(|| sum.to_bytes(width).into()).ok_or(ValueErrorKind::DoesNotFit);
    }
    let magnitude = subtracted.sub(&added);
    match magnitude <= Natural::power_of_two(bits - 1) {
        true => Ok(modulus.sub(&magnitude).to_bytes(width).into()),
        false => Err(ValueErrorKind::DoesNotFit),
    }
}

fn term(text: &str, bits: usize, at: usize) -> Result<Natural, ValueErrorKind> {
    let one = Natural::from(1);
    match text {
        "MAX" => return Ok(Natural::power_of_two(bits).sub(&one)),
        "MIN" => return Ok(Natural::power_of_two(bits - 1)),
        "SMAX" => return Ok(Natural::power_of_two(bits - 1).sub(&one)),
        _ => {}
    }
    if let Some(exponent) = text.strip_prefix("2^") {
        let digits = !exponent.is_empty() && exponent.bytes().all(|byte| byte.is_ascii_digit());
        let exponent: Option<usize> = exponent.parse().ok().filter(|_| digits);
        let exponent = exponent.ok_or(ValueErrorKind::Term { at })?;
        // `2^64-1` has a part that does not fit.
        return match exponent <= bits {
            true => Ok(Natural::power_of_two(exponent)),
            false => Err(ValueErrorKind::DoesNotFit),
        };
    }
    let (digits, radix) = match text.strip_prefix("0x") {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let mut number = Natural::from(0);
    for character in digits.chars() {
        let digit = character.to_digit(radix).ok_or(ValueErrorKind::Term { at })?;
        number.scale(radix.into(), digit.into());
        if number.bit_length() > bits + 1 {
            return Err(ValueErrorKind::DoesNotFit);
        }
    }
    if digits.is_empty() { Err(ValueErrorKind::Term { at }) } else { Ok(number) }
}

/// Pieces joined by `+`: a string in quotes with escapes, perhaps repeated.
fn quoted(text: &str) -> Result<Vec<u8>, ValueErrorKind> {
    let mut bytes = Vec::new();
    let mut rest = text;
    loop {
        let at = text.len() - rest.len();
        let error = ValueErrorKind::Piece { at };
        let (piece, behind) = unescape(rest.strip_prefix('"').ok_or(error)?).ok_or(error)?;
        let end = behind.find('+').unwrap_or(behind.len());
        let count = match &behind[..end] {
            "" => 1,
            times => times.strip_prefix('*').and_then(|count| count.parse().ok()).ok_or(error)?,
        };
        let length = piece.len().saturating_mul(count).saturating_add(bytes.len());
        if length > BYTES_MAX {
            return Err(ValueErrorKind::TooLong(TooLong { length }));
        }
        bytes.extend(piece.repeat(count));
        match behind.get(end + 1..) {
            Some(next) => rest = next,
            None => return Ok(bytes),
        }
    }
}

/// The bytes up to the closing quote, and the text behind it.
fn unescape(text: &str) -> Option<(Vec<u8>, &str)> {
    let mut bytes = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(['"', '\\'])?;
        bytes.extend_from_slice(&rest.as_bytes()[..end]);
        let behind = rest.get(end + 1..)?;
        if rest.as_bytes().get(end) == Some(&b'"') {
            return Some((bytes, behind));
        }
        rest = match behind.as_bytes().first()? {
            b'x' => {
                bytes.extend(hex(behind.get(1..3)?).ok()?);
                &behind[3..]
            }
            byte @ (b'"' | b'\\') => {
                bytes.push(*byte);
                &behind[1..]
            }
            _ => return None,
        };
    }
}

/// A value that displays in the notation that [`Value::parse`] reads: integers of at most 64 bits are
/// decimal and longer ones hexadecimal, floats the shortest decimal number.
#[derive(Clone, Copy, Debug)]
pub struct Notation<'v> {
    register: Register,
    is_signed: bool,
    value: &'v Value,
}

impl Notation<'_> {
    /// The same, where an integer of an A register has a sign if `is_signed` says so, in two's complement.
    ///
    /// ```
    /// use aluvm_core::isa::RegisterSize;
    /// use aluvm_core::vm::Value;
    ///
    /// let register = RegisterSize::A16.register(0);
    /// let value = Value::parse(register, "-5")?;
    /// assert_eq!(value.notation(register).signed(true).to_string(), "-5");
    /// # Ok::<(), aluvm_core::vm::ValueError>(())
    /// ```
    #[must_use]
    pub fn signed(self, is_signed: bool) -> Self {
        let is_integer = matches!(
            self.register,
            Register::Value { size, .. } if size.family() == Family::A
        );
        Notation { is_signed: is_signed && is_integer, ..self }
    }
}

/// The bytes of the number without its sign, if it is negative.
fn magnitude(bytes: &[u8]) -> Option<Vec<u8>> {
    let is_negative = bytes.last().is_some_and(|byte| byte >> 7 != 0);
    let mut carry = true;
    let negated = bytes.iter().map(|byte| {
        let (digit, overflow) = (!byte).overflowing_add(carry.into());
        carry = overflow;
        digit
    });
    is_negative.then(|| negated.collect())
}

impl Display for Notation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let format = match self.register {
            Register::Value { size, .. } => size.float_format(),
            Register::Status => None,
        };
        match self.value {
            Value::Status(status) => write!(f, "{status}"),
            Value::String(string) => write_quoted(f, string),
            Value::Number(bytes) => match format.and_then(|format| format.print(bytes)) {
                Some(text) => f.write_str(&text),
                None => match magnitude(bytes).filter(|_| self.is_signed) {
                    Some(bytes) => {
                        f.write_str("-")?;
                        write_number(f, &bytes)
                    }
                    None => write_number(f, bytes),
                },
            },
        }
    }
}

fn write_number(f: &mut Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    let mut digits = bytes.iter().rev().skip_while(|byte| **byte == 0);
    if digits.clone().count() <= 8 {
        let number = digits.fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        return write!(f, "{number}");
    }
    write!(f, "0x{:X}", digits.next().unwrap_or(&0))?;
    digits.try_for_each(|byte| write!(f, "{byte:02X}"))
}

/// Escapes all that could end or split a word of a row.
fn write_quoted(f: &mut Formatter<'_>, bytes: &ByteString) -> fmt::Result {
    f.write_str("\"")?;
    for byte in bytes.iter() {
        match byte {
            b'"' | b'\\' | b'+' | b'*' | b'|' | b'#' => write!(f, "\\x{byte:02x}")?,
            0x21..=0x7E => write!(f, "{}", char::from(*byte))?,
            _ => write!(f, "\\x{byte:02x}")?,
        }
    }
    f.write_str("\"")
}

/// Why a text is not a value of a register.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ValueError {
    /// The register.
    pub register: Register,
    /// What is wrong.
    pub kind: ValueErrorKind,
}

/// What is wrong with the text of a value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ValueErrorKind {
    /// What stands there is no term of a sum.
    Term {
        /// Its byte offset.
        at: usize,
    },
    /// The number, or a term of the sum, does not fit.
    DoesNotFit,
    /// It is no float literal.
    Float(FloatLiteralError),
    /// The digits behind `hex:` are not pairs of hexadecimal digits.
    Hex,
    /// There are more or fewer bytes behind `hex:` than the register has.
    Width {
        /// How many.
        found: usize,
    },
    /// What stands there is no string in quotes.
    Piece {
        /// Its byte offset.
        at: usize,
    },
    /// The string is too long.
    TooLong(TooLong),
    /// It is neither `true` nor `false`.
    Status,
}

impl Display for ValueError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.register)?;
        match self.kind {
            ValueErrorKind::Term { at } => write!(
                f,
                "no number stands at byte {at}; it is decimal, `0x` and digits, `2^k`, `MAX`, `MIN`, \
                 `SMAX`, or a sum of such"
            ),
            ValueErrorKind::DoesNotFit => f.write_str("the number does not fit"),
            ValueErrorKind::Float(error) => Display::fmt(&error, f),
            ValueErrorKind::Hex => {
                f.write_str("`hex:` is followed by two hexadecimal digits for each byte")
            }
            ValueErrorKind::Width { found } => {
                let Register::Value { size, .. } = self.register else { return Ok(()) };
                write!(f, "the register has {} bytes, not {found}", size.bytes())
            }
            ValueErrorKind::Piece { at } => write!(
                f,
                "no string stands at byte {at}; it is `\"text\"`, perhaps with `\\x00`, `\\\"`, `\\\\`, \
                 repeated by `*3`, or joined by `+`"
            ),
            ValueErrorKind::TooLong(error) => Display::fmt(&error, f),
            ValueErrorKind::Status => f.write_str("it is `true` or `false`"),
        }
    }
}

impl Error for ValueError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            ValueErrorKind::TooLong(error) => Some(error),
            _ => None,
        }
    }
}
