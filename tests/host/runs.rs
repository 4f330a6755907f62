//! Runs: what stays between them, the limits, the trace, and the outcome.

use aluvm::library::ProgramError;
use aluvm::vm::{Failure, Stop, Value};
use aluvm::{Lib, LibId, LibSite, NoExtension, Program, Vm};

fn lib(text: &str) -> Lib {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn program(text: &str) -> Program {
    Program::new(lib(text)).expect("complete")
}

#[test]
fn registers_stay_between_runs_until_a_reset() {
    let mut vm = Vm::new();
    let double = program("add.uc a8[0], a8[0]; ret;");
    vm.registers_mut().set_a8(0, 5).expect("exists");
    assert!(vm.run(&double).is_success());
    assert!(vm.run(&double).is_success());
    assert_eq!(vm.registers().a8(0), Some(20));
    vm.reset();
    assert_eq!(vm.registers().a8(0), None);
    assert_eq!((vm.registers().cy0(), vm.registers().ca0()), (0, 0));
}

#[test]
fn the_status_begins_true_unless_the_host_sets_it() {
    let mut vm = Vm::new();
    let (fail, ret) = (program("fail;"), program("ret;"));
    assert!(!vm.run(&fail).is_success());
    assert!(vm.run(&ret).is_success());
    vm.registers_mut().set_st0(false);
    assert!(!vm.run(&ret).is_success());
    assert!(vm.run(&ret).is_success());
}

#[test]
fn the_limit_stays_and_the_counters_begin_anew() {
    let mut vm = Vm::new();
    let loop_of_ten = program("put a8[0], 10; next: dec a8[0]; ifz a8[0]; inv st0; jif next; ret;");
    // The last round leaves the status false, which ends the loop.
    assert_eq!(vm.run(&loop_of_ten).stop, Stop::Finished);
    let (jumps, complexity) = (vm.registers().cy0(), vm.registers().ca0());
    // put, ten rounds of dec, ifz, inv and jif, ret.
    assert_eq!((jumps, complexity), (9, 2 + 10 * 5 + 2));

    vm.registers_mut().set_cl0(30);
    for _ in 0..2 {
        let outcome = vm.run(&loop_of_ten);
        assert_eq!(outcome.stop, Stop::ComplexityLimit);
        assert_eq!(vm.registers().cl0(), Some(30));
        assert!((30..35).contains(&vm.registers().ca0()));
    }
    vm.registers_mut().set_cl0(complexity + 1);
    assert_eq!(vm.run(&loop_of_ten).stop, Stop::Finished);
    vm.registers_mut().set_cl0(complexity);
    assert_eq!(vm.run(&loop_of_ten).stop, Stop::ComplexityLimit);
    vm.registers_mut().set_cl0(None);
    assert_eq!(vm.run(&loop_of_ten).stop, Stop::Finished);
    assert_eq!(vm.registers().cy0(), jumps);
}

#[test]
fn the_outcome_says_why_and_where() {
    let missing = "library called is not part";
    for (text, limit, offset, stop, message) in [
        ("nop; ret;", None, 1, Stop::Finished, "the program finished"),
        ("nop; fail;", None, 1, Stop::Failed(Failure::Fail), "failed by `fail`"),
        ("inv st0; test;", None, 1, Stop::Failed(Failure::Test), "`test` found st0 false"),
        (".byte 0x47;", None, 0, Stop::Failed(Failure::Reserved), "a reserved instruction"),
        ("nop;", None, 1, Stop::Failed(Failure::EndOfCode), "no code here"),
        ("call 0 @ 0;", None, 0, Stop::Failed(Failure::MissingLibrary), missing),
        ("next: jmp next;", None, 0, Stop::JumpLimit, "jumped too often"),
        ("nop; jmp 0;", Some(5), 1, Stop::ComplexityLimit, "the complexity reached its limit"),
    ] {
        let lib = lib(text);
        let mut vm = Vm::new();
        vm.registers_mut().set_cl0(limit);
        let outcome = vm.run(&Program::new(lib.clone()).expect("complete"));
        assert_eq!(outcome.stop, stop, "{text}");
        assert_eq!(outcome.site, LibSite::new(lib.id(), offset), "{text}");
        assert_eq!(outcome.is_success(), stop == Stop::Finished);
        let shown = outcome.to_string();
        let result = if outcome.is_success() { "success: " } else { "failure: " };
        assert!(shown.starts_with(result) && shown.contains(message), "{shown}");
        assert!(shown.ends_with(&outcome.site.to_string()), "{shown}");
    }
}

#[test]
fn the_trace_shows_site_instruction_and_changed_registers() {
    let callee = lib("put a8[1], 3; add.uc a8[0], a8[1]; ret;");
    let caller =
        lib(&format!("put a8[0], 2; call 0 @ \"{}\"; clr a8[0]; inv st0; ret;", callee.id()));
    let program = Program::with_libs(caller.clone(), [callee.clone()]).expect("complete");
    let mut lines = Vec::new();
    let outcome = Vm::new().trace(&program, program.entry(), &mut (), |step| {
        let changes: Vec<String> = step
            .changes
            .iter()
            .map(|change| {
                let shown = |value: &Option<Value>| {
                    value.as_ref().map_or("none".to_string(), ToString::to_string)
                };
                format!(
                    "{}: {} -> {}",
                    change.register,
                    shown(&change.before),
                    shown(&change.after)
                )
            })
            .collect();
        // All registers are there too, as they are after the instruction.
        for change in step.changes {
            assert_eq!(step.registers.get(change.register), change.after);
        }
        let lib = if step.site.lib == caller.id() { "caller" } else { "callee" };
        let instr = step.instr.to_string();
        lines.push(format!("{lib} {:#x} {instr} [{}]", step.site.offset, changes.join(", ")));
    });
    let call = format!("caller 0x4 call    0x0000 @ \"{}\" []", callee.id());
    assert_eq!(
        lines,
        [
            "caller 0x0 put     a8[0], 2 [a8[0]: none -> 0x02]",
            &call,
            "callee 0x0 put     a8[1], 3 [a8[1]: none -> 0x03]",
            "callee 0x4 add.uc  a8[0], a8[1] [a8[1]: 0x03 -> 0x05]",
            "callee 0x7 ret []",
            "caller 0x8 clr     a8[0] [a8[0]: 0x02 -> none]",
            "caller 0xa inv     st0 [st0: true -> false]",
            "caller 0xb ret []",
        ]
    );
    assert!(!outcome.is_success());
    assert_eq!(outcome.stop, Stop::Finished);
}

#[test]
fn a_trace_shows_the_failure_too() {
    let program = program("inv st0; inv st0; nop;");
    let mut steps = Vec::new();
    let outcome = Vm::new().trace(&program, program.entry(), &mut (), |step| {
        steps.push((step.site.offset, step.instr.to_string(), step.changes.len()));
    });
    assert_eq!(outcome.stop, Stop::Failed(Failure::EndOfCode));
    let (offset, instr, changes) = steps.last().expect("some");
    // Past the end there are zeros, which are `fail` and make st0 false.
    assert_eq!((*offset, instr.as_str(), *changes), (3, "fail", 1));
}

#[test]
fn a_run_can_begin_anywhere() {
    let lib = lib("fail; put a8[0], 7; ret;");
    let program = Program::new(lib.clone()).expect("complete");
    let mut vm = Vm::new();
    assert!(!vm.run(&program).is_success());
    assert!(vm.run_at(&program, LibSite::new(lib.id(), 1), &mut ()).is_success());
    assert_eq!(vm.registers().a8(0), Some(7));
    // Into the middle of the constant's place, and past the end.
    assert!(!vm.run_at(&program, LibSite::new(lib.id(), 2), &mut ()).is_success());
    let outcome = vm.run_at(&program, LibSite::new(lib.id(), 65535), &mut ());
    assert_eq!(outcome.stop, Stop::Failed(Failure::EndOfCode));
    let elsewhere = LibSite::start(LibId::from_bytes([1; 32]));
    let outcome = vm.run_at(&program, elsewhere, &mut ());
    assert_eq!(outcome.stop, Stop::Failed(Failure::MissingLibrary));
    assert_eq!(outcome.site, elsewhere);
    // A program can begin anywhere too.
    let site = LibSite::new(lib.id(), 1);
    let program = Program::<NoExtension>::link(site, [lib]).expect("complete");
    assert!(vm.run(&program).is_success());
}

#[test]
fn a_host_can_limit_programs_to_few_libraries() {
    let leaf = lib("ret;");
    let entry = lib(&format!("call 0 @ \"{}\"; ret;", leaf.id()));
    let site = LibSite::start(entry.id());
    let libs = [entry, leaf];
    assert!(Program::<NoExtension, 2>::link_entries([site], libs.clone()).is_ok());
    let error = Program::<NoExtension, 1>::link_entries([site], libs).expect_err("too many");
    assert_eq!(error, ProgramError::TooManyLibs { max: 1 });
    assert_eq!(error.to_string(), "the program reaches more than 1 libraries");
}

#[test]
fn a_program_has_several_entry_points_in_several_libraries() {
    let leaf = lib("put a8[0], 1; ret; put a8[0], 2; ret;");
    let entry = lib("fail; put a8[0], 3; ret;");
    let other = lib(&format!("call 5 @ \"{}\"; ret;", leaf.id()));
    let sites =
        [LibSite::new(entry.id(), 1), LibSite::start(other.id()), LibSite::start(leaf.id())];
    let libs = [leaf, entry.clone(), other];
    let program = Program::<NoExtension>::link_entries(sites, libs.clone()).expect("complete");
    assert_eq!(program.entries(), sites);
    assert_eq!(program.entry(), sites[0]);
    assert_eq!(program.libs().next(), Some(&entry));
    let mut vm = Vm::new();
    assert!(vm.run(&program).is_success());
    assert_eq!(vm.registers().a8(0), Some(3));
    for (site, expected) in sites.into_iter().zip([3, 2, 1]) {
        vm.reset();
        assert!(vm.run_at(&program, site, &mut ()).is_success());
        assert_eq!(vm.registers().a8(0), Some(expected), "{site}");
    }
    let none = Program::<NoExtension>::link_entries([], libs.clone()).expect_err("no entry");
    assert_eq!(none, ProgramError::NoEntry);
    let few = Program::<NoExtension, 2>::link_entries(sites, libs).expect_err("three libraries");
    assert_eq!(few, ProgramError::TooManyLibs { max: 2 });
}
