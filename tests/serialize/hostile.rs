//! What nobody should have written gives an error, and takes no more memory than its own size allows.

use std::fmt::Debug;

use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs};
use aluvm_tests::cases;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::de::DeserializeOwned;

use crate::each_format;
use crate::format::{
    Bincode1, Bincode1Compact, Bincode2, Bincode2Legacy, Cbor, Format, MessagePack,
    MessagePackReadable, Postcard,
};
use crate::memory::most_of;
use crate::strategy::{lib, lib_id};

/// Bytes that a reading may take beside a few times those of the input: the buffers of the formats.
const BUFFERS: usize = 1 << 17;

/// Reads a value from a slice and from a reader, and checks the memory.
fn read<F: Format, T: DeserializeOwned + Debug>(bytes: &[u8], buffers: usize) -> [bool; 2] {
    let (from_slice, most) = most_of(|| F::from_slice::<T>(bytes).is_ok());
    let limit = buffers + 200 * bytes.len();
    assert!(most <= limit, "{}: {most} bytes to read {} of {bytes:02x?}", F::NAME, bytes.len());
    let (from_reader, most) = most_of(|| F::from_reader::<T>(bytes).is_ok());
    assert!(most <= limit, "{}: {most} bytes to read {} of {bytes:02x?}", F::NAME, bytes.len());
    [from_slice, from_reader]
}

fn refused<F: Format, T: DeserializeOwned + Debug>(bytes: &[u8], buffers: usize) {
    assert_eq!(read::<F, T>(bytes, buffers), [false; 2], "{} {bytes:02x?}", F::NAME);
}

/// Bytes, texts and lists of which only the length is there.
#[test]
fn claimed_lengths_are_not_believed() {
    fn each_type<F: Format>(headers: &[&[u8]], buffers: usize) {
        for header in headers {
            for rest in [0, 1, 31, 40] {
                let bytes = [header, &[0x41; 40][..rest]].concat();
                refused::<F, LibId>(&bytes, buffers);
                refused::<F, LibSite>(&bytes, buffers);
                refused::<F, Isae>(&bytes, buffers);
                refused::<F, Libs>(&bytes, buffers);
                refused::<F, Lib>(&bytes, buffers);
            }
        }
    }
    // CBOR: byte strings, texts, lists and maps of 2^32 - 1 and of 2^62, and of no stated length.
    let cbor: Vec<Vec<u8>> = [0x40, 0x60, 0x80, 0xa0]
        .into_iter()
        .flat_map(|kind| {
            let short = [&[kind | 0x1a][..], &[0xff; 4]].concat();
            let long = [&[kind | 0x1b, 0x40][..], &[0; 7]].concat();
            [short, long, vec![kind | 0x1f]]
        })
        .collect();
    each_type::<Cbor>(&cbor.iter().map(Vec::as_slice).collect::<Vec<_>>(), BUFFERS);
    // MessagePack: bin, str, array and map of 32 bits.
    let message_pack: Vec<_> =
        [0xc6, 0xdb, 0xdd, 0xdf].map(|kind| [kind, 0xff, 0xff, 0xff, 0xff]).into();
    let message_pack: Vec<_> = message_pack.iter().map(|header| &header[..]).collect();
    each_type::<MessagePack>(&message_pack, BUFFERS);
    each_type::<MessagePackReadable>(&message_pack, BUFFERS);
    let varint = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
    // The test's own buffer for postcard is a MiB; the limit of bincode is as much.
    each_type::<Postcard>(&[&varint, &varint[6..]], BUFFERS + (1 << 20));
    let fixed = |length: u64| length.to_le_bytes();
    let fixed = [fixed(u64::MAX), fixed(1 << 62), fixed(1 << 40)];
    let fixed: Vec<_> = fixed.iter().map(|header| &header[..]).collect();
    each_type::<Bincode1>(&fixed, BUFFERS + (1 << 20));
    each_type::<Bincode2Legacy>(&fixed, BUFFERS + (1 << 20));
    let compact = [&[253][..], &[0xff; 8]].concat();
    each_type::<Bincode1Compact>(&[&compact], BUFFERS + (1 << 20));
    each_type::<Bincode2>(&[&compact], BUFFERS + (1 << 20));
}

/// Lists that are longer than a value can be are given up early.
#[test]
fn long_lists() {
    fn bytes<F: Format>() {
        let list = F::write(&vec![7_u8; 1 << 19]);
        refused::<F, LibId>(&list, BUFFERS + (2 << 20));
        refused::<F, Lib>(&list, BUFFERS + (2 << 20));
    }
    each_format!(bytes());
    let ids: Vec<_> = (0..2_000_u32)
        .map(|number| {
            let mut id = [0; 32];
            id[..4].copy_from_slice(&number.to_le_bytes());
            LibId::from_bytes(id)
        })
        .collect();
    fn libs<F: Format>(ids: &Vec<LibId>) {
        refused::<F, Libs>(&F::write(ids), BUFFERS + (2 << 20));
    }
    each_format!(libs(&ids));
}

/// Valid input with bytes changed, or cut off.
fn damaged<F: Format>(lib: &Lib, id: LibId, changes: &[(Index, u8)], cut: Index) {
    let value = (lib, id, LibSite::new(id, 7));
    let mut bytes = F::write(&value);
    read::<F, (Lib, LibId, LibSite)>(&bytes[..cut.index(bytes.len())], 3 << 20);
    for (index, byte) in changes {
        let index = index.index(bytes.len());
        bytes[index] = *byte;
        read::<F, (Lib, LibId, LibSite)>(&bytes, 3 << 20);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(300)))]

    #[test]
    fn damage(
        lib in lib(),
        id in lib_id(),
        changes: [(Index, u8); 4],
        cut: Index,
    ) {
        each_format!(damaged(&lib, id, &changes, cut));
    }
}
