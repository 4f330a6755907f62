//! Sessions of programs of a host: which steps ask it, and how far they go back where the record of what it did ends.

use std::ops::ControlFlow;

use aluvm::isa::Idx16;
use aluvm::library::Program;
use aluvm::vm::{Effect, Effects, Failure, Session, Stop};
use aluvm::{Extension, Lib, LibSite, Registers, Vm, isa_extension};
use aluvm_core::limits::EFFECTS_MAX;

isa_extension! {
    /// Instructions of the host.
    enum NoteInstr: "NOTE" {
        /// Sets a string to the longest, which begins with the number of instructions so far.
        Note = 0x90 [dst: Idx16, #0/4] "note" (s16 dst) reads() writes(s16 dst) cost 10;
        /// Stops the program.
        Halt = 0x91 "halt" () reads() writes() cost 10;
    }
}

impl Extension for NoteInstr {
    /// How many instructions ran.
    type Context<'c> = u64;

    fn execute(&self, registers: &mut Registers, count: &mut u64) -> ControlFlow<()> {
        *count += 1;
        let NoteInstr::Note { dst } = self else { return ControlFlow::Break(()) };
        let mut bytes = vec![0; 0xFFFF];
        bytes[..8].copy_from_slice(&count.to_le_bytes());
        registers.set_s16(dst.get() as u8, bytes).expect("short");
        ControlFlow::Continue(())
    }
}

fn program(text: &str) -> Program<NoteInstr> {
    let lib = Lib::from_text::<NoteInstr>(text).unwrap_or_else(|error| panic!("{error}"));
    Program::link(LibSite::start(lib.id()), [lib]).expect("complete")
}

/// One round is five steps, the first of which asks the host.
fn rounds(count: u64) -> Program<NoteInstr> {
    program(&format!(
        "put a16[0], {count}; next: note s16[3]; dec a16[0]; ifz a16[0]; inv st0; jif next; ret;"
    ))
}

const ROUND: u64 = 5;

/// The steps before a round, counted from zero.
fn before_round(round: u64) -> u64 {
    1 + ROUND * round
}

/// What distinguishes a state: where it is, the counter, the complexity, and what the host set last.
type Seen = (u16, Option<u16>, u64, Option<u64>);

fn state(registers: &Registers, offset: u16) -> Seen {
    let noted = registers.s16(3).map(|string| string.as_bytes()[..8].try_into().expect("eight"));
    (offset, registers.a16(0), registers.ca0(), noted.map(u64::from_le_bytes))
}

/// The states before each step and at the end.
fn trace(program: &Program<NoteInstr>) -> Vec<Seen> {
    let (mut vm, mut steps) = (Vm::<NoteInstr>::with_extension(), Vec::new());
    let mut before = state(vm.registers(), 0);
    let outcome = vm.trace(program, program.entry(), &mut 0, |step| {
        before.0 = step.site.offset;
        steps.push(before);
        before = state(step.registers, 0);
    });
    before.0 = outcome.site.offset;
    steps.push(before);
    steps
}

fn now(session: &Session<'_, NoteInstr>) -> Seen {
    state(session.registers(), session.site().offset)
}

#[test]
fn a_session_asks_the_host_for_what_is_not_recorded() {
    let program = rounds(3);
    let (mut session, mut count) = (Session::new(&program, program.entry(), Registers::new()), 0);
    let mut asked = Vec::new();
    while session.outcome().is_none() {
        asked.push(session.asks_host());
        session.step_with(&mut count).expect("goes on");
    }
    let expected: Vec<bool> = (0..17).map(|step| step % ROUND == 1 && step < 15).collect();
    assert_eq!((asked, count), (expected, 3));
    assert!(!session.asks_host());

    // What was recorded asks no more.
    session.rewind(1);
    while session.outcome().is_none() {
        assert!(!session.asks_host(), "after {} steps", session.steps());
        session.step_with(&mut count).expect("goes on");
    }
    assert_eq!(count, 3);

    // A record of two of the three: the third asks.
    let two: Effects = session.effects().iter().take(2).collect();
    let mut replay = Session::replay(&program, program.entry(), Registers::new(), two);
    let mut third = 2;
    while replay.outcome().is_none() {
        assert_eq!(replay.asks_host(), replay.steps() == before_round(2));
        replay.step_with(&mut third).expect("goes on");
    }
    assert_eq!((third, now(&replay)), (3, now(&session)));
    assert_eq!(replay.effects(), session.effects());
}

#[test]
fn a_session_that_the_host_stopped_asks_it_no_more() {
    let program = program("note s16[0]; halt; ret;");
    let (mut session, mut count) = (Session::new(&program, program.entry(), Registers::new()), 0);
    let outcome = session.run_until_with(&mut count, |_| false).expect("an end");
    assert_eq!((outcome.stop, count), (Stop::Failed(Failure::Extension), 2));
    assert!(!session.asks_host());
    session.rewind(1);
    assert!(!session.asks_host());
    assert_eq!(session.run_until_with(&mut count, |_| false), Some(outcome));
    assert_eq!(count, 2);
}

#[test]
fn a_session_goes_back_to_each_step_and_begins_anew() {
    let program = rounds(60);
    let trace = trace(&program);
    let last = trace.len() as u64 - 1;
    let (mut session, mut count) = (Session::new(&program, program.entry(), Registers::new()), 0);
    let outcome = session.run_until_with(&mut count, |_| false).expect("an end");
    for steps in (0..last).rev() {
        session.rewind(steps);
        assert_eq!((session.steps(), now(&session)), (steps, trace[steps as usize]));
    }
    // Forward it does not go back.
    session.rewind(1);
    assert_eq!((session.steps(), session.outcome()), (0, None));
    assert_eq!(session.run_until_with(&mut count, |_| false), Some(outcome));
    session.restart();
    assert_eq!((session.steps(), now(&session)), (0, trace[0]));
    assert_eq!((session.outcome(), session.effects().iter().count()), (None, 60));
    assert_eq!(session.run_until_with(&mut count, |_| false), Some(outcome));
    assert_eq!((now(&session), count), (trace[last as usize], 60));
    session.rewind(70);
    assert_eq!((session.steps(), now(&session)), (70, trace[70]));
}

/// The way back ends before the first instruction on it that is not in the record.
#[test]
fn a_session_goes_back_to_where_the_record_ends() {
    // The flags, lengths and the register take ten bytes beside those of the string.
    let recorded = (EFFECTS_MAX / (0xFFFF + 10)) as u64;
    let all = recorded + 30;
    let program = rounds(all);
    let trace = trace(&program);
    let (mut session, mut count) = (Session::new(&program, program.entry(), Registers::new()), 0);
    let outcome = session.run_until_with(&mut count, |_| false).expect("an end");
    assert_eq!((session.steps(), count), (trace.len() as u64 - 1, all));
    assert!(!session.effects().is_complete());
    assert_eq!(session.effects().iter().count() as u64, recorded);

    // It may know a state behind that, and goes on from there to the next instruction of the host.
    let end = before_round(recorded);
    session.rewind(end + 40);
    assert!((end..=end + 40).contains(&session.steps()), "{}", session.steps());
    assert_eq!(now(&session), trace[session.steps() as usize]);
    assert!(session.asks_host());
    session.rewind(end);
    assert_eq!((session.steps(), now(&session)), (end, trace[end as usize]));
    assert!(session.asks_host());
    // From here on back all is known, also where the record has little room.
    let few = [before_round(recorded - 33), before_round(recorded - 34) + 2, 128, 65, 64, 1, 0];
    for steps in (end - 80..end).rev().chain(few) {
        session.rewind(steps);
        assert_eq!((session.steps(), now(&session)), (steps, trace[steps as usize]));
        assert!(!session.asks_host(), "after {steps} steps");
    }
    // What is recorded does not ask, and all behind it does.
    assert_eq!(
        session.run_until_with(&mut count, |_| false).map(|end| end.stop),
        Some(outcome.stop)
    );
    assert_eq!(count, all + 30);
}

/// A record can end early by one entry that is longer than any instruction's, which only a host can have written.
#[test]
fn a_session_goes_back_to_where_a_short_record_ends() {
    let program = rounds(3);
    let (mut session, mut count) = (Session::new(&program, program.entry(), Registers::new()), 0);
    let outcome = session.run_until_with(&mut count, |_| false).expect("an end");
    let first = session.effects().iter().next().expect("three");
    let changes = first.changes.iter().cycle().take(EFFECTS_MAX / 0xFFFF + 1).cloned().collect();
    let long = Effect { changes, ..first.clone() };
    let short: Effects = [first, long].into_iter().collect();
    assert!(!short.is_complete() && !short.is_full());

    let mut replay = Session::replay(&program, program.entry(), Registers::new(), short);
    let mut count = 1;
    assert_eq!(replay.run_until_with(&mut count, |_| false), Some(outcome));
    assert_eq!((count, now(&replay)), (3, now(&session)));
    replay.rewind(before_round(2) + 2);
    assert_eq!((replay.steps(), replay.outcome()), (before_round(1), None));
    assert!(replay.asks_host());
    let mut count = 1;
    assert_eq!(replay.run_until_with(&mut count, |_| false), Some(outcome));
    assert_eq!((count, now(&replay)), (3, now(&session)));
}
