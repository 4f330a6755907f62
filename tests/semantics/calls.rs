//! Calls between libraries, the call stack and the counters, which rows of one library do not show.

use aluvm_core::isa::{FORMS, NoExtension};
use aluvm_core::library::{Lib, LibId, LibSite, Libs, Program};
use aluvm_core::vm::{Failure, Outcome, Stop, Vm};

/// A library of bytes.
fn lib(code: &[u8], libs: &[LibId]) -> Lib {
    let libs = Libs::new(libs.iter().copied()).expect("few");
    Lib::new("ALU".parse().expect("valid"), code, [], libs).expect("short")
}

/// A library of text, whose calls name libraries in place of `{}`.
fn text(code: &str, callees: &[&Lib]) -> Lib {
    let text = callees
        .iter()
        .fold(code.to_string(), |text, callee| text.replacen("{}", &callee.id().to_string(), 1));
    let instrs = aluvm_core::asm::parse(&text).unwrap_or_else(|errors| panic!("{errors}"));
    Lib::assemble(&instrs).expect("short")
}

fn run(libs: &[&Lib]) -> (Vm, Outcome) {
    let [entry, others @ ..] = libs else { panic!("no library") };
    let others = others.iter().map(|lib| (*lib).clone());
    let program = Program::with_libs((*entry).clone(), others).expect("complete");
    let mut vm = Vm::new();
    let outcome = vm.run(&program);
    (vm, outcome)
}

#[test]
fn a_call_runs_another_library_with_its_data_and_returns() {
    let callee = text("fail; put a8[0], 7; put a8[1], 8; ret;", &[]);
    let caller = text(r#"put a8[2], 9; call 1 @ "{}"; put a8[3], 10; ret;"#, &[&callee]);
    let (vm, outcome) = run(&[&caller, &callee]);
    let r = vm.registers();
    assert_eq!((r.a8(0), r.a8(1), r.a8(2), r.a8(3)), (Some(7), Some(8), Some(9), Some(10)));
    assert!(outcome.is_success());
    assert_eq!(outcome.site, LibSite::new(caller.id(), 12));
    // put, call, put, put, ret, put, ret; ret does not count as a jump.
    assert_eq!((r.cy0(), r.ca0()), (1, 14));
}

#[test]
fn exec_does_not_come_back() {
    let callee = text("put a8[0], 7; ret;", &[]);
    let caller = text(r#"exec 0 @ "{}"; put a8[1], 8; fail;"#, &[&callee]);
    let (vm, outcome) = run(&[&caller, &callee]);
    assert!(outcome.is_success());
    assert_eq!(outcome.site, LibSite::new(callee.id(), 4));
    assert_eq!((vm.registers().a8(0), vm.registers().a8(1)), (Some(7), None));
    assert_eq!((vm.registers().cy0(), vm.registers().ca0()), (1, 6));
}

#[test]
fn exec_keeps_the_call_stack() {
    // The routine ends in another library, whose `ret` comes back here.
    let callee = text("put a8[0], 7; ret;", &[]);
    let caller = text(r#"routine sub; put a8[1], 8; ret; sub: exec 0 @ "{}"; fail;"#, &[&callee]);
    let (vm, outcome) = run(&[&caller, &callee]);
    assert!(outcome.is_success());
    assert_eq!(outcome.site.lib, caller.id());
    assert_eq!((vm.registers().a8(0), vm.registers().a8(1)), (Some(7), Some(8)));
}

#[test]
fn calls_nest_through_libraries() {
    let innermost = text("inc a64[0]; ret;", &[]);
    let middle = text(r#"call 0 @ "{}"; call 0 @ "{}"; ret;"#, &[&innermost, &innermost]);
    let outer = text(
        r#"put a64[0], 0; call 0 @ "{}"; call 0 @ "{}"; routine again; ret; again: call 4 @ "{}"; ret;"#,
        &[&middle, &innermost, &middle],
    );
    let (vm, outcome) = run(&[&outer, &middle, &innermost]);
    assert!(outcome.is_success());
    // Two, one, and one more from the second call of the middle library.
    assert_eq!(vm.registers().a64(0), Some(4));
    assert_eq!(vm.registers().cy0(), 3 + 2 + 1 + 1);
}

#[test]
fn a_library_calls_itself_through_its_own_code_for_ever() {
    // Its own id cannot be part of it; recursion goes through `routine`, and libraries in between.
    let (_, outcome) = run(&[&lib(&[0x04, 0, 0], &[])]);
    assert_eq!(outcome.stop, Stop::JumpLimit);
}

#[test]
fn a_call_past_the_end_of_the_callee_fails_there() {
    let callee = text("ret;", &[]);
    let caller = text(r#"call 1 @ "{}"; ret;"#, &[&callee]);
    let (_, outcome) = run(&[&caller, &callee]);
    assert_eq!(outcome.stop, Stop::Failed(Failure::EndOfCode));
    assert_eq!(outcome.site, LibSite::new(callee.id(), 1));
}

#[test]
fn an_index_outside_of_the_libs_segment_fails() {
    let callee = text("ret;", &[]);
    for opcode in [0x05, 0x06] {
        for (index, stop) in [
            (0, Stop::Finished),
            (1, Stop::Failed(Failure::MissingLibrary)),
            (255, Stop::Failed(Failure::MissingLibrary)),
        ] {
            let caller = lib(&[opcode, 0, 0, index, 0x07], &[callee.id()]);
            let (vm, outcome) = run(&[&caller, &callee]);
            assert_eq!(outcome.stop, stop, "{opcode} {index}");
            assert_eq!(outcome.is_success(), index == 0);
            assert_eq!(vm.registers().cy0(), 1);
        }
    }
}

#[test]
fn the_last_index_of_a_full_libs_segment_is_called() {
    let callees: Vec<Lib> = (0..255u8).map(|n| lib(&[0x24, 0x00, n, 0x07], &[])).collect();
    let ids: Vec<LibId> = callees.iter().map(Lib::id).collect();
    let caller = lib(&[0x05, 0, 0, 254, 0x07], &ids);
    let last = *ids.iter().max().expect("some");
    let step = callees.iter().find(|callee| callee.id() == last).expect("there").code()[2];
    let program = Program::with_libs(caller, callees).expect("complete");
    let mut vm = Vm::new();
    vm.registers_mut().set_a8(0, 100).expect("exists");
    assert_eq!(vm.run(&program).stop, Stop::Finished);
    // The step is signed: from 128 on it subtracts.
    let expected = u8::try_from(100 + i16::from(step.cast_signed())).ok();
    assert_eq!(vm.registers().a8(0), expected);
}

/// 65535 is the most that a run can put onto the call stack, since each entry is a jump.
#[test]
fn the_call_stack_holds_every_call_of_a_run() {
    // routine 0 until a32[0] is undefined; each return counts a32[1] up.
    //  0: dec a32[0]   3: jif 10   6: inc a32[1]   9: ret
    // 10: routine 0   13: inc a32[1]   16: ret
    let code = [
        0x24,
        2,
        0xFF,
        0x03,
        10,
        0,
        0x24,
        2 | 1 << 3,
        1,
        0x07,
        0x04,
        0,
        0,
        0x24,
        2 | 1 << 3,
        1,
        0x07,
    ];
    let program = Program::new(lib(&code, &[])).expect("complete");
    for (depth, stop) in [(32767, Stop::Finished), (32768, Stop::JumpLimit)] {
        let mut vm = Vm::new();
        vm.registers_mut().set_a32(0, depth).expect("exists");
        vm.registers_mut().set_a32(1, 0).expect("exists");
        assert_eq!(vm.run(&program).stop, stop, "{depth}");
        let returns = if stop == Stop::Finished { depth + 1 } else { 0 };
        assert_eq!(vm.registers().a32(1), Some(returns));
    }
    // Nothing but calls: 65535 entries, and the next call fails.
    let program = Program::new(lib(&[0x04, 0, 0], &[])).expect("complete");
    let mut vm = Vm::new();
    assert_eq!(vm.run(&program).stop, Stop::JumpLimit);
    assert_eq!(vm.registers().cy0(), 65535);
}

#[test]
fn code_of_the_greatest_length_ends_past_offset_65534() {
    let mut code = vec![0xFF; 65535];
    let program = Program::new(lib(&code, &[])).expect("complete");
    let mut vm = Vm::new();
    let outcome = vm.run(&program);
    assert_eq!(outcome.stop, Stop::Failed(Failure::EndOfCode));
    assert_eq!(outcome.site.offset, 65535);
    assert_eq!(vm.registers().ca0(), 65535 + 2);
    // An instruction whose bytes go past 2^16 fails where it stands; one that ends there runs.
    code[65534] = 0x02;
    let outcome = vm.run(&Program::new(lib(&code, &[])).expect("complete"));
    assert_eq!(outcome.stop, Stop::Failed(Failure::EndOfCode));
    assert_eq!((outcome.site.offset, vm.registers().cy0()), (65534, 0));
    code[65534] = 0x1A;
    vm.registers_mut().set_a8(0, 0).expect("exists");
    let outcome = vm.run(&Program::new(lib(&code, &[])).expect("complete"));
    assert_eq!(outcome.stop, Stop::Failed(Failure::EndOfCode));
    assert_eq!(vm.registers().ca0(), 65534 + 1 + 2);
}

/// The complexity of each instruction by the groups of the instruction set's text.
#[test]
fn complexity_is_that_of_the_group() {
    for form in FORMS {
        let is_float = ["AddF", "SubF", "MulF", "DivF"].contains(&form.name);
        let cost = match form.opcode {
            0x00..0x10 => 2,
            _ if is_float => 10,
            0x10..0x30 | 0xFF => 1,
            0x30..0x40 => 5,
            0x80..0x88 => 100,
            0x88..0x90 => 1000,
            _ => panic!("{}", form.name),
        };
        assert_eq!(form.cost, cost, "{}", form.name);
    }
}

#[test]
fn programs_check_everything_they_can_reach_and_nothing_else() {
    use aluvm_core::library::ProgramError;
    let leaf = text("ret;", &[]);
    let middle = text(r#"call 0 @ "{}"; ret;"#, &[&leaf]);
    let entry = text(r#"call 0 @ "{}"; ret;"#, &[&middle]);
    let unused = lib(&[], &[]);
    let site = LibSite::start(entry.id());
    let link = |libs: &[&Lib]| {
        Program::<NoExtension>::link(site, libs.iter().map(|lib| (*lib).clone())).map(|_| ())
    };
    assert_eq!(link(&[&entry, &middle, &leaf]), Ok(()));
    assert_eq!(link(&[&leaf, &unused, &middle, &entry]), Ok(()));
    assert_eq!(link(&[]), Err(ProgramError::Empty));
    let missing = ProgramError::MissingLibrary { lib: leaf.id(), caller: Some(middle.id()) };
    assert_eq!(link(&[&entry, &middle]), Err(missing));
    let missing = ProgramError::MissingLibrary { lib: entry.id(), caller: None };
    assert_eq!(link(&[&middle, &leaf]), Err(missing));
}
