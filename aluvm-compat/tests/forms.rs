//! The forms of libraries and ids: strict encoding, serde, text.

use aluvm_compat_tests::random::Random;
use aluvm_compat_tests::{Segments, here, there};
use amplify::confinement::U24;
use strict_encoding::{StrictDecode, StrictDumb, StrictEncode, StrictReader, StrictWriter};

fn encoded(value: &impl StrictEncode) -> Vec<u8> {
    let writer = StrictWriter::in_memory::<U24>();
    value.strict_encode(writer).expect("in memory").unbox().unconfine()
}

fn decoded<T: StrictDecode>(bytes: &[u8]) -> Option<T> {
    let mut reader = StrictReader::in_memory::<U24>(bytes);
    T::strict_decode(&mut reader).ok()
}

fn libraries() -> impl Iterator<Item = Segments> {
    let mut random = Random(4);
    (0..500).map(move |_| random.library())
}

#[test]
fn strict() {
    for segments in libraries() {
        let bytes = encoded(&here::library(&segments));
        assert_eq!(bytes, encoded(&there::library(&segments)));
        let lib: compat::library::Lib = decoded(&bytes).expect("what was written");
        assert_eq!(here::segments(&lib), segments);
    }
    assert_eq!(encoded(&compat::library::Lib::strict_dumb()), [0; 6]);
    assert_eq!(encoded(&compat::library::LibSite::strict_dumb()), [0; 34]);
    let site = compat::library::LibSite::with(0x1234, [9; 32].into());
    assert_eq!(encoded(&site), [&[9; 32][..], &[0x34, 0x12]].concat());
}

/// Random bytes, and those of libraries with one changed: both sides read them, as the same, or neither does.
#[test]
fn strict_of_any_bytes() {
    let mut random = Random(5);
    let mut read = 0;
    for segments in libraries() {
        let mut bytes = encoded(&here::library(&segments));
        let at = random.below(bytes.len() as u64) as usize;
        bytes[at] = random.number() as u8;
        let ours = decoded::<compat::library::Lib>(&bytes);
        let theirs = decoded::<aluvm::library::Lib>(&bytes);
        read += u64::from(ours.is_some());
        let (ours, theirs) =
            (ours.as_ref().map(here::segments), theirs.as_ref().map(there::segments));
        assert_eq!(ours, theirs, "{bytes:x?}");
    }
    assert!((100..500).contains(&read), "{read}");
}

#[test]
fn serde() {
    for segments in libraries() {
        let ours = serde_json::to_string(&here::library(&segments)).expect("JSON");
        assert_eq!(ours, serde_json::to_string(&there::library(&segments)).expect("JSON"));
        let lib: compat::library::Lib = serde_json::from_str(&ours).expect("what was written");
        assert_eq!(here::segments(&lib), segments);
    }
    let ours = compat::library::LibSite::with(5, [0xAB; 32].into());
    let theirs = aluvm::library::LibSite::with(5, [0xAB; 32].into());
    let json = serde_json::to_string(&ours).expect("JSON");
    assert_eq!(json, serde_json::to_string(&theirs).expect("JSON"));
    assert!(json.contains(&"ab".repeat(32)), "{json}");
}

#[test]
fn text_of_ids() {
    for segments in libraries() {
        let (ours, theirs) = (here::library(&segments).id(), there::library(&segments).id());
        assert_eq!(format!("{ours}"), format!("{theirs}"));
        assert_eq!(format!("{ours:-}"), format!("{theirs:-}"));
        assert_eq!(format!("{ours:#}"), format!("{theirs:#}"));
        assert_eq!(format!("{ours:-#}"), format!("{theirs:-#}"));
        for text in
            [format!("{ours}"), format!("{ours:-}"), format!("{ours:#}"), format!("{ours:-#}")]
        {
            assert_eq!(text.parse(), Ok(ours), "{text}");
        }
    }
}

/// An empty set of extensions has an encoding, but no text; names of another form have neither.
#[test]
fn names_of_extensions() {
    for text in ["", "A", "1A", "alu", "ALU  RGB", "ALU RGB ", "ABCDEFGHI", "AL-U"] {
        let ours = text.parse::<compat::library::IsaSeg>();
        let lib = aluvm::library::Lib::with(text, Vec::new(), Vec::new(), Default::default());
        assert!(ours.is_err() && lib.is_err(), "{text}");
    }
    for text in ["ALU", "RGB ALU", "A1 B2 C3", "ALU ALU", "ABCDEFGH"] {
        let ours = compat::library::Lib::with(text, Vec::new(), Vec::new(), Default::default());
        let theirs = aluvm::library::Lib::with(text, Vec::new(), Vec::new(), Default::default());
        let (ours, theirs) = (ours.expect("names"), theirs.expect("names"));
        assert_eq!(ours.isae.to_string(), theirs.isae.to_string());
        assert_eq!(ours.id().to_string(), theirs.id().to_string());
    }
}

/// Assigning a segment gives another id, and libraries are equal by their ids.
#[test]
fn libraries_are_their_ids() {
    let mut lib = compat::library::Lib::default();
    let empty = lib.id();
    lib.code = amplify::confinement::Confined::try_from(vec![7]).expect("short");
    assert_ne!(lib.id(), empty);
    let other = compat::library::Lib { code: lib.code.clone(), ..Default::default() };
    assert_eq!(lib, other);
}

/// The conversions that hosts leave to the compiler.
#[test]
fn indexes() {
    use amplify::num::{u4, u5};
    use compat::reg::{Reg16, Reg32, RegS};

    assert_eq!(RegS::from(19), RegS::from(u4::with(3)));
    assert_eq!(Reg32::from(Reg16::from(u4::with(9))), Reg32::from(u5::with(9)));
    assert_eq!(u5::from(&Reg32::Reg0), u5::with(0));
    assert_eq!(u4::from(RegS::from(15)), u4::with(15));
    let texts = [Reg32::from(u5::with(3)).to_string(), RegS::from(3).to_string()];
    assert_eq!(texts, ["[3]", "s16[3]"]);
    assert_eq!(aluvm::reg::RegS::from(3).to_string(), "s16[3]");
}
