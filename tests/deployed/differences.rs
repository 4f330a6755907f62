//! Each known difference of the deployed implementation, on an example: what it does, and what the
//! instruction set says. Control flow, moves and decoding are here; [integers](super::integers),
//! [floats and byte strings](super::floats_and_strings) beside.

use std::collections::BTreeMap;

use aluvm_core::isa::Instr;
use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs, Program, ProgramError};
use aluvm_core::vm::Vm;
use amplify::ByteArray;
use deployed::isa::{Instr as DeployedInstr, InstructionSet};
use deployed::library::{LibId as DeployedId, LibSite as DeployedSite};

use crate::compare::{PROFILE, compare};
use crate::state::{State, deployed_lib, here, there};
use aluvm_judge::named;
use aluvm_judge::value::bytes;

/// Checks the registers that an expectation names, as in `a8[0]=5 a8[1]=none st0=false`.
fn check(state: &State, expected: &str, whose: &str, program: &str) {
    for assignment in expected.split_whitespace() {
        let (name, text) = assignment.split_once('=').expect("an assignment");
        if name == "st0" {
            assert_eq!(state.st0.to_string(), text, "{whose}: st0 after {program}");
            continue;
        }
        let (size, index) = named(name).expect("a register");
        let wanted = (text != "none").then(|| bytes(text, size, 8 * size.bytes() as u32));
        let found = state.registers.get(&(size, index));
        assert_eq!(found, wanted.as_ref(), "{whose}: {name} after {program}");
    }
}

/// Runs a program, which gets a final `ret` unless it ends with `!`, on both machines, and with the profile of the
/// deployed one. What is expected of that can be `panic`.
pub fn differs(program: &str, expected_there: &str, expected_here: &str) {
    let libs = machines_differ(program, expected_there, expected_here);
    if let Err(difference) = compare(&libs) {
        panic!("{difference}, by the profile, after {program}");
    }
}

/// The same without the profile; gives the libraries that were run.
fn machines_differ(program: &str, expected_there: &str, expected_here: &str) -> [Lib; 1] {
    let text = match program.strip_suffix('!') {
        Some(text) => format!("{text};"),
        None => format!("{program}; ret;"),
    };
    let libs = [text.parse::<Lib>().unwrap_or_else(|error| panic!("{error}"))];
    check(&here(&libs), expected_here, "here", program);
    match there(&libs) {
        Some(_) if expected_there == "panic" => panic!("no panic there after {program}"),
        Some(state) => check(&state, expected_there, "there", program),
        None => assert_eq!(expected_there, "panic", "there, after {program}"),
    }
    libs
}

// Control flow

#[test]
fn signed_checked_executes_as_signed_wrapped() {
    let least = "put a8[0], 127; put a8[1], 1;";
    differs(&format!("{least} add.sc a8[0], a8[1]"), "a8[1]=128 st0=true", "a8[1]=none st0=false");
    let least = "put a8[0], -128; put a8[1], 1;";
    differs(&format!("{least} sub.sc a8[0], a8[1]"), "a8[1]=127 st0=true", "a8[1]=none st0=false");
    let least = "put a8[0], 64; put a8[1], 2;";
    differs(&format!("{least} mul.sc a8[0], a8[1]"), "a8[1]=128 st0=true", "a8[1]=none st0=false");
    let odd = "put a8[0], -7; put a8[1], 2;";
    differs(&format!("{odd} div.sc a8[0], a8[1]"), "a8[1]=-4", "a8[1]=-3");
}

#[test]
fn unsigned_wrapped_executes_as_unsigned_checked() {
    let most = "put a8[0], 255; put a8[1], 2;";
    differs(&format!("{most} add.uw a8[0], a8[1]"), "a8[1]=none st0=false", "a8[1]=1 st0=true");
    differs(&format!("{most} mul.uw a8[0], a8[1]"), "a8[1]=none st0=false", "a8[1]=254 st0=true");
    let less = "put a8[0], 1; put a8[1], 2;";
    differs(&format!("{less} sub.uw a8[0], a8[1]"), "a8[1]=none st0=false", "a8[1]=255 st0=true");
    let zero = "put a8[0], 1; put a8[1], 0;";
    differs(&format!("{zero} div.uw a8[0], a8[1]"), "a8[1]=none st0=false", "a8[1]=0 st0=true");
}

#[test]
fn subroutines_do_not_return() {
    let program = "routine sub; put a8[0], 1; ret; sub: put a8[1], 2";
    differs(program, "a8[0]=none a8[1]=2 st0=true", "a8[0]=1 a8[1]=2 st0=true");
    let callee: Lib = "put a8[1], 2; ret;".parse().expect("well-formed");
    let caller = format!("call 0 @ \"{}\"; put a8[0], 1; ret;", callee.id());
    let libs = [caller.parse::<Lib>().expect("well-formed"), callee];
    check(&here(&libs), "a8[0]=1 a8[1]=2 st0=true", "here", "a call");
    check(&there(&libs).expect("an end"), "a8[0]=none a8[1]=2 st0=true", "there", "a call");
}

#[test]
fn running_off_the_end_keeps_the_status() {
    differs("put a8[0], 1!", "a8[0]=1 st0=true", "a8[0]=1 st0=false");
    differs(".byte 0x24, 0x00!", "st0=true", "st0=false");
    // A jump there fails alike.
    differs("jmp 3!", "st0=false", "st0=false");
    differs("jmp 100!", "st0=false", "st0=false");
}

/// To begin past the end is no running off it, whatever the limit.
#[test]
fn a_run_that_begins_past_the_end_fails() {
    let lib: Lib = "put a8[0], 1;".parse().expect("well-formed");
    let id = DeployedId::from_byte_array(lib.id().to_bytes());
    let there = deployed_lib(&lib);
    for offset in [4, 5, 100, u16::MAX] {
        let mut vm = deployed::Vm::<DeployedInstr>::new();
        assert!(!vm.exec(DeployedSite::with(offset, id), |_| Some(&there), &()));
        let entry = LibSite::new(lib.id(), offset);
        let program: Program =
            Program::link_with_profile([LibSite::start(lib.id())], [lib.clone()], PROFILE)
                .expect("complete");
        for limit in [None, Some(0), Some(1), Some(100)] {
            let mut vm = Vm::new();
            vm.registers_mut().set_cl0(limit);
            let outcome = vm.run_at(&program, entry, &mut ());
            assert!(!outcome.is_success(), "at {offset} with {limit:?}: {outcome}");
            assert_eq!(vm.trace(&program, entry, &mut (), |_| {}), outcome);
        }
    }
}

#[test]
fn empty_code_fails_and_is_no_program() {
    let isae: Isae = "ALU".parse().expect("a set");
    let empty = Lib::new(isae, [], [], Libs::default()).expect("short");
    assert_eq!(there(std::slice::from_ref(&empty)).map(|state| state.st0), Some(false));
    let error = Program::new(empty.clone()).expect_err("empty");
    assert_eq!(error, ProgramError::EmptyCode { lib: empty.id() });
}

#[test]
fn nop_encodes_as_test_and_is_not_consumed() {
    use deployed::isa::Bytecode;
    use deployed::library::{Cursor, LibSeg, Read};
    let nop: [DeployedInstr; 1] = [DeployedInstr::Nop];
    let lib = deployed::library::Lib::assemble(&nop).expect("short");
    assert_eq!(lib.code_segment(), [0x01]);
    let here = Lib::assemble(&[Instr::Nop]).expect("short");
    assert_eq!(here.code(), [0xFF]);
    // Reading it leaves the position where it was, for ever.
    let libs = LibSeg::default();
    let mut cursor = Cursor::with([0xFFu8, 0x07], [], &libs);
    let instr = <DeployedInstr as Bytecode>::decode(&mut cursor).expect("an instruction");
    assert_eq!((instr, cursor.pos()), (DeployedInstr::Nop, 0));
}

#[test]
fn blake3_is_a_reserved_byte() {
    // The byte of its operands is then the next instruction, or as here nothing is.
    let program = "put s16[0], \"abc\"; blake3 s16[0], r256[0]";
    let digest = "hex:6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85";
    differs(program, "r256[0]=none st0=false", &format!("r256[0]={digest} st0=true"));
}

#[test]
fn status_and_jumps_persist_between_runs() {
    let lib: Lib = "inv st0; next: dec a16[0]; jif next; ret;".parse().expect("well-formed");
    let mut vm = deployed::Vm::<DeployedInstr>::new();
    let there = deployed_lib(&lib);
    let entry = DeployedSite::with(0, there.id());
    assert!(!vm.exec(entry, |_| Some(&there), &()));
    let ret = deployed_lib(&"ret;".parse().expect("well-formed"));
    assert!(!vm.exec(DeployedSite::with(0, ret.id()), |_| Some(&ret), &()));
    let mut vm = Vm::new();
    let program = Program::new(lib).expect("complete");
    assert!(!vm.run(&program).is_success());
    let ret = Program::new("ret;".parse().expect("well-formed")).expect("complete");
    assert!(vm.run(&ret).is_success());

    // 65535 jumps in one run, and one more in the next, which fails there.
    let jumps: Lib = "next: dec a16[0]; jif next; inv st0; ret;".parse().expect("well-formed");
    let once: Lib = "jmp 3; ret;".parse().expect("well-formed");
    let (there, then) = (deployed_lib(&jumps), deployed_lib(&once));
    let mut vm = deployed::Vm::<DeployedInstr>::new();
    vm.registers.set_a16(deployed::reg::Reg32::Reg0, 65535);
    assert!(vm.exec(DeployedSite::with(0, there.id()), |_| Some(&there), &()));
    assert!(!vm.exec(DeployedSite::with(0, then.id()), |_| Some(&then), &()));
    let mut vm = Vm::new();
    vm.registers_mut().set_a16(0, 65535).expect("exists");
    assert!(vm.run(&Program::new(jumps).expect("complete")).is_success());
    assert_eq!(vm.registers().cy0(), 65535);
    assert!(vm.run(&Program::new(once).expect("complete")).is_success());
    assert_eq!(vm.registers().cy0(), 1);
}

#[test]
fn missing_libraries_end_with_the_status_kept() {
    // An index past the libs segment is the id of zeros, which is not there either.
    differs("call 0 @ 0!", "st0=true", "st0=false");
    differs("exec 0 @ 7!", "st0=true", "st0=false");
    let missing = LibId::from_bytes([7; 32]);
    for mnemonic in ["call", "exec"] {
        let text = format!("{mnemonic} 0 @ \"{missing}\"; fail;");
        let lib: Lib = text.parse().expect("well-formed");
        assert_eq!(there(std::slice::from_ref(&lib)).map(|state| state.st0), Some(true));
        let error = ProgramError::MissingLibrary { lib: missing, caller: Some(lib.id()) };
        assert_eq!(Program::new(lib).expect_err("missing"), error);
    }
    let mut vm = deployed::Vm::<DeployedInstr>::new();
    let entry = DeployedSite::with(0, DeployedId::from_byte_array([7; 32]));
    let none: BTreeMap<DeployedId, deployed::library::Lib> = BTreeMap::new();
    assert!(vm.exec(entry, |id| none.get(&id), &()));
}

#[test]
fn extensions_are_not_checked() {
    let isae: Isae = "ALU TOKEN".parse().expect("a set");
    let lib = Lib::new(isae, [0x07], [], Libs::default()).expect("short");
    assert_eq!(there(std::slice::from_ref(&lib)).map(|state| state.st0), Some(true));
    let isa = "TOKEN".parse().expect("an id");
    let error = ProgramError::UnsupportedExtension { lib: lib.id(), isa };
    assert_eq!(Program::new(lib).expect_err("unsupported"), error);
}

#[test]
fn reserved_instructions_cost_all_there_is() {
    let lib: Lib = ".byte 0x40;".parse().expect("well-formed");
    let instrs = deployed_lib(&lib).disassemble::<DeployedInstr>().expect("whole");
    assert_eq!(instrs[0].complexity(), u64::MAX);
    let mut vm = Vm::new();
    let _ = vm.run(&Program::new(lib.clone()).expect("complete"));
    assert_eq!(vm.registers().ca0(), 0);
    let entry = LibSite::start(lib.id());
    let program: Program = Program::link_with_profile([entry], [lib], PROFILE).expect("complete");
    let mut vm = Vm::new();
    let _ = vm.run(&program);
    assert_eq!(vm.registers().ca0(), instrs[0].complexity());
}

// Put and move

#[test]
fn putif_without_data_keeps_a_defined_register() {
    // The data is two bytes, of which the second is too few for a16.
    let program = "put a16[0], 7; .byte 0x0E, 0x01, 0x01, 0x00";
    differs(program, "a16[0]=7 st0=true", "a16[0]=none st0=false");
    let program = "put a16[1], 7; .byte 0x0E, 0x01, 0x01, 0x00";
    differs(program, "a16[0]=none st0=false", "a16[0]=none st0=false");
}

#[test]
fn cnv_of_integers_reads_the_source_as_unsigned() {
    // Extended with zeros, and not with the sign.
    let program = "put a16[0], -1; cnv a16[0], a32[0]";
    differs(program, "a32[0]=0xFFFF st0=true", "a32[0]=-1 st0=true");
    let program = "put a16[0], -1; cnv a16[0], a8[0]";
    differs(program, "a8[0]=-1 st0=false", "a8[0]=-1 st0=true");
    // The result is cut to its shortest two's complement.
    let program = "put a32[0], 0xFFFF; cnv a32[0], a16[0]";
    differs(program, "a16[0]=0x00FF st0=true", "a16[0]=0x7FFF st0=false");
}

// Decoding

#[test]
fn unused_bits_are_ignored_at_decoding() {
    // The high nibble of a byte for a string register.
    let program = "put s16[0], \"abc\"; .byte 0x34, 0x10, 0x00";
    differs(program, "a8[0]=3 st0=true", "a8[0]=none st0=false");
    // The last bit of `con`.
    let program = "put s16[0], \"abc\"; put s16[1], \"abc\"; put a16[0], 0; \
                   .byte 0x37, 0x10, 0x20, 0x88";
    differs(program, "a16[1]=0 a16[2]=3 st0=true", "a16[1]=none st0=false");
}

#[test]
fn arithmetic_has_fewer_decodings_than_bytes() {
    let isae: Isae = "ALU".parse().expect("a set");
    let mut seen = std::collections::BTreeSet::new();
    for argument in 0..=0xFFFFu16 {
        let [low, high] = argument.to_le_bytes();
        let lib = Lib::new(isae.clone(), [0x20, low, high], [], Libs::default());
        let instrs = deployed_lib(&lib.expect("short")).disassemble::<DeployedInstr>();
        seen.insert(format!("{:?}", instrs.expect("whole")));
    }
    assert_eq!(seen.len(), 49152);
}

#[test]
fn isae_is_a_constant_of_the_build() {
    let lib = deployed::library::Lib::assemble::<DeployedInstr>(&[]).expect("short");
    assert_eq!(lib.isae_segment(), "ALU BPDIGEST SECP256K");
    assert_eq!(Lib::assemble(&[]).expect("short").isae().to_string(), "ALU");
}
