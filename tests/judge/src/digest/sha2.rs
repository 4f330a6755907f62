//! SHA-256 and SHA-512 (FIPS 180-4). Their constants are the first digits of the fractions of the roots of
//! the first primes.

use std::sync::LazyLock;

use num_bigint::BigUint;

use super::pad;

fn primes() -> impl Iterator<Item = u32> {
    (2u32..).filter(|number| (2..*number).all(|divisor| number % divisor != 0))
}

/// The first 64 bits of the fraction of a prime's root of a degree.
fn root_fraction(prime: u32, degree: u32) -> u64 {
    let root = (BigUint::from(prime) << (64 * degree)).nth_root(degree);
    root.iter_u64_digits().next().expect("a root")
}

/// The words of the initial hash value, from the square roots (section 5.3).
static INITIAL: LazyLock<Vec<u64>> =
    LazyLock::new(|| primes().take(8).map(|prime| root_fraction(prime, 2)).collect());

/// The constants of the rounds, from the cube roots (section 4.2).
static ROUNDS: LazyLock<Vec<u64>> =
    LazyLock::new(|| primes().take(80).map(|prime| root_fraction(prime, 3)).collect());

macro_rules! sha2 {
    ($(#[$doc:meta])* $name:ident: $Word:ty, $bytes:literal, $rounds:literal, $length:ty,
        $big_a:expr, $big_e:expr, $small_0:expr, $small_1:expr;) => {
        $(#[$doc])*
        pub fn $name(message: &[u8]) -> [u8; 8 * $bytes] {
            const WORD_BITS: u32 = <$Word>::BITS;
            let big = |x: $Word, by: [u32; 3]| {
                x.rotate_right(by[0]) ^ x.rotate_right(by[1]) ^ x.rotate_right(by[2])
            };
            let small = |x: $Word, by: [u32; 3]| {
                x.rotate_right(by[0]) ^ x.rotate_right(by[1]) ^ (x >> by[2])
            };
            let constant = |digits: u64| (digits >> (64 - WORD_BITS)) as $Word;
            let mut hash: Vec<$Word> = INITIAL.iter().map(|digits| constant(*digits)).collect();
            let length = (8 * message.len() as $length).to_be_bytes();
            for block in pad(message, 16 * $bytes, &length).chunks_exact(16 * $bytes) {
                let mut w: Vec<$Word> = block
                    .chunks_exact($bytes)
                    .map(|word| <$Word>::from_be_bytes(word.try_into().expect("a word")))
                    .collect();
                for t in 16..$rounds {
                    let next = small(w[t - 2], $small_1)
                        .wrapping_add(w[t - 7])
                        .wrapping_add(small(w[t - 15], $small_0))
                        .wrapping_add(w[t - 16]);
                    w.push(next);
                }
                let mut v = hash.clone();
                for t in 0..$rounds {
                    let [a, b, c, d, e, f, g, h] = v[..] else { unreachable!() };
                    let t1 = h
                        .wrapping_add(big(e, $big_e))
                        .wrapping_add((e & f) ^ (!e & g))
                        .wrapping_add(constant(ROUNDS[t]))
                        .wrapping_add(w[t]);
                    let t2 = big(a, $big_a).wrapping_add((a & b) ^ (a & c) ^ (b & c));
                    v = vec![t1.wrapping_add(t2), a, b, c, d.wrapping_add(t1), e, f, g];
                }
                for (word, new) in hash.iter_mut().zip(v) {
                    *word = word.wrapping_add(new);
                }
            }
            let bytes: Vec<u8> = hash.into_iter().flat_map(<$Word>::to_be_bytes).collect();
            bytes.try_into().expect("eight words")
        }
    };
}

sha2! {
    /// SHA-256 (sections 4.1.2 and 6.2).
    sha256: u32, 4, 64, u64, [2, 13, 22], [6, 11, 25], [7, 18, 3], [17, 19, 10];
}

sha2! {
    /// SHA-512 (sections 4.1.3 and 6.4).
    sha512: u64, 8, 80, u128, [28, 34, 39], [14, 18, 41], [1, 8, 7], [19, 61, 6];
}
