//! The deployed implementation's disassembly, read by this assembler, is the same instruction.

use std::collections::BTreeSet;

use ::deployed::isa::Instr as DeployedInstr;
use ::deployed::library::{Lib, LibSeg};
use aluvm_core::codec::encode;
use aluvm_core::isa::{FORMS, Form, Given, Instr, IntFlags};
use aluvm_tests::{cases, instruction};
use proptest::prelude::*;
use proptest::sample::select;

/// Rows that both have and whose deployed text is in this language. Not `nop`, `blake3` and Ed25519,
/// which it does not decode; not constants and libraries, whose text has no quotes or loses digits;
/// not `find`,
/// `inj`, `ins` and steps, which it prints with operands exchanged or left out, or with commas too many.
fn common_forms() -> Vec<&'static Form> {
    let is_common = |form: &&Form| {
        let unlike = ["StepA", "Find", "Inj", "Ins", "Call", "Exec"];
        form.isae != "ED25519"
            && !matches!(form.opcode, 0x84 | 0xFF)
            && form.data_field().is_none()
            && !unlike.contains(&form.name)
    };
    FORMS.iter().filter(is_common).collect()
}

/// Whether the deployed decoder takes it for another instruction: `sc` for `sw`, `uw` for `uc`.
fn is_misread(instr: &Instr) -> bool {
    match instr {
        Instr::AddA { flags, .. }
        | Instr::SubA { flags, .. }
        | Instr::MulA { flags, .. }
        | Instr::DivA { flags, .. } => {
            matches!(flags, IntFlags::SignedChecked | IntFlags::UnsignedWrapped)
        }
        _ => false,
    }
}

/// The text that the deployed disassembler gives for an instruction.
fn deployed_text(instr: &Instr) -> String {
    let code = encode(std::slice::from_ref(instr), &[], BTreeSet::new()).expect("short").code;
    let lib = Lib::with("ALU", code, Vec::new(), LibSeg::default()).expect("short");
    let instrs = lib.disassemble::<DeployedInstr>().expect("whole");
    instrs[0].to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(10_000)))]

    #[test]
    fn deployed_text_is_read(form in select(common_forms()), raw in any::<u128>()) {
        let word = instruction::word(form, raw);
        let instr = Instr::from_word(word, Given::Nothing).expect("a row");
        prop_assume!(!is_misread(&instr));
        let text = deployed_text(&instr);
        let read: Result<Instr, _> = text.parse();
        prop_assert_eq!(read.as_ref(), Ok(&instr), "{} for {}", text, instr);
    }
}
