//! Byte strings, and the offsets at which instructions on them change what they do.

use crate::bytes::M;
use crate::random::Random;

/// Any string: empty, short, of few letters, or about as long as strings can be.
pub(super) fn any(random: &mut Random) -> Vec<u8> {
    match random.below(12) {
        0 => Vec::new(),
        1 => vec![b'a'],
        2..7 => (0..random.below(12)).map(|_| *random.pick(b"aab\0")).collect(),
        7..9 => (0..random.below(40)).map(|_| random.next_number() as u8).collect(),
        9 => vec![*random.pick(&[0, b'a', 0xFF]); random.below(300) as usize],
        _ => {
            let mut long = vec![b'z'; M - random.below(4) as usize];
            let at = random.below(long.len() as u64) as usize;
            long[at] = b'a';
            if random.chance(50) {
                long.truncate(M - random.below(40) as usize);
            }
            long
        }
    }
}

/// A string beside another: equal, a part of it, changed, or any.
pub(super) fn beside(other: &[u8], random: &mut Random) -> Vec<u8> {
    let length = other.len() as u64;
    match random.below(6) {
        0 => other.to_vec(),
        1 | 2 if length > 0 => {
            let begin = random.below(length);
            let end = (begin + 1 + random.below(4)).min(length);
            other[begin as usize..end as usize].to_vec()
        }
        3 if length > 0 => {
            let mut changed = other.to_vec();
            for _ in 0..random.below(4) {
                changed[random.below(length) as usize] = b'b';
            }
            changed
        }
        4 => {
            let mut longer = other.to_vec();
            longer.push(b'c');
            longer.truncate(M);
            longer
        }
        _ => any(random),
    }
}

/// An offset into strings of these lengths, of which a register has a width.
pub(super) fn offset(lengths: &[usize], width: usize, random: &mut Random) -> u16 {
    let length = *random.pick(lengths) as i64;
    let (width, most) = (width as i64, M as i64);
    let edge = *random.pick(&[
        0,
        1,
        2,
        length - 1,
        length,
        length + 1,
        length + 2,
        length - width,
        length - width + 1,
        most - length - 1,
        most - length,
        most - length + 1,
        most - width,
        most - width + 1,
        most,
    ]);
    let inside = random.below((length - width).max(1) as u64 + 1) as i64;
    let offset = if random.chance(50) { edge } else { inside };
    offset.clamp(0, most) as u16
}
