//! The id of a library and its two text forms.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};
use core::str::FromStr;

use super::{baid64, bech32m};

/// Id of a library: a SHA-256 that commits to its code, data, dependencies and ISA extensions.
///
/// `Display` prints Bech32m (`alu1…`), [`LibId::baid64`] the network's Baid64 (`alu:…#…`). `FromStr`
/// reads both, the latter with or without prefix, hyphens and mnemonic.
///
/// ```
/// use aluvm_core::library::LibId;
///
/// let text = "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO4#plasma-tunnel-mama";
/// let id: LibId = text.parse()?;
/// assert_eq!(id.to_string().parse(), Ok(id));
/// assert_eq!(id.baid64().to_string(), text);
/// # Ok::<(), aluvm_core::library::LibIdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LibId([u8; 32]);

impl LibId {
    /// The id with these bytes, in the order in which SHA-256 gives them.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        LibId(bytes)
    }

    /// The bytes of the id.
    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }

    /// The bytes of the id, borrowed.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Displays the id in the network's Baid64 form; the alternate format (`{:#}`) leaves out the
    /// mnemonic checksum.
    pub const fn baid64(self) -> Baid64 {
        Baid64(self)
    }
}

impl From<[u8; 32]> for LibId {
    fn from(bytes: [u8; 32]) -> Self {
        LibId(bytes)
    }
}

impl From<LibId> for [u8; 32] {
    fn from(id: LibId) -> Self {
        id.0
    }
}

impl Display for LibId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        bech32m::print(&self.0, f)
    }
}

impl Debug for LibId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "LibId({self})")
    }
}

/// Reads either text form.
///
/// The forms are told apart so: a colon or a `#` makes it Baid64; else a text that starts with `alu1`
/// is Bech32m, unless it has exactly the length of bare Baid64 and mixes case or has hyphens, `_`, `~`
/// or `$`, which Bech32m cannot. So a damaged Bech32m text is never taken for a Baid64 one without a
/// checksum.
impl FromStr for LibId {
    type Err = LibIdError;

    fn from_str(text: &str) -> Result<Self, LibIdError> {
        match LibIdForm::of(text).ok_or(LibIdError::Form)? {
            LibIdForm::Bech32m => bech32m::parse(text),
            LibIdForm::Baid64 => baid64::parse(text),
        }
        .map(LibId)
    }
}

/// An id that prints itself in the Baid64 form, made by [`LibId::baid64`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Baid64(LibId);

impl Display for Baid64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        baid64::print(&self.0.0, !f.alternate(), f)
    }
}

/// The two text forms of a library id.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LibIdForm {
    /// `alu1…`, 62 characters.
    Bech32m,
    /// `alu:…#word-word-word`.
    Baid64,
}

impl LibIdForm {
    /// Which form a text is meant to have; rules at [`LibId`]'s `FromStr`.
    fn of(text: &str) -> Option<Self> {
        let bare = matches!(text.chars().filter(|&c| c != '-').count(), 43 | 48);
        let not_bech32m = text.contains(['-', '_', '~', '$'])
            || text.contains(|c: char| c.is_ascii_lowercase())
                && text.contains(|c: char| c.is_ascii_uppercase());
        if text.contains([':', '#']) || bare && (not_bech32m || !bech32m::claims(text)) {
            Some(LibIdForm::Baid64)
        } else if bech32m::claims(text) || text.contains('1') {
            Some(LibIdForm::Bech32m)
        } else {
            None
        }
    }
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
#[derive(Clone, PartialEq, Eq, Debug)]
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
