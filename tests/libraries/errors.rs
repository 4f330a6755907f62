//! What errors say to a person, and which error they come from.

use std::error::Error;

use aluvm_core::isa::{ExtensionInstr, FORMS, Form, Given, Instr, NoExtension};
use aluvm_core::library::{
    AssembleError, IsaId, IsaIdError, Isae, IsaeError, Lib, LibFileError, LibId, LibIdError,
    LibSite, LibSiteError, Libs,
};
use aluvm_core::profile::Profile;
use proptest::prelude::*;

use crate::strategy::lib;

/// The message of an error and that of its source, if it has one.
fn said(error: &dyn Error) -> (String, Option<String>) {
    (error.to_string(), error.source().map(ToString::to_string))
}

#[test]
fn sets_of_extensions() {
    let word = "ALU r_b".parse::<Isae>().expect_err("no id");
    let (message, source) = said(&word);
    assert!(message.contains("position 4"), "{message}");
    assert!(message.starts_with(&source.expect("that of the id")), "{message}");
    let many: Vec<String> = (0..65).map(|i| format!("A{i:03}")).collect();
    let many = Isae::from_text_for(&many.join(" "), &Profile::RGB_0_11).expect_err("too many");
    assert_eq!(said(&many), ("65 ISA extensions, at most 64 are possible".into(), None));
    let long = Isae::new((0..43).map(|i| IsaId::new(format!("A{i}").leak()).expect("an id")));
    let (message, source) = said(&long.expect_err("too long"));
    assert!(message.contains("at most 128") && source.is_none(), "{message}");
}

#[test]
fn an_id_of_an_extension_shows_itself() {
    let id = IsaId::from_static(String::from("MYHOST").leak());
    assert_eq!((id.to_string().as_str(), format!("{id:?}").as_str()), ("MYHOST", "IsaId(MYHOST)"));
    let refused = std::panic::catch_unwind(|| IsaId::from_static(String::from("my").leak()));
    let message = *refused.expect_err("no id").downcast::<&str>().expect("a message");
    assert!(message.contains("2 to 8 of A-Z and 0-9"), "{message}");
}

/// An instruction of an extension whose id is none.
fn misnamed() -> Instr {
    let nop = FORMS.iter().find(|form| form.name == "Nop").expect("a row");
    let form: &'static Form = Box::leak(Box::new(Form { opcode: 0x90, isae: "no id", ..*nop }));
    Instr::Extension(ExtensionInstr::new(form, 0x90).expect("a word of the form"))
}

#[test]
fn instructions_that_make_no_library() {
    let error = Lib::assemble(&[misnamed()]).expect_err("a malformed id");
    assert!(matches!(error, AssembleError::IsaId { name: "no id", .. }));
    let (message, source) = said(&error);
    assert!(message.starts_with("extension `no id`: "), "{message}");
    assert!(message.ends_with(&source.expect("that of the id")), "{message}");

    let error = Lib::assemble(&vec![Instr::Nop; 70_000]).expect_err("too long");
    let (message, source) = said(&error);
    assert!(message.contains("65535") && source.as_ref() == Some(&message), "{message}");

    let absent = FORMS.iter().find(|form| form.isae == "ED25519").expect("a row");
    let instr = Instr::from_word(absent.fixed_bits(), Given::Nothing);
    let instrs = [Instr::Ret, instr.expect("an instruction")];
    let error = Lib::assemble_for::<NoExtension>(&instrs, &Profile::RGB_0_11).expect_err("absent");
    let expected = "instruction 1 does not exist in the profile rgb-0.11";
    assert_eq!(said(&error), (expected.into(), None));
}

#[test]
fn errors_of_sets_and_segments_are_those_of_assembling() {
    let ids = (0..=255).map(|byte| LibId::from_bytes([byte; 32]));
    let many = Libs::new(ids).expect_err("256 libraries");
    assert_eq!(said(&AssembleError::from(many)), (many.to_string(), Some(many.to_string())));
    let isae = IsaeError::TooMany { count: 65 };
    assert_eq!(said(&AssembleError::from(isae)), (isae.to_string(), Some(isae.to_string())));
}

#[test]
fn texts_of_ids_and_sites() {
    let before = "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO4";
    let error = format!("{before}#plasma-tunnel").parse::<LibId>().expect_err("two words");
    assert_eq!(error, LibIdError::MnemonicLength { found: 2 });
    assert!(error.to_string().contains("2 words after `#`, its checksum is three"), "{error}");
    let error = format!("{before}#plasma-tunnel-xxxx").parse::<LibId>().expect_err("no word");
    assert!(error.to_string().contains("`xxxx`"), "{error}");
    assert!(error.to_string().contains("not a word of the mnemonic list"), "{error}");

    let site = "5 @ alu1x".parse::<LibSite>().expect_err("no id");
    let LibSiteError::Lib(of_id) = &site else { panic!("{site}") };
    assert_eq!(said(&site), (of_id.to_string(), Some(of_id.to_string())));
    for text in ["5", "x @ alu1x", "65536 @ alu1x"] {
        let (message, source) = said(&text.parse::<LibSite>().expect_err("no site"));
        assert!(message.contains('@') && source.is_none(), "{message}");
    }
}

#[test]
fn files() {
    let error = |bytes: &[u8]| Lib::from_bytes(bytes).expect_err("no library");
    let repeated: LibFileError =
        error(&[2, 3, b'A', b'L', b'U', 3, b'A', b'L', b'U', 0, 0, 0, 0, 0]);
    let (message, source) = said(&repeated);
    assert!(message.ends_with("repeats the one before it") && source.is_none(), "{message}");
    let (message, source) = said(&error(&[1, 1, b'A', 0, 0, 0, 0, 0]));
    assert_eq!(source, Some(IsaIdError::Length { found: 1 }.to_string()), "{message}");
}

#[test]
fn texts_of_libraries() {
    let error = "frobnicate;".parse::<Lib>().expect_err("a mistake");
    let (message, source) = said(&error);
    assert_eq!(source, Some(message));
    let error = "nop;".repeat(70_000).parse::<Lib>().expect_err("too long");
    let (message, source) = said(&error);
    assert_eq!(source, Some(message));
}

proptest! {
    /// Any order of libraries that follows from what they are will do for a set.
    #[test]
    fn libraries_have_an_order(a in lib(), b in lib()) {
        let key = |lib: &Lib| {
            (lib.isae().clone(), lib.code().to_vec(), lib.data().to_vec(), lib.libs().clone())
        };
        prop_assert_eq!(a.cmp(&b), key(&a).cmp(&key(&b)));
        prop_assert_eq!(a.partial_cmp(&b), Some(a.cmp(&b)));
        prop_assert_eq!(a.cmp(&b).is_eq(), a == b);
    }

    #[test]
    fn an_id_is_its_bytes(bytes in any::<[u8; 32]>()) {
        let id = LibId::from_bytes(bytes);
        prop_assert_eq!(id.as_ref(), &bytes[..]);
        prop_assert_eq!(<[u8; 32]>::from(id), bytes);
    }
}
