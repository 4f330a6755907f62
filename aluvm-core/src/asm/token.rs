//! Tokens, as rustc has them: what both the macro and the run-time lexer hand to the parser, and how
//! the stages behind it look at them and point at them.

mod cursor;
mod errors;
#[cfg(feature = "text")]
mod lex;
mod literal;
mod word;

pub(crate) use cursor::{Spans, Tokens};
pub(crate) use errors::Errors;
#[cfg(feature = "text")]
pub(super) use lex::BYTE_ORDER_MARK;
#[cfg(feature = "text")]
pub(crate) use lex::lex_documented;
#[cfg(feature = "text")]
pub use lex::{TextSpan, lex, lex_unfinished};
pub(super) use literal::float_literal;
pub(crate) use literal::{Numeral, Text, integer_bytes, numeral, small, text};
pub use word::TokenText;

/// A place in the source that an error can point at.
pub trait Span: Copy {
    /// The place from the start of this one to the end of `last`.
    fn to(self, last: Self) -> Self;
}

/// The brackets around a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Delimiter {
    /// `( )`
    Parenthesis,
    /// `[ ]`
    Bracket,
    /// `{ }`
    Brace,
}

/// What a token is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TokenKind<'x> {
    /// An identifier or keyword, without `r#`.
    Ident(TokenText<'x>),
    /// A literal as it is written: `42`, `0xFF`, `1.5e3`, `"text"`, `b"\x00"`, `b'x'`, suffix included.
    Literal(TokenText<'x>),
    /// One punctuation character.
    Punct(char),
    /// The start of a group.
    Open(Delimiter),
    /// The end of a group.
    Close(Delimiter),
    /// A Rust expression that came through a user's macro as one piece (`$e:expr`) and is neither a
    /// literal nor a register nor a name. Only the macro makes it.
    Expression,
    /// A doc comment. Text has none; the macro gives it as one token.
    DocComment,
}

/// A token and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token<'x, S> {
    /// What it is.
    pub kind: TokenKind<'x>,
    /// Where it stands.
    pub span: S,
}

impl<S> Token<'_, S> {
    /// The same without the text that it was read from.
    pub fn into_owned(self) -> Token<'static, S> {
        use TokenKind::*;
        let kind = match self.kind {
            Ident(name) => Ident(name.into_owned()),
            Literal(text) => Literal(text.into_owned()),
            Punct(punct) => Punct(punct),
            Open(delimiter) => Open(delimiter),
            Close(delimiter) => Close(delimiter),
            Expression => Expression,
            DocComment => DocComment,
        };
        Token { kind, span: self.span }
    }
}
