//! The text of a library: its disassembly, which reads back.

use aluvm_core::asm::LibTextError;
use aluvm_core::isa::{FORMS, NoExtension};
use aluvm_core::library::{AssembleError, Lib};
use aluvm_tests::{cases, instruction};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::strategy::{isae, lib, libs};

/// Code of instructions, so that there are jumps to label and constants to print.
fn code() -> impl Strategy<Value = Vec<u8>> {
    let instr = (0..FORMS.len(), any::<[u8; 8]>(), any::<bool>());
    let instr = instr.prop_map(|(row, mut arguments, near)| {
        if near {
            // Offsets in the code and in the data stand in the first two or in the next two bytes.
            arguments = [arguments[0] % 64, 0, arguments[2] % 16, 0, 0, 0, 0, 0];
        }
        instruction::bytes(&FORMS[row], u128::from(u64::from_le_bytes(arguments)))
    });
    vec(instr, 0..40).prop_map(|instrs| instrs.concat())
}

proptest! {
    #[test]
    fn a_library_prints_what_reads_back(lib in lib()) {
        prop_assert_eq!(lib.to_string().parse(), Ok(lib));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(3000)))]

    #[test]
    fn a_library_of_instructions_prints_what_reads_back(
        isae in isae(), code in code(), data in vec(any::<u8>(), 0..80), libs in libs(),
    ) {
        let lib = Lib::new(isae, code, data, libs).expect("short");
        let text = lib.to_string();
        prop_assert_eq!(text.parse::<Lib>().map(|read| read.id()), Ok(lib.id()), "{}", text);
        prop_assert_eq!(text.parse(), Ok(lib));
    }
}

#[test]
fn text_has_offsets_and_labels() {
    let text = "put a16[0], 1000; next: dec a16[0]; jif next; sha2 s16[0], r256[0]; ret;";
    let lib: Lib = text.parse().expect("well-formed");
    let expected = "\
.isae   \"ALU BPDIGEST\";

/* 0x0000 */ put     a16[0], 1000;
L0004:
/* 0x0004 */ dec     a16[0];
/* 0x0007 */ jif     L0004;
/* 0x000A */ sha2    s16[0], r256[0];
/* 0x000C */ ret;
";
    assert_eq!(lib.to_string(), expected);
    assert_eq!(lib.listing::<NoExtension>().to_string(), expected);
    assert_eq!(lib.data(), 1000u16.to_le_bytes());
}

#[test]
fn an_isae_that_lacks_an_extension_is_refused() {
    let code = "\nsha2 s16[0], r256[0];\nblake3 s16[0], r256[0];\nedgen r256[0], r256[1];";
    for isae in ["", "ALU", "ALU ED25519", "ALU BPDIGEST"] {
        let error = format!(".isae \"{isae}\";{code}").parse::<Lib>().expect_err(isae);
        let LibTextError::Text(errors) = &error else { panic!("{error}") };
        let missing = [("BPDIGEST", "sha2"), ("ED25519", "edgen")];
        let expected: Vec<String> = missing
            .iter()
            .filter(|(extension, _)| !isae.contains(extension))
            .map(|(extension, mnemonic)| {
                format!(
                    "`{mnemonic}` belongs to the extension `{extension}`, which is not named here\n  \
                     = help: add `{extension}`; without an isae the library names all that it uses"
                )
            })
            .collect();
        assert_eq!(errors.iter().map(|error| error.report()).collect::<Vec<_>>(), expected);
        assert!(errors.iter().all(|error| error.span.line == 1 && error.span.column == 7));
    }
    assert!(format!(".isae \"BPDIGEST ED25519\";{code}").parse::<Lib>().is_ok());
}

#[test]
fn a_library_whose_isae_lacks_an_extension_prints_bytes() {
    let lib: Lib = "put a8[0], 5; sha2 s16[0], r256[0]; ret;".parse().expect("well-formed");
    let instrs = lib.disassemble::<NoExtension>();
    let lib = Lib::assemble_as(&instrs, "ALU".parse().expect("an id")).expect("short");
    let expected = "\
.isae   \"ALU\";

/* 0x0000 */ put     a8[0], 5;
/* 0x0004 */ .byte 0x81, 0x00; // BPDIGEST: sha2    s16[0], r256[0]
/* 0x0006 */ ret;
";
    assert_eq!(lib.to_string(), expected);
    assert_eq!(expected.parse::<Lib>().map(|read| read.id()), Ok(lib.id()));
}

#[test]
fn errors_name_line_and_column() {
    let error = "ret;\n  put a8[0], 256;\n".parse::<Lib>().expect_err("out of range");
    let LibTextError::Text(errors) = &error else { panic!("{error}") };
    let places: Vec<_> = errors.iter().map(|e| (e.span.line, e.span.column)).collect();
    assert_eq!(places, [(2, 14)]);
    assert!(error.to_string().contains("--> 2:14"), "{error}");
}

#[test]
fn what_does_not_fit_is_refused() {
    // 65536 bytes of code, and 65536 of data.
    let code = "nop; ".repeat(65536);
    let error = code.parse::<Lib>().expect_err("too long");
    assert!(error.to_string().contains("65536 bytes"), "{error}");
    let data = format!(".data b\"{}\"; ret;", "\\xAB".repeat(65535));
    assert!(data.parse::<Lib>().is_ok());
    let error = format!("{data} put a8[0], 1;").parse::<Lib>().expect_err("too long");
    assert!(matches!(error, LibTextError::Assemble(AssembleError::Encode(_))), "{error}");
    assert!(error.to_string().contains("65536 bytes at instruction 1"), "{error}");
}
