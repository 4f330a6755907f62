//! The final states of random programs, as one digest, which every platform has to come to.

mod generator;

use aluvm_core::isa::Register;
use aluvm_core::library::Lib;
use aluvm_core::vm::{Failure, Outcome, Registers, Stop, Value, Vm};
use aluvm_tests::{cases, machine};
use sha2::{Digest, Sha256};

use self::generator::Generator;

/// The digests of the first so many programs of each extension of the instruction set. They follow
/// from the instruction set and from the generator alone: a change of one of these lines is a change
/// of consensus, unless the generator was changed.
const DIGESTS: &str = include_str!("digests.txt");

fn stop_number(stop: Stop) -> u8 {
    match stop {
        Stop::Finished => 0,
        Stop::JumpLimit => 1,
        Stop::ComplexityLimit => 2,
        Stop::Failed(Failure::Fail) => 3,
        Stop::Failed(Failure::Test) => 4,
        Stop::Failed(Failure::Reserved) => 5,
        Stop::Failed(Failure::EndOfCode) => 6,
        Stop::Failed(Failure::MissingLibrary) => 7,
        Stop::Failed(Failure::Extension) => 8,
        Stop::CodeEnded => 9,
        Stop::LibraryAbsent => 10,
        Stop::Failed(Failure::Panic) => 11,
        Stop::Failed(Failure::Hang) => 12,
    }
}

/// Adds where a program stopped, how, and all registers.
fn add_state(digest: &mut Sha256, outcome: &Outcome, registers: &Registers) {
    digest.update([stop_number(outcome.stop), outcome.status.into(), registers.st0().into()]);
    digest.update(outcome.site.lib.as_bytes());
    digest.update(outcome.site.offset.to_le_bytes());
    digest.update(registers.cy0().to_le_bytes());
    digest.update(registers.ca0().to_le_bytes());
    for (number, (size, index)) in (0u16..).zip(machine::all()) {
        let bytes: Box<[u8]> = match registers.get(Register::Value { size, index }) {
            Some(Value::Number(bytes)) => bytes,
            Some(Value::String(string)) => Vec::from(string).into(),
            _ => continue,
        };
        digest.update(number.to_le_bytes());
        digest.update((bytes.len() as u32).to_le_bytes());
        digest.update(&bytes);
    }
}

/// A library is the same after its text and after its file.
fn check_forms(lib: &Lib) {
    assert_eq!(lib.to_string().parse().as_ref(), Ok(lib));
    assert_eq!(Lib::from_bytes(&lib.to_bytes()).as_ref(), Ok(lib));
}

/// Runs the programs of an extension, and compares the digest where one is known.
fn run(isae: &'static str, seed: u64, ordinary: u32) {
    let name = if isae.is_empty() { "ALU" } else { isae };
    let mut known: Vec<(u32, &str)> = Vec::new();
    for line in DIGESTS.lines().filter(|line| !line.starts_with('#')) {
        let [set, count, digest] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("a line is `set count digest`: {line}");
        };
        if set == name {
            known.push((count.parse().expect("a number"), digest));
        }
    }
    // The least number of programs is run always.
    let wanted = cases(ordinary).max(known[0].0);
    let mut generator = Generator::new(isae, seed);
    let (mut vm, mut traced) = (Vm::new(), Vm::new());
    let mut digest = Sha256::new();
    let (mut finished, mut differences) = (0, Vec::new());
    for number in 1..=known.last().expect("some").0.min(wanted) {
        let (program, registers) = generator.next();
        *vm.registers_mut() = registers.clone();
        vm.registers_mut().set_st0(registers.st0());
        let outcome = vm.run(&program);
        add_state(&mut digest, &outcome, vm.registers());
        finished += u32::from(outcome.stop == Stop::Finished);
        if number % 16 == 0 {
            program.libs().for_each(check_forms);
            *traced.registers_mut() = registers.clone();
            traced.registers_mut().set_st0(registers.st0());
            let again = traced.trace(&program, program.entry(), &mut (), |_| {});
            assert_eq!((again, traced.registers()), (outcome, vm.registers()), "{name} {number}");
        }
        if let Some((_, expected)) = known.iter().find(|(count, _)| *count == number) {
            let found: String =
                digest.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            if found != *expected {
                differences.push(format!("{name} {number} {found}"));
            }
        }
    }
    assert!(differences.is_empty(), "other digests are found:\n{}", differences.join("\n"));
    // The programs are worth something: of many, some come to their end.
    assert!(wanted < 20 || finished > wanted / 20, "{finished} finished");
}

/// The machine has just the extensions that it was built with.
#[test]
fn features_are_extensions() {
    assert!(machine::has("ALU"));
    assert_eq!(machine::has("BPDIGEST"), cfg!(feature = "digest"));
    assert_eq!(machine::has("SECP256K"), cfg!(feature = "secp256k1"));
    assert_eq!(machine::has("ED25519"), cfg!(feature = "ed25519"));
}

#[test]
fn base_set() {
    run("", 1, 100_000);
}

#[cfg(feature = "digest")]
#[test]
fn digests() {
    run("BPDIGEST", 2, 10_000);
}

#[cfg(feature = "secp256k1")]
#[test]
fn secp256k1() {
    run("SECP256K", 3, 1000);
}

#[cfg(feature = "ed25519")]
#[test]
fn ed25519() {
    run("ED25519", 4, 1000);
}
