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
    let (mut number, mut offset) = (u32::from(number), 0);
    let mut ends_equal = 0;
    for (a, b) in pieces(first, second) {
        let equal = equal_bytes(a, b);
        let mut starts = equal & !(equal << 1 | ends_equal);
        if number < starts.count_ones() {
            for _ in 0..number {
                starts &= starts - 1;
            }
            offset += starts.trailing_zeros() as usize;
            let length = equal_length(first.get(offset..)?, second.get(offset..)?);
            return Some((offset as u16, length as u16));
        }
        number -= starts.count_ones();
        ends_equal = equal >> 7;
        offset += PIECE;
    }
    None
}

/// How many bytes are compared at once.
const PIECE: usize = 8;

/// The bytes that both strings have, in pieces. What fills up the last one differs.
fn pieces<'a>(
    first: &'a [u8],
    second: &'a [u8],
) -> impl Iterator<Item = ([u8; PIECE], [u8; PIECE])> + 'a {
    let length = first.len().min(second.len());
    let filled = |piece: &[u8], filler| {
        let mut filled = [filler; PIECE];
        filled[..piece.len()].copy_from_slice(piece);
        filled
    };
    let (first, second) = (first[..length].chunks(PIECE), second[..length].chunks(PIECE));
    first.zip(second).map(move |(a, b)| match (a.try_into(), b.try_into()) {
        (Ok(a), Ok(b)) => (a, b),
        _ => (filled(a, 0), filled(b, 0xFF)),
    })
}

/// A bit for each byte that is equal in both, that of the first lowest.
#[inline]
fn equal_bytes(a: [u8; PIECE], b: [u8; PIECE]) -> u8 {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let difference = u64::from_le_bytes(a) ^ u64::from_le_bytes(b);
    // The highest bit of each byte that is zero: adding carries into it from no other byte.
    let zero = !((difference & LOW) + LOW | difference | LOW);
    // The multiplication brings the eight bits together in the highest byte.
    ((zero >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

/// The number of bytes until the strings differ or one ends.
fn equal_length(first: &[u8], second: &[u8]) -> usize {
    let mut length = 0;
    for (a, b) in pieces(first, second) {
        let equal = equal_bytes(a, b).trailing_ones() as usize;
        length += equal;
        if equal < PIECE {
            break;
        }
    }
    length
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
