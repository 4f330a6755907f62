//! The form of a statement: a row of values, since there are many of these. What a statement lacks at the end is left
//! out; a refusal that it lacks before attributes is `null`.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Text;

/// A statement. Its text is not copied.
pub(super) struct StatementForm<'f> {
    pub(super) offset: u16,
    pub(super) length: u16,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) text: Text<'f>,
    /// The error that it refuses with: the name of the enum, and that of the variant.
    pub(super) refusal: Option<Box<(Text<'f>, Text<'f>)>>,
    pub(super) attributes: Vec<Text<'f>>,
}

impl Serialize for StatementForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let StatementForm { offset, length, line, column, text, refusal, attributes } = self;
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(offset)?;
        row.serialize_element(length)?;
        row.serialize_element(line)?;
        row.serialize_element(column)?;
        row.serialize_element(text)?;
        if refusal.is_some() || !attributes.is_empty() {
            row.serialize_element(refusal)?;
        }
        if !attributes.is_empty() {
            row.serialize_element(attributes)?;
        }
        row.end()
    }
}

impl<'de: 'f, 'f> Deserialize<'de> for StatementForm<'f> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Row)
    }
}

struct Row;

/// Serde borrows a text only where it is told to.
#[derive(Deserialize)]
struct Borrowed<'f>(#[serde(borrow)] Cow<'f, str>);

impl<'de> Visitor<'de> for Row {
    type Value = StatementForm<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the row of a statement")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<StatementForm<'de>, A::Error> {
        let missing = || A::Error::custom("a statement has five values at least");
        Ok(StatementForm {
            offset: row.next_element()?.ok_or_else(missing)?,
            length: row.next_element()?.ok_or_else(missing)?,
            line: row.next_element()?.ok_or_else(missing)?,
            column: row.next_element()?.ok_or_else(missing)?,
            text: row.next_element::<Borrowed<'de>>()?.ok_or_else(missing)?.0,
            refusal: row.next_element()?.unwrap_or_default(),
            attributes: row.next_element()?.unwrap_or_default(),
        })
    }
}
