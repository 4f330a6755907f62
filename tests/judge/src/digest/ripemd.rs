//! RIPEMD-160 (Dobbertin, Bosselaers, Preneel, "RIPEMD-160: a strengthened version of RIPEMD", appendix A).

use super::pad;

/// Which word of the block each step of the left line takes.
const LEFT_WORDS: [[usize; 16]; 5] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [7, 4, 13, 1, 10, 6, 15, 3, 12, 0, 9, 5, 2, 14, 11, 8],
    [3, 10, 14, 4, 9, 15, 8, 1, 2, 7, 0, 6, 13, 11, 5, 12],
    [1, 9, 11, 10, 0, 8, 12, 4, 13, 3, 7, 15, 14, 5, 6, 2],
    [4, 0, 5, 9, 7, 12, 2, 10, 14, 1, 3, 8, 11, 6, 15, 13],
];

const RIGHT_WORDS: [[usize; 16]; 5] = [
    [5, 14, 7, 0, 9, 2, 11, 4, 13, 6, 15, 8, 1, 10, 3, 12],
    [6, 11, 3, 7, 0, 13, 5, 10, 14, 15, 8, 12, 4, 9, 1, 2],
    [15, 5, 1, 3, 7, 14, 6, 9, 11, 8, 12, 2, 10, 0, 4, 13],
    [8, 6, 4, 1, 3, 11, 15, 0, 5, 12, 2, 13, 9, 7, 10, 14],
    [12, 15, 10, 4, 1, 5, 8, 7, 6, 2, 13, 14, 0, 3, 9, 11],
];

/// How far each step of the left line rotates.
const LEFT_SHIFTS: [[u32; 16]; 5] = [
    [11, 14, 15, 12, 5, 8, 7, 9, 11, 13, 14, 15, 6, 7, 9, 8],
    [7, 6, 8, 13, 11, 9, 7, 15, 7, 12, 15, 9, 11, 7, 13, 12],
    [11, 13, 6, 7, 14, 9, 13, 15, 14, 8, 13, 6, 5, 12, 7, 5],
    [11, 12, 14, 15, 14, 15, 9, 8, 9, 14, 5, 6, 8, 6, 5, 12],
    [9, 15, 5, 11, 6, 8, 13, 12, 5, 12, 13, 14, 11, 8, 5, 6],
];

const RIGHT_SHIFTS: [[u32; 16]; 5] = [
    [8, 9, 9, 11, 13, 15, 15, 5, 7, 7, 8, 11, 14, 14, 12, 6],
    [9, 13, 15, 7, 12, 8, 9, 11, 7, 7, 12, 7, 6, 15, 13, 11],
    [9, 7, 15, 11, 8, 6, 6, 14, 12, 13, 5, 14, 13, 13, 7, 5],
    [15, 5, 8, 11, 14, 14, 6, 14, 6, 9, 12, 9, 12, 5, 15, 8],
    [8, 5, 12, 9, 12, 5, 14, 6, 8, 13, 6, 5, 15, 13, 11, 11],
];

const LEFT_CONSTANTS: [u32; 5] = [0, 0x5A82_7999, 0x6ED9_EBA1, 0x8F1B_BCDC, 0xA953_FD4E];
const RIGHT_CONSTANTS: [u32; 5] = [0x50A2_8BE6, 0x5C4D_D124, 0x6D70_3EF3, 0x7A6D_76E9, 0];

fn f(round: usize, x: u32, y: u32, z: u32) -> u32 {
    match round {
        0 => x ^ y ^ z,
        1 => (x & y) | (!x & z),
        2 => (x | !y) ^ z,
        3 => (x & z) | (y & !z),
        _ => x ^ (y | !z),
    }
}

/// RIPEMD-160, its bytes in the order of the paper.
pub fn ripemd160(message: &[u8]) -> [u8; 20] {
    let mut h = [0x6745_2301_u32, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0];
    for block in pad(message, 64, &(8 * message.len() as u64).to_le_bytes()).chunks_exact(64) {
        let words = block.chunks_exact(4).map(|word| word.try_into().expect("a word"));
        let x: Vec<u32> = words.map(u32::from_le_bytes).collect();
        let (mut left, mut right) = (h, h);
        for round in 0..5 {
            for step in 0..16 {
                let line = |[a, b, c, d, e]: [u32; 5], function, word: usize, constant, shift| {
                    let sum = a
                        .wrapping_add(f(function, b, c, d))
                        .wrapping_add(x[word])
                        .wrapping_add(constant);
                    [e, sum.rotate_left(shift).wrapping_add(e), b, c.rotate_left(10), d]
                };
                let word = LEFT_WORDS[round][step];
                let shift = LEFT_SHIFTS[round][step];
                left = line(left, round, word, LEFT_CONSTANTS[round], shift);
                let word = RIGHT_WORDS[round][step];
                let shift = RIGHT_SHIFTS[round][step];
                right = line(right, 4 - round, word, RIGHT_CONSTANTS[round], shift);
            }
        }
        h = std::array::from_fn(|index| {
            let (a, b) = (left[(index + 2) % 5], right[(index + 3) % 5]);
            h[(index + 1) % 5].wrapping_add(a).wrapping_add(b)
        });
    }
    let bytes: Vec<u8> = h.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.try_into().expect("five words")
}
