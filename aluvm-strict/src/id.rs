//! Ids of libraries.

use core::fmt;
use core::str::FromStr;

use aluvm_core::library::{self, LibIdError};
use amplify::{Bytes32, Wrapper};
use strict_encoding::{DefaultBasedStrictDumb, StrictDecode, StrictEncode, StrictType};

use crate::LIB_NAME_ALUVM;

/// The id of a library: a SHA-256 over its segments.
///
/// As text it is Baid64, `alu:…#…`. The flag `-` leaves out the prefix, `#` the words behind it.
#[derive(
    Wrapper,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    StrictType,
    StrictEncode,
    StrictDecode,
)]
#[wrapper(Deref, BorrowSlice)]
#[strict_type(lib = LIB_NAME_ALUVM)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct LibId(
    #[cfg_attr(feature = "serde", serde(with = "strict_encoding::serde_helpers::byte_array"))]
    Bytes32,
);

impl DefaultBasedStrictDumb for LibId {}

impl LibId {
    /// The id as `aluvm-core` has it.
    pub fn core(self) -> library::LibId {
        library::LibId::from_bytes(self.0.to_byte_array())
    }
}

impl From<library::LibId> for LibId {
    fn from(id: library::LibId) -> LibId {
        LibId(Bytes32::from(id.to_bytes()))
    }
}

impl From<LibId> for library::LibId {
    fn from(id: LibId) -> library::LibId {
        id.core()
    }
}

impl From<Bytes32> for LibId {
    fn from(bytes: Bytes32) -> LibId {
        LibId(bytes)
    }
}

impl From<[u8; 32]> for LibId {
    fn from(bytes: [u8; 32]) -> LibId {
        LibId(Bytes32::from(bytes))
    }
}

impl fmt::Display for LibId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.core().baid64();
        let text = if f.alternate() { format!("{id:#}") } else { id.to_string() };
        match text.split_once(':') {
            Some((_, bare)) if f.sign_minus() => f.write_str(bare),
            _ => f.write_str(&text),
        }
    }
}

/// Reads Baid64, with or without prefix and words, and Bech32m.
impl FromStr for LibId {
    type Err = LibIdError;

    fn from_str(text: &str) -> Result<LibId, LibIdError> {
        text.parse::<library::LibId>().map(LibId::from)
    }
}
