//! Libraries in strict encoding, as the network's commitments and databases have them.
//!
//! The types have the names, fields and order that the network's type library has, because its ids commit to
//! them. They convert from and to those of `aluvm`.

use std::collections::BTreeSet;

use std::boxed::Box;
use std::vec::Vec;

use aluvm::library::{IsaIdError, IsaeError, LibError};
use aluvm::{IsaId, Isae, Libs};
use amplify::Bytes32;
use amplify::confinement::{self, Confined, SmallBlob};
use strict_encoding::stl::{AlphaCaps, AlphaCapsNum};
use strict_encoding::{
    DefaultBasedStrictDumb, LibName, RString, StrictDecode, StrictDumb, StrictEncode, StrictType,
};
use strict_types::TypeLib;
use strict_types::typelib::{CompileError, LibBuilder};

/// The name of the type library.
pub const LIB_NAME_ALUVM: &str = "AluVM";

/// The name of an ISA extension.
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
pub struct IsaName(RString<AlphaCaps, AlphaCapsNum, 2, 8>);

/// The ISA extensions that a library names.
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
pub struct IsaSeg(Confined<BTreeSet<IsaName>, 0, 64>);

/// The id of a library.
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
pub struct LibId(Bytes32);

/// The libraries that a library calls.
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
pub struct LibSeg(Confined<BTreeSet<LibId>, 0, 255>);

/// A library.
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
pub struct Lib {
    /// The ISA extensions.
    pub isae: IsaSeg,
    /// The code segment.
    pub code: SmallBlob,
    /// The data segment.
    pub data: SmallBlob,
    /// The libraries that it calls.
    pub libs: LibSeg,
}

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
pub struct LibSite {
    /// The library.
    pub lib: LibId,
    /// The offset in its code.
    pub pos: u16,
}

impl DefaultBasedStrictDumb for IsaSeg {}
impl DefaultBasedStrictDumb for LibId {}
impl DefaultBasedStrictDumb for LibSeg {}
impl DefaultBasedStrictDumb for Lib {}
impl DefaultBasedStrictDumb for LibSite {}

/// Why a library is not one of the other side. Their limits are the same, so this does not happen to
/// libraries that were made or decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StrictError {
    /// A segment is too long.
    Confined(confinement::Error),
    /// The name of an extension is none.
    Name(IsaIdError),
    /// There are too many extensions.
    Isae(IsaeError),
    /// A segment passes a limit of libraries.
    Lib(LibError),
}

impl core::fmt::Display for StrictError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            StrictError::Confined(error) => error.fmt(f),
            StrictError::Name(error) => error.fmt(f),
            StrictError::Isae(error) => error.fmt(f),
            StrictError::Lib(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for StrictError {}

impl From<confinement::Error> for StrictError {
    fn from(error: confinement::Error) -> StrictError {
        StrictError::Confined(error)
    }
}

impl From<IsaIdError> for StrictError {
    fn from(error: IsaIdError) -> StrictError {
        StrictError::Name(error)
    }
}

impl From<IsaeError> for StrictError {
    fn from(error: IsaeError) -> StrictError {
        StrictError::Isae(error)
    }
}

impl From<LibError> for StrictError {
    fn from(error: LibError) -> StrictError {
        StrictError::Lib(error)
    }
}

impl From<aluvm::LibId> for LibId {
    fn from(id: aluvm::LibId) -> LibId {
        LibId(Bytes32::from(id.to_bytes()))
    }
}

impl From<LibId> for aluvm::LibId {
    fn from(id: LibId) -> aluvm::LibId {
        aluvm::LibId::from_bytes(id.0.to_byte_array())
    }
}

impl From<aluvm::LibSite> for LibSite {
    fn from(site: aluvm::LibSite) -> LibSite {
        LibSite { lib: site.lib.into(), pos: site.offset }
    }
}

impl From<LibSite> for aluvm::LibSite {
    fn from(site: LibSite) -> aluvm::LibSite {
        aluvm::LibSite::new(site.lib.into(), site.pos)
    }
}

impl TryFrom<&Isae> for IsaSeg {
    type Error = StrictError;

    fn try_from(isae: &Isae) -> Result<IsaSeg, StrictError> {
        let mut names = BTreeSet::new();
        for id in isae.iter() {
            let name = RString::try_from(id.as_str().as_bytes());
            let found = id.len();
            names.insert(IsaName(name.map_err(|_| IsaIdError::Length { found })?));
        }
        Ok(IsaSeg(Confined::try_from(names)?))
    }
}

impl TryFrom<&IsaSeg> for Isae {
    type Error = StrictError;

    fn try_from(isae: &IsaSeg) -> Result<Isae, StrictError> {
        let ids: Result<Vec<IsaId>, IsaIdError> =
            isae.0.iter().map(|name| IsaId::new(name.0.as_ref())).collect();
        Ok(Isae::new(ids?)?)
    }
}

impl TryFrom<&aluvm::Lib> for Lib {
    type Error = StrictError;

    fn try_from(lib: &aluvm::Lib) -> Result<Lib, StrictError> {
        let libs: BTreeSet<LibId> = lib.libs().iter().map(LibId::from).collect();
        Ok(Lib {
            isae: lib.isae().try_into()?,
            code: Confined::try_from(lib.code().to_vec())?,
            data: Confined::try_from(lib.data().to_vec())?,
            libs: LibSeg(Confined::try_from(libs)?),
        })
    }
}

impl TryFrom<&Lib> for aluvm::Lib {
    type Error = StrictError;

    fn try_from(lib: &Lib) -> Result<aluvm::Lib, StrictError> {
        let libs = Libs::new(lib.libs.0.iter().copied().map(aluvm::LibId::from))?;
        let (code, data) = (lib.code.to_vec(), lib.data.to_vec());
        Ok(aluvm::Lib::new((&lib.isae).try_into()?, code, data, libs)?)
    }
}

/// The type library `AluVM`, which those of the network depend on.
///
/// # Errors
///
/// Never; the compiler of type libraries can fail for others.
pub fn aluvm_stl() -> Result<TypeLib, Box<CompileError>> {
    let name = LibName::from(LIB_NAME_ALUVM);
    LibBuilder::with(name, [strict_types::stl::std_stl().to_dependency_types()])
        .transpile::<Lib>()
        .transpile::<LibSite>()
        .compile()
        .map_err(Box::new)
}
