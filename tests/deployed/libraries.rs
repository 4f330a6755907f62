//! Libraries against the deployed implementation: same segments, same id, same bytes.

use aluvm_core::codec;
use aluvm_core::contract::parse_text;
use aluvm_core::isa::{Data, FORMS, Form, Given, Instr, IntFlags, LibraryRef, NoExtension};
use aluvm_core::library::{IsaId, Isae, Lib, LibId, Libs};
use aluvm_core::profile::Profile;
use aluvm_tests::{cases, instruction};
use amplify::ByteArray;
use amplify::confinement::Confined;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::{Lib as DeployedLib, LibId as DeployedId, LibSeg};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use strict_encoding::{StrictDeserialize, StrictSerialize};

const FILE_MAX: usize = 0xFF_FFFF;

/// The same random library in both implementations.
fn pair() -> impl Strategy<Value = (Lib, DeployedLib)> {
    let isae = vec("[A-Z][A-Z0-9]{1,7}", 1..=14).prop_map(|ids| ids.join(" "));
    let segment = prop_oneof![
        8 => vec(any::<u8>(), 0..50),
        1 => vec(any::<u8>(), 50..2000),
        1 => any::<u8>().prop_map(|byte| vec![byte; 65535]),
    ];
    let libs = prop_oneof![8 => vec(any::<[u8; 32]>(), 0..4), 1 => vec(any::<[u8; 32]>(), 0..=255)];
    (isae, segment.clone(), segment, libs).prop_map(|(isae, code, data, libs)| {
        let seg = LibSeg::try_from_iter(libs.iter().map(|id| DeployedId::from_byte_array(*id)));
        let deployed = DeployedLib::with(&isae, code.clone(), data.clone(), seg.expect("255"));
        let isae: Isae = isae.parse().expect("125 bytes");
        let libs = Libs::new(libs.into_iter().map(LibId::from_bytes)).expect("255");
        (Lib::new(isae, code, data, libs).expect("in limits"), deployed.expect("in limits"))
    })
}

fn read_deployed(file: &[u8]) -> Option<DeployedLib> {
    let file = Confined::<Vec<u8>, 0, FILE_MAX>::try_from(file.to_vec()).expect("short");
    DeployedLib::from_strict_serialized(file).ok()
}

#[test]
fn sets_out_of_order_and_repeated_are_refused_alike() {
    let id = |byte| [byte; 32];
    let isae = |ids: &str| [&[2][..], ids.as_bytes(), &[0, 0, 0, 0, 0]].concat();
    let libs = |ids: [[u8; 32]; 2]| [&[0, 0, 0, 0, 0, 2][..], &ids.concat()].concat();
    let cases = [
        (isae("\x02AA\x02AB"), true),
        (isae("\x02AB\x02AA"), false),
        (isae("\x02AA\x02AA"), false),
        (libs([id(1), id(2)]), true),
        (libs([id(2), id(1)]), false),
        (libs([id(1), id(1)]), false),
    ];
    for (file, is_read) in cases {
        assert_eq!(Lib::from_bytes(&file).is_ok(), is_read, "{file:?}");
        assert_eq!(read_deployed(&file).is_some(), is_read, "{file:?}");
    }
}

proptest! {
    #[test]
    fn ids_are_equal((lib, deployed) in pair()) {
        prop_assert_eq!(lib.id().to_bytes(), deployed.id().to_byte_array());
        prop_assert_eq!(lib.id().baid64().to_string(), deployed.id().to_string());
        prop_assert_eq!(deployed.id().to_string().parse(), Ok(lib.id()));
        let read: DeployedId = lib.id().baid64().to_string().parse().expect("an id");
        prop_assert_eq!(read, deployed.id());
    }

    #[test]
    fn strict_encoding_is_the_binary_form((lib, deployed) in pair()) {
        let file = deployed.to_strict_serialized::<FILE_MAX>().expect("short").release();
        prop_assert_eq!(&lib.to_bytes(), &file);
        prop_assert_eq!(Lib::from_bytes(&file), Ok(lib));
        let read = read_deployed(&file).map(|read| read.id());
        prop_assert_eq!(read, Some(deployed.id()));
    }
}

/// The deployed implementation bounds the number of extensions only, and the length in the id is that of their text modulo 256.
#[test]
fn many_extensions_are_read_alike_under_the_profile() {
    let mut lengths = Vec::new();
    for count in 0..=70 {
        let ids: Vec<String> = (0..count).map(|number| format!("EXTEND{number:02}")).collect();
        let isae: Vec<u8> = ids.iter().flat_map(|id| [&[8], id.as_bytes()].concat()).collect();
        let file = [&[count][..], &isae, &[1, 0, 7, 0, 0, 0]].concat();
        let ours = Lib::from_bytes_for(&file, &Profile::RGB_0_11);
        let theirs = read_deployed(&file);
        assert_eq!(ours.is_ok(), theirs.is_some(), "{count}: {ours:?}");
        assert_eq!(ours.is_ok(), count <= 64, "{count}: {ours:?}");
        assert_eq!(Lib::from_bytes(&file).is_ok(), count <= 14, "{count}");
        let (Ok(ours), Some(theirs)) = (ours, theirs) else { continue };
        assert_eq!(ours.id().to_bytes(), theirs.id().to_byte_array(), "{count}");
        assert_eq!(ours.to_bytes(), file, "{count}");
        let text = ours.listing_for::<NoExtension>(&Profile::RGB_0_11).to_string();
        let read = Lib::from_text_for::<NoExtension>(&text, &Profile::RGB_0_11);
        assert_eq!(read.as_ref(), Ok(&ours), "{count}");
        assert_eq!(Lib::from_text::<NoExtension>(&text).is_ok(), count <= 14, "{count}");
        let by_profile = |profile: &str| {
            let isae = ours.isae();
            let text = format!("{profile}#![isae(\"{isae}\")] pub fn nothing() {{ ret; }}");
            parse_text::<NoExtension>(&text, "long", "long.aluasm", &mut |_| Err("none".into()))
        };
        let isae = by_profile("#![profile(\"rgb-0.11\")] ").map(|text| text.lib.isae().clone());
        assert_eq!(isae.ok().as_ref(), Some(ours.isae()), "{count}");
        assert_eq!(by_profile("").is_ok(), count <= 14, "{count}");
        lengths.push(ours.isae().text_len());
    }
    assert_eq!(lengths.last(), Some(&575));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(5000)))]

    /// Both read the same files, but for isae of more than 128 bytes, which are not made here.
    #[test]
    fn damaged_files_are_read_alike(
        ids in vec("[A-Z][A-Z0-9]{1,2}", 0..3),
        code in vec(any::<u8>(), 0..3),
        libs in vec(any::<[u8; 32]>(), 0..3),
        changes in vec((any::<Index>(), 0u8..5), 0..3),
    ) {
        let isae = Isae::new(ids.iter().map(|id| id.parse::<IsaId>().expect("an id")));
        let libs = Libs::new(libs.into_iter().map(LibId::from_bytes)).expect("few");
        let lib = Lib::new(isae.expect("few"), code, [], libs).expect("short");
        let mut file = lib.to_bytes();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let (ours, theirs) = (Lib::from_bytes(&file), read_deployed(&file));
        prop_assert_eq!(ours.is_ok(), theirs.is_some(), "{:?} {:?}", ours, file);
    }
}

/// What the deployed assembler makes of the instructions that it reads from our segments.
fn assembled_there(lib: &Lib) -> DeployedLib {
    let libs = lib.libs().iter().map(|id| DeployedId::from_byte_array(id.to_bytes()));
    let libs = LibSeg::try_from_iter(libs).expect("at most 255");
    let isae = lib.isae().to_string();
    let there = DeployedLib::with(&isae, lib.code().to_vec(), lib.data().to_vec(), libs);
    let instrs = there.expect("in limits").disassemble::<DeployedInstr>().expect("whole");
    DeployedLib::assemble(&instrs).expect("in limits")
}

/// Rows of the table that both have. The deployed decoder never gets past `nop` and does not know
/// `blake3`.
fn common_forms() -> Vec<&'static Form> {
    let is_common = |form: &&Form| form.isae != "ED25519" && !matches!(form.opcode, 0x84 | 0xFF);
    FORMS.iter().filter(is_common).collect()
}

/// Whether the deployed decoder takes the instruction for another: it reads the flags `sc` and `uw` of
/// integer arithmetic as `uc` and `sw`.
fn is_misread(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::AddA { flags, .. }
        | Instr::SubA { flags, .. }
        | Instr::MulA { flags, .. }
        | Instr::DivA { flags, .. }
            if matches!(flags, IntFlags::SignedChecked | IntFlags::UnsignedWrapped)
    )
}

/// An instruction that both read alike. Its constant is of few different bytes, so that constants
/// repeat and overlap.
fn instr() -> impl Strategy<Value = Instr> {
    let constant = vec(0u8..3, 0..12);
    let parts = (select(common_forms()), any::<u64>(), constant, 0u8..5);
    let instr = parts.prop_map(|(form, word, constant, id)| {
        let word = instruction::word(form, u128::from(word) << 8);
        let mut instr = Instr::from_word(word, Given::Nothing).expect("a row");
        let width = codec::constant_width(&instr).unwrap_or(constant.len());
        if let Some(data) = instr.data_mut() {
            let mut bytes: Vec<u8> = constant.into_iter().cycle().take(width).collect();
            bytes.resize(width, 0);
            *data = Data::new(bytes);
        }
        if let Some(library) = instr.library_mut() {
            *library = LibraryRef::Id(LibId::from_bytes([id; 32]));
        }
        instr
    });
    instr.prop_filter("read as another there", |instr| !is_misread(instr))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(1000)))]

    /// Both lay the same instructions out in the same code, data and libs, and with the same isae the
    /// id is the same.
    #[test]
    fn assembled_segments_are_equal(instrs in vec(instr(), 0..60)) {
        let lib = Lib::assemble(&instrs).expect("in limits");
        let there = assembled_there(&lib);
        prop_assert_eq!(lib.code(), &there.code[..]);
        prop_assert_eq!(lib.data(), &there.data[..]);
        let libs = there.libs.iter().map(|id| LibId::from_bytes(id.to_byte_array()));
        prop_assert!(lib.libs().iter().eq(libs));
        let isae: Isae = there.isae_segment().parse().expect("a set");
        let lib = Lib::assemble_as(&instrs, isae).expect("in limits");
        prop_assert_eq!(lib.id().to_bytes(), there.id().to_byte_array());
    }
}
