//! The id of a library and its two text forms.

use core::fmt::{self, Debug, Display, Formatter};
use core::str::FromStr;

use super::id_error::{LibIdError, LibIdForm};
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

/// The hash in order.
impl AsRef<[u8]> for LibId {
    fn as_ref(&self) -> &[u8] {
        &self.0
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
        match form_of(text).ok_or(LibIdError::Form)? {
            LibIdForm::Bech32m => bech32m::parse(text),
            LibIdForm::Baid64 => baid64::parse(text),
        }
        .map(LibId)
    }
}

/// Which form a text is meant to have; rules at `FromStr`.
fn form_of(text: &str) -> Option<LibIdForm> {
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

/// An id that prints itself in the Baid64 form, made by [`LibId::baid64`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Baid64(LibId);

impl Display for Baid64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        baid64::print(&self.0.0, !f.alternate(), f)
    }
}
