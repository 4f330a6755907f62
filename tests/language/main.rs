//! The language above the instructions: what each statement stands for, and what is refused and where.

mod diagnostics;
mod evaluate;
mod expansion;
mod maker;
mod naive;
mod program;
mod random;
mod text;
mod twins;
mod types;

use aluvm_core::contract::{ContractErrors, Interface, TextLibrary, parse_text};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::Lib;

/// Reads a contract that stands alone.
fn read(text: &str) -> Result<TextLibrary, ContractErrors> {
    parse_text::<NoExtension>(text, "contract", "contract.aluasm", &mut |name| {
        Err(format!("there is no file `{name}`").into())
    })
}

/// Reads a contract whose imports are all of one other.
fn read_with(text: &str, other: &Interface) -> Result<TextLibrary, ContractErrors> {
    parse_text::<NoExtension>(text, "contract", "contract.aluasm", &mut |_| Ok(other.clone()))
}

/// Checks that a contract stands for these instructions, and that nothing else is wrong with it.
#[track_caller]
fn stands_for(text: &str, expected: &str) {
    let library = read(text).unwrap_or_else(|errors| panic!("{text}\n{errors}"));
    let plain = expected.parse::<Lib>().expect("plain assembly");
    if library.lib != plain {
        panic!("{text}\nstands for\n{}\nnot for\n{plain}", library.lib);
    }
}

/// Checks that a contract has the one error that is marked by `«»`, and that its report has all `parts`.
#[track_caller]
fn check(marked: &str, parts: &[&str]) {
    let source = marked.replace(['«', '»'], "");
    let Err(errors) = read(&source) else { panic!("{source}\nhas no errors") };
    let first = marked.find('«').expect("a mark");
    let length = marked.find('»').expect("an end of the mark") - first - '«'.len_utf8();
    let reports: Vec<String> = errors.iter().map(|error| error.report()).collect();
    let [report] = reports.as_slice() else { panic!("{marked}\n{errors}") };
    let spans: Vec<_> = errors.iter().map(|error| (error.span.start, error.span.end)).collect();
    assert_eq!(spans, [(first as u32, (first + length) as u32)], "{marked}\n{errors}");
    for part in parts {
        assert!(report.contains(part), "{marked}\n{report}\nlacks {part:?}");
    }
}
