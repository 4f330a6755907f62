//! The fast loop and the step-by-step run against the judge, which shares nothing with them but the table
//! of forms: on every program, with every limit, they end in the same state for the same reason at the
//! same place.

mod costs;
mod fused;
mod handover;
mod host;
mod judge;
mod jump_limit;
mod operations;
mod programs;
mod reach;
mod session;
mod structured;

use std::collections::BTreeMap;

use aluvm_core::library::{Lib, LibSite, Program};
use aluvm_core::num::integer::{U256, U512, U1024};
use aluvm_core::vm::{Outcome, Registers, Stop, Vm};
use aluvm_tests::cases;
use aluvm_tests::machine::{end, site, state};
use host::{Host, HostInstr};
use judge::{Verdict, judge};
use programs::{Libraries, libraries, structured};
use proptest::prelude::*;

type HostProgram = Program<HostInstr>;

/// Some registers to begin with, so that instructions find values.
fn inputs() -> Registers {
    let mut registers = Registers::new();
    for index in 0..3 {
        registers.set_a8(index, 90 + 80 * index).expect("exists");
        registers.set_a16(index, 3 + 100 * u16::from(index)).expect("exists");
        registers.set_a64(index, u64::MAX - u64::from(index)).expect("exists");
    }
    registers.set_a32(0, 1).expect("exists");
    registers.set_a32(1, u32::MAX).expect("exists");
    registers.set_a128(1, 1).expect("exists");
    registers.set_a128(2, u128::MAX / 2).expect("exists");
    registers.set_a256(0, U256::ONE << 255_usize).expect("exists");
    registers.set_a256(1, U256::MAX).expect("exists");
    registers.set_a512(0, U512::MAX - U512::ONE).expect("exists");
    registers.set_a512(1, U512::from(77)).expect("exists");
    registers.set_a1024(0, U1024::ONE).expect("exists");
    registers.set_a1024(1, U1024::MAX >> 1_usize).expect("exists");
    registers.set_f64(0, 1.5).expect("a number");
    registers.set_f64(1, -0.0).expect("a number");
    registers.set_r256(1, [0x5A; 32]).expect("exists");
    registers.set_s16(0, b"the quick brown fox").expect("exists");
    registers.set_s16(1, b"the slow brown dog").expect("exists");
    registers
}

/// How a run is set up.
#[derive(Clone, Copy)]
struct Setup {
    limit: Option<u64>,
    /// The offset at which it begins.
    begin: u16,
    /// What `st0` is at the beginning.
    status: bool,
}

impl Setup {
    fn limited(limit: impl Into<Option<u64>>) -> Setup {
        Setup { limit: limit.into(), begin: 0, status: true }
    }

    fn registers(self) -> Registers {
        let mut registers = inputs();
        registers.set_cl0(self.limit);
        registers.set_st0(self.status);
        registers
    }
}

/// Compares a machine after a run with the judge.
fn agrees(
    vm: &Vm<HostInstr>,
    outcome: Outcome,
    host: &Host,
    verdict: &Verdict,
) -> Result<(), TestCaseError> {
    let end = end(vm.registers(), &outcome);
    prop_assert_eq!((end.stop, end.site), (verdict.end.stop, verdict.end.site));
    prop_assert_eq!(verdict.end.state.differences(&end.state), vec![]);
    prop_assert_eq!(end, verdict.end.clone());
    prop_assert_eq!(host, &verdict.host);
    Ok(())
}

/// How long a run was.
struct Length {
    complexity: u64,
    steps: usize,
}

/// Runs a program by the fast loop, by the trace and before the judge, and compares all that can be
/// seen. A run without end stops at the jump limit.
fn compare(
    vm: &mut Vm<HostInstr>,
    program: &HostProgram,
    libraries: &Libraries,
    setup: Setup,
) -> Result<(Outcome, Length), TestCaseError> {
    let entry = LibSite::new(libraries.entry, setup.begin);
    let verdict = judge(&libraries.libs, state(&setup.registers()), site(entry));

    let mut host = Host::default();
    *vm.registers_mut() = setup.registers();
    let outcome = if setup.begin == 0 {
        vm.run_with(program, &mut host)
    } else {
        vm.run_at(program, entry, &mut host)
    };
    agrees(vm, outcome, &host, &verdict)?;

    let mut traced = Vm::with_extension();
    *traced.registers_mut() = setup.registers();
    let (mut host, mut visited) = (Host::default(), Vec::new());
    let again = traced.trace(program, entry, &mut host, |step| visited.push(site(step.site)));
    prop_assert_eq!(again, outcome);
    agrees(&traced, again, &host, &verdict)?;
    prop_assert_eq!(traced.registers(), vm.registers());
    let length = Length { complexity: verdict.end.state.ca0, steps: visited.len() };
    prop_assert_eq!(visited, verdict.visited);
    Ok((outcome, length))
}

/// Compares the fast loop alone with the judge.
fn compare_fast(
    vm: &mut Vm<HostInstr>,
    program: &HostProgram,
    libraries: &Libraries,
    setup: Setup,
) -> Result<(), TestCaseError> {
    let entry = LibSite::new(libraries.entry, setup.begin);
    let verdict = judge(&libraries.libs, state(&setup.registers()), site(entry));
    *vm.registers_mut() = setup.registers();
    let mut host = Host::default();
    let outcome = vm.run_with(program, &mut host);
    agrees(vm, outcome, &host, &verdict)
}

/// A library by itself.
fn of_text(text: &str) -> Libraries {
    let lib = Lib::from_text::<HostInstr>(text).unwrap_or_else(|error| panic!("{error}"));
    Libraries { entry: lib.id(), libs: BTreeMap::from([(lib.id(), lib)]) }
}

fn link(libraries: &Libraries) -> HostProgram {
    link_entries(libraries, &[])
}

/// A program that can also begin at other offsets of its libraries.
fn link_entries(libraries: &Libraries, offsets: &[u16]) -> HostProgram {
    let others = libraries
        .libs
        .keys()
        .flat_map(|lib| offsets.iter().map(|offset| LibSite::new(*lib, *offset)));
    let entries = [LibSite::start(libraries.entry)].into_iter().chain(others);
    Program::link_entries(entries, libraries.libs.values().cloned()).expect("complete")
}

/// With every limit up to the complexity of the run.
fn agrees_with_every_limit(libraries: &Libraries, longest: u64) -> Result<(), TestCaseError> {
    let program = link(libraries);
    let vm = &mut Vm::with_extension();
    let (_, length) = compare(vm, &program, libraries, Setup::limited(longest))?;
    // A host can take the limit away, and what runs on then takes too long to run so often.
    if length.steps as u64 > 10 * longest {
        return Ok(());
    }
    for limit in 0..=length.complexity.min(longest) + 1 {
        compare_fast(vm, &program, libraries, Setup::limited(limit))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(20_000)))]

    #[test]
    fn agrees_on_random_programs(
        libraries in libraries(),
        entries in proptest::collection::vec(0u16..8, 0..4),
        begin in 0u16..6,
        status in any::<bool>(),
    ) {
        // Half of the time it begins at one of the entry points.
        let program = link_entries(&libraries, &entries);
        let begin = entries.first().copied().unwrap_or(begin);
        let vm = &mut Vm::with_extension();
        let setup = Setup { limit: Some(1500), begin, status };
        let (outcome, _) = compare(vm, &program, &libraries, setup)?;
        if outcome.stop != Stop::ComplexityLimit {
            let _ = compare(vm, &program, &libraries, Setup { limit: None, ..setup })?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(6_000)))]

    #[test]
    fn agrees_on_programs_with_loops(libraries in structured(false), status in any::<bool>()) {
        let program = link(&libraries);
        let vm = &mut Vm::with_extension();
        let setup = Setup { limit: Some(3000), begin: 0, status };
        let _ = compare(vm, &program, &libraries, setup)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(600)))]

    #[test]
    fn agrees_with_every_limit_on_random_programs(libraries in libraries()) {
        agrees_with_every_limit(&libraries, 150)?;
    }

    #[test]
    fn agrees_with_every_limit_on_programs_with_loops(libraries in structured(false)) {
        agrees_with_every_limit(&libraries, 300)?;
    }

    #[test]
    fn agrees_with_every_limit_on_programs_of_a_host(libraries in structured(true)) {
        agrees_with_every_limit(&libraries, 300)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(60)))]

    #[test]
    fn agrees_without_a_limit(libraries in libraries()) {
        let vm = &mut Vm::with_extension();
        let _ = compare(vm, &link(&libraries), &libraries, Setup::limited(None))?;
    }
}
