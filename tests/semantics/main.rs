//! What each instruction does, by its description in the instruction set, executed by the machine.

mod calls;
#[allow(dead_code)]
#[path = "../integers/inputs.rs"]
mod inputs;
mod integers;
mod notation;
mod registers;
mod row;

use std::collections::BTreeSet;

use aluvm_core::isa::{FORMS, FieldKind};
use aluvm_judge::integer as oracle;

/// Runs each file of rows as a test.
macro_rules! files {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                row::run_file(include_str!(concat!("../../conformance/", stringify!($name), ".txt")));
            }
        )+

        /// The text of all files.
        const FILES: &[&str] =
            &[$(include_str!(concat!("../../conformance/", stringify!($name), ".txt"))),+];
    };
}

files! { control put movement compare arithmetic float bitwise string digest curve }

/// Every instruction is executed by the rows, with each of its flags.
#[test]
fn every_instruction_has_rows() {
    let executed: BTreeSet<String> = FILES.iter().flat_map(|file| row::run_file(file)).collect();
    for form in FORMS.iter().filter(|form| aluvm_tests::machine::has(form.isae)) {
        let mut flags = form.fields.iter().filter_map(|field| match field.kind {
            FieldKind::Flags(flags) => Some(flags),
            _ => None,
        });
        match flags.next() {
            Some(flags) => {
                for flag in flags {
                    let name = format!("{}.{}", form.name, flag.text);
                    assert!(executed.contains(&name), "no row executes {name}");
                }
            }
            // `call` and `exec` need other libraries: see `control`.
            None => assert!(executed.contains(form.name), "no row executes {}", form.name),
        }
    }
}
