//! Structured statements: each is one step of `J` and `K`, and variables have their names where they are known.

use aluvm_core::isa::NoExtension;

use super::super::Debugger;
use super::{tell, with, with_contract};

const SUM: &str = "\
pub fn sum(count: u8, start: i64) -> (all: i64) {
    all = start;
    let left: u8 = count;
    while left != 0 {
        let part: i64 = left as i64;
        all += part;
        left -= 1;
    }
}
";

/// With the inputs of `sum`.
fn with_sum(does: impl FnOnce(&mut Debugger<'_, '_, NoExtension>)) {
    with_contract("sum", SUM, &["a8[0]=2", "a64[0]=-2"], does);
}

/// The line where the run stands, and the variables that have names.
fn seen(debugger: &Debugger<'_, '_, NoExtension>) -> (String, Vec<String>) {
    let scene = debugger.scene();
    let row = scene.current.and_then(|row| scene.view.and_then(|view| view.rows.get(row)));
    let named = scene.registers.iter().filter(|line| !line.names.is_empty());
    let named = named.map(|line| format!("{}={}", line.names, line.value));
    (row.map_or("", |row| row.text.trim()).to_owned(), named.collect())
}

#[test]
fn a_statement_is_a_step_forward_and_back() {
    with_sum(|debugger| {
        let around =
            ["while left != 0 {", "let part: i64 = left as i64;", "all += part;", "left -= 1;"];
        let mut expected = vec!["all = start;", "let left: u8 = count;"];
        expected.extend(around.iter().chain(&around));
        expected.extend(["while left != 0 {", "}"]);
        let mut steps = Vec::new();
        for line in &expected {
            assert_eq!(seen(debugger).0, *line);
            steps.push(debugger.moment.steps);
            tell(debugger, "J");
        }
        assert!(debugger.moment.outcome.is_some(), "the end is behind the last statement");
        for number in steps.iter().rev() {
            tell(debugger, "K");
            assert_eq!(debugger.moment.steps, *number);
            assert_eq!(debugger.notice, None);
        }
        tell(debugger, "K");
        assert_eq!(debugger.scene().message, "this is the beginning");
        // From within a statement back to where it began.
        tell(debugger, "4J");
        let here = debugger.moment.steps;
        assert_eq!(here, steps[4]);
        tell(debugger, "j");
        tell(debugger, "K");
        assert_eq!(debugger.moment.steps, here);
        tell(debugger, "3K");
        assert_eq!(debugger.moment.steps, steps[1]);
    });
}

#[test]
fn a_variable_has_its_name_and_sign_where_it_is_known() {
    with_sum(|debugger| {
        assert_eq!(seen(debugger).1, ["count=2", "start=-2"]);
        tell(debugger, "2J");
        assert_eq!(seen(debugger).1, ["count=2", "left=2", "start=-2", "all=-2"]);
        tell(debugger, "2J");
        assert_eq!(seen(debugger).1, ["count=2", "left=2", "start=-2", "all=-2", "part=2"]);
        tell(debugger, "2J");
        let (line, named) = seen(debugger);
        assert_eq!(line, "while left != 0 {");
        assert_eq!(named, ["count=2", "left=1", "start=-2", "all=0"]);
        // What an instruction made negative, and what it was before.
        tell(debugger, "g");
        tell(debugger, "until all<0");
        tell(debugger, "w all");
        let all = debugger.scene().registers.into_iter().find(|line| line.names == "all");
        assert_eq!(all.map(|line| line.value).as_deref(), Some("-2"));
        tell(debugger, "until all >= 0");
        let all = debugger.scene().registers.into_iter().find(|line| line.names == "all");
        let all = all.expect("it is shown");
        assert_eq!((all.value.as_str(), all.before.as_deref()), ("0", Some("-2")));
    });
}

#[test]
fn without_a_source_an_instruction_is_a_step() {
    with("put a8[0], 1; inc a8[0]; ret;", &[], |debugger| {
        for number in 1..=3 {
            tell(debugger, "J");
            assert_eq!(debugger.moment.steps, number);
        }
        tell(debugger, "2K");
        assert_eq!(debugger.moment.steps, 1);
    });
}
