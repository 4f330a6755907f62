//! A routine of another library of which the interface is known counts as the same routine of this one does: what is
//! known behind the call, what is live, what is wrong, what the caller does. One of which the best is assumed
//! shows nothing wrong that the real one does not.

use std::collections::BTreeSet;

use aluvm_core::flow::{
    Bounds, Callee, Callees, Declared, Definedness, Exit, Finding, Flow, Instruction, Interface,
    Node, Origin, Problem, RegisterSet, Signature, Summary, Surroundings, Turn,
};
use aluvm_core::isa::{FORMS, NoExtension, Register, RegisterSize};
use aluvm_core::library::{Lib, LibId};
use aluvm_tests::{Random, cases};

use crate::source::Source;

fn some(random: &mut Random, percent: u64) -> RegisterSet {
    let all = (0..4).map(|index| Register::Value { size: RegisterSize::A8, index });
    all.filter(|_| random.chance(percent)).collect()
}

fn signature(random: &mut Random) -> Signature {
    let (inputs, outputs) = (some(random, 40), some(random, 30));
    Signature {
        inputs,
        optional_inputs: some(random, 20).difference(inputs),
        outputs,
        optional_outputs: some(random, 20).difference(outputs),
    }
}

/// Statements with labels that begin with a letter. The one in the place of `call` is a call or its end.
fn body(random: &mut Random, letter: char, call: Option<&str>) -> Vec<String> {
    let count = 1 + random.below(7);
    let at = random.below(count);
    let mut body: Vec<String> = Vec::new();
    for number in 0..count {
        if number == at
            && let Some(call) = call
        {
            body.push(call.into());
            continue;
        }
        let (i, j) = (random.below(4), random.below(4));
        let to = random.below(count + 1);
        body.push(match random.below(14) {
            0 | 1 => format!("put a8[{i}], {j}"),
            2 => format!("clr a8[{i}]"),
            3 | 4 => format!("dup a8[{i}], a8[{j}]"),
            5 => format!("add.uc a8[{i}], a8[{j}]"),
            6 => format!("ifz a8[{i}]"),
            7 => format!("ifn a8[{i}]"),
            8 => "inv st0".into(),
            9 => "test".into(),
            10 => format!("lt.u a8[{i}], a8[{j}]"),
            11 => format!("eq.e a8[{i}], a8[{i}]"),
            _ => format!("jif {letter}{to}"),
        });
    }
    let end = match random.below(10) {
        0 => "fail".into(),
        1 => format!("jmp {letter}{}", random.below(count + 1)),
        _ => "ret".into(),
    };
    body.push(end);
    let label = |(number, statement): (usize, &String)| format!("{letter}{number}: {statement};");
    body.iter().enumerate().map(label).collect()
}

/// A caller and its callee, as text with a call that is put in, and their signatures.
struct Pair {
    caller: Vec<String>,
    callee: Vec<String>,
    signatures: [Signature; 2],
    is_tail: bool,
}

impl Pair {
    fn new(random: &mut Random) -> Pair {
        let is_tail = random.chance(20);
        let caller = body(random, 'f', Some(if is_tail { "jmp g0" } else { "routine g0" }));
        let callee = body(random, 'g', None);
        Pair { caller, callee, signatures: [signature(random), signature(random)], is_tail }
    }

    /// Both in one library.
    fn together(&self) -> (Source, Flow) {
        let source = Source::new(&[self.caller.concat(), self.callee.concat()].concat());
        let [f, g] = self.signatures;
        let routines = vec![declared(0, true, f), declared(source.label("g0"), false, g)];
        let surroundings = Surroundings { routines, ..Surroundings::default() };
        let flow = Flow::of_lib::<NoExtension>(&source.lib, &surroundings);
        (source, flow)
    }

    /// What the callee does, in a library of its own.
    fn summary(&self) -> Summary {
        let source = Source::new(&self.callee.concat());
        let routines = vec![declared(0, true, self.signatures[1])];
        let surroundings = Surroundings { routines, ..Surroundings::default() };
        let flow = Flow::of_lib::<NoExtension>(&source.lib, &surroundings);
        flow.summaries()[0]
    }

    /// The registers that the code of the caller names, or the interface of the callee.
    fn named(&self, alone: &Flow, summary: &Summary) -> Vec<Register> {
        let signatures = self.signatures.iter();
        let declared = signatures
            .fold(summary.writes, |set, one| set.union(one.all_inputs()).union(one.all_outputs()));
        let graph = alone.graph();
        let nodes = graph.blocks().flat_map(|(id, _)| graph.nodes(id));
        let operands = nodes.flat_map(|node| graph.sources(node).chain(graph.results(node)));
        let named = declared.union(operands.collect());
        named.iter().filter(|register| *register != Register::Status).collect()
    }

    /// The caller alone, which calls another library.
    fn alone(&self, callee: Callee, callees: &Callees) -> (Source, Flow) {
        let other = LibId::from_bytes([7; 32]);
        let call = if self.is_tail { "exec" } else { "call" };
        let named = ["jmp g0", "routine g0"];
        let text = self.caller.iter().map(|statement| {
            named.iter().fold(statement.clone(), |text, name| {
                text.replace(name, &format!("{call} 0 @ \"{other}\""))
            })
        });
        let source = Source::new(&text.collect::<String>());
        let list = list(&source.lib, callee);
        let routines = vec![declared(0, true, self.signatures[0])];
        let callees = callees.clone();
        let surroundings = Surroundings { routines, callees, ..Surroundings::default() };
        let flow = Flow::of_instructions(&list, &surroundings);
        (source, flow)
    }
}

fn declared(offset: u16, is_public: bool, signature: Signature) -> Declared {
    Declared { offset, is_public, signature: Some(signature), begins_true: false }
}

/// The instructions of a library.
fn list(lib: &Lib, callee: Callee) -> Vec<Instruction> {
    let mut offset = 0;
    let view = |instr: aluvm_core::isa::Instr| {
        let length = instr.length();
        let mut word = [0; 16];
        word[..length].copy_from_slice(&lib.code()[offset..offset + length]);
        let at = offset as u16;
        offset += length;
        Instruction {
            offset: at,
            is_shifted: false,
            length: length as u8,
            form: instr.form(),
            is_extension: false,
            word: u128::from_le_bytes(word),
            callee,
        }
    };
    lib.disassemble::<NoExtension>().into_iter().map(view).collect()
}

/// A place by the number of its statement.
fn number(source: &Source, offset: u16, statements: usize) -> Option<usize> {
    (0..statements).find(|number| source.statement(*number) == offset)
}

/// What is wrong with the caller, each finding with the number of the statement.
fn wrong(source: &Source, flow: &Flow, statements: usize) -> BTreeSet<(usize, String)> {
    let show = |finding: &Finding| {
        let place = number(source, finding.offset, statements)?;
        let problem = match finding.problem {
            // What it reaches to are offsets, which differ.
            Problem::Unreachable { .. } => "unreachable".into(),
            Problem::EndlessLoop { .. } => "endless".into(),
            Problem::FalseStatus { since } => {
                format!("false since {:?}", number(source, since, statements))
            }
            problem => format!("{problem:?}"),
        };
        Some((place, problem))
    };
    flow.findings().iter().filter_map(show).collect()
}

/// What is known before each statement of the caller, what is live there, and where it is from.
fn states(source: &Source, flow: &Flow, statements: usize, registers: &[Register]) -> Vec<String> {
    let before = |statement: usize| {
        let offset = source.statement(statement);
        let live = flow.liveness().before(offset).unwrap_or(RegisterSet::EMPTY);
        let live: Vec<_> = registers.iter().filter(|register| live.contains(**register)).collect();
        let Some(before) = flow.before(offset) else { return "unreached".into() };
        let state = |status| {
            registers.iter().map(|register| before.register_where(status, *register)).collect()
        };
        let known: [Vec<Option<Definedness>>; 2] = [state(false), state(true)];
        let origins = registers.iter().map(|register| {
            let origins = flow.origins(offset, *register).into_iter();
            let show = |origin| match origin {
                Origin::Instruction(at) => format!("{:?}", number(source, at, statements)),
                Origin::Call(at) => format!("call {:?}", number(source, at, statements)),
                Origin::Beginning(routine) => format!("{routine:?}"),
            };
            origins.map(show).collect::<Vec<_>>()
        });
        let origins: Vec<_> = origins.collect();
        format!("{known:?} live {live:?} from {origins:?}")
    };
    (0..statements).map(before).collect()
}

#[test]
fn known_routines_of_other_libraries_count_as_own_ones() {
    let mut random = Random::new(81);
    let (mut compared, mut found) = (0, BTreeSet::new());
    for _ in 0..cases(30_000) {
        let pair = Pair::new(&mut random);
        // A routine of this code that leaves st0 alone is known to, which no interface says.
        let sets_status = pair.callee.iter().any(|one| {
            ["add", "if", "inv", "lt", "eq"].iter().any(|name| one.contains(&format!(": {name}")))
        });
        let text = format!("{:?} {:?} {:?}", pair.caller, pair.callee, pair.signatures);
        if !sets_status {
            continue;
        }
        let mut callees = Callees::new();
        assert!(callees.is_empty());
        let summary = pair.summary();
        let callee = callees.add(Interface { signature: pair.signatures[1], summary });
        assert!(!callees.is_empty() && callees.len() == 1);
        let statements = pair.caller.len();
        let ((one, together), (other, alone)) = (pair.together(), pair.alone(callee, &callees));
        let registers = pair.named(&alone, &summary);
        let states = |source, flow| states(source, flow, statements, &registers);
        assert_eq!(states(&one, &together), states(&other, &alone), "{text}");
        if !pair.is_tail {
            let kept = |source: &Source, flow: &Flow| {
                let statements = 0..statements;
                statements.map(|number| flow.kept(source.statement(number))).collect::<Vec<_>>()
            };
            assert_eq!(kept(&one, &together), kept(&other, &alone), "{text}");
        }
        let problems = wrong(&other, &alone, statements);
        assert_eq!(wrong(&one, &together, statements), problems, "{text}");
        found.extend(problems.into_iter().map(|(_, problem)| problem));
        let (here, there) = (together.summaries()[0], alone.summaries()[0]);
        // An output counts as written there even if the routine leaves it alone.
        let outputs = pair.signatures[1].all_outputs();
        let cleared = |summary: Summary| {
            let writes = summary.writes.union(outputs);
            Summary { writes, returning: None, succeeding: None, ..summary }
        };
        assert_eq!(cleared(here), cleared(there), "{text}");
        assert_eq!(here.returning.is_some(), there.returning.is_some(), "{text}");
        assert_eq!(here.succeeding.is_some(), there.succeeding.is_some(), "{text}");
        let name = if pair.is_tail { "Jmp" } else { "Routine" };
        let other_name = if pair.is_tail { "Exec" } else { "Call" };
        if runs_once(&alone) {
            let less = cost(other_name) - cost(name);
            assert_eq!(here.returning, there.returning.map(|one| lowered(one, less)), "{text}");
            assert_eq!(here.succeeding, there.succeeding.map(|one| lowered(one, less)), "{text}");
        }
        compared += 1;
    }
    assert!(compared > cases(20_000) && found.len() > 30, "{compared} {found:?}");
}

/// Whether the call of the caller runs once on each way.
fn runs_once(flow: &Flow) -> bool {
    let graph = flow.graph();
    let is_call = |node: &&Node| matches!(node.turn, Turn::Call(_) | Turn::Exec(_));
    let has_branches = graph.blocks().any(|(_, block)| matches!(block.exit, Exit::Branch { .. }));
    !has_branches && graph.blocks().flat_map(|(id, _)| graph.nodes(id)).filter(is_call).count() == 1
}

fn cost(name: &str) -> u64 {
    FORMS.iter().find(|form| form.name == name).expect("a row").cost
}

fn lowered(bounds: Bounds, less: u64) -> Bounds {
    Bounds { least: bounds.least - less, most: bounds.most.map(|most| most - less) }
}

#[test]
fn where_the_best_is_assumed_nothing_is_wrong_that_is_right() {
    let mut random = Random::new(82);
    let (mut right, mut wrong_too) = (0, 0);
    for _ in 0..cases(30_000) {
        let pair = Pair::new(&mut random);
        let mut callees = Callees::new();
        let (signature, summary) = (pair.signatures[1], pair.summary());
        // Behind a call that does not come back nothing is reached in which something could be wrong.
        if !(summary.returns_true && summary.returns_false) {
            continue;
        }
        let callee = callees.add(Interface { signature, summary });
        let statements = pair.caller.len();
        let (source, real) = pair.alone(callee, &callees);
        let (_, assumed) = pair.alone(Callee::Assumed, &callees);
        let [real, assumed] = [&real, &assumed].map(|flow| wrong(&source, flow, statements));
        let text = format!("{:?} {:?} {:?}", pair.caller, pair.callee, pair.signatures);
        // One mistake hides others: what is looked at is code in which the real routine shows none that could.
        let hides = |problem: &String| {
            ["UnreadStatus", "UnusedInput", "Negated"].iter().all(|name| !problem.starts_with(name))
        };
        if !real.iter().any(|(_, problem)| hides(problem)) {
            assert!(assumed.is_subset(&real), "{text}: {assumed:?} {real:?}");
            right += 1;
        }
        wrong_too += usize::from(assumed.iter().any(|(_, problem)| hides(problem)));
    }
    assert!(right > cases(1_000) && wrong_too > cases(1_000) as usize, "{right} {wrong_too}");
}

#[test]
fn what_is_assumed_costs_nothing_and_is_not_in_summaries() {
    let other = LibId::from_bytes([7; 32]);
    let text = format!(
        "f: put a8[0], 1; routine g; ifz a8[1]; ret; g: routine h; ret; h: call 0 @ \"{other}\"; ret;"
    );
    let source = Source::new(&text);
    let outputs = [Register::Value { size: RegisterSize::A8, index: 1 }].into_iter().collect();
    let signature = Signature { optional_outputs: outputs, ..Signature::default() };
    let routines = vec![declared(0, true, signature)];
    let surroundings = Surroundings { routines, ..Surroundings::default() };
    let flow = Flow::of_instructions(&list(&source.lib, Callee::Assumed), &surroundings);
    // Two calls deep it may have set the output.
    assert_eq!(flow.findings(), []);
    let before = flow.before(source.statement(2)).expect("reached");
    let register = Register::Value { size: RegisterSize::A8, index: 1 };
    assert_eq!(before.register_where(true, register), Some(Definedness::Defined));
    let summary = flow.summaries()[0];
    let own: u64 =
        ["PutA", "Routine", "IfZA", "Ret", "Routine", "Ret", "Call", "Ret"].map(cost).iter().sum();
    assert_eq!(summary.returning, Some(Bounds { least: own, most: Some(own) }));
    assert_eq!(summary.depth, Some(3));
    let first = Register::Value { size: RegisterSize::A8, index: 0 };
    assert_eq!(summary.writes, [first].into_iter().collect());
}
