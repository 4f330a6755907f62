//! Library ids.

/// The id of a library: a hash that commits to every byte of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LibId([u8; 32]);

impl LibId {
    /// The id with these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> LibId {
        LibId(bytes)
    }

    /// The bytes.
    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }
}
