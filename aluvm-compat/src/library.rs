//! Libraries, their ids, and the cursors that code is read and written by.

mod assemble;
mod cursor;
mod disassemble;

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use aluvm_core::isa::{self, LibraryRef};
use aluvm_core::library::IsaId;
pub use aluvm_core::library::IsaeError as IsaSegError;
pub use aluvm_strict::{IsaName, IsaSeg, LibId, LibSeg, LibSite, SegmentError};
use amplify::confinement::SmallBlob;
use strict_encoding::{DefaultBasedStrictDumb, StrictDecode, StrictEncode, StrictType};

pub use self::assemble::AssemblerError;
pub use self::cursor::{CodeEofError, Read, Reader, Write, WriteError, Writer};
use crate::LIB_NAME_ALUVM;

/// A library: four segments, which can be read and changed.
///
/// Libraries are compared by their ids, which are digests of the segments and are computed anew each time.
///
/// `aluvm_strict` has the same type without methods, which a crate can give to its own types only.
#[derive(Clone, Debug, Default, StrictType, StrictEncode, StrictDecode)]
#[strict_type(lib = LIB_NAME_ALUVM)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lib {
    /// The ISA extensions that the library names.
    pub isae: IsaSeg,
    /// The code segment.
    #[cfg_attr(feature = "serde", serde(with = "strict_encoding::serde_helpers::confined"))]
    pub code: SmallBlob,
    /// The data segment.
    #[cfg_attr(feature = "serde", serde(with = "strict_encoding::serde_helpers::confined"))]
    pub data: SmallBlob,
    /// The libraries that the code names.
    pub libs: LibSeg,
}

impl DefaultBasedStrictDumb for Lib {}

impl Lib {
    /// A library of segments, with the names of extensions as text.
    ///
    /// # Errors
    ///
    /// If a name is none, or a segment is too long.
    pub fn with(
        isae: &str,
        code: Vec<u8>,
        data: Vec<u8>,
        libs: LibSeg,
    ) -> Result<Lib, SegmentError> {
        let strict = aluvm_strict::Lib::new(isae.parse()?, code, data, libs)?;
        let aluvm_strict::Lib { isae, code, data, libs } = strict;
        Ok(Lib { isae, code, data, libs })
    }

    /// The id: a digest of all segments.
    pub fn id(&self) -> LibId {
        let isae: Vec<IsaId> = self.isae.names().map(IsaName::id).collect();
        let libs: Vec<_> = self.libs.iter().map(|id| id.core()).collect();
        aluvm_core::library::LibId::of_segments(
            &isae,
            self.code.as_slice(),
            self.data.as_slice(),
            &libs,
        )
        .into()
    }

    /// The names of extensions, with a space between.
    pub fn isae_segment(&self) -> String {
        self.isae.to_string()
    }

    /// The code segment.
    pub fn code_segment(&self) -> &[u8] {
        self.code.as_slice()
    }

    /// The data segment.
    pub fn data_segment(&self) -> &[u8] {
        self.data.as_slice()
    }

    /// The libraries that the code names.
    pub fn libs_segment(&self) -> &LibSeg {
        &self.libs
    }

    /// Puts into an instruction what it names in other segments, as far as it is there.
    fn resolve(&self, instr: &mut isa::Instr) {
        let width = aluvm_core::codec::constant_width(instr);
        if let Some(data) = instr.data_mut()
            && let isa::Data::At { offset, length } = *data
            && let Some(rest) = self.data.as_slice().get(usize::from(offset)..)
            && let Some(bytes) = rest.get(..width.unwrap_or(length.into()))
        {
            *data = isa::Data::new(bytes);
        }
    }

    /// Puts the id of a library into an instruction that names it by index. The id of zeros stands for one that
    /// the segment does not have.
    fn resolve_library(&self, instr: &mut isa::Instr) {
        if let Some(library) = instr.library_mut()
            && let LibraryRef::Index(index) = *library
        {
            *library = LibraryRef::Id(self.libs.at(index).unwrap_or_default().core());
        }
    }
}

impl PartialEq for Lib {
    fn eq(&self, other: &Lib) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Lib {}

impl PartialOrd for Lib {
    fn partial_cmp(&self, other: &Lib) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Lib {
    fn cmp(&self, other: &Lib) -> Ordering {
        self.id().cmp(&other.id())
    }
}

impl Hash for Lib {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

/// The segments in hexadecimal, for people.
impl fmt::Display for Lib {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "ISAE:   {}", self.isae)?;
        for (name, bytes) in [("CODE", self.code_segment()), ("DATA", self.data_segment())] {
            write!(f, "{name}:  ")?;
            bytes.iter().try_for_each(|byte| write!(f, " {byte:02x}"))?;
            writeln!(f)?;
        }
        match self.libs.count() {
            0 => f.write_str("LIBS:   none"),
            _ => write!(f, "LIBS:   {:8}", self.libs),
        }
    }
}
