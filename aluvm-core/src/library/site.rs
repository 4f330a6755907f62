//! A place in a library: where a call or an entry point leads.

use core::error::Error;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::{LibId, LibIdError};

/// A byte offset in the code of a library.
///
/// Its text is the call target of the assembly language, `0x001A @ "alu1…"`; the alternate format
/// (`{:#}`) leaves out the quotes. `FromStr` reads both, the offset also in decimal, and the id in
/// either of its forms.
///
/// ```
/// use aluvm_core::library::{LibId, LibSite};
///
/// let site = LibSite::new(LibId::from_bytes([7; 32]), 26);
/// assert!(site.to_string().starts_with("0x001A @ \"alu1"));
/// assert_eq!(site.to_string().parse(), Ok(site));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LibSite {
    /// The library.
    pub lib: LibId,
    /// Byte offset in its code.
    pub offset: u16,
}

impl LibSite {
    /// The place at an offset of a library.
    pub const fn new(lib: LibId, offset: u16) -> Self {
        LibSite { lib, offset }
    }

    /// The beginning of a library.
    pub const fn start(lib: LibId) -> Self {
        LibSite { lib, offset: 0 }
    }
}

impl Display for LibSite {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let LibSite { lib, offset } = self;
        match f.alternate() {
            false => write!(f, "0x{offset:04X} @ \"{lib}\""),
            true => write!(f, "0x{offset:04X} @ {lib}"),
        }
    }
}

impl FromStr for LibSite {
    type Err = LibSiteError;

    fn from_str(text: &str) -> Result<Self, LibSiteError> {
        let (offset, lib) = text.split_once('@').ok_or(LibSiteError::NoSeparator)?;
        let offset = parse_offset(offset.trim()).ok_or(LibSiteError::Offset)?;
        let lib = lib.trim();
        let unquoted = lib.strip_prefix('"').and_then(|lib| lib.strip_suffix('"'));
        let lib = unquoted.unwrap_or(lib).parse().map_err(LibSiteError::Lib)?;
        Ok(LibSite { lib, offset })
    }
}

fn parse_offset(text: &str) -> Option<u16> {
    let (digits, radix) = match text.strip_prefix("0x") {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    // `from_str_radix` would accept a plus sign.
    digits.starts_with(|c: char| c.is_digit(radix)).then_some(())?;
    u16::from_str_radix(digits, radix).ok()
}

/// Why a text is not a library site.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum LibSiteError {
    /// There is no `@` between offset and library id.
    NoSeparator,
    /// The offset is not a number of 16 bits.
    Offset,
    /// The library id is malformed; its positions count from its own beginning.
    Lib(LibIdError),
}

impl Display for LibSiteError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibSiteError::NoSeparator => {
                f.write_str("no `@` found, a library site is `offset @ library id`")
            }
            LibSiteError::Offset => f.write_str(
                "offset before `@` is not a number of 0 to 65535, in decimal or hexadecimal with `0x`",
            ),
            LibSiteError::Lib(error) => Display::fmt(error, f),
        }
    }
}

impl Error for LibSiteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            LibSiteError::Lib(error) => Some(error),
            LibSiteError::NoSeparator | LibSiteError::Offset => None,
        }
    }
}
