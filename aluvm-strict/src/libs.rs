//! The libraries that a library calls.

use core::fmt;
use core::ops::Deref;
use std::collections::{BTreeSet, btree_set};

use aluvm_core::library::{LibError, Libs};
use amplify::confinement::{self, Confined};
use strict_encoding::{DefaultBasedStrictDumb, StrictDecode, StrictEncode, StrictType};

use crate::{LIB_NAME_ALUVM, LibId};

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

impl TryFrom<&Libs> for LibSeg {
    type Error = LibError;

    fn try_from(libs: &Libs) -> Result<LibSeg, LibError> {
        let ids = libs.iter().map(LibId::from);
        LibSeg::try_from_iter(ids).map_err(|_| LibError::TooManyLibs { count: libs.len() })
    }
}

impl TryFrom<&LibSeg> for Libs {
    type Error = LibError;

    fn try_from(libs: &LibSeg) -> Result<Libs, LibError> {
        Libs::new(libs.iter().map(|id| id.core()))
    }
}
