//! What can be wrong with a token of run-time text, where rustc refuses it too.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// Why a piece of text is no token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TokenError {
    /// A name touches a quote or a `#`, as in `x"text"`.
    UnknownPrefix {
        /// The name.
        prefix: Box<str>,
    },
    /// `##` or `#"`, which Rust keeps for later.
    Reserved {
        /// Which of them.
        found: &'static str,
    },
    /// A name that cannot be written with `r#`.
    RawName {
        /// The name.
        name: Box<str>,
    },
    /// `r#` or the like without a quote behind it.
    RawString,
    /// A raw string with more `#` than Rust takes.
    TooManyHashes {
        /// How many it takes.
        most: usize,
    },
    /// A quote before a number, without a second quote behind it.
    NumberBehindQuote,
}

impl Display for TokenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            TokenError::UnknownPrefix { prefix } => {
                write!(f, "`{prefix}` is no prefix of a literal; white space must stand behind it")
            }
            TokenError::Reserved { found } => write!(f, "`{found}` has no meaning in Rust"),
            TokenError::RawName { name } => write!(f, "`{name}` cannot be written as `r#{name}`"),
            TokenError::RawString => {
                f.write_str("a raw string has only `#` between its `r` and its quote")
            }
            TokenError::TooManyHashes { most } => {
                write!(f, "a raw string begins with at most {most} `#`")
            }
            TokenError::NumberBehindQuote => {
                f.write_str("neither a character nor a lifetime begins like this")
            }
        }
    }
}

impl Error for TokenError {}
