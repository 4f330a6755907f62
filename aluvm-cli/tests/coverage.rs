//! `alu coverage` on what a process ran of a contract.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use aluvm_core::call::{CallError, Contract, Module};
use aluvm_core::contract::description::{Description, Routine, Statement};
use aluvm_core::isa::Instr;
use aluvm_core::library::Lib;
use aluvm_core::vm::{Registers, Vm};

/// The contract of `vault.txt`: for each statement its line and its instructions.
const STATEMENTS: [(u32, &str); 8] = [
    (4, "sub.uc a64[0], a64[1]; test;"),
    (5, "ifz a64[1];"),
    (6, "jif empty;"),
    (7, "inv st0;"),
    (8, "ret;"),
    (10, "empty: put a8[0], 1;"),
    (11, "ret;"),
    (15, "ret;"),
];

/// The contract as `alulib!` would make it, with its lines moved by some.
fn contract(moved: u32) -> &'static Contract {
    let text: String = STATEMENTS.iter().map(|(_, text)| *text).collect();
    let instrs = aluvm_core::asm::parse(&text).unwrap_or_else(|errors| panic!("{errors}"));
    let mut lengths = instrs.iter().map(Instr::length);
    let mut offset = 0;
    let mut statements = STATEMENTS.map(|(line, text)| {
        let length = lengths.by_ref().take(text.matches(';').count()).sum::<usize>() as u16;
        let statement =
            Statement { offset, length, line: line + moved, column: 13, text, refusal: None };
        offset += length;
        statement
    });
    let (withdraw, unused) = statements.split_at_mut(7);
    let routine = |name, statements: &[Statement<'static>]| Routine {
        name,
        docs: "",
        offset: statements[0].offset,
        is_public: true,
        inputs: vec![],
        outputs: vec![],
        names: vec![],
        variables: vec![],
        statements: statements.to_vec(),
    };
    let description = Description {
        name: "vault",
        file: "aluvm-cli/tests/vault.txt",
        routines: vec![routine("withdraw", withdraw), routine("unused", unused)],
        ..Description::default()
    };
    let lib = Lib::assemble(&instrs).expect("short");
    let module = Module {
        lib: Box::leak(Box::new(lib)),
        description: Vec::leak(description.to_bytes()),
        imports: &[],
    };
    Box::leak(Box::new(Contract::new(module, &[0])))
}

fn withdraw(contract: &'static Contract, balance: u64, amount: u64) -> Result<u64, CallError> {
    let inputs = |r: &mut Registers| {
        r.set_a64(0, balance).map_err(CallError::input("balance"))?;
        r.set_a64(1, amount).map_err(CallError::input("amount"))
    };
    contract.call(&mut Vm::new(), 0, &mut (), inputs, |r| r.a64(1))
}

/// What a process of its own does.
#[test]
fn observed() {
    static CONTRACT: LazyLock<&'static Contract> = LazyLock::new(|| contract(0));
    assert_eq!(withdraw(&CONTRACT, 5, 3).ok(), Some(2));
    assert_eq!(withdraw(&CONTRACT, 5, 4).ok(), Some(1));
    assert!(withdraw(&CONTRACT, 5, 6).is_err());
}

/// The same before somebody wrote a line above the contract.
#[test]
fn observed_before() {
    assert_eq!(withdraw(contract(1), 5, 5).ok(), Some(0));
}

fn observe(test: &str, directory: &Path) {
    let executable = std::env::current_exe().expect("this test");
    let mut command = Command::new(executable);
    let output = command.args(["--exact", test]).env("ALUVM_COVERAGE", directory).output();
    assert!(output.expect("runs").status.success());
}

fn fresh(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    directory
}

fn alu(arguments: &[&str], directory: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alu"));
    command.arg("coverage").arg(directory).args(arguments).output().expect("runs")
}

const REPORT: &str = "\
TN:
SF:aluvm-cli/tests/vault.txt
FN:4,vault::withdraw
FN:15,vault::unused
FNDA:6,vault::withdraw
FNDA:0,vault::unused
FNF:2
FNH:1
BRDA:4,3,0,4
BRDA:4,3,1,2
BRDA:6,6,0,0
BRDA:6,6,1,4
BRF:4
BRH:3
DA:4,6
DA:5,4
DA:6,4
DA:7,4
DA:8,4
DA:10,0
DA:11,0
DA:15,0
LF:8
LH:5
end_of_record
";

#[test]
fn runs_of_two_processes_are_added_up() {
    let directory = fresh("added");
    observe("observed", &directory);
    observe("observed", &directory);
    let output = alu(&[], &directory);
    assert_eq!(String::from_utf8_lossy(&output.stdout), REPORT);
    assert!(output.status.success() && output.stderr.is_empty());
}

#[test]
fn lines_that_have_moved_since_do_not_count() {
    let directory = fresh("moved");
    observe("observed_before", &directory);
    observe("observed", &directory);
    observe("observed", &directory);
    let file = directory.join("report.info");
    let output = alu(&["--output", &file.to_string_lossy()], &directory);
    assert_eq!(fs::read_to_string(&file).expect("written"), REPORT);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("older state of `vault` in aluvm-cli/tests/vault.txt"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn mistakes_are_said() {
    let missing = fresh("missing");
    let output = alu(&[], &missing);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("alu: cannot read "));
    fs::create_dir_all(&missing).expect("made");
    let output = alu(&[], &missing);
    assert!(output.status.success() && output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("alu: no typed call was recorded"));
}
