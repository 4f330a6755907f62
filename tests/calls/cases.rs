//! Recorded runs: their text, and that they repeat what happened, also without the host.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::Command;

use aluvm::isa::{Idx32, Unsigned8};
use aluvm::{Extension, Instr, Registers, Vm, isa_extension};
use aluvm_core::call::coverage::{self, Count};
use aluvm_core::call::{CallError, Case, CaseErrorKind, Contract, Source};
use aluvm_core::isa::{Register, RegisterSize};
use aluvm_core::library::{Lib, LibId, LibSite};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Effect, Outcome, Stop, Value};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::draft::{Draft, contract, lay_out};
use crate::vault;

isa_extension! {
    /// Instructions of a host with a counter.
    pub enum CounterInstr: "COUNTER" {
        /// Sets a register to the counter, which goes up. Stops the program at a limit.
        Next = 0x90 [dst: Idx32, #0/3, limit: Unsigned8] "next" (a64 dst, limit)
            reads() writes(a64 dst, st0) cost 7;
        /// Limits the complexity.
        Limit = 0x91 [limit: Unsigned8] "limit" (limit) reads() writes() cost 3;
    }
}

impl Extension for CounterInstr {
    type Context<'c> = u64;

    fn execute(&self, registers: &mut Registers, counter: &mut u64) -> ControlFlow<()> {
        match self {
            CounterInstr::Next { dst, limit } => {
                *counter += 1;
                if *counter > limit.0.into() {
                    return ControlFlow::Break(());
                }
                registers.set_st0(counter.is_multiple_of(2));
                registers.set_a64(dst.get() as u8, *counter).expect("exists");
            }
            CounterInstr::Limit { limit } => registers.set_cl0(u64::from(limit.0)),
        }
        ControlFlow::Continue(())
    }
}

/// A contract of a host: two instructions of it, and arithmetic on what they give.
fn counting() -> &'static Contract<CounterInstr> {
    let draft = Draft {
        name: "count",
        inputs: "x: a64[0]",
        outputs: "sum: a64[1]",
        text: "next a64[1], 100;
            limit 200;
            require not st0 ==> inv st0; test;
            add.uc a64[0], a64[1];
            next a64[2], 4;
            test;
            ret;",
    };
    contract(lay_out::<CounterInstr>("counting", vec![], 1, &[draft]), &[])
}

fn count(vm: &mut Vm<CounterInstr>, x: u64, counter: &mut u64) -> Result<u64, CallError> {
    let inputs = |r: &mut Registers| r.set_a64(0, x).map_err(CallError::input("x"));
    counting().call(vm, 0, counter, inputs, |r| r.a64(1))
}

/// The errors of some calls that fail, each in another way.
fn failures() -> Vec<CallError> {
    let mut vm = Vm::new();
    let mut host = Vm::with_extension();
    vec![
        vault::withdraw(&mut vm, 500, 501, 6).expect_err("overspent"),
        vault::withdraw(&mut vm, 500, 500, 5).expect_err("too early"),
        vault::stale(&mut vm, 1).expect_err("fails"),
        count(&mut host, 1, &mut 1).expect_err("the counter is even"),
        count(&mut host, u64::MAX, &mut 2).expect_err("overflow"),
        count(&mut host, 1, &mut 4).expect_err("the host stops it"),
    ]
}

#[test]
fn calls_with_an_extension_reach_the_context() {
    let mut counter = 2;
    let sum = count(&mut Vm::with_extension(), 40, &mut counter).expect("succeeds");
    assert_eq!((sum, counter), (43, 4));
}

#[test]
fn failing_runs_repeat_without_the_host() {
    for error in failures() {
        let case = error.case().expect("it ran").clone();
        assert_eq!(case.replay(), Ok(Some(case.outcome)), "{error}");
        let text = case.to_text(&error.to_string());
        let read: Case = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(read, case, "{text}");
        assert_eq!(read.replay(), Ok(Some(case.outcome)));
        assert_eq!(read.explain(), case.explain());
        assert!(read.explain().is_some());
        assert_eq!(read.refused(), case.refused());
    }
}

#[test]
fn the_message_tells_what_the_host_did() {
    let error = count(&mut Vm::with_extension(), u64::MAX, &mut 2).expect_err("overflow");
    // The second `next` makes `st0` true again, so that the run succeeds.
    let expected = "\
counting::count succeeded, but its output `sum` is undefined
  it became undefined at tests/calls/vault.rs:6:13, `add.uc a64[0], a64[1]`: 18446744073709551615 + 3 \
         does not fit an unsigned a64
    x a64[0]   = 18446744073709551615
    sum a64[1] = 3
  called with x = 18446744073709551615
  the 8 steps:
     3 | next a64[1], 100                           sum = 3, st0: true -> false
     4 | limit 200
     5 | inv     st0                                st0: false -> true
     5 | test
     6 | add.uc a64[0], a64[1]                      sum: 3 -> undefined, st0: true -> false
     7 | next a64[2], 4                             a64[2] = 4, st0: false -> true
     8 | test
     9 | ret";
    assert_eq!(error.to_string(), expected);
    let stopped = count(&mut Vm::with_extension(), 1, &mut 4).expect_err("stopped").to_string();
    assert!(
        stopped.starts_with("counting::count failed: an extension instruction stopped"),
        "{stopped}"
    );
}

fn register() -> impl Strategy<Value = Register> {
    (select(RegisterSize::ALL.to_vec()), 0u8..16).prop_map(|(size, index)| size.register(index))
}

/// A value that a register can hold; small numbers are values of all float formats.
fn value(register: Register, seed: u64) -> Value {
    let Register::Value { size, .. } = register else {
        return Value::Status(seed.is_multiple_of(2));
    };
    if size == RegisterSize::S16 {
        let bytes: Vec<u8> = seed.to_le_bytes().repeat(seed as usize % 5);
        return Value::String(bytes.try_into().expect("short"));
    }
    let mut bytes = vec![0; size.bytes()];
    bytes[0] = seed as u8;
    Value::Number(bytes.into())
}

fn effect() -> impl Strategy<Value = Effect> {
    let change = (register(), any::<u64>(), any::<bool>());
    let change = change.prop_map(|(register, seed, is_defined)| {
        (register, is_defined.then(|| value(register, seed)))
    });
    let limit = proptest::option::of(proptest::option::of(any::<u64>()));
    (1u8..=16, any::<u64>(), vec(change, 0..4), limit, any::<bool>()).prop_map(
        |(length, cost, changes, limit, stops)| Effect { length, cost, changes, limit, stops },
    )
}

fn case() -> impl Strategy<Value = Case> {
    let stop = select(Stop::ALL.to_vec());
    let site =
        || (any::<[u8; 32]>(), any::<u16>()).prop_map(|(id, at)| LibSite::new(LibId::from(id), at));
    let source =
        (vec(any::<u8>(), 0..40), vec(any::<u8>(), 0..20)).prop_map(|(code, about)| Source {
            lib: Lib::new("ALU".parse().expect("a set"), code, [], Default::default())
                .expect("short"),
            description: about.into(),
        });
    let inputs = vec((register(), any::<u64>()), 0..5).prop_map(|all| {
        all.into_iter().map(|(register, seed)| (register, value(register, seed))).collect()
    });
    let effects = vec(effect(), 0..4).prop_map(|all| all.into_iter().collect());
    let effects = proptest::option::of(effects);
    let ends = (stop, any::<bool>(), site(), site(), any::<bool>());
    let sources = (vec(source, 0..3), select(Profile::ALL.to_vec()));
    (sources, inputs, proptest::option::of(any::<u64>()), effects, ends).prop_map(
        |((sources, profile), inputs, limit, effects, (stop, status, entry, site, is_same))| {
            let site = if is_same { LibSite::new(entry.lib, site.offset) } else { site };
            let outcome = Outcome { status, stop, site };
            Case { sources, entry, profile, inputs, limit, effects, outcome }
        },
    )
}

proptest! {
    #[test]
    fn the_text_of_any_case_reads_back(case in case(), comment in "[a-z \n#|]{0,30}") {
        let text = case.to_text(&comment);
        let read = text.parse::<Case>();
        prop_assert_eq!(read, Ok(case), "{}", text);
    }

    #[test]
    fn damaged_text_is_read_or_refused(case in case(), at in any::<prop::sample::Index>(), with in "[ |=@\"a-z0-9\n]{0,2}") {
        let text = case.to_string();
        let at = at.index(text.len());
        let damaged = format!("{}{with}{}", &text[..at], &text[at + 1..]);
        if let Err(error) = damaged.parse::<Case>() {
            prop_assert!(error.to_string().starts_with("line "));
        }
    }
}

#[test]
fn mistakes_in_a_case_say_where_they_are() {
    let kind = |text: &str| text.parse::<Case>().map_err(|error| (error.line, error.kind));
    assert_eq!(kind(""), Err((1, CaseErrorKind::NoRow)));
    assert_eq!(kind("\n# x\nlibrary 0"), Err((3, CaseErrorKind::Hex)));
    assert_eq!(kind("about 00"), Err((1, CaseErrorKind::NoLibrary)));
    assert_eq!(kind("host 1 x |"), Err((1, CaseErrorKind::Number)));
    assert_eq!(kind("a8[0]=5"), Err((1, CaseErrorKind::Form)));
    let id = LibId::from([1; 32]);
    let row = |before: &str, after: &str| kind(&format!("{before} | 0 @ \"{id}\" | {after}"));
    assert!(row("a8[0]=5", "st0=true").is_ok());
    assert_eq!(row("", "stop=never"), Err((1, CaseErrorKind::Stop)));
    assert!(matches!(row("a8[0]=256", ""), Err((1, CaseErrorKind::Value(_)))));
    assert!(matches!(row("b8[0]=2", ""), Err((1, CaseErrorKind::Register(_)))));
}

/// What a process of its own does, which the environment tells what to write.
#[test]
fn observed() {
    assert_eq!(failures().len(), 6);
    for x in 0..30 {
        let refused = vault::withdraw(&mut Vm::new(), 5, 6 + x, 6).expect_err("overspent");
        assert_eq!(refused.refusal(), Some(vault::Refusal::Overspent));
    }
    vault::withdraw(&mut Vm::new(), 5, 5, 6).expect("succeeds");
}

/// Runs the test above in a process, with a fresh directory in an environment variable.
fn observe(variable: &str, directory: &PathBuf) {
    let executable = std::env::current_exe().expect("this test");
    let output = Command::new(executable)
        .args(["--exact", "cases::observed"])
        .env(variable, directory)
        .output()
        .expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn fresh(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    directory
}

#[test]
fn failing_calls_are_written_where_the_environment_says() {
    let directory = fresh("cases");
    observe("ALUVM_CASES", &directory);
    let mut refusals = 0;
    let mut names = Vec::new();
    for entry in fs::read_dir(&directory).expect("was made") {
        let path = entry.expect("readable").path();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("text");
        let case: Case = text.parse().unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        assert_eq!(case.replay(), Ok(Some(case.outcome)), "{name}");
        assert!(text.starts_with("# vault::") || text.starts_with("# counting::count"), "{text}");
        refusals += u32::from(case.refused().is_some_and(|refused| refused.number == 2));
        names.push(name);
    }
    // Of one place in one routine only the first are kept.
    assert_eq!(refusals, 16, "{names:?}");
    let with = |start: &str| names.iter().filter(|name| name.starts_with(start)).count();
    assert_eq!(
        (with("vault-withdraw-"), with("vault-stale-"), with("counting-count-")),
        (17, 1, 3)
    );
    assert!(names.iter().all(|name| name.ends_with(".case")), "{names:?}");
}

#[test]
fn a_number_of_cases_is_no_directory() {
    observe("ALUVM_CASES", &PathBuf::from("20000"));
    assert!(!PathBuf::from("20000").exists());
}

#[test]
fn what_ran_is_counted_over_processes() {
    let directory = fresh("coverage");
    observe("ALUVM_COVERAGE", &directory);
    observe("ALUVM_COVERAGE", &directory);
    assert_eq!(fs::read_dir(&directory).expect("was made").count(), 2);
    let covered = coverage::read(&directory).expect("readable");
    let names: Vec<String> =
        covered.iter().map(|covered| covered.source.describe().name.to_string()).collect();
    assert_eq!(names, ["vault", "counting"]);
    let counts = &covered[0].counts;
    let instrs = covered[0].source.lib.disassemble::<CounterInstr>();
    let mut at = 0;
    let mut tests = Vec::new();
    for instr in &instrs {
        if *instr == Instr::Test {
            tests.push(counts[at]);
        }
        at += instr.length();
    }
    assert_eq!(at, counts.len());
    // In each process 32 calls come to the first `require`, of which one is too early; of the 31 at the
    // second, one is paid.
    let twice = |runs: u32, with_true: u32| Count { runs: 2 * runs, with_true: 2 * with_true };
    assert_eq!(tests[..2], [twice(33, 32), twice(32, 1)]);
    assert_eq!(tests[2..], [twice(1, 1), twice(1, 0)]);

    // A file that was cut short counts up to there, and other files do not.
    let file =
        fs::read_dir(&directory).expect("there").next().expect("one").expect("readable").path();
    let bytes = fs::read(&file).expect("readable");
    fs::write(directory.join("0-0.alucov"), &bytes[..bytes.len() - 1]).expect("written");
    fs::write(directory.join("note.txt"), "x").expect("written");
    let again = coverage::read(&directory).expect("readable");
    assert_eq!(again.len(), 2);
    assert!(again.iter().any(|covered| covered.counts.iter().any(|count| count.runs == 3 * 33)));
}
