//! Library ids as Bech32m (BIP 350): `alu1`, 52 characters of five bits, 6 of checksum. The `bech32`
//! crate computes; this module adds the places of errors and refuses non-zero padding bits, so that an
//! id has one text.

use core::fmt::{self, Formatter};

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32m, Hrp};

use super::id_error::{LibIdError, LibIdForm};

/// Human-readable part and separator.
const PREFIX: &str = "alu1";
/// Characters of the prefix, 52 of data and 6 of checksum.
const LENGTH: usize = PREFIX.len() + 52 + 6;
/// The characters that stand for 0 to 31 (BIP 173).
const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// Writes the text of an id.
pub(super) fn print(id: &[u8; 32], f: &mut Formatter<'_>) -> fmt::Result {
    let mut text = alloc::string::String::with_capacity(LENGTH);
    bech32::encode_lower_to_fmt::<Bech32m, _>(&mut text, Hrp::parse_unchecked("alu"), id)
        .map_err(|_| fmt::Error)?;
    f.pad(&text)
}

/// Whether the text can only be meant as Bech32m of a library id.
pub(super) fn claims(text: &str) -> bool {
    text.get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX))
}

/// Reads the text of an id, all lower or all upper case.
pub(super) fn parse(text: &str) -> Result<[u8; 32], LibIdError> {
    const FORM: LibIdForm = LibIdForm::Bech32m;
    if !claims(text) {
        let prefix = text.rsplit_once('1').map_or("", |(prefix, _)| prefix);
        return Err(LibIdError::prefix(FORM, prefix));
    }
    let upper = text.starts_with('A');
    for (at, character) in text.char_indices() {
        let known = at < PREFIX.len()
            || character.is_ascii() && ALPHABET.contains(&(character as u8).to_ascii_lowercase());
        if !known {
            return Err(LibIdError::Character { form: FORM, at, character });
        }
        if character.is_ascii_alphabetic() && character.is_ascii_uppercase() != upper {
            return Err(LibIdError::MixedCase { at });
        }
    }
    if text.len() != LENGTH {
        return Err(LibIdError::Length { form: FORM, found: text.len() });
    }
    let checked =
        CheckedHrpstring::new::<Bech32m>(text).map_err(|_| LibIdError::Checksum { form: FORM })?;
    // 52 characters hold 260 bits. Before the segwit rules only the padding is checked by this name.
    if checked.validate_segwit_padding().is_err() {
        return Err(LibIdError::Padding { form: FORM, at: LENGTH - 7 });
    }
    let mut id = [0; 32];
    for (byte, read) in id.iter_mut().zip(checked.byte_iter()) {
        *byte = read;
    }
    Ok(id)
}
