//! Values that are text in one format and bytes in another, read from both.

use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserializer, Error, SeqAccess, Unexpected, Visitor};

/// A value with a text form, which `FromStr` reads, and a form of bytes.
pub(super) trait TextOrBytes: FromStr<Err: Display> {
    /// What is expected, for messages.
    const EXPECTED: &'static str;

    /// Bytes of the longest value.
    const BYTES_MAX: usize;

    /// The value of bytes; `None` if they are not as many as they must be.
    fn from_bytes(bytes: Vec<u8>) -> Option<Self>;
}

/// Reads a value from what the format has. A binary format may have to be told what comes; a
/// human-readable one knows, and what calls itself so may be serde's buffer of a binary one.
pub(super) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: TextOrBytes,
    D: Deserializer<'de>,
{
    match deserializer.is_human_readable() {
        true => deserializer.deserialize_any(TextOrBytesVisitor(PhantomData)),
        false => deserializer.deserialize_byte_buf(TextOrBytesVisitor(PhantomData)),
    }
}

struct TextOrBytesVisitor<T>(PhantomData<T>);

impl<'de, T: TextOrBytes> Visitor<'de> for TextOrBytesVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
        if bytes.len() > T::BYTES_MAX {
            return Err(E::invalid_length(bytes.len(), &self));
        }
        self.visit_byte_buf(bytes.to_vec())
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<T, E> {
        let length = bytes.len();
        T::from_bytes(bytes).ok_or_else(|| E::invalid_length(length, &self))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<T, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = sequence.next_element()? {
            if bytes.len() == T::BYTES_MAX {
                return Err(Error::invalid_value(Unexpected::Other("a longer list"), &self));
            }
            bytes.push(byte);
        }
        self.visit_byte_buf(bytes)
    }
}

/// Reads a value that is text in every format.
pub(super) struct Text<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<T> Text<T> {
    pub(super) fn new(expected: &'static str) -> Self {
        Text { expected, value: PhantomData }
    }
}

impl<T: FromStr<Err: Display>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    /// Some formats do not tell text from bytes.
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
        match str::from_utf8(bytes) {
            Ok(text) => self.visit_str(text),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
        }
    }
}
