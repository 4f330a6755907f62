//! Extension ids and sets of them.

use std::error::Error;

use aluvm_core::library::{IsaId, IsaIdError, Isae, IsaeError};
use aluvm_core::profile::Profile;
use deployed::library::{IsaName, IsaSeg};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::strategy::isa_id;

const HOST: IsaId = IsaId::from_static("MYHOST");

#[test]
fn ids_of_two_to_eight_characters() {
    assert_eq!(HOST.as_str(), "MYHOST");
    assert_eq!(HOST.len(), 6);
    assert_eq!(format!("[{:>8}]", HOST), "[  MYHOST]");
    assert_eq!(IsaId::new("AB").map(|id| id.len()), Ok(2));
    assert_eq!(IsaId::new("A1234567").map(|id| id.len()), Ok(8));
}

#[test]
fn debugging_shows_the_text() {
    assert_eq!(format!("{HOST:?}"), "IsaId(MYHOST)");
    let set: Isae = "ALU MYHOST".parse().expect("a set");
    assert_eq!(format!("{set:?}"), "Isae([IsaId(ALU), IsaId(MYHOST)])");
}

#[test]
fn malformed_ids_say_where() {
    let cases = [
        ("", IsaIdError::Length { found: 0 }),
        ("A", IsaIdError::Length { found: 1 }),
        ("ABCDEFGHI", IsaIdError::Length { found: 9 }),
        ("1AB", IsaIdError::Character { at: 0, byte: b'1' }),
        ("aLU", IsaIdError::Character { at: 0, byte: b'a' }),
        ("ALu", IsaIdError::Character { at: 2, byte: b'u' }),
        ("AL ", IsaIdError::Character { at: 2, byte: b' ' }),
        ("A\0", IsaIdError::Character { at: 1, byte: 0 }),
        ("AÄ", IsaIdError::Character { at: 1, byte: 0xC3 }),
    ];
    for (text, error) in cases {
        assert_eq!(IsaId::new(text), Err(error), "{text}");
        assert_eq!(text.parse::<IsaId>(), Err(error), "{text}");
    }
}

#[test]
fn sets_sort_and_forget_repetitions() {
    let set: Isae = "RGB ALU BPDIGEST ALU".parse().expect("a set");
    assert_eq!(set.to_string(), "ALU BPDIGEST RGB");
    assert_eq!(set.text_len(), 16);
    assert!(set.contains(IsaId::ALU));
    assert!(!set.contains(HOST));
    assert_eq!("".parse(), Ok(Isae::default()));
    assert_eq!(Isae::default().to_string(), "");
    assert_eq!(Isae::default().text_len(), 0);
}

#[test]
fn malformed_sets_say_where() {
    let id = |at, error| Err(IsaeError::Id { at, error });
    let length = |found| IsaIdError::Length { found };
    assert_eq!(" ".parse::<Isae>(), id(0, length(0)));
    assert_eq!("ALU  RGB".parse::<Isae>(), id(4, length(0)));
    assert_eq!("ALU RGB ".parse::<Isae>(), id(8, length(0)));
    assert_eq!("ALU R_B".parse::<Isae>(), id(4, IsaIdError::Character { at: 1, byte: b'_' }));
}

/// What is wrong with a word is the source of what is wrong with a set.
#[test]
fn messages_of_sets_name_the_word() {
    let error = "ALU R_B".parse::<Isae>().expect_err("a wrong character");
    let word = IsaIdError::Character { at: 1, byte: b'_' };
    assert_eq!(word.to_string(), "ISA extension id has `_` at position 1, not one of A-Z and 0-9");
    assert_eq!(error.to_string(), format!("{word} (in the word at position 4)"));
    assert_eq!(error.source().map(ToString::to_string), Some(word.to_string()));
    let many = IsaeError::TooMany { count: 65 };
    assert_eq!(many.to_string(), "65 ISA extensions, at most 64 are possible");
    assert!(many.source().is_none());
}

/// 14 ids of eight characters and 13 spaces take 125 bytes; a fifteenth of two characters makes it
/// 128, one of three 129.
#[test]
fn sets_have_at_most_128_bytes() {
    let fourteen: Vec<String> = (0..14).map(|i| format!("ABCDEF{i:02}")).collect();
    let with = |last: &str| format!("{} {last}", fourteen.join(" ")).parse::<Isae>();
    assert_eq!(with("ZZ").map(|set| set.text_len()), Ok(128));
    assert_eq!(with("ZZZ"), Err(IsaeError::TooLong { length: 129 }));
}

/// Where a machine does not look at the ids, 64 of eight characters are a set: 575 bytes.
#[test]
fn sets_of_the_network_have_text_of_any_length() {
    let ids: Vec<IsaId> =
        (0..64).map(|i| format!("ABCDEF{i:02}").parse().expect("an id")).collect();
    let ids: &'static [IsaId] = ids.leak();
    let set = Isae::new_for(ids.iter().copied(), &Profile::RGB_0_11).expect("64 ids");
    assert_eq!(set.text_len(), 575);
    assert_eq!(Isae::from_text_for(&set.to_string(), &Profile::RGB_0_11).as_ref(), Ok(&set));
    assert_eq!(Isae::from_static_for(ids, &Profile::RGB_0_11), set);
    assert_eq!(set.to_string().parse::<Isae>(), Err(IsaeError::TooLong { length: 575 }));
    let more = format!("{set} ZZ");
    let error = IsaeError::TooMany { count: 65 };
    assert_eq!(Isae::from_text_for(&more, &Profile::RGB_0_11), Err(error));
    assert!(std::panic::catch_unwind(|| Isae::from_static(ids)).is_err());
}

#[test]
fn sets_have_at_most_64_ids() {
    let ids = (b'A'..=b'Z').flat_map(|first| [first, b'0', b'1'].map(|second| [first, second]));
    let ids: Vec<IsaId> = ids.map(|id| IsaId::from_ascii(&id).expect("an id")).collect();
    assert_eq!(Isae::new(ids[..65].iter().copied()), Err(IsaeError::TooMany { count: 65 }));
    // 64 ids of two characters are below that limit, but take 191 bytes.
    let error = IsaeError::TooLong { length: 191 };
    assert_eq!(Isae::new(ids[..64].iter().copied()), Err(error));
}

proptest! {
    #[test]
    fn ids_are_those_of_the_network(
        text in prop_oneof!["[A-Z0-9]{0,10}", "[ -~]{0,10}", ".{0,10}"],
    ) {
        prop_assert_eq!(IsaId::new(&text).is_ok(), text.parse::<IsaName>().is_ok(), "{}", text);
    }

    #[test]
    fn text_of_sets_is_that_of_the_network(ids in vec(isa_id(), 1..=14)) {
        let words: Vec<String> = ids.iter().map(IsaId::to_string).collect();
        let text = words.join(" ");
        let network: IsaSeg = text.parse().expect("a set");
        let set: Isae = text.parse().expect("a set");
        prop_assert_eq!(set.to_string(), network.to_string());
        prop_assert_eq!(set.text_len(), set.to_string().len());
        prop_assert_eq!(Isae::new(ids), Ok(set));
    }

    #[test]
    fn ids_sort_as_text(a in isa_id(), b in isa_id()) {
        prop_assert_eq!(a.cmp(&b), a.as_str().cmp(b.as_str()));
    }
}
