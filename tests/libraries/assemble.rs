//! Libraries from instructions: which extensions they name, and that they read back.

use std::collections::BTreeSet;
use std::error::Error;

use aluvm::aluasm;
use aluvm_core::codec::{self, EncodeError};
use aluvm_core::isa::{Data, FORMS, Given, Instr, LibraryRef, NoExtension, Verbatim};
use aluvm_core::library::{
    AssembleError, IsaId, IsaIdError, Isae, IsaeError, Lib, LibError, LibId,
};
use aluvm_core::profile::Profile;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::extension::TestInstr;
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

/// Bytes are no instruction, whatever they look like: these are `sha2` without its second byte.
#[test]
fn names_the_extension_of_a_host_and_none_for_bytes() {
    let [ping] = aluasm! { #![isa(TestInstr)] ping; };
    let bytes = Instr::Verbatim(Verbatim::new(&[0x81]).expect("a byte"));
    for (instrs, isae) in [
        ([ping.clone(), Instr::Ret], "ALU TEST"),
        ([first_of("ED25519"), ping], "ALU ED25519 TEST"),
        ([Instr::Ret, bytes], "ALU"),
    ] {
        let lib = Lib::assemble(&instrs).expect("short");
        assert_eq!(lib.isae().to_string(), isae);
        assert_eq!(lib.disassemble::<TestInstr>(), instrs);
    }
}

/// The machine of the network has no curves, or one of them, and reads `nop` again for ever. It does not look at what
/// its host adds, nor at what are only bytes.
#[test]
fn a_machine_is_given_just_the_instructions_that_it_has() {
    let [ping] = aluasm! { #![isa(TestInstr)] ping; };
    let bytes = Instr::Verbatim(Verbatim::new(&[0x90]).expect("a byte"));
    let [digest, secp256k1, ed25519] = ["BPDIGEST", "SECP256K", "ED25519"].map(first_of);
    let [spec, plain, with_curve] = Profile::ALL;
    for (instr, profiles) in [
        (Instr::Ret, &[spec, plain, with_curve][..]),
        (digest, &[spec, plain, with_curve]),
        (secp256k1, &[spec, with_curve]),
        (ed25519, &[spec]),
        (Instr::Nop, &[spec]),
        (ping, &[spec, plain, with_curve]),
        (bytes, &[spec, plain, with_curve]),
    ] {
        for profile in Profile::ALL {
            let assembled = Lib::assemble_for::<TestInstr>(&[Instr::Ret, instr.clone()], &profile);
            if profiles.contains(&profile) {
                let lib = assembled.unwrap_or_else(|error| panic!("{instr}: {error}"));
                let names = profile.isae().map(|names| format!("{} TEST", names.join(" ")));
                let names = names.map(|names| names.parse::<Isae>().expect("a set"));
                assert!(names.is_none_or(|names| &names == lib.isae()), "{}", lib.isae());
                continue;
            }
            let error = assembled.expect_err("not there");
            assert_eq!(error, AssembleError::NotInProfile { instr: 1, profile });
            let text = format!("instruction 1 does not exist in the profile {profile}");
            assert_eq!(error.to_string(), text);
        }
    }
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

/// An error says what the one behind it says, and which that is.
#[test]
fn errors_have_sources() {
    let code = EncodeError::CodeTooLong { instr: 5, length: 65536 };
    let (isae, lib) = (IsaeError::TooMany { count: 65 }, LibError::TooManyLibs { count: 256 });
    let id = IsaIdError::Length { found: 1 };
    for (error, source) in [
        (AssembleError::from(code), code.to_string()),
        (AssembleError::from(isae), isae.to_string()),
        (AssembleError::from(lib), lib.to_string()),
    ] {
        assert_eq!(error.source().map(ToString::to_string), Some(source.clone()));
        assert_eq!(error.to_string(), source);
    }
    let error = AssembleError::IsaId { name: "X", error: id };
    assert_eq!(error.source().map(ToString::to_string), Some(id.to_string()));
    assert_eq!(error.to_string(), format!("extension `X`: {id}"));
    let error = AssembleError::NotInProfile { instr: 1, profile: Profile::RGB_0_11 };
    assert!(error.source().is_none());
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
