//! Byte string instructions: against a naive reading of the instruction set's text, at all short
//! lengths, at random, and around the length limit; and each row of that text by hand.

use aluvm_core::{
    bytes::{
        ByteString, Outcome, TooLong, common, count, delete, extract, fill, find, inject, insert,
        join, load, split,
    },
    isa::{DeleteFlag, FillFlag, InsertFlag, SplitFlag},
    limits::BYTES_MAX,
    num::integer::{U160, U256, U1024, U8192, Word},
};
use aluvm_judge::bytes::{self as oracle, Value};
use proptest::prelude::*;

const FILL_FLAGS: [(FillFlag, bool); 2] = [(FillFlag::Extend, true), (FillFlag::Fail, false)];

const SPLIT_FLAGS: [(SplitFlag, &str); 8] = [
    (SplitFlag::N, "n"),
    (SplitFlag::Nn, "nn"),
    (SplitFlag::Nz, "nz"),
    (SplitFlag::Ee, "ee"),
    (SplitFlag::Cn, "cn"),
    (SplitFlag::Cz, "cz"),
    (SplitFlag::Zn, "zn"),
    (SplitFlag::Zz, "zz"),
];

const INSERT_FLAGS: [(InsertFlag, &str); 8] = [
    (InsertFlag::L, "l"),
    (InsertFlag::O, "o"),
    (InsertFlag::F, "f"),
    (InsertFlag::E, "e"),
    (InsertFlag::A, "a"),
    (InsertFlag::X, "x"),
    (InsertFlag::C, "c"),
    (InsertFlag::S, "s"),
];

const DELETE_FLAGS: [(DeleteFlag, &str); 4] =
    [(DeleteFlag::N, "n"), (DeleteFlag::Z, "z"), (DeleteFlag::C, "c"), (DeleteFlag::E, "e")];

fn string(bytes: impl AsRef<[u8]>) -> ByteString {
    ByteString::try_from(bytes.as_ref()).unwrap()
}

/// A string of a length with bytes that differ from their neighbours and from zero.
fn patterned(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8 + 1).collect()
}

fn plain(outcome: Outcome<Option<ByteString>>) -> (Value, bool) {
    (outcome.value.map(Vec::from), outcome.success)
}

fn plain_pair(
    outcome: Outcome<(Option<ByteString>, Option<ByteString>)>,
) -> ((Value, Value), bool) {
    let (first, second) = outcome.value;
    ((first.map(Vec::from), second.map(Vec::from)), outcome.success)
}

/// Compares without printing strings of 65535 bytes.
#[track_caller]
fn same<T: PartialEq>(result: &T, expected: &T, name: impl std::fmt::Debug) {
    assert!(result == expected, "differs from the text: {name:?}");
}

fn check_fill(s: &[u8], p: u16, q: u16, v: u8) {
    for (flag, extend) in FILL_FLAGS {
        let result = plain(fill(string(s), p, q, v, flag));
        same(&result, &oracle::fill(s, p, q, v, extend), ("fill", flag, s.len(), p, q));
    }
}

fn check_split(s: &[u8], o: u16) {
    for (flag, letters) in SPLIT_FLAGS {
        let result = plain_pair(split(&string(s), o, flag));
        same(&result, &oracle::split(s, o, letters), ("splt", flag, s.len(), o));
    }
}

fn check_insert(source: &[u8], destination: &[u8], o: u16) {
    for (flag, letter) in INSERT_FLAGS {
        let result = plain(insert(&string(source), &string(destination), o, flag));
        let expected = oracle::insert(source, destination, o, letter);
        same(&result, &expected, ("ins", flag, source.len(), destination.len(), o));
    }
}

fn check_delete(s: &[u8], p: u16, q: u16) {
    for (flag, letter) in DELETE_FLAGS {
        for (f1, f2) in [(false, false), (false, true), (true, false), (true, true)] {
            let result = plain(delete(&string(s), p, q, flag, f1, f2));
            let expected = oracle::delete(s, p, q, letter, f1, f2);
            same(&result, &expected, ("del", flag, f1, f2, s.len(), p, q));
        }
    }
}

fn check_extract<T: Word>(s: &[u8], o: u16) {
    let outcome = extract::<T>(&string(s), o);
    let mut bytes = vec![0; T::BYTES];
    outcome.value.write_le(&mut bytes);
    let expected = oracle::extract(s, o, T::BYTES);
    same(&(bytes, outcome.success), &expected, ("extr", T::BYTES, s.len(), o));
}

fn check_inject<T: Word>(s: &[u8], o: u16) {
    let register: Vec<u8> = (0..T::BYTES).map(|at| 0xFF - (at % 200) as u8).collect();
    let result = plain(inject(string(s), T::read_le(&register), o));
    same(&result, &oracle::inject(s, &register, o), ("inj", T::BYTES, s.len(), o));
}

fn check_registers(s: &[u8], o: u16) {
    macro_rules! widths {
        ($($ty:ty)+) => {$(
            check_extract::<$ty>(s, o);
            check_inject::<$ty>(s, o);
        )+};
    }
    widths!(u8 u16 u32 u64 u128 U160 U256 U1024 U8192);
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn all_short_lengths_and_offsets() {
    for length in 0..6 {
        let s = patterned(length);
        for p in 0..9 {
            check_split(&s, p);
            check_registers(&s, p);
            for q in 0..9 {
                check_fill(&s, p, q, 0xAA);
                check_delete(&s, p, q);
            }
            for source in 0..4 {
                check_insert(&vec![0xBB; source], &s, p);
            }
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn lengths_around_the_limit() {
    let lengths = [0, 1, 2, 65533, 65534, 65535];
    for length in lengths {
        let s = patterned(length);
        let l = length as u16;
        let near = [l.saturating_sub(1), l, l.saturating_add(1)];
        let offsets = [0, 1, 32768, 65534, 65535].into_iter().chain(near);
        for p in offsets.clone() {
            check_split(&s, p);
            check_registers(&s, p);
            for q in [0, 1, 300, l, 65534, 65535] {
                check_fill(&s, p, q, 0xAA);
                check_delete(&s, p, q);
            }
            for source in [0, 1, 2, 3, 65533, 65534, 65535] {
                check_insert(&vec![0xBB; source], &s, p);
            }
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn insertions_that_meet_the_limit_from_the_middle() {
    for (source, destination) in [(32767, 32768), (32768, 32768), (100, 65500), (36, 65500)] {
        for offset in [0, 1, 32767, 32768, 32769, 65435, 65436, 65499, 65500, 65501, 65535] {
            check_insert(&patterned(source), &vec![0xCC; destination], offset);
        }
    }
}

#[test]
fn joined_lengths() {
    for (first, second) in [(0, 0), (0, 65535), (65535, 0), (1, 65534), (1, 65535), (65535, 65535)]
    {
        let (a, b) = (patterned(first), vec![0xDD; second]);
        let result = plain(join(&string(&a), &string(&b)));
        same(&result, &oracle::join(&a, &b), ("join", first, second));
    }
}

/// Strings over two letters, so that fragments and occurrences are frequent.
fn binary(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop::sample::select(b"ab".to_vec()), length)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn random_edits(
        s in prop::collection::vec(any::<u8>(), 0..40),
        t in prop::collection::vec(any::<u8>(), 0..40),
        p in 0..60_u16,
        q in 0..60_u16,
        v in any::<u8>(),
    ) {
        check_split(&s, p);
        check_registers(&s, p);
        check_fill(&s, p, q, v);
        check_delete(&s, p, q);
        check_insert(&t, &s, p);
        prop_assert_eq!(plain(join(&string(&s), &string(&t))), oracle::join(&s, &t));
    }

    #[test]
    fn occurrences(s in binary(0..60), needle in binary(0..6)) {
        prop_assert_eq!(find(&string(&s), &string(&needle)), oracle::find(&s, &needle));
    }

    #[test]
    fn occurrences_of_periodic_needles(
        unit in binary(1..5),
        repeats in 1..6_usize,
        noise in prop::collection::vec(0..80_usize, 0..4),
    ) {
        let mut s = unit.repeat(20);
        for at in noise {
            if let Some(byte) = s.get_mut(at) {
                *byte ^= 3;
            }
        }
        let needle = unit.repeat(repeats);
        prop_assert_eq!(find(&string(&s), &string(&needle)), oracle::find(&s, &needle));
    }

    #[test]
    fn common_fragments_of_longer_strings(
        pairs in proptest::collection::vec((any::<bool>(), 1..60_usize), 0..60),
        rest in 0..20_usize,
        n in 0..40_u16,
    ) {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        for (is_equal, length) in pairs {
            for at in 0..length {
                a.push(at as u8);
                b.push(if is_equal { at as u8 } else { at as u8 ^ 0x80 });
            }
        }
        a.extend(vec![0; rest]);
        prop_assert_eq!(common(&string(&a), &string(&b), n), oracle::common(&a, &b, n));
        prop_assert_eq!(common(&string(&b), &string(&a), n), oracle::common(&b, &a, n));
        for value in [0, 0x80, 7] {
            let expected = a.iter().filter(|byte| **byte == value).count();
            prop_assert_eq!(usize::from(count(&string(&a), value)), expected);
        }
    }

    #[test]
    fn common_fragments(a in binary(0..40), b in binary(0..40), n in 0..15_u16) {
        prop_assert_eq!(common(&string(&a), &string(&b), n), oracle::common(&a, &b, n));
    }

    #[test]
    fn occurrences_of_one_byte(s in binary(0..60)) {
        let letters = s.iter().filter(|byte| **byte == b'a').count();
        prop_assert_eq!(usize::from(count(&string(&s), b'a')), letters);
        prop_assert_eq!(find(&string(&s), &string("a")).map(usize::from), Some(letters));
    }

    #[test]
    fn a_split_joined_is_the_source(s in prop::collection::vec(any::<u8>(), 2..50), o in any::<prop::sample::Index>()) {
        let offset = 1 + o.index(s.len() - 1) as u16;
        let (first, second) = split(&string(&s), offset, SplitFlag::N).value;
        let joined = join(&first.unwrap(), &second.unwrap());
        prop_assert_eq!(joined, Outcome::success(Some(string(&s))));
    }

    #[test]
    fn deleting_an_insertion_gives_the_destination(
        source in prop::collection::vec(any::<u8>(), 0..50),
        destination in prop::collection::vec(any::<u8>(), 0..50),
        o in any::<prop::sample::Index>(),
    ) {
        let offset = o.index(destination.len() + 1) as u16;
        let inserted = insert(&string(&source), &string(&destination), offset, InsertFlag::L);
        let end = offset + source.len() as u16;
        let result = delete(&inserted.value.unwrap(), end, offset, DeleteFlag::N, true, true);
        prop_assert_eq!(result, Outcome::success(Some(string(&destination))));
    }

    #[test]
    fn reversal(s in prop::collection::vec(any::<u8>(), 0..50)) {
        let reversed = string(&s).reversed();
        for (at, byte) in s.iter().enumerate() {
            prop_assert_eq!(reversed[s.len() - 1 - at], *byte);
        }
        prop_assert_eq!(reversed.reversed(), string(&s));
    }

    #[test]
    fn loads(data in prop::collection::vec(any::<u8>(), 0..30), offset in 0..40_u16, length in 0..40_u16) {
        let existing: Vec<u8> =
            data.iter().copied().skip(offset.into()).take(length.into()).collect();
        let success = existing.len() == usize::from(length);
        prop_assert_eq!(load(&data, offset, length), Outcome { value: string(existing), success });
    }
}

#[test]
#[cfg_attr(miri, ignore = "it takes hours")]
fn adversarial_needles_of_the_greatest_lengths() {
    let letters = string(vec![b'a'; BYTES_MAX]);
    for length in [1, 2, 32767, 32768, 65534, 65535] {
        let needle = string(vec![b'a'; length]);
        assert_eq!(find(&letters, &needle), Some((BYTES_MAX - length + 1) as u16), "{length}");
    }
    // Each position matches almost the whole needle and then fails.
    let mut almost = vec![b'a'; 32768];
    almost.push(b'b');
    assert_eq!(find(&letters, &string(&almost)), Some(0));
    almost.reverse();
    assert_eq!(find(&letters, &string(&almost)), Some(0));
    assert_eq!(find(&string(""), &letters), Some(0));
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn fragments_of_the_greatest_lengths() {
    let letters = string(vec![b'a'; BYTES_MAX]);
    assert_eq!(common(&letters, &letters, 0), Some((0, 65535)));
    assert_eq!(common(&letters, &letters, 1), None);
    let alternating: Vec<u8> =
        (0..BYTES_MAX).map(|at| if at % 2 == 0 { b'a' } else { b'b' }).collect();
    assert_eq!(common(&letters, &string(&alternating), 32767), Some((65534, 1)));
    assert_eq!(common(&letters, &string(&alternating), 32768), None);
    assert_eq!(common(&letters, &string(&alternating), 65535), None);
    assert_eq!(count(&letters, b'a'), 65535);
    assert_eq!(count(&string(&alternating), b'b'), 32767);
}

/// Where fragments are counted many at a time: equal and different stretches in turns, at lengths around what is looked
/// at together, and each number that there is.
#[test]
fn all_fragments_of_strings_around_the_block_length() {
    // A few of each under Miri, where all take hours.
    let (lengths, numbers) = if cfg!(miri) { (16, 67) } else { (1, 1) };
    for length in (120..=136).chain(250..=264).chain(380..=390).step_by(lengths) {
        for (equal, different) in [(1, 1), (1, 2), (40, 1), (127, 1), (128, 2), (200, 3)] {
            let a = vec![b'a'; length];
            let is_equal = |at: usize| at % (equal + different) < equal;
            let b: Vec<u8> = (0..length).map(|at| if is_equal(at) { b'a' } else { b'b' }).collect();
            let shifted: Vec<u8> =
                (0..length).map(|at| if is_equal(at + equal) { b'a' } else { b'b' }).collect();
            for other in [b, shifted] {
                for number in (0..=200).step_by(numbers) {
                    assert_eq!(
                        common(&string(&a), &string(&other), number),
                        oracle::common(&a, &other, number),
                        "{length} bytes, {equal} equal, {different} different, number {number}"
                    );
                }
            }
        }
    }
}

#[test]
fn strings_are_made_of_and_seen_as_what_they_hold() {
    let bytes = b"a\"\0\xff".to_vec();
    let made = ByteString::try_from(&bytes).unwrap();
    assert_eq!(made.as_bytes(), bytes);
    assert_eq!(AsRef::<[u8]>::as_ref(&made), bytes);
    assert_eq!(&made[..], bytes);
    assert_eq!(ByteString::try_from(b"a\"\0\xff"), Ok(made.clone()));
    assert_eq!(ByteString::try_from("aé").unwrap().as_bytes(), [b'a', 0xC3, 0xA9]);
    assert_eq!(format!("{made:?}"), r#"b"a\"\x00\xff""#);
    assert_eq!(Vec::from(made), bytes);
}

#[test]
fn strings_have_at_most_65535_bytes() {
    assert_eq!(string(patterned(65535)).length(), 65535);
    let error = TooLong { length: 65536 };
    assert_eq!(ByteString::try_from(vec![0; 65536]), Err(error));
    assert_eq!(ByteString::try_from(vec![0; 65536].as_slice()), Err(error));
    assert_eq!(ByteString::try_from(&vec![0; 65536]), Err(error));
    assert_eq!(ByteString::try_from(&[0; 65536]), Err(error));
    assert_eq!(ByteString::try_from("a".repeat(65536).as_str()), Err(error));
    assert_eq!(error.to_string(), "a byte string of 65536 bytes is longer than 65535 bytes");
}

#[test]
fn strings_own_no_spare_memory() {
    assert_eq!(size_of::<Option<ByteString>>(), 2 * size_of::<usize>());
    let mut spare = Vec::with_capacity(1000);
    spare.extend_from_slice(b"abc");
    assert_eq!(Vec::from(ByteString::try_from(spare).unwrap()).capacity(), 3);
    let grown = fill(string("abc"), 0, 10, 1, FillFlag::Extend).value.unwrap();
    assert_eq!(Vec::from(grown).capacity(), 10);
    let shrunk = delete(&string("abcdef"), 0, 5, DeleteFlag::N, false, false).value.unwrap();
    assert_eq!(Vec::from(shrunk).capacity(), 1);
}

mod rows;
