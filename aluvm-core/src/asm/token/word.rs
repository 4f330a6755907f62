//! The text of a token: mostly a piece of the text that is read, so that a token costs no allocation, in two
//! words, since there are many tokens.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{self, Debug, Formatter};
use core::ops::Deref;

/// The text of a token.
///
/// ```
/// use aluvm_core::asm::{TokenKind, lex};
///
/// let tokens = lex("ret;").map_err(|_| "no tokens")?;
/// let TokenKind::Ident(name) = &tokens[0].kind else { return Err("no name") };
/// assert_eq!(name.len(), 3);
/// assert!(name == "ret");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone)]
pub struct TokenText<'x>(Kept<'x>);

#[derive(Clone)]
enum Kept<'x> {
    Borrowed(&'x str),
    /// Behind one pointer, so that both fit into what a borrowed one takes.
    Owned(Box<Box<str>>),
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<TokenText<'_>>() == 16);

impl TokenText<'_> {
    /// The same without the text that it was read from.
    pub fn into_owned(self) -> TokenText<'static> {
        match self.0 {
            Kept::Borrowed(text) => String::from(text).into(),
            Kept::Owned(text) => TokenText(Kept::Owned(text)),
        }
    }
}

impl Deref for TokenText<'_> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Borrowed(text) => text,
            Kept::Owned(text) => text,
        }
    }
}

impl<'x> From<&'x str> for TokenText<'x> {
    fn from(text: &'x str) -> Self {
        TokenText(Kept::Borrowed(text))
    }
}

impl From<String> for TokenText<'_> {
    fn from(text: String) -> Self {
        TokenText(Kept::Owned(Box::new(text.into())))
    }
}

impl PartialEq for TokenText<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for TokenText<'_> {}

impl PartialEq<str> for TokenText<'_> {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for TokenText<'_> {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialEq<String> for TokenText<'_> {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl PartialEq<TokenText<'_>> for str {
    fn eq(&self, other: &TokenText<'_>) -> bool {
        *self == **other
    }
}

impl Debug for TokenText<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}
