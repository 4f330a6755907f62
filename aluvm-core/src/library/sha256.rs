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

/// Round constants: fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
const ROUND: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

impl Sha256 {
    /// A hasher that has read nothing.
    pub(super) const fn new() -> Self {
        Sha256 { state: INITIAL, block: [0; 64], length: 0 }
    }

    /// Reads more bytes.
    pub(super) const fn update(&mut self, bytes: &[u8]) {
        let mut i = 0;
        while i < bytes.len() {
            let filled = (self.length % 64) as usize;
            self.block[filled] = bytes[i];
            self.length += 1;
            if filled == 63 {
                self.compress();
            }
            i += 1;
        }
    }

    /// Pads the message (FIPS 180-4, 5.1.1) and gives its digest.
    pub(super) const fn finish(mut self) -> [u8; 32] {
        let bits = (self.length * 8).to_be_bytes();
        self.update(&[0x80]);
        while self.length % 64 != 56 {
            self.update(&[0]);
        }
        self.update(&bits);
        let mut digest = [0; 32];
        let mut i = 0;
        while i < 32 {
            digest[i] = (self.state[i / 4] >> (24 - i % 4 * 8)) as u8;
            i += 1;
        }
        digest
    }

    const fn compress(&mut self) {
        let schedule = schedule(&self.block);
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = self.state;
        let mut i = 0;
        while i < 64 {
            let sum1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let choice = (e & f) ^ (!e & g);
            let t1 = h
                .wrapping_add(sum1)
                .wrapping_add(choice)
                .wrapping_add(ROUND[i])
                .wrapping_add(schedule[i]);
            let sum0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            (h, g, f, e) = (g, f, e, d.wrapping_add(t1));
            (d, c, b, a) = (c, b, a, t1.wrapping_add(sum0.wrapping_add(majority)));
            i += 1;
        }
        let after = [a, b, c, d, e, f, g, h];
        let mut i = 0;
        while i < 8 {
            self.state[i] = self.state[i].wrapping_add(after[i]);
            i += 1;
        }
    }
}

/// The message schedule of one block (FIPS 180-4, 6.2.2, step 1).
const fn schedule(block: &[u8; 64]) -> [u32; 64] {
    let mut words = [0u32; 64];
    let mut i = 0;
    while i < 64 {
        words[i / 4] = words[i / 4] << 8 | block[i] as u32;
        i += 1;
    }
    let mut i = 16;
    while i < 64 {
        let (near, far) = (words[i - 2], words[i - 15]);
        let sigma1 = near.rotate_right(17) ^ near.rotate_right(19) ^ (near >> 10);
        let sigma0 = far.rotate_right(7) ^ far.rotate_right(18) ^ (far >> 3);
        words[i] =
            sigma1.wrapping_add(words[i - 7]).wrapping_add(sigma0).wrapping_add(words[i - 16]);
        i += 1;
    }
    words
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
