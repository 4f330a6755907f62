//! Libraries against the deployed implementation: same segments, same id, same bytes.

use std::panic::catch_unwind;

use aluvm_core::isa::NoExtension;
use aluvm_core::library::{IsaId, Isae, Lib, LibId, Libs};
use amplify::ByteArray;
use amplify::confinement::Confined;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::{Lib as DeployedLib, LibId as DeployedId, LibSeg};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5000))]

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

/// What the deployed assembler makes of the instructions that it reads from random bytes. It panics
/// on some of them.
fn assembled_there(code: Vec<u8>, data: Vec<u8>, libs: &[[u8; 32]]) -> Option<DeployedLib> {
    let libs = LibSeg::try_from_iter(libs.iter().map(|id| DeployedId::from_byte_array(*id)));
    let lib = DeployedLib::with("ALU", code, data, libs.expect("few")).expect("short");
    let instrs = catch_unwind(|| lib.disassemble::<DeployedInstr>()).ok()?.ok()?;
    catch_unwind(|| DeployedLib::assemble(&instrs)).ok()?.ok()
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 100_000, ..ProptestConfig::with_cases(3000) })]

    /// What the deployed assembler lays out, ours lays out in the same way: read by ours and assembled
    /// anew, its segments are the same to the byte, and with the same isae so is the id.
    #[test]
    fn assembled_segments_are_equal(
        code in vec(prop_oneof![0u8..0x40, any::<u8>(), Just(0u8)], 0..200),
        data in vec(0u8..3, 0..300),
        libs in vec(any::<[u8; 32]>(), 1..4),
    ) {
        let Some(deployed) = assembled_there(code, data, &libs) else {
            return Err(TestCaseError::reject("the deployed implementation panics"));
        };
        let read = deployed.to_strict_serialized::<FILE_MAX>().expect("short").release();
        let read = Lib::from_bytes(&read).expect("a library");
        let instrs = read.disassemble::<NoExtension>();
        let lib = Lib::assemble_as(&instrs, read.isae().clone()).expect("in limits");
        prop_assert_eq!(&lib, &read);
        prop_assert_eq!(lib.id().to_bytes(), deployed.id().to_byte_array());
    }
}
