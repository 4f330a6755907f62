//! The data segment in constant evaluation: each piece of data lies where
//! [`codec::encode`](crate::codec::encode) would put it, at its first match in the data so far, else behind it.
//!
//! A piece is searched for by one of its pairs of bytes, and all places of such pairs are linked in order, so
//! that a search looks at few places. Which pair is told by the macro, which knows nearly all of the data, and
//! takes the rarest; of constants it is the first of two different bytes.

use super::{CONSTANT, Draft, HAS_LENGTH, LITERAL, PIECE_OF_DATA, PLACE, write};
use crate::limits::DATA_MAX;

/// Places the pieces of data, and writes the places into the code.
#[track_caller]
pub(super) const fn data<const DATA: usize>(
    draft: &Draft<'_>,
    values: &[&'static [u8]],
    code: &mut [u8],
) -> ([u8; DATA], usize) {
    let mut data = [0; DATA];
    let mut length = 0;
    let mut links = Links::<DATA>::new();
    let (pieces, _) = draft.data.as_chunks::<PIECE_OF_DATA>();
    let mut rest = pieces;
    while let [piece, later @ ..] = rest {
        links.seek(&Piece::read(draft, values, piece));
        rest = later;
    }
    let (mut places, _) = draft.places.as_chunks::<PLACE>();
    let mut rest = pieces;
    while let [piece, later @ ..] = rest {
        let piece = Piece::read(draft, values, piece);
        let found = links.find(&data, length, &piece);
        let mut at = if found == END { length } else { found as usize };
        let mut is_new = found == END && piece.length > 0;
        if is_new {
            assert!(
                length + piece.length <= DATA_MAX,
                "the data segment has more than 65535 bytes"
            );
            links.append(&mut data, length, piece.bytes);
            length += piece.length;
        }
        let mut uses = piece.uses;
        while uses > 0
            && let [[low, high, bit], others @ ..] = places
        {
            let mut number = at as u64;
            if *bit & HAS_LENGTH != 0 {
                number |= (piece.length as u64) << 16u32;
            }
            write(code, *low, *high, *bit & !HAS_LENGTH, number);
            places = others;
            uses -= 1;
            if is_new && uses > 0 {
                // Later uses find it like any other, which can be earlier: the end of what stood there
                // before and its own beginning may be the same bytes.
                at = links.find(&data, length, &piece) as usize;
                is_new = false;
            }
        }
        rest = later;
    }
    (data, length)
}

/// A piece of data.
struct Piece<'v> {
    bytes: &'v [u8],
    length: usize,
    uses: u16,
    /// Where the pair of bytes stands in it by which it is searched for.
    pair: usize,
}

impl<'v> Piece<'v> {
    const fn read(
        draft: &Draft<'v>,
        values: &[&'static [u8]],
        piece: &[u8; PIECE_OF_DATA],
    ) -> Piece<'v> {
        let [kind, low, high, uses_low, uses_high, pair_low, pair_high] = *piece;
        let number = word(low, high) as usize;
        let uses = word(uses_low, uses_high);
        let bytes: &'v [u8] = match kind {
            LITERAL => {
                let bytes = draft.literals[number];
                let pair = word(pair_low, pair_high) as usize;
                return Piece { bytes, length: bytes.len(), uses, pair };
            }
            CONSTANT => values[number],
            _ => draft.strings[number],
        };
        Piece { bytes, length: bytes.len(), uses, pair: telling_pair(bytes) }
    }
}

/// The first pair of two different bytes: zeros stand everywhere.
const fn telling_pair(bytes: &[u8]) -> usize {
    let mut at = 0;
    let mut rest = bytes;
    while let [first, later @ ..] = rest
        && let [second, ..] = later
    {
        if *first != *second {
            return at;
        }
        at += 1;
        rest = later;
    }
    0
}

const fn word(low: u8, high: u8) -> u16 {
    low as u16 | (high as u16) << 8u32
}

/// What stands for no place in the links.
const END: u16 = u16::MAX;
/// What stands for the first place of a pair by which no piece is searched for. No pair lies so late.
const NOT_SOUGHT: u16 = u16::MAX - 1;

/// The data so far by the pairs of bytes in it that pieces are searched for by.
struct Links<const DATA: usize> {
    /// Whether a piece is one byte long.
    are_bytes_sought: bool,
    /// Where each byte stands first, if it is sought.
    bytes: [u16; 256],
    /// Where each pair stands first, and last.
    first: [[u16; 256]; 256],
    last: [[u16; 256]; 256],
    /// For each place of a pair the next one.
    next: [u16; DATA],
}

impl<const DATA: usize> Links<DATA> {
    const fn new() -> Self {
        Links {
            are_bytes_sought: false,
            bytes: [END; 256],
            first: [[NOT_SOUGHT; 256]; 256],
            last: [[END; 256]; 256],
            next: [END; DATA],
        }
    }

    /// Says that a piece will be searched for.
    const fn seek(&mut self, piece: &Piece<'_>) {
        match piece.length {
            0 => {}
            1 => self.are_bytes_sought = true,
            _ => {
                let at = piece.pair;
                self.first[piece.bytes[at] as usize][piece.bytes[at + 1] as usize] = END;
            }
        }
    }

    /// Writes bytes behind all others.
    const fn append(&mut self, data: &mut [u8; DATA], length: usize, bytes: &[u8]) {
        let mut place = length;
        let mut before = if length > 0 { data[length - 1] } else { 0 } as usize;
        let mut rest = bytes;
        while let [byte, later @ ..] = rest {
            let (byte, number) = (*byte, *byte as usize);
            data[place] = byte;
            if self.are_bytes_sought && self.bytes[number] == END {
                self.bytes[number] = place as u16;
            }
            let first = self.first[before][number];
            if first != NOT_SOUGHT && place > 0 {
                let pair = place as u16 - 1;
                match first {
                    END => self.first[before][number] = pair,
                    _ => self.next[self.last[before][number] as usize] = pair,
                }
                self.last[before][number] = pair;
            }
            before = number;
            place += 1;
            rest = later;
        }
    }

    /// The first place where a piece stands; [`END`] if there is none.
    const fn find(&self, data: &[u8; DATA], length: usize, piece: &Piece<'_>) -> u16 {
        let bytes = piece.bytes;
        match piece.length {
            0 => return END,
            1 => return self.bytes[bytes[0] as usize],
            _ => {}
        }
        let before = piece.pair;
        let behind = piece.length - before;
        let last = bytes[piece.length - 1];
        let mut place = self.first[bytes[before] as usize][bytes[before + 1] as usize];
        while place != END {
            let at = place as usize;
            if at >= before && at + behind <= length {
                // Before the call, which costs more than all else here.
                if data[at + behind - 1] == last && stands_at(data, at + behind, bytes) {
                    return (at - before) as u16;
                }
            }
            place = self.next[at];
        }
        END
    }
}

/// Whether bytes stand before a place. Text often differs at its end only.
const fn stands_at<const DATA: usize>(data: &[u8; DATA], end: usize, bytes: &[u8]) -> bool {
    let mut at = end;
    let mut rest = bytes;
    while let [earlier @ .., byte] = rest {
        at -= 1;
        if data[at] != *byte {
            return false;
        }
        rest = earlier;
    }
    true
}
