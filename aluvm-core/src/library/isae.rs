//! The isae segment: which extensions of the instruction set a library uses. The library's id commits
//! to it, and a program does not run where one of them is unsupported.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};
use core::str::FromStr;

use super::segments::is_less;
use crate::isa::Form;
use crate::limits::{ISA_ID_MAX, ISA_ID_MIN, ISAE_MAX, ISAE_TEXT_MAX};
use crate::profile::{Extensions, Profile};

/// Id of an instruction set extension: 2 to 8 characters of `A`-`Z`, `0`-`9`, starting with a letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsaId([u8; ISA_ID_MAX]);

impl IsaId {
    /// The core instruction set; every assembled library names it.
    pub const ALU: IsaId = IsaId::from_static("ALU");
    /// Digests: `ripemd`, `sha2`, `blake3`.
    pub const BPDIGEST: IsaId = IsaId::from_static("BPDIGEST");
    /// The curve secp256k1.
    pub const SECP256K: IsaId = IsaId::from_static("SECP256K");
    /// The curve Ed25519.
    pub const ED25519: IsaId = IsaId::from_static("ED25519");

    /// Checks and makes an id.
    ///
    /// # Errors
    /// If the text is too short, too long, or has a character that an id cannot have there.
    pub const fn new(text: &str) -> Result<Self, IsaIdError> {
        Self::from_ascii(text.as_bytes())
    }

    /// Makes an id in a constant, where a malformed one is a compile error.
    ///
    /// # Panics
    /// If `text` is not an id; use [`IsaId::new`] for text that is not a literal.
    pub const fn from_static(text: &'static str) -> Self {
        match Self::new(text) {
            Ok(id) => id,
            Err(_) => panic!("an ISA extension id is 2 to 8 of A-Z and 0-9 and starts with A-Z"),
        }
    }

    /// Checks and makes an id from its ASCII bytes; errors as [`IsaId::new`].
    pub const fn from_ascii(text: &[u8]) -> Result<Self, IsaIdError> {
        if text.len() < ISA_ID_MIN || text.len() > ISA_ID_MAX {
            return Err(IsaIdError::Length { found: text.len() });
        }
        // Zero fill sorts before every character, so the arrays sort as the texts do.
        let mut id = [0; ISA_ID_MAX];
        let mut at = 0;
        while at < text.len() {
            let byte = text[at];
            if !(byte.is_ascii_uppercase() || byte.is_ascii_digit() && at > 0) {
                return Err(IsaIdError::Character { at, byte });
            }
            id[at] = byte;
            at += 1;
        }
        Ok(IsaId(id))
    }

    /// Number of characters, 2 to 8.
    #[allow(clippy::len_without_is_empty)] // an id is never empty
    pub const fn len(&self) -> usize {
        let mut length = ISA_ID_MAX;
        while length > ISA_ID_MIN && self.0[length - 1] == 0 {
            length -= 1;
        }
        length
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// The id as ASCII bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        self.0.split_at(self.len()).0
    }
}

impl Display for IsaId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Debug for IsaId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "IsaId({self})")
    }
}

impl FromStr for IsaId {
    type Err = IsaIdError;

    fn from_str(text: &str) -> Result<Self, IsaIdError> {
        IsaId::new(text)
    }
}

/// Why a text is not the id of an instruction set extension.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IsaIdError {
    /// It has not 2 to 8 characters.
    Length {
        /// Bytes found.
        found: usize,
    },
    /// A character is not allowed where it stands.
    Character {
        /// Its byte offset in the id.
        at: usize,
        /// Its (first) byte.
        byte: u8,
    },
}

impl Display for IsaIdError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            IsaIdError::Length { found } => write!(
                f,
                "ISA extension id has {found} characters, not {ISA_ID_MIN} to {ISA_ID_MAX}"
            ),
            IsaIdError::Character { at: 0, byte } => {
                write!(f, "ISA extension id starts with `{}`, not A-Z", byte.escape_ascii())
            }
            IsaIdError::Character { at, byte } => write!(
                f,
                "ISA extension id has `{}` at position {at}, not one of A-Z and 0-9",
                byte.escape_ascii()
            ),
        }
    }
}

impl Error for IsaIdError {}

/// The isae segment: a sorted set of extension ids, at most 64, and at most 128 bytes as text.
///
/// The assembler always includes [`IsaId::ALU`]. A set that comes from elsewhere need not: ids of
/// libraries exist on the network without it, and even the empty set has an id.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Isae(Cow<'static, [IsaId]>);

impl Isae {
    /// The base set alone, which most libraries name. It takes no memory.
    pub(super) const BASE: Isae = Isae(Cow::Borrowed(&[IsaId::ALU]));

    /// Makes the set of the given ids, in any order and possibly repeated.
    ///
    /// # Errors
    /// If there are more than 64 different ids, or their text is longer than 128 bytes.
    pub fn new(ids: impl IntoIterator<Item = IsaId>) -> Result<Self, IsaeError> {
        Isae::new_for(ids, &Profile::SPEC)
    }

    /// Makes the set for a machine with a profile. Where that does not look at extensions, their text can have any length.
    ///
    /// # Errors
    /// As [`Isae::new`].
    pub fn new_for(
        ids: impl IntoIterator<Item = IsaId>,
        profile: &Profile,
    ) -> Result<Self, IsaeError> {
        Isae::within(ids, is_text_bounded(profile))
    }

    /// The same; whether the text is bounded is known without a profile.
    pub(super) fn within(
        ids: impl IntoIterator<Item = IsaId>,
        is_bounded: bool,
    ) -> Result<Self, IsaeError> {
        let mut ids: Vec<IsaId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let set = match ids[..] {
            [IsaId::ALU] => Isae::BASE,
            _ => Isae(Cow::Owned(ids)),
        };
        if set.0.len() > ISAE_MAX {
            return Err(IsaeError::TooMany { count: set.0.len() });
        }
        match set.text_len() {
            length if length > ISAE_TEXT_MAX && is_bounded => Err(IsaeError::TooLong { length }),
            _ => Ok(set),
        }
    }

    /// Makes the set in a constant.
    ///
    /// # Panics
    /// If there are more than 64 ids, their text is longer than 128 bytes, or they are not in ascending
    /// order; use [`Isae::new`] for ids that are not constants.
    pub const fn from_static(ids: &'static [IsaId]) -> Self {
        Isae::from_static_for(ids, &Profile::SPEC)
    }

    /// Makes the set in a constant for a machine with a profile; see [`Isae::new_for`].
    ///
    /// # Panics
    /// As [`Isae::from_static`].
    pub const fn from_static_for(ids: &'static [IsaId], profile: &Profile) -> Self {
        assert!(ids.len() <= ISAE_MAX, "a library can name at most 64 ISA extensions");
        let mut at = 1;
        while at < ids.len() {
            let is_ascending = is_less(&ids[at - 1].0, &ids[at].0);
            assert!(is_ascending, "ids of ISA extensions are in ascending order, each once");
            at += 1;
        }
        assert!(
            text_len(ids) <= ISAE_TEXT_MAX || !is_text_bounded(profile),
            "ids of ISA extensions take at most 128 bytes of text"
        );
        Isae(Cow::Borrowed(ids))
    }

    /// Reads the text form for a machine with a profile: ids that are separated by single spaces, in any order; the
    /// empty text is the empty set. How long it can be is said at [`Isae::new_for`].
    ///
    /// # Errors
    /// If a word is no id, and as [`Isae::new`].
    pub fn from_text_for(text: &str, profile: &Profile) -> Result<Self, IsaeError> {
        let mut ids = Vec::new();
        let mut at = 0;
        for word in text.split(' ').filter(|_| !text.is_empty()) {
            ids.push(IsaId::new(word).map_err(|error| IsaeError::Id { at, error })?);
            at += word.len() + 1;
        }
        Isae::new_for(ids, profile)
    }

    /// The ids in order.
    pub fn as_slice(&self) -> &[IsaId] {
        &self.0
    }

    /// Iterates over the ids in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = IsaId> + '_ {
        self.0.iter().copied()
    }

    /// Whether an id is in the set.
    pub fn contains(&self, id: IsaId) -> bool {
        self.0.binary_search(&id).is_ok()
    }

    /// Whether the extension of an instruction is in the set. The base set needs no name.
    pub(crate) fn covers(&self, form: &Form) -> bool {
        form.isae.is_empty() || IsaId::new(form.isae).is_ok_and(|id| self.contains(id))
    }

    /// Bytes of the text form, 0 to 128; up to 575 in a library for a [profile](Isae::new_for) that does not bound them.
    pub fn text_len(&self) -> usize {
        text_len(&self.0)
    }
}

/// Whether the text of the ids is bounded: a machine that does not look at them does not bound it.
pub(super) const fn is_text_bounded(profile: &Profile) -> bool {
    matches!(profile.extensions(), Extensions::Needed)
}

/// Bytes of ids joined by single spaces.
pub(super) const fn text_len(ids: &[IsaId]) -> usize {
    let mut length = ids.len().saturating_sub(1);
    let mut at = 0;
    while at < ids.len() {
        length += ids[at].len();
        at += 1;
    }
    length
}

/// The text form: the ids joined by single spaces, as the library id hashes them.
impl Display for Isae {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (i, id) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            f.write_str(id.as_str())?;
        }
        Ok(())
    }
}

/// Reads ids that are separated by single spaces, in any order; the empty text is the empty set.
impl FromStr for Isae {
    type Err = IsaeError;

    fn from_str(text: &str) -> Result<Self, IsaeError> {
        Isae::from_text_for(text, &Profile::SPEC)
    }
}

/// Why ids are not an isae segment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IsaeError {
    /// More than 64 different ids.
    TooMany {
        /// How many.
        count: usize,
    },
    /// More than 128 bytes of text.
    TooLong {
        /// Bytes of the ids joined by single spaces.
        length: usize,
    },
    /// A word of the text is not an id.
    Id {
        /// Byte offset of the word in the text.
        at: usize,
        /// What is wrong with it.
        error: IsaIdError,
    },
}

impl Display for IsaeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            IsaeError::TooMany { count } => {
                write!(f, "{count} ISA extensions, at most {ISAE_MAX} are possible")
            }
            IsaeError::TooLong { length } => write!(
                f,
                "ISA extension ids take {length} bytes of text, at most {ISAE_TEXT_MAX} are possible"
            ),
            IsaeError::Id { at, error } => write!(f, "{error} (in the word at position {at})"),
        }
    }
}

impl Error for IsaeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            IsaeError::Id { error, .. } => Some(error),
            IsaeError::TooMany { .. } | IsaeError::TooLong { .. } => None,
        }
    }
}
