//! Sessions: step by step they are the run, and behind each step they can go back to.

use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::{Registers, Session, Stop, Vm};
use aluvm_tests::cases;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::host::{Host, HostInstr};
use crate::programs::{Libraries, libraries, structured};
use crate::{inputs, link};

/// What can be seen behind a step.
struct Seen {
    site: LibSite,
    text: String,
    registers: Registers,
    changes: usize,
}

/// Runs a program as a session and as a trace, and goes back to some of its steps.
fn agrees(libraries: &Libraries, limit: u64, back: &[Index]) -> Result<(), TestCaseError> {
    let program = link(libraries);
    let entry = LibSite::start(libraries.entry);
    let mut before = inputs();
    before.set_cl0(limit);
    let mut vm = Vm::<HostInstr>::with_extension();
    *vm.registers_mut() = before.clone();
    let _ = vm.run_with(&program, &mut Host::default());
    // A host can take the limit away, and all of what runs on then is too much to keep.
    if vm.registers().ca0() > 2 * limit {
        return Ok(());
    }
    *vm.registers_mut() = before.clone();
    let (mut host, mut trace) = (Host::default(), Vec::new());
    let outcome = vm.trace(&program, entry, &mut host, |step| {
        let (text, registers) = (step.instr.to_string(), step.registers.clone());
        trace.push(Seen { site: step.site, text, registers, changes: step.changes.len() });
    });

    let mut session = Session::new(&program, entry, before.clone());
    let mut own_host = Host::default();
    for (number, seen) in trace.iter().enumerate() {
        prop_assert_eq!(session.steps(), number as u64);
        prop_assert_eq!(session.site(), seen.site);
        prop_assert_eq!(session.instr().map(|instr| instr.to_string()), Some(seen.text.clone()));
        let step = session.step_with(&mut own_host).expect("goes on");
        prop_assert_eq!(step.site, seen.site);
        prop_assert_eq!(step.instr.to_string(), seen.text.clone());
        prop_assert_eq!(step.changes.len(), seen.changes);
        prop_assert_eq!(session.registers(), &seen.registers);
    }
    prop_assert!(session.step_with(&mut own_host).is_none());
    prop_assert_eq!(session.outcome(), Some(outcome));
    prop_assert_eq!(session.registers(), vm.registers());
    prop_assert_eq!(&own_host, &host);

    // Back and on again, and the host hears nothing of it.
    for index in back {
        let steps = index.index(trace.len());
        // What is ahead is not gone back to.
        let expected = session.steps().min(steps as u64);
        session.rewind(steps as u64);
        prop_assert_eq!(session.steps(), expected);
        if expected < steps as u64 {
            session.run_until_with(&mut own_host, |session| session.steps() == steps as u64);
        }
        prop_assert_eq!(session.steps(), steps as u64);
        prop_assert_eq!(session.site(), trace[steps].site);
        match steps.checked_sub(1) {
            Some(last) => prop_assert_eq!(session.registers(), &trace[last].registers),
            None => prop_assert!(session.registers().defined().eq(before.defined())),
        }
        if steps % 2 == 0 {
            let end = session.run_until_with(&mut own_host, |_| false);
            prop_assert_eq!(end, Some(outcome));
            prop_assert_eq!(session.registers(), vm.registers());
        }
    }
    prop_assert_eq!(&own_host, &host);

    // Again from what was recorded, before a host who knows nothing.
    let effects = session.effects().clone();
    let mut replay = Session::replay(&program, entry, before, effects);
    let mut idle = Host::default();
    prop_assert_eq!(replay.run_until_with(&mut idle, |_| false), Some(outcome));
    prop_assert_eq!(replay.registers(), vm.registers());
    prop_assert_eq!(idle, Host::default());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500)))]

    #[test]
    fn sessions_agree_on_random_programs(libraries in libraries(), back in vec(any::<Index>(), 3)) {
        agrees(&libraries, 600, &back)?;
    }

    #[test]
    fn sessions_agree_on_programs_of_a_host(libraries in structured(true), back in vec(any::<Index>(), 3)) {
        agrees(&libraries, 1500, &back)?;
    }
}

#[test]
fn a_long_run_goes_back_to_any_step() {
    let text = "put a64[0], 0; next: inc a64[0]; routine nothing; jmp next; nothing: ret;";
    let program = Program::new(text.parse().expect("a program")).expect("complete");
    let mut session = Session::new(&program, program.entry(), Registers::new());
    let outcome = session.run_until(|_| false).expect("the jump limit");
    assert_eq!(outcome.stop, Stop::JumpLimit);
    let all = session.steps();
    assert!(all > 100_000, "{all}");
    // Each round has four steps: inc, routine, ret, jmp.
    for steps in [all - 1, 1, 0, 99_999, 63, 64, 65, 4097, 40_000].into_iter().chain(70_000..70_200)
    {
        let expected = session.steps().min(steps);
        session.rewind(steps);
        assert_eq!(session.steps(), expected);
        if expected < steps {
            session.run_until(|session| session.steps() == steps);
        }
        assert_eq!(session.steps(), steps);
        let rounds = steps.checked_sub(1).map(|steps| steps.div_ceil(4));
        assert_eq!(session.registers().a64(0), rounds, "{steps}");
        let is_inside = steps > 1 && (steps - 1) % 4 == 2;
        assert_eq!(session.call_stack().len(), usize::from(is_inside), "{steps}");
    }
}

#[test]
fn a_session_stops_where_it_is_told_and_shows_the_call_stack() {
    let text = "routine outer; ret; outer: routine inner; ret; inner: put a8[0], 1; ret;";
    let program = Program::new(text.parse().expect("a program")).expect("complete");
    let mut session = Session::new(&program, program.entry(), Registers::new());
    let outcome = session.run_until(|session| session.registers().a8(0).is_some());
    assert_eq!(outcome, None);
    let stack: Vec<u16> = session.call_stack().map(|site| site.offset).collect();
    assert_eq!(stack, [3, 7]);
    assert!(session.run_until(|_| false).is_some_and(|outcome| outcome.is_success()));
    assert_eq!(session.call_stack().len(), 0);
    assert_eq!(session.instr(), None);

    let elsewhere = LibSite::start(aluvm_core::library::LibId::from_bytes([1; 32]));
    let mut nowhere = Session::new(&program, elsewhere, Registers::new());
    assert!(nowhere.step().is_none());
    assert_eq!(nowhere.outcome(), Some(Vm::new().run_at(&program, elsewhere, &mut ())));
    assert_eq!(nowhere.site(), elsewhere);
}
