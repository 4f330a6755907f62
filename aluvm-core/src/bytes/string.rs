//! The byte string type.

use alloc::{boxed::Box, vec::Vec};
use core::{error::Error, fmt, ops::Deref};

use crate::limits::BYTES_MAX;

// Lengths and offsets are 16-bit numbers everywhere.
const _: () = assert!(BYTES_MAX == u16::MAX as usize);

/// A string of 0 to 65535 bytes that owns exactly the memory of its content; an empty one owns none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ByteString(Box<[u8]>);

impl ByteString {
    /// The empty string.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of bytes, which always fits 16 bits.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)]
    pub fn length(&self) -> u16 {
        self.0.len() as u16
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, to be changed in place.
    pub fn as_mut_bytes(&mut self) -> &mut [u8] {
        &mut self.0
    }

    /// The bytes in the opposite order (`rev`).
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self(self.0.iter().rev().copied().collect())
    }

    /// The parts one after the other, cut after 65535 bytes.
    pub(super) fn concat_cut(parts: &[&[u8]]) -> Self {
        let length = parts.iter().map(|part| part.len()).sum::<usize>().min(BYTES_MAX);
        let mut bytes = Vec::with_capacity(length);
        for part in parts {
            let room = length - bytes.len();
            bytes.extend_from_slice(part.get(..room).unwrap_or(part));
        }
        Self(bytes.into_boxed_slice())
    }

    /// The parts one after the other; `None` if that is more than 65535 bytes.
    pub(super) fn concat(parts: &[&[u8]]) -> Option<Self> {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        (length <= BYTES_MAX).then(|| Self::concat_cut(parts))
    }

    /// The string with zeros added up to a length; itself if it is that long already.
    ///
    /// The length is at most 65535.
    pub(super) fn zero_extended(self, length: usize) -> Self {
        debug_assert!(length <= BYTES_MAX);
        if length <= self.0.len() {
            return self;
        }
        let mut bytes = Vec::from(self.0);
        bytes.reserve_exact(length - bytes.len());
        bytes.resize(length, 0);
        Self(bytes.into_boxed_slice())
    }
}

impl Deref for ByteString {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for ByteString {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for ByteString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

impl From<ByteString> for Vec<u8> {
    fn from(string: ByteString) -> Self {
        string.0.into_vec()
    }
}

impl TryFrom<Vec<u8>> for ByteString {
    type Error = TooLong;

    fn try_from(bytes: Vec<u8>) -> Result<Self, TooLong> {
        TooLong::check(bytes.len())?;
        Ok(Self(bytes.into_boxed_slice()))
    }
}

impl TryFrom<&[u8]> for ByteString {
    type Error = TooLong;

    fn try_from(bytes: &[u8]) -> Result<Self, TooLong> {
        TooLong::check(bytes.len())?;
        Ok(Self(bytes.into()))
    }
}

impl TryFrom<&Vec<u8>> for ByteString {
    type Error = TooLong;

    fn try_from(bytes: &Vec<u8>) -> Result<Self, TooLong> {
        Self::try_from(bytes.as_slice())
    }
}

impl<const LENGTH: usize> TryFrom<&[u8; LENGTH]> for ByteString {
    type Error = TooLong;

    fn try_from(bytes: &[u8; LENGTH]) -> Result<Self, TooLong> {
        Self::try_from(bytes.as_slice())
    }
}

impl TryFrom<&str> for ByteString {
    type Error = TooLong;

    fn try_from(text: &str) -> Result<Self, TooLong> {
        Self::try_from(text.as_bytes())
    }
}

/// More bytes than a byte string may have.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TooLong {
    /// The number of bytes there were.
    pub length: usize,
}

impl TooLong {
    fn check(length: usize) -> Result<(), Self> {
        if length > BYTES_MAX { Err(Self { length }) } else { Ok(()) }
    }
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a byte string of {} bytes is longer than {BYTES_MAX} bytes", self.length)
    }
}

impl Error for TooLong {}
