//! The text of an id in constant evaluation, where no formatter runs: Bech32m (BIP 350), as
//! [`LibId`](crate::library::LibId) displays it.

/// The characters that stand for 0 to 31 (BIP 173).
const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// The human-readable part as the checksum reads it: the high bits, a zero, the low bits.
const PART: [u8; 7] = [3, 3, 3, 0, 1, 12, 21];
/// How many groups of five bits an id has, and how many the checksum.
const GROUPS: usize = 52;
const CHECKSUM: usize = 6;
const BEFORE: &[u8] = b"the id of this library is `alu1";
const BEHIND: &[u8] = b"`";
const LENGTH: usize = BEFORE.len() + GROUPS + CHECKSUM + BEHIND.len();

/// What is said of a library that has another id than the pinned one.
pub(super) const fn message(id: &[u8; 32]) -> [u8; LENGTH] {
    let mut text = [0; LENGTH];
    let mut check = 1;
    let mut i = 0;
    while i < PART.len() {
        check = step(check, PART[i]);
        i += 1;
    }
    let mut at = 0;
    while at < BEFORE.len() {
        text[at] = BEFORE[at];
        at += 1;
    }
    let mut group = 0;
    while group < GROUPS {
        let bits = five(id, 5 * group);
        check = step(check, bits);
        text[at] = ALPHABET[bits as usize];
        at += 1;
        group += 1;
    }
    let mut i = 0;
    while i < CHECKSUM {
        check = step(check, 0);
        i += 1;
    }
    check ^= 0x2BC8_30A3;
    while i > 0 {
        i -= 1;
        text[at] = ALPHABET[(check >> (5 * i)) as usize & 31];
        at += 1;
    }
    let mut i = 0;
    while i < BEHIND.len() {
        text[at] = BEHIND[i];
        at += 1;
        i += 1;
    }
    text
}

/// The five bits of an id from one on, the highest first; behind the end are zeros.
const fn five(id: &[u8; 32], bit: usize) -> u8 {
    let byte = bit / 8;
    let low = if byte + 1 < id.len() { id[byte + 1] } else { 0 };
    let word = u16::from_be_bytes([id[byte], low]);
    (word << (bit % 8) >> 11) as u8
}

/// One step of the checksum.
const fn step(check: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
    let top = check >> 25;
    let mut next = (check & 0x1FF_FFFF) << 5 ^ value as u32;
    let mut i = 0;
    while i < GENERATOR.len() {
        if top >> i & 1 == 1 {
            next ^= GENERATOR[i];
        }
        i += 1;
    }
    next
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::message;
    use crate::library::LibId;

    #[test]
    fn the_text_is_that_of_the_id() {
        for seed in 0..=255u8 {
            let id: [u8; 32] = core::array::from_fn(|at| seed.wrapping_mul(at as u8 * 2 + 3));
            let text = String::from_utf8(message(&id).to_vec()).expect("text");
            assert_eq!(text, format!("the id of this library is `{}`", LibId::from_bytes(id)));
        }
    }
}
