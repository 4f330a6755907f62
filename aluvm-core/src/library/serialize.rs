//! Serde for libraries and what they are made of; [`library`](super) says in which forms.
//!
//! A library is a struct everywhere, so that it can be flattened and tagged. Every reader takes both
//! forms of a value: serde reads what is flattened, untagged or internally tagged by way of a buffer
//! that calls itself human-readable whatever the format is. Reading goes through the same checks as
//! [`Lib::new`](super::Lib::new) and `FromStr`.

mod form;
mod segments;

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::{self, Formatter};

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use self::form::{Text, TextOrBytes, deserialize};
use super::{IsaId, Isae, LibError, LibId, LibSite, Libs};
use crate::isa::Instr;
use crate::limits::LIBS_MAX;

impl Serialize for IsaId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for IsaId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_string(Text::new("ISA extension id"))
    }
}

impl Serialize for Isae {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Isae {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_string(Text::new("ISA extension ids"))
    }
}

/// The text of the instruction. One of a host's own can be written, but reading knows the base set
/// only; [`parse_instr_with`](crate::asm::parse_instr_with) knows the others.
impl Serialize for Instr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Instr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_string(Text::new("instruction"))
    }
}

impl Serialize for LibId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(&self.to_string()),
            false => serializer.serialize_bytes(self.as_bytes()),
        }
    }
}

impl TextOrBytes for LibId {
    const EXPECTED: &'static str = "a library id, as text or 32 bytes";
    const BYTES_MAX: usize = 32;

    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        <[u8; 32]>::try_from(bytes).ok().map(LibId::from_bytes)
    }
}

impl<'de> Deserialize<'de> for LibId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
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

impl TextOrBytes for LibSite {
    const EXPECTED: &'static str = "a library site, as text or 34 bytes";
    const BYTES_MAX: usize = 34;

    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let [lib @ .., low, high] = <[u8; 34]>::try_from(bytes).ok()?;
        Some(LibSite::new(LibId::from_bytes(lib), u16::from_le_bytes([low, high])))
    }
}

impl<'de> Deserialize<'de> for LibSite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl Serialize for Libs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.as_slice())
    }
}

impl<'de> Deserialize<'de> for Libs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(LibsVisitor)
    }
}

/// Reads ids in any order and possibly repeated, as [`Libs::new`] does, and keeps no more than there
/// can be.
struct LibsVisitor;

impl<'de> Visitor<'de> for LibsVisitor {
    type Value = Libs;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a list of library ids")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Libs, A::Error> {
        let mut ids = Vec::new();
        while let Some(id) = sequence.next_element::<LibId>()? {
            let Err(at) = ids.binary_search(&id) else { continue };
            if ids.len() == LIBS_MAX {
                return Err(Error::custom(LibError::TooManyLibs { count: LIBS_MAX + 1 }));
            }
            ids.insert(at, id);
        }
        Ok(Libs::from_ascending(ids))
    }
}
