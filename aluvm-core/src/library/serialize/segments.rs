//! A library as a struct of its segments, by name or in their order.

use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use serde::de::{Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::{Hex, Isae, Lib, Libs};
use super::form::{TextOrBytes, deserialize};
use crate::limits::{CODE_MAX, DATA_MAX};

const FIELDS: &[&str] = &["isae", "code", "data", "libs"];

impl Serialize for Lib {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Lib", FIELDS.len())?;
        map.serialize_field("isae", &self.isae)?;
        map.serialize_field("code", &Hex(&self.code))?;
        map.serialize_field("data", &Hex(&self.data))?;
        map.serialize_field("libs", &self.libs)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Lib {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Lib", FIELDS, LibVisitor)
    }
}

struct LibVisitor;

impl LibVisitor {
    fn lib<E: Error>(isae: Isae, code: Segment, data: Segment, libs: Libs) -> Result<Lib, E> {
        Lib::new(isae, code.0, data.0, libs).map_err(E::custom)
    }
}

impl<'de> Visitor<'de> for LibVisitor {
    type Value = Lib;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a library with isae, code, data and libs")
    }

    /// The segments by name, in any order, each once.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Lib, A::Error> {
        let (mut isae, mut code, mut data, mut libs) = (None, None, None, None);
        while let Some(key) = map.next_key::<Key>()? {
            match key.0 {
                "isae" => once(&mut isae, key.0, map.next_value()?)?,
                "code" => once(&mut code, key.0, map.next_value()?)?,
                "data" => once(&mut data, key.0, map.next_value()?)?,
                _ => once(&mut libs, key.0, map.next_value()?)?,
            }
        }
        let isae = isae.ok_or_else(|| Error::missing_field("isae"))?;
        let code = code.ok_or_else(|| Error::missing_field("code"))?;
        let data = data.ok_or_else(|| Error::missing_field("data"))?;
        let libs = libs.ok_or_else(|| Error::missing_field("libs"))?;
        Self::lib(isae, code, data, libs)
    }

    /// The segments in order, as formats have them that leave out names.
    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Lib, A::Error> {
        let isae = sequence.next_element()?.ok_or_else(|| Error::invalid_length(0, &self))?;
        let code = sequence.next_element()?.ok_or_else(|| Error::invalid_length(1, &self))?;
        let data = sequence.next_element()?.ok_or_else(|| Error::invalid_length(2, &self))?;
        let libs = sequence.next_element()?.ok_or_else(|| Error::invalid_length(3, &self))?;
        Self::lib(isae, code, data, libs)
    }
}

/// Sets a field that must not be set already.
fn once<T, E: Error>(field: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    match field.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(name)),
    }
}

/// One of [`FIELDS`].
struct Key(&'static str);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

/// Reads the name of a segment, or its place where a format has those for names.
struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a segment")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        let known = FIELDS.iter().find(|&&field| field == name);
        known.map(|&field| Key(field)).ok_or_else(|| E::unknown_field(name, FIELDS))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        match str::from_utf8(name) {
            Ok(name) => self.visit_str(name),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(name), &self)),
        }
    }

    fn visit_u64<E: Error>(self, place: u64) -> Result<Key, E> {
        let field = usize::try_from(place).ok().and_then(|place| FIELDS.get(place));
        field.map(|&field| Key(field)).ok_or_else(|| {
            E::invalid_value(Unexpected::Unsigned(place), &"the place of a segment, 0 to 3")
        })
    }
}

/// Hexadecimal digits where people read, bytes elsewhere.
impl Serialize for Hex<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => serializer.serialize_bytes(self.0),
        }
    }
}

/// The bytes of a code or data segment.
struct Segment(Vec<u8>);

impl TextOrBytes for Segment {
    const EXPECTED: &'static str = "at most 65535 bytes, or as text their hexadecimal digits";
    const BYTES_MAX: usize = if CODE_MAX > DATA_MAX { CODE_MAX } else { DATA_MAX };

    /// [`Lib::new`] checks their number, and its message says which segment it was.
    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Some(Segment(bytes))
    }
}

impl<'de> Deserialize<'de> for Segment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

/// Reads hexadecimal digits of either case.
impl FromStr for Segment {
    type Err = HexError;

    fn from_str(text: &str) -> Result<Self, HexError> {
        let digit = |(at, character): (usize, char)| match character.to_digit(16) {
            Some(digit) => Ok(digit as u8),
            None => Err(HexError::Character { at }),
        };
        let mut digits = text.char_indices();
        let mut bytes = Vec::with_capacity(text.len() / 2);
        while let Some(high) = digits.next() {
            let high = digit(high)?;
            let low = digit(digits.next().ok_or(HexError::Odd { digits: text.len() })?)?;
            bytes.push(high << 4 | low);
        }
        Ok(Segment(bytes))
    }
}

/// Why a text is not bytes in hexadecimal.
enum HexError {
    Character { at: usize },
    Odd { digits: usize },
}

impl Display for HexError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            HexError::Character { at } => {
                write!(f, "character at position {at} is not a hexadecimal digit")
            }
            HexError::Odd { digits } => {
                write!(f, "{digits} hexadecimal digits, their number is not even")
            }
        }
    }
}
