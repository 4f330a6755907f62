//! What can be wrong inside a literal.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// Why a literal has no value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LiteralError {
    /// It has a type suffix, as `5u8`.
    Suffix {
        /// The suffix.
        suffix: Box<str>,
    },
    /// A digit is too great for the base.
    Digit {
        /// The digit.
        digit: char,
        /// The base.
        radix: u32,
    },
    /// There are no digits behind the prefix.
    NoDigits,
    /// There are no digits in the exponent.
    NoExponent,
    /// A fraction or an exponent behind another prefix than `0x`.
    FloatBase,
    /// The prefix of the base is in upper case, `0B1`.
    UpperPrefix {
        /// As it should be.
        expected: Box<str>,
    },
    /// A byte literal has a character that is only written as an escape.
    Unescaped {
        /// The character.
        character: char,
    },
    /// A backslash is followed by something unknown.
    Escape {
        /// What follows it.
        found: Box<str>,
    },
    /// The string has `\x80` or above, which is not one character of UTF-8.
    ByteEscape,
    /// A byte literal has a character that is not ASCII.
    NotAscii {
        /// The character.
        character: char,
    },
    /// A byte literal does not have exactly one byte.
    NotOneByte,
    /// A kind of string that the assembler does not have, such as `c"text"`.
    Kind,
    /// A carriage return without a line feed.
    CarriageReturn,
}

impl Display for LiteralError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LiteralError::Suffix { suffix } => write!(
                f,
                "a literal has no type suffix here, remove `{suffix}`: the register gives its width"
            ),
            LiteralError::Digit { digit, radix } => {
                write!(f, "`{digit}` is no digit of a number in base {radix}")
            }
            LiteralError::NoDigits => f.write_str("this number has no digits"),
            LiteralError::NoExponent => f.write_str("the exponent of this number has no digits"),
            LiteralError::FloatBase => {
                f.write_str("a number with a fraction or an exponent is decimal")
            }
            LiteralError::UpperPrefix { expected } => {
                write!(f, "the prefix of a number is lower case: write `{expected}`")
            }
            LiteralError::Unescaped { character } => {
                write!(f, "this byte is written as an escape, `{}`", character.escape_default())
            }
            LiteralError::Escape { found } => {
                write!(f, "`\\{}` is no escape in a string", found.escape_debug())
            }
            LiteralError::ByteEscape => f.write_str(
                "`\\x80` and above are no characters of a text string; a byte string, `b\"…\"`, has \
                 them",
            ),
            LiteralError::NotAscii { character } => write!(
                f,
                "`{}` is not ASCII; a byte string writes its bytes as `\\x..`",
                character.escape_debug()
            ),
            LiteralError::NotOneByte => f.write_str("a byte literal holds exactly one byte"),
            LiteralError::Kind => {
                f.write_str("only `\"text\"` and byte strings, `b\"\\x00\"`, are known here")
            }
            LiteralError::CarriageReturn => {
                f.write_str("a string holds a carriage return without a line feed; write `\\r`")
            }
        }
    }
}

impl Error for LiteralError {}
