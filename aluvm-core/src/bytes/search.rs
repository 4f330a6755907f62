//! Counting and searching: bytes, common fragments, occurrences.

use alloc::vec::Vec;

use super::ByteString;

/// The number of bytes equal to `value` (`cnt`).
#[must_use]
#[allow(clippy::cast_possible_truncation)]
pub fn count(string: &ByteString, value: u8) -> u16 {
    string.iter().filter(|byte| **byte == value).count() as u16
}

/// The offset and the length of a common fragment (`con`); `None` if there are not that many.
///
/// A common fragment is a maximal run of positions at which both strings have the same byte; they
/// are numbered from zero.
#[must_use]
#[allow(clippy::cast_possible_truncation)]
pub fn common(first: &ByteString, second: &ByteString, number: u16) -> Option<(u16, u16)> {
    let mut equal = first.iter().zip(second.iter()).map(|(a, b)| a == b);
    let mut offset = 0;
    for _ in 0..number {
        offset += equal.by_ref().position(|equal| equal)? + 1;
        offset += equal.by_ref().position(|equal| !equal)? + 1;
    }
    offset += equal.position(|equal| equal)?;
    let length = 1 + equal.take_while(|equal| *equal).count();
    Some((offset as u16, length as u16))
}

/// The number of places at which `needle` stands in `string`, overlapping ones included (`find`);
/// `None` for an empty needle.
#[must_use]
pub fn find(string: &ByteString, needle: &ByteString) -> Option<u16> {
    if let [byte] = needle.as_bytes() {
        return Some(count(string, *byte));
    }
    let last = needle.len().checked_sub(1)?;
    if needle.len() > string.len() {
        return Some(0);
    }
    let borders = borders(needle);
    let mut occurrences = 0;
    // The number of bytes of the needle that stand before the position reached.
    let mut matched = 0;
    for byte in string.iter() {
        matched = advance(needle, &borders, matched, *byte);
        if matched > last {
            occurrences += 1;
            matched = border(&borders, matched);
        }
    }
    Some(occurrences)
}

/// One step of the automaton of Knuth, Morris and Pratt ("Fast pattern matching in strings", 1977):
/// the length of the longest prefix of the needle that ends with `byte`, if one of the length
/// `matched`, which is not the whole needle, ended before it.
#[inline]
fn advance(needle: &[u8], borders: &[u16], mut matched: usize, byte: u8) -> usize {
    loop {
        if needle.get(matched) == Some(&byte) {
            return matched + 1;
        }
        if matched == 0 {
            return 0;
        }
        matched = border(borders, matched);
    }
}

/// For each prefix of the needle, from the one of a single byte on, the length of its longest
/// border: the longest string, shorter than the prefix, that it both starts and ends with.
#[allow(clippy::cast_possible_truncation)]
fn borders(needle: &[u8]) -> Vec<u16> {
    let mut borders = Vec::with_capacity(needle.len());
    let mut matched = 0;
    for (index, byte) in needle.iter().enumerate() {
        if index > 0 {
            matched = advance(needle, &borders, matched, *byte);
        }
        borders.push(matched as u16);
    }
    borders
}

/// The longest border of the prefix of that length, which is not zero.
#[inline]
fn border(borders: &[u16], length: usize) -> usize {
    borders.get(length - 1).copied().map_or(0, usize::from)
}
