//! The extensions that a library names.

use core::fmt;
use core::str::FromStr;
use std::collections::BTreeSet;

use aluvm_core::library::{IsaId, IsaIdError, Isae, IsaeError};
use aluvm_core::profile::Profile;
use amplify::confinement::Confined;
use strict_encoding::stl::{AlphaCaps, AlphaCapsNum};
use strict_encoding::{
    DefaultBasedStrictDumb, RString, StrictDecode, StrictDumb, StrictEncode, StrictType,
};

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
    /// The name as `aluvm-core` has it.
    pub fn id(&self) -> IsaId {
        // Both have the same form.
        IsaId::new(self.0.as_ref()).unwrap_or(IsaId::ALU)
    }
}

impl TryFrom<IsaId> for IsaName {
    type Error = IsaIdError;

    fn try_from(id: IsaId) -> Result<IsaName, IsaIdError> {
        let name = RString::try_from(id.as_bytes());
        name.map(IsaName).map_err(|_| IsaIdError::Length { found: id.len() })
    }
}

impl fmt::Display for IsaName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.as_ref())
    }
}

impl FromStr for IsaName {
    type Err = IsaIdError;

    fn from_str(text: &str) -> Result<IsaName, IsaIdError> {
        IsaId::new(text)?.try_into()
    }
}

/// The ISA extensions that a library names, at most 64.
///
/// The network does not bound their text, where [`Isae::new`] takes 128 bytes at most.
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
            Err(error) => panic!("`{names}`: {error}"),
        }
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &IsaName> {
        self.0.iter()
    }

    /// This set with some more names, as far as there is room.
    pub fn and(mut self, names: impl IntoIterator<Item = IsaName>) -> IsaSeg {
        for name in names {
            // Only a set of hundreds of names has none.
            let _ = self.0.push(name);
        }
        self
    }

    fn new(names: BTreeSet<IsaName>) -> Result<IsaSeg, IsaeError> {
        let count = names.len();
        Confined::try_from(names).map(IsaSeg).map_err(|_| IsaeError::TooMany { count })
    }
}

impl TryFrom<&Isae> for IsaSeg {
    type Error = IsaeError;

    fn try_from(isae: &Isae) -> Result<IsaSeg, IsaeError> {
        let name = |id| IsaName::try_from(id).map_err(|error| IsaeError::Id { at: 0, error });
        IsaSeg::new(isae.iter().map(name).collect::<Result<_, _>>()?)
    }
}

impl TryFrom<&IsaSeg> for Isae {
    type Error = IsaeError;

    fn try_from(isae: &IsaSeg) -> Result<Isae, IsaeError> {
        Isae::new_for(isae.names().map(IsaName::id), &Profile::RGB_0_11)
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
    type Err = IsaeError;

    fn from_str(text: &str) -> Result<IsaSeg, IsaeError> {
        let (mut names, mut at) = (BTreeSet::new(), 0);
        for word in text.split(' ') {
            names.insert(word.parse().map_err(|error| IsaeError::Id { at, error })?);
            at += word.len() + 1;
        }
        IsaSeg::new(names)
    }
}
