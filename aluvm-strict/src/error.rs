//! Why segments do not make a library.

use core::error::Error;
use core::fmt;

use aluvm_core::library::{IsaeError, LibError};

/// A segment passes a limit of libraries, or is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SegmentError {
    /// The ISA extensions are none, or too many.
    Isae(IsaeError),
    /// The code, the data or the libraries are too long.
    Lib(LibError),
}

impl From<IsaeError> for SegmentError {
    fn from(error: IsaeError) -> SegmentError {
        SegmentError::Isae(error)
    }
}

impl From<LibError> for SegmentError {
    fn from(error: LibError) -> SegmentError {
        SegmentError::Lib(error)
    }
}

impl fmt::Display for SegmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SegmentError::Isae(error) => error.fmt(f),
            SegmentError::Lib(error) => error.fmt(f),
        }
    }
}

impl Error for SegmentError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            SegmentError::Isae(error) => Some(error),
            SegmentError::Lib(error) => Some(error),
        }
    }
}
