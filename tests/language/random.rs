//! Random programs: they stand for what a second expander, written from the page, says, nothing is wrong with them, and
//! the machine does with them what a walk over their trees does. They meet every row of the page.

use std::collections::BTreeSet;

use aluvm_core::contract::TextLibrary;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::Program as Machine;
use aluvm_core::library::{Lib, LibSite};
use aluvm_core::vm::{Stop, Vm};
use aluvm_tests::machine::{get, set};
use aluvm_tests::{Random, cases};

use crate::evaluate::{Ended, evaluate};
use crate::naive::{Other, Plain, Rows, expand};
use crate::program::Program;
use crate::types::{Ty, Value};
use crate::{read, read_with, text};

/// The page.
const PAGE: &str = include_str!("../../docs/language.md");

/// The libraries of a program, and the registers of its inputs and output.
struct Expanded {
    libraries: [Lib; 2],
    offset: u16,
    plain: Plain,
}

/// The other library, and what the naive expander needs of it.
pub fn other() -> (TextLibrary, Other) {
    let library = read(&text::other()).unwrap_or_else(|errors| panic!("{errors}"));
    let routines = library.interface.routines.as_ref().expect("routines");
    let offsets = routines.iter().map(|routine| (routine.name.to_string(), routine.offset));
    let other = Other { id: library.lib.id().to_string(), offsets: offsets.collect() };
    (library, other)
}

fn run(program: &Program, expanded: &Expanded, inputs: &[Value]) -> Ended {
    let Expanded { libraries: [lib, other], offset, plain } = expanded;
    let mut vm = Vm::new();
    for (number, input) in inputs.iter().enumerate() {
        let (ty, (size, index)) = (program.types[number], plain.places[number]);
        set(vm.registers_mut(), size, index, Some(&input.pattern(ty)));
    }
    let site = LibSite::new(lib.id(), *offset);
    let machine: Result<Machine<NoExtension>, _> =
        Machine::link(site, [lib.clone(), other.clone()]);
    let outcome = vm.run(&machine.expect("a program"));
    let verdict = (outcome.stop == Stop::Finished).then(|| outcome.is_success());
    let output = program.output().filter(|_| verdict.is_some()).and_then(|number| {
        let (size, index) = plain.places[number];
        let bytes = get(vm.registers(), size, index)?;
        Some(Value::of_pattern(bytes, program.types[number]))
    });
    Ended { verdict, output, error: vm.registers().a8(0) }
}

#[test]
fn programs_are_what_the_page_says_and_do_what_they_mean() {
    let mut random = Random::new(0x1A46);
    let (mut stopped, mut ended, mut left_out) = (0, 0, 0);
    let mut rows = Rows::new();
    let (library_of_other, other) = other();
    let count = cases(1500);
    for _ in 0..count {
        let program = Program::random(&mut random);
        let plain = expand(&program, &other, &mut rows);
        if plain.highest > 15 {
            left_out += 1;
            continue;
        }
        let text = program.text();
        let library = read_with(&text, &library_of_other.interface)
            .unwrap_or_else(|errors| panic!("{text}\n{errors}"));
        let expected = plain.text.parse::<Lib>();
        let expected = expected.unwrap_or_else(|errors| panic!("{}\n{errors}", plain.text));
        assert_eq!(library.lib, expected, "{text}\n{}\n{}", plain.text, library.lib);
        let routines = library.interface.routines.as_ref().expect("routines");
        let libraries = [library.lib, library_of_other.lib.clone()];
        let expanded = Expanded { libraries, offset: routines[0].offset, plain };
        for _ in 0..8 {
            let types = &program.types[..program.inputs];
            let inputs: Vec<Value> = types.iter().map(|ty| ty.value(&mut random)).collect();
            let meant = evaluate(&program, &inputs);
            let done = run(&program, &expanded, &inputs);
            assert_eq!(done, meant, "{inputs:?}\n{text}\n{}", expanded.libraries[0]);
            *if meant.verdict.is_some() { &mut ended } else { &mut stopped } += 1;
        }
    }
    // Both happen, and nearly all programs have few enough variables.
    assert!(stopped > count && ended > count, "{stopped} stopped, {ended} ended");
    assert!(left_out < count / 10, "{left_out} of {count}");
    if count >= 1500 {
        check_rows(&rows);
    }
}

/// Every row of the tables of the page occurs, in each of its forms.
fn check_rows(rows: &Rows) {
    let mut of_page: BTreeSet<&str> = BTreeSet::new();
    let tables = PAGE.split("## What stands around it").next().expect("what stands before it");
    for line in tables.lines().filter(|line| line.starts_with("| ")) {
        // `\|` is no end of a cell.
        let end = line[2..].match_indices(" | ").find(|(at, _)| !line[..at + 2].ends_with('\\'));
        let cell = &line[2..end.expect("two cells").0 + 2];
        of_page.insert(cell);
    }
    let used: BTreeSet<&str> = rows.keys().map(|(row, _)| *row).collect();
    let not_rows = ["types", "expression", "`a as T`", "condition", "statement"];
    for row in of_page.iter().filter(|row| !not_rows.contains(row)) {
        assert!(used.contains(row), "{row:?} of the page does not occur");
    }
    for row in used.iter().filter(|row| !["calls", "instructions as values"].contains(row)) {
        assert!(of_page.contains(row), "{row:?} is no row of the page");
    }
    let forms: BTreeSet<(&str, &str)> =
        rows.keys().map(|(row, form)| (*row, form.as_str())).collect();
    let names: BTreeSet<String> = Ty::all().into_iter().map(Ty::name).collect();
    for name in names {
        assert!(forms.iter().any(|(_, form)| *form == name), "{name} does not occur");
    }
    for (row, count) in [
        ("literal, constant", 5),
        ("variable x", 5),
        ("`x + n`, `x - n` into x itself, x unsigned, n a literal from 0 to 127", 2),
        ("`x + b`, `x * b` into x itself", 6),
        ("`a + b`, `a - b`, `a * b`, `a / b` of u, i, f", 12),
        ("`a.wrapping_add(b)`, `wrapping_sub`, `wrapping_mul` of u, i", 6),
        (r"`a & b`, `a \| b`, `a ^ b` of u, i, r", 9),
        ("`!a` of u, i, r", 3),
        ("`a << n` of u, i, r", 3),
        ("`a >> n`", 3),
        ("`a.rotate_left(n)`, `rotate_right`", 6),
        ("`-a` of i, f; `a.abs()`", 4),
        ("`a.truncate()` of u, i, r", 3),
        // Three widths each, but for a u as an i, which is a row of its own where it is no wider.
        ("u to u, r to r, u to a wider i", 7),
        ("i to i", 3),
        ("f to f, i to f, f to i", 9),
        ("u to i of the same or a lesser width", 2),
        ("i to u", 3),
        ("u to r", 3),
        ("r to u", 3),
        ("calls", 2),
        ("instructions as values", 9),
        // The two of two columns, of four kinds each.
        ("`a < b`, `a > b`", 16),
        ("`a == b`", 10),
        ("`a == 0` of u, i, r, with a literal behind", 6),
        ("`a <= b`, `a >= b`, `a != b`", 6),
        ("`!c`", 2),
        ("`a && b`", 2),
        (r"`a \|\| b`", 2),
        ("`mnemonic(a, …)`, which writes `st0` alone and does not jump, stop or invert", 6),
        ("`name(a, …)`, a routine without outputs", 4),
        (r"`x += e;`, likewise for `-`, `*`, `/`, `%`, `&`, `\|`, `^`, `<<`, `>>`", 10),
        ("`let (a: T, _, b: T) = name(…);`", 4),
        ("`name(a, …);`", 2),
        ("`mnemonic(a, …);`", 4),
        ("`require c => E;`, `require c;`", 2),
        ("`loop { A }`, `break;`, `continue;`", 3),
    ] {
        let found: Vec<&(&str, &str)> = forms.iter().filter(|(of, _)| *of == row).collect();
        assert_eq!(found.len(), count, "the forms of {row:?} are {found:?}");
    }
}
