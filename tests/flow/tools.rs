//! What tools ask of code: loops, dead code, live registers, calls. Each is held against runs, and shown on
//! code that a person can read.

use std::collections::{BTreeSet, HashMap};

use aluvm_core::flow::{
    Bounds, Call, Declared, Flow, Origin, RegisterSet, RoutineId, Signature, Surroundings, Target,
};
use aluvm_core::isa::{Instr, Register, RegisterSize};
use aluvm_core::library::{LibId, LibSite, Program};
use aluvm_core::vm::{Outcome, Registers, Stop, Vm};
use aluvm_tests::{Random, cases};
use proptest::prelude::*;

use crate::edge::set;
use crate::host::{Host, HostInstr};
use crate::programs::{Libraries, libraries, structured};
use crate::source::{Source, register};

/// The loops of code, as the offsets of their blocks, entries and exits.
fn loops(text: &str) -> Vec<[Vec<u16>; 3]> {
    let flow = Source::new(text).flow(&[]);
    let offsets = |blocks: &[_]| blocks.iter().map(|id| flow.graph().offset(*id)).collect();
    let loops = flow.loops();
    loops.iter().map(|one| [&one.blocks, &one.entries, &one.exits].map(|of| offsets(of))).collect()
}

#[test]
fn loops_are_circles_that_runs_can_take() {
    let none: [[Vec<u16>; 3]; 0] = [];
    assert_eq!(loops("ifz a8[0]; jif end; nop; end: ret;"), none);
    let one = "next: dec a8[0]; jif next; ret;";
    assert_eq!(loops(one), [[vec![0], vec![0], vec![0]]]);
    // The inner one is part of the outer one.
    let nested = "outer: nop; inner: dec a8[0]; jif inner; dec a8[1]; jif outer; ret;";
    assert_eq!(loops(nested), [[vec![0, 1, 7], vec![0], vec![7]]]);
    // Two places to come in.
    let two = "ifz a8[0]; jif b; a: dec a8[1]; b: dec a8[2]; jif a; ret;";
    assert_eq!(loops(two), [[vec![5, 8], vec![5, 8], vec![8]]]);
    // st0 is never true there.
    assert_eq!(loops("a: dec a8[0]; test; inv st0; jif a; ret;"), none);
    // Recursion is no loop.
    assert_eq!(loops("a: dec a8[0]; test; routine a; ret;"), none);
    assert_eq!(loops("a: nop; jmp a;"), [[vec![0], vec![0], vec![]]]);
}

#[test]
fn dead_code_is_what_no_run_comes_to() {
    let dead = |text, declarations: &[&str]| -> Vec<(u32, u32)> {
        let dead = Source::new(text).flow(declarations).dead();
        dead.into_iter().map(|stretch| (stretch.start, stretch.end)).collect()
    };
    assert_eq!(dead("ret;", &[]), []);
    assert_eq!(dead("test; inv st0; test; nop; ret;", &[]), [(3, 5)]);
    assert_eq!(dead("f: ret; nop; g: ret; nop;", &["pub f()", "pub g()"]), [(1, 2), (3, 4)]);
}

#[test]
fn the_call_graph_has_calls_and_jumps_into_routines() {
    let source = Source::new("f: routine h; jmp g; g: routine g; routine 99; ret; h: ret;");
    let flow = source.flow(&["pub f()", "g()"]);
    let graph = flow.graph();
    let routine = |name| {
        let offset = source.label(name);
        graph.routines().find(|(_, one)| one.offset == offset).expect("a routine").0
    };
    let calls = |of: RoutineId| -> Vec<(Target, bool)> {
        graph.calls_of(of).iter().map(|call| (call.target, call.comes_back)).collect()
    };
    let (f, g, h) = (routine("f"), routine("g"), routine("h"));
    assert_eq!(calls(f), [(Target::Routine(h), true), (Target::Routine(g), false)]);
    assert_eq!(calls(g), [(Target::Routine(g), true), (Target::Outside, true)]);
    assert_eq!(calls(h), []);
    let all: Vec<u16> = graph.calls().map(|Call { offset, .. }| offset).collect();
    assert_eq!(all, [0, 3, 6, 9]);
    assert_eq!(graph.blocks_of(h).len(), 1);
    let depths: Vec<_> = flow.summaries().iter().map(|summary| summary.depth).collect();
    assert_eq!(depths, [None, None, Some(0)]);
}

#[test]
fn live_registers_are_read_before_they_are_written() {
    let source = Source::new("f: put a8[0], 1; add.uw a8[0], a8[1]; clr a8[0]; ret;");
    let flow = source.flow(&["pub f(a8[1]) -> a8[1]"]);
    let live = |statement| flow.liveness().before(source.statement(statement)).expect("code");
    let set = |names: &[&str]| names.iter().map(|name| register(name)).collect::<RegisterSet>();
    assert_eq!(live(0), set(&["a8[1]"]));
    assert_eq!(live(1), set(&["a8[0]", "a8[1]"]));
    assert_eq!(live(2), set(&["a8[1]"]));
    assert_eq!(flow.liveness().before(100), None);
}

#[test]
fn origins_are_the_last_writes_on_each_way() {
    let text = "f: put a8[0], 1; ifz a8[1]; jif other; routine g; other: dup a8[0], a8[2]; ret; \
                g: put a8[0], 2; ret;";
    let source = Source::new(text);
    let flow = source.flow(&["pub f(a8[1]) -> a8[2]"]);
    let (beginning, _) = flow.graph().routines().next().expect("a routine");
    let origins = |statement, name| flow.origins(source.statement(statement), register(name));
    let at = |statement| source.statement(statement);
    let ways = [Origin::Instruction(at(0)), Origin::Call(at(3))];
    assert_eq!(origins(4, "a8[0]"), ways, "past the call, and through it");
    assert_eq!(origins(3, "a8[0]"), [Origin::Instruction(at(0))]);
    assert_eq!(origins(4, "a8[1]"), [Origin::Beginning(beginning)]);
    assert_eq!(origins(0, "a8[0]"), [Origin::Beginning(beginning)]);
    assert_eq!(flow.origins(1000, register("a8[0]")), []);
}

#[test]
fn origins_go_round_loops() {
    let source = Source::new("f: put a8[0], 9; next: dec a8[0]; jif next; ret;");
    let flow = source.flow(&["pub f() -> a8[0]"]);
    let at = |statement| Origin::Instruction(source.statement(statement));
    assert_eq!(flow.origins(source.statement(1), register("a8[0]")), [at(0), at(1)]);
    assert_eq!(flow.origins(source.statement(3), register("a8[0]")), [at(1)]);
}

#[test]
fn calls_are_counted_on_the_ways_to_success() {
    let text = "f: routine g; ifz a8[0]; jif once; routine g; routine g; once: put a8[1], 1; ret; \
                g: ret;";
    let source = Source::new(text);
    let flow = source.flow(&["pub f(a8[0]) -> a8[1]"]);
    let f = flow.graph().routines().next().expect("a routine").0;
    let calls = |statement| flow.calls(f, source.statement(statement));
    assert_eq!(calls(0), Some(Bounds { least: 1, most: Some(1) }));
    assert_eq!(calls(3), Some(Bounds { least: 0, most: Some(1) }));
    let source = Source::new("f: routine g; dec a8[0]; jif f; inv st0; ret; g: ret;");
    let flow = source.flow(&["pub f(a8[0]) -> a8[0]"]);
    let f = flow.graph().routines().next().expect("a routine").0;
    let calls = flow.calls(f, 0).expect("a call");
    assert_eq!(calls, Bounds { least: 1, most: None });
    assert!(calls.contains(1) && calls.contains(1000) && !calls.contains(0));
    assert_eq!(calls.to_string(), "1..");
    assert_eq!(flow.calls(f, 1000), None);
    // It never succeeds.
    let flow = Source::new("f: routine g; fail; g: ret;").flow(&["pub f()"]);
    assert_eq!(flow.calls(flow.graph().routines().next().expect("a routine").0, 0), None);
}

#[test]
fn a_call_must_keep_what_is_read_behind_it() {
    let text = "f: put a8[0], 1; put a8[1], 2; routine g; add.uw a8[0], a8[2]; clr a8[3]; ret; \
                g: put a8[2], 3; put a8[1], 9; ret;";
    let source = Source::new(text);
    let flow = source.flow(&["pub f() -> a8[2]"]);
    let kept = flow.kept(source.statement(2));
    assert!(kept.contains(register("a8[0]")), "{kept}");
    assert!(!kept.contains(register("a8[1]")), "nothing reads it");
    assert!(!kept.contains(register("a8[2]")), "it holds nothing before");
    assert_eq!(flow.kept(1000), RegisterSet::EMPTY);
    let other = LibId::from_bytes([7; 32]);
    let source = Source::new(&format!("f: put a8[0], 1; put a8[1], 2; exec 0 @ \"{other}\";"));
    let flow = source.flow(&["pub f() -> a8[0]"]);
    let kept = flow.kept(source.statement(2));
    assert_eq!(kept, [register("a8[0]")].into_iter().collect(), "nothing runs behind it");
}

#[test]
fn sets_of_registers_are_listed_by_name() {
    let set: RegisterSet = ["a16[1]", "s16[2]", "a8[0]"].map(register).into_iter().collect();
    assert_eq!(set.to_string(), "a8[0], a16[1], s16[2]");
    assert_eq!(format!("{set:?}"), "{a8[0], a16[1], s16[2]}");
    assert_eq!(RegisterSet::EMPTY.to_string(), "");
    assert!(!set.contains(register("a8[1]")));
}

/// Sets some registers, or one at another value than it has.
fn change(registers: &mut Registers, register: Register, random: &mut Random) {
    let Register::Value { size, index } = register else { return };
    if random.chance(30) {
        let _ = registers.clear(register);
    } else {
        set(registers, size, index, random);
    }
}

fn site(libraries: &Libraries, begin: u16) -> LibSite {
    LibSite::new(libraries.entry, begin)
}

fn program(libraries: &Libraries, begin: u16) -> Program<HostInstr> {
    Program::link(site(libraries, begin), libraries.libs.values().cloned()).expect("complete")
}

/// A run of a program from some registers: how it ended and at what complexity, and the registers.
fn run(
    program: &Program<HostInstr>,
    begin: LibSite,
    registers: Registers,
) -> ((Outcome, u64), Registers) {
    let mut vm = Vm::with_extension();
    *vm.registers_mut() = registers;
    vm.registers_mut().set_cl0(Some(3000));
    let outcome = vm.run_at(program, begin, &mut Host::default());
    ((outcome, vm.registers().ca0()), vm.registers().clone())
}

/// What is not live at the beginning changes neither how a run ends nor the outputs.
fn dead_registers_change_nothing(
    libraries: &Libraries,
    begin: u16,
    seed: u64,
) -> Result<(), TestCaseError> {
    let mut random = Random::new(seed);
    let all: Vec<Register> = RegisterSize::ALL
        .iter()
        .flat_map(|size| (0..4).map(|index| Register::Value { size: *size, index }))
        .collect();
    let outputs: RegisterSet = all.iter().copied().filter(|_| random.chance(20)).collect();
    let signature = Signature {
        optional_inputs: RegisterSet::ALL,
        optional_outputs: outputs,
        ..Signature::default()
    };
    let routines = vec![Declared {
        offset: begin,
        is_public: true,
        signature: Some(signature),
        begins_true: false,
    }];
    let lib = &libraries.libs[&libraries.entry];
    let surroundings = Surroundings { routines, ..Surroundings::default() };
    let flow = Flow::of_lib::<HostInstr>(lib, &surroundings);
    let Some(live) = flow.liveness().before(begin) else { return Ok(()) };
    let named = named(&flow);
    let mut registers = Registers::new();
    all.iter().for_each(|register| change(&mut registers, *register, &mut random));
    let mut others = registers.clone();
    for register in named.difference(live).iter() {
        change(&mut others, register, &mut random);
    }
    let (program, begin) = (program(libraries, begin), site(libraries, begin));
    let (first, second) = (run(&program, begin, registers), run(&program, begin, others));
    prop_assert_eq!(first.0, second.0);
    if first.0.0.stop != Stop::Finished {
        return Ok(());
    }
    for register in outputs.intersection(named).iter() {
        prop_assert_eq!(first.1.get(register), second.1.get(register), "{}", register);
    }
    Ok(())
}

/// The registers that the code names.
fn named(flow: &Flow) -> RegisterSet {
    let graph = flow.graph();
    let nodes = graph.blocks().flat_map(|(id, _)| graph.nodes(id));
    nodes.flat_map(|node| graph.sources(node).chain(graph.results(node))).collect()
}

/// An instruction that runs again before its routine has returned stands in a loop.
fn what_repeats_is_in_a_loop(libraries: &Libraries, begin: u16) -> Result<(), TestCaseError> {
    let lib = &libraries.libs[&libraries.entry];
    let routines =
        vec![Declared { offset: begin, is_public: true, signature: None, begins_true: false }];
    let surroundings = Surroundings { routines, ..Surroundings::default() };
    let flow = Flow::of_lib::<HostInstr>(lib, &surroundings);
    let in_loops: BTreeSet<_> = flow.loops().into_iter().flat_map(|one| one.blocks).collect();
    let mut frames = vec![BTreeSet::new()];
    let mut wrong = None;
    let mut steps = 0;
    let mut vm = Vm::with_extension();
    vm.registers_mut().set_cl0(Some(3000));
    let (program, begin) = (program(libraries, begin), site(libraries, begin));
    let _ = vm.trace(&program, begin, &mut Host::default(), |step| {
        steps += 1;
        let (Some(frame), true) = (frames.last_mut(), steps < 5000) else { return };
        if step.site.lib == libraries.entry
            && !frame.insert(step.site.offset)
            && let Some((block, _)) = flow.graph().find(step.site.offset)
            && !in_loops.contains(&block)
        {
            wrong = Some(step.site.offset);
        }
        match step.instr {
            Instr::Routine { .. } | Instr::Call { .. } => frames.push(BTreeSet::new()),
            Instr::Ret => drop(frames.pop()),
            _ => {}
        }
    });
    prop_assert_eq!(wrong, None);
    Ok(())
}

/// The last write of a register in a run is among its origins, or a call behind it is, which may write it.
fn last_writes_are_origins(libraries: &Libraries, begin: u16) -> Result<(), TestCaseError> {
    let lib = &libraries.libs[&libraries.entry];
    let routines =
        vec![Declared { offset: begin, is_public: true, signature: None, begins_true: false }];
    let surroundings = Surroundings { routines, ..Surroundings::default() };
    let flow = Flow::of_lib::<HostInstr>(lib, &surroundings);
    let graph = flow.graph();
    let Some((entry, _)) = graph.routines().find(|(_, routine)| routine.offset == begin) else {
        return Ok(());
    };
    // Of each register who wrote it and at which step; the calls of the routine and their steps.
    let (mut written, mut calls) = (HashMap::new(), Vec::<(u32, Origin)>::new());
    let (mut depth, mut steps) = (0, 0);
    let mut wrong = None;
    let mut vm = Vm::with_extension();
    vm.registers_mut().set_cl0(Some(3000));
    let (program, begin) = (program(libraries, begin), site(libraries, begin));
    let _ = vm.trace(&program, begin, &mut Host::default(), |step| {
        steps += 1;
        if steps > 300 || wrong.is_some() {
            return;
        }
        let offset = step.site.offset;
        if depth > 0 {
            let call = calls.last().expect("it is in one").1;
            written.extend(step.instr.writes().map(|register| (register, (steps, call))));
        } else {
            let Some((block, number)) = graph.find(offset) else { return };
            let node = &graph.nodes(block)[number];
            for register in graph.sources(node) {
                let (at, last) =
                    written.get(&register).copied().unwrap_or((0, Origin::Beginning(entry)));
                let origins = flow.origins(offset, register);
                let later = calls.iter().filter(|(call, _)| *call > at).map(|(_, call)| call);
                if !later.chain([&last]).any(|origin| origins.contains(origin)) {
                    wrong = Some((offset, register, last, origins));
                }
            }
            let here = (steps, Origin::Instruction(offset));
            written.extend(graph.results(node).map(|result| (result, here)));
        }
        match step.instr {
            Instr::Routine { .. } | Instr::Call { .. } => {
                if depth == 0 {
                    calls.push((steps, Origin::Call(offset)));
                }
                depth += 1;
            }
            Instr::Ret => depth -= 1,
            // Where that leads nothing is known.
            Instr::Exec { .. } if depth == 0 => steps = 300,
            _ => {}
        }
    });
    prop_assert_eq!(wrong, None);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(3_000)))]

    #[test]
    fn registers_that_are_not_live_change_nothing(
        random in libraries(), loops in structured(true), begin in 0u16..6, seed in any::<u64>(),
    ) {
        dead_registers_change_nothing(&random, begin, seed)?;
        dead_registers_change_nothing(&loops, 0, seed)?;
    }

    #[test]
    fn what_was_written_last_is_an_origin(
        random in libraries(), loops in structured(true), begin in 0u16..6,
    ) {
        last_writes_are_origins(&random, begin)?;
        last_writes_are_origins(&loops, 0)?;
    }

    #[test]
    fn instructions_that_repeat_are_in_loops(
        random in libraries(), loops in structured(true), begin in 0u16..6,
    ) {
        what_repeats_is_in_a_loop(&random, begin)?;
        what_repeats_is_in_a_loop(&loops, 0)?;
    }
}
