//! What is known where ways meet, behind calls, and of more registers than are looked at together.

use aluvm_core::flow::{
    Callee, Callees, Declared, Definedness, Flow, Interface, RegisterSet, Signature, Summary,
    Surroundings,
};
use aluvm_core::isa::{NoExtension, Register, RegisterSize};
use aluvm_core::library::{Lib, LibId, LibSite};

use crate::source::{Source, register};

/// The states that a register can have before a place.
const STATES: [Definedness; 4] =
    [Definedness::Defined, Definedness::Undefined, Definedness::LeftOver, Definedness::Either];

/// A statement that gives `a8[1]` a state, where it is `from`. Nothing makes a register left over or either.
fn makes(from: Definedness, to: Definedness) -> Option<&'static str> {
    match to {
        _ if from == to => Some("nop"),
        Definedness::Defined => Some("put a8[1], 1"),
        Definedness::Undefined => Some("clr a8[1]"),
        Definedness::LeftOver | Definedness::Either => None,
    }
}

/// What a register is where it can be one or the other: the table of the states, by what values they allow.
fn either(a: Definedness, b: Definedness) -> Definedness {
    use Definedness::*;
    match (a, b) {
        (Defined, Defined) => Defined,
        (Undefined, Undefined) => Undefined,
        (Undefined | LeftOver, Undefined | LeftOver) => LeftOver,
        _ => Either,
    }
}

/// A routine of which `a8[1]` is in a state at the beginning.
fn begins(source: &Source, state: Definedness) -> Declared {
    source.declared(match state {
        Definedness::Defined => "pub f(a8[0], a8[1])",
        Definedness::Undefined | Definedness::LeftOver => "pub f(a8[0])",
        Definedness::Either => "pub f(a8[0], a8[1]?)",
    })
}

fn flow(source: &Source, routines: Vec<Declared>, callees: Callees) -> Flow {
    let surroundings = Surroundings { routines, callees, ..Surroundings::default() };
    Flow::of_lib::<NoExtension>(&source.lib, &surroundings)
}

#[test]
fn a_register_is_what_it_can_be_on_one_of_two_ways() {
    let mut compared = 0;
    for (first, second) in STATES.iter().flat_map(|a| STATES.map(|b| (*a, b))) {
        for begin in STATES {
            let undefined = if begin == Definedness::Undefined { "clr a8[1]" } else { "nop" };
            let branch = makes(begin, first).zip(makes(begin, second)).map(|(one, other)| {
                let text = format!(
                    "f: {undefined}; ifz a8[0]; jif other; {one}; jmp end; other: {other}; \
                     end: nop; nop; jmp last; last: ifn a8[1]; ret;"
                );
                (text, [6, 8, 9])
            });
            // The second way is found when what is behind the first has been gone through.
            let circle = makes(begin, first).zip(makes(first, second)).map(|(one, other)| {
                let text = format!(
                    "f: {undefined}; {one}; again: nop; nop; jmp on; on: nop; {other}; \
                     dec a8[0]; jif again; ifn a8[1]; ret;"
                );
                (text, [2, 4, 5])
            });
            for (text, places) in branch.into_iter().chain(circle) {
                let source = Source::new(&text);
                let flow = flow(&source, vec![begins(&source, begin)], Callees::new());
                for place in places {
                    let before = flow.before(source.statement(place)).expect("reached");
                    let state = before.register(register("a8[1]"));
                    assert_eq!(state, either(first, second), "{first} {second}: {text} {place}");
                    assert_eq!(first.join(second), state);
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn states_have_names() {
    let names = STATES.map(|state| state.to_string());
    assert_eq!(names, ["defined", "undefined", "left over", "either"]);
}

#[test]
fn what_is_known_is_listed_by_state() {
    let source = Source::new("f: put a8[1], 1; clr a8[2]; ifz a8[0]; dup a8[0], a8[3]; ret;");
    let flow = source.flow(&["pub f(a8[0])"]);
    let before = flow.before(source.statement(3)).expect("reached");
    let set = |names: &[&str]| names.iter().map(|name| register(name)).collect::<RegisterSet>();
    assert_eq!(before.defined(), set(&["a8[0]", "a8[1]"]));
    assert_eq!(before.all_where(true, Definedness::Defined), set(&["a8[0]", "a8[1]"]));
    assert_eq!(before.all_where(false, Definedness::Undefined), set(&["a8[2]"]));
    assert_eq!(before.all_where(true, Definedness::LeftOver), set(&["a8[3]"]));
    assert!(flow.is_reached(source.statement(4)) && !flow.is_reached(1));
}

/// A library to call, of which nothing is known unless something is said.
fn other() -> LibId {
    LibId::from_bytes([7; 32])
}

#[test]
fn behind_a_call_is_what_it_and_all_that_it_calls_may_leave() {
    let id = other();
    let text = format!(
        "f: put a8[0], 1; put a8[1], 1; test; routine g; ifz a8[0]; routine h; ret; \
         g: routine k; ret; h: put a8[1], 2; ret; k: routine m; ret; m: call 0 @ \"{id}\"; ret;"
    );
    let source = Source::new(&text);
    let flow = source.flow(&["pub f()"]);
    let at = |statement, name| {
        let before = flow.before(source.statement(statement)).expect("reached");
        (before.register(register(name)), before.can_be(false))
    };
    assert_eq!(at(3, "a8[0]"), (Definedness::Defined, false));
    assert_eq!(at(4, "a8[0]"), (Definedness::Either, true), "nothing is known of the library");
    // Two calls deep something looks at a register and leaves the others alone.
    let text = "f: put a8[0], 1; test; routine g; nop; ret; g: routine h; ret; h: ifz a8[0]; ret;";
    let source = Source::new(text);
    let flow = source.flow(&["pub f()"]);
    let before = flow.before(source.statement(3)).expect("reached");
    assert_eq!(before.register(register("a8[0]")), Definedness::Defined);
    assert!(before.can_be(false) && before.can_be(true));
    // One that leaves st0 alone.
    let text = "f: put a8[0], 1; test; routine g; nop; ret; g: routine h; ret; h: clr a8[1]; ret;";
    let source = Source::new(text);
    let flow = source.flow(&["pub f()"]);
    assert!(!flow.before(source.statement(3)).expect("reached").can_be(false));
}

#[test]
fn a_routine_without_a_signature_begins_with_what_its_callers_bring() {
    let source = Source::new("f: put a8[1], 1; routine g; ret; g: dup a8[1], a8[0]; ret;");
    let flow = source.flow(&["pub f()"]);
    let before = flow.before(source.label("g")).expect("reached");
    assert_eq!(before.register(register("a8[1]")), Definedness::Defined);
    // Others can call what is public.
    let routines = vec![
        source.declared("pub f()"),
        Declared { signature: None, ..source.declared("pub g()") },
    ];
    let flow = self::flow(&source, routines, Callees::new());
    let before = flow.before(source.label("g")).expect("reached");
    assert_eq!(before.register(register("a8[1]")), Definedness::Either);
}

#[test]
fn callees_are_those_of_their_sites() {
    let mut callees = Callees::new();
    let interface = |name| {
        let outputs = [register(name)].into_iter().collect();
        let signature = Signature { outputs, ..Signature::default() };
        let summary = Summary { writes: outputs, returns_false: false, ..Summary::UNKNOWN };
        Interface { signature, summary }
    };
    let names = ["a8[0]", "a8[1]", "a8[2]"];
    for (offset, name) in names.iter().enumerate() {
        callees.add_at(LibSite::new(other(), offset as u16), interface(name));
    }
    assert_eq!(callees.at(LibSite::new(other(), 3)), Callee::Unknown);
    for (offset, name) in names.iter().enumerate() {
        let callee = callees.at(LibSite::new(other(), offset as u16));
        assert_eq!(callees.interface(callee), Some(&interface(name)));
    }
}

#[test]
fn what_a_known_library_loses_is_found_in_code_without_declarations() {
    let source = Source::new(&format!("put a8[0], 1; call 0 @ \"{}\"; ifz a8[0]; ret;", other()));
    let mut callees = Callees::new();
    let writes = [register("a8[0]")].into_iter().collect();
    let summary = Summary { writes, ..Summary::UNKNOWN };
    callees
        .add_at(LibSite::new(other(), 0), Interface { signature: Signature::default(), summary });
    let found = flow(&source, Vec::new(), callees).findings();
    let names: Vec<_> = found.iter().map(|one| (one.problem.name(), one.offset)).collect();
    assert_eq!(names, [("clobbered", source.statement(1))]);
}

#[test]
fn a_cost_that_is_the_greatest_number_is_one() {
    let source = Source::new(&format!("f: call 0 @ \"{}\"; ret;", other()));
    let mut callees = Callees::new();
    let bounds = aluvm_core::flow::Bounds { least: u64::MAX, most: None };
    let summary = Summary { returning: Some(bounds), succeeding: Some(bounds), ..Summary::UNKNOWN };
    let interface = Interface { signature: Signature::default(), summary };
    callees.add_at(LibSite::new(other(), 0), interface);
    let flow = flow(&source, vec![source.declared("pub f()")], callees);
    let summary = flow.summaries()[0];
    assert!(summary.returning.is_some_and(|bounds| bounds.least >= u64::MAX - 1), "{summary:?}");
    let source = Source::new(&format!("f: exec 0 @ \"{}\";", other()));
    let mut callees = Callees::new();
    callees.add_at(LibSite::new(other(), 0), interface);
    let flow = self::flow(&source, vec![source.declared("pub f()")], callees);
    assert!(flow.summaries()[0].returning.is_some());
}

/// The first registers of each size of integers and general registers.
fn many(count: usize) -> Vec<Register> {
    let sizes = RegisterSize::ALL.iter().filter(|size| size.to_string() != "s16");
    let registers =
        sizes.flat_map(|size| (0..32).map(|index| Register::Value { size: *size, index }));
    registers.take(count).collect()
}

#[test]
fn each_of_many_registers_is_followed_by_itself() {
    let registers = many(150);
    let (mine, its): (Vec<_>, Vec<_>) = registers
        .iter()
        .partition(|register| matches!(register, Register::Value { index, .. } if index % 3 == 0));
    let list = |registers: &[&Register]| {
        registers.iter().map(|register| format!("clr {register}; ")).collect::<String>()
    };
    let text = format!("f: {}routine g; ret; g: nop; {}ret;", list(&mine), list(&its));
    let source = Source::new(&text);
    let flow = source.flow(&["pub f()", "g()"]);
    let [f, g] = flow.summaries()[..] else { panic!("two routines") };
    assert_eq!(g.writes, its.iter().map(|register| **register).collect());
    assert_eq!(f.writes, registers.iter().copied().collect());
    // The same where it is in another library.
    let text = format!("f: {}routine g; ret; g: call 0 @ \"{}\"; ret;", list(&mine), other());
    let source = Source::new(&text);
    let mut callees = Callees::new();
    let summary = Summary { writes: g.writes, ..g };
    let interface = Interface { signature: Signature::default(), summary };
    callees.add_at(LibSite::new(other(), 0), interface);
    let routines = vec![source.declared("pub f()"), source.declared("g()")];
    let [f, g] = self::flow(&source, routines, callees).summaries()[..] else { panic!("two") };
    assert_eq!(g.writes, its.iter().map(|register| **register).collect());
    assert_eq!(f.writes, registers.iter().copied().collect());
}

#[test]
fn many_registers_of_what_is_called_by_what_is_called_are_followed() {
    let registers = many(150);
    let list: String = registers.iter().map(|register| format!("clr {register}; ")).collect();
    let text = format!("f: nop; routine g; ret; g: nop; routine h; ret; h: {list}ret;");
    let source = Source::new(&text);
    let written: Vec<_> =
        source.flow(&["pub f()", "g()", "h()"]).summaries().iter().map(|one| one.writes).collect();
    assert_eq!(written, [registers.iter().copied().collect(); 3]);
}

#[test]
fn what_equals_a_defined_register_is_defined() {
    for registers in ["a8[0], a8[1]", "a8[1], a8[0]"] {
        let source = Source::new(&format!("f: eq.e {registers}; nop; ret;"));
        let flow = source.flow(&["pub f(a8[0], a8[1]?)"]);
        let before = flow.before(source.statement(1)).expect("reached");
        let other = register("a8[1]");
        assert_eq!(before.register_where(true, other), Some(Definedness::Defined));
        assert_eq!(before.register_where(false, other), Some(Definedness::Either));
    }
}

#[test]
fn what_deletes_at_two_offsets_that_must_fit_has_a_result_where_it_succeeds() {
    for (fails, state) in
        [("true, true", Definedness::Defined), ("true, false", Definedness::Either)]
    {
        let text = format!(
            "f: put s16[0], \"abc\"; put a16[0], 1; put a16[1], 2; \
             del.n s16[0], s16[1], a16[0], a16[1], {fails}; test; ret;"
        );
        let source = Source::new(&text);
        let flow = source.flow(&["pub f()"]);
        let before = flow.before(source.statement(5)).expect("reached");
        assert_eq!(before.register(register("s16[1]")), state, "{fails}");
    }
}

#[test]
fn code_with_a_routine_at_each_byte_follows_as_many_registers_as_there_is_memory_for() {
    // Twelve mebibytes are 26 words for each of 60,000 blocks: what two states of 128 registers take.
    let registers = many(400);
    let mut text = String::from("f: ");
    for register in &registers {
        text += &format!("clr {register}; ");
    }
    let lib: Lib = format!("{text} ret;").parse().expect("code");
    let mut code = lib.code().to_vec();
    let behind = code.len() as u16 - 1;
    code.resize(60_000, 0x07);
    let lib = Lib::new(lib.isae().clone(), code, [], Default::default()).expect("short");
    let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    let before = flow.before(behind).expect("reached");
    let known = registers.iter().filter(|one| before.register(**one) == Definedness::Undefined);
    let known = known.count();
    assert!((100..400).contains(&known), "{known}");
    // Nothing is said of outputs that are not followed.
    let outputs = registers.iter().copied().collect();
    let declared =
        |(offset, signature)| Declared { offset, is_public: true, signature, begins_true: false };
    let first = Signature { optional_outputs: outputs, ..Signature::default() };
    let routines = (behind + 1..60_000).map(|offset| (offset, None));
    let routines = [(0, Some(first))].into_iter().chain(routines).map(declared).collect();
    let surroundings = Surroundings { routines, ..Surroundings::default() };
    let flow = Flow::of_lib::<NoExtension>(&lib, &surroundings);
    assert_eq!(flow.findings(), []);
}
