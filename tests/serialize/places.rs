//! Values of every type in every place: alone, in structs, lists and options, as keys, flattened, and in
//! the four kinds of enum. All of it is read back from slices and from readers.

use std::collections::BTreeMap;
use std::fmt::Debug;

use aluvm_core::isa::Instr;
use aluvm_core::library::{IsaId, Isae, Lib, LibId, LibSite, Libs};
use aluvm_tests::cases;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::each_format;
use crate::format::{CborValue, Format, MessagePack, MessagePackReadable};
use crate::strategy::{isa_id, isae, lib, lib_id, libs, small_lib};

/// Every type, as fields.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Parts {
    site: LibSite,
    library: Lib,
    id: LibId,
    extension: IsaId,
    extensions: Isae,
    others: Libs,
    instr: Instr,
    maybe: Option<LibSite>,
    list: Vec<(LibId, Lib)>,
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
struct Flat {
    before: u8,
    #[serde(flatten)]
    parts: Parts,
    #[serde(flatten)]
    lib: Lib,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

/// A map with keys of ours that is flattened itself.
#[derive(PartialEq, Debug, Serialize, Deserialize)]
struct FlatKeys<K: Ord> {
    #[serde(flatten)]
    map: BTreeMap<K, LibSite>,
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
enum External {
    Lib(Lib),
    Id(LibId),
    Parts(Parts),
    Both(LibId, Lib),
    Named { site: LibSite, lib: Lib },
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Internal {
    Lib(Lib),
    Parts(Parts),
    Named { site: LibSite, lib: Lib },
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content")]
enum Adjacent {
    Lib(Lib),
    Id(LibId),
    Parts(Parts),
    Both(LibId, Lib),
    Named { site: LibSite, lib: Lib },
}

/// The first that can be read is taken: a site is not an id, and a library no list of ids.
#[derive(PartialEq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Id(LibId),
    Site(LibSite),
    Libs(Libs),
    Instr(Instr),
    Extension(IsaId),
    Extensions(Isae),
    Lib(Lib),
    Parts(Parts),
    Named { named: LibSite, lib: Lib },
}

#[track_caller]
fn check<F: Format, T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = F::write(value);
    let name = F::NAME;
    let read = F::from_slice::<T>(&bytes);
    assert_eq!(&read.unwrap_or_else(|error| panic!("{name}: {error}: {value:?}")), value, "{name}");
    let read = F::from_reader::<T>(&bytes[..]);
    assert_eq!(&read.unwrap_or_else(|error| panic!("{name}: {error}: {value:?}")), value, "{name}");
}

fn alone<F: Format>(parts: &Parts) {
    check::<F, _>(&parts.site);
    check::<F, _>(&parts.library);
    check::<F, _>(&parts.id);
    check::<F, _>(&parts.extension);
    check::<F, _>(&parts.extensions);
    check::<F, _>(&parts.others);
    check::<F, _>(&parts.instr);
    check::<F, _>(parts);
}

fn keys<F: Format>(parts: &Parts) {
    check::<F, _>(&BTreeMap::from([(parts.id, parts.library.clone())]));
    check::<F, _>(&BTreeMap::from([(parts.site, parts.id)]));
    check::<F, _>(&BTreeMap::from([(parts.extension, 1)]));
    check::<F, _>(&BTreeMap::from([(parts.extensions.clone(), 1)]));
    let many = parts.others.iter().zip(0..);
    check::<F, _>(&many.collect::<BTreeMap<LibId, u32>>());
}

fn tagged<F: Format>(parts: &Parts) {
    let Parts { id, site, library: lib, .. } = parts.clone();
    for value in [
        External::Lib(lib.clone()),
        External::Id(id),
        External::Parts(parts.clone()),
        External::Both(id, lib.clone()),
        External::Named { site, lib: lib.clone() },
    ] {
        check::<F, _>(&value);
    }
}

fn buffered<F: Format>(parts: &Parts) {
    let Parts { id, site, library: lib, .. } = parts.clone();
    let rest = BTreeMap::from([("one".into(), 1), ("two".into(), 2)]);
    check::<F, _>(&Flat { before: 0, parts: parts.clone(), lib: lib.clone(), rest });
    // `ciborium::Value` takes no bytes for the name of a field, which such a key may be as well.
    if F::NAME != CborValue::NAME {
        check::<F, _>(&FlatKeys { map: BTreeMap::from([(id, site)]) });
        check::<F, _>(&FlatKeys { map: BTreeMap::from([(site, site)]) });
    }
    check::<F, _>(&FlatKeys { map: BTreeMap::from([(parts.extension, site)]) });
    let internal = [Internal::Lib(lib.clone()), Internal::Parts(parts.clone())];
    let adjacent = [
        Adjacent::Lib(lib.clone()),
        Adjacent::Id(id),
        Adjacent::Parts(parts.clone()),
        Adjacent::Both(id, lib.clone()),
    ];
    let untagged = [
        Untagged::Id(id),
        Untagged::Site(site),
        Untagged::Libs(Libs::new([id]).expect("one")),
        Untagged::Instr(parts.instr.clone()),
        Untagged::Extension(parts.extension),
        Untagged::Extensions("ALU RGB".parse().expect("two")),
        Untagged::Lib(lib.clone()),
        Untagged::Parts(parts.clone()),
    ];
    internal.iter().for_each(check::<F, _>);
    adjacent.iter().for_each(check::<F, _>);
    untagged.iter().for_each(check::<F, _>);
    // Serde's own code for variants with names does not read lists, as MessagePack may have them.
    if ![MessagePack::NAME, MessagePackReadable::NAME].contains(&F::NAME) {
        check::<F, _>(&Internal::Named { site, lib: lib.clone() });
        check::<F, _>(&Adjacent::Named { site, lib: lib.clone() });
        check::<F, _>(&Untagged::Named { named: site, lib });
    }
}

fn everywhere(parts: &Parts) {
    each_format!(alone(parts));
    each_format!(keys(parts));
    each_format!(tagged(parts));
    each_format!(self_describing buffered(parts));
}

fn parts(library: impl Strategy<Value = Lib>) -> impl Strategy<Value = Parts> {
    let texts =
        ["ret", "put a8[1], 5", "call 0x0010 @ 0x03", "put s16[0], \"a\\n\\\"é\"", ".byte 1"];
    let instr = proptest::sample::select(texts.to_vec());
    let instr = instr.prop_map(|text| text.parse::<Instr>().expect(text));
    let site = || (lib_id(), any::<u16>()).prop_map(|(lib, offset)| LibSite::new(lib, offset));
    let list = proptest::collection::vec((lib_id(), small_lib()), 0..3);
    let maybe = proptest::option::of(site());
    ((site(), library, lib_id(), isa_id(), isae()), (libs(), instr, maybe, list)).prop_map(
        |((site, library, id, extension, extensions), (others, instr, maybe, list))| Parts {
            site,
            library,
            id,
            extension,
            extensions,
            others,
            instr,
            maybe,
            list,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(150)))]

    #[test]
    fn everything_reads_back_from_everywhere(parts in parts(lib())) {
        everywhere(&parts);
    }
}

fn some_parts(library: Lib, others: Libs) -> Parts {
    let id = LibId::from_bytes([0x5a; 32]);
    Parts {
        site: LibSite::new(id, 0xffff),
        library,
        id,
        extension: IsaId::ALU,
        extensions: "ALU".parse().expect("one"),
        others,
        instr: "ret".parse().expect("an instruction"),
        maybe: None,
        list: Vec::new(),
    }
}

/// Among them those at which a length takes one byte more in some format, or passes a buffer.
#[test]
fn every_size_up_to_the_limits() {
    let powers = (0..=16).map(|bit| 1_usize << bit);
    let sizes = powers.flat_map(|power| [power - 1, power]).filter(|&size| size <= 65_535);
    for size in sizes {
        let (code, data) = (vec![0x11; size], vec![0xee; 65_535 - size]);
        let others = (0..size.min(255)).map(|number| LibId::from_bytes([number as u8; 32]));
        let others = Libs::new(others).expect("at most 255");
        let lib = Lib::new(Isae::default(), code, data, others.clone()).expect("in limits");
        let parts = some_parts(lib, others);
        each_format!(alone(&parts));
        if [0, 255, 4096, 65_535].contains(&size) {
            everywhere(&parts);
        }
    }
}

/// Words that formats of text give another meaning.
#[test]
fn extensions_that_look_like_something_else() {
    for word in ["NULL", "TRUE", "FALSE", "YES", "NO", "ON", "OFF", "INF", "NAN", "E10", "NONE"] {
        let mut parts = some_parts(
            Lib::new(Isae::default(), [], [], Libs::default()).unwrap(),
            Libs::default(),
        );
        parts.extension = word.parse().expect(word);
        parts.extensions = word.parse().expect(word);
        everywhere(&parts);
    }
    // Hexadecimal digits that look like numbers of each kind.
    for code in
        [&[0x12, 0x34][..], &[0x1e, 0x05], &[0x0e, 0x10], &[0x0b, 0x01], &[0x00], &[0x99; 40]]
    {
        let lib = Lib::new(Isae::default(), code, [0x10], Libs::default()).unwrap();
        everywhere(&some_parts(lib, Libs::default()));
    }
}

/// The largest isae, of both kinds.
#[test]
fn isae_up_to_the_limits() {
    let ids = |length: usize, count: u32| {
        let ids = (0..count).map(|number| format!("{:0<1$}", format!("A{number:02}"), length));
        ids.collect::<Vec<_>>().join(" ")
    };
    let short: Vec<_> = ('A'..='Z')
        .flat_map(|letter| [format!("{letter}A"), format!("{letter}B")])
        .take(43)
        .collect();
    for text in [String::new(), ids(8, 14), short.join(" ")] {
        let mut parts = some_parts(
            Lib::new(Isae::default(), [], [], Libs::default()).unwrap(),
            Libs::default(),
        );
        parts.extensions = text.parse().expect(&text);
        assert!(text.is_empty() || text.len() > 124, "{}", text.len());
        parts.library = Lib::new(parts.extensions.clone(), [], [], Libs::default()).unwrap();
        everywhere(&parts);
    }
}
