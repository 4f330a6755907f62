//! Each thing that the analysis finds wrong, at the place that shows it, and code close to it that is
//! right.

use aluvm_core::flow::{Finding, Problem, RoutineId, check};
use aluvm_core::library::Lib;

use crate::source::{Source, findings, register};

/// The names of what is found, with the number of the statement that shows it.
fn found(text: &str, declarations: &[&str]) -> Vec<(&'static str, usize)> {
    let source = Source::new(text);
    let number = |offset| (0..).find(|number| source.statement(*number) == offset);
    let found = findings(text, declarations).into_iter();
    found.map(|one| (one.problem.name(), number(one.offset).expect("a statement"))).collect()
}

fn nothing(text: &str, declarations: &[&str]) {
    assert_eq!(found(text, declarations), [], "{text}");
}

#[test]
fn running_past_the_end() {
    let one = ["pub f(a8[0]) -> a8[0]"];
    assert_eq!(found("f: inc a8[0];", &one), [("end_of_code", 0)]);
    assert_eq!(found("f: jif end; fail; end: inc a8[0];", &one), [("end_of_code", 2)]);
    assert_eq!(found("f: jmp 100;", &one), [("end_of_code", 0)]);
    nothing("f: inc a8[0]; ret;", &one);
    // st0 is always true there.
    nothing("f: eq.e a8[0], a8[0]; jif end; end: ret;", &one);
    nothing("f: eq.e a8[0], a8[0]; test; ret;", &one);
}

#[test]
fn running_into_the_next_routine() {
    let two = ["pub f(a8[0]) -> a8[0]", "pub g(a8[0]) -> a8[0]"];
    let code = "f: inc a8[0]; test; g: inc a8[0]; ret;";
    let into = Problem::EndOfCode { into: Some(RoutineId(1)) };
    assert_eq!(findings(code, &two), [Finding { offset: 3, problem: into, routine: None }]);
    nothing("f: inc a8[0]; test; jmp g; g: inc a8[0]; ret;", &two);
    // Nothing else is said of what it lacks there.
    let needs_more = ["pub f(a8[0]) -> a8[2]?, a8[3]", "pub g(a8[1]) -> a8[1]"];
    let lacks = "f: inc a8[0]; test; put a8[2], 1; cpy a8[2], a8[3]; clr a8[3]; g: inc a8[1]; ret;";
    assert_eq!(found(lacks, &needs_more), [("end_of_code", 4)]);
    let branches =
        "f: put a8[3], 1; ifz a8[0]; jif end; g: inc a8[1]; ret; end: put a8[2], 1; ret;";
    assert_eq!(found(branches, &needs_more), [("end_of_code", 2)]);
    nothing("f: inc a8[0]; ret; g: inc a8[0]; jif g; ret;", &two);
    // What nobody declares is a part of what runs into it.
    nothing("f: inc a8[0]; routine more; test; more: inc a8[0]; ret;", &two[..1]);
}

#[test]
fn code_that_nothing_reaches() {
    let one = ["pub f(a8[0]) -> a8[0]"];
    assert_eq!(found("f: inc a8[0]; ret; inc a8[0]; ret;", &one), [("unreachable", 2)]);
    assert_eq!(found("f: fail; inc a8[0];", &one), [("unreachable", 1)]);
    let known = "f: eq.e a8[0], a8[0]; jif end; inc a8[0]; end: ret;";
    assert_eq!(found(known, &one), [("unreachable", 2)]);
    assert_eq!(found("f: inc a8[0]; test; inv st0; test; ret;", &one), [("unreachable", 4)]);
    let private = ["pub f(a8[0]) -> a8[0]", "g(a8[0]) -> a8[0]"];
    assert_eq!(found("f: inc a8[0]; ret; g: inc a8[0]; ret;", &private), [("unreachable", 2)]);
    nothing("f: routine g; ret; g: inc a8[0]; ret;", &private);
    // The callee never returns.
    let code = "f: routine g; ret; g: inc a8[0]; fail;";
    assert_eq!(found(code, &["pub f(a8[0]) -> a8[0]", "g(a8[0])"]), [("unreachable", 1)]);
}

#[test]
fn routines_that_only_call_each_other_are_one_finding() {
    let three = ["pub f(a8[0]) -> a8[0]", "g(a8[0]) -> a8[0]", "h(a8[0]) -> a8[0]"];
    let code = "f: inc a8[0]; ret; g: dec a8[0]; jif more; ret; more: routine h; ret; \
                h: dec a8[0]; jif again; ret; again: routine g; ret;";
    let problems: Vec<_> =
        findings(code, &three).iter().map(|one| (one.problem, one.offset)).collect();
    assert_eq!(problems, [(Problem::Uncalled, Source::new(code).label("g"))]);
}

#[test]
fn one_uncalled_routine_is_one_finding() {
    let three = ["pub f(a8[0]) -> a8[0]", "g(a8[0]) -> a8[0]", "h(a8[0]) -> a8[0]"];
    let code = "f: inc a8[0]; ret; g: inc a8[0]; ret; h: routine g; ret;";
    assert_eq!(found(code, &three), [("unreachable", 4)]);
}

#[test]
fn reading_what_is_undefined() {
    let one = ["pub f(a8[0]) -> a8[0]"];
    assert_eq!(found("f: add.uc a8[1], a8[0]; ret;", &one), [("undefined_read", 0)]);
    assert_eq!(
        found("f: clr a8[0]; inc a8[0]; test; ret;", &one),
        [("undefined_read", 1), ("unreachable", 3)]
    );
    assert_eq!(
        found("f: mov a8[0], a8[1]; lt.u a8[0], a8[1]; ret;", &["pub f(a8[0])"]),
        [("undefined_read", 1)]
    );
    // These look at whether it is defined, or move that.
    nothing("f: ifn a8[1]; eq.e a8[1], a8[0]; putif a8[1], 2; ret;", &["pub f(a8[0])"]);
    nothing("f: dup a8[0], a8[1]; swp a8[1], a8[2]; st.s a8[3]; ret;", &["pub f(a8[0])"]);
    // It is defined on no way, though it is made undefined on one only.
    assert_eq!(
        found("f: ifz a8[0]; jif end; clr a8[1]; end: inc a8[1]; ret;", &["pub f(a8[0])"]),
        [("undefined_read", 3)]
    );
    // A string may be undefined where it is filled and grows; offsets and the byte may not.
    let fill =
        "f: put a16[0], 0; put a8[1], 1; fill.e s16[0], a16[0], a16[0], a8[1]; ifz a8[0]; ret;";
    nothing(fill, &["pub f(a8[0])"]);
    let fill = "f: put a16[0], 0; fill.e s16[0], a16[0], a16[0], a8[1]; ifz a8[0]; ret;";
    assert_eq!(found(fill, &["pub f(a8[0])"]), [("undefined_read", 1)]);
    // It is defined on one way.
    nothing("f: ifz a8[0]; jif end; put a8[1], 1; end: add.uc a8[1], a8[0]; test; ret;", &one);
}

#[test]
fn outputs_that_can_be_undefined() {
    let one = ["pub f(a8[0], a8[1]) -> a8[1]"];
    nothing("f: add.uc a8[0], a8[1]; ret;", &one);
    nothing("f: add.uc a8[0], a8[1]; test; ret;", &one);
    let lost = "f: add.uc a8[0], a8[1]; ifz a8[0]; ret;";
    assert_eq!(found(lost, &one), [("maybe_undefined", 2)]);
    nothing(lost, &["pub f(a8[0], a8[1]) -> a8[1]?"]);
    nothing("f: add.uc a8[0], a8[1]; jif ok; fail; ok: ifz a8[0]; ret;", &one);
    nothing("f: add.uc a8[0], a8[1]; inv st0; jif bad; ifz a8[0]; ret; bad: fail;", &one);
    assert_eq!(
        found("f: cpy a8[0], a8[1]; ret;", &["pub f(a8[0]?) -> a8[1]"]),
        [("maybe_undefined", 1)]
    );
    nothing("f: cpy a8[0], a8[1]; ret;", &["pub f(a8[0]) -> a8[1]"]);
    nothing("f: ifn a8[0]; inv st0; test; ret;", &["pub f(a8[0]?) -> a8[0]"]);
}

#[test]
fn inputs_of_calls() {
    let two = ["pub f(a8[0], a8[1]?)", "g(a8[1])"];
    assert_eq!(
        found("f: ifz a8[0]; routine g; ret; g: ifz a8[1]; ret;", &two),
        [("maybe_undefined", 1)]
    );
    nothing("f: eq.n a8[0], a8[1]; test; routine g; ret; g: ifz a8[1]; ret;", &two);
    let jump = "f: ifz a8[0]; jif g; ret; g: ifz a8[1]; ret;";
    assert_eq!(found(jump, &two), [("maybe_undefined", 1)]);
    // Where it jumps, st0 is true and the input defined.
    nothing("f: eq.n a8[0], a8[1]; jif g; ret; g: ifz a8[1]; ret;", &two);
    let outputs = ["pub f(a8[0], a8[1]?) -> a8[1]", "g(a8[0])"];
    nothing("f: eq.n a8[0], a8[1]; jif g; fail; g: inc a8[0]; ret;", &outputs);
}

#[test]
fn outputs_of_calls() {
    let two = ["pub f(a8[0]) -> a8[1]", "g(a8[0]) -> a8[1]"];
    let code =
        |behind: &str| format!("f: routine g; {behind} ret; g: dup a8[0], a8[1]; inc a8[1]; ret;");
    nothing(&code(""), &two);
    nothing(&code("test;"), &two);
    assert_eq!(found(&code("ifz a8[0];"), &two), [("maybe_undefined", 2)]);
    // What it leaves beside its outputs is nobody's business.
    let scratch = "f: routine g; test; dup a8[2], a8[1]; ret; \
                   g: put a8[1], 1; put a8[2], 1; inc a8[0]; ret;";
    assert_eq!(found(scratch, &two), [("maybe_undefined", 3)]);
}

#[test]
fn outputs_that_nothing_sets() {
    let one = ["pub f(a8[0]) -> a8[1]"];
    assert_eq!(found("f: ifz a8[0]; ret;", &one), [("unset_output", 0)]);
    assert_eq!(
        found("f: ifz a8[0]; jif end; put a8[1], 1; fail; end: ret;", &one),
        [("unset_output", 0)]
    );
    nothing("f: ret;", &["pub f(a8[0]) -> a8[0]"]);
    nothing(
        "f: routine g; ret; g: dup a8[0], a8[1]; ret;",
        &["pub f(a8[0]) -> a8[1]", "g(a8[0]) -> a8[1]"],
    );
}

#[test]
fn inputs_that_nothing_reads() {
    assert_eq!(found("f: ifz a8[0]; ret;", &["pub f(a8[0], a8[1])"]), [("unused_input", 0)]);
    assert_eq!(found("f: put a8[1], 1; ifz a8[1]; ret;", &["pub f(a8[1])"]), [("unused_input", 0)]);
    nothing("f: ifz a8[0]; ret;", &["pub f(a8[0], a8[1]) -> a8[1]"]);
    nothing("f: routine g; ret; g: ifz a8[0]; ret;", &["pub f(a8[0])", "g(a8[0])"]);
    nothing("f: ifz a8[0]; jif end; ifz a8[1]; end: ret;", &["pub f(a8[0], a8[1])"]);
}

#[test]
fn returning_with_a_false_status() {
    let one = ["pub f(a8[0]) -> a8[0]"];
    assert_eq!(found("f: ifz a8[0]; jif end; inc a8[0]; end: ret;", &one), []);
    assert_eq!(
        found("f: ifz a8[0]; jif zero; ret; zero: inc a8[0]; ret;", &one),
        [("false_status", 2)]
    );
    assert_eq!(
        found("f: ifz a8[0]; jif zero; nop; jmp end; zero: nop; end: ret;", &one),
        [("false_status", 5)]
    );
    // Since the branch, although on another way to there it is true.
    let text = "f: ifz a8[0]; jif zero; end: ret; zero: nop; jmp end;";
    let since = Problem::FalseStatus { since: Source::new(text).statement(2) };
    let problems: Vec<_> = findings(text, &one).iter().map(|finding| finding.problem).collect();
    assert_eq!(problems, [since]);
    let text = "f: ifz a8[0]; jif zero; nop; jmp end; zero: nop; end: ret;";
    let since = Problem::FalseStatus { since: Source::new(text).statement(2) };
    let problems: Vec<_> = findings(text, &one).iter().map(|finding| finding.problem).collect();
    assert_eq!(problems, [since]);
    // Not since a branch that is always taken.
    let text = "f: jmp start; on: ifz a8[0]; jif zero; jmp end; zero: inc a8[0]; ret; \
                start: eq.e a8[0], a8[0]; jif on; end: ret;";
    let since = Problem::FalseStatus { since: Source::new(text).statement(3) };
    let problems: Vec<_> = findings(text, &one).iter().map(|finding| finding.problem).collect();
    assert_eq!(problems, [since]);
    nothing("f: ifz a8[0]; jif zero; inv st0; ret; zero: inc a8[0]; ret;", &one);
    nothing("f: ifz a8[0]; jif zero; fail; zero: inc a8[0]; ret;", &one);
    nothing("f: ifz a8[0]; jif zero; clr a8[0]; ret; zero: put a8[0], 1; ret;", &one);
    // Without outputs the status is the answer.
    nothing("f: ifz a8[0]; jif zero; ret; zero: inc a8[0]; ret;", &["pub f(a8[0])"]);
}

#[test]
fn inverted_comparisons() {
    let optional = ["pub f(a8[0], a8[1]?)"];
    assert_eq!(
        found("f: lt.u a8[0], a8[1]; inv st0; test; ret;", &optional),
        [("negated_undefined", 0)]
    );
    assert_eq!(
        found("f: eq.n a8[1], a8[0]; nop; put a8[2], 1; inv st0; ret;", &optional),
        [("negated_undefined", 0)]
    );
    nothing("f: lt.u a8[0], a8[1]; test; ret;", &optional);
    nothing("f: lt.u a8[0], a8[1]; inv st0; test; ret;", &["pub f(a8[0], a8[1])"]);
    nothing("f: eq.e a8[0], a8[1]; inv st0; test; ret;", &optional);
    nothing("f: lt.u a8[0], a8[1]; test; inv st0; inv st0; ret;", &optional);
    let jump = "f: lt.u a8[0], a8[1]; jmp on; on: inv st0; test; ret;";
    assert_eq!(found(jump, &optional), [("negated_undefined", 0)]);
}

#[test]
fn registers_that_a_call_loses() {
    let two = ["pub f(a8[0], a8[1]) -> a8[1]", "g(a8[0]) -> a8[0]"];
    let g = "g: put a8[1], 1; add.uw a8[1], a8[0]; ret;";
    assert_eq!(found(&format!("f: routine g; ifz a8[0]; ret; {g}"), &two), [("clobbered", 0)]);
    nothing(&format!("f: ifz a8[1]; routine g; dup a8[0], a8[1]; ret; {g}"), &two);
    // Only the last of two calls loses it.
    let twice = format!(
        "f: ifz a8[1]; put a8[1], 7; routine g; put a8[1], 8; routine g; add.uw a8[0], a8[1]; ret; {g}"
    );
    assert_eq!(found(&twice, &two), [("clobbered", 4)]);
    let once =
        format!("f: ifz a8[1]; put a8[1], 7; routine g; routine g; add.uw a8[0], a8[1]; ret; {g}");
    assert_eq!(found(&once, &two), [("clobbered", 3)]);
    // What a routine goes over to for good loses outputs only.
    let tail = "f: ifz a8[0]; jmp g; g: inc a8[0]; ret;";
    nothing(tail, &["pub f(a8[0], a8[1]) -> a8[1]", "g(a8[0])"]);
    assert_eq!(found(tail, &["pub f(a8[0]) -> a8[0]", "g(a8[0])"]), [("clobbered", 1)]);
    // What another routine needs is lost too.
    let three = ["pub f(a8[0], a8[1])", "g(a8[0]) -> a8[0]", "h(a8[1])"];
    let needed = format!("f: routine g; routine h; ifz a8[0]; ret; h: ifz a8[1]; ret; {g}");
    assert_eq!(found(&needed, &three), [("clobbered", 0)]);
    // That an output is also undefined without the call is another mistake.
    let other = "f: ifz a8[0]; jif skip; put a8[2], 1; routine g; skip: ret; g: put a8[2], 2; add.uw a8[0], a8[2]; ret;";
    assert_eq!(
        found(other, &["pub f(a8[0]) -> a8[2]", "g(a8[0]) -> a8[0]"]),
        [("clobbered", 3), ("maybe_undefined", 4)]
    );
}

#[test]
fn loops_without_an_end() {
    let one = ["pub f(a8[0])"];
    assert_eq!(found("f: ifz a8[0]; again: nop; jmp again;", &one), [("endless_loop", 1)]);
    assert_eq!(found("f: add.uw a8[0], a8[0]; jif f; ret;", &one), [("endless_loop", 0)]);
    nothing("f: inc a8[0]; jif f; ret;", &one);
    nothing("f: inc a8[0]; test; jmp f;", &one);
    let two = ["pub f(a8[0])", "g(a8[0])"];
    assert_eq!(found("f: routine g; jmp f; g: ifz a8[0]; ret;", &two), [("endless_loop", 0)]);
    nothing("f: routine g; jmp f; g: ifz a8[0]; test; ret;", &two);
    let recursion = "f: ifz a8[0]; routine f; ret;";
    assert_eq!(found(recursion, &one), [("endless_loop", 0)]);
    // Nor is what stands behind in a caller a second mistake, with all that it calls.
    let caller = "f: routine g; routine h; ret; g: ifz a8[0]; jmp g; h: ifz a8[0]; ret;";
    let three = ["pub f(a8[0])", "g(a8[0])", "h(a8[0])"];
    assert_eq!(found(caller, &three), [("endless_loop", 3)]);
    let before = "f: routine g; routine h; ret; h: ifz a8[0]; ret; g: ifz a8[0]; jmp g;";
    assert_eq!(found(before, &three), [("endless_loop", 5)]);
    let mutual = "f: ifz a8[0]; routine g; ret; g: routine f; ret;";
    assert_eq!(found(mutual, &two), [("endless_loop", 0)]);
    let behind_jump = "f: ifz a8[0]; again: nop; jmp again; ret;";
    assert_eq!(found(behind_jump, &one), [("endless_loop", 1)]);
    // Behind what stops it is one.
    let stops = "f: routine g; ret; g: ifz a8[0]; fail;";
    assert_eq!(found(stops, &two), [("unreachable", 1)]);
    nothing("f: dec a8[0]; jif more; ret; more: routine f; ret;", &one);
}

#[test]
fn arithmetic_that_nobody_looks_at() {
    let unread = |text: &str| {
        let found = Source::new(text).flow(&["pub f(a8[0], a8[1]?)"]).findings();
        found.iter().filter(|one| one.problem == Problem::UnreadStatus).count()
    };
    assert_eq!(unread("f: inc a8[0]; ifz a8[1]; ret;"), 1);
    assert_eq!(unread("f: inc a8[0]; add.uc a8[1], a8[0]; ret;"), 1);
    assert_eq!(unread("f: inc a8[0]; jmp on; on: ifz a8[1]; ret;"), 1);
    assert_eq!(unread("f: inc a8[0]; jmp on; on: nop; jmp more; more: ifz a8[1]; ret;"), 1);
    assert_eq!(unread("f: inc a8[0]; jif end; ifz a8[1]; end: ret;"), 0);
    assert_eq!(unread("f: inc a8[0]; ret;"), 0);
    assert_eq!(unread("f: add.uw a8[0], a8[0]; ifz a8[1]; ret;"), 0);
    assert_eq!(unread("f: inc a8[0]; extr s16[0], a8[2], a16[0]; ret;"), 0);
}

#[test]
fn a_library_without_declarations_begins_wherever_nothing_leads() {
    let lib: Lib = "ret; clr a8[0]; inc a8[0]; ret; fail; inc a8[1]; ret;".parse().expect("code");
    let found = check(&lib);
    let problem = Problem::UndefinedRead { register: register("a8[0]") };
    assert_eq!(found, [Finding { offset: 3, problem, routine: None }]);
}
