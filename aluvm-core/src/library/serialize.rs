//! Serde for libraries and what they are made of.
//!
//! In human-readable formats ids, sites and isae are their text, and a library is a map of `isae`
//! (text), `code` and `data` (hexadecimal) and `libs` (a list of ids). In binary formats a library is
//! its binary form as bytes, an id its 32 bytes, a site the id and the little-endian offset. Reading
//! goes through the same checks as [`Lib::new`], [`Lib::from_bytes`] and `FromStr`.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Hex, IsaId, Isae, Lib, LibId, LibSite, Libs};

const FIELDS: &[&str] = &["isae", "code", "data", "libs"];

impl Serialize for IsaId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for IsaId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text::new("ISA extension id"))
    }
}

impl Serialize for Isae {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Isae {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text::new("ISA extension ids"))
    }
}

impl Serialize for LibId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => serializer.serialize_bytes(self.as_bytes()),
        }
    }
}

impl<'de> Deserialize<'de> for LibId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_str(Text::new("library id"));
        }
        let bytes = deserializer.deserialize_bytes(Bytes("32 bytes of a library id"))?;
        match <[u8; 32]>::try_from(bytes) {
            Ok(id) => Ok(LibId::from_bytes(id)),
            Err(bytes) => Err(Error::invalid_length(bytes.len(), &"32 bytes of a library id")),
        }
    }
}

impl Serialize for LibSite {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(&format_args!("{self:#}"));
        }
        let mut bytes = [0; 34];
        let (lib, offset) = bytes.split_at_mut(32);
        lib.copy_from_slice(self.lib.as_bytes());
        offset.copy_from_slice(&self.offset.to_le_bytes());
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de> Deserialize<'de> for LibSite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_str(Text::new("library site"));
        }
        let bytes = deserializer.deserialize_bytes(Bytes("34 bytes of a library site"))?;
        match <[u8; 34]>::try_from(bytes) {
            Ok([lib @ .., low, high]) => {
                Ok(LibSite::new(LibId::from_bytes(lib), u16::from_le_bytes([low, high])))
            }
            Err(bytes) => Err(Error::invalid_length(bytes.len(), &"34 bytes of a library site")),
        }
    }
}

impl Serialize for Libs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.as_slice())
    }
}

impl<'de> Deserialize<'de> for Libs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Libs::new(Vec::<LibId>::deserialize(deserializer)?).map_err(Error::custom)
    }
}

impl Serialize for Lib {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_bytes(&self.to_bytes());
        }
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
        if deserializer.is_human_readable() {
            return deserializer.deserialize_struct("Lib", FIELDS, LibMap);
        }
        let bytes = deserializer.deserialize_bytes(Bytes("the binary form of a library"))?;
        Lib::from_bytes(&bytes).map_err(Error::custom)
    }
}

/// Reads the map of segments, in any order, each once.
struct LibMap;

impl<'de> Visitor<'de> for LibMap {
    type Value = Lib;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a library with isae, code, data and libs")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Lib, A::Error> {
        let (mut isae, mut code, mut data, mut libs) = (None, None, None, None);
        while let Some(key) = map.next_key::<Key>()? {
            match key.0 {
                "isae" => once(&mut isae, key.0, map.next_value()?)?,
                "code" => once(&mut code, key.0, map.next_value::<HexBytes>()?.0)?,
                "data" => once(&mut data, key.0, map.next_value::<HexBytes>()?.0)?,
                _ => once(&mut libs, key.0, map.next_value()?)?,
            }
        }
        let isae = isae.ok_or_else(|| Error::missing_field("isae"))?;
        let code = code.ok_or_else(|| Error::missing_field("code"))?;
        let data = data.ok_or_else(|| Error::missing_field("data"))?;
        let libs = libs.ok_or_else(|| Error::missing_field("libs"))?;
        Lib::new(isae, code, data, libs).map_err(Error::custom)
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
}

impl Serialize for Hex<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Bytes read from hexadecimal text of either case.
struct HexBytes(Vec<u8>);

impl FromStr for HexBytes {
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
        Ok(HexBytes(bytes))
    }
}

impl<'de> Deserialize<'de> for HexBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text::new("bytes in hexadecimal"))
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

/// Reads a value from its text.
struct Text<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<T> Text<T> {
    fn new(expected: &'static str) -> Self {
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
}

/// Reads bytes, also from formats that write them as a sequence of numbers.
struct Bytes(&'static str);

impl<'de> Visitor<'de> for Bytes {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = sequence.next_element()? {
            if bytes.len() == crate::limits::LIB_FILE_MAX {
                return Err(Error::invalid_value(Unexpected::Seq, &self));
            }
            bytes.push(byte);
        }
        Ok(bytes)
    }
}
