//! What can be wrong with the text of a library id, in either of its forms.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// The two text forms of a library id.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LibIdForm {
    /// `alu1…`, 62 characters.
    Bech32m,
    /// `alu:…#word-word-word`.
    Baid64,
}

impl Display for LibIdForm {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LibIdForm::Bech32m => "Bech32m",
            LibIdForm::Baid64 => "Baid64",
        })
    }
}

/// Why a text is not a library id. Positions are byte offsets in the text.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum LibIdError {
    /// It has neither form.
    Form,
    /// The prefix is not `alu`.
    Prefix {
        /// The form the text has otherwise.
        form: LibIdForm,
        /// The beginning of the prefix, at most 16 characters.
        found: Box<str>,
    },
    /// A character does not belong to the alphabet of the form.
    Character {
        /// The form the text has otherwise.
        form: LibIdForm,
        /// Where the character stands.
        at: usize,
        /// The character.
        character: char,
    },
    /// Bech32m in both upper and lower case.
    MixedCase {
        /// Where the first character stands whose case differs.
        at: usize,
    },
    /// Characters are missing or too many.
    Length {
        /// The form the text has otherwise.
        form: LibIdForm,
        /// Characters found; of Baid64 those besides prefix, hyphens and mnemonic.
        found: usize,
    },
    /// The unused low bits of the last data character are not zero.
    Padding {
        /// The form of the text.
        form: LibIdForm,
        /// Where the character stands.
        at: usize,
    },
    /// The checksum belongs to another id: there is an error in the text.
    Checksum {
        /// The form of the text.
        form: LibIdForm,
    },
    /// The mnemonic has not three words.
    MnemonicLength {
        /// Words found.
        found: usize,
    },
    /// A word of the mnemonic is not in the list.
    MnemonicWord {
        /// Where the word stands.
        at: usize,
        /// The word.
        word: Box<str>,
    },
}

impl LibIdError {
    pub(super) fn prefix(form: LibIdForm, found: &str) -> Self {
        LibIdError::Prefix { form, found: found.chars().take(16).collect() }
    }
}

impl Display for LibIdError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibIdError::Form => {
                f.write_str("not a library id, which is `alu1…` (Bech32m) or `alu:…` (Baid64)")
            }
            LibIdError::Prefix { form, found } => {
                write!(f, "{form} text has the prefix `{found}`, a library id has `alu`")
            }
            LibIdError::Character { form, at, character } => {
                write!(f, "library id has `{character}` at position {at}, which is not {form}")
            }
            LibIdError::MixedCase { at } => write!(
                f,
                "library id mixes upper and lower case at position {at}, Bech32m has one of them"
            ),
            LibIdError::Length { form: LibIdForm::Bech32m, found } => {
                write!(f, "library id has {found} characters, in Bech32m it has 62")
            }
            LibIdError::Length { form: LibIdForm::Baid64, found } => write!(
                f,
                "library id has {found} characters, in Baid64 it has 43 besides prefix, hyphens and \
                 mnemonic"
            ),
            LibIdError::Padding { form, at } => write!(
                f,
                "library id ends wrongly: unused bits of the character at position {at} are not \
                 zero ({form})"
            ),
            LibIdError::Checksum { form } => {
                write!(f, "library id is mistyped: its {form} checksum does not match")
            }
            LibIdError::MnemonicLength { found } => {
                write!(f, "library id has {found} words after `#`, its checksum is three")
            }
            LibIdError::MnemonicWord { at, word } => {
                write!(
                    f,
                    "library id has `{word}` at position {at}, not a word of the mnemonic list"
                )
            }
        }
    }
}

impl Error for LibIdError {}
