//! Where constants lie in the data segment, by the rule read naively: at their first match in what is written so far, else
//! behind it.

use std::collections::BTreeSet;

use aluvm_core::codec::{DataSegment, decode, encode};
use aluvm_core::isa::{Data, FORMS, FieldKind, Form, Given, Instr, NoExtension};
use aluvm_core::limits::{DATA_MAX, DECODED_DATA_MAX};
use proptest::collection::vec;
use proptest::prelude::*;

/// The first place of bytes in others; empty ones lie behind all.
fn first_place(written: &[u8], bytes: &[u8]) -> usize {
    match bytes.len() {
        0 => written.len(),
        length => {
            written.windows(length).position(|window| window == bytes).unwrap_or(written.len())
        }
    }
}

/// Constants that share beginnings of eight bytes and more, that contain each other, and short ones.
fn constant() -> impl Strategy<Value = Vec<u8>> {
    let beginning = prop::sample::select(vec![vec![], vec![1; 8], vec![1, 2, 1, 2, 1, 2, 1, 2]]);
    (beginning, vec(1_u8..3, 0..12)).prop_map(|(beginning, rest)| [beginning, rest].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(aluvm_tests::cases(4_000)))]

    #[test]
    fn constants_lie_at_their_first_match(constants in vec(constant(), 0..40)) {
        let mut segment = DataSegment::over(&[]);
        let mut written = Vec::new();
        for constant in &constants {
            let place = first_place(&written, constant);
            if place == written.len() {
                written.extend_from_slice(constant);
            }
            prop_assert_eq!(segment.place(constant), Ok(place as u16), "{:?}", constants);
        }
        prop_assert_eq!(segment.into_bytes(), written);
    }

    /// In a segment that has bytes already, constants follow along in it as long as they are there.
    #[test]
    fn constants_follow_along_in_a_segment(constants in vec(constant(), 0..12), more in vec(constant(), 1..12)) {
        let mut segment = DataSegment::over(&[]);
        for constant in &constants {
            segment.place(constant).expect("short");
        }
        let written = segment.into_bytes();
        let mut segment = DataSegment::over(&written);
        let mut used = 0;
        for constant in &constants {
            let place = first_place(&written[..used], constant);
            used = used.max(place + constant.len());
            prop_assert_eq!(segment.place(constant), Ok(place as u16));
        }
        // All of it is used.
        let mut written = written;
        for constant in &more {
            let place = first_place(&written, constant);
            if place == written.len() {
                written.extend_from_slice(constant);
            }
            prop_assert_eq!(segment.place(constant), Ok(place as u16));
        }
        prop_assert_eq!(segment.into_bytes(), written);
    }
}

#[test]
fn a_segment_takes_as_many_bytes_as_its_length_can_say() {
    let mut segment = DataSegment::over(&[]);
    assert_eq!(segment.place(&vec![1; DATA_MAX]), Ok(0));
    assert_eq!(segment.place(&[2]), Err(DATA_MAX + 1));
    assert_eq!(segment.place(&[1]), Ok(0));
    // With bytes that nothing has used, what is new goes behind them.
    let mut segment = DataSegment::over(&[1; DATA_MAX - 1]);
    assert_eq!(segment.place(&[2, 2]), Err(DATA_MAX + 1));
    assert_eq!(segment.place(&[2]), Ok(DATA_MAX as u16 - 1));
    assert_eq!(segment.place(&[3]), Err(DATA_MAX + 1));
    assert_eq!(segment.into_bytes().len(), DATA_MAX);
}

/// As many bytes of constants are read as the limit says, to the last; what names more stays a place.
#[test]
#[cfg_attr(miri, ignore = "it takes hours")]
fn constants_are_read_up_to_the_limit() {
    let is_of_string =
        |form: &&Form| form.fields.iter().any(|field| matches!(field.kind, FieldKind::StringData));
    let form = FORMS.iter().find(is_of_string).expect("byte strings have constants");
    let mut instr = Instr::from_word(form.fixed_bits(), Given::Nothing).expect("a row");
    *instr.data_mut().expect("a constant") = Data::new(vec![7; DATA_MAX]);
    let read = DECODED_DATA_MAX / DATA_MAX;
    assert_eq!(read * DATA_MAX, DECODED_DATA_MAX);
    let segments = encode(&vec![instr; read + 2], &[], BTreeSet::new()).expect("short");
    let instrs = decode::<NoExtension>(&segments.code, &segments.data, &segments.libs);
    let lengths: Vec<Option<usize>> =
        instrs.iter().map(|instr| instr.data().and_then(Data::bytes).map(<[u8]>::len)).collect();
    assert_eq!(lengths[..read], vec![Some(DATA_MAX); read]);
    assert_eq!(lengths[read..], [None, None]);
    assert_eq!(encode(&instrs, &segments.data, BTreeSet::new()), Ok(segments));
}
