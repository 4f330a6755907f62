//! A host's instructions in code that goes on in the middle of bytes: each runs once, wherever the fast loop hands over to
//! the run step by step. What they change is the limit, which makes it hand over behind each of them.

use std::ops::ControlFlow;

use aluvm_core::isa::{ExtensionInstr, Given, Idx16, Instr, InstructionSet, Offset};
use aluvm_core::library::{Lib, LibSite, Program};
use aluvm_core::vm::{Extension, Failure, Outcome, Registers, Session, Stop, Vm};
use aluvm_tests::{Random, cases};

use crate::PROFILE;

aluvm::isa_extension! {
    /// What the machine reads half a byte behind an offset as well: with this opcode the byte there is one of a host.
    enum CountedInstr: "RGB" {
        /// Does what its operand says, and takes twelve bits.
        Half = 0xCC [action: Idx16] "half" (s16 action) reads() writes(st0) cost 7;
        /// The same in whole bytes.
        Whole = 0xC5 [action: Idx16, #0/4] "whole" (s16 action) reads() writes(st0) cost 3;
    }
}

/// What an instruction does to a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Action {
    Nothing,
    /// The limit becomes the present complexity and so much.
    Limit(u64),
    Unlimited,
    Stop,
}

impl Action {
    fn of(number: u64) -> Action {
        match number {
            0..4 => Action::Nothing,
            4..10 => Action::Limit(6 * (number - 4)),
            10..12 => Action::Limit(1000),
            12..15 => Action::Unlimited,
            _ => Action::Stop,
        }
    }
}

/// The instructions that ran: their operands, and the complexity that they found.
type Ran = Vec<(u64, u64)>;

impl Extension for CountedInstr {
    type Context<'c> = Ran;

    fn execute(&self, registers: &mut Registers, ran: &mut Ran) -> ControlFlow<()> {
        let (CountedInstr::Half { action } | CountedInstr::Whole { action }) = self;
        let (number, complexity) = (action.get() as u64, registers.ca0());
        ran.push((number, complexity));
        match Action::of(number) {
            Action::Nothing => {}
            Action::Limit(more) => registers.set_cl0(complexity + more),
            Action::Unlimited => registers.set_cl0(None),
            Action::Stop => return ControlFlow::Break(()),
        }
        ControlFlow::Continue(())
    }
}

/// An instruction of the program, before it is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Plan {
    Half(u64),
    Whole(u64),
    /// Of the base set, with this opcode and nothing but zeros behind.
    Base(u8),
}

impl Plan {
    fn instr(self) -> Instr {
        let of_host = |number: usize, action: u64| {
            let form = &CountedInstr::FORMS[number];
            let word = form.fixed_bits() | u128::from(action) << 8;
            ExtensionInstr::new(form, word).map(Instr::Extension).expect("a row")
        };
        match self {
            Plan::Half(action) => of_host(0, action),
            Plan::Whole(action) => of_host(1, action),
            Plan::Base(opcode) => Instr::from_word(opcode.into(), Given::Nothing).expect("a row"),
        }
    }

    fn action(self) -> Option<u64> {
        match self {
            Plan::Half(action) | Plan::Whole(action) => Some(action),
            Plan::Base(_) => None,
        }
    }

    fn half_bytes(self) -> usize {
        match self {
            Plan::Half(_) => 3,
            Plan::Whole(_) => 4,
            Plan::Base(_) => 2 * self.instr().form().expect("a row").length(),
        }
    }
}

/// A program without jumps. In the middle of bytes stands only what the machine does not misread there.
fn plan(random: &mut Random) -> Vec<Plan> {
    let (mut plans, mut half_bytes) = (Vec::<Plan>::new(), 0);
    for _ in 0..1 + random.below(9) {
        let is_shifted = half_bytes % 2 != 0;
        let action = random.below(16);
        let plan = match random.below(6) {
            0..4 => Plan::Half(action),
            _ if !is_shifted && random.chance(50) => Plan::Whole(action),
            _ if !is_shifted => Plan::Base(0x24),
            // The byte at the offset is 0x1n, with the half that ends the instruction before.
            _ if plans.last().and_then(|plan| plan.action()).is_none_or(|n| n < 8) => {
                Plan::Base(0x11)
            }
            _ => Plan::Half(action),
        };
        half_bytes += plan.half_bytes();
        plans.push(plan);
    }
    plans
}

/// What a run of a program comes to: each instruction once, with the limit looked at behind each.
fn judge(plans: &[Plan], mut limit: Option<u64>) -> (Ran, Stop, u64) {
    let half_bytes: usize = plans.iter().map(|plan| plan.half_bytes()).sum();
    // Half a byte at the end of the code is dropped, and with it the last instruction.
    let there = plans.len() - half_bytes % 2;
    let (mut ran, mut complexity) = (Ran::new(), 0);
    for plan in &plans[..there] {
        let mut is_stopped = false;
        if let Some(number) = plan.action() {
            ran.push((number, complexity));
            match Action::of(number) {
                Action::Nothing => {}
                Action::Limit(more) => limit = Some(complexity + more),
                Action::Unlimited => limit = None,
                Action::Stop => is_stopped = true,
            }
        }
        complexity += plan.instr().cost();
        if is_stopped {
            return (ran, Stop::Failed(Failure::Extension), complexity);
        }
        if limit.is_some_and(|limit| complexity >= limit) {
            return (ran, Stop::ComplexityLimit, complexity);
        }
    }
    // To begin where there is no code fails.
    let stop = match there {
        0 if plans[0].half_bytes() < 2 => Stop::Failed(Failure::EndOfCode),
        _ => Stop::CodeEnded,
    };
    (ran, stop, complexity)
}

fn limited(limit: Option<u64>) -> Registers {
    let mut registers = Registers::new();
    registers.set_cl0(limit);
    // How often a loop is run.
    registers.set_a8(1, 5).expect("exists");
    registers
}

/// Runs a program in every way that there is.
fn all_ways(
    program: &Program<CountedInstr>,
    limit: Option<u64>,
) -> Vec<(&'static str, Ran, Outcome, Registers)> {
    let entry = program.entry();
    let mut ways = Vec::new();
    let mut way = |name, run: &mut dyn FnMut(&mut Vm<CountedInstr>, &mut Ran) -> Outcome| {
        let (mut vm, mut ran) = (Vm::with_extension(), Ran::new());
        *vm.registers_mut() = limited(limit);
        let outcome = run(&mut vm, &mut ran);
        ways.push((name, ran, outcome, vm.registers().clone()));
    };
    way("run", &mut |vm, ran| vm.run_with(program, ran));
    way("run at", &mut |vm, ran| vm.run_at(program, entry, ran));
    way("trace", &mut |vm, ran| vm.trace(program, entry, ran, |_| {}));

    let (mut session, mut ran) = (Session::new(program, entry, limited(limit)), Ran::new());
    while session.step_with(&mut ran).is_some() {}
    // Back and on again, which the host does not see.
    session.rewind(session.steps() / 2);
    let outcome = session.run_until_with(&mut ran, |_| false).expect("an end");
    ways.push(("session", ran.clone(), outcome, session.registers().clone()));
    let effects = session.effects().clone();
    let mut replay = Session::replay(program, entry, limited(limit), effects);
    let mut again = Ran::new();
    let outcome = replay.run_until_with(&mut again, |_| false).expect("an end");
    assert_eq!(again, [], "a replay asks the host");
    ways.push(("replay", ran, outcome, replay.registers().clone()));
    ways
}

fn program(lib: Lib) -> Program<CountedInstr> {
    Program::link_with_profile([LibSite::start(lib.id())], [lib], PROFILE).expect("complete")
}

/// Every limit up to what a run costs, and none.
fn runs_once(plans: &[Plan]) -> Stop {
    let instrs: Vec<Instr> = plans.iter().map(|plan| plan.instr()).collect();
    let program = program(Lib::assemble_for::<CountedInstr>(&instrs, &PROFILE).expect("short"));
    let (_, stop, complexity) = judge(plans, None);
    for limit in (0..=complexity + 1).map(Some).chain([None]) {
        let (ran, stop, complexity) = judge(plans, limit);
        let ways = all_ways(&program, limit);
        let (_, _, first, _) = &ways[0];
        for (way, found, outcome, registers) in &ways {
            assert_eq!(*found, ran, "{way} with {limit:?}: {plans:?}");
            assert_eq!(outcome.stop, stop, "{way} with {limit:?}: {plans:?}");
            assert_eq!(registers.ca0(), complexity, "{way} with {limit:?}: {plans:?}");
            assert_eq!(outcome, first, "{way} with {limit:?}: {plans:?}");
            assert!(*registers == ways[0].3, "{way} with {limit:?}: {plans:?}");
        }
    }
    stop
}

#[test]
fn each_instruction_of_the_host_runs_once() {
    let mut random = Random::new(83);
    let mut ends = [0; 3];
    for _ in 0..cases(1500) {
        match runs_once(&plan(&mut random)) {
            Stop::CodeEnded => ends[0] += 1,
            Stop::ComplexityLimit => ends[1] += 1,
            _ => ends[2] += 1,
        }
    }
    assert!(cases(1500) < 1500 || ends.iter().all(|count| *count > 100), "{ends:?}");
}

/// The last instruction of the code, in whole bytes and not, changes the limit.
#[test]
fn what_changes_the_limit_at_the_end_runs_once() {
    let limit = Plan::Half(11);
    for plans in [
        &[limit, limit][..],
        &[limit, Plan::Half(0), limit, limit],
        &[Plan::Base(0x24), Plan::Whole(11)],
        &[Plan::Half(0), Plan::Base(0x11), limit],
        &[limit, limit, limit],
    ] {
        assert_eq!(runs_once(plans), Stop::CodeEnded);
    }
}

/// In loops all ways agree, and what ran is what the trace shows.
#[test]
fn loops_agree() {
    let mut random = Random::new(84);
    let mut longest = 0;
    for _ in 0..cases(60) {
        let mut plans = plan(&mut random);
        // A jump stands in whole bytes.
        if plans.iter().map(|plan| plan.half_bytes()).sum::<usize>() % 2 != 0 {
            plans.push(Plan::Half(random.below(15)));
        }
        let mut instrs: Vec<Instr> = plans.iter().map(|plan| plan.instr()).collect();
        instrs.push("dec a8[1];".parse().expect("an instruction"));
        instrs.push(Instr::Jif { target: Offset(0) });
        let program = program(Lib::assemble_for::<CountedInstr>(&instrs, &PROFILE).expect("short"));
        for limit in (0..300).step_by(23).map(Some).chain([None]) {
            let mut shown = 0;
            let (mut vm, mut ran) = (Vm::<CountedInstr>::with_extension(), Ran::new());
            *vm.registers_mut() = limited(limit);
            let _ = vm.trace(&program, program.entry(), &mut ran, |step| {
                shown += usize::from(matches!(step.instr, Instr::Extension(_)));
            });
            longest = longest.max(shown);
            let ways = all_ways(&program, limit);
            for (way, found, outcome, registers) in &ways {
                assert_eq!((found, outcome), (&ran, &ways[0].2), "{way}, {limit:?}: {plans:?}");
                assert_eq!(found.len(), shown, "{way}, {limit:?}: {plans:?}");
                assert!(*registers == ways[0].3, "{way}, {limit:?}: {plans:?}");
            }
        }
    }
    assert!(cases(60) < 60 || longest > 20, "{longest}");
}
