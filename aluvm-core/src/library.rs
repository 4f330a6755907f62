//! Libraries: code with its data, its dependencies and the ISA extensions it uses, the id that commits
//! to them, and their binary and text forms.
//!
//! # Serde
//!
//! With the feature `serde` all of them, and instructions, are read and written in any format. A library
//! is a struct of `isae`, `code`, `data` and `libs`. In human-readable formats ids and sites are their
//! text, and code and data hexadecimal digits; in binary formats an id is 32 bytes, a site the id and
//! its little-endian offset, and code and data are bytes. Both are read wherever a format can tell
//! them apart. Extension ids, isae and instructions are text everywhere. Reading takes no more memory
//! than the input; a format that allocates what an input claims, as bincode does from a reader, needs
//! its own limit set.

mod assemble;
mod baid64;
mod bech32m;
mod file;
pub(crate) mod id;
mod id_error;
mod isae;
#[cfg(feature = "vm")]
mod program;
mod segments;
#[cfg(feature = "serde")]
mod serialize;
mod sha256;
mod site;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::{self, Debug, Formatter};
use core::hash::{Hash, Hasher as HashState};

pub use self::assemble::AssembleError;
#[cfg(feature = "text")]
pub(crate) use self::assemble::{isae_for, used_extensions};
pub use self::file::{LibField, LibFileError, LibFileErrorKind};
pub use self::id::{Baid64, LibId};
pub use self::id_error::{LibIdError, LibIdForm};
pub use self::isae::{IsaId, IsaIdError, Isae, IsaeError};
#[cfg(feature = "vm")]
pub(crate) use self::program::Linked;
#[cfg(feature = "vm")]
pub use self::program::{Program, ProgramError};
pub use self::segments::{LibError, Libs};
#[cfg(all(feature = "vm", feature = "digest"))]
pub(crate) use self::sha256::INITIAL as SHA256_INITIAL;
use self::sha256::{Hasher, Sha256, sha256};
pub use self::site::{LibSite, LibSiteError};
use crate::codec::constant_width;
use crate::isa::{Data, Instr, LibraryRef};
use crate::limits::{CODE_MAX, DATA_MAX};

/// What sets library ids apart from all other uses of SHA-256.
const TAG: [u8; 32] = sha256(b"urn:ubideco:aluvm:lib:v01#230304");

/// A hasher that has read the tag twice, which is one block.
const TAGGED: [u32; 8] = {
    let mut block = [0; 64];
    block.split_at_mut(32).0.copy_from_slice(&TAG);
    block.split_at_mut(32).1.copy_from_slice(&TAG);
    Sha256::state_behind(&block)
};

/// Gives a hasher what an id commits to behind the tags. A macro, because one of the hashers runs in constants.
macro_rules! commit {
    ($hasher:ident, $isae:expr, $code:expr, $data:expr, $libs:expr) => {
        let (isae, code, data, libs): (&[IsaId], &[u8], &[u8], &[LibId]) =
            ($isae, &$code, &$data, $libs);
        $hasher.update(&[isae::text_len(isae) as u8]);
        let mut at = 0;
        while at < isae.len() {
            if at > 0 {
                $hasher.update(b" ");
            }
            $hasher.update(isae[at].as_bytes());
            at += 1;
        }
        $hasher.update(&(code.len() as u16).to_le_bytes());
        $hasher.update(code);
        $hasher.update(&(data.len() as u16).to_le_bytes());
        $hasher.update(data);
        $hasher.update(&[libs.len() as u8]);
        let mut at = 0;
        while at < libs.len() {
            $hasher.update(libs[at].as_bytes());
            at += 1;
        }
    };
}
/// A library: four segments, none of which can change.
///
/// Equality is that of the segments, so equal libraries have equal ids. Segments can be borrowed from
/// statics, as those of libraries that `alulib!` makes; a clone of such a library copies nothing.
///
/// ```
/// use aluvm_core::library::Lib;
///
/// let lib: Lib = "put a8[0], 5; ret;".parse()?;
/// assert_eq!(lib.code(), [0x0B, 0x00, 0x00, 0x00, 0x07]);
/// assert_eq!(lib.data(), [5]);
/// assert_eq!(Lib::from_bytes(&lib.to_bytes())?.id(), lib.id());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Lib {
    isae: Isae,
    code: Cow<'static, [u8]>,
    data: Cow<'static, [u8]>,
    libs: Libs,
    /// The id, where it was known before.
    id: Option<LibId>,
}

impl Lib {
    /// Makes a library of its segments.
    ///
    /// # Errors
    /// If the code or the data is longer than 65535 bytes.
    pub fn new(
        isae: Isae,
        code: impl Into<Vec<u8>>,
        data: impl Into<Vec<u8>>,
        libs: Libs,
    ) -> Result<Self, LibError> {
        let (code, data) = (code.into(), data.into());
        if code.len() > CODE_MAX {
            return Err(LibError::CodeTooLong { length: code.len() });
        }
        if data.len() > DATA_MAX {
            return Err(LibError::DataTooLong { length: data.len() });
        }
        Ok(Lib::from_segments(isae, code, data, libs))
    }

    /// Makes a library of segments within their limits.
    fn from_segments(isae: Isae, code: Vec<u8>, data: Vec<u8>, libs: Libs) -> Self {
        Lib { isae, code: Cow::Owned(code), data: Cow::Owned(data), libs, id: None }
    }

    /// Makes a library in a constant, of segments that were laid out and hashed while compiling.
    ///
    /// It is for macros: [`id`](Lib::id) gives the `id` that was given here, so another one than that
    /// of the segments would break what ids are for.
    ///
    /// # Panics
    /// If the code or the data is longer than 65535 bytes.
    #[doc(hidden)]
    pub const fn from_static(
        isae: Isae,
        code: &'static [u8],
        data: &'static [u8],
        libs: Libs,
        id: LibId,
    ) -> Self {
        assert!(code.len() <= CODE_MAX, "code segment has more than 65535 bytes");
        assert!(data.len() <= DATA_MAX, "data segment has more than 65535 bytes");
        Lib { isae, code: Cow::Borrowed(code), data: Cow::Borrowed(data), libs, id: Some(id) }
    }

    /// The ISA extensions that the library uses.
    pub fn isae(&self) -> &Isae {
        &self.isae
    }

    /// The code segment, at most 65535 bytes.
    pub fn code(&self) -> &[u8] {
        &self.code
    }

    /// The data segment, at most 65535 bytes.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The libraries that the code can call.
    pub fn libs(&self) -> &Libs {
        &self.libs
    }

    /// The id, SHA-256(T || T || u8 len(isae) || isae || u16 len(code) || code || u16 len(data) || data
    /// || u8 count(libs) || libs…), where T is the SHA-256 of `urn:ubideco:aluvm:lib:v01#230304`, isae
    /// is the text form, and lengths are little-endian. It is computed anew each time, but for
    /// libraries that `alulib!` makes, whose ids are computed while they compile.
    pub fn id(&self) -> LibId {
        self.id.unwrap_or_else(|| self.digest())
    }

    /// Looks up the constant and the library that an instruction names.
    pub(crate) fn resolve(&self, instr: &mut Instr) {
        let width = constant_width(instr);
        if let Some(data) = instr.data_mut()
            && let Data::At { offset, length } = *data
            && let Some(rest) = self.data.get(usize::from(offset)..)
            && let Some(bytes) = rest.get(..width.unwrap_or(length.into()))
        {
            *data = Data::new(bytes);
        }
        if let Some(library) = instr.library_mut()
            && let LibraryRef::Index(index) = *library
            && let Some(id) = self.libs.get(index)
        {
            *library = LibraryRef::Id(id);
        }
    }

    /// The id that the segments have.
    fn digest(&self) -> LibId {
        LibId::of_segments(self.isae.as_slice(), &self.code, &self.data, self.libs.as_slice())
    }

    /// The id of a library with these segments, in a constant; see [`Lib::id`].
    #[doc(hidden)]
    pub const fn id_of(isae: &[IsaId], code: &[u8], data: &[u8], libs: &[LibId]) -> LibId {
        let mut hasher = Sha256::behind(TAGGED, 64);
        commit!(hasher, isae, code, data, libs);
        LibId::from_bytes(hasher.finish())
    }
}

impl LibId {
    /// The id of a library with these segments, for those who keep libraries in a type of their own; see
    /// [`Lib::id`].
    ///
    /// Ids and extensions are in ascending order, each once, as [`Libs`] and [`Isae`] have them.
    pub fn of_segments(isae: &[IsaId], code: &[u8], data: &[u8], libs: &[LibId]) -> LibId {
        let mut hasher = Hasher::behind(TAGGED, 64);
        commit!(hasher, isae, *code, *data, libs);
        LibId::from_bytes(hasher.finish())
    }
}

impl Lib {
    /// All that a library is.
    fn parts(&self) -> impl Ord + Hash {
        (&self.isae, &self.code, &self.data, &self.libs)
    }
}

impl PartialEq for Lib {
    fn eq(&self, other: &Lib) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Lib {}

impl PartialOrd for Lib {
    fn partial_cmp(&self, other: &Lib) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the extensions, the code, the data and the libraries, which costs no digest.
impl Ord for Lib {
    fn cmp(&self, other: &Lib) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl Hash for Lib {
    fn hash<H: HashState>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

/// Shows the id, and code and data in hexadecimal.
impl Debug for Lib {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lib")
            .field("id", &self.id())
            .field("isae", &format_args!("\"{}\"", self.isae))
            .field("code", &format_args!("{}", Hex(&self.code)))
            .field("data", &format_args!("{}", Hex(&self.data)))
            .field("libs", &self.libs.as_slice())
            .finish()
    }
}

/// Bytes that display as lower-case hexadecimal.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
