//! Literals: decimal and hexadecimal text rounded once, from its exact value, to any format.

use alloc::vec::Vec;
use core::fmt;

use super::bounds::Bounds;
use super::format::FloatFormat;
use super::natural::Natural;
use super::pattern::{Binary, Pattern};

/// Powers of ten beyond this are bounded first, and exact only if need be.
const LONG_EXPONENT: u64 = 500;

/// Why a text is not a float literal of a format.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum FloatLiteralError {
    /// The character at this byte offset does not belong there.
    Unexpected {
        /// Offset in bytes from the start of the text.
        position: usize,
        /// The character found.
        found: char,
    },
    /// The text ends, or is empty, where a digit must stand.
    Incomplete,
    /// NaN (or NaR) is written, which no register holds.
    NotANumber,
    /// The posit has no infinity.
    NoInfinity,
    /// The rounded value is beyond the largest of the format.
    Overflow(FloatFormat),
}

impl fmt::Display for FloatLiteralError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected { position, found } => {
                write!(f, "unexpected {found:?} at byte {position} of a float literal")
            }
            Self::Incomplete => f.write_str("a digit is missing at the end of a float literal"),
            Self::NotANumber => f.write_str(
                "a register never holds nan, which is its undefined state; `clr` undefines it",
            ),
            Self::NoInfinity => f.write_str("f512 is a posit and has no infinity"),
            Self::Overflow(format) => {
                let (name, largest) = (format.name(), largest(*format));
                write!(
                    f,
                    "the literal is too large for {name}, whose largest value is about {largest}"
                )
            }
        }
    }
}

impl core::error::Error for FloatLiteralError {}

/// The largest value to three digits, for a message.
const fn largest(format: FloatFormat) -> &'static str {
    match format {
        FloatFormat::F16b => "3.39e38",
        FloatFormat::F16 => "6.55e4",
        FloatFormat::F32 => "3.40e38",
        FloatFormat::F64 => "1.80e308",
        FloatFormat::F80 | FloatFormat::F128 => "1.19e4932",
        FloatFormat::F256 => "1.61e78913",
        FloatFormat::F512 => "1.26e614",
    }
}

impl FloatFormat {
    /// Rounds a literal to nearest even, directly from its digits, and gives the register's bytes in
    /// little-endian order.
    ///
    /// The literal is decimal (`7`, `2.13`, `5e-3`, `1_000.5`), hexadecimal (`0x1.8p3`, the exponent
    /// being a power of two) or `inf`, each with an optional `-`. Underscores may follow a digit.
    /// A value below the smallest of the format becomes a subnormal or zero, and in `f512` the
    /// smallest posit.
    ///
    /// # Errors
    ///
    /// A text that is no such literal, a value that overflows the format, `nan`, and `inf` for f512.
    pub fn parse(self, text: &str) -> Result<Vec<u8>, FloatLiteralError> {
        let mut cursor = Cursor { text, position: 0 };
        let negative = cursor.eat(b"-");
        let pattern = if cursor.eat(b"i") {
            cursor.keyword("inf")?;
            Pattern::infinite(self, negative).ok_or(FloatLiteralError::NoInfinity)?
        } else if cursor.eat(b"nN") {
            let rest = &cursor.text[cursor.position..];
            if ["an", "aN", "aR"].contains(&rest) {
                return Err(FloatLiteralError::NotANumber);
            }
            cursor.position -= 1;
            return Err(cursor.unexpected());
        } else if text[cursor.position..].starts_with("0x") {
            cursor.position += 2;
            cursor.hexadecimal(self, negative)?
        } else {
            cursor.decimal(self, negative)?
        };
        Ok(pattern.to_bytes())
    }
}

/// The digits of a literal without leading zeros, and the exponent of the last one kept.
#[derive(Default)]
struct Digits {
    digits: Vec<u8>,
    exponent: i64,
    /// Digits beyond the limit were dropped, and one of them was not zero.
    inexact: bool,
}

struct Cursor<'text> {
    text: &'text str,
    position: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    fn eat(&mut self, any_of: &[u8]) -> bool {
        let found = self.peek().is_some_and(|byte| any_of.contains(&byte));
        self.position += usize::from(found);
        found
    }

    fn unexpected(&self) -> FloatLiteralError {
        let found = self.text.get(self.position..).and_then(|rest| rest.chars().next());
        found.map_or(FloatLiteralError::Incomplete, |found| FloatLiteralError::Unexpected {
            position: self.position,
            found,
        })
    }

    fn end(&self) -> Result<(), FloatLiteralError> {
        if self.position == self.text.len() { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The rest of a word whose first letter was read.
    fn keyword(&mut self, word: &str) -> Result<(), FloatLiteralError> {
        for letter in word.bytes().skip(1) {
            if !self.eat(&[letter]) {
                return Err(self.unexpected());
            }
        }
        self.end()
    }

    /// One or more digits with underscores after the first.
    fn run(&mut self, radix: u32, mut digit: impl FnMut(u8)) -> Result<(), FloatLiteralError> {
        let start = self.position;
        while let Some(byte) = self.peek() {
            match char::from(byte).to_digit(radix) {
                Some(value) => digit(value as u8),
                None if byte == b'_' && self.position > start => {}
                None => break,
            }
            self.position += 1;
        }
        if self.position == start { Err(self.unexpected()) } else { Ok(()) }
    }

    /// Digits with an optional point; at most `limit` of them are kept.
    fn digits(&mut self, radix: u32, limit: usize) -> Result<Digits, FloatLiteralError> {
        let mut number = Digits::default();
        self.run(radix, |digit| number.push(digit, limit, 1))?;
        if self.eat(b".") && self.peek().is_some() {
            self.run(radix, |digit| number.push(digit, limit, 0))?;
        }
        Ok(number)
    }

    /// The exponent after its letter, cut to a magnitude that no text of digits can make up for.
    fn exponent(&mut self) -> Result<i64, FloatLiteralError> {
        let negative = self.eat(b"-");
        if !negative {
            self.eat(b"+");
        }
        let mut exponent: i64 = 0;
        while self.eat(b"_") {}
        self.run(10, |digit| exponent = (exponent * 10 + i64::from(digit)).min(1 << 58))?;
        Ok(if negative { -exponent } else { exponent })
    }

    fn hexadecimal(
        &mut self,
        format: FloatFormat,
        negative: bool,
    ) -> Result<Pattern, FloatLiteralError> {
        while self.eat(b"_") {}
        let mut number = self.digits(16, format.precision() as usize / 4 + 2)?;
        number.exponent *= 4;
        if self.eat(b"pP") {
            number.exponent += self.exponent()?;
        }
        self.end()?;
        if number.digits.is_empty() {
            return Ok(Pattern::zero(format, negative));
        }
        let value = Binary { significand: number.natural(16), exponent: number.exponent };
        nearest(format, negative, value, number.inexact)
    }

    fn decimal(
        &mut self,
        format: FloatFormat,
        negative: bool,
    ) -> Result<Pattern, FloatLiteralError> {
        let mut number = self.digits(10, format.decisive_digits())?;
        if self.eat(b"eE") {
            number.exponent += self.exponent()?;
        }
        self.end()?;
        if number.digits.is_empty() {
            return Ok(Pattern::zero(format, negative));
        }
        if number.inexact {
            number.digits.push(1);
            number.exponent -= 1;
        }
        // 10^leading <= value < 10^(leading + 1). Beyond the bounds, which are wide, the exact power
        // of ten is not worth the memory.
        let leading = number.exponent + number.digits.len() as i64 - 1;
        let decimal_places = |binary: i64| binary * 30103 / 100_000;
        if leading > decimal_places(i64::from(format.max_exponent())) + 2 {
            return Err(FloatLiteralError::Overflow(format));
        }
        let smallest = i64::from(format.min_exponent()) - i64::from(format.precision());
        if leading < decimal_places(smallest) - 2 {
            let tiny = Binary { significand: Natural::from(1), exponent: smallest - 2 };
            return nearest(format, negative, tiny, true);
        }
        if number.exponent.unsigned_abs() > LONG_EXPONENT {
            let digits = Binary { significand: number.natural(10), exponent: 0 };
            let bits = format.literal_bits();
            let [low, high] = Bounds::of_product(&digits, number.exponent, bits)
                .ends()
                .map(|end| nearest(format, negative, end, false));
            if low == high {
                return low;
            }
        }
        let (value, inexact) = number.binary(format);
        nearest(format, negative, value, inexact)
    }
}

/// Rounds, with binary exponents far out of range drawn near first.
fn nearest(
    format: FloatFormat,
    negative: bool,
    value: Binary,
    inexact: bool,
) -> Result<Pattern, FloatLiteralError> {
    let leading = value.leading_exponent();
    let overflow = FloatLiteralError::Overflow(format);
    if leading > i64::from(format.max_exponent()) + 1 {
        return Err(overflow);
    }
    let smallest = i64::from(format.min_exponent()) - i64::from(format.precision()) - 2;
    if leading < smallest {
        let tiny = Binary { significand: Natural::from(1), exponent: smallest };
        return Pattern::nearest(format, negative, &tiny, true).ok_or(overflow);
    }
    Pattern::nearest(format, negative, &value, inexact).ok_or(overflow)
}

impl Digits {
    /// Takes the next digit; `place` is 1 before the point, 0 after it.
    fn push(&mut self, digit: u8, limit: usize, place: i64) {
        if self.digits.len() == limit {
            self.inexact |= digit != 0;
            self.exponent += place;
            return;
        }
        if digit != 0 || !self.digits.is_empty() {
            self.digits.push(digit);
        }
        self.exponent -= 1 - place;
    }

    fn natural(&self, radix: u64) -> Natural {
        let mut number = Natural::from(0);
        // 15 digits fit a limb in either radix.
        for chunk in self.digits.chunks(15) {
            let value = chunk.iter().fold(0, |value, &digit| value * radix + u64::from(digit));
            number.scale(radix.pow(chunk.len() as u32), value);
        }
        number
    }

    /// `digits * 10^exponent` in binary, to more bits than the precision; true if it is above that.
    fn binary(&self, format: FloatFormat) -> (Binary, bool) {
        let digits = self.natural(10);
        let power = Natural::power_of_five(self.exponent.unsigned_abs() as u32);
        if self.exponent >= 0 {
            return (Binary { significand: digits.mul(&power), exponent: self.exponent }, false);
        }
        let wanted = power.bit_length() + format.precision() as usize + 2;
        let shift = wanted.saturating_sub(digits.bit_length());
        let (quotient, remainder) = digits.shl(shift).div_rem(&power);
        let value = Binary { significand: quotient, exponent: self.exponent - shift as i64 };
        (value, !remainder.is_zero())
    }
}
