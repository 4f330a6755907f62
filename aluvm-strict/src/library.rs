//! Libraries as the network's types have them.

use aluvm_core::library::{self, LibError};
use amplify::confinement::{Confined, SmallBlob};
use strict_encoding::{DefaultBasedStrictDumb, StrictDecode, StrictEncode, StrictType};

use crate::{IsaSeg, LIB_NAME_ALUVM, LibSeg, SegmentError};

/// A library.
///
/// Its encoding is that of [`library::Lib::to_bytes`], and [`library::Lib::from_bytes_for`] reads it faster.
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

impl DefaultBasedStrictDumb for Lib {}

impl Lib {
    /// A library of segments.
    ///
    /// # Errors
    ///
    /// If the code or the data is longer than 65535 bytes.
    pub fn new(
        isae: IsaSeg,
        code: Vec<u8>,
        data: Vec<u8>,
        libs: LibSeg,
    ) -> Result<Lib, SegmentError> {
        let (code_length, data_length) = (code.len(), data.len());
        let code = Confined::try_from(code);
        let data = Confined::try_from(data);
        Ok(Lib {
            isae,
            code: code.map_err(|_| LibError::CodeTooLong { length: code_length })?,
            data: data.map_err(|_| LibError::DataTooLong { length: data_length })?,
            libs,
        })
    }
}

impl TryFrom<&library::Lib> for Lib {
    type Error = SegmentError;

    fn try_from(lib: &library::Lib) -> Result<Lib, SegmentError> {
        let (code, data) = (lib.code().to_vec(), lib.data().to_vec());
        Lib::new(lib.isae().try_into()?, code, data, lib.libs().try_into()?)
    }
}

impl TryFrom<&Lib> for library::Lib {
    type Error = SegmentError;

    fn try_from(lib: &Lib) -> Result<library::Lib, SegmentError> {
        let (code, data) = (lib.code.to_vec(), lib.data.to_vec());
        Ok(library::Lib::new((&lib.isae).try_into()?, code, data, (&lib.libs).try_into()?)?)
    }
}
