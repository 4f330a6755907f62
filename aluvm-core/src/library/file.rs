//! The binary form of a library, which is also its strict encoding on the network: u8 count of isae
//! ids, each u8 length and ASCII; u16 length and code; u16 length and data; u8 count of libraries and
//! their 32-byte ids. Each library has exactly one such form, and nothing else is read.

use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

use super::isae::is_text_bounded;
use super::{IsaId, IsaIdError, Isae, IsaeError, Lib, LibId, Libs};
use crate::limits::ISAE_MAX;
use crate::profile::Profile;

impl Lib {
    /// The binary form, at most [`LIB_FILE_MAX`](crate::limits::LIB_FILE_MAX) bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let isae = 1 + self.isae.as_slice().iter().map(|id| 1 + id.len()).sum::<usize>();
        let libs = 1 + 32 * self.libs.len();
        let mut file = Vec::with_capacity(isae + 2 + self.code.len() + 2 + self.data.len() + libs);
        file.push(self.isae.as_slice().len() as u8);
        for id in self.isae.iter() {
            file.push(id.len() as u8);
            file.extend_from_slice(id.as_bytes());
        }
        for segment in [&self.code, &self.data] {
            file.extend_from_slice(&(segment.len() as u16).to_le_bytes());
            file.extend_from_slice(segment);
        }
        file.push(self.libs.len() as u8);
        for lib in self.libs.as_slice() {
            file.extend_from_slice(lib.as_bytes());
        }
        file
    }

    /// Reads the binary form.
    ///
    /// # Errors
    /// If the bytes end too early or too late, a set is not sorted or has an element twice, or an id of
    /// an extension or the isae segment is not possible.
    pub fn from_bytes(file: &[u8]) -> Result<Self, LibFileError> {
        Lib::from_bytes_for(file, &Profile::SPEC)
    }

    /// Reads the binary form of a library for a machine with a profile, which can bound ISA extensions otherwise; see
    /// [`Isae::new_for`].
    ///
    /// # Errors
    /// As [`Lib::from_bytes`].
    pub fn from_bytes_for(file: &[u8], profile: &Profile) -> Result<Self, LibFileError> {
        Lib::read(file, is_text_bounded(profile))
    }

    /// Reads the binary form of a library whose profile is not known, or not yet: what some profile allows.
    #[cfg(feature = "vm")]
    pub(crate) fn from_bytes_of_any_profile(file: &[u8]) -> Result<Self, LibFileError> {
        Lib::read(file, false)
    }

    fn read(file: &[u8], is_isae_bounded: bool) -> Result<Self, LibFileError> {
        let mut reader = Reader { file, at: 0 };
        let isae = reader.isae(is_isae_bounded)?;
        let code = reader.segment(LibField::CodeLength, LibField::Code)?.to_vec();
        let data = reader.segment(LibField::DataLength, LibField::Data)?.to_vec();
        let libs = reader.libs()?;
        match file.len() - reader.at {
            0 => Ok(Lib::from_segments(isae, code, data, libs)),
            count => Err(LibFileError {
                offset: reader.at,
                field: LibField::End,
                kind: LibFileErrorKind::TrailingBytes { count },
            }),
        }
    }
}

/// The bytes and how many of them are read.
struct Reader<'a> {
    file: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize, field: LibField) -> Result<&'a [u8], LibFileError> {
        let rest = self.file.get(self.at..).unwrap_or_default();
        let Some(bytes) = rest.get(..count) else {
            let kind = LibFileErrorKind::Truncated { needed: count, found: rest.len() };
            return Err(LibFileError { offset: self.at, field, kind });
        };
        self.at += count;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self, field: LibField) -> Result<[u8; N], LibFileError> {
        let mut array = [0; N];
        array.copy_from_slice(self.bytes(N, field)?);
        Ok(array)
    }

    fn segment(
        &mut self,
        length_field: LibField,
        field: LibField,
    ) -> Result<&'a [u8], LibFileError> {
        let length = u16::from_le_bytes(self.array(length_field)?);
        self.bytes(usize::from(length), field)
    }

    fn isae(&mut self, is_bounded: bool) -> Result<Isae, LibFileError> {
        let start = self.at;
        let [count] = self.array(LibField::IsaeCount)?;
        let mut ids = Vec::with_capacity(usize::from(count).min(ISAE_MAX));
        for index in 0..count {
            let (offset, field) = (self.at, LibField::IsaId(index));
            let [length] = self.array(field)?;
            let id = IsaId::from_ascii(self.bytes(usize::from(length), field)?)
                .map_err(|error| LibFileError { offset, field, kind: error.into() })?;
            ascending(ids.last(), &id).map_err(|kind| LibFileError { offset, field, kind })?;
            ids.push(id);
        }
        Isae::within(ids, is_bounded).map_err(|error| LibFileError {
            offset: start,
            field: LibField::IsaeCount,
            kind: LibFileErrorKind::Isae(error),
        })
    }

    fn libs(&mut self) -> Result<Libs, LibFileError> {
        let [count] = self.array(LibField::LibsCount)?;
        let mut ids = Vec::with_capacity(usize::from(count));
        for index in 0..count {
            let (offset, field) = (self.at, LibField::LibId(index));
            let id = LibId::from_bytes(self.array(field)?);
            ascending(ids.last(), &id).map_err(|kind| LibFileError { offset, field, kind })?;
            ids.push(id);
        }
        Ok(Libs::from_ascending(ids))
    }
}

/// Checks the order of a set: each element greater than the one before.
fn ascending<T: Ord>(before: Option<&T>, element: &T) -> Result<(), LibFileErrorKind> {
    match before {
        Some(before) if before == element => Err(LibFileErrorKind::Repeated),
        Some(before) if before > element => Err(LibFileErrorKind::Unsorted),
        _ => Ok(()),
    }
}

/// A field of the binary form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LibField {
    /// Number of ISA extension ids.
    IsaeCount,
    /// The ISA extension id with this index, its length included.
    IsaId(u8),
    /// Length of the code.
    CodeLength,
    /// The code.
    Code,
    /// Length of the data.
    DataLength,
    /// The data.
    Data,
    /// Number of library ids.
    LibsCount,
    /// The library id with this index.
    LibId(u8),
    /// What comes after the last field.
    End,
}

impl Display for LibField {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibField::IsaeCount => f.write_str("count of ISA extensions"),
            LibField::IsaId(index) => write!(f, "ISA extension {index}"),
            LibField::CodeLength => f.write_str("length of the code"),
            LibField::Code => f.write_str("code"),
            LibField::DataLength => f.write_str("length of the data"),
            LibField::Data => f.write_str("data"),
            LibField::LibsCount => f.write_str("count of libraries"),
            LibField::LibId(index) => write!(f, "library id {index}"),
            LibField::End => f.write_str("end"),
        }
    }
}

/// Why bytes are not the binary form of a library, and where.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LibFileError {
    /// Byte offset at which the wrong field, or what is missing of it, begins.
    pub offset: usize,
    /// The field.
    pub field: LibField,
    /// What is wrong with it.
    pub kind: LibFileErrorKind,
}

/// What can be wrong with a field of the binary form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LibFileErrorKind {
    /// The bytes end before it.
    Truncated {
        /// Bytes needed from the offset on.
        needed: usize,
        /// Bytes that are there.
        found: usize,
    },
    /// It is not the id of an ISA extension.
    IsaId(IsaIdError),
    /// The ISA extension ids are too many or too long together.
    Isae(IsaeError),
    /// It equals the element before it in the set.
    Repeated,
    /// It is less than the element before it in the set.
    Unsorted,
    /// The library ends here but the bytes go on.
    TrailingBytes {
        /// How many.
        count: usize,
    },
}

impl From<IsaIdError> for LibFileErrorKind {
    fn from(error: IsaIdError) -> Self {
        LibFileErrorKind::IsaId(error)
    }
}

impl Display for LibFileErrorKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibFileErrorKind::Truncated { needed, found } => {
                write!(f, "{needed} bytes needed, {found} left")
            }
            LibFileErrorKind::IsaId(error) => Display::fmt(error, f),
            LibFileErrorKind::Isae(error) => Display::fmt(error, f),
            LibFileErrorKind::Repeated => f.write_str("repeats the one before it"),
            LibFileErrorKind::Unsorted => f.write_str("sorts before the one before it"),
            LibFileErrorKind::TrailingBytes { count } => write!(f, "{count} bytes too many"),
        }
    }
}

impl Display for LibFileError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let LibFileError { offset, field, kind } = self;
        write!(f, "library file at byte {offset}, {field}: {kind}")
    }
}

impl Error for LibFileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            LibFileErrorKind::IsaId(error) => Some(error),
            LibFileErrorKind::Isae(error) => Some(error),
            LibFileErrorKind::Truncated { .. }
            | LibFileErrorKind::Repeated
            | LibFileErrorKind::Unsorted
            | LibFileErrorKind::TrailingBytes { .. } => None,
        }
    }
}
