//! Where constants lie in the data segment.

#[cfg(any(test, not(feature = "vm")))]
mod links;

use alloc::vec::Vec;

#[cfg(not(feature = "vm"))]
use self::links::Links;
use crate::limits::{DATA_MAX, DECODED_DATA_MAX};

/// A data segment while instructions are laid out over it or read from it. The assembler looks
/// only at what the instructions so far have used, so reading follows along the same way.
///
/// It is public for hosts that write code themselves and want constants where [`encode`](super::encode) puts them:
///
/// ```
/// use aluvm_core::codec::DataSegment;
///
/// let mut data = DataSegment::over(&[]);
/// assert_eq!(data.place(&[1, 2, 3]), Ok(0));
/// assert_eq!(data.place(&[2, 3]), Ok(1));
/// assert_eq!(data.into_bytes(), [1, 2, 3]);
/// ```
pub struct DataSegment {
    bytes: Vec<u8>,
    used: usize,
    /// The length of all constants asked for so far.
    claimed: usize,
    found: Found,
}

impl DataSegment {
    /// Nothing used yet of these bytes.
    pub fn over(bytes: &[u8]) -> DataSegment {
        DataSegment { bytes: bytes.to_vec(), used: 0, claimed: 0, found: Found::default() }
    }

    /// The bytes of the segment.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The bytes at a place, if the assembler would put them just there; they count as used then. None
    /// behind [`DECODED_DATA_MAX`] bytes of them.
    pub(crate) fn claim(&mut self, offset: u16, length: usize) -> Option<&[u8]> {
        let start = usize::from(offset);
        let end = start + length;
        let bytes = self.bytes.get(start..end)?;
        self.claimed += length;
        if self.claimed > DECODED_DATA_MAX {
            return None;
        }
        let found = self.found.find(&self.bytes[..self.used], bytes);
        if found.unwrap_or(self.used) != start {
            return None;
        }
        self.used = self.used.max(end);
        Some(bytes)
    }

    /// The place for these bytes: their first match in what is used, else behind it, where they are
    /// written unless the segment has them there; failing that, at the first match further on or
    /// the end.
    ///
    /// # Errors
    ///
    /// The length that the segment would grow to, if it passes the limit.
    pub fn place(&mut self, bytes: &[u8]) -> Result<u16, usize> {
        if let Some(offset) = self.found.find(&self.bytes[..self.used], bytes) {
            return Ok(offset as u16);
        }
        let rest = &self.bytes[self.used..];
        if rest.is_empty() || rest.starts_with(bytes) {
            let end = self.used + bytes.len();
            if end > DATA_MAX {
                return Err(end);
            }
            let offset = self.used;
            if rest.is_empty() {
                self.bytes.extend_from_slice(bytes);
            }
            self.used = end;
            return Ok(offset as u16);
        }
        if let Some(offset) = find(&self.bytes, bytes) {
            return Ok(offset as u16);
        }
        let offset = self.bytes.len();
        if offset + bytes.len() > DATA_MAX {
            return Err(offset + bytes.len());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(offset as u16)
    }
}

/// The constants found last, by [`Found::slot`]: programs repeat a few of them often. An entry is the
/// offset and the length of a first match, which stays the first whatever is written behind it.
struct Found {
    slots: [(u16, u16); Found::SLOTS],
    #[cfg(not(feature = "vm"))]
    links: Links,
}

impl Found {
    const SLOTS: usize = 64;

    /// The first place of these bytes in what is used. Empty ones lie behind it: deployed libraries have
    /// them there.
    fn find(&mut self, used: &[u8], bytes: &[u8]) -> Option<usize> {
        if bytes.is_empty() {
            return Some(used.len());
        }
        let slot = Found::slot(bytes);
        let (offset, length) = self.slots[slot];
        let start = usize::from(offset);
        if usize::from(length) == bytes.len()
            && used.get(start..).is_some_and(|rest| rest.starts_with(bytes))
        {
            return Some(start);
        }
        #[cfg(feature = "vm")]
        let start = find(used, bytes)?;
        #[cfg(not(feature = "vm"))]
        let start = self.links.find(used, bytes)?;
        if let (Ok(start), Ok(bytes)) = (u16::try_from(start), u16::try_from(bytes.len())) {
            self.slots[slot] = (start, bytes);
        }
        Some(start)
    }

    fn slot(bytes: &[u8]) -> usize {
        let number = match bytes.first_chunk() {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        };
        // The top bits of the product depend on all of the number.
        (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as usize
    }
}

impl Default for Found {
    fn default() -> Found {
        Found {
            slots: [(0, 0); Found::SLOTS],
            #[cfg(not(feature = "vm"))]
            links: Links::default(),
        }
    }
}

/// The first place of `needle` in `haystack`.
#[cfg(feature = "vm")]
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(haystack, needle)
}

/// The first place of `needle` in `haystack`.
#[cfg(not(feature = "vm"))]
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    Links::default().find(haystack, needle)
}
