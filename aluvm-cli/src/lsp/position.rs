//! Places in a text: bytes here, lines and units of an encoding in the protocol.

use lsp_types::{Position, PositionEncodingKind, Range};

/// What the characters of a line are counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every client knows.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    /// The one that costs least of those that a client knows.
    pub(super) fn of(known: Option<&[PositionEncodingKind]>) -> Encoding {
        let has = |kind| known.is_some_and(|known| known.contains(&kind));
        match () {
            () if has(PositionEncodingKind::UTF8) => Encoding::Utf8,
            () if has(PositionEncodingKind::UTF16) => Encoding::Utf16,
            () if has(PositionEncodingKind::UTF32) => Encoding::Utf32,
            () => Encoding::Utf16,
        }
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Encoding::Utf8 => character.len_utf8(),
            Encoding::Utf16 => character.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }

    /// The length of a text.
    pub(super) fn length(self, text: &str) -> u32 {
        let length = match self {
            Encoding::Utf8 => text.len(),
            _ => text.chars().map(|character| self.width(character)).sum(),
        };
        u32::try_from(length).unwrap_or(u32::MAX)
    }
}

/// Where the lines of a text begin, by the line ends of the protocol.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Lines {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Lines { starts }
    }

    /// The byte at a place; what is behind a line or the text is its end.
    pub(super) fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let Some(start) = self.starts.get(position.line as usize).copied() else {
            return text.len();
        };
        let mut left = position.character as usize;
        let mut at = start;
        for character in text.get(start..).unwrap_or_default().chars() {
            let width = encoding.width(character);
            if left < width || matches!(character, '\n' | '\r') {
                break;
            }
            left -= width;
            at += character.len_utf8();
        }
        at
    }

    /// The place of a byte.
    pub(super) fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = text.get(start..offset.min(text.len())).unwrap_or_default();
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        Position { line, character: encoding.length(before) }
    }

    pub(super) fn range(
        &self,
        text: &str,
        bytes: std::ops::Range<usize>,
        encoding: Encoding,
    ) -> Range {
        Range {
            start: self.position(text, bytes.start, encoding),
            end: self.position(text, bytes.end.max(bytes.start), encoding),
        }
    }
}
