//! Digests against the vectors that their designers published: those of the machine and those of the
//! judge, which is written from the standards.

mod instructions;

use aluvm_core::crypto::digest::{blake3, ripemd160, sha256, sha512};
use aluvm_judge::digest as judge;

/// The messages that FIPS 180's examples and the paper on RIPEMD-160 have in common or apart.
const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz";
const TWO_BLOCKS: &str = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
const TWO_LONG_BLOCKS: &str = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn\
                               hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex<const N: usize>(text: &str) -> [u8; N] {
    assert_eq!(text.len(), 2 * N, "{text}");
    std::array::from_fn(|index| u8::from_str_radix(&text[2 * index..][..2], 16).unwrap())
}

fn million_a() -> String {
    "a".repeat(1_000_000)
}

/// Dobbertin, Bosselaers, Preneel, "RIPEMD-160: a strengthened version of RIPEMD", appendix B.
#[test]
fn ripemd160_is_the_papers_reversed() {
    let letters_and_digits = format!("{}{ALPHABET}0123456789", ALPHABET.to_uppercase());
    for (message, digest) in [
        ("", "9c1185a5c5e9fc54612808977ee8f548b2258d31"),
        ("a", "0bdc9d2d256b3ee9daae347be6f4dc835a467ffe"),
        ("abc", "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
        ("message digest", "5d0689ef49d2fae572b881b123a85ffa21595f36"),
        (ALPHABET, "f71c27109c692c1b56bbdceb5b9d2865b3708dbc"),
        (TWO_BLOCKS, "12a053384a9c0c88e405a06c27dcf49ada62eb2b"),
        (&letters_and_digits, "b0e20b6e3116640286ed3a87a5713079b21f5189"),
        (&"1234567890".repeat(8), "9b752e45573d4b39f4dbd3323cab82bf63326bfb"),
        (&million_a(), "52783243c1697bdbe16d37f97f68f08325dc1528"),
    ] {
        let mut reversed = ripemd160(message.as_bytes());
        reversed.reverse();
        assert_eq!(hex(&reversed), digest, "{:.20}", message);
        assert_eq!(hex(&judge::ripemd160(message.as_bytes())), digest, "{:.20}", message);
    }
}

/// The examples of FIPS 180-2, appendixes B and C, and of NIST's pages for later additions.
#[test]
fn sha2_matches_the_standards_examples() {
    for (message, digest) in [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (TWO_BLOCKS, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (TWO_LONG_BLOCKS, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
        (&million_a(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ] {
        assert_eq!(hex(&sha256(message.as_bytes())), digest, "{:.20}", message);
        assert_eq!(hex(&judge::sha256(message.as_bytes())), digest, "{:.20}", message);
    }
    for (message, high, low) in [
        (
            "",
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce",
            "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
        ),
        (
            "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a",
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ),
        (
            TWO_LONG_BLOCKS,
            "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018",
            "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909",
        ),
        (
            &million_a(),
            "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb",
            "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b",
        ),
    ] {
        let digest = format!("{high}{low}");
        assert_eq!(hex(&sha512(message.as_bytes())), digest, "{:.20}", message);
        assert_eq!(hex(&judge::sha512(message.as_bytes())), digest, "{:.20}", message);
    }
}

/// The first checkpoint of a pseudorandom message test of NIST's SHA validation system (SHAVS,
/// section 6.4): a thousand digests, each of the concatenation of the last three.
fn checkpoint<const N: usize>(digest: fn(&[u8]) -> [u8; N], seed: [u8; N]) -> [u8; N] {
    let mut last_three = [seed; 3];
    for _ in 0..1000 {
        last_three = [last_three[1], last_three[2], digest(last_three.as_flattened())];
    }
    last_three[2]
}

#[test]
fn sha2_passes_the_validation_systems_chains() {
    assert_eq!(
        hex(&checkpoint(
            sha256,
            unhex("6d1e72ad03ddeb5de891e572e2396f8da015d899ef0e79503152d6010a3fe691")
        )),
        "e93c330ae5447738c8aa85d71a6c80f2a58381d05872d26bdd39f1fcd4f2b788"
    );
    let seed = concat!(
        "5c337de5caf35d18ed90b5cddfce001ca1b8ee8602f367e7c24ccca6f893802f",
        "b1aca7a3dae32dcd60800a59959bc540d63237876b799229ae71a2526fbc52cd"
    );
    assert_eq!(
        hex(&checkpoint(sha512, unhex(seed))),
        concat!(
            "ada69add0071b794463c8806a177326735fa624b68ab7bcab2388b9276c036e4",
            "eaaff87333e83c81c0bca0359d4aeebcbcfd314c0630e0c2af68c1fb19cc470e"
        )
    );
}

#[test]
fn blake3_matches_the_official_vectors() {
    let lines = include_str!("vectors/blake3.txt").lines().filter(|line| !line.starts_with('#'));
    let mut seen = 0;
    for line in lines {
        let (length, digest) = line.split_once(' ').unwrap();
        let input: Vec<u8> = (0..=250).cycle().take(length.parse().unwrap()).collect();
        assert_eq!(hex(&blake3(&input)), digest, "length {length}");
        assert_eq!(hex(&judge::blake3(&input)), digest, "length {length}");
        seen += 1;
    }
    assert_eq!(seen, 22);
}

/// Every position of the padding in a block, and in two.
#[test]
fn digests_of_each_length_are_those_of_the_judge() {
    let message: Vec<u8> = (0..=255).collect();
    for length in 0..=message.len() {
        let message = &message[..length];
        let mut ripemd = ripemd160(message);
        ripemd.reverse();
        assert_eq!(ripemd, judge::ripemd160(message), "{length}");
        assert_eq!(sha256(message), judge::sha256(message), "{length}");
        assert_eq!(sha512(message), judge::sha512(message), "{length}");
        assert_eq!(blake3(message), judge::blake3(message), "{length}");
    }
}

/// Every position of the padding in a block, and in two.
#[test]
fn sha2_of_each_length_is_that_of_the_library() {
    use sha2::Digest;
    let message: Vec<u8> = (0..=255).collect();
    for length in 0..=message.len() {
        let message = &message[..length];
        assert_eq!(sha256(message), <[u8; 32]>::from(sha2::Sha256::digest(message)), "{length}");
        assert_eq!(sha512(message), <[u8; 64]>::from(sha2::Sha512::digest(message)), "{length}");
    }
}
