//! BLAKE3 (O'Connor, Aumasson, Neves, Wilcox-O'Hearn, "BLAKE3: one function, fast everywhere", section 2),
//! without key and of 32 bytes.

const CHUNK: usize = 1024;
const BLOCK: usize = 64;

const CHUNK_START: u32 = 1;
const CHUNK_END: u32 = 2;
const PARENT: u32 = 4;
const ROOT: u32 = 8;

const IV: [u32; 8] = [
    0x6A09_E667,
    0xBB67_AE85,
    0x3C6E_F372,
    0xA54F_F53A,
    0x510E_527F,
    0x9B05_688C,
    0x1F83_D9AB,
    0x5BE0_CD19,
];

const PERMUTATION: [usize; 16] = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];

/// The compression function (section 2.2), its first eight words.
fn compress(chaining: &[u32; 8], block: &[u8], counter: u64, flags: u32) -> [u32; 8] {
    let mut padded = block.to_vec();
    padded.resize(BLOCK, 0);
    let words = padded.chunks_exact(4).map(|word| word.try_into().expect("a word"));
    let mut m: Vec<u32> = words.map(u32::from_le_bytes).collect();
    let mut v = [0; 16];
    v[..8].copy_from_slice(chaining);
    v[8..12].copy_from_slice(&IV[..4]);
    v[12..].copy_from_slice(&[counter as u32, (counter >> 32) as u32, block.len() as u32, flags]);
    for _ in 0..7 {
        for column in 0..4 {
            let at = [column, column + 4, column + 8, column + 12];
            mix(&mut v, at, m[2 * column], m[2 * column + 1]);
        }
        for diagonal in 0..4 {
            let at = std::array::from_fn(|row| (diagonal + row) % 4 + 4 * row);
            mix(&mut v, at, m[8 + 2 * diagonal], m[9 + 2 * diagonal]);
        }
        m = PERMUTATION.iter().map(|index| m[*index]).collect();
    }
    std::array::from_fn(|index| v[index] ^ v[index + 8])
}

/// The quarter round G.
fn mix(v: &mut [u32; 16], [a, b, c, d]: [usize; 4], x: u32, y: u32) {
    for (word, first, second) in [(x, 16, 12), (y, 8, 7)] {
        v[a] = v[a].wrapping_add(v[b]).wrapping_add(word);
        v[d] = (v[d] ^ v[a]).rotate_right(first);
        v[c] = v[c].wrapping_add(v[d]);
        v[b] = (v[b] ^ v[c]).rotate_right(second);
    }
}

/// The chaining value of a chunk (section 2.4).
fn chunk(bytes: &[u8], number: u64, flags: u32) -> [u32; 8] {
    let blocks: Vec<&[u8]> =
        if bytes.is_empty() { vec![&[]] } else { bytes.chunks(BLOCK).collect() };
    let last = blocks.len() - 1;
    blocks.iter().enumerate().fold(IV, |chaining, (index, block)| {
        let start = if index == 0 { CHUNK_START } else { 0 };
        let end = if index == last { CHUNK_END | flags } else { 0 };
        compress(&chaining, block, number, start | end)
    })
}

/// The chaining value of a tree (section 2.1): the left child is the greatest full one that leaves
/// something to the right.
fn tree(bytes: &[u8], first_chunk: u64, flags: u32) -> [u32; 8] {
    if bytes.len() <= CHUNK {
        return chunk(bytes, first_chunk, flags);
    }
    let mut left = CHUNK;
    while 2 * left < bytes.len() {
        left *= 2;
    }
    let children = [
        tree(&bytes[..left], first_chunk, 0),
        tree(&bytes[left..], first_chunk + (left / CHUNK) as u64, 0),
    ];
    let block: Vec<u8> =
        children.as_flattened().iter().flat_map(|word| word.to_le_bytes()).collect();
    compress(&IV, &block, 0, PARENT | flags)
}

/// BLAKE3.
pub fn blake3(message: &[u8]) -> [u8; 32] {
    let words = tree(message, 0, ROOT);
    let bytes: Vec<u8> = words.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.try_into().expect("eight words")
}
