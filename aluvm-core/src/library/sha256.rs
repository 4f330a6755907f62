//! SHA-256 in two guises: a small `const` implementation, and the hasher that library ids use.
//!
//! The `const` one serves constants and the checksum of id literals. It is here because the `sha2`
//! crate with its tree takes the compiler 5 s of CPU, and the assembler macro, which checks ids while
//! compiling, must not make every user wait for that. With the `vm` feature `sha2` is compiled
//! anyway, and libraries are hashed with it, at the speed of the CPU's own instructions.

/// Initial hash value: fractions of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
pub(crate) const INITIAL: [u32; 8] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/// Round constants: fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), those of
/// sixteen rounds in a row, two in a number: the first in its low half, the second in its high half.
const ROUNDS: [[u128; 8]; 4] = [
    [
        0x71374491_00000000_428a2f98,
        0xe9b5dba5_00000000_b5c0fbcf,
        0x59f111f1_00000000_3956c25b,
        0xab1c5ed5_00000000_923f82a4,
        0x12835b01_00000000_d807aa98,
        0x550c7dc3_00000000_243185be,
        0x80deb1fe_00000000_72be5d74,
        0xc19bf174_00000000_9bdc06a7,
    ],
    [
        0xefbe4786_00000000_e49b69c1,
        0x240ca1cc_00000000_0fc19dc6,
        0x4a7484aa_00000000_2de92c6f,
        0x76f988da_00000000_5cb0a9dc,
        0xa831c66d_00000000_983e5152,
        0xbf597fc7_00000000_b00327c8,
        0xd5a79147_00000000_c6e00bf3,
        0x14292967_00000000_06ca6351,
    ],
    [
        0x2e1b2138_00000000_27b70a85,
        0x53380d13_00000000_4d2c6dfc,
        0x766a0abb_00000000_650a7354,
        0x92722c85_00000000_81c2c92e,
        0xa81a664b_00000000_a2bfe8a1,
        0xc76c51a3_00000000_c24b8b70,
        0xd6990624_00000000_d192e819,
        0x106aa070_00000000_f40e3585,
    ],
    [
        0x1e376c08_00000000_19a4c116,
        0x34b0bcb5_00000000_2748774c,
        0x4ed8aa4a_00000000_391c0cb3,
        0x682e6ff3_00000000_5b9cca4f,
        0x78a5636f_00000000_748f82ee,
        0x8cc70208_00000000_84c87814,
        0xa4506ceb_00000000_90befffa,
        0xc67178f2_00000000_bef9a3f7,
    ],
];

/// Makes a hasher of a function that reads blocks. A macro, because the hasher of constants has to be `const`, which
/// the other cannot be.
macro_rules! hasher {
    ($(#[$attribute:meta])* $name:ident, $compress:path $(, $constant:tt)?) => {
        $(#[$attribute])*
        #[derive(Clone)]
        pub(super) struct $name {
            state: [u32; 8],
            block: [u8; 64],
            length: u64,
        }

        impl $name {
            /// A hasher that has read whole blocks, so many bytes.
            pub(super) const fn behind(state: [u32; 8], length: u64) -> Self {
                $name { state, block: [0; 64], length }
            }

            /// Reads more bytes.
            pub(super) $($constant)? fn update(&mut self, bytes: &[u8]) {
                let filled = (self.length % 64) as usize;
                self.length += bytes.len() as u64;
                let mut rest = bytes;
                if filled > 0 {
                    let room = 64 - filled;
                    let (now, later) =
                        rest.split_at(if rest.len() < room { rest.len() } else { room });
                    let free = self.block.split_at_mut(filled).1;
                    free.split_at_mut(now.len()).0.copy_from_slice(now);
                    if now.len() < room {
                        return;
                    }
                    $compress(&mut self.state, &[self.block]);
                    rest = later;
                }
                let (blocks, tail) = rest.as_chunks::<64>();
                if !blocks.is_empty() {
                    $compress(&mut self.state, blocks);
                }
                self.block.split_at_mut(tail.len()).0.copy_from_slice(tail);
            }

            /// Pads the message (FIPS 180-4, 5.1.1) and gives its digest.
            pub(super) $($constant)? fn finish(mut self) -> [u8; 32] {
                let filled = (self.length % 64) as usize;
                let free = self.block.split_at_mut(filled).1;
                free.copy_from_slice(PADDING.split_at(free.len()).0);
                if filled >= LENGTH_AT {
                    $compress(&mut self.state, &[self.block]);
                    self.block = [0; 64];
                }
                let bits = (self.length * 8).to_be_bytes();
                self.block.split_at_mut(LENGTH_AT).1.copy_from_slice(&bits);
                $compress(&mut self.state, &[self.block]);
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
    };
}

/// What is put behind a message.
const PADDING: [u8; 64] = {
    let mut padding = [0; 64];
    padding[0] = 0x80;
    padding
};

/// Where the length of the message stands in the last block.
const LENGTH_AT: usize = 56;

hasher!(
    /// SHA-256 as in FIPS 180-4, usable in constants.
    Sha256,
    compress,
    const
);

#[cfg(feature = "vm")]
hasher!(
    /// The hasher of library ids, where `sha2` is compiled.
    Hasher,
    sha2::block_api::compress256
);

/// The hasher of library ids, where `sha2` is not compiled.
#[cfg(not(feature = "vm"))]
pub(super) use Sha256 as Hasher;

impl Sha256 {
    /// A hasher that has read nothing.
    pub(super) const fn new() -> Self {
        Sha256::behind(INITIAL, 0)
    }

    /// The state of a hasher that has read one block.
    pub(super) const fn state_behind(block: &[u8; 64]) -> [u32; 8] {
        let mut hasher = Sha256::new();
        hasher.update(block);
        hasher.state
    }
}

/// Reads blocks (FIPS 180-4, 6.2.2), in the shape that constant evaluation, in which ids of libraries are
/// computed, does fastest. It interprets each step and pays for each call, copy and index, for named constants,
/// and most for what can overflow, shifts included. So the rounds are written out; a word that is written twice,
/// one behind the other, is rotated by shifting it; words of the message are computed two at a time, in the
/// halves of a number; and what sums leave above a word is cut off once a round.
const fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    let [mut a0, mut b0, mut c0, mut d0, mut e0, mut f0, mut g0, mut h0] = *state;
    // `a ^ b` of a round is `b ^ c` of the next.
    let (mut p, mut q);

    // A round whose word and constant have been added to `$h`.
    macro_rules! round {
        ($a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident, $bc:ident $ab:ident) => {
            let mut twice = $e;
            twice *= 0x1_0000_0001;
            let mut sum1 = twice;
            sum1 >>= 14u32;
            sum1 ^= twice;
            sum1 >>= 5u32;
            sum1 ^= twice;
            sum1 >>= 6u32;
            $h += sum1;
            let mut choice = $f;
            choice ^= $g;
            choice &= $e;
            choice ^= $g;
            $h += choice;
            $d += $h;
            $d &= 0xFFFF_FFFF;
            let mut twice = $a;
            twice *= 0x1_0000_0001;
            let mut sum0 = twice;
            sum0 >>= 9u32;
            sum0 ^= twice;
            sum0 >>= 11u32;
            sum0 ^= twice;
            sum0 >>= 2u32;
            $h += sum0;
            $ab = $a;
            $ab ^= $b;
            $bc &= $ab;
            $bc ^= $b;
            $h += $bc;
            $h &= 0xFFFF_FFFF;
        };
    }
    macro_rules! two_rounds {
        ($a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident, $k:ident $w:ident) => {
            let mut words = $k;
            words += $w;
            $h += words as u64;
            round!($a $b $c $d $e $f $g $h, p q);
            words >>= 64u32;
            $g += words as u64;
            round!($h $a $b $c $d $e $f $g, q p);
        };
    }
    // The second word of a pair and the first of the pair behind it.
    macro_rules! between {
        ($w:ident, $before:ident $behind:ident) => {
            $w = $behind;
            $w <<= 64u32;
            let mut second = $before;
            second >>= 64u32;
            $w |= second;
        };
    }
    // The pair of words sixteen behind `$w`, from those 15, 7 and 2 before it, and the one between the last two.
    macro_rules! next {
        ($w:ident $far:ident $middle:ident $near:ident, $between:ident) => {
            let mut twice = $far;
            twice *= 0x1_0000_0001;
            let mut sigma0 = twice;
            sigma0 >>= 11u32;
            sigma0 ^= twice;
            sigma0 >>= 4u32;
            sigma0 ^= $far;
            sigma0 >>= 3u32;
            sigma0 &= 0xFFFF_FFFF_0000_0000_FFFF_FFFF;
            $w += sigma0;
            let mut twice = $near;
            twice *= 0x1_0000_0001;
            let mut sigma1 = twice;
            sigma1 >>= 2u32;
            sigma1 ^= twice;
            sigma1 >>= 7u32;
            sigma1 ^= $near;
            sigma1 >>= 10u32;
            sigma1 &= 0xFFFF_FFFF_0000_0000_FFFF_FFFF;
            $w += sigma1;
            $w += $middle;
            $w &= 0xFFFF_FFFF_0000_0000_FFFF_FFFF;
            between!($between, $near $w);
        };
    }
    // Four words as three pairs.
    macro_rules! read {
        ($bytes:ident, $w0:ident $w1:ident $w2:ident) => {
            let low = u128::from_be_bytes(*$bytes);
            let middle = low >> 32u32;
            let high = low >> 64u32;
            let mut $w0 = high >> 32u32 | (high & 0xFFFF_FFFF) << 64u32;
            let mut $w1 = high & 0xFFFF_FFFF | (middle & 0xFFFF_FFFF) << 64u32;
            let mut $w2 = middle & 0xFFFF_FFFF | (low & 0xFFFF_FFFF) << 64u32;
        };
    }

    let mut at = 0;
    while at < blocks.len() {
        let ([r, s, t, u], _) = blocks[at].as_chunks::<16>() else { return };
        read!(r, w0 w1 w2);
        read!(s, w4 w5 w6);
        read!(t, w8 w9 w10);
        read!(u, w12 w13 w14);
        let (mut w3, mut w7, mut w11, mut w15): (u128, u128, u128, u128);
        between!(w3, w2 w4);
        between!(w7, w6 w8);
        between!(w11, w10 w12);
        let (mut a, mut b, mut c, mut d) = (a0 as u64, b0 as u64, c0 as u64, d0 as u64);
        let (mut e, mut f, mut g, mut h) = (e0 as u64, f0 as u64, g0 as u64, h0 as u64);
        p = b ^ c;
        let mut i = 0;
        loop {
            let [k0, k2, k4, k6, k8, k10, k12, k14] = ROUNDS[i];
            two_rounds!(a b c d e f g h, k0 w0);
            two_rounds!(g h a b c d e f, k2 w2);
            two_rounds!(e f g h a b c d, k4 w4);
            two_rounds!(c d e f g h a b, k6 w6);
            two_rounds!(a b c d e f g h, k8 w8);
            two_rounds!(g h a b c d e f, k10 w10);
            two_rounds!(e f g h a b c d, k12 w12);
            two_rounds!(c d e f g h a b, k14 w14);
            i += 1;
            if i == ROUNDS.len() {
                break;
            }
            next!(w0 w1 w9 w14, w15);
            next!(w2 w3 w11 w0, w1);
            next!(w4 w5 w13 w2, w3);
            next!(w6 w7 w15 w4, w5);
            next!(w8 w9 w1 w6, w7);
            next!(w10 w11 w3 w8, w9);
            next!(w12 w13 w5 w10, w11);
            next!(w14 w15 w7 w12, w13);
        }
        a0 = (a + a0 as u64) as u32;
        b0 = (b + b0 as u64) as u32;
        c0 = (c + c0 as u64) as u32;
        d0 = (d + d0 as u64) as u32;
        e0 = (e + e0 as u64) as u32;
        f0 = (f + f0 as u64) as u32;
        g0 = (g + g0 as u64) as u32;
        h0 = (h + h0 as u64) as u32;
        at += 1;
    }
    *state = [a0, b0, c0, d0, e0, f0, g0, h0];
}

/// SHA-256 of `bytes`.
pub(super) const fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{Hasher, INITIAL, Sha256, sha256};

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
            let (mut small, mut hasher) = (Sha256::new(), Hasher::behind(INITIAL, 0));
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
    fn both_equal_sha2() {
        let message: [u8; 192] = core::array::from_fn(|i| i as u8 ^ 0x5a);
        for length in 0..=message.len() {
            let expected: [u8; 32] =
                <sha2::Sha256 as sha2::Digest>::digest(&message[..length]).into();
            assert_eq!(sha256(&message[..length]), expected, "length {length}");
            let mut hasher = Hasher::behind(INITIAL, 0);
            hasher.update(&message[..length]);
            assert_eq!(hasher.finish(), expected, "length {length}");
        }
    }

    /// Messages in pieces of all lengths.
    #[cfg(feature = "vm")]
    #[test]
    fn pieces_equal_the_whole() {
        // A linear congruential generator (Knuth's MMIX).
        let mut state = 7u64;
        let mut below = |limit: usize| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as usize % limit
        };
        for _ in 0..500 {
            let length = below(700);
            let message: alloc::vec::Vec<u8> = (0..length).map(|_| below(256) as u8).collect();
            let (mut small, mut hasher) = (Sha256::new(), Hasher::behind(INITIAL, 0));
            let mut rest = &message[..];
            while !rest.is_empty() {
                let (now, later) = rest.split_at(1 + below(rest.len()));
                small.update(now);
                hasher.update(now);
                rest = later;
            }
            let expected: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(&message).into();
            assert_eq!(small.finish(), expected, "{message:?}");
            assert_eq!(hasher.finish(), expected, "{message:?}");
        }
    }
}
