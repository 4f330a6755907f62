//! Programs that begin when almost all jumps are taken: the limit is reached anywhere in them, inside
//! fused operations, between a call and its return, beside the complexity limit.

use std::collections::BTreeMap;

use aluvm_core::library::{Isae, Lib, LibSite, Libs, Program};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Registers, Stop, Vm};
use aluvm_tests::cases;
use aluvm_tests::machine::{site, state};
use proptest::prelude::*;

use crate::host::Host;
use crate::judge::judge;
use crate::programs::{Libraries, structured};
use crate::{HostProgram, agrees, inputs};

/// Jumps as often as `jumps` says, then goes to the start of the library: `put a16[31], jumps`, `dec`,
/// `jif`, and `exec`. It leaves `a16[31]` undefined and `st0` false.
fn countdown(libraries: &Libraries, jumps: u16) -> Lib {
    let code = [0x0B, 1 | 31 << 3, 0, 0, 0x24, 1 | 31 << 3, 0xFF, 0x03, 4, 0, 0x06, 0, 0, 0];
    let isae: Isae = "ALU".parse().expect("valid");
    let libs = Libs::new([libraries.entry]).expect("one");
    Lib::new(isae, code, jumps.to_le_bytes(), libs).expect("short")
}

/// The jumps and the complexity of the countdown, and its registers: `put` costs 2, each of its rounds,
/// and the last, 1 for `dec` and 2 for `jif`, and `exec` 2.
fn after_countdown(registers: Registers, jumps: u16) -> (Registers, u16, u64) {
    let mut registers = registers;
    registers.set_a16(31, None).expect("exists");
    registers.set_st0(false);
    (registers, jumps + 1, 2 + 3 * (u64::from(jumps) + 1) + 2)
}

fn agrees_after(
    libraries: &Libraries,
    jumps: u16,
    more: Option<u64>,
) -> Result<Stop, TestCaseError> {
    let countdown = countdown(libraries, jumps);
    let libs: BTreeMap<_, _> =
        libraries.libs.clone().into_iter().chain([(countdown.id(), countdown.clone())]).collect();
    let (registers, jumps, complexity) = after_countdown(inputs(), jumps);
    let limit = more.map(|more| complexity + more);

    let mut state = state(&registers);
    (state.cy0, state.ca0, state.cl0) = (jumps, complexity, limit);
    let verdict = judge(&libs, state, site(LibSite::start(libraries.entry)));

    let entry = LibSite::start(countdown.id());
    let program = HostProgram::link(entry, libs.values().cloned()).expect("complete");
    let mut vm = Vm::with_extension();
    *vm.registers_mut() = inputs();
    vm.registers_mut().set_cl0(limit);
    let mut host = Host::default();
    let outcome = vm.run_with(&program, &mut host);
    agrees(&vm, outcome, &host, &verdict)?;
    Ok(outcome.stop)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(400)))]

    #[test]
    fn agrees_near_the_jump_limit(libraries in structured(true), left in 0u16..40) {
        agrees_after(&libraries, 65534 - left, None)?;
    }

    #[test]
    fn agrees_near_both_limits(
        libraries in structured(true), left in 0u16..12, more in 1u64..150,
    ) {
        agrees_after(&libraries, 65534 - left, Some(more))?;
    }
}

/// Every combination of the two limits near the end of nested loops that never end by themselves.
#[test]
fn agrees_where_the_limits_meet() {
    // dec a8[0]; gt.u a8[0], a8[1]; jif 0; routine 0; ret
    let code = [0x24, 0, 0xFF, 0x18, 0, 1, 0x03, 0, 0, 0x04, 0, 0, 0x07];
    let isae: Isae = "ALU".parse().expect("valid");
    let lib = Lib::new(isae, code, [], Default::default()).expect("short");
    let libraries = Libraries { entry: lib.id(), libs: BTreeMap::from([(lib.id(), lib)]) };
    let mut stops = [0; 2];
    for left in 0..12 {
        for more in (1..60).map(Some).chain([None]) {
            match agrees_after(&libraries, 65534 - left, more).expect("agreement") {
                Stop::JumpLimit => stops[0] += 1,
                Stop::ComplexityLimit => stops[1] += 1,
                stop => panic!("{stop}"),
            }
        }
    }
    assert!(stops.iter().all(|count| *count > 12), "{stops:?}");
}

/// Code so long that the loop looks after the operations several times between two jumps, which is no jump.
#[test]
fn agrees_where_code_without_jumps_is_long() {
    // inc a64[2], again and again; jmp 0
    let code = [[0x24, 3 | 2 << 3, 1].repeat(900), vec![0x02, 0, 0]].concat();
    let isae: Isae = "ALU".parse().expect("valid");
    let lib = Lib::new(isae, code, [], Default::default()).expect("short");
    let libraries = Libraries { entry: lib.id(), libs: BTreeMap::from([(lib.id(), lib)]) };
    for left in 0..8 {
        for (more, expected) in [(None, Stop::JumpLimit), (Some(700), Stop::ComplexityLimit)] {
            let stop = agrees_after(&libraries, 65534 - left, more).expect("agreement");
            assert_eq!(stop, expected, "{left} jumps are left");
        }
    }
}

/// Under this profile a run goes on counting where the one before has stopped.
#[test]
fn a_run_that_continues_stops_at_the_limit_for_all() {
    let lib: Lib = format!("{}ret;", "inv st0;".repeat(40)).parse().expect("valid");
    let entry = LibSite::start(lib.id());
    let program: Program =
        Program::link_with_profile([entry], [lib], Profile::RGB_0_11).expect("complete");
    let (mut vm, mut traced) = (Vm::new(), Vm::new());
    vm.registers_mut().set_cl0(Some(150));
    traced.registers_mut().set_cl0(Some(150));
    let mut outcomes = Vec::new();
    for _ in 0..5 {
        let outcome = vm.run(&program);
        assert_eq!(outcome, traced.trace(&program, entry, &mut (), |_| ()));
        assert_eq!(vm.registers().ca0(), traced.registers().ca0());
        outcomes.push(outcome.stop);
    }
    assert_eq!(outcomes.get(..3), Some(&[Stop::Finished; 3][..]));
    assert_eq!(outcomes.get(3), Some(&Stop::ComplexityLimit));
}
