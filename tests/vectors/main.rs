//! The vectors of `conformance/vectors/`: the machine ends as they say, they are what their command
//! writes, and they have enough of each instruction. And the machine against the judge, which made them,
//! on many more random programs.

mod random;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use aluvm_core::isa::{FORMS, FieldKind};
use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::Vm;
use aluvm_judge::{Case, End, Vector, generate};
use aluvm_tests::machine::{end, lib, registers};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance/vectors")
}

fn text(file: &str) -> String {
    let path = folder().join(file).with_extension("jsonl");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs a case on the machine.
fn run(case: &Case) -> End {
    let entry = LibSite::new(case.libs[0].id().into(), case.entry);
    let program: Program = Program::link(entry, case.libs.iter().map(lib)).expect("complete");
    let mut vm = Vm::new();
    *vm.registers_mut() = registers(&case.before);
    let outcome = vm.run(&program);
    end(vm.registers(), &outcome)
}

/// Compares the ends of two runs of a case.
#[track_caller]
fn assert_same(machine: &End, judge: &End, case: &Case, name: &str) {
    let differences = judge.state.differences(&machine.state);
    let (stop, site) = (machine.stop, machine.site.offset);
    assert!(differences.is_empty(), "{name}: the machine has {differences:02x?}, {case:02x?}");
    assert_eq!((stop, site), (judge.stop, judge.site.offset), "{name}: {case:02x?}");
    assert_eq!(machine, judge, "{name}: {case:02x?}");
}

/// Checks a file: line by line, and as a whole.
fn check(file: &str) {
    let written = text(file);
    for (number, line) in written.lines().enumerate() {
        let vector = Vector::from_json(line);
        let name = format!("line {} of {file}, {}", number + 1, vector.of);
        assert_eq!(vector.to_json(), line, "{name}");
        assert_same(&run(&vector.case), &vector.end, &vector.case, &name);
    }
    let generated = generate::vectors(file);
    let lines: Vec<&str> = written.lines().collect();
    for (number, (vector, line)) in generated.iter().zip(&lines).enumerate() {
        let name = format!("line {} of {file}", number + 1);
        assert_eq!(vector.to_json(), *line, "{name}: write the vectors anew, see CONTRIBUTING.md");
    }
    assert_eq!(generated.len(), lines.len(), "{file}: write the vectors anew, see CONTRIBUTING.md");
}

/// Checks each file as a test.
macro_rules! files {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )+

        #[test]
        fn all_files_are_checked() {
            assert_eq!(generate::files().collect::<Vec<_>>(), [$(stringify!($name)),+]);
            assert_eq!(fs::read_dir(folder()).expect("a folder").count(), generate::files().count());
        }
    };
}

files! {
    control put movement compare arithmetic float bitwise string digest curve encoding programs
}

/// The names of instructions, each with each of its flags.
fn names() -> Vec<String> {
    let names = FORMS.iter().flat_map(|form| {
        let flags = form.fields.iter().find_map(|field| match field.kind {
            FieldKind::Flags(flags) => Some(flags),
            _ => None,
        });
        let flags = flags.into_iter().flatten().map(|flag| format!("{}.{}", form.name, flag.text));
        let flags: Vec<String> = flags.collect();
        if flags.is_empty() { vec![form.name.to_string()] } else { flags }
    });
    names.collect()
}

#[test]
fn each_instruction_with_each_flag_has_fifty_vectors() {
    let (mut of, mut executed) = (BTreeMap::new(), BTreeMap::new());
    let mut bytes = 0;
    for file in generate::files() {
        let text = text(file);
        bytes += text.len();
        for line in text.lines() {
            let vector = Vector::from_json(line);
            for name in vector.case.trace().1 {
                *executed.entry(name).or_insert(0) += 1;
            }
            *of.entry(vector.of).or_insert(0) += 1;
        }
    }
    for name in names() {
        let counts = [&of, &executed].map(|counts| counts.get(&name).copied().unwrap_or(0));
        assert!(counts.iter().all(|count| *count >= 50), "{name}: {counts:?} vectors");
    }
    assert!(bytes < 8_000_000, "{bytes} bytes");
}
