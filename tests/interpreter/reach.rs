//! That the random programs reach what they are for: every instruction, each integer instruction in
//! each size and both with defined and with undefined registers, loops that go round, and every way
//! to stop.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

use aluvm_core::isa::{Family, Register};
use aluvm_core::library::LibSite;
use aluvm_core::vm::{Failure, Stop, Vm};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::host::Host;
use crate::programs::{libraries, rows, structured};
use crate::{Setup, link};

/// What a number of programs did.
#[derive(Default)]
struct Reach {
    /// How often each row ran.
    rows: BTreeMap<&'static str, u32>,
    /// Rows on integers of each width in bytes, by whether all they read was defined.
    integers: BTreeSet<(&'static str, usize, bool)>,
    /// Instructions that ran at least ten times in one run.
    repeated: BTreeSet<&'static str>,
    stops: Vec<Stop>,
}

impl Reach {
    fn run(&mut self, programs: &impl Strategy<Value = crate::Libraries>, count: u32) {
        let mut runner = TestRunner::deterministic();
        for _ in 0..count {
            let libraries = programs.new_tree(&mut runner).expect("a program").current();
            let program = link(&libraries);
            let mut vm = Vm::with_extension();
            *vm.registers_mut() = Setup::limited(2000).registers();
            let mut visits: BTreeMap<LibSite, u32> = BTreeMap::new();
            let entry = LibSite::start(libraries.entry);
            let outcome = vm.trace(&program, entry, &mut Host::default(), |step| {
                let Some(form) = step.instr.form() else { return };
                let visits = visits.entry(step.site).or_default();
                *visits += 1;
                *self.rows.entry(form.name).or_default() += 1;
                if *visits == 10 {
                    self.repeated.insert(form.name);
                }
                let width = step.instr.writes().chain(step.instr.reads()).find_map(integer_width);
                if let Some(width) = width {
                    let changed = |register| step.changes.iter().find(|c| c.register == register);
                    let was_defined = step.instr.reads().all(|register| match changed(register) {
                        Some(change) => change.before.is_some(),
                        None => step.registers.get(register).is_some(),
                    });
                    self.integers.insert((form.name, width, was_defined));
                }
            });
            if self.stops.iter().all(|stop| kind(*stop) != kind(outcome.stop)) {
                self.stops.push(outcome.stop);
            }
        }
    }
}

fn kind(stop: Stop) -> impl PartialEq {
    let failure = match stop {
        Stop::Failed(failure) => Some(discriminant(&failure)),
        _ => None,
    };
    (discriminant(&stop), failure)
}

fn integer_width(register: Register) -> Option<usize> {
    match register {
        Register::Value { size, .. } if size.family() == Family::A => Some(size.bytes()),
        _ => None,
    }
}

#[test]
fn random_programs_reach_every_instruction() {
    let mut reach = Reach::default();
    reach.run(&libraries(), 12_000);
    for form in rows(|_| true) {
        let count = reach.rows.get(form.name).copied().unwrap_or(0);
        assert!(count >= 10, "{} ran {count} times", form.name);
    }
    for failure in [
        Failure::Fail,
        Failure::Test,
        Failure::Reserved,
        Failure::EndOfCode,
        Failure::MissingLibrary,
        Failure::Extension,
    ] {
        let stop = Stop::Failed(failure);
        assert!(reach.stops.iter().any(|found| kind(*found) == kind(stop)), "{stop}");
    }
    assert!(reach.stops.contains(&Stop::Finished) && reach.stops.contains(&Stop::ComplexityLimit));
}

#[test]
fn programs_with_loops_repeat_every_integer_instruction_in_every_size() {
    let mut reach = Reach::default();
    reach.run(&structured(false), 12_000);
    let two_registers = ["AddA", "SubA", "MulA", "DivA", "GtA", "LtA", "EqA", "And", "Or", "Xor"];
    let one_register = ["StepA", "Neg", "Abs", "Not", "IfZA", "St", "RevA", "DupA", "MovA", "SwpA"];
    let others = ["Rem", "Shl", "ShrA", "Scl", "Scr", "PutA", "PutIfA", "ClrA", "IfNA", "CpyA"];
    for row in two_registers.iter().chain(&one_register).chain(&others) {
        assert!(reach.repeated.contains(row), "{row} in a loop");
        for width in [1, 2, 4, 8, 16, 32, 64, 128] {
            let ran = |defined| reach.integers.contains(&(*row, width, defined));
            let reads = !matches!(*row, "PutA" | "ClrA");
            assert!(ran(true), "{row} of {width} bytes");
            assert!(!reads || ran(false), "{row} of {width} bytes, undefined");
        }
    }
    for row in ["Jif", "Jmp", "Routine", "Call", "Ret", "Inv", "Test", "CnvA"] {
        assert!(reach.repeated.contains(row), "{row} in a loop");
    }
}
