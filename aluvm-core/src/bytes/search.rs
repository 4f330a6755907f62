//! Counting and searching: bytes, common fragments, occurrences.

use alloc::vec::Vec;

use super::ByteString;

/// The number of bytes equal to `value` (`cnt`).
#[must_use]
#[allow(clippy::cast_possible_truncation)]
pub fn count(string: &ByteString, value: u8) -> u16 {
    memchr::memchr_iter(value, string).count() as u16
}

/// The offset and the length of a common fragment (`con`); `None` if there are not that many.
///
/// A common fragment is a maximal run of positions at which both strings have the same byte; they
/// are numbered from zero.
#[must_use]
#[allow(clippy::cast_possible_truncation)]
pub fn common(first: &ByteString, second: &ByteString, number: u16) -> Option<(u16, u16)> {
    let length = first.len().min(second.len());
    let (first, second) = (&first[..length], &second[..length]);
    let is_equal = |at: usize| first[at] == second[at];
    let mut number = usize::from(number);
    // Before the first position nothing is equal.
    if length > 0 && is_equal(0) {
        if number == 0 {
            return Some((0, equal_length(first, second) as u16));
        }
        number -= 1;
    }
    let mut at = 1;
    while at + BLOCK <= length {
        let count = starts(&first[at - 1..at + BLOCK], &second[at - 1..at + BLOCK]);
        if number < count {
            break;
        }
        number -= count;
        at += BLOCK;
    }
    let start = (at..length).filter(|at| is_equal(*at) && !is_equal(*at - 1)).nth(number)?;
    Some((start as u16, equal_length(&first[start..], &second[start..]) as u16))
}

/// How many positions are looked at together, few enough to count runs among them in a byte.
const BLOCK: usize = 128;

/// The number of runs that begin behind the first position. Written so that the compiler compares many bytes
/// with one instruction.
fn starts(first: &[u8], second: &[u8]) -> usize {
    let before = first.iter().zip(second);
    let here = first.iter().zip(second).skip(1);
    let starts = before.zip(here).map(|((a, b), (c, d))| u8::from(a != b) & u8::from(c == d));
    usize::from(starts.sum::<u8>())
}

/// The number of bytes until two strings of one length differ.
fn equal_length(first: &[u8], second: &[u8]) -> usize {
    let blocks = first.chunks(BLOCK).zip(second.chunks(BLOCK));
    let equal = BLOCK * blocks.take_while(|(a, b)| a == b).count();
    let rest = first.iter().zip(second).skip(equal);
    equal.min(first.len()) + rest.take_while(|(a, b)| a == b).count()
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
