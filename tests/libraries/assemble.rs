//! Libraries from instructions: which extensions they name, and that they read back.

use std::collections::BTreeSet;

use aluvm_core::codec::{self, EncodeError};
use aluvm_core::isa::{Data, FORMS, Given, Instr, LibraryRef, NoExtension};
use aluvm_core::library::{AssembleError, IsaId, Isae, Lib, LibId};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::strategy::lib;

/// The first form of an extension, all its arguments zero.
fn first_of(isae: &str) -> Instr {
    let form = FORMS.iter().find(|form| form.isae == isae).expect("a form");
    let word = u128::from(form.opcode) | form.fixed_bits();
    Instr::from_word(word, Given::Nothing).expect("an instruction")
}

#[test]
fn names_the_extensions_that_it_uses() {
    let cases: [(&[&str], &str); 4] = [
        (&[""], "ALU"),
        (&["BPDIGEST"], "ALU BPDIGEST"),
        (&["SECP256K", "", "ED25519"], "ALU ED25519 SECP256K"),
        (&["BPDIGEST", "SECP256K", "BPDIGEST"], "ALU BPDIGEST SECP256K"),
    ];
    for (extensions, isae) in cases {
        let instrs: Vec<Instr> = extensions.iter().map(|isae| first_of(isae)).collect();
        let lib = Lib::assemble(&instrs).expect("short");
        assert_eq!(lib.isae().to_string(), isae);
        assert_eq!(lib.disassemble::<NoExtension>(), instrs);
    }
    let empty = Lib::assemble(&[]).expect("short");
    assert_eq!(empty.isae().as_slice(), [IsaId::ALU]);
    assert!(empty.code().is_empty());
}

#[test]
fn an_author_names_other_extensions() {
    let isae: Isae = "ALU RGB".parse().expect("a set");
    let lib = Lib::assemble_as(&[first_of("BPDIGEST")], isae.clone()).expect("short");
    assert_eq!(lib.isae(), &isae);
}

#[test]
fn collects_libraries_in_order() {
    let ids = [9, 3, 7].map(|byte| LibId::from_bytes([byte; 32]));
    let call = |id| {
        let mut instr = Instr::from_word(0x05, Given::Nothing).expect("call");
        *instr.library_mut().expect("a library") = LibraryRef::Id(id);
        instr
    };
    let instrs = ids.map(call);
    let lib = Lib::assemble(&instrs).expect("short");
    assert_eq!(lib.libs().as_slice(), [ids[1], ids[2], ids[0]]);
    // `call` is its opcode, a 16-bit offset and the index of the library.
    assert_eq!(lib.code(), [5, 0, 0, 2, 5, 0, 0, 0, 5, 0, 0, 1]);
    assert_eq!(lib.disassemble::<NoExtension>(), instrs);
}

#[test]
fn too_much_code_is_refused() {
    let instrs = vec![Instr::Fail; 65536];
    let length = EncodeError::CodeTooLong { instr: 65535, length: 65536 };
    assert_eq!(Lib::assemble(&instrs), Err(AssembleError::Encode(length)));
    assert!(Lib::assemble(&instrs[1..]).is_ok());
}

#[test]
fn too_many_libraries_are_refused() {
    let instrs: Vec<Instr> = (0..256u16)
        .map(|number| {
            let [low, high] = number.to_le_bytes();
            let mut id = [low; 32];
            id[31] = high;
            let mut instr = Instr::from_word(0x05, Given::Nothing).expect("call");
            *instr.library_mut().expect("a library") = LibraryRef::Id(LibId::from_bytes(id));
            instr
        })
        .collect();
    let error = AssembleError::Encode(EncodeError::TooManyLibs { count: 256 });
    assert_eq!(Lib::assemble(&instrs), Err(error));
    assert!(Lib::assemble(&instrs[1..]).is_ok());
}

#[test]
fn a_constant_of_another_width_is_refused() {
    let mut put = Instr::from_word(0x0B, Given::Nothing).expect("put a8[0]");
    *put.data_mut().expect("a constant") = Data::Static(&[1, 2]);
    let error = EncodeError::ConstantWidth { instr: 0, expected: 1, found: 2 };
    assert_eq!(Lib::assemble(&[put]), Err(AssembleError::Encode(error)));
}

proptest! {
    /// The instructions of any library give back its segments.
    #[test]
    fn any_library_disassembles(lib in lib()) {
        let instrs = lib.disassemble::<NoExtension>();
        let libs: BTreeSet<LibId> = lib.libs().iter().collect();
        let segments = codec::encode(&instrs, lib.data(), libs).expect("in limits");
        prop_assert_eq!(&segments.code[..], lib.code());
        prop_assert_eq!(&segments.data[..], lib.data());
    }

    /// What was assembled reads back and assembles to the same library.
    #[test]
    fn assembled_libraries_are_stable(code in vec(any::<u8>(), 0..100)) {
        let instrs = codec::decode::<NoExtension>(&code, &[], &BTreeSet::new());
        let lib = Lib::assemble(&instrs).expect("short");
        prop_assert_eq!(lib.code(), &code);
        prop_assert_eq!(lib.disassemble::<NoExtension>(), instrs);
    }
}
