//! SHA-256 in two guises: a small `const` implementation, and the hasher that library ids use.
//!
//! The `const` one serves constants and the checksum of id literals. It is here because the `sha2`
//! crate with its tree takes the compiler 5 s of CPU, and the assembler macro, which checks ids while
//! compiling, must not make every user wait for that. With the `vm` feature `sha2` is compiled
//! anyway, and libraries are hashed with it, at the speed of the CPU's own instructions.

/// SHA-256 as in FIPS 180-4, usable in constants.
#[derive(Clone)]
pub(super) struct Sha256 {
    state: [u32; 8],
    block: [u8; 64],
    length: u64,
}

/// Initial hash value: fractions of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
pub(crate) const INITIAL: [u32; 8] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/// Round constants: fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), those of
/// sixteen rounds in a row.
const ROUNDS: [[u64; 16]; 4] = [
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174,
    ],
    [
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc,
        0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
        0x06ca6351, 0x14292967,
    ],
    [
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
        0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
        0xf40e3585, 0x106aa070,
    ],
    [
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
        0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb,
        0xbef9a3f7, 0xc67178f2,
    ],
];

/// The low half of a number, which is a word of the algorithm. Sums of a few words fit into all of it.
const WORD: u64 = 0xFFFF_FFFF;

/// A factor that writes a word twice, one behind the other, so that shifting it rotates.
const TWICE: u64 = 0x1_0000_0001;

impl Sha256 {
    /// A hasher that has read nothing.
    pub(super) const fn new() -> Self {
        Sha256 { state: INITIAL, block: [0; 64], length: 0 }
    }

    /// Reads more bytes.
    pub(super) const fn update(&mut self, bytes: &[u8]) {
        let filled = (self.length % 64) as usize;
        self.length += bytes.len() as u64;
        let mut rest = bytes;
        if filled > 0 {
            let room = 64 - filled;
            let (now, later) = rest.split_at(if rest.len() < room { rest.len() } else { room });
            self.block.split_at_mut(filled).1.split_at_mut(now.len()).0.copy_from_slice(now);
            if now.len() < room {
                return;
            }
            compress(&mut self.state, &self.block);
            rest = later;
        }
        let (blocks, tail) = rest.as_chunks::<64>();
        let mut i = 0;
        while i < blocks.len() {
            compress(&mut self.state, &blocks[i]);
            i += 1;
        }
        self.block.split_at_mut(tail.len()).0.copy_from_slice(tail);
    }

    /// Pads the message (FIPS 180-4, 5.1.1) and gives its digest.
    pub(super) const fn finish(mut self) -> [u8; 32] {
        let bits = (self.length * 8).to_be_bytes();
        let filled = (self.length % 64) as usize;
        let padding: [u8; 64] = {
            let mut padding = [0; 64];
            padding[0] = 0x80;
            padding
        };
        let length = if filled < 56 { 56 - filled } else { 120 - filled };
        self.update(padding.split_at(length).0);
        self.update(&bits);
        let mut digest = [0; 32];
        let mut i = 0;
        while i < 8 {
            let word = self.state[i].to_be_bytes();
            digest.split_at_mut(4 * i).1.split_at_mut(4).0.copy_from_slice(&word);
            i += 1;
        }
        digest
    }
}

/// Reads a block (FIPS 180-4, 6.2.2). The rounds are written out, because constant evaluation, in which
/// ids of libraries are computed, pays for each call, each copy and each index: this is four times as
/// fast there as a loop over arrays of words.
const fn compress(state: &mut [u32; 8], block: &[u8; 64]) {
    let [a0, b0, c0, d0, e0, f0, g0, h0] = *state;
    let (mut a, mut b, mut c, mut d) = (a0 as u64, b0 as u64, c0 as u64, d0 as u64);
    let (mut e, mut f, mut g, mut h) = (e0 as u64, f0 as u64, g0 as u64, h0 as u64);
    let ([p, q, r, s], _) = block.as_chunks::<16>() else { return };
    let (p, q) = (u128::from_be_bytes(*p), u128::from_be_bytes(*q));
    let (r, s) = (u128::from_be_bytes(*r), u128::from_be_bytes(*s));
    let (mut w0, mut w1, mut w2, mut w3) = words(p);
    let (mut w4, mut w5, mut w6, mut w7) = words(q);
    let (mut w8, mut w9, mut w10, mut w11) = words(r);
    let (mut w12, mut w13, mut w14, mut w15) = words(s);

    // Bits above those of a word are cut off when a sum is complete.
    macro_rules! round {
        ($a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident, $k:ident $w:ident) => {
            let ee = $e * TWICE;
            let aa = $a * TWICE;
            let t1 =
                $h + $k + $w + (ee >> 6u32 ^ ee >> 11u32 ^ ee >> 25u32) + ($g ^ $e & ($f ^ $g));
            $d = $d + t1 & WORD;
            $h = t1 + (aa >> 2u32 ^ aa >> 13u32 ^ aa >> 22u32) + ($a & $b | $c & ($a | $b)) & WORD;
        };
    }
    // The word sixteen behind `$w`, from those 15, 7 and 2 before it.
    macro_rules! next {
        ($w:ident $far:ident $middle:ident $near:ident) => {
            let far = $far * TWICE;
            let near = $near * TWICE;
            let sigma0 = far >> 7u32 ^ far >> 18u32 ^ $far >> 3u32;
            let sigma1 = near >> 17u32 ^ near >> 19u32 ^ $near >> 10u32;
            $w = $w + $middle + sigma0 + sigma1 & WORD;
        };
    }

    let mut i = 0;
    loop {
        let [k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12, k13, k14, k15] = ROUNDS[i];
        round!(a b c d e f g h, k0 w0);
        round!(h a b c d e f g, k1 w1);
        round!(g h a b c d e f, k2 w2);
        round!(f g h a b c d e, k3 w3);
        round!(e f g h a b c d, k4 w4);
        round!(d e f g h a b c, k5 w5);
        round!(c d e f g h a b, k6 w6);
        round!(b c d e f g h a, k7 w7);
        round!(a b c d e f g h, k8 w8);
        round!(h a b c d e f g, k9 w9);
        round!(g h a b c d e f, k10 w10);
        round!(f g h a b c d e, k11 w11);
        round!(e f g h a b c d, k12 w12);
        round!(d e f g h a b c, k13 w13);
        round!(c d e f g h a b, k14 w14);
        round!(b c d e f g h a, k15 w15);
        i += 1;
        if i == ROUNDS.len() {
            break;
        }
        next!(w0 w1 w9 w14);
        next!(w1 w2 w10 w15);
        next!(w2 w3 w11 w0);
        next!(w3 w4 w12 w1);
        next!(w4 w5 w13 w2);
        next!(w5 w6 w14 w3);
        next!(w6 w7 w15 w4);
        next!(w7 w8 w0 w5);
        next!(w8 w9 w1 w6);
        next!(w9 w10 w2 w7);
        next!(w10 w11 w3 w8);
        next!(w11 w12 w4 w9);
        next!(w12 w13 w5 w10);
        next!(w13 w14 w6 w11);
        next!(w14 w15 w7 w12);
        next!(w15 w0 w8 w13);
    }
    *state = [
        a0.wrapping_add(a as u32),
        b0.wrapping_add(b as u32),
        c0.wrapping_add(c as u32),
        d0.wrapping_add(d as u32),
        e0.wrapping_add(e as u32),
        f0.wrapping_add(f as u32),
        g0.wrapping_add(g as u32),
        h0.wrapping_add(h as u32),
    ];
}

/// The four words of a number, the highest first.
const fn words(number: u128) -> (u64, u64, u64, u64) {
    let (high, low) = ((number >> 64) as u64, number as u64);
    (high >> 32, high & WORD, low >> 32, low & WORD)
}

/// SHA-256 of `bytes`.
pub(super) const fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(bytes);
    hasher.finish()
}

/// The hasher of library ids: `sha2` where it is compiled, else the small one.
#[cfg(not(feature = "vm"))]
pub(super) use Sha256 as Hasher;

/// The hasher of library ids: `sha2` where it is compiled, else the small one.
#[cfg(feature = "vm")]
pub(super) struct Hasher(sha2::Sha256);

#[cfg(feature = "vm")]
impl Hasher {
    pub(super) fn new() -> Self {
        Hasher(sha2::Digest::new())
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        sha2::Digest::update(&mut self.0, bytes);
    }

    pub(super) fn finish(self) -> [u8; 32] {
        sha2::Digest::finalize(self.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Hasher, Sha256, sha256};

    /// Examples of the NIST Secure Hash Standard (SHA_All.pdf: one block, two blocks) and of its
    /// validation system (empty message, a million `a`).
    const EXAMPLES: [(&[u8], usize, &str); 4] = [
        (b"", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (b"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
        (
            b"aaaaaaaaaa",
            100_000,
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        ),
    ];

    fn hex(bytes: [u8; 32]) -> alloc::string::String {
        bytes.iter().map(|byte| alloc::format!("{byte:02x}")).collect()
    }

    #[test]
    fn nist_examples() {
        for (part, times, digest) in EXAMPLES {
            let (mut small, mut hasher) = (Sha256::new(), Hasher::new());
            for _ in 0..times {
                small.update(part);
                hasher.update(part);
            }
            assert_eq!(hex(small.finish()), digest);
            assert_eq!(hex(hasher.finish()), digest);
        }
    }

    /// Every position of the padding: all lengths up to three blocks.
    #[cfg(feature = "vm")]
    #[test]
    fn small_one_equals_sha2() {
        let message: [u8; 192] = core::array::from_fn(|i| i as u8 ^ 0x5a);
        for length in 0..=message.len() {
            let expected: [u8; 32] =
                <sha2::Sha256 as sha2::Digest>::digest(&message[..length]).into();
            assert_eq!(sha256(&message[..length]), expected, "length {length}");
        }
    }
}
