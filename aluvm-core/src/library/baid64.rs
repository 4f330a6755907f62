//! Library ids as Baid64, the network's form: `alu:650XHPmh-WpXWR5R-…#plasma-tunnel-mama`.
//!
//! Base64 without padding over `A-Z a-z 0-9 _ ~` (older texts have `$` for `~`), cut by hyphens into
//! a group of eight characters and groups of seven, with the prefix `alu:` and a mnemonic checksum of
//! three words. The checksum of an id is bytes 0, 1, 1 and 2 of SHA-256(SHA-256("alu") || id); as a
//! little-endian number its digits to the base 1626, lowest first, number the words. Prefix, hyphens
//! and mnemonic may be missing; 48 characters instead of 43 carry the checksum as four more bytes.
//! These are the facts of the crates `baid64` 0.4 and `mnemonic` 1.1, which need `std`.

use core::fmt::{self, Formatter, Write};
use core::iter::repeat_n;

use super::id_error::{LibIdError, LibIdForm};
use super::sha256::{Sha256, sha256};

const FORM: LibIdForm = LibIdForm::Baid64;
/// What stands before the colon, and what keys the checksum.
const PREFIX: &str = "alu";
const KEY: [u8; 32] = sha256(PREFIX.as_bytes());

/// The characters that stand for 0 to 63.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~";
/// Characters of 32 bytes.
const LENGTH: usize = 43;
/// Characters of 32 bytes and a checksum of four.
const LENGTH_CHECKED: usize = 48;
/// Words in the mnemonic list, the cubic root of 2^32 rounded up.
const BASE: u32 = 1626;

/// The word list; lines with `#` name its source and licence.
const MNEMONIC: &str = include_str!("mnemonic.txt");

/// Where each word begins in [`MNEMONIC`].
static WORDS: [u16; BASE as usize] = find_words();

const fn find_words() -> [u16; BASE as usize] {
    let text = MNEMONIC.as_bytes();
    let mut words = [0; BASE as usize];
    let (mut found, mut at, mut is_comment) = (0, 0, false);
    while at < text.len() {
        let is_line_start = at == 0 || text[at - 1] == b'\n';
        is_comment = text[at] == b'#' || is_comment && !is_line_start;
        let is_word_start = is_line_start || text[at - 1] == b' ';
        if is_word_start && !is_comment {
            words[found] = at as u16;
            found += 1;
        }
        at += 1;
    }
    assert!(found == words.len());
    words
}

/// The word list from the word with a number below [`BASE`] on.
fn words_from(number: u32) -> &'static str {
    let start = WORDS.get(number as usize).map(|&start| usize::from(start));
    start.and_then(|start| MNEMONIC.get(start..)).unwrap_or_default()
}

/// The word with a number below [`BASE`].
fn word(number: u32) -> &'static str {
    words_from(number).split_ascii_whitespace().next().unwrap_or_default()
}

/// The number of a word.
fn number(text: &str) -> Option<u32> {
    (0..BASE).find(|&number| words_from(number).starts_with(text) && word(number) == text)
}

const fn checksum(id: &[u8; 32]) -> u32 {
    let mut hasher = Sha256::new();
    hasher.update(&KEY);
    hasher.update(id);
    let digest = hasher.finish();
    u32::from_le_bytes([digest[0], digest[1], digest[1], digest[2]])
}

/// Writes the text of an id, with its mnemonic or without.
pub(super) fn print(id: &[u8; 32], mnemonic: bool, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str("alu:")?;
    let bits = id.iter().flat_map(|byte| (0..8).rev().map(move |i| byte >> i & 1));
    let mut value = 0;
    for (i, bit) in bits.chain(repeat_n(0, 2)).enumerate() {
        value = value << 1 | bit;
        if i % 6 == 5 {
            // The first group has one character more than the others.
            if i / 6 > 1 && i / 6 % 7 == 1 {
                f.write_char('-')?;
            }
            f.write_char(char::from(ALPHABET[usize::from(value)]))?;
            value = 0;
        }
    }
    if mnemonic {
        let checksum = checksum(id);
        let digits = [checksum, checksum / BASE, checksum / BASE / BASE].map(|digit| digit % BASE);
        for (digit, separator) in digits.into_iter().zip(['#', '-', '-']) {
            f.write_char(separator)?;
            f.write_str(word(digit))?;
        }
    }
    Ok(())
}

/// Reads the text of an id. Whatever checksums it carries must hold.
pub(super) fn parse(text: &str) -> Result<[u8; 32], LibIdError> {
    let (prefix, rest) = text.rsplit_once(':').unwrap_or((PREFIX, text));
    if prefix != PREFIX {
        return Err(LibIdError::prefix(FORM, prefix));
    }
    let (data, mnemonic) = match rest.split_once('#') {
        Some((data, mnemonic)) => (data, Some(mnemonic)),
        None => (rest, None),
    };
    let (id, embedded) = parse_data(data, text.len() - rest.len())?;
    let mnemonic = mnemonic.map(|words| parse_mnemonic(words, text.len() - words.len()));
    let checksums = [mnemonic.transpose()?, embedded];
    let expected = u64::from(checksum(&id));
    match checksums.into_iter().flatten().all(|found| found == expected) {
        true => Ok(id),
        false => Err(LibIdError::Checksum { form: FORM }),
    }
}

/// Reads the base64 part, which starts at `start`: the id, and the checksum if there is one.
fn parse_data(data: &str, start: usize) -> Result<([u8; 32], Option<u64>), LibIdError> {
    let mut bytes = [0u8; LENGTH_CHECKED * 6 / 8];
    let (mut length, mut last) = (0, start);
    for (at, character) in data.char_indices().filter(|&(_, character)| character != '-') {
        let at = start + at;
        let value = value(character).ok_or(LibIdError::Character { form: FORM, at, character })?;
        for i in (0..6).filter(|_| length < LENGTH_CHECKED) {
            let bit = length * 6 + i;
            bytes[bit / 8] |= (value >> (5 - i) & 1) << (7 - bit % 8);
        }
        (length, last) = (length + 1, at);
    }
    let [id @ .., c0, c1, c2, c3] = bytes;
    match length {
        LENGTH if c0 != 0 => Err(LibIdError::Padding { form: FORM, at: last }),
        LENGTH => Ok((id, None)),
        LENGTH_CHECKED => Ok((id, Some(u32::from_le_bytes([c0, c1, c2, c3]).into()))),
        found => Err(LibIdError::Length { form: FORM, found }),
    }
}

/// The six bits that a character stands for.
fn value(character: char) -> Option<u8> {
    let character = if character == '$' { '~' } else { character };
    (0u8..)
        .zip(ALPHABET)
        .find(|&(_, &known)| char::from(known) == character)
        .map(|(value, _)| value)
}

/// Reads the three words of a checksum, which start at `start`. The number can exceed 32 bits, and
/// then equals no checksum.
fn parse_mnemonic(mnemonic: &str, start: usize) -> Result<u64, LibIdError> {
    let count = mnemonic.split('-').count();
    if count != 3 {
        return Err(LibIdError::MnemonicLength { found: count });
    }
    let (mut sum, mut unit, mut at) = (0, 1, start);
    for text in mnemonic.split('-') {
        let digit =
            number(text).ok_or_else(|| LibIdError::MnemonicWord { at, word: text.into() })?;
        sum += u64::from(digit) * unit;
        unit *= u64::from(BASE);
        at += text.len() + 1;
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::{BASE, MNEMONIC, WORDS, find_words, words_from};

    #[test]
    fn words_are_those_of_the_list() {
        let lines = MNEMONIC.lines().filter(|line| !line.starts_with('#'));
        let mut words = 0;
        for (number, word) in (0..).zip(lines.flat_map(|line| line.split(' '))) {
            let rest = words_from(number);
            assert!(rest.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '\n'])));
            words += 1;
        }
        assert_eq!(words, BASE);
        assert_eq!(find_words(), WORDS);
        assert_eq!(words_from(BASE), "");
    }
}
