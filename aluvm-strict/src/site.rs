//! Places in libraries.

use core::fmt;

use aluvm_core::library;
use strict_encoding::{DefaultBasedStrictDumb, StrictDecode, StrictEncode, StrictType};

use crate::{LIB_NAME_ALUVM, LibId};

/// A place in a library.
#[derive(
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
#[strict_type(lib = LIB_NAME_ALUVM)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LibSite {
    /// The library.
    pub lib: LibId,
    /// The offset in its code, in bytes.
    pub pos: u16,
}

impl DefaultBasedStrictDumb for LibSite {}

impl LibSite {
    /// The place at an offset of a library.
    pub fn with(pos: u16, lib: LibId) -> LibSite {
        LibSite { lib, pos }
    }
}

impl From<library::LibSite> for LibSite {
    fn from(site: library::LibSite) -> LibSite {
        LibSite { lib: site.lib.into(), pos: site.offset }
    }
}

impl From<LibSite> for library::LibSite {
    fn from(site: LibSite) -> library::LibSite {
        library::LibSite::new(site.lib.into(), site.pos)
    }
}

/// As `call` takes it.
impl fmt::Display for LibSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} @ {}", self.pos, self.lib)
    }
}
