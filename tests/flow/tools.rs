//! What tools ask of code: loops, dead code, live registers, calls. Each is held against runs, and shown on
//! code that a person can read.

use std::collections::BTreeSet;

use aluvm_core::flow::{
    Call, Declared, Flow, RegisterSet, RoutineId, Signature, Surroundings, Target,
};
use aluvm_core::isa::{Instr, NoExtension, Register, RegisterSize};
use aluvm_core::library::{Lib, LibId, LibSite, Program};
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
fn the_printed_graph_names_each_way() {
    let other = LibId::from_bytes([7; 32]);
    let text = format!("routine g; exec 3 @ \"{other}\"; g: put a8[0], 1; jmp 99; fail;");
    let lib: Lib = text.parse().expect("code");
    let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    let printed = flow.print::<NoExtension>(&lib);
    let expected = "\
routine 0x0000, public
  block 0x0000
    0x0000  routine 0x0007
    calls 0x0007, then to 0x0003
";
    assert!(printed.to_string().starts_with(expected), "{printed}");
    for line in ["goes over to another library", "to no code", "routine 0x000e, public", "stops"] {
        assert!(printed.to_string().contains(line), "{line}: {printed}");
    }
    let dot = printed.dot().to_string();
    for line in ["b0 -> b2 [style=dashed];", "b0 -> b1;", "b1 -> other", "b2 -> outside;"] {
        assert!(dot.contains(line), "{line}: {dot}");
    }
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
    fn instructions_that_repeat_are_in_loops(
        random in libraries(), loops in structured(true), begin in 0u16..6,
    ) {
        what_repeats_is_in_a_loop(&random, begin)?;
        what_repeats_is_in_a_loop(&loops, 0)?;
    }
}
