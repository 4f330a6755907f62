//! Strict encoding: the ids that the network commits to, and the bytes that its crates write.

use aluvm_rgb::strict::{Lib, LibSite, aluvm_stl};
use aluvm_rgb_tests::{here, schemas};
use amplify::ByteArray;
use amplify::confinement::U24;
use strict_encoding::{StrictDecode, StrictDumb, StrictEncode, StrictReader, StrictWriter};

fn encoded(value: &impl StrictEncode) -> Vec<u8> {
    let writer = StrictWriter::in_memory::<U24>();
    value.strict_encode(writer).expect("in memory").unbox().unconfine()
}

fn decoded<T: StrictDecode>(bytes: &[u8]) -> Option<T> {
    T::strict_decode(&mut StrictReader::in_memory::<U24>(bytes)).ok()
}

#[test]
fn type_library() {
    let ours = aluvm_stl().expect("the types compile");
    let theirs = deployed::stl::aluvm_stl();
    assert_eq!(
        ours.id().to_string(),
        "stl:myo90uZg-uGl~PpV-Wyevvqm-yuOJvS2-bKHJDWN-fgv9sjE#jargon-gorilla-poetic"
    );
    assert_eq!(ours, theirs);
}

#[test]
fn libraries_of_the_registry() {
    for script in schemas::all() {
        for there in script.libs.values() {
            let ours = here::lib(there);
            let strict = Lib::try_from(&ours).expect("the same limits");
            let bytes = encoded(there);
            assert_eq!(encoded(&strict), bytes, "{}", script.name);
            assert_eq!(decoded::<Lib>(&bytes).as_ref(), Some(&strict));
            assert_eq!(aluvm::Lib::try_from(&strict).expect("the same limits"), ours);
        }
        let site = aluvm::LibSite::new(
            aluvm::LibId::from_bytes(script.site.lib.to_byte_array()),
            script.site.pos,
        );
        assert_eq!(encoded(&LibSite::from(site)), encoded(&script.site));
        assert_eq!(aluvm::LibSite::from(LibSite::from(site)), site);
    }
}

#[test]
fn dumb_is_empty() {
    assert_eq!(encoded(&Lib::strict_dumb()), [0; 6]);
    assert_eq!(encoded(&LibSite::strict_dumb()), [0; 34]);
}

#[test]
fn malformed_is_refused() {
    // An unordered set of names, a name that begins with a digit, one that is too short.
    for isae in [&[2, 2, b'B', b'B', 2, b'A', b'A'][..], &[1, 2, b'1', b'A'], &[1, 1, b'A']] {
        let bytes = [isae, &[0; 5]].concat();
        assert_eq!(decoded::<Lib>(&bytes), None, "{bytes:?}");
        assert!(decoded::<deployed::library::Lib>(&bytes).is_none(), "{bytes:?}");
    }
}
