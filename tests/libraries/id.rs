//! Text forms of library ids, against BIP 350 and the crate that the network uses.

use std::collections::HashSet;

use aluvm_core::library::{Lib, LibId, LibIdError, LibIdForm, Libs};
use aluvm_tests::cases;
use baid64::Baid64Display;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::strategy::{lib, lib_id, replace};

/// The check value of the library id: isae `FLOAT`, all else empty.
const CHECK: &str = "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO4#plasma-tunnel-mama";

fn check_id() -> LibId {
    let isae = "FLOAT".parse().expect("an isae");
    Lib::new(isae, [], [], Libs::default()).expect("in limits").id()
}

/// Bytes as groups of five bits, filled up with zeros.
fn groups(bytes: &[u8]) -> Vec<u8> {
    let bits: Vec<u8> = bytes.iter().flat_map(|b| (0..8).rev().map(move |i| b >> i & 1)).collect();
    let group = |five: &[u8]| (0..5).fold(0, |v, i| v << 1 | five.get(i).copied().unwrap_or(0));
    bits.chunks(5).map(group).collect()
}

/// BIP 350's reference algorithm, written here from its text.
fn bech32m(prefix: &str, groups: &[u8], constant: u32) -> String {
    const CHARSET: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const GENERATOR: [u32; 5] = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
    let high = prefix.bytes().map(|b| b >> 5);
    let expanded = high.chain([0]).chain(prefix.bytes().map(|b| b & 31));
    let values = expanded.chain(groups.iter().copied()).chain([0; 6]);
    let residue = values.fold(1u32, |residue, value| {
        let top = residue >> 25;
        let shifted = (residue & 0x1ffffff) << 5 ^ u32::from(value);
        (0..5).filter(|i| top >> i & 1 == 1).fold(shifted, |r, i| r ^ GENERATOR[i])
    }) ^ constant;
    let checksum = (0..6).map(|i| (residue >> (5 * (5 - i)) & 31) as u8);
    let data = groups.iter().copied().chain(checksum);
    let text: String = data.map(|value| char::from(CHARSET[usize::from(value)])).collect();
    format!("{prefix}1{text}")
}

const BECH32M: u32 = 0x2bc830a3;
const BECH32: u32 = 1;

#[test]
fn reference_algorithm_gives_the_vectors_of_bip_350() {
    assert_eq!(bech32m("a", &[], BECH32M), "a1lqfn3a");
    assert_eq!(bech32m("?", &[], BECH32M), "?1v759aa");
    let descending: Vec<u8> = (0..32).rev().collect();
    let vector = "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx";
    assert_eq!(bech32m("abcdef", &descending, BECH32M), vector);
}

#[test]
fn check_value() {
    let id = check_id();
    assert_eq!(<[u8; 32]>::from(id), id.to_bytes());
    assert_eq!(LibId::from(id.to_bytes()), id);
    assert_eq!(id.baid64().to_string(), CHECK);
    assert_eq!(format!("{:#}", id.baid64()), CHECK.split('#').next().expect("a mnemonic"));
    assert_eq!(id.to_string(), bech32m("alu", &groups(id.as_bytes()), BECH32M));
}

#[test]
fn check_value_in_all_its_texts() {
    let id = check_id();
    let bare = &CHECK[4..];
    let (data, mnemonic) = bare.split_once('#').expect("a mnemonic");
    let joined = data.replace('-', "");
    let embedded = Baid64Display::new("alu", id.to_bytes()).embed_checksum();
    for text in [
        CHECK.to_string(),
        bare.to_string(),
        data.to_string(),
        joined.clone(),
        format!("alu:{joined}"),
        format!("alu:{joined}#{mnemonic}"),
        format!("{embedded}"),
        format!("{embedded:-}"),
        format!("{embedded:#}"),
        id.to_string(),
        id.to_string().to_uppercase(),
    ] {
        assert_eq!(text.parse(), Ok(id), "{text}");
    }
}

/// Every way to be wrong, each in a text that differs from the check value in one thing.
#[test]
fn errors_say_what_and_where() {
    use LibIdForm::{Baid64, Bech32m};
    let good = check_id().to_string();
    let mixed = good.replacen('q', "Q", 1);
    let case_at = good.find('q').expect("a `q`");
    let bech32 = bech32m("alu", &groups(check_id().as_bytes()), BECH32);
    let other_prefix = bech32m("bc", &groups(check_id().as_bytes()), BECH32M);
    let prefix = |form, found: &str| LibIdError::Prefix { form, found: found.into() };
    let word = |at, word: &str| LibIdError::MnemonicWord { at, word: word.into() };
    let cases = [
        ("".to_string(), LibIdError::Form),
        ("library".to_string(), LibIdError::Form),
        (CHECK.replace("alu:", "rgb:"), prefix(Baid64, "rgb")),
        (CHECK.replace("alu:", ":"), prefix(Baid64, "")),
        (CHECK.replace("alu:", "urn:alu:"), prefix(Baid64, "urn:alu")),
        (CHECK.replace("alu:", "averyveryverylongprefix:"), prefix(Baid64, "averyveryverylon")),
        (other_prefix, prefix(Bech32m, "bc")),
        (
            CHECK.replace("jeDq", "je+q"),
            LibIdError::Character { form: Baid64, at: 31, character: '+' },
        ),
        (
            CHECK.replace("jeDq", "jeäq"),
            LibIdError::Character { form: Baid64, at: 31, character: 'ä' },
        ),
        (
            good.replacen('q', "b", 1),
            LibIdError::Character { form: Bech32m, at: case_at, character: 'b' },
        ),
        (
            good.replacen('q', " ", 1),
            LibIdError::Character { form: Bech32m, at: case_at, character: ' ' },
        ),
        (mixed, LibIdError::MixedCase { at: case_at }),
        (good.replacen('u', "U", 1), LibIdError::MixedCase { at: 2 }),
        (good[..61].to_string(), LibIdError::Length { form: Bech32m, found: 61 }),
        (good.clone() + "q", LibIdError::Length { form: Bech32m, found: 63 }),
        ("alu1".to_string(), LibIdError::Length { form: Bech32m, found: 4 }),
        (CHECK.replace("650XHPmh", "650XHPm"), LibIdError::Length { form: Baid64, found: 42 }),
        (CHECK.replace("650XHPmh", "650XHPmhh"), LibIdError::Length { form: Baid64, found: 44 }),
        ("alu:".to_string(), LibIdError::Length { form: Baid64, found: 0 }),
        (CHECK.replace("fO4#", "fO5#"), LibIdError::Padding { form: Baid64, at: 51 }),
        (CHECK.replace("650X", "651X"), LibIdError::Checksum { form: Baid64 }),
        (CHECK.replace("mama", "plasma"), LibIdError::Checksum { form: Baid64 }),
        (bech32, LibIdError::Checksum { form: Bech32m }),
        (CHECK.replace("#plasma-tunnel-mama", "#"), LibIdError::MnemonicLength { found: 1 }),
        (CHECK.replace("-mama", ""), LibIdError::MnemonicLength { found: 2 }),
        (CHECK.replace("mama", "mama-mama"), LibIdError::MnemonicLength { found: 4 }),
        (CHECK.replace("mama", "mamma"), word(67, "mamma")),
        (CHECK.replace("plasma", "Plasma"), word(53, "Plasma")),
        (CHECK.replace("tunnel", ""), word(60, "")),
        (CHECK.replace("mama", "yes"), word(67, "yes")),
    ];
    for (text, error) in cases {
        assert_eq!(text.parse::<LibId>(), Err(error), "{text}");
    }
}

/// Each message names what is expected, in the form that the text was meant to have.
#[test]
fn messages_say_what_to_mend() {
    let good = check_id().to_string();
    let cases = [
        ("library".into(), "not a library id, which is `alu1…` (Bech32m) or `alu:…` (Baid64)"),
        (CHECK.replace("alu:", "rgb:"), "Baid64 text has the prefix `rgb`, a library id has `alu`"),
        ("bc1qqqq".into(), "Bech32m text has the prefix `bc`, a library id has `alu`"),
        (CHECK.replace("jeDq", "je+q"), "library id has `+` at position 31, which is not Baid64"),
        (format!("alu1b{}", &good[5..]), "library id has `b` at position 4, which is not Bech32m"),
        (good.replacen('u', "U", 1), "library id mixes upper and lower case at position 2"),
        (good[..61].into(), "library id has 61 characters, in Bech32m it has 62"),
        ("alu:".into(), "library id has 0 characters, in Baid64 it has 43 besides prefix"),
        (CHECK.replace("fO4#", "fO5#"), "unused bits of the character at position 51 are not zero"),
        (CHECK.replace("650X", "651X"), "is mistyped: its Baid64 checksum does not match"),
        (
            bech32m("alu", &groups(check_id().as_bytes()), BECH32),
            "is mistyped: its Bech32m checksum does not match",
        ),
        (CHECK.replace("-mama", ""), "library id has 2 words after `#`, its checksum is three"),
        (CHECK.replace("mama", "mamma"), "has `mamma` at position 67, not a word of the mnemonic"),
    ];
    for (text, message) in cases {
        let error = text.parse::<LibId>().expect_err(message).to_string();
        assert!(error.contains(message), "{error}");
    }
}

/// Bare Baid64 can begin as Bech32m does. What the latter cannot be says which it is.
#[test]
fn bare_baid64_that_begins_as_bech32m_is_read() {
    // The base64 digits `alu1`, and what are lower-case letters throughout, but for hyphens.
    let mut lower = [0; 32];
    lower[..3].copy_from_slice(&[0x6A, 0x5B, 0xB5]);
    for (at, byte) in lower.iter_mut().enumerate().skip(3) {
        // Four letters `g` are three bytes.
        *byte = [0x82, 0x08, 0x20][at % 3];
    }
    let mut random = lower;
    for number in 0..=255 {
        random[3..].fill(number);
        for id in [lower, random] {
            let hyphens = Baid64Display::with("alu", id, true, 8, 7, true, true, false);
            let text = format!("{hyphens:#}");
            let text = text.strip_prefix("alu:").expect("a prefix");
            assert!(text.starts_with("alu1"), "{text}");
            assert_eq!(text.parse(), Ok(LibId::from_bytes(id)), "{text}");
            let joined = text.replace('-', "");
            let has_upper = joined.contains(|c: char| c.is_ascii_uppercase());
            if has_upper || joined.contains(['_', '~']) {
                assert_eq!(joined.parse(), Ok(LibId::from_bytes(id)), "{joined}");
            }
        }
    }
}

/// Without letters nothing mixes case, and it is Baid64 still.
#[test]
fn bare_baid64_of_one_case_is_read() {
    let digits = "0".repeat(43);
    let read: LibId = digits.parse().expect("52, 43 times");
    let display = Baid64Display::with("alu", read.to_bytes(), false, 8, 7, false, false, false);
    assert_eq!(display.to_string(), digits);
}

/// Bech32m of which the rest was lost has the length of bare Baid64, which would read it without a checksum.
#[test]
fn cut_bech32m_is_not_taken_for_baid64() {
    let good = check_id().to_string();
    for length in [43, 48] {
        for text in [good.clone(), good.to_uppercase()] {
            let error = LibIdError::Length { form: LibIdForm::Bech32m, found: length };
            assert_eq!(text[..length].parse::<LibId>(), Err(error));
        }
    }
}

/// 52 characters hold 260 bits, four more than an id has.
#[test]
fn nonzero_padding_of_bech32m_is_refused() {
    for padding in 1..16 {
        let mut groups = groups(check_id().as_bytes());
        groups[51] |= padding;
        let error = LibIdError::Padding { form: LibIdForm::Bech32m, at: 55 };
        assert_eq!(bech32m("alu", &groups, BECH32M).parse::<LibId>(), Err(error));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500)))]

    /// What the compiler computes of a library's segments is what hashing gives when the program runs.
    #[test]
    fn id_in_constants_is_the_same(lib in lib()) {
        let (isae, libs) = (lib.isae().as_slice(), lib.libs().as_slice());
        prop_assert_eq!(Lib::id_of(isae, lib.code(), lib.data(), libs), lib.id());
    }

    #[test]
    fn baid64_is_that_of_the_network(bytes: [u8; 32]) {
        let id = LibId::from_bytes(bytes);
        let display = Baid64Display::with("alu", bytes, true, 8, 7, true, true, false);
        prop_assert_eq!(id.baid64().to_string(), display.to_string());
        prop_assert_eq!(format!("{:#}", id.baid64()), format!("{display:#}"));
        for text in [format!("{display}"), format!("{display:#}"), format!("{display:-}")] {
            prop_assert_eq!(text.parse(), Ok(id));
            prop_assert_eq!(text.replace('~', "$").parse(), Ok(id));
        }
        let embedded = Baid64Display::with("alu", bytes, true, 8, 7, true, true, true);
        prop_assert_eq!(embedded.to_string().parse(), Ok(id));
    }

    #[test]
    fn bech32m_is_that_of_bip_350(bytes: [u8; 32]) {
        let id = LibId::from_bytes(bytes);
        prop_assert_eq!(id.to_string(), bech32m("alu", &groups(&bytes), BECH32M));
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        prop_assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
    }

    /// A checksum of Bech32m finds every single wrong character.
    #[test]
    fn one_wrong_character_of_bech32m_is_found(id in lib_id(), at: Index, character: char) {
        let text = id.to_string();
        let (wrong, _) = replace(&text, at, character);
        prop_assert_eq!(wrong.parse::<LibId>().is_ok(), wrong == text);
    }

    /// A full Baid64 text with a wrong character is refused, or it is the text of another id.
    #[test]
    fn one_wrong_character_of_baid64_is_found(id in lib_id(), at: Index, character in "[ -~]") {
        let text = id.baid64().to_string();
        let (wrong, _) = replace(&text, at, character.chars().next().expect("one"));
        if let Ok(other) = wrong.parse::<LibId>() {
            prop_assert_eq!(other.baid64().to_string(), wrong.replace('$', "~"));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,80}", characters in "[a-zA-Z0-9:#~_$-]{0,70}") {
        for text in [&text, &characters, &format!("alu:{characters}"), &format!("alu1{characters}")] {
            if let Err(error) = text.parse::<LibId>() {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}

/// All 1626 words stand at their number: ids are made until each word has been met.
#[test]
fn all_words_are_those_of_the_network() {
    let mut seen = HashSet::new();
    for number in 0..20_000u64 {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_le_bytes());
        let text = LibId::from_bytes(bytes).baid64().to_string();
        let oracle = Baid64Display::with("alu", bytes, true, 8, 7, true, true, false);
        assert_eq!(text, oracle.to_string());
        let mnemonic = text.split_once('#').expect("a mnemonic").1;
        seen.extend(mnemonic.split('-').map(str::to_owned));
        if seen.len() == 1626 {
            return;
        }
    }
    panic!("only {} words met", seen.len());
}
