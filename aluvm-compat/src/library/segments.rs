//! The segments that are sets: the extensions that a library names, and the libraries.

use core::error::Error;
use core::fmt;
use core::ops::Deref;
use core::str::FromStr;
use std::collections::{BTreeSet, btree_set};

use aluvm_core::library::{IsaId, IsaIdError};
use amplify::confinement::{self, Confined};
use strict_encoding::stl::{AlphaCaps, AlphaCapsNum};
use strict_encoding::{
    DefaultBasedStrictDumb, RString, StrictDecode, StrictDumb, StrictEncode, StrictType,
};

use super::LibId;
use crate::LIB_NAME_ALUVM;

/// The name of an ISA extension: 2 to 8 of `A`-`Z` and `0`-`9`, a letter first.
#[derive(
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    StrictDumb,
    StrictType,
    StrictEncode,
    StrictDecode,
)]
#[strict_type(lib = LIB_NAME_ALUVM)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct IsaName(RString<AlphaCaps, AlphaCapsNum, 2, 8>);

impl IsaName {
    /// The name as `aluvm-core` has it, which has the same form.
    pub(super) fn id(&self) -> IsaId {
        IsaId::new(self.0.as_ref()).unwrap_or(IsaId::ALU)
    }
}

impl fmt::Display for IsaName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.as_ref())
    }
}

impl FromStr for IsaName {
    type Err = IsaNameError;

    fn from_str(text: &str) -> Result<IsaName, IsaNameError> {
        let error = |kind| IsaNameError { name: text.to_owned(), kind };
        IsaId::new(text).map_err(error)?;
        // The same form as that of an id.
        let name = RString::try_from(text.as_bytes());
        name.map(IsaName).map_err(|_| error(IsaIdError::Length { found: text.len() }))
    }
}

/// A text is no name of an ISA extension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IsaNameError {
    /// The text.
    pub name: String,
    /// What is wrong with it.
    pub kind: IsaIdError,
}

impl fmt::Display for IsaNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.name, self.kind)
    }
}

impl Error for IsaNameError {}

/// The ISA extensions that a library names, at most 64.
#[derive(
    Clone,
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct IsaSeg(
    #[cfg_attr(feature = "serde", serde(with = "strict_encoding::serde_helpers::confined"))]
    Confined<BTreeSet<IsaName>, 0, 64>,
);

impl DefaultBasedStrictDumb for IsaSeg {}

impl IsaSeg {
    /// The set of names with a space between.
    ///
    /// # Panics
    ///
    /// If one of them is no name. It is for texts of the program itself; others are parsed.
    pub fn with(names: &'static str) -> IsaSeg {
        match names.parse() {
            Ok(names) => names,
            Err(error) => panic!("{error}"),
        }
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &IsaName> {
        self.0.iter()
    }

    /// This set with some of the names of the base set, as far as there is room.
    pub(crate) fn and(mut self, names: &[&'static str]) -> IsaSeg {
        for name in names.iter().filter_map(|name| name.parse().ok()) {
            // Sets of hosts that are so large have no room for what libraries name.
            let _ = self.0.push(name);
        }
        self
    }
}

/// The names with a space between.
impl fmt::Display for IsaSeg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.names().enumerate().try_for_each(|(number, name)| {
            let before = if number == 0 { "" } else { " " };
            write!(f, "{before}{name}")
        })
    }
}

/// Reads names with one space between. There is at least one.
impl FromStr for IsaSeg {
    type Err = IsaSegError;

    fn from_str(text: &str) -> Result<IsaSeg, IsaSegError> {
        let names: Result<BTreeSet<IsaName>, IsaNameError> =
            text.split(' ').map(str::parse).collect();
        let names = names.map_err(IsaSegError::Name)?;
        Confined::try_from(names).map(IsaSeg).map_err(IsaSegError::Number)
    }
}

/// Why a text is no set of ISA extensions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IsaSegError {
    /// There are too many names.
    Number(confinement::Error),
    /// One of them is none.
    Name(IsaNameError),
}

impl fmt::Display for IsaSegError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IsaSegError::Number(error) => error.fmt(f),
            IsaSegError::Name(error) => error.fmt(f),
        }
    }
}

impl Error for IsaSegError {}

/// Why segments do not make a library.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SegmentError {
    /// The code has so many bytes, which is more than 65535.
    CodeSegmentTooLarge(usize),
    /// The data has so many bytes, which is more than 65535.
    DataSegmentTooLarge(usize),
    /// The ISA extensions are none.
    IsaeSegment(IsaSegError),
}

impl From<IsaSegError> for SegmentError {
    fn from(error: IsaSegError) -> SegmentError {
        SegmentError::IsaeSegment(error)
    }
}

impl fmt::Display for SegmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SegmentError::CodeSegmentTooLarge(length) => {
                write!(f, "the code has {length} bytes; a library holds at most 65535")
            }
            SegmentError::DataSegmentTooLarge(length) => {
                write!(f, "the data has {length} bytes; a library holds at most 65535")
            }
            SegmentError::IsaeSegment(error) => error.fmt(f),
        }
    }
}

impl Error for SegmentError {}

/// The libraries that a library names, at most 255. Its code names them by their index here.
#[derive(
    Clone,
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct LibSeg(
    #[cfg_attr(feature = "serde", serde(with = "strict_encoding::serde_helpers::confined"))]
    Confined<BTreeSet<LibId>, 0, 255>,
);

impl DefaultBasedStrictDumb for LibSeg {}

impl LibSeg {
    /// The set of these ids.
    ///
    /// # Errors
    ///
    /// If there are more than 255 different ones.
    pub fn try_from_iter(
        ids: impl IntoIterator<Item = LibId>,
    ) -> Result<LibSeg, confinement::Error> {
        Confined::try_from_iter(ids).map(LibSeg)
    }

    /// The ids in order.
    pub fn iter(&self) -> btree_set::Iter<'_, LibId> {
        self.0.as_unconfined().iter()
    }

    /// How many there are.
    pub fn count(&self) -> u8 {
        u8::try_from(self.0.len()).unwrap_or(u8::MAX)
    }

    /// The id at an index.
    pub fn at(&self, index: u8) -> Option<LibId> {
        self.iter().nth(index.into()).copied()
    }

    /// The index of an id.
    pub fn index(&self, id: LibId) -> Option<u8> {
        let index = self.iter().position(|other| *other == id)?;
        u8::try_from(index).ok()
    }
}

impl Deref for LibSeg {
    type Target = Confined<BTreeSet<LibId>, 0, 255>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'s> IntoIterator for &'s LibSeg {
    type Item = &'s LibId;
    type IntoIter = btree_set::Iter<'s, LibId>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// An id a line. The width is how far the lines behind the first are indented.
impl fmt::Display for LibSeg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = f.width().unwrap_or_default();
        self.iter().enumerate().try_for_each(|(number, id)| {
            let indent = if number == 0 { 0 } else { width };
            writeln!(f, "{:indent$}{id}", "")
        })
    }
}
