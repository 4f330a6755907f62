//! The fast loop and the step-by-step run against the judge, a plain interpreter of bytes: on every
//! program, with every limit, they end in the same state for the same reason at the same place.

mod judge;
mod programs;

use aluvm_core::isa::{NoExtension, Register, RegisterSize};
use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::{Outcome, Registers, Stop, Vm};
use judge::Judge;
use programs::{Libraries, libraries};
use proptest::prelude::*;

/// Some registers to begin with, so that instructions find values.
fn inputs() -> Registers {
    let mut registers = Registers::new();
    for index in 0..3 {
        registers.set_a8(index, 200 + 30 * index).expect("exists");
        registers.set_a16(index, 3 + 100 * u16::from(index)).expect("exists");
        registers.set_a64(index, u64::MAX - u64::from(index)).expect("exists");
    }
    registers.set_a256(1, aluvm_core::num::integer::U256::MAX).expect("exists");
    registers.set_a1024(0, aluvm_core::num::integer::U1024::ONE).expect("exists");
    registers.set_r256(1, [0x5A; 32]).expect("exists");
    registers.set_s16(0, b"the quick brown fox").expect("exists");
    registers.set_s16(1, b"the slow brown dog").expect("exists");
    registers
}

/// The first register in which two machines differ.
fn difference(first: &Registers, second: &Registers) -> Option<Register> {
    let registers = RegisterSize::ALL.iter().flat_map(|size| {
        (0..size.count()).map(|index| Register::Value { size: *size, index })
    });
    registers
        .chain([Register::Status])
        .find(|register| first.get(*register) != second.get(*register))
}

/// Runs a program on a machine and before the judge, and compares all that can be seen. The answer is
/// the complexity.
fn compare(
    program: &Program,
    libraries: &Libraries,
    limit: Option<u64>,
    begin: u16,
) -> Result<(Outcome, u64), TestCaseError> {
    let entry = LibSite::new(libraries.entry, begin);
    let mut judge = Judge::new(&libraries.libs, inputs(), limit);
    let (stop, site) = judge.run(entry);

    let mut vm = Vm::new();
    *vm.registers_mut() = inputs();
    vm.registers_mut().set_cl0(limit);
    let outcome =
        if begin == 0 { vm.run(program) } else { vm.run_at(program, entry, &mut ()) };

    prop_assert_eq!(outcome.stop, stop);
    prop_assert_eq!(outcome.site, site);
    prop_assert_eq!(outcome.status, judge.registers.st0());
    prop_assert_eq!(difference(vm.registers(), &judge.registers), None);
    prop_assert_eq!(u32::from(vm.registers().cy0()), judge.jumps);
    prop_assert_eq!(vm.registers().ca0(), judge.complexity);

    let mut traced = Vm::new();
    *traced.registers_mut() = inputs();
    traced.registers_mut().set_cl0(limit);
    let mut visited = Vec::new();
    let again = traced.trace(program, entry, &mut (), |step| visited.push(step.site));
    prop_assert_eq!(again, outcome);
    prop_assert_eq!(traced.registers(), vm.registers());
    prop_assert_eq!(visited, judge.visited);
    Ok((outcome, judge.complexity))
}

fn link(libraries: &Libraries) -> Program {
    let entry = LibSite::start(libraries.entry);
    Program::<NoExtension>::link(entry, libraries.libs.values().cloned()).expect("complete")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn agrees_on_random_programs(libraries in libraries(), begin in 0u16..6) {
        let program = link(&libraries);
        let (outcome, _) = compare(&program, &libraries, Some(3000), begin)?;
        if outcome.stop != Stop::ComplexityLimit {
            let (unlimited, _) = compare(&program, &libraries, None, begin)?;
            prop_assert_eq!(unlimited, outcome);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn agrees_with_every_limit(libraries in libraries()) {
        let program = link(&libraries);
        let (_, complexity) = compare(&program, &libraries, Some(150), 0)?;
        for limit in 0..=complexity + 1 {
            compare(&program, &libraries, Some(limit), 0)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn agrees_without_a_limit(libraries in libraries()) {
        compare(&link(&libraries), &libraries, None, 0)?;
    }
}
