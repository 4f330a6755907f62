//! The libs segment and the sizes of segments.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

use super::LibId;
use crate::limits::{CODE_MAX, DATA_MAX, LIBS_MAX};

/// The libs segment: a sorted set of at most 255 ids of the libraries that the code calls. The code
/// names a library by its index here.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Libs(Cow<'static, [LibId]>);

impl Libs {
    /// Makes the set of the given ids, in any order and possibly repeated.
    ///
    /// # Errors
    /// [`LibError::TooManyLibs`] if there are more than 255 different ids.
    pub fn new(ids: impl IntoIterator<Item = LibId>) -> Result<Self, LibError> {
        let mut ids: Vec<LibId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        match ids.len() {
            count if count > LIBS_MAX => Err(LibError::TooManyLibs { count }),
            _ => Ok(Libs(Cow::Owned(ids))),
        }
    }

    /// Makes the set of at most 255 ids that are in order already.
    pub(super) fn from_ascending(ids: Vec<LibId>) -> Self {
        debug_assert!(ids.len() <= LIBS_MAX && ids.is_sorted_by(|a, b| a < b));
        Libs(Cow::Owned(ids))
    }

    /// Makes the set in a constant.
    ///
    /// # Panics
    /// If there are more than 255 ids, or they are not in ascending order; use [`Libs::new`] for ids
    /// that are not constants.
    pub const fn from_static(ids: &'static [LibId]) -> Self {
        assert!(ids.len() <= LIBS_MAX, "a library can use at most 255 others");
        let mut at = 1;
        while at < ids.len() {
            let is_ascending = is_less(ids[at - 1].as_bytes(), ids[at].as_bytes());
            assert!(is_ascending, "ids of libraries are in ascending order, each once");
            at += 1;
        }
        Libs(Cow::Borrowed(ids))
    }

    /// The ids in order.
    pub fn as_slice(&self) -> &[LibId] {
        &self.0
    }

    /// Iterates over the ids in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = LibId> + '_ {
        self.0.iter().copied()
    }

    /// The id at an index, `None` past the end.
    pub fn get(&self, index: u8) -> Option<LibId> {
        self.0.get(usize::from(index)).copied()
    }

    /// The index of an id, `None` if the set has it not.
    pub fn index_of(&self, id: LibId) -> Option<u8> {
        let index = self.0.binary_search(&id).ok()?;
        u8::try_from(index).ok()
    }

    /// Number of ids.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether bytes are less than others of the same number, usable in constants.
pub(super) const fn is_less(left: &[u8], right: &[u8]) -> bool {
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return left[at] < right[at];
        }
        at += 1;
    }
    false
}

/// Why segments do not make a library.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LibError {
    /// The code segment has more than 65535 bytes.
    CodeTooLong {
        /// Its size in bytes.
        length: usize,
    },
    /// The data segment has more than 65535 bytes.
    DataTooLong {
        /// Its size in bytes.
        length: usize,
    },
    /// The libs segment has more than 255 different ids.
    TooManyLibs {
        /// How many.
        count: usize,
    },
}

impl Display for LibError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibError::CodeTooLong { length } => {
                write!(f, "code segment has {length} bytes, at most {CODE_MAX} are possible")
            }
            LibError::DataTooLong { length } => {
                write!(f, "data segment has {length} bytes, at most {DATA_MAX} are possible")
            }
            LibError::TooManyLibs { count } => {
                write!(f, "library uses {count} others, at most {LIBS_MAX} are possible")
            }
        }
    }
}

impl Error for LibError {}
